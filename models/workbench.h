#pragma once

#include "core/base/error.h"
#include "core/base/result.h"
#include "core/catalog/snapshot.h"
#include "core/pg/connectionoptions.h"
#include "core/pg/sessionpool.h"
#include "core/sql/completioncatalog.h"
#include "models/latest.h"

#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>

namespace squall::models {

class RowWindowModel;
class TableFilter;

using CompletionPtr = std::shared_ptr<const sql::CompletionCatalog>;

/// One open database: its sessions, its current schema, and how the server is doing.
class Workbench : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Closed,
        Connecting, ///< the first schema is on its way
        Ready,
        Lost, ///< the server does not answer; it is asked again from time to time
    };

    /// `sessions` is 1 for a server that serves only one connection.
    explicit Workbench(pg::ConnectionOptions options, int sessions = pg::SessionPool::usualSize,
                       QObject *parent = nullptr);
    ~Workbench() override;

    /// Connects and reads the schema.
    void open();
    /// Reads the schema again. The one that is there stays until the new one has come whole.
    void reload();
    /// Reads it again if something has moved.
    void refresh();
    /// How often to look at the server; 0, as at first, never.
    void setProbeInterval(int milliseconds);
    /// Looks now. A server that has not answered after `answerWithinMs` counts as lost until it does.
    void probe();
    static constexpr int answerWithinMs = 5000;

    State state() const { return m_state; }
    bool isReloading() const { return m_reloading.isRunning(); }
    /// Why opening, or the last look at the server, failed.
    const std::optional<Error> &error() const { return m_error; }
    /// Null until the first one has come.
    const catalog::SnapshotPtr &snapshot() const { return m_snapshot; }
    /// The same, arranged for completing SQL; a moment behind it, and null until the first one has come.
    const CompletionPtr &completion() const { return m_completion; }
    /// Of a round trip; 0 when none was made.
    qint64 latencyMicroseconds() const { return m_latency; }
    /// The server follows another one and can only be read, as far as was seen when it was last looked at.
    bool isStandby() const { return m_standby; }

    QString databaseName() const;
    QString userName() const;
    QString serverVersion() const;

    const pg::ConnectionOptions &options() const { return m_options; }
    /// For the models of views.
    pg::SessionPool &sessions() { return m_sessions; }
    /// The rows of a relation, the first on their way; nothing when there is no such relation.
    std::unique_ptr<RowWindowModel> rows(const ObjectId &id);
    /// What filters them; they must outlive it.
    std::unique_ptr<TableFilter> filter(RowWindowModel &rows);

signals:
    void snapshotChanged();
    void completionChanged();
    void stateChanged();
    void latencyChanged();
    void failed(const squall::Error &error);

private:
    struct Reading
    {
        catalog::SnapshotPtr snapshot;
        QString fingerprint;
    };
    struct Pulse
    {
        qint64 microseconds = 0;
        bool standby = false;
    };

    void receive(const Result<Reading> &reading);
    void arrangeCompletion();
    void feel(const Result<Pulse> &pulse);
    void losePatience();
    void fail(const Error &error);
    void setState(State state);

    pg::ConnectionOptions m_options;
    pg::SessionPool m_sessions;
    catalog::SnapshotPtr m_snapshot;
    CompletionPtr m_completion;
    Latest<CompletionPtr> m_arranging;
    QString m_fingerprint;
    State m_state = State::Closed;
    std::optional<Error> m_error;
    qint64 m_latency = 0;
    bool m_standby = false;
    QTimer m_probing;
    QTimer m_patience;
    /// In steady milliseconds, when a session took the look up; 0 while it waits for one.
    std::shared_ptr<std::atomic<qint64>> m_pulseBegan;
    Latest<Result<Reading>> m_reloading;
    Latest<Result<QString>> m_comparing;
    Latest<Result<Pulse>> m_pulse;
};

/// Owns a snapshot and frees it on another thread: a large one takes longer than a frame to take apart.
catalog::SnapshotPtr shareSnapshot(catalog::Snapshot &&snapshot);

} // namespace squall::models
