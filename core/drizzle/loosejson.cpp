#include "core/drizzle/loosejson.h"

#include <algorithm>

namespace squall::drizzle {

namespace {

qsizetype afterString(const QByteArray &text, qsizetype at)
{
    for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\')
            ++at;
    }
    return std::min(at + 1, text.size());
}

/// Where a comment that begins here ends; `at` itself when none does.
qsizetype afterComment(const QByteArray &text, qsizetype at)
{
    if (text.mid(at, 2) == "//") {
        const auto end = text.indexOf('\n', at);
        return end < 0 ? text.size() : end;
    }
    if (text.mid(at, 2) == "/*") {
        const auto end = text.indexOf("*/", at + 2);
        return end < 0 ? text.size() : end + 2;
    }
    return at;
}

}

QByteArray strictJson(const QByteArray &loose)
{
    auto text = loose;
    if (text.startsWith("\xEF\xBB\xBF"))
        text.replace(0, 3, "   ");
    qsizetype comma = -1; // the last that no value has followed yet
    for (qsizetype at = 0; at < text.size();) {
        if (const auto end = afterComment(text, at); end > at) {
            std::replace_if(
                text.begin() + at, text.begin() + end, [](char c) { return c != '\n'; }, ' ');
            at = end;
            continue;
        }
        const char c = text[at];
        if (comma >= 0 && (c == '}' || c == ']'))
            text[comma] = ' ';
        if (c == ',')
            comma = at;
        else if (c != ' ' && c != '\t' && c != '\r' && c != '\n')
            comma = -1;
        at = c == '"' ? afterString(text, at) : at + 1;
    }
    return text;
}

} // namespace squall::drizzle
