#include "core/sql/excerpt.h"

#include <QCoreApplication>

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::sql::Excerpt)
};

constexpr qsizetype shownBefore = 50;
constexpr qsizetype shownAfter = 30;

/// Pairs are one place; tabs are shown as a blank each.
QString blanksFor(QStringView text)
{
    const auto places = std::count_if(text.begin(), text.end(), [](QChar c) { return !c.isLowSurrogate(); });
    return QString(places, u' ');
}

} // namespace

QString excerpt(QStringView text, qsizetype unit)
{
    unit = std::clamp<qsizetype>(unit, 0, text.size());
    // What is missing at the end is missing after the last word.
    while (unit == text.size() && unit > 0 && text[unit - 1].isSpace())
        text = text.first(--unit);
    const auto before = text.first(unit);
    const auto start = before.lastIndexOf(u'\n') + 1;
    auto end = text.indexOf(u'\n', unit);
    if (end < 0)
        end = text.size();
    const auto from = std::max(start, unit - shownBefore);
    const auto to = std::min(end, unit + shownAfter);
    auto line = (from > start ? u"…"_s : QString()) + text.sliced(from, to - from).toString();
    const auto place = (from > start ? 1 : 0) + unit - from;
    line.replace(u'\t', u' ').remove(u'\r');
    const auto lead = Words::tr("line %1:").arg(before.count(u'\n') + 1) + u' ';
    return lead + line + (to < end ? u"…"_s : QString()) + u'\n' +
           blanksFor(lead + QStringView(line).left(place).toString()) + u'^';
}

} // namespace squall::sql
