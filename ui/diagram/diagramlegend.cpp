#include "ui/diagram/diagramlegend.h"

#include "ui/diagram/diagramstyle.h"
#include "ui/diagram/overlaycolors.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int inset = 12;
constexpr int gap = 6;
constexpr int fullWidth = 264;
constexpr int fromEdge = 16;
constexpr int bar = 12;
constexpr int markHeight = 16;

} // namespace

DiagramLegend::DiagramLegend(const Theme &theme, models::DiagramModel &model, QWidget *canvas)
    : QWidget(canvas)
    , m_theme(theme)
    , m_model(model)
{
    setObjectName(u"diagramLegend"_s);
    // What lies under it can be dragged.
    setAttribute(Qt::WA_TransparentForMouseEvents);
    canvas->installEventFilter(this);
    connect(&model, &models::DiagramModel::changed, this, &DiagramLegend::show);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
    show();
}

void DiagramLegend::show()
{
    const auto &overlay = m_model.picture()->overlay;
    setVisible(overlay != nullptr);
    const auto legend = overlay ? overlay->legend : models::DiagramLegend();
    if (legend == m_legend) {
        place();
        return;
    }
    m_legend = legend;
    setAccessibleName(tr("Legend: %1").arg(m_legend.title));
    setAccessibleDescription(m_legend.text());
    place();
    update();
}

bool DiagramLegend::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

void DiagramLegend::place()
{
    const auto *canvas = parentWidget();
    resize(std::min(fullWidth, canvas->width() - 2 * fromEdge), height());
    resize(width(), lay(nullptr));
    move(fromEdge, canvas->height() - height() - fromEdge);
    const QSize corner(width() + fromEdge, height() + fromEdge);
    emit took(isHidden() || corner.height() * 2 > canvas->height() ? QSize() : corner);
}

int DiagramLegend::layText(QPainter *painter, QRect rect, const QString &text, bool muted) const
{
    const auto letters = ui::font(TextStyle::Small);
    const QRect room(rect.topLeft(), QSize(rect.width(), 10000));
    const int high = QFontMetrics(letters).boundingRect(room, Qt::TextWordWrap, text).height();
    if (painter) {
        painter->setFont(letters);
        painter->setPen(m_theme.color(muted ? Token::Muted : Token::Text));
        painter->drawText(room, Qt::TextWordWrap, text);
    }
    return std::max(rect.height(), high);
}

/// From cold to hot, with numbers below.
int DiagramLegend::layScale(QPainter *painter, int top) const
{
    const auto letters = ui::font(TextStyle::Small);
    const QFontMetrics sizes(letters);
    const QRect scale(inset, top, width() - 2 * inset, bar);
    if (!painter)
        return bar + 2 + sizes.height();
    for (int x = 0; x < scale.width(); ++x)
        painter->fillRect(QRect(scale.left() + x, top, 1, bar),
                          heatColor(static_cast<double>(x) / (scale.width() - 1), m_theme.scheme()));
    painter->setPen(m_theme.color(Token::Muted));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(scale.adjusted(0, 0, -1, -1));
    painter->setFont(letters);
    for (const auto &step : m_legend.scale) {
        const int x = scale.left() + static_cast<int>(step.heat * (scale.width() - 1));
        painter->drawLine(x, scale.bottom() - 3, x, scale.bottom() + 2);
        const int wide = sizes.horizontalAdvance(step.text);
        const int left = std::clamp(x - wide / 2, scale.left(), scale.right() - wide);
        painter->drawText(left, scale.bottom() + 3 + sizes.ascent(), step.text);
    }
    return bar + 2 + sizes.height();
}

int DiagramLegend::layEntry(QPainter *painter, int top, const models::DiagramLegend::Entry &entry) const
{
    auto letters = ui::font(TextStyle::Caption);
    const int wide = std::max(22, QFontMetrics(letters).horizontalAdvance(entry.mark.text) + 12);
    const QRectF mark(inset + 0.5, top + 0.5, wide, markHeight);
    const QRect rest(inset + wide + 8, top, width() - 2 * inset - wide - 8, markHeight);
    if (painter) {
        const auto colors = colorsOf(entry.mark, diagramStyle(m_theme.scheme()));
        painter->setPen(QPen(colors.edge, 1));
        painter->setBrush(colors.ground);
        painter->drawRoundedRect(mark, markHeight / 2.0, markHeight / 2.0);
        painter->setFont(letters);
        painter->setPen(colors.ink);
        painter->drawText(mark, Qt::AlignCenter, entry.mark.text);
    }
    return layText(painter, rest, entry.text, false);
}

int DiagramLegend::lay(QPainter *painter) const
{
    int y = inset - 2;
    const auto title = ui::font(TextStyle::Strong);
    const int high = QFontMetrics(title).height();
    if (painter) {
        painter->setFont(title);
        painter->setPen(m_theme.color(Token::Text));
        painter->drawText(QRect(inset, y, width() - 2 * inset, high), Qt::AlignVCenter, m_legend.title);
    }
    y += high + gap;
    if (!m_legend.scale.empty())
        y += layScale(painter, y) + gap;
    for (const auto &entry : m_legend.entries)
        y += layEntry(painter, y, entry) + gap;
    for (const auto &note : m_legend.notes)
        y += layText(painter, QRect(inset, y, width() - 2 * inset, 0), note, true) + gap;
    return y + inset - gap;
}

void DiagramLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(Token::Line));
    painter.setBrush(m_theme.color(Token::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
    lay(&painter);
}

} // namespace squall::ui
