#include "core/pg/connection.h"
#include "models/cellrole.h"
#include "models/editedrowmodel.h"
#include "models/opendatabase.h"
#include "models/rowwindowmodel.h"
#include "tests/support/need.h"
#include "tests/ui/table/tableonscreen.h"
#include "ui/grid/grid.h"
#include "ui/grid/gridcommands.h"
#include "ui/grid/gridediting.h"
#include "ui/grid/typedcells.h"
#include "ui/table/rowsview.h"
#include "ui/table/tableview.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <functional>

using namespace squall;
using namespace squall::models;
using namespace squall::ui;
using namespace Qt::StringLiterals;
using edit::NewValue;
using test::perform;
using Kind = squall::Kind;

namespace {

const auto script = QStringLiteral(R"(
create table item (id int primary key, title text not null, note text, qty int not null default 7, made timestamptz,
    mark uuid);
insert into item (id, title, note, qty) select g, 't' || g, nullif('n' || g, 'n3'), g * 10 from generate_series(1, 9) g;
create table vacant (id int generated always as identity primary key, name text, size int default 5);
create table long (id int primary key, body text);
insert into long select g, repeat(chr(96 + g), 20000) || 'end' from generate_series(1, 3) g;
create table many (id int primary key, body text);
insert into many select g, 'b' || g from generate_series(1, 5000) g;
create table plan (id int primary key, title text);
create table week (id int primary key, plan int references plan on delete cascade);
create index on week (plan);
insert into plan values (1, 'Base'), (2, 'Peak');
insert into week select g, 1 from generate_series(1, 4) g;
create view plain as select * from item offset 0;
analyze;
)");

} // namespace

/// The spreadsheet contract of editing, key by key, on a real table.
class TestEditing : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_table = std::make_unique<test::TableOnScreen>(script); }
    void init();
    void cleanup() { m_table->close(); }
    void cleanupTestCase() { m_table.reset(); }
    void keys_data();
    void keys();
    void refusesWhereOneLooks_data();
    void refusesWhereOneLooks();
    void saysWhyAValueCannotBe();
    void readsWholeValuesFirst();
    void cutsWholeValues();
    void enlarges();
    void staysOnItsCell();
    void keepsWhatScrolledAway();
    void clickingElsewhereKeeps();
    void leavingKeeps_data();
    void leavingKeeps();
    void inputMethods();
    void pastes_data();
    void pastes();
    void newRowsEndBeforeOldOnes();
    void offersNewRowsBeyondTheEnd_data();
    void offersNewRowsBeyondTheEnd();
    void offerEndsWithAnythingElse();
    void menuSaysWhatCannotBeDone();
    void barCountsChanges();
    void tellsWhatGoesAlong();
    void everythingForScreenReaders();

private:
    void open(const QString &name, Kind kind = Kind::Table);
    EditedRowModel &model() { return m_table->rows(); }
    TableView &view() { return m_table->view(); }
    StagedChanges &changes() { return m_table->database().changes(); }
    Grid &grid() { return m_table->grid(); }
    GridEditing &editing() { return view().data().commands().editing(); }
    QString remark() { return m_table->remark(); }
    QString marks() { return m_table->marks(); }

    std::unique_ptr<test::TableOnScreen> m_table;
};

void TestEditing::init()
{
    m_table->clear();
    QApplication::clipboard()->clear();
}

void TestEditing::open(const QString &name, Kind kind)
{
    m_table->open(name, kind);
}

void TestEditing::keys_data()
{
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QString>("staged");
    QTest::addColumn<CellPosition>("current");
    const auto row = [](const char *name, const char *keys, const char *staged, CellPosition current) {
        QTest::newRow(name) << QString::fromLatin1(keys) << QString::fromLatin1(staged) << current;
    };
    // All begin at row 0, column 1, which holds `t1`.
    row("typing replaces", "'new Return", "0:1 ~ new", {1, 1});
    row("F2 appends at the end", "F2 'x Return", "0:1 ~ t1x", {1, 1});
    row("Enter edits in place", "Return 'y Return", "0:1 ~ t1y", {1, 1});
    row("Escape cancels the edit", "'new Escape", "", {0, 1});
    row("Escape on a cell reverts it", "'new Return Up Escape", "", {0, 1});
    row("Escape reverts that cell only", "'a Tab 'b Return Up Escape", "0:1 ~ a", {0, 2});
    row("Tab keeps and goes right", "'a Tab 'b Tab", "0:1 ~ a; 0:2 ~ b", {0, 3});
    row("Shift+Tab keeps and goes left", "Right 'b Shift+Tab 'a Shift+Tab", "0:1 ~ a; 0:2 ~ b", {0, 0});
    row("Tab without an edit goes right", "Tab Tab", "", {0, 3});
    row("Shift+Tab without an edit goes left", "Shift+Tab", "", {0, 0});
    row("Enter on what nobody changed stages nothing", "F2 Return", "", {1, 1});
    row("typing the same stages nothing", "'t1 Return", "", {1, 1});
    row("Alt+Enter breaks the line", "F2 Alt+Return 'z Return", "0:1 ~ t1\nz", {1, 1});
    row("NULL stays until typing", "Down Down Right F2 Return", "", {3, 2});
    row("typing over NULL", "Down Down Right F2 'q Return", "2:2 ~ q", {3, 2});
    row("deleted text is empty, not NULL", "Right F2 Backspace Backspace Return", "0:2 ~ ", {1, 2});
    row("Delete is NULL where that may be", "Right Delete", "0:2 ~ NULL", {0, 2});
    row("Backspace too", "Right Backspace", "0:2 ~ NULL", {0, 2});
    row("Delete is DEFAULT where NULL may not be", "Right Right Delete", "0:3 ~ =7", {0, 3});
    row("Delete is refused without either", "Delete", "", {0, 1});
    row("typing fills what is selected", "Right Shift+Down Shift+Down 'f Return", "0:2 ~ f; 1:2 ~ f; 2:2 ~ f",
        {3, 2});
    row("F2 edits one cell of many", "Right Shift+Down F2 'f Return", "1:2 ~ n2f", {2, 2});
    row("Delete clears what is selected", "Right Shift+Down Delete", "0:2 ~ NULL; 1:2 ~ NULL", {1, 2});
    row("Ctrl+D fills down", "Right Shift+Down Shift+Down Ctrl+D", "1:2 ~ n1; 2:2 ~ n1", {2, 2});
    row("Ctrl+D duplicates rows", "Shift+Space Ctrl+D", "0 + NULL|t1|n1|10|NULL|NULL", {0, 1});
    row("Ctrl+N adds a row and goes into it", "Down Ctrl+N", "0 + NULL|NULL|NULL|=7|NULL|NULL", {0, 0});
    row("Insert does the same", "Insert", "0 + NULL|NULL|NULL|=7|NULL|NULL", {0, 0});
    row("a new row is filled by Tab", "Ctrl+N '77 Tab 'new Tab", "0 + 77|new|NULL|=7|NULL|NULL", {0, 2});
    row("Ctrl+Delete removes the row", "Down Ctrl+Delete", "1 -", {1, 1});
    row("Delete removes selected rows", "Shift+Space Shift+Down Delete", "0 -; 1 -", {1, 1});
    row("a removed new row is gone", "Ctrl+N Ctrl+Delete", "", {0, 0});
    row("Ctrl+Z undoes", "'a Return 'b Return Ctrl+Z", "0:1 ~ a", {2, 1});
    row("Ctrl+Y does again", "'a Return Ctrl+Z Ctrl+Y", "0:1 ~ a", {1, 1});
    row("Ctrl+Shift+Z does again", "'a Return Ctrl+Z Ctrl+Shift+Z", "0:1 ~ a", {1, 1});
    row("Ctrl+C and Ctrl+V", "Ctrl+C Down Ctrl+V", "1:1 ~ t1", {1, 1});
    row("a copied NULL stays NULL", "Down Down Right Ctrl+C Up Ctrl+V", "1:2 ~ NULL", {1, 2});
    row("Ctrl+X cuts", "Right Ctrl+X Down Ctrl+V", "0:2 ~ NULL; 1:2 ~ n1", {1, 2});
    row("one value onto many", "Ctrl+C Right Shift+Down Ctrl+V", "0:2 ~ t1; 1:2 ~ t1", {1, 2});
    row("a block from its corner on", "Shift+Right Shift+Down Ctrl+C Left Down Down Down Ctrl+V",
        "4:1 ~ t1; 4:2 ~ n1; 5:1 ~ t2; 5:2 ~ n2", {4, 1});
    row("a block over and over", "Right Shift+Down Ctrl+C Down Shift+Down Shift+Down Shift+Down Ctrl+V",
        "2:2 ~ n1; 3:2 ~ n2; 4:2 ~ n1; 5:2 ~ n2", {5, 2});
    row("Shift+Space selects the row", "Shift+Space Delete", "0 -", {0, 1});
    row("Ctrl+Space selects the column", "Right Ctrl+Space 'k Return",
        "0:2 ~ k; 1:2 ~ k; 2:2 ~ k; 3:2 ~ k; 4:2 ~ k; 5:2 ~ k; 6:2 ~ k; 7:2 ~ k; 8:2 ~ k", {1, 2});
    row("Ctrl+arrows go to the edge of the data", "Ctrl+Down Ctrl+Right", "", {8, 5});
    row("and back", "Ctrl+Down Ctrl+Up Ctrl+Left", "", {0, 0});
    row("Home and End", "End Home", "", {0, 0});
    row("a value that cannot be is kept", "Right Right 'many Return", "0:3 ~ many", {1, 3});
}

void TestEditing::keys()
{
    QFETCH(QString, keys);
    QFETCH(QString, staged);
    QFETCH(CellPosition, current);
    open(u"item"_s);
    grid().setCurrentCell({0, 1});
    perform(keys);
    QVERIFY(!editing().isEditing());
    QTRY_COMPARE(marks(), staged);
    QCOMPARE(grid().currentCell().row, current.row);
    QCOMPARE(grid().currentCell().column, current.column);
    QVERIFY(grid().hasFocus());
}

void TestEditing::refusesWhereOneLooks_data()
{
    QTest::addColumn<QString>("relation");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QString>("why");
    QTest::newRow("a view, typing") << u"plain"_s << Kind::View << 1 << u"'x"_s << u"plain"_s;
    QTest::newRow("a view, a new row") << u"plain"_s << Kind::View << 1 << u"Ctrl+N"_s << u"plain"_s;
    QTest::newRow("a generated column") << u"vacant"_s << Kind::Table << 0 << u"Ctrl+N Home 'x"_s << u"id"_s;
    QTest::newRow("no NULL and no default") << u"item"_s << Kind::Table << 1 << u"Delete"_s << u"title"_s;
    QTest::newRow("nothing to undo") << u"item"_s << Kind::Table << 1 << u"Ctrl+Z"_s << u"undo"_s;
}

void TestEditing::refusesWhereOneLooks()
{
    QFETCH(QString, relation);
    QFETCH(Kind, kind);
    QFETCH(int, column);
    QFETCH(QString, keys);
    QFETCH(QString, why);
    open(relation, kind);
    grid().setCurrentCell({0, column});
    perform(keys);
    QVERIFY(!editing().isEditing());
    auto *strip = view().findChild<QLabel *>(u"rowsRemark"_s);
    QTRY_VERIFY(strip->isVisible());
    QVERIFY2(strip->text().contains(why), qPrintable(strip->text()));
    QVERIFY(QApplication::activeModalWidget() == nullptr);
}

void TestEditing::saysWhyAValueCannotBe()
{
    open(u"item"_s);
    grid().setCurrentCell({0, 3});
    perform(u"'many Return Up"_s);
    QCOMPARE(marks(), u"0:3 ~ many"_s);
    auto *strip = view().findChild<QLabel *>(u"rowsRemark"_s);
    QTRY_VERIFY(strip->isVisible());
    QVERIFY2(strip->text().startsWith(u"qty: "), qPrintable(strip->text()));
    perform(u"'5 Return"_s);
    QTRY_VERIFY(!strip->isVisible());
}

void TestEditing::readsWholeValuesFirst()
{
    open(u"long"_s);
    grid().setCurrentCell({0, 1});
    perform(u"F2"_s);
    QTRY_VERIFY(editing().isEditing());
    const auto whole = QByteArray(20000, 'a') + "end";
    QCOMPARE(editing().editor()->value(), NewValue::of(whole));
    perform(u"'! Return"_s);
    QTRY_COMPARE(changes().changeCount(), 1);
    const auto &edits = model().edits();
    QCOMPARE(edits.rows().first().values.value(u"body"_s), NewValue::of(whole + '!'));
    QCOMPARE(*edits.rows().first().original.value(u"body"_s), whole);

    grid().setCurrentCell({0, 0});
    perform(u"Down Right F2 Escape"_s);
    grid().setCurrentCell({2, 1});
    perform(u"'short Return"_s);
    QVERIFY(!editing().isEditing());
    QTRY_COMPARE(changes().changeCount(), 2);
}

void TestEditing::cutsWholeValues()
{
    open(u"long"_s);
    grid().setCurrentCell({0, 1});
    perform(u"Ctrl+X"_s);
    QTRY_COMPARE(marks(), u"0:1 ~ NULL"_s);
    QCOMPARE(QApplication::clipboard()->text().size(), 20003);
    const auto *data = QApplication::clipboard()->mimeData();
    for (const auto *format : {"text/html", "text/csv", "application/x-squall-cells"})
        QVERIFY2(data->hasFormat(QLatin1String(format)), format);
    perform(u"Down Ctrl+V"_s);
    QTRY_COMPARE(changes().changeCount(), 2);
    QCOMPARE(model().edits().rows().last().values.value(u"body"_s),
             NewValue::of(QByteArray(20000, 'a') + "end"));
}

void TestEditing::enlarges()
{
    open(u"long"_s);
    QSignalSpy enlarged(&view().data(), &RowsView::enlargeRequested);
    grid().setCurrentCell({1, 1});
    perform(u"Shift+Return"_s);
    QTRY_COMPARE(enlarged.count(), 1);
    QCOMPARE(enlarged.front()[0].toLongLong(), 1);
    QCOMPARE(enlarged.front()[2].value<NewValue>(), NewValue::of(QByteArray(20000, 'b') + "end"));
    perform(u"Escape"_s);
    perform(u"'typed Shift+Return"_s);
    QCOMPARE(enlarged.count(), 2);
    QCOMPARE(enlarged.back()[2].value<NewValue>(), NewValue::of("typed"));
    QVERIFY(!editing().isEditing());
    QCOMPARE(changes().changeCount(), 0);
}

void TestEditing::staysOnItsCell()
{
    open(u"many"_s);
    grid().setCurrentCell({4, 1});
    perform(u"F2"_s);
    const auto over = [this] { return editing().editor()->geometry().topLeft(); };
    const auto cell = [this] { return grid().layoutOfCells().cell(4, 1).topLeft() - QPoint(1, 1); };
    QCOMPARE(over(), cell());
    grid().scrollToRow(2);
    QCOMPARE(over(), cell());
    grid().setColumnWidth(0, 200);
    QCOMPARE(over(), cell());
    grid().scrollToRow(100);
    QVERIFY(!grid().viewport()->rect().intersects(editing().editor()->geometry()));
    QVERIFY(editing().editor()->focusProxy()->hasFocus());
    perform(u"'!"_s);
    QVERIFY(grid().viewport()->rect().contains(editing().editor()->geometry().center()));
    // Rows that come above it give it another number, and it goes along.
    changes().stage(
        [this] {
            auto edits = changes().edits(view().id());
            edits.insert({});
            return edits;
        }(),
        u"Add row"_s);
    QCOMPARE(over(), grid().layoutOfCells().cell(5, 1).topLeft() - QPoint(1, 1));
    perform(u"Return"_s);
    QTRY_VERIFY(marks().endsWith(u"5:1 ~ b5!"));
}

void TestEditing::keepsWhatScrolledAway()
{
    open(u"many"_s);
    grid().setCurrentCell({4, 1});
    perform(u"F2 '!"_s);
    grid().scrollToRow(4900);
    QTRY_VERIFY(model().firstRow() > 4);
    editing().keep();
    QVERIFY(!editing().isEditing());
    QTRY_COMPARE(model().edits().changeCount(), 1);
    grid().scrollToRow(0);
    QTRY_COMPARE(marks(), u"4:1 ~ b5!"_s);
}

void TestEditing::clickingElsewhereKeeps()
{
    open(u"item"_s);
    grid().setCurrentCell({0, 1});
    perform(u"'kept"_s);
    QTest::mouseClick(grid().viewport(), Qt::LeftButton, {}, grid().layoutOfCells().cell(3, 2).center());
    QVERIFY(!editing().isEditing());
    QTRY_COMPARE(marks(), u"0:1 ~ kept"_s);
    QCOMPARE(grid().currentCell(), (CellPosition{3, 2}));
    QTest::mouseDClick(grid().viewport(), Qt::LeftButton, {}, grid().layoutOfCells().cell(3, 2).center());
    QVERIFY(editing().isEditing());
}

void TestEditing::leavingKeeps_data()
{
    QTest::addColumn<std::function<void(TableView &)>>("leave");
    const auto row = [](const char *name, const std::function<void(TableView &)> &leave) {
        QTest::newRow(name) << leave;
    };
    row("for another widget", [](TableView &view) { view.findChild<QWidget *>(u"addRow"_s)->setFocus(); });
    row("for another side of the table", [](TableView &view) { view.showPart(TableView::Structure); });
    row("for another tab", [](TableView &view) { view.hide(); });
    row("for reading again", [](TableView &view) { view.reload(); });
    row("for the review", [](TableView &view) { view.data().finishEditing(); });
}

void TestEditing::leavingKeeps()
{
    QFETCH(std::function<void(TableView &)>, leave);
    open(u"item"_s);
    grid().setCurrentCell({0, 1});
    perform(u"'kept"_s);
    leave(view());
    QVERIFY(!editing().isEditing());
    QTRY_COMPARE(marks(), u"0:1 ~ kept"_s);
}

void TestEditing::inputMethods()
{
    open(u"item"_s);
    grid().setCurrentCell({0, 1});
    QVERIFY(grid().inputMethodQuery(Qt::ImEnabled).toBool());
    QInputMethodEvent composing(u"に"_s, {});
    QApplication::sendEvent(&grid(), &composing);
    QVERIFY(editing().isEditing());
    QVERIFY(grid().hasFocus());
    QInputMethodEvent done;
    done.setCommitString(u"日本"_s);
    QApplication::sendEvent(&grid(), &done);
    QVERIFY(!grid().hasFocus());
    perform(u"'x Return"_s);
    QTRY_COMPARE(marks(), u"0:1 ~ 日本x"_s);
}

void TestEditing::pastes_data()
{
    QTest::addColumn<QString>("relation");
    QTest::addColumn<CellPosition>("at");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("staged");
    const auto row = [](const char *name, const QString &relation, CellPosition at, const QString &format,
                        const QString &text, const QString &staged) {
        QTest::newRow(name) << relation << at << format << text << staged;
    };
    const auto plain = u"text/plain"_s;
    row("one value, with its quotes", u"item"_s, {0, 2}, plain, u"\"so\""_s, u"0:2 ~ \"so\""_s);
    row("a block", u"item"_s, {0, 1}, plain, u"a\tb\nc\td\n"_s, u"0:1 ~ a; 0:2 ~ b; 1:1 ~ c; 1:2 ~ d"_s);
    row("quoted cells with breaks", u"item"_s, {0, 1}, plain, u"\"a\nb\"\t\"say \"\"so\"\"\"\r\n"_s,
        u"0:1 ~ a\nb; 0:2 ~ say \"so\""_s);
    row("an empty cell is NULL, a quoted one is not", u"item"_s, {0, 2}, plain, u"\"\"\n\\N\n"_s,
        u"0:2 ~ ; 1:2 ~ NULL"_s);
    row("CSV", u"item"_s, {0, 1}, u"text/csv"_s, u"a,\"b,c\"\r\nd,e\r\n"_s,
        u"0:1 ~ a; 0:2 ~ b,c; 1:1 ~ d; 1:2 ~ e"_s);
    row("into an empty table", u"vacant"_s, {-1, -1}, plain, u"\tMara\t7\n\tJon\t8"_s,
        u"0 + =identity|Mara|7; 1 + =identity|Jon|8"_s);
}

void TestEditing::pastes()
{
    QFETCH(QString, relation);
    QFETCH(CellPosition, at);
    QFETCH(QString, format);
    QFETCH(QString, text);
    QFETCH(QString, staged);
    open(relation);
    grid().setCurrentCell(at);
    auto *data = new QMimeData;
    data->setData(format, text.toUtf8());
    QApplication::clipboard()->setMimeData(data);
    QTest::keyClick(&grid(), Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(marks(), staged);
}

void TestEditing::newRowsEndBeforeOldOnes()
{
    open(u"item"_s);
    perform(u"Ctrl+N"_s);
    auto *data = new QMimeData;
    data->setText(u"101\tx\n102\ty\n103\tz\n"_s);
    QApplication::clipboard()->setMimeData(data);
    perform(u"Ctrl+V"_s);
    QTRY_COMPARE(marks(), u"0 + 101|x|NULL|=7|NULL|NULL; 1 + 102|y|NULL|=7|NULL|NULL; "
                          "2 + 103|z|NULL|=7|NULL|NULL"_s);
}

void TestEditing::offersNewRowsBeyondTheEnd_data()
{
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QString>("staged");
    QTest::newRow("the rest as new ones") << u"Ctrl+V"_s
                                          << u"0 + NULL|c|d|=7|NULL|NULL; 1 + NULL|e|f|=7|NULL|NULL; "
                                             "10:1 ~ a; 10:2 ~ b"_s;
    QTest::newRow("all of them") << u"Ctrl+Shift+V"_s
                                 << u"0 + NULL|a|b|=7|NULL|NULL; 1 + NULL|c|d|=7|NULL|NULL; "
                                    "2 + NULL|e|f|=7|NULL|NULL"_s;
}

void TestEditing::offersNewRowsBeyondTheEnd()
{
    QFETCH(QString, keys);
    QFETCH(QString, staged);
    open(u"item"_s);
    grid().setCurrentCell({8, 1});
    auto *data = new QMimeData;
    data->setText(u"a\tb\nc\td\ne\tf\n"_s);
    QApplication::clipboard()->setMimeData(data);
    auto *offer = view().findChild<QWidget *>(u"pasteOffer"_s);
    QVERIFY(!offer->isVisible());
    perform(u"Ctrl+V"_s);
    QVERIFY(offer->isVisible());
    QCOMPARE(marks(), QString());
    QCOMPARE(offer->findChild<QPushButton *>(u"pasteOnto"_s)->text(), u"Paste 1, add 2"_s);
    perform(keys);
    QTRY_COMPARE(marks(), staged);
    QVERIFY(!offer->isVisible());
    QCOMPARE(grid().currentCell().row, 0);
    // One step, whatever it was made of.
    perform(u"Ctrl+Z"_s);
    QTRY_COMPARE(marks(), QString());
    QVERIFY(!model().canUndo());
}

void TestEditing::offerEndsWithAnythingElse()
{
    open(u"item"_s);
    auto *data = new QMimeData;
    data->setText(u"a\tb\nc\td\n"_s);
    QApplication::clipboard()->setMimeData(data);
    auto *offer = view().findChild<QWidget *>(u"pasteOffer"_s);
    for (const auto *keys : {"Escape", "Up", "Ctrl+N"}) {
        grid().setCurrentCell({view().editedRows().rowCountEstimate() - 1, 1});
        perform(u"Ctrl+V"_s);
        QVERIFY(offer->isVisible());
        perform(QString::fromLatin1(keys));
        QVERIFY2(!offer->isVisible(), keys);
    }
}

void TestEditing::menuSaysWhatCannotBeDone()
{
    open(u"item"_s);
    grid().setCurrentCell({0, 2});
    QAction extra(u"Follow"_s);
    view().data().commands().setExtraActions(GridCommands::Place::Following, {&extra});
    const std::unique_ptr<QMenu> menu(view().data().commands().makeMenu(nullptr));
    QVERIFY(menu->actions().contains(&extra));
    const auto action = [&](const char *id) { return menu->findChild<QAction *>(QLatin1String(id)); };
    for (const auto &text : gridCommandTexts()) {
        if (text.command == GridCommand::Clear)
            continue;
        auto *found = menu->findChild<QAction *>(text.id);
        QVERIFY2(found, qPrintable(text.id));
        QCOMPARE(found->shortcuts(), text.keys);
        QVERIFY2(found->isEnabled() || found->toolTip().endsWith(u'.'), qPrintable(text.id));
    }
    QVERIFY(action("cells.null")->isEnabled());
    QVERIFY(!action("cells.now")->isEnabled());
    QVERIFY(!action("cells.uuid")->isEnabled());
    QVERIFY(!action("cells.undo")->isEnabled());
    QVERIFY(!action("cells.revert")->isEnabled());
    action("cells.null")->trigger();
    QTRY_COMPARE(marks(), u"0:2 ~ NULL"_s);
    const std::unique_ptr<QMenu> after(view().data().commands().makeMenu(nullptr));
    QCOMPARE(after->findChild<QAction *>(u"cells.undo"_s)->text(), u"Undo: Edit 1 cell"_s);
    grid().setCurrentCell({0, 3});
    QVERIFY(view().data().commands().unavailable(GridCommand::SetNull).contains(u"qty"));
    grid().setCurrentCell({1, 4});
    view().data().commands().run(GridCommand::SetNow);
    grid().setCurrentCell({1, 5});
    view().data().commands().run(GridCommand::SetUuid);
    QTRY_COMPARE(marks(), u"0:2 ~ NULL; 1:4 ~ now(); 1:5 ~ gen_random_uuid()"_s);
}

void TestEditing::barCountsChanges()
{
    open(u"many"_s);
    auto *review = view().findChild<QPushButton *>(u"reviewChanges"_s);
    auto *elsewhere = view().findChild<QToolButton *>(u"editsElsewhere"_s);
    QVERIFY(!review->isVisible());
    grid().setCurrentCell({0, 1});
    perform(u"'a Return"_s);
    QTRY_COMPARE(review->text(), u"Review 1 change"_s);
    perform(u"'b Return"_s);
    QTRY_COMPARE(review->text(), u"Review 2 changes"_s);
    QVERIFY(review->isVisible());
    QVERIFY(!elsewhere->isVisible());
    grid().scrollToRow(4900);
    QTRY_COMPARE(elsewhere->text(), u"2 edits elsewhere"_s);
    QVERIFY(elsewhere->isVisible());
    QSignalSpy reviews(&view(), &TableView::reviewRequested);
    grid().setCurrentCell({4900, 1});
    QTRY_VERIFY(model().firstRow() + model().rowCount() > 4900);
    perform(u"'c"_s);
    QTest::mouseClick(review, Qt::LeftButton);
    QCOMPARE(reviews.count(), 1);
    QTRY_COMPARE(changes().changeCount(), 3);
}

/// Said at the row that is to be deleted, as long as one is there.
void TestEditing::tellsWhatGoesAlong()
{
    open(u"plan"_s);
    grid().setCurrentCell({0, 1});
    perform(u"Ctrl+Del"_s);
    QTRY_COMPARE_WITH_TIMEOUT(remark(), u"Deleting the marked rows also deletes 4 rows of week."_s, 30'000);
    perform(u"Down"_s);
    QCOMPARE(remark(), QString());
    perform(u"Up"_s);
    QVERIFY(!remark().isEmpty());
    perform(u"Ctrl+Z"_s);
    QTRY_COMPARE(remark(), QString());
}

void TestEditing::everythingForScreenReaders()
{
    open(u"item"_s);
    grid().setCurrentCell({0, 1});
    auto *table = QAccessible::queryAccessibleInterface(&grid())->tableInterface();
    auto *cell = table->cellAt(0, 1);
    QVERIFY(cell->state().editable);
    QVERIFY(!cell->state().readOnly);
    cell->setText(QAccessible::Value, u"spoken"_s);
    QTRY_COMPARE(marks(), u"0:1 ~ spoken"_s);
    QCOMPARE(cell->text(QAccessible::Name), u"spoken, changed, was t1, column title"_s);
    auto *actions = cell->actionInterface();
    QVERIFY(actions->actionNames().contains(QAccessibleActionInterface::pressAction()));
    actions->doAction(QAccessibleActionInterface::pressAction());
    QVERIFY(editing().isEditing());
    auto *editor = QAccessible::queryAccessibleInterface(QApplication::focusWidget());
    QCOMPARE(editor->text(QAccessible::Name), u"Editing title"_s);
    QVERIFY(editor->editableTextInterface());
    perform(u"Escape"_s);
    open(u"plain"_s, Kind::View);
    table = QAccessible::queryAccessibleInterface(&grid())->tableInterface();
    QVERIFY(table->cellAt(0, 1)->state().readOnly);
}

QTEST_MAIN(TestEditing)
#include "tst_editing.moc"
