#include "ui/query/historydelegate.h"

#include "models/quantity.h"
#include "models/query/historymodel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::HistoryModel;

namespace {

constexpr int rowHeight = 44;
constexpr int margin = 12;
constexpr int line = 18;

} // namespace

QString shortTime(const QDateTime &time, const QDate &today)
{
    const QLocale locale;
    const auto clock = locale.toString(time.time(), QLocale::ShortFormat);
    if (time.date() == today)
        return clock;
    const auto format = time.date().year() == today.year() ? u"d MMM"_s : u"d MMM yyyy"_s;
    return locale.toString(time.date(), format) + u' ' + clock;
}

HistoryDelegate::HistoryDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, rowHeight};
}

QString HistoryDelegate::note(const QModelIndex &index)
{
    QStringList parts{shortTime(index.data(HistoryModel::TimeRole).toDateTime()),
                      models::duration(index.data(HistoryModel::DurationRole).toLongLong())};
    const auto rows = index.data(HistoryModel::RowsRole).toLongLong();
    if (rows >= 0)
        parts << models::countedRows(rows);
    const auto place = index.data(HistoryModel::PlaceRole).toString();
    if (!place.isEmpty())
        parts << place;
    return parts.join(u"  ·  "_s);
}

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    const bool selected = option.state & QStyle::State_Selected;
    if (selected)
        painter->fillRect(option.rect, m_theme.color(Token::Selection));
    if (selected && (option.state & QStyle::State_HasFocus))
        painter->fillRect(option.rect.x(), option.rect.y(), 2, option.rect.height(),
                          m_theme.color(Token::Accent));
    const QRect area = option.rect.adjusted(margin, 4, -margin, -4);
    const QRect upper(area.x(), area.y(), area.width(), line);
    const QRect lower(area.x(), area.bottom() - line + 1, area.width(), line);
    const auto write = [&](const QRect &where, const QString &text) {
        const auto shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, where.width());
        painter->drawText(where, Qt::AlignVCenter | Qt::TextSingleLine, shown);
        return painter->fontMetrics().horizontalAdvance(shown);
    };
    painter->setFont(ui::font(TextStyle::Code));
    painter->setPen(m_theme.color(Token::Text));
    write(upper, index.data().toString());
    painter->setFont(ui::font(TextStyle::Small));
    painter->setPen(m_theme.color(selected ? Token::Muted : Token::Faint));
    const int used = write(lower, note(index));
    const auto error = index.data(HistoryModel::ErrorRole).toString();
    if (!error.isEmpty()) {
        painter->setPen(m_theme.color(Token::Removed));
        write(lower.adjusted(used + margin, 0, 0, 0), u"✕ "_s + error.simplified());
    }
    painter->restore();
}

} // namespace squall::ui
