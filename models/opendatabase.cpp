#include "models/opendatabase.h"

#include "core/catalog/introspect.h"

#include <QElapsedTimer>

namespace squall::models {

using namespace Qt::Literals::StringLiterals;

OpenDatabase::OpenDatabase(ConnectionForm form, QObject *parent)
    : QObject(parent)
    , m_form(std::move(form))
{
}

OpenDatabase::~OpenDatabase() = default;

void OpenDatabase::open()
{
    m_schema.cancel();
    m_session = std::make_unique<pg::Session>(m_form.options());
    enter(State::Connecting);
    m_greeting.run(m_session->run(&OpenDatabase::greet), [this](const Result<Greeting> &reply) {
        if (!reply) {
            fail(reply.error());
            return;
        }
        m_serverVersion = reply->version;
        m_user = reply->user;
        m_databaseName = reply->database;
        m_latency = reply->latency;
        enter(State::Reading);
        emit latencyChanged();
        readSchema();
    });
}

void OpenDatabase::openWithPassword(const QString &password)
{
    m_form.password = password;
    open();
}

/// Who answered, and how long one round trip takes once connected.
Result<OpenDatabase::Greeting> OpenDatabase::greet(pg::Connection &connection)
{
    const auto reply =
        connection.fetch({u"select current_setting('server_version'), current_user, current_database()"_s});
    if (!reply)
        return reply.error();
    Greeting greeting{reply->text(0, 0).section(u' ', 0, 0), reply->text(0, 1), reply->text(0, 2)};
    QElapsedTimer timer;
    timer.start();
    const auto ping = connection.fetch({u"select"_s});
    if (!ping)
        return ping.error();
    greeting.latency = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    return greeting;
}

void OpenDatabase::reload()
{
    if (m_state == State::Failed) {
        open();
        return;
    }
    if (m_state == State::Open)
        readSchema();
}

void OpenDatabase::cancel()
{
    if (m_state != State::Connecting && m_state != State::Reading)
        return;
    m_greeting.cancel();
    m_schema.cancel();
    fail({.code = Error::Code::Cancelled, .message = tr("Stopped.")});
}

void OpenDatabase::readSchema()
{
    const auto work = [](pg::Connection &connection) -> Result<catalog::SnapshotPtr> {
        auto snapshot = catalog::introspect(connection);
        if (!snapshot)
            return snapshot.error();
        return catalog::SnapshotPtr(std::make_shared<const catalog::Snapshot>(*std::move(snapshot)));
    };
    m_schema.run(m_session->run(work),
                 [this](const Result<catalog::SnapshotPtr> &reply) { showSchema(reply); });
}

void OpenDatabase::showSchema(const Result<catalog::SnapshotPtr> &reply)
{
    if (!reply) {
        if (!m_snapshot) {
            fail(reply.error());
            return;
        }
        m_error = reply.error();
        emit reloadFailed(m_error);
        return;
    }
    m_snapshot = *reply;
    enter(State::Open);
    emit snapshotChanged();
}

void OpenDatabase::fail(const Error &error)
{
    m_error = error;
    enter(State::Failed);
}

void OpenDatabase::enter(State state)
{
    m_state = state;
    emit stateChanged();
}

bool OpenDatabase::needsPassword() const
{
    if (m_state != State::Failed)
        return false;
    return m_error.code == Error::Code::Authentication || m_error.message.contains(u"no password supplied");
}

} // namespace squall::models
