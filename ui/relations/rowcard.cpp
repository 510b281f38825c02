#include "ui/relations/rowcard.h"

#include "ui/grid/gridtext.h"
#include "ui/relations/fieldtext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QGraphicsDropShadowEffect>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardWidth = 340;
constexpr int padding = 12;
constexpr int pathHeight = 18;
constexpr int titleHeight = 24;
constexpr int fieldHeight = 22;
constexpr int footHeight = 30;
constexpr int widestName = 120;
constexpr int gap = 4;
constexpr qsizetype longestSpoken = 80;
constexpr int wrapped = Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop;

} // namespace

RowCard::RowCard(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
{
    setObjectName(u"rowCard"_s);
    setCursor(Qt::PointingHandCursor);
    auto *shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(24);
    shadow->setOffset(0, 6);
    shadow->setColor(QColor(0, 0, 0, 60));
    setGraphicsEffect(shadow);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void RowCard::setContent(const Content &content)
{
    if (content == m_content)
        return;
    m_content = content;
    describe();
    resize(sizeHint());
    update();
}

/// To be read out as a whole.
void RowCard::describe()
{
    QStringList values;
    for (const auto &field : m_content.fields)
        values << field.name + u": "_s + onOneLine(spokenValue(field).left(longestSpoken));
    const auto text = m_content.instead.isEmpty() ? values.join(u", "_s) : m_content.instead;
    setAccessibleName(m_content.title.isEmpty() ? m_content.path
                                                : m_content.path + u", "_s + m_content.title);
    setAccessibleDescription(m_content.remark.isEmpty() ? text : m_content.remark + u". "_s + text);
}

int RowCard::wrappedHeight(const QString &text) const
{
    if (text.isEmpty())
        return 0;
    const QFontMetrics metrics(ui::font(TextStyle::Body));
    return metrics.boundingRect(QRect(0, 0, cardWidth - 2 * padding, 1000), wrapped, text).height() + gap;
}

QSize RowCard::sizeHint() const
{
    int height = padding + pathHeight + (m_content.title.isEmpty() ? 0 : titleHeight);
    height += wrappedHeight(m_content.remark) + wrappedHeight(m_content.instead) + gap;
    height += static_cast<int>(m_content.fields.size()) * fieldHeight;
    if (m_content.more > 0)
        height += fieldHeight;
    return {cardWidth, height + (m_content.failed ? padding - gap : gap + footHeight)};
}

/// At the right where there is room, else at the left: whoever goes down the column is not in its way.
void RowCard::showBeside(const QRect &cell, QWidget &window)
{
    if (parentWidget() != &window)
        setParent(&window);
    resize(sizeHint());
    const QRect beside(window.mapFromGlobal(cell.topLeft()), cell.size());
    const auto room = window.rect().adjusted(gap, gap, -gap, -gap);
    int x = beside.right() + gap;
    if (x + width() > room.right() && beside.left() - gap - width() >= room.left())
        x = beside.left() - gap - width();
    const int y = std::clamp(beside.top(), room.top(), std::max(room.top(), room.bottom() - height()));
    move(std::clamp(x, room.left(), std::max(room.left(), room.right() - width())), y);
    show();
    raise();
}

int RowCard::paintHead(QPainter &painter, int y) const
{
    const int inner = width() - 2 * padding;
    const auto line = [&](const QString &text, TextStyle style, Token ink, int height) {
        painter.setFont(ui::font(style));
        painter.setPen(m_theme.color(ink));
        painter.drawText(QRect(padding, y, inner, height), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, inner));
        y += height;
    };
    line(m_content.path, TextStyle::Small, Token::Muted, pathHeight);
    if (!m_content.title.isEmpty())
        line(m_content.title, TextStyle::Strong, Token::Text, titleHeight);
    const auto words = [&](const QString &text, Token ink) {
        if (text.isEmpty())
            return;
        painter.setFont(ui::font(TextStyle::Body));
        painter.setPen(m_theme.color(ink));
        painter.drawText(QRect(padding, y, inner, wrappedHeight(text)), wrapped, text);
        y += wrappedHeight(text);
    };
    words(m_content.remark, Token::Changed);
    words(m_content.instead, m_content.failed ? Token::Removed : Token::Muted);
    return y + gap;
}

int RowCard::paintFields(QPainter &painter, int y) const
{
    const auto nameFont = ui::font(TextStyle::Body);
    int nameWidth = 0;
    for (const auto &field : m_content.fields)
        nameWidth = std::max(nameWidth, QFontMetrics(nameFont).horizontalAdvance(field.name));
    nameWidth = std::min(nameWidth, widestName);
    const int left = padding + nameWidth + padding;
    for (const auto &field : m_content.fields) {
        painter.setFont(nameFont);
        painter.setPen(m_theme.color(Token::Muted));
        painter.drawText(QRect(padding, y, nameWidth, fieldHeight), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(field.name, Qt::ElideRight, nameWidth));
        painter.setFont(faceOf(field));
        painter.setPen(m_theme.color(isDim(field) ? Token::Faint : Token::Text));
        auto value = onOneLine(spokenValue(field));
        if (field.fullLength >= 0)
            value += u'…';
        const int room = width() - padding - left;
        painter.drawText(QRect(left, y, room, fieldHeight), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(value, Qt::ElideRight, room));
        y += fieldHeight;
    }
    return y;
}

void RowCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(Token::Line));
    painter.setBrush(m_theme.color(Token::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::popupRadius,
                            metrics::popupRadius);
    painter.setRenderHint(QPainter::Antialiasing, false);
    int y = paintFields(painter, paintHead(painter, padding));
    painter.setFont(ui::font(TextStyle::Small));
    painter.setPen(m_theme.color(Token::Faint));
    if (m_content.more > 0)
        painter.drawText(
            QRect(padding, y, width() - 2 * padding, fieldHeight), Qt::AlignLeft | Qt::AlignVCenter,
            m_content.more == 1 ? tr("1 more column") : tr("%1 more columns").arg(m_content.more));
    if (m_content.failed)
        return;
    const QRect foot(padding, height() - footHeight, width() - 2 * padding, footHeight);
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, tr("F4 or a click goes there"));
    painter.setPen(m_theme.color(Token::Line));
    painter.drawLine(1, foot.top(), width() - 2, foot.top());
}

void RowCard::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        emit clicked();
}

void RowCard::enterEvent(QEnterEvent *event)
{
    QFrame::enterEvent(event);
    emit entered();
}

void RowCard::leaveEvent(QEvent *event)
{
    QFrame::leaveEvent(event);
    emit left();
}

} // namespace squall::ui
