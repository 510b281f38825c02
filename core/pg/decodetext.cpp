#include "core/pg/decodetext.h"

#include <QCoreApplication>

#include <algorithm>

namespace squall::pg {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::pg::Text)
};

constexpr qsizetype sentenceBytes = 8000;

bool continues(char byte)
{
    return (static_cast<uchar>(byte) & 0xC0) == 0x80;
}

/// Length of the valid sequence at the front, 0 when there is none.
qsizetype sequenceLength(QByteArrayView bytes)
{
    const auto lead = static_cast<uchar>(bytes.front());
    const qsizetype length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    return length <= bytes.size() && bytes.first(length).isValidUtf8() ? length : 0;
}

} // namespace

QString decodeText(QByteArrayView bytes)
{
    if (bytes.isValidUtf8())
        return QString::fromUtf8(bytes);

    QString text;
    while (!bytes.isEmpty()) {
        qsizetype valid = 0;
        while (valid < bytes.size()) {
            const auto length = sequenceLength(bytes.sliced(valid));
            if (length == 0)
                break;
            valid += length;
        }
        text += QString::fromUtf8(bytes.first(valid));
        bytes = bytes.sliced(valid);
        if (!bytes.isEmpty()) {
            text += u"\\x"_s + QString::number(static_cast<uchar>(bytes.front()), 16).toUpper();
            bytes = bytes.sliced(1);
        }
    }
    return text;
}

QString decodeSentence(QByteArrayView bytes)
{
    if (bytes.size() <= sentenceBytes)
        return decodeText(bytes);
    qsizetype end = sentenceBytes;
    while (end > sentenceBytes - 4 && continues(bytes[end]))
        --end;
    const auto characters = bytes.size() - std::count_if(bytes.begin(), bytes.end(), continues);
    return decodeText(bytes.first(end)) + u'\n' +
           Text::tr("… shortened; %L1 characters in all.").arg(characters);
}

} // namespace squall::pg
