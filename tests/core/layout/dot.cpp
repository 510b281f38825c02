#include "tests/core/layout/dot.h"

#include <QProcess>
#include <QStandardPaths>

#include <cmath>

namespace squall::layout::testing {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal unitsAnInch = 72;
constexpr int mostMilliseconds = 240'000;

QByteArray sourceOf(const Graph &graph)
{
    QByteArray text = "digraph g {\nnode [shape=box fixedsize=true label=\"\"]\nedge [arrowhead=none]\n";
    for (std::size_t i = 0; i < graph.boxes.size(); ++i) {
        const auto &size = graph.boxes[i].size;
        text += "n" + QByteArray::number(static_cast<int>(i)) +
                " [width=" + QByteArray::number(size.width() / unitsAnInch) +
                " height=" + QByteArray::number(size.height() / unitsAnInch) + "]\n";
    }
    for (const auto &edge : graph.edges)
        text += "n" + QByteArray::number(edge.from.box) + " -> n" + QByteArray::number(edge.to.box) + "\n";
    return text + "}\n";
}

/// Its lines are Bezier curves: the points between two corners do not count.
Route routeOf(const QList<QByteArray> &words)
{
    Route route;
    const int count = words[3].toInt();
    for (int i = 0; i < count; i += 3) {
        const QPointF point(words[4 + 2 * i].toDouble() * unitsAnInch,
                            words[5 + 2 * i].toDouble() * unitsAnInch);
        auto &points = route.points;
        if (points.size() >= 2) {
            const auto before = points.back() - points[points.size() - 2];
            const auto step = point - points.back();
            if ((std::abs(before.x()) < 0.1 && std::abs(step.x()) < 0.1) ||
                (std::abs(before.y()) < 0.1 && std::abs(step.y()) < 0.1)) {
                points.back() = point;
                continue;
            }
        }
        points.push_back(point);
    }
    return route;
}

} // namespace

std::optional<Picture> drawnByDot(const Graph &graph)
{
    const auto program = QStandardPaths::findExecutable(u"dot"_s);
    if (program.isEmpty())
        return {};
    QProcess dot;
    dot.start(program, {u"-Gsplines=ortho"_s, u"-Tplain"_s});
    dot.write(sourceOf(graph));
    dot.closeWriteChannel();
    if (!dot.waitForFinished(mostMilliseconds) || dot.exitCode() != 0)
        return {};
    Picture picture;
    for (const auto &line : dot.readAllStandardOutput().split('\n')) {
        const auto words = line.simplified().split(' ');
        if (words[0] == "graph")
            picture.bounds = {0, 0, words[2].toDouble() * unitsAnInch, words[3].toDouble() * unitsAnInch};
        else if (words[0] == "edge")
            picture.routes.push_back(routeOf(words));
    }
    return picture;
}

} // namespace squall::layout::testing
