#pragma once

#include "core/pg/writelock.h"
#include "models/connectionform.h"
#include "models/project/projectschema.h"
#include "models/relations.h"
#include "models/stagedchanges.h"
#include "models/workbench.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>

namespace squall::models {

class EditedRowModel;
class ReviewModel;
class StagedCascades;

/// The database the window is on: the connection somebody chose, and its Workbench once that is tried.
class OpenDatabase : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Connecting, ///< until the schema is there
        Open,
        Lost,   ///< the server does not answer; what was read is still shown
        Failed, ///< see error(); `open` tries again
    };

    explicit OpenDatabase(ConnectionForm form, QObject *parent = nullptr);
    ~OpenDatabase() override;

    void open();
    /// Tries again with a password that is kept in memory only.
    void openWithPassword(const QString &password);
    /// Reads the schema again, or tries again to open; what is shown stays until the new one is there.
    void reload();
    void cancel();

    State state() const;
    /// Valid while Failed or Lost.
    const Error &error() const { return m_error; }
    /// The server may let us in with a password, or with another one.
    bool needsPassword() const;
    const ConnectionForm &form() const { return m_form; }
    /// The name and the class that this connection was saved with meanwhile. One that leads elsewhere now is
    /// about another database, and changes nothing here.
    void takeSaved(const ConnectionForm &saved);
    Workbench &workbench() { return *m_workbench; }
    /// What is staged on this connection; it outlives every tab.
    StagedChanges &changes() { return m_changes; }
    const StagedChanges &changes() const { return m_changes; }
    /// What the rows staged for deletion take along.
    StagedCascades &cascades();
    /// What is staged, as a list to read, and its sending. Lives as long as this does: a commit is not
    /// forgotten because nobody looks at it.
    ReviewModel &review();
    /// The rows of a relation with what is staged for them; nothing when there is no such relation.
    std::unique_ptr<EditedRowModel> editedRows(const ObjectId &id);
    /// nullptr before the first one has come.
    catalog::SnapshotPtr snapshot() const;
    /// What its rows point to: foreign keys, and what the project declares beside them. Never null.
    const RelationsPtr &relations() const;
    /// What the project that leads here declares; nullptr without one.
    const ProjectSchemaPtr &project() const { return m_project; }
    void setProject(const ProjectSchemaPtr &schema);
    /// For example `15.20`; empty before the first answer.
    QString serverVersion() const;
    QString user() const;
    QString databaseName() const;
    /// Milliseconds of the last round trip; -1 before it.
    double latency() const;

    /// Production is read-only until its name was typed, and again ten minutes later; others are never
    /// locked.
    bool isWritingLocked() const;
    /// On staging and production nothing that overwrites rows runs before somebody has seen what it would do.
    bool holdsWrites() const;
    /// Until it locks by itself; zero when it is locked or is never locked.
    std::chrono::seconds writingRemaining() const;
    /// For whoever writes; null where nothing is to be locked.
    std::shared_ptr<const pg::WriteLock> writeLock() const { return m_writeLock; }
    Result<Done> unlockWriting(const QString &typedName);
    void lockWriting();

signals:
    void stateChanged();
    void snapshotChanged();
    /// Another project declares what is here, or the project something else; relations may be others.
    void projectChanged();
    void completionChanged();
    void latencyChanged();
    /// A commit of ours is in the database, and the rows of these relations may be others. `rows` are those
    /// it wrote itself, as far as that is known.
    void rowsWritten(const std::set<squall::ObjectId> &relations,
                     const std::vector<squall::models::CommittedRow> &rows);
    /// Locked, unlocked, of another class, or a second less until it locks.
    void writingChanged();
    /// A reload did not work; what was read before is still shown.
    void reloadFailed(const squall::Error &error);

private:
    void fail(const Error &error);
    void tick();
    /// Production has a lock as soon as the database's name is known; others have none.
    void updateLock();

    ConnectionForm m_form;
    std::unique_ptr<Workbench> m_workbench;
    StagedChanges m_changes; ///< reads through the workbench, hence goes first
    ProjectSchemaPtr m_project;
    mutable RelationsPtr m_relations; ///< once somebody needed them
    mutable catalog::SnapshotPtr m_relationsOf;
    Error m_error;
    bool m_failed = false;
    /// For whoever runs a person's statements; nullptr when nothing is to be locked.
    std::shared_ptr<pg::WriteLock> m_writeLock;
    std::unique_ptr<StagedCascades> m_cascades;
    std::unique_ptr<ReviewModel> m_review;
    QTimer m_ticking;
};

} // namespace squall::models
