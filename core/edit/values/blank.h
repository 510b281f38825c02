#pragma once

namespace squall::edit {

/// The blanks that PostgreSQL's own literals are read and quoted by.
constexpr bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

} // namespace squall::edit
