#pragma once

#include "core/catalog/snapshot.h"

#include <optional>
#include <vector>

namespace squall::models {

/// One line of what the inspector says.
struct DetailLine
{
    QString label;
    QString value = {};
    /// What the line speaks of, when it can be opened.
    std::optional<ObjectId> link = {};
    bool code = false; ///< the value is a type, an expression or SQL
    bool key = false;  ///< the label is part of the primary key
};

struct DetailSection
{
    QString title;
    std::vector<DetailLine> lines = {};
};

/// All that a Snapshot knows about one object, in reading order.
struct ObjectDetails
{
    ObjectId id = {};
    QString name = {};
    QString what = {}; ///< in words: `partitioned table`, `enum`
    QString comment = {};
    std::vector<DetailSection> sections = {};
};

/// Missing when the snapshot has no such object.
std::optional<ObjectDetails> describe(const catalog::Snapshot &snapshot, const ObjectId &id);

} // namespace squall::models
