// What laying out diagrams costs, and what comes of it.
// bench-layout [FOLDER]: writes the pictures there as SVG.

#include "core/layout/layout.h"
#include "core/layout/crossings.h"
#include "tests/core/layout/measures.h"
#include "tests/core/layout/randomgraph.h"
#include "tests/core/layout/svg.h"

#include <QFile>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace squall::layout;
using namespace squall::layout::testing;
using namespace Qt::StringLiterals;

namespace {

/// What this thread has computed, in milliseconds: other programs do not count.
double spent()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

struct Row
{
    int tables;
    double goalMs;
};

/// The longest time between two questions whether to go on.
double longestSilence(const Graph &graph)
{
    double last = spent();
    double longest = 0;
    const auto asked = [&] {
        const double now = spent();
        longest = std::max(longest, now - last);
        last = now;
        return false;
    };
    if (!arrange(graph, {}, asked).ok())
        return -1;
    return std::max(longest, spent() - last);
}

/// Dragging one box after the other a little: the median and the longest.
std::pair<double, double> draggingTimes(const Graph &graph, const Picture &picture)
{
    std::vector<double> times;
    auto positions = picture.positions;
    const int count = static_cast<int>(graph.boxes.size());
    const int step = std::max(1, count / (count <= 1000 ? 100 : 10));
    for (int box = 0; box < static_cast<int>(graph.boxes.size()); box += step) {
        const auto before = positions[box];
        positions[box] += QPointF(12, 9);
        const double start = spent();
        const auto routes = reroute(graph, positions, picture.routes, {box});
        times.push_back(spent() - start);
        positions[box] = before;
    }
    std::sort(times.begin(), times.end());
    return {times[times.size() / 2], times.back()};
}

} // namespace

int main(int argc, char **argv)
{
    bool met = true;
    for (const auto &[tables, goalMs] :
         {Row{20, 200}, Row{100, 200}, Row{400, 2000}, Row{1000, 2000}, Row{10'000, 20'000}}) {
        const auto graph = randomGraph(tables, 1);
        const double start = spent();
        const auto picture = arrange(graph).value();
        const double ms = spent() - start;
        const auto [median, longest] = draggingTimes(graph, picture);
        const double silence = longestSilence(graph);
        met = met && ms <= goalMs;
        std::printf(
            "%5d tables: %7.0f ms (goal %.0f), asks at least every %.0f ms, drag %.1f ms (longest %.1f); "
            "%d crossings, %.0f px of lines, %.1f %% of it shared, aspect %.2f\n",
            tables, ms, goalMs, silence, median, longest, crossings(picture.routes), lengthOf(picture.routes),
            100 * sharedLength(graph, picture.routes) / lengthOf(picture.routes),
            picture.bounds.width() / picture.bounds.height());
        std::fflush(stdout);
        if (argc > 1) {
            QFile file(QString::fromLocal8Bit(argv[1]) + u"/%1.svg"_s.arg(tables));
            if (file.open(QIODevice::WriteOnly))
                file.write(svgOf(graph, picture));
        }
    }
    std::printf("goals: %s\n", met ? "met" : "missed");
    return 0;
}
