#pragma once

#include "core/base/query.h"
#include "core/base/result.h"
#include "core/explain/hints.h"

#include <vector>

namespace squall::pg {
class Connection;
class RowBatch;
}

/// Asking a server for a plan. Blocking, on a session's thread.
namespace squall::models {

struct ExplainRequest
{
    enum class Mode {
        Plan,
        Analyze, ///< it is executed, and what it changes is rolled back
    };

    QString sql; ///< one statement; an EXPLAIN of its own is looked through
    std::vector<Query::Parameter> parameters = {};
    Mode mode = Mode::Plan;
    /// `CREATE INDEX …` of an index that is only thought of (HypoPG); not with Analyze.
    QString imagined = {};

    bool operator==(const ExplainRequest &) const = default;
};

struct ExplainAnswer
{
    explain::Plan plan;
    std::vector<explain::TableFacts> facts = {};
};

/// The statement that is to be explained: without an EXPLAIN and its options.
QString explained(const QString &sql);

/// What EXPLAIN (FORMAT JSON) answered.
Result<explain::Plan> planIn(const pg::RowBatch &reply);

/// `locked`: the connection is production's and not to be written to. Nothing that the statement changes
/// stays, but for what lies outside of transactions, such as numbers that sequences give out.
Result<ExplainAnswer> explainOn(pg::Connection &connection, const ExplainRequest &request, bool locked);

/// Whether the server has HypoPG.
Result<bool> canImagineIndexes(pg::Connection &connection);

} // namespace squall::models
