#pragma once

#include "core/layout/piece.h"

#include <span>
#include <vector>

namespace squall::layout {

/// A piece that runs beside another one.
struct Neighbour
{
    int piece;
    /// More crossings when this piece comes before the neighbour than the other way round.
    int before;
};

/// Which of its neighbours each piece sees before it, in one order of all pieces. What lies behind these need
/// not be asked: they keep their distance to it, and the piece keeps its own to them. Where many lines run
/// side by side that leaves a few of hundreds.
class Precedence
{
public:
    /// Sorts the neighbours of each piece by their places in the order. Once it is cancelled no piece sees
    /// another.
    void find(const std::vector<Piece> &pieces, std::vector<std::vector<Neighbour>> &neighbours,
              const std::vector<int> &order, const std::vector<int> &placeOf, double gap,
              const Cancelled &cancelled);

    /// Pieces before the one at this place.
    std::span<const int> at(std::size_t place) const
    {
        return {m_seen.data() + m_first[place], m_first[place + 1] - m_first[place]};
    }

private:
    void look(const std::vector<Piece> &pieces, int other);

    std::vector<int> m_seen;
    std::vector<std::size_t> m_first; ///< by place
    /// Of the piece that is looked from: what nothing covers yet, and the least that what it sees can move
    /// to.
    std::vector<Span> m_open;
    std::vector<Span> m_left;
    double m_leastTo = 0;
    double m_gap = 0;
};

} // namespace squall::layout
