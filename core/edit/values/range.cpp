#include "core/edit/values/range.h"

#include "core/base/textfault.h"
#include "core/edit/values/blank.h"
#include "core/edit/values/field.h"

#include <QCoreApplication>

namespace squall::edit {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::edit::RangeValue)
};

void skipBlanks(const QByteArray &text, qsizetype &at)
{
    while (at < text.size() && isBlank(text[at]))
        ++at;
}

/// Nothing between its delimiters is a bound at infinity, which is never inclusive.
RangeBound readBound(const QByteArray &text, qsizetype &at)
{
    const auto begin = at;
    const auto value = readField(text, at, ",)]");
    return at == begin ? RangeBound() : RangeBound{value, false};
}

/// One range at `at`; leaves `at` behind it.
Result<RangeValue> readRange(const QByteArray &text, qsizetype &at)
{
    skipBlanks(text, at);
    if (text.mid(at, 5).compare("empty", Qt::CaseInsensitive) == 0) {
        at += 5;
        skipBlanks(text, at);
        return RangeValue{true, {}, {}};
    }
    const auto opening = at < text.size() ? text[at] : '\0';
    if (opening != '[' && opening != '(')
        return faultAt(text, at, Words::tr("A range begins with “[” or “(”, or is “empty”."));
    RangeValue range;
    range.lower = readBound(text, ++at);
    range.lower.inclusive = range.lower.value && opening == '[';
    if (at == text.size() || text[at] != ',')
        return faultAt(text, at, Words::tr("A range has two bounds with a comma between them."));
    range.upper = readBound(text, ++at);
    if (at == text.size() || text[at] == ',')
        return faultAt(text, at, Words::tr("A range ends with “]” or “)”."));
    range.upper.inclusive = range.upper.value && text[at] == ']';
    skipBlanks(text, ++at);
    return range;
}

} // namespace

Result<RangeValue> parseRange(const QByteArray &text)
{
    qsizetype at = 0;
    const auto range = readRange(text, at);
    if (range && at < text.size())
        return faultAt(text, at, Words::tr("There is text after the range."));
    return range;
}

QByteArray writeRange(const RangeValue &range)
{
    if (range.empty)
        return "empty";
    QByteArray text(range.lower.value && range.lower.inclusive ? "[" : "(");
    if (range.lower.value)
        appendField(text, *range.lower.value, "()[],");
    text += ',';
    if (range.upper.value)
        appendField(text, *range.upper.value, "()[],");
    return text + (range.upper.value && range.upper.inclusive ? ']' : ')');
}

Result<std::vector<RangeValue>> parseMultirange(const QByteArray &text)
{
    qsizetype at = 0;
    skipBlanks(text, at);
    if (at == text.size() || text[at] != '{')
        return faultAt(text, at, Words::tr("A multirange begins with “{”."));
    std::vector<RangeValue> ranges;
    skipBlanks(text, ++at);
    bool more = at == text.size() || text[at] != '}';
    while (more) {
        auto range = readRange(text, at);
        if (!range)
            return range.error();
        ranges.push_back(std::move(*range));
        more = at < text.size() && text[at] == ',';
        if (more)
            ++at;
    }
    if (at == text.size() || text[at] != '}')
        return faultAt(text, at, Words::tr("“,” or “}” belongs after a range."));
    skipBlanks(text, ++at);
    if (at < text.size())
        return faultAt(text, at, Words::tr("There is text after the multirange."));
    return ranges;
}

QByteArray writeMultirange(const std::vector<RangeValue> &ranges)
{
    QByteArray text("{");
    for (size_t i = 0; i < ranges.size(); ++i) {
        if (i > 0)
            text += ',';
        text += writeRange(ranges[i]);
    }
    return text + '}';
}

} // namespace squall::edit
