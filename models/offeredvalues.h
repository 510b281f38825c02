#pragma once

#include "core/base/result.h"
#include "core/catalog/snapshot.h"
#include "models/rowsource.h"

#include <chrono>

namespace squall::pg {
class Connection;
}

namespace squall::models {

/// A value somebody might compare a column with.
struct OfferedValue
{
    QString value;
    QString label = {};          ///< what a person calls the row it points to
    std::optional<double> share; ///< of all rows, as far as the planner knows

    bool operator==(const OfferedValue &) const = default;
};

/// What the schema alone knows: the labels of an enum, true and false.
std::vector<OfferedValue> knownValues(const catalog::Snapshot &snapshot, const RowColumn &column);

/// Where else values can come from: the rows a foreign key points to, else the planner's statistics.
struct OfferRequest
{
    ObjectId relation;
    QString column;
    struct Reference
    {
        catalog::QualifiedName table;
        QString key;
        QString type;  ///< of the key, as SQL
        QString label; ///< a column; empty when no column names a row
    };
    std::optional<Reference> reference = {};
    /// Of a reference: only rows whose key begins with it, or whose label contains it.
    QString typed = {};
};
OfferRequest offerRequest(const catalog::Snapshot &snapshot, const ObjectId &relation, const QString &column);

/// How long rows are looked through for what is typed; whole numbers are found by their index however many
/// there are.
constexpr std::chrono::milliseconds offerPatience{150};

/// Blocking, to be run on a Session. Scans nothing but, for what is typed and no longer than `offerPatience`,
/// the table that a foreign key points to: the first rows by a key, or statistics that are there.
Result<std::vector<OfferedValue>> readOfferedValues(pg::Connection &connection, const OfferRequest &request);

} // namespace squall::models
