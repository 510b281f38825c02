#pragma once

#include "core/base/objectid.h"
#include "core/base/query.h"

#include <QStringList>

#include <vector>

namespace squall::transfer {

/// A column of rows on their way out.
struct Column
{
    QString name;
    QString type = {};           ///< as SQL, without domain and modifier: `bigint`, `text[]`
    bool key = false;            ///< part of what tells a row from all others
    bool wanted = true;          ///< false: it only came along to name the row
    bool generated = false;      ///< GENERATED ALWAYS AS an expression: nobody may write it
    bool identityAlways = false; ///< writing it takes OVERRIDING SYSTEM VALUE

    bool operator==(const Column &) const = default;
};

/// Values as the server's text, one for every column; a missing one is NULL.
using Cells = std::vector<Query::Parameter>;

/// Rows of one relation, whole.
struct RowSet
{
    ObjectId relation = {};
    std::vector<Column> columns = {};
    std::vector<Cells> rows = {};

    bool operator==(const RowSet &) const = default;
};

} // namespace squall::transfer
