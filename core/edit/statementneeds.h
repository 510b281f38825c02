#pragma once

#include "core/edit/statementorder.h"

namespace squall::edit {

/// Why some statements have to run before others.
struct Need
{
    enum class Strength {
        Hard,       ///< the server would refuse otherwise
        Deferrable, ///< so it would, unless asked to look only at the end
        Soft,       ///< it might
    };

    Strength strength = Strength::Hard;
    QString constraint = {}; ///< as SQL names it
    QString table = {};      ///< for people
    bool initiallyDeferred = false;
    /// (first, then), numbers of changes.
    std::vector<std::pair<int, int>> pairs = {};
};

/// What follows from the values of unique keys and foreign keys.
std::vector<Need> needsOf(const std::vector<RowChange> &changes, const catalog::Snapshot &snapshot);

/// Whether rows of `table` are rows of `wanted`: itself or what it is a part of.
bool isPartOf(const catalog::Snapshot &snapshot, const catalog::Table &table,
              const catalog::QualifiedName &wanted);

} // namespace squall::edit
