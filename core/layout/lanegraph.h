#pragma once

#include "core/layout/lanes.h"

#include <array>
#include <utility>
#include <vector>

namespace squall::layout {

/// Where lanes cross, and what runs there.
struct Crossroads
{
    enum Direction { Left, Right, Up, Down };

    double x = 0;
    double y = 0;
    /// The next crossroads in each direction; -1 where there is none.
    std::array<int, 4> next = {-1, -1, -1, -1};
    /// Whether the lane serves only somebody's doorway, the level one and the upright one.
    std::array<bool, 2> isDoorway = {false, false};
    /// Routes that pass straight, level and upright.
    std::array<int, 2> passing = {0, 0};
    /// Routes on the way to the right and downward.
    std::array<int, 2> load = {0, 0};
    /// How many have room beside each other on that way; -1 as long as nobody has asked.
    std::array<int, 2> capacity = {-1, -1};
};

/// A place at the border of a box at which a route begins.
struct Gate
{
    int crossroads = 0;
    Side side = Side::Right;
};

/// The places where routes can run, as a graph: what the search for a route works on.
class LaneGraph
{
public:
    /// `around` has to outlive it. Has gates for the ends of `edges`. Only what lies in `window` counts.
    LaneGraph(const Graph &graph, const Surroundings &around, const std::vector<int> &edges,
              const Rect &window, const Options &options, const Cancelled &cancelled);

    std::vector<Crossroads> &crossroads() { return m_crossroads; }
    const std::vector<Crossroads> &crossroads() const { return m_crossroads; }
    const std::vector<Gate> &gates(const End &end) const;
    /// How many routes have room beside each other from these crossroads to the right, or downward.
    int capacity(int crossroads, bool upright);

private:
    void cross(const std::vector<Lane> &upright, const std::vector<Lane> &level, const Cancelled &cancelled);
    int add(double x, double y);
    void joinUpright(int from, int to);
    void joinLevel(int from, int to);
    void findGates(const Graph &graph, const std::vector<Rect> &rects, const std::vector<End> &ends);
    int atBox(double x, double y) const;

    const Surroundings &m_around;
    double m_lineGap;
    std::vector<Crossroads> m_crossroads;
    std::vector<std::pair<End, std::vector<Gate>>> m_gates; ///< sorted
    /// Ends of lanes at boxes: position and crossroads, sorted.
    std::vector<std::pair<std::pair<double, double>, int>> m_atBoxes;
};

/// How far below the top of its box a line ends there; in the middle, where it may end anywhere.
double heightOf(const Box &box, const End &end);

} // namespace squall::layout
