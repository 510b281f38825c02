#include "core/base/textfault.h"

namespace squall {

Error faultAt(QByteArrayView text, qsizetype at, const QString &message)
{
    int units = 0;
    for (qsizetype i = 0; i < at && i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        // Continuation bytes begin no character; what takes four bytes takes two units.
        if ((byte & 0xC0U) != 0x80U)
            units += byte >= 0xF0 ? 2 : 1;
    }
    return {Error::Code::Parse, message, {}, {}, {}, units + 1};
}

} // namespace squall
