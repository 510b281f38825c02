#include "ui/connection/connectiondelegate.h"

#include "models/connectionsmodel.h"
#include "ui/theme/theme.h"
#include "ui/window/chip.h"

#include <QPainter>

namespace squall::ui {

using models::ConnectionsModel;

ConnectionDelegate::ConnectionDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize ConnectionDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, 48};
}

void ConnectionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || (option.state & QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(selected ? Token::Selection : Token::Window));
        painter->drawRoundedRect(option.rect, 6, 6);
    }
    const auto given = index.data(WordRole).toString();
    const auto environment = static_cast<ConnectionClass>(index.data(ConnectionsModel::ClassRole).toInt());
    const auto token = given.isEmpty() ? classTokens(environment).first : Token::Text;
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.color(token == Token::Text ? Token::Accent : token));
    painter->drawRoundedRect(QRect(option.rect.x() + 8, option.rect.y() + 10, 3, option.rect.height() - 20),
                             1.5, 1.5);

    auto area = option.rect.adjusted(20, 6, -12, -6);
    painter->setFont(ui::font(TextStyle::Small));
    painter->setPen(m_theme.color(Token::Muted));
    const auto word = given.isEmpty() ? classText(environment) : given;
    const int wordWidth = painter->fontMetrics().horizontalAdvance(word);
    painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, word);
    area.setRight(area.right() - wordWidth - 12);
    const auto summary = painter->fontMetrics().elidedText(
        index.data(ConnectionsModel::SummaryRole).toString(), Qt::ElideMiddle, area.width());
    painter->drawText(area, Qt::AlignLeft | Qt::AlignBottom, summary);
    painter->setFont(ui::font(TextStyle::Strong));
    painter->setPen(m_theme.color(Token::Text));
    painter->drawText(
        area, Qt::AlignLeft | Qt::AlignTop,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, area.width()));
    painter->restore();
}

} // namespace squall::ui
