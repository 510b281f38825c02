#include "core/pg/connection.h"
#include "models/cellrole.h"
#include "models/editedrowmodel.h"
#include "models/rowwindowmodel.h"
#include "models/stagedchanges.h"
#include "models/studio.h"
#include "models/tablefilter.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"
#include "ui/commands/commands.h"
#include "ui/grid/grid.h"
#include "ui/inspector/linebutton.h"
#include "ui/review/reviewpage.h"
#include "ui/table/rowsview.h"
#include "ui/table/tablerelations.h"
#include "ui/table/tableview.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"
#include "ui/window/tabarea.h"
#include "ui/window/trail.h"

#include <QApplication>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;

/// From row to row along foreign keys, and from cells to the database, in the real window.
class TestTrail : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void followsAndComesBack();
    void saysWhyNot();
    void showsWhatPointsHere();
    void theRowAtTheSideLeadsOn();
    void goesOnFromOpenRows();
    void namesWhatKeysLeadTo();
    void comesBackToWhereOneWas();
    void keepsTheFilterOfWhereItLeads();
    void goesToARow();
    void reviewsAndAppliesByKey();

private:
    TableView *open(const QString &table);
    TableView *current() const { return qobject_cast<TableView *>(m_window->tabs().currentPage()); }
    QString ask(const QString &sql);

    pg::ConnectionOptions m_options;
    std::unique_ptr<pg::Connection> m_other;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<models::Studio> m_studio;
    std::unique_ptr<MainWindow> m_window;
};

void TestTrail::initTestCase()
{
    m_options = test::TestServer::of().createDatabase();
    m_other = std::make_unique<pg::Connection>(m_options);
    NEED(m_other->runScript(
        u"create table users (id int primary key, name text);"
        u"create table posts (id int primary key, author int references users, title text);"
        u"create index on posts (author);"
        u"insert into users select n, 'user ' || n from generate_series(1, 20000) n;"
        u"insert into posts values (1, 77, 'a'), (2, null, 'b'), (3, 77, 'c'); analyze"_s));
}

void TestTrail::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
    m_studio = std::make_unique<models::Studio>();
    m_window = std::make_unique<MainWindow>(*m_studio, *m_theme);
    m_window->show();
    m_studio->openWorkspace(m_folder->filePath(u"workspace.sqlite"_s));
    m_studio->openDatabase(models::formFromSaved({.keywords = m_options.keywords}));
    QTRY_VERIFY_WITH_TIMEOUT(
        m_studio->database() && m_studio->database()->state() == models::OpenDatabase::State::Open, 60'000);
}

void TestTrail::cleanup()
{
    m_window.reset();
    m_studio.reset();
    m_theme.reset();
}

TableView *TestTrail::open(const QString &table)
{
    m_window->openObject({Kind::Table, u"public"_s, table});
    auto *view = current();
    if (!QTest::qWaitFor([view] { return view->rows().state() == models::RowWindowModel::State::Ready; },
                         30'000))
        return nullptr;
    return view;
}

QString TestTrail::ask(const QString &sql)
{
    const auto reply = m_other->fetch({sql});
    return reply ? reply->text(0, 0) : reply.error().message;
}

void TestTrail::followsAndComesBack()
{
    auto *posts = open(u"posts"_s);
    QVERIFY(posts);
    posts->grid().setCurrentCell({0, 1});
    QTest::keyClick(&posts->grid(), Qt::Key_F4);
    auto *users = current();
    QCOMPARE(users->id().name, u"users"_s);
    QTRY_VERIFY(users->rows().state() == models::RowWindowModel::State::Ready &&
                users->rows().rowCount() == 1);
    QCOMPARE(users->rows().index(0, 1).data().toString(), u"user 77"_s);

    QTest::keyClick(&users->grid(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(current()->id().name, u"posts"_s);
    QTRY_COMPARE(current()->rows().rowCount(), 3);
    QTest::keyClick(&current()->grid(), Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(current()->id().name, u"users"_s);
    QCOMPARE(current()->filter()->filter().conditions.members.size(), size_t(1));
}

void TestTrail::comesBackToWhereOneWas()
{
    auto *back = open(u"posts"_s)->findChild<QToolButton *>(u"trailBack"_s);
    QVERIFY(!back->isVisible());
    auto *users = open(u"users"_s);
    users->rows().setSort({{.column = u"id"_s, .descending = true}});
    QTRY_VERIFY(users->rows().isRowCountExact() && !users->rows().isReading());
    users->grid().scrollToRow(12'000);
    users->grid().setCurrentCell({12'003, 1});
    QTRY_COMPARE(users->editedRows().identity(12'003), std::optional(edit::RowIdentity{{{u"id"_s, "7997"}}}));
    m_window->trail().showPointing({.from = {Kind::Table, u"public"_s, u"posts"_s}, .columns = {u"author"_s}},
                                   {"77"});
    QCOMPARE(current()->id().name, u"posts"_s);
    QTRY_COMPARE(current()->rows().rowCount(), 2);
    back = current()->findChild<QToolButton *>(u"trailBack"_s);
    QVERIFY(back->isVisible() && back->isEnabled());
    emit back->menu()->aboutToShow();
    QCOMPARE(back->menu()->actions().size(), 1);
    QCOMPARE(back->menu()->actions().front()->text(), u"users"_s);

    // Meanwhile it is looked at otherwise.
    open(u"users"_s);
    users->rows().setSort({});
    users->grid().scrollToRow(0);
    users->grid().setCurrentCell({0, 0});
    open(u"posts"_s);
    QTest::mouseClick(back, Qt::LeftButton);
    QCOMPARE(current(), users);
    QTRY_COMPARE_WITH_TIMEOUT(users->grid().currentCell(), (CellPosition{12'003, 1}), 30'000);
    QCOMPARE(users->editedRows().identity(12'003), std::optional(edit::RowIdentity{{{u"id"_s, "7997"}}}));
    QVERIFY(users->rows().sort().front().descending);
    QVERIFY(users->filter()->filter().isEmpty());
    QVERIFY(users->findChild<QToolButton *>(u"trailForward"_s)->isEnabled());
}

void TestTrail::keepsTheFilterOfWhereItLeads()
{
    auto *users = open(u"users"_s);
    users->filter()->apply({.where = u"id < 5"_s});
    QTRY_COMPARE(users->rows().rowCount(), 4);
    auto *posts = open(u"posts"_s);
    posts->grid().setCurrentCell({0, 1});
    QTest::keyClick(&posts->grid(), Qt::Key_F4);
    QCOMPARE(current(), users);
    QTRY_COMPARE(users->rows().rowCount(), 1);
    QTest::keyClick(&users->grid(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(current(), posts);
    QTest::keyClick(&posts->grid(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(current(), users);
    QTRY_COMPARE(users->rows().rowCount(), 4);
    QCOMPARE(users->filter()->filter().where, u"id < 5"_s);
}

void TestTrail::goesToARow()
{
    auto *users = open(u"users"_s);
    QVERIFY(users);
    QTRY_VERIFY(users->rows().rowCount() > 10);
    users->showRow({{{u"id"_s, "5"}}}, 0, u"name"_s);
    QCOMPARE(users->grid().currentCell(), (CellPosition{4, 1}));
    QVERIFY(users->filter()->filter().conditions.members.empty());
    // One that is far away, and from another part of the table.
    users->showPart(TableView::Ddl);
    users->showRow({{{u"id"_s, "15000"}}}, 0, u"name"_s);
    QCOMPARE(users->part(), TableView::Data);
    QTRY_COMPARE(users->rows().rowCount(), 1);
    QTRY_COMPARE(users->grid().currentCell(), (CellPosition{0, 1}));
    QCOMPARE(users->rows().index(0, 1).data().toString(), u"user 15000"_s);
    // One that is gone.
    QSignalSpy notice(users, &TableView::notice);
    users->showRow({{{u"id"_s, "77777"}}}, 0, u"name"_s);
    QTRY_COMPARE(users->rows().rowCount(), 0);
    QTRY_COMPARE(notice.count(), 1);
}

void TestTrail::saysWhyNot()
{
    auto *posts = open(u"posts"_s);
    QVERIFY(posts);
    posts->grid().setCurrentCell({1, 1}); // NULL
    m_window->commands().run(u"reference.follow"_s);
    QCOMPARE(current(), posts);
    posts->grid().setCurrentCell({0, 2});
    m_window->commands().run(u"reference.follow"_s);
    QCOMPARE(current(), posts);
    m_window->commands().run(u"trail.back"_s);
    QCOMPARE(current(), posts);
}

void TestTrail::showsWhatPointsHere()
{
    auto *users = open(u"users"_s);
    QVERIFY(users);
    // To no row, as long as none is chosen.
    QVERIFY(!users->grid().currentCell().isValid());
    m_window->commands().run(u"reference.pointing"_s);
    QVERIFY(!m_window->findChild<QMenu *>(u"pointingMenu"_s));
    users->grid().setCurrentCell({76, 0});
    QTRY_VERIFY(users->rows().rowCount() > 76);
    m_window->commands().run(u"reference.pointing"_s);
    auto *menu = m_window->findChild<QMenu *>(u"pointingMenu"_s);
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 1);
    menu->actions().front()->trigger();
    QCOMPARE(current()->id().name, u"posts"_s);
    QTRY_COMPARE(current()->rows().rowCount(), 2);
}

void TestTrail::theRowAtTheSideLeadsOn()
{
    auto *users = open(u"users"_s);
    QVERIFY(users);
    users->grid().setCurrentCell({76, 0});
    const auto line = [this](const QString &name) -> LineButton * {
        for (auto *each : m_window->findChildren<LineButton *>(name)) {
            if (each->isVisible() && each->isEnabled())
                return each;
        }
        return nullptr;
    };
    QTRY_VERIFY_WITH_TIMEOUT(line(u"relatedRows"_s), 30'000);
    QTest::mouseClick(line(u"relatedRows"_s), Qt::LeftButton);
    QCOMPARE(current()->id().name, u"posts"_s);
    QTRY_COMPARE(current()->rows().rowCount(), 2);

    current()->grid().setCurrentCell({1, 2});
    QTRY_VERIFY_WITH_TIMEOUT(line(u"rowLink"_s), 30'000);
    QTest::mouseClick(line(u"rowLink"_s), Qt::LeftButton);
    QCOMPARE(current(), users);
    QTRY_COMPARE(users->rows().rowCount(), 1);
    QCOMPARE(users->rows().index(0, 0).data().toString(), u"77"_s);
    m_window->commands().run(u"trail.back"_s);
    QCOMPARE(current()->id().name, u"posts"_s);
}

/// Rows that lie open below another are followed like any, and lead to their own tab.
void TestTrail::goesOnFromOpenRows()
{
    auto *users = open(u"users"_s);
    QVERIFY(users);
    m_window->commands().run(u"related.counts"_s);
    QCOMPARE(users->grid().layoutOfCells().noteCount(), 1);
    users->grid().setFocus();
    users->grid().setCurrentCell({76, 0});
    m_window->commands().run(u"related.open"_s);
    auto &posts = users->rowsInFront();
    QVERIFY(&posts != &users->data());
    QTRY_COMPARE(posts.rows().rowCount(), 2);
    posts.grid().setCurrentCell({1, 1});
    QTest::keyClick(&posts.grid(), Qt::Key_F4);
    // It is the same table, at the row that the open one points to.
    QCOMPARE(current(), users);
    QCOMPARE(users->filter()->filter().conditions.members.size(), size_t(1));
    QTRY_COMPARE(users->rows().rowCount(), 1);
    // Other rows than those that were open.
    QTRY_COMPARE(users->relations()->opened().count(), size_t(0));

    users->grid().setCurrentCell({0, 0});
    m_window->commands().run(u"related.open"_s);
    auto *tab = users->findChild<QToolButton *>(u"nestedTab"_s);
    QVERIFY(tab);
    tab->click();
    QCOMPARE(current()->id().name, u"posts"_s);
    QTRY_COMPARE(current()->rows().rowCount(), 2);
    m_window->commands().run(u"trail.back"_s);
    QCOMPARE(current(), users);
}

void TestTrail::namesWhatKeysLeadTo()
{
    auto *posts = open(u"posts"_s);
    QVERIFY(posts);
    const auto label = [posts](int row) {
        return posts->editedRows().index(row, 1).data(models::LabelRole).toString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(label(0), u"user 77"_s, 30'000);
    QCOMPARE(label(1), QString());
}

void TestTrail::reviewsAndAppliesByKey()
{
    auto *posts = open(u"posts"_s);
    QVERIFY(posts);
    posts->grid().setFocus();
    posts->grid().setCurrentCell({0, 2});
    QTest::keyClick(&posts->grid(), Qt::Key_N);
    QTest::keyClicks(QApplication::focusWidget(), u"ew"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(m_studio->database()->changes().changeCount(), 1);
    m_window->commands().run(u"changes.review"_s);
    auto *page = qobject_cast<ReviewPage *>(m_window->tabs().currentPage());
    QVERIFY(page);
    QTRY_VERIFY(page->findChild<QPushButton *>(u"reviewApply"_s)->isEnabled());
    m_window->commands().run(u"changes.review"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ask(u"select title from posts where id = 1"_s), u"new"_s, 30'000);
    // The review is done, and the table shows what is there.
    QTRY_COMPARE(current(), posts);
    QTRY_COMPARE(posts->rows().index(0, 2).data().toString(), u"new"_s);

    m_window->commands().run(u"changes.undoCommit"_s);
    page = qobject_cast<ReviewPage *>(m_window->tabs().currentPage());
    QVERIFY(page);
    QTRY_VERIFY(page->findChild<QPushButton *>(u"reviewApply"_s)->isEnabled());
    m_window->commands().run(u"changes.review"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ask(u"select title from posts where id = 1"_s), u"a"_s, 30'000);
}

QTEST_MAIN(TestTrail)
#include "tst_trail.moc"
