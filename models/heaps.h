#pragma once

#include "core/base/result.h"
#include "models/rowstretch.h"

#include <optional>
#include <vector>

namespace squall::pg {
class Connection;
}

namespace squall::models {

/// The tables whose rows are read as they lie on disk: a relation alone, its rows in the order of ctid, or
/// all tables that it consists of, in the order of tableoid and ctid.
class Heaps
{
public:
    struct Heap
    {
        QByteArray oid = {};
        qint64 blocks = 0;
    };
    /// Rows that one statement reads by ranges of blocks: inside of one table, or of several small ones.
    struct Step
    {
        size_t first = 0;
        size_t last = 0;
        QByteArray low = {}; ///< a ctid of the first table
        bool inclusive = true;
        QByteArray high = {}; ///< of the last one; the row there does not belong to it
        /// Where to go on; nothing at the end.
        std::optional<RowPosition> next = {};
    };

    /// In the order of their oids; `several` when positions name them.
    Heaps(std::vector<Heap> heaps, bool several);

    qint64 blocks() const;
    /// Where a block begins, counted through all tables.
    RowPosition position(qint64 block) const;
    /// Where it begins, and where it ends.
    RowPosition begin() const { return position(0); }
    RowPosition end() const;

    /// About `blocks` blocks from a position on, or those before it.
    Step forward(const RowPosition &from, bool inclusive, qint64 blocks) const;
    Step backward(const RowPosition &until, qint64 blocks) const;
    Step between(const RowPosition &from, const RowPosition &until) const;

    /// The rows of a step that meet the source's condition: without an order.
    RowStretch stretch(const RowSource &source, const Step &step, int serverVersion) const;

private:
    size_t heapOf(const RowPosition &position) const;
    RowPosition position(size_t heap, qint64 block) const;
    qint64 mostBlocks(const Step &step) const;

    std::vector<Heap> m_heaps;
    bool m_several;
};

/// As they are now. Blocking, to be run on a Session.
Result<Heaps> readHeaps(pg::Connection &connection, const RowSource &source);

/// Whether rows come as they lie on disk.
bool isPhysical(const RowOrder &order);

} // namespace squall::models
