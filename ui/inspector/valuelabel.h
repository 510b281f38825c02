#pragma once

#include "models/rowfields.h"

#include <QLabel>

namespace squall::ui {

class Theme;

/// One value of a row as a few wrapped lines: what it holds, or what it held and is to hold.
class ValueLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ValueLabel(const Theme &theme, QWidget *parent = nullptr);

    void setField(const models::RowField &field);
    /// More of the value exists than is shown.
    bool isShortened() const { return m_shortened; }

signals:
    /// Enter, F2 or a double click.
    void activated();
    /// Shift+Enter.
    void enlargeRequested();
    /// F4, where the value leads somewhere.
    void followRequested();

protected:
    bool event(QEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    bool m_shortened = false;
    bool m_leads = false;
};

} // namespace squall::ui
