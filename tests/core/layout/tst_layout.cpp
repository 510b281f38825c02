#include "core/layout/crossings.h"
#include "core/layout/layout.h"
#include "tests/core/layout/measures.h"
#include "tests/core/layout/randomgraph.h"
#include "tests/models/cputime.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace squall;
using namespace squall::layout;
using namespace squall::layout::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr qreal flattest = 3;
/// Of the thread's own time, in a build that is not the fastest.
constexpr double mostSeconds = 15;

Graph boxesOnly(int count)
{
    Graph graph;
    for (int i = 0; i < count; ++i)
        graph.boxes.push_back(tableBox(3 + i * 7 % 28));
    return graph;
}

Graph cycle(int count)
{
    auto graph = boxesOnly(count);
    for (int i = 0; i < count; ++i)
        graph.edges.push_back({{i, 1}, {(i + 1) % count, 0}});
    return graph;
}

Graph star(int leaves)
{
    auto graph = boxesOnly(leaves + 1);
    for (int i = 1; i <= leaves; ++i)
        graph.edges.push_back({{i, 1}, {0, 0}});
    return graph;
}

Graph withSelfEdges()
{
    auto graph = boxesOnly(3);
    graph.edges = {
        {{0, 1}, {0, 0}}, {{1, 0}, {1, 0}}, {{2, End::anywhere}, {2, End::anywhere}}, {{0, 2}, {0, 0}}};
    return graph;
}

/// Each knows two that all know, and some others.
Graph withTwoHubs(int tables)
{
    auto graph = randomGraph(tables, 3);
    std::erase_if(graph.edges, [](const Edge &edge) { return (edge.from.box + edge.to.box) % 3 == 0; });
    for (int i = 2; i < tables; ++i) {
        graph.edges.push_back({{i, 1}, {0, 0}});
        graph.edges.push_back({{i, 2}, {1, 0}});
    }
    return graph;
}

/// As wide as names of 63 wide letters make them.
Graph ofWideBoxes()
{
    auto graph = randomGraph(100, 5);
    for (auto &box : graph.boxes)
        box.size.setWidth(1040);
    return graph;
}

Graph withGiantHub()
{
    Graph graph;
    graph.boxes.push_back(tableBox(1600));
    for (int i = 1; i <= 50; ++i) {
        graph.boxes.push_back(tableBox(4));
        graph.edges.push_back({{i, 1}, {0, i * 30}});
    }
    return graph;
}

Graph withDoubledEdges()
{
    auto graph = cycle(12);
    const auto edges = graph.edges;
    for (int i = 0; i < 3; ++i)
        graph.edges.insert(graph.edges.end(), edges.begin(), edges.end());
    return graph;
}

Graph withoutPorts(int tables)
{
    auto graph = randomGraph(tables, 5);
    for (auto &edge : graph.edges)
        edge.from.port = edge.to.port = End::anywhere;
    return graph;
}

Graph withGiant()
{
    auto graph = randomGraph(60, 3);
    graph.boxes[7] = tableBox(1600);
    return graph;
}

Graph ofManySizes()
{
    auto graph = randomGraph(80, 9);
    for (int i = 0; i < 80; i += 4) {
        auto &box = graph.boxes[i];
        box.size = i % 8 == 0 ? QSizeF(2400, 90) : QSizeF(12, 12);
        box.ports.assign(box.ports.size(), 6);
    }
    return graph;
}

bool isFinite(const Picture &picture)
{
    const auto isNumber = [](const QPointF &point) {
        return std::isfinite(point.x()) && std::isfinite(point.y());
    };
    return std::all_of(picture.positions.begin(), picture.positions.end(), isNumber) &&
           std::all_of(picture.routes.begin(), picture.routes.end(), [&](const Route &route) {
               return std::all_of(route.points.begin(), route.points.end(), isNumber);
           });
}

} // namespace

class TestLayout : public QObject
{
    Q_OBJECT

private slots:
    void ofRandomSchemas_data();
    void ofRandomSchemas();
    void ofAnyInput_data();
    void ofAnyInput();
    void ofNothing();
    void ofNonsense();
    void leadsToAHubAsATree();
    void keepsGroupsTogether();
    void isTheSameEachTime();
    void stopsWhenAsked();
};

void TestLayout::ofRandomSchemas_data()
{
    QTest::addColumn<int>("tables");
    QTest::addColumn<int>("seed");
    for (const int tables : {20, 100, 400, 1000}) {
        const int seeds = tables <= 100 ? 5 : 2;
        for (int seed = 1; seed <= seeds; ++seed)
            QTest::addRow("%d tables, number %d", tables, seed) << tables << seed;
    }
}

void TestLayout::ofRandomSchemas()
{
    QFETCH(const int, tables);
    QFETCH(const int, seed);
    const Options options;
    const auto graph = randomGraph(tables, seed);
    const auto picture = arrange(graph, options).value();
    QCOMPARE(overlaps(graph, picture.positions), 0);
    QCOMPARE(routesThroughBoxes(graph, picture.positions, picture.routes), 0);
    QCOMPARE(misledRoutes(graph, picture.positions, picture.routes), 0);
    const qreal aspect = picture.bounds.width() / picture.bounds.height();
    QVERIFY2(aspect > options.aspect / 1.7 && aspect < options.aspect * 1.7,
             qPrintable(QString::number(aspect)));
    qInfo("%zu edges: %d crossings, %.0f long, %.0f of it shared, aspect %.2f, %d short stubs",
          graph.edges.size(), crossings(picture.routes), lengthOf(picture.routes),
          sharedLength(graph, picture.routes), aspect, shortStubs(picture.routes, options.stub));
}

void TestLayout::ofAnyInput_data()
{
    QTest::addColumn<Graph>("graph");
    QTest::addColumn<bool>("flat"); // boxes so large that no arrangement has the aspect

    QTest::newRow("one box") << boxesOnly(1) << true;
    QTest::newRow("two boxes") << boxesOnly(2) << true;
    QTest::newRow("boxes without edges") << boxesOnly(200) << false;
    QTest::newRow("10,000 boxes without edges") << boxesOnly(10'000) << false;
    QTest::newRow("edges from boxes to themselves") << withSelfEdges() << true;
    QTest::newRow("cycle of 300") << cycle(300) << false;
    QTest::newRow("star of 500") << star(500) << false;
    QTest::newRow("star of 1000") << star(1000) << false;
    QTest::newRow("all joined to the same two") << withTwoHubs(300) << false;
    QTest::newRow("more than are led past each other") << randomGraph(2200, 1) << false;
    QTest::newRow("very wide boxes") << ofWideBoxes() << false;
    QTest::newRow("a box of 1600 rows that all others know") << withGiantHub() << true;
    QTest::newRow("the same edges four times") << withDoubledEdges() << false;
    QTest::newRow("lines that end anywhere") << withoutPorts(150) << false;
    QTest::newRow("a box of 1600 rows") << withGiant() << true;
    QTest::newRow("boxes of very different sizes") << ofManySizes() << false;
}

void TestLayout::ofAnyInput()
{
    QFETCH(const Graph, graph);
    QFETCH(const bool, flat);
    const auto before = test::cpuNanoseconds();
    const auto picture = arrange(graph).value();
    const auto seconds = static_cast<double>(test::cpuNanoseconds() - before) / 1e9;
    QVERIFY2(seconds < mostSeconds * test::slowdown, qPrintable(QString::number(seconds)));
    QVERIFY(isFinite(picture));
    QCOMPARE(picture.positions.size(), graph.boxes.size());
    QCOMPARE(picture.routes.size(), graph.edges.size());
    QCOMPARE(overlaps(graph, picture.positions), 0);
    QCOMPARE(routesThroughBoxes(graph, picture.positions, picture.routes), 0);
    QCOMPARE(misledRoutes(graph, picture.positions, picture.routes), 0);
    const qreal aspect = picture.bounds.width() / picture.bounds.height();
    QVERIFY2(flat || (aspect > 1 / flattest && aspect < flattest), qPrintable(QString::number(aspect)));
}

void TestLayout::ofNothing()
{
    const auto picture = arrange({}).value();
    QVERIFY(picture.positions.empty());
    QVERIFY(picture.routes.empty());
    QVERIFY(picture.bounds.isNull());
}

void TestLayout::ofNonsense()
{
    constexpr qreal noNumber = std::numeric_limits<qreal>::quiet_NaN();
    Graph graph;
    graph.boxes = {Box{{noNumber, 100}, 0, {noNumber}}, Box{{-5, 1e300}, -7, {}}, tableBox(3)};
    graph.edges = {{{0, 0}, {2, 99}}, {{0, 3}, {17, 0}}, {{-1, 0}, {1, 0}}, {{2, 1}, {1, 0}}};
    const auto picture =
        arrange(graph, {.aspect = noNumber, .columnGap = -1, .rowGap = 0, .stub = 1e9}).value();
    QVERIFY(isFinite(picture));
    QVERIFY(picture.routes[0].points.size() >= 2);
    QVERIFY(picture.routes[1].points.empty());
    QVERIFY(picture.routes[2].points.empty());
    QVERIFY(picture.routes[3].points.size() >= 2);
}

/// Lines to the same end run together, instead of hundreds side by side that cross each other.
void TestLayout::leadsToAHubAsATree()
{
    for (const int leaves : {100, 300}) {
        const auto graph = star(leaves);
        const auto picture = arrange(graph).value();
        QVERIFY2(crossings(picture.routes) <= leaves / 50,
                 qPrintable(QString::number(crossings(picture.routes))));
        qreal boxes = 0;
        for (const auto &box : graph.boxes)
            boxes += box.size.width() * box.size.height();
        QVERIFY(boxes > 0.4 * picture.bounds.width() * picture.bounds.height());
        // In the middle of those that know it.
        const auto at = picture.positions[0] - picture.bounds.topLeft();
        QVERIFY(at.x() > picture.bounds.width() / 4 && at.x() < picture.bounds.width() * 3 / 4);
    }
}

/// Two schemas of which only a few tables know each other.
void TestLayout::keepsGroupsTogether()
{
    auto graph = randomGraph(40, 4);
    const auto second = randomGraph(40, 6);
    for (auto &box : graph.boxes)
        box.group = 0;
    for (auto box : second.boxes) {
        box.group = 1;
        graph.boxes.push_back(box);
    }
    for (const auto &edge : second.edges)
        graph.edges.push_back({{edge.from.box + 40, edge.from.port}, {edge.to.box + 40, edge.to.port}});
    graph.edges.push_back({{3, 1}, {45, 0}});
    graph.edges.push_back({{17, 1}, {61, 0}});
    const auto picture = arrange(graph).value();
    qreal within = 0;
    qreal between = 0;
    for (std::size_t i = 0; i < graph.boxes.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const qreal distance = (picture.positions[i] - picture.positions[j]).manhattanLength();
            (graph.boxes[i].group == graph.boxes[j].group ? within : between) += distance;
        }
    }
    within /= 40 * 39;
    between /= 40 * 40;
    QVERIFY2(between > 1.3 * within, qPrintable(u"%1 within, %2 between"_s.arg(within).arg(between)));
}

void TestLayout::isTheSameEachTime()
{
    const auto graph = randomGraph(100, 11);
    QCOMPARE(arrange(graph).value(), arrange(graph).value());
}

void TestLayout::stopsWhenAsked()
{
    const auto graph = randomGraph(300, 2);
    int questions = 0;
    QVERIFY(arrange(graph, {}, [&] { return ++questions < 0; }).ok());
    QVERIFY2(questions > 100, qPrintable(QString::number(questions)));
    for (int after = 0; after < questions; after += questions / 12) {
        int asked = 0;
        const auto result = arrange(graph, {}, [&] { return ++asked > after; });
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, Error::Code::Cancelled);
        // Whatever it was at, it does not go on for long.
        QVERIFY2(asked - after < 30, qPrintable(QString::number(asked - after)));
    }
}

QTEST_GUILESS_MAIN(TestLayout)
#include "tst_layout.moc"
