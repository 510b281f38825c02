// Ending what runs, within a second: by asking, by ending the statement's process, by leaving.
#include "models/query/queryrunner_p.h"

#include "core/pg/backend.h"
#include "models/opendatabase.h"

namespace squall::models {

void QueryRunner::Private::cancel()
{
    if (state == State::Running && m_again.isActive()) {
        finish(QueryOutcome::End::Cancelled, tr("Stopped."));
        return;
    }
    if (state == State::Held) {
        giveUpHeld(tr("Stopped."));
        return;
    }
    if (state != State::Running && state != State::Paused)
        return;
    if (state == State::Paused) {
        // In a transaction the rest is read and dropped, because a cancel would undo it; for half of the
        // time.
        endReading(tr("Reading was stopped."), false);
        m_leaving = true;
        m_terminating.start(patience.terminateAfter / 2);
    } else {
        m_running.cancel();
        m_terminating.start(patience.terminateAfter);
    }
    if (!m_dropping.isActive())
        m_dropping.start();
    setState(State::Cancelling);
}

void QueryRunner::Private::terminate()
{
    if (!m_running.isCanceled()) {
        m_running.cancel();
        m_terminating.start(patience.terminateAfter / 2);
        return;
    }
    // Where there is only one connection, there is nobody else to do it.
    if (!m_workbench || m_workbench->sessions().size() == 1 || m_backendPid == 0)
        return;
    m_termination.run(
        m_workbench->sessions().run([pid = m_backendPid, sql = m_sql](pg::Connection &connection) {
            return pg::terminateBackend(connection, pid, sql);
        }),
        [](const Result<bool> &) {});
}

void QueryRunner::Private::drop()
{
    letGoOfEvents();
    if (m_lease)
        m_lease->abandon();
    m_lease.reset();
    // The thread that was left alone may still use the other one.
    m_session = std::make_shared<EditorSession>();
    const auto lost = watch.transaction().isOpen();
    kept.clear();
    watch.forget();
    transactionEnded(ResultModel::Transaction::RolledBack);
    const auto words =
        tr("The server did not stop it within a second, so the connection was closed. What ran there may "
           "still run, and take effect.") +
        (lost ? u' ' + tr("The open transaction is lost with it.") : QString());
    m_batches.clear();
    if (m_result && m_reading)
        m_result->setState(ResultModel::State::Ended, tr("The connection was closed."));
    emit m_runner.sessionKeptChanged();
    finish(QueryOutcome::End::Cancelled, words);
}

QString QueryRunner::Private::howItEnded() const
{
    if (outcome.failure->error.code == Error::Code::Cancelled)
        return watch.transaction().hasFailed()
                   ? tr("Stopped. The transaction it was in has failed with it: roll back.")
                   : tr("Stopped.");
    return tr("The server did not stop it when asked, so its process was ended. Nothing that it, or its "
              "transaction, changed was kept.");
}

} // namespace squall::models
