#pragma once

#include <cstdint>

namespace squall::layout {

/// Numbers that are the same everywhere and every time.
class Random
{
public:
    explicit Random(std::uint64_t seed)
        : m_state(seed * 0x9E3779B97F4A7C15U + 0x2545F4914F6CDD1DU)
    {
    }

    std::uint32_t next()
    {
        m_state ^= m_state << 13U;
        m_state ^= m_state >> 7U;
        m_state ^= m_state << 17U;
        return static_cast<std::uint32_t>(m_state >> 32U);
    }
    /// From 0 to `bound` - 1.
    int below(int bound)
    {
        return static_cast<int>((std::uint64_t{next()} * static_cast<std::uint64_t>(bound)) >> 32U);
    }
    /// From 0 to 1.
    double unit() { return next() / 4294967296.0; }

private:
    std::uint64_t m_state;
};

} // namespace squall::layout
