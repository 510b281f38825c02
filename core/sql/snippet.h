#pragma once

#include <QString>

#include <vector>

namespace squall::sql {

/// A text that somebody keeps to insert it, offered by its abbreviation. In it `${1:name}` is a place to fill
/// in, with what stands there at first, `${1}` the same place once more or one without a text, and `$0` where
/// the cursor ends up. `$1` is a parameter as everywhere.
struct Snippet
{
    QString abbreviation = {};
    QString name = {}; ///< for people
    QString text = {};

    bool operator==(const Snippet &) const = default;
};

/// A place to fill in.
struct SnippetStop
{
    int number = 0; ///< 0 is the last one
    qsizetype start = 0;
    qsizetype length = 0;

    bool operator==(const SnippetStop &) const = default;
};

struct ExpandedSnippet
{
    QString text = {};
    std::vector<SnippetStop> stops = {}; ///< in the order in which they are gone through
};

/// The text with its places taken out and found; always with a last one, at the end where none is given.
ExpandedSnippet expand(QStringView snippet);

} // namespace squall::sql
