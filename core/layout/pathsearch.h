#pragma once

#include "core/layout/lanegraph.h"

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace squall::layout {

/// The way of one route along lanes.
struct Way
{
    std::vector<int> crossroads = {};
    int bundle = -1;
    Side leaves = Side::Right;
    Side enters = Side::Left;
};

/// Finds ways that are short, bend seldom, cross few of those that are there already and avoid crowds.
class PathSearch
{
public:
    /// `haste`: how much more than it can know for sure it expects of the rest of a way. From 1 up it looks
    /// at less. `heedsOthers`: whether it counts crossings and crowds at all.
    PathSearch(LaneGraph &graph, double haste, bool heedsOthers = true);

    /// From one of the gates to one of the others; nothing where there is no way. Those of one bundle like to
    /// run upon each other; -1: of none.
    std::optional<Way> find(const std::vector<Gate> &from, const std::vector<Gate> &to, int bundle);
    void occupy(const Way &way);
    void leave(const Way &way);
    /// How many of those that are there it goes straight across.
    int crossings(const Way &way) const;

private:
    struct State
    {
        double cost = 0;
        int before = -1;
        /// Where it came onto the lane that it is on, and in which direction it went until then.
        int joined = -1;
        int came = -1;
        int round = 0;
        bool done = false;
    };
    struct Candidate
    {
        double estimate;
        int state;
        bool operator<(const Candidate &other) const
        {
            return estimate != other.estimate ? estimate > other.estimate : state > other.state;
        }
    };

    using Key = std::uint64_t;
    static Key keyOf(int bundle, int number, bool upright)
    {
        return (static_cast<Key>(bundle) << 32U) | (static_cast<Key>(number) << 1U) | (upright ? 1U : 0U);
    }
    void count(const Way &way, int by);
    int change(std::unordered_map<Key, int> &uses, Key key, int bundle, int by);
    double estimate(const Crossroads &here, bool upright, const std::vector<Gate> &to) const;
    double stepCost(int from, int to, int direction);
    double turnCost(const State &state, int here, int direction) const;
    void offer(int state, const State &reached, const std::vector<Gate> &to);
    int cameFrom(int state) const;
    bool mayTurn(const Crossroads &here, bool upright, const std::vector<Gate> &to) const;
    void expand(int state, const std::vector<Gate> &to);
    Way wayTo(int state, const Gate &target, const std::vector<Gate> &from) const;

    LaneGraph &m_graph;
    std::vector<Crossroads> &m_crossroads;
    double m_haste;
    bool m_heedsOthers;
    std::vector<State> m_states; ///< two for each crossroads: reached level, reached upright
    std::vector<Candidate> m_open;
    int m_round = 0;
    int m_bundle = -1; ///< of the way that is looked for
    /// How many of a bundle run on the way from crossroads to the right or downward, or pass them straight.
    std::unordered_map<Key, int> m_runs;
    std::unordered_map<Key, int> m_passes;
};

} // namespace squall::layout
