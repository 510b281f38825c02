#include "models/query/transactionwatch.h"

#include "core/pg/sessionpool.h"

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

/// Blocking. A look must never become a burden itself.
Result<std::vector<HeldLock>> readLocks(pg::Connection &connection, int backendPid)
{
    constexpr std::chrono::milliseconds atMost{1000};
    const auto reply = connection.fetchReadOnly(
        {uR"(select case when relation is not null and database in (0, (select oid from pg_catalog.pg_database
                              where datname = current_database())) then relation::regclass::text else '' end,
                    mode, granted,
                    case when granted then 0 else coalesce((pg_catalog.pg_blocking_pids(pid))[1], 0) end
               from pg_catalog.pg_locks
              where pid = $1 and locktype <> 'virtualxid' and coalesce(virtualtransaction, '') <> ''
                and (relation is null or relation >= 16384)
              order by granted, 1, 2 limit 200)"_s,
         {QByteArray::number(backendPid)}},
        atMost);
    if (!reply)
        return reply.error();
    std::vector<HeldLock> locks;
    for (int row = 0; row < reply->rowCount(); ++row)
        locks.push_back({.relation = reply->text(row, 0),
                         .mode = reply->text(row, 1),
                         .granted = reply->text(row, 2) == u"t",
                         .blockedBy = reply->text(row, 3).toInt()});
    return locks;
}

} // namespace

TransactionWatch::TransactionWatch(QObject *parent)
    : QObject(parent)
{
    m_idle.setSingleShot(true);
    m_idle.callOnTimeout(this, &TransactionWatch::warn);
    m_looking.callOnTimeout(this, &TransactionWatch::look);
}

void TransactionWatch::setPatience(std::chrono::milliseconds idle, std::chrono::milliseconds locks)
{
    m_idle.setInterval(idle);
    m_looking.setInterval(locks);
}

void TransactionWatch::see(const SessionSeen &seen, int backendPid)
{
    m_backendPid = backendPid;
    // While a reply is read libpq says only that it is: the transaction is what it was.
    if (seen.status == pg::TransactionStatus::Active)
        return;
    const bool wasOpen = m_transaction.isOpen();
    m_transaction.status = seen.status;
    m_transaction.savepoints = seen.savepoints;
    if (!m_transaction.isOpen()) {
        m_transaction.since = {};
        m_transaction.locks.clear();
        m_locks.cancel();
    } else if (!wasOpen) {
        m_transaction.since = QDateTime::currentDateTime();
    }
    emit changed();
}

void TransactionWatch::setRunning(bool running, pg::SessionPool *sessions)
{
    m_running = running;
    m_sessions = sessions;
    m_idle.stop();
    const bool warned = std::exchange(m_transaction.idleTooLong, false);
    if (!running && m_transaction.isOpen())
        m_idle.start();
    // Where there is only one connection, nobody else can look.
    const bool toWatch = (running || m_transaction.isOpen()) && sessions && sessions->size() > 1;
    if (!toWatch) {
        m_looking.stop();
        m_locks.cancel();
        m_transaction.locks.clear();
    } else if (!m_looking.isActive()) {
        m_looking.start();
    }
    if (!running && toWatch)
        look();
    if (warned)
        emit changed();
}

void TransactionWatch::forget()
{
    m_backendPid = 0;
    m_transaction = {};
    m_idle.stop();
    m_looking.stop();
    m_locks.cancel();
    emit changed();
}

void TransactionWatch::look()
{
    if (m_backendPid == 0 || !m_sessions || m_locks.isRunning())
        return;
    m_locks.run(m_sessions->run(
                    [pid = m_backendPid](pg::Connection &connection) { return readLocks(connection, pid); }),
                [this](const Result<std::vector<HeldLock>> &locks) {
                    if (!locks || *locks == m_transaction.locks)
                        return;
                    m_transaction.locks = *locks;
                    emit changed();
                });
}

void TransactionWatch::warn()
{
    if (m_running || !m_transaction.isOpen())
        return;
    m_transaction.idleTooLong = true;
    emit changed();
}

} // namespace squall::models
