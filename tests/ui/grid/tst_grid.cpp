#include "numbermodel.h"
#include "ui/grid/grid.h"
#include "ui/grid/gridaccessible.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;
using test::NumberModel;

namespace {

constexpr qint64 countless = 1'000'000'000'000;

/// A grid on the screen over its own model.
struct Shown
{
    explicit Shown(qint64 rows, bool prompt = true)
        : model(rows, prompt)
    {
        grid.resize(900, GridLayout::headerHeight + 10 * GridLayout::rowHeight);
        grid.setModel(&model);
        grid.show();
        grid.setFocus();
        [[maybe_unused]] const bool shown = QTest::qWaitForWindowExposed(&grid);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&grid, key, modifiers); }
    void click(qint64 row, int column, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(grid.viewport(), Qt::LeftButton, modifiers, center(row, column));
    }
    QPoint center(qint64 row, int column) const { return grid.layoutOfCells().cell(row, column).center(); }
    QPoint header(int column) const { return grid.layoutOfCells().headerCell(column).center(); }

    Theme theme{*qApp, Theme::Choice::Light};
    NumberModel model;
    Grid grid{theme};
};

} // namespace

class TestGrid : public QObject
{
    Q_OBJECT

private slots:
    void keysMove();
    void shiftExtends();
    void endOfCountlessRows();
    void barReachesTheLastRow();
    void wheelMovesExactRows();
    void mouseSelects();
    void gutterAndHeaderSelectWhole();
    void headerSorts();
    void bordersResize();
    void copiesWhatIsSelected();
    void copySaysWhatIsMissing();
    void missingRowsAreAskedForAndPatientlyShown();
    void newNumbersMoveNothing();
    void fewerRows();
    void activates();
    void speaks();
    void withoutModel();
};

void TestGrid::keysMove()
{
    Shown s(1000);
    QSignalSpy moves(&s.grid, &Grid::currentChanged);
    s.grid.setCurrentCell({0, 0});
    s.key(Qt::Key_Down);
    s.key(Qt::Key_Right);
    QCOMPARE(s.grid.currentCell(), (CellPosition{1, 1}));
    s.key(Qt::Key_PageDown);
    QCOMPARE(s.grid.currentCell().row, 1 + s.grid.layoutOfCells().rowsPerPage());
    s.key(Qt::Key_End);
    QCOMPARE(s.grid.currentCell().column, 4);
    s.key(Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(s.grid.currentCell(), (CellPosition{0, 0}));
    s.key(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(s.grid.currentCell(), (CellPosition{999, 0}));
    QCOMPARE(moves.count(), 6);
}

void TestGrid::shiftExtends()
{
    Shown s(1000);
    s.grid.setCurrentCell({2, 1});
    s.key(Qt::Key_Down, Qt::ShiftModifier);
    s.key(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(s.grid.selection().ranges().back(), (CellRange{2, 1, 3, 2}));
    s.key(Qt::Key_Escape);
    QCOMPARE(s.grid.selection().ranges().back(), (CellRange{3, 2, 3, 2}));
    s.key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(s.grid.selection().ranges().back(), (CellRange{0, 0, 999, 4, true}));
    QCOMPARE(s.grid.currentCell(), (CellPosition{3, 2}));
}

void TestGrid::endOfCountlessRows()
{
    Shown s(countless);
    s.key(Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(s.grid.currentCell(), (CellPosition{countless - 1, 4}));
    QVERIFY(s.model.firstRow() + s.model.rowCount() == countless);
    s.key(Qt::Key_Up);
    QCOMPARE(s.grid.currentCell().row, countless - 2);
    s.key(Qt::Key_PageUp);
    QCOMPARE(s.grid.currentCell().row, countless - 2 - s.grid.layoutOfCells().rowsPerPage());
}

void TestGrid::barReachesTheLastRow()
{
    Shown s(countless);
    auto *bar = s.grid.verticalScrollBar();
    bar->setValue(bar->maximum());
    const auto [first, count] = s.grid.layoutOfCells().visibleRows();
    QCOMPARE(first + count, countless);

    bar->setValue(bar->maximum() / 2);
    const qint64 middle = s.grid.topRow();
    QVERIFY(std::abs(middle - countless / 2) < countless / 1'000'000);
    bar->triggerAction(QAbstractSlider::SliderSingleStepAdd);
    QCOMPARE(s.grid.topRow(), middle + 1);
    bar->triggerAction(QAbstractSlider::SliderPageStepSub);
    QCOMPARE(s.grid.topRow(), middle + 1 - s.grid.layoutOfCells().rowsPerPage());
}

void TestGrid::wheelMovesExactRows()
{
    Shown s(countless);
    s.grid.scrollToRow(countless / 2);
    const auto turn = [&](int angle) {
        QWheelEvent event({50, 100}, s.grid.viewport()->mapToGlobal(QPointF(50, 100)), {}, {0, angle},
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(s.grid.viewport(), &event);
    };
    turn(-120);
    QCOMPARE(s.grid.topRow(), countless / 2 + QApplication::wheelScrollLines());
    turn(120);
    for (int i = 0; i < 8; ++i)
        turn(-15);
    QCOMPARE(s.grid.topRow(), countless / 2 + QApplication::wheelScrollLines());
}

void TestGrid::mouseSelects()
{
    Shown s(1000);
    s.click(1, 1);
    s.click(3, 2, Qt::ShiftModifier);
    QCOMPARE(s.grid.selection().ranges().back(), (CellRange{1, 1, 3, 2}));
    s.click(5, 0, Qt::ControlModifier);
    QCOMPARE(s.grid.selection().ranges().size(), size_t(2));
    QVERIFY(s.grid.selection().contains(2, 2));
    s.click(0, 0);
    QCOMPARE(s.grid.selection().ranges().size(), size_t(1));

    QTest::mousePress(s.grid.viewport(), Qt::LeftButton, {}, s.center(2, 0));
    QTest::mouseMove(s.grid.viewport(), s.center(4, 1));
    QTest::mouseRelease(s.grid.viewport(), Qt::LeftButton, {}, s.center(4, 1));
    QCOMPARE(s.grid.selection().ranges().back(), (CellRange{2, 0, 4, 1}));
}

void TestGrid::gutterAndHeaderSelectWhole()
{
    Shown s(1000);
    const auto gutter = [&](qint64 row) { return QPoint(5, s.center(row, 0).y()); };
    QTest::mouseClick(s.grid.viewport(), Qt::LeftButton, {}, gutter(2));
    QVERIFY(s.grid.selection().containsRow(2, 5));
    QTest::mouseClick(s.grid.viewport(), Qt::LeftButton, Qt::ShiftModifier, gutter(4));
    QCOMPARE(s.grid.selection().ranges().back(), (CellRange{2, 0, 4, 4, true}));
    QTest::mouseClick(s.grid.viewport(), Qt::LeftButton, Qt::ControlModifier, s.header(1));
    QVERIFY(s.grid.selection().containsColumn(1, 1000));
    s.key(Qt::Key_Space, Qt::ShiftModifier);
    QVERIFY(s.grid.selection().containsRow(s.grid.currentCell().row, 5));
    QTest::mouseClick(s.grid.viewport(), Qt::LeftButton, {}, {5, 5});
    QCOMPARE(s.grid.selection().ranges().back(), (CellRange{0, 0, 999, 4, true}));
}

void TestGrid::headerSorts()
{
    Shown s(1000);
    QSignalSpy sorts(&s.grid, &Grid::sortRequested);
    QTest::mouseClick(s.grid.viewport(), Qt::LeftButton, {}, s.header(1));
    QTest::mouseClick(s.grid.viewport(), Qt::LeftButton, Qt::ShiftModifier, s.header(0));
    QTest::mouseClick(s.grid.viewport(), Qt::LeftButton, {}, s.header(3));
    QCOMPARE(sorts.count(), 2);
    QCOMPARE(sorts[0], QVariantList({1, false}));
    QCOMPARE(sorts[1], QVariantList({0, true}));
}

void TestGrid::bordersResize()
{
    Shown s(1000);
    QSignalSpy sorts(&s.grid, &Grid::sortRequested);
    const auto rect = s.grid.layoutOfCells().headerCell(0);
    const QPoint border(rect.right(), 10);
    const int before = rect.width();
    QTest::mousePress(s.grid.viewport(), Qt::LeftButton, {}, border);
    QTest::mouseMove(s.grid.viewport(), border + QPoint(50, 0));
    QTest::mouseRelease(s.grid.viewport(), Qt::LeftButton, {}, border + QPoint(50, 0));
    QCOMPARE(s.grid.columnWidth(0), before + 50);
    QTest::mouseDClick(s.grid.viewport(), Qt::LeftButton, {}, border + QPoint(50, 0));
    QCOMPARE(s.grid.columnWidth(0), before);
    QCOMPARE(sorts.count(), 0);
}

void TestGrid::copiesWhatIsSelected()
{
    Shown s(1000);
    s.grid.setCurrentCell({6, 3});
    s.key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), uR"({"n": 6})"_s);

    s.grid.selectCells({6, 0, 7, 3});
    s.key(Qt::Key_C, Qt::ControlModifier);
    const auto *data = QGuiApplication::clipboard()->mimeData();
    QCOMPARE(data->text(), u"6\tRow number 6\t\t\"{\"\"n\"\": 6}\"\n7\tRow number 7\t\t\"{\"\"n\"\": 7}\""_s);
    QCOMPARE(data->data(u"text/csv"_s),
             "6,Row number 6,,\"{\"\"n\"\": 6}\"\r\n7,Row number 7,\"\",\"{\"\"n\"\": 7}\"\r\n"_qba);
    QVERIFY(data->html().startsWith(
        u"<table><tr><td>6</td><td>Row number 6</td><td></td><td>{&quot;n&quot;: 6}"));
}

void TestGrid::copySaysWhatIsMissing()
{
    Shown s(1000);
    QSignalSpy copies(&s.grid, &Grid::copied);
    s.grid.selectAll();
    s.grid.copy();
    const qint64 loaded = s.model.rowCount();
    QCOMPARE(copies.front(), QVariantList({loaded, 1000 - loaded, loaded}));
}

void TestGrid::missingRowsAreAskedForAndPatientlyShown()
{
    Shown s(countless, false);
    QVERIFY(s.model.asked > 0);
    const auto grab = [&] { return s.grid.viewport()->grab().toImage(); };
    const auto empty = grab();
    QTRY_VERIFY(grab() != empty);
    const auto bars = grab();
    s.model.deliver();
    QVERIFY(grab() != bars);
}

void TestGrid::newNumbersMoveNothing()
{
    Shown s(countless);
    s.grid.scrollToRow(500);
    s.grid.setCurrentCell({503, 1});
    const auto before = s.grid.viewport()->grab().toImage();
    s.model.renumber(12345);
    QCOMPARE(s.grid.topRow(), 500 + 12345);
    QCOMPARE(s.grid.currentCell(), (CellPosition{503 + 12345, 1}));
    QCOMPARE(s.grid.viewport()->grab().toImage(), before);
}

void TestGrid::fewerRows()
{
    Shown s(1000);
    s.key(Qt::Key_End, Qt::ControlModifier);
    s.model.setRows(700);
    QCOMPARE(s.grid.currentCell().row, 699);
    const auto [first, count] = s.grid.layoutOfCells().visibleRows();
    QCOMPARE(first + count, 700);
    s.model.setRows(0);
    QVERIFY(!s.grid.currentCell().isValid());
}

void TestGrid::activates()
{
    Shown s(1000);
    QSignalSpy activations(&s.grid, &Grid::activated);
    s.grid.setCurrentCell({2, 1});
    s.key(Qt::Key_Return);
    QTest::mouseDClick(s.grid.viewport(), Qt::LeftButton, {}, s.center(3, 2));
    QCOMPARE(activations.count(), 2);
    QCOMPARE(activations[1], QVariantList({qint64(3), 2}));
}

void TestGrid::speaks()
{
    Shown s(1000);
    QAccessible::setActive(true);
    auto *root = QAccessible::queryAccessibleInterface(&s.grid);
    QCOMPARE(root->role(), QAccessible::Table);
    auto *table = root->tableInterface();
    QVERIFY(table);
    QCOMPARE(table->rowCount(), 1000);
    QCOMPARE(table->columnCount(), 5);
    QCOMPARE(table->columnDescription(1), u"title"_s);

    s.grid.setCurrentCell({6, 1});
    s.key(Qt::Key_Down);
    auto *cell = root->focusChild();
    QVERIFY(cell);
    QCOMPARE(cell->text(QAccessible::Name), u"Row number 7, row 8"_s);
    s.key(Qt::Key_Right);
    QCOMPARE(root->focusChild()->text(QAccessible::Name), u"empty, column note"_s);
    QCOMPARE(root->focusChild()->tableCellInterface()->rowIndex(), 7);
    QVERIFY(root->focusChild()->state().focused);
    QCOMPARE(root->indexOfChild(table->cellAt(7, 2)), 7 * 5 + 2);
    QCOMPARE(root->child(7 * 5 + 2), table->cellAt(7, 2));
    QCOMPARE(table->cellAt(8, 2)->text(QAccessible::Name), u"NULL, column note"_s);
    QVERIFY(table->selectRow(4));
    QCOMPARE(table->selectedRows(), QList<int>{4});
    QCOMPARE(table->selectedCellCount(), 5);
    QVERIFY(!table->cellAt(1000, 0));

    Shown countlessRows(countless);
    auto *large = QAccessible::queryAccessibleInterface(&countlessRows.grid);
    QVERIFY(large->childCount() > 0);
    countlessRows.key(Qt::Key_End, Qt::ControlModifier);
    QVERIFY(!large->focusChild());
}

void TestGrid::withoutModel()
{
    Theme theme(*qApp, Theme::Choice::Dark);
    Grid grid(theme);
    grid.resize(300, 200);
    grid.show();
    QVERIFY(QTest::qWaitForWindowExposed(&grid));
    QTest::keyClick(&grid, Qt::Key_End, Qt::ControlModifier);
    grid.copy();
    grid.selectAll();
    QVERIFY(!grid.currentCell().isValid());
    {
        NumberModel model(10);
        grid.setModel(&model);
        QCOMPARE(grid.layoutOfCells().columnCount(), 5);
    }
    QCOMPARE(grid.layoutOfCells().columnCount(), 0);
}

QTEST_MAIN(TestGrid)
#include "tst_grid.moc"
