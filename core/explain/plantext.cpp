#include "core/base/quote.h"
#include "core/explain/plan.h"

#include <cmath>

// A plan in the words that PostgreSQL's own text form has for it.
namespace squall::explain {

using namespace Qt::StringLiterals;

namespace {

QString fixed(double number, int decimals)
{
    return QString::number(number, 'f', decimals);
}

/// Rows are fractions since 18, where a mean over loops is meant.
QString count(double number)
{
    return number == std::floor(number) ? fixed(number, 0) : fixed(number, 2);
}

QString costs(const Node &node)
{
    return u"  (cost="_s + fixed(node.startupCost, 2) + u".."_s + fixed(node.totalCost, 2) + u" rows="_s +
           fixed(node.plannedRows, 0) + u" width="_s + QString::number(node.width) + u')';
}

QString actual(const Node &node)
{
    if (!node.wasExecuted())
        return u" (never executed)"_s;
    return u" (actual time="_s + fixed(node.startupMs, 3) + u".."_s + fixed(node.totalMs, 3) + u" rows="_s +
           count(node.rows) + u" loops="_s + fixed(node.loops, 0) + u')';
}

/// The lines below a step's first one.
class Details
{
public:
    explicit Details(const Node &node)
    {
        list(u"Sort Key"_s, node.sortKey);
        list(u"Group Key"_s, node.groupKey);
        line(u"Hash Cond"_s, node.hashCondition);
        line(u"Merge Cond"_s, node.mergeCondition);
        line(u"Index Cond"_s, node.indexCondition);
        line(u"Recheck Cond"_s, node.recheckCondition);
        number(u"Rows Removed by Index Recheck"_s, node.removedByRecheck);
        line(u"Join Filter"_s, node.joinFilter);
        number(u"Rows Removed by Join Filter"_s, node.removedByJoinFilter);
        line(u"Filter"_s, node.filter);
        number(u"Rows Removed by Filter"_s, node.removedByFilter);
        number(u"Heap Fetches"_s, node.heapFetches);
        if (!node.sortMethod.isEmpty())
            m_lines << u"Sort Method: "_s + node.sortMethod +
                           (node.sortOnDisk ? u"  Disk: "_s : u"  Memory: "_s) +
                           QString::number(node.sortKilobytes) + u"kB"_s;
        if (node.workersPlanned > 0) {
            m_lines << u"Workers Planned: "_s + QString::number(node.workersPlanned);
            if (node.wasExecuted())
                m_lines << u"Workers Launched: "_s + QString::number(node.workersLaunched);
        }
        if (node.hashBatches > 0)
            m_lines << u"Batches: "_s + QString::number(node.hashBatches) + u"  Memory Usage: "_s +
                           QString::number(node.peakKilobytes) + u"kB"_s +
                           (node.diskKilobytes > 0
                                ? u"  Disk Usage: "_s + QString::number(node.diskKilobytes) + u"kB"_s
                                : QString());
        if (node.buffers)
            buffers(*node.buffers);
    }

    const QStringList &lines() const { return m_lines; }

private:
    void line(const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            m_lines << name + u": "_s + value;
    }
    void list(const QString &name, const QStringList &values) { line(name, values.join(u", "_s)); }
    void number(const QString &name, double value)
    {
        if (value > 0)
            m_lines << name + u": "_s + count(value);
    }
    void buffers(const Buffers &buffers)
    {
        QStringList parts;
        const auto group = [&](const QString &name,
                               std::initializer_list<std::pair<QString, qint64>> counts) {
            QString text;
            for (const auto &[what, blocks] : counts) {
                if (blocks > 0)
                    text += u' ' + what + u'=' + QString::number(blocks);
            }
            if (!text.isEmpty())
                parts << name + text;
        };
        group(u"shared"_s, {{u"hit"_s, buffers.hit},
                            {u"read"_s, buffers.read},
                            {u"dirtied"_s, buffers.dirtied},
                            {u"written"_s, buffers.written}});
        group(u"temp"_s, {{u"read"_s, buffers.tempRead}, {u"written"_s, buffers.tempWritten}});
        line(u"Buffers"_s, parts.join(u", "_s));
    }

    QStringList m_lines;
};

void addText(QString &text, const Plan &plan, int index, int indent)
{
    const auto &node = plan.nodes[static_cast<size_t>(index)];
    const QString blanks(indent, u' ');
    if (!node.subplan.isEmpty()) {
        text += blanks + node.subplan + u'\n';
        indent += 2;
    }
    const QString arrow = index == 0 ? QString() : u"->  "_s;
    text += QString(indent, u' ') + arrow + titleOf(node) + costs(node) +
            (plan.analyzed ? actual(node) : QString()) + u'\n';
    const auto below = indent + static_cast<int>(arrow.size()) + 2;
    const Details details(node);
    for (const auto &line : details.lines())
        text += QString(below, u' ') + line + u'\n';
    for (const auto child : node.children)
        addText(text, plan, child, below);
}

} // namespace

QString titleOf(const Node &node)
{
    auto title = node.type;
    if (node.type == u"ModifyTable")
        title = node.operation;
    else if (node.type == u"Aggregate")
        title = node.strategy == u"Hashed"   ? u"HashAggregate"_s
                : node.strategy == u"Sorted" ? u"GroupAggregate"_s
                : node.strategy == u"Mixed"  ? u"MixedAggregate"_s
                                             : u"Aggregate"_s;
    else if (!node.joinType.isEmpty() && node.joinType != u"Inner")
        title = node.type == u"Nested Loop"    ? u"Nested Loop "_s + node.joinType + u" Join"_s
                : node.type.endsWith(u" Join") ? node.type.chopped(5) + u' ' + node.joinType + u" Join"_s
                                               : node.type + u' ' + node.joinType;
    if (!node.index.isEmpty())
        title += node.type == u"Bitmap Index Scan" ? u" on "_s + quote(node.index)
                                                   : u" using "_s + quote(node.index);
    const auto what = !node.relation.isEmpty() ? node.relation
                      : !node.cte.isEmpty()    ? node.cte
                                               : node.function;
    if (!what.isEmpty()) {
        const bool other = !node.schema.isEmpty() && node.schema != u"public" && node.schema != u"pg_catalog";
        title += u" on "_s + (other ? quote(node.schema, what) : quote(what));
        if (!node.alias.isEmpty() && node.alias != what)
            title += u' ' + quote(node.alias);
    } else if (!node.alias.isEmpty()) {
        title += u" on "_s + quote(node.alias);
    }
    return title;
}

QString conditionOf(const Node &node)
{
    for (const auto &each :
         {node.hashCondition, node.mergeCondition, node.indexCondition, node.joinFilter, node.filter,
          node.recheckCondition, node.groupKey.join(u", "_s), node.sortKey.join(u", "_s)}) {
        if (!each.isEmpty())
            return each;
    }
    return {};
}

QString planText(const Plan &plan)
{
    QString text;
    addText(text, plan, 0, 0);
    if (plan.planningMs > 0)
        text += u"Planning Time: "_s + fixed(plan.planningMs, 3) + u" ms\n"_s;
    for (const auto &trigger : plan.triggers)
        text += u"Trigger "_s +
                (trigger.constraint.isEmpty() ? trigger.name : u"for constraint "_s + trigger.constraint) +
                u": time="_s + fixed(trigger.ms, 3) + u" calls="_s + QString::number(trigger.calls) + u'\n';
    if (plan.analyzed)
        text += u"Execution Time: "_s + fixed(plan.executionMs, 3) + u" ms\n"_s;
    return text;
}

} // namespace squall::explain
