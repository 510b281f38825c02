#include "core/pg/connection.h"
#include "models/query/statementchecker.h"
#include "models/workbench.h"
#include "tests/support/need.h"
#include "tests/support/pairedwatchdog.h"
#include "tests/support/testserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60'000;

} // namespace

/// Mistakes found by a real server, which runs nothing for it.
class TestStatementChecker : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void marks_data();
    void marks();
    void runsNothing();
    void leavesNothingBehind();
    void waitsForNoLock();
    void newestTextWins();
    void marksMoveWithTheText();
    void asksAgainWhenTheSchemaChanges();

private:
    void check(const QString &text, qsizetype caret);

    pg::ConnectionOptions m_options;
    std::unique_ptr<pg::Connection> m_other;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<StatementChecker> m_checker;
};

void TestStatementChecker::initTestCase()
{
    m_options = test::TestServer::of().createDatabase();
    m_other = std::make_unique<pg::Connection>(m_options);
    NEED(m_other->runScript(uR"(
        create table users (id int primary key, name text, visits int not null default 0);
        insert into users values (1, 'Ada');
        create sequence counted;
    )"_s));
    m_workbench = std::make_unique<Workbench>(m_options);
    m_workbench->open();
    QTRY_COMPARE_WITH_TIMEOUT(m_workbench->state(), Workbench::State::Ready, patienceMs);
    m_checker = std::make_unique<StatementChecker>(m_workbench.get());
    m_checker->setCatalog(std::make_shared<const sql::CompletionCatalog>(m_workbench->snapshot()));
}

void TestStatementChecker::check(const QString &text, qsizetype caret)
{
    m_checker->setText(text, caret);
    m_checker->checkNow();
    QTRY_VERIFY_WITH_TIMEOUT(!m_checker->isChecking(), patienceMs);
}

void TestStatementChecker::marks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("marked");
    QTest::addColumn<QString>("words");

    QTest::newRow("nothing") << u"select name from users;"_s << QString() << QString();
    QTest::newRow("a column") << u"select nmae from users;"_s << u"nmae"_s << u"nmae"_s;
    QTest::newRow("types") << u"select name + 1 from users;"_s << u"+"_s << u"operator does not exist"_s;
    QTest::newRow("a value") << u"select * from users where id = 'x';"_s << u"'x'"_s
                             << u"invalid input syntax"_s;
    QTest::newRow("a function") << u"select nothing_like_it(1);"_s << u"nothing_like_it"_s
                                << u"does not exist"_s;
    QTest::newRow("grouping") << u"select name, count(*) from users;"_s << u"name"_s << u"GROUP BY"_s;
    QTest::newRow("a parameter without type") << u"select $1, :x;"_s << QString() << QString();
    QTest::newRow("behind a name") << u"select * from users where id = :id and nmae = 1;"_s << u"nmae"_s
                                   << u"nmae"_s;
    QTest::newRow("an insert") << u"insert into users (id) values ('x');"_s << u"'x'"_s << u"invalid input"_s;
    QTest::newRow("far characters") << u"select '𝄞é', nmae from users;"_s << u"nmae"_s << u"nmae"_s;
    QTest::newRow("a second statement stays out")
        << u"select 1 \\; drop table users;"_s << QString() << QString();
}

void TestStatementChecker::marks()
{
    QFETCH(QString, text);
    QFETCH(QString, marked);
    QFETCH(QString, words);
    const auto whole = u"select 1;\n"_s + text + u"\n\n"_s;
    check(whole, whole.size());
    const auto &found = m_checker->marks();
    if (marked.isEmpty()) {
        QVERIFY2(found.empty(), found.empty() ? "" : qPrintable(found.front().message));
        return;
    }
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.front().span.in(whole).toString(), marked);
    QVERIFY2(found.front().message.contains(words), qPrintable(found.front().message));
    QCOMPARE(found.front().severity, sql::Mark::Severity::Error);
}

void TestStatementChecker::runsNothing()
{
    check(u"insert into users values (2, 'x'); select nextval('counted'); delete from users where true;"_s,
          5);
    QVERIFY(m_checker->marks().empty());
    const auto rows = m_other->fetch({u"select count(*), (select is_called from counted) from users"_s});
    NEED(rows);
    QCOMPARE(rows->text(0, 0), u"1"_s);
    QCOMPARE(rows->text(0, 1), u"f"_s);
}

void TestStatementChecker::leavesNothingBehind()
{
    check(u"select 41; select 42; select 43;"_s, 5);
    bool left = false;
    auto look = m_workbench->sessions().run([](pg::Connection &connection) {
        return connection.fetch({u"select count(*) from pg_prepared_statements"_s});
    });
    QTRY_VERIFY_WITH_TIMEOUT(look.isFinished(), patienceMs);
    NEED(look.result());
    left = look.result()->text(0, 0) != u"0";
    QVERIFY(!left);
}

/// Somebody changes the table and has not committed: nothing is said, and soon.
void TestStatementChecker::waitsForNoLock()
{
    NEED(m_other->fetch({u"begin"_s}));
    NEED(m_other->fetch({u"lock table users in access exclusive mode"_s}));
    check(u"select id, 1 as locked from users;"_s, 100);
    const auto marks = m_checker->marks();
    NEED(m_other->fetch({u"rollback"_s}));
    QVERIFY(marks.empty());
}

void TestStatementChecker::newestTextWins()
{
    test::PairedWatchdog watchdog;
    QString text = u"select 1;\n"_s;
    for (int i = 0; i < 50; ++i) {
        text += u"select nmae from users where id = %1;\n"_s.arg(i);
        m_checker->setText(text, text.size());
        m_checker->checkNow();
    }
    check(u"select nmae from users; "_s, 24);
    QCOMPARE(m_checker->marks().size(), 1);
    const auto complaint = watchdog.complaint();
    QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
}

void TestStatementChecker::marksMoveWithTheText()
{
    check(u"select 1;\nselect nmae from users;\n\n"_s, 35);
    QCOMPARE(m_checker->marks().front().span.start, 17);
    QSignalSpy changed(m_checker.get(), &StatementChecker::marksChanged);
    m_checker->setText(u"select 100;\nselect nmae from users;\n\n"_s, 10);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_checker->marks().front().span.start, 19);
    m_checker->setText(u"select 100;\nselect nmaex from users;\n\n"_s, 23);
    QVERIFY(m_checker->marks().empty());
    QTRY_VERIFY_WITH_TIMEOUT(!m_checker->isChecking(), patienceMs);
}

void TestStatementChecker::asksAgainWhenTheSchemaChanges()
{
    check(u"select * from later;\n\n"_s, 22);
    QCOMPARE(m_checker->marks().size(), 1);
    NEED(m_other->fetch({u"create table later (id int)"_s}));
    QSignalSpy read(m_workbench.get(), &Workbench::snapshotChanged);
    m_workbench->reload();
    QTRY_VERIFY_WITH_TIMEOUT(!read.empty(), patienceMs);
    m_checker->setCatalog(std::make_shared<const sql::CompletionCatalog>(m_workbench->snapshot()));
    QTRY_VERIFY_WITH_TIMEOUT(m_checker->marks().empty() && !m_checker->isChecking(), patienceMs);
}

QTEST_GUILESS_MAIN(TestStatementChecker)
#include "tst_statementchecker.moc"
