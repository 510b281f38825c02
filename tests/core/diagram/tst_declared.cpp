#include "core/catalog/lookup.h"
#include "core/diagram/declared.h"
#include "core/diagram/languages.h"
#include "tests/models/diagram/diagramtables.h"

#include <QTest>

#include <algorithm>

using namespace squall;
using namespace squall::diagram;
using namespace Qt::StringLiterals;

namespace {

ObjectId id(const QString &name)
{
    return {Kind::Table, u"public"_s, name};
}

/// Customers, and orders that point to them without saying so.
catalog::Snapshot shop()
{
    auto customers = test::keyed(u"customers"_s);
    auto orders = test::keyed(u"orders"_s);
    orders.columns.push_back({.name = u"customer_id"_s, .type = u"bigint"_s, .notNull = true});
    orders.columns.push_back({.name = u"customerName"_s, .type = u"text"_s});
    orders.indexes.push_back({.name = u"by_customer"_s, .keys = {{.column = u"customer_id"_s}}});
    catalog::Snapshot snapshot;
    snapshot.tables = {customers, orders};
    return snapshot;
}

const Declared byCustomer{.from = id(u"orders"_s),
                          .columns = {u"customer_id"_s},
                          .to = id(u"customers"_s),
                          .toColumns = {u"id"_s},
                          .optional = false};

} // namespace

class TestDeclared : public QObject
{
    Q_OBJECT

private slots:
    void standsBetweenItsTables();
    void needsItsColumns();
    void aForeignKeySaysItAlready();
    void reachesTheLanguages();
    void proposes_data();
    void proposes();
    void proposesTheLikeliestFirst();
    void proposesSeveralColumns();
};

void TestDeclared::standsBetweenItsTables()
{
    const auto snapshot = shop();
    auto diagram = diagramOf(snapshot);
    declare(diagram, snapshot, {byCustomer});
    QCOMPARE(diagram.references.size(), 1U);
    const auto &reference = diagram.references.front();
    QCOMPARE(reference.name, u"customer_id → id"_s);
    QCOMPARE(reference.from, 1);
    QCOMPARE(reference.to, 0);
    QCOMPARE(reference.columns, std::vector<int>{2});
    QCOMPARE(reference.toColumns, std::vector<int>{0});
    QVERIFY(!reference.optional && !reference.single);
    QCOMPARE(reference.origin, Reference::Origin::Declared);
    const auto &column = diagram.entities[1].columns[2];
    QVERIFY(column.declared && !column.reference);
    QCOMPARE(reference.indexed, catalog::lookupBy(snapshot.tables[1], {u"customer_id"_s}).indexed);
}

void TestDeclared::needsItsColumns()
{
    const auto snapshot = shop();
    auto other = byCustomer;
    other.columns = {u"gone"_s};
    auto third = byCustomer;
    third.to = id(u"gone"_s);
    auto uneven = byCustomer;
    uneven.toColumns << u"name"_s;
    auto diagram = diagramOf(snapshot);
    declare(diagram, snapshot, {other, third, uneven});
    QVERIFY(diagram.references.empty());
    for (const auto &entity : diagram.entities)
        QVERIFY(std::none_of(entity.columns.begin(), entity.columns.end(),
                             [](const Column &each) { return each.declared; }));
}

void TestDeclared::aForeignKeySaysItAlready()
{
    auto snapshot = shop();
    snapshot.tables[1].constraints.push_back({.name = u"orders_customer"_s,
                                              .type = catalog::Constraint::Type::ForeignKey,
                                              .columns = {u"customer_id"_s},
                                              .referencedTable = {u"public"_s, u"customers"_s},
                                              .referencedColumns = {u"id"_s}});
    auto diagram = diagramOf(snapshot);
    declare(diagram, snapshot, {byCustomer, byCustomer});
    QCOMPARE(diagram.references.size(), 1U);
    QCOMPARE(diagram.references.front().origin, Reference::Origin::ForeignKey);
    QVERIFY(proposals(diagram, 1, 0).empty());
}

void TestDeclared::reachesTheLanguages()
{
    const auto snapshot = shop();
    auto diagram = diagramOf(snapshot);
    declare(diagram, snapshot, {byCustomer});
    QVERIFY(toMermaid(diagram).contains(u"\"customers\" ||..o{ \"orders\" : \"customer_id → id\""_s));
    for (const auto &text : {toPlantUml(diagram), toDot(diagram), toDbml(diagram, snapshot)})
        QVERIFY(text != toPlantUml(diagramOf(snapshot)) && text != toDot(diagramOf(snapshot)) &&
                text != toDbml(diagramOf(snapshot), snapshot));
}

void TestDeclared::proposes_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("type");
    QTest::addColumn<bool>("isProposed");

    QTest::newRow("plural") << u"customers"_s << u"customer_id"_s << u"bigint"_s << true;
    QTest::newRow("camel case") << u"customers"_s << u"customerId"_s << u"bigint"_s << true;
    QTest::newRow("-ies") << u"categories"_s << u"category_id"_s << u"bigint"_s << true;
    QTest::newRow("-es") << u"boxes"_s << u"box_id"_s << u"bigint"_s << true;
    QTest::newRow("with a role") << u"users"_s << u"created_by_user_id"_s << u"bigint"_s << true;
    QTest::newRow("a smaller number") << u"customers"_s << u"customer_id"_s << u"integer"_s << true;
    QTest::newRow("another name") << u"customers"_s << u"colour"_s << u"bigint"_s << false;
    QTest::newRow("a name of many") << u"customers"_s << u"name"_s << u"text"_s << false;
    QTest::newRow("any key") << u"customers"_s << u"other_id"_s << u"bigint"_s << false;
}

void TestDeclared::proposes()
{
    QFETCH(QString, table);
    QFETCH(QString, column);
    QFETCH(QString, type);
    QFETCH(bool, isProposed);
    catalog::Snapshot snapshot;
    auto orders = test::keyed(u"zz"_s);
    orders.columns.push_back({.name = column, .type = type});
    auto pointedTo = test::keyed(table);
    pointedTo.indexes.push_back(
        {.name = u"by_name"_s, .method = u"btree"_s, .unique = true, .keys = {{.column = u"name"_s}}});
    snapshot.tables = {pointedTo, orders};
    const auto proposed = proposals(diagramOf(snapshot), 1);
    QCOMPARE(!proposed.empty(), isProposed);
    if (isProposed)
        QCOMPARE(proposed.front(), (Declared{.from = id(u"zz"_s),
                                             .columns = {column},
                                             .to = id(table),
                                             .toColumns = {u"id"_s},
                                             .optional = true}));
}

void TestDeclared::proposesTheLikeliestFirst()
{
    catalog::Snapshot snapshot;
    auto orders = test::keyed(u"orders"_s);
    orders.columns.push_back({.name = u"user_id"_s, .type = u"text"_s});
    orders.columns.push_back({.name = u"author_user_id"_s, .type = u"bigint"_s});
    snapshot.tables = {orders, test::keyed(u"users"_s)};
    const auto proposed = proposals(diagramOf(snapshot), 0, 1);
    QCOMPARE(proposed.size(), 2U);
    QCOMPARE(proposed[0].columns, QStringList{u"author_user_id"_s});
    QCOMPARE(proposed[1].columns, QStringList{u"user_id"_s});
}

void TestDeclared::proposesSeveralColumns()
{
    catalog::Snapshot snapshot;
    auto places = test::table(u"public"_s, u"places"_s);
    places.columns = {{.name = u"country"_s, .type = u"text"_s}, {.name = u"code"_s, .type = u"text"_s}};
    places.constraints = {{.name = u"places_pkey"_s,
                           .type = catalog::Constraint::Type::PrimaryKey,
                           .columns = {u"country"_s, u"code"_s}}};
    auto shops = places;
    shops.name = u"shops"_s;
    shops.constraints.clear();
    snapshot.tables = {places, shops};
    const auto proposed = proposals(diagramOf(snapshot), 1, 0);
    QCOMPARE(proposed.size(), 1U);
    QCOMPARE(proposed.front().columns, (QStringList{u"country"_s, u"code"_s}));
    QCOMPARE(proposed.front().toColumns, proposed.front().columns);
    // The same, looked at from the other end.
    QCOMPARE(proposalsTo(diagramOf(snapshot), 0), proposed);
    QVERIFY(proposalsTo(diagramOf(snapshot), 1).empty());
}

QTEST_GUILESS_MAIN(TestDeclared)

#include "tst_declared.moc"
