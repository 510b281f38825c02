#include "core/layout/lanes.h"

#include <tuple>

namespace squall::layout {

namespace {

/// Differences that come of counting with fractions.
constexpr double sameLane = 1e-6;
/// Less room than this beside a box is none.
constexpr double leastRoom = 2;
constexpr std::size_t boxesBetweenQuestions = 256;

bool isBefore(const Lane &a, const Lane &b)
{
    return std::tie(a.at, a.span.from, a.span.to) < std::tie(b.at, b.span.from, b.span.to);
}

/// Leaves out lanes beside which a longer one runs with nothing in between: a line is moved within the room
/// it has anyway. Nothing that is at least `tolerance` wide fits between two such lanes.
std::vector<Lane> withoutDoubles(std::vector<Lane> lanes, double tolerance)
{
    std::sort(lanes.begin(), lanes.end(), isBefore);
    const auto covers = [](const Lane &a, const Lane &b) {
        return a.span.from <= b.span.from && b.span.to <= a.span.to;
    };
    std::vector<Lane> kept;
    for (const auto &lane : lanes) {
        while (!kept.empty() && lane.at - kept.back().at < tolerance && covers(lane, kept.back()))
            kept.pop_back();
        bool covered = false;
        for (auto other = kept.rbegin(); other != kept.rend() && !covered; ++other) {
            if (lane.at - other->at >= tolerance)
                break;
            covered = covers(*other, lane);
        }
        if (!covered)
            kept.push_back(lane);
    }
    return kept;
}

/// Those that lie upon each other as one.
std::vector<Lane> merged(std::vector<Lane> lanes)
{
    std::sort(lanes.begin(), lanes.end(), isBefore);
    for (std::size_t i = 1; i < lanes.size(); ++i) {
        if (lanes[i].at - lanes[i - 1].at <= sameLane)
            lanes[i].at = lanes[i - 1].at;
    }
    std::sort(lanes.begin(), lanes.end(), isBefore);
    std::vector<Lane> result;
    for (const auto &lane : lanes) {
        if (result.empty() || lane.at != result.back().at || lane.span.from > result.back().span.to) {
            result.push_back(lane);
            continue;
        }
        auto &last = result.back();
        last.isDoorway = last.isDoorway && lane.isDoorway;
        if (lane.span.from == last.span.from)
            last.beginsAtBox = last.beginsAtBox || lane.beginsAtBox;
        if (lane.span.to > last.span.to) {
            last.span.to = lane.span.to;
            last.endsAtBox = lane.endsAtBox;
        } else if (lane.span.to == last.span.to) {
            last.endsAtBox = last.endsAtBox || lane.endsAtBox;
        }
    }
    return result;
}

void addBeside(std::vector<Lane> &lanes, const Obstacles &obstacles, const Rect &rect, const Rect &window,
               double gap)
{
    const Span side{rect.top, std::max(rect.bottom, rect.top + 1)};
    const double room[] = {rect.left - obstacles.across(rect.left, side, 2 * gap).from,
                           obstacles.across(rect.right, side, 2 * gap).to - rect.right};
    for (const int direction : {0, 1}) {
        if (room[direction] < leastRoom)
            continue;
        const double distance = room[direction] / 2;
        const double at = direction == 0 ? rect.left - distance : rect.right + distance;
        if (at < window.left || at > window.right)
            continue;
        const double middle = std::clamp((rect.top + rect.bottom) / 2, window.top, window.bottom);
        const auto span = obstacles.along(at, middle, {window.top, window.bottom});
        if (!span.empty())
            lanes.push_back({at, span});
    }
}

void addDoorway(std::vector<Lane> &lanes, const Obstacles &obstacles, const Doorway &doorway,
                const Rect &window)
{
    const auto &rect = obstacles.rects()[doorway.box];
    const auto up = obstacles.along(doorway.at, rect.top, {std::min(window.top, rect.top), rect.top});
    if (rect.top - up.from >= leastRoom && !up.empty())
        lanes.push_back({doorway.at, {up.from, rect.top}, false, true, true});
    const auto down =
        obstacles.along(doorway.at, rect.bottom, {rect.bottom, std::max(window.bottom, rect.bottom)});
    if (down.to - rect.bottom >= leastRoom && !down.empty())
        lanes.push_back({doorway.at, {rect.bottom, down.to}, true, false, true});
}

} // namespace

std::vector<Lane> lanesAlong(const Obstacles &obstacles, const std::vector<int> &boxes,
                             const std::vector<Doorway> &doorways, const Rect &window, double gap,
                             const Cancelled &cancelled)
{
    std::vector<Lane> beside;
    double narrowest = gap;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (i % boxesBetweenQuestions == 0 && cancelled && cancelled())
            return {};
        const int box = boxes[i];
        const auto &rect = obstacles.rects()[box];
        narrowest = std::min(narrowest, std::max(1.0, rect.width()));
        addBeside(beside, obstacles, rect, window, gap);
    }
    auto lanes = withoutDoubles(std::move(beside), narrowest);
    for (const auto &doorway : doorways)
        addDoorway(lanes, obstacles, doorway, window);
    return merged(std::move(lanes));
}

} // namespace squall::layout
