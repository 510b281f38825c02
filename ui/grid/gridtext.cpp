#include "ui/grid/gridtext.h"

#include "ui/theme/fonts.h"

#include <QFontMetrics>

#include <algorithm>

namespace squall::ui {

namespace {

/// More than several screens full of cells.
constexpr qsizetype keptTexts = 20000;
/// No letter is narrower than this, so longer text cannot fit.
constexpr int narrowestLetter = 2;

QFont italic(QFont font)
{
    font.setItalic(true);
    return font;
}

} // namespace

GridText::GridText()
    : m_faces{ui::font(TextStyle::Body), ui::font(TextStyle::Mono), italic(ui::font(TextStyle::Body)),
              ui::font(TextStyle::Strong), ui::font(TextStyle::MonoSmall)}
{
}

const QStaticText &GridText::shaped(const QString &text, GridFont face, int width)
{
    const Key key{text, width, face};
    if (const auto known = m_shaped.constFind(key); known != m_shaped.cend())
        return *known;
    if (m_shaped.size() >= keptTexts)
        m_shaped.clear();
    const QFontMetrics metrics(font(face));
    const auto fitting = text.left(std::max(0, width) / narrowestLetter + 1);
    QStaticText shaped(metrics.elidedText(fitting, Qt::ElideRight, width));
    shaped.setTextFormat(Qt::PlainText);
    shaped.prepare({}, font(face));
    return *m_shaped.insert(key, shaped);
}

int GridText::widthOf(const QString &text, GridFont face) const
{
    return QFontMetrics(font(face)).horizontalAdvance(text);
}

int GridText::heightOf(GridFont face) const
{
    return QFontMetrics(font(face)).height();
}

QString onOneLine(const QString &value)
{
    const bool blank = std::all_of(value.begin(), value.end(), [](QChar c) { return c.isSpace(); });
    const bool plain =
        std::none_of(value.begin(), value.end(), [](QChar c) { return c < u' ' || c == QChar(0x2028); });
    if (plain && !blank)
        return value;
    QString line = value;
    for (auto &c : line) {
        if (c == u'\n' || c == QChar(0x2028))
            c = u'↵';
        else if (c == u'\t')
            c = blank ? QChar(u'→') : QChar(u' ');
        else if (c == u' ' && blank)
            c = u'·';
        else if (c < u' ')
            c = u' ';
    }
    return line;
}

} // namespace squall::ui
