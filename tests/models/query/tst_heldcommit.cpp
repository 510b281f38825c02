#include "tests/models/query/helddesk.h"

using namespace squall::models;
using namespace Qt::StringLiterals;
using squall::test::HeldDesk;
using End = QueryOutcome::End;
using State = QueryRunner::State;

/// A COMMIT in the same run as what it commits waits for somebody's word.
class TestHeldCommit : public QObject
{
    Q_OBJECT

private slots:
    void holdsTheCommitOfAScript();
    void rollsBackWhatIsNotCommitted();
    void rollsBackByItself();
    void leavesAnOlderTransactionOpen();
    void commitsWhatSomebodyCommits();
};

/// BEGIN and COMMIT in one run leave nobody a decision.
void TestHeldCommit::holdsTheCommitOfAScript()
{
    HeldDesk desk;
    const auto held = desk.hold(
        u"begin; delete from t where id <= 3; update t set a = 'new' where id = 4; commit; select 'after'"_s);
    QCOMPARE(desk.runner().state(), State::Held);
    QVERIFY(held.commits);
    QVERIFY(held.rollsBack);
    QCOMPARE(held.effect.rows, 4);
    QCOMPARE(held.after, 1);
    QVERIFY(desk.runner().transaction().isOpen());
    QCOMPARE(desk.rows(), u"10"_s);
    desk.runner().runHeld();
    QCOMPARE(desk.settled().end, End::Done);
    QCOMPARE(desk.rows(), u"7"_s);
    QCOMPARE(desk.results.size(), size_t(1));
    // Nothing was written, or it goes anyway.
    QCOMPARE(desk.run(u"begin; insert into t values (11, 'x'); commit; begin; delete from t; rollback"_s).end,
             End::Done);
    QCOMPARE(desk.rows(), u"8"_s);
}

void TestHeldCommit::rollsBackWhatIsNotCommitted()
{
    HeldDesk desk;
    desk.hold(u"begin; delete from t; end; select 'after'"_s);
    QCOMPARE(desk.runner().state(), State::Held);
    desk.runner().cancel();
    QCOMPARE(desk.settled().end, End::Cancelled);
    QVERIFY(!desk.runner().transaction().isOpen());
    QVERIFY(desk.results.empty());
    QCOMPARE(desk.aside(u"set lock_timeout = '30s'; update t set a = 'theirs'; select count(*) from t"_s),
             u"10"_s);
    QCOMPARE(desk.run(u"select 1"_s).end, End::Done);
}

void TestHeldCommit::rollsBackByItself()
{
    HeldDesk desk;
    desk.runner().setPatience({.heldCommit = std::chrono::milliseconds(300)});
    desk.start(u"begin; delete from t; commit"_s);
    QCOMPARE(desk.settled().end, End::Cancelled);
    QVERIFY(!desk.runner().transaction().isOpen());
    QCOMPARE(desk.aside(u"set lock_timeout = '30s'; update t set a = 'theirs'; select count(*) from t"_s),
             u"10"_s);
}

void TestHeldCommit::leavesAnOlderTransactionOpen()
{
    HeldDesk desk;
    QCOMPARE(desk.run(u"begin; delete from t where id = 1"_s).end, End::Done);
    const auto held = desk.hold(u"delete from t where id = 2; commit"_s);
    QCOMPARE(desk.runner().state(), State::Held);
    QVERIFY(held.commits);
    QVERIFY(!held.rollsBack);
    QCOMPARE(held.effect.rows, 1);
    desk.runner().cancel();
    QCOMPARE(desk.settled().end, End::Cancelled);
    QVERIFY(desk.runner().transaction().isOpen());
    desk.runner().commit();
    desk.settled();
    QCOMPARE(desk.rows(), u"8"_s);
}

void TestHeldCommit::commitsWhatSomebodyCommits()
{
    HeldDesk desk;
    QCOMPARE(desk.run(u"begin; delete from t where id = 1"_s).end, End::Done);
    QCOMPARE(desk.run(u"commit"_s).end, End::Done);
    QCOMPARE(desk.rows(), u"9"_s);
    desk.runner().setMode(QueryRunner::Mode::Manual);
    QCOMPARE(desk.run(u"delete from t where id = 2"_s).end, End::Done);
    QCOMPARE(desk.run(u"commit"_s).end, End::Done);
    QCOMPARE(desk.rows(), u"8"_s);
    const auto held = desk.hold(u"delete from t where id = 3; commit"_s);
    QCOMPARE(desk.runner().state(), State::Held);
    QVERIFY(!held.rollsBack);
    desk.runner().runHeld();
    QCOMPARE(desk.settled().end, End::Done);
    QCOMPARE(desk.rows(), u"7"_s);
}

QTEST_GUILESS_MAIN(TestHeldCommit)
#include "tst_heldcommit.moc"
