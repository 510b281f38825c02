#include "ui/table/structuredelegate.h"

#include "models/structuremodel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace squall::ui {

using models::StructureModel;

namespace {

constexpr int padding = 12;
constexpr int headingHeight = 40;

QFont fontOf(const QModelIndex &index)
{
    if (StructureModel::isSection(index))
        return font(TextStyle::Strong);
    const bool code =
        index.column() == StructureModel::TypeColumn || index.column() == StructureModel::DetailColumn;
    return font(code ? TextStyle::Mono : TextStyle::Body);
}

} // namespace

StructureDelegate::StructureDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void StructureDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const bool heading = StructureModel::isSection(index);
    const bool selected = option.state & QStyle::State_Selected && !heading;
    painter->save();
    if (selected)
        painter->fillRect(option.rect, m_theme.color(Token::Selection));
    const auto token = heading || index.column() == StructureModel::NameColumn ? Token::Text : Token::Muted;
    painter->setFont(fontOf(index));
    painter->setPen(m_theme.color(token));
    auto rect = option.rect.adjusted(padding, 0, -padding / 2, heading ? -6 : 0);
    const auto text = index.data().toString().simplified();
    const auto elided = painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
    painter->drawText(
        rect, (heading ? Qt::AlignBottom : Qt::AlignVCenter) | Qt::AlignLeft | Qt::TextSingleLine, elided);
    painter->restore();
}

QSize StructureDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto text = index.data().toString().left(400);
    return {QFontMetrics(fontOf(index)).horizontalAdvance(text) + 2 * padding,
            StructureModel::isSection(index) ? headingHeight : metrics::row};
}

} // namespace squall::ui
