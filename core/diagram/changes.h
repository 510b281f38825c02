#pragma once

#include "core/diagram/diagram.h"

#include <QStringList>

#include <vector>

/// What two states of a database have not in common, as far as a diagram can show it.
namespace squall::diagram {

enum class Fate : unsigned char { Added, Removed, Altered };

/// One thing that is not as it was.
struct Change
{
    ObjectId id; ///< an entity, or a column or foreign key of one by its `part`
    Fate fate = Fate::Altered;
    QStringList how = {}; ///< what of it, as SQL would put it: `integer → bigint`, `+ index posts_author`

    bool operator==(const Change &) const = default;
};

using Changes = std::vector<Change>;

/// From `before` to `after`, sorted by what it is about. An entity of which anything has changed is altered
/// itself; of one that is added or removed, columns and foreign keys are, too. Things are the same by name,
/// foreign keys by their columns and where these lead.
Changes changesBetween(const catalog::Snapshot &before, const catalog::Snapshot &after);

/// What is in either: as it is in `after`, and what is only in `before` at about its place.
Diagram unionOf(const Diagram &before, const Diagram &after);

} // namespace squall::diagram
