#include "core/edit/rowidentity.h"

#include <algorithm>

namespace squall::edit {

std::strong_ordering RowIdentity::operator<=>(const RowIdentity &other) const
{
    const auto compare = [](const auto &one, const auto &two) {
        const int names = QString::compare(one.first, two.first);
        const int order = names != 0 ? names : one.second.compare(two.second);
        return order <=> 0;
    };
    return std::lexicographical_compare_three_way(parts.begin(), parts.end(), other.parts.begin(),
                                                  other.parts.end(), compare);
}

} // namespace squall::edit
