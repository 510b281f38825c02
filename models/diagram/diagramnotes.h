#pragma once

#include "models/diagram/diagramarrangement.h"

namespace squall::models {

/// The notes with a place in this detail. Where they have none, or the tables lie elsewhere now, they lie
/// beside the table that they lay next to, and on no table. `before`: where tables lay, `now`: where those
/// that are shown lie. `anew`: all tables have been placed anew.
std::vector<DiagramNote> placedNotes(std::vector<DiagramNote> notes, DiagramDetail detail,
                                     const std::array<DiagramPlaces, 3> &before, const DiagramPlaces &now,
                                     bool anew);

} // namespace squall::models
