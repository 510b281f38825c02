#include "models/query/charttable.h"

#include "models/query/axisticks.h"

#include <QDate>
#include <QDateTime>

#include <cmath>
#include <limits>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
/// Nobody reads more of a label.
constexpr qsizetype longestLabel = 120;

/// The number that the text begins with; cut off from it.
std::optional<int> takeNumber(QStringView &text)
{
    qsizetype digits = 0;
    int number = 0;
    while (digits < text.size() && digits < 9 && text[digits] >= u'0' && text[digits] <= u'9')
        number = 10 * number + text[digits++].unicode() - u'0';
    if (digits == 0)
        return {};
    text = text.mid(digits);
    return number;
}

bool take(QStringView &text, QChar sign)
{
    if (!text.startsWith(sign))
        return false;
    text = text.mid(1);
    return true;
}

/// `2026-03-04`, in days since 1970.
std::optional<double> takeDate(QStringView &text)
{
    const auto year = takeNumber(text);
    if (!year || !take(text, u'-'))
        return {};
    const auto month = takeNumber(text);
    if (!month || !take(text, u'-'))
        return {};
    const auto day = takeNumber(text);
    const bool before = text.endsWith(u" BC");
    if (before)
        text.chop(3);
    // QDate has no year 0 either.
    const QDate date(before ? -*year : *year, *month, day.value_or(0));
    if (!date.isValid())
        return {};
    return static_cast<double>(QDate(1970, 1, 1).daysTo(date));
}

/// `10:20:30.5`, in milliseconds.
std::optional<double> takeClock(QStringView &text)
{
    const auto hours = takeNumber(text);
    if (!hours || !take(text, u':'))
        return {};
    const auto minutes = takeNumber(text);
    if (!minutes)
        return {};
    double seconds = 0;
    if (take(text, u':')) {
        seconds = takeNumber(text).value_or(0);
        if (take(text, u'.')) {
            const auto before = text.size();
            const auto fraction = takeNumber(text);
            seconds += fraction.value_or(0) / std::pow(10, static_cast<double>(before - text.size()));
        }
    }
    return 1000 * (3600.0 * *hours + 60.0 * *minutes + seconds);
}

/// `+02`, `-03:30`, in seconds.
std::optional<int> takeZone(QStringView &text)
{
    const int sign = take(text, u'+') ? 1 : take(text, u'-') ? -1 : 0;
    const auto hours = sign == 0 ? std::nullopt : takeNumber(text);
    if (!hours)
        return {};
    int seconds = 3600 * *hours;
    for (const int part : {60, 1}) {
        if (take(text, u':'))
            seconds += part * takeNumber(text).value_or(0);
    }
    return sign * seconds;
}

bool namesIdentifier(const QString &name)
{
    const auto lower = name.toLower();
    return lower == u"id" || lower == u"oid" || lower.endsWith(u"_id") || name.endsWith(u"Id");
}

} // namespace

double timeValue(QStringView text, std::optional<int> &zone)
{
    double milliseconds = 0;
    auto rest = text;
    if (const auto date = takeDate(rest)) {
        milliseconds = *date * 24 * 3600 * 1000;
        if (rest.isEmpty())
            return milliseconds;
        if (!take(rest, u' ') && !take(rest, u'T'))
            return none;
    } else {
        rest = text;
    }
    const auto clock = takeClock(rest);
    if (!clock)
        return none;
    milliseconds += *clock;
    if (const auto said = takeZone(rest)) {
        zone = said;
        milliseconds -= 1000.0 * *said;
    }
    return rest.isEmpty() ? milliseconds : none;
}

ChartColumn::ChartColumn(QString name, TypeKind kind, const QString &type)
    : m_name(std::move(name))
{
    if (kind == TypeKind::Number)
        m_wanted = Scale::Number;
    else if (kind == TypeKind::Time && !type.startsWith(u"interval"))
        m_wanted = Scale::Time;
    m_isIdentifier = m_wanted == Scale::Number && namesIdentifier(m_name);
}

void ChartColumn::append(const std::optional<QString> &text)
{
    if (m_wanted != Scale::Category) {
        double value = none;
        if (text && m_wanted == Scale::Number) {
            bool isNumber = false;
            value = text->toDouble(&isNumber);
            if (!isNumber || !std::isfinite(value))
                value = none;
        } else if (text) {
            std::optional<int> zone;
            value = timeValue(*text, zone);
            if (!m_zone)
                m_zone = zone;
        }
        if (text)
            ++(std::isnan(value) ? m_unreadable : m_readable);
        m_numbers.push_back(value);
        // Of what can be read nobody needs the text.
        if (m_readable > 0)
            return;
    }
    if (!text) {
        m_entries.push_back(-1);
        return;
    }
    const auto label = text->size() > longestLabel ? text->left(longestLabel - 1) + u'…' : *text;
    const auto known = m_known.constFind(label);
    const int number = known == m_known.constEnd() ? static_cast<int>(m_labels.size()) : *known;
    if (known == m_known.constEnd()) {
        m_known.insert(label, number);
        m_labels << label;
    }
    m_entries.push_back(number);
}

ChartColumn::Scale ChartColumn::scale() const
{
    return m_readable > 0 ? m_wanted : Scale::Category;
}

const std::vector<double> &ChartColumn::values() const
{
    return scale() == Scale::Category ? m_entries : m_numbers;
}

QString ChartColumn::text(size_t row) const
{
    const double value = values()[row];
    if (scale() == Scale::Category)
        return value < 0 ? u"NULL"_s : m_labels[static_cast<qsizetype>(value)];
    if (std::isnan(value))
        return u"NULL"_s;
    return scale() == Scale::Time ? exactTime(value, m_zone) : exactNumber(value);
}

} // namespace squall::models
