#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

/// What EXPLAIN answers, as values.
namespace squall::explain {

/// Pages of 8 kB, of a node with all below it.
struct Buffers
{
    qint64 hit = 0;
    qint64 read = 0;
    qint64 dirtied = 0;
    qint64 written = 0;
    qint64 tempRead = 0;
    qint64 tempWritten = 0;

    qint64 touched() const { return hit + read; }
    bool operator==(const Buffers &) const = default;
};

/// One step of a plan. Numbers of rows and times are for one loop where they are the server's; what is worked
/// out of them says so.
struct Node
{
    QString type;              ///< `Seq Scan`, `Hash Join`, … in the server's words
    QString joinType = {};     ///< `Left`, `Semi`, …
    QString strategy = {};     ///< of an aggregate: `Hashed`, `Sorted`
    QString operation = {};    ///< of ModifyTable: `Insert`, …
    QString relationship = {}; ///< `Outer`, `Inner`, `InitPlan`, `SubPlan`, `Member`
    QString subplan = {};      ///< `CTE x`, `SubPlan 1`
    QString schema = {};
    QString relation = {};
    QString alias = {};
    QString index = {};
    QString cte = {};
    QString function = {};

    double startupCost = 0;
    double totalCost = 0;
    double plannedRows = 0;
    int width = 0;

    double startupMs = 0;
    double totalMs = 0;
    double rows = 0;
    double loops = 0; ///< 0: never executed, or only planned
    int workersPlanned = 0;
    int workersLaunched = 0;

    QString filter = {};
    QString indexCondition = {};
    QString joinFilter = {};
    QString hashCondition = {};
    QString mergeCondition = {};
    QString recheckCondition = {};
    double removedByFilter = 0;
    double removedByJoinFilter = 0;
    double removedByRecheck = 0;
    double heapFetches = 0;
    double lossyBlocks = 0;

    QStringList sortKey = {};
    QStringList groupKey = {};
    QString sortMethod = {};
    qint64 sortKilobytes = 0;
    bool sortOnDisk = false;
    int hashBatches = 0;
    qint64 peakKilobytes = 0;
    qint64 diskKilobytes = 0; ///< of an aggregate that did not fit

    std::optional<Buffers> buffers = {};
    /// Everything else the server said, in its order and words.
    std::vector<std::pair<QString, QString>> details = {};

    int parent = -1;
    std::vector<int> children = {};
    int depth = 0;

    // Worked out.
    double wholeMs = 0; ///< over all loops, as time goes by: parallel workers at once
    double selfMs = 0;  ///< without what stands below
    double selfCost = 0;
    std::optional<Buffers> selfBuffers = {};
    bool hot = false; ///< on the way to the step that takes most

    bool wasExecuted() const { return loops > 0; }
    /// Rows over all loops.
    double allRows() const { return rows * loops; }
    /// How many times more rows came than were expected; below 1: fewer. 1 where nothing is known.
    double misestimate() const;

    bool operator==(const Node &) const = default;
};

struct TriggerTime
{
    QString name;
    QString constraint = {};
    QString relation = {};
    double ms = 0;
    qint64 calls = 0;

    bool operator==(const TriggerTime &) const = default;
};

/// The plan of one statement; its steps from the root, parents before children.
struct Plan
{
    std::vector<Node> nodes;
    bool analyzed = false;
    double planningMs = 0;
    double executionMs = 0;
    double jitMs = 0;
    std::vector<TriggerTime> triggers = {};
    /// Settings that are not the server's defaults.
    std::vector<std::pair<QString, QString>> settings = {};
    QByteArray json = {}; ///< as it came

    const Node &root() const { return nodes.front(); }
    /// What shares are shares of: milliseconds, or cost where nothing was executed.
    double whole() const;
    double shareOf(const Node &node) const;

    bool operator==(const Plan &) const = default;
};

/// Reads what `EXPLAIN (FORMAT JSON)` returned, with whatever other options.
Result<Plan> readPlan(const QByteArray &json);

/// The plan as EXPLAIN writes it for people.
QString planText(const Plan &plan);

/// What a step is in one line: `Index Scan on users u`.
QString titleOf(const Node &node);
/// The condition that says most of it; empty when it has none.
QString conditionOf(const Node &node);

} // namespace squall::explain
