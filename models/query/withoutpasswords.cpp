#include "models/query/withoutpasswords.h"

#include "core/sql/tokenize.h"

#include <QRegularExpression>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

const auto mask = u"***"_s;

/// Where the text of a string token begins and ends, without its marks.
std::pair<qsizetype, qsizetype> inside(QStringView token)
{
    if (token.startsWith(u'$')) {
        const auto tag = token.indexOf(u'$', 1) + 1;
        const bool closed = token.size() >= 2 * tag && token.endsWith(token.left(tag));
        return {tag, token.size() - (closed ? tag : 0)};
    }
    const auto open = token.indexOf(u'\'') + 1;
    const bool closed = token.size() > open && token.endsWith(u'\'');
    return {open, token.size() - (closed ? 1 : 0)};
}

/// `host=a password=b`, as CREATE SUBSCRIPTION and dblink have it, and a URL with a password.
QString withoutKeywords(QString description)
{
    static const QRegularExpression keyword(
        uR"(((?:ssl)?password\s*=\s*)(?:''(?:(?!'').)*''|'(?:[^'\\]|\\.|'')*'|[^\s']+))"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression url(uR"((://[^:/@\s]*:)[^@/\s]+@)"_s);
    return description.replace(keyword, u"\\1"_s + mask).replace(url, u"\\1"_s + mask + u'@');
}

} // namespace

QString withoutPasswords(const QString &statement)
{
    QString kept;
    kept.reserve(statement.size());
    bool isPassword = false;
    for (const auto &token : sql::tokenize(statement)) {
        const auto part = token.in(statement);
        if (token.type != sql::Token::Type::String) {
            kept += part;
            if (token.isSignificant())
                isPassword = part.compare(u"password", Qt::CaseInsensitive) == 0;
            continue;
        }
        const auto [from, to] = inside(part);
        kept += part.left(from);
        const auto text = part.mid(from, to - from);
        // The body of a function or DO is a script.
        if (isPassword)
            kept += mask;
        else if (part.startsWith(u'$'))
            kept += withoutKeywords(withoutPasswords(text.toString()));
        else
            kept += withoutKeywords(text.toString());
        kept += part.mid(to);
        isPassword = false;
    }
    return kept;
}

} // namespace squall::models
