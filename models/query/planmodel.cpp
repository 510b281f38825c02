#include "models/query/planmodel.h"

#include "models/quantity.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

constexpr double million = 1e6;
constexpr qint64 pageBytes = 8192;
/// Less than that is as near as an estimate can be.
constexpr double nearEnough = 2;

const explain::Node *at(const KeptPlanPtr &plan, int index)
{
    return plan && index >= 0 ? &plan->plan.nodes[static_cast<size_t>(index)] : nullptr;
}

/// What it is there for, and on what condition.
QString belowTitle(const explain::Node &node)
{
    QStringList parts{node.subplan, explain::conditionOf(node)};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

} // namespace

QString planTime(double milliseconds)
{
    const QLocale locale;
    if (milliseconds < 10)
        return PlanModel::tr("%1 ms").arg(locale.toString(milliseconds, 'f', 2));
    if (milliseconds < 1000)
        return PlanModel::tr("%1 ms").arg(locale.toString(milliseconds, 'f', 1));
    const auto seconds = milliseconds / 1000;
    if (seconds < 100)
        return PlanModel::tr("%1 s").arg(locale.toString(seconds, 'f', 2));
    const auto whole = std::llround(seconds);
    return PlanModel::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
}

QString planCount(double number)
{
    const QLocale locale;
    if (number >= million)
        return PlanModel::tr("%1M", "million").arg(locale.toString(number / million, 'f', 1));
    const bool whole = number == std::floor(number) || number >= 100;
    return locale.toString(number, 'f', whole ? 0 : 2);
}

QString planTitle(const KeptPlan &plan)
{
    auto title = QLocale().toString(plan.time.time(), u"HH:mm:ss"_s) + u" · "_s;
    title += plan.plan.analyzed ? planTime(plan.plan.whole())
                                : PlanModel::tr("cost %1").arg(planCount(plan.plan.root().totalCost));
    if (!plan.request.imagined.isEmpty())
        title += u" · "_s + PlanModel::tr("what if");
    return title;
}

PlanModel::PlanModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

void PlanModel::setPlans(const KeptPlanPtr &plan, const KeptPlanPtr &earlier)
{
    beginResetModel();
    m_plan = plan;
    m_earlier = plan ? earlier : KeptPlanPtr();
    arrange();
    endResetModel();
}

void PlanModel::arrange()
{
    m_items.clear();
    m_roots.clear();
    if (!m_plan)
        return;
    if (m_earlier) {
        for (const auto &step : explain::compare(m_earlier->plan, m_plan->plan))
            m_items.push_back({step});
    } else {
        for (int i = 0; i < static_cast<int>(m_plan->plan.nodes.size()); ++i)
            m_items.push_back({{.after = i}});
    }
    for (int i = 0; i < static_cast<int>(m_items.size()); ++i) {
        auto &item = m_items[static_cast<size_t>(i)];
        item.parent = parentOf(item.step);
        auto &siblings = item.parent < 0 ? m_roots : m_items[static_cast<size_t>(item.parent)].children;
        item.row = static_cast<int>(siblings.size());
        siblings.push_back(i);
    }
}

/// What went stands below the partner of what it stood below, or of what that stood below.
int PlanModel::parentOf(const explain::Step &step) const
{
    const auto find = [&](auto matches) {
        const auto found = std::find_if(m_items.begin(), m_items.end(),
                                        [&](const Item &each) { return matches(each.step); });
        return found == m_items.end() ? -1 : static_cast<int>(found - m_items.begin());
    };
    if (const auto *node = at(m_plan, step.after))
        return node->parent < 0 ? -1 : find([&](const auto &each) { return each.after == node->parent; });
    for (auto above = at(m_earlier, step.before)->parent; above >= 0; above = at(m_earlier, above)->parent) {
        const auto index = find([&](const auto &each) { return each.before == above; });
        if (index >= 0)
            return index;
    }
    return -1;
}

double PlanModel::share(const explain::Plan &plan, const explain::Node &node) const
{
    const bool comparable = m_earlier && m_earlier->plan.analyzed == m_plan->plan.analyzed;
    const auto whole = comparable ? std::max(m_plan->plan.whole(), m_earlier->plan.whole()) : plan.whole();
    return whole > 0 ? std::clamp((plan.analyzed ? node.selfMs : node.selfCost) / whole, 0.0, 1.0) : 0;
}

const PlanModel::Item *PlanModel::item(const QModelIndex &index) const
{
    return index.isValid() ? &m_items[index.internalId()] : nullptr;
}

const explain::Node *PlanModel::node(const QModelIndex &index) const
{
    const auto *found = item(index);
    return found ? at(m_plan, found->step.after) : nullptr;
}

const explain::Node *PlanModel::earlierNode(const QModelIndex &index) const
{
    const auto *found = item(index);
    return found ? at(m_earlier, found->step.before) : nullptr;
}

QModelIndex PlanModel::indexOf(int node) const
{
    for (size_t i = 0; i < m_items.size(); ++i) {
        if (m_items[i].step.after == node)
            return createIndex(m_items[i].row, 0, quintptr(i));
    }
    return {};
}

QModelIndex PlanModel::hottest() const
{
    if (!m_plan)
        return {};
    int deepest = -1;
    for (int i = 0; i < static_cast<int>(m_plan->plan.nodes.size()); ++i) {
        if (at(m_plan, i)->hot)
            deepest = i;
    }
    return indexOf(deepest);
}

QModelIndex PlanModel::index(int row, int column, const QModelIndex &parent) const
{
    const auto *above = item(parent);
    const auto &list = above ? above->children : m_roots;
    if (row < 0 || row >= static_cast<int>(list.size()) || column < 0 || column >= ColumnCount)
        return {};
    return createIndex(row, column, quintptr(list[static_cast<size_t>(row)]));
}

QModelIndex PlanModel::parent(const QModelIndex &index) const
{
    const auto *found = item(index);
    if (!found || found->parent < 0)
        return {};
    return createIndex(m_items[static_cast<size_t>(found->parent)].row, 0, quintptr(found->parent));
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    const auto *above = item(parent);
    return static_cast<int>((above ? above->children : m_roots).size());
}

int PlanModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString PlanModel::text(const explain::Node &node, int column) const
{
    const bool analyzed = m_plan->plan.analyzed;
    switch (column) {
    case StepColumn: return explain::titleOf(node);
    case TimeColumn:
        if (!analyzed)
            return planCount(node.selfCost);
        return node.wasExecuted() ? planTime(node.selfMs) : tr("never executed");
    case RowsColumn:
        if (!analyzed)
            return u"≈ "_s + planCount(node.plannedRows);
        return node.wasExecuted() ? planCount(node.allRows()) : QString();
    case EstimateColumn: {
        const auto off = node.misestimate();
        if (off >= nearEnough)
            return u"↑ × "_s + planCount(std::round(off));
        return off <= 1 / nearEnough ? u"↓ × "_s + planCount(std::round(1 / off)) : QString();
    }
    case BuffersColumn:
        return node.selfBuffers && node.selfBuffers->touched() > 0
                   ? byteSize(node.selfBuffers->touched() * pageBytes)
                   : QString();
    default: return {};
    }
}

QString PlanModel::toolTip(const Item &item, int column) const
{
    const auto *node = at(m_plan, item.step.after);
    if (!node)
        return tr("This step is gone.");
    const auto *before = at(m_earlier, item.step.before);
    switch (column) {
    case StepColumn: return belowTitle(*node);
    case TimeColumn:
        if (before && m_plan->plan.analyzed)
            return tr("%1, before: %2").arg(planTime(node->selfMs), planTime(before->selfMs));
        return m_plan->plan.analyzed && node->loops > 1
                   ? tr("%1 in itself, %2 with all below it; executed %3 times")
                         .arg(planTime(node->selfMs), planTime(node->wholeMs), planCount(node->loops))
                   : QString();
    case EstimateColumn:
        return node->misestimate() >= nearEnough
                   ? tr("%1 times more rows than expected").arg(planCount(std::round(node->misestimate())))
               : node->misestimate() <= 1 / nearEnough
                   ? tr("%1 times fewer rows than expected")
                         .arg(planCount(std::round(1 / node->misestimate())))
                   : QString();
    default: return {};
    }
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    const auto *found = item(index);
    if (!found)
        return {};
    const auto *own = at(m_plan, found->step.after);
    const auto *before = at(m_earlier, found->step.before);
    const auto &node = own ? *own : *before;
    switch (role) {
    case Qt::DisplayRole: return own || index.column() == StepColumn ? text(node, index.column()) : QString();
    case Qt::ToolTipRole: return toolTip(*found, index.column());
    case Qt::AccessibleDescriptionRole:
        return index.column() == StepColumn ? belowTitle(node) : toolTip(*found, index.column());
    case Qt::TextAlignmentRole:
        return QVariant(index.column() == StepColumn ? Qt::AlignLeft | Qt::AlignVCenter
                                                     : Qt::AlignRight | Qt::AlignVCenter);
    case ConditionRole: return belowTitle(node);
    case ShareRole: return own ? share(m_plan->plan, node) : 0.0;
    case EarlierShareRole: return before ? QVariant(share(m_earlier->plan, *before)) : QVariant();
    case HotRole: return own && own->hot;
    case HintRole:
        return static_cast<int>(
            std::count_if(m_plan->hints.begin(), m_plan->hints.end(),
                          [&](const auto &hint) { return own && hint.node == found->step.after; }));
    case MisestimateRole: return node.misestimate();
    case ChangeRole: return m_earlier ? QVariant(static_cast<int>(found->step.change)) : QVariant();
    case NeverRole: return own && m_plan->plan.analyzed && !own->wasExecuted();
    default: return {};
    }
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(section == StepColumn ? Qt::AlignLeft | Qt::AlignVCenter
                                              : Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const bool analyzed = !m_plan || m_plan->plan.analyzed;
    switch (section) {
    case StepColumn: return tr("Step");
    case TimeColumn: return analyzed ? tr("Time") : tr("Cost");
    case RowsColumn: return tr("Rows");
    case EstimateColumn: return tr("Estimate");
    case BuffersColumn: return tr("Buffers");
    default: return {};
    }
}

} // namespace squall::models
