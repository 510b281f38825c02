#include "core/layout/nudging.h"

#include "core/layout/piece.h"
#include "core/layout/precedence.h"
#include "core/layout/trunks.h"

#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <tuple>

namespace squall::layout {

namespace {

/// How much care is taken: how often all are moved, and how often each looks for a better place among the
/// others.
struct Care
{
    int passes;
    int siftings;
};

Care careFor(std::size_t routes)
{
    constexpr std::size_t many = 3000;
    return routes <= many ? Care{5, 4} : Care{3, 1};
}

constexpr int untanglings = 12;
constexpr int shrinkings = 12;
constexpr double shrink = 0.7;
constexpr int piecesBetweenQuestions = 16;
/// Differences that come of counting with fractions.
constexpr double slackness = 1e-6;
/// Of the gap between lines: less than this is not given up for fewer crossings.
constexpr double leastShare = 0.05;
/// What no number of crossings outweighs.
constexpr int never = 1'000'000;

/// Pieces of one direction, which of them run beside each other, and the order in which they shall lie.
class Sorting
{
public:
    Sorting(const std::vector<Course> &courses, std::vector<Piece> pieces, double gap,
            const Cancelled &cancelled);

    void sort(int siftings);
    void spread();
    void apply(std::vector<Course> &courses) const;

private:
    bool isCancelled(int piece) const;
    void findNeighbours(const std::vector<Course> &courses);
    int costBefore(const std::vector<Course> &courses, const Piece &a, const Piece &b) const;
    bool sift(int piece);
    void move(int from, int to);
    void untangle();
    bool isBefore(int a, int b) const;
    void settleOrder() { m_precedence.find(m_pieces, m_neighbours, m_order, m_place, m_gap, m_cancelled); }
    bool placeFrom(const std::vector<double> &gaps);

    std::vector<Piece> m_pieces;
    std::vector<std::vector<Neighbour>> m_neighbours;
    std::vector<int> m_order;
    std::vector<int> m_place; ///< of each piece in m_order
    Precedence m_precedence;  ///< in m_order, once that is settled
    /// Between which coordinates each can lie in this order.
    std::vector<double> m_lowest;
    std::vector<double> m_highest;
    std::vector<double> m_limits;
    double m_gap;
    const Cancelled &m_cancelled;
};

Sorting::Sorting(const std::vector<Course> &courses, std::vector<Piece> pieces, double gap,
                 const Cancelled &cancelled)
    : m_pieces(std::move(pieces))
    , m_neighbours(m_pieces.size())
    , m_order(m_pieces.size())
    , m_place(m_pieces.size())
    , m_lowest(m_pieces.size())
    , m_highest(m_pieces.size())
    , m_gap(gap)
    , m_cancelled(cancelled)
{
    std::iota(m_order.begin(), m_order.end(), 0);
    std::sort(m_order.begin(), m_order.end(), [this](int a, int b) { return isBefore(a, b); });
    for (std::size_t i = 0; i < m_order.size(); ++i)
        m_place[m_order[i]] = static_cast<int>(i);
    findNeighbours(courses);
}

int Sorting::costBefore(const std::vector<Course> &courses, const Piece &a, const Piece &b) const
{
    if (a.room.from > b.room.to || (a.isFixed() && b.isFixed() && a.at > b.at))
        return never;
    if (b.room.from > a.room.to || (a.isFixed() && b.isFixed() && a.at < b.at))
        return -never;
    return crossingsBefore(courses, a, b);
}

bool Sorting::isCancelled(int piece) const
{
    return piece % piecesBetweenQuestions == 0 && m_cancelled && m_cancelled();
}

void Sorting::findNeighbours(const std::vector<Course> &courses)
{
    std::vector<int> byRoom(m_pieces.size());
    std::iota(byRoom.begin(), byRoom.end(), 0);
    std::sort(byRoom.begin(), byRoom.end(), [this](int a, int b) {
        return std::tie(m_pieces[a].room.from, a) < std::tie(m_pieces[b].room.from, b);
    });
    std::vector<int> active;
    for (const int i : byRoom) {
        if (isCancelled(i))
            return;
        const auto &piece = m_pieces[i];
        std::erase_if(active, [&](int j) { return m_pieces[j].room.to + m_gap < piece.room.from; });
        for (const int j : active) {
            const auto &other = m_pieces[j];
            const bool beside =
                other.span.from < piece.span.to + m_gap / 2 && piece.span.from < other.span.to + m_gap / 2;
            const bool settled = courses[piece.course].isFixed && courses[other.course].isFixed;
            if (!beside || settled ||
                (piece.course == other.course && std::abs(piece.index - other.index) <= 2))
                continue;
            const int cost = costBefore(courses, piece, other);
            m_neighbours[i].push_back({j, cost});
            m_neighbours[j].push_back({i, -cost});
        }
        active.push_back(i);
    }
}

void Sorting::move(int from, int to)
{
    if (from < to)
        std::rotate(m_order.begin() + from, m_order.begin() + from + 1, m_order.begin() + to + 1);
    else
        std::rotate(m_order.begin() + to, m_order.begin() + from, m_order.begin() + from + 1);
    for (int i = std::min(from, to); i <= std::max(from, to); ++i)
        m_place[m_order[i]] = i;
}

/// Moves one piece to where it crosses least, of the places in the order at which its room lets it lie.
bool Sorting::sift(int piece)
{
    auto &neighbours = m_neighbours[piece];
    std::sort(neighbours.begin(), neighbours.end(),
              [this](const Neighbour &a, const Neighbour &b) { return m_place[a.piece] < m_place[b.piece]; });
    const int count = static_cast<int>(neighbours.size());
    m_limits.assign(count + 1, m_pieces[piece].room.to);
    for (int slot = count - 1; slot >= 0; --slot)
        m_limits[slot] = std::min(m_limits[slot + 1], m_highest[neighbours[slot].piece] - leastShare * m_gap);
    int here = 0;
    while (here < count && m_place[neighbours[here].piece] < m_place[piece])
        ++here;
    double floor = m_pieces[piece].room.from;
    std::int64_t cost = 0;
    for (int slot = 0; slot < here; ++slot)
        cost += neighbours[slot].before;
    // What does not fit comes first, then crossings, relative to where it lies.
    std::pair<double, std::int64_t> best(std::numeric_limits<double>::infinity(), 0);
    int target = here;
    for (int slot = 0; slot <= count; ++slot) {
        const std::pair found(std::max(0.0, floor - m_limits[slot] - slackness), cost);
        if (found < best || (found == best && slot == here)) {
            best = found;
            target = slot;
        }
        if (slot < count) {
            cost -= neighbours[slot].before;
            floor = std::max(floor, m_lowest[neighbours[slot].piece] + leastShare * m_gap);
        }
    }
    if (target == here)
        return false;
    move(m_place[piece], m_place[neighbours[target > here ? target - 1 : target].piece]);
    return true;
}

/// The order in which all lie before they are moved.
bool Sorting::isBefore(int a, int b) const
{
    return std::tie(m_pieces[a].at, m_pieces[a].span.from, a) <
           std::tie(m_pieces[b].at, m_pieces[b].span.from, b);
}

void Sorting::sort(int siftings)
{
    for (int pass = 0; pass < siftings; ++pass) {
        bool changed = false;
        settleOrder();
        placeFrom(std::vector<double>(m_pieces.size(), leastShare * m_gap));
        for (int i = 0; i < static_cast<int>(m_pieces.size()); ++i) {
            if (isCancelled(i))
                return;
            if (!m_pieces[i].isFixed() && !m_neighbours[i].empty() && sift(i))
                changed = true;
        }
        if (!changed)
            break;
    }
    settleOrder();
    untangle();
}

/// An order may ask for more than the rooms of its pieces allow, where these are not the same. The pieces
/// concerned then keep the order in which they lie, which is always possible: that of all, if need be.
void Sorting::untangle()
{
    const std::vector<double> noGaps(m_pieces.size(), 0);
    std::vector<bool> concerned(m_pieces.size());
    for (int i = 0; i < untanglings && !isCancelled(0) && !placeFrom(noGaps); ++i) {
        std::vector<int> places;
        std::vector<int> pieces;
        for (std::size_t place = 0; place < m_order.size(); ++place) {
            const int piece = m_order[place];
            if (m_lowest[piece] > m_highest[piece] + slackness || i + 1 == untanglings)
                concerned[piece] = true;
            if (concerned[piece]) {
                places.push_back(static_cast<int>(place));
                pieces.push_back(piece);
            }
        }
        std::sort(pieces.begin(), pieces.end(), [this](int a, int b) { return isBefore(a, b); });
        for (std::size_t j = 0; j < pieces.size(); ++j) {
            m_order[places[j]] = pieces[j];
            m_place[pieces[j]] = places[j];
        }
        settleOrder();
    }
}

/// The lowest and the highest places that leave room for all others; false where they contradict each other.
bool Sorting::placeFrom(const std::vector<double> &gaps)
{
    const auto gapBetween = [&](int a, int b) {
        return m_pieces[a].isFixed() && m_pieces[b].isFixed() ? -std::numeric_limits<double>::infinity()
                                                              : std::min(gaps[a], gaps[b]);
    };
    for (std::size_t place = 0; place < m_order.size(); ++place) {
        const int i = m_order[place];
        m_highest[i] = m_pieces[i].room.to;
        m_lowest[i] = m_pieces[i].room.from;
        for (const int before : m_precedence.at(place))
            m_lowest[i] = std::max(m_lowest[i], m_lowest[before] + gapBetween(before, i));
    }
    bool fits = true;
    for (std::size_t place = m_order.size(); place > 0; --place) {
        const int i = m_order[place - 1];
        for (const int before : m_precedence.at(place - 1))
            m_highest[before] = std::min(m_highest[before], m_highest[i] - gapBetween(before, i));
        fits = fits && m_lowest[i] <= m_highest[i] + slackness;
    }
    return fits;
}

void Sorting::spread()
{
    std::vector<double> gaps(m_pieces.size(), m_gap);
    for (int i = 0; i < shrinkings && !isCancelled(0) && !placeFrom(gaps); ++i) {
        for (std::size_t piece = 0; piece < m_pieces.size(); ++piece) {
            if (m_lowest[piece] > m_highest[piece] + slackness)
                gaps[piece] *= shrink;
        }
    }
    for (std::size_t i = 0; i < m_pieces.size(); ++i) {
        auto &piece = m_pieces[i];
        if (!piece.isFixed())
            piece.at = std::clamp((m_lowest[i] + m_highest[i]) / 2, piece.room.from, piece.room.to);
    }
}

void Sorting::apply(std::vector<Course> &courses) const
{
    for (const auto &piece : m_pieces) {
        courses[piece.course].at[piece.index] = piece.at;
        for (const auto &[course, index] : piece.others)
            courses[course].at[index] = piece.at;
    }
}

/// Without those that stay as they are and lie beside none that can be moved.
std::vector<Piece> concerned(const std::vector<Course> &courses, std::vector<Piece> pieces, double gap)
{
    std::vector<Piece> movable;
    for (const auto &piece : pieces) {
        if (!courses[piece.course].isFixed)
            movable.push_back(piece);
    }
    if (movable.size() == pieces.size())
        return pieces;
    const auto isNear = [gap](const Span &a, const Span &b) {
        return a.from < b.to + gap && b.from < a.to + gap;
    };
    std::erase_if(pieces, [&](const Piece &piece) {
        return courses[piece.course].isFixed &&
               std::none_of(movable.begin(), movable.end(), [&](const Piece &other) {
                   return isNear(piece.room, other.room) && isNear(piece.span, other.span);
               });
    });
    return pieces;
}

} // namespace

void nudge(std::vector<Course> &courses, const Surroundings &around, const Options &options,
           const Cancelled &cancelled)
{
    const auto [passes, siftings] = careFor(courses.size());
    bool upright = true;
    for (int pass = 0; pass < passes && !(cancelled && cancelled()); ++pass, upright = !upright) {
        auto pieces = piecesOf(courses, upright, upright ? around.upright : around.level, options, cancelled);
        pieces = withTrunks(concerned(courses, std::move(pieces), options.lineGap), courses);
        Sorting sorting(courses, std::move(pieces), options.lineGap, cancelled);
        sorting.sort(siftings);
        sorting.spread();
        sorting.apply(courses);
    }
}

} // namespace squall::layout
