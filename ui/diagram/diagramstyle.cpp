#include "ui/diagram/diagramstyle.h"

#include "ui/theme/fonts.h"
#include "ui/theme/seriescolors.h"

#include <QFontMetricsF>

namespace squall::ui {

namespace {

constexpr std::size_t firstLetter = 0x20;
constexpr char16_t someOther = 0x0416; // Ж: no narrow letter
constexpr char16_t someWide = 0x6F22;

models::LetterWidths widthsOf(const QFont &font)
{
    const QFontMetricsF metrics(font);
    models::LetterWidths widths;
    for (std::size_t letter = firstLetter; letter < widths.ascii.size(); ++letter)
        widths.ascii[letter] = metrics.horizontalAdvance(QChar(static_cast<char16_t>(letter)));
    widths.other = metrics.horizontalAdvance(QChar(someOther));
    widths.wide = metrics.horizontalAdvance(QChar(someWide));
    return widths;
}

QColor between(const QColor &one, const QColor &other, double part)
{
    const auto mix = [part](int from, int to) { return static_cast<int>(from + (to - from) * part); };
    return {mix(one.red(), other.red()), mix(one.green(), other.green()), mix(one.blue(), other.blue())};
}

} // namespace

QColor DiagramStyle::line() const
{
    return between(color(Token::Faint), color(Token::Surface), 0.15);
}

QColor DiagramStyle::border() const
{
    return between(color(Token::Line), color(Token::Faint), 0.25);
}

QColor DiagramStyle::dots() const
{
    return between(color(Token::Line), color(Token::Faint), 0.1);
}

QColor DiagramStyle::mark(models::DiagramColor which) const
{
    return seriesColor(static_cast<int>(which), scheme);
}

QColor DiagramStyle::header(models::DiagramColor which) const
{
    return between(color(Token::Surface), mark(which), 0.16);
}

QColor DiagramStyle::island(models::DiagramColor which) const
{
    return between(color(Token::Surface), mark(which), scheme == Scheme::Dark ? 0.1 : 0.08);
}

QColor DiagramStyle::note(models::DiagramColor which) const
{
    return between(color(Token::Surface), mark(which), 0.14);
}

QColor DiagramStyle::noteBorder(models::DiagramColor which) const
{
    return between(color(Token::Surface), mark(which), scheme == Scheme::Dark ? 0.4 : 0.5);
}

DiagramStyle diagramStyle(Scheme scheme)
{
    constexpr int badgePixels = 9;
    DiagramStyle style{.scheme = scheme,
                       .title = font(TextStyle::Strong),
                       .row = font(TextStyle::Mono),
                       .badge = font(TextStyle::Caption),
                       .text = font(TextStyle::Body)};
    style.badge.setPixelSize(badgePixels);
    // Letters keep their places at any zoom only when they are not pulled to whole pixels.
    for (auto *each : {&style.title, &style.row, &style.badge, &style.text})
        each->setHintingPreference(QFont::PreferNoHinting);
    return style;
}

models::DiagramLook diagramLook()
{
    const auto style = diagramStyle(Scheme::Light);
    models::DiagramLook look;
    look.title = widthsOf(style.title);
    look.row = widthsOf(style.row);
    return look;
}

} // namespace squall::ui
