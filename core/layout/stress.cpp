#include "core/layout/stress.h"

#include "core/layout/components.h"
#include "core/layout/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace squall::layout {

namespace {

constexpr int sweeps = 18;
/// Up to so many boxes each pair counts; beyond, the pairs with so many pivots do.
constexpr int mostPairwise = 1200;
constexpr int pivotCount = 120;
constexpr double lastStep = 0.05;
/// How much nearer boxes of one group want to be, and those of different groups farther.
constexpr double withinGroup = 0.6;
constexpr double betweenGroups = 1.15;

struct Term
{
    int a;
    int b;
    float distance;
};

/// An edge of a hub is longer, for what is joined to it has to find a place around it.
double edgeLength(std::size_t degreeA, std::size_t degreeB)
{
    const auto radius = [](std::size_t degree) {
        return std::max(1.0, 0.55 * std::sqrt(static_cast<double>(degree)));
    };
    return (radius(degreeA) + radius(degreeB)) / 2;
}

/// Distances along the edges from one box.
std::vector<float> distancesFrom(int from, const std::vector<std::vector<int>> &neighbours)
{
    std::vector<float> distances(neighbours.size(), -1);
    std::vector<int> queue{from};
    distances[from] = 0;
    for (std::size_t i = 0; i < queue.size(); ++i) {
        const int here = queue[i];
        for (const int other : neighbours[here]) {
            if (distances[other] >= 0)
                continue;
            distances[other] = distances[here] + static_cast<float>(edgeLength(neighbours[here].size(),
                                                                               neighbours[other].size()));
            queue.push_back(other);
        }
    }
    return distances;
}

void addTerms(std::vector<Term> &terms, const Graph &graph, int from, const std::vector<float> &distances,
              bool all)
{
    for (int other = all ? 0 : from + 1; other < static_cast<int>(distances.size()); ++other) {
        if (other == from)
            continue;
        double distance = distances[other];
        const int groupA = graph.boxes[from].group;
        const int groupB = graph.boxes[other].group;
        if (groupA >= 0 && groupB >= 0)
            distance *= groupA == groupB ? withinGroup : betweenGroups;
        terms.push_back({from, other, static_cast<float>(distance)});
    }
}

std::vector<Term> termsOf(const Graph &graph, Random &random, const Cancelled &cancelled)
{
    const auto neighbours = neighboursOf(graph);
    const int count = static_cast<int>(graph.boxes.size());
    std::vector<Term> terms;
    if (count <= mostPairwise) {
        terms.reserve(static_cast<std::size_t>(count) * count / 2);
        for (int i = 0; i < count; ++i)
            addTerms(terms, graph, i, distancesFrom(i, neighbours), false);
        return terms;
    }
    for (int i = 0; i < pivotCount && !(cancelled && cancelled()); ++i) {
        const int pivot = random.below(count);
        addTerms(terms, graph, pivot, distancesFrom(pivot, neighbours), true);
    }
    for (int i = 0; i < count; ++i) {
        for (const int other : neighbours[i]) {
            if (other > i)
                terms.push_back(
                    {i, other,
                     static_cast<float>(edgeLength(neighbours[i].size(), neighbours[other].size()))});
        }
    }
    return terms;
}

void shuffle(std::vector<Term> &terms, Random &random)
{
    for (int i = static_cast<int>(terms.size()) - 1; i > 0; --i)
        std::swap(terms[i], terms[random.below(i + 1)]);
}

/// Brings each pair nearer to its distance, in steps that become smaller.
void relax(std::vector<QPointF> &points, std::vector<Term> terms, Random &random, const Cancelled &cancelled)
{
    float longest = 1;
    for (const auto &term : terms)
        longest = std::max(longest, term.distance);
    const double first = static_cast<double>(longest) * longest;
    const double decay = std::log(lastStep / first) / (sweeps - 1);
    for (int sweep = 0; sweep < sweeps && !(cancelled && cancelled()); ++sweep) {
        if (sweep % 3 == 0)
            shuffle(terms, random);
        const double step = first * std::exp(decay * sweep);
        for (const auto &term : terms) {
            const double wanted = term.distance;
            const double weight = std::min(1.0, step / (wanted * wanted));
            auto &a = points[term.a];
            auto &b = points[term.b];
            const double dx = a.x() - b.x();
            const double dy = a.y() - b.y();
            const double distance = std::max(1e-6, std::sqrt(dx * dx + dy * dy));
            const double by = weight * (distance - wanted) / (2 * distance);
            a -= QPointF(dx * by, dy * by);
            b += QPointF(dx * by, dy * by);
        }
    }
}

/// Turns the points so that they reach farthest along the x axis.
void lieDown(std::vector<QPointF> &points)
{
    QPointF middle;
    for (const auto &point : points)
        middle += point;
    middle /= static_cast<double>(points.size());
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (auto &point : points) {
        point -= middle;
        xx += point.x() * point.x();
        xy += point.x() * point.y();
        yy += point.y() * point.y();
    }
    const double angle = std::atan2(2 * xy, xx - yy) / 2;
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    for (auto &point : points)
        point = {c * point.x() + s * point.y(), c * point.y() - s * point.x()};
}

/// What is referenced stands rather on the left.
void faceRight(std::vector<QPointF> &points, const Graph &graph)
{
    double rightward = 0;
    for (const auto &edge : graph.edges)
        rightward += points[edge.from.box].x() - points[edge.to.box].x();
    if (rightward < 0) {
        for (auto &point : points)
            point.setX(-point.x());
    }
}

} // namespace

std::vector<QPointF> embed(const Graph &graph, std::uint64_t seed, const Cancelled &cancelled)
{
    Random random(seed);
    std::vector<QPointF> points;
    const double radius = std::sqrt(static_cast<double>(graph.boxes.size()));
    for (std::size_t i = 0; i < graph.boxes.size(); ++i)
        points.emplace_back(random.unit() * radius, random.unit() * radius);
    if (points.size() < 2)
        return points;
    relax(points, termsOf(graph, random, cancelled), random, cancelled);
    lieDown(points);
    faceRight(points, graph);
    return points;
}

} // namespace squall::layout
