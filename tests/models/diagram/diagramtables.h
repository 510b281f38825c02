#pragma once

#include "core/catalog/snapshot.h"
#include "models/diagram/diagramlook.h"
#include "tests/models/snapshots.h"

#include <memory>

namespace squall::test {

/// A table with a key and a name.
inline catalog::Table keyed(const QString &name, const QString &schema = QStringLiteral("public"))
{
    auto made = table(schema, name);
    made.columns = {{.name = QStringLiteral("id"), .type = QStringLiteral("bigint"), .notNull = true},
                    {.name = QStringLiteral("name"), .type = QStringLiteral("text")}};
    made.constraints = {{.name = name + QStringLiteral("_pkey"),
                         .type = catalog::Constraint::Type::PrimaryKey,
                         .columns = {QStringLiteral("id")}}};
    return made;
}

inline void refer(catalog::Table &from, const catalog::Table &to)
{
    const auto column = to.name + QStringLiteral("_id");
    from.columns.push_back({.name = column, .type = QStringLiteral("bigint")});
    from.constraints.push_back({.name = from.name + u'_' + column,
                                .type = catalog::Constraint::Type::ForeignKey,
                                .columns = {column},
                                .referencedTable = {to.schema, to.name},
                                .referencedColumns = {QStringLiteral("id")}});
}

/// Each table but the first points to one before it.
inline catalog::Snapshot family(int tables)
{
    catalog::Snapshot snapshot;
    for (int i = 0; i < tables; ++i) {
        auto made = keyed(QStringLiteral("t%1").arg(i, 4, 10, QLatin1Char('0')));
        const auto before = static_cast<unsigned>(i);
        if (before > 0)
            refer(made, snapshot.tables[(before * 2654435761U >> 8) % before]);
        snapshot.tables.push_back(made);
    }
    return snapshot;
}

inline catalog::SnapshotPtr shared(catalog::Snapshot snapshot)
{
    return std::make_shared<const catalog::Snapshot>(std::move(snapshot));
}

inline models::DiagramLook diagramLook()
{
    models::DiagramLook look;
    for (auto *letters : {&look.title, &look.row}) {
        letters->ascii.fill(8);
        letters->other = 10;
        letters->wide = 16;
    }
    return look;
}

} // namespace squall::test
