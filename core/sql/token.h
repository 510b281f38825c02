#pragma once

#include <QStringView>

namespace squall::sql {

/// A piece of SQL text as PostgreSQL's scanner would cut it.
struct Token
{
    enum class Type : unsigned char {
        Space,
        Comment,          ///< to the end of the line (without it), or nested between `/*` and `*/`
        Word,             ///< a keyword or a plain identifier
        QuotedIdentifier, ///< `"…"` or `U&"…"`
        String, ///< with its prefix: `'…'`, `E'…'`, `B'…'`, `X'…'`, `N'…'`, `U&'…'`, `$tag$…$tag$`
        Number,
        Parameter, ///< `$1`
        Operator,  ///< built from operator characters, or `::`, `:=`, `=>`
        Punctuation,
        Other, ///< a character that means nothing in SQL, such as a backslash
    };

    Type type = Type::Space;
    qsizetype start = 0;
    qsizetype length = 0;
    bool finished = true; ///< false: the text ended before the quote or comment did

    qsizetype end() const { return start + length; }
    QStringView in(QStringView text) const { return text.mid(start, length); }
    bool isSignificant() const { return type != Type::Space && type != Type::Comment; }

    bool operator==(const Token &) const = default;
};

} // namespace squall::sql
