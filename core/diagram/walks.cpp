#include "core/diagram/walks.h"

#include <algorithm>
#include <deque>

namespace squall::diagram {

namespace {

std::size_t at(int entity)
{
    return static_cast<std::size_t>(entity);
}

/// A reference, as seen from one of its ends.
struct Step
{
    int reference = 0;
    int to = 0;
};

std::vector<std::vector<Step>> stepsOf(const Diagram &diagram)
{
    std::vector<std::vector<Step>> steps(diagram.entities.size());
    for (std::size_t i = 0; i < diagram.references.size(); ++i) {
        const auto &reference = diagram.references[i];
        steps[at(reference.from)].push_back({static_cast<int>(i), reference.to});
        steps[at(reference.to)].push_back({static_cast<int>(i), reference.from});
    }
    return steps;
}

/// Strongly connected components by Tarjan's algorithm, with a stack of its own: a chain of ten thousand
/// tables must not end the process.
class Circles
{
public:
    explicit Circles(const Diagram &diagram)
        : m_next(diagram.entities.size())
        , m_order(diagram.entities.size(), unseen)
        , m_low(diagram.entities.size(), 0)
        , m_open(diagram.entities.size(), false)
    {
        for (const auto &reference : diagram.references)
            m_next[at(reference.from)].push_back(reference.to);
    }

    std::vector<std::vector<int>> find()
    {
        for (std::size_t i = 0; i < m_next.size(); ++i) {
            if (m_order[i] == unseen)
                walk(static_cast<int>(i));
        }
        std::stable_sort(m_found.begin(), m_found.end(),
                         [](const auto &one, const auto &other) { return one.size() > other.size(); });
        return std::move(m_found);
    }

private:
    static constexpr int unseen = -1;

    struct Place
    {
        int entity = 0;
        std::size_t next = 0;
    };

    void enter(int entity)
    {
        m_order[at(entity)] = m_low[at(entity)] = m_count++;
        m_open[at(entity)] = true;
        m_stack.push_back(entity);
        m_way.push_back({entity});
    }

    void walk(int first)
    {
        enter(first);
        while (!m_way.empty()) {
            auto &place = m_way.back();
            const int entity = place.entity;
            if (place.next == m_next[at(entity)].size()) {
                leave(entity);
                continue;
            }
            const int other = m_next[at(entity)][place.next++];
            if (m_order[at(other)] == unseen)
                enter(other);
            else if (m_open[at(other)])
                m_low[at(entity)] = std::min(m_low[at(entity)], m_order[at(other)]);
        }
    }

    void leave(int entity)
    {
        m_way.pop_back();
        if (!m_way.empty()) {
            auto &low = m_low[at(m_way.back().entity)];
            low = std::min(low, m_low[at(entity)]);
        }
        if (m_low[at(entity)] != m_order[at(entity)])
            return;
        const auto begin = std::find(m_stack.begin(), m_stack.end(), entity);
        std::vector<int> circle(begin, m_stack.end());
        m_stack.erase(begin, m_stack.end());
        for (const int member : circle)
            m_open[at(member)] = false;
        if (circle.size() < 2)
            return;
        std::sort(circle.begin(), circle.end());
        m_found.push_back(std::move(circle));
    }

    std::vector<std::vector<int>> m_next;
    std::vector<int> m_order;
    std::vector<int> m_low;
    std::vector<bool> m_open;
    std::vector<int> m_stack;
    std::vector<Place> m_way;
    std::vector<std::vector<int>> m_found;
    int m_count = 0;
};

} // namespace

std::vector<int> neighbourhood(const Diagram &diagram, int entity, int hops)
{
    const auto steps = stepsOf(diagram);
    std::vector<bool> seen(diagram.entities.size(), false);
    std::vector<int> found{entity};
    seen[at(entity)] = true;
    std::size_t begin = 0;
    for (int hop = 0; hop < hops; ++hop) {
        const auto end = found.size();
        for (; begin < end; ++begin) {
            for (const auto &step : steps[at(found[begin])]) {
                if (seen[at(step.to)])
                    continue;
                seen[at(step.to)] = true;
                found.push_back(step.to);
            }
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<int> wayBetween(const Diagram &diagram, int from, int to)
{
    const auto steps = stepsOf(diagram);
    std::vector<Step> came(diagram.entities.size(), {-1, -1}); // by which reference, and where from
    std::deque<int> waiting{from};
    while (!waiting.empty() && waiting.front() != to) {
        const int entity = waiting.front();
        waiting.pop_front();
        for (const auto &step : steps[at(entity)]) {
            if (step.to == from || came[at(step.to)].reference >= 0)
                continue;
            came[at(step.to)] = {step.reference, entity};
            waiting.push_back(step.to);
        }
    }
    std::vector<int> way;
    if (waiting.empty())
        return way;
    for (int entity = to; entity != from; entity = came[at(entity)].to)
        way.push_back(came[at(entity)].reference);
    std::reverse(way.begin(), way.end());
    return way;
}

std::vector<std::vector<int>> cycles(const Diagram &diagram)
{
    return Circles(diagram).find();
}

} // namespace squall::diagram
