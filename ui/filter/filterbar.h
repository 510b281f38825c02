#pragma once

#include "models/rowfilter.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QTimer;
class QToolButton;

namespace squall::models {
class SavedFilters;
class TableFilter;
} // namespace squall::models

namespace squall::ui {

class FilterPopup;
class FlowLayout;
class Theme;
class WhereLine;

/// What the rows below are filtered by: quick find, conditions as chips, a condition in SQL, the named
/// filters. What the server does not understand is said right below the part that it is about.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    FilterBar(const Theme &theme, models::TableFilter &filter, models::SavedFilters *saved,
              QWidget *parent = nullptr);

    /// Where Ctrl+F goes.
    void focusFind();
    void focusWhere();
    /// A new condition, in its popup.
    void addCondition(const QString &column = {});

signals:
    /// Esc with nothing left to take back: to where one came from.
    void left();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build(models::SavedFilters *saved);
    void buildWhere();
    void showFilter();
    void showChips();
    void showFault();
    void showBusy();
    void tint();
    void applyFind();
    void applyWhere();
    void setWhereVisible(bool visible);
    void editCondition(int number, const QWidget *chip);
    void removeCondition(int number);
    void toggleJoin();

    const Theme &m_theme;
    models::TableFilter &m_filter;
    QWidget *m_chipArea;
    FlowLayout *m_chips;
    QLineEdit *m_find;
    QToolButton *m_add;
    QToolButton *m_sql;
    QToolButton *m_deleted;
    QToolButton *m_clear;
    QToolButton *m_saved;
    QLabel *m_busy;
    QTimer *m_patience;
    QLabel *m_fault;
    QWidget *m_whereRow;
    QLabel *m_whereWord;
    WhereLine *m_where;
    QLabel *m_whereFault;
    FilterPopup *m_popup;
    models::RowFilter m_shown;
};

} // namespace squall::ui
