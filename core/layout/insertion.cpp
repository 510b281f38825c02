#include "core/layout/insertion.h"

#include "core/layout/clean.h"
#include "core/layout/components.h"
#include "core/layout/lanegraph.h"
#include "core/layout/occupancy.h"
#include "core/layout/placement.h"

#include <cmath>
#include <queue>
#include <set>

namespace squall::layout {

namespace {

/// How many places are looked at for one box before it goes beside everything.
constexpr int mostPlaces = 600;

class Insertion
{
public:
    Insertion(const Graph &graph, const std::vector<std::optional<QPointF>> &kept, const Options &options)
        : m_graph(graph)
        , m_options(options)
        , m_positions(graph.boxes.size())
        , m_isPlaced(graph.boxes.size())
        , m_edges(graph.boxes.size())
        , m_occupancy(graph)
    {
        for (const auto &edge : graph.edges) {
            m_edges[edge.from.box].push_back(edge);
            m_edges[edge.to.box].push_back({edge.to, edge.from});
        }
        for (int box = 0; box < static_cast<int>(std::min(kept.size(), graph.boxes.size())); ++box) {
            if (kept[box])
                place(box, clean(*kept[box]));
        }
    }

    /// Those that are joined to what is placed, the most joined first.
    void placeJoined(const Cancelled &cancelled)
    {
        using Entry = std::pair<int, int>; // how many edges lead to what is placed, and minus the box
        std::priority_queue<Entry> queue;
        const auto enqueue = [&](int box) {
            if (const int joined = joinedCount(box); !m_isPlaced[box] && joined > 0)
                queue.emplace(joined, -box);
        };
        for (int box = 0; box < static_cast<int>(m_graph.boxes.size()); ++box)
            enqueue(box);
        while (!queue.empty() && !(cancelled && cancelled())) {
            const auto [joined, minusBox] = queue.top();
            queue.pop();
            if (m_isPlaced[-minusBox] || joined != joinedCount(-minusBox))
                continue;
            place(-minusBox, freePlaceFor(-minusBox));
            for (const auto &[own, other] : m_edges[-minusBox])
                enqueue(other.box);
        }
    }

    /// What is left hangs together with nothing that is placed: below all of that, as in a picture of its
    /// own.
    void placeOthers(const Cancelled &cancelled)
    {
        std::vector<int> others;
        for (int box = 0; box < static_cast<int>(m_graph.boxes.size()); ++box) {
            if (!m_isPlaced[box])
                others.push_back(box);
        }
        const auto part = subgraph(m_graph, others);
        const auto places = placeAll(part, m_options, cancelled);
        const auto &bounds = m_occupancy.bounds();
        const QPointF corner =
            m_occupancy.isEmpty() ? QPointF() : QPointF(bounds.left, bounds.bottom + 2 * m_options.rowGap);
        for (std::size_t i = 0; i < others.size(); ++i)
            m_positions[others[i]] = places[i] + corner;
    }

    Positions positions() && { return std::move(m_positions); }

private:
    struct Place
    {
        double cost;
        double x;
        double y;
        bool operator<(const Place &other) const
        {
            return std::tie(cost, x, y) > std::tie(other.cost, other.x, other.y);
        }
    };

    void place(int box, const QPointF &at)
    {
        m_positions[box] = at;
        m_isPlaced[box] = true;
        m_occupancy.add(box, at);
    }

    int joinedCount(int box) const
    {
        return static_cast<int>(std::count_if(m_edges[box].begin(), m_edges[box].end(),
                                              [&](const Edge &edge) { return m_isPlaced[edge.to.box]; }));
    }

    /// How long the edges to what is placed would be.
    double costAt(int box, const QPointF &at) const
    {
        const auto rect = rectOf(m_graph.boxes[box], at);
        double cost = 0;
        for (const auto &[own, other] : m_edges[box]) {
            if (!m_isPlaced[other.box])
                continue;
            const auto there = rectOf(m_graph.boxes[other.box], m_positions[other.box]);
            const double beside = std::max({there.left - rect.right, rect.left - there.right, 0.0});
            // Edges leave at the sides: above each other they take a way around.
            const double around = beside > 0 ? 0 : 2 * m_options.columnGap;
            const double height = rect.top + heightOf(m_graph.boxes[box], own);
            cost +=
                beside + around + std::abs(height - there.top - heightOf(m_graph.boxes[other.box], other));
        }
        return cost;
    }

    QPointF freePlaceFor(int box) const
    {
        std::priority_queue<Place> open;
        std::set<std::pair<double, double>> seen;
        const auto offer = [&](const QPointF &at) {
            if (seen.emplace(at.x(), at.y()).second)
                open.push({costAt(box, at), at.x(), at.y()});
        };
        const auto &size = m_graph.boxes[box].size;
        for (const auto &[own, other] : m_edges[box]) {
            if (!m_isPlaced[other.box])
                continue;
            const auto there = rectOf(m_graph.boxes[other.box], m_positions[other.box]);
            const double y =
                there.top + heightOf(m_graph.boxes[other.box], other) - heightOf(m_graph.boxes[box], own);
            offer({there.right + m_options.columnGap, y});
            offer({there.left - m_options.columnGap - size.width(), y});
            offer({there.left, there.bottom + m_options.rowGap});
            offer({there.left, there.top - m_options.rowGap - size.height()});
        }
        for (int looked = 0; looked < mostPlaces && !open.empty(); ++looked) {
            const QPointF at(open.top().x, open.top().y);
            open.pop();
            const int obstacle = m_occupancy.overlapped(box, at, m_options);
            if (obstacle < 0)
                return at;
            const auto there = rectOf(m_graph.boxes[obstacle], m_positions[obstacle]);
            offer({at.x(), there.bottom + m_options.rowGap});
            offer({at.x(), there.top - m_options.rowGap - size.height()});
            offer({there.right + m_options.columnGap, at.y()});
            offer({there.left - m_options.columnGap - size.width(), at.y()});
        }
        const auto &bounds = m_occupancy.bounds();
        return {bounds.right + m_options.columnGap, bounds.top};
    }

    const Graph &m_graph;
    const Options &m_options;
    Positions m_positions;
    std::vector<bool> m_isPlaced;
    std::vector<std::vector<Edge>> m_edges; ///< of each box, from its side
    Occupancy m_occupancy;
};

} // namespace

Positions insertNew(const Graph &graph, const std::vector<std::optional<QPointF>> &kept,
                    const Options &options, const Cancelled &cancelled)
{
    Insertion insertion(graph, kept, options);
    insertion.placeJoined(cancelled);
    insertion.placeOthers(cancelled);
    return std::move(insertion).positions();
}

} // namespace squall::layout
