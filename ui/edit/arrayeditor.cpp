#include "ui/edit/arrayeditor.h"

#include "core/edit/values/range.h"

#include <QCheckBox>
#include <QHBoxLayout>

namespace squall::ui {

using namespace Qt::StringLiterals;
using Kind = edit::ValueType::Kind;

namespace {

QByteArray joined(const ItemsModel::Items &items, char delimiter)
{
    QByteArray text("{");
    for (size_t i = 0; i < items.size(); ++i)
        text += (i > 0 ? QByteArray(1, delimiter) : QByteArray()) + items[i].value_or("NULL");
    return text + '}';
}

} // namespace

ArrayEditor::ArrayEditor(const edit::ValueType &type, const EditorContext &context, QWidget *parent)
    : ItemsEditor(context, Growth::Free, parent)
    , m_type(type)
    , m_nested(new QCheckBox(tr("Of arrays"), this))
{
    m_nested->setObjectName(u"arrayNested"_s);
    m_nested->setToolTip(tr("Items are arrays themselves: one more dimension"));
    bar().addWidget(m_nested);
    connect(m_nested, &QCheckBox::clicked, this, [this](bool nested) { m_isNested = nested; });
}

Result<ArrayEditor::Items> ArrayEditor::read(const QByteArray &text)
{
    auto array = edit::parseArray(text, m_type.element->delimiter);
    m_read = array ? *array : edit::ArrayValue();
    m_isNested = m_read.dimensions.size() > 1;
    m_lower = m_read.dimensions.empty() ? 1 : m_read.dimensions.front().lower;
    m_nested->setChecked(m_isNested);
    // The shape of what is there is not to be changed by a tick.
    m_nested->setVisible(m_read.elements.empty());
    if (!array)
        return array.error();
    return edit::arrayItems(*array, m_type.element->delimiter);
}

QByteArray ArrayEditor::write(const Items &items) const
{
    const auto array = edit::arrayOfItems(items, m_isNested, m_lower, m_type.element->delimiter);
    return array ? edit::writeArray(*array, m_type.element->delimiter)
                 : joined(items, m_type.element->delimiter);
}

Result<Done> ArrayEditor::check(const QByteArray &text) const
{
    const auto array = edit::parseArray(text, m_type.element->delimiter);
    if (!array)
        return array.error();
    return Done{};
}

QString ArrayEditor::label(int row) const
{
    return u'[' + QString::number(m_lower + row) + u']';
}

edit::ValueType ArrayEditor::typeOf(int) const
{
    return m_isNested ? m_type : *m_type.element;
}

Query::Parameter ArrayEditor::blank() const
{
    if (m_isNested)
        return m_read.dimensions.size() > 1 ? edit::blankSubArray(m_read, m_type.element->delimiter) : "{}";
    const auto text = edit::blankValue(*m_type.element);
    return text.isEmpty() && m_type.element->kind != Kind::Text ? Query::Parameter() : text;
}

void ArrayEditor::changed()
{
    m_nested->setVisible(items().empty());
    ItemsEditor::changed();
}

QString ArrayEditor::note() const
{
    return tr("%Ln elements", nullptr, static_cast<int>(items().size()));
}

MultirangeEditor::MultirangeEditor(const edit::ValueType &type, const EditorContext &context, QWidget *parent)
    : ItemsEditor(context, Growth::Free, parent)
    , m_type(type)
{
}

Result<MultirangeEditor::Items> MultirangeEditor::read(const QByteArray &text)
{
    const auto ranges = edit::parseMultirange(text);
    if (!ranges)
        return ranges.error();
    Items items;
    for (const auto &range : *ranges)
        items.emplace_back(edit::writeRange(range));
    return items;
}

QByteArray MultirangeEditor::write(const Items &items) const
{
    return joined(items, ',');
}

Result<Done> MultirangeEditor::check(const QByteArray &text) const
{
    const auto ranges = edit::parseMultirange(text);
    if (!ranges)
        return ranges.error();
    return Done{};
}

QString MultirangeEditor::label(int row) const
{
    return QString::number(row + 1);
}

} // namespace squall::ui
