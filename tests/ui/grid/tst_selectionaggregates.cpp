#include "models/selectionaggregates.h"
#include "tests/ui/grid/numbermodel.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace squall;
using namespace squall::models;

class TestSelectionAggregates : public QObject
{
    Q_OBJECT

private slots:
    void numbersOnly();
    void overlapsCountOnce();
    void whatIsNotLoadedIsSaid();
    void otherValuesAreOnlyCounted();
    void aNewSelectionStartsOver();
    void itGoesOnBetweenEvents();
    void nothing();
};

void TestSelectionAggregates::numbersOnly()
{
    test::NumberModel model(100);
    model.need(0, 100);
    SelectionAggregates aggregates;
    QSignalSpy finished(&aggregates, &SelectionAggregates::finished);
    aggregates.add(&model, {{0, 0, 3, 0}});
    QTRY_COMPARE(finished.count(), 1);
    const auto &found = aggregates.result();
    QCOMPARE(found.cells, 4);
    QCOMPARE(found.values, 4);
    QVERIFY(found.isComplete());
    const auto first = model.index(0, 0).data().toLongLong();
    QCOMPARE(found.sum, QByteArray::number(4 * first + 6));
    QCOMPARE(found.average, QByteArray::number(first + 1) + ".5");
    QCOMPARE(found.minimum, QByteArray::number(first));
    QCOMPARE(found.maximum, QByteArray::number(first + 3));
}

void TestSelectionAggregates::overlapsCountOnce()
{
    test::NumberModel model(100);
    model.need(0, 100);
    SelectionAggregates aggregates;
    QSignalSpy finished(&aggregates, &SelectionAggregates::finished);
    aggregates.add(&model, {{0, 0, 3, 0}, {2, 0, 5, 0}});
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(aggregates.result().cells, 6);
    QCOMPARE(aggregates.result().loaded, 6);
    QCOMPARE(aggregates.result().sum, QByteArray::number(6 * model.index(0, 0).data().toLongLong() + 15));
}

void TestSelectionAggregates::whatIsNotLoadedIsSaid()
{
    test::NumberModel model(1'000'000'000'000);
    model.need(500, 10);
    SelectionAggregates aggregates;
    QSignalSpy finished(&aggregates, &SelectionAggregates::finished);
    aggregates.add(&model, {{0, 0, 999'999'999'999, 0}});
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(aggregates.result().cells, 1'000'000'000'000);
    QCOMPARE(aggregates.result().loaded, model.rowCount());
    QVERIFY(!aggregates.result().isComplete());
    QVERIFY(aggregates.result().sum);
}

void TestSelectionAggregates::otherValuesAreOnlyCounted()
{
    test::NumberModel model(100);
    model.need(0, 100);
    SelectionAggregates aggregates;
    QSignalSpy finished(&aggregates, &SelectionAggregates::finished);
    aggregates.add(&model, {{0, 0, 9, 2}});
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(aggregates.result().cells, 30);
    QVERIFY(aggregates.result().values < 30);
    QVERIFY(!aggregates.result().sum);
    QVERIFY(!aggregates.result().minimum);
}

void TestSelectionAggregates::aNewSelectionStartsOver()
{
    test::NumberModel model(400);
    model.need(0, 400);
    SelectionAggregates aggregates;
    QSignalSpy finished(&aggregates, &SelectionAggregates::finished);
    aggregates.add(&model, std::vector<CellBlock>(40, {0, 0, 399, 4}));
    QCoreApplication::processEvents();
    QVERIFY(aggregates.isRunning());
    aggregates.add(&model, {{7, 0, 7, 0}});
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(aggregates.result().cells, 1);
    QCOMPARE(aggregates.result().sum, model.index(7, 0).data().toByteArray());
}

void TestSelectionAggregates::itGoesOnBetweenEvents()
{
    test::NumberModel model(400);
    model.need(0, 400);
    SelectionAggregates aggregates;
    int turns = 0;
    QTimer turning;
    connect(&turning, &QTimer::timeout, this, [&] { ++turns; });
    turning.start(0);
    // The same cells over and over are as much to look at as others.
    aggregates.add(&model, std::vector<CellBlock>(40, {0, 0, 399, 4}));
    QVERIFY(aggregates.isRunning());
    QTRY_VERIFY(!aggregates.isRunning());
    QCOMPARE(aggregates.result().cells, 2000);
    QCOMPARE(aggregates.result().loaded, 2000);
    QVERIFY2(turns >= 20, QByteArray::number(turns));
}

void TestSelectionAggregates::nothing()
{
    SelectionAggregates aggregates;
    QSignalSpy finished(&aggregates, &SelectionAggregates::finished);
    aggregates.add(nullptr, {{0, 0, 3, 0}});
    QCOMPARE(finished.count(), 1);
    QCOMPARE(aggregates.result().cells, 0);
}

QTEST_GUILESS_MAIN(TestSelectionAggregates)
#include "tst_selectionaggregates.moc"
