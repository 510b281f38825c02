#pragma once

#include "core/base/result.h"
#include "models/keymap.h"

#include <chrono>

namespace squall::pg {
class Connection;
}

namespace squall::models {

// Blocking reads of keys alone, to be run on a Session. None passes over more than `longestStep` rows.

constexpr qint64 longestStep = 9999;

/// A mark further on, or the end and how many rows there are in all.
struct KeyStep
{
    KeyMark mark;
    bool atEnd = false;
};

/// Goes on from `from` by `amount` rows, by that many blocks where the order is the one on disk. With
/// `atMost` the server gives each statement up after that time.
Result<KeyStep> stepKeys(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                         const KeyMark &from, qint64 amount, std::chrono::milliseconds atMost = {});

/// The position of a row, counted from a mark at or before it; empty when there are no so many rows.
Result<RowPosition> positionOfRow(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                                  const KeyMark &from, qint64 row);

/// The number of the row at `position`; -1 when the marks do not reach that far, or the row is gone.
Result<qint64> rowOfPosition(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                             const KeyMap &map, const RowPosition &position);

} // namespace squall::models
