#include "models/cascades.h"
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

Result<std::vector<Cascade>> removing(EditDatabase &database, const QString &table, const QString &where)
{
    edit::StagedEdits edits(EditDatabase::id(table));
    for (const auto &row : database.rows(EditDatabase::id(table), where))
        edits.remove(row.identity, row.values);
    return readCascades(database.connection(), *database.snapshot(), edits);
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

QTEST_GUILESS_MAIN(TestCascades)
#include "tst_cascades.moc"
