#include "core/edit/values/dates.h"

#include <QRegularExpression>

namespace squall::edit {

namespace {

/// Behind `2026-11-25`; 0 when the text does not begin with a date. Years have four digits or more.
qsizetype endOfDate(const QByteArray &text)
{
    const auto digits = [&text](qsizetype from) {
        auto to = from;
        while (to < text.size() && text[to] >= '0' && text[to] <= '9')
            ++to;
        return to - from;
    };
    const auto year = digits(0);
    if (year < 4 || year > 7 || text.mid(year, 1) != "-" || digits(year + 1) != 2 ||
        text.mid(year + 3, 1) != "-" || digits(year + 4) != 2)
        return 0;
    return year + 6;
}

bool isBeforeChrist(const QByteArray &text)
{
    return text.endsWith(" BC");
}

} // namespace

std::optional<QDate> dateIn(const QByteArray &text)
{
    const auto end = endOfDate(text);
    if (end == 0)
        return std::nullopt;
    const auto year = text.left(end - 6).toInt();
    const QDate date(isBeforeChrist(text) ? -year : year, text.mid(end - 5, 2).toInt(),
                     text.mid(end - 2, 2).toInt());
    return date.isValid() ? std::optional(date) : std::nullopt;
}

std::optional<QDateTime> momentIn(const QByteArray &text)
{
    static const QRegularExpression form(
        QStringLiteral("^ (\\d\\d:\\d\\d:\\d\\d)(?:\\.\\d+)?([+-])(\\d\\d)(?::(\\d\\d))?(?::(\\d\\d))?$"));
    const auto date = dateIn(text);
    if (!date || isBeforeChrist(text))
        return std::nullopt;
    const auto match = form.match(QString::fromLatin1(text.mid(endOfDate(text))));
    const auto time = QTime::fromString(match.captured(1), QStringLiteral("HH:mm:ss"));
    if (!match.hasMatch() || !time.isValid())
        return std::nullopt;
    const int offset =
        (match.captured(3).toInt() * 60 + match.captured(4).toInt()) * 60 + match.captured(5).toInt();
    return QDateTime(*date, time, Qt::UTC).addSecs(match.captured(2) == u"-" ? offset : -offset);
}

QByteArray withDate(const QByteArray &text, const QDate &date, bool withTime)
{
    const auto number = [](int value, int width) {
        return QByteArray::number(value).rightJustified(width, '0');
    };
    const auto day =
        number(std::abs(date.year()), 4) + '-' + number(date.month(), 2) + '-' + number(date.day(), 2);
    const auto end = endOfDate(text);
    auto rest = end > 0 ? text.mid(end) : withTime ? QByteArray(" 00:00:00") : QByteArray();
    if (isBeforeChrist(rest))
        rest.chop(3);
    return day + rest + (date.year() < 0 ? " BC" : "");
}

} // namespace squall::edit
