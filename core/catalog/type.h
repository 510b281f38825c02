#pragma once

#include "core/catalog/table.h"

namespace squall::catalog {

struct Enum : Object
{
    QStringList labels;

    bool operator==(const Enum &) const = default;
};

struct Domain : Object
{
    QString baseType;
    QString collation; ///< as SQL; empty when it is the base type's own
    std::optional<QString> defaultSql;
    bool notNull = false;
    std::vector<Constraint> constraints; ///< checks, and from 18 the named NOT NULL; sorted by name

    bool operator==(const Domain &) const = default;
};

/// `CREATE TYPE … AS (…)`
struct Composite : Object
{
    std::vector<Column> attributes; ///< name, type, collation and comment

    bool operator==(const Composite &) const = default;
};

struct Range : Object
{
    QString subtype;
    QString operatorClass;     ///< as SQL; empty when it is the default of the subtype
    QString collation;         ///< as SQL; empty when it is the subtype's own
    QString canonicalFunction; ///< as SQL
    QString differenceFunction;
    QualifiedName multirange; ///< since 14

    bool operator==(const Range &) const = default;
};

} // namespace squall::catalog
