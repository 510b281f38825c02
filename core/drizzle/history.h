#pragma once

#include "core/drizzle/journal.h"
#include "core/drizzle/snapshot.h"

#include <optional>

/// The migrations of a project as they lie in its folder (`out`), whoever wrote them.
namespace squall::drizzle {

/// A file in `meta` that drizzle-kit takes for a snapshot, in the order of names: the last one is the schema
/// as the project knows it.
struct SnapshotFile
{
    QString name;
    std::optional<int> version = {};
    std::optional<Snapshot> snapshot = {}; ///< when it could be read, brought to version 7 where it was older
    std::optional<Error> fault = {};       ///< when not
    bool conflict = false;                 ///< because git's marks are in it
    QString id = {};                       ///< of what can be read
    QString prevId = {};
};

/// What is wrong with a history, and what that leads to.
struct HistoryProblem
{
    enum class Kind {
        NoJournal,     ///< migrations without `_journal.json`
        BadJournal,    ///< it cannot be read
        MergeConflict, ///< git's marks of two branches are in it
        WrongDialect,
        SameIndex, ///< two entries: two branches were merged
        SameTag,
        MissingFile,     ///< an entry without its SQL
        UnknownFile,     ///< SQL that no entry names
        BackInTime,      ///< an entry that is not later than one before it: the migrator passes over it
        BadSnapshot,     ///< drizzle-kit calls it malformed
        OldSnapshot,     ///< of version 5 or 6
        NewSnapshot,     ///< of a version that came later
        SameParent,      ///< two snapshots follow the same one: two branches were merged
        LostParent,      ///< a snapshot follows one that is not there
        MissingSnapshot, ///< an entry without one
        UnknownSnapshot, ///< the last one is of no entry: a migration was not written to its end
        NewerLayout,     ///< folders with a `migration.sql`, as drizzle 1.0 has them
    };

    Kind kind = Kind::NoJournal;
    QString file = {};  ///< in the folder; empty when it is about all of it
    QString other = {}; ///< the file or tag that it does not go with
    std::optional<Error> fault = {};

    bool operator==(const HistoryProblem &) const = default;
};

/// One step of a history, whichever way it is laid out.
struct RecordedMigration
{
    QString name; ///< the journal's tag, or the folder's name
    QString file; ///< with its SQL, in the history's folder
    qint64 when = 0;
    QString id = {};          ///< of its snapshot; empty when that cannot be read
    QStringList parents = {}; ///< ids; several where branches were merged
    /// Its schema, in the terms of version 7. drizzle 1.0 keeps only what has changed, but for the first.
    std::optional<Snapshot> snapshot = {};
    std::optional<Error> fault = {}; ///< of the snapshot

    bool operator==(const RecordedMigration &) const = default;
};

class History
{
public:
    /// A folder that is not there is a history without migrations.
    static Result<History> read(const QString &folder);

    const QString &folder() const { return m_folder; }
    const Journal &journal() const { return m_journal; }
    const std::vector<SnapshotFile> &snapshots() const { return m_snapshots; }
    const std::vector<HistoryProblem> &problems() const { return m_problems; }

    /// All of them: those of the journal, then those in folders of their own.
    std::vector<RecordedMigration> migrations() const;
    /// Whether it is laid out as by drizzle 1.0: it is read only, as that format is not final.
    bool isNewerLayout() const { return !m_newer.empty() && m_journal.entries().empty(); }

    /// What the next migration starts from; nothing while the last snapshot cannot be read, and in the newer
    /// layout, where none can be written.
    std::optional<Snapshot> latest() const;
    QString sqlFile(const JournalEntry &entry) const;
    /// The snapshot's name is the tag's beginning.
    static QString snapshotName(const QString &tag);

private:
    void readSnapshots();
    void checkJournal(const QStringList &sqlFiles);
    void checkSnapshots();
    void checkLastSnapshot();

    QString m_folder;
    Journal m_journal;
    std::vector<SnapshotFile> m_snapshots;
    std::vector<RecordedMigration> m_newer;
    std::vector<HistoryProblem> m_problems;
};

} // namespace squall::drizzle
