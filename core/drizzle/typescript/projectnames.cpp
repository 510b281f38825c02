#include "core/drizzle/typescript/projectnames.h"

namespace squall::drizzle {

SchemaNames namesIn(const ProjectSchema &project)
{
    SchemaNames names;
    const auto addColumns = [&](const QString &key, const Declaration &declared) {
        for (const auto &[name, column] : declared.columns)
            names.columns[key].insert(name, column.key);
    };
    for (const auto &[key, table] : project.tables) {
        names.tables.insert(key, table.name);
        addColumns(key, table);
    }
    for (const auto &[key, view] : project.views) {
        names.views.insert(key, view.name);
        addColumns(key, view);
    }
    for (const auto &[key, type] : project.enums)
        names.enums.insert(key, type.name);
    return names;
}

} // namespace squall::drizzle
