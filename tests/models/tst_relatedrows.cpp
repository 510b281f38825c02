#include "core/catalog/introspect.h"
#include "core/edit/newvalue.h"
#include "core/pg/connection.h"
#include "models/cellrole.h"
#include "models/relatedrows.h"
#include "tests/models/fixedrow.h"
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
    void readsTheFirstColumnsOnly();
    void takesTheKeyOfARow();
    void conditionFindsWhatPoints();

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
        create table wide (c1 int, c2 int, c3 int, c4 int, c5 int, c6 int, code varchar(5) primary key, c8 int, c9 int, c10 int, c11 int);
        create table narrow (id int primary key, wide_id varchar(5) references wide);
        insert into wide (code) values ('abcde');
        insert into plans values ('a', 'me', E' Marathon\n base ', repeat('x', 9000)), ('q"\,{}', 'me', 'Odd', null),
            ('c', 'me', null, null);
        insert into workouts select n, 'a' from generate_series(1, 1250) n;
        insert into workouts values (2000, 'q"\,{}', 1);
        insert into unindexed values (1, 'c');
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
    // Somebody asked for it.
    const auto asked = countRelated(*m_connection, m_snapshot, relation(u"unindexed_plan_id_fkey"_s),
                                    {{"a"}, {"c"}}, CountBy::Anything);
    QVERIFY2(asked, asked ? "" : qPrintable(asked.error().message));
    QCOMPARE(*asked, (std::vector<int>{0, 1}));
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
    QCOMPARE(row->label, u"Marathon base"_s);
    QStringList names;
    for (const auto &field : row->fields)
        names << field.name;
    // Its key and its name come first.
    QCOMPARE(names, (QStringList{u"id"_s, u"planTitle"_s, u"created_by"_s, u"notes"_s}));
    QVERIFY(row->fields[0].key);
    QCOMPARE(row->fields[2].value, u"me"_s);
    QCOMPARE(row->fields[3].fullLength, qint64(9000));
    QVERIFY(row->fields[3].value.size() < 9000);
    QCOMPARE(row->more, 0);
    const auto gone = readReferenced(*m_connection, m_snapshot, key, {"no such"});
    QVERIFY(!gone);
    QCOMPARE(gone.error().code, Error::Code::NotFound);
}

void TestRelatedRows::readsTheFirstColumnsOnly()
{
    const auto wide = relation(u"narrow_wide_id_fkey"_s);
    const auto row = readReferenced(*m_connection, m_snapshot, wide, {"abcde"});
    QVERIFY2(row, row ? "" : qPrintable(row.error().message));
    QCOMPARE(row->fields.size(), size_t(referencedFields));
    QCOMPARE(row->fields[0].name, u"code"_s);
    QCOMPARE(row->fields[1].name, u"c1"_s);
    QCOMPARE(row->more, 3);
    // A value that does not fit is not cut until it does.
    QVERIFY(!readReferenced(*m_connection, m_snapshot, wide, {"abcdef"}));
}

void TestRelatedRows::takesTheKeyOfARow()
{
    test::FixedRow rows({u"town"_s, u"land"_s, u"country"_s}, {u"Ulm"_s, u"de"_s, u"xx"_s});
    const auto key = relation(u"the 'place'"_s);
    QCOMPARE(pointingKey(rows, 0, key), (RelationKey{"de", "Ulm"}));
    rows.set(1, NullRole, true);
    QVERIFY(!pointingKey(rows, 0, key));
    rows.set(1, NullRole, false);
    rows.set(0, FullLengthRole, qint64(9000));
    QVERIFY(!pointingKey(rows, 0, key));
    rows.set(0, FullLengthRole, qint64(-1));
    // What is staged is followed; what points here knows nothing of it yet.
    rows.set(0, EditMarkRole, QVariant::fromValue(EditMark::Changed));
    rows.set(0, OriginalRole, u"Neu-Ulm"_s);
    rows.set(0, Qt::EditRole, QVariant::fromValue(edit::NewValue::of("Ulm")));
    QCOMPARE(pointingKey(rows, 0, key), (RelationKey{"de", "Ulm"}));
    QCOMPARE(pointedKey(rows, 0, key), (RelationKey{"xx", "Neu-Ulm"}));
    rows.set(0, Qt::EditRole, QVariant::fromValue(edit::NewValue{edit::NewValue::Kind::Default, {}}));
    QVERIFY(!pointingKey(rows, 0, key));
    // A column that is not shown is known by the row's identity.
    const test::FixedRow narrow({u"town"_s}, {u"Ulm"_s});
    QVERIFY(!pointedKey(narrow, 0, key));
    QCOMPARE(pointedKey(narrow, 0, key, {{{u"country"_s, "de"}, {u"town"_s, "?"}}}),
             (RelationKey{"de", "Ulm"}));
}

void TestRelatedRows::conditionFindsWhatPoints()
{
    const auto place = pointingCondition(m_snapshot, relation(u"the 'place'"_s), {"de", "Ulm"});
    QVERIFY(place);
    QCOMPARE(place->parameters.size(), size_t(2));
    const auto found = m_connection->fetch(
        {u"select count(*) from \"odd \"\"schema\".visits as t where "_s + place->text, place->parameters});
    QVERIFY2(found, found ? "" : qPrintable(found.error().message));
    QCOMPARE(found->text(0, 0), u"2"_s);
    auto gone = relation(u"the 'place'"_s);
    gone.to.name = u"nowhere"_s;
    QVERIFY(!pointingCondition(m_snapshot, gone, {"de", "Ulm"}));
}

QTEST_GUILESS_MAIN(TestRelatedRows)
#include "tst_relatedrows.moc"
