#pragma once

#include "core/base/objectid.h"

class QMenu;

namespace squall::ui {

class DiagramView;

/// What can be put on the selected tables, of which this is the one clicked.
void addMarkingActions(QMenu &menu, DiagramView &view, const ObjectId &id);
/// Of a line that stands for a declared relation.
void addRelationActions(QMenu &menu, DiagramView &view, int line);

} // namespace squall::ui
