#pragma once

#include <QString>

#include <optional>

namespace squall::sql {

/// One INSERT, UPDATE, DELETE or MERGE.
struct RowWrite
{
    enum class Verb : unsigned char { Insert, Update, Delete, Merge };

    Verb verb = Verb::Update;
    /// The statement, without its semicolon, returning the rows that it touches as well.
    QString returning = {};
};

/// Nothing when the statement is another one: a SELECT, also one whose common tables write.
std::optional<RowWrite> rowWrite(QStringView statement);

/// Whether it changes or removes rows that are there already: UPDATE, DELETE, MERGE, TRUNCATE, and INSERT …
/// ON CONFLICT DO UPDATE; also in a common table, inside a COPY, and where EXPLAIN ANALYZE executes it. What
/// a function or a prepared statement does is not in its words.
bool overwrites(QStringView statement);

} // namespace squall::sql
