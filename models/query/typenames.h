#pragma once

#include "core/base/result.h"
#include "core/catalog/snapshot.h"
#include "core/pg/rowbatch.h"
#include "models/cellrole.h"

#include <QString>

#include <vector>

namespace squall::pg {
class Connection;
}

namespace squall::models {

/// A type as a column of a reply has it.
struct TypeName
{
    QString name = {}; ///< as format_type writes it under an empty search path
    bool known = true; ///< false: the server has to be asked

    bool operator==(const TypeName &) const = default;
};

/// As far as every server has the same ones.
std::vector<TypeName> builtInNames(const std::vector<pg::Field> &fields);

/// Blocking: asks for the names of all.
Result<std::vector<TypeName>> readTypeNames(pg::Connection &connection, const std::vector<pg::Field> &fields);

} // namespace squall::models
