#pragma once

namespace squall::catalog {

/// Something worth showing that is no part of the schema (sizes, estimates, versions): never a difference.
template<typename T>
struct Informative
{
    T value = {};

    const T *operator->() const { return &value; }
    T *operator->() { return &value; }
    const T &operator*() const { return value; }
    T &operator*() { return value; }

    bool operator==(const Informative &) const { return true; }
};

} // namespace squall::catalog
