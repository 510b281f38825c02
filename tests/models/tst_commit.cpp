#include "core/pg/writelock.h"
#include "models/conflict.h"
#include "models/transactionid.h"
#include "tests/models/editdatabase.h"
#include "tests/support/faultproxy.h"
#include "tests/support/need.h"

#include <QDeadlineTimer>
#include <QTest>

#include <atomic>
#include <thread>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;
using edit::NewValue;
using edit::StagedEdits;
using test::EditDatabase;
using Outcome = CommitReport::Outcome;

namespace {

const auto script = u"create table people (id bigint generated always as identity primary key,"
                    " email varchar(20) not null unique, age int check (age between 0 and 150),"
                    " boss bigint references people, note text);"
                    "insert into people (email, age, boss) select 'p' || g, g, nullif(g / 2, 0)"
                    " from generate_series(1, 10) g"_s;

const auto people = EditDatabase::id(u"people"_s);

/// `column` of the row `where` set to a value.
StagedEdits changed(EditDatabase &database, const ObjectId &relation, const QString &where,
                    const QString &column, const NewValue &value)
{
    StagedEdits edits(relation);
    const auto row = database.row(relation, where);
    edits.set(row.identity, row.values, column, value);
    return edits;
}

} // namespace

class TestCommit : public QObject
{
    Q_OBJECT

private slots:
    void writesAndReturns();
    void longTextIsRefusedNotCut();
    void namesTheCulprit_data();
    void namesTheCulprit();
    void conflictsAreNamedAll();
    void conflictIsShownInThreeVersions();
    void triedAndRolledBack();
    void deferredConstraintsAreChecked();
    void numberBeforeCommit();
    void numbersOfOtherServersSayNothing();
    void everybodyKnowsTheOrigin();
    void failingJournalRollsBack();
    void lostAnswer();
    void lockTimeout();
    void lockedForWriting();
    void reversed();
    void reverseRefusesWhatChanged();
    void everyTypeIsAssertedAndComesBack_data();
    void everyTypeIsAssertedAndComesBack();
    void partsAndHeirs();
    void throughAnUpdatableView();
    void triggersOfViewsNoticeWhoWasFaster();
    void swappedWhenDeferrable();
    void treesTogether();
};

void TestCommit::writesAndReturns()
{
    EditDatabase database(script);
    auto edits = changed(database, people, u"id = 3"_s, u"age"_s, NewValue::of("33"));
    const auto removed = database.row(people, u"id = 10"_s);
    edits.remove(removed.identity, removed.values);
    const auto id = edits.insert({{u"email"_s, NewValue::of("new")}, {u"boss"_s, NewValue::of("3")}});
    const auto report = database.commit({edits});
    NEED(report);
    QCOMPARE(report->outcome, Outcome::Committed);
    QCOMPARE(report->rows.size(), size_t(3));
    QCOMPARE(report->rows[0].old.value(u"email"_s), Query::Parameter("p10"));
    QCOMPARE(report->rows[1].now.value(u"age"_s), Query::Parameter("33"));
    QCOMPARE(report->rows[1].old.value(u"age"_s), Query::Parameter("3"));
    QCOMPARE(report->rows[2].newRow, id);
    QCOMPARE(report->rows[2].after.parts.front().second, QByteArray("11"));
    QCOMPARE(database.text(u"select string_agg(id || ':' || age, ' ' order by id) from people where id in "
                           "(3, 10, 11) and age is not null"_s),
             u"3:33"_s);
    QCOMPARE(database.text(u"select email from people where id = 11"_s), u"new"_s);
}

void TestCommit::longTextIsRefusedNotCut()
{
    EditDatabase database(script +
                          u"; create table fixed (id int primary key, c character(3), v varchar(3)[],"
                          " b bit(3)); insert into fixed values (1, 'a', '{b}', b'101')"_s);
    const auto fixed = EditDatabase::id(u"fixed"_s);
    for (const auto &[column, value] :
         {std::pair(u"c"_s, "abcd"), std::pair(u"v"_s, "{abcd}"), std::pair(u"b"_s, "1010")}) {
        const auto report =
            database.commit({changed(database, fixed, u"true"_s, column, NewValue::of(value))});
        NEED(report);
        QCOMPARE(report->outcome, Outcome::Refused);
        QCOMPARE(report->faults.front().columns, QStringList{column});
    }
    const auto report = database.commit({changed(database, fixed, u"true"_s, u"c"_s, NewValue::of("xy"))});
    NEED(report);
    QCOMPARE(report->outcome, Outcome::Committed);
    QCOMPARE(report->rows.front().now.value(u"c"_s), Query::Parameter("xy "));
}

void TestCommit::namesTheCulprit_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("state");
    QTest::newRow("check") << u"age"_s << QByteArray("151") << u"23514"_s;
    QTest::newRow("unique") << u"email"_s << QByteArray("p5") << u"23505"_s;
    QTest::newRow("foreign key") << u"boss"_s << QByteArray("99") << u"23503"_s;
    QTest::newRow("not null") << u"email"_s << QByteArray() << u"23502"_s;
    QTest::newRow("no number") << u"age"_s << QByteArray("old") << u"22P02"_s;
    QTest::newRow("too long") << u"email"_s << QByteArray(21, 'x') << u"22001"_s;
}

void TestCommit::namesTheCulprit()
{
    QFETCH(QString, column);
    QFETCH(QByteArray, text);
    QFETCH(QString, state);
    EditDatabase database(script);
    auto edits = changed(database, people, u"id = 2"_s, u"note"_s, NewValue::of("fine"));
    const auto row = database.row(people, u"id = 3"_s);
    edits.set(row.identity, row.values, u"note"_s, NewValue::of("as well"));
    edits.set(row.identity, row.values, column, text.isNull() ? NewValue::null() : NewValue::of(text));
    const auto report = database.commit({edits});
    NEED(report);
    QCOMPARE(report->outcome, Outcome::Refused);
    QVERIFY(report->rows.empty());
    const auto &fault = report->faults.front();
    QCOMPARE(fault.error.sqlState, state);
    QCOMPARE(fault.row, row.identity);
    QCOMPARE(fault.columns, QStringList{column});
    QCOMPARE(database.text(u"select count(*) from people where note is not null"_s), u"0"_s);
}

void TestCommit::conflictsAreNamedAll()
{
    EditDatabase database(script);
    StagedEdits edits(people);
    for (const auto &row : database.rows(people))
        edits.set(row.identity, row.values, u"age"_s, NewValue::of("77"));
    database.run(u"update people set age = 50 where id in (4, 7); delete from people where id = 9"_s);
    const auto report = database.commit({edits});
    NEED(report);
    QCOMPARE(report->outcome, Outcome::Refused);
    QByteArrayList rows;
    for (const auto &fault : report->faults) {
        QCOMPARE(fault.error.code, Error::Code::Conflict);
        rows << fault.row.parts.front().second;
    }
    std::sort(rows.begin(), rows.end());
    QCOMPARE(rows, QByteArrayList({"4", "7", "9"}));
    QCOMPARE(database.text(u"select count(*) from people where age = 77"_s), u"0"_s);
}

void TestCommit::conflictIsShownInThreeVersions()
{
    EditDatabase database(script);
    auto edits = changed(database, people, u"id = 4"_s, u"age"_s, NewValue::of("77"));
    const auto gone = database.row(people, u"id = 9"_s);
    edits.set(gone.identity, gone.values, u"age"_s, NewValue::of("78"));
    database.run(
        u"update people set age = 50, note = 'theirs' where id = 4; delete from people where id = 9"_s);

    const auto row = database.row(people, u"id = 4"_s);
    const auto conflict = readConflict(database.connection(), *database.snapshot(), edits, row.identity);
    NEED(conflict);
    QVERIFY(!conflict->gone);
    QCOMPARE(conflict->theirs, row.values);
    const auto &age = conflict->columns[2];
    QCOMPARE(age.column, u"age"_s);
    QCOMPARE(age.original, Query::Parameter("4"));
    QCOMPARE(age.theirs, Query::Parameter("50"));
    QCOMPARE(age.yours, NewValue::of("77"));
    QVERIFY(age.clashes());
    const auto &note = conflict->columns[4];
    QVERIFY(note.movedThere() && !note.yours && !note.clashes());

    edits.rebase(row.identity, conflict->theirs);
    edits.revert(gone.identity);
    const auto report = database.commit({edits});
    NEED(report);
    QCOMPARE(report->outcome, Outcome::Committed);
    QCOMPARE(database.text(u"select age || note from people where id = 4"_s), u"77theirs"_s);

    auto lost = StagedEdits(people);
    lost.set(gone.identity, gone.values, u"age"_s, NewValue::of("1"));
    const auto missing = readConflict(database.connection(), *database.snapshot(), lost, gone.identity);
    NEED(missing);
    QVERIFY(missing->gone);
}

void TestCommit::triedAndRolledBack()
{
    EditDatabase database(script);
    const auto edits = changed(database, people, u"id = 4"_s, u"age"_s, NewValue::of("77"));
    bool called = false;
    const auto report = database.commit({edits}, {.dryRun = true, .beforeCommit = [&](const QByteArray &) {
                                                      called = true;
                                                      return Result<Done>(Done{});
                                                  }});
    NEED(report);
    QCOMPARE(report->outcome, Outcome::Checked);
    QCOMPARE(report->rows.front().now.value(u"age"_s), Query::Parameter("77"));
    QVERIFY(!called);
    QCOMPARE(database.connection().transactionStatus(), pg::TransactionStatus::Idle);
    QCOMPARE(database.text(u"select age from people where id = 4"_s), u"4"_s);
}

void TestCommit::deferredConstraintsAreChecked()
{
    EditDatabase database(
        script + u"; alter table people add constraint \"Note!\" unique (note) deferrable initially deferred;"
                 "update people set note = 'taken' where id = 1"_s);
    for (const bool dryRun : {true, false}) {
        const auto report = database.commit(
            {changed(database, people, u"id = 4"_s, u"note"_s, NewValue::of("taken"))}, {.dryRun = dryRun});
        NEED(report);
        QCOMPARE(report->outcome, Outcome::Refused);
        QCOMPARE(report->faults.front().relation, people);
        QCOMPARE(report->faults.front().columns, QStringList{u"note"_s});
    }
}

void TestCommit::numberBeforeCommit()
{
    for (const int version : test::TestServer::versions()) {
        EditDatabase database(script, version);
        QByteArray number;
        pg::Connection other(database.options());
        const auto report = database.commit(
            {changed(database, people, u"id = 4"_s, u"age"_s, NewValue::of("77"))},
            {.beforeCommit = [&](const QByteArray &transaction) -> Result<Done> {
                number = transaction;
                const auto outcome = batchOutcome(other, transaction);
                if (!outcome)
                    return outcome.error();
                return *outcome == BatchOutcome::InProgress ? Result<Done>(Done{}) : Result<Done>(Error{});
            }});
        NEED(report);
        QCOMPARE(report->outcome, Outcome::Committed);
        QCOMPARE(report->transaction, number);
        const auto outcome = batchOutcome(other, number);
        NEED(outcome);
        QCOMPARE(*outcome, BatchOutcome::Committed);
        const auto never = batchOutcome(other, "99999999999");
        NEED(never);
        QCOMPARE(*never, BatchOutcome::Forgotten);
    }
}

/// The same number means another transaction there.
void TestCommit::numbersOfOtherServersSayNothing()
{
    EditDatabase database(script);
    const auto report =
        database.commit({changed(database, people, u"id = 4"_s, u"age"_s, NewValue::of("77"))});
    NEED(report);
    QCOMPARE(report->outcome, Outcome::Committed);
    EditDatabase sameCluster(u"select 1"_s);
    const auto elsewhere = batchOutcome(sameCluster.connection(), report->transaction);
    NEED(elsewhere);
    QCOMPARE(*elsewhere, BatchOutcome::Forgotten);
    for (const int version : test::TestServer::versions()) {
        if (version == test::TestServer::debianVersion)
            continue;
        EditDatabase other(u"select 1"_s, version);
        // Of that server itself the number is a transaction's.
        const auto number = TransactionId::parse(report->transaction).number;
        while (other.text(u"select pg_catalog.txid_current()"_s).toLongLong() <= number.toLongLong()) {
        }
        const auto bare = batchOutcome(other.connection(), number);
        NEED(bare);
        QVERIFY(*bare != BatchOutcome::Forgotten);
        const auto whole = batchOutcome(other.connection(), report->transaction);
        NEED(whole);
        QCOMPARE(*whole, BatchOutcome::Forgotten);
    }
}

void TestCommit::everybodyKnowsTheOrigin()
{
    for (const int version : test::TestServer::versions()) {
        EditDatabase database(u"select 1"_s, version);
        const auto origin = transactionOrigin(database.connection());
        NEED(origin);
        QCOMPARE(origin->count('/'), 2);
        const auto name = u"plain_%1"_s.arg(version);
        database.run(u"drop role if exists %1; create role %1 login"_s.arg(name));
        auto options = database.options();
        options.set("user", name.toUtf8());
        {
            pg::Connection plain(options);
            const auto same = transactionOrigin(plain);
            NEED(same);
            QCOMPARE(*same, *origin);
        }
        database.run(u"drop role %1"_s.arg(name));
    }
}

void TestCommit::failingJournalRollsBack()
{
    EditDatabase database(script);
    QByteArray number;
    const auto report =
        database.commit({changed(database, people, u"id = 4"_s, u"age"_s, NewValue::of("77"))},
                        {.beforeCommit = [&](const QByteArray &transaction) -> Result<Done> {
                            number = transaction;
                            return Error{.code = Error::Code::File, .message = u"disk full"_s};
                        }});
    NEED(report);
    QCOMPARE(report->outcome, Outcome::Refused);
    QCOMPARE(report->faults.front().error.message, u"disk full"_s);
    const auto outcome = batchOutcome(database.connection(), number);
    NEED(outcome);
    QCOMPARE(*outcome, BatchOutcome::RolledBack);
}

void TestCommit::lostAnswer()
{
    EditDatabase database(script);
    const auto edits = changed(database, people, u"id = 4"_s, u"age"_s, NewValue::of("77"));
    const auto batch = prepareBatch({edits}, database.snapshot());
    NEED(batch);
    test::FaultProxy proxy(database.options());
    pg::Connection connection(proxy.options());
    const auto report = commit(connection, *batch, {.beforeCommit = [&](const QByteArray &) -> Result<Done> {
                                   proxy.arm(test::FaultProxy::Step::BeforeReady);
                                   return Done{};
                               }});
    NEED(report);
    QCOMPARE(report->outcome, Outcome::Committed);
    QCOMPARE(report->rows.size(), size_t(1));
    QCOMPARE(database.text(u"select age from people where id = 4"_s), u"77"_s);
}

void TestCommit::lockTimeout()
{
    EditDatabase database(script);
    const auto edits = changed(database, people, u"id = 4"_s, u"age"_s, NewValue::of("77"));
    pg::Connection other(database.options());
    NEED(other.runScript(u"begin; update people set note = 'held' where id = 4"_s));
    const auto report = database.commit({edits}, {.lockTimeout = std::chrono::milliseconds(50)});
    NEED(report);
    QCOMPARE(report->outcome, Outcome::Refused);
    QCOMPARE(report->faults.front().error.sqlState, u"55P03"_s);
    QCOMPARE(report->faults.front().row, edits.rows().firstKey());
    QCOMPARE(database.text(u"show lock_timeout"_s), u"0"_s);
}

void TestCommit::lockedForWriting()
{
    EditDatabase database(script);
    const auto lock = std::make_shared<pg::WriteLock>(u"shop"_s);
    const auto edits = changed(database, people, u"id = 4"_s, u"age"_s, NewValue::of("77"));
    const auto refused = database.commit({edits}, {.lock = lock});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Error::Code::ReadOnly);
    NEED(lock->unlock(u"shop"_s));
    const auto late = database.commit({edits}, {.lock = lock, .beforeCommit = [&](const QByteArray &) {
                                                    lock->lock();
                                                    return Result<Done>(Done{});
                                                }});
    NEED(late);
    QCOMPARE(late->outcome, Outcome::Refused);
    QCOMPARE(database.text(u"select age from people where id = 4"_s), u"4"_s);
}

void TestCommit::reversed()
{
    EditDatabase database(script);
    const auto before = database.text(u"select string_agg(p::text, ';' order by id) from people p"_s);
    auto edits = changed(database, people, u"id = 3"_s, u"age"_s, NewValue::of("33"));
    const auto removed = database.row(people, u"id = 10"_s);
    edits.remove(removed.identity, removed.values);
    edits.insert({{u"email"_s, NewValue::of("new")}, {u"boss"_s, NewValue::of("3")}});
    const auto report = database.commit({edits});
    NEED(report);
    QVERIFY(database.text(u"select string_agg(p::text, ';' order by id) from people p"_s) != before);
    const auto undone = database.commit(reverseBatch(report->rows, *database.snapshot()));
    NEED(undone);
    QCOMPARE(undone->outcome, Outcome::Committed);
    QCOMPARE(database.text(u"select string_agg(p::text, ';' order by id) from people p"_s), before);
    const auto redone = database.commit(reverseBatch(undone->rows, *database.snapshot()));
    NEED(redone);
    QCOMPARE(redone->outcome, Outcome::Committed);
    QCOMPARE(database.text(u"select age from people where id = 3"_s), u"33"_s);
}

void TestCommit::reverseRefusesWhatChanged()
{
    EditDatabase database(script);
    auto edits = changed(database, people, u"id = 3"_s, u"age"_s, NewValue::of("33"));
    edits.insert({{u"email"_s, NewValue::of("new")}});
    const auto report = database.commit({edits});
    NEED(report);
    database.run(u"update people set note = 'kept' where email = 'new'"_s);
    const auto undone = database.commit(reverseBatch(report->rows, *database.snapshot()));
    NEED(undone);
    QCOMPARE(undone->outcome, Outcome::Refused);
    QCOMPARE(undone->faults.front().error.code, Error::Code::Conflict);
    QCOMPARE(database.text(u"select age from people where id = 3"_s), u"33"_s);
}

void TestCommit::everyTypeIsAssertedAndComesBack_data()
{
    QTest::addColumn<int>("version");
    for (const int version : test::TestServer::versions())
        QTest::addRow("%d", version) << version;
}

/// A delete asserts each column; its reversal writes each.
void TestCommit::everyTypeIsAssertedAndComesBack()
{
    QFETCH(int, version);
    EditDatabase database(uR"(
create type mood as enum ('sad', 'it''s ok');
create type pair as (a int, b text);
create domain positive as numeric(8,3) check (value > 0);
create domain pairs as pair;
create collation nocase (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
create table every (id bigint generated always as identity primary key, twice bigint generated always as (id2 * 2) stored,
    id2 int, b boolean, s smallint, n numeric, p positive, r real, d double precision, m money, c character(5),
    q "char", v varchar(9), t text collate nocase, na name, by bytea, bi bit(3), vb bit varying, u uuid,
    da date, ti time, tz timetz, ts timestamp(3), tt timestamptz, iv interval, j json, jb jsonb, x xml,
    i inet, ci cidr, ma macaddr, pt point, li line, po polygon, ir int4range, ts_v tsvector, e mood, co pair,
    cn pair, cd pairs, a int[], ae mood[], ac pair[], at text[], o oid, rg regclass, nothing text);
insert into every (id2, b, s, n, p, r, d, m, c, q, v, t, na, by, bi, vb, u, da, ti, tz, ts, tt, iv, j, jb, x, i, ci, ma,
    pt, li, po, ir, ts_v, e, co, cn, cd, a, ae, ac, at, o, rg)
values (7, true, -3, 1.50, 2.5, 'NaN', '-0', 12.34, 'ab', 'x', 'v', 'Text', 'n', '\xc0ff', b'101', b'10',
    'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', 'infinity', '24:00', '04:05+02', '2026-11-21 10:00:00.123', 'epoch',
    '1 mon -2 days 03:00', '{"a" :  1.0}', '{"a": 1.0}', '<a/>', '10.0.0.1/8', '10.0.0.0/8', '08:00:2b:01:02:03',
    '(1,2)', '{1,-1,0}', '((0,0),(1,1),(1,0))', '[1,5)', 'a:1 b', 'it''s ok', row(1, null), row(null, null),
    row(null, 'x')::pair, '[0:1]={1,2}', '{sad,NULL}', array[row(1, 'a,"')::pair], '{"",NULL,"NULL"}', 12,
    'every'::regclass))"_s,
                          version);
    const auto every = EditDatabase::id(u"every"_s);
    const auto before = database.row(every, u"true"_s);
    StagedEdits edits(every);
    edits.remove(before.identity, before.values);
    const auto removed = database.commit({edits});
    NEED(removed);
    QCOMPARE(removed->outcome, Outcome::Committed);
    QCOMPARE(removed->rows.front().old, before.values);
    const auto back = database.commit(reverseBatch(removed->rows, *database.snapshot()));
    NEED(back);
    QCOMPARE(back->outcome, Outcome::Committed);
    QCOMPARE(database.row(every, u"true"_s).values, before.values);

    // The same value in another writing is another value.
    for (const auto &[column, to] :
         {std::pair(u"n"_s, u"1.5"_s), std::pair(u"t"_s, u"'TEXT'"_s), std::pair(u"j"_s, u"'{\"a\": 1.0}'"_s),
          std::pair(u"d"_s, u"0.0"_s), std::pair(u"cn"_s, u"null"_s)}) {
        const auto row = database.row(every, u"true"_s);
        StagedEdits staged(every);
        staged.set(row.identity, row.values, column, NewValue::null());
        database.run(u"update every set %1 = %2"_s.arg(column, to));
        const auto refused = database.commit({staged});
        NEED(refused);
        QCOMPARE(refused->outcome, Outcome::Refused);
        QCOMPARE(refused->faults.front().error.code, Error::Code::Conflict);
    }
}

void TestCommit::partsAndHeirs()
{
    EditDatabase database(uR"(
create table whole (id int, v text, primary key (id)) partition by range (id);
create table low partition of whole for values from (0) to (10);
create table high partition of whole for values from (10) to (100);
insert into whole values (1, 'a'), (20, 'b');
create table parent (id int primary key, v text);
create table child (primary key (id)) inherits (parent);
insert into parent values (1, 'parent');
insert into child values (1, 'child');
)"_s);
    const auto moved = database.commit(
        {changed(database, EditDatabase::id(u"whole"_s), u"id = 1"_s, u"id"_s, NewValue::of("50"))});
    NEED(moved);
    QCOMPARE(moved->outcome, Outcome::Committed);
    QCOMPARE(database.text(u"select string_agg(v, '' order by id) from high"_s), u"ba"_s);

    const auto parent = EditDatabase::id(u"parent"_s);
    const auto heir = database.commit(
        {changed(database, parent, u"t.tableoid = 'child'::regclass"_s, u"v"_s, NewValue::of("heir"))});
    NEED(heir);
    QCOMPARE(heir->outcome, Outcome::Committed);
    QCOMPARE(database.text(u"select string_agg(v, ' ' order by v) from parent"_s), u"heir parent"_s);
}

void TestCommit::throughAnUpdatableView()
{
    EditDatabase database(script +
                          u"; create view grown as select id as number, email, upper(note) as loud, age"
                          " from people where age >= 5 with check option"_s);
    const auto grown = EditDatabase::viewId(u"grown"_s);
    auto edits = changed(database, grown, u"number = 6"_s, u"age"_s, NewValue::of("66"));
    edits.insert(
        {{u"email"_s, NewValue::of("n")}, {u"age"_s, NewValue::of("9")}, {u"number"_s, NewValue::of("40")}});
    const auto report = database.commit({edits});
    NEED(report);
    QCOMPARE(report->outcome, Outcome::Committed);
    QCOMPARE(report->rows.back().after.parts.front().second, QByteArray("40"));
    QCOMPARE(database.text(u"select age from people where id = 6"_s), u"66"_s);

    const auto hidden =
        database.commit({changed(database, grown, u"number = 7"_s, u"age"_s, NewValue::of("1"))});
    NEED(hidden);
    QCOMPARE(hidden->outcome, Outcome::Refused);
    const auto taken =
        database.commit({changed(database, grown, u"number = 7"_s, u"email"_s, NewValue::of("p8"))});
    NEED(taken);
    QCOMPARE(taken->faults.front().columns, QStringList{u"email"_s});
}

void TestCommit::triggersOfViewsNoticeWhoWasFaster()
{
    EditDatabase database(script + uR"(;
create view seen as select id, age, note from people;
create function write() returns trigger language plpgsql as $$
begin
    update people set age = new.age where id = old.id;
    return new;
end $$;
create trigger write instead of update on seen for each row execute function write())"_s);
    const auto edits =
        changed(database, EditDatabase::viewId(u"seen"_s), u"id = 6"_s, u"age"_s, NewValue::of("66"));
    const auto batch = prepareBatch({edits}, database.snapshot());
    NEED(batch);
    pg::Connection other(database.options());
    NEED(other.runScript(u"begin; update people set age = 99 where id = 6"_s));
    std::atomic<int> pid = 0;
    std::optional<Result<CommitReport>> report;
    std::thread applying([&] {
        pg::Connection connection(database.options());
        if (connection.open())
            pid = connection.backendPid();
        report = commit(connection, *batch);
    });
    const auto waiting = [&] {
        return database.text(u"select count(*) from pg_locks where not granted and pid = %1"_s.arg(pid)) ==
               u"1"_s;
    };
    QDeadlineTimer deadline(60000);
    while (!waiting() && !deadline.hasExpired())
        std::this_thread::yield();
    NEED(other.runScript(u"commit"_s));
    applying.join();
    NEED(*report);
    QCOMPARE((*report)->outcome, Outcome::Refused);
    QCOMPARE((*report)->faults.front().error.code, Error::Code::Conflict);
    QCOMPARE((*report)->faults.front().row, edits.rows().firstKey());
    QCOMPARE(database.text(u"select age from people where id = 6"_s), u"99"_s);
}

void TestCommit::swappedWhenDeferrable()
{
    EditDatabase database(u"create table place (id int primary key, rank int not null);"
                          "alter table place add constraint \"Rank!\" unique (rank) deferrable;"
                          "insert into place select g, g from generate_series(1, 5) g"_s);
    const auto place = EditDatabase::id(u"place"_s);
    StagedEdits edits(place);
    const auto rows = database.rows(place);
    for (size_t i = 0; i < rows.size(); ++i)
        edits.set(rows[i].identity, rows[i].values, u"rank"_s,
                  NewValue::of(*rows[(i + 1) % rows.size()].values.value(u"rank"_s)));
    const auto report = database.commit({edits});
    NEED(report);
    QCOMPARE(report->outcome, Outcome::Committed);
    QCOMPARE(database.text(u"select string_agg(rank::text, '' order by id) from place"_s), u"23451"_s);
}

/// Rows that refer to each other and to what other tables lose and gain, all at once.
void TestCommit::treesTogether()
{
    EditDatabase database(uR"(
create table node (id int primary key, parent int references node);
create table leaf (id int primary key, node int not null references node on delete restrict);
insert into node values (1, null), (2, 1), (3, 2), (4, 3);
insert into leaf values (1, 4), (2, 3);
)"_s);
    StagedEdits nodes(EditDatabase::id(u"node"_s));
    for (const auto &row : database.rows(nodes.relation(), u"id > 1"_s))
        nodes.remove(row.identity, row.values);
    nodes.insert({{u"id"_s, NewValue::of("12")}, {u"parent"_s, NewValue::of("011")}});
    nodes.insert({{u"id"_s, NewValue::of("11")}, {u"parent"_s, NewValue::of("1")}});
    StagedEdits leaves(EditDatabase::id(u"leaf"_s));
    const auto first = database.row(leaves.relation(), u"id = 1"_s);
    leaves.set(first.identity, first.values, u"node"_s, NewValue::of("12"));
    const auto second = database.row(leaves.relation(), u"id = 2"_s);
    leaves.remove(second.identity, second.values);
    const auto report = database.commit({leaves, nodes});
    NEED(report);
    QVERIFY2(report->faults.empty(),
             qPrintable(report->faults.empty() ? QString() : report->faults[0].error.message));
    QCOMPARE(database.text(u"select string_agg(id::text, ' ' order by id) from node"_s), u"1 11 12"_s);
    const auto back = database.commit(reverseBatch(report->rows, *database.snapshot()));
    NEED(back);
    QCOMPARE(back->outcome, Outcome::Committed);
    QCOMPARE(database.text(u"select string_agg(id::text, ' ' order by id) from node"_s), u"1 2 3 4"_s);
    QCOMPARE(database.text(u"select string_agg(node::text, ' ' order by id) from leaf"_s), u"4 3"_s);
}

QTEST_GUILESS_MAIN(TestCommit)
#include "tst_commit.moc"
