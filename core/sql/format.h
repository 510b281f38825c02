#pragma once

#include <QString>

namespace squall::sql {

struct FormatOptions
{
    enum class Case : unsigned char { Upper, Lower, Keep };

    Case keywords = Case::Upper;
    int width = 80; ///< a line is longer only when nothing in it can be broken
    int indent = 4;
};

/// Lays a script out anew. Only blanks and the case of keywords change: every token and every comment stays,
/// in its order, and formatting the result once more changes nothing. What is unfinished, what psql's
/// commands stand in, bodies after BEGIN ATOMIC and rows of a COPY stay as they are, to the letter.
QString format(QStringView script, const FormatOptions &options = {});

} // namespace squall::sql
