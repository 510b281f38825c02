#include "core/layout/swapping.h"

#include "core/layout/random.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <limits>

namespace squall::layout {

namespace {

/// What a crossing is as bad as, in units of length.
constexpr double crossingCost = 260;
/// How many of them a step that makes edges longer may take away at best.
constexpr double mostRegained = 3;
/// Each step looks at all edges: of how many there may be so that crossings count, and how many looks are
/// taken.
constexpr std::size_t mostEdgesToCross = 4000;
constexpr int mostLooks = 250'000'000;
constexpr int stepsPerBox = 400;
constexpr int leastSteps = 8000;
constexpr int mostSteps = 400'000;
/// Of the distance between columns: when all is still open, when lengths are settled, and at the end.
constexpr double firstHeat = 0.5;
constexpr double middleHeat = 0.15;
constexpr double lastHeat = 0.01;
/// How much higher than the others a column may become.
constexpr double columnSlack = 1.12;
/// How many edges are looked at together, and where those are that only fill the last block.
constexpr std::size_t blockSize = 16;
constexpr float nowhere = std::numeric_limits<float>::infinity();
constexpr int stepsBetweenQuestions = 256;

class Annealing
{
public:
    Annealing(Columns &columns, const Graph &graph, std::uint64_t seed, const Options &options)
        : m_columns(columns)
        , m_graph(graph)
        , m_random(seed)
        , m_options(options)
        , m_edgesOf(graph.boxes.size())
        , m_x(graph.boxes.size())
        , m_y(graph.boxes.size())
    {
        for (const auto &edge : graph.edges) {
            if (edge.from.box == edge.to.box)
                continue;
            const int number = static_cast<int>(m_edges.size());
            m_edges.push_back({edge.from.box, edge.to.box});
            m_edgesOf[edge.from.box].push_back(number);
            m_edgesOf[edge.to.box].push_back(number);
        }
        for (auto *list : {&m_left, &m_right, &m_top, &m_bottom})
            list->resize((m_edges.size() + blockSize - 1) / blockSize * blockSize, nowhere);
        double width = 0;
        double height = 0;
        for (const auto &box : graph.boxes) {
            width += box.size.width() + options.columnGap;
            height += box.size.height() + options.rowGap;
        }
        m_pitch = width / static_cast<double>(graph.boxes.size());
        m_highest = height / columns.count() * columnSlack;
        for (int column = 0; column < columns.count(); ++column) {
            for (const int box : columns.column(column))
                put(box, column * m_pitch, columns.top(box) + columns.height(box) / 2);
        }
    }

    /// Where there are many edges, lengths alone come first: they are counted fast.
    void run(const Cancelled &cancelled)
    {
        const int boxes = static_cast<int>(m_graph.boxes.size());
        const int steps = std::clamp(stepsPerBox * boxes, leastSteps, mostSteps);
        const int affordable = mostLooks / static_cast<int>(m_edges.size());
        const bool canCross = m_edges.size() <= mostEdgesToCross;
        if (canCross && affordable >= steps) {
            anneal(steps, firstHeat, lastHeat, true, cancelled);
        } else {
            anneal(steps, firstHeat, canCross ? middleHeat : lastHeat, false, cancelled);
            if (canCross)
                anneal(std::min(steps, affordable), middleHeat, lastHeat, true, cancelled);
        }
    }

private:
    struct Line
    {
        int from;
        int to;
    };

    void anneal(int steps, double from, double to, bool cross, const Cancelled &cancelled)
    {
        m_cross = cross;
        const int boxes = static_cast<int>(m_graph.boxes.size());
        for (int step = 0; step < steps; ++step) {
            if (step % stepsBetweenQuestions == 0 && cancelled && cancelled())
                return;
            m_heat = m_pitch * from * std::pow(to / from, static_cast<double>(step) / steps);
            tryStep(m_random.below(boxes));
        }
    }

    void put(int box, double x, double y)
    {
        m_x[box] = x;
        m_y[box] = y;
        for (const int number : m_edgesOf[box]) {
            const auto &edge = m_edges[number];
            m_left[number] = static_cast<float>(std::min(m_x[edge.from], m_x[edge.to]));
            m_right[number] = static_cast<float>(std::max(m_x[edge.from], m_x[edge.to]));
            m_top[number] = static_cast<float>(std::min(m_y[edge.from], m_y[edge.to]));
            m_bottom[number] = static_cast<float>(std::max(m_y[edge.from], m_y[edge.to]));
        }
    }

    void read(int column)
    {
        for (const int box : m_columns.column(column)) {
            const double y = m_columns.top(box) + m_columns.height(box) / 2;
            if (m_x[box] != column * m_pitch || m_y[box] != y)
                put(box, column * m_pitch, y);
        }
    }

    static double side(double ax, double ay, double bx, double by, double cx, double cy)
    {
        return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
    }

    bool doCross(const Line &a, const Line &b) const
    {
        if (a.from == b.from || a.from == b.to || a.to == b.from || a.to == b.to)
            return false;
        const double ax = m_x[a.from], ay = m_y[a.from], bx = m_x[a.to], by = m_y[a.to];
        const double cx = m_x[b.from], cy = m_y[b.from], dx = m_x[b.to], dy = m_y[b.to];
        if (std::max(ax, bx) < std::min(cx, dx) || std::max(cx, dx) < std::min(ax, bx) ||
            std::max(ay, by) < std::min(cy, dy) || std::max(cy, dy) < std::min(ay, by))
            return false;
        return side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) < 0 &&
               side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) < 0;
    }

    int crossingsOf(int number) const
    {
        const float left = m_left[number];
        const float right = m_right[number];
        const float top = m_top[number];
        const float bottom = m_bottom[number];
        int count = 0;
        for (std::size_t first = 0; first < m_left.size(); first += blockSize) {
            // Without branches, so that the compiler compares several at once: hardly any are near.
            std::array<std::int32_t, blockSize> near{};
            std::int32_t any = 0;
            for (std::size_t i = 0; i < blockSize; ++i) {
                near[i] = static_cast<std::int32_t>(m_left[first + i] <= right) &
                          static_cast<std::int32_t>(m_right[first + i] >= left) &
                          static_cast<std::int32_t>(m_top[first + i] <= bottom) &
                          static_cast<std::int32_t>(m_bottom[first + i] >= top);
                any |= near[i];
            }
            for (std::size_t i = 0; any != 0 && i < blockSize; ++i) {
                if (near[i] != 0 && doCross(m_edges[number], m_edges[first + i]))
                    ++count;
            }
        }
        return count;
    }

    double lengthOf(int box) const
    {
        double length = 0;
        for (const int number : m_edgesOf[box]) {
            const auto &edge = m_edges[number];
            const double dx = std::abs(m_x[edge.from] - m_x[edge.to]);
            length += std::max(dx, m_pitch / 2) + std::abs(m_y[edge.from] - m_y[edge.to]);
        }
        return length;
    }

    int crossingsAt(int box) const
    {
        int count = 0;
        for (const int number : m_edgesOf[box])
            count += crossingsOf(number);
        return count;
    }

    bool isAccepted(double change) { return change < 0 || m_random.unit() < std::exp(-change / m_heat); }

    /// Whether a change is kept that has been made. `undo` brings back what was before.
    template<typename Undo>
    bool keep(double longer, std::initializer_list<int> boxes, Undo undo)
    {
        const auto crossings = [&] {
            int count = 0;
            for (const int box : boxes)
                count += crossingsAt(box);
            return count;
        };
        // Crossings are dear to count, and hardly ever outweigh this.
        bool kept = longer <= mostRegained * crossingCost + m_heat;
        if (kept && m_cross) {
            const double now = longer + crossingCost * crossings();
            undo();
            return isAccepted(now - crossingCost * crossings());
        }
        kept = kept && isAccepted(longer);
        if (!kept)
            undo();
        return kept;
    }

    /// Somewhere near the boxes that this one is joined to, or near itself.
    void tryStep(int box)
    {
        int around = box;
        if (!m_edgesOf[box].empty() && m_random.below(4) > 0) {
            const auto &edges = m_edgesOf[box];
            const auto &edge = m_edges[edges[m_random.below(static_cast<int>(edges.size()))]];
            around = edge.from == box ? edge.to : edge.from;
        }
        const int column = m_columns.columnOf(around) + m_random.below(3) - 1;
        if (column < 0 || column >= m_columns.count())
            return;
        const double spread = 3 * (m_options.rowGap + m_columns.height(around));
        const double y = m_y[around] + (m_random.unit() - 0.5) * spread;
        const auto &boxes = m_columns.column(column);
        const auto below =
            std::lower_bound(boxes.begin(), boxes.end(), y, [this](int a, double at) { return m_y[a] < at; });
        const int place = static_cast<int>(below - boxes.begin());
        if (m_random.below(3) == 0)
            tryMove(box, column, place, y);
        else if (place < static_cast<int>(boxes.size()) && boxes[place] != box)
            trySwap(box, boxes[place]);
    }

    void tryMove(int box, int column, int place, double y)
    {
        const int from = m_columns.columnOf(box);
        if (from == column || m_columns.column(from).size() == 1 ||
            m_columns.heightOfColumn(column) + m_columns.height(box) > m_highest)
            return;
        const double before = lengthOf(box);
        const double oldX = m_x[box];
        const double oldY = m_y[box];
        put(box, column * m_pitch, y);
        if (!keep(lengthOf(box) - before, {box}, [&] { put(box, oldX, oldY); }))
            return;
        m_columns.moveTo(box, column, place);
        read(from);
        read(column);
    }

    void exchange(int one, int other)
    {
        const double x = m_x[one];
        const double y = m_y[one];
        put(one, m_x[other], m_y[other]);
        put(other, x, y);
    }

    void trySwap(int one, int other)
    {
        const int first = m_columns.columnOf(one);
        const int second = m_columns.columnOf(other);
        const double growth = m_columns.height(one) - m_columns.height(other);
        if (first != second &&
            m_columns.heightOfColumn(growth > 0 ? second : first) + std::abs(growth) > m_highest)
            return;
        const double before = lengthOf(one) + lengthOf(other);
        exchange(one, other);
        if (!keep(lengthOf(one) + lengthOf(other) - before, {one, other}, [&] { exchange(one, other); }))
            return;
        m_columns.swap(one, other);
        read(first);
        read(second);
    }

    Columns &m_columns;
    const Graph &m_graph;
    Random m_random;
    const Options &m_options;
    std::vector<Line> m_edges;
    std::vector<std::vector<int>> m_edgesOf;
    std::vector<double> m_x;
    std::vector<double> m_y;
    /// What is around each edge.
    std::vector<float> m_left;
    std::vector<float> m_right;
    std::vector<float> m_top;
    std::vector<float> m_bottom;
    double m_pitch = 1;
    double m_highest = 0;
    double m_heat = 1;
    bool m_cross = true;
};

} // namespace

void shorten(Columns &columns, const Graph &graph, std::uint64_t seed, const Options &options,
             const Cancelled &cancelled)
{
    if (graph.boxes.size() < 3 || columns.count() < 1)
        return;
    Annealing(columns, graph, seed, options).run(cancelled);
}

} // namespace squall::layout
