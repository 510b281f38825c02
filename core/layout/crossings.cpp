#include "core/layout/crossings.h"

#include "core/layout/rect.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace squall::layout {

namespace {

constexpr double nothing = 0.01;

struct Straight
{
    int route;
    double at;
    double from;
    double to;
};

} // namespace

int crossings(const std::vector<Route> &routes)
{
    std::vector<Straight> level;
    std::vector<Straight> upright;
    for (int route = 0; route < static_cast<int>(routes.size()); ++route) {
        const auto &points = routes[route].points;
        for (std::size_t i = 0; i + 1 < points.size(); ++i) {
            const auto piece = rectBetween(points[i], points[i + 1]);
            if (piece.width() >= piece.height())
                level.push_back({route, piece.top, piece.left, piece.right});
            else
                upright.push_back({route, piece.left, piece.top, piece.bottom});
        }
    }
    std::sort(upright.begin(), upright.end(),
              [](const Straight &a, const Straight &b) { return a.at < b.at; });
    std::vector<std::pair<double, double>> places;
    for (const auto &piece : level) {
        auto other = std::upper_bound(upright.begin(), upright.end(), piece.from + nothing,
                                      [](double at, const Straight &a) { return at < a.at; });
        for (; other != upright.end() && other->at < piece.to - nothing; ++other) {
            if (other->route != piece.route && other->from < piece.at - nothing &&
                piece.at + nothing < other->to)
                places.emplace_back(other->at, piece.at);
        }
    }
    std::sort(places.begin(), places.end());
    const auto areSame = [](const auto &a, const auto &b) {
        return b.first - a.first < nothing && std::abs(b.second - a.second) < nothing;
    };
    places.erase(std::unique(places.begin(), places.end(), areSame), places.end());
    return static_cast<int>(places.size());
}

} // namespace squall::layout
