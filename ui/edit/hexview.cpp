#include "ui/edit/hexview.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 8;
constexpr int offsetDigits = 8;
constexpr int hexCell = 3; ///< letters for a byte with its gap

int hexDigit(const QString &text)
{
    if (text.size() != 1)
        return -1;
    bool ok = false;
    const int digit = text.toInt(&ok, 16);
    return ok ? digit : -1;
}

QString number(qsizetype value, int width)
{
    return QString::number(value, 16).rightJustified(width, u'0');
}

} // namespace

HexView::HexView(const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
{
    setFont(ui::font(TextStyle::Mono));
    const QFontMetrics metrics(font());
    m_letter = metrics.horizontalAdvance(u'0');
    m_line = metrics.height() + 4;
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setCursor(Qt::IBeamCursor);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void HexView::setBytes(const QByteArray &bytes)
{
    m_bytes = bytes;
    updateScrollBar();
    setPosition(0);
}

QSize HexView::sizeHint() const
{
    return {asciiLeft(rowBytes) + margin + 16, 10 * m_line};
}

int HexView::hexLeft(int column) const
{
    return margin + (offsetDigits + 2 + hexCell * column + (column >= rowBytes / 2 ? 1 : 0)) * m_letter;
}

int HexView::asciiLeft(int column) const
{
    return hexLeft(rowBytes) + (1 + column) * m_letter;
}

int HexView::visibleRows() const
{
    return std::max(1, viewport()->height() / m_line);
}

void HexView::updateScrollBar()
{
    verticalScrollBar()->setRange(0, static_cast<int>(std::max<qsizetype>(0, rowCount() - visibleRows())));
    verticalScrollBar()->setPageStep(visibleRows());
    viewport()->update();
}

void HexView::setPosition(qsizetype byte)
{
    m_cursor = std::clamp<qsizetype>(byte, 0, m_bytes.size());
    m_half = false;
    const int row = static_cast<int>(m_cursor / rowBytes);
    auto *bar = verticalScrollBar();
    bar->setValue(std::clamp(bar->value(), row - visibleRows() + 1, row));
    const bool end = m_cursor == m_bytes.size();
    setAccessibleDescription(
        end ? tr("end, offset %1").arg(number(m_cursor, 1))
            : tr("%1 at offset %2")
                  .arg(number(static_cast<unsigned char>(m_bytes.at(m_cursor)), 2), number(m_cursor, 1)));
    viewport()->update();
}

void HexView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_theme.color(Token::Surface));
    painter.setFont(font());
    const qsizetype first = verticalScrollBar()->value();
    for (int line = 0; line <= visibleRows() && first + line < rowCount(); ++line)
        paintRow(painter, first + line, line * m_line);
}

void HexView::paintRow(QPainter &painter, qsizetype row, int top) const
{
    const int base = top + m_line - 6;
    painter.setPen(m_theme.color(Token::Faint));
    painter.drawText(margin, base, number(row * rowBytes, offsetDigits));
    for (int column = 0; column < rowBytes; ++column) {
        const auto at = row * rowBytes + column;
        if (at == m_cursor) {
            const auto ground = m_theme.color(hasFocus() ? Token::Accent : Token::Selection);
            painter.fillRect(hexLeft(column) - 2, top + 1, 2 * m_letter + 4, m_line - 2, ground);
            painter.fillRect(asciiLeft(column), top + 1, m_letter, m_line - 2, ground);
        }
        if (at >= m_bytes.size())
            continue;
        const auto byte = static_cast<unsigned char>(m_bytes[at]);
        const bool printable = byte >= 0x20 && byte < 0x7F;
        const bool current = at == m_cursor && hasFocus();
        painter.setPen(m_theme.color(current ? Token::AccentText : byte == 0 ? Token::Faint : Token::Text));
        painter.drawText(hexLeft(column), base, number(byte, 2));
        painter.setPen(m_theme.color(current ? Token::AccentText : printable ? Token::Text : Token::Faint));
        painter.drawText(asciiLeft(column), base, printable ? QString(QChar(char16_t(byte))) : u"·"_s);
    }
}

void HexView::resizeEvent(QResizeEvent *)
{
    updateScrollBar();
}

bool HexView::moveByKey(int key, bool control)
{
    const auto rowStart = m_cursor - m_cursor % rowBytes;
    const auto page = static_cast<qsizetype>(visibleRows()) * rowBytes;
    switch (key) {
    case Qt::Key_Left: setPosition(m_cursor - 1); return true;
    case Qt::Key_Right: setPosition(m_cursor + 1); return true;
    case Qt::Key_Up: setPosition(m_cursor < rowBytes ? m_cursor : m_cursor - rowBytes); return true;
    case Qt::Key_Down: setPosition(m_cursor + rowBytes); return true;
    case Qt::Key_PageUp: setPosition(m_cursor - page); return true;
    case Qt::Key_PageDown: setPosition(m_cursor + page); return true;
    case Qt::Key_Home: setPosition(control ? 0 : rowStart); return true;
    case Qt::Key_End: setPosition(control ? m_bytes.size() : rowStart + rowBytes - 1); return true;
    default: return false;
    }
}

void HexView::keyPressEvent(QKeyEvent *event)
{
    const bool control = event->modifiers() & Qt::ControlModifier;
    const int digit = control ? -1 : hexDigit(event->text());
    if (moveByKey(event->key(), control))
        return;
    if (digit >= 0)
        write(digit);
    else if (event->key() == Qt::Key_Delete)
        erase(m_cursor);
    else if (event->key() == Qt::Key_Backspace)
        erase(m_half ? m_cursor : m_cursor - 1);
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void HexView::write(int digit)
{
    if (m_cursor == m_bytes.size())
        m_bytes.append('\0');
    auto byte = static_cast<unsigned char>(m_bytes.at(m_cursor));
    byte = static_cast<unsigned char>(m_half ? (byte & 0xF0) | digit : (byte & 0x0F) | digit << 4);
    m_bytes[m_cursor] = static_cast<char>(byte);
    updateScrollBar();
    if (m_half)
        setPosition(m_cursor + 1);
    else
        m_half = true;
    emit edited();
}

void HexView::erase(qsizetype byte)
{
    if (byte < 0 || byte >= m_bytes.size())
        return;
    m_bytes.remove(byte, 1);
    updateScrollBar();
    setPosition(byte);
    emit edited();
}

void HexView::mousePressEvent(QMouseEvent *event)
{
    const auto place = event->position().toPoint();
    const auto row = static_cast<qsizetype>(verticalScrollBar()->value()) + place.y() / m_line;
    const bool ascii = place.x() >= asciiLeft(0);
    int column = rowBytes - 1;
    while (column > 0 && place.x() < (ascii ? asciiLeft(column) : hexLeft(column)))
        --column;
    setPosition(row * rowBytes + column);
}

void HexView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void HexView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace squall::ui
