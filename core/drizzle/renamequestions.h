#pragma once

#include "core/base/result.h"
#include "core/diff/renames.h"
#include "core/drizzle/snapshot.h"

#include <functional>
#include <optional>
#include <vector>

namespace squall::drizzle {

/// Something that only one of two snapshots has.
struct RenameItem
{
    ObjectId id;   ///< as its own snapshot calls it
    QString shown; ///< as the question calls it: without `public`, and but for views in the renamed schema

    bool operator==(const RenameItem &) const = default;
};

/// Whether what is new was one of those that are gone.
struct RenameQuestion
{
    enum class About { Schema, Enum, Sequence, Role, Table, Column, TablePolicy, LinkedPolicy, View };

    About about = About::Table;
    RenameItem created;
    std::vector<RenameItem> candidates; ///< one at least

    bool operator==(const RenameQuestion &) const = default;
};

/// Which of the candidates it was; nothing: it is new.
using RenameAnswer = std::optional<std::size_t>;
/// An error ends the asking.
using AskRename = std::function<Result<RenameAnswer>(const RenameQuestion &)>;

/// Asks what drizzle-kit asks, in its order: schemas, enums, sequences, roles, tables, the columns of each
/// table, the policies of each table, policies on tables elsewhere, views. Each created object is asked about
/// once, as long as there is a deleted one that it could be. Columns and policies are compared in tables that
/// were renamed or moved, too; what is in a renamed schema goes with it.
Result<diff::Renames> askRenames(const Snapshot &from, const Snapshot &to, const AskRename &ask);

} // namespace squall::drizzle
