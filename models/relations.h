#pragma once

#include "core/catalog/snapshot.h"

#include <memory>
#include <optional>
#include <vector>

namespace squall::models {

/// Rows of one table that point to rows of another.
struct Relation
{
    QString name = {}; ///< the constraint's, or what declared it
    ObjectId from = {};
    QStringList columns = {};
    ObjectId to = {};
    QStringList toColumns = {};
    /// At most one row points to each.
    bool toOne = false;
    /// An index finds the pointing rows.
    bool indexed = false;
    /// Where a project declares it, for people: `relations.ts:12`. Empty of a foreign key.
    QString origin = {};

    bool operator==(const Relation &) const = default;
};

/// They join the same columns of the same tables, in whatever order.
bool joinSame(const Relation &one, const Relation &other);

/// All relations of a database, from the foreign keys of the catalog and whatever else declares some. Those
/// that two sources know count once.
class Relations
{
public:
    Relations() = default;
    explicit Relations(const catalog::Snapshot &snapshot);

    /// A further source, in which no two join the same. The server need not know of these.
    void add(const std::vector<Relation> &declared);

    /// Where rows of this table point to, in the order of the columns.
    std::vector<Relation> from(const ObjectId &table) const;
    /// What points to rows of this table.
    std::vector<Relation> to(const ObjectId &table) const;
    /// The one that this column belongs to: see `followed`.
    std::optional<Relation> follow(const ObjectId &table, const QString &column) const;

private:
    std::vector<Relation> m_all;
};

using RelationsPtr = std::shared_ptr<const Relations>;

/// The one of these relations that a column of their table belongs to; the shortest when there are several.
std::optional<Relation> followed(const std::vector<Relation> &relations, const QString &column);

/// The column that tells a person which row it is (`name`, `title`, `email`, …); empty when there is none.
QString labelColumn(const catalog::Snapshot &snapshot, const ObjectId &table);

} // namespace squall::models
