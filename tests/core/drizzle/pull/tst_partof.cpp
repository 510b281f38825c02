#include "core/drizzle/pull/partof.h"

#include "core/drizzle/evaluateschema.h"
#include "core/drizzle/typescript/projectnames.h"
#include "core/drizzle/typescript/writeschema.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace squall;
using namespace squall::drizzle;
using namespace Qt::StringLiterals;

namespace {

Table table(const QString &name, const std::vector<Column> &columns, const QString &schema = {})
{
    Table made{.name = name, .schema = schema};
    for (const auto &column : columns)
        made.columns.set(column.name, column);
    return made;
}

/// Orders of customers with a state, in a schema of their own, and numbers of invoices from a sequence.
Pulled shop()
{
    Pulled shop;
    shop.snapshot = emptySnapshot();
    shop.snapshot.id.clear();
    shop.snapshot.prevId.clear();
    shop.outside = shop.snapshot;
    shop.snapshot.schemas.set(u"sales"_s, u"sales"_s);
    shop.snapshot.enums.set(u"sales.state"_s, {u"state"_s, u"sales"_s, {u"open"_s, u"paid"_s}});
    shop.snapshot.enums.set(u"public.mood"_s, {u"mood"_s, u"public"_s, {u"calm"_s}});
    shop.snapshot.sequences.set(u"public.invoice_numbers"_s, {.name = u"invoice_numbers"_s,
                                                              .schema = u"public"_s,
                                                              .increment = u"1"_s,
                                                              .startWith = u"1"_s,
                                                              .minValue = u"1"_s,
                                                              .maxValue = u"9223372036854775807"_s,
                                                              .cache = u"1"_s,
                                                              .cycle = false});
    const Column id{.name = u"id"_s, .type = u"integer"_s, .primaryKey = true, .notNull = true};
    auto orders = table(u"orders"_s,
                        {id,
                         {.name = u"customer_id"_s, .type = u"integer"_s},
                         {.name = u"state"_s, .type = u"state"_s, .typeSchema = u"sales"_s}},
                        u"sales"_s);
    orders.foreignKeys.set(u"orders_customer"_s, {.name = u"orders_customer"_s,
                                                  .tableFrom = u"orders"_s,
                                                  .tableTo = u"customers"_s,
                                                  .columnsFrom = {u"customer_id"_s},
                                                  .columnsTo = {u"id"_s},
                                                  .onDelete = u"no action"_s,
                                                  .onUpdate = u"no action"_s});
    shop.snapshot.tables.set(
        u"public.customers"_s,
        table(u"customers"_s, {id, {.name = u"mood"_s, .type = u"mood"_s, .typeSchema = u"public"_s}}));
    shop.snapshot.tables.set(
        u"public.invoices"_s,
        table(u"invoices"_s, {{.name = u"number"_s,
                               .type = u"bigint"_s,
                               .defaultValue = Json{"\"nextval('invoice_numbers'::regclass)\""}}}));
    shop.snapshot.tables.set(u"sales.orders"_s, orders);
    return shop;
}

template<typename Value>
QStringList keysOf(const Members<Value> &members)
{
    QStringList keys;
    for (const auto &[key, value] : members)
        keys << key;
    return keys;
}

} // namespace

class TestPartOf : public QObject
{
    Q_OBJECT

private slots:
    void whatIsUsedComesAlong();
    void whatIsReferredToStandsOutside();
    void isTheSameAgain();
    void keepsTheNamesOfTheProject();
    void namesThatCannotBeAreMade_data();
    void namesThatCannotBeAreMade();
};

void TestPartOf::whatIsUsedComesAlong()
{
    const auto whole = shop();
    const auto invoices = partOf(whole, {u"public.invoices"_s});
    QCOMPARE(keysOf(invoices.snapshot.tables), QStringList{u"public.invoices"_s});
    QCOMPARE(keysOf(invoices.snapshot.sequences), QStringList{u"public.invoice_numbers"_s});
    QVERIFY(invoices.snapshot.enums.empty());
    QVERIFY(invoices.snapshot.schemas.empty());

    const auto both = partOf(whole, {u"sales.orders"_s, u"public.customers"_s});
    QCOMPARE(keysOf(both.snapshot.tables), QStringList({u"public.customers"_s, u"sales.orders"_s}));
    QCOMPARE(keysOf(both.snapshot.schemas), QStringList{u"sales"_s});
    QCOMPARE(both.snapshot.enums.size(), 2U);
    QVERIFY(both.outside.tables.empty());
}

void TestPartOf::whatIsReferredToStandsOutside()
{
    const auto orders = partOf(shop(), {u"sales.orders"_s});
    QCOMPARE(keysOf(orders.snapshot.tables), QStringList{u"sales.orders"_s});
    QCOMPARE(keysOf(orders.snapshot.enums), QStringList{u"sales.state"_s});
    QCOMPARE(keysOf(orders.outside.tables), QStringList{u"public.customers"_s});
    QCOMPARE(keysOf(orders.outside.tables.find(u"public.customers"_s)->columns), QStringList{u"id"_s});
}

void TestPartOf::isTheSameAgain()
{
    const auto part = partOf(shop(), {u"sales.orders"_s, u"public.invoices"_s});
    const auto written = writeSchema({.snapshot = part.snapshot, .outside = part.outside});
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"schema.ts"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(written.schema.toUtf8());
    file.close();
    ProjectFiles files(folder.path());
    const auto again =
        evaluateSchema({.entries = {path}}, files, {.program = QStringLiteral(SQUALL_EVALUATE)});
    QVERIFY2(again, again ? "" : qPrintable(again.error().message + u'\n' + written.schema));
    QCOMPARE(again->snapshot.tables, written.snapshot.tables);
    QCOMPARE(again->snapshot.enums, written.snapshot.enums);
    QCOMPARE(again->snapshot.sequences, written.snapshot.sequences);
}

void TestPartOf::keepsTheNamesOfTheProject()
{
    ProjectSchema project;
    Declaration customers{.name = u"clients"_s};
    customers.columns.set(u"id"_s, {.key = u"clientId"_s});
    project.tables.set(u"public.customers"_s, customers);
    project.enums.set(u"public.mood"_s, {.name = u"moods"_s});
    const auto part = partOf(shop(), {u"public.customers"_s, u"sales.orders"_s});
    const auto text =
        writeSchema({.snapshot = part.snapshot, .outside = part.outside, .known = namesIn(project)}).schema;
    QVERIFY2(text.contains(u"export const clients = pgTable(\"customers\""), qPrintable(text));
    QVERIFY2(text.contains(u"clientId: integer(\"id\")"), qPrintable(text));
    QVERIFY2(text.contains(u"export const moods = pgEnum(\"mood\""), qPrintable(text));
    QVERIFY2(text.contains(u"clients.clientId"), qPrintable(text));
    // What the project does not know is named as ever.
    QVERIFY2(text.contains(u"customerId: integer(\"customer_id\")"), qPrintable(text));
}

void TestPartOf::namesThatCannotBeAreMade_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("of the language") << u"default"_s;
    QTest::newRow("of drizzle-orm") << u"pgTable"_s;
    QTest::newRow("no name") << u"a b"_s;
    QTest::newRow("nothing") << QString();
}

void TestPartOf::namesThatCannotBeAreMade()
{
    QFETCH(const QString, name);
    ProjectSchema project;
    project.tables.set(u"public.customers"_s, {.name = name});
    const auto part = partOf(shop(), {u"public.customers"_s});
    const auto text =
        writeSchema({.snapshot = part.snapshot, .outside = part.outside, .known = namesIn(project)}).schema;
    QVERIFY2(text.contains(u"export const customers = pgTable(\"customers\""), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestPartOf)
#include "tst_partof.moc"
