#include "core/layout/clean.h"

#include <algorithm>
#include <cmath>

namespace squall::layout {

namespace {

/// Beyond this the fractions of coordinates get lost.
constexpr double farthest = 1e7;

double between(double value, double least, double most, double otherwise)
{
    return std::isfinite(value) ? std::clamp(value, least, most) : otherwise;
}

Options clean(Options options)
{
    const Options usual;
    options.aspect = between(options.aspect, 0.1, 10, usual.aspect);
    options.columnGap = between(options.columnGap, 8, 1000, usual.columnGap);
    options.rowGap = between(options.rowGap, 8, 1000, usual.rowGap);
    options.stub = between(options.stub, 0, options.columnGap / 2, usual.stub);
    options.lineGap = between(options.lineGap, 1, 100, usual.lineGap);
    return options;
}

} // namespace

QPointF clean(const QPointF &position)
{
    return {between(position.x(), -farthest, farthest, 0), between(position.y(), -farthest, farthest, 0)};
}

Positions clean(const Graph &graph, Positions positions)
{
    positions.resize(graph.boxes.size());
    for (auto &position : positions)
        position = clean(position);
    return positions;
}

Clean clean(const Graph &graph, const Options &options)
{
    Clean result{graph, {}, clean(options)};
    for (auto &box : result.graph.boxes) {
        box.size = {between(box.size.width(), 0, farthest, 0), between(box.size.height(), 0, farthest, 0)};
        for (auto &port : box.ports)
            port = between(port, 0, box.size.height(), box.size.height() / 2);
    }
    const auto repaired = [&](End end) {
        const auto ports = static_cast<int>(graph.boxes[end.box].ports.size());
        return End{end.box, end.port >= 0 && end.port < ports ? end.port : End::anywhere};
    };
    const auto isThere = [&](int box) { return box >= 0 && box < static_cast<int>(graph.boxes.size()); };
    result.graph.edges.clear();
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        const auto &edge = graph.edges[i];
        if (!isThere(edge.from.box) || !isThere(edge.to.box))
            continue;
        result.graph.edges.push_back({repaired(edge.from), repaired(edge.to)});
        result.edges.push_back(static_cast<int>(i));
    }
    return result;
}

} // namespace squall::layout
