#include "core/layout/routing.h"

#include "core/layout/bundles.h"
#include "core/layout/pathsearch.h"

#include <cmath>
#include <numeric>
#include <optional>

namespace squall::layout {

namespace {

/// How many routes are looked for between two questions whether to go on.
constexpr int routesBetweenQuestions = 2;

/// The more routes there are, the less care is taken with each.
double hasteFor(std::size_t edges)
{
    constexpr std::size_t few = 400;
    constexpr std::size_t many = 3000;
    return edges <= few ? 1 : edges <= many ? 1.25 : 3;
}

constexpr double sketchingHaste = 2.5;

std::vector<Gate> gatesAt(std::vector<Gate> gates, std::initializer_list<Side> sides)
{
    std::erase_if(gates, [&](const Gate &gate) {
        return std::find(sides.begin(), sides.end(), gate.side) == sides.end();
    });
    return gates;
}

std::optional<Way> wayOf(const Graph &graph, const Edge &edge, int bundle, const LaneGraph &lanes,
                         PathSearch &search)
{
    auto from = lanes.gates(edge.from);
    auto to = lanes.gates(edge.to);
    const auto &box = graph.boxes[edge.from.box];
    // An edge from a box to itself leaves and comes back by different places.
    if (edge.from.box == edge.to.box && heightOf(box, edge.from) == heightOf(box, edge.to)) {
        from = gatesAt(from, {Side::Right});
        to = gatesAt(to, edge.to.port == End::anywhere ? std::initializer_list<Side>{Side::Bottom, Side::Top}
                                                       : std::initializer_list<Side>{Side::Left});
    }
    return search.find(from, to, bundle);
}

/// What the route may not leave at one of its ends.
Span freedomAt(const Graph &graph, const std::vector<Rect> &rects, const End &end, Side side,
               const Options &options)
{
    const auto &rect = rects[end.box];
    if (end.port != End::anywhere) {
        const double at = rect.top + heightOf(graph.boxes[end.box], end);
        return {at, at};
    }
    const bool upright = side == Side::Top || side == Side::Bottom;
    const Span whole = upright ? Span{rect.left, rect.right} : Span{rect.top, rect.bottom};
    const double distance = std::min(options.lineGap, (whole.to - whole.from) / 4);
    return {whole.from + distance, whole.to - distance};
}

Course courseAlong(const Way &way, const std::vector<Crossroads> &crossroads)
{
    std::vector<QPointF> points;
    for (const int i : way.crossroads)
        points.emplace_back(crossroads[i].x, crossroads[i].y);
    return courseOf(routeAlong(points, way.leaves, way.enters));
}

/// Where boxes overlap there may be no way: straight over to the other box then.
Course courseAcross(const Rect &from, double fromHeight, const Rect &to, double toHeight)
{
    const bool rightward = (from.left + from.right) <= (to.left + to.right);
    Route route;
    route.leaves = rightward ? Side::Right : Side::Left;
    route.enters = rightward ? Side::Left : Side::Right;
    const double start = rightward ? from.right : from.left;
    const double finish = rightward ? to.left : to.right;
    const double middle = (start + finish) / 2;
    if (std::abs(fromHeight - toHeight) < 0.01)
        route.points = {{start, fromHeight}, {finish, fromHeight}};
    else
        route.points = {{start, fromHeight}, {middle, fromHeight}, {middle, toHeight}, {finish, toHeight}};
    auto course = courseOf(route);
    course.isMakeshift = true;
    return course;
}

class Routing
{
public:
    Routing(const Graph &graph, const Surroundings &around, const std::vector<int> &edges, const Rect &window,
            const Options &options, bool heedsOthers, const Cancelled &cancelled)
        : m_graph(graph)
        , m_rects(around.upright.rects())
        , m_edges(edges)
        , m_options(options)
        , m_lanes(graph, around, edges, window, options, cancelled)
        , m_search(m_lanes, heedsOthers ? hasteFor(edges.size()) : sketchingHaste, heedsOthers)
        , m_bundles(bundlesOf(graph))
        , m_ways(edges.size())
        , m_order(edges.size())
    {
        std::iota(m_order.begin(), m_order.end(), 0);
        std::stable_sort(m_order.begin(), m_order.end(),
                         [this](int a, int b) { return distance(a) < distance(b); });
    }

    void findAll(const Cancelled &cancelled)
    {
        int count = 0;
        for (const int i : m_order) {
            if (count++ % routesBetweenQuestions == 0 && cancelled && cancelled())
                return;
            find(i);
        }
    }

    /// Those that cross something look again, now that they know where all others run.
    void improve(const Cancelled &cancelled)
    {
        int count = 0;
        for (const int i : m_order) {
            if (count++ % routesBetweenQuestions == 0 && cancelled && cancelled())
                return;
            if (m_ways[i] && m_search.crossings(*m_ways[i]) > 0) {
                m_search.leave(*m_ways[i]);
                find(i);
            }
        }
    }

    std::vector<Course> courses() const
    {
        std::vector<Course> courses;
        for (std::size_t i = 0; i < m_edges.size(); ++i)
            courses.push_back(course(static_cast<int>(i)));
        return courses;
    }

private:
    const Edge &edge(int i) const { return m_graph.edges[m_edges[i]]; }
    double height(const End &end) const
    {
        return m_rects[end.box].top + heightOf(m_graph.boxes[end.box], end);
    }
    double distance(int i) const
    {
        const auto &from = m_rects[edge(i).from.box];
        const auto &to = m_rects[edge(i).to.box];
        return std::abs(from.left + from.right - to.left - to.right) +
               std::abs(height(edge(i).from) - height(edge(i).to));
    }
    void find(int i)
    {
        m_ways[i] = wayOf(m_graph, edge(i), m_bundles[m_edges[i]], m_lanes, m_search);
        if (m_ways[i])
            m_search.occupy(*m_ways[i]);
    }
    Course course(int i) const
    {
        const auto &[from, to] = edge(i);
        if (!m_ways[i])
            return courseAcross(m_rects[from.box], height(from), m_rects[to.box], height(to));
        auto course = courseAlong(*m_ways[i], m_lanes.crossroads());
        course.bundle = m_ways[i]->bundle;
        course.first = freedomAt(m_graph, m_rects, from, course.leaves, m_options);
        course.last = freedomAt(m_graph, m_rects, to, course.enters, m_options);
        return course;
    }

    const Graph &m_graph;
    const std::vector<Rect> &m_rects;
    const std::vector<int> &m_edges;
    const Options &m_options;
    LaneGraph m_lanes;
    PathSearch m_search;
    std::vector<int> m_bundles; ///< by edge of the graph
    std::vector<std::optional<Way>> m_ways;
    std::vector<int> m_order;
};

} // namespace

std::vector<Course> findCourses(const Graph &graph, const Surroundings &around, const std::vector<int> &edges,
                                const Rect &window, int rounds, const Options &options,
                                const Cancelled &cancelled)
{
    Routing routing(graph, around, edges, window, options, true, cancelled);
    routing.findAll(cancelled);
    for (int round = 0; round < rounds; ++round)
        routing.improve(cancelled);
    return routing.courses();
}

std::vector<Course> sketchCourses(const Graph &graph, const Surroundings &around,
                                  const std::vector<int> &edges, const Rect &window, const Options &options,
                                  const Cancelled &cancelled)
{
    Routing routing(graph, around, edges, window, options, false, cancelled);
    routing.findAll(cancelled);
    return routing.courses();
}

} // namespace squall::layout
