#pragma once

#include "core/drizzle/history.h"

namespace squall::drizzle {

/// What is wrong, for people who know their migrations and not their files.
QString sentence(const HistoryProblem &problem);
/// What to do about it.
QString remedy(const HistoryProblem &problem);

} // namespace squall::drizzle
