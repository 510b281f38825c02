#pragma once

#include "core/sql/span.h"
#include "core/sql/token.h"
#include "ui/theme/tokens.h"

#include <vector>

namespace squall::ui {

/// How a piece of a script looks.
enum class SqlStyle : unsigned char {
    Text,
    Keyword,
    String,
    Number,
    Comment,
    Command, ///< psql's
    Data,    ///< rows of a COPY
};

constexpr int sqlStyles = 7;

struct StyledToken
{
    sql::Token token;
    SqlStyle style = SqlStyle::Text;
};

/// Cuts a script into pieces of one look each, without a gap. `data`: where rows of a COPY stand, which are
/// no SQL, as the splitter has found them.
std::vector<StyledToken> styledTokens(QStringView script, const std::vector<sql::Span> &data = {});

Token colorOf(SqlStyle style);

} // namespace squall::ui
