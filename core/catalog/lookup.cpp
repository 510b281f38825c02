#include "core/catalog/lookup.h"

#include <algorithm>
#include <iterator>

namespace squall::catalog {

namespace {

/// How many of its leading keys are of these columns.
std::size_t leadingKeys(const Index &index, const QStringList &columns)
{
    const auto other = std::find_if(index.keys.begin(), index.keys.end(), [&](const IndexKey &key) {
        return key.column.isEmpty() || !columns.contains(key.column);
    });
    return static_cast<std::size_t>(std::distance(index.keys.begin(), other));
}

} // namespace

Lookup lookupBy(const Table &table, const QStringList &columns)
{
    Lookup lookup;
    for (const auto &index : table.indexes) {
        const bool comparesEqual =
            index.method == QLatin1String("btree") || index.method == QLatin1String("hash");
        if (!index.valid || !index.predicate.isEmpty() || !comparesEqual)
            continue;
        const auto leading = leadingKeys(index, columns);
        lookup.indexed |= leading >= static_cast<std::size_t>(columns.size());
        lookup.unique |= index.unique && leading == index.keys.size();
    }
    return lookup;
}

} // namespace squall::catalog
