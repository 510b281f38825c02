#include "ui/edit/celleditors.h"

#include "ui/edit/choicecelleditor.h"
#include "ui/edit/linecelleditor.h"
#include "ui/grid/plaincelleditor.h"

namespace squall::ui {

using Kind = edit::ValueType::Kind;

CellEditor *makeCellEditor(const edit::ValueType &type, const Theme &theme, const QFont &font,
                           QWidget *parent)
{
    switch (type.kind) {
    case Kind::Boolean:
    case Kind::Enum: return new ChoiceCellEditor(type, theme, parent);
    case Kind::Integer:
    case Kind::Numeric:
    case Kind::Date:
    case Kind::Time:
    case Kind::Timestamp:
    case Kind::Uuid: return new LineCellEditor(type, theme, parent);
    default: return new PlainCellEditor(theme, font, parent);
    }
}

} // namespace squall::ui
