#pragma once

#include <QString>

#include <span>
#include <vector>

namespace squall::edit {

/// A word or symbol of SQL as the server writes it out of its catalogs (pg_get_viewdef, pg_get_expr):
/// keywords in capitals, names quoted unless they are plain, parentheses around whatever could be misread.
struct SqlToken
{
    enum class Kind { Word, QuotedName, Literal, Symbol };

    Kind kind = Kind::Symbol;
    QString text; ///< names without their quotes

    bool isName() const { return kind == Kind::Word || kind == Kind::QuotedName; }
    bool isUpperWord() const
    {
        return kind == Kind::Word && text == text.toUpper() && text != text.toLower();
    }
    bool isKeyword(QStringView keyword) const { return kind == Kind::Word && text == keyword; }
    bool isSymbol(QStringView symbol) const { return kind == Kind::Symbol && text == symbol; }
};

using SqlTokens = std::span<const SqlToken>;

std::vector<SqlToken> deparsedTokens(const QString &definition);

/// Where a keyword or symbol stands outside of parentheses and brackets; the size when it does not.
size_t findOutside(SqlTokens tokens, QStringView word);
/// The parts between commas that stand outside of parentheses and brackets.
std::vector<SqlTokens> splitList(SqlTokens tokens);
/// Without pairs of parentheses that go around everything.
SqlTokens withoutParentheses(SqlTokens tokens);

} // namespace squall::edit
