#pragma once

#include "core/workspace/history.h"
#include "models/latest.h"

#include <QObject>

#include <optional>
#include <vector>

namespace squall::models {

/// Writes down what was run, and answers for it. One write is under way at a time; what was run meanwhile
/// follows as one.
class QueryHistory : public QObject
{
    Q_OBJECT

public:
    /// Of a longer statement the beginning is kept.
    static constexpr qsizetype longestStatement = 100'000;

    using QObject::QObject;
    /// What is still to be written is handed over.
    ~QueryHistory() override;

    /// Nothing: what is run is not kept.
    void setStore(const std::optional<workspace::History> &store);
    bool isKept() const { return m_store.has_value(); }

    /// Adds what was run, without the passwords in it.
    void record(workspace::HistoryEntry entry);
    QFuture<Result<std::vector<workspace::HistoryEntry>>> find(const workspace::HistoryQuery &query) const;
    void remove(const workspace::HistoryEntry &entry);
    /// Brings back what was removed last and has not been brought back; false when there is none.
    bool undoRemove();
    bool canUndoRemove() const { return !m_removed.empty(); }
    /// Everything of a connection, or with an empty name everything. For good.
    void clear(const QString &connection);
    /// The store has forgotten the connection itself.
    void forget(const QString &connection);

signals:
    /// There is more that is newest.
    void recorded();
    void removed(qint64 id);
    /// What is known may be another.
    void reset();
    void notice(const QString &text);

private:
    void write();
    /// `resets`: what is known is another one then.
    void follow(const QFuture<Result<Done>> &change, bool resets);
    void say(const Result<Done> &done);

    std::optional<workspace::History> m_store;
    std::vector<workspace::HistoryEntry> m_waiting;
    std::vector<workspace::HistoryEntry> m_removed; ///< the last one first to come back
    Latest<Result<Done>> m_writing;
};

} // namespace squall::models
