#include "models/rowsource.h"

#include "core/edit/rowkey.h"

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;
using catalog::Constraint;

namespace {

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

void identify(const catalog::Snapshot &snapshot, RowSource &source)
{
    const auto key = edit::rowKey(snapshot, source.id);
    source.key = key.columns;
    source.refusal = key.refusal;
    switch (key.by) {
    case edit::RowKey::By::Columns: source.identity = RowSource::Identity::Key; break;
    case edit::RowKey::By::Position: source.identity = RowSource::Identity::Ctid; break;
    case edit::RowKey::By::Nothing: source.identity = RowSource::Identity::None; break;
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

std::optional<std::vector<int>> RowSource::placesIn(const RowSource &other) const
{
    std::vector<int> places;
    for (const auto &column : columns) {
        places.push_back(other.indexOf(column.name));
        if (places.back() < 0)
            return std::nullopt;
    }
    return places;
}

std::optional<RowSource> rowSource(const catalog::Snapshot &snapshot, const ObjectId &id)
{
    RowSource source{.id = id, .columns = {}};
    if (const auto *table = catalog::findTable(snapshot, {id.schema, id.name})) {
        for (const auto &column : table->columns)
            source.columns.push_back(describe(snapshot, column));
        source.partitioned = table->isPartitioned();
        source.estimate = table->size->rows;
        identify(snapshot, source);
        markKeys(*table, source);
        return source;
    }
    if (const auto *view = catalog::findView(snapshot, {id.schema, id.name})) {
        for (const auto &column : view->columns)
            source.columns.push_back(describe(snapshot, column));
        source.view = !view->materialized;
        identify(snapshot, source);
        if (view->materialized)
            source.estimate = view->size->rows;
        return source;
    }
    return std::nullopt;
}

} // namespace squall::models
