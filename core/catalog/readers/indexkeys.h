#pragma once

#include "core/catalog/assembly.h"

namespace squall::catalog {

/// What pg_index says of an index's columns; included ones follow the keys in `columns`.
struct IndexVectors
{
    size_t keyCount = 0;
    std::vector<Oid> columns; ///< 0 for an expression
    std::vector<Oid> options;
    std::vector<Oid> operatorClasses;
    std::vector<Oid> collations;
    QStringList expressions; ///< in order
    std::vector<Oid> types;  ///< only when there are expressions
};

std::vector<IndexKey> indexKeys(const IndexVectors &vectors, Oid relation, Assembly &assembly);

} // namespace squall::catalog
