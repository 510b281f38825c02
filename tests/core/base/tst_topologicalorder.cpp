#include "core/base/topologicalorder.h"

#include <QTest>

using namespace squall;

class TestTopologicalOrder : public QObject
{
    Q_OBJECT

private slots:
    void keepsTheGivenOrderWhereItMay();
    void movesWhatIsNeededAhead();
    void namesACycle();
};

void TestTopologicalOrder::keepsTheGivenOrderWhereItMay()
{
    QCOMPARE(topologicalOrder({{}, {}, {}}), (std::vector<int>{0, 1, 2}));
}

void TestTopologicalOrder::movesWhatIsNeededAhead()
{
    QCOMPARE(topologicalOrder({{2}, {}, {}}), (std::vector<int>{1, 2, 0}));
}

void TestTopologicalOrder::namesACycle()
{
    const std::vector<std::vector<int>> before = {{}, {0, 3}, {1}, {2}, {3}};
    QCOMPARE(topologicalOrder(before), (std::vector<int>{0}));
    const auto cycle = findCycle(before);
    QCOMPARE(cycle.size(), size_t(3));
    for (size_t i = 0; i < cycle.size(); ++i) {
        const auto &needed = before[static_cast<size_t>(cycle[i])];
        const int next = cycle[(i + 1) % cycle.size()];
        QVERIFY(std::find(needed.begin(), needed.end(), next) != needed.end());
    }
    QVERIFY(findCycle({{}, {0}}).empty());
}

QTEST_GUILESS_MAIN(TestTopologicalOrder)
#include "tst_topologicalorder.moc"
