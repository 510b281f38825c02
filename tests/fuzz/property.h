#pragma once

#include <QString>

#include <cstdio>
#include <cstdlib>

namespace squall::fuzz {

/// Ends the program, which is a finding, when something that must hold does not.
inline void hold(bool property, const char *what, const QString &text)
{
    if (property)
        return;
    std::fprintf(stderr, "%s\n%s\n", what, qUtf8Printable(text));
    std::abort();
}

} // namespace squall::fuzz
