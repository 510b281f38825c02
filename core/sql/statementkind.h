#pragma once

#include "core/sql/statement.h"

#include <vector>

namespace squall::sql {

/// A word that may say what a statement is: those outside of parentheses, and the first one inside.
struct LeadingWord
{
    QStringView text;
    int depth = 0;
    QStringView before = {};     ///< the token before it, empty at the beginning
    QStringView beforeThat = {}; ///< and the one before that

    bool is(QStringView word) const { return text.compare(word, Qt::CaseInsensitive) == 0; }
    bool follows(QStringView word) const { return before.compare(word, Qt::CaseInsensitive) == 0; }
};

/// The kind of one statement with these words, which has something in it.
Statement::Kind statementKind(const std::vector<LeadingWord> &words);

} // namespace squall::sql
