#pragma once

#include "core/catalog/object.h"

namespace squall::catalog {

/// A function, procedure, window function or aggregate. `name` is the bare name;
/// `identityArguments` tells overloads apart.
struct Function : Object
{
    enum class Type { Function, Procedure, Window, Aggregate };

    Type type = Type::Function;
    QString identityArguments; ///< pg_get_function_identity_arguments
    QString arguments;         ///< with names and defaults, for people
    QString result;            ///< pg_get_function_result; empty for procedures
    QString language;
    QString definition; ///< `CREATE OR REPLACE …` or `CREATE AGGREGATE …`, without the final semicolon

    bool operator==(const Function &) const = default;
};

} // namespace squall::catalog
