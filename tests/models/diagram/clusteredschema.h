#pragma once

#include "core/catalog/snapshot.h"

namespace squall::test {

/// A schema as large applications have one, with so many tables: several schemas, in each some clusters of
/// about a dozen tables that know each other well, a few foreign keys between clusters, and two tables that
/// many others point to. There are composite keys, tables that point to themselves or twice to another one,
/// and some that are joined to nothing. The same for a seed.
catalog::SnapshotPtr clusteredSchema(int tables, int seed);

/// The cluster of one of its tables; empty where it is of none.
QString clusterOf(const ObjectId &table);

} // namespace squall::test
