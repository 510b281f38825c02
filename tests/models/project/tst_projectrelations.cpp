#include "models/project/projectrelations.h"

#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;
using Side = drizzle::Relation::Kind;

namespace {

catalog::Constraint key(catalog::Constraint::Type type, const QStringList &columns)
{
    catalog::Constraint made;
    made.name = columns.join(u'_');
    made.type = type;
    made.columns = columns;
    return made;
}

catalog::Table table(const QString &name, const QStringList &columns, const QStringList &primaryKey)
{
    catalog::Table made;
    made.schema = u"public"_s;
    made.name = name;
    for (const auto &each : columns) {
        catalog::Column column;
        column.name = each;
        column.type = u"integer"_s;
        column.notNull = primaryKey.contains(each);
        made.columns.push_back(column);
    }
    if (!primaryKey.isEmpty()) {
        made.constraints.push_back(key(catalog::Constraint::Type::PrimaryKey, primaryKey));
        catalog::Index index;
        index.name = name + u"_pkey"_s;
        index.unique = true;
        for (const auto &each : primaryKey)
            index.keys.push_back({.column = each});
        made.indexes.push_back(index);
    }
    return made;
}

catalog::Snapshot shop()
{
    catalog::Snapshot snapshot;
    snapshot.tables = {
        table(u"items"_s, {u"order_id"_s, u"product_id"_s}, {u"order_id"_s, u"product_id"_s}),
        table(u"orders"_s, {u"id"_s, u"customer_id"_s}, {u"id"_s}),
        table(u"products"_s, {u"id"_s}, {u"id"_s}),
        table(u"profiles"_s, {u"id"_s, u"user_id"_s}, {u"id"_s}),
        table(u"users"_s, {u"id"_s}, {u"id"_s}),
    };
    return snapshot;
}

drizzle::Relation relation(const QString &name, Side kind, const drizzle::RelationSide &from,
                           const drizzle::RelationSide &to)
{
    return {.key = name, .kind = kind, .from = from, .to = to, .place = {u"/shop/relations.ts"_s, 7}};
}

const drizzle::RelationSide customer{u"public.orders"_s, {u"customer_id"_s}};
const drizzle::RelationSide user{u"public.users"_s, {u"id"_s}};

/// `orders.customer_id -> users.id`, one a line.
QStringList words(const std::vector<Relation> &relations)
{
    QStringList lines;
    for (const auto &each : relations)
        lines << each.from.name + u'.' + each.columns.join(u',') + u" -> "_s + each.to.name + u'.' +
                     each.toColumns.join(u',');
    return lines;
}

} // namespace

class TestProjectRelations : public QObject
{
    Q_OBJECT

private slots:
    void bothDirectionsAreOne();
    void manyAloneIsTurned();
    void theOneWithTheKeyPoints();
    void linksAreTwo();
    void whatTheDatabaseLacksIsLeftOut_data();
    void whatTheDatabaseLacksIsLeftOut();
    void foreignKeysSayItFirst();
    void joinsTheSameInAnyOrder();
    void isDeclaredInDiagrams();
};

void TestProjectRelations::bothDirectionsAreOne()
{
    const drizzle::ProjectSchema schema{.relations = {relation(u"orders"_s, Side::Many, user, customer),
                                                      relation(u"customer"_s, Side::One, customer, user)}};
    const auto found = relationsOf(schema, shop());
    QCOMPARE(words(found), QStringList{u"orders.customer_id -> users.id"_s});
    QCOMPARE(found.front().name, u"customer"_s);
    QCOMPARE(found.front().origin, u"relations.ts:7"_s);
    QVERIFY(!found.front().toOne);
    QVERIFY(!found.front().indexed);
}

void TestProjectRelations::manyAloneIsTurned()
{
    const drizzle::ProjectSchema schema{.relations = {relation(u"orders"_s, Side::Many, user, customer)}};
    QCOMPARE(words(relationsOf(schema, shop())), QStringList{u"orders.customer_id -> users.id"_s});
}

void TestProjectRelations::theOneWithTheKeyPoints()
{
    const drizzle::RelationSide profile{u"public.profiles"_s, {u"user_id"_s}};
    const drizzle::ProjectSchema schema{.relations = {relation(u"profile"_s, Side::One, user, profile),
                                                      relation(u"user"_s, Side::One, profile, user)}};
    QCOMPARE(words(relationsOf(schema, shop())), QStringList{u"profiles.user_id -> users.id"_s});
}

void TestProjectRelations::linksAreTwo()
{
    auto products = relation(u"products"_s, Side::Many, {u"public.orders"_s, {u"id"_s}},
                             {u"public.products"_s, {u"id"_s}});
    products.through = {u"public.items"_s, {u"order_id"_s}, {u"product_id"_s}};
    const drizzle::ProjectSchema schema{.relations = {products}};
    QCOMPARE(words(relationsOf(schema, shop())),
             QStringList({u"items.order_id -> orders.id"_s, u"items.product_id -> products.id"_s}));
}

void TestProjectRelations::whatTheDatabaseLacksIsLeftOut_data()
{
    QTest::addColumn<drizzle::Relation>("relation");

    auto faulty = relation(u"x"_s, Side::One, customer, user);
    faulty.fault = drizzle::Relation::Fault::MissingSide;
    QTest::newRow("a fault") << faulty;
    QTest::newRow("no such table") << relation(u"x"_s, Side::One, customer, {u"public.people"_s, {u"id"_s}});
    QTest::newRow("no such schema") << relation(u"x"_s, Side::One, customer, {u"auth.users"_s, {u"id"_s}});
    QTest::newRow("no such column") << relation(u"x"_s, Side::One, {u"public.orders"_s, {u"user_id"_s}},
                                                user);
    QTest::newRow("no columns") << relation(u"x"_s, Side::One, {u"public.orders"_s, {}}, user);
}

void TestProjectRelations::whatTheDatabaseLacksIsLeftOut()
{
    QFETCH(const drizzle::Relation, relation);
    QVERIFY(relationsOf({.relations = {relation}}, shop()).empty());
}

void TestProjectRelations::foreignKeysSayItFirst()
{
    auto snapshot = shop();
    auto foreignKey = key(catalog::Constraint::Type::ForeignKey, {u"customer_id"_s});
    foreignKey.name = u"orders_customer_fk"_s;
    foreignKey.referencedTable = {u"public"_s, u"users"_s};
    foreignKey.referencedColumns = {u"id"_s};
    snapshot.tables[1].constraints.push_back(foreignKey);
    Relations relations(snapshot);
    relations.add(relationsOf({.relations = {relation(u"customer"_s, Side::One, customer, user)}}, snapshot));
    const auto found = relations.to({Kind::Table, u"public"_s, u"users"_s});
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(found.front().name, u"orders_customer_fk"_s);
    QCOMPARE(found.front().origin, QString());
}

void TestProjectRelations::joinsTheSameInAnyOrder()
{
    const Relation one{.from = {Kind::Table, u"public"_s, u"a"_s},
                       .columns = {u"x"_s, u"y"_s},
                       .to = {Kind::Table, u"public"_s, u"b"_s},
                       .toColumns = {u"p"_s, u"q"_s}};
    auto other = one;
    other.columns = {u"y"_s, u"x"_s};
    QVERIFY(!joinSame(one, other));
    other.toColumns = {u"q"_s, u"p"_s};
    QVERIFY(joinSame(one, other));
    other.from.name = u"c"_s;
    QVERIFY(!joinSame(one, other));
}

void TestProjectRelations::isDeclaredInDiagrams()
{
    const auto declared =
        declaredBy({.relations = {relation(u"customer"_s, Side::One, customer, user)}}, shop());
    QCOMPARE(declared.size(), size_t(1));
    QVERIFY(declared.front().optional);
    QVERIFY(!declared.front().single);
    QCOMPARE(declared.front().source, u"relations.ts:7"_s);
}

QTEST_GUILESS_MAIN(TestProjectRelations)
#include "tst_projectrelations.moc"
