#include "core/sql/snippet.h"

#include <QHash>

#include <algorithm>

namespace squall::sql {

namespace {

/// What `${1:name}` or `$0` at a place says; nothing when neither stands there.
struct Mark
{
    int number = -1;
    qsizetype length = 0;
    QStringView text = {};
    bool hasText = false;
};

Mark markAt(QStringView snippet, qsizetype at)
{
    const auto rest = snippet.mid(at);
    if (rest.startsWith(u"$0") && (rest.size() == 2 || !rest[2].isLetterOrNumber()))
        return {.number = 0, .length = 2};
    if (!rest.startsWith(u"${"))
        return {};
    const auto end = rest.indexOf(u'}');
    const auto inside = end < 0 ? QStringView() : rest.mid(2, end - 2);
    const auto colon = inside.indexOf(u':');
    bool isNumber = false;
    const int number = inside.left(colon < 0 ? inside.size() : colon).toInt(&isNumber);
    if (!isNumber || number < 0)
        return {};
    return {.number = number,
            .length = end + 1,
            .text = colon < 0 ? QStringView() : inside.mid(colon + 1),
            .hasText = colon >= 0};
}

/// What stands at each place at first.
QHash<int, QString> textsOf(QStringView snippet)
{
    QHash<int, QString> texts;
    for (auto at = snippet.indexOf(u'$'); at >= 0; at = snippet.indexOf(u'$', at + 1)) {
        const auto mark = markAt(snippet, at);
        if (mark.hasText && !texts.contains(mark.number))
            texts.insert(mark.number, mark.text.toString());
    }
    return texts;
}

} // namespace

ExpandedSnippet expand(QStringView snippet)
{
    const auto texts = textsOf(snippet);
    ExpandedSnippet expanded;
    for (qsizetype at = 0; at < snippet.size();) {
        const auto mark = snippet[at] == u'$' ? markAt(snippet, at) : Mark();
        if (mark.number < 0) {
            expanded.text += snippet[at++];
            continue;
        }
        const auto text = texts.value(mark.number);
        expanded.stops.push_back({mark.number, expanded.text.size(), text.size()});
        expanded.text += text;
        at += mark.length;
    }
    const auto rank = [](const SnippetStop &stop) { return stop.number == 0 ? INT_MAX : stop.number; };
    std::stable_sort(
        expanded.stops.begin(), expanded.stops.end(),
        [&](const SnippetStop &one, const SnippetStop &other) { return rank(one) < rank(other); });
    if (expanded.stops.empty() || expanded.stops.back().number != 0)
        expanded.stops.push_back({0, expanded.text.size(), 0});
    return expanded;
}

} // namespace squall::sql
