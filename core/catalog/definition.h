#pragma once

#include "core/base/objectid.h"
#include "core/catalog/object.h"

namespace squall::catalog {

/// An object of one of the rarer kinds (operators, text search, foreign servers, publications, …) that Squall
/// shows and compares as a whole: two are equal when the statements that make them are.
struct Definition : Object
{
    Kind kind = Kind::Operator;
    /// What tells it from others of its name: operand types, method, language, the table of a user mapping.
    QString qualifier;
    /// How COMMENT ON and ALTER … OWNER TO call it, for example `OPERATOR CLASS s.c USING btree`.
    QString address;
    /// The statements that make it, the first being its CREATE; without final semicolons.
    QStringList statements;

    bool operator==(const Definition &) const = default;
};

/// `ALTER DEFAULT PRIVILEGES FOR ROLE … [IN SCHEMA …]`
struct DefaultPrivileges
{
    QString role;
    QString schema;     ///< empty: in all of them
    QString objectType; ///< TABLES, SEQUENCES, FUNCTIONS, TYPES, SCHEMAS or LARGE OBJECTS
    Privileges privileges;

    bool operator==(const DefaultPrivileges &) const = default;
};

/// Something the database has and Squall does not model: named, so that nobody is told that all is equal.
struct Unmodeled
{
    ObjectId id;
    QString what; ///< in PostgreSQL's words, for example `security label`

    bool operator==(const Unmodeled &) const = default;
};

} // namespace squall::catalog
