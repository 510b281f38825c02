#include "core/layout/pathsearch.h"

#include <cmath>

namespace squall::layout {

namespace {

/// What is as bad as so many units of length.
constexpr double bendCost = 40;
constexpr double crossingCost = 60;
/// Of each route that runs the same way already, as a share of the length.
constexpr double crowdCost = 0.03;
/// The same where there is no room for one more, of which the first few need not be asked.
constexpr double overfullCost = 1.5;
constexpr int alwaysRoomFor = 2;
/// What a way costs on which others of the bundle run already, as a share of its length.
constexpr double sharedCost = 0.5;

bool isUpright(int direction)
{
    return direction == Crossroads::Up || direction == Crossroads::Down;
}

bool isUpright(Side side)
{
    return side == Side::Top || side == Side::Bottom;
}

} // namespace

PathSearch::PathSearch(LaneGraph &graph, double haste, bool heedsOthers)
    : m_graph(graph)
    , m_crossroads(graph.crossroads())
    , m_haste(haste)
    , m_heedsOthers(heedsOthers)
    , m_states(2 * m_crossroads.size())
{
}

double PathSearch::estimate(const Crossroads &here, bool upright, const std::vector<Gate> &to) const
{
    double least = -1;
    for (const auto &gate : to) {
        const auto &there = m_crossroads[gate.crossroads];
        const double dx = std::abs(there.x - here.x);
        const double dy = std::abs(there.y - here.y);
        double cost = dx + dy;
        // It has to arrive in the gate's direction.
        if (isUpright(gate.side) != upright)
            cost += bendCost;
        else if ((upright ? dx : dy) > 0)
            cost += 2 * bendCost;
        if (least < 0 || cost < least)
            least = cost;
    }
    return least;
}

double PathSearch::stepCost(int from, int to, int direction)
{
    const auto &here = m_crossroads[from];
    const auto &there = m_crossroads[to];
    const bool upright = isUpright(direction);
    const double length = upright ? std::abs(there.y - here.y) : std::abs(there.x - here.x);
    if (!m_heedsOthers)
        return length;
    const int leading = direction == Crossroads::Left || direction == Crossroads::Up ? to : from;
    if (m_bundle >= 0 && m_runs.contains(keyOf(m_bundle, leading, upright)))
        return length * sharedCost;
    const int load = m_crossroads[leading].load[upright];
    double factor = 1 + crowdCost * load;
    if (load >= alwaysRoomFor && load >= m_graph.capacity(leading, upright))
        factor += overfullCost;
    return length * factor;
}

/// What comes onto a lane from one side and leaves it to the other crosses all that stay on it.
double PathSearch::turnCost(const State &state, int here, int direction) const
{
    if (!m_heedsOthers || state.came != direction)
        return bendCost;
    const bool upright = !isUpright(direction);
    return bendCost + crossingCost * std::min(m_crossroads[state.joined].passing[upright],
                                              m_crossroads[here].passing[upright]);
}

void PathSearch::offer(int state, const State &reached, const std::vector<Gate> &to)
{
    auto &known = m_states[state];
    if (known.round == m_round && (known.done || known.cost <= reached.cost))
        return;
    known = reached;
    known.round = m_round;
    m_open.push_back({known.cost + m_haste * estimate(m_crossroads[state / 2], state % 2 != 0, to), state});
    std::push_heap(m_open.begin(), m_open.end());
}

/// The direction of the step that led to a state; -1 at the start.
int PathSearch::cameFrom(int state) const
{
    const int before = m_states[state].before;
    if (before < 0)
        return -1;
    const auto &next = m_crossroads[before / 2].next;
    return static_cast<int>(std::find(next.begin(), next.end(), state / 2) - next.begin());
}

/// Through traffic keeps off the lanes that serve one doorway.
bool PathSearch::mayTurn(const Crossroads &here, bool upright, const std::vector<Gate> &to) const
{
    if (!here.isDoorway[upright])
        return true;
    return std::any_of(to.begin(), to.end(), [&](const Gate &gate) {
        const auto &there = m_crossroads[gate.crossroads];
        return std::abs(upright ? there.x - here.x : there.y - here.y) < 0.01;
    });
}

void PathSearch::expand(int state, const std::vector<Gate> &to)
{
    const int here = state / 2;
    const bool upright = state % 2 != 0;
    const auto reached = m_states[state];
    const int arrived = cameFrom(state);
    for (int direction = 0; direction < 4; ++direction) {
        const int next = m_crossroads[here].next[direction];
        if (next < 0 || (reached.before >= 0 && next == reached.before / 2))
            continue;
        if (isUpright(direction) != upright && !mayTurn(m_crossroads[here], isUpright(direction), to))
            continue;
        State step{reached.cost + stepCost(here, next, direction), state, reached.joined, reached.came};
        if (isUpright(direction) != upright) {
            step.cost += turnCost(reached, here, direction);
            step.joined = here;
            step.came = arrived;
        } else {
            step.cost += m_heedsOthers ? crossingCost * m_crossroads[here].passing[!upright] : 0;
        }
        offer(2 * next + (isUpright(direction) ? 1 : 0), step, to);
    }
}

Way PathSearch::wayTo(int state, const Gate &target, const std::vector<Gate> &from) const
{
    Way way;
    way.bundle = m_bundle;
    way.enters = target.side;
    for (; state >= 0; state = m_states[state].before)
        way.crossroads.push_back(state / 2);
    std::reverse(way.crossroads.begin(), way.crossroads.end());
    for (const auto &gate : from) {
        if (gate.crossroads == way.crossroads.front())
            way.leaves = gate.side;
    }
    return way;
}

std::optional<Way> PathSearch::find(const std::vector<Gate> &from, const std::vector<Gate> &to, int bundle)
{
    m_bundle = bundle;
    ++m_round;
    m_open.clear();
    if (to.empty())
        return {};
    for (const auto &gate : from)
        offer(2 * gate.crossroads + (isUpright(gate.side) ? 1 : 0), State{}, to);
    while (!m_open.empty()) {
        std::pop_heap(m_open.begin(), m_open.end());
        const int state = m_open.back().state;
        m_open.pop_back();
        if (m_states[state].done)
            continue;
        m_states[state].done = true;
        for (const auto &gate : to) {
            if (gate.crossroads == state / 2 && isUpright(gate.side) == (state % 2 != 0) &&
                m_states[state].before >= 0)
                return wayTo(state, gate, from);
        }
        expand(state, to);
    }
    return {};
}

/// What many of one bundle use counts once.
int PathSearch::change(std::unordered_map<Key, int> &uses, Key key, int bundle, int by)
{
    if (bundle < 0)
        return by;
    auto &use = uses[key];
    const bool was = use > 0;
    use += by;
    const bool is = use > 0;
    if (!is)
        uses.erase(key);
    return int(is) - int(was);
}

void PathSearch::count(const Way &way, int by)
{
    int arrived = -1;
    for (std::size_t i = 0; i + 1 < way.crossroads.size(); ++i) {
        const int number = way.crossroads[i];
        const int next = way.crossroads[i + 1];
        auto &here = m_crossroads[number];
        int direction = 0;
        while (here.next[direction] != next)
            ++direction;
        const bool upright = isUpright(direction);
        const int leading = direction == Crossroads::Left || direction == Crossroads::Up ? next : number;
        m_crossroads[leading].load[upright] +=
            change(m_runs, keyOf(way.bundle, leading, upright), way.bundle, by);
        if (arrived == direction)
            here.passing[upright] += change(m_passes, keyOf(way.bundle, number, upright), way.bundle, by);
        arrived = direction;
    }
}

void PathSearch::occupy(const Way &way)
{
    count(way, 1);
}

void PathSearch::leave(const Way &way)
{
    count(way, -1);
}

int PathSearch::crossings(const Way &way) const
{
    int crossings = 0;
    for (std::size_t i = 1; i + 1 < way.crossroads.size(); ++i) {
        const auto &here = m_crossroads[way.crossroads[i]];
        for (const bool upright : {false, true}) {
            const int ahead = upright ? Crossroads::Down : Crossroads::Right;
            const int back = upright ? Crossroads::Up : Crossroads::Left;
            const int one = way.crossroads[i - 1];
            const int other = way.crossroads[i + 1];
            if ((here.next[ahead] == one && here.next[back] == other) ||
                (here.next[ahead] == other && here.next[back] == one))
                crossings += here.passing[!upright];
        }
    }
    return crossings;
}

} // namespace squall::layout
