#pragma once

#include "models/diagram/diagramoverlay.h"
#include "ui/diagram/diagramstyle.h"

namespace squall::ui {

/// From nearly none to most, each darker than the one before on light ground and lighter on dark: told apart
/// by those who see no colours, and text is readable on all of it.
QColor heatColor(double heat, Scheme scheme);

struct MarkColors
{
    QColor ink;    ///< of what stands in a mark
    QColor ground; ///< that it stands on
    QColor edge;   ///< of what has the mark: a border, a line
    QColor wash;   ///< for the ground of what has it; none where it has its usual one
};

MarkColors colorsOf(const models::DiagramMark &mark, const DiagramStyle &style);

} // namespace squall::ui
