#pragma once

#include "core/sql/token.h"

#include <QStringView>

#include <vector>

namespace squall::sql {

/// Cuts SQL into tokens that cover it without a gap. Never fails: what is unfinished goes to the end of the
/// text, what has no meaning is a token of its own. Strings are read as under standard_conforming_strings.
std::vector<Token> tokenize(QStringView text);

/// The same, token by token, for those who meet text that is not SQL on the way.
class Tokenizer
{
public:
    explicit Tokenizer(QStringView text, qsizetype from = 0);

    bool atEnd() const { return m_at >= m_text.size(); }
    qsizetype position() const { return m_at; }
    /// Not at the end.
    Token next();

private:
    QChar peek(qsizetype ahead = 0) const;
    bool isNext(QStringView what) const { return m_text.mid(m_at, what.size()) == what; }
    Token::Type cut();
    Token::Type blockComment();
    Token::Type word();
    Token::Type string(bool escapes);
    Token::Type quoted(QChar mark, bool escapes, Token::Type type);
    Token::Type dollar();
    Token::Type number();
    Token::Type symbol();
    Token::Type anOperator();
    void noteContinuation(const Token &token);

    /// A string goes on in its own kind where another follows on a later line.
    enum class Continuation : unsigned char { None, SameLine, LaterLine };

    QStringView m_text;
    qsizetype m_at = 0;
    bool m_finished = true;
    bool m_escapes = false; ///< of the string that was cut last
    Continuation m_continuation = Continuation::None;
};

} // namespace squall::sql
