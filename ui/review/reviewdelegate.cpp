#include "ui/review/reviewdelegate.h"

#include "models/cellrole.h"
#include "models/reviewmodel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::EditMark;
using models::ReviewModel;

namespace {

constexpr int padding = 12;
constexpr int markWidth = 24;
constexpr int lineHeight = 20;
constexpr int headerHeight = 32;

Token tokenOf(EditMark mark)
{
    switch (mark) {
    case EditMark::Added: return Token::Added;
    case EditMark::Removed: return Token::Removed;
    case EditMark::Changed:
    case EditMark::None: return Token::Changed;
    }
    return Token::Changed;
}

QString signOf(EditMark mark)
{
    switch (mark) {
    case EditMark::Added: return u"+"_s;
    case EditMark::Removed: return u"−"_s;
    case EditMark::Changed: return u"~"_s;
    case EditMark::None: return u"!"_s;
    }
    return {};
}

void drawLine(QPainter *painter, const QRect &area, const QString &text)
{
    painter->drawText(area, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
}

} // namespace

ReviewDelegate::ReviewDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize ReviewDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (index.data(ReviewModel::HeaderRole).toBool())
        return {metrics::inspectorWidth, headerHeight};
    const int lines = 2 + (index.data(ReviewModel::NoteRole).toString().isEmpty() ? 0 : 1);
    return {metrics::inspectorWidth, lines * lineHeight + 2 * metrics::step + 1};
}

void ReviewDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    painter->save();
    const bool selected = option.state & QStyle::State_Selected;
    if (index.data(ReviewModel::HeaderRole).toBool()) {
        painter->fillRect(option.rect, m_theme.color(selected ? Token::Selection : Token::Window));
        paintHeader(painter, option.rect, index);
    } else {
        if (selected)
            painter->fillRect(option.rect, m_theme.color(Token::Selection));
        paintRow(painter, option.rect, index);
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(m_theme.color(Token::Accent));
            painter->drawRect(option.rect.adjusted(0, 0, -1, -2));
        }
    }
    painter->setPen(m_theme.color(Token::Line));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->restore();
}

void ReviewDelegate::paintHeader(QPainter *painter, const QRect &area, const QModelIndex &index) const
{
    const auto text = area.adjusted(padding, 0, -padding, 0);
    painter->setFont(font(TextStyle::Small));
    painter->setPen(m_theme.color(Token::Muted));
    const auto summary = index.data(ReviewModel::SummaryRole).toString();
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignRight, summary);
    const int taken = painter->fontMetrics().horizontalAdvance(summary) + padding;
    painter->setFont(font(TextStyle::Strong));
    painter->setPen(m_theme.color(Token::Text));
    drawLine(painter, text.adjusted(0, 0, -taken, 0), index.data().toString());
}

void ReviewDelegate::paintRow(QPainter *painter, QRect area, const QModelIndex &index) const
{
    const auto mark = index.data(models::RowMarkRole).value<EditMark>();
    const bool effect = index.data(ReviewModel::EffectRole).toBool();
    const bool faulty = index.data(ReviewModel::FaultyRole).toBool();
    area.adjust(padding, metrics::step, -padding, -metrics::step);
    painter->setFont(font(TextStyle::Mono));
    painter->setPen(m_theme.color(faulty && effect ? Token::Removed : tokenOf(mark)));
    painter->drawText(QRect(area.topLeft(), QSize(markWidth, lineHeight)), Qt::AlignVCenter, signOf(mark));

    QRect line(area.left() + markWidth, area.top(), area.width() - markWidth, lineHeight);
    auto strong = font(TextStyle::Strong);
    strong.setStrikeOut(mark == EditMark::Removed && !effect);
    painter->setFont(strong);
    painter->setPen(m_theme.color(Token::Text));
    drawLine(painter, line, index.data().toString());

    line.translate(0, lineHeight);
    painter->setFont(font(TextStyle::Body));
    painter->setPen(m_theme.color(Token::Muted));
    drawLine(painter, line, index.data(ReviewModel::SummaryRole).toString());

    line.translate(0, lineHeight);
    painter->setPen(m_theme.color(faulty ? Token::Removed : effect ? Token::Muted : Token::Changed));
    drawLine(painter, line, index.data(ReviewModel::NoteRole).toString());
}

} // namespace squall::ui
