#pragma once

#include <QString>

namespace squall::models {

class OpenDatabase;
class QueryHistory;
class QueryRunner;

/// Writes down every statement that `runner` runs from now on, as one of this connection and database. The
/// database outlives the runner.
void keepHistory(QueryRunner &runner, QueryHistory &history, const OpenDatabase &database);

} // namespace squall::models
