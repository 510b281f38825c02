#include "models/rowsource.h"

#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;
using catalog::Constraint;
using Identity = RowSource::Identity;

namespace {

catalog::Table people()
{
    catalog::Table table;
    table.schema = u"public"_s;
    table.name = u"people"_s;
    table.columns = {{.name = u"id"_s, .type = u"bigint"_s, .notNull = true},
                     {.name = u"email"_s, .type = u"text"_s, .notNull = true},
                     {.name = u"boss"_s, .type = u"bigint"_s}};
    return table;
}

catalog::Constraint primaryKey()
{
    return {.name = u"people_pkey"_s, .type = Constraint::Type::PrimaryKey, .columns = {u"id"_s}};
}

catalog::Index uniqueOn(const QString &column)
{
    return {.name = column + u"_key"_s, .method = u"btree"_s, .unique = true, .keys = {{.column = column}}};
}

const ObjectId peopleId{Kind::Table, u"public"_s, u"people"_s};

RowSource sourceOf(const catalog::Table &table)
{
    catalog::Snapshot snapshot;
    snapshot.tables = {table};
    return *rowSource(snapshot, peopleId);
}

} // namespace

class TestRowSource : public QObject
{
    Q_OBJECT

private slots:
    void primaryKeyFirst();
    void uniqueAndNotNull();
    void physicalOtherwise();
    void inheritedRowsAreNamedByTheirTable();
    void firstRowsOnly();
    void referencesAndKeys();
    void missing();
};

void TestRowSource::primaryKeyFirst()
{
    auto table = people();
    table.constraints = {primaryKey()};
    table.indexes = {uniqueOn(u"email"_s)};
    QCOMPARE(sourceOf(table).key, QStringList{u"id"_s});
    QCOMPARE(sourceOf(table).identity, Identity::Key);
}

void TestRowSource::uniqueAndNotNull()
{
    auto table = people();
    auto partial = uniqueOn(u"id"_s);
    partial.predicate = u"(boss IS NULL)"_s;
    auto broken = uniqueOn(u"id"_s);
    broken.valid = false;
    table.indexes = {uniqueOn(u"boss"_s), partial, broken, uniqueOn(u"email"_s)};
    QCOMPARE(sourceOf(table).key, QStringList{u"email"_s});
}

void TestRowSource::physicalOtherwise()
{
    QCOMPARE(sourceOf(people()).identity, Identity::Ctid);
    QCOMPARE(sourceOf(people()).key, QStringList{u"ctid"_s});
    auto columnar = people();
    columnar.accessMethod = u"columnar"_s;
    QCOMPARE(sourceOf(columnar).identity, Identity::None);
}

void TestRowSource::inheritedRowsAreNamedByTheirTable()
{
    auto parent = people();
    catalog::Table child = people();
    child.name = u"staff"_s;
    child.inherits = {{u"public"_s, u"people"_s}};
    catalog::Snapshot snapshot;
    snapshot.tables = {parent, child};
    QCOMPARE(rowSource(snapshot, peopleId)->key, QStringList({u"tableoid"_s, u"ctid"_s}));

    snapshot.tables.back().foreign = true;
    QCOMPARE(rowSource(snapshot, peopleId)->identity, Identity::None);

    parent.constraints = {primaryKey()};
    snapshot.tables = {parent, child};
    QCOMPARE(rowSource(snapshot, peopleId)->key, QStringList({u"id"_s, u"tableoid"_s}));
}

void TestRowSource::firstRowsOnly()
{
    auto foreign = people();
    foreign.foreign = true;
    foreign.constraints = {primaryKey()};
    QCOMPARE(sourceOf(foreign).identity, Identity::None);
    auto partitioned = people();
    partitioned.partitionKey = u"LIST (id)"_s;
    QCOMPARE(sourceOf(partitioned).key, QStringList({u"tableoid"_s, u"ctid"_s}));

    catalog::Snapshot snapshot;
    catalog::View view;
    view.schema = u"public"_s;
    view.name = u"people"_s;
    snapshot.views = {view};
    QCOMPARE(rowSource(snapshot, peopleId)->identity, Identity::None);
    snapshot.views.front().materialized = true;
    QCOMPARE(rowSource(snapshot, peopleId)->identity, Identity::Ctid);
}

void TestRowSource::referencesAndKeys()
{
    auto table = people();
    table.constraints = {primaryKey(),
                         {.name = u"boss"_s,
                          .type = Constraint::Type::ForeignKey,
                          .columns = {u"boss"_s},
                          .referencedTable = {u"public"_s, u"people"_s},
                          .referencedColumns = {u"id"_s}}};
    const auto source = sourceOf(table);
    QVERIFY(source.columns[0].primaryKey);
    QVERIFY(!source.columns[1].primaryKey);
    QCOMPARE(source.columns[2].references, u"people"_s);
}

void TestRowSource::missing()
{
    QVERIFY(!rowSource({}, peopleId));
}

QTEST_GUILESS_MAIN(TestRowSource)
#include "tst_rowsource.moc"
