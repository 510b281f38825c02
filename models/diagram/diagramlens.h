#pragma once

#include "core/catalog/snapshot.h"
#include "models/diagram/indexusage.h"

#include <QSet>

#include <memory>

namespace squall::models {

/// What a diagram says of its tables besides what they are.
enum class DiagramOverlayKind : unsigned char {
    None,
    Rows,
    Size,
    MissingIndexes, ///< on foreign keys
    UnusedIndexes,
    Cycles,
    Changes,
};

/// How a diagram is looked at. Nothing of it is kept.
struct DiagramLens
{
    static constexpr int mostHops = 5;

    DiagramOverlayKind overlay = DiagramOverlayKind::None;
    IndexUsagePtr usage = {};         ///< for UnusedIndexes; null while it is read
    catalog::SnapshotPtr before = {}; ///< for Changes: what is compared with
    QSet<ObjectId> around = {};       ///< only these tables and their neighbours; all when empty
    int hops = 1;

    /// What it shows lies elsewhere, or is more, than what is kept.
    bool isApart() const { return before || !around.isEmpty(); }

    bool operator==(const DiagramLens &) const = default;
};

} // namespace squall::models
