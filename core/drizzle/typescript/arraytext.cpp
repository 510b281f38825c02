#include "core/drizzle/typescript/arraytext.h"

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

/// The element from `at` to the next comma or the end, and moves `at` there.
std::optional<QString> element(const QString &inner, qsizetype &at)
{
    if (at < inner.size() && inner[at] == u'"') {
        const auto close = inner.indexOf(u'"', at + 1);
        if (close < 0 || (close + 1 < inner.size() && inner[close + 1] != u','))
            return std::nullopt;
        const auto value = inner.mid(at + 1, close - at - 1);
        at = close + 1;
        return value;
    }
    auto comma = inner.indexOf(u',', at);
    comma = comma < 0 ? inner.size() : comma;
    const auto value = inner.mid(at, comma - at);
    at = comma;
    const bool plain =
        !value.isEmpty() && value.compare(u"NULL", Qt::CaseInsensitive) != 0 && value.trimmed() == value;
    return plain ? std::optional(value) : std::nullopt;
}

} // namespace

std::optional<QStringList> plainArray(const QString &text)
{
    if (!text.startsWith(u'{') || !text.endsWith(u'}'))
        return std::nullopt;
    const auto inner = text.mid(1, text.size() - 2);
    QStringList elements;
    if (inner.isEmpty())
        return elements;
    for (qsizetype at = 0; at <= inner.size(); ++at) {
        const auto value = element(inner, at);
        if (!value || value->contains(u'\\') || value->contains(u'{') || value->contains(u'}') ||
            value->contains(u'\'') || value->contains(u'"'))
            return std::nullopt;
        elements << *value;
    }
    return elements;
}

QString arrayText(const QStringList &elements, bool quoted)
{
    const auto mark = quoted ? u"\""_s : QString();
    return u'{' + mark + elements.join(mark + u',' + mark) + mark + u'}';
}

} // namespace squall::drizzle
