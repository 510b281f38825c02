#pragma once

#include "core/edit/values/valuetype.h"
#include "ui/grid/celleditor.h"

namespace squall::ui {

class Theme;

/// The editor that fits a type where the cell is: a list for booleans and enums, a line that helps with
/// numbers, dates and uuids; text for everything else, in the given font.
CellEditor *makeCellEditor(const edit::ValueType &type, const Theme &theme, const QFont &font,
                           QWidget *parent);

} // namespace squall::ui
