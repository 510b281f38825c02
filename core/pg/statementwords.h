#pragma once

#include <QString>
#include <QStringView>

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
    bool isUnreadable = false; ///< a U&"…" name with escapes
};

/// Takes a statement apart, leaving out comments. `backslashes` says that plain strings know escapes
/// (standard_conforming_strings is off).
std::vector<StatementWord> statementWords(QStringView statement, bool backslashes);

} // namespace squall::pg
