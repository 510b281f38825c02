#pragma once

#include "core/catalog/snapshot.h"
#include "core/explain/plan.h"

namespace squall::explain {

/// Something in a plan that costs time and can be helped.
struct Hint
{
    enum class Kind : unsigned char {
        SelectiveScan,
        FilterAfterIndex,
        MissingKeyIndex,
        SortOnDisk,
        HashOnDisk,
        LossyBitmap,
        Misestimate,
        StaleStatistics,
        RepeatedLoop,
        RepeatedSubplan,
        HeapFetches,
        SlowTrigger,
        Compilation,
        MissingWorkers,
    };

    Kind kind = Kind::SelectiveScan;
    int node = -1; ///< -1: about the whole
    QString message;
    QString explanation = {};
    QString fix = {}; ///< a statement; empty where none would do

    bool operator==(const Hint &) const = default;
};

/// What the server knows of a table's life, as far as somebody asked.
struct TableFacts
{
    QString schema;
    QString table;
    double rows = -1;      ///< as the planner believes; -1: never counted
    double changed = 0;    ///< rows since the last ANALYZE
    QString analyzed = {}; ///< when; empty: never

    bool operator==(const TableFacts &) const = default;
};

/// What would help, the dearest first. `snapshot` says which columns and indexes there are; without it no
/// index is proposed.
std::vector<Hint> hints(const Plan &plan, const catalog::Snapshot *snapshot,
                        const std::vector<TableFacts> &facts = {});

} // namespace squall::explain
