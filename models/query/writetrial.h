#pragma once

#include "core/base/query.h"
#include "core/base/result.h"
#include "core/pg/rowbatch.h"
#include "core/sql/rowwrite.h"

#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace squall::pg {
class Connection;
}

/// What a statement would do to rows, found out before it is run. Blocking, on a session's thread.
namespace squall::models {

/// What becomes of one table's rows.
struct TableWrites
{
    QString table; ///< as SQL names it
    qint64 inserted = 0;
    qint64 updated = 0;
    qint64 deleted = 0;

    qint64 all() const { return inserted + updated + deleted; }
    bool operator==(const TableWrites &) const = default;
};

/// What a statement does to rows.
struct WriteEffect
{
    /// Where its numbers come from.
    enum class Source : unsigned char {
        Tried,    ///< it was done, and rolled back
        Counted,  ///< the rows that a TRUNCATE finds
        Expected, ///< the server's estimate
        Unknown,  ///< there are none
    };

    /// Nothing of one that only encloses what writes, and of TRUNCATE.
    std::optional<sql::RowWrite::Verb> verb = {};
    Source source = Source::Tried;
    qint64 rows = 0;
    /// The first of them: as they become, or as they were that go.
    pg::RowBatch sample = {};
    /// Everywhere, also by triggers and foreign keys; empty where the server does not count.
    std::vector<TableWrites> tables = {};
    /// Why it was not tried to its end, for a person.
    QString untried = {};
};

/// How long trying may take; zero: as long as it takes.
struct TrialBounds
{
    std::chrono::milliseconds locks{2000}; ///< waiting for one that somebody else holds
    std::chrono::milliseconds whole{0};
};

/// Has it done in a transaction that is rolled back: triggers run, locks are held as long as it takes,
/// numbers of sequences are used up, and nothing stays. Gives up on a lock after two seconds, or as `bounds`
/// say. Not inside another transaction.
Result<WriteEffect> tryWrite(pg::Connection &connection, const sql::RowWrite &write, const Query &query,
                             const TrialBounds &bounds = {});

/// What can be known of any statement that `sql::overwrites`: by trying it, where that takes no longer than
/// the bounds and locks nobody out, else by counting, or by what the server expects. Its own mistakes are the
/// error. Not inside another transaction.
Result<WriteEffect> foreseeWrite(pg::Connection &connection, const Query &query, const TrialBounds &bounds);

/// That in sentences.
QString inWords(const WriteEffect &effect);

} // namespace squall::models
