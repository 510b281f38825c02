#include "core/catalog/introspect.h"
#include "core/pg/connection.h"
#include "models/editedrowmodel.h"
#include "models/opendatabase.h"
#include "models/rowwindowmodel.h"
#include "tests/support/testserver.h"
#include "ui/grid/grid.h"
#include "ui/table/failurepanel.h"
#include "ui/table/tablecolumns.h"
#include "ui/table/tableview.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;

class TestTableView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void showsRows();
    void sortsFromTheHeader();
    void sortsByKeyboard();
    void partsByMouseAndKeyboard();
    void emptyTable();
    void truncatedView();
    void failureInTheServersWords();
    void reloadsByKey();
    void countsOnClick();
    void sortsWithoutAnIndex();
    void everyControlHasAName();
    void columnsHideMoveAndPin();
    void columnsByTheKeyboard();
    void theLookComesBack();
    void hiddenColumnsAreNotRead();

private:
    void run(const QString &sql);
    std::unique_ptr<TableView> open(const QString &name, Kind kind = Kind::Table);
    template<typename T>
    static T *find(const TableView &view, const QString &name)
    {
        auto *found = view.findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<pg::Connection> m_connection;
    std::unique_ptr<models::OpenDatabase> m_database;
};

void TestTableView::initTestCase()
{
    const auto options = test::TestServer::of().createDatabase();
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
    m_connection = std::make_unique<pg::Connection>(options);
    m_database = std::make_unique<models::OpenDatabase>(
        models::ConnectionForm{.host = QString::fromUtf8(options.value("host")),
                               .port = QString::fromUtf8(options.value("port")),
                               .database = QString::fromUtf8(options.value("dbname")),
                               .user = QString::fromUtf8(options.value("user"))});
    m_database->open();
    QTRY_COMPARE(m_database->state(), models::OpenDatabase::State::Open);
    run(u"create table plans (id int primary key, title text not null);"
        "create table workouts (id bigint generated always as identity primary key, title text, plan_id int"
        " references plans on delete cascade, distance_m int check (distance_m >= 0), done bool default "
        "true);"
        "comment on table workouts is 'What was trained';"
        "create index on workouts (title) where distance_m is null;"
        "insert into workouts (title, distance_m) select 'Run ' || g, g from generate_series(1, 5000) g;"
        "create view everything as select * from workouts offset 0; analyze"_s);
}

void TestTableView::cleanupTestCase()
{
    m_database.reset();
    m_connection.reset();
    m_theme.reset();
}

void TestTableView::run(const QString &sql)
{
    const auto done = m_connection->runScript(sql);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
}

std::unique_ptr<TableView> TestTableView::open(const QString &name, Kind kind)
{
    auto snapshot = catalog::introspect(*m_connection);
    if (!snapshot)
        qFatal("%s", qPrintable(snapshot.error().message));
    const ObjectId id{kind, u"public"_s, name};
    auto rows = std::make_unique<models::RowWindowModel>(m_database->workbench().sessions());
    rows->setSource(*models::rowSource(*snapshot, id));
    auto edited = std::make_unique<models::EditedRowModel>(*m_database, std::move(rows));
    auto view = std::make_unique<TableView>(*m_theme, std::move(edited), id);
    view->setSnapshot(std::make_shared<const catalog::Snapshot>(std::move(*snapshot)));
    view->resize(1000, 600);
    view->show();
    [[maybe_unused]] const bool shown = QTest::qWaitForWindowExposed(view.get());
    return view;
}

void TestTableView::showsRows()
{
    const auto view = open(u"workouts"_s);
    QTRY_COMPARE(find<QToolButton>(*view, u"rowCount"_s)->text(), u"5,000 rows"_s);
    view->grid().setFocus();
    QTest::keyClick(&view->grid(), Qt::Key_End, Qt::ControlModifier);
    QTRY_COMPARE(find<QToolButton>(*view, u"rowCount"_s)->text(), u"5,000 rows"_s);
    QTRY_COMPARE(view->grid().spokenCell({4999, 1}), u"Run 5000, row 5,000"_s);
    QCOMPARE(view->grid().spokenCell({4999, 4}), u"true, row 5,000"_s);
    QVERIFY(find<QWidget>(*view, u"rowsStrip"_s)->isHidden());
}

void TestTableView::sortsFromTheHeader()
{
    const auto view = open(u"workouts"_s);
    QTRY_COMPARE(view->rows().state(), models::RowWindowModel::State::Ready);
    view->grid().scrollToRow(100);
    const auto header = view->grid().layoutOfCells().headerCell(3).center();
    QTest::mouseClick(view->grid().viewport(), Qt::LeftButton, {}, header);
    QTest::mouseClick(view->grid().viewport(), Qt::LeftButton, {}, header);
    QTRY_COMPARE(view->rows().index(0, 3).data().toString(), u"5000"_s);
    QCOMPARE(view->grid().topRow(), 0);
    QCOMPARE(view->rows().headerData(3, Qt::Horizontal, models::SortRole).toInt(), -1);
}

void TestTableView::sortsByKeyboard()
{
    const auto view = open(u"workouts"_s);
    QTRY_COMPARE(view->rows().state(), models::RowWindowModel::State::Ready);
    const auto choose = [&](int column, const QString &text) {
        view->grid().setCurrentCell({3, column});
        QTest::keyClick(&view->grid(), Qt::Key_M, Qt::ControlModifier);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        for (auto *action : menu->actions()) {
            if (action->text() == text)
                menu->setActiveAction(action);
        }
        QVERIFY(menu->activeAction());
        QTest::keyClick(menu, Qt::Key_Return);
    };
    choose(3, u"Sort descending"_s);
    QTRY_COMPARE(view->rows().index(0, 3).data().toString(), u"5000"_s);
    choose(1, u"Then by it, ascending"_s);
    const std::vector<models::SortKey> both{{.column = u"distance_m"_s, .descending = true},
                                            {.column = u"title"_s}};
    QCOMPARE(view->rows().sort(), both);
    choose(3, u"Do not sort by it"_s);
    QTRY_COMPARE(view->rows().index(0, 1).data().toString(), u"Run 1"_s);
    const int width = view->grid().columnWidth(1);
    choose(1, u"Wider"_s);
    QVERIFY(view->grid().columnWidth(1) > width);
}

void TestTableView::partsByMouseAndKeyboard()
{
    const auto view = open(u"workouts"_s);
    auto *ddl = find<QPlainTextEdit>(*view, u"tableDdl"_s);
    QTest::mouseClick(find<QToolButton>(*view, u"partDdl"_s), Qt::LeftButton);
    QVERIFY(ddl->isVisible());
    QTRY_VERIFY2(ddl->toPlainText().contains(u"CREATE TABLE public.workouts"),
                 qPrintable(ddl->toPlainText()));
    QVERIFY(ddl->toPlainText().contains(u"ON DELETE CASCADE"));
    QTest::mouseClick(find<QToolButton>(*view, u"copyDdl"_s), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), ddl->toPlainText());

    auto *button = find<QToolButton>(*view, u"partDdl"_s);
    button->setFocus(Qt::TabFocusReason);
    QTest::keyClick(button, Qt::Key_Left);
    QCOMPARE(view->part(), TableView::Structure);
    auto *structure = find<QTreeView>(*view, u"tableStructure"_s);
    const auto *model = structure->model();
    QCOMPARE(model->index(0, 0).data().toString(), u"Columns"_s);
    QCOMPARE(model->rowCount(model->index(0, 0)), 5);
    structure->setFocus();
    structure->setCurrentIndex(model->index(1, 0, model->index(0, 0)));
    QTest::keyClick(structure, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"title\ttext"_s);
}

void TestTableView::emptyTable()
{
    const auto view = open(u"plans"_s);
    QTRY_VERIFY(find<QLabel>(*view, u"rowsEmpty"_s)->isVisible());
    QCOMPARE(find<QToolButton>(*view, u"rowCount"_s)->text(), u"0 rows"_s);
}

void TestTableView::truncatedView()
{
    const auto view = open(u"everything"_s, Kind::View);
    auto *strip = find<QLabel>(*view, u"rowsStripText"_s);
    QTRY_VERIFY(strip->isVisible());
    QVERIFY(strip->text().contains(u"1,000"));
    QTRY_COMPARE(find<QToolButton>(*view, u"rowCount"_s)->text(), u"first 1,000 of ≈ 5,000 rows"_s);
    auto *more = find<QPushButton>(*view, u"rowsStripAction"_s);
    QCOMPARE(more->text(), u"Read 10,000 rows"_s);
    more->click();
    QTRY_COMPARE(find<QToolButton>(*view, u"rowCount"_s)->text(), u"5,000 rows"_s);
    QVERIFY(!strip->isVisible());
}

void TestTableView::failureInTheServersWords()
{
    run(u"create table secret (id int primary key)"_s);
    const auto view = open(u"secret"_s);
    QTRY_COMPARE(view->rows().state(), models::RowWindowModel::State::Ready);
    run(u"drop table secret"_s);
    view->reload();
    auto *words = find<QPlainTextEdit>(*view, u"failureWords"_s);
    QTRY_VERIFY(words->isVisible());
    QCOMPARE(words->toPlainText(), u"relation \"public.secret\" does not exist\nSQLSTATE 42P01"_s);

    QVERIFY(!find<QLabel>(*view, u"failureHint"_s)->text().isEmpty());

    run(u"create table secret (id int primary key); insert into secret values (1)"_s);
    QTest::mouseClick(find<QWidget>(*view, u"failureRetry"_s), Qt::LeftButton);
    QTRY_COMPARE(find<QToolButton>(*view, u"rowCount"_s)->text(), u"1 row"_s);
    QVERIFY(view->grid().isVisible());
}

void TestTableView::reloadsByKey()
{
    const auto view = open(u"plans"_s);
    QTRY_COMPARE(view->rows().state(), models::RowWindowModel::State::Ready);
    run(u"insert into plans values (1, 'Marathon')"_s);
    view->activateWindow();
    view->grid().setFocus();
    QTest::keyClick(&view->grid(), Qt::Key_F5);
    QTRY_COMPARE(view->rows().rowCount(), 1);
    QSignalSpy schema(view.get(), &TableView::schemaReloadRequested);
    view->showPart(TableView::Structure);
    view->reload();
    QCOMPARE(schema.count(), 1);
    run(u"delete from plans"_s);
}

void TestTableView::countsOnClick()
{
    // A server with one connection has no map that would know the number.
    auto form = m_database->form();
    form.oneConnection = true;
    auto single = std::make_unique<models::OpenDatabase>(form);
    single->open();
    QTRY_COMPARE(single->state(), models::OpenDatabase::State::Open);
    m_database.swap(single);
    const auto restored = qScopeGuard([&] { m_database.swap(single); });
    const auto view = open(u"workouts"_s);
    auto *count = find<QToolButton>(*view, u"rowCount"_s);
    QTRY_COMPARE(count->text(), u"≈ 5,000 rows"_s);
    run(u"begin; lock table workouts"_s);
    QTest::mouseClick(count, Qt::LeftButton);
    QCOMPARE(count->text(), u"counting …"_s);
    view->activateWindow();
    view->grid().setFocus();
    QTest::keyClick(&view->grid(), Qt::Key_Escape);
    QCOMPARE(count->text(), u"≈ 5,000 rows"_s);
    run(u"rollback"_s);
    QTest::mouseClick(count, Qt::LeftButton);
    QTRY_COMPARE(count->text(), u"5,000 rows"_s);
}

void TestTableView::sortsWithoutAnIndex()
{
    run(u"create table notes as select g as id, md5(g::text) as note from generate_series(1, 250000) g;"
        "alter table notes add primary key (id); analyze notes"_s);
    const auto view = open(u"notes"_s);
    auto *strip = find<QLabel>(*view, u"rowsStripText"_s);
    QTRY_COMPARE(view->rows().state(), models::RowWindowModel::State::Ready);
    view->rows().setShown(false);
    view->rows().setSort({{.column = u"note"_s}});
    QTRY_COMPARE(view->rows().bound(), models::RowWindowModel::Bound::Sorting);
    QVERIFY(strip->isVisible());
    QVERIFY2(strip->text().contains(u"1,000"), qPrintable(strip->text()));
    view->rows().setShown(true);
    QTRY_COMPARE_WITH_TIMEOUT(find<QToolButton>(*view, u"rowCount"_s)->text(), u"250,000 rows"_s, 60'000);
    QTRY_VERIFY(!strip->isVisible());
    run(u"drop table notes"_s);
}

void TestTableView::everyControlHasAName()
{
    const auto view = open(u"workouts"_s);
    for (const auto *widget : view->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(u"qt_"))
            continue;
        const auto *interface = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(),
                 widget->metaObject()->className());
        QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
    }
}

namespace {

QStringList shownColumns(TableView &view)
{
    QStringList names;
    for (int column = 0; column < view.rows().columnCount(); ++column)
        names << view.rows().headerData(column, Qt::Horizontal).toString();
    return names;
}

} // namespace

void TestTableView::columnsHideMoveAndPin()
{
    const auto view = open(u"workouts"_s);
    auto &grid = view->grid();
    QTRY_COMPARE(view->rows().state(), models::RowWindowModel::State::Ready);
    QTRY_VERIFY(view->rows().isEstimateKnown());
    grid.scrollToRow(100);
    grid.setCurrentCell({110, 3});
    const int width = grid.columnWidth(3);

    auto arrangement = view->columns().arrangement();
    arrangement.setHidden(u"plan_id"_s, true);
    view->columns().setArrangement(arrangement);
    QCOMPARE(shownColumns(*view), QStringList({u"id"_s, u"title"_s, u"distance_m"_s, u"done"_s}));
    QCOMPARE(grid.topRow(), 100);
    QCOMPARE(grid.currentCell(), (CellPosition{110, 2}));
    QCOMPARE(grid.columnWidth(2), width);
    QCOMPARE(grid.spokenCell({110, 2}), u"111, row 111"_s);

    const auto &layout = grid.layoutOfCells();
    QTest::mousePress(grid.viewport(), Qt::LeftButton, {}, layout.headerCell(2).center());
    QTest::mouseMove(grid.viewport(), layout.headerCell(1).center());
    QTest::mouseMove(grid.viewport(), layout.headerCell(0).center());
    QTest::mouseRelease(grid.viewport(), Qt::LeftButton, {}, layout.headerCell(0).center());
    QCOMPARE(shownColumns(*view), QStringList({u"distance_m"_s, u"id"_s, u"title"_s, u"done"_s}));
    QVERIFY(view->rows().sort().empty());
    QCOMPARE(view->rows().index(0, 0).data().toString(), u"1"_s);

    arrangement = view->columns().arrangement();
    arrangement.setPinned(u"title"_s, true);
    arrangement.setHidden(u"plan_id"_s, false);
    view->columns().setArrangement(arrangement);
    QTRY_COMPARE(shownColumns(*view),
                 QStringList({u"title"_s, u"distance_m"_s, u"id"_s, u"plan_id"_s, u"done"_s}));
    QCOMPARE(layout.pinnedEnd(), 1);
    QCOMPARE(grid.topRow(), 100);

    view->columns().reset();
    QTRY_COMPARE(shownColumns(*view),
                 QStringList({u"id"_s, u"title"_s, u"plan_id"_s, u"distance_m"_s, u"done"_s}));
    QCOMPARE(layout.pinnedEnd(), 0);
}

void TestTableView::columnsByTheKeyboard()
{
    const auto view = open(u"workouts"_s);
    auto &grid = view->grid();
    QTRY_COMPARE(view->rows().state(), models::RowWindowModel::State::Ready);
    grid.setFocus();
    grid.setCurrentCell({0, 1});
    QTest::keyClick(&grid, Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(shownColumns(*view).indexOf(u"title"_s), 2);
    QCOMPARE(grid.currentCell(), (CellPosition{0, 2}));

    QTest::mouseClick(find<QToolButton>(*view, u"columnsButton"_s), Qt::LeftButton);
    auto *chooser = find<QFrame>(*view, u"columnsChooser"_s);
    QVERIFY(chooser->isVisible());
    auto *field = find<QLineEdit>(*view, u"columnsFilter"_s);
    QTest::keyClicks(field, u"dist"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(!shownColumns(*view).contains(u"distance_m"_s));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(shownColumns(*view).contains(u"distance_m"_s));
    QTest::keyClick(field, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(shownColumns(*view).indexOf(u"distance_m"_s), 2);
    QTest::mouseClick(find<QToolButton>(*view, u"columnPin"_s), Qt::LeftButton);
    QCOMPARE(shownColumns(*view).front(), u"distance_m"_s);
    QCOMPARE(grid.layoutOfCells().pinnedEnd(), 1);
    chooser->hide();
}

void TestTableView::theLookComesBack()
{
    QByteArray look;
    {
        const auto view = open(u"workouts"_s);
        QTRY_VERIFY(view->rows().rowCount() > 0);
        QTRY_VERIFY(view->rows().isEstimateKnown());
        auto arrangement = view->columns().arrangement();
        arrangement.setHidden(u"title"_s, true);
        arrangement.setPinned(u"done"_s, true);
        view->columns().setArrangement(arrangement);
        emit view->grid().columnResized(1, 333);
        view->grid().setColumnWidth(1, 333);
        view->rows().setSort({{.column = u"distance_m"_s, .descending = true}});
        QTRY_COMPARE(view->rows().index(0, 3).data().toString(), u"5000"_s);
        view->grid().scrollToRow(1200);
        look = view->look();
    }
    const auto view = open(u"workouts"_s);
    view->restoreLook(look);
    QTRY_COMPARE(view->grid().topRow(), 1200);
    QCOMPARE(shownColumns(*view), QStringList({u"done"_s, u"id"_s, u"plan_id"_s, u"distance_m"_s}));
    QCOMPARE(view->grid().columnWidth(1), 333);
    QTRY_COMPARE(view->grid().spokenCell({1200, 3}), u"3800, row 1,201"_s);
}

void TestTableView::hiddenColumnsAreNotRead()
{
    run(u"create function failing() returns text stable language plpgsql as "
        "$$begin raise exception 'must not be read'; end$$;"
        "create view trap as select 1 as one, failing() as two"_s);
    const auto view = open(u"trap"_s, Kind::View);
    QTRY_VERIFY(view->rows().error());
    auto arrangement = view->columns().arrangement();
    arrangement.setHidden(u"two"_s, true);
    view->columns().setArrangement(arrangement);
    QTRY_COMPARE(view->rows().rowCount(), 1);
    QCOMPARE(shownColumns(*view), QStringList({u"one"_s}));
    arrangement.setHidden(u"two"_s, false);
    view->columns().setArrangement(arrangement);
    QTRY_VERIFY(view->rows().error());
    QCOMPARE(view->rows().rowCount(), 1);
    QCOMPARE(shownColumns(*view), QStringList({u"one"_s}));
}

QTEST_MAIN(TestTableView)
#include "tst_tableview.moc"
