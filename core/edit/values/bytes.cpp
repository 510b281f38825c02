#include "core/edit/values/bytes.h"

#include "core/base/textfault.h"
#include "core/edit/values/blank.h"

#include <QCoreApplication>

#include <algorithm>

namespace squall::edit {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::edit::Bytes)
};

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// Blanks may stand between the pairs.
Result<QByteArray> parseHex(const QByteArray &text)
{
    QByteArray bytes;
    bytes.reserve(text.size() / 2);
    for (qsizetype i = 2; i < text.size(); i += 2) {
        while (i < text.size() && isBlank(text[i]))
            ++i;
        if (i == text.size())
            break;
        const int high = hexDigit(text[i]);
        const int low = i + 1 < text.size() ? hexDigit(text[i + 1]) : -1;
        if (high < 0)
            return faultAt(text, i, Words::tr("Only 0–9 and a–f are hexadecimal digits."));
        if (low < 0)
            return faultAt(text, i + 1, Words::tr("A byte is two hexadecimal digits."));
        bytes += static_cast<char>(high << 4 | low);
    }
    return bytes;
}

Result<QByteArray> parseEscaped(const QByteArray &text)
{
    const auto octal = [&text](qsizetype at, char most) {
        return at < text.size() && text[at] >= '0' && text[at] <= most;
    };
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '\\') {
            bytes += text[i];
        } else if (i + 1 < text.size() && text[i + 1] == '\\') {
            bytes += text[++i];
        } else if (octal(i + 1, '3') && octal(i + 2, '7') && octal(i + 3, '7')) {
            bytes +=
                static_cast<char>((text[i + 1] - '0') << 6 | (text[i + 2] - '0') << 3 | (text[i + 3] - '0'));
            i += 3;
        } else {
            return faultAt(text, i, Words::tr("After a backslash come three octal digits or another one."));
        }
    }
    return bytes;
}

} // namespace

Result<QByteArray> parseBytes(const QByteArray &text)
{
    return text.startsWith("\\x") ? parseHex(text) : parseEscaped(text);
}

QByteArray writeBytes(const QByteArray &bytes)
{
    return "\\x" + bytes.toHex();
}

} // namespace squall::edit
