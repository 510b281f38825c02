#include "core/drizzle/pull/sqltext.h"

#include <QRegularExpression>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

/// Where the bracket at `open` closes; -1 when it does not. The server writes strings without backslash
/// escapes, and doubles quotes.
qsizetype closingBracket(const QString &sql, qsizetype open)
{
    int depth = 0;
    QChar quote;
    for (auto at = open; at < sql.size(); ++at) {
        const auto letter = sql[at];
        if (!quote.isNull()) {
            if (letter == quote)
                quote = {};
        } else if (letter == u'\'' || letter == u'"') {
            quote = letter;
        } else if (letter == u'(') {
            ++depth;
        } else if (letter == u')' && --depth == 0) {
            return at;
        }
    }
    return -1;
}

/// An escape string's backslashes are not understood here, nor are they written by the server.
bool isPlain(const QString &sql)
{
    static const QRegularExpression escapeString(u"\\b[eE]'"_s);
    return !sql.contains(escapeString);
}

} // namespace

QString withoutOuterBrackets(const QString &sql)
{
    auto text = sql;
    while (text.startsWith(u'(') && isPlain(text) && closingBracket(text, 0) == text.size() - 1)
        text = text.mid(1, text.size() - 2);
    return text;
}

bool isCall(const QString &sql)
{
    static const QRegularExpression name(u"^(?:\\w+|\"[^\"]+\")(?:\\.(?:\\w+|\"[^\"]+\"))?\\("_s);
    static const QRegularExpression noFunction(u"^(?:ROW|ARRAY|NOT|EXISTS|IN|ANY|ALL)\\("_s);
    const auto match = name.match(sql);
    return match.hasMatch() && !noFunction.match(sql).hasMatch() && isPlain(sql) &&
           closingBracket(sql, match.capturedEnd() - 1) == sql.size() - 1;
}

QString queryText(const QString &definition)
{
    auto text = definition.trimmed();
    if (text.endsWith(u';'))
        text.chop(1);
    return text;
}

} // namespace squall::drizzle
