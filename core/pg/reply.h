#pragma once

#include "core/pg/rowbatch.h"

#include <libpq-fe.h>

#include <vector>

namespace squall::pg {

/// The columns of a libpq result.
std::vector<Field> describe(const PGresult *result);
/// Adds a result's rows from `first` up to `end` to a batch.
void appendRows(RowBatchBuilder &batch, const PGresult *result, int first, int end);
/// For example `INSERT 0 1`.
QByteArray commandTag(const PGresult *result);

} // namespace squall::pg
