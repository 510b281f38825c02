#include "core/edit/deparsed.h"

namespace squall::edit {

using namespace Qt::StringLiterals;

namespace {

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'$' || c.isSurrogate();
}

/// Behind the closing quote, where doubled ones count as text. E'…' knows backslashes.
qsizetype endOfQuoted(const QString &text, qsizetype begin, QChar quote, bool escapes)
{
    for (auto i = begin + 1; i < text.size(); ++i) {
        if (escapes && text[i] == u'\\')
            ++i;
        else if (text[i] == quote && text.mid(i + 1, 1) == quote)
            ++i;
        else if (text[i] == quote)
            return i + 1;
    }
    return text.size();
}

} // namespace

std::vector<SqlToken> deparsedTokens(const QString &definition)
{
    std::vector<SqlToken> tokens;
    for (qsizetype i = 0; i < definition.size();) {
        const QChar c = definition[i];
        const bool escapes = c == u'E' && definition.mid(i + 1, 1) == u"'";
        auto end = i + 1;
        if (c.isSpace() || c == u';') {
            i = end;
            continue;
        }
        SqlToken token;
        if (c == u'"') {
            end = endOfQuoted(definition, i, c, false);
            token = {SqlToken::Kind::QuotedName,
                     definition.mid(i + 1, end - i - 2).replace(u"\"\""_s, u"\""_s)};
        } else if (c == u'\'' || escapes) {
            end = endOfQuoted(definition, escapes ? i + 1 : i, u'\'', escapes);
            token = {SqlToken::Kind::Literal, definition.mid(i, end - i)};
        } else if (isWordCharacter(c)) {
            while (end < definition.size() &&
                   (isWordCharacter(definition[end]) || (c.isDigit() && definition[end] == u'.')))
                ++end;
            token = {c.isDigit() ? SqlToken::Kind::Literal : SqlToken::Kind::Word,
                     definition.mid(i, end - i)};
        } else {
            if (c == u':' && definition.mid(end, 1) == u":")
                ++end;
            // Operators stay whole: `>=` holds no `=`.
            static const QString operators = u"+-*/<>=~!@#%^&|`?"_s;
            while (operators.contains(c) && end < definition.size() && operators.contains(definition[end]))
                ++end;
            token = {SqlToken::Kind::Symbol, definition.mid(i, end - i)};
        }
        tokens.push_back(token);
        i = end;
    }
    return tokens;
}

namespace {

/// How much deeper it is behind this token.
int deeper(const SqlToken &token)
{
    if (token.isSymbol(u"(") || token.isSymbol(u"["))
        return 1;
    return token.isSymbol(u")") || token.isSymbol(u"]") ? -1 : 0;
}

} // namespace

size_t findOutside(SqlTokens tokens, QStringView word)
{
    int depth = 0;
    for (size_t i = 0; i < tokens.size(); ++i) {
        if (depth == 0 && (tokens[i].isKeyword(word) || tokens[i].isSymbol(word)))
            return i;
        depth += deeper(tokens[i]);
    }
    return tokens.size();
}

std::vector<SqlTokens> splitList(SqlTokens tokens)
{
    std::vector<SqlTokens> parts;
    for (;;) {
        const auto comma = findOutside(tokens, u",");
        parts.push_back(tokens.first(comma));
        if (comma == tokens.size())
            return parts;
        tokens = tokens.subspan(comma + 1);
    }
}

SqlTokens withoutParentheses(SqlTokens tokens)
{
    while (tokens.size() >= 2 && tokens.front().isSymbol(u"(") && tokens.back().isSymbol(u")")) {
        int depth = 0;
        for (size_t i = 0; i + 1 < tokens.size(); ++i) {
            depth += deeper(tokens[i]);
            if (depth == 0)
                return tokens;
        }
        tokens = tokens.subspan(1, tokens.size() - 2);
    }
    return tokens;
}

} // namespace squall::edit
