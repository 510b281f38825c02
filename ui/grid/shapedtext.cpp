#include "ui/grid/shapedtext.h"

#include <QHash>
#include <QPainter>

#include <algorithm>
#include <numeric>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr QChar ellipsis(0x2026);
}

ShapedText::ShapedText(const QString &text, const QFont &font)
    : m_text(text)
{
    QStaticText shaped(text);
    shaped.setTextFormat(Qt::PlainText);
    shaped.prepare({}, font);
    m_size = shaped.size();
    m_form = std::move(shaped);
}

ShapedText::ShapedText(QString text, QGlyphRun glyphs, QSizeF size, double ascent)
    : m_text(std::move(text))
    , m_size(size)
    , m_ascent(ascent)
    , m_form(std::move(glyphs))
{
}

void ShapedText::draw(QPainter &painter, const QPointF &topLeft) const
{
    if (const auto *glyphs = std::get_if<QGlyphRun>(&m_form))
        painter.drawGlyphRun({topLeft.x(), topLeft.y() + m_ascent}, *glyphs);
    else
        painter.drawStaticText(topLeft, std::get<QStaticText>(m_form));
}

PlainLetters::PlainLetters(const QFont &font)
    : m_font(QRawFont::fromFont(font))
    , m_metrics(font)
    , m_ascent(m_metrics.ascent())
    , m_height(ShapedText(u"x"_s, font).size().height())
{
    m_ellipsis = look(ellipsis);
}

std::shared_ptr<const PlainLetters> PlainLetters::shared(const QFont &font)
{
    static QHash<QString, std::weak_ptr<const PlainLetters>> known;
    auto &kept = known[font.key()];
    auto letters = kept.lock();
    if (!letters) {
        letters = std::make_shared<PlainLetters>(font);
        kept = letters;
    }
    return letters;
}

PlainLetters::Letter PlainLetters::look(QChar c) const
{
    const auto glyphs = m_font.glyphIndexesForString(c);
    return {glyphs.size() == 1 ? glyphs.front() : 0, m_metrics.horizontalAdvance(c)};
}

const PlainLetters::Letter &PlainLetters::letter(QChar c) const
{
    auto &known = m_letters[static_cast<size_t>(c.unicode() - first)];
    if (!known) {
        const bool plain = c.isPrint() && c.category() != QChar::Other_Format;
        known = plain ? look(c) : Letter();
    }
    return *known;
}

bool PlainLetters::covers(QStringView text) const
{
    return m_ellipsis.glyph != 0 && std::all_of(text.begin(), text.end(), [this](QChar c) {
               return c >= first && c <= last && letter(c).glyph != 0;
           });
}

double PlainLetters::widthOf(QStringView text) const
{
    return std::accumulate(text.begin(), text.end(), 0.0,
                           [this](double width, QChar c) { return width + letter(c).advance; });
}

ShapedText PlainLetters::shaped(const QString &text, int width) const
{
    QList<quint32> glyphs;
    QList<QPointF> places;
    glyphs.reserve(text.size() + 1);
    places.reserve(text.size() + 1);
    double end = 0;
    const auto add = [&](const Letter &each) {
        glyphs.push_back(each.glyph);
        places.emplace_back(end, 0.0);
        end += each.advance;
    };
    for (const auto c : text)
        add(letter(c));
    QString shown = text;
    if (end > width) {
        auto kept = glyphs.size();
        for (; kept > 0 && end + m_ellipsis.advance > width; --kept)
            end = places[kept - 1].x();
        const bool dotted = end + m_ellipsis.advance <= width;
        glyphs.resize(kept);
        places.resize(kept);
        shown.truncate(kept);
        if (dotted) {
            add(m_ellipsis);
            shown += ellipsis;
        }
    }
    QGlyphRun run;
    run.setRawFont(m_font);
    run.setGlyphIndexes(glyphs);
    run.setPositions(places);
    return {std::move(shown), run, {end, m_height}, m_ascent};
}

} // namespace squall::ui
