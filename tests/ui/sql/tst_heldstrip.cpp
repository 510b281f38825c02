#include "ui/sql/heldstrip.h"

#include "core/pg/connection.h"
#include "models/studio.h"
#include "tests/support/testserver.h"
#include "ui/commands/commands.h"
#include "ui/editor/sqleditor.h"
#include "ui/results/resultspane.h"
#include "ui/results/resultview.h"
#include "ui/sql/sqlpage.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"
#include "ui/window/tabarea.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;
using models::QueryOutcome;
using models::QueryRunner;
using State = QueryRunner::State;

namespace {

constexpr int patienceMs = 60'000;

} // namespace

/// An SQL tab on staging, from the key to the decision.
class TestHeldStrip : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void asksBeforeItRuns();
    void escDoesNotRunIt();
    void escFromTheText();
    void runsByKeyboardAlone();
    void enterOnTheFirstAnswerDoesNotRunIt();
    void runsByCommand();
    void countsDownToNotRunningIt();
    void leavesThoseAloneWhoWrite();
    void asksForEachOfAScript();
    void runsAllOfAScript();
    void asksBeforeItCommits();
    void nothingElseIsRunMeanwhile();
    void everyAnswerHasAName();

private:
    SqlPage *page() const { return qobject_cast<SqlPage *>(m_window->tabs().currentPage()); }
    HeldStrip *strip() const { return page()->findChild<HeldStrip *>(); }
    QPushButton *answer(const QString &name) const { return strip()->findChild<QPushButton *>(name); }
    QString text() const { return page()->findChild<QLabel *>(u"heldStripText"_s)->text(); }
    QueryRunner &runner() const { return page()->runner(); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
    }
    void hold(const QString &text, bool all = false)
    {
        page()->editor().setScript(text);
        page()->editor().setFocus();
        if (all)
            press(Qt::Key_F5);
        else
            press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(runner().state(), State::Held, patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(strip()->isVisible(), patienceMs);
    }
    QString rows()
    {
        pg::Connection connection(m_database);
        const auto reply = connection.fetch({u"select count(*) from users"_s});
        return reply ? reply->text(0, 0) : reply.error().message;
    }
    /// SQUALL_PICTURES names a folder for looking at it.
    void drawFor(const QString &name)
    {
        const auto folder = qEnvironmentVariable("SQUALL_PICTURES");
        if (folder.isEmpty())
            return;
        for (const auto choice : {Theme::Choice::Dark, Theme::Choice::Light}) {
            m_theme->setChoice(choice);
            const auto end = choice == Theme::Choice::Light ? u"-light.png"_s : u"-dark.png"_s;
            m_window->grab().save(folder + u'/' + name + end);
        }
    }
    void untilIdle() { QTRY_COMPARE_WITH_TIMEOUT(runner().state(), State::Idle, patienceMs); }

    pg::ConnectionOptions m_database;
    QTemporaryDir m_folder;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<models::Studio> m_studio;
    std::unique_ptr<MainWindow> m_window;
};

void TestHeldStrip::initTestCase()
{
    m_database = test::TestServer::of().createDatabase();
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
}

void TestHeldStrip::init()
{
    {
        pg::Connection connection(m_database);
        QVERIFY(
            connection
                .runScript(u"drop table if exists users; create table users (id int primary key, name text);"
                           "insert into users select g, 'user ' || g from generate_series(1, 10) g"_s)
                .ok());
    }
    m_studio = std::make_unique<models::Studio>();
    m_window = std::make_unique<MainWindow>(*m_studio, *m_theme);
    m_window->resize(1280, 800);
    m_window->show();
    m_window->activateWindow();
    QSignalSpy loaded(m_studio.get(), &models::Studio::workspaceLoaded);
    m_studio->openWorkspace(
        m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u".sqlite"_s));
    QTRY_COMPARE_WITH_TIMEOUT(loaded.size(), 1, patienceMs);
    auto form = models::formFromSaved({.keywords = m_database.keywords});
    form.chosenClass = ConnectionClass::Staging;
    m_studio->openDatabase(form);
    QTRY_COMPARE_WITH_TIMEOUT(m_studio->database()->state(), models::OpenDatabase::State::Open, patienceMs);
    m_window->commands().run(u"sql.new"_s);
    QTRY_VERIFY_WITH_TIMEOUT(page() && page()->editor().hasFocus(), patienceMs);
    // A busy machine takes its time; the countdown has its own test.
    runner().setPatience({.held = std::chrono::hours(1), .trial = std::chrono::seconds(30)});
}

void TestHeldStrip::cleanup()
{
    m_window.reset();
    m_studio.reset();
}

void TestHeldStrip::asksBeforeItRuns()
{
    QVERIFY(!strip()->isVisible());
    hold(u"delete from users where id <= 3"_s);
    QVERIFY(text().contains(u"3"_s));
    QVERIFY(text().contains(u"rolled back"_s));
    QVERIFY(text().contains(u"locked"_s));
    auto *refuse = answer(u"heldRefuse"_s);
    QVERIFY(refuse->text().contains(QRegularExpression(u"\\b3[56]\\d\\d s"_s)));
    QVERIFY(!refuse->accessibleName().contains(u" s"_s)); // Nobody wants to hear every second.
    QVERIFY(!answer(u"heldRunAll"_s));
    auto *sample = page()->results().currentResult();
    QVERIFY(sample);
    QCOMPARE(sample->result().rowsRead(), 3);
    QCOMPARE(rows(), u"10"_s);
    QTest::mouseClick(answer(u"heldRun"_s), Qt::LeftButton);
    untilIdle();
    QVERIFY(!strip()->isVisible());
    QVERIFY(!page()->results().currentResult());
    QCOMPARE(page()->results().count(), 1);
    QCOMPARE(rows(), u"7"_s);
}

void TestHeldStrip::escDoesNotRunIt()
{
    hold(u"delete from users"_s);
    QTRY_VERIFY_WITH_TIMEOUT(answer(u"heldRefuse"_s)->hasFocus(), patienceMs);
    QSignalSpy finished(&runner(), &QueryRunner::finished);
    press(Qt::Key_Escape);
    QCOMPARE(runner().state(), State::Idle);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.front().front().value<QueryOutcome>().end, QueryOutcome::End::Cancelled);
    QVERIFY(!strip()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(page()->editor().hasFocus(), patienceMs);
    QCOMPARE(rows(), u"10"_s);
}

void TestHeldStrip::escFromTheText()
{
    hold(u"delete from users"_s);
    page()->editor().setFocus();
    press(Qt::Key_Escape);
    QCOMPARE(runner().state(), State::Idle);
    hold(u"delete from users"_s);
    page()->results().setFocus();
    press(Qt::Key_Escape);
    QCOMPARE(runner().state(), State::Idle);
    hold(u"delete from users"_s);
    press(Qt::Key_Period, Qt::ControlModifier);
    QCOMPARE(runner().state(), State::Idle);
    QCOMPARE(rows(), u"10"_s);
}

void TestHeldStrip::runsByKeyboardAlone()
{
    hold(u"delete from users where id = 1"_s);
    QTRY_VERIFY_WITH_TIMEOUT(answer(u"heldRefuse"_s)->hasFocus(), patienceMs);
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(answer(u"heldRun"_s)->hasFocus());
    press(Qt::Key_Return);
    untilIdle();
    QCOMPARE(rows(), u"9"_s);
    QTRY_VERIFY_WITH_TIMEOUT(page()->editor().hasFocus(), patienceMs);
    // F6 leads there from the text, and back.
    hold(u"delete from users where id = 2"_s);
    page()->editor().setFocus();
    press(Qt::Key_F6);
    QVERIFY(answer(u"heldRefuse"_s)->hasFocus());
    press(Qt::Key_F6);
    QVERIFY(page()->editor().hasFocus());
}

void TestHeldStrip::enterOnTheFirstAnswerDoesNotRunIt()
{
    hold(u"delete from users"_s);
    QTRY_VERIFY_WITH_TIMEOUT(answer(u"heldRefuse"_s)->hasFocus(), patienceMs);
    press(Qt::Key_Return);
    QCOMPARE(runner().state(), State::Idle);
    QCOMPARE(rows(), u"10"_s);
}

void TestHeldStrip::runsByCommand()
{
    QVERIFY(!page()->unavailable(SqlCommand::RunHeld).isEmpty());
    hold(u"delete from users where id = 1"_s);
    QVERIFY(page()->unavailable(SqlCommand::RunHeld).isEmpty());
    m_window->commands().run(u"sql.runHeld"_s);
    untilIdle();
    QCOMPARE(rows(), u"9"_s);
}

void TestHeldStrip::countsDownToNotRunningIt()
{
    runner().setPatience({.held = std::chrono::seconds(1), .trial = std::chrono::seconds(30)});
    QSignalSpy asked(strip(), &HeldStrip::asked);
    QSignalSpy finished(&runner(), &QueryRunner::finished);
    page()->editor().setScript(u"delete from users"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patienceMs);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(finished.front().front().value<QueryOutcome>().end, QueryOutcome::End::Cancelled);
    QVERIFY(!strip()->isVisible());
    QCOMPARE(rows(), u"10"_s);
}

/// What somebody types must not become an answer.
void TestHeldStrip::leavesThoseAloneWhoWrite()
{
    pg::Connection other(m_database);
    QVERIFY(other
                .runScript(u"drop table if exists written; create table written (id int);"
                           "create or replace function until_written() returns bool language plpgsql as $$"
                           " begin while not exists (select from written) loop perform pg_sleep(0.02);"
                           " end loop; return true; end $$"_s)
                .ok());
    page()->editor().setScript(u"delete from users where id = 1 and until_written()"_s);
    page()->editor().setFocus();
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(runner().isBusy(), patienceMs);
    QTest::keyClicks(&page()->editor(), u" "_s);
    QVERIFY(other.runScript(u"insert into written values (1)"_s).ok());
    QTRY_COMPARE_WITH_TIMEOUT(runner().state(), State::Held, patienceMs);
    QVERIFY(strip()->isVisible());
    QVERIFY(page()->editor().hasFocus());
    runner().cancel();
    QCOMPARE(runner().state(), State::Idle);
    QCOMPARE(rows(), u"10"_s);
}

void TestHeldStrip::asksForEachOfAScript()
{
    hold(u"select 1; delete from users where id = 1; select 2; delete from users where id <= 2"_s, true);
    QCOMPARE(page()->results().count(), 3); // the first result, the sample, the messages
    QVERIFY(answer(u"heldRunAll"_s));
    QCOMPARE(rows(), u"10"_s);
    answer(u"heldRun"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(runner().state() == State::Held && rows() == u"9", patienceMs);
    QVERIFY(!answer(u"heldRunAll"_s));
    QVERIFY(text().contains(u'1'));
    answer(u"heldRefuse"_s)->click();
    QCOMPARE(runner().state(), State::Idle);
    QCOMPARE(rows(), u"9"_s);
    QCOMPARE(page()->results().count(), 3); // two results, and the messages
}

void TestHeldStrip::runsAllOfAScript()
{
    hold(u"delete from users where id = 1; delete from users where id = 2; delete from users where id = 3"_s,
         true);
    answer(u"heldRunAll"_s)->click();
    untilIdle();
    QCOMPARE(rows(), u"7"_s);
}

void TestHeldStrip::asksBeforeItCommits()
{
    runner().setPatience({.heldCommit = std::chrono::hours(1)});
    hold(u"begin; delete from users where id <= 4; commit"_s, true);
    QVERIFY(text().contains(u'4'));
    QVERIFY(text().contains(u"locked for others"_s));
    QVERIFY(text().contains(u"rolled back"_s));
    QTRY_VERIFY_WITH_TIMEOUT(answer(u"heldRefuse"_s)->hasFocus(), patienceMs);
    press(Qt::Key_Escape);
    untilIdle();
    QVERIFY(!runner().transaction().isOpen());
    QCOMPARE(rows(), u"10"_s);
    hold(u"begin; delete from users where id <= 4; commit"_s, true);
    answer(u"heldRun"_s)->click();
    untilIdle();
    QCOMPARE(rows(), u"6"_s);
}

void TestHeldStrip::nothingElseIsRunMeanwhile()
{
    hold(u"delete from users"_s);
    QVERIFY(!page()->unavailable(SqlCommand::Run).isEmpty());
    page()->editor().setFocus();
    // The key that asked is no answer.
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(runner().state(), State::Held);
    QCOMPARE(rows(), u"10"_s);
}

void TestHeldStrip::everyAnswerHasAName()
{
    hold(u"delete from users; delete from users"_s, true);
    const auto buttons = strip()->findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 3);
    for (const auto *button : buttons) {
        QVERIFY(!button->accessibleName().isEmpty());
        QVERIFY(!button->objectName().isEmpty());
        QVERIFY(button->focusPolicy() & Qt::TabFocus);
    }
    drawFor(u"held"_s);
}

QTEST_MAIN(TestHeldStrip)
#include "tst_heldstrip.moc"
