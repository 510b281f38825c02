#include "models/diagram/diagramfocus.h"

#include "core/diagram/walks.h"

#include <set>

namespace squall::models {

using namespace Qt::StringLiterals;

DiagramWay wayBetween(const DiagramContent &content, int from, int to)
{
    diagram::Diagram lines;
    lines.entities.resize(content.boxes.size());
    for (const auto &line : content.lines)
        lines.references.push_back({.name = {}, .from = line.from, .to = line.to});
    DiagramWay way{.lines = diagram::wayBetween(lines, from, to)};
    if (way.lines.empty())
        return way;
    way.boxes.push_back(from);
    for (const int each : way.lines) {
        const auto &line = content.lines[static_cast<std::size_t>(each)];
        way.boxes.push_back(line.from == way.boxes.back() ? line.to : line.from);
    }
    return way;
}

std::vector<DiagramStep> stepsFrom(const DiagramContent &content, int box, bool forward)
{
    std::vector<DiagramStep> steps;
    for (std::size_t i = 0; i < content.lines.size(); ++i) {
        const auto &line = content.lines[i];
        if ((forward ? line.from : line.to) == box)
            steps.push_back({static_cast<int>(i), forward ? line.to : line.from});
    }
    return steps;
}

QString textOf(const DiagramContent &content, int number)
{
    const auto &line = content.lines[static_cast<std::size_t>(number)];
    const auto end = [&](int box, int row) {
        const auto &each = content.boxes[static_cast<std::size_t>(box)];
        return row < 0 ? each.id.name : each.id.name + u'.' + each.rows[static_cast<std::size_t>(row)].name;
    };
    return end(line.from, line.fromRow) + u" → "_s + end(line.to, line.toRow);
}

std::vector<int> neighboursOf(const diagram::Diagram &diagram, const QSet<ObjectId> &around, int hops)
{
    std::set<int> found;
    for (std::size_t i = 0; i < diagram.entities.size(); ++i) {
        if (!around.contains(diagram.entities[i].id))
            continue;
        const auto near = diagram::neighbourhood(diagram, static_cast<int>(i), hops);
        found.insert(near.begin(), near.end());
    }
    return {found.begin(), found.end()};
}

} // namespace squall::models
