#include "ui/edit/compositeeditor.h"

#include "core/edit/values/record.h"

namespace squall::ui {

CompositeEditor::CompositeEditor(const edit::ValueType &type, const EditorContext &context, QWidget *parent)
    : ItemsEditor(context, Growth::Fixed, parent)
    , m_type(type)
{
}

Result<CompositeEditor::Items> CompositeEditor::read(const QByteArray &text)
{
    auto record = edit::parseRecord(text);
    if (!record)
        return record.error();
    const auto attributes = m_type.attributes.size();
    if (attributes == 0 && record->size() == 1 && !record->front())
        record->clear();
    if (record->size() != attributes)
        return Error{Error::Code::Parse,
                     tr("The type has %Ln attributes.", nullptr, static_cast<int>(attributes))};
    return std::move(*record);
}

QByteArray CompositeEditor::write(const Items &items) const
{
    return edit::writeRecord(items);
}

Result<Done> CompositeEditor::check(const QByteArray &text) const
{
    const auto record = edit::parseRecord(text);
    if (!record)
        return record.error();
    return Done{};
}

QString CompositeEditor::label(int row) const
{
    return m_type.attributes[static_cast<size_t>(row)].name;
}

edit::ValueType CompositeEditor::typeOf(int row) const
{
    return m_type.attributes[static_cast<size_t>(row)].type;
}

} // namespace squall::ui
