#pragma once

#include "models/latest.h"
#include "models/relatedrows.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <optional>
#include <vector>

namespace squall::pg {
class SessionPool;
}

namespace squall::models {

/// The rows of one table that point to the row one is at.
struct RelatedCount
{
    enum class State {
        NoKey,     ///< nothing can point to this row: it is new, or has no value there
        Waiting,   ///< will be counted
        Unindexed, ///< counting would read the whole table: only on request
        TooSlow,   ///< it took longer than anybody should wait who did not ask
        Counting,  ///< on request
        Counted,
        Failed,
    };

    Relation relation = {};
    std::optional<RelationKey> key = {};
    State state = State::NoKey;
    int count = 0; ///< valid when Counted; beyond `relatedCountLimit` there are more
    QString why = {};

    bool operator==(const RelatedCount &) const = default;
};

/// What points to the row one is at, table by table, counted a moment after one has come to it: by an index
/// and in a short time only, anything else on request.
class RelatedCounts : public QObject
{
    Q_OBJECT

public:
    /// What counting may take that nobody asked for, and what it may take on request.
    static constexpr std::chrono::milliseconds unasked{40};
    static constexpr std::chrono::milliseconds asked{30'000};

    explicit RelatedCounts(QObject *parent = nullptr);

    /// `sessions` outlives the look; nullptr looks nowhere.
    void setTable(pg::SessionPool *sessions, const catalog::SnapshotPtr &snapshot,
                  const RelationsPtr &relations, const ObjectId &table);
    /// The loaded row `row` of `rows`, which shows that table. The same keys are not counted again.
    void look(const QAbstractItemModel &rows, int row, const edit::RowIdentity &identity);
    /// At no row.
    void leave();
    /// What was counted may be another by now: the next look counts again.
    void forget() { m_stale = true; }
    /// How long counting may take that nobody asked for; tests on a slow machine need more.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

    const std::vector<RelatedCount> &counts() const { return m_counts; }
    /// However long that takes, up to `asked`.
    void count(size_t index);
    void stop(size_t index);

signals:
    void changed();

private:
    using Reply = Result<std::vector<int>>;

    void giveUp();
    void read();
    void receive(size_t index, const Reply &reply);

    pg::SessionPool *m_sessions = nullptr;
    catalog::SnapshotPtr m_snapshot;
    RelationsPtr m_all;
    ObjectId m_table;
    std::vector<Relation> m_relations;
    std::vector<RelatedCount> m_counts;
    bool m_stale = false;
    std::chrono::milliseconds m_patience = unasked;
    QTimer m_settling;
    Latest<std::vector<Reply>> m_reading;
    std::map<size_t, Latest<Reply>> m_asked;
};

} // namespace squall::models
