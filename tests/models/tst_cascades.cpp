#include "models/cascades.h"
#include "models/cascadewords.h"
#include "tests/models/editdatabase.h"
#include "tests/support/need.h"

#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;
using Action = catalog::Constraint::Action;
using test::EditDatabase;

class TestCascades : public QObject
{
    Q_OBJECT

private slots:
    void countedLevelByLevel();
    void boundedAndOnlyByIndex();
    void circlesEnd();
    void compositeKeys();
    void whatIsStagedAnywayDoesNotCount();
    void saidInWords();
    void saidInASentence();
};

namespace {

const auto script = uR"(
create table plan (id int primary key);
create table week (id int primary key, plan int not null references plan on delete cascade);
create index on week (plan);
create table session (id int primary key, week int references week on delete cascade);
create index on session (week, id);
create table note (id int primary key, session int references session on delete set null);
create index on note using hash (session);
create table invoice (id int primary key, plan int references plan);
create index on invoice (plan);
create table log (plan int references plan on delete cascade);
insert into plan select generate_series(1, 3);
insert into week select g, 1 + g % 2 from generate_series(1, 10) g;
insert into session select g, 1 + g % 10 from generate_series(1, 40) g;
insert into note select g, g from generate_series(1, 12) g;
insert into invoice values (1, 2);
)"_s;

const Cascade *find(const std::vector<Cascade> &cascades, const QString &table)
{
    for (const auto &cascade : cascades) {
        if (cascade.relation.name == table)
            return &cascade;
    }
    return nullptr;
}

edit::StagedEdits removal(EditDatabase &database, const QString &table, const QString &where)
{
    edit::StagedEdits edits(EditDatabase::id(table));
    for (const auto &row : database.rows(EditDatabase::id(table), where))
        edits.remove(row.identity, row.values);
    return edits;
}

Result<std::vector<Cascade>> removing(EditDatabase &database, const QString &table, const QString &where)
{
    auto cascades =
        readCascades(database.connection(), *database.snapshot(), {removal(database, table, where)});
    if (!cascades)
        return cascades.error();
    return (*cascades)[EditDatabase::id(table)];
}

} // namespace

void TestCascades::countedLevelByLevel()
{
    EditDatabase database(script);
    const auto cascades = removing(database, u"plan"_s, u"id = 2"_s);
    NEED(cascades);
    const auto *week = find(*cascades, u"week"_s);
    QVERIFY(week);
    QCOMPARE(week->rows, std::optional<qint64>(5));
    QCOMPARE(week->action, Action::Cascade);
    QVERIFY(!week->blocks());
    const auto *session = find(week->then, u"session"_s);
    QVERIFY(session);
    QCOMPARE(session->rows, std::optional<qint64>(20));
    const auto *note = find(session->then, u"note"_s);
    QVERIFY(note);
    QCOMPARE(note->action, Action::SetNull);
    QCOMPARE(QString::number(*note->rows),
             database.text(u"select count(*) from note n join session s on s.id = n.session "
                           "join week w on w.id = s.week where w.plan = 2"_s));
    const auto *invoice = find(*cascades, u"invoice"_s);
    QVERIFY(invoice && invoice->blocks());

    const auto none = removing(database, u"plan"_s, u"id = 3"_s);
    NEED(none);
    QVERIFY(!find(*none, u"week"_s));
    QVERIFY(!find(*none, u"invoice"_s));
}

void TestCascades::boundedAndOnlyByIndex()
{
    EditDatabase database(script + u"insert into week select g, 3 from generate_series(100, 1600) g"_s);
    const auto cascades = removing(database, u"plan"_s, u"id = 3"_s);
    NEED(cascades);
    const auto *week = find(*cascades, u"week"_s);
    QVERIFY(week && week->more);
    QCOMPARE(week->rows, std::optional<qint64>(cascadeCountLimit));
    const auto *log = find(*cascades, u"log"_s);
    QVERIFY(log && !log->rows);
}

void TestCascades::circlesEnd()
{
    EditDatabase database(
        u"create table tree (id int primary key, parent int references tree on delete cascade);"
        "create index on tree (parent); insert into tree values (1, null), (2, 1), (3, 2);"
        "update tree set parent = 3 where id = 1"_s);
    const auto cascades = removing(database, u"tree"_s, u"id = 1"_s);
    NEED(cascades);
    const auto *children = find(*cascades, u"tree"_s);
    QVERIFY(children);
    QCOMPARE(children->rows, std::optional<qint64>(1));
}

void TestCascades::compositeKeys()
{
    EditDatabase database(u"create table whole (a int, b text, primary key (a, b), unique (b, a));"
                          "create table part (id int primary key, b text, a int,"
                          " foreign key (b, a) references whole (b, a) on delete restrict);"
                          "create index on part (a, b); insert into whole values (1, 'x\"\\{},'), (1, 'y');"
                          "insert into part values (1, 'x\"\\{},', 1), (2, 'y', 1), (3, 'x\"\\{},', 1)"_s);
    const auto cascades = removing(database, u"whole"_s, u"b <> 'y'"_s);
    NEED(cascades);
    const auto *part = find(*cascades, u"part"_s);
    QVERIFY(part && part->blocks());
    QCOMPARE(part->rows, std::optional<qint64>(2));
}

/// Who deletes the referencing rows too, or makes them point elsewhere, is not told that they are in the way.
void TestCascades::whatIsStagedAnywayDoesNotCount()
{
    EditDatabase database(script);
    auto weeks = removal(database, u"week"_s, u"plan = 2 and id < 4"_s);
    QCOMPARE(weeks.rows().size(), qsizetype(2));
    auto invoices = edit::StagedEdits(EditDatabase::id(u"invoice"_s));
    const auto invoice = database.row(EditDatabase::id(u"invoice"_s), u"id = 1"_s);
    invoices.set(invoice.identity, invoice.values, u"plan"_s, edit::NewValue::of("1"));
    const auto cascades = readCascades(database.connection(), *database.snapshot(),
                                       {removal(database, u"plan"_s, u"id = 2"_s), weeks, invoices});
    NEED(cascades);
    const auto &ofPlan = cascades->at(EditDatabase::id(u"plan"_s));
    QVERIFY(!find(ofPlan, u"invoice"_s));
    QCOMPARE(find(ofPlan, u"week"_s)->rows, std::optional<qint64>(3));
    QCOMPARE(find(find(ofPlan, u"week"_s)->then, u"session"_s)->rows, std::optional<qint64>(12));
    // They take their own along.
    QCOMPARE(find(cascades->at(EditDatabase::id(u"week"_s)), u"session"_s)->rows, std::optional<qint64>(8));
}

void TestCascades::saidInWords()
{
    const auto week = EditDatabase::id(u"week"_s);
    const auto plan = EditDatabase::id(u"plan"_s);
    const Cascade note{.relation = EditDatabase::id(u"note"_s),
                       .constraint = u"note_week_fkey"_s,
                       .columns = {u"week"_s},
                       .action = Action::SetNull,
                       .rows = 1000,
                       .more = true};
    const Cascades cascades{
        {plan,
         {{.relation = week,
           .constraint = u"week_plan_fkey"_s,
           .columns = {u"plan"_s},
           .action = Action::Cascade,
           .rows = 1,
           .then = {note}},
          {.relation = EditDatabase::id(u"bill"_s), .action = Action::Restrict, .rows = 2},
          {.relation = week, .action = Action::NoAction, .rows = 3},
          {.relation = EditDatabase::id(u"log"_s), .columns = {u"plan"_s}, .action = Action::Cascade}}}};
    const auto lines = cascadeLines(cascades);
    QCOMPARE(lines.size(), size_t(5));
    QCOMPARE(lines[0].path, u"plan › bill"_s);
    QVERIFY(lines[0].refused);
    QCOMPARE(lines[0].what, u"The server refuses: 2 rows reference them"_s);
    QCOMPARE(lines[1].path, u"plan › week"_s);
    QCOMPARE(lines[1].mark, EditMark::Removed);
    QCOMPARE(lines[1].what, u"1 row is deleted with them"_s);
    QCOMPARE(lines[1].why, u"week_plan_fkey (plan), on delete cascade"_s);
    QCOMPARE(lines[2].path, u"plan › week › note"_s);
    QCOMPARE(lines[2].mark, EditMark::Changed);
    QCOMPARE(lines[2].what, u"more than 1,000 rows: week becomes NULL"_s);
    // Without an action the server looks only when the others are gone.
    QVERIFY(!lines[3].refused);
    QVERIFY(lines[3].what.contains(u"unless"_s));
    QVERIFY(lines[4].what.contains(u"no index on (plan)"_s));
}

void TestCascades::saidInASentence()
{
    QCOMPARE(cascadeSentence({}), QString());
    EditDatabase database(script);
    const auto cascades = removing(database, u"plan"_s, u"id = 2"_s);
    NEED(cascades);
    QCOMPARE(cascadeSentence(*cascades),
             u"The server will refuse: marked rows are still referenced by 1 row of invoice. "
             "Deleting the marked rows also deletes 5 rows of week, 20 rows of session. "
             "Their reference becomes NULL in 6 rows of note. "
             "Not counted: log (no index on (plan) finds them)."_s);
}

QTEST_GUILESS_MAIN(TestCascades)
#include "tst_cascades.moc"
