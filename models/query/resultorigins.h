#pragma once

#include "core/base/result.h"
#include "core/catalog/snapshot.h"
#include "core/pg/rowbatch.h"
#include "models/editrules.h"

#include <QHash>

#include <optional>
#include <vector>

namespace squall::pg {
class Connection;
}

namespace squall::models {

/// The column of a relation that a column of a result shows; without a name, nobody knows it.
struct ColumnOrigin
{
    QString schema = {};
    QString relation = {};
    QString column = {};

    bool operator==(const ColumnOrigin &) const = default;
};

/// Where the columns of a result come from, whatever the schema says of it.
struct NamedOrigins
{
    std::vector<ColumnOrigin> columns = {};
    /// What sql::relationReads says of the statement.
    std::optional<QHash<QString, int>> reads = {};
};

/// Blocking, on any session: what the numbers in the fields are the names of, and how often `statement`,
/// which may be long, reads them.
Result<NamedOrigins> readOrigins(pg::Connection &connection, const QString &statement,
                                 const std::vector<pg::Field> &fields);

/// What the rows of a result are made of, and what of it may be changed.
struct ResultOrigins
{
    struct Table
    {
        RowSource source = {};
        EditRules rules = {};
        /// Where the columns of its identity are in the result; empty when they are not all there.
        std::vector<std::pair<QString, int>> key = {};
        /// Where its columns are, each once.
        std::vector<std::pair<QString, int>> places = {};
    };
    struct Column
    {
        int table = -1;
        int number = -1; ///< in the table's RowSource
        /// Why its values may not be changed, in a sentence; empty when they may.
        QString refusal = {};
    };

    std::vector<Table> tables = {};
    std::vector<Column> columns = {}; ///< as in the result
};

/// A relation that is read more than once gives no rows that could be told apart: a column says which
/// relation it is of, and not which row of it.
ResultOrigins resultOrigins(const catalog::Snapshot &snapshot, const std::vector<pg::Field> &fields,
                            const NamedOrigins &origins);

} // namespace squall::models
