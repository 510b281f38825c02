#pragma once

#include "core/sql/token.h"

#include <QString>

#include <initializer_list>
#include <optional>
#include <vector>

namespace squall::sql {

/// A token that means something, with its word folded as the server folds it.
struct Piece
{
    Token token;
    /// Keywords and names in small letters, quoted names as they stand between the quotes, signs as written;
    /// nothing for values.
    QString word;
    size_t end = 0; ///< of an opening bracket: where its contents end
    bool closed = false;
};

/// One statement as pieces, with its brackets matched as well as unfinished text allows: a call that nobody
/// has closed yet ends where a clause begins that cannot be part of it. What is being written at the cursor
/// is left out, so the rest reads as if it were not there yet.
class Outline
{
public:
    /// `cursor` is in characters of `text`; negative: nothing is being written.
    Outline(QStringView text, const std::vector<Token> &tokens, qsizetype cursor);

    size_t size() const { return m_pieces.size(); }
    /// How many pieces stand before the cursor.
    size_t cursor() const { return m_cursor; }
    const std::optional<Token> &written() const { return m_written; }
    QStringView source() const { return m_text; }
    const Piece &at(size_t index) const { return m_pieces[index]; }

    /// Whether a keyword or a sign stands there; false past the end.
    bool is(size_t index, QStringView word) const;
    bool isAny(size_t index, std::initializer_list<QStringView> words) const;
    /// Whether the piece before `index` is that keyword or sign.
    bool follows(size_t index, QStringView word) const { return index > 0 && is(index - 1, word); }
    bool isAnyBefore(size_t index, std::initializer_list<QStringView> words) const;
    /// Whether it can name something: a quoted name, or a word that is not reserved.
    bool isName(size_t index) const;
    bool isWord(size_t index) const;
    bool isOpening(size_t index) const { return is(index, u"(") || is(index, u"["); }
    /// Whether a bracket opens there that holds a query.
    bool opensQuery(size_t index) const;

    /// The place after the piece, or after the whole bracket it opens.
    size_t after(size_t index) const;

    /// The innermost bracket around a cursor before piece `place`, counted from 1; 0: none.
    size_t level(size_t place) const;

    QStringView text(size_t first, size_t last) const;

private:
    void add(const Token &token);
    void close(size_t index);
    bool endsCall(size_t index) const;
    void matchBrackets();

    QStringView m_text;
    std::vector<Piece> m_pieces;
    size_t m_cursor = 0;
    std::optional<Token> m_written;
    std::vector<size_t> m_open; ///< while brackets are matched
};

/// Whether a word in small letters cannot name a table or a column without quotes.
bool needsQuotes(const QString &word);

/// The name that a word or a quoted identifier stands for.
QString foldedName(const Token &token, QStringView text);

} // namespace squall::sql
