#include "ui/sql/sqlresults.h"

#include "core/pg/connection.h"
#include "models/query/resultmodel.h"
#include "models/studio.h"
#include "tests/support/testserver.h"
#include "ui/commands/commands.h"
#include "ui/editor/sqleditor.h"
#include "ui/grid/grid.h"
#include "ui/results/resultspane.h"
#include "ui/results/resultview.h"
#include "ui/sql/sqlpage.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"
#include "ui/window/tabarea.h"
#include "ui/window/tabbar.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace squall;
using namespace squall::ui;
using namespace Qt::Literals::StringLiterals;
using models::QueryOutcome;
using models::QueryRunner;
using models::ResultModel;

namespace {

constexpr int patienceMs = 60'000;

} // namespace

/// What comes back of an SQL tab besides its text.
class TestSqlResults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void undoComesBackWithTheText();
    void resultsComeBackAsOfThen();
    void valuesComeBackAsTheyWere();
    void theyGiveWayToTheNextRun();
    void pinnedOnesComeBackPinned();
    void oneKeyRunsThemAgain();
    void whatIsNotInTheTextIsNotRun();
    void closedTabsComeBackWithThem();
    void noneOfProduction();
    void noneWhenSomebodyWantsNone();
    void damagedOnesLeaveTheRest();

private:
    void open(ConnectionClass chosen = ConnectionClass::Local);
    SqlPage *page() const { return qobject_cast<SqlPage *>(m_window->tabs().currentPage()); }
    void newTab(const QString &text)
    {
        m_window->commands().run(u"sql.new"_s);
        QVERIFY(page());
        page()->editor().setScript(text);
    }
    QueryOutcome run(SqlCommand command = SqlCommand::RunAll)
    {
        QSignalSpy finished(&page()->runner(), &QueryRunner::finished);
        page()->run(command);
        const bool came = QTest::qWaitFor([&] { return !finished.isEmpty(); }, patienceMs);
        return came ? finished.front().front().value<QueryOutcome>() : QueryOutcome();
    }
    /// Runs it and starts once more.
    void runAndReopen(const QString &text)
    {
        newTab(text);
        QCOMPARE(run().end, QueryOutcome::End::Done);
        open();
        QTRY_VERIFY_WITH_TIMEOUT(page() && page()->results().currentResult(), patienceMs);
    }
    const ResultModel &result() const { return page()->results().currentResult()->result(); }
    template<typename T>
    T *find(const QString &name) const
    {
        return page()->results().currentResult()->findChild<T *>(name);
    }
    QString file() const { return m_folder->filePath(u"workspace.sqlite"_s); }
    /// In the file, by somebody else.
    int ask(const QString &sql) const;

    pg::ConnectionOptions m_database;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<models::Studio> m_studio;
    std::unique_ptr<MainWindow> m_window;
};

void TestSqlResults::initTestCase()
{
    m_database = test::TestServer::of().createDatabase();
    pg::Connection connection(m_database);
    QVERIFY(connection
                .runScript(u"create type mood as enum ('calm', 'cross');"
                           u"create table users (id int primary key, name text, mood mood);"
                           u"insert into users values (1, 'Mara', 'cross'), (2, null, 'calm'),"
                           u" (10, '', 'calm'), (3, E'🦦\\nö', null)"_s)
                .ok());
}

void TestSqlResults::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
    open();
}

void TestSqlResults::cleanup()
{
    m_window.reset();
    m_studio.reset();
}

void TestSqlResults::open(ConnectionClass chosen)
{
    m_window.reset();
    m_studio.reset();
    m_studio = std::make_unique<models::Studio>();
    m_window = std::make_unique<MainWindow>(*m_studio, *m_theme);
    m_window->show();
    m_window->activateWindow();
    QSignalSpy loaded(m_studio.get(), &models::Studio::workspaceLoaded);
    m_studio->openWorkspace(file());
    QTRY_COMPARE_WITH_TIMEOUT(loaded.size(), 1, patienceMs);
    auto form = models::formFromSaved({.keywords = m_database.keywords});
    form.chosenClass = chosen;
    m_studio->openDatabase(form);
    QTRY_COMPARE_WITH_TIMEOUT(m_studio->database()->state(), models::OpenDatabase::State::Open, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_studio->database()->workbench().completion(), patienceMs);
}

int TestSqlResults::ask(const QString &sql) const
{
    int number = -1;
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"ask"_s);
        database.setDatabaseName(file());
        if (!database.open())
            qFatal("cannot open");
        QSqlQuery query(database);
        if (!query.exec(sql))
            qFatal("%s", qPrintable(sql));
        if (query.next())
            number = query.value(0).toInt();
    }
    QSqlDatabase::removeDatabase(u"ask"_s);
    return number;
}

void TestSqlResults::undoComesBackWithTheText()
{
    newTab({});
    auto *editor = &page()->editor();
    QTRY_VERIFY_WITH_TIMEOUT(editor->hasFocus(), patienceMs);
    QTest::keyClicks(editor, u"select 1"_s);
    editor->replaceSpan({7, 1}, u"'ö🦦'"_s);
    editor->replaceSpan({0, 0}, u"-- why\n"_s);
    QTest::keyClick(editor, Qt::Key_Z, Qt::ControlModifier);
    const auto text = editor->script();
    QCOMPARE(text, u"select 'ö🦦'"_s);
    open();
    QTRY_VERIFY_WITH_TIMEOUT(page(), patienceMs);
    editor = &page()->editor();
    QCOMPARE(editor->text().toUtf8(), text.toUtf8());
    QTest::keyClick(editor, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(editor->text(), u"-- why\nselect 'ö🦦'"_s);
    for (const auto &before : {u"select 'ö🦦'"_s, u"select 1"_s, QString()}) {
        QVERIFY(editor->isUndoAvailable());
        QTest::keyClick(editor, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(editor->text(), before);
    }
    QVERIFY(!editor->isUndoAvailable());
}

void TestSqlResults::resultsComeBackAsOfThen()
{
    const auto before = QDateTime::currentDateTime();
    runAndReopen(u"select id, name from users order by id;\n-- two\nselect 2 as two;"_s);
    QCOMPARE(page()->results().results().size(), size_t(2));
    QVERIFY(page()->results().isVisible());
    QVERIFY(!page()->runner().isBusy());
    QVERIFY(!page()->runner().began().isValid());
    QCOMPARE(result().rowCount(), 4);
    QVERIFY(result().origin().kept);
    QVERIFY(result().origin().time >= before && result().origin().time <= QDateTime::currentDateTime());
    const auto *words = find<QLabel>(u"resultStripText"_s);
    QVERIFY(words->isVisible());
    const auto time = QLocale().toString(result().origin().time, QLocale::ShortFormat);
    QVERIFY2(words->text().contains(time), qPrintable(words->text()));
    QVERIFY(find<QToolButton>(u"resultRunAgain"_s)->isVisible());
    // As any other, they are sorted, filtered and copied.
    auto *view = page()->results().currentResult();
    view->result().setSort({{.column = 0, .descending = true}});
    QTRY_COMPARE_WITH_TIMEOUT(view->result().cell(0, 0)->toByteArray(), QByteArray("10"), patienceMs);
    view->result().setFilter(u"mara"_s);
    QTRY_COMPARE_WITH_TIMEOUT(view->result().rowCount(), 1, patienceMs);
    view->grid().setFocus();
    view->grid().selectAll();
    view->grid().copy();
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::clipboard()->text().contains(u"Mara"_s), patienceMs);
}

void TestSqlResults::valuesComeBackAsTheyWere()
{
    newTab(u"select u.*, repeat('ö', 100000) as long, '\\xff00'::bytea as raw from users u order by id"_s);
    QCOMPARE(run().end, QueryOutcome::End::Done);
    // The server is asked for the name of a type that is not every server's.
    QTRY_VERIFY_WITH_TIMEOUT(result().typeOf(2).endsWith(u"mood"_s), patienceMs);
    open();
    QTRY_VERIFY_WITH_TIMEOUT(page() && page()->results().currentResult(), patienceMs);
    QCOMPARE(result().rowCount(), 4);
    QVERIFY(!result().cell(1, 1).has_value());
    QCOMPARE(result().cell(3, 1)->size(), 0);
    QCOMPARE(result().cell(2, 1)->toByteArray(), QByteArray("🦦\nö"));
    QVERIFY(!result().cell(2, 2).has_value());
    QCOMPARE(QString::fromUtf8(*result().cell(0, 3)), u"ö"_s.repeated(100'000));
    QCOMPARE(result().cell(0, 4)->toByteArray(), QByteArray("\\xff00"));
    // Columns look as they did.
    QCOMPARE(result().typeOf(0), u"integer"_s);
    QCOMPARE(result().headerData(0, Qt::Horizontal, models::TypeKindRole).value<models::TypeKind>(),
             models::TypeKind::Number);
    QCOMPARE(result().headerData(2, Qt::Horizontal, models::TypeKindRole).value<models::TypeKind>(),
             models::TypeKind::Enum);
}

void TestSqlResults::theyGiveWayToTheNextRun()
{
    runAndReopen(u"select 1 as one; select 2 as two"_s);
    page()->editor().setScript(u"select 3 as three"_s);
    QCOMPARE(run().end, QueryOutcome::End::Done);
    QCOMPARE(page()->results().results().size(), size_t(1));
    QVERIFY(!result().origin().kept);
    QTRY_COMPARE_WITH_TIMEOUT(ask(u"select count(*) from result"_s), 1, patienceMs);
    page()->results().closeCurrent();
    QTRY_COMPARE_WITH_TIMEOUT(ask(u"select count(*) from result"_s), 0, patienceMs);
}

void TestSqlResults::pinnedOnesComeBackPinned()
{
    newTab(u"select 1 as one"_s);
    run();
    page()->results().togglePinned();
    page()->editor().setScript(u"select 2 as two"_s);
    run();
    open();
    QTRY_VERIFY_WITH_TIMEOUT(page() && page()->results().currentResult(), patienceMs);
    const auto results = page()->results().results();
    QCOMPARE(results.size(), size_t(2));
    QVERIFY(page()->results().isPinned(results[0]));
    QVERIFY(!page()->results().isPinned(results[1]));
    run();
    QCOMPARE(page()->results().results().size(), size_t(2));
    QVERIFY(page()->results().results()[0]->result().origin().kept);
}

void TestSqlResults::oneKeyRunsThemAgain()
{
    runAndReopen(u"select 'first';\nselect id from users where id > :least::int;\n-- end\n"_s.replace(
        u":least::int"_s, u"2"_s));
    page()->results().select(1);
    page()->editor().setCaret(0);
    QCOMPARE(result().rowCount(), 2);
    // It has another place by now.
    page()->editor().replaceSpan({0, 0}, u"-- something new\n"_s);
    page()->results().setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(page()->results().isAncestorOf(QApplication::focusWidget()), patienceMs);
    QSignalSpy finished(&page()->runner(), &QueryRunner::finished);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patienceMs);
    QCOMPARE(page()->results().results().size(), size_t(1));
    QVERIFY(!result().origin().kept);
    QCOMPARE(result().rowCount(), 2);
    QVERIFY(!find<QToolButton>(u"resultRunAgain"_s)->isVisible());
}

void TestSqlResults::whatIsNotInTheTextIsNotRun()
{
    runAndReopen(u"select 1 as one"_s);
    page()->editor().setScript(u"delete from users"_s);
    QSignalSpy notice(page(), &SqlPage::notice);
    find<QToolButton>(u"resultRunAgain"_s)->click();
    QCOMPARE(notice.size(), 1);
    QVERIFY(!page()->runner().began().isValid());
    QVERIFY(result().origin().kept);
}

void TestSqlResults::closedTabsComeBackWithThem()
{
    newTab(u"select 1 as one"_s);
    run();
    m_window->commands().run(u"tab.close"_s);
    m_window->commands().run(u"tab.reopen"_s);
    QTRY_VERIFY_WITH_TIMEOUT(page() && page()->results().currentResult(), patienceMs);
    QVERIFY(result().origin().kept);
    // One without a text is gone for good, and so is what it gave.
    page()->editor().setScript({});
    page()->editor().setFocus();
    QTest::keyClicks(&page()->editor(), u"x"_s);
    QTest::keyClick(&page()->editor(), Qt::Key_Backspace);
    QCOMPARE(page()->editor().script(), QString());
    m_window->commands().run(u"tab.close"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ask(u"select count(*) from result"_s), 0, patienceMs);
}

void TestSqlResults::noneOfProduction()
{
    newTab(u"select 1 as one"_s);
    run();
    QTRY_COMPARE_WITH_TIMEOUT(ask(u"select count(*) from result"_s), 1, patienceMs);
    // Somebody has found out what it is.
    open(ConnectionClass::Production);
    QCOMPARE(m_studio->database()->form().connectionClass(), ConnectionClass::Production);
    QTRY_VERIFY_WITH_TIMEOUT(page(), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(ask(u"select count(*) from result"_s), 0, patienceMs);
    QVERIFY(!page()->results().currentResult());
    QCOMPARE(run().end, QueryOutcome::End::Done);
    QTRY_VERIFY_WITH_TIMEOUT(page()->kept().keeper().isSettled(), patienceMs);
    open(ConnectionClass::Production);
    QTRY_VERIFY_WITH_TIMEOUT(page(), patienceMs);
    QCOMPARE(ask(u"select count(*) from result"_s), 0);
}

void TestSqlResults::noneWhenSomebodyWantsNone()
{
    newTab(u"select 1 as one"_s);
    run();
    QTRY_COMPARE_WITH_TIMEOUT(ask(u"select count(*) from result"_s), 1, patienceMs);
    m_window->commands().run(u"results.forget"_s);
    QTRY_COMPARE_WITH_TIMEOUT(ask(u"select count(*) from result"_s), 0, patienceMs);
    run();
    open();
    QTRY_VERIFY_WITH_TIMEOUT(page(), patienceMs);
    QCOMPARE(ask(u"select count(*) from result"_s), 0);
    m_window->commands().run(u"results.keep"_s);
    run();
    QTRY_COMPARE_WITH_TIMEOUT(ask(u"select count(*) from result"_s), 1, patienceMs);
}

void TestSqlResults::damagedOnesLeaveTheRest()
{
    const auto text = u"select 1 as one;\nselect 2 as two"_s;
    newTab(text);
    run();
    QTRY_COMPARE_WITH_TIMEOUT(ask(u"select count(*) from result"_s), 2, patienceMs);
    m_window.reset();
    m_studio.reset();
    ask(u"update result set content = x'000000ff00ff' where position = 0"_s);
    ask(u"update buffer set undo = x'010203'"_s);
    open();
    QTRY_VERIFY_WITH_TIMEOUT(page() && page()->results().currentResult(), patienceMs);
    QCOMPARE(page()->editor().script(), text);
    QCOMPARE(page()->results().results().size(), size_t(1));
    QCOMPARE(result().cell(0, 0)->toByteArray(), QByteArray("2"));
    QTRY_COMPARE_WITH_TIMEOUT(ask(u"select count(*) from result"_s), 1, patienceMs);
}

QTEST_MAIN(TestSqlResults)

#include "tst_sqlresults.moc"
