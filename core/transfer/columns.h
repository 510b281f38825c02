#pragma once

#include "core/catalog/snapshot.h"
#include "core/transfer/rowset.h"

namespace squall::transfer {

/// `type` as the server says it, without modifiers and with domains looked through.
QString bareType(const catalog::Snapshot &snapshot, const QString &type);

/// The columns `wanted` of a relation, in that order, and those of `key` that are not among them. What the
/// schema does not know, such as `ctid`, is left out.
std::vector<Column> columnsOf(const catalog::Snapshot &snapshot, const ObjectId &relation,
                              const QStringList &wanted, const QStringList &key);

} // namespace squall::transfer
