#pragma once

#include "core/catalog/snapshot.h"

namespace squall::test {

/// Reads a schema from lines such as
///   table public.users: id bigint pk identity; email text notnull
///   fk public.orders orders_user_id_fkey (user_id) public.users (id)
///   function public.total(order_id bigint) numeric
/// Names end where the next part of the line begins, so they may hold blanks where a colon follows them.
catalog::SnapshotPtr readSchema(const QString &text);

} // namespace squall::test
