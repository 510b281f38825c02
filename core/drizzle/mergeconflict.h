#pragma once

#include <QByteArray>

#include <optional>

namespace squall::drizzle {

/// What two branches had in a file that git could not merge.
struct ConflictSides
{
    QByteArray ours;
    QByteArray theirs;
    QByteArray theirName; ///< what git calls the other branch, or commit
};

/// Nothing when the text has no marks of a conflict, or these do not fit together.
std::optional<ConflictSides> conflictSides(const QByteArray &text);

} // namespace squall::drizzle
