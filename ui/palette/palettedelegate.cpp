#include "ui/palette/palettedelegate.h"

#include "models/palettemodel.h"
#include "ui/theme/kindicon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace squall::ui {

using namespace Qt::Literals::StringLiterals;
using models::PaletteModel;

PaletteDelegate::PaletteDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, metrics::comfortableRow};
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(Token::Selection));
        painter->drawRoundedRect(option.rect, 5, 5);
    }
    const auto area = option.rect.adjusted(8, 0, -10, 0);
    const auto kind = index.data(PaletteModel::KindRole);
    const bool query = !index.data(PaletteModel::QueryRole).toString().isEmpty();
    const auto icon = m_theme.icon(kind.isValid() ? iconOf(static_cast<Kind>(kind.toInt()))
                                   : query        ? u"sql"_s
                                                  : u"command"_s);
    icon.paint(painter,
               QRect(area.x(), area.center().y() - metrics::icon / 2 + 1, metrics::icon, metrics::icon));

    const auto note = index.data(PaletteModel::NoteRole).toString();
    painter->setFont(ui::font(kind.isValid() || query ? TextStyle::Small : TextStyle::MonoSmall));
    painter->setPen(m_theme.color(Token::Muted));
    const int noteWidth = std::min(painter->fontMetrics().horizontalAdvance(note), area.width() / 3);
    painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(note, Qt::ElideRight, noteWidth + 1));
    paintName(painter, area.adjusted(metrics::icon + 10, 0, -noteWidth - 16, 0), index);
    painter->restore();
}

void PaletteDelegate::paintName(QPainter *painter, const QRect &area, const QModelIndex &index) const
{
    const auto text = index.data().toString();
    const auto positions = index.data(PaletteModel::PositionsRole).value<QList<int>>();
    const bool enabled = index.data(PaletteModel::EnabledRole).toBool();
    painter->setPen(m_theme.color(enabled ? Token::Text : Token::Muted));
    const auto plain = ui::font(TextStyle::Body);
    auto bold = plain;
    bold.setWeight(QFont::Bold);
    int x = area.x();
    // Runs of matched and other characters, so that letters keep their kerning.
    for (qsizetype from = 0; from < text.size() && x < area.right();) {
        const bool matched = positions.contains(static_cast<int>(from));
        auto to = from + 1;
        while (to < text.size() && positions.contains(static_cast<int>(to)) == matched)
            ++to;
        painter->setFont(matched ? bold : plain);
        const auto part =
            painter->fontMetrics().elidedText(text.mid(from, to - from), Qt::ElideRight, area.right() - x);
        painter->drawText(QRect(x, area.y(), area.right() - x, area.height()), Qt::AlignVCenter, part);
        x += painter->fontMetrics().horizontalAdvance(part);
        from = to;
    }
}

} // namespace squall::ui
