#pragma once

#include "core/catalog/snapshot.h"
#include "core/pg/session.h"
#include "models/connectionform.h"
#include "models/latest.h"

#include <QObject>

namespace squall::models {

/// The database the window is on: connects, reads its schema, and says how that goes.
class OpenDatabase : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Connecting,
        Reading, ///< connected; the schema is on its way
        Open,
        Failed, ///< see error(); `open` tries again
    };

    explicit OpenDatabase(ConnectionForm form, QObject *parent = nullptr);
    ~OpenDatabase() override;

    void open();
    /// Tries again with a password that is kept in memory only.
    void openWithPassword(const QString &password);
    /// Reads the schema again; what is shown stays until the new one is there.
    void reload();
    void cancel();

    State state() const { return m_state; }
    /// Valid while Failed, or after a `reload` that did not work.
    const Error &error() const { return m_error; }
    /// The server would have let us in with a password, or with another one.
    bool needsPassword() const;
    const ConnectionForm &form() const { return m_form; }
    const catalog::SnapshotPtr &snapshot() const { return m_snapshot; }
    /// For example `15.20`; empty before the first answer.
    const QString &serverVersion() const { return m_serverVersion; }
    const QString &user() const { return m_user; }
    const QString &databaseName() const { return m_databaseName; }
    /// Milliseconds of the last round trip; -1 before it.
    double latency() const { return m_latency; }

signals:
    void stateChanged();
    void snapshotChanged();
    void latencyChanged();
    /// A reload did not work; what was read before is still shown.
    void reloadFailed(const squall::Error &error);

private:
    struct Greeting
    {
        QString version;
        QString user;
        QString database;
        double latency = -1;
    };

    static Result<Greeting> greet(pg::Connection &connection);
    void enter(State state);
    void fail(const Error &error);
    void readSchema();
    void showSchema(const Result<catalog::SnapshotPtr> &reply);

    ConnectionForm m_form;
    std::unique_ptr<pg::Session> m_session;
    Latest<Result<Greeting>> m_greeting;
    Latest<Result<catalog::SnapshotPtr>> m_schema;
    State m_state = State::Connecting;
    Error m_error;
    catalog::SnapshotPtr m_snapshot;
    QString m_serverVersion;
    QString m_user;
    QString m_databaseName;
    double m_latency = -1;
};

} // namespace squall::models
