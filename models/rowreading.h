#pragma once

#include "models/keylist.h"
#include "models/keymap.h"
#include "models/rowjump.h"

#include <optional>

namespace squall::models {

/// What a window wants to read next.
struct RowRequest
{
    enum class Goal { Start, End, Forward, Backward, Jump, Again };

    Goal goal = Goal::Start;
    qint64 row = 0;
    int limit = 0;
    /// Of Start where no row can be read on from: how many bytes the rows may take.
    qsizetype mostBytes = 0;
    /// Of Forward and Backward: the row to go on from; of Again: the row to begin at.
    RowPlace from = {};
    /// Of Jump: a mark at or before the row; else how far down it is, from 0 to 1, and what is known of that.
    std::optional<KeyMark> mark = {};
    double fraction = 0;
    RowSpread spread = {};
    /// Of Start: find out first whether an index serves the order, and read `unservedLimit` rows if none
    /// does.
    bool assess = false;
    int unservedLimit = 0;
    /// With a list of keys: the rows to read, in the direction of travel, and those before `row` of Jump.
    std::optional<ListedKeys> listed = {};
};

struct RowReading
{
    RowSurroundings rows = {};
    RowSpread spread = {};
    QString timeZone = {}; ///< of the session
    bool served = true;
    /// The row that was jumped to is exactly that one.
    bool exact = false;
    /// Listed rows that are not there any more.
    std::vector<qint64> missing = {};
};

/// Blocking, to be run on a Session.
Result<RowReading> readRows(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                            const RowRequest &request);

/// Whether the first `limit` rows cost about as much as `limit` rows, by the planner's word: not when all
/// have to be sorted, or looked through, for them.
Result<bool> isServed(pg::Connection &connection, const RowSource &source, const RowOrder &order, int limit);

} // namespace squall::models
