#include "models/query/queryrecorder.h"

#include "models/opendatabase.h"
#include "models/query/queryhistory.h"
#include "models/query/queryrunner.h"

namespace squall::models {

void keepHistory(QueryRunner &runner, QueryHistory &history, const OpenDatabase &database)
{
    QObject::connect(
        &runner, &QueryRunner::statementEnded, &history, [&history, &database](const RanStatement &ran) {
            using std::chrono::milliseconds;
            history.record({.connection = database.form().id,
                            .database = database.databaseName(),
                            .at = ran.at,
                            .sql = ran.sql,
                            .milliseconds = std::chrono::duration_cast<milliseconds>(ran.duration).count(),
                            .rows = ran.rows,
                            .error = ran.error});
        });
}

} // namespace squall::models
