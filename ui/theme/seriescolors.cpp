#include "ui/theme/seriescolors.h"

#include <array>

namespace squall::ui {

namespace {

// Found by a search for the largest of the smallest distances, for three kinds of colour blindness at once,
// among colours that stand out from the surface. The first is the accent.
constexpr std::array<QRgb, seriesColors> light{0xFF2F6FEB, 0xFFB84B14, 0xFF144E52, 0xFF6A23C7,
                                               0xFFDA6C91, 0xFFA39329, 0xFF752B15, 0xFF336399};
constexpr std::array<QRgb, seriesColors> dark{0xFF6AA1FF, 0xFFF36C12, 0xFF95F3ED, 0xFF9C4CEB,
                                              0xFFDE9CB2, 0xFFEEE463, 0xFFA85238, 0xFF307191};

} // namespace

QColor seriesColor(int series, Scheme scheme)
{
    const auto &colors = scheme == Scheme::Dark ? dark : light;
    return QColor::fromRgb(colors[static_cast<size_t>(series) % colors.size()]);
}

} // namespace squall::ui
