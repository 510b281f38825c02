#pragma once

#include "core/pg/connection.h"
#include "models/query/queryscript.h"
#include "models/query/resultmodel.h"

#include <variant>

namespace squall::models {

// What a Session tells of a script while it runs it, in this order.

struct StatementBegan
{
    QString sql = {};         ///< as it is sent
    sql::Span statement = {}; ///< in the text
    int backendPid = 0;
};
struct ResultBegan
{
    ResultModel::Origin origin = {};
    std::vector<pg::Field> fields = {};
    bool again = false;         ///< in the place of the one before
    bool inTransaction = false; ///< in one that was open before
};
struct RowsCame
{
    pg::RowBatch rows;
    std::chrono::microseconds firstRow{0};
    std::chrono::microseconds elapsed{0};
};
struct ResultPaused
{
};
struct ResultEnded
{
    std::chrono::microseconds elapsed{0};
    QString because = {};       ///< of one whose rest was not read
    bool inTransaction = false; ///< in one that is open now
};
struct StatementDone
{
    qint64 rows = 0; ///< read, or changed
};
/// Of the session after a statement.
struct SessionSeen
{
    pg::TransactionStatus status = pg::TransactionStatus::Unknown;
    QStringList savepoints = {};
    QStringList kept = {}; ///< what lives in the session, in words
    bool listens = false;
    bool committed = false; ///< the statement ended a transaction so
};
struct ScriptFailed
{
    QueryFailure failure;
};
/// What a write would do is being found out, and nothing of it stays.
struct TrialBegan
{
    QString sql = {};
    sql::Span statement = {};
    int backendPid = 0;
};
struct WriteFound
{
    HeldWrite write;
};

/// The last event: the thread is free.
struct WorkStopped
{
    enum class Why : unsigned char {
        Done,
        Failed,
        Paused, ///< in the middle of a result
        Held,   ///< before a write, until somebody allows it
        Again,  ///< `\watch`: after `againMs`
    };

    Why why = Why::Done;
    int againMs = 0;
};

using QueryEvent =
    std::variant<StatementBegan, ResultBegan, RowsCame, ResultPaused, ResultEnded, StatementDone, SessionSeen,
                 QueryMessage, ScriptFailed, TrialBegan, WriteFound, WorkStopped>;

} // namespace squall::models
