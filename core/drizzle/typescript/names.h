#pragma once

#include "core/drizzle/snapshot.h"

#include <QHash>
#include <QSet>

namespace squall::drizzle {

/// How keys and constants are called in TypeScript.
struct NameStyle
{
    bool camel = true;   ///< else as the database has them
    QString casing = {}; ///< of the configuration, which names columns that go without a name
};

/// Names that are taken in one file.
class NameScope
{
public:
    /// Without what the language and drizzle-orm call their own.
    NameScope();
    /// `wanted` if it is free, else with `suffix`, else with a number too.
    QString take(const QString &wanted, const QString &suffix);
    /// The name itself, if it is free.
    bool takeWhole(const QString &name);

private:
    QSet<QString> m_taken;
};

/// A constant for each object of a schema, by the key that the snapshot has it under.
struct SchemaNames
{
    QHash<QString, QString> schemas;
    QHash<QString, QString> roles;
    QHash<QString, QString> enums;
    QHash<QString, QString> sequences;
    QHash<QString, QString> tables;
    QHash<QString, QString> views;
    QHash<QString, QString> customTypes; ///< by type
    /// Keys of columns by their names, of tables and views.
    QHash<QString, QHash<QString, QString>> columns;
};

/// `outside` is what the schema refers to beyond itself; what has a name in `known` keeps it.
SchemaNames namesOf(const Snapshot &snapshot, const Snapshot &outside, const QStringList &customTypes,
                    const NameStyle &style, const SchemaNames &known = {});

/// `schema.name`, as snapshots call tables, views and enums.
QString placeOf(const QString &schema, const QString &name);

} // namespace squall::drizzle
