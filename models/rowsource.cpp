#include "models/rowsource.h"

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;
using catalog::Constraint;

namespace {

bool allNotNull(const std::vector<catalog::Column> &columns, const QStringList &names)
{
    return std::all_of(names.begin(), names.end(), [&](const QString &name) {
        const auto *column = catalog::findColumn(columns, name);
        return column && column->notNull;
    });
}

/// The columns of an index that holds every row exactly once; empty when this one does not.
QStringList uniqueColumns(const catalog::Index &index)
{
    QStringList names;
    if (!index.unique || !index.valid || !index.predicate.isEmpty() || index.method != u"btree")
        return {};
    for (const auto &key : index.keys) {
        if (key.column.isEmpty())
            return {};
        names << key.column;
    }
    return names;
}

/// The identity ladder: primary key, then the shortest unique and not null index.
QStringList keyOf(const catalog::Table &table)
{
    QStringList best;
    for (const auto &constraint : table.constraints) {
        if (constraint.type == Constraint::Type::PrimaryKey && !constraint.period)
            return constraint.columns;
    }
    for (const auto &index : table.indexes) {
        const auto names = uniqueColumns(index);
        if (!names.isEmpty() && allNotNull(table.columns, names) &&
            (best.isEmpty() || names.size() < best.size()))
            best = names;
    }
    return best;
}

bool hasChildren(const catalog::Snapshot &snapshot, const catalog::Table &table)
{
    const catalog::QualifiedName name{table.schema, table.name};
    return std::any_of(snapshot.tables.begin(), snapshot.tables.end(), [&](const catalog::Table &other) {
        return std::find(other.inherits.begin(), other.inherits.end(), name) != other.inherits.end();
    });
}

RowColumn describe(const catalog::Snapshot &snapshot, const catalog::Column &column)
{
    return {.name = column.name,
            .type = column.type,
            .traits = columnType(snapshot, column.type),
            .notNull = column.notNull,
            .generated = column.identity || column.generated != catalog::Column::Generated::No,
            .comment = column.comment};
}

void markKeys(const catalog::Table &table, RowSource &source)
{
    for (const auto &constraint : table.constraints) {
        for (const auto &name : constraint.columns) {
            const int column = source.indexOf(name);
            if (column < 0)
                continue;
            auto &marked = source.columns[static_cast<size_t>(column)];
            if (constraint.type == Constraint::Type::PrimaryKey)
                marked.primaryKey = true;
            if (constraint.type == Constraint::Type::ForeignKey && constraint.columns.size() == 1)
                marked.references = constraint.referencedTable.name;
        }
    }
}

/// Keys hold within one table: where others inherit from it, a row is named by its table too.
void identify(const catalog::Snapshot &snapshot, const catalog::Table &table, RowSource &source)
{
    const bool inherited = hasChildren(snapshot, table);
    const bool heap = table.accessMethod.isEmpty() || table.accessMethod == u"heap";
    if (table.foreign)
        return;
    source.key = keyOf(table);
    if (!source.key.isEmpty()) {
        source.identity = RowSource::Identity::Key;
        if (inherited)
            source.key << u"tableoid"_s;
    } else if (heap && !table.isPartitioned() && !inherited) {
        source.identity = RowSource::Identity::Ctid;
        source.key = {u"ctid"_s};
    }
}

} // namespace

int RowSource::indexOf(const QString &column) const
{
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const RowColumn &c) { return c.name == column; });
    return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

const RowColumn *RowSource::find(const QString &column) const
{
    for (const auto *each : {&columns, &hidden}) {
        const auto found =
            std::find_if(each->begin(), each->end(), [&](const RowColumn &c) { return c.name == column; });
        if (found != each->end())
            return &*found;
    }
    return nullptr;
}

std::optional<RowSource> rowSource(const catalog::Snapshot &snapshot, const ObjectId &id)
{
    RowSource source{.id = id, .columns = {}};
    if (const auto *table = catalog::findTable(snapshot, {id.schema, id.name})) {
        for (const auto &column : table->columns)
            source.columns.push_back(describe(snapshot, column));
        source.partitioned = table->isPartitioned();
        source.estimate = table->size->rows;
        identify(snapshot, *table, source);
        markKeys(*table, source);
        return source;
    }
    if (const auto *view = catalog::findView(snapshot, {id.schema, id.name})) {
        for (const auto &column : view->columns)
            source.columns.push_back(describe(snapshot, column));
        if (view->materialized) {
            source.identity = RowSource::Identity::Ctid;
            source.key = {u"ctid"_s};
            source.estimate = view->size->rows;
        }
        return source;
    }
    return std::nullopt;
}

} // namespace squall::models
