#pragma once

#include "core/base/result.h"
#include "models/rowsource.h"

#include <optional>
#include <vector>

namespace squall::pg {
class Connection;
}

namespace squall::models {

/// What the values of one column are like, all rows taken together.
struct ColumnStatistics
{
    struct Common
    {
        QString value;
        double part = 0;  ///< of all rows
        qint64 rows = -1; ///< -1: nobody counted
        bool cut = false; ///< only the value's beginning is known

        bool operator==(const Common &) const = default;
    };

    bool exact = false;
    bool filtered = false; ///< only of the rows that met the source's condition
    /// Why nothing is known.
    enum class Missing {
        No,
        NotAnalyzed,
        View,    ///< nobody keeps statistics of its rows
        NoRight, ///< to see them, as to see the column
    };
    Missing missing = Missing::No;
    qint64 rows = -1;
    double nullPart = 0;
    qint64 nulls = -1;
    qint64 distinct = -1; ///< without NULL; -1 when that cannot be said
    std::optional<QString> minimum = {};
    std::optional<QString> maximum = {};
    std::vector<Common> common = {};
    /// How much of the rows lies in each of these parts of the range from minimum to maximum; empty for types
    /// without distances.
    std::vector<double> bars = {};
    QString analyzed = {}; ///< when, as the server's text; of estimates

    bool operator==(const ColumnStatistics &) const = default;
};

/// More would not be read any more.
constexpr int mostCommonValues = 8;
constexpr int statisticsBars = 12;
/// Counting ends after this, by the server's `statement_timeout`.
constexpr int countingMs = 30'000;

// Blocking reads, to be run on a Session.

/// What ANALYZE has left; reads nothing of the table.
Result<ColumnStatistics> estimatedStatistics(pg::Connection &connection, const RowSource &source,
                                             const QString &column);
/// Counts the rows that meet the source's condition, with one statement.
Result<ColumnStatistics> exactStatistics(pg::Connection &connection, const RowSource &source,
                                         const QString &column);

} // namespace squall::models
