#pragma once

#include "ui/theme/tokens.h"

namespace squall::ui {

/// So many series have a colour of their own.
constexpr int seriesColors = 8;

/// What the series of charts are told apart by, with everybody's eyes: a test looks at them as those see them
/// who see no red, green or blue.
QColor seriesColor(int series, Scheme scheme);

} // namespace squall::ui
