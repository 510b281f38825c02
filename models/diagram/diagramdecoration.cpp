#include "models/diagram/diagramdecoration.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace squall::models {

namespace {

constexpr double margin = 14;     ///< of the ground around its tables
constexpr double nameHeight = 30; ///< what a name may take when it is drawn larger from afar
constexpr double reach = 176;     ///< tables that are farther apart are no neighbours

/// What lies between two boxes that face each other; nothing when they do not, or are too far apart.
std::optional<QRectF> bridge(const QRectF &one, const QRectF &other)
{
    const double left = std::max(one.left(), other.left());
    const double right = std::min(one.right(), other.right());
    const double top = std::max(one.top(), other.top());
    const double bottom = std::min(one.bottom(), other.bottom());
    const double across = left - right;
    const double down = top - bottom;
    if (across <= 0 && down > 0 && down <= reach)
        return QRectF(QPointF(left, bottom), QPointF(right, top));
    if (down <= 0 && across > 0 && across <= reach)
        return QRectF(QPointF(right, top), QPointF(left, bottom));
    return {};
}

/// The boxes of one group, by the island that each belongs to.
class Islands
{
public:
    Islands(const std::vector<QRectF> &boxes, std::vector<int> members)
        : m_boxes(boxes)
        , m_members(std::move(members))
        , m_island(m_members.size())
    {
        std::sort(m_members.begin(), m_members.end(), [&](int one, int other) {
            return std::pair(rect(one).left(), rect(one).top()) <
                   std::pair(rect(other).left(), rect(other).top());
        });
        std::iota(m_island.begin(), m_island.end(), std::size_t(0));
        for (std::size_t one = 0; one < m_members.size(); ++one)
            join(one);
    }

    std::vector<DiagramIsland> make(const DiagramGroup &mark)
    {
        std::vector<DiagramIsland> islands;
        for (std::size_t root = 0; root < m_members.size(); ++root) {
            if (find(root) != root)
                continue;
            DiagramIsland island{.mark = mark};
            for (std::size_t each = 0; each < m_members.size(); ++each) {
                if (find(each) == root)
                    island.ground.push_back(rect(m_members[each]).adjusted(-margin, -margin, margin, margin));
            }
            name(island);
            for (const auto &[each, between] : m_bridges) {
                if (find(each) == root)
                    island.ground.push_back(between);
            }
            islands.push_back(std::move(island));
        }
        return islands;
    }

private:
    const QRectF &rect(int box) const { return m_boxes[static_cast<std::size_t>(box)]; }

    std::size_t find(std::size_t each)
    {
        while (m_island[each] != each)
            each = m_island[each] = m_island[m_island[each]];
        return each;
    }

    void join(std::size_t one)
    {
        const auto &from = rect(m_members[one]);
        for (std::size_t other = one + 1; other < m_members.size(); ++other) {
            const auto &to = rect(m_members[other]);
            if (to.left() > from.right() + reach)
                break;
            const auto between = bridge(from, to);
            if (!between || !isFree(*between))
                continue;
            m_island[std::max(find(one), find(other))] = std::min(find(one), find(other));
            m_bridges.emplace_back(one, *between);
        }
    }

    bool isFree(const QRectF &area) const
    {
        return std::none_of(m_boxes.begin(), m_boxes.end(),
                            [&](const QRectF &box) { return box.intersects(area); });
    }

    /// Above the uppermost of its boxes, the leftmost of those.
    static void name(DiagramIsland &island)
    {
        const auto first = std::min_element(
            island.ground.begin(), island.ground.end(), [](const QRectF &one, const QRectF &other) {
                return std::pair(one.top(), one.left()) < std::pair(other.top(), other.left());
            });
        island.name = {first->left(), first->top() - nameHeight, first->width(), nameHeight};
    }

    const std::vector<QRectF> &m_boxes;
    std::vector<int> m_members;
    std::vector<std::size_t> m_island;
    std::vector<std::pair<std::size_t, QRectF>> m_bridges; ///< with a member at one end
};

} // namespace

QRectF DiagramIsland::bounds() const
{
    return std::accumulate(ground.begin(), ground.end(), name,
                           [](const QRectF &all, const QRectF &each) { return all.united(each); });
}

std::optional<DiagramGroup> DiagramDecoration::markOf(int box) const
{
    const auto at = static_cast<std::size_t>(box);
    return at < marks.size() ? marks[at] : std::nullopt;
}

const DiagramPlacedNote *DiagramDecoration::find(const QString &id) const
{
    const auto found =
        std::find_if(notes.begin(), notes.end(), [&](const auto &each) { return each.id == id; });
    return found == notes.end() ? nullptr : &*found;
}

const DiagramPlacedNote *DiagramDecoration::noteAt(QPointF point) const
{
    const auto found = std::find_if(notes.rbegin(), notes.rend(),
                                    [&](const auto &each) { return each.rect.contains(point); });
    return found == notes.rend() ? nullptr : &*found;
}

QRectF DiagramDecoration::bounds() const
{
    QRectF all;
    for (const auto &island : islands)
        all = all.united(island.bounds());
    for (const auto &note : notes)
        all = all.united(note.rect);
    return all;
}

std::vector<DiagramIsland> islandsOf(const std::vector<std::optional<DiagramGroup>> &marks,
                                     const std::vector<QRectF> &boxes)
{
    std::vector<std::pair<DiagramGroup, std::vector<int>>> groups;
    for (std::size_t box = 0; box < marks.size(); ++box) {
        if (!marks[box])
            continue;
        auto group = std::find_if(groups.begin(), groups.end(),
                                  [&](const auto &each) { return each.first == *marks[box]; });
        if (group == groups.end())
            group = groups.insert(group, {*marks[box], {}});
        group->second.push_back(static_cast<int>(box));
    }
    std::vector<DiagramIsland> islands;
    for (auto &[mark, members] : groups) {
        auto made = Islands(boxes, std::move(members)).make(mark);
        std::move(made.begin(), made.end(), std::back_inserter(islands));
    }
    return islands;
}

std::vector<QRectF> differences(const DiagramDecoration &before, const DiagramDecoration &now)
{
    std::vector<QRectF> areas;
    const auto compare = [&areas](const auto &one, const auto &other, const auto &areaOf) {
        for (std::size_t i = 0; i < one.size(); ++i) {
            // Nearly always it is where it was.
            const bool stays = (i < other.size() && other[i] == one[i]) ||
                               std::find(other.begin(), other.end(), one[i]) != other.end();
            if (!stays)
                areas.push_back(areaOf(one[i]).adjusted(-margin, -margin, margin, margin));
        }
    };
    const auto island = [](const DiagramIsland &each) { return each.bounds(); };
    const auto note = [](const DiagramPlacedNote &each) { return each.rect; };
    compare(before.islands, now.islands, island);
    compare(now.islands, before.islands, island);
    compare(before.notes, now.notes, note);
    compare(now.notes, before.notes, note);
    return areas;
}

} // namespace squall::models
