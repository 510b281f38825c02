// A run from its first statement to its last.
#include "models/query/queryrunner_p.h"

#include "core/sql/splitstatements.h"
#include "models/opendatabase.h"
#include "models/pooled.h"

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

/// Rows are shown this often while they stream in.
constexpr int flushMs = 30;
constexpr int listenMs = 500;

/// Nothing that somebody set or made stays for the next one who gets this session.
Result<Done> cleaned(pg::Connection &connection)
{
    connection.settle();
    if (connection.isOpen() && !connection.fetch({u"DISCARD ALL"_s}))
        connection.close();
    return Done{};
}

} // namespace

QueryRunner::Private::Private(QueryRunner &runner, OpenDatabase &database)
    : m_runner(runner)
    , m_database(database)
{
    m_flushing.setSingleShot(true);
    m_flushing.setInterval(flushMs);
    m_flushing.callOnTimeout(this, &Private::flush);
    m_again.setSingleShot(true);
    m_again.callOnTimeout(this, [this] { goOn(patience.readAhead); });
    m_unread.setSingleShot(true);
    m_unread.callOnTimeout(this, &Private::warnUnread);
    m_holding.setSingleShot(true);
    m_holding.callOnTimeout(this, [this] { giveUpHeld(tr("Nobody decided in time.")); });
    m_listening.setInterval(listenMs);
    m_listening.callOnTimeout(this, &Private::listen);
    for (auto *timer : {&m_terminating, &m_dropping}) {
        timer->setSingleShot(true);
        timer->setTimerType(Qt::PreciseTimer);
    }
    m_terminating.callOnTimeout(this, &Private::terminate);
    m_dropping.callOnTimeout(this, &Private::drop);
    connect(&watch, &TransactionWatch::changed, &runner, &QueryRunner::transactionChanged);
    setPatience(patience);
}

QueryRunner::Private::~Private()
{
    m_running.cancel();
    letGoOfEvents();
    if (m_lease)
        m_lease->run(cleaned);
}

void QueryRunner::Private::setPatience(const QueryPatience &given)
{
    patience = given;
    watch.setPatience(patience.idleTransaction, patience.locks);
    m_dropping.setInterval(patience.dropAfter);
}

void QueryRunner::Private::setState(State next)
{
    if (std::exchange(state, next) != next)
        emit m_runner.stateChanged();
}

void QueryRunner::Private::say(QueryMessage::Kind kind, const QString &text, const QString &detail)
{
    emit m_runner.messageAdded({.kind = kind,
                                .text = text,
                                .detail = detail,
                                .time = QDateTime::currentDateTime(),
                                .duration = {},
                                .statement = {}});
}

void QueryRunner::Private::run(const QueryScript &script)
{
    if (state == State::Running || state == State::Cancelling) {
        say(QueryMessage::Kind::Remark, tr("Something still runs here. Esc stops it."));
        return;
    }
    if (state == State::Held) {
        say(QueryMessage::Kind::Remark, tr("A statement waits for your decision here. Esc does not run it."));
        return;
    }
    begin(script, false);
}

void QueryRunner::Private::runOwn(const QString &sql)
{
    if (m_runner.isBusy())
        return;
    begin({.text = sql, .statements = sql::splitStatements(sql), .parameters = {}, .folder = {}}, true);
}

pg::SessionPool &QueryRunner::Private::sessions()
{
    return m_database.workbench().sessions();
}

void QueryRunner::Private::takeSession()
{
    auto lock = m_database.writeLock();
    if (!lock && m_database.isWritingLocked())
        lock = std::make_shared<const pg::WriteLock>(m_database.databaseName());
    if (m_workbench != &m_database.workbench())
        m_lease.reset();
    m_workbench = &m_database.workbench();
    if (!m_lease) {
        m_lease.emplace(sessions().hold(pg::SessionPool::Room::Extra));
        m_session->renew(lock);
    } else if (lock != m_lock) {
        m_session->setLock(lock);
    }
    m_lock = lock;
}

void QueryRunner::Private::releaseSession()
{
    const bool needed = state != State::Idle || watch.transaction().isOpen() || !kept.isEmpty();
    if (!m_lease || needed)
        return;
    m_lease->run(cleaned);
    m_lease.reset();
}

void QueryRunner::Private::closeSession()
{
    if (!m_lease || (state != State::Idle && state != State::Paused))
        return;
    if (state == State::Paused && m_result)
        m_result->setState(ResultModel::State::Ended, tr("The session was closed."));
    m_unread.stop();
    m_listening.stop();
    m_work.reset();
    kept.clear();
    watch.forget();
    transactionEnded(ResultModel::Transaction::RolledBack);
    setState(State::Idle);
    releaseSession();
    emit m_runner.sessionKeptChanged();
}

void QueryRunner::Private::begin(const QueryScript &script, bool own)
{
    if (state == State::Paused && m_result)
        m_result->setState(ResultModel::State::Ended,
                           tr("Something else was run, so the rest was not read."));
    m_unread.stop();
    m_listening.stop();
    m_result = nullptr;
    m_reading = false;
    m_own = own;
    const QueryOutcome fresh{.began = QDateTime::currentDateTime()};
    outcome = fresh;
    m_clock.start();
    takeSession();
    const RunManner manner{.manual = mode == Mode::Manual && !own,
                           .holdsWrites = m_database.holdsWrites() && !own,
                           .trial = {.whole = patience.trial}};
    m_work = std::make_shared<QueryWork>(script, m_session, manner);
    setState(State::Running);
    watch.setRunning(true, &sessions());
    emit m_runner.started();
    goOn(patience.readAhead);
}

void QueryRunner::Private::launch(Task task)
{
    letGoOfEvents();
    auto promise = std::make_shared<QPromise<QueryEvent>>();
    promise->start();
    m_events = std::make_unique<QFutureWatcher<QueryEvent>>();
    connect(m_events.get(), &QFutureWatcherBase::resultsReadyAt, this, &Private::take);
    connect(m_events.get(), &QFutureWatcherBase::finished, this, &Private::ended);
    m_events->setFuture(promise->future());
    m_running = m_lease->run(
        [promise, work = m_work, task = std::move(task)](pg::Connection &connection) -> Result<Done> {
            const auto tell = [&promise](QueryEvent event) { promise->addResult(std::move(event)); };
            const auto why = task(*work, connection, tell);
            tell(WorkStopped{why, work->againMs()});
            promise->finish();
            return Done{};
        });
}

/// The events hold on to rows that may be nobody else's by now.
void QueryRunner::Private::letGoOfEvents()
{
    if (!m_events)
        return;
    m_events->disconnect(this);
    pooled([events = m_events->future()] { return events.isFinished(); });
    m_events.release()->deleteLater();
}

void QueryRunner::Private::finish(QueryOutcome::End end, const QString &words)
{
    flush();
    m_terminating.stop();
    m_dropping.stop();
    m_termination.cancel();
    m_unread.stop();
    m_again.stop();
    m_holding.stop();
    held.reset();
    m_givenUp.clear();
    letGoOfEvents();
    m_work.reset();
    m_reading = false;
    m_leaving = false;
    statement.reset();
    outcome.end = end;
    outcome.words = words;
    outcome.duration = std::chrono::microseconds(m_clock.nsecsElapsed() / 1000);
    if (end == QueryOutcome::End::Cancelled) {
        outcome.failure.reset();
        say(QueryMessage::Kind::Remark, words);
    }
    endStatement(-1, words);
    setState(State::Idle);
    watch.setRunning(false, m_workbench ? &m_workbench->sessions() : nullptr);
    releaseSession();
    emit m_runner.finished(outcome);
}

void QueryRunner::Private::pause()
{
    m_warned = false;
    m_unread.start(patience.unread);
    setState(State::Paused);
}

void QueryRunner::Private::warnUnread()
{
    if (state != State::Paused)
        return;
    if (m_warned || !m_result) {
        endReading(tr("Nobody read on, so the rest was left with the server."), true);
        return;
    }
    m_warned = true;
    m_result->setEndsAt(QDateTime::currentDateTime().addSecs(patience.unreadMore.count()));
    say(QueryMessage::Kind::Remark, tr("A result that is not read on holds on to what the server would "
                                       "otherwise clean up. It ends in %1 s.")
                                        .arg(patience.unreadMore.count()));
    m_unread.start(patience.unreadMore);
}

void QueryRunner::Private::readOn(qsizetype budget)
{
    if (state != State::Paused)
        return;
    m_unread.stop();
    if (m_result)
        m_result->setState(ResultModel::State::Reading);
    setState(State::Running);
    goOn(budget);
}

void QueryRunner::Private::goOn(qsizetype budget)
{
    launch([budget](QueryWork &work, pg::Connection &connection, const QueryWork::Tell &tell) {
        return work.go(connection, tell, budget);
    });
}

void QueryRunner::Private::endReading(const QString &because, bool further)
{
    if (state != State::Paused)
        return;
    m_unread.stop();
    setState(State::Running);
    launch([because, further, budget = patience.readAhead](QueryWork &work, pg::Connection &connection,
                                                           const QueryWork::Tell &tell) {
        return work.leaveResult(connection, tell, budget, because, further);
    });
}

/// Looks for notifications while nothing runs.
void QueryRunner::Private::listen()
{
    if (state != State::Idle || !m_lease || watch.transaction().isOpen() || m_hearing.isRunning())
        return;
    m_hearing.run(m_lease->run([](pg::Connection &connection) -> Result<Heard> {
        Heard heard;
        connection.onNotification([&heard](const pg::Notification &note) { heard.notes.push_back(note); });
        const auto waited = connection.waitForNotification(0);
        connection.onNotification({});
        heard.backendPid = connection.backendPid();
        if (!waited)
            return waited.error();
        return heard;
    }),
                  [this](const Result<Heard> &heard) {
                      if (!heard || heard->backendPid != m_backendPid) {
                          m_listening.stop();
                          say(QueryMessage::Kind::Remark,
                              tr("The connection was lost, and LISTEN with it. Run it again."));
                          return;
                      }
                      for (const auto &note : heard->notes)
                          say(QueryMessage::Kind::Notification,
                              tr("%1: %2", "channel and payload of a NOTIFY").arg(note.channel, note.payload),
                              tr("from server process %1").arg(note.backendPid));
                  });
}

} // namespace squall::models
