#include "models/diagram/diagramtext.h"

#include "core/drizzle/pull/partof.h"
#include "core/drizzle/typescript/projectnames.h"
#include "core/drizzle/typescript/writeschema.h"

#include <QSet>

#include <algorithm>

namespace squall::models {

namespace {

/// Only these tables, where some are named.
diagram::Diagram chosenOf(const DiagramTask &task, const std::vector<ObjectId> &tables)
{
    auto shown = shownDiagram(task);
    if (tables.empty())
        return shown;
    std::vector<int> wanted;
    wanted.reserve(tables.size());
    for (const auto &table : tables)
        wanted.push_back(diagram::entityOf(shown, table));
    std::erase(wanted, -1);
    return diagram::only(shown, wanted);
}

/// All that Drizzle can say of a database.
drizzle::Pulled pulledFrom(const catalog::Snapshot &snapshot)
{
    QSet<QString> schemas;
    for (const auto &table : snapshot.tables)
        schemas.insert(table.schema);
    for (const auto &type : snapshot.enums)
        schemas.insert(type.schema);
    for (const auto &sequence : snapshot.sequences)
        schemas.insert(sequence.schema);
    drizzle::Config everything{.path = {}};
    everything.schemaFilter = schemas.values();
    return drizzle::snapshotOf(snapshot, drizzle::Selection(everything));
}

} // namespace

QString diagramText(const DiagramTask &task, diagram::Language language, const std::vector<ObjectId> &tables)
{
    return diagram::write(language, chosenOf(task, tables), *task.snapshot);
}

DrizzleText drizzleText(const DiagramTask &task, const std::vector<ObjectId> &tables)
{
    QStringList wanted;
    for (const auto &entity : chosenOf(task, tables).entities)
        wanted << entity.id.schema + u'.' + entity.id.name;
    const auto part = drizzle::partOf(pulledFrom(*task.snapshot), wanted);
    DrizzleText text;
    for (const auto &key : wanted) {
        if (!part.snapshot.tables.contains(key))
            text.leftOut << key;
    }
    text.schema = drizzle::writeSchema(
                      {.snapshot = part.snapshot,
                       .outside = part.outside,
                       .customValues = part.customValues,
                       .known = task.project ? drizzle::namesIn(*task.project) : drizzle::SchemaNames()})
                      .schema;
    return text;
}

} // namespace squall::models
