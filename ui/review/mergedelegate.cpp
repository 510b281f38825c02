#include "ui/review/mergedelegate.h"

#include "models/mergemodel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::MergeModel;

namespace {

constexpr int padding = 10;
constexpr int tickWidth = 18;

} // namespace

MergeDelegate::MergeDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize MergeDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QFontMetrics text(font(TextStyle::Mono));
    return {text.horizontalAdvance(index.data().toString()) + 2 * padding + tickWidth,
            metrics::comfortableRow};
}

void MergeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const bool stands = index.data(MergeModel::ChosenRole).toBool();
    const bool version =
        index.column() == MergeModel::TheirsColumn || index.column() == MergeModel::YoursColumn;
    const bool open = version && index.data(MergeModel::OpenRole).toBool();
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, m_theme.color(Token::Selection));
    else if (stands)
        painter->fillRect(option.rect, m_theme.color(Token::AddedGround));
    else if (open)
        painter->fillRect(option.rect, m_theme.color(Token::ChangedGround));
    auto area = option.rect.adjusted(padding, 0, -padding, 0);
    painter->setFont(font(index.column() == MergeModel::NameColumn ? TextStyle::Strong : TextStyle::Mono));
    if (version) {
        painter->setPen(m_theme.color(stands ? Token::Added : Token::Changed));
        painter->drawText(area, Qt::AlignVCenter, stands ? u"✓"_s : open ? u"?"_s : QString());
        area.setLeft(area.left() + tickWidth);
    }
    painter->setPen(
        m_theme.color(stands || index.column() == MergeModel::NameColumn ? Token::Text : Token::Muted));
    painter->drawText(
        area, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, area.width()));
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(m_theme.color(Token::Accent));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->setPen(m_theme.color(Token::Line));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->restore();
}

} // namespace squall::ui
