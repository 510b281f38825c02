#include "ui/editor/editormargin.h"

#include "ui/editor/sqleditor.h"
#include "ui/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;
using Sci = QsciScintillaBase;

namespace {

constexpr int before = 16;
constexpr int foldWidth = 18; // with the room before the text
constexpr int fewestDigits = 2;

} // namespace

EditorMargin::EditorMargin(const Theme &theme, SqlEditor &editor)
    : QWidget(&editor)
    , m_theme(theme)
    , m_editor(editor)
{
    setObjectName(u"editorMargin"_s);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QFont EditorMargin::numberFont() const
{
    auto font = ui::font(TextStyle::Code);
    const auto zoom = m_editor.send(Sci::SCI_GETZOOM);
    if (zoom != 0)
        font.setPointSizeF(std::max(2.0, QFontInfo(font).pointSizeF() + static_cast<double>(zoom)));
    return font;
}

int EditorMargin::wantedWidth() const
{
    const auto digits = QString::number(m_editor.lines()).size();
    return before +
           QFontMetrics(numberFont()).horizontalAdvance(u'0') *
               static_cast<int>(std::max<qsizetype>(digits, fewestDigits)) +
           foldWidth;
}

void EditorMargin::setBand(const std::optional<std::pair<int, int>> &band)
{
    if (band == m_band)
        return;
    m_band = band;
    update();
}

bool EditorMargin::isHeader(int line) const
{
    return (m_editor.send(Sci::SCI_GETFOLDLEVEL, line) & Sci::SC_FOLDLEVELHEADERFLAG) != 0;
}

bool EditorMargin::isFolded(int line) const
{
    return isHeader(line) && m_editor.send(Sci::SCI_GETFOLDEXPANDED, line) == 0;
}

void EditorMargin::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Surface));
    painter.setFont(numberFont());
    const auto height = static_cast<int>(m_editor.send(Sci::SCI_TEXTHEIGHT));
    const auto first = m_editor.send(Sci::SCI_GETFIRSTVISIBLELINE);
    const auto count = m_editor.send(Sci::SCI_VISIBLEFROMDOCLINE, m_editor.lines() - 1) + 1;
    for (int row = 0; row * height < this->height() && first + row < count; ++row) {
        const auto line = static_cast<int>(m_editor.send(Sci::SCI_DOCLINEFROMVISIBLE, first + row));
        const QRect area(0, row * height, width(), height);
        if (m_band && line >= m_band->first && line <= m_band->second)
            painter.fillRect(area, bandColor(m_theme));
        painter.setPen(m_theme.color(Token::Muted));
        painter.drawText(area.adjusted(0, 0, -foldWidth, 0), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(line + 1));
        const bool folded = isFolded(line);
        if (folded || (m_hovered && isHeader(line)))
            paintFold(painter, area, folded);
    }
}

void EditorMargin::paintFold(QPainter &painter, const QRect &area, bool folded) const
{
    constexpr int side = 10;
    constexpr int beforeText = 5;
    const QRect place(area.right() - side - beforeText, area.center().y() - side / 2, side, side);
    m_theme.icon(folded ? u"chevron-right"_s : u"chevron-down"_s).paint(&painter, place);
}

int EditorMargin::lineAt(int y) const
{
    const auto height = std::max(1L, m_editor.send(Sci::SCI_TEXTHEIGHT));
    return static_cast<int>(
        m_editor.send(Sci::SCI_DOCLINEFROMVISIBLE, m_editor.send(Sci::SCI_GETFIRSTVISIBLELINE) + y / height));
}

/// On the sign folds; beside it selects the line.
void EditorMargin::mousePressEvent(QMouseEvent *event)
{
    const int line = lineAt(event->pos().y());
    if (event->pos().x() >= width() - foldWidth && isHeader(line)) {
        m_editor.send(Sci::SCI_TOGGLEFOLD, line);
        m_editor.setFocus();
        return;
    }
    m_editor.send(Sci::SCI_SETSEL, m_editor.send(Sci::SCI_POSITIONFROMLINE, line + 1),
                  m_editor.send(Sci::SCI_POSITIONFROMLINE, line));
    m_editor.setFocus();
}

void EditorMargin::enterEvent(QEnterEvent *)
{
    m_hovered = true;
    update();
}

void EditorMargin::leaveEvent(QEvent *)
{
    m_hovered = false;
    update();
}

} // namespace squall::ui
