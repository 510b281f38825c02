#pragma once

#include "core/base/objectid.h"
#include "core/base/query.h"

#include <QStringList>

#include <map>
#include <utility>
#include <vector>

namespace squall::transfer {

/// What a program takes a column's values for.
enum class ProgramValue : unsigned char {
    Usual, ///< what Drizzle does with its type
    Text,
    Number,
    BigInt,
    Date,
};

/// A column of rows on their way out.
struct Column
{
    QString name;
    QString type = {};           ///< as SQL, without domain and modifier: `bigint`, `text[]`
    bool key = false;            ///< part of what tells a row from all others
    bool wanted = true;          ///< false: it only came along to name the row
    bool generated = false;      ///< GENERATED ALWAYS AS an expression: nobody may write it
    bool identityAlways = false; ///< writing it takes OVERRIDING SYSTEM VALUE
    QString programKey = {};     ///< what a program calls it; as it is called itself when empty
    ProgramValue programValue = ProgramValue::Usual;

    bool operator==(const Column &) const = default;
};

/// Values as the server's text, one for every column; a missing one is NULL.
using Cells = std::vector<Query::Parameter>;

/// A value that the server makes when the row is written.
enum class Later : unsigned char {
    Default,    ///< what the column's default gives; the cell is NULL
    Expression, ///< the cell holds it: `now()`
};

/// Rows of one relation, whole.
struct RowSet
{
    ObjectId relation = {};
    QString programName = {}; ///< what a program calls the relation; empty when it does not know it
    std::vector<Column> columns = {};
    std::vector<Cells> rows = {};
    /// By row and column; few.
    std::map<std::pair<size_t, size_t>, Later> later = {};

    bool isDefault(size_t row, size_t column) const { return has(row, column, Later::Default); }
    bool isExpression(size_t row, size_t column) const { return has(row, column, Later::Expression); }

    bool operator==(const RowSet &) const = default;

private:
    bool has(size_t row, size_t column, Later kind) const
    {
        const auto found = later.find({row, column});
        return found != later.end() && found->second == kind;
    }
};

} // namespace squall::transfer
