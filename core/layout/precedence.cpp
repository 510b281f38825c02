#include "core/layout/precedence.h"

#include <algorithm>
#include <limits>

namespace squall::layout {

namespace {

constexpr std::size_t piecesBetweenQuestions = 16;

/// What is left of `open` without `span`, in `left`; false where that takes nothing away.
bool cut(const std::vector<Span> &open, const Span &span, std::vector<Span> &left)
{
    left.clear();
    bool changed = false;
    for (const auto &each : open) {
        if (span.to <= each.from || each.to <= span.from) {
            left.push_back(each);
            continue;
        }
        changed = true;
        if (each.from < span.from)
            left.push_back({each.from, span.from});
        if (span.to < each.to)
            left.push_back({span.to, each.to});
    }
    return changed;
}

} // namespace

void Precedence::find(const std::vector<Piece> &pieces, std::vector<std::vector<Neighbour>> &neighbours,
                      const std::vector<int> &order, const std::vector<int> &placeOf, double gap,
                      const Cancelled &cancelled)
{
    m_gap = gap;
    m_seen.clear();
    m_first.assign(1, 0);
    for (std::size_t place = 0; place < order.size(); ++place) {
        if (place % piecesBetweenQuestions == 0 && cancelled && cancelled()) {
            m_seen.clear();
            m_first.assign(order.size() + 1, 0);
            return;
        }
        const auto &piece = pieces[order[place]];
        auto &beside = neighbours[order[place]];
        std::sort(beside.begin(), beside.end(), [&](const Neighbour &a, const Neighbour &b) {
            return placeOf[a.piece] < placeOf[b.piece];
        });
        m_open.assign(1, {piece.span.from - gap / 2, piece.span.to + gap / 2});
        m_leastTo = std::numeric_limits<double>::infinity();
        auto last = std::partition_point(beside.begin(), beside.end(), [&](const Neighbour &each) {
            return placeOf[each.piece] < static_cast<int>(place);
        });
        while (last != beside.begin())
            look(pieces, (--last)->piece);
        m_first.push_back(m_seen.size());
    }
}

void Precedence::look(const std::vector<Piece> &pieces, int other)
{
    const auto &there = pieces[other];
    const bool isOpen = cut(m_open, there.span, m_left);
    // Pieces that are no neighbours of each other keep no distance: those of one route, and those that come
    // in this order though one can only lie on the other side.
    const auto isOfItsRoute = [&](int seen) { return pieces[seen].course == there.course; };
    if (!isOpen && m_leastTo + m_gap >= there.room.from &&
        std::none_of(m_seen.begin() + static_cast<std::ptrdiff_t>(m_first.back()), m_seen.end(),
                     isOfItsRoute))
        return;
    m_seen.push_back(other);
    m_leastTo = std::min(m_leastTo, there.room.to);
    m_open.swap(m_left);
}

} // namespace squall::layout
