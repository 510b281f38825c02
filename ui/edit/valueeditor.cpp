#include "ui/edit/valueeditor.h"

#include "ui/edit/arrayeditor.h"
#include "ui/edit/byteseditor.h"
#include "ui/edit/choiceeditor.h"
#include "ui/edit/compositeeditor.h"
#include "ui/edit/jsoneditor.h"
#include "ui/edit/lineeditor.h"
#include "ui/edit/rangeeditor.h"
#include "ui/edit/texteditor.h"
#include "ui/edit/valueline.h"

namespace squall::ui {

using Kind = edit::ValueType::Kind;

ValueEditor *makeValueEditor(const edit::ValueType &type, const EditorContext &context, QWidget *parent)
{
    switch (type.kind) {
    case Kind::Text: return new TextEditor(TextEditor::Face::Text, parent);
    case Kind::Xml: return new TextEditor(TextEditor::Face::Code, parent);
    case Kind::Boolean:
    case Kind::Enum: return new ChoiceEditor(type, parent);
    case Kind::Integer:
    case Kind::Numeric:
    case Kind::Date:
    case Kind::Time:
    case Kind::Timestamp:
    case Kind::Uuid: return new LineEditor(type, context.theme, parent);
    case Kind::Json:
    case Kind::Jsonb: return new JsonEditor(type, context.theme, parent);
    case Kind::Bytea: return new BytesEditor(context.theme, parent);
    case Kind::Array: return new ArrayEditor(type, context, parent);
    case Kind::Multirange: return new MultirangeEditor(type, context, parent);
    case Kind::Range: return new RangeEditor(type, context, parent);
    case Kind::Composite: return new CompositeEditor(type, context, parent);
    case Kind::Bit:
    case Kind::Other: break;
    }
    if (ValueLine::isOneLine(type))
        return new LineEditor(type, context.theme, parent);
    return new TextEditor(TextEditor::Face::Code, parent);
}

bool hasParts(const edit::ValueType &type)
{
    switch (type.kind) {
    case Kind::Array:
    case Kind::Multirange:
    case Kind::Range:
    case Kind::Composite: return true;
    default: return false;
    }
}

} // namespace squall::ui
