#pragma once

#include "core/base/query.h"
#include "core/base/result.h"

#include <vector>

namespace squall::edit {

/// The attributes of a composite value, in their order.
using RecordValue = std::vector<Query::Parameter>;

/// Reads what the server would. `()` is one NULL: a type without attributes is the caller's to know.
Result<RecordValue> parseRecord(const QByteArray &text);
/// Byte for byte what the server writes for the same value.
QByteArray writeRecord(const RecordValue &record);

} // namespace squall::edit
