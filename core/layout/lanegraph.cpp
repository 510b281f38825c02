#include "core/layout/lanegraph.h"

#include <tuple>

namespace squall::layout {

namespace {

constexpr std::size_t lanesBetweenQuestions = 256;

auto keyOf(const End &end)
{
    return std::tuple(end.box, end.port);
}

std::vector<End> endsOf(const Graph &graph, const std::vector<int> &edges)
{
    std::vector<End> ends;
    ends.reserve(2 * edges.size());
    for (const int edge : edges) {
        ends.push_back(graph.edges[edge].from);
        ends.push_back(graph.edges[edge].to);
    }
    std::sort(ends.begin(), ends.end(), [](const End &a, const End &b) { return keyOf(a) < keyOf(b); });
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    return ends;
}

std::vector<int> boxesIn(const Rect &window, const std::vector<Rect> &rects)
{
    std::vector<int> boxes;
    for (std::size_t i = 0; i < rects.size(); ++i) {
        if (rects[i].touches(window))
            boxes.push_back(static_cast<int>(i));
    }
    return boxes;
}

} // namespace

double heightOf(const Box &box, const End &end)
{
    const double height = box.size.height();
    return end.port == End::anywhere ? height / 2 : std::clamp<double>(box.ports[end.port], 0, height);
}

LaneGraph::LaneGraph(const Graph &graph, const Surroundings &around, const std::vector<int> &edges,
                     const Rect &window, const Options &options, const Cancelled &cancelled)
    : m_around(around)
    , m_lineGap(options.lineGap)
{
    const auto &rects = around.upright.rects();
    const auto ends = endsOf(graph, edges);
    std::vector<Doorway> sides;
    std::vector<Doorway> tops;
    for (const auto &end : ends) {
        const auto &rect = rects[end.box];
        sides.push_back({end.box, rect.top + heightOf(graph.boxes[end.box], end)});
        if (end.port == End::anywhere)
            tops.push_back({end.box, (rect.left + rect.right) / 2});
    }
    const auto boxes = boxesIn(window, rects);
    cross(lanesAlong(around.upright, boxes, tops, window, options.columnGap / 2, cancelled),
          lanesAlong(around.level, boxes, sides, window.transposed(), options.rowGap / 2, cancelled),
          cancelled);
    findGates(graph, rects, ends);
}

int LaneGraph::add(double x, double y)
{
    m_crossroads.push_back({x, y});
    return static_cast<int>(m_crossroads.size()) - 1;
}

void LaneGraph::joinLevel(int from, int to)
{
    if (from < 0 || to < 0)
        return;
    m_crossroads[from].next[Crossroads::Right] = to;
    m_crossroads[to].next[Crossroads::Left] = from;
}

void LaneGraph::joinUpright(int from, int to)
{
    if (from < 0 || to < 0)
        return;
    m_crossroads[from].next[Crossroads::Down] = to;
    m_crossroads[to].next[Crossroads::Up] = from;
}

void LaneGraph::cross(const std::vector<Lane> &upright, const std::vector<Lane> &level,
                      const Cancelled &cancelled)
{
    const auto atBox = [this](double x, double y) {
        const int crossroads = add(x, y);
        m_atBoxes.push_back({{x, y}, crossroads});
        return crossroads;
    };
    std::vector<int> above(upright.size(), -1);
    for (std::size_t i = 0; i < upright.size(); ++i) {
        if (upright[i].beginsAtBox)
            above[i] = atBox(upright[i].at, upright[i].span.from);
    }
    for (std::size_t i = 0; i < level.size(); ++i) {
        if (i % lanesBetweenQuestions == 0 && cancelled && cancelled())
            return;
        const auto &lane = level[i];
        int before = lane.beginsAtBox ? atBox(lane.span.from, lane.at) : -1;
        auto other = std::lower_bound(upright.begin(), upright.end(), lane.span.from,
                                      [](const Lane &a, double at) { return a.at < at; });
        for (; other != upright.end() && other->at <= lane.span.to; ++other) {
            if (lane.at < other->span.from || lane.at > other->span.to)
                continue;
            const int here = add(other->at, lane.at);
            m_crossroads[here].isDoorway = {lane.isDoorway, other->isDoorway};
            joinLevel(before, here);
            joinUpright(above[other - upright.begin()], here);
            above[other - upright.begin()] = here;
            before = here;
        }
        if (lane.endsAtBox)
            joinLevel(before, atBox(lane.span.to, lane.at));
    }
    for (std::size_t i = 0; i < upright.size(); ++i) {
        if (upright[i].endsAtBox)
            joinUpright(above[i], atBox(upright[i].at, upright[i].span.to));
    }
    std::sort(m_atBoxes.begin(), m_atBoxes.end());
}

int LaneGraph::capacity(int crossroads, bool upright)
{
    constexpr double reach = 100;
    auto &here = m_crossroads[crossroads];
    if (here.capacity[upright] < 0) {
        const auto &there = m_crossroads[here.next[upright ? Crossroads::Down : Crossroads::Right]];
        const auto room = upright ? m_around.upright.across(here.x, {here.y, there.y}, reach)
                                  : m_around.level.across(here.y, {here.x, there.x}, reach);
        here.capacity[upright] = std::max(0, static_cast<int>((room.to - room.from) / m_lineGap) - 1);
    }
    return here.capacity[upright];
}

int LaneGraph::atBox(double x, double y) const
{
    constexpr double tolerance = 0.02;
    auto found =
        std::lower_bound(m_atBoxes.begin(), m_atBoxes.end(), std::pair(std::pair(x - tolerance, y), -1));
    for (; found != m_atBoxes.end() && found->first.first <= x + tolerance; ++found) {
        if (std::abs(found->first.second - y) <= tolerance)
            return found->second;
    }
    return -1;
}

void LaneGraph::findGates(const Graph &graph, const std::vector<Rect> &rects, const std::vector<End> &ends)
{
    const auto hasWay = [this](int crossroads, Crossroads::Direction direction) {
        return crossroads >= 0 && m_crossroads[crossroads].next[direction] >= 0;
    };
    for (const auto &end : ends) {
        const auto &rect = rects[end.box];
        const double y = rect.top + heightOf(graph.boxes[end.box], end);
        std::vector<Gate> gates;
        const auto offer = [&](double atX, double atY, Side side, Crossroads::Direction direction) {
            if (const int crossroads = atBox(atX, atY); hasWay(crossroads, direction))
                gates.push_back({crossroads, side});
        };
        offer(rect.right, y, Side::Right, Crossroads::Right);
        offer(rect.left, y, Side::Left, Crossroads::Left);
        if (end.port == End::anywhere) {
            const double x = (rect.left + rect.right) / 2;
            offer(x, rect.top, Side::Top, Crossroads::Up);
            offer(x, rect.bottom, Side::Bottom, Crossroads::Down);
        }
        m_gates.emplace_back(end, std::move(gates));
    }
}

const std::vector<Gate> &LaneGraph::gates(const End &end) const
{
    static const std::vector<Gate> none;
    const auto found =
        std::lower_bound(m_gates.begin(), m_gates.end(), end,
                         [](const auto &entry, const End &key) { return keyOf(entry.first) < keyOf(key); });
    return found != m_gates.end() && found->first == end ? found->second : none;
}

} // namespace squall::layout
