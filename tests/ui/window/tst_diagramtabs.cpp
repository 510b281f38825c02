#include "core/pg/connection.h"
#include "models/studio.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"
#include "ui/commands/commands.h"
#include "ui/diagram/diagramcanvas.h"
#include "ui/diagram/diagramview.h"
#include "ui/table/tableview.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"
#include "ui/window/tabarea.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int generous = 60000;

} // namespace

/// The diagram of a real database, in the real window.
class TestDiagramTabs : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void showsTheDatabase();
    void opensATable();
    void offersWhatCanBeDone();
    void comesBackAsItWasLeft();
    void showsNewTables();
    void showsWhatHasChanged();
    void readsHowIndexesAreUsed();

private:
    void makeWindow();
    DiagramView *openDiagram();
    DiagramView *view() const { return qobject_cast<DiagramView *>(m_window->tabs().currentPage()); }
    static int boxOf(DiagramView &view, const QString &table)
    {
        return view.model().picture()->content->find({Kind::Table, u"public"_s, table});
    }
    bool isDrawn() const
    {
        return view() && view()->model().state() == models::DiagramModel::State::Shown &&
               view()->canvas().tiles().isSharp();
    }

    pg::ConnectionOptions m_database;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<models::Studio> m_studio;
    std::unique_ptr<MainWindow> m_window;
};

void TestDiagramTabs::initTestCase()
{
    m_database = test::TestServer::of().createDatabase();
    pg::Connection connection(m_database);
    NEED(connection.runScript(u"create table users (id int primary key, name text);"
                              u"create table posts (id int primary key, author int references users);"
                              u"create table likes (post int references posts, who int references users);"
                              u"create table events (at date not null) partition by range (at);"
                              u"create table events_old partition of events default"_s));
}

void TestDiagramTabs::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
    makeWindow();
}

void TestDiagramTabs::makeWindow()
{
    m_window.reset();
    m_studio = std::make_unique<models::Studio>();
    m_window = std::make_unique<MainWindow>(*m_studio, *m_theme);
    m_window->show();
    QSignalSpy loaded(m_studio.get(), &models::Studio::workspaceLoaded);
    m_studio->openWorkspace(m_folder->filePath(u"workspace.sqlite"_s));
    QVERIFY(loaded.wait(generous));
    m_studio->openDatabase(models::formFromSaved({.keywords = m_database.keywords}));
    QTRY_COMPARE_WITH_TIMEOUT(m_studio->database()->state(), models::OpenDatabase::State::Open, generous);
}

void TestDiagramTabs::cleanup()
{
    m_window.reset();
    m_studio.reset();
    m_theme.reset();
}

DiagramView *TestDiagramTabs::openDiagram()
{
    m_window->commands().run(u"diagram.show"_s);
    return view();
}

void TestDiagramTabs::showsTheDatabase()
{
    auto *diagram = openDiagram();
    QVERIFY(diagram);
    QTRY_VERIFY_WITH_TIMEOUT(isDrawn(), generous);
    // Partitions are in their table.
    QCOMPARE(diagram->model().picture()->count(), 4);
    QCOMPARE(diagram->model().picture()->content->lines.size(), 3U);
    // There is one tab of it.
    QCOMPARE(openDiagram(), diagram);
    QCOMPARE(m_window->tabs().count(), 1);
}

void TestDiagramTabs::opensATable()
{
    auto *diagram = openDiagram();
    QTRY_VERIFY_WITH_TIMEOUT(isDrawn(), generous);
    diagram->canvas().goTo(boxOf(*diagram, u"users"_s));
    m_window->commands().run(u"diagram.table"_s);
    const auto *table = qobject_cast<TableView *>(m_window->tabs().currentPage());
    QVERIFY(table);
    QCOMPARE(table->id().name, u"users"_s);
}

void TestDiagramTabs::offersWhatCanBeDone()
{
    auto *diagram = openDiagram();
    QTRY_VERIFY_WITH_TIMEOUT(isDrawn(), generous);
    const int users = boxOf(*diagram, u"users"_s);
    diagram->canvas().goTo(users);
    emit diagram->menuRequested(diagram->model().picture()->box(users).id, QPoint(50, 50));
    auto *menu = m_window->findChild<QMenu *>(u"diagramMenu"_s);
    QVERIFY(menu);
    QStringList texts;
    for (const auto *action : menu->actions())
        texts << action->text();
    for (const auto &text : {u"Open in a tab"_s, u"Open the structure"_s, u"Hide"_s, u"Arrange anew"_s,
                             u"Follow the reference"_s, u"Show what points here"_s, u"Show only neighbours"_s,
                             u"Path between"_s})
        QVERIFY2(texts.contains(text), qPrintable(text));
    const auto actions = menu->actions();
    const auto structure = std::find_if(actions.begin(), actions.end(),
                                        [](auto *each) { return each->text() == u"Open the structure"; });
    (*structure)->trigger();
    const auto *table = qobject_cast<TableView *>(m_window->tabs().currentPage());
    QVERIFY(table);
    QCOMPARE(table->part(), TableView::Structure);
}

void TestDiagramTabs::comesBackAsItWasLeft()
{
    auto *diagram = openDiagram();
    QTRY_VERIFY_WITH_TIMEOUT(isDrawn(), generous);
    const int likes = boxOf(*diagram, u"likes"_s);
    const auto there = diagram->model().picture()->rect(likes).topLeft() + QPointF(1600, 800);
    diagram->model().move({likes}, {1600, 800});
    QTRY_COMPARE_WITH_TIMEOUT(diagram->model().picture()->rect(likes).topLeft(), there, generous);
    diagram->model().hide({boxOf(*diagram, u"events"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(diagram->model().picture()->count(), 3, generous);
    m_window->close();
    makeWindow();
    QTRY_VERIFY_WITH_TIMEOUT(isDrawn(), generous);
    QCOMPARE(view()->model().picture()->count(), 3);
    QCOMPARE(view()->model().picture()->rect(boxOf(*view(), u"likes"_s)).topLeft(), there);
}

void TestDiagramTabs::showsNewTables()
{
    auto *diagram = openDiagram();
    QTRY_VERIFY_WITH_TIMEOUT(isDrawn(), generous);
    const auto before = diagram->model().picture();
    pg::Connection connection(m_database);
    NEED(connection.runScript(u"create table tags (id int primary key, post int references posts)"_s));
    m_window->commands().run(u"database.reload"_s);
    QTRY_COMPARE_WITH_TIMEOUT(diagram->model().picture()->count(), before->count() + 1, generous);
    for (int box = 0; box < before->count(); ++box) {
        const int now = diagram->model().picture()->content->find(before->box(box).id);
        QCOMPARE(diagram->model().picture()->rect(now), before->rect(box));
    }
    NEED(connection.runScript(u"drop table tags"_s));
}

void TestDiagramTabs::showsWhatHasChanged()
{
    auto *diagram = openDiagram();
    QTRY_VERIFY_WITH_TIMEOUT(isDrawn(), generous);
    pg::Connection connection(m_database);
    NEED(connection.runScript(u"create table tags (id int primary key, post int references posts);"
                              u"alter table users add column email text"_s));
    m_window->commands().run(u"database.reload"_s);
    QTRY_VERIFY_WITH_TIMEOUT(boxOf(*diagram, u"tags"_s) >= 0, generous);
    m_window->commands().run(u"diagram.changes"_s);
    const auto mark = [&](const QString &table) {
        const auto &picture = *diagram->model().picture();
        const int box = boxOf(*diagram, table);
        return picture.overlay && box >= 0 ? picture.overlay->box(box).text : QString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(mark(u"tags"_s), u"+"_s, generous);
    QCOMPARE(mark(u"users"_s), u"~"_s);
    QVERIFY(mark(u"posts"_s).isEmpty());
    NEED(connection.runScript(u"drop table tags; drop table likes; alter table users drop column email"_s));
    m_window->commands().run(u"database.reload"_s);
    QTRY_COMPARE_WITH_TIMEOUT(mark(u"likes"_s), u"−"_s, generous);
    QVERIFY(mark(u"users"_s).isEmpty());
    NEED(connection.runScript(u"create table likes (post int references posts, who int references users)"_s));
}

void TestDiagramTabs::readsHowIndexesAreUsed()
{
    pg::Connection connection(m_database);
    NEED(connection.runScript(u"create index nobody_asks on users (name)"_s));
    auto *diagram = openDiagram();
    QTRY_VERIFY_WITH_TIMEOUT(isDrawn(), generous);
    m_window->commands().run(u"diagram.unusedIndexes"_s);
    QTRY_VERIFY_WITH_TIMEOUT(diagram->model().picture()->overlay &&
                                 diagram->model()
                                     .picture()
                                     ->overlay->boxWords.value(boxOf(*diagram, u"users"_s))
                                     .join(u' ')
                                     .contains(u"nobody_asks"_s),
                             generous);
    NEED(connection.runScript(u"drop index nobody_asks"_s));
}

QTEST_MAIN(TestDiagramTabs)

#include "tst_diagramtabs.moc"
