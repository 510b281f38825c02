#include "ui/filter/offerdelegate.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace squall::ui {

namespace {

constexpr int padding = OfferDelegate::padding;
constexpr int gap = 16;
constexpr int radius = 4;
constexpr int widestNote = 220;

} // namespace

OfferDelegate::OfferDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize OfferDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QFontMetrics text(ui::font(TextStyle::Mono));
    const QFontMetrics note(ui::font(TextStyle::Small));
    const int noteWidth = std::min(widestNote, note.horizontalAdvance(index.data(NoteRole).toString()));
    return {2 * padding + text.horizontalAdvance(index.data().toString()) + gap + noteWidth, metrics::row};
}

void OfferDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    painter->save();
    const bool selected = option.state & QStyle::State_Selected;
    painter->fillRect(option.rect, m_theme.color(Token::Raised));
    if (selected) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(Token::Selection));
        painter->drawRoundedRect(option.rect, radius, radius);
    }
    const auto area = option.rect.adjusted(padding, 0, -padding, 0);
    painter->setFont(ui::font(TextStyle::Small));
    painter->setPen(m_theme.color(Token::Muted));
    const auto note = painter->fontMetrics().elidedText(index.data(NoteRole).toString(), Qt::ElideRight,
                                                        std::min(widestNote, area.width() / 2));
    const int noteWidth = painter->fontMetrics().horizontalAdvance(note);
    painter->drawText(area, Qt::AlignVCenter | Qt::AlignRight, note);
    painter->setFont(ui::font(TextStyle::Mono));
    painter->setPen(m_theme.color(Token::Text));
    const auto room = area.adjusted(0, 0, note.isEmpty() ? 0 : -noteWidth - gap, 0);
    painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(index.data().toString().simplified(), Qt::ElideRight,
                                                        room.width()));
    painter->restore();
}

TickDelegate::TickDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize TickDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), metrics::navigatorRow};
}

void TickDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    painter->save();
    painter->setFont(ui::font(TextStyle::Small));
    const auto note = painter->fontMetrics().elidedText(index.data(OfferDelegate::NoteRole).toString(),
                                                        Qt::ElideRight, option.rect.width() * 3 / 5);
    const int noteWidth = note.isEmpty() ? 0 : painter->fontMetrics().horizontalAdvance(note) + gap;
    auto tick = option;
    tick.rect.adjust(0, 0, -noteWidth, 0);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, m_theme.color(Token::Selection));
    QStyledItemDelegate::paint(painter, tick, index);
    painter->setPen(m_theme.color(Token::Muted));
    painter->drawText(option.rect.adjusted(0, 0, -padding, 0), Qt::AlignVCenter | Qt::AlignRight, note);
    painter->restore();
}

} // namespace squall::ui
