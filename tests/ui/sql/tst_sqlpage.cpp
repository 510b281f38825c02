#include "core/base/shorttypename.h"
#include "core/pg/connection.h"
#include "models/studio.h"
#include "tests/support/testserver.h"
#include "ui/commands/commands.h"
#include "ui/editor/scriptstatements.h"
#include "ui/editor/sqlcompletion.h"
#include "ui/editor/sqleditor.h"
#include "ui/results/resultspane.h"
#include "ui/sql/sqlpage.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"
#include "ui/window/sqltabs.h"
#include "ui/window/tabarea.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace squall;
using namespace squall::ui;
using namespace Qt::Literals::StringLiterals;
using models::QueryOutcome;
using models::QueryRunner;

namespace {

constexpr int patienceMs = 60'000;

} // namespace

class TestSqlPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void fromTheKeyToTheRows();
    void runsTheSelectionAlone();
    void completesFromTheSchema();
    void marksWhereItFailed();
    void asksForParametersAndKeepsThem();
    void parametersAreCheckedByTheirTypes();
    void nullIsNoEmptyParameter();
    void escCancels();
    void transactionsShow();
    void comesBackAfterARestart();
    void closedTabsComeBackWithTheirText();
    void filesAreOpenedAndSaved();
    void opensWhatANameMeans();
    void opensDefinitions();
    void keysBelongToTheTabInFront();
    void everyControlHasAName();

private:
    void open();
    SqlPage *page() const { return qobject_cast<SqlPage *>(m_window->tabs().currentPage()); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
    }
    void newTab(const QString &text = {})
    {
        m_window->commands().run(u"sql.new"_s);
        QVERIFY(page());
        QTRY_VERIFY_WITH_TIMEOUT(page()->editor().hasFocus(), patienceMs);
        page()->editor().setScript(text);
    }
    /// What a run came to.
    QueryOutcome run(int key = Qt::Key_Return, Qt::KeyboardModifiers modifiers = Qt::ControlModifier)
    {
        QSignalSpy finished(&page()->runner(), &QueryRunner::finished);
        press(key, modifiers);
        const bool came = QTest::qWaitFor([&] { return !finished.isEmpty(); }, patienceMs);
        return came ? finished.front().front().value<QueryOutcome>() : QueryOutcome();
    }
    template<typename T>
    T *find(const QString &name) const
    {
        return page()->findChild<T *>(name);
    }
    QString file() const { return m_folder.filePath(u"workspace.sqlite"_s); }

    pg::ConnectionOptions m_database;
    QTemporaryDir m_folder;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<models::Studio> m_studio;
    std::unique_ptr<MainWindow> m_window;
};

void TestSqlPage::initTestCase()
{
    m_database = test::TestServer::of().createDatabase();
    pg::Connection connection(m_database);
    QVERIFY(connection
                .runScript(u"create table users (id int primary key, name text);"
                           u"insert into users values (1, 'Mara'), (2, 'Jon'); analyze"_s)
                .ok());
}

void TestSqlPage::init()
{
    QFile::remove(file());
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
    open();
}

void TestSqlPage::cleanup()
{
    m_window.reset();
    m_studio.reset();
}

void TestSqlPage::open()
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
    form.chosenClass = ConnectionClass::Local;
    m_studio->openDatabase(form);
    QTRY_COMPARE_WITH_TIMEOUT(m_studio->database()->state(), models::OpenDatabase::State::Open, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_studio->database()->workbench().completion(), patienceMs);
}

void TestSqlPage::fromTheKeyToTheRows()
{
    QTest::keyClick(m_window.get(), Qt::Key_T, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page() && page()->editor().hasFocus(), patienceMs);
    QVERIFY(!page()->results().isVisible());
    QTest::keyClicks(&page()->editor(), u"select * from users"_s);
    press(Qt::Key_Escape);
    const auto outcome = run();
    QCOMPARE(outcome.end, QueryOutcome::End::Done);
    QCOMPARE(outcome.rows, 2);
    QVERIFY(page()->results().isVisible());
    // The result, and the messages.
    QCOMPARE(page()->results().count(), 2);
    QVERIFY(page()->results().currentResult());
    QVERIFY(page()->editor().hasFocus());
}

void TestSqlPage::runsTheSelectionAlone()
{
    newTab(u"select 'ö🦦'; select 1 from generate_series(1, 5); select 2"_s);
    const auto &script = page()->editor().script();
    const auto start = script.indexOf(u"select 1"_s);
    page()->editor().select(start, script.indexOf(u"; select 2"_s));
    QCOMPARE(run().rows, 5);
    page()->editor().setCaret(script.size());
    QCOMPARE(run().rows, 1);
    QCOMPARE(run(Qt::Key_F5, Qt::NoModifier).statements, 3);
    QCOMPARE(page()->results().count(), 4);
    page()->editor().setScript({});
    QSignalSpy notice(page(), &SqlPage::notice);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(notice.size(), 1, patienceMs);
}

void TestSqlPage::completesFromTheSchema()
{
    newTab(u"select  from users"_s);
    page()->editor().setCaret(7);
    press(Qt::Key_Space, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page()->completion().isOffering(), patienceMs);
    press(Qt::Key_Tab);
    QVERIFY(page()->editor().script() != u"select  from users"_s);
    QCOMPARE(run().end, QueryOutcome::End::Done);
}

void TestSqlPage::marksWhereItFailed()
{
    newTab(u"select 'ö🦦'; select naem from users"_s);
    const auto place = page()->editor().script().indexOf(u"naem"_s);
    page()->editor().setCaret(place);
    const auto outcome = run();
    QCOMPARE(outcome.end, QueryOutcome::End::Failed);
    QVERIFY(page()->editor().failure());
    QCOMPARE(page()->editor().failure()->span.start, place);
    QVERIFY(page()->editor().markAt(place + 1)->message.contains(u"naem"_s));
    QTest::keyClicks(&page()->editor(), u"x"_s);
    QVERIFY(!page()->editor().failure());
}

void TestSqlPage::asksForParametersAndKeepsThem()
{
    newTab(u"select * from users where id = :id::int or name = $1"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    auto *first = find<QLineEdit>(u"parameter$1"_s);
    QTRY_VERIFY_WITH_TIMEOUT((first = find<QLineEdit>(u"parameter$1"_s)) && first->isVisible(), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(first->hasFocus(), patienceMs);
    QTest::keyClicks(first, u"Jon"_s);
    auto *named = find<QLineEdit>(u"parameter:id"_s);
    QVERIFY(named);
    named->setFocus();
    QTest::keyClicks(named, u"1"_s);
    QCOMPARE(run(Qt::Key_Return, Qt::NoModifier).rows, 2);
    find<QToolButton>(u"parameterNull:id"_s)->click();
    page()->editor().setFocus();
    // The same fields are there: their values are meant.
    QCOMPARE(run().rows, 1);

    // They are kept with the tab.
    QTRY_VERIFY_WITH_TIMEOUT(m_studio->buffers().isSettled(), patienceMs);
    open();
    QTRY_VERIFY_WITH_TIMEOUT(page(), patienceMs);
    page()->editor().setFocus();
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT((first = find<QLineEdit>(u"parameter$1"_s)) && first->isVisible(), patienceMs);
    QCOMPARE(first->text(), u"Jon"_s);
    QVERIFY(find<QToolButton>(u"parameterNull:id"_s)->isChecked());
}

void TestSqlPage::parametersAreCheckedByTheirTypes()
{
    newTab(u"select * from users where id = :id or name = $1"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QLabel *type = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((type = find<QLabel>(u"parameterType:id"_s)) && type->isVisible(), patienceMs);
    QCOMPARE(type->text(), shortTypeName(u"integer"_s));
    QCOMPARE(find<QLabel>(u"parameterType$1"_s)->text(), u"text"_s);
    QTest::keyClicks(find<QLineEdit>(u"parameter$1"_s), u"Jon"_s);
    auto *id = find<QLineEdit>(u"parameter:id"_s);
    id->setFocus();
    QTest::keyClicks(id, u"one"_s);
    const auto *fault = find<QLabel>(u"parameterFault"_s);
    QVERIFY(fault->isVisible());
    QVERIFY2(fault->text().startsWith(u":id: "_s), qPrintable(fault->text()));

    // Nothing is sent, and the caret is where the mistake is.
    QSignalSpy started(&page()->runner(), &QueryRunner::started);
    find<QLineEdit>(u"parameter$1"_s)->setFocus();
    press(Qt::Key_Return);
    QVERIFY(started.isEmpty());
    QVERIFY(id->hasFocus());
    QTest::keyClicks(id, u"1"_s);
    QVERIFY(!fault->isVisible());
    QCOMPARE(run(Qt::Key_Return, Qt::NoModifier).rows, 2);

    // What it is taken for now is another thing: what was known says nothing any more.
    page()->editor().setScript(u"select * from users where name = :id or name = $1"_s);
    page()->editor().setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(page()->editor().statements().isCurrent(), patienceMs);
    QCOMPARE(run().rows, 1);
    QTRY_COMPARE_WITH_TIMEOUT(type->text(), u"text"_s, patienceMs);
}

void TestSqlPage::nullIsNoEmptyParameter()
{
    newTab(u"select 1 where :given::text is null"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QLineEdit *given = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((given = find<QLineEdit>(u"parameter:given"_s)) && given->isVisible(),
                             patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(given->placeholderText(), u"empty text"_s, patienceMs);
    QCOMPARE(run(Qt::Key_Return, Qt::NoModifier).rows, 0);
    find<QToolButton>(u"parameterNull:given"_s)->click();
    QCOMPARE(given->placeholderText(), u"NULL"_s);
    page()->editor().setFocus();
    QCOMPARE(run().rows, 1);
}

void TestSqlPage::escCancels()
{
    newTab(u"select pg_sleep(600)"_s);
    QSignalSpy finished(&page()->runner(), &QueryRunner::finished);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page()->runner().isBusy(), patienceMs);
    QVERIFY(!page()->unavailable(SqlCommand::Run).isEmpty());
    press(Qt::Key_Escape);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patienceMs);
    QCOMPARE(finished.front().front().value<QueryOutcome>().end, QueryOutcome::End::Cancelled);
    page()->editor().setScript(u"select 1"_s);
    QCOMPARE(run().rows, 1);
}

void TestSqlPage::transactionsShow()
{
    newTab(u"begin; create table temporary_work (id int)"_s);
    auto *status = find<QLabel>(u"transactionStatus"_s);
    QVERIFY(!status->isVisible());
    QCOMPARE(run(Qt::Key_F5, Qt::NoModifier).end, QueryOutcome::End::Done);
    QTRY_VERIFY_WITH_TIMEOUT(status->isVisible(), patienceMs);
    QVERIFY(page()->unavailable(SqlCommand::Commit).isEmpty());
    page()->editor().setScript(u"select 1/0"_s);
    QCOMPARE(run().end, QueryOutcome::End::Failed);
    QTRY_VERIFY_WITH_TIMEOUT(page()->runner().transaction().hasFailed(), patienceMs);
    QVERIFY(!page()->unavailable(SqlCommand::Commit).isEmpty());
    find<QPushButton>(u"transactionRollback"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(!page()->runner().transaction().isOpen(), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!status->isVisible(), patienceMs);
}

void TestSqlPage::comesBackAfterARestart()
{
    const auto text = u"select '🦦';\nselect 2;\n"_s.repeated(40);
    newTab(text);
    page()->editor().select(20, 15);
    page()->editor().setFirstLine(10);
    QTest::keyClicks(&page()->editor(), u"x"_s);
    const auto written = page()->editor().script();
    const auto caret = page()->editor().caret();
    open();
    QTRY_VERIFY_WITH_TIMEOUT(page(), patienceMs);
    QCOMPARE(page()->editor().script(), written);
    QCOMPARE(page()->editor().caret(), caret);
    QVERIFY(!page()->runner().isBusy());
    QCOMPARE(m_window->tabs().count(), 1);
}

void TestSqlPage::closedTabsComeBackWithTheirText()
{
    newTab();
    QTest::keyClicks(&page()->editor(), u"select 42"_s);
    m_window->commands().run(u"tab.close"_s);
    QCOMPARE(m_window->tabs().count(), 0);
    m_window->commands().run(u"tab.reopen"_s);
    QVERIFY(page());
    QCOMPARE(page()->editor().script(), u"select 42"_s);
    m_window->commands().run(u"tab.close"_s);
    // Also after the next start.
    open();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->tabs().hasClosed(), patienceMs);
    QCOMPARE(m_window->tabs().count(), 0);
    m_window->commands().run(u"tab.reopen"_s);
    QVERIFY(page());
    QCOMPARE(page()->editor().script(), u"select 42"_s);
}

void TestSqlPage::filesAreOpenedAndSaved()
{
    const auto path = m_folder.filePath(u"überfällig.sql"_s);
    {
        QFile made(path);
        QVERIFY(made.open(QIODevice::WriteOnly));
        made.write("select 1;\n");
    }
    openSqlFile(*m_window, *m_studio, path);
    QTRY_VERIFY_WITH_TIMEOUT(page(), patienceMs);
    QCOMPARE(page()->editor().script(), u"select 1;\n"_s);
    QCOMPARE(m_window->tabs().currentContent()->title, u"überfällig.sql"_s);
    QTRY_VERIFY_WITH_TIMEOUT(page()->editor().hasFocus(), patienceMs);
    QTest::keyClicks(&page()->editor(), u"-- x"_s);
    QTest::keyClick(&page()->editor(), Qt::Key_Return);
    QSignalSpy saved(&page()->document(), &models::SqlDocument::saved);
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, patienceMs);
    QFile made(path);
    QVERIFY(made.open(QIODevice::ReadOnly));
    QCOMPARE(made.readAll(), QByteArray("-- x\nselect 1;\n"));
    made.close();
    // The same file is the same tab.
    openSqlFile(*m_window, *m_studio, path);
    QCOMPARE(m_window->tabs().count(), 1);

    QTest::keyClicks(&page()->editor(), u"y"_s);
    QVERIFY(made.open(QIODevice::WriteOnly | QIODevice::Truncate));
    made.write("select 'theirs'");
    made.close();
    auto *strip = find<QWidget>(u"fileStrip"_s);
    QTRY_VERIFY_WITH_TIMEOUT(strip->isVisible(), patienceMs);
    find<QPushButton>(u"fileReload"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(page()->editor().script(), u"select 'theirs'"_s, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!strip->isVisible(), patienceMs);
    page()->editor().undo();
    QVERIFY(page()->editor().script().contains(u"-- "_s));
}

void TestSqlPage::opensWhatANameMeans()
{
    newTab(u"select * from users"_s);
    page()->editor().setCaret(16);
    press(Qt::Key_F4);
    QTRY_VERIFY_WITH_TIMEOUT(!page(), patienceMs);
    QCOMPARE(m_window->tabs().currentContent()->object.name, u"users"_s);
}

void TestSqlPage::opensDefinitions()
{
    m_window->openDefinition({Kind::Table, u"public"_s, u"users"_s});
    QVERIFY(page());
    QVERIFY(page()->editor().script().contains(u"create table"_s, Qt::CaseInsensitive));
}

void TestSqlPage::keysBelongToTheTabInFront()
{
    newTab(u"select   1"_s);
    press(Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>(u"findBar"_s)->isVisible(), patienceMs);
    page()->editor().setFocus();
    press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page()->editor().script() != u"select   1"_s, patienceMs);
    press(Qt::Key_Slash, Qt::ControlModifier);
    QVERIFY(page()->editor().script().startsWith(u"-- "_s));
    press(Qt::Key_G, Qt::ControlModifier);
    QVERIFY(find<QWidget>(u"lineBar"_s)->isVisible());
    const auto commands = m_window->commands().list();
    const auto format = std::find_if(commands.begin(), commands.end(),
                                     [](const auto &command) { return command.id == u"sql.format"; });
    QVERIFY(format != commands.end() && format->enabled);
    QCOMPARE(format->shortcut, u"Ctrl+Shift+F"_s);
}

void TestSqlPage::everyControlHasAName()
{
    newTab(u"select :a"_s);
    press(Qt::Key_H, Qt::ControlModifier);
    page()->editor().setFocus();
    press(Qt::Key_Return, Qt::ControlModifier);
    for (auto *control : page()->findChildren<QWidget *>()) {
        const bool used = qobject_cast<QAbstractButton *>(control) || qobject_cast<QLineEdit *>(control) ||
                          qobject_cast<SqlEditor *>(control);
        if (!used || !control->isVisible())
            continue;
        const auto *button = qobject_cast<QAbstractButton *>(control);
        QVERIFY2(!control->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                 qPrintable(control->objectName()));
    }
}

QTEST_MAIN(TestSqlPage)
#include "tst_sqlpage.moc"
