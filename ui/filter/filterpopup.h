#pragma once

#include "models/rowfilter.h"

#include <QFrame>

namespace squall::models {
class TableFilter;
}

class QLabel;
class QPushButton;

namespace squall::ui {

class GroupEditor;
class Theme;

/// Edits one part of the filter below its chip. Applying leaves it open until the server has understood: what
/// is wrong is said under the condition that it is wrong with.
class FilterPopup : public QFrame
{
    Q_OBJECT

public:
    FilterPopup(const Theme &theme, models::TableFilter &filter, QWidget *parent = nullptr);

    /// `number` among the filter's conditions, or one past them for a new one, on this column.
    void edit(int number, const QPoint &globalPosition, const QString &column = {});
    int number() const { return m_number; }

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void apply();
    void remove();
    void showFault();
    void fit();

    const Theme &m_theme;
    models::TableFilter &m_filter;
    GroupEditor *m_group;
    QLabel *m_fault;
    QPushButton *m_apply;
    QPushButton *m_remove;
    int m_number = 0;
    bool m_applying = false;
};

} // namespace squall::ui
