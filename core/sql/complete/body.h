#pragma once

#include "core/sql/token.h"

#include <QString>

#include <vector>

namespace squall::sql {

/// The inside of a dollar-quoted string.
struct Body
{
    qsizetype start = 0; ///< in the text that the string stands in
    QStringView text;
};

Body bodyOf(const Token &string, QStringView text);

/// The same text, of the same length, with what PL/pgSQL calls PERFORM and RETURN as the SELECT that it is.
QString asQueries(QStringView body);

/// Takes away what PL/pgSQL has before a statement: BEGIN, IF … THEN, LOOP.
void dropControl(std::vector<Token> &statement, QStringView text, qsizetype cursor);

} // namespace squall::sql
