#include "core/explain/comparison.h"

#include <QHash>

#include <algorithm>

namespace squall::explain {

using namespace Qt::StringLiterals;

namespace {

enum class Work { Scan, Join, Other };

Work workOf(const Node &node)
{
    if (!node.relation.isEmpty() || !node.cte.isEmpty() || !node.function.isEmpty() ||
        node.type.endsWith(u" Scan"))
        return Work::Scan;
    if (node.type.endsWith(u" Join") || node.type == u"Nested Loop")
        return Work::Join;
    return Work::Other;
}

/// What each step of a plan is known by.
class Identities
{
public:
    explicit Identities(const Plan &plan)
        : m_plan(plan)
        , m_names(plan.nodes.size())
    {
        m_reads.resize(plan.nodes.size());
        collect(0);
        QHash<QString, int> seen;
        for (size_t i = 0; i < m_names.size(); ++i)
            m_names[i] += u'#' + QString::number(seen[m_names[i]]++);
    }

    const QString &of(size_t index) const { return m_names[index]; }

private:
    void collect(size_t index)
    {
        const auto &node = m_plan.nodes[index];
        auto &reads = m_reads[index];
        const bool writes = node.type == u"ModifyTable";
        const auto work = writes ? Work::Other : workOf(node);
        for (const auto child : node.children) {
            collect(static_cast<size_t>(child));
            reads += m_reads[static_cast<size_t>(child)];
        }
        const auto own = node.schema + u'.' + node.relation + node.cte + node.function + u' ' + node.alias;
        if (work == Work::Scan && node.type != u"Bitmap Index Scan")
            reads << own;
        reads.sort();
        const auto below = reads.join(u'|');
        if (work == Work::Scan)
            m_names[index] =
                (node.type == u"Bitmap Index Scan" ? u"bitmap "_s + node.index : u"scan "_s + own);
        else if (work == Work::Join)
            m_names[index] = u"join "_s + below;
        else
            m_names[index] = purpose(node) + u' ' + below;
    }

    /// Two ways to the same end count as one.
    static QString purpose(const Node &node)
    {
        if (node.type.endsWith(u"Sort"))
            return u"sort"_s;
        if (node.type == u"Aggregate" || node.type == u"Group" || node.type == u"Unique")
            return u"aggregate"_s;
        if (node.type.startsWith(u"Gather"))
            return u"gather"_s;
        return node.type + node.subplan;
    }

    const Plan &m_plan;
    std::vector<QStringList> m_reads;
    std::vector<QString> m_names;
};

bool goesTheSameWay(const Node &before, const Node &after)
{
    return before.type == after.type && before.index == after.index && before.joinType == after.joinType &&
           before.strategy == after.strategy && before.indexCondition == after.indexCondition &&
           before.sortKey == after.sortKey;
}

} // namespace

std::vector<Step> compare(const Plan &before, const Plan &after)
{
    const Identities old(before);
    const Identities fresh(after);
    QHash<QString, int> known;
    for (size_t i = 0; i < before.nodes.size(); ++i)
        known.insert(old.of(i), static_cast<int>(i));
    std::vector<int> partner(before.nodes.size(), -1);
    std::vector<Step> steps;
    for (size_t i = 0; i < after.nodes.size(); ++i) {
        Step step{.after = static_cast<int>(i), .change = Step::Change::Added};
        if (const auto found = known.constFind(fresh.of(i)); found != known.constEnd()) {
            step.before = *found;
            step.change = goesTheSameWay(before.nodes[static_cast<size_t>(*found)], after.nodes[i])
                              ? Step::Change::Same
                              : Step::Change::Differently;
            partner[static_cast<size_t>(*found)] = static_cast<int>(i);
        }
        steps.push_back(step);
    }
    for (size_t i = 0; i < before.nodes.size(); ++i) {
        if (partner[i] >= 0)
            continue;
        // Behind the step under which it stood.
        auto above = before.nodes[i].parent;
        while (above >= 0 && partner[static_cast<size_t>(above)] < 0)
            above = before.nodes[static_cast<size_t>(above)].parent;
        const auto wanted = above < 0 ? -1 : partner[static_cast<size_t>(above)];
        auto at =
            std::find_if(steps.begin(), steps.end(), [&](const Step &each) { return each.after == wanted; });
        at = wanted < 0 || at == steps.end() ? steps.begin() : at + 1;
        while (at != steps.end() && at->change == Step::Change::Removed)
            ++at;
        steps.insert(at, {.before = static_cast<int>(i), .change = Step::Change::Removed});
    }
    return steps;
}

} // namespace squall::explain
