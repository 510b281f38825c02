#include "models/diagram/diagramlook.h"

namespace squall::models {

double LetterWidths::of(QStringView text) const
{
    constexpr char16_t firstWide = 0x1100; // Hangul; Chinese and Japanese follow
    double width = 0;
    for (const QChar letter : text) {
        const auto code = letter.unicode();
        if (code < ascii.size())
            width += ascii[code];
        else if (letter.isLowSurrogate() || letter.isMark())
            continue;
        else
            width += code >= firstWide ? wide : other;
    }
    return width;
}

} // namespace squall::models
