#include "testschema.h"

#include "core/sql/describe.h"

#include <QFile>
#include <QTest>

using namespace squall;
using namespace Qt::StringLiterals;

/// What a name means, and what Ctrl+click opens. In the texts `|` is where somebody points.
class TestDescribe : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void describes_data();
    void describes();
    void saysWhereItIsDeclared();
    void knowsTheDetails();

private:
    std::optional<sql::Description> at(QString text) const;

    std::unique_ptr<sql::CompletionCatalog> m_catalog;
};

void TestDescribe::initTestCase()
{
    QFile file(QStringLiteral(SQUALL_CASES "/schema.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_catalog = std::make_unique<sql::CompletionCatalog>(test::readSchema(QString::fromUtf8(file.readAll())));
}

std::optional<sql::Description> TestDescribe::at(QString text) const
{
    const auto place = text.indexOf(u'|');
    text.remove(place, 1);
    return sql::describeAt(text, place, *m_catalog);
}

void TestDescribe::describes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("object");
    QTest::addColumn<QString>("type");

    const auto nothing = QString();
    QTest::newRow("a table") << u"select * from us|ers"_s << u"public.users"_s << nothing;
    QTest::newRow("a table of a schema") << u"select * from audit.us|ers"_s << u"audit.users"_s << nothing;
    QTest::newRow("a schema") << u"select * from au|dit.users"_s << u"audit"_s << nothing;
    QTest::newRow("a joined table") << u"select * from users u join ord|ers o on true"_s << u"public.orders"_s
                                    << nothing;
    QTest::newRow("a view") << u"select * from active_|users"_s << u"public.active_users"_s << nothing;
    QTest::newRow("a column") << u"select em|ail from users"_s << u"public.users.email"_s << u"text"_s;
    QTest::newRow("a column behind an alias")
        << u"select o.sta|tus from orders o"_s << u"public.orders.status"_s << u"public.order_status"_s;
    QTest::newRow("at its end") << u"select o.status| from orders o"_s << u"public.orders.status"_s
                                << u"public.order_status"_s;
    QTest::newRow("a column in a condition")
        << u"select 1 from orders where to|tal > 5"_s << u"public.orders.total"_s << u"numeric(10,2)"_s;
    QTest::newRow("a column through a common table")
        << u"with x as (select total as t from orders) select | t from x"_s.replace(u"| t"_s, u"t|"_s)
        << u"public.orders.total"_s << u"numeric(10,2)"_s;
    QTest::newRow("a column of a join's condition")
        << u"select 1 from orders o join users u on o.user_id = u.i|d"_s << u"public.users.id"_s
        << u"bigint"_s;
    QTest::newRow("a computed column")
        << u"select n| from (select count(*) as n from users) s"_s << nothing << u"bigint"_s;
    QTest::newRow("an alias") << u"select u|.email from users u"_s << u"public.users"_s << u"users"_s;
    QTest::newRow("an alias where it is given")
        << u"select u.email from users u|"_s << u"public.users"_s << u"users"_s;
    QTest::newRow("an outer column") << u"select (select u.em|ail) from users u"_s << u"public.users.email"_s
                                     << u"text"_s;
    QTest::newRow("a function") << u"select order_to|tal(1)"_s << u"public.order_total(order_id bigint)"_s
                                << u"numeric"_s;
    QTest::newRow("a function of a schema")
        << u"select hr.raise_sal|ary(1, 2)"_s << u"hr.raise_salary(employee_id integer, percent numeric)"_s
        << u"numeric"_s;
    QTest::newRow("a function of the server") << u"select low|er('A')"_s << nothing << u"text"_s;
    QTest::newRow("a type") << u"select 'new'::order_st|atus"_s << u"public.order_status"_s << nothing;
    QTest::newRow("a column to set") << u"update users set na|me = 'x'"_s << u"public.users.name"_s
                                     << u"text"_s;
    QTest::newRow("a column to insert")
        << u"insert into users (em|ail) values ('x')"_s << u"public.users.email"_s << u"text"_s;
    QTest::newRow("a table to write to") << u"delete from ord|ers"_s << u"public.orders"_s << nothing;
    QTest::newRow("a name in quotes")
        << u"select \"First|Name\" from \"Customers\""_s << u"public.Customers.FirstName"_s << u"text"_s;
    QTest::newRow("a table to drop") << u"drop table ord|ers"_s << u"public.orders"_s << nothing;
    QTest::newRow("a view's query") << u"create view v as select em|ail from users"_s
                                    << u"public.users.email"_s << u"text"_s;
    QTest::newRow("in a body") << u"do $$ begin update users set na|me = 'x'; end $$"_s
                               << u"public.users.name"_s << u"text"_s;
}

void TestDescribe::describes()
{
    QFETCH(const QString, text);
    const auto found = at(text);
    QVERIFY(found);
    QTEST(found->object ? found->object->text() : QString(), "object");
    QTEST(found->type, "type");
    const auto place = text.indexOf(u'|');
    QVERIFY(found->start <= place && place <= found->start + found->length);
}

void TestDescribe::saysWhereItIsDeclared()
{
    const auto alias = at(u"select u|.email from users u"_s);
    QVERIFY(alias);
    QCOMPARE(alias->declared, 20);
    const auto table = at(u"with recent as (select 1) select * from rec|ent"_s);
    QVERIFY(table);
    QCOMPARE(table->declared, 5);
    QCOMPARE(table->definition, u"select 1"_s);
    QVERIFY(!at(u"sel|ect 1"_s));
    QVERIFY(!at(u"select 'ema|il' from users"_s));
    QVERIFY(!at(u"select nobody_knows|_this from users"_s));
}

void TestDescribe::knowsTheDetails()
{
    QCOMPARE(at(u"select crea|ted_at from users"_s)->definition, u"now()"_s);
    QCOMPARE(at(u"select 'S'::hr.le|vel"_s)->definition, u"junior, senior, lead"_s);
    QVERIFY(
        at(u"select order_to|tal(1)"_s)->definition.contains(u"order_total(order_id bigint) → numeric"_s));
}

QTEST_GUILESS_MAIN(TestDescribe)
#include "tst_describe.moc"
