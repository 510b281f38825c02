#pragma once

#include "models/rowfilter.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace squall::models {
class TableFilter;
}

namespace squall::ui {

class ConditionRow;
class Theme;

/// A group of conditions to edit, with the groups inside it. A group of one condition looks like that
/// condition.
class GroupEditor : public QWidget
{
    Q_OBJECT

public:
    GroupEditor(const Theme &theme, models::TableFilter &filter, int depth = 0, QWidget *parent = nullptr);

    void setGroup(const models::FilterGroup &group);
    /// Empty groups are left out.
    models::FilterGroup group() const;
    /// Below the condition that `path` leads to.
    void showFault(const std::vector<int> &path, const QString &text);
    void clearFaults();
    bool isEmpty() const { return m_members.empty(); }
    void focusFirst(bool column);

signals:
    void edited();
    void submitted();
    void emptied();

private:
    struct Member
    {
        ConditionRow *row = nullptr;
        GroupEditor *group = nullptr;
        QWidget *widget() const;
    };

    ConditionRow *addRow();
    GroupEditor *addGroup();
    void add(Member member);
    void remove(const QWidget *widget);
    void update();

    const Theme &m_theme;
    models::TableFilter &m_filter;
    int m_depth;
    QWidget *m_heading;
    QComboBox *m_join;
    QVBoxLayout *m_rows;
    QToolButton *m_addRow;
    QToolButton *m_addGroup;
    std::vector<Member> m_members;
};

} // namespace squall::ui
