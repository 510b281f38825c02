#pragma once

#include "models/latest.h"
#include "models/relatedrows.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <map>
#include <optional>
#include <vector>

namespace squall::pg {
class SessionPool;
}

namespace squall::models {

class EditedRowModel;

/// How many rows of other tables point to each of the rows one sees: for the chosen relations, counted once
/// scrolling has come to rest, by an index and in a short time only, and kept until the rows are read again.
class VisibleCounts : public QObject
{
    Q_OBJECT

public:
    /// What one statement may take, since nobody asked for it.
    static constexpr std::chrono::milliseconds patience{40};

    /// `rows` outlives this.
    explicit VisibleCounts(EditedRowModel &rows, QObject *parent = nullptr);
    ~VisibleCounts() override;

    /// The schema as it is now, with the relations of the rows' database.
    void setSnapshot(const catalog::SnapshotPtr &snapshot);
    /// Everything that points to the table, in the order of its tables' names.
    const std::vector<Relation> &relations() const { return m_relations; }
    /// Which of them are counted, by `relationId`; those that are not there are left out.
    void choose(const QStringList &ids);
    QStringList chosen() const;
    /// Those, in the order of `relations`.
    size_t count() const { return m_columns.size(); }
    const Relation &relation(size_t index) const { return m_columns[index].relation; }

    /// What one sees. Nothing is counted while that is nothing.
    void look(qint64 first, int count);
    /// What was counted may be another by now; it shows until it has been counted again.
    void refresh();
    void setPatience(std::chrono::milliseconds most) { m_patience = most; }

    struct Count
    {
        /// Missing while it is not known; beyond `relatedCountLimit` there are more.
        std::optional<int> rows = {};
        QString why = {}; ///< it will not be known

        bool operator==(const Count &) const = default;
    };
    Count at(size_t index, qint64 row) const;
    /// What points to a row is asked for with this; nothing where nothing can point to it.
    std::optional<RelationKey> key(const Relation &relation, qint64 row) const;

signals:
    /// Others are chosen.
    void columnsChanged();
    void countsChanged();

private:
    struct Known
    {
        int rows = -1; ///< counting it alone took too long
        bool stale = false;
    };
    struct Column
    {
        Relation relation = {};
        std::map<RelationKey, Known> known = {};
        size_t keysAtOnce = 0;
        int tooSlow = 0; ///< keys that took too long alone
        QString why = {};
    };
    using Keys = std::vector<RelationKey>;
    using Reply = Result<std::vector<int>>;

    void forgetKeys();
    const std::optional<RelationKey> &keptKey(size_t index, qint64 row) const;
    Keys missing(size_t index) const;
    void read();
    void receive(size_t index, const Keys &keys, const Reply &reply);
    void takeTimeout(Column &column, const Keys &keys);

    EditedRowModel &m_rows;
    catalog::SnapshotPtr m_snapshot;
    RelationsPtr m_all;
    std::vector<Relation> m_relations;
    std::vector<Column> m_columns;
    /// By row: painting asks for the same ones again and again.
    mutable QHash<qint64, std::vector<std::optional<RelationKey>>> m_keys;
    qint64 m_first = 0;
    int m_seen = 0;
    std::chrono::milliseconds m_patience = patience;
    QTimer m_settling;
    Latest<Reply> m_reading;
};

/// Tells a relation from all others of its database, for good.
QString relationId(const Relation &relation);

} // namespace squall::models
