#pragma once

#include "core/transfer/writers.h"

#include <optional>

namespace squall::transfer {

/// Adds one field, in quotes when it would otherwise end early or be taken for another value.
void appendField(QByteArray &text, std::optional<QByteArrayView> value, char separator,
                 const DelimitedOptions &options);

} // namespace squall::transfer
