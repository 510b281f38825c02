#pragma once

#include "core/edit/stagededits.h"
#include "core/workspace/journal.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <optional>

namespace squall::models {

/// Writes what is staged on one connection to the journal: at once, the newest state of each relation, never
/// two writes of one relation behind each other in the queue. Text that is being typed follows shortly.
class EditJournal : public QObject
{
    Q_OBJECT

public:
    static constexpr int typingPauseMs = 150;

    EditJournal(workspace::Journal journal, QString connection, QObject *parent = nullptr);
    /// Hands over what still waits.
    ~EditJournal() override;

    const workspace::Journal &journal() const { return m_journal; }
    const QString &connection() const { return m_connection; }

    void save(const edit::StagedEdits &edits);
    /// The edits with what stands in an editor; those without, when it was closed.
    void saveDraft(const edit::StagedEdits &edits, bool open);
    /// Hands over what still waits, without waiting for what is being written.
    void flush();
    /// Forgets what waits for a relation: somebody else writes all of it.
    void forget(const ObjectId &relation);
    /// All that was staged survives the death of this process.
    bool isSettled() const;

    /// A write of somebody else's; its failure is told as one of ours.
    void watch(const QFuture<Result<Done>> &write);

signals:
    void settled();
    void failed(const squall::Error &error);

private:
    struct Pending
    {
        std::optional<edit::StagedEdits> edits = {};
        std::optional<edit::StagedEdits> draft = {}; ///< empty edits: the editor was closed
        int writing = 0;
    };

    void write(const ObjectId &relation, Pending &pending);
    void finish(const ObjectId &relation, const Result<Done> &done);

    const workspace::Journal m_journal;
    const QString m_connection;
    std::map<ObjectId, Pending> m_pending;
    QTimer m_typing;
};

} // namespace squall::models
