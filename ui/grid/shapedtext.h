#pragma once

#include <QFont>
#include <QFontMetricsF>
#include <QGlyphRun>
#include <QRawFont>
#include <QStaticText>

#include <array>
#include <memory>
#include <optional>
#include <variant>

namespace squall::ui {

/// One line of text that is ready to be drawn, any number of times.
class ShapedText
{
public:
    ShapedText() = default;
    ShapedText(const QString &text, const QFont &font);
    ShapedText(QString text, QGlyphRun glyphs, QSizeF size, double ascent);

    const QString &text() const { return m_text; }
    QSizeF size() const { return m_size; }
    /// With the painter's pen and font, which is the one it was shaped for.
    void draw(QPainter &painter, const QPointF &topLeft) const;

private:
    QString m_text;
    QSizeF m_size;
    double m_ascent = 0;
    std::variant<QStaticText, QGlyphRun> m_form;
};

/// The letters of a font that does without shaping (QFont::PreferNoShaping) and kerning, as far as Latin
/// writing goes. Text of no others is put together from them: shaping it costs more than all else in painting
/// a cell, and changes nothing.
class PlainLetters
{
public:
    explicit PlainLetters(const QFont &font);
    /// Of a font that several grids write in, with the letters they looked up.
    static std::shared_ptr<const PlainLetters> shared(const QFont &font);

    /// Whether all of it is such letters; everything else needs shaping.
    bool covers(QStringView text) const;
    /// Of text that is covered.
    double widthOf(QStringView text) const;
    /// Covered text on one line, with `…` where it is wider than `width`.
    ShapedText shaped(const QString &text, int width) const;

private:
    struct Letter
    {
        quint32 glyph = 0; ///< none, if it is not in the font
        double advance = 0;
    };
    static constexpr char16_t first = u' ';
    static constexpr char16_t last = 0x17F; // Latin Extended-A

    Letter look(QChar c) const;
    /// Looked up when it is written first: all of them at once hold up the first grid for a frame.
    const Letter &letter(QChar c) const;

    QRawFont m_font;
    QFontMetricsF m_metrics;
    mutable std::array<std::optional<Letter>, last - first + 1> m_letters = {};
    Letter m_ellipsis;
    double m_ascent = 0;
    double m_height = 0;
};

} // namespace squall::ui
