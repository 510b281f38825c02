#include "core/drizzle/typescript/text.h"

#include <algorithm>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

constexpr int hexadecimal = 16;

/// What neither a string nor a template shows as it is; empty for all else.
QString controlEscape(QChar letter)
{
    const auto code = letter.unicode();
    if (letter == u'\r')
        return u"\\r"_s;
    if (code < u' ' || (code >= 0x7f && code < 0xa0))
        return u"\\x"_s + QString::number(code, hexadecimal).rightJustified(2, u'0');
    const bool breaksLines = code == 0x2028 || code == 0x2029;
    if (breaksLines || letter.category() == QChar::Other_Format)
        return u"\\u"_s + QString::number(code, hexadecimal).rightJustified(4, u'0');
    return {};
}

} // namespace

QString tsString(const QString &text)
{
    QString made = u"\""_s;
    for (const auto letter : text) {
        if (letter == u'"' || letter == u'\\')
            made += u'\\' + QString(letter);
        else if (letter == u'\n')
            made += u"\\n"_s;
        else if (letter == u'\t')
            made += u"\\t"_s;
        else if (const auto escape = controlEscape(letter); !escape.isEmpty())
            made += escape;
        else
            made += letter;
    }
    return made + u'"';
}

QString tsSql(const QString &sql)
{
    QString made = u"sql`"_s;
    for (qsizetype at = 0; at < sql.size(); ++at) {
        const auto letter = sql[at];
        const bool opens = letter == u'$' && at + 1 < sql.size() && sql[at + 1] == u'{';
        const bool isBlank = letter == u'\n' || letter == u'\t';
        const auto escape = isBlank ? QString() : controlEscape(letter);
        if (letter == u'`' || letter == u'\\' || opens)
            made += u'\\';
        made += escape.isEmpty() ? QString(letter) : escape;
    }
    return made + u'`';
}

bool isTsName(const QString &text)
{
    if (text.isEmpty() || text.front().isDigit())
        return false;
    return std::all_of(text.begin(), text.end(), [](QChar letter) {
        const bool known = letter.unicodeVersion() <= QChar::Unicode_6_0;
        return letter == u'_' || letter == u'$' || (letter >= u'0' && letter <= u'9') ||
               (letter.isLetter() && known);
    });
}

QString tsKey(const QString &key)
{
    return isTsName(key) ? key : tsString(key);
}

QString tsMember(const QString &object, const QString &key)
{
    return isTsName(key) ? object + u'.' + key : object + u'[' + tsString(key) + u']';
}

QString tsObject(const QStringList &members)
{
    return members.isEmpty() ? QString() : u"{ "_s + members.join(u", "_s) + u" }"_s;
}

QString tsList(const QStringList &items)
{
    return u'[' + items.join(u", "_s) + u']';
}

} // namespace squall::drizzle
