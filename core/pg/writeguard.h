#pragma once

#include "core/pg/connection.h"
#include "core/pg/writelock.h"

#include <memory>
#include <type_traits>

namespace squall::pg {

/// The statements that a person runs on one production connection. While the lock is locked each goes alone,
/// through the extended protocol, inside a read-only transaction whose snapshot is already taken, so that the
/// server itself refuses to write and to switch; what lies outside of transactions is refused by name.
/// Afterwards the transaction is rolled back, unless the person began it. Nothing is set for the session, so
/// it holds behind a pooler as well. Used on the connection's thread; give a Session that is guarded no other
/// statements while one streams.
class WriteGuard
{
public:
    explicit WriteGuard(std::shared_ptr<const WriteLock> lock);

    /// As the functions of Connection, statement by statement; a script has to be split.
    Result<RowBatch> fetch(Connection &connection, const Query &query);
    Result<RowBatch> start(Connection &connection, const Query &query, int rows = 1000);
    Result<RowBatch> more(Connection &connection);
    void stop(Connection &connection);

    /// Any other call that sends just this statement and reads its reply to the end, for example `copyOut`.
    template<typename Call>
    auto perform(Connection &connection, const QString &statement, Call call)
        -> std::invoke_result_t<Call, Connection &>
    {
        if (const auto allowed = begin(connection, statement); !allowed)
            return failed(connection, allowed.error());
        auto answer = call(connection);
        if (!answer.ok())
            return failed(connection, answer.error());
        end(connection, {});
        return answer;
    }

    const WriteLock &lock() const { return *m_lock; }

private:
    Result<Done> begin(Connection &connection, const QString &statement);
    Result<Done> openTransaction(Connection &connection, const QString &modes);
    Result<Done> verify(Connection &connection) const;
    Result<RowBatch> beginOwn(Connection &connection, const QString &statement);
    bool isBeginning(Connection &connection, const QString &statement) const;
    void end(Connection &connection, const QByteArray &tag);
    Error failed(Connection &connection, Error error);
    Result<RowBatch> received(Connection &connection, Result<RowBatch> batch);

    std::shared_ptr<const WriteLock> m_lock;
    bool m_ours = false;     ///< the open transaction is one of this guard's
    bool m_explicit = false; ///< the person began it and will end it
};

} // namespace squall::pg
