#include "core/pg/connection.h"
#include "models/editedrowmodel.h"
#include "models/opendatabase.h"
#include "models/rowwindowmodel.h"
#include "models/stagedchanges.h"
#include "models/tablefilter.h"
#include "models/visiblecounts.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"
#include "ui/grid/grid.h"
#include "ui/grid/gridmargin.h"
#include "ui/inspector/sidepanel.h"
#include "ui/relations/referencepeek.h"
#include "ui/table/nestedrows.h"
#include "ui/table/rowsview.h"
#include "ui/table/tablerelations.h"
#include "ui/table/tableview.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace squall;
using namespace squall::models;
using namespace squall::ui;
using namespace Qt::StringLiterals;
using Kind = squall::Kind;

namespace {

constexpr int patienceMs = 60'000;

const auto script = QStringLiteral(R"(
create table users (id int primary key, name text);
create table posts (id int primary key, author int not null references users on update cascade, title text);
create index on posts (author);
create table notes (id int primary key, reader int references users, body text);
insert into users select n, 'user ' || n from generate_series(2, 4000, 2) n;
insert into posts select n, 4, 'post ' || n from generate_series(1, 30) n;
insert into posts values (101, 6, 'a'), (102, 6, 'b'), (103, 3000, 'far');
insert into notes values (1, 4, 'read');
create table alone (id int primary key);
insert into alone values (1);
analyze;
)");

ConnectionForm formOf(const pg::ConnectionOptions &options)
{
    return {.host = QString::fromUtf8(options.value("host")),
            .port = QString::fromUtf8(options.value("port")),
            .database = QString::fromUtf8(options.value("dbname")),
            .user = QString::fromUtf8(options.value("user"))};
}

} // namespace

/// What points to the rows of a table, beside them and below them. Users have even numbers: row 1 is user 4.
class TestTableRelations : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();
    void countsBesideTheRows();
    void keepsWhatIsCounted();
    void opensAndClosesByClick();
    void entersAndLeavesByKey();
    void theSideFollowsWhatHasTheFocus();
    void keysLeadOnFromWhatIsOpen();
    void opensByAnotherRelation();
    void roomIsBounded();
    void editsWhatIsOpen();
    void staysWithItsRowOverRefresh();
    void closesWhenItsRowIsGone();
    void followsANewKey();
    void closesInAnotherOrder();
    void comesBackWithItsRow();
    void isCutOffByTheHeader();
    void closesTheFirstOfMany();
    void saysWhenNothingPointsHere();
    void isReachedByScreenReaders();

private:
    void open(const QString &table = u"users"_s);
    void ask(const QString &sql) { NEED(m_other->runScript(sql)); }
    Grid &grid() { return m_view->grid(); }
    TableRelations &relations() { return *m_view->relations(); }
    NestedRows *panel(qint64 row) { return relations().opened().panel(row); }
    bool isReady(qint64 row)
    {
        auto *nested = panel(row) ? panel(row)->rows() : nullptr;
        return nested && nested->rows().rows().state() == RowWindowModel::State::Ready &&
               !nested->rows().rows().isReading();
    }
    QStringList texts(qint64 row, int column);
    void enter(qint64 row);
    void reload();
    QString note(int note, qint64 row) { return grid().margin()->note(note, row).text; }
    const Relation &relation(const QString &table);

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<pg::Connection> m_other;
    std::unique_ptr<OpenDatabase> m_database;
    std::unique_ptr<TableView> m_view;
    QStringList m_said;
};

void TestTableRelations::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
}

void TestTableRelations::cleanupTestCase()
{
    m_theme.reset();
}

void TestTableRelations::init()
{
    m_other = std::make_unique<pg::Connection>(test::TestServer::of().createDatabase());
    NEED(m_other->runScript(script));
    m_database = std::make_unique<OpenDatabase>(formOf(m_other->options()));
    m_database->open();
    QTRY_COMPARE_WITH_TIMEOUT(m_database->state(), OpenDatabase::State::Open, patienceMs);
    m_said.clear();
}

void TestTableRelations::cleanup()
{
    m_view.reset();
    m_database.reset();
}

void TestTableRelations::open(const QString &table)
{
    const ObjectId id{Kind::Table, u"public"_s, table};
    m_view = std::make_unique<TableView>(*m_theme, m_database->editedRows(id), id);
    m_view->setSnapshot(m_database->snapshot());
    m_view->setRelations(*m_database);
    m_view->setFilter(m_database->workbench().filter(m_view->rows()), nullptr);
    relations().counts().setPatience(std::chrono::milliseconds(patienceMs));
    connect(m_view.get(), &TableView::notice, this, [this](const QString &text) { m_said << text; });
    m_view->resize(1000, 700);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    QTRY_COMPARE_WITH_TIMEOUT(m_view->rows().state(), RowWindowModel::State::Ready, patienceMs);
    grid().setFocus();
}

/// What a column of the open rows below `row` shows.
QStringList TestTableRelations::texts(qint64 row, int column)
{
    QStringList shown;
    const auto &rows = panel(row)->rows()->rows();
    for (int each = 0; each < rows.rowCount(); ++each)
        shown << rows.index(each, column).data().toString();
    return shown;
}

void TestTableRelations::enter(qint64 row)
{
    grid().setCurrentCell({row, 1});
    grid().setFocus();
    QTest::keyClick(&grid(), Qt::Key_Return, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(isReady(row), patienceMs);
}

void TestTableRelations::reload()
{
    QSignalSpy read(&m_view->rows(), &RowWindowModel::windowChanged);
    m_view->reload();
    QTRY_VERIFY_WITH_TIMEOUT(!read.isEmpty() && !m_view->rows().isReading(), patienceMs);
}

const Relation &TestTableRelations::relation(const QString &table)
{
    for (const auto &each : relations().counts().relations()) {
        if (each.from.name == table)
            return each;
    }
    qFatal("nothing points here from %s", qPrintable(table));
}

void TestTableRelations::countsBesideTheRows()
{
    open();
    QCOMPARE(grid().layoutOfCells().noteCount(), 0);
    relations().toggleCounts();
    QCOMPARE(grid().layoutOfCells().noteCount(), 2);
    QCOMPARE(grid().margin()->title(1), u"posts"_s);
    QTRY_COMPARE_WITH_TIMEOUT(note(1, 1), u"30"_s, patienceMs);
    QCOMPARE(note(1, 2), u"2"_s);
    QVERIFY(grid().margin()->note(1, 0).quiet);
    // Without an index nobody counts unasked, and a word says so.
    QCOMPARE(note(0, 1), u"—"_s);
    QVERIFY(grid().margin()->toolTip(0, 1).contains(u"index"_s));
    grid().setCurrentCell({2, 0});
    QCOMPARE(grid().spokenCell({2, 0}), u"6, 2 posts by author, row 3"_s);

    grid().scrollToRow(1490);
    QTRY_COMPARE_WITH_TIMEOUT(note(1, 1499), u"1"_s, patienceMs);
    relations().toggleCounts();
    QCOMPARE(grid().layoutOfCells().noteCount(), 0);
}

void TestTableRelations::keepsWhatIsCounted()
{
    open();
    QSignalSpy changed(m_view.get(), &TableView::lookChanged);
    auto *menu = relations().makeMenu(m_view.get());
    QCOMPARE(menu->actions().size(), 2);
    QCOMPARE(menu->actions()[1]->text(), u"posts by author"_s);
    menu->actions()[1]->trigger();
    QVERIFY(!changed.isEmpty());
    QCOMPARE(grid().layoutOfCells().noteCount(), 1);
    const auto look = m_view->look();
    open();
    m_view->restoreLook(look);
    QCOMPARE(grid().layoutOfCells().noteCount(), 1);
    QCOMPARE(grid().margin()->title(0), u"posts"_s);
}

void TestTableRelations::opensAndClosesByClick()
{
    open();
    const auto &layout = grid().layoutOfCells();
    const auto sign = [&](qint64 row) { return GridMarginPainter::arrowOf(layout, row).center(); };
    QTest::mouseClick(grid().viewport(), Qt::LeftButton, {}, sign(2));
    QVERIFY(panel(2));
    QTRY_VERIFY_WITH_TIMEOUT(isReady(2), patienceMs);
    QCOMPARE(texts(2, 2), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(panel(2)->geometry(), layout.panel(2));
    QVERIFY(grid().hasFocus());
    // The same click closes it.
    QTest::mouseClick(grid().viewport(), Qt::LeftButton, {}, sign(2));
    QVERIFY(!panel(2));
    QVERIFY(layout.panel(2).isEmpty());

    // A count opens what it counts.
    relations().toggleCounts();
    QTRY_COMPARE_WITH_TIMEOUT(note(1, 1), u"30"_s, patienceMs);
    const auto at = [&](int note) {
        return QPoint(layout.noteLeft(note) + 5, layout.rowTop(1) + GridLayout::rowHeight / 2);
    };
    QTest::mouseClick(grid().viewport(), Qt::LeftButton, {}, at(0));
    QCOMPARE(panel(1)->relation().from.name, u"notes"_s);
    QTest::mouseClick(grid().viewport(), Qt::LeftButton, {}, at(1));
    QCOMPARE(panel(1)->relation().from.name, u"posts"_s);
    QTest::mouseClick(grid().viewport(), Qt::LeftButton, {}, at(1));
    QVERIFY(!panel(1));
}

void TestTableRelations::entersAndLeavesByKey()
{
    open();
    enter(2);
    auto *inside = &panel(2)->rows()->grid();
    QTRY_VERIFY_WITH_TIMEOUT(inside->hasFocus() && inside->currentCell().isValid(), patienceMs);
    QCOMPARE(&m_view->rowsInFront(), panel(2)->rows());
    QTest::keyClick(inside, Qt::Key_Down);
    QCOMPARE(inside->currentCell(), (CellPosition{1, 0}));
    QTest::keyClick(inside, Qt::Key_Up, Qt::AltModifier);
    QVERIFY(grid().hasFocus());
    QVERIFY(panel(2));
    QCOMPARE(&m_view->rowsInFront(), &m_view->data());
    // In again, where one was, and out for good.
    QTest::keyClick(&grid(), Qt::Key_Return, Qt::AltModifier);
    QVERIFY(inside->hasFocus());
    QCOMPARE(inside->currentCell().row, 1);
    QTest::keyClick(inside, Qt::Key_Escape);
    QVERIFY(!panel(2));
    QVERIFY(grid().hasFocus());
    QCOMPARE(grid().currentCell().row, 2);

    enter(2);
    QTest::keyClick(&panel(2)->rows()->grid(), Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(&grid(), Qt::Key_Down);
    QTest::keyClick(&grid(), Qt::Key_Escape);
    QVERIFY(panel(2));
    QTest::keyClick(&grid(), Qt::Key_Up);
    QTest::keyClick(&grid(), Qt::Key_Escape);
    QVERIFY(!panel(2));
}

void TestTableRelations::theSideFollowsWhatHasTheFocus()
{
    open();
    SidePanel side(*m_theme);
    side.resize(300, 500);
    side.setVisible(true);
    side.follow(m_view.get());
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    auto *title = side.findChild<QLabel *>(u"rowTitle"_s);
    enter(2);
    auto *inside = &panel(2)->rows()->grid();
    QTRY_VERIFY_WITH_TIMEOUT(inside->hasFocus() && inside->currentCell().isValid(), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(title->text(), u"posts 101"_s, patienceMs);
    grid().setFocus();
    grid().setCurrentCell({1, 0});
    QTRY_COMPARE_WITH_TIMEOUT(title->text(), u"users 4"_s, patienceMs);
    inside->setFocus();
    QTRY_COMPARE_WITH_TIMEOUT(title->text(), u"posts 101"_s, patienceMs);
    relations().opened().close(2);
    QTRY_VERIFY_WITH_TIMEOUT(title->text().startsWith(u"users"_s), patienceMs);
    m_view.reset();
    QTRY_VERIFY(!title->isVisible());
}

void TestTableRelations::keysLeadOnFromWhatIsOpen()
{
    open();
    enter(2);
    auto *inside = &panel(2)->rows()->grid();
    QTRY_VERIFY_WITH_TIMEOUT(inside->hasFocus() && inside->currentCell().isValid(), patienceMs);
    inside->setCurrentCell({0, 1});
    QTest::keyClick(inside, Qt::Key_Down, Qt::AltModifier);
    const auto *peek = &panel(2)->peek();
    QTRY_VERIFY_WITH_TIMEOUT(peek->isShown(), patienceMs);
    QTest::keyClick(inside, Qt::Key_Escape);
    QVERIFY(!peek->isShown());
    QVERIFY(panel(2));
}

void TestTableRelations::opensByAnotherRelation()
{
    open();
    enter(1);
    QCOMPARE(panel(1)->relation().from.name, u"posts"_s);
    auto *title = panel(1)->findChild<QToolButton *>(u"nestedRelation"_s);
    QCOMPARE(title->menu()->actions().size(), 2);
    title->menu()->actions()[0]->trigger();
    QCOMPARE(panel(1)->relation().from.name, u"notes"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isReady(1), patienceMs);
    QCOMPARE(texts(1, 2), (QStringList{u"read"_s}));
    // It is the one from now on.
    enter(2);
    QCOMPARE(panel(2)->relation().from.name, u"notes"_s);
    QSignalSpy asked(m_view.get(), &TableView::pointingRequested);
    panel(1)->findChild<QToolButton *>(u"nestedTab"_s)->click();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][1].value<RelationKey>(), RelationKey{"4"});
}

void TestTableRelations::roomIsBounded()
{
    open();
    enter(1);
    enter(2);
    const int many = grid().layoutOfCells().panel(1).height();
    const int few = grid().layoutOfCells().panel(2).height();
    QCOMPARE(many - few, (NestedRows::mostRows - 2) * GridLayout::rowHeight);
    auto &inside = panel(1)->rows()->grid();
    QCOMPARE(inside.layoutOfCells().rowsPerPage(), NestedRows::mostRows);
    QVERIFY(inside.layoutOfCells().maximumY() > 0);
    QCOMPARE(panel(2)->rows()->grid().layoutOfCells().maximumY(), 0);
}

void TestTableRelations::editsWhatIsOpen()
{
    open();
    enter(2);
    auto &inside = panel(2)->rows()->grid();
    inside.setCurrentCell({0, 2});
    QTest::keyClick(&inside, Qt::Key_Delete);
    const ObjectId posts{Kind::Table, u"public"_s, u"posts"_s};
    const auto staged = [&] { return m_database->changes().edits(posts); };
    QTRY_COMPARE_WITH_TIMEOUT(staged().changeCount(), 1, patienceMs);
    // A new row points here from the start, and is seen nowhere else.
    QTest::keyClick(&inside, Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(staged().newRows().size(), 1);
    QCOMPARE(staged().newRows()[0].values.value(u"author"_s), edit::NewValue::of("6"));
    QCOMPARE(texts(2, 1), (QStringList{u"6"_s, u"6"_s, u"6"_s}));
    enter(1);
    QCOMPARE(panel(1)->rows()->rows().newRowCount(), 0);
    QCOMPARE(panel(2)->rows()->rows().newRowCount(), 1);
    m_database->changes().clear({posts});
    QTRY_COMPARE_WITH_TIMEOUT(texts(2, 1).size(), 2, patienceMs);
}

void TestTableRelations::staysWithItsRowOverRefresh()
{
    open();
    enter(2);
    auto *shown = panel(2);
    ask(u"insert into users values (1, 'first'); insert into posts values (104, 6, 'c')"_s);
    reload();
    QTRY_COMPARE_WITH_TIMEOUT(panel(3), shown, patienceMs);
    QVERIFY(!panel(2));
    QCOMPARE(shown->geometry(), grid().layoutOfCells().panel(3));
    QTRY_COMPARE_WITH_TIMEOUT(texts(3, 2), (QStringList{u"a"_s, u"b"_s, u"c"_s}), patienceMs);
    QVERIFY(shown->rows()->grid().hasFocus());
    // A new row above it moves it down as well.
    m_view->editedRows().addRow();
    QCOMPARE(panel(4), shown);
    m_view->editedRows().undo();
    QCOMPARE(panel(3), shown);
    QVERIFY(m_said.isEmpty());
}

void TestTableRelations::closesWhenItsRowIsGone()
{
    open();
    enter(2);
    enter(4);
    ask(u"delete from users where id = 10"_s);
    reload();
    QTRY_VERIFY_WITH_TIMEOUT(!panel(4), patienceMs);
    QVERIFY(panel(2));
    QVERIFY(grid().hasFocus());
    QCOMPARE(m_said.size(), 1);
    QVERIFY(m_said.front().contains(u"not there any more"_s));
}

void TestTableRelations::followsANewKey()
{
    // Names are unique here, so that one can be what a row is told by while another column is pointed to.
    ask(u"create table tags (name text primary key, code int unique);"
        "create table uses (id int primary key, code int references tags (code));"
        "insert into tags values ('a', 1); insert into uses values (1, 1);"
        "alter table uses drop constraint uses_code_fkey;"
        "alter table uses add foreign key (code) references tags (code) on update cascade; analyze"_s);
    m_database->reload();
    QSignalSpy read(m_database.get(), &OpenDatabase::snapshotChanged);
    QTRY_VERIFY_WITH_TIMEOUT(!read.isEmpty(), patienceMs);
    open(u"tags"_s);
    enter(0);
    QCOMPARE(texts(0, 1), (QStringList{u"1"_s}));
    ask(u"update tags set code = 9"_s);
    reload();
    QTRY_COMPARE_WITH_TIMEOUT(panel(0)->key(), RelationKey{"9"}, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(isReady(0), patienceMs);
    QCOMPARE(texts(0, 1), (QStringList{u"9"_s}));
}

void TestTableRelations::closesInAnotherOrder()
{
    open();
    enter(2);
    m_view->rows().setSort({{.column = u"name"_s}});
    QVERIFY(!panel(2));
    QCOMPARE(m_said.size(), 1);
    QVERIFY(m_said.front().contains(u"order"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!m_view->rows().isReading(), patienceMs);

    enter(0);
    m_view->filter()->apply({.where = u"id > 10"_s});
    QTRY_VERIFY_WITH_TIMEOUT(!panel(0), patienceMs);
    QCOMPARE(m_said.size(), 2);
    QVERIFY(m_said.back().contains(u"filter"_s));
    QCOMPARE(grid().layoutOfCells().maximumY(), grid().layoutOfCells().rowCount() * GridLayout::rowHeight -
                                                    (grid().viewport()->height() - GridLayout::headerHeight));
}

/// Far away it is not looked for; it is where it was when one comes back.
void TestTableRelations::comesBackWithItsRow()
{
    open();
    enter(2);
    auto *shown = panel(2);
    grid().scrollToRow(1900);
    QTRY_VERIFY_WITH_TIMEOUT(m_view->editedRows().identity(1900).has_value(), patienceMs);
    QVERIFY(!m_view->editedRows().identity(2).has_value());
    QVERIFY(!grid().viewport()->rect().intersects(shown->geometry()));
    QVERIFY(shown->rows()->grid().hasFocus());
    grid().scrollToRow(0);
    QTRY_VERIFY_WITH_TIMEOUT(m_view->editedRows().identity(2).has_value(), patienceMs);
    QCOMPARE(panel(2), shown);
    QCOMPARE(shown->geometry(), grid().layoutOfCells().panel(2));
}

void TestTableRelations::isCutOffByTheHeader()
{
    open();
    enter(1);
    auto *shown = panel(1);
    QVERIFY(shown->mask().isEmpty());
    grid().scrollVertically(2 * GridLayout::rowHeight + 40);
    const auto rect = shown->geometry();
    QVERIFY(rect.top() < GridLayout::headerHeight && rect.bottom() > GridLayout::headerHeight);
    QCOMPARE(shown->mask().boundingRect().top(), GridLayout::headerHeight - rect.top());
    // The header itself gets the clicks.
    QCOMPARE(grid().viewport()->childAt(300, GridLayout::headerHeight - 2), nullptr);
    QVERIFY(grid().viewport()->childAt(300, GridLayout::headerHeight + 2));
}

void TestTableRelations::closesTheFirstOfMany()
{
    open();
    for (int row = 0; row <= static_cast<int>(OpenedRows::mostOpened); ++row)
        relations().opened().open(row, relation(u"posts"_s));
    QCOMPARE(relations().opened().count(), OpenedRows::mostOpened);
    QVERIFY(!panel(0));
    QVERIFY(panel(1));
}

void TestTableRelations::saysWhenNothingPointsHere()
{
    open(u"alone"_s);
    QVERIFY(!relations().unavailable().isEmpty());
    QVERIFY(!grid().margin()->canOpen(0));
    grid().setCurrentCell({0, 0});
    QTest::keyClick(&grid(), Qt::Key_Return, Qt::AltModifier);
    relations().toggleCounts();
    QCOMPARE(m_said, (QStringList{relations().unavailable(), relations().unavailable()}));
    QCOMPARE(grid().layoutOfCells().noteCount(), 0);
}

/// From the grid down to a cell of the rows that lie open in it.
void TestTableRelations::isReachedByScreenReaders()
{
    open();
    auto *table = QAccessible::queryAccessibleInterface(&grid());
    const int cells = table->childCount();
    enter(2);
    QCOMPARE(table->childCount(), cells + 1);
    auto *over = table->child(cells);
    QCOMPARE(table->indexOfChild(over), cells);
    QCOMPARE(over->parent()->object(), &grid());
    auto *inside = QAccessible::queryAccessibleInterface(&panel(2)->rows()->grid());
    QCOMPARE(inside->text(QAccessible::Name), u"posts by author"_s);
    QCOMPARE(inside->tableInterface()->cellAt(1, 2)->text(QAccessible::Name), u"b, row 2"_s);
    auto *up = inside;
    while (up && up->object() != &grid())
        up = up->parent();
    QVERIFY(up);
    QVERIFY(table->tableInterface()->cellAt(2, 0)->state().expanded);
    QTest::keyClick(&panel(2)->rows()->grid(), Qt::Key_Escape);
    QTRY_COMPARE_WITH_TIMEOUT(table->childCount(), cells, patienceMs);
}

QTEST_MAIN(TestTableRelations)
#include "tst_tablerelations.moc"
