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
    void panelsLieBelowTheirRows();
    void everyRowIsReachedPastPanels();
    void panelsMoveNothingInSight_data();
    void panelsMoveNothingInSight();
    void panelsFollowNewNumbers();
    void notesStayBesideTheGutter();
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

void TestGridLayout::panelsLieBelowTheirRows()
{
    constexpr int row = GridLayout::rowHeight;
    GridLayout layout;
    layout.setViewport({300, GridLayout::headerHeight + 10 * row});
    layout.setColumnCount(2, 100);
    layout.setRowCount(6);
    layout.setPanels({{1, 70}, {2, 40}, {5, 30}});
    QCOMPARE(layout.rowStart(1), row);
    QCOMPARE(layout.rowStart(2), 2 * row + 70);
    QCOMPARE(layout.rowStart(3), 3 * row + 110);
    QCOMPARE(layout.maximumY(), std::max(0, 6 * row + 140 - 10 * row));

    // Whatever is in sight belongs to the row whose top lies above it, and a panel to no cell.
    for (int y = 0; y < 10 * row; ++y) {
        qint64 covering = 0;
        while (covering + 1 < 6 && layout.rowStart(covering + 1) <= y)
            ++covering;
        const bool inCells = y < layout.rowStart(covering) + row;
        QCOMPARE(layout.rowAt(GridLayout::headerHeight + y), inCells ? covering : qint64(-1));
    }
    QCOMPARE(layout.panel(1), QRect(GridLayout::gutterWidth, layout.rowTop(1) + row, 266, 70));
    QVERIFY(layout.panel(3).isEmpty());
    // The panel of the last row can be seen whole.
    layout.scrollTo(0, layout.maximumY());
    QCOMPARE(layout.panel(5).bottom(), layout.viewport().height() - 1);
    QCOMPARE(layout.visibleRows().first + layout.visibleRows().second, 6);
}

void TestGridLayout::everyRowIsReachedPastPanels()
{
    constexpr qint64 rows = 1'000'000'000'000;
    GridLayout layout;
    layout.setViewport({800, 600});
    layout.setColumnCount(3, 100);
    layout.setRowCount(rows);
    layout.setPanels({{3, 250}, {500'000'000'007, 400}, {rows - 1, 333}});
    for (const qint64 row :
         {qint64(0), qint64(3), qint64(4), qint64(500'000'000'007), qint64(500'000'000'008), rows - 40}) {
        layout.scrollTo(0, layout.rowStart(row));
        QCOMPARE(layout.visibleRows().first, row);
        QCOMPARE(layout.rowTop(row), GridLayout::headerHeight);
        QCOMPARE(layout.rowAt(GridLayout::headerHeight), row);
    }
    // The last pixel of a panel is still its row's.
    layout.scrollTo(0, layout.rowStart(4) - 1);
    QCOMPARE(layout.visibleRows().first, 3);
    layout.scrollTo(0, layout.maximumY());
    const auto [first, count] = layout.visibleRows();
    QCOMPARE(first + count, rows);
}

void TestGridLayout::panelsMoveNothingInSight_data()
{
    QTest::addColumn<qint64>("row");
    QTest::addColumn<int>("moved");
    QTest::newRow("above") << qint64(10) << 0;
    QTest::newRow("at the top") << qint64(50) << 0;
    QTest::newRow("below") << qint64(53) << 200;
}

/// The first row in sight stays where it is; only what lies below a panel makes room for it.
void TestGridLayout::panelsMoveNothingInSight()
{
    QFETCH(const qint64, row);
    QFETCH(const int, moved);
    GridLayout layout;
    layout.setViewport({300, 500});
    layout.setColumnCount(2, 100);
    layout.setRowCount(1000);
    layout.scrollTo(0, 50 * GridLayout::rowHeight + 7);
    const int top = layout.rowTop(50);
    const int below = layout.rowTop(54);
    layout.setPanels({{row, 200}});
    QCOMPARE(layout.rowTop(50), top);
    QCOMPARE(layout.rowTop(54), below + (row == 50 ? 200 : moved));
    layout.setPanels({});
    QCOMPARE(layout.rowTop(50), top);
    QCOMPARE(layout.y(), 50 * GridLayout::rowHeight + 7);
}

void TestGridLayout::panelsFollowNewNumbers()
{
    GridLayout layout;
    layout.setViewport({300, 500});
    layout.setColumnCount(2, 100);
    layout.setRowCount(1000);
    layout.setPanels({{10, 200}, {52, 90}});
    layout.scrollTo(0, layout.rowStart(50) + 7);
    layout.setRowCount(2000);
    layout.shiftRows(700);
    QCOMPARE(layout.rowTop(750), GridLayout::headerHeight - 7);
    QCOMPARE(layout.panel(752).height(), 90);
    QVERIFY(layout.panel(52).isEmpty());
}

void TestGridLayout::notesStayBesideTheGutter()
{
    GridLayout layout;
    layout.setViewport({434, 600});
    layout.setColumnCount(5, 100);
    layout.setNoteWidths({60, 40});
    QCOMPARE(layout.cellsLeft(), GridLayout::gutterWidth + 100);
    QCOMPARE(layout.noteAt(GridLayout::gutterWidth - 1), -1);
    QCOMPARE(layout.noteAt(GridLayout::gutterWidth), 0);
    QCOMPARE(layout.noteAt(GridLayout::gutterWidth + 59), 0);
    QCOMPARE(layout.noteAt(GridLayout::gutterWidth + 60), 1);
    QCOMPARE(layout.noteAt(layout.cellsLeft()), -1);
    QCOMPARE(layout.columnAt(layout.cellsLeft() - 1), -1);
    QCOMPARE(layout.columnAt(layout.cellsLeft()), 0);
    QCOMPARE(layout.maximumX(), 200);
    layout.scrollTo(150, 0);
    QCOMPARE(layout.columnAt(layout.cellsLeft()), 1);
    QCOMPARE(layout.noteLeft(1), GridLayout::gutterWidth + 60);
    layout.setNoteWidths({});
    QCOMPARE(layout.cellsLeft(), GridLayout::gutterWidth);
    QCOMPARE(layout.noteAt(GridLayout::gutterWidth), -1);
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
