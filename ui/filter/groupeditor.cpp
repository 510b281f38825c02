#include "ui/filter/groupeditor.h"

#include "models/tablefilter.h"
#include "ui/filter/conditionrow.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int indent = 16;
/// Deeper than anybody thinks.
constexpr int deepest = 3;

} // namespace

QWidget *GroupEditor::Member::widget() const
{
    return row ? static_cast<QWidget *>(row) : group;
}

GroupEditor::GroupEditor(const Theme &theme, models::TableFilter &filter, int depth, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_filter(filter)
    , m_depth(depth)
    , m_heading(new QWidget(this))
    , m_join(new QComboBox(m_heading))
    , m_rows(new QVBoxLayout)
    , m_addRow(new QToolButton(this))
    , m_addGroup(new QToolButton(this))
{
    setObjectName(u"filterGroup"_s);
    m_join->setObjectName(u"filterJoin"_s);
    m_join->setAccessibleName(tr("How the conditions are joined"));
    m_join->addItem(tr("all of these hold"), false);
    m_join->addItem(tr("any of these holds"), true);
    auto *heading = new QHBoxLayout(m_heading);
    heading->setContentsMargins(0, 0, 0, 0);
    heading->addWidget(new QLabel(depth == 0 ? tr("Rows where") : tr("and where"), m_heading));
    heading->addWidget(m_join);
    heading->addStretch(1);

    m_addRow->setObjectName(u"filterAddCondition"_s);
    m_addRow->setText(tr("+ Condition"));
    m_addGroup->setObjectName(u"filterAddGroup"_s);
    m_addGroup->setText(tr("+ Group"));
    m_addGroup->setToolTip(tr("Conditions of their own between parentheses"));
    m_addGroup->setVisible(depth < deepest);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    buttons->addWidget(m_addRow);
    buttons->addWidget(m_addGroup);
    buttons->addStretch(1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(depth == 0 ? 0 : indent, 0, 0, 0);
    layout->setSpacing(8);
    m_rows->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addLayout(m_rows);
    layout->addLayout(buttons);

    connect(m_join, &QComboBox::activated, this, &GroupEditor::edited);
    connect(m_addRow, &QToolButton::clicked, this, [this] {
        addRow()->focusColumn();
        emit edited();
    });
    connect(m_addGroup, &QToolButton::clicked, this, [this] {
        auto *group = addGroup();
        group->setGroup({.any = !m_join->currentData().toBool(), .members = {}});
        group->addRow()->focusColumn();
        emit edited();
    });
    update();
}

void GroupEditor::add(Member member)
{
    m_members.push_back(member);
    m_rows->addWidget(member.widget());
    update();
}

ConditionRow *GroupEditor::addRow()
{
    auto *row = new ConditionRow(m_theme, m_filter, this);
    connect(row, &ConditionRow::edited, this, &GroupEditor::edited);
    connect(row, &ConditionRow::submitted, this, &GroupEditor::submitted);
    connect(row, &ConditionRow::removeRequested, this, [this, row] { remove(row); });
    add({.row = row});
    return row;
}

GroupEditor *GroupEditor::addGroup()
{
    auto *group = new GroupEditor(m_theme, m_filter, m_depth + 1, this);
    connect(group, &GroupEditor::edited, this, &GroupEditor::edited);
    connect(group, &GroupEditor::submitted, this, &GroupEditor::submitted);
    connect(group, &GroupEditor::emptied, this, [this, group] { remove(group); });
    add({.group = group});
    return group;
}

void GroupEditor::remove(const QWidget *widget)
{
    const auto found = std::find_if(m_members.begin(), m_members.end(),
                                    [widget](const Member &member) { return member.widget() == widget; });
    if (found == m_members.end())
        return;
    auto *gone = found->widget();
    m_members.erase(found);
    m_rows->removeWidget(gone);
    gone->hide();
    gone->deleteLater();
    update();
    if (m_members.empty())
        emit emptied();
    else
        focusFirst(false);
    emit edited();
}

/// The words about how conditions are joined stand there only once there is something to join.
void GroupEditor::update()
{
    const bool several = m_members.size() > 1 || m_depth > 0;
    m_heading->setVisible(several);
    for (const auto &member : m_members) {
        if (member.row)
            member.row->setRemovable(several);
    }
}

void GroupEditor::setGroup(const models::FilterGroup &group)
{
    while (!m_members.empty()) {
        auto *gone = m_members.back().widget();
        m_members.pop_back();
        m_rows->removeWidget(gone);
        delete gone;
    }
    m_join->setCurrentIndex(group.any ? 1 : 0);
    for (const auto &member : group.members) {
        if (const auto *condition = member.condition())
            addRow()->setCondition(*condition);
        else
            addGroup()->setGroup(*member.group());
    }
    update();
}

models::FilterGroup GroupEditor::group() const
{
    models::FilterGroup group{.any = m_join->currentData().toBool(), .members = {}};
    for (const auto &member : m_members) {
        if (member.row)
            group.members.emplace_back(member.row->condition());
        else if (auto inner = member.group->group(); !inner.members.empty())
            group.members.emplace_back(std::move(inner));
    }
    return group;
}

void GroupEditor::showFault(const std::vector<int> &path, const QString &text)
{
    if (path.empty() || path.front() < 0 || static_cast<size_t>(path.front()) >= m_members.size())
        return;
    const auto &member = m_members[static_cast<size_t>(path.front())];
    if (member.row)
        member.row->showFault(text);
    else
        member.group->showFault({path.begin() + 1, path.end()}, text);
}

void GroupEditor::clearFaults()
{
    for (const auto &member : m_members) {
        if (member.row)
            member.row->showFault({});
        else
            member.group->clearFaults();
    }
}

void GroupEditor::focusFirst(bool column)
{
    if (m_members.empty())
        m_addRow->setFocus();
    else if (m_members.front().group)
        m_members.front().group->focusFirst(column);
    else if (column)
        m_members.front().row->focusColumn();
    else
        m_members.front().row->focusValue();
}

} // namespace squall::ui
