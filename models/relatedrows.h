#pragma once

#include "core/base/query.h"
#include "core/base/result.h"
#include "core/catalog/snapshot.h"
#include "core/edit/stagededits.h"
#include "models/relationkey.h"
#include "models/rowfields.h"

#include <QHash>

#include <chrono>

namespace squall::pg {
class Connection;
}

namespace squall::models {

// Blocking reads, to be run on a Session.

/// Counted exactly up to so many, then "1,000+".
constexpr int relatedCountLimit = 1000;

/// What may be read to count: only what an index finds, or the whole table where there is none.
enum class CountBy { Index, Anything };

/// How many rows point to each key: at most `relatedCountLimit + 1`. Without an index that serves the
/// relation Error::Unsupported, unless anything may be read. With `atMost` the server gives up after that
/// time.
Result<std::vector<int>> countRelated(pg::Connection &connection, const catalog::Snapshot &snapshot,
                                      const Relation &relation, const std::vector<RelationKey> &keys,
                                      CountBy by = CountBy::Index, std::chrono::milliseconds atMost = {});

/// What people call the rows that these keys lead to, by key; short. Rows that are gone have none.
Result<QHash<QByteArray, QString>> readLabels(pg::Connection &connection, const catalog::Snapshot &snapshot,
                                              const Relation &relation, const QList<QByteArray> &keys);

/// The rows that point to a key, as a condition for RowSource; NotFound when the table they point to is gone.
Result<Query> pointingCondition(const catalog::Snapshot &snapshot, const Relation &relation,
                                const RelationKey &key);

/// A row as the one who points to it wants to see it.
struct ReferencedRow
{
    QString label = {};                ///< what people call it
    std::vector<RowField> fields = {}; ///< its key, then what comes first; long values cut
    int more = 0;                      ///< columns that it has besides
    bool staged = false;               ///< it is not written yet

    bool operator==(const ReferencedRow &) const = default;
};

constexpr int referencedFields = 8;

/// The row that a key leads to; NotFound when there is none.
Result<ReferencedRow> readReferenced(pg::Connection &connection, const catalog::Snapshot &snapshot,
                                     const Relation &relation, const RelationKey &key);

/// The same among the new rows of `edits`, which are staged for the relation's far end; reads nothing.
std::optional<ReferencedRow> stagedReferenced(const edit::StagedEdits &edits,
                                              const catalog::Snapshot &snapshot, const Relation &relation,
                                              const RelationKey &key);

} // namespace squall::models
