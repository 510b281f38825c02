#pragma once

#include "core/sql/psqlcommand.h"
#include "core/sql/span.h"

#include <QString>

#include <optional>
#include <vector>

namespace squall::sql {

/// A statement in a script, or one of psql's commands between them.
struct Statement
{
    /// What it does, as far as its words say; of several that are sent together, the one that does most.
    enum class Kind : unsigned char {
        Empty, ///< a semicolon or comments alone
        Read,
        Session,     ///< settings, prepared statements, cursors, LISTEN
        Transaction, ///< begins, ends, or marks a point in one
        CopyOut,     ///< COPY … TO STDOUT
        Maintenance, ///< VACUUM, ANALYZE, REINDEX and their like
        CopyIn,      ///< COPY … FROM STDIN
        Write,       ///< also what may write for all its words say, such as CALL and DO
        Ddl,
        Unknown, ///< begins with no word of SQL
        Command, ///< psql's, see `command`
    };
    enum class End : unsigned char {
        Semicolon,
        Command,  ///< one of psql's that sends what stands before it, such as `\gx`
        Discard,  ///< `\r`: psql forgets it
        CopyData, ///< cut off by the rows of a COPY that begins on the same line
        Text,     ///< the text ends
    };

    Kind kind = Kind::Empty;
    End end = End::Text;
    /// From its first word or the comment in slashes before it, to its semicolon.
    Span span = {};
    /// What inside `span` is not sent: psql's commands, and the backslash of `\;`.
    std::vector<Span> gaps = {};
    /// Every quote, parenthesis and BEGIN ATOMIC is closed.
    bool complete = true;
    bool several = false; ///< parted by `\;`, sent as one
    /// The rows after a COPY FROM STDIN, without the line `\.` that ends them.
    std::optional<Span> data = {};
    bool dataEnds = true; ///< false: that line is missing
    std::optional<PsqlCommand> command = {};

    /// What is sent.
    QString text(QStringView script) const;

    bool operator==(const Statement &) const = default;
};

} // namespace squall::sql
