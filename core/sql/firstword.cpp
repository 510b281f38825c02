#include "core/sql/firstword.h"

#include "core/sql/tokenize.h"

namespace squall::sql {

QStringView firstWord(QStringView statement)
{
    for (Tokenizer tokens(statement); !tokens.atEnd();) {
        if (const auto token = tokens.next(); token.isSignificant())
            return token.in(statement);
    }
    return {};
}

} // namespace squall::sql
