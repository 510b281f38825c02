#include "ui/editor/sqlstyle.h"

#include "core/sql/keywords.h"
#include "core/sql/psqlcommand.h"
#include "core/sql/tokenize.h"

#include <algorithm>

namespace squall::ui {

namespace {

SqlStyle styleOf(const sql::Token &token, QStringView script, bool afterDot)
{
    using Type = sql::Token::Type;
    switch (token.type) {
    case Type::Comment: return SqlStyle::Comment;
    case Type::String: return SqlStyle::String;
    case Type::Number:
    case Type::Parameter: return SqlStyle::Number;
    case Type::Word: {
        // `u.name` is a column, whatever else the word may mean.
        const auto word = token.in(script);
        return !afterDot && (sql::isReserved(word) || sql::isUsualKeyword(word)) ? SqlStyle::Keyword
                                                                                 : SqlStyle::Text;
    }
    default: return SqlStyle::Text;
    }
}

} // namespace

std::vector<StyledToken> styledTokens(QStringView script, const std::vector<sql::Span> &data)
{
    using Type = sql::Token::Type;
    std::vector<StyledToken> pieces;
    sql::Tokenizer tokenizer(script);
    auto rows = data.begin();
    bool afterDot = false;
    const auto skipTo = [&](qsizetype start, qsizetype end, Type type, SqlStyle style) {
        pieces.push_back({{type, start, end - start}, style});
        tokenizer = sql::Tokenizer(script, end);
        afterDot = false;
    };
    while (!tokenizer.atEnd()) {
        const auto at = tokenizer.position();
        while (rows != data.end() && rows->end() <= at)
            ++rows;
        if (rows != data.end() && rows->start <= at) {
            skipTo(at, std::min(rows->end(), script.size()), Type::Other, SqlStyle::Data);
            continue;
        }
        auto token = tokenizer.next();
        if (token.type == Type::Other && token.in(script) == u"\\") {
            const auto command = sql::readPsqlCommand(script, token.start);
            skipTo(token.start, std::max(command.span.end(), token.end()), Type::Other, SqlStyle::Command);
            continue;
        }
        if (rows != data.end() && token.end() > rows->start) {
            token.length = rows->start - token.start;
            tokenizer = sql::Tokenizer(script, rows->start);
        }
        pieces.push_back({token, styleOf(token, script, afterDot)});
        if (token.isSignificant())
            afterDot = token.type == Type::Punctuation && token.in(script) == u".";
    }
    return pieces;
}

Token colorOf(SqlStyle style)
{
    switch (style) {
    case SqlStyle::Text: return Token::Text;
    case SqlStyle::Keyword: return Token::Keyword;
    case SqlStyle::String: return Token::String;
    case SqlStyle::Number: return Token::Number;
    case SqlStyle::Comment: return Token::Comment;
    case SqlStyle::Command: return Token::Accent;
    case SqlStyle::Data: return Token::Muted;
    }
    Q_UNREACHABLE();
}

} // namespace squall::ui
