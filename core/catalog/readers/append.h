#pragma once

#include <utility>
#include <vector>

namespace squall::catalog {

/// push_back for the many short lists of a Snapshot: they grow by a quarter, since what doubling leaves free
/// adds up and stays for the life of the Snapshot.
template<typename T>
void append(std::vector<T> &list, T item)
{
    if (list.size() == list.capacity())
        list.reserve(list.size() + 1 + list.size() / 4);
    list.push_back(std::move(item));
}

} // namespace squall::catalog
