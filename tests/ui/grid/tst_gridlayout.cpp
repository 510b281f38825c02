#include "ui/grid/gridlayout.h"
#include "ui/grid/gridselection.h"
#include "ui/grid/gridtext.h"

#include <QTest>

using namespace squall::ui;
using namespace Qt::StringLiterals;

class TestGridLayout : public QObject
{
    Q_OBJECT

private slots:
    void everyRowCanBeReached_data();
    void everyRowCanBeReached();
    void columnsAndBorders();
    void pinnedColumnsStay();
    void pinnedColumnsLeaveRoom();
    void revealMovesNoFurtherThanNeeded();
    void motions_data();
    void motions();
    void selectionFollowsNewNumbers();
    void oneLine_data();
    void oneLine();
};

void TestGridLayout::everyRowCanBeReached_data()
{
    QTest::addColumn<qint64>("rows");
    QTest::newRow("none") << qint64(0);
    QTest::newRow("one") << qint64(1);
    QTest::newRow("more than int pixels") << qint64(100'000'000);
    QTest::newRow("a million million") << qint64(1'000'000'000'000);
}

void TestGridLayout::everyRowCanBeReached()
{
    QFETCH(const qint64, rows);
    GridLayout layout;
    layout.setColumnCount(3, 100);
    layout.setViewport({800, 600});
    layout.setRowCount(rows);
    layout.scrollTo(0, layout.maximumY());

    const auto [first, count] = layout.visibleRows();
    QCOMPARE(first + count, rows);
    for (qint64 row = first; row < first + count; ++row)
        QCOMPARE(layout.rowAt(layout.rowTop(row) + (row == first ? GridLayout::rowHeight - 1 : 0)), row);
}

void TestGridLayout::columnsAndBorders()
{
    GridLayout layout;
    layout.setViewport({300, 600});
    layout.setColumnCount(5, 100);
    layout.setColumnWidth(1, 10);
    QCOMPARE(layout.columnWidth(1), GridLayout::narrowestColumn);
    layout.scrollTo(120, 0);
    QCOMPARE(layout.columnAt(GridLayout::gutterWidth), 1);
    QCOMPARE(layout.columnAt(GridLayout::gutterWidth + 16), 2);
    QCOMPARE(layout.columnAt(GridLayout::gutterWidth - 1), -1);
    QCOMPARE(layout.borderAt(GridLayout::gutterWidth + 14), 1);
    QCOMPARE(layout.borderAt(GridLayout::gutterWidth + 60), -1);
    QCOMPARE(layout.visibleColumns(), std::pair(1, 5));
}

void TestGridLayout::pinnedColumnsStay()
{
    GridLayout layout;
    layout.setViewport({534, 600});
    layout.setColumnCount(10, 100);
    layout.setPinnedCount(2);
    layout.scrollTo(150, 0);
    QCOMPARE(layout.columnLeft(1), GridLayout::gutterWidth + 100);
    QCOMPARE(layout.scrolledLeft(), GridLayout::gutterWidth + 200);
    QCOMPARE(layout.visibleColumns(), std::pair(3, 7));
    QCOMPARE(layout.columnAt(GridLayout::gutterWidth + 199), 1);
    QCOMPARE(layout.columnAt(GridLayout::gutterWidth + 200), 3);
    QCOMPARE(layout.borderAt(GridLayout::gutterWidth + 200), 1);
    QCOMPARE(layout.borderAt(GridLayout::gutterWidth + 150), -1);

    layout.reveal(-1, 0);
    QCOMPARE(layout.x(), 150);
    layout.reveal(-1, 2);
    QCOMPARE(layout.x(), 0);
    layout.reveal(-1, 9);
    QCOMPARE(layout.x(), 500);
    QCOMPARE(layout.x(), layout.maximumX());
}

void TestGridLayout::pinnedColumnsLeaveRoom()
{
    GridLayout layout;
    layout.setColumnCount(4, 200);
    layout.setPinnedCount(3);
    layout.setViewport({334, 600});
    QCOMPARE(layout.pinnedEnd(), 1);
    layout.setViewport({934, 600});
    QCOMPARE(layout.pinnedEnd(), 3);
    layout.setViewport({100, 600});
    QCOMPARE(layout.pinnedEnd(), 0);
}

void TestGridLayout::revealMovesNoFurtherThanNeeded()
{
    GridLayout layout;
    layout.setViewport({300, GridLayout::headerHeight + 10 * GridLayout::rowHeight});
    layout.setColumnCount(5, 100);
    layout.setRowCount(100);
    layout.reveal(9, 1);
    QCOMPARE(layout.y(), 0);
    layout.reveal(10, 1);
    QCOMPARE(layout.y(), GridLayout::rowHeight);
    layout.reveal(5, 1);
    QCOMPARE(layout.y(), GridLayout::rowHeight);
    layout.reveal(0, 1);
    QCOMPARE(layout.y(), 0);
}

void TestGridLayout::motions_data()
{
    QTest::addColumn<qint64>("row");
    QTest::addColumn<int>("column");
    QTest::addColumn<int>("motion");
    QTest::addColumn<qint64>("toRow");
    QTest::addColumn<int>("toColumn");

    const auto row = [](const char *name, qint64 from, int column, Motion motion, qint64 to, int toColumn) {
        QTest::newRow(name) << from << column << static_cast<int>(motion) << to << toColumn;
    };
    row("down", 3, 1, Motion::Down, 4, 1);
    row("down at the end", 99, 1, Motion::Down, 99, 1);
    row("first key", -1, -1, Motion::Down, 0, 0);
    row("left at the border", 3, 0, Motion::Left, 3, 0);
    row("page up over the top", 3, 1, Motion::PageUp, 0, 1);
    row("page down", 3, 1, Motion::PageDown, 13, 1);
    row("end of the row", 3, 1, Motion::RowEnd, 3, 4);
    row("end of all", 3, 1, Motion::Last, 99, 4);
    row("bottom", 3, 1, Motion::Bottom, 99, 1);
}

void TestGridLayout::motions()
{
    QFETCH(const qint64, row);
    QFETCH(const int, column);
    QFETCH(const int, motion);
    const auto to = moved({row, column}, static_cast<Motion>(motion), 100, 5, 10);
    QTEST(to.row, "toRow");
    QTEST(to.column, "toColumn");
}

void TestGridLayout::selectionFollowsNewNumbers()
{
    GridSelection selection;
    selection.select({10, 1});
    selection.extend({12, 2});
    selection.shift(-4);
    QCOMPARE(selection.current(), (CellPosition{8, 2}));
    QCOMPARE(selection.ranges().front(), (CellRange{6, 1, 8, 2}));
    selection.clamp(8, 2);
    QCOMPARE(selection.current(), (CellPosition{7, 1}));
    QCOMPARE(selection.ranges().front(), (CellRange{6, 1, 7, 1}));
    selection.clamp(0, 2);
    QVERIFY(selection.ranges().empty());
}

void TestGridLayout::oneLine_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << u"a b"_s << u"a b"_s;
    QTest::newRow("lines") << u"a\nb"_s << u"a↵b"_s;
    QTest::newRow("only blanks") << u"  \t"_s << u"··→"_s;
    QTest::newRow("bell") << u"a\ab"_s << u"a b"_s;
}

void TestGridLayout::oneLine()
{
    QFETCH(const QString, value);
    QTEST(onOneLine(value), "shown");
}

QTEST_GUILESS_MAIN(TestGridLayout)
#include "tst_gridlayout.moc"
