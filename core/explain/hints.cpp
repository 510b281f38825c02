#include "core/explain/hints.h"

#include "core/base/quote.h"
#include "core/explain/conditioncolumns.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace squall::explain {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::explain::Hints)
};

/// Less than that of the whole is not worth a word.
constexpr double worthwhileShare = 0.05;
constexpr double manyRows = 1000;
/// Of the rows that are looked at: fewer than these are few.
constexpr double fewOfThem = 0.1;
constexpr double farOff = 10;
constexpr double manyLoops = 1000;
constexpr double slowTriggerShare = 0.2;

QString count(double number)
{
    return QLocale().toString(static_cast<qlonglong>(std::llround(number)));
}

/// Looks through one plan.
class Adviser
{
public:
    Adviser(const Plan &plan, const catalog::Snapshot *snapshot, const std::vector<TableFacts> &facts)
        : m_plan(plan)
        , m_snapshot(snapshot)
        , m_facts(facts)
    {
    }

    std::vector<Hint> advise()
    {
        for (int i = 0; i < static_cast<int>(m_plan.nodes.size()); ++i) {
            const auto &node = m_plan.nodes[static_cast<size_t>(i)];
            if (m_plan.analyzed && !node.wasExecuted())
                continue;
            scan(i, node);
            memory(i, node);
            estimate(i, node);
            loops(i, node);
            visibility(i, node);
        }
        whole();
        std::stable_sort(m_found.begin(), m_found.end(),
                         [](const auto &one, const auto &other) { return one.second > other.second; });
        std::vector<Hint> result;
        for (auto &[hint, share] : m_found) {
            if (std::none_of(result.begin(), result.end(), [&](const Hint &each) {
                    return each.kind == hint.kind && !hint.fix.isEmpty() && each.fix == hint.fix;
                }))
                result.push_back(std::move(hint));
        }
        return result;
    }

private:
    const Node &at(int index) const { return m_plan.nodes[static_cast<size_t>(index)]; }
    bool isWorthwhile(const Node &node) const { return m_plan.shareOf(node) >= worthwhileShare; }

    void add(Hint hint, double share) { m_found.emplace_back(std::move(hint), share); }

    const catalog::Table *tableOf(const Node &node) const
    {
        return m_snapshot && !node.relation.isEmpty()
                   ? catalog::findTable(*m_snapshot, {node.schema, node.relation})
                   : nullptr;
    }

    static QString nameOf(const Node &node) { return quote(node.schema, node.relation); }

    ConditionColumns filterOf(const Node &node, const catalog::Table &table) const
    {
        QStringList columns;
        for (const auto &column : table.columns)
            columns << column.name;
        return columnsOf(node.filter, columns, node.alias);
    }

    static bool hasIndex(const catalog::Table &table, const QStringList &columns)
    {
        return std::any_of(table.indexes.begin(), table.indexes.end(), [&](const catalog::Index &index) {
            if (!index.valid || !index.predicate.isEmpty() ||
                index.keys.size() < static_cast<size_t>(columns.size()))
                return false;
            for (size_t i = 0; i < static_cast<size_t>(columns.size()); ++i) {
                if (index.keys[i].column != columns[static_cast<qsizetype>(i)])
                    return false;
            }
            return true;
        });
    }

    static QString createIndex(const QString &table, const QStringList &columns)
    {
        QStringList quoted;
        for (const auto &column : columns)
            quoted << quote(column);
        return u"CREATE INDEX CONCURRENTLY ON "_s + table + u" ("_s + quoted.join(u", "_s) + u");"_s;
    }

    void scan(int index, const Node &node)
    {
        if (node.filter.isEmpty() || node.relation.isEmpty() || !m_plan.analyzed)
            return;
        const auto looked = (node.rows + node.removedByFilter) * node.loops;
        if (looked < manyRows || node.allRows() > looked * fewOfThem || !isWorthwhile(node))
            return;
        const auto *table = tableOf(node);
        const auto columns = table ? filterOf(node, *table) : ConditionColumns();
        if (node.type == u"Seq Scan")
            selectiveScan(index, node, table, columns, looked);
        else if (node.type.startsWith(u"Index") || node.type == u"Bitmap Heap Scan")
            filterAfterIndex(index, node, table, columns, looked);
    }

    void selectiveScan(int index, const Node &node, const catalog::Table *table,
                       const ConditionColumns &columns, double looked)
    {
        const auto wanted = columns.forIndex();
        const bool known = table && !wanted.isEmpty();
        const bool there = known && hasIndex(*table, {wanted.front()});
        const bool key = known && !there && isForeignKey(*table, columns.equal);
        Hint hint{.kind = key ? Hint::Kind::MissingKeyIndex : Hint::Kind::SelectiveScan,
                  .node = index,
                  .message = Words::tr("All of %1 is read for few of its rows: %2 of %3.")
                                 .arg(node.relation, count(node.allRows()), count(looked))};
        if (key)
            hint.explanation =
                Words::tr("“%1” is a foreign key without an index. It also serves deleting what it "
                          "refers to.")
                    .arg(columns.equal.front());
        else if (there)
            hint.explanation = Words::tr("There is an index on “%1”, and the planner did not take it: the "
                                         "types may differ, or the "
                                         "statistics be old.")
                                   .arg(wanted.front());
        else
            hint.explanation = Words::tr("An index leads to these rows directly.");
        if (known)
            hint.fix = there ? u"ANALYZE "_s + nameOf(node) + u';' : createIndex(nameOf(node), wanted);
        add(hint, m_plan.shareOf(node));
    }

    void filterAfterIndex(int index, const Node &node, const catalog::Table *table,
                          const ConditionColumns &columns, double looked)
    {
        Hint hint{.kind = Hint::Kind::FilterAfterIndex,
                  .node = index,
                  .message = Words::tr("The index finds %1 rows, and the filter leaves %2 of them.")
                                 .arg(count(looked), count(node.allRows())),
                  .explanation =
                      Words::tr("An index that has the filter's columns as well finds only those.")};
        const auto *used = table ? catalog::findIndex(table->indexes, node.index) : nullptr;
        QStringList keys;
        for (const auto &key : used ? used->keys : std::vector<catalog::IndexKey>())
            keys << key.column;
        if (used && !keys.contains(QString()) && !columns.isEmpty()) {
            auto wanted = columns.equal;
            for (const auto &key : keys) {
                if (!wanted.contains(key))
                    wanted << key;
            }
            if (wanted.size() > keys.size() && !hasIndex(*table, wanted))
                hint.fix = createIndex(nameOf(node), wanted);
        }
        add(hint, m_plan.shareOf(node));
    }

    static bool isForeignKey(const catalog::Table &table, const QStringList &columns)
    {
        return std::any_of(table.constraints.begin(), table.constraints.end(), [&](const auto &each) {
            return each.type == catalog::Constraint::Type::ForeignKey && !columns.isEmpty() &&
                   each.columns.front() == columns.front();
        });
    }

    void memory(int index, const Node &node)
    {
        // What is on disk is packed tighter than what is in memory.
        const auto workMem = [](qint64 kilobytes) {
            const auto megabytes =
                std::max<qint64>(8, static_cast<qint64>(std::ceil(kilobytes * 2.5 / 1024 / 8)) * 8);
            return u"SET work_mem = '%1MB';"_s.arg(megabytes);
        };
        if (node.sortOnDisk)
            add({.kind = Hint::Kind::SortOnDisk,
                 .node = index,
                 .message = Words::tr("The sort did not fit into memory and went to disk: %1 kB.")
                                .arg(count(static_cast<double>(node.sortKilobytes))),
                 .explanation =
                     Words::tr("work_mem is what one sort or hash may take. Raise it for this session, not "
                               "for the whole server."),
                 .fix = workMem(node.sortKilobytes)},
                m_plan.shareOf(node));
        const bool hash = node.type == u"Hash" && node.hashBatches > 1;
        const bool aggregate = node.type == u"Aggregate" && node.diskKilobytes > 0;
        if (hash || aggregate)
            add({.kind = Hint::Kind::HashOnDisk,
                 .node = index,
                 .message =
                     Words::tr("The hash table did not fit into memory: %1 batches.").arg(node.hashBatches),
                 .explanation =
                     Words::tr("Each batch is written to disk and read again. work_mem is what one sort or "
                               "hash may take."),
                 .fix = workMem(
                     std::max(node.peakKilobytes * std::max(1, node.hashBatches), node.diskKilobytes))},
                m_plan.shareOf(node));
        if (node.lossyBlocks > 0 && node.removedByRecheck * node.loops > manyRows)
            add({.kind = Hint::Kind::LossyBitmap,
                 .node = index,
                 .message =
                     Words::tr("The bitmap was too large for memory, so %1 rows were looked at for nothing.")
                         .arg(count(node.removedByRecheck * node.loops)),
                 .explanation = Words::tr("With more work_mem it names rows instead of pages."),
                 .fix = workMem(16 * 1024)},
                m_plan.shareOf(node));
    }

    bool isFarOff(const Node &node) const
    {
        const auto off = node.misestimate();
        return (off >= farOff || off <= 1 / farOff) &&
               std::max(node.allRows(), node.plannedRows) >= manyRows / 10;
    }

    /// Only where the mistake begins: what is above follows from it. A LIMIT above ends a step early.
    void estimate(int index, const Node &node)
    {
        if (!m_plan.analyzed || !isFarOff(node) || node.relation.isEmpty() || node.type == u"ModifyTable")
            return;
        if (node.misestimate() < 1 && endsEarly(node))
            return;
        const bool below = std::any_of(node.children.begin(), node.children.end(), [&](int child) {
            return isFarOff(at(child)) && !at(child).relation.isEmpty();
        });
        if (below)
            return;
        const auto off = node.misestimate();
        Hint hint{.kind = Hint::Kind::Misestimate,
                  .node = index,
                  .message = off > 1 ? Words::tr("%1 times more rows than expected: %2 instead of %3.")
                                           .arg(count(off), count(node.rows), count(node.plannedRows))
                                     : Words::tr("%1 times fewer rows than expected: %2 instead of %3.")
                                           .arg(count(1 / off), count(node.rows), count(node.plannedRows)),
                  .explanation =
                      Words::tr("The planner chooses by these numbers: joins and orders above may be wrong "
                                "for that reason.")};
        const auto *table = tableOf(node);
        const auto columns = table ? filterOf(node, *table) : ConditionColumns();
        auto related = columns.equal + columns.ranged;
        related.removeDuplicates();
        if (table && related.size() > 1) {
            QStringList quoted;
            for (const auto &column : related)
                quoted << quote(column);
            hint.explanation +=
                u' ' + Words::tr("The columns of the condition may depend on each other, which the "
                                 "server learns only when told.");
            // They need a name before version 16.
            const auto name = node.relation + u'_' + related.join(u'_') + u"_stats"_s;
            hint.fix = u"CREATE STATISTICS "_s + quote(node.schema, name) + u" ON "_s + quoted.join(u", "_s) +
                       u" FROM "_s + nameOf(node) + u"; ANALYZE "_s + nameOf(node) + u';';
        } else {
            hint.fix = u"ANALYZE "_s + nameOf(node) + u';';
        }
        add(hint, m_plan.shareOf(node) + 0.01);
    }

    bool endsEarly(const Node &node) const
    {
        for (auto above = node.parent; above >= 0; above = at(above).parent) {
            const auto &type = at(above).type;
            if (type == u"Limit" || at(above).joinType == u"Semi" || at(above).joinType == u"Anti" ||
                type == u"Merge Join" || !at(above).subplan.isEmpty())
                return true;
        }
        return !node.subplan.isEmpty();
    }

    void loops(int index, const Node &node)
    {
        if (!m_plan.analyzed || node.loops < manyLoops || node.parent < 0)
            return;
        const auto share = m_plan.whole() > 0 ? node.wholeMs / m_plan.whole() : 0;
        if (share < 0.3)
            return;
        const auto &above = at(node.parent);
        if (node.relationship == u"SubPlan") {
            add({.kind = Hint::Kind::RepeatedSubplan,
                 .node = index,
                 .message = Words::tr("This subquery was executed %1 times, once for each row.")
                                .arg(count(node.loops)),
                 .explanation =
                     Words::tr("As a join, or as LEFT JOIN LATERAL with an index on what it looks for, it is "
                               "worked out once or found quickly.")},
                share);
        } else if (above.type == u"Nested Loop" && node.relationship == u"Inner") {
            const auto &outer = at(above.children.front());
            if (outer.misestimate() < farOff)
                return;
            Hint hint{.kind = Hint::Kind::RepeatedLoop,
                      .node = index,
                      .message = Words::tr("Executed %1 times, where the planner expected %2.")
                                     .arg(count(node.loops), count(outer.plannedRows)),
                      .explanation =
                          Words::tr("A nested loop is for few rows. With a better estimate of its outer side "
                                    "the planner would hash or merge.")};
            if (!outer.relation.isEmpty())
                hint.fix = u"ANALYZE "_s + nameOf(outer) + u';';
            add(hint, share);
        }
    }

    void visibility(int index, const Node &node)
    {
        const auto all = node.allRows();
        if (node.type != u"Index Only Scan" || node.heapFetches < manyRows ||
            node.heapFetches < all * fewOfThem)
            return;
        add({.kind = Hint::Kind::HeapFetches,
             .node = index,
             .message = Words::tr("The index alone did not do: %1 rows were looked up in the table.")
                            .arg(count(node.heapFetches)),
             .explanation =
                 Words::tr("Whether a row counts stands in the table until a vacuum has been there."),
             .fix = u"VACUUM "_s + nameOf(node) + u';'},
            m_plan.shareOf(node));
    }

    void whole()
    {
        statistics();
        for (const auto &trigger : m_plan.triggers)
            slowTrigger(trigger);
        const auto all = m_plan.whole();
        if (m_plan.analyzed && m_plan.jitMs > all * 0.3 && m_plan.jitMs > 50)
            add({.kind = Hint::Kind::Compilation,
                 .message =
                     Words::tr("%1 ms of %2 ms went into compiling.").arg(count(m_plan.jitMs), count(all)),
                 .explanation = Words::tr("JIT pays off for statements that run for seconds."),
                 .fix = u"SET jit = off;"_s},
                m_plan.jitMs / all);
        for (int i = 0; i < static_cast<int>(m_plan.nodes.size()); ++i) {
            const auto &node = at(i);
            if (m_plan.analyzed && node.wasExecuted() && node.workersLaunched < node.workersPlanned)
                add({.kind = Hint::Kind::MissingWorkers,
                     .node = i,
                     .message = Words::tr("%1 of %2 workers were there.")
                                    .arg(node.workersLaunched)
                                    .arg(node.workersPlanned),
                     .explanation = Words::tr("Others were using them, or max_parallel_workers is low.")},
                    0);
        }
    }

    void statistics()
    {
        for (const auto &each : m_facts) {
            const bool never = each.analyzed.isEmpty() && each.rows < 0;
            if (!never && (each.changed < manyRows || each.changed < each.rows * 0.2))
                continue;
            const auto node = std::find_if(m_plan.nodes.begin(), m_plan.nodes.end(), [&](const Node &one) {
                return one.relation == each.table && one.schema == each.schema;
            });
            add({.kind = Hint::Kind::StaleStatistics,
                 .node = node == m_plan.nodes.end() ? -1 : static_cast<int>(node - m_plan.nodes.begin()),
                 .message = never ? Words::tr("%1 has no statistics yet.").arg(each.table)
                                  : Words::tr("%1 rows of %2 have changed since its statistics were made.")
                                        .arg(count(each.changed), each.table),
                 .explanation = Words::tr("The planner guesses from them how many rows a condition leaves."),
                 .fix = u"ANALYZE "_s + quote(each.schema, each.table) + u';'},
                0.1);
        }
    }

    /// The check of a foreign key looks for rows that refer to what goes.
    void slowTrigger(const TriggerTime &trigger)
    {
        const auto share = m_plan.whole() > 0 ? trigger.ms / m_plan.whole() : 0;
        if (share < slowTriggerShare || trigger.calls == 0)
            return;
        const auto what = trigger.constraint.isEmpty() ? trigger.name : trigger.constraint;
        Hint hint{.kind = Hint::Kind::SlowTrigger,
                  .message = Words::tr("%1 % of the time went into “%2”, called %3 times.")
                                 .arg(std::lround(share * 100))
                                 .arg(what, count(static_cast<double>(trigger.calls)))};
        for (const auto &table : m_snapshot ? m_snapshot->tables : std::vector<catalog::Table>()) {
            for (const auto &constraint : table.constraints) {
                if (constraint.name != trigger.constraint || trigger.constraint.isEmpty() ||
                    constraint.type != catalog::Constraint::Type::ForeignKey ||
                    constraint.referencedTable.name != trigger.relation ||
                    hasIndex(table, constraint.columns))
                    continue;
                hint.kind = Hint::Kind::MissingKeyIndex;
                hint.explanation =
                    Words::tr("For each row %1 is searched for those that refer to it, without an index.")
                        .arg(table.name);
                hint.fix = createIndex(quote(table.schema, table.name), constraint.columns);
            }
        }
        add(hint, share);
    }

    const Plan &m_plan;
    const catalog::Snapshot *m_snapshot;
    const std::vector<TableFacts> &m_facts;
    std::vector<std::pair<Hint, double>> m_found;
};

} // namespace

std::vector<Hint> hints(const Plan &plan, const catalog::Snapshot *snapshot,
                        const std::vector<TableFacts> &facts)
{
    return Adviser(plan, snapshot, facts).advise();
}

} // namespace squall::explain
