#pragma once

#include "core/drizzle/snapshot.h"
#include "core/drizzle/typescript/names.h"

#include <QHash>

namespace squall::drizzle {

struct SchemaToWrite
{
    const Snapshot &snapshot;
    /// What it refers to and that is not part of it: declared, and not exported.
    const Snapshot &outside;
    /// What values of custom types are in TypeScript; strings where nothing is said.
    QHash<QString, QString> customValues = {};
    NameStyle style = {};
    SchemaNames known = {}; ///< what has a name already, for example in a project
};

struct WrittenSchema
{
    QString schema;    ///< schema.ts
    QString relations; ///< relations.ts, which imports it
    /// The snapshot in the order in which evaluating schema.ts gives it.
    Snapshot snapshot;
};

/// A project's schema as TypeScript. Evaluated, it is the same snapshot again.
WrittenSchema writeSchema(const SchemaToWrite &schema);

} // namespace squall::drizzle
