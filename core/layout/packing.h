#pragma once

#include <QPointF>
#include <QSizeF>

#include <vector>

namespace squall::layout {

/// Places rectangles beside and above each other, so that the whole is small and has the wanted aspect. The
/// first ones come out at the top left; nothing lies between them but what is part of them.
std::vector<QPointF> pack(const std::vector<QSizeF> &sizes, double aspect);

} // namespace squall::layout
