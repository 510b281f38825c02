#pragma once

#include <QtGlobal>

#include <random>
#include <vector>

namespace squall::test::generator {

/// Choices that are the same on every machine: the standard's distributions are not.
class Random
{
public:
    explicit Random(quint32 seed)
        : m_engine(seed)
    {
    }
    int below(int limit) { return static_cast<int>(m_engine() % static_cast<quint32>(limit)); }
    int between(int low, int high) { return low + below(high - low + 1); }
    bool chance(int percent) { return below(100) < percent; }

    template<typename T>
    const T &pick(const std::vector<T> &list)
    {
        return list[static_cast<size_t>(below(static_cast<int>(list.size())))];
    }
    template<typename T>
    std::vector<T> some(std::vector<T> list, int count)
    {
        for (size_t i = list.size(); i > 1; --i)
            std::swap(list[i - 1], list[static_cast<size_t>(below(static_cast<int>(i)))]);
        list.resize(std::min(list.size(), static_cast<size_t>(count)));
        return list;
    }

private:
    std::mt19937 m_engine;
};

} // namespace squall::test::generator
