#pragma once

#include "core/layout/piece.h"

#include <vector>

namespace squall::layout {

/// Pieces of one bundle that lie upon each other as one, which has room where all of them have. Those beside
/// a piece of their bundle that stays go onto it.
std::vector<Piece> withTrunks(const std::vector<Piece> &pieces, const std::vector<Course> &courses);

} // namespace squall::layout
