#include "core/drizzle/defaults.h"

#include "core/base/jsonstring.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

/// Whether quotes stand alone somewhere: then the text is no constant as it stands.
bool hasLoneQuotes(QStringView inside)
{
    qsizetype run = 0;
    for (const auto letter : inside) {
        if (letter == u'\'') {
            ++run;
            continue;
        }
        if (run % 2 != 0)
            return true;
        run = 0;
    }
    return run % 2 != 0;
}

bool isJson(const QString &text)
{
    // A value of its own is no document.
    return !QJsonDocument::fromJson(u"[%1]"_s.arg(text).toUtf8()).isNull();
}

/// `{"a","b"}`, with quotes nowhere but in its elements.
bool isArray(QStringView text)
{
    bool inElement = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto letter = text[i];
        if (inElement && letter == u'\\')
            ++i;
        else if (letter == u'"')
            inElement = !inElement;
        else if (!inElement && (letter == u'\'' || letter.isSpace()))
            return false;
    }
    return !inElement && text.startsWith(u'{') && text.endsWith(u'}');
}

} // namespace

QString defaultSql(const Json &value)
{
    if (!value.text.startsWith('"'))
        return QString::fromUtf8(value.text);
    const auto sql = decodeJsonString(value.text);
    static const QRegularExpression constant(u"^'(.*)'(::jsonb?)?$"_s,
                                             QRegularExpression::DotMatchesEverythingOption);
    const auto match = constant.match(sql);
    if (!match.hasMatch())
        return sql;
    auto inside = match.captured(1);
    if (!hasLoneQuotes(inside) || !(match.captured(2).isEmpty() ? isArray(inside) : isJson(inside)))
        return sql;
    return u'\'' + inside.replace(u'\'', u"''"_s) + u'\'' + match.captured(2);
}

} // namespace squall::drizzle
