#include "tests/models/query/helddesk.h"

#include "core/pg/connection.h"

#include <QFile>
#include <QTemporaryDir>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;
using test::HeldDesk;
using End = QueryOutcome::End;
using Said = QueryMessage::Kind;
using Source = WriteEffect::Source;
using State = QueryRunner::State;

namespace {

constexpr int patienceMs = 60'000;

} // namespace

/// Writes that wait for somebody's word before they run.
class TestHeldWrites : public QObject
{
    Q_OBJECT

private slots:
    void holdsByClass_data();
    void holdsByClass();
    void holdsWhatOverwrites_data();
    void holdsWhatOverwrites();
    void runsWhenAllowed();
    void isNotRunWhenRefused();
    void givesUpByItself();
    void locksNothingMeanwhile();
    void holdsInTheMiddleOfAScript();
    void holdsEachOfAScript();
    void runsAllOfAScript();
    void holdsWhatCommandsSend();
    void holdsIncludedFiles();
    void holdsWhatGexecMakes();
    void watchesWhatWasAllowedOnce();
    void notInAManualTransaction();
    void notInAnOpenTransaction();
    void refusedOnLockedProduction();
    void failsWithoutAsking();
    void cancelsTheTrial();
    void takesParameters();
    void seesTheSessionsOwnTables();
    void saysTriggersNoticesOnce();
    void saysWhenItCameOutOtherwise();
    void saysWhatItDoesNotKnow();
    void nothingElseRunsMeanwhile();
    void goesWithItsTab();
};

void TestHeldWrites::holdsByClass_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("holds");
    QTest::newRow("local") << QString() << false;
    QTest::newRow("staging") << u"staging"_s << true;
    QTest::newRow("production") << u"production"_s << true;
}

void TestHeldWrites::holdsByClass()
{
    QFETCH(const QString, name);
    QFETCH(const bool, holds);
    HeldDesk desk(name);
    QCOMPARE(desk.database().holdsWrites(), holds);
    if (desk.database().isWritingLocked())
        QVERIFY(desk.database().unlockWriting(desk.database().databaseName()).ok());
    desk.hold(u"update t set a = 'new' where id <= 3"_s);
    QCOMPARE(desk.runner().state(), holds ? State::Held : State::Idle);
    QCOMPARE(desk.rows(u"a = 'new'"_s), holds ? u"0"_s : u"3"_s);
}

void TestHeldWrites::holdsWhatOverwrites_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("rows"); // -1: not held
    const auto row = [](const char *text, qint64 rows) {
        QTest::newRow(text) << QString::fromLatin1(text) << rows;
    };
    row("update t set a = 'x' where id < 3", 2);
    row("delete from t", 10);
    row("truncate t", 10);
    row("with gone as (delete from t returning *) select * from gone", 10);
    row("insert into t values (1, 'x') on conflict (id) do update set a = 'y'", 1);
    row("explain analyze delete from t", 10);
    row("select * from t", -1);
    row("insert into t values (11, 'x')", -1);
    row("create index on t (a)", -1);
    row("explain delete from t", -1);
}

void TestHeldWrites::holdsWhatOverwrites()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, rows);
    HeldDesk desk;
    const auto held = desk.hold(text);
    QCOMPARE(desk.runner().state(), rows < 0 ? State::Idle : State::Held);
    if (rows < 0) {
        QCOMPARE(desk.outcomes.back().end, End::Done);
        return;
    }
    QCOMPARE(held.effect.rows, rows);
    QCOMPARE(held.sql, text);
    QCOMPARE(desk.rows(u"a = 'old'"_s), u"10"_s);
}

void TestHeldWrites::runsWhenAllowed()
{
    HeldDesk desk;
    const auto held = desk.hold(u"  update t set a = 'new' where id <= 3"_s);
    QCOMPARE(held.statement.start, 2);
    QCOMPARE(held.effect.source, Source::Tried);
    QCOMPARE(held.effect.rows, 3);
    QCOMPARE(held.effect.sample.rowCount(), 3);
    QCOMPARE(held.effect.sample.text(0, 1), u"new"_s);
    QVERIFY(held.until > QDateTime::currentDateTime());
    QVERIFY(desk.outcomes.empty());
    QVERIFY(desk.ran.empty());
    desk.runner().runHeld();
    QCOMPARE(desk.settled().end, End::Done);
    QCOMPARE(desk.outcomes.back().statements, 1);
    QCOMPARE(desk.outcomes.back().rows, 3);
    QCOMPARE(desk.said(Said::Tag), QStringList{u"UPDATE 3"_s});
    QVERIFY(desk.said(Said::Remark).isEmpty());
    QVERIFY(!desk.runner().held());
    QCOMPARE(desk.ran.size(), size_t(1));
    QCOMPARE(desk.ran.front().rows, 3);
    QCOMPARE(desk.rows(u"a = 'new'"_s), u"3"_s);
    // Nothing waits any more.
    desk.runner().runHeld();
    QCOMPARE(desk.runner().state(), State::Idle);
}

void TestHeldWrites::isNotRunWhenRefused()
{
    HeldDesk desk;
    desk.hold(u"delete from t; select 'after'"_s);
    desk.runner().cancel();
    QCOMPARE(desk.runner().state(), State::Idle);
    QCOMPARE(desk.outcomes.size(), size_t(1));
    QCOMPARE(desk.outcomes.front().end, End::Cancelled);
    QVERIFY(!desk.outcomes.front().words.isEmpty());
    QCOMPARE(desk.said(Said::Remark), QStringList{desk.outcomes.front().words});
    QVERIFY(desk.results.empty());
    QVERIFY(desk.ran.empty());
    QVERIFY(!desk.runner().held());
    QCOMPARE(desk.rows(), u"10"_s);
    QCOMPARE(desk.run(u"select 1"_s).end, End::Done);
}

void TestHeldWrites::givesUpByItself()
{
    HeldDesk desk;
    desk.runner().setPatience({.held = std::chrono::milliseconds(300), .trial = std::chrono::seconds(30)});
    desk.start(u"select 'before'; delete from t"_s);
    QCOMPARE(desk.settled().end, End::Cancelled);
    QCOMPARE(desk.outcomes.front().statements, 1);
    QCOMPARE(desk.results.size(), size_t(1));
    QCOMPARE(desk.rows(), u"10"_s);
    QCOMPARE(desk.run(u"select 1"_s).end, End::Done);
}

void TestHeldWrites::locksNothingMeanwhile()
{
    HeldDesk desk;
    desk.hold(u"update t set a = 'new'"_s);
    QVERIFY(!desk.runner().transaction().isOpen());
    // Others write and even lock it as they like.
    desk.aside(u"set lock_timeout = '30s'; begin; lock table t in access exclusive mode;"
               "update t set a = 'theirs' where id = 1; commit"_s);
    QCOMPARE(desk.rows(u"a = 'theirs'"_s), u"1"_s);
    desk.runner().cancel();
}

void TestHeldWrites::holdsInTheMiddleOfAScript()
{
    HeldDesk desk;
    const auto held = desk.hold(u"insert into t values (11, 'first'); delete from t where id = 11; "
                                "select count(*) from t; select 'last'"_s);
    QCOMPARE(desk.runner().state(), State::Held);
    QCOMPARE(held.effect.rows, 1); // What stands before it has run.
    QCOMPARE(held.after, 2);
    QCOMPARE(held.writesAfter, 0);
    QCOMPARE(desk.rows(), u"11"_s);
    QVERIFY(desk.results.empty());
    desk.runner().runHeld();
    QCOMPARE(desk.settled().end, End::Done);
    QCOMPARE(desk.outcomes.back().statements, 4);
    QCOMPARE(HeldDesk::column(*desk.results.front()), QStringList{u"10"_s});
}

void TestHeldWrites::holdsEachOfAScript()
{
    HeldDesk desk;
    QCOMPARE(desk.hold(u"delete from t where id = 1; delete from t where id <= 3; select 1"_s).writesAfter,
             1);
    desk.runner().runHeld();
    const auto second = desk.untilHeld();
    QCOMPARE(desk.runner().state(), State::Held);
    QCOMPARE(second.effect.rows, 2);
    QCOMPARE(second.after, 1);
    desk.runner().cancel();
    QCOMPARE(desk.outcomes.front().end, End::Cancelled);
    QCOMPARE(desk.outcomes.front().statements, 1);
    QCOMPARE(desk.rows(), u"9"_s);
}

void TestHeldWrites::runsAllOfAScript()
{
    HeldDesk desk;
    desk.hold(u"delete from t where id = 1; delete from t where id <= 3; delete from t where id = 4"_s);
    desk.runner().runHeld(true);
    QCOMPARE(desk.settled().end, End::Done);
    QCOMPARE(desk.rows(), u"6"_s);
    // The next run is asked for again.
    desk.hold(u"delete from t"_s);
    QCOMPARE(desk.runner().state(), State::Held);
}

void TestHeldWrites::holdsWhatCommandsSend()
{
    HeldDesk desk;
    desk.hold(u"delete from t where id <= 2 returning id \\gx\n"_s);
    QCOMPARE(desk.runner().state(), State::Held);
    desk.runner().runHeld();
    QCOMPARE(desk.settled().end, End::Done);
    QCOMPARE(desk.results.size(), size_t(1));
    QCOMPARE(desk.rows(), u"8"_s);
    desk.hold(u"delete from t where id = 3 returning id as gone \\gset\n select :gone"_s);
    QCOMPARE(desk.runner().state(), State::Held);
    desk.runner().cancel();
    QCOMPARE(desk.rows(), u"8"_s);
    // It is thrown away.
    QCOMPARE(desk.run(u"delete from t \\r\n select 1"_s).end, End::Done);
    QCOMPARE(desk.rows(), u"8"_s);
}

void TestHeldWrites::holdsIncludedFiles()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"clean.sql"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("select 1; delete from t;");
    file.close();
    HeldDesk desk;
    desk.folder = folder.path();
    const auto text = u"\\i clean.sql\n"_s;
    const auto held = desk.hold(text);
    QCOMPARE(desk.runner().state(), State::Held);
    QCOMPARE(held.effect.rows, 10);
    QCOMPARE(held.statement.start, 0);
    desk.runner().cancel();
    QCOMPARE(desk.rows(), u"10"_s);
}

void TestHeldWrites::holdsWhatGexecMakes()
{
    HeldDesk desk;
    desk.hold(u"select 'delete from t where id = ' || i from generate_series(1, 2) i \\gexec\n"_s);
    QCOMPARE(desk.runner().state(), State::Held);
    desk.runner().runHeld();
    desk.untilHeld();
    QCOMPARE(desk.runner().state(), State::Held);
    QCOMPARE(desk.rows(), u"9"_s);
    desk.runner().runHeld();
    QCOMPARE(desk.settled().end, End::Done);
    QCOMPARE(desk.rows(), u"8"_s);
}

void TestHeldWrites::watchesWhatWasAllowedOnce()
{
    HeldDesk desk;
    desk.hold(u"update t set id = id + 100 where id = (select min(id) from t) returning id \\watch 0.1\n"_s);
    QCOMPARE(desk.runner().state(), State::Held);
    desk.runner().runHeld();
    QTRY_VERIFY_WITH_TIMEOUT(desk.rows(u"id > 100"_s).toInt() >= 3, patienceMs);
    QVERIFY(!desk.runner().held());
    desk.runner().cancel();
    QCOMPARE(desk.settled().end, End::Cancelled);
}

/// There is a decision already: COMMIT.
void TestHeldWrites::notInAManualTransaction()
{
    HeldDesk desk;
    desk.runner().setMode(QueryRunner::Mode::Manual);
    QCOMPARE(desk.run(u"delete from t"_s).end, End::Done);
    QVERIFY(desk.runner().transaction().isOpen());
    desk.runner().rollback();
    desk.settled();
    QCOMPARE(desk.rows(), u"10"_s);
}

void TestHeldWrites::notInAnOpenTransaction()
{
    HeldDesk desk;
    QCOMPARE(desk.run(u"begin"_s).end, End::Done);
    QCOMPARE(desk.run(u"delete from t"_s).end, End::Done);
    QCOMPARE(desk.run(u"rollback"_s).end, End::Done);
    QCOMPARE(desk.rows(), u"10"_s);
    desk.hold(u"delete from t"_s);
    QCOMPARE(desk.runner().state(), State::Held);
}

void TestHeldWrites::refusedOnLockedProduction()
{
    HeldDesk desk(u"production"_s);
    QVERIFY(desk.database().isWritingLocked());
    const auto outcome = desk.run(u"delete from t"_s);
    QCOMPARE(outcome.end, End::Failed);
    QCOMPARE(outcome.failure->error.code, Error::Code::ReadOnly);
    // Locked again between the question and the answer.
    QVERIFY(desk.database().unlockWriting(desk.database().databaseName()).ok());
    desk.hold(u"delete from t"_s);
    QCOMPARE(desk.runner().state(), State::Held);
    desk.database().lockWriting();
    desk.runner().runHeld();
    QCOMPARE(desk.settled().end, End::Failed);
    QCOMPARE(desk.rows(), u"10"_s);
}

void TestHeldWrites::failsWithoutAsking()
{
    HeldDesk desk;
    const auto text = u"select 1; delete from t where naem = 1; select 2"_s;
    const auto outcome = desk.run(text);
    QCOMPARE(outcome.end, End::Failed);
    QCOMPARE(outcome.failure->error.sqlState, u"42703"_s);
    QCOMPARE(outcome.failure->place->start, text.indexOf(u"naem"_s));
    QCOMPARE(outcome.failure->notRun.size(), size_t(1));
    QCOMPARE(desk.ran.size(), size_t(2));
    QVERIFY(!desk.ran.back().error.isEmpty());
}

void TestHeldWrites::cancelsTheTrial()
{
    HeldDesk desk;
    desk.runner().setPatience({.trial = std::chrono::minutes(10)});
    desk.start(u"delete /* tried */ from t where pg_sleep(600) is not null"_s);
    const auto sleeping =
        u"select count(*) from pg_stat_activity where query like '%/* tried%' and state = 'active'"
        " and pid <> pg_backend_pid() and datname = current_database()"_s;
    QTRY_COMPARE_WITH_TIMEOUT(desk.aside(sleeping), u"1"_s, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(desk.runner().runningStatement(), patienceMs);
    desk.runner().cancel();
    QCOMPARE(desk.settled().end, End::Cancelled);
    QTRY_COMPARE_WITH_TIMEOUT(desk.aside(sleeping), u"0"_s, patienceMs);
    QVERIFY(desk.failures.empty());
    QCOMPARE(desk.rows(), u"10"_s);
}

void TestHeldWrites::takesParameters()
{
    HeldDesk desk;
    QueryParameters parameters;
    parameters.named = {{u"id"_s, QByteArray("4")}};
    QCOMPARE(desk.hold(u"delete from t where id = :id::int"_s, parameters).effect.rows, 1);
    desk.runner().runHeld();
    QCOMPARE(desk.settled().end, End::Done);
    QCOMPARE(desk.rows(u"id = 4"_s), u"0"_s);
    QCOMPARE(desk.run(u"delete from t where id = $1"_s).end, End::Failed);
}

void TestHeldWrites::seesTheSessionsOwnTables()
{
    HeldDesk desk;
    QCOMPARE(desk.run(u"create temp table mine as select 1 as id"_s).end, End::Done);
    QCOMPARE(desk.hold(u"delete from mine"_s).effect.rows, 1);
    desk.runner().runHeld();
    QCOMPARE(desk.settled().end, End::Done);
}

void TestHeldWrites::saysTriggersNoticesOnce()
{
    HeldDesk desk;
    desk.aside(u"create function tell() returns trigger language plpgsql as"
               " $$ begin raise notice 'told'; return old; end $$;"
               "create trigger telling before delete on t for each row execute function tell()"_s);
    desk.hold(u"delete from t where id = 1"_s);
    desk.runner().runHeld();
    desk.settled();
    QCOMPARE(desk.said(Said::Notice), QStringList{u"told"_s});
}

void TestHeldWrites::saysWhenItCameOutOtherwise()
{
    HeldDesk desk;
    QCOMPARE(desk.hold(u"delete from t where id <= 5"_s).effect.rows, 5);
    desk.aside(u"delete from t where id = 1"_s);
    desk.runner().runHeld();
    QCOMPARE(desk.settled().end, End::Done);
    QCOMPARE(desk.said(Said::Tag), QStringList{u"DELETE 4"_s});
    QCOMPARE(desk.said(Said::Remark).size(), 1);
    QVERIFY(desk.said(Said::Remark).front().contains(u'5'));
}

void TestHeldWrites::saysWhatItDoesNotKnow()
{
    HeldDesk desk;
    const auto together = desk.hold(u"insert into t values (12, 'x')\\; delete from t;"_s);
    QCOMPARE(desk.runner().state(), State::Held);
    QCOMPARE(together.effect.source, Source::Unknown);
    QVERIFY(!together.effect.untried.isEmpty());
    QCOMPARE(desk.rows(), u"10"_s);
    desk.runner().runHeld();
    QCOMPARE(desk.settled().end, End::Done);
    QCOMPARE(desk.rows(), u"0"_s);
    desk.aside(u"insert into t select g, 'old' from generate_series(1, 10) g; analyze t"_s);
    desk.runner().setPatience({.held = std::chrono::hours(1), .trial = std::chrono::milliseconds(200)});
    const auto slow = desk.hold(u"delete from t where pg_sleep(600) is not null"_s);
    QCOMPARE(desk.runner().state(), State::Held);
    QCOMPARE(slow.effect.source, Source::Expected);
    desk.runner().cancel();
    QCOMPARE(desk.rows(), u"10"_s);
}

void TestHeldWrites::nothingElseRunsMeanwhile()
{
    HeldDesk desk;
    desk.hold(u"delete from t"_s);
    QVERIFY(desk.runner().isBusy());
    const auto said = desk.messages.size();
    desk.runner().run({.text = u"select 1"_s, .statements = sql::splitStatements(u"select 1"_s)});
    QCOMPARE(desk.messages.size(), said + 1);
    desk.runner().commit();
    desk.runner().closeSession();
    QCOMPARE(desk.runner().state(), State::Held);
    QVERIFY(desk.runner().held());
    QCOMPARE(desk.rows(), u"10"_s);
}

void TestHeldWrites::goesWithItsTab()
{
    pg::ConnectionOptions options;
    {
        HeldDesk desk;
        options = desk.options();
        desk.hold(u"delete from t"_s);
    }
    pg::Connection connection(options);
    const auto rows = connection.fetch({u"select count(*) from t"_s});
    QVERIFY(rows.ok());
    QCOMPARE(rows->text(0, 0), u"10"_s);
}

QTEST_GUILESS_MAIN(TestHeldWrites)
#include "tst_heldwrites.moc"
