#pragma once

#include "core/sql/format.h"
#include "core/sql/token.h"

#include <optional>
#include <vector>

namespace squall::sql {

/// A comment, which stays where it stood: on a line of its own, or behind something on the same line.
struct Note
{
    QString text = {};
    bool toLineEnd = false; ///< `--`
    bool ownLine = false;
};

/// A token of a statement with the comments that belong to it.
struct Atom
{
    QString text = {};
    QString word = {}; ///< of a word: in lower case
    Token::Type type = Token::Type::Word;
    bool spaced = false;           ///< blanks or comments stood before it
    bool ownLine = false;          ///< a string that continues the one before it on a new line
    std::vector<Note> before = {}; ///< the first one stands on its own line
    std::vector<Note> after = {};  ///< on the same line

    bool is(QStringView what) const { return (word.isEmpty() ? text : word) == what; }
    /// Cannot stand in the middle of a line.
    bool breaks() const;
};

/// Nothing when the statement should be left alone: it holds what is no SQL.
std::optional<std::vector<Atom>> atomsOf(QStringView statement, const FormatOptions &options);

/// Whether a blank belongs between the two, the one behind being `index`.
bool spaceBefore(const std::vector<Atom> &atoms, size_t index);

} // namespace squall::sql
