#include "ui/navigator/navigatordelegate.h"

#include "models/quantity.h"
#include "models/schematreemodel.h"
#include "ui/theme/kindicon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace squall::ui {

using namespace Qt::Literals::StringLiterals;
using models::SchemaTree;
using models::SchemaTreeModel;

namespace {

bool isCaption(const QModelIndex &index)
{
    return index.data(SchemaTreeModel::TypeRole).toInt() != static_cast<int>(SchemaTree::NodeType::Object);
}

} // namespace

NavigatorDelegate::NavigatorDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize NavigatorDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {metrics::navigatorWidth / 2, metrics::navigatorRow};
}

QString NavigatorDelegate::note(const QModelIndex &index)
{
    if (const auto rows = index.data(SchemaTreeModel::RowsRole); rows.isValid())
        return models::approximateRows(rows.toLongLong());
    if (isCaption(index)) {
        const int objects = index.data(SchemaTreeModel::ChildrenRole).toInt();
        return objects == 0 ? QString() : QLocale().toString(objects);
    }
    return index.data(SchemaTreeModel::NoteRole).toString();
}

void NavigatorDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    // The highlight spans the whole panel, whatever the depth.
    const QRect row(6, option.rect.y(), option.rect.right() - 9, option.rect.height());
    if (option.state & QStyle::State_Selected) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(Token::Selection));
        painter->drawRoundedRect(row, 5, 5);
    }
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Active)) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(m_theme.color(Token::Accent), 1));
        painter->drawRoundedRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    }
    const auto area = QRect(option.rect.x(), row.y(), row.right() - option.rect.x() - 6, row.height());
    if (isCaption(index))
        paintCaption(painter, area, index);
    else
        paintObject(painter, area, index);
    painter->restore();
}

void NavigatorDelegate::paintCaption(QPainter *painter, const QRect &area, const QModelIndex &index) const
{
    painter->setFont(ui::font(TextStyle::Caption));
    painter->setPen(m_theme.color(Token::Muted));
    const auto count = note(index);
    const int width = painter->fontMetrics().horizontalAdvance(count);
    painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, count);
    const auto name = area.adjusted(2, 0, -width - 8, 0);
    painter->drawText(
        name, Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, name.width()));
}

void NavigatorDelegate::paintObject(QPainter *painter, const QRect &area, const QModelIndex &index) const
{
    const auto kind = static_cast<Kind>(index.data(SchemaTreeModel::KindRole).toInt());
    const bool filter = !index.data(SchemaTreeModel::IdRole).value<ObjectId>().part.isEmpty();
    const bool query = !index.data(SchemaTreeModel::QueryRole).toString().isEmpty();
    const auto name = query    ? u"sql"_s
                      : filter ? u"filter"_s
                               : iconOf(kind, index.data(SchemaTreeModel::PartitionedRole).toBool());
    const auto icon = m_theme.icon(name);
    const QRect iconArea(area.x() + 2, area.y() + (area.height() - metrics::icon) / 2, metrics::icon,
                         metrics::icon);
    icon.paint(painter, iconArea);

    painter->setFont(ui::font(TextStyle::Small));
    painter->setPen(m_theme.color(Token::Muted));
    // A long word may take at most half; the name matters more.
    const auto full = note(index);
    const auto shown = painter->fontMetrics().elidedText(full, Qt::ElideRight, area.width() / 2);
    const int width = painter->fontMetrics().horizontalAdvance(shown);
    painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, shown);
    paintName(painter, area.adjusted(metrics::icon + 8, 0, shown.isEmpty() ? 0 : -width - 8, 0), index);
}

void NavigatorDelegate::paintName(QPainter *painter, const QRect &area, const QModelIndex &index) const
{
    painter->setFont(ui::font(TextStyle::Body));
    const auto text = index.data().toString();
    const auto shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, area.width());
    const int match = index.data(SchemaTreeModel::MatchRole).toInt();
    if (match >= 0 && shown == text) {
        const auto *model = qobject_cast<const SchemaTreeModel *>(index.model());
        const auto length = model ? model->filter().size() : 0;
        const auto &advance = painter->fontMetrics();
        const int from = advance.horizontalAdvance(text.left(match));
        const int to = advance.horizontalAdvance(text.left(match + length));
        const QRect found(area.x() + from, area.center().y() + advance.ascent() / 2 + 3, to - from, 2);
        painter->fillRect(found, m_theme.color(Token::Accent));
    }
    painter->setPen(m_theme.color(Token::Text));
    painter->drawText(area, Qt::AlignVCenter, shown);
}

} // namespace squall::ui
