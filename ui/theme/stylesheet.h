#pragma once

#include "ui/theme/tokens.h"

#include <QString>

namespace squall::ui {

/// What the palette alone cannot say: borders, radii and paddings of the common controls.
QString styleSheet(Scheme scheme);

} // namespace squall::ui
