#pragma once

#include "core/catalog/relation.h"

namespace squall::models {

/// Why an index serves no query; nothing when it does.
QString indexState(const catalog::Index &index);

} // namespace squall::models
