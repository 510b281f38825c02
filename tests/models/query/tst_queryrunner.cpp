#include "models/query/queryrunner.h"
#include "tests/models/query/querydesk.h"

#include <QSignalSpy>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;
using test::QueryDesk;
using End = QueryOutcome::End;
using Said = QueryMessage::Kind;
using State = QueryRunner::State;

class TestQueryRunner : public QObject
{
    Q_OBJECT

private slots:
    void runsAScript();
    void stopsAtTheFirstError();
    void pointsToTheWord();
    void takesParameters();
    void asksForMissingParameters();
    void tellsParameterTypes();
    void readsCopyData();
    void namesTypes();

    void manualTransactions();
    void failedTransactions();
    void savepoints();
    void warnsOfAnIdleTransaction();
    void showsLocks();

    void keepsWhatLivesInASession();
    void givesBackACleanSession();
    void hearsNotifications();
    void saysThatTheSessionWasLost();

    void lockedProduction();

    void pausesAndReadsOn();
    void endsWhatNobodyReads();
    void goesOnAfterAPausedResult();
    void runsSomethingElseMeanwhile();
    void aResultThatIsThrownAway();
};

namespace {

constexpr auto hundred = "select repeat('x', 1000) from generate_series(1, %1)";

QString rows(int count)
{
    return QString::fromLatin1(hundred).arg(count);
}

} // namespace

void TestQueryRunner::runsAScript()
{
    QueryDesk desk(u"create table t (id int, name text)"_s);
    const auto outcome = desk.run(u"insert into t values (1, 'a'), (2, null);\n"
                                  "-- everybody\n"
                                  "select id, name from t order by id;\n"
                                  "do $$ begin raise notice 'hello'; end $$;\n"
                                  "select count(*) from t where false"_s);
    QCOMPARE(outcome.end, End::Done);
    QCOMPARE(outcome.statements, 4);
    QCOMPARE(outcome.rows, 5);
    QVERIFY(outcome.duration.count() > 0);
    QCOMPARE(desk.results.size(), size_t(2));
    QCOMPARE(desk.results[0]->origin().title, u"everybody"_s);
    QCOMPARE(desk.results[1]->origin().title, u"t"_s);
    QCOMPARE(desk.results[0]->state(), ResultModel::State::Done);
    QCOMPARE(QueryDesk::column(*desk.results[0]), (QStringList{u"1"_s, u"2"_s}));
    QCOMPARE(desk.results[0]->index(1, 1).data(NullRole).toBool(), true);
    QCOMPARE(QueryDesk::column(*desk.results[1]), QStringList{u"0"_s});
    QCOMPARE(desk.said(Said::Tag), (QStringList{u"INSERT 0 2"_s, u"SELECT 2"_s, u"DO"_s, u"SELECT 1"_s}));
    QCOMPARE(desk.said(Said::Notice), QStringList{u"hello"_s});
    QCOMPARE(desk.runner().state(), State::Idle);
}

void TestQueryRunner::stopsAtTheFirstError()
{
    QueryDesk desk(u"create table t (id int)"_s);
    const auto text = u"insert into t values (1);\nselect 1/0;\ninsert into t values (2); select 3"_s;
    const auto outcome = desk.run(text);
    QCOMPARE(outcome.end, End::Failed);
    QVERIFY(outcome.failure);
    QCOMPARE(desk.failures.size(), size_t(1));
    const auto &failure = desk.failures.front();
    QCOMPARE(failure.error.sqlState, u"22012"_s);
    QCOMPARE(failure.statement.in(text).toString(), u"select 1/0;"_s);
    QCOMPARE(failure.notRun.size(), size_t(2));
    QCOMPARE(failure.notRun[0].in(text).toString(), u"insert into t values (2);"_s);
    QCOMPARE(desk.aside(u"select count(*) from t"_s), u"1"_s);
}

void TestQueryRunner::pointsToTheWord()
{
    QueryDesk desk(u"create table t (id int)"_s);
    const auto text = u"select 'ö', :who;\nselect id, nme from t"_s;
    desk.run(text, {.named = {{u"who"_s, QByteArray("me")}}});
    QCOMPARE(desk.failures.size(), size_t(1));
    const auto &failure = desk.failures.front();
    QVERIFY(failure.place);
    QCOMPARE(failure.place->in(text).toString(), u"nme"_s);
    QVERIFY2(failure.excerpt.contains(u"line 2"), qPrintable(failure.excerpt));

    // The same when only a part of a longer text is run.
    desk.failures.clear();
    const auto part = u"select wrong"_s;
    desk.runner().run({.text = part, .statements = sql::splitStatements(part), .offset = 100});
    desk.settled();
    QCOMPARE(desk.failures.front().place->start, 107);

    desk.run(u"select (1"_s);
    QVERIFY(desk.failures.front().place);
    QCOMPARE(desk.failures.front().place->start, 8);
}

void TestQueryRunner::takesParameters()
{
    QueryDesk desk;
    desk.run(u"select $1::int + 1, :name || '!', :'name', 'a:name'"_s,
             {.numbered = {QByteArray("41")}, .named = {{u"name"_s, QByteArray("it's")}}});
    QVERIFY(!desk.results.empty());
    const auto &result = *desk.results.front();
    QCOMPARE(result.index(0, 0).data().toString(), u"42"_s);
    QCOMPARE(result.index(0, 1).data().toString(), u"it's!"_s);
    QCOMPARE(result.index(0, 2).data().toString(), u"it's"_s);
    QCOMPARE(result.index(0, 3).data().toString(), u"a:name"_s);

    desk.run(u"select $1::text"_s, {.numbered = {std::nullopt}});
    QVERIFY(desk.results.front()->index(0, 0).data(NullRole).toBool());
}

void TestQueryRunner::asksForMissingParameters()
{
    QueryDesk desk;
    QCOMPARE(desk.run(u"select $1::int"_s).end, End::Failed);
    QVERIFY(desk.failures.front().error.message.contains(u"$1"));
}

void TestQueryRunner::tellsParameterTypes()
{
    QueryDesk desk(u"create table t (id bigint, at timestamptz)"_s);
    QSignalSpy known(&desk.runner(), &QueryRunner::parameterTypesKnown);
    const auto text =
        u"select * from t where id = $1 and at > :since; select nonsense where :what; select :alone;"
        "select :alone::int"_s;
    desk.runner().askParameterTypes({.text = text, .statements = sql::splitStatements(text)},
                                    {u"since"_s, u"what"_s, u"alone"_s});
    QTRY_COMPARE(known.count(), 1);
    const auto types = known.front().front().value<ParameterTypes>();
    QCOMPARE(types.value(u"1"_s), QStringList{u"bigint"_s});
    QCOMPARE(types.value(u"since"_s), QStringList{u"timestamp with time zone"_s});
    QCOMPARE(types.value(u"alone"_s), (QStringList{u"text"_s, u"integer"_s}));
    QVERIFY(!types.contains(u"what"_s));
}

void TestQueryRunner::readsCopyData()
{
    QueryDesk desk(u"create table t (id int, name text)"_s);
    const auto outcome = desk.run(u"copy t from stdin;\n1\tone\n2\t\\N\n\\.\ncopy t to stdout;"_s);
    QCOMPARE(outcome.end, End::Done);
    QCOMPARE(desk.said(Said::Tag), (QStringList{u"COPY 2"_s, u"COPY 2"_s}));
    QCOMPARE(QueryDesk::column(*desk.results.front()), (QStringList{u"1\tone"_s, u"2\t\\N"_s}));
}

void TestQueryRunner::namesTypes()
{
    QueryDesk desk(u"create type mood as enum ('sad', 'happy')"_s);
    desk.run(u"select 'sad'::mood, 1.5::numeric(5,2), '{1}'::int[], array['sad'::mood]"_s);
    auto &result = *desk.results.front();
    QTRY_COMPARE(result.headerData(0, Qt::Horizontal, TypeNameRole).toString(), u"mood"_s);
    QCOMPARE(result.headerData(1, Qt::Horizontal, TypeNameRole).toString(), u"numeric(5,2)"_s);
    QCOMPARE(result.headerData(2, Qt::Horizontal, TypeNameRole).toString(), u"integer[]"_s);
    QCOMPARE(result.headerData(3, Qt::Horizontal, TypeNameRole).toString(), u"mood[]"_s);
    QCOMPARE(result.index(0, 0).data(TypeKindRole).value<TypeKind>(), TypeKind::Enum);
    QCOMPARE(result.index(0, 1).data(TypeKindRole).value<TypeKind>(), TypeKind::Number);
}

void TestQueryRunner::manualTransactions()
{
    QueryDesk desk(u"create table t (id int)"_s);
    desk.runner().setMode(QueryRunner::Mode::Manual);
    QCOMPARE(desk.run(u"insert into t values (1)"_s).end, End::Done);
    QCOMPARE(desk.runner().transaction().status, pg::TransactionStatus::InTransaction);
    QVERIFY(desk.runner().transaction().since.isValid());
    QCOMPARE(desk.aside(u"select count(*) from t"_s), u"0"_s);
    QCOMPARE(desk.run(u"insert into t values (2)"_s).end, End::Done);
    desk.runner().commit();
    desk.settled();
    QCOMPARE(desk.runner().transaction().status, pg::TransactionStatus::Idle);
    QVERIFY(!desk.runner().transaction().since.isValid());
    QCOMPARE(desk.aside(u"select count(*) from t"_s), u"2"_s);

    desk.run(u"delete from t"_s);
    desk.runner().rollback();
    desk.settled();
    QCOMPARE(desk.aside(u"select count(*) from t"_s), u"2"_s);

    // What the script itself begins stays open as well.
    desk.runner().setMode(QueryRunner::Mode::Automatic);
    desk.run(u"begin; delete from t"_s);
    QVERIFY(desk.runner().transaction().isOpen());
    desk.run(u"rollback"_s);
    QVERIFY(!desk.runner().transaction().isOpen());
    QCOMPARE(desk.aside(u"select count(*) from t"_s), u"2"_s);
}

void TestQueryRunner::failedTransactions()
{
    QueryDesk desk(u"create table t (id int)"_s);
    desk.runner().setMode(QueryRunner::Mode::Manual);
    desk.run(u"insert into t values (1); select 1/0"_s);
    QVERIFY(desk.runner().transaction().hasFailed());
    QCOMPARE(desk.run(u"select 1"_s).failure->error.sqlState, u"25P02"_s);
    desk.runner().rollback();
    desk.settled();
    QCOMPARE(desk.runner().transaction().status, pg::TransactionStatus::Idle);
    QCOMPARE(desk.run(u"select 1"_s).end, End::Done);
}

void TestQueryRunner::savepoints()
{
    QueryDesk desk(u"create table t (id int)"_s);
    desk.run(
        u"begin; insert into t values (1); savepoint \"Early\"; insert into t values (2); savepoint late"_s);
    QCOMPARE(desk.runner().transaction().savepoints, (QStringList{u"Early"_s, u"late"_s}));
    desk.run(u"select 1/0"_s);
    QVERIFY(desk.runner().transaction().hasFailed());
    desk.runner().rollbackTo(u"Early"_s);
    desk.settled();
    QCOMPARE(desk.runner().transaction().status, pg::TransactionStatus::InTransaction);
    QCOMPARE(desk.runner().transaction().savepoints, QStringList{u"Early"_s});
    desk.runner().commit();
    desk.settled();
    QVERIFY(desk.runner().transaction().savepoints.isEmpty());
    QCOMPARE(desk.aside(u"select count(*) from t"_s), u"1"_s);
}

void TestQueryRunner::warnsOfAnIdleTransaction()
{
    QueryDesk desk;
    desk.runner().setPatience({.idleTransaction = std::chrono::seconds(1)});
    desk.run(u"begin; select 1"_s);
    QVERIFY(!desk.runner().transaction().idleTooLong);
    QTRY_VERIFY_WITH_TIMEOUT(desk.runner().transaction().idleTooLong, 30'000);
    desk.run(u"select 2"_s);
    QVERIFY(!desk.runner().transaction().idleTooLong);
}

void TestQueryRunner::showsLocks()
{
    QueryDesk desk(u"create table t (id int); insert into t values (1)"_s);
    desk.run(u"begin; update t set id = 2"_s);
    const auto holds = [&](const QString &relation) {
        const auto &locks = desk.runner().transaction().locks;
        return std::any_of(locks.begin(), locks.end(), [&](const HeldLock &lock) {
            return lock.relation == relation && lock.mode == u"RowExclusiveLock" && lock.granted;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(holds(u"t"_s), 30'000);
    desk.run(u"commit"_s);
    QVERIFY(desk.runner().transaction().locks.empty());
}

void TestQueryRunner::keepsWhatLivesInASession()
{
    QueryDesk desk;
    desk.run(u"create temp table mine (id int); insert into mine values (7)"_s);
    QVERIFY(!desk.runner().sessionKept().isEmpty());
    desk.run(u"select id from mine"_s);
    QCOMPARE(QueryDesk::column(*desk.results.front()), QStringList{u"7"_s});
    desk.run(u"set search_path = pg_catalog"_s);
    desk.run(u"show search_path"_s);
    QCOMPARE(QueryDesk::column(*desk.results.front()), QStringList{u"pg_catalog"_s});
    desk.runner().closeSession();
    QVERIFY(desk.runner().sessionKept().isEmpty());
    QCOMPARE(desk.run(u"select id from mine"_s).end, End::Failed);
}

void TestQueryRunner::givesBackACleanSession()
{
    QueryDesk desk;
    // Hidden in a function, so that no word tells of it.
    desk.aside(u"create function sly() returns void language plpgsql as"
               " $$ begin execute 'set search_path = nowhere'; end $$"_s);
    desk.run(u"select sly()"_s);
    QVERIFY(desk.runner().sessionKept().isEmpty());
    for (int i = 0; i < 12; ++i) {
        auto path = desk.database().workbench().sessions().run(
            [](pg::Connection &connection) { return connection.fetch({u"show search_path"_s}); });
        path.waitForFinished();
        QVERIFY(path.result().ok());
        QVERIFY(path.result()->text(0, 0) != u"nowhere");
    }
}

void TestQueryRunner::hearsNotifications()
{
    QueryDesk desk;
    desk.run(u"listen news"_s);
    desk.aside(u"notify news, 'extra'"_s);
    QTRY_COMPARE_WITH_TIMEOUT(desk.said(Said::Notification), QStringList{u"news: extra"_s}, 30'000);
}

void TestQueryRunner::saysThatTheSessionWasLost()
{
    QueryDesk desk;
    desk.run(u"create temp table mine (id int); select pg_backend_pid()"_s);
    const auto pid = QueryDesk::column(*desk.results.front()).front();
    desk.aside(u"select pg_terminate_backend("_s + pid + u", 5000)"_s);
    desk.run(u"select 1"_s);
    QCOMPARE(desk.said(Said::Remark).size(), 1);
    QVERIFY(desk.runner().sessionKept().isEmpty());
}

void TestQueryRunner::lockedProduction()
{
    QueryDesk desk(u"create table t (id int)"_s, u"production"_s);
    QVERIFY(desk.database().isWritingLocked());
    const auto refused = desk.run(u"select 1; insert into t values (1)"_s);
    QCOMPARE(refused.end, End::Failed);
    QCOMPARE(refused.failure->error.code, Error::Code::ReadOnly);
    QCOMPARE(desk.results.size(), size_t(1));
    QCOMPARE(desk.run(u"set default_transaction_read_only = off; begin; delete from t"_s).end, End::Failed);
    QVERIFY(desk.database().unlockWriting(desk.database().databaseName()).ok());
    desk.run(u"rollback"_s);
    QCOMPARE(desk.run(u"insert into t values (1)"_s).end, End::Done);
    QCOMPARE(desk.aside(u"select count(*) from t"_s), u"1"_s);
}

void TestQueryRunner::pausesAndReadsOn()
{
    QueryDesk desk;
    desk.runner().setPatience({.readAhead = 500'000});
    desk.run(rows(2000));
    QCOMPARE(desk.runner().state(), State::Paused);
    QVERIFY(desk.outcomes.empty());
    auto &result = *desk.results.front();
    QCOMPARE(result.state(), ResultModel::State::Paused);
    QVERIFY(result.payload() >= 500'000);
    QVERIFY(result.rowsRead() < 2000);
    desk.runner().readOn();
    desk.settled();
    QVERIFY(result.payload() >= 1'000'000);
    desk.runner().readAll();
    desk.settled();
    QCOMPARE(desk.runner().state(), State::Idle);
    QCOMPARE(result.state(), ResultModel::State::Done);
    QCOMPARE(result.rowCount(), 2000);
    QCOMPARE(desk.outcomes.front().end, End::Done);
}

void TestQueryRunner::endsWhatNobodyReads()
{
    QueryDesk desk;
    desk.runner().setPatience(
        {.unread = std::chrono::seconds(1), .unreadMore = std::chrono::seconds(1), .readAhead = 100'000});
    desk.run(rows(200'000));
    auto &result = *desk.results.front();
    QTRY_VERIFY_WITH_TIMEOUT(result.endsAt().isValid(), 30'000);
    QCOMPARE(result.state(), ResultModel::State::Paused);
    QTRY_COMPARE_WITH_TIMEOUT(result.state(), ResultModel::State::Ended, 30'000);
    QVERIFY(!result.endedBecause().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(desk.runner().state(), State::Idle, 30'000);
    // Nothing of it is left on the server.
    QTRY_COMPARE_WITH_TIMEOUT(desk.aside(u"select count(*) from pg_stat_activity where state = 'active'"
                                         " and query like 'select repeat%'"_s),
                              u"0"_s, 30'000);
}

void TestQueryRunner::goesOnAfterAPausedResult()
{
    QueryDesk desk;
    desk.runner().setPatience({.readAhead = 100'000});
    desk.run(rows(5000) + u"; select 'second'"_s);
    QCOMPARE(desk.runner().state(), State::Paused);
    desk.runner().endReading();
    desk.settled();
    QCOMPARE(desk.results.size(), size_t(2));
    QCOMPARE(desk.results[0]->state(), ResultModel::State::Ended);
    QCOMPARE(QueryDesk::column(*desk.results[1]), QStringList{u"second"_s});
}

void TestQueryRunner::runsSomethingElseMeanwhile()
{
    QueryDesk desk;
    desk.runner().setPatience({.readAhead = 100'000});
    desk.run(rows(5000));
    auto *first = desk.results.front();
    QCOMPARE(desk.run(u"select 'other'"_s).end, End::Done);
    QCOMPARE(first->state(), ResultModel::State::Ended);
    QCOMPARE(QueryDesk::column(*desk.results.front()), QStringList{u"other"_s});
}

void TestQueryRunner::aResultThatIsThrownAway()
{
    QueryDesk desk;
    desk.runner().setPatience({.readAhead = 100'000});
    desk.run(rows(5000) + u"; select 'second'"_s);
    delete desk.results.front();
    QTRY_COMPARE(desk.results.size(), size_t(2));
    desk.settled();
    QCOMPARE(desk.outcomes.back().end, End::Done);
}

QTEST_GUILESS_MAIN(TestQueryRunner)
#include "tst_queryrunner.moc"
