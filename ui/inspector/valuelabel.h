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
    /// Enter or a double click.
    void activated();

protected:
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    bool m_shortened = false;
};

/// The value of a field as the grid says it: `NULL`, `''`, `true`; a word where it is not loaded.
QString spokenValue(const models::RowField &field);

} // namespace squall::ui
