#include "models/query/editorsession.h"

#include <QCoreApplication>

#include <utility>

namespace squall::models {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::EditorSession)
};

bool isOpen(pg::TransactionStatus status)
{
    return status == pg::TransactionStatus::InTransaction || status == pg::TransactionStatus::Failed;
}

} // namespace

void EditorSession::renew(const std::shared_ptr<const pg::WriteLock> &lock)
{
    setLock(lock);
    m_state.forget();
    m_backendPid = 0;
}

void EditorSession::setLock(const std::shared_ptr<const pg::WriteLock> &lock)
{
    m_guard.reset();
    if (lock)
        m_guard.emplace(lock);
}

Result<pg::RowBatch> EditorSession::start(pg::Connection &connection, const Query &query)
{
    return m_guard ? m_guard->start(connection, query) : connection.start(query);
}

Result<pg::RowBatch> EditorSession::more(pg::Connection &connection)
{
    return m_guard ? m_guard->more(connection) : connection.more();
}

void EditorSession::stop(pg::Connection &connection)
{
    if (m_guard)
        m_guard->stop(connection);
    else
        connection.stop();
}

Result<pg::RowBatch> EditorSession::runScript(pg::Connection &connection, const QString &script)
{
    if (m_guard && m_guard->lock().isLocked()) {
        return Error{.code = Error::Code::ReadOnly,
                     .message = Words::tr("While the database is locked, statements are sent one by one."),
                     .hint = Words::tr("Part them by ; instead of \\;")};
    }
    return connection.runScript(script);
}

bool EditorSession::hasLost(const pg::Connection &connection)
{
    const int pid = connection.backendPid();
    const bool another = m_backendPid != 0 && pid != m_backendPid;
    m_backendPid = pid;
    const bool lost = another && !m_state.kept().isEmpty();
    if (another)
        m_state.forget();
    return lost;
}

void EditorSession::note(const QString &statement, const QByteArray &tag, const pg::Connection &connection)
{
    m_state.note(statement, QString::fromLatin1(tag));
    // COMMIT of one that has failed is a ROLLBACK, and the server says so.
    m_committed = tag != "ROLLBACK";
    if (!isOpen(connection.transactionStatus()))
        m_state.transactionEnded();
}

SessionSeen EditorSession::seen(const pg::Connection &connection)
{
    const auto status = connection.transactionStatus();
    if (!isOpen(status) && status != pg::TransactionStatus::Active)
        m_state.transactionEnded();
    return {.status = status,
            .savepoints = m_state.savepoints(),
            .kept = m_state.kept(),
            .listens = m_state.listens(),
            .committed = std::exchange(m_committed, false)};
}

} // namespace squall::models
