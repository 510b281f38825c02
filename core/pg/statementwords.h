#pragma once

#include <QString>
#include <QStringView>

#include <initializer_list>
#include <vector>

namespace squall::pg {

/// A piece of a statement, as far as refusing by name has to know it.
struct StatementWord
{
    enum class Kind { Name, Literal, Symbol };

    Kind kind = Kind::Symbol;
    /// Names folded as the server folds them; empty for literals.
    QString text;
    int depth = 0;             ///< of parentheses
    bool isCall = false;       ///< a name with an opening parenthesis after it
    bool isQuoted = false;     ///< a name in quotes, hence no keyword
    bool isUnreadable = false; ///< a U&"…" name with escapes

    bool isKeyword(QStringView keyword) const { return kind == Kind::Name && !isQuoted && text == keyword; }
    bool isSymbol(QStringView symbol) const { return kind == Kind::Symbol && text == symbol; }
};

/// Takes a statement apart as the server does, leaving out comments and the empty statements in front, which
/// the extended protocol drops. `backslashes` says that plain strings know escapes
/// (standard_conforming_strings is off).
std::vector<StatementWord> statementWords(QStringView statement, bool backslashes);

/// Whether the first word is one of these.
bool startsWith(const std::vector<StatementWord> &words, std::initializer_list<const char16_t *> names);

} // namespace squall::pg
