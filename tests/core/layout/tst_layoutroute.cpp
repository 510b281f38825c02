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

bool isFree(const Graph &graph, const Positions &positions, std::size_t box, const QPointF &at, qreal gap)
{
    const QRectF here(at - QPointF(gap, gap), graph.boxes[box].size + QSizeF(2 * gap, 2 * gap));
    for (std::size_t i = 0; i < positions.size(); ++i) {
        if (i != box && here.intersects({positions[i], graph.boxes[i].size}))
            return false;
    }
    return true;
}

/// Anywhere, with little room between.
Positions scattered(const Graph &graph, int seed, qreal gap)
{
    std::mt19937 random(static_cast<unsigned>(seed));
    const auto side = static_cast<unsigned>(450 * std::sqrt(static_cast<double>(graph.boxes.size())));
    Positions positions;
    for (std::size_t i = 0; i < graph.boxes.size(); ++i) {
        QPointF at;
        do
            at = {static_cast<qreal>(random() % side), static_cast<qreal>(random() % side)};
        while (!isFree(graph, positions, i, at, gap));
        positions.push_back(at);
    }
    return positions;
}

} // namespace

class TestLayoutRoute : public QObject
{
    Q_OBJECT

private slots:
    void leadsAroundBoxesAnywhere_data();
    void leadsAroundBoxesAnywhere();
    void goesStraightWhereItCan();
    void keepsParallelLinesApart();
    void leavesByTheSideThatIsFree();
    void survivesOverlaps();
    void stopsWhenAsked();
    void followsADraggedBox();
    void makesWayForADraggedBox();
};

void TestLayoutRoute::leadsAroundBoxesAnywhere_data()
{
    QTest::addColumn<int>("tables");
    QTest::addColumn<int>("seed");
    QTest::addColumn<qreal>("gap");

    for (int seed = 1; seed <= 4; ++seed) {
        QTest::addRow("30 boxes, number %d", seed) << 30 << seed << 10.0;
        QTest::addRow("150 boxes, number %d", seed) << 150 << seed << 6.0;
    }
}

void TestLayoutRoute::leadsAroundBoxesAnywhere()
{
    QFETCH(const int, tables);
    QFETCH(const int, seed);
    QFETCH(const qreal, gap);
    const auto graph = randomGraph(tables, seed);
    const auto positions = scattered(graph, seed, gap);
    const auto routes = route(graph, positions).value();
    QCOMPARE(routesThroughBoxes(graph, positions, routes), 0);
    QCOMPARE(misledRoutes(graph, positions, routes), 0);
}

void TestLayoutRoute::goesStraightWhereItCan()
{
    Graph graph;
    graph.boxes = {tableBox(4), tableBox(4)};
    graph.edges = {{{0, 2}, {1, 2}}};
    const auto routes = route(graph, {{0, 0}, {400, 0}}).value();
    const qreal y = graph.boxes[0].ports[2];
    QCOMPARE(routes[0].points, (std::vector<QPointF>{{200, y}, {400, y}}));
    QCOMPARE(routes[0].leaves, Side::Right);
    QCOMPARE(routes[0].enters, Side::Left);
}

void TestLayoutRoute::keepsParallelLinesApart()
{
    Graph graph;
    graph.boxes = {tableBox(12), tableBox(12)};
    for (int i = 0; i < 6; ++i)
        graph.edges.push_back({{0, i}, {1, 11 - i}});
    const auto routes = route(graph, {{0, 0}, {400, 300}}).value();
    QCOMPARE(sharedLength(graph, routes), 0.0);
    QCOMPARE(shortStubs(routes, Options().stub), 0);
}

/// The right side is walled up.
void TestLayoutRoute::leavesByTheSideThatIsFree()
{
    Graph graph;
    graph.boxes = {tableBox(4), tableBox(4), tableBox(4)};
    graph.edges = {{{0, 1}, {2, 1}}};
    const Positions positions{{0, 0}, {201, 0}, {700, 0}};
    const auto routes = route(graph, positions).value();
    QCOMPARE(routes[0].leaves, Side::Left);
    QCOMPARE(routesThroughBoxes(graph, positions, routes), 0);
}

void TestLayoutRoute::survivesOverlaps()
{
    const auto graph = randomGraph(30, 2);
    const Positions heap(30, QPointF(10, 10));
    const auto routes = route(graph, heap).value();
    QCOMPARE(routes.size(), graph.edges.size());
    for (const auto &line : routes)
        QVERIFY(!line.points.empty());
}

void TestLayoutRoute::stopsWhenAsked()
{
    const auto graph = randomGraph(30, 2);
    const auto result = route(graph, scattered(graph, 1, 10), {}, [] { return true; });
    QVERIFY(!result.ok());
    QCOMPARE(result.error().code, Error::Code::Cancelled);
}

void TestLayoutRoute::followsADraggedBox()
{
    const auto graph = randomGraph(100, 5);
    auto [positions, routes, bounds] = arrange(graph).value();
    for (const int box : {0, 17, 60, 99}) {
        QPointF at = positions[box];
        do
            at += QPointF(37, 61);
        while (!isFree(graph, positions, static_cast<std::size_t>(box), at, 6));
        positions[box] = at;
        const auto before = routes;
        routes = reroute(graph, positions, routes, {box});
        QCOMPARE(routesThroughBoxes(graph, positions, routes), 0);
        QCOMPARE(misledRoutes(graph, positions, routes), 0);
    }
}

/// Lines of others that the box comes to lie on are led around it; all others stay.
void TestLayoutRoute::makesWayForADraggedBox()
{
    Graph graph;
    graph.boxes = {tableBox(4), tableBox(4), tableBox(4), tableBox(4), tableBox(4)};
    graph.edges = {{{0, 1}, {1, 1}}, {{3, 1}, {4, 1}}};
    Positions positions{{0, 0}, {1000, 0}, {500, 800}, {0, 1500}, {1000, 1500}};
    const auto before = route(graph, positions).value();
    positions[2] = {500, 20};
    const auto after = reroute(graph, positions, before, {2});
    QVERIFY(before[0] != after[0]);
    QCOMPARE(before[1], after[1]);
    QCOMPARE(routesThroughBoxes(graph, positions, after), 0);
}

QTEST_GUILESS_MAIN(TestLayoutRoute)
#include "tst_layoutroute.moc"
