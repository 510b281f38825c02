#pragma once

#include "models/latest.h"
#include "models/query/queryevent.h"
#include "models/query/querytransaction.h"

#include <QObject>
#include <QTimer>

namespace squall::pg {
class SessionPool;
}

namespace squall::models {

/// Keeps an eye on the transaction of a session: how old it is, what it holds, and whether it is forgotten.
class TransactionWatch : public QObject
{
    Q_OBJECT

public:
    explicit TransactionWatch(QObject *parent = nullptr);

    void setPatience(std::chrono::milliseconds idle, std::chrono::milliseconds locks);
    const QueryTransaction &transaction() const { return m_transaction; }

    /// What the server reports after a statement.
    void see(const SessionSeen &seen, int backendPid);
    /// Something runs in it, or nothing does any more.
    void setRunning(bool running, pg::SessionPool *sessions);
    /// The session is gone.
    void forget();

signals:
    void changed();

private:
    void look();
    void warn();

    QueryTransaction m_transaction;
    pg::SessionPool *m_sessions = nullptr;
    int m_backendPid = 0;
    bool m_running = false;
    QTimer m_idle;
    QTimer m_looking;
    Latest<Result<std::vector<HeldLock>>> m_locks;
};

} // namespace squall::models
