#pragma once

#include "models/rowfilter.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace squall::models {
class TableFilter;
}

namespace squall::ui {

class Theme;
class ValueField;

/// One condition to edit: column, operator as the column's type has them, values; and what is wrong with it.
class ConditionRow : public QWidget
{
    Q_OBJECT

public:
    ConditionRow(const Theme &theme, models::TableFilter &filter, QWidget *parent = nullptr);

    void setCondition(const models::FilterCondition &condition);
    models::FilterCondition condition() const;
    void showFault(const QString &text);
    void setRemovable(bool removable);
    void focusColumn();
    void focusValue();

signals:
    void edited();
    void submitted();
    void removeRequested();

private:
    void chooseColumn();
    void chooseOperator();

    const Theme &m_theme;
    models::TableFilter &m_filter;
    QComboBox *m_column;
    QComboBox *m_operator;
    ValueField *m_value;
    QToolButton *m_remove;
    QLabel *m_fault;
};

} // namespace squall::ui
