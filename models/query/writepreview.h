#pragma once

#include "core/base/query.h"
#include "core/base/result.h"
#include "core/pg/rowbatch.h"
#include "core/sql/rowwrite.h"
#include "models/latest.h"
#include "models/query/queryscript.h"

#include <QObject>

namespace squall::pg {
class Connection;
}

namespace squall::models {

class OpenDatabase;

/// What a statement does to rows.
struct WriteEffect
{
    sql::RowWrite::Verb verb = sql::RowWrite::Verb::Update;
    qint64 rows = 0;
    /// The first of them: as they become, or as they were that go.
    pg::RowBatch sample = {};
};

/// Has it done in a transaction that is rolled back: triggers run, locks are held as long as it takes,
/// numbers of sequences are used up, and nothing stays. Gives up on a lock after two seconds. Blocking, to be
/// run on a Session.
Result<WriteEffect> tryWrite(pg::Connection &connection, const sql::RowWrite &write, const Query &query);

/// Looks at what an INSERT, UPDATE, DELETE or MERGE would do before somebody runs it.
class WritePreview : public QObject
{
    Q_OBJECT

public:
    explicit WritePreview(OpenDatabase &database, QObject *parent = nullptr);

    /// The one statement of `script`; another one takes its place.
    void look(const QueryScript &script);
    void cancel();
    bool isRunning() const { return m_request.isRunning(); }

signals:
    void runningChanged();
    void shown(const squall::models::WriteEffect &effect);
    void failed(const squall::Error &error);

private:
    OpenDatabase &m_database;
    Latest<Result<WriteEffect>> m_request;
};

} // namespace squall::models
