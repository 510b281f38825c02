#include "core/catalog/introspect.h"
#include "core/pg/connection.h"
#include "models/relatedrows.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;

class TestRelatedRows : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void knowsBothEnds();
    void findsTheRelationOfAColumn();
    void takesASecondSource();
    void namesRows();
    void countsWhatPoints();
    void refusesToScan();
    void readsLabels();
    void readsTheReferencedRow();

private:
    Relation relation(const QString &name) const;

    std::unique_ptr<pg::Connection> m_connection;
    catalog::Snapshot m_snapshot;
};

namespace {

const ObjectId plans{Kind::Table, u"public"_s, u"plans"_s};
const ObjectId workouts{Kind::Table, u"public"_s, u"workouts"_s};
const ObjectId visits{Kind::Table, u"odd \"schema"_s, u"visits"_s};

} // namespace

void TestRelatedRows::initTestCase()
{
    m_connection = std::make_unique<pg::Connection>(test::TestServer::of().createDatabase());
    const auto made = m_connection->runScript(uR"(
        create table plans (id text primary key, created_by text, "planTitle" text, notes text);
        create table workouts (id int primary key, plan_id text references plans, twin_id int unique references workouts);
        create index on workouts (plan_id);
        create table unindexed (id int primary key, plan_id text references plans);
        create schema "odd ""schema";
        create table "odd ""schema".places (country text, town text, name text, primary key (country, town));
        create table "odd ""schema".visits (id int primary key, town text, land text,
            constraint "the 'place'" foreign key (land, town) references "odd ""schema".places (country, town));
        create index on "odd ""schema".visits (town, land);
        create table events (id int, plan_id text references plans, primary key (id)) partition by range (id);
        create table events_1 partition of events for values from (0) to (1000);
        insert into plans values ('a', 'me', E' Marathon\n base ', repeat('x', 9000)), ('q"\,{}', 'me', 'Odd', null),
            ('c', 'me', null, null);
        insert into workouts select n, 'a' from generate_series(1, 250) n;
        insert into workouts values (1000, 'q"\,{}', 1);
        insert into "odd ""schema".places values ('de', 'Ulm', 'Münster');
        insert into "odd ""schema".visits values (1, 'Ulm', 'de'), (2, 'Ulm', 'de'), (3, 'Ulm', null);
    )"_s);
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    const auto snapshot = catalog::introspect(*m_connection);
    QVERIFY(snapshot);
    m_snapshot = *snapshot;
}

Relation TestRelatedRows::relation(const QString &name) const
{
    for (const auto &table : m_snapshot.tables) {
        for (const auto &one : Relations(m_snapshot).from(idOf(table))) {
            if (one.name == name)
                return one;
        }
    }
    return {};
}

void TestRelatedRows::knowsBothEnds()
{
    const Relations all(m_snapshot);
    QCOMPARE(all.from(plans).size(), size_t(0));
    QStringList pointing;
    for (const auto &one : all.to(plans))
        pointing << one.from.name;
    pointing.sort();
    // Partitions do not count again.
    QCOMPARE(pointing, (QStringList{u"events"_s, u"unindexed"_s, u"workouts"_s}));
    QVERIFY(relation(u"workouts_plan_id_fkey"_s).indexed);
    QVERIFY(!relation(u"workouts_plan_id_fkey"_s).toOne);
    QVERIFY(relation(u"workouts_twin_id_fkey"_s).toOne);
    QVERIFY(!relation(u"unindexed_plan_id_fkey"_s).indexed);
    QVERIFY(relation(u"the 'place'"_s).indexed);
}

void TestRelatedRows::findsTheRelationOfAColumn()
{
    const Relations all(m_snapshot);
    QCOMPARE(all.follow(workouts, u"plan_id"_s)->to, plans);
    QCOMPARE(all.follow(visits, u"town"_s)->columns, (QStringList{u"land"_s, u"town"_s}));
    QVERIFY(!all.follow(workouts, u"id"_s));
}

void TestRelatedRows::takesASecondSource()
{
    Relations all(m_snapshot);
    const auto before = all.to(plans).size();
    const Relation declared{
        .name = u"owner"_s, .from = visits, .columns = {u"id"_s}, .to = plans, .toColumns = {u"id"_s}};
    auto known = relation(u"workouts_plan_id_fkey"_s);
    known.name = u"plan"_s;
    all.add({declared, known});
    QCOMPARE(all.to(plans).size(), before + 1);
    QCOMPARE(all.follow(visits, u"id"_s)->name, u"owner"_s);
}

void TestRelatedRows::namesRows()
{
    QCOMPARE(labelColumn(m_snapshot, plans), u"planTitle"_s);
    QCOMPARE(labelColumn(m_snapshot, workouts), QString());
    QCOMPARE(labelColumn(m_snapshot, {Kind::Table, u"odd \"schema"_s, u"places"_s}), u"name"_s);
}

void TestRelatedRows::countsWhatPoints()
{
    const auto counts = countRelated(*m_connection, m_snapshot, relation(u"workouts_plan_id_fkey"_s),
                                     {{"c"}, {"a"}, {"q\"\\,{}"}, {"no such"}});
    QVERIFY2(counts, counts ? "" : qPrintable(counts.error().message));
    QCOMPARE(*counts, (std::vector<int>{0, relatedCountLimit + 1, 1, 0}));
    const auto two =
        countRelated(*m_connection, m_snapshot, relation(u"the 'place'"_s), {{"de", "Ulm"}, {"fr", "Ulm"}});
    QVERIFY2(two, two ? "" : qPrintable(two.error().message));
    QCOMPARE(*two, (std::vector<int>{2, 0}));
}

void TestRelatedRows::refusesToScan()
{
    const auto counts =
        countRelated(*m_connection, m_snapshot, relation(u"unindexed_plan_id_fkey"_s), {{"a"}});
    QVERIFY(!counts);
    QVERIFY(counts.error().message.contains(u"index"_s));
}

void TestRelatedRows::readsLabels()
{
    const auto labels = readLabels(*m_connection, m_snapshot, relation(u"workouts_plan_id_fkey"_s),
                                   {"a", "q\"\\,{}", "c", "no such"});
    QVERIFY2(labels, labels ? "" : qPrintable(labels.error().message));
    QCOMPARE(*labels, (QHash<QByteArray, QString>{{"a", u"Marathon base"_s}, {"q\"\\,{}", u"Odd"_s}}));
    QVERIFY(readLabels(*m_connection, m_snapshot, relation(u"workouts_twin_id_fkey"_s), {"1"})->isEmpty());
}

void TestRelatedRows::readsTheReferencedRow()
{
    const auto key = relation(u"workouts_plan_id_fkey"_s);
    const auto row = readReferenced(*m_connection, m_snapshot, key, {"a"});
    QVERIFY2(row, row ? "" : qPrintable(row.error().message));
    QCOMPARE(row->value(u"created_by"_s), Query::Parameter("me"));
    QVERIFY(row->value(u"notes"_s)->size() < 9000);
    const auto gone = readReferenced(*m_connection, m_snapshot, key, {"no such"});
    QVERIFY(!gone);
    QCOMPARE(gone.error().code, Error::Code::NotFound);
}

QTEST_GUILESS_MAIN(TestRelatedRows)
#include "tst_relatedrows.moc"
