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

/// Letter by letter: ten thousands of values are shown in passing, and no pair of letters in them matters.
QFont plain(QFont font)
{
    font.setStyleStrategy(QFont::PreferNoShaping);
    font.setKerning(false);
    return font;
}

QFont italic(QFont font)
{
    font.setItalic(true);
    return font;
}

} // namespace

GridText::GridText()
    : m_faces{plain(ui::font(TextStyle::Body)), ui::font(TextStyle::Mono), italic(ui::font(TextStyle::Body)),
              ui::font(TextStyle::Strong), ui::font(TextStyle::MonoSmall)}
    , m_text(PlainLetters::shared(font(GridFont::Text)))
    , m_mono(PlainLetters::shared(font(GridFont::Mono)))
    , m_type(PlainLetters::shared(font(GridFont::Type)))
{
}

const PlainLetters *GridText::letters(GridFont face) const
{
    switch (face) {
    case GridFont::Text: return m_text.get();
    case GridFont::Mono: return m_mono.get();
    case GridFont::Type: return m_type.get();
    case GridFont::Null:
    case GridFont::Name: break;
    }
    return nullptr;
}

const ShapedText &GridText::shaped(const QString &text, GridFont face, int width)
{
    const Key key{text, width, face};
    if (const auto known = m_shaped.constFind(key); known != m_shaped.cend())
        return *known;
    if (m_shaped.size() >= keptTexts)
        m_shaped.clear();
    return *m_shaped.insert(key, shape(text, face, width));
}

ShapedText GridText::shape(const QString &text, GridFont face, int width) const
{
    const auto fitting = text.left(std::max(0, width) / narrowestLetter + 1);
    if (const auto *plain = letters(face); plain && plain->covers(fitting))
        return plain->shaped(fitting, width);
    // Most text fits, and finding that out by cutting it would shape it twice.
    ShapedText whole(fitting, font(face));
    if (whole.size().width() <= width)
        return whole;
    return {QFontMetrics(font(face)).elidedText(fitting, Qt::ElideRight, width), font(face)};
}

int GridText::widthOf(const QString &text, GridFont face) const
{
    if (const auto *plain = letters(face); plain && plain->covers(text))
        return qRound(plain->widthOf(text));
    return QFontMetrics(font(face)).horizontalAdvance(text);
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
