#pragma once

#include "models/diagram/diagramoverlay.h"

/// Each overlay by itself. `made` has room for all marks, and takes them.
namespace squall::models {

void markHeat(DiagramOverlay &made, const diagram::Diagram &diagram);
void markMissingIndexes(DiagramOverlay &made, const diagram::Diagram &diagram, const DiagramContent &content);
void markUnusedIndexes(DiagramOverlay &made, const diagram::Diagram &diagram, const IndexUsage *usage);
void markCycles(DiagramOverlay &made, const diagram::Diagram &diagram);
void markChanges(DiagramOverlay &made, const DiagramContent &content, const diagram::Changes &changes);

/// Marks one row of a box.
void markRow(DiagramOverlay &made, const DiagramContent &content, int box, int row, const DiagramMark &mark);

} // namespace squall::models
