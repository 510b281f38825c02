#include "core/layout/placement.h"

#include "core/layout/component.h"
#include "core/layout/components.h"
#include "core/layout/layout.h"
#include "core/layout/packing.h"

namespace squall::layout {

Positions placeAll(const Graph &graph, const Options &options, const Cancelled &cancelled)
{
    const auto parts = components(graph);
    std::vector<Positions> places;
    std::vector<QPointF> corners;
    std::vector<QSizeF> sizes;
    for (const auto &boxes : parts) {
        if (boxes.size() == 1) {
            places.push_back({QPointF()});
            corners.emplace_back();
            sizes.push_back(graph.boxes[boxes.front()].size);
        } else {
            const auto part = subgraph(graph, boxes);
            places.push_back(placeComponent(part, options, cancelled));
            if (cancelled && cancelled())
                return Positions(graph.boxes.size());
            const auto bounds = boundsOf(part, places.back(), {});
            corners.push_back(bounds.topLeft());
            sizes.push_back(bounds.size());
        }
        sizes.back() += QSizeF(options.columnGap, options.rowGap);
    }
    const auto packed = pack(sizes, options.aspect);
    Positions positions(graph.boxes.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        for (std::size_t j = 0; j < parts[i].size(); ++j)
            positions[parts[i][j]] = places[i][j] - corners[i] + packed[i];
    }
    return positions;
}

} // namespace squall::layout
