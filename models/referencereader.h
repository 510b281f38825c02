#pragma once

#include "models/latest.h"
#include "models/relatedrows.h"

#include <QDeadlineTimer>
#include <QObject>

#include <vector>

namespace squall::pg {
class SessionPool;
}

namespace squall::models {

class StagedChanges;

/// The row that the key one looks at leads to. It is read at once, given up when one looks elsewhere, and
/// kept for a while: who goes back and forth sees it immediately.
class ReferenceReader : public QObject
{
    Q_OBJECT

public:
    enum class State { Empty, Reading, Ready, Failed };

    static constexpr std::chrono::seconds keptFor{20};
    static constexpr size_t mostKept = 32;

    explicit ReferenceReader(QObject *parent = nullptr);

    /// Rows that are staged count where the server has none; `changes` outlives this.
    void setStaged(const StagedChanges *changes) { m_changes = changes; }

    /// `sessions` outlives the look.
    void look(pg::SessionPool &sessions, const catalog::SnapshotPtr &snapshot, const Relation &relation,
              const RelationKey &key);
    /// Nothing is looked at any more.
    void leave();
    /// What was kept may be another by now.
    void forget() { m_kept.clear(); }

    State state() const { return m_state; }
    const Relation &relation() const { return m_relation; }
    const RelationKey &key() const { return m_key; }
    /// Valid when Ready.
    const ReferencedRow &row() const { return m_row; }
    /// Valid when Failed; NotFound when there is no such row.
    const Error &error() const { return m_error; }

signals:
    void changed();

private:
    struct Kept
    {
        Relation relation;
        RelationKey key;
        ReferencedRow row;
        QDeadlineTimer until;
    };

    void receive(const Result<ReferencedRow> &reply, const catalog::SnapshotPtr &snapshot);
    const ReferencedRow *kept() const;
    void keep();
    void setState(State state);

    const StagedChanges *m_changes = nullptr;
    State m_state = State::Empty;
    Relation m_relation;
    RelationKey m_key;
    ReferencedRow m_row;
    Error m_error;
    std::vector<Kept> m_kept; ///< the oldest first
    Latest<Result<ReferencedRow>> m_reading;
};

} // namespace squall::models
