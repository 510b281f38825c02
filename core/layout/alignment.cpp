#include "core/layout/alignment.h"

#include "core/layout/lanegraph.h"

#include <cmath>

namespace squall::layout {

namespace {

constexpr int sweeps = 10;
/// The last so many bring edges into one line instead of just near to it.
constexpr int straightening = 4;

struct Pull
{
    double top; ///< where the box would have to be for the edge to be straight
    double weight;
};

double medianOf(std::vector<Pull> pulls)
{
    std::sort(pulls.begin(), pulls.end(), [](const Pull &a, const Pull &b) { return a.top < b.top; });
    double whole = 0;
    for (const auto &pull : pulls)
        whole += pull.weight;
    double sum = 0;
    for (const auto &pull : pulls) {
        sum += pull.weight;
        if (sum >= whole / 2)
            return pull.top;
    }
    return pulls.back().top;
}

double meanOf(const std::vector<Pull> &pulls)
{
    double sum = 0;
    double weight = 0;
    for (const auto &pull : pulls) {
        sum += pull.top * pull.weight;
        weight += pull.weight;
    }
    return sum / weight;
}

class Alignment
{
public:
    Alignment(Columns &columns, const Graph &graph)
        : m_columns(columns)
        , m_graph(graph)
        , m_edges(graph.boxes.size())
    {
        for (const auto &edge : graph.edges) {
            if (edge.from.box != edge.to.box) {
                m_edges[edge.from.box].push_back(edge);
                m_edges[edge.to.box].push_back({edge.to, edge.from});
            }
        }
        measure();
    }

    void sweep(int column, bool straight)
    {
        std::vector<double> wanted;
        std::vector<double> weights;
        for (const int box : m_columns.column(column)) {
            const auto pulls = pullsOn(box);
            double weight = 0.02;
            for (const auto &pull : pulls)
                weight += pull.weight;
            double top = pulls.empty() ? m_columns.top(box) : straight ? medianOf(pulls) : meanOf(pulls);
            top = std::clamp(top, m_highest, std::max(m_highest, m_lowest - m_columns.height(box)));
            wanted.push_back(top);
            weights.push_back(weight);
        }
        m_columns.setTops(column, wanted, weights);
    }

private:
    /// The edges pull boxes together; what the highest column takes is room enough for all.
    void measure()
    {
        double highest = 0;
        for (int column = 0; column < m_columns.count(); ++column)
            highest = std::max(highest, m_columns.heightOfColumn(column));
        double middle = 0;
        for (std::size_t i = 0; i < m_graph.boxes.size(); ++i)
            middle += m_columns.top(static_cast<int>(i)) + m_columns.height(static_cast<int>(i)) / 2;
        middle /= static_cast<double>(m_graph.boxes.size());
        m_highest = middle - highest / 2;
        m_lowest = middle + highest / 2;
    }

    std::vector<Pull> pullsOn(int box) const
    {
        std::vector<Pull> pulls;
        for (const auto &[own, other] : m_edges[box]) {
            const double distance = std::abs(m_columns.columnOf(box) - m_columns.columnOf(other.box));
            const double weight = distance == 0 ? 0.1 : 1 / (distance * distance);
            const double height = m_columns.top(other.box) + heightOf(m_graph.boxes[other.box], other);
            pulls.push_back({height - heightOf(m_graph.boxes[box], own), weight});
        }
        return pulls;
    }

    Columns &m_columns;
    const Graph &m_graph;
    std::vector<std::vector<Edge>> m_edges; ///< of each box, from its side
    double m_highest = 0;
    double m_lowest = 0;
};

} // namespace

void align(Columns &columns, const Graph &graph)
{
    Alignment alignment(columns, graph);
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        const bool straight = sweep >= sweeps - straightening;
        for (int i = 0; i < columns.count(); ++i)
            alignment.sweep(sweep % 2 == 0 ? i : columns.count() - 1 - i, straight);
    }
}

} // namespace squall::layout
