#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace squall::evaluate {

/// A piece of a script, as far as modules and types have to be told from the rest.
struct Token
{
    enum class Kind : unsigned char {
        Name, ///< a keyword too
        Number,
        String,
        Template, ///< up to `${` or the closing sign, and what follows the `}`
        Sign,
        End,
    };

    Kind kind = Kind::End;
    qsizetype begin = 0;
    qsizetype end = 0;
    bool afterLineBreak = false;
    int partner = -1;     ///< of a bracket, and of a template's piece that opens or closes: the other one
    int outer = -1;       ///< the bracket that it stands in
    bool isBlock = false; ///< of `{`: statements, no object
};

/// Nothing when the text has what only a whole parser can tell apart: regular expressions, decorators,
/// brackets that do not match. The last token is the end.
std::optional<std::vector<Token>> scriptTokens(QStringView text);

} // namespace squall::evaluate
