#include "core/layout/layout.h"
#include "tests/core/layout/measures.h"
#include "tests/core/layout/randomgraph.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace squall;
using namespace squall::layout;
using namespace squall::layout::testing;

namespace {

using Kept = std::vector<std::optional<QPointF>>;

Kept keptOf(const Positions &positions)
{
    return {positions.begin(), positions.end()};
}

qreal distanceToNeighbours(const Graph &graph, const Positions &positions, int box)
{
    qreal nearest = 1e9;
    for (const auto &[from, to] : graph.edges) {
        if ((from.box == box) != (to.box == box)) {
            const QRectF here(positions[box], graph.boxes[box].size);
            const int other = from.box == box ? to.box : from.box;
            const QRectF there(positions[other], graph.boxes[other].size);
            const qreal dx = std::max({0.0, there.left() - here.right(), here.left() - there.right()});
            const qreal dy = std::max({0.0, there.top() - here.bottom(), here.top() - there.bottom()});
            nearest = std::min(nearest, dx + dy);
        }
    }
    return nearest;
}

void removeBox(Graph &graph, Kept &kept, int box)
{
    graph.boxes.erase(graph.boxes.begin() + box);
    kept.erase(kept.begin() + box);
    std::erase_if(graph.edges, [&](const Edge &edge) { return edge.from.box == box || edge.to.box == box; });
    for (auto &edge : graph.edges) {
        edge.from.box -= edge.from.box > box ? 1 : 0;
        edge.to.box -= edge.to.box > box ? 1 : 0;
    }
}

} // namespace

class TestLayoutExtend : public QObject
{
    Q_OBJECT

private slots:
    void moveNothingInAHundredChanges();
    void placeNewOnesNextToTheirNeighbours();
    void placeManyAtOnce();
    void placeWhatIsJoinedToNothingBesideAll();
    void placeAllWhereNothingIsKept();
    void stopWhenAsked();
};

/// Boxes come and go, and edges with them.
void TestLayoutExtend::moveNothingInAHundredChanges()
{
    auto graph = randomGraph(60, 21);
    auto kept = keptOf(arrange(graph).value().positions);
    std::mt19937 random(8);
    const auto below = [&](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
    for (int change = 0; change < 100; ++change) {
        const int count = static_cast<int>(graph.boxes.size());
        switch (below(4)) {
        case 0:
        case 1:
            graph.boxes.push_back(tableBox(3 + below(28)));
            kept.emplace_back();
            for (int i = below(4); i > 0; --i)
                graph.edges.push_back({{count, 1 + below(2)}, {below(count), 0}});
            break;
        case 2: removeBox(graph, kept, below(count)); break;
        default: graph.edges.push_back({{below(count), 1}, {below(count), 0}});
        }
        const auto picture = extend(graph, kept).value();
        for (std::size_t i = 0; i < kept.size(); ++i)
            QVERIFY(!kept[i] || *kept[i] == picture.positions[i]);
        QCOMPARE(overlaps(graph, picture.positions), 0);
        QCOMPARE(routesThroughBoxes(graph, picture.positions, picture.routes), 0);
        QCOMPARE(misledRoutes(graph, picture.positions, picture.routes), 0);
        kept = keptOf(picture.positions);
    }
}

void TestLayoutExtend::placeNewOnesNextToTheirNeighbours()
{
    auto graph = randomGraph(100, 31);
    auto kept = keptOf(arrange(graph).value().positions);
    for (int i = 0; i < 10; ++i) {
        graph.boxes.push_back(tableBox(6));
        graph.edges.push_back({{100 + i, 1}, {i * 9, 0}});
        kept.emplace_back();
    }
    const auto picture = extend(graph, kept).value();
    QCOMPARE(overlaps(graph, picture.positions), 0);
    const qreal whole = picture.bounds.width() + picture.bounds.height();
    for (int box = 100; box < 110; ++box) {
        const qreal distance = distanceToNeighbours(graph, picture.positions, box);
        QVERIFY2(distance < whole / 8, qPrintable(QString::number(distance / whole)));
    }
}

void TestLayoutExtend::placeManyAtOnce()
{
    const auto graph = randomGraph(300, 12);
    auto kept = keptOf(arrange(graph).value().positions);
    for (std::size_t i = 0; i < kept.size(); i += 2)
        kept[i].reset();
    const auto picture = extend(graph, kept).value();
    for (std::size_t i = 0; i < kept.size(); ++i)
        QVERIFY(!kept[i] || *kept[i] == picture.positions[i]);
    QCOMPARE(overlaps(graph, picture.positions), 0);
    QCOMPARE(routesThroughBoxes(graph, picture.positions, picture.routes), 0);
}

void TestLayoutExtend::placeWhatIsJoinedToNothingBesideAll()
{
    Graph graph;
    graph.boxes = {tableBox(5), tableBox(5), tableBox(5), tableBox(5)};
    graph.edges = {{{0, 1}, {1, 0}}, {{2, 1}, {3, 0}}};
    const auto picture = extend(graph, {QPointF(100, 100), QPointF(500, 130), {}, {}}).value();
    QCOMPARE(picture.positions[0], QPointF(100, 100));
    QCOMPARE(picture.positions[1], QPointF(500, 130));
    QCOMPARE(overlaps(graph, picture.positions), 0);
    QVERIFY(picture.positions[2].y() < 800);
    QVERIFY(picture.positions[3].y() < 800);
}

void TestLayoutExtend::placeAllWhereNothingIsKept()
{
    const auto graph = randomGraph(50, 2);
    QCOMPARE(extend(graph, {}).value(), arrange(graph).value());
}

void TestLayoutExtend::stopWhenAsked()
{
    const auto graph = randomGraph(50, 2);
    const auto result = extend(graph, {QPointF()}, {}, [] { return true; });
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, Error::Code::Cancelled);
}

QTEST_GUILESS_MAIN(TestLayoutExtend)
#include "tst_layoutextend.moc"
