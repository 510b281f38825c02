#include "core/sql/complete/body.h"

#include "core/sql/tokenize.h"

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

bool isWord(const Token &token, QStringView text, std::initializer_list<QStringView> words)
{
    return token.type == Token::Type::Word && std::any_of(words.begin(), words.end(), [&](QStringView word) {
               return token.in(text).compare(word, Qt::CaseInsensitive) == 0;
           });
}

} // namespace

Body bodyOf(const Token &string, QStringView text)
{
    const auto raw = string.in(text);
    const auto tag = raw.indexOf(u'$', 1) + 1;
    return {string.start + tag, raw.mid(tag, raw.size() - (string.finished ? 2 : 1) * tag)};
}

QString asQueries(QStringView body)
{
    auto text = body.toString();
    for (const auto &token : tokenize(body)) {
        if (isWord(token, body, {u"perform", u"return"}))
            text.replace(token.start, token.length, u"select"_s.leftJustified(token.length));
        else if (isWord(token, body, {u"query"}))
            text.replace(token.start, token.length, QString(token.length, u' '));
    }
    return text;
}

void dropControl(std::vector<Token> &statement, QStringView text, qsizetype cursor)
{
    auto at = statement.begin();
    while (at != statement.end()) {
        if (!at->isSignificant() ||
            (at->end() < cursor &&
             isWord(*at, text, {u"begin", u"declare", u"else", u"loop", u"exception"}))) {
            ++at;
            continue;
        }
        if (!isWord(*at, text, {u"if", u"elsif", u"while", u"when", u"for", u"foreach"}))
            break;
        const auto ends = std::find_if(at, statement.end(), [&](const Token &token) {
            return token.end() < cursor && isWord(token, text, {u"then", u"loop"});
        });
        const auto rows = std::find_if(at, statement.end(), [&](const Token &token) {
            return token.end() < cursor && isWord(token, text, {u"in"});
        });
        if (ends != statement.end())
            at = ends + 1;
        else if (rows != statement.end() && isWord(*at, text, {u"for", u"foreach"}))
            at = rows + 1;
        else
            break;
    }
    statement.erase(statement.begin(), at);
}

} // namespace squall::sql
