#include "ui/diagram/overlaycolors.h"

#include "ui/theme/seriescolors.h"

#include <algorithm>
#include <array>

namespace squall::ui {

using models::DiagramTone;

namespace {

constexpr std::array<QRgb, 3> lightHeat{0xFFFFF7E0, 0xFFFBC765, 0xFFE67A22};
constexpr std::array<QRgb, 3> darkHeat{0xFF242220, 0xFF5A3B12, 0xFF9A4A06};

QColor between(const QColor &one, const QColor &other, double part)
{
    const auto mix = [part](int from, int to) { return static_cast<int>(from + (to - from) * part); };
    return {mix(one.red(), other.red()), mix(one.green(), other.green()), mix(one.blue(), other.blue())};
}

/// Black or white, whichever stands out.
QColor inkOn(const QColor &ground)
{
    constexpr int middle = 130;
    return qGray(ground.rgb()) > middle ? QColor(Qt::black) : QColor(Qt::white);
}

} // namespace

QColor heatColor(double heat, Scheme scheme)
{
    const auto &stops = scheme == Scheme::Dark ? darkHeat : lightHeat;
    const double place = std::clamp(heat, 0.0, 1.0) * (stops.size() - 1);
    const auto from = std::min(static_cast<std::size_t>(place), stops.size() - 2);
    return between(stops[from], stops[from + 1], place - static_cast<double>(from));
}

MarkColors colorsOf(const models::DiagramMark &mark, const DiagramStyle &style)
{
    const auto paired = [&](Token ink, Token ground) {
        return MarkColors{style.color(ink), style.color(ground), style.color(ink), style.color(ground)};
    };
    switch (mark.tone) {
    case DiagramTone::None: break;
    case DiagramTone::Heat: {
        const auto heat = heatColor(mark.heat, style.scheme);
        return {style.color(Token::Text), heat, style.border(), heat};
    }
    case DiagramTone::Unknown:
        return {style.color(Token::Muted), style.color(Token::Surface), style.border(), {}};
    case DiagramTone::Warning: {
        auto colors = paired(Token::Changed, Token::ChangedGround);
        colors.wash = QColor();
        return colors;
    }
    case DiagramTone::Added: return paired(Token::Added, Token::AddedGround);
    case DiagramTone::Removed: return paired(Token::Removed, Token::RemovedGround);
    case DiagramTone::Altered: return paired(Token::Changed, Token::ChangedGround);
    case DiagramTone::Circle: {
        const auto color = seriesColor(mark.circle, style.scheme);
        constexpr double faintly = 0.14;
        return {inkOn(color), color, color, between(style.color(Token::Surface), color, faintly)};
    }
    }
    return {style.color(Token::Text), style.color(Token::Surface), style.border(), {}};
}

} // namespace squall::ui
