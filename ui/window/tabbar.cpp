#include "ui/window/tabbar.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace squall::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int padding = 14;
constexpr int cross = 16;
constexpr int maxWidth = 240;
constexpr int noteGap = 8;
constexpr int slack = 4;

} // namespace

TabBar::TabBar(const Theme &theme, QWidget *parent)
    : QTabBar(parent)
    , m_theme(theme)
{
    setObjectName(u"tabBar"_s);
    setAccessibleName(tr("Open tabs"));
    setDrawBase(false);
    setExpanding(false);
    setMovable(true);
    setMouseTracking(true);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideRight);
    setFixedHeight(metrics::tab);
    setFocusPolicy(Qt::TabFocus);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

TabBar::State TabBar::state(int index) const
{
    return tabData(index).value<State>();
}

void TabBar::setState(int index, const State &now)
{
    if (now == state(index))
        return;
    setTabData(index, QVariant::fromValue(now));
    // The bar lays tabs out again only when told that a text changed.
    setTabText(index, tabText(index));
    update();
}

void TabBar::setPreview(int index, bool preview)
{
    auto now = state(index);
    now.preview = preview;
    setState(index, now);
}

bool TabBar::isPreview(int index) const
{
    return state(index).preview;
}

void TabBar::setDirty(int index, bool dirty)
{
    auto now = state(index);
    now.dirty = dirty;
    setState(index, now);
}

void TabBar::setNote(int index, const QString &note)
{
    auto now = state(index);
    now.note = note;
    setState(index, now);
}

void TabBar::setPinned(int index, bool pinned)
{
    auto now = state(index);
    now.pinned = pinned;
    setState(index, now);
}

void TabBar::setFixed(int index)
{
    auto now = state(index);
    now.fixed = true;
    setState(index, now);
}

QFont TabBar::noteFont() const
{
    return ui::font(TextStyle::Small);
}

QFont TabBar::fontOf(int index) const
{
    auto shown = ui::font(TextStyle::Body);
    shown.setItalic(state(index).preview);
    return shown;
}

QSize TabBar::tabSizeHint(int index) const
{
    const auto now = state(index);
    int text = QFontMetrics(fontOf(index)).horizontalAdvance(tabText(index));
    if (!now.note.isEmpty())
        text += noteGap + QFontMetrics(noteFont()).horizontalAdvance(now.note);
    return {std::min(maxWidth, text + 2 * padding + (now.fixed ? slack : cross)), metrics::tab};
}

QSize TabBar::minimumTabSizeHint(int index) const
{
    return {std::min(96, tabSizeHint(index).width()), metrics::tab};
}

QRect TabBar::crossOf(int index) const
{
    const auto tab = tabRect(index);
    return {tab.right() - cross - 5, tab.center().y() - cross / 2 + 1, cross, cross};
}

void TabBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Window));
    painter.fillRect(0, height() - 1, width(), 1, m_theme.color(Token::Line));
    for (int index = 0; index < count(); ++index)
        paintTab(painter, index);
}

void TabBar::paintTab(QPainter &painter, int index) const
{
    const auto area = tabRect(index);
    const bool current = index == currentIndex();
    if (current) {
        painter.fillRect(area, m_theme.color(Token::Surface));
        painter.fillRect(area.x(), area.y(), area.width(), 2, m_theme.color(Token::Accent));
        if (hasFocus()) {
            painter.setPen(m_theme.color(Token::Accent));
            painter.drawRect(area.adjusted(4, 6, -6, -6));
        }
    }
    painter.fillRect(area.right(), area.y(), 1, area.height(), m_theme.color(Token::Line));
    const auto now = state(index);
    const int note = now.note.isEmpty() ? 0 : QFontMetrics(noteFont()).horizontalAdvance(now.note);
    const auto text = area.adjusted(padding, 0, -padding - (now.fixed ? 0 : cross - 6), 0);
    const int room = text.width() - (note > 0 ? note + noteGap : 0);
    const auto title = QFontMetrics(fontOf(index)).elidedText(tabText(index), Qt::ElideRight, room);
    painter.setFont(fontOf(index));
    painter.setPen(m_theme.color(current ? Token::Text : Token::Muted));
    painter.drawText(text, Qt::AlignVCenter, title);
    if (note > 0) {
        const int titled = QFontMetrics(fontOf(index)).horizontalAdvance(title);
        painter.setFont(noteFont());
        painter.setPen(m_theme.color(Token::Muted));
        painter.drawText(text.adjusted(titled + noteGap, 0, noteGap, 0), Qt::AlignVCenter, now.note);
    }
    paintMark(painter, index);
}

void TabBar::paintMark(QPainter &painter, int index) const
{
    const auto now = state(index);
    const auto mark = crossOf(index);
    if (now.fixed)
        return;
    if (index == m_hovered || (index == currentIndex() && !now.dirty && !now.pinned)) {
        m_theme.icon(u"close"_s, index == m_hovered ? Token::Text : Token::Faint)
            .paint(&painter, mark.adjusted(2, 2, -2, -2));
    } else if (now.pinned) {
        m_theme.icon(u"pin"_s, Token::Muted).paint(&painter, mark.adjusted(1, 1, -1, -1));
    } else if (now.dirty) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(Token::Changed));
        painter.drawEllipse(mark.center(), 4, 4);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
}

void TabBar::mouseMoveEvent(QMouseEvent *event)
{
    const int hovered = tabAt(event->position().toPoint());
    if (hovered != m_hovered) {
        m_hovered = hovered;
        update();
    }
    QTabBar::mouseMoveEvent(event);
}

void TabBar::leaveEvent(QEvent *event)
{
    m_hovered = -1;
    update();
    QTabBar::leaveEvent(event);
}

void TabBar::mouseReleaseEvent(QMouseEvent *event)
{
    const int index = tabAt(event->position().toPoint());
    QTabBar::mouseReleaseEvent(event);
    const bool onCross =
        event->button() == Qt::LeftButton && crossOf(index).contains(event->position().toPoint());
    if (index >= 0 && !state(index).fixed && (event->button() == Qt::MiddleButton || onCross))
        emit closeRequested(index);
}

void TabBar::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int index = tabAt(event->position().toPoint());
    if (index >= 0)
        emit pinRequested(index);
    QTabBar::mouseDoubleClickEvent(event);
}

} // namespace squall::ui
