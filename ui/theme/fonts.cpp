#include "ui/theme/fonts.h"

#include <QGuiApplication>
#include <QScreen>
#include <QStringList>

namespace squall::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QFont sized(const QStringList &families, double pixels, QFont::Weight weight)
{
    QFont font;
    font.setFamilies(families);
    font.setWeight(weight);
    // Pixel sizes are whole numbers in Qt; half a pixel goes by points.
    if (pixels == static_cast<int>(pixels)) {
        font.setPixelSize(static_cast<int>(pixels));
    } else {
        const auto *screen = QGuiApplication::primaryScreen();
        font.setPointSizeF(pixels * 72.0 / (screen ? screen->logicalDotsPerInchY() : 96.0));
    }
    return font;
}

QFont interfaceFont(double pixels, QFont::Weight weight = QFont::Normal)
{
    return sized({u"Inter"_s, u"Noto Sans"_s, u"DejaVu Sans"_s, u"sans-serif"_s}, pixels, weight);
}

QFont monoFont(double pixels)
{
    auto font = sized({u"JetBrains Mono"_s, u"Noto Sans Mono"_s, u"DejaVu Sans Mono"_s, u"monospace"_s},
                      pixels, QFont::Normal);
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    // No ligatures: `>=` is two signs, as the server wrote it. Scripts that need shaping still get it.
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

} // namespace

QFont font(TextStyle style)
{
    switch (style) {
    case TextStyle::Body: return interfaceFont(13);
    case TextStyle::Strong: return interfaceFont(13, QFont::DemiBold);
    case TextStyle::Small: return interfaceFont(12);
    case TextStyle::Caption: return interfaceFont(11, QFont::DemiBold);
    case TextStyle::Title: return interfaceFont(15, QFont::Bold);
    case TextStyle::Mono: return monoFont(12.5);
    case TextStyle::MonoSmall: return monoFont(11);
    case TextStyle::Code: return monoFont(13);
    }
    Q_UNREACHABLE();
}

} // namespace squall::ui
