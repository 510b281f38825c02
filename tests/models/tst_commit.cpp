#include "core/pg/writelock.h"
#include "models/conflict.h"
#include "tests/models/editdatabase.h"
#include "tests/support/faultproxy.h"
#include "tests/support/need.h"

#include <QTest>

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
    void failingJournalRollsBack();
    void lostAnswer();
    void lockTimeout();
    void lockedForWriting();
    void reversed();
    void reverseRefusesWhatChanged();
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

QTEST_GUILESS_MAIN(TestCommit)
#include "tst_commit.moc"
