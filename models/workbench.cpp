#include "models/workbench.h"

#include "core/catalog/introspect.h"
#include "core/pg/background.h"
#include "models/pooled.h"
#include "models/rowwindowmodel.h"
#include "models/tablefilter.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>

#include <utility>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

qint64 steadyMs()
{
    return QDeadlineTimer::current().deadline();
}

} // namespace

Workbench::Workbench(pg::ConnectionOptions options, int sessions, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_sessions(m_options, sessions)
{
    connect(&m_probing, &QTimer::timeout, this, &Workbench::probe);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &Workbench::losePatience);
}

Workbench::~Workbench() = default;

void Workbench::open()
{
    m_error.reset();
    setState(State::Connecting);
    reload();
}

void Workbench::reload()
{
    auto work = [](pg::Connection &connection) -> Result<Reading> {
        // Taken first: what moves in between is then seen as moved, never missed.
        auto fingerprint = catalog::fingerprint(connection);
        if (!fingerprint)
            return fingerprint.error();
        auto snapshot = catalog::introspect(connection);
        if (!snapshot)
            return snapshot.error();
        return Reading{shareSnapshot(std::move(*snapshot)), *std::move(fingerprint)};
    };
    m_comparing.cancel();
    m_reloading.run(m_sessions.run(std::move(work)),
                    [this](const Result<Reading> &reading) { receive(reading); });
}

void Workbench::receive(const Result<Reading> &reading)
{
    if (!reading) {
        fail(reading.error());
        return;
    }
    m_fingerprint = reading->fingerprint;
    m_snapshot = reading->snapshot;
    m_error.reset();
    setState(State::Ready);
    emit snapshotChanged();
    arrangeCompletion();
}

void Workbench::arrangeCompletion()
{
    auto work = [snapshot = m_snapshot]() -> CompletionPtr {
        return {new sql::CompletionCatalog(snapshot),
                [](const sql::CompletionCatalog *owned) { pg::runInBackground([owned] { delete owned; }); }};
    };
    m_arranging.run(pooled(std::move(work)), [this](const CompletionPtr &completion) {
        m_completion = completion;
        emit completionChanged();
    });
}

void Workbench::refresh()
{
    if (m_reloading.isRunning() || m_comparing.isRunning())
        return;
    m_comparing.run(
        m_sessions.run([](pg::Connection &connection) { return catalog::fingerprint(connection); }),
        [this](const Result<QString> &fingerprint) {
            if (!fingerprint)
                fail(fingerprint.error());
            else if (*fingerprint != m_fingerprint)
                reload();
        });
}

void Workbench::setProbeInterval(int milliseconds)
{
    if (milliseconds > 0)
        m_probing.start(milliseconds);
    else
        m_probing.stop();
}

void Workbench::probe()
{
    if (m_state == State::Connecting || (m_reloading.isRunning() && m_sessions.isExhausted()))
        return;
    // One that is overdue is given up: it may hang on a connection that is dead for good.
    if (m_pulse.isRunning() && (m_patience.isActive() || m_sessions.isExhausted()))
        return;
    m_pulseBegan = std::make_shared<std::atomic<qint64>>(0);
    auto work = [began = m_pulseBegan](pg::Connection &connection) -> Result<Pulse> {
        *began = steadyMs();
        if (const auto opened = connection.open(); !opened)
            return opened.error();
        QElapsedTimer timer;
        timer.start();
        const auto reply = connection.fetch({u"select pg_catalog.pg_is_in_recovery()"_s});
        if (!reply)
            return reply.error();
        return Pulse{timer.nsecsElapsed() / 1000, reply->text(0, 0) == u"t"};
    };
    m_pulse.run(m_sessions.run(std::move(work)), [this](const Result<Pulse> &pulse) { feel(pulse); });
    m_patience.start(answerWithinMs);
}

void Workbench::losePatience()
{
    // Waiting for a session says nothing about the server.
    const qint64 began = *m_pulseBegan;
    const auto left = began > 0 ? began + answerWithinMs - steadyMs() : answerWithinMs;
    if (left > 0) {
        m_patience.start(static_cast<int>(left));
        return;
    }
    // The next sign of life reads the schema anew.
    m_reloading.cancel();
    m_comparing.cancel();
    fail({.code = Error::Code::Timeout,
          .message = tr("No answer within %n seconds.", nullptr, answerWithinMs / 1000),
          .hint = tr("It is asked again from time to time; what was read is still shown.")});
}

void Workbench::feel(const Result<Pulse> &pulse)
{
    m_patience.stop();
    if (!pulse) {
        fail(pulse.error());
        return;
    }
    m_latency = pulse->microseconds;
    m_standby = pulse->standby;
    emit latencyChanged();
    if (m_state != State::Lost)
        refresh();
    else if (!m_reloading.isRunning())
        reload();
}

void Workbench::fail(const Error &error)
{
    m_error = error;
    const bool unreachable = error.code == Error::Code::Connection ||
                             error.code == Error::Code::Authentication ||
                             error.code == Error::Code::Password || error.code == Error::Code::Timeout;
    if (!m_snapshot) {
        setState(State::Closed);
    } else if (unreachable) {
        setState(State::Lost);
    }
    emit failed(error);
}

void Workbench::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    emit stateChanged();
}

QString Workbench::databaseName() const
{
    return m_snapshot ? m_snapshot->database->name : QString::fromUtf8(m_options.value("dbname"));
}

QString Workbench::userName() const
{
    return m_snapshot ? m_snapshot->database->user : QString::fromUtf8(m_options.value("user"));
}

QString Workbench::serverVersion() const
{
    return m_snapshot ? m_snapshot->database->serverVersionText : QString();
}

std::unique_ptr<RowWindowModel> Workbench::rows(const ObjectId &id)
{
    const auto source = m_snapshot ? rowSource(*m_snapshot, id) : std::nullopt;
    if (!source)
        return nullptr;
    auto model = std::make_unique<RowWindowModel>(m_sessions);
    model->setSource(*source);
    return model;
}

std::unique_ptr<TableFilter> Workbench::filter(RowWindowModel &rows)
{
    auto filter = std::make_unique<TableFilter>(m_sessions, rows);
    filter->setSnapshot(m_snapshot);
    return filter;
}

catalog::SnapshotPtr shareSnapshot(catalog::Snapshot &&snapshot)
{
    return {new catalog::Snapshot(std::move(snapshot)),
            [](const catalog::Snapshot *owned) { pg::runInBackground([owned] { delete owned; }); }};
}

} // namespace squall::models
