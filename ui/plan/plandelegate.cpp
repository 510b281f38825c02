#include "ui/plan/plandelegate.h"

#include "models/query/planmodel.h"
#include "ui/inspector/linebutton.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

using models::PlanModel;
using Change = explain::Step::Change;

constexpr int padding = 8;
constexpr int line = 20;
constexpr int barWidth = 72;
constexpr int barHeight = 4;
/// From this many times on an estimate is a mistake.
constexpr double farOff = 10;

std::optional<Change> changeOf(const QModelIndex &index)
{
    const auto change = index.data(PlanModel::ChangeRole);
    return change.isValid() ? std::optional(static_cast<Change>(change.toInt())) : std::nullopt;
}

struct ChangeLook
{
    QString sign;
    Token ink = Token::Text;
};

ChangeLook lookOf(Change change)
{
    switch (change) {
    case Change::Added: return {u"+"_s, Token::Added};
    case Change::Removed: return {u"−"_s, Token::Removed};
    case Change::Differently: return {u"~"_s, Token::Changed};
    case Change::Same: break;
    }
    return {};
}

bool isFarOff(double factor)
{
    return factor >= farOff || factor <= 1 / farOff;
}

} // namespace

PlanDelegate::PlanDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

int PlanDelegate::titleCenter(const QRect &row, const QModelIndex &index)
{
    const bool alone = index.data(PlanModel::ConditionRole).toString().isEmpty();
    return alone ? row.center().y() : row.top() + 2 + line / 2;
}

QSize PlanDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {80, rowHeight};
}

void PlanDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto rect = option.rect.adjusted(padding, 2, -padding, -2);
    switch (index.column()) {
    case PlanModel::StepColumn: paintStep(*painter, rect, index); break;
    case PlanModel::TimeColumn: paintTime(*painter, rect, index); break;
    default: paintNumber(*painter, rect, index);
    }
    painter->restore();
}

void PlanDelegate::paintStep(QPainter &painter, const QRect &rect, const QModelIndex &index) const
{
    const auto change = changeOf(index);
    const auto look = change ? lookOf(*change) : ChangeLook();
    const auto condition = index.data(PlanModel::ConditionRole).toString();
    const bool faded = index.data(PlanModel::NeverRole).toBool();
    auto title = QRect(rect.left(), rect.top(), rect.width(), condition.isEmpty() ? rect.height() : line);
    auto style = ui::font(index.data(PlanModel::HotRole).toBool() ? TextStyle::Strong : TextStyle::Body);
    style.setStrikeOut(change == Change::Removed);
    if (!look.sign.isEmpty()) {
        painter.setFont(ui::font(TextStyle::Mono));
        painter.setPen(m_theme.color(look.ink));
        painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter, look.sign);
        title.adjust(16, 0, 0, 0);
    }
    painter.setFont(style);
    painter.setPen(m_theme.color(faded ? Token::Muted : look.ink));
    const auto text =
        painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, title.width());
    painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter, text);
    if (index.data(PlanModel::HintRole).toInt() > 0) {
        const auto left = title.left() + painter.fontMetrics().horizontalAdvance(text) + 6;
        const QRect sign(left, title.center().y() - 6, 13, 13);
        if (sign.right() < rect.right())
            m_theme.icon(u"warning"_s, Token::Changed).paint(&painter, sign);
    }
    if (condition.isEmpty())
        return;
    painter.setFont(ui::font(TextStyle::MonoSmall));
    painter.setPen(m_theme.color(Token::Muted));
    const QRect below(title.left(), rect.top() + line, title.width(), rect.height() - line);
    painter.drawText(below, Qt::AlignLeft | Qt::AlignTop,
                     painter.fontMetrics().elidedText(condition, Qt::ElideRight, below.width()));
}

void PlanDelegate::paintTime(QPainter &painter, const QRect &rect, const QModelIndex &index) const
{
    paintNumber(painter, QRect(rect.left(), rect.top(), rect.width(), 24), index);
    const auto share = index.data(PlanModel::ShareRole).toDouble();
    const auto earlier = index.data(PlanModel::EarlierShareRole);
    const QRectF ground(rect.right() - barWidth + 1, rect.top() + 27, barWidth, barHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::Line));
    painter.drawRoundedRect(ground, 2, 2);
    const auto bar = [&](double part, const QColor &color, double top, double height) {
        painter.setBrush(color);
        painter.drawRoundedRect(QRectF(ground.left(), top, std::max(2.0, part * barWidth), height), 2, 2);
    };
    if (share > 0)
        bar(share,
            softened(m_theme.color(index.data(PlanModel::HotRole).toBool() ? Token::Accent : Token::Faint)),
            ground.top(), barHeight);
    // What it took before, as a thin line below.
    if (earlier.isValid() && earlier.toDouble() > 0)
        bar(earlier.toDouble(), m_theme.color(Token::Muted), ground.bottom() + 2, 2);
}

void PlanDelegate::paintNumber(QPainter &painter, const QRect &rect, const QModelIndex &index) const
{
    const bool estimate = index.column() == PlanModel::EstimateColumn;
    const bool wrong = estimate && isFarOff(index.data(PlanModel::MisestimateRole).toDouble());
    const bool quiet = index.column() == PlanModel::BuffersColumn || (estimate && !wrong) ||
                       index.data(PlanModel::NeverRole).toBool();
    painter.setFont(ui::font(TextStyle::Mono));
    painter.setPen(m_theme.color(wrong ? Token::Changed : quiet ? Token::Muted : Token::Text));
    painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rect.width()));
}

} // namespace squall::ui
