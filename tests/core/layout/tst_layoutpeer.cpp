#include "core/layout/crossings.h"
#include "core/layout/layout.h"
#include "tests/core/layout/dot.h"
#include "tests/core/layout/randomgraph.h"

#include <QTest>

using namespace squall::layout;
using namespace squall::layout::testing;

/// How often lines cross, compared with what Graphviz makes of the same graphs.
class TestLayoutPeer : public QObject
{
    Q_OBJECT

private slots:
    void crossesNoMoreThanDot_data();
    void crossesNoMoreThanDot();
};

void TestLayoutPeer::crossesNoMoreThanDot_data()
{
    QTest::addColumn<int>("tables");
    QTest::addColumn<int>("seeds");

    QTest::newRow("20 tables") << 20 << 12;
    QTest::newRow("40 tables") << 40 << 8;
    QTest::newRow("70 tables") << 70 << 6;
    QTest::newRow("100 tables") << 100 << 6;
}

void TestLayoutPeer::crossesNoMoreThanDot()
{
    QFETCH(const int, tables);
    QFETCH(const int, seeds);
    constexpr double mostOfDots = 1.25;
    int ours = 0;
    int dots = 0;
    for (int seed = 1; seed <= seeds; ++seed) {
        const auto graph = randomGraph(tables, seed);
        const auto peer = drawnByDot(graph);
        QVERIFY2(peer, "Graphviz is missing (packaging/debian-packages.txt)");
        QCOMPARE(peer->routes.size(), graph.edges.size());
        ours += crossings(arrange(graph).value().routes);
        dots += crossings(peer->routes);
    }
    qInfo("%d crossings, dot %d: %.2f", ours, dots, static_cast<double>(ours) / dots);
    QVERIFY(ours <= mostOfDots * dots);
}

QTEST_GUILESS_MAIN(TestLayoutPeer)
#include "tst_layoutpeer.moc"
