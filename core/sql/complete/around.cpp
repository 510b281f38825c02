#include "core/sql/complete/around.h"

#include "core/sql/tokenize.h"

#include <algorithm>

namespace squall::sql {

namespace {

bool isQuoted(const Token &token, QStringView text)
{
    return token.type == Token::Type::QuotedIdentifier ||
           (token.type == Token::Type::String && !token.in(text).startsWith(u'$'));
}

/// A quote that somebody just opened would turn all the text behind it inside out. When one is left open at
/// the end, the text behind the cursor is read as if the quote at the cursor were closed.
std::vector<Token> tokensOf(QStringView text, qsizetype cursor)
{
    auto tokens = tokenize(text);
    const auto around = std::find_if(tokens.begin(), tokens.end(), [&](const Token &token) {
        return token.start < cursor && cursor < token.end() && isQuoted(token, text);
    });
    if (around == tokens.end() || tokens.back().finished)
        return tokens;
    around->length = cursor - around->start;
    around->finished = false;
    tokens.erase(around + 1, tokens.end());
    for (auto token : tokenize(text.mid(cursor))) {
        token.start += cursor;
        tokens.push_back(token);
    }
    return tokens;
}

} // namespace

std::vector<Token> tokensAround(QStringView text, qsizetype cursor)
{
    std::vector<Token> tokens;
    for (const auto &token : tokensOf(text, cursor)) {
        const bool ends = token.type == Token::Type::Punctuation && token.in(text) == u";";
        if (!ends)
            tokens.push_back(token);
        else if (token.end() <= cursor)
            tokens.clear();
        else
            break;
    }
    return tokens;
}

} // namespace squall::sql
