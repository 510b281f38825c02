#pragma once

#include "core/pg/writeguard.h"
#include "models/query/queryevent.h"
#include "models/query/sessionstate.h"

#include <functional>
#include <optional>

namespace squall::models {

/// The session of one editor as its thread sees it: statements go through the guard of a production database,
/// and what they leave behind is noted. Used on that thread only, and while nothing runs there.
class EditorSession
{
public:
    /// From here on there is another connection, which knows nothing of what was before.
    void renew(const std::shared_ptr<const pg::WriteLock> &lock);
    /// Whether the database is locked is somebody else's to say from now on.
    void setLock(const std::shared_ptr<const pg::WriteLock> &lock);

    /// Whether the guard will refuse to write.
    bool isLocked() const { return m_guard && m_guard->lock().isLocked(); }

    Result<pg::RowBatch> start(pg::Connection &connection, const Query &query);
    Result<pg::RowBatch> more(pg::Connection &connection);
    void stop(pg::Connection &connection);
    /// Statements that are sent as one.
    Result<pg::RowBatch> runScript(pg::Connection &connection, const QString &script);
    /// Any other call that sends this statement and reads its reply to the end.
    template<typename Call>
    auto perform(pg::Connection &connection, const QString &statement, Call call)
        -> std::invoke_result_t<Call, pg::Connection &>
    {
        return m_guard ? m_guard->perform(connection, statement, call) : call(connection);
    }

    /// True when the server process is another one than at the last time, and something was lost with that.
    bool hasLost(const pg::Connection &connection);
    void note(const QString &statement, const QByteArray &tag, const pg::Connection &connection);
    SessionSeen seen(const pg::Connection &connection);

    bool records = false;   ///< `\x`
    QueryParameters values; ///< `\set`

private:
    std::optional<pg::WriteGuard> m_guard;
    SessionState m_state;
    bool m_committed = false; ///< by the last statement, if it ended a transaction
    int m_backendPid = 0;
};

} // namespace squall::models
