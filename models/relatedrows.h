#pragma once

#include "core/base/result.h"
#include "core/edit/stagededits.h"
#include "models/relations.h"
#include "models/rowsource.h"

#include <QHash>

namespace squall::pg {
class Connection;
}

namespace squall::models {

// Blocking reads, to be run on a Session.

/// Counted exactly up to so many, then "100+".
constexpr int relatedCountLimit = 100;

/// Values of a relation's columns at one end, in their order; a row with NULL in one has no partner.
using RelationKey = std::vector<QByteArray>;

/// How many rows point to each key: at most `relatedCountLimit + 1`. Only for relations that an index serves:
/// others would read the whole table.
Result<std::vector<int>> countRelated(pg::Connection &connection, const catalog::Snapshot &snapshot,
                                      const Relation &relation, const std::vector<RelationKey> &keys);

/// What people call the rows that these keys lead to, by key; short. Rows that are gone have none.
Result<QHash<QByteArray, QString>> readLabels(pg::Connection &connection, const catalog::Snapshot &snapshot,
                                              const Relation &relation, const QList<QByteArray> &keys);

/// The row that a key leads to, long values cut; NotFound when there is none.
Result<edit::RowValues> readReferenced(pg::Connection &connection, const catalog::Snapshot &snapshot,
                                       const Relation &relation, const RelationKey &key);

} // namespace squall::models
