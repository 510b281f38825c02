#pragma once

#include "core/catalog/table.h"

namespace squall::catalog {

/// A view, plain or materialized.
struct View : Object
{
    bool materialized = false;
    QString definition; ///< pg_get_viewdef: the SELECT, ending in a semicolon
    Options
        options; ///< security_barrier, security_invoker, check_option; storage parameters when materialized
    std::vector<Column>
        columns; ///< name, type, default, comment and privileges; storage facts when materialized

    QString accessMethod; ///< materialized only, as are tablespace and indexes
    QString tablespace;
    Informative<bool> populated;
    std::vector<Index> indexes;

    std::vector<Trigger> triggers;
    std::vector<Rule> rules;
    Informative<Size> size;

    bool operator==(const View &) const = default;
};

} // namespace squall::catalog
