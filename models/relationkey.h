#pragma once

#include "core/edit/rowidentity.h"
#include "models/relations.h"

#include <QAbstractItemModel>

#include <optional>
#include <vector>

namespace squall::models {

/// Values of a relation's columns at one end, in their order; a row with NULL in one has no partner.
using RelationKey = std::vector<QByteArray>;

// Of the loaded row `row`; nothing when a value is NULL, came cut or is not known.

/// Where it points to, or is to point to: what is staged counts.
std::optional<RelationKey> pointingKey(const QAbstractItemModel &rows, int row, const Relation &relation);

/// What others point to it with: its values as the server has them. `identity` knows those that are not
/// shown.
std::optional<RelationKey> pointedKey(const QAbstractItemModel &rows, int row, const Relation &relation,
                                      const edit::RowIdentity &identity = {});

} // namespace squall::models
