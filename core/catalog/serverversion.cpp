#include "core/catalog/serverversion.h"

namespace squall::catalog {

namespace {

/// The number between `mark` and `end`; 0 when there is none.
int numberAfter(QByteArrayView text, QByteArrayView mark)
{
    int number = 0;
    for (qsizetype at = mark.size(); at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at)
        number = number * 10 + (text[at] - '0');
    return number;
}

} // namespace

QString queryForServer(QByteArrayView query, int major)
{
    constexpr QByteArrayView before("-- before ");
    constexpr QByteArrayView since("-- since ");
    QByteArray kept;
    kept.reserve(query.size());
    while (!query.isEmpty()) {
        const auto newline = query.indexOf('\n');
        auto line = newline < 0 ? query : query.first(newline);
        query = query.sliced(newline < 0 ? query.size() : newline + 1);

        const auto words = line.trimmed();
        if (words.startsWith(before) && major < numberAfter(words, before))
            line = words.sliced(words.indexOf(':') + 1);
        const auto mark = line.lastIndexOf(since);
        if (mark >= 0 && major < numberAfter(line.sliced(mark), since))
            continue;
        kept.append(line).append('\n');
    }
    return QString::fromUtf8(kept);
}

} // namespace squall::catalog
