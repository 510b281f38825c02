#pragma once

#include "models/diagram/diagramlens.h"

#include <QString>

#include <vector>

namespace squall::ui {

/// All that can be chosen, in the order in which they are offered.
const std::vector<models::DiagramOverlayKind> &overlayKinds();

/// `Overlay: rows`.
QString overlayInWords(models::DiagramOverlayKind kind);

} // namespace squall::ui
