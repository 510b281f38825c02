#include "core/catalog/introspect.h"
#include "core/edit/rowkey.h"
#include "core/edit/viewsource.h"
#include "core/pg/connection.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace squall;
using namespace squall::edit;
using namespace Qt::StringLiterals;

namespace {

const auto script = uR"(
create table customer (id int primary key, "Name" text, code text not null unique);
create table orders (id int primary key, customer int not null references customer, total numeric);
create table line (orders int references orders, n int, item text, primary key (orders, n));
create table bare (a int);
create function twice(x int) returns int language sql immutable as 'select x * 2';
create function many(x int) returns setof int language sql immutable as 'select generate_series(1, x)';
create view plain as select id, "Name", twice(id) as double from customer where id > 3 order by "Name";
create view renamed as select c.code as "Code!", upper(c."Name") as loud from customer c;
create view nested as select "Code!" as code from renamed where "Code!" <> 'OR';
create view hides as select "Name" from customer;
create view joined as select o.id, o.total, c."Name" from orders o join customer c on c.id = o.customer;
create view turned as select c."Name", o.id as number from customer c join orders o on o.customer = c.id and true;
create view outerly as select l.orders, l.n, c."Name" from line l left join orders o on o.id = l.orders
    left join customer c on c.id = o.customer;
create view crossed as select a.id as one, b.id as other from customer a cross join customer b;
create view nullable as select c.id, o.id as orders from customer c left join orders o on o.customer = c.id;
create view either as select o.id from orders o join customer c on c.id = o.customer or c.id = 1;
create view counted as select customer, count(*) from orders group by customer;
create view once as select distinct id from orders;
create view united as select id from orders union all select id from customer;
create view first as select id from orders limit 3;
create view series as select id, generate_series(1, 3) as n from orders;
create view own_series as select id, many(3) as n from orders;
create view keyless as select a from bare;
create view subquery as select id, (select count(*) from line l where l.orders = o.id) as lines from orders o;
create materialized view stored as select id from orders;
create function nothing() returns trigger language plpgsql as 'begin return new; end';
create trigger t instead of update on joined for each row execute function nothing();
create view above as select id, total from joined;
)"_s;

} // namespace

class TestRowKey : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void keys_data();
    void keys();
    void origins();

private:
    catalog::Snapshot m_snapshot;
};

void TestRowKey::initTestCase()
{
    pg::Connection connection(test::TestServer::of().createDatabase());
    NEED(connection.runScript(script));
    auto snapshot = catalog::introspect(connection);
    NEED(snapshot);
    m_snapshot = *std::move(snapshot);
}

void TestRowKey::keys_data()
{
    QTest::addColumn<QStringList>("key");
    QTest::addColumn<bool>("writable");
    QTest::newRow("customer") << QStringList{u"id"_s} << true;
    QTest::newRow("line") << QStringList{u"orders"_s, u"n"_s} << true;
    QTest::newRow("bare") << QStringList{u"ctid"_s} << true;
    QTest::newRow("plain") << QStringList{u"id"_s} << true;
    QTest::newRow("renamed") << QStringList{u"Code!"_s} << true;
    QTest::newRow("nested") << QStringList{u"code"_s} << true;
    QTest::newRow("hides") << QStringList() << false;
    QTest::newRow("joined") << QStringList{u"id"_s} << true;
    QTest::newRow("turned") << QStringList{u"number"_s} << false;
    QTest::newRow("outerly") << QStringList{u"orders"_s, u"n"_s} << false;
    QTest::newRow("crossed") << QStringList{u"one"_s, u"other"_s} << false;
    QTest::newRow("nullable") << QStringList() << false;
    QTest::newRow("either") << QStringList() << false;
    QTest::newRow("counted") << QStringList() << false;
    QTest::newRow("once") << QStringList() << false;
    QTest::newRow("united") << QStringList() << false;
    QTest::newRow("first") << QStringList() << false;
    QTest::newRow("series") << QStringList() << false;
    QTest::newRow("own_series") << QStringList() << false;
    QTest::newRow("keyless") << QStringList() << false;
    QTest::newRow("subquery") << QStringList{u"id"_s} << true;
    QTest::newRow("stored") << QStringList{u"ctid"_s} << false;
    QTest::newRow("above") << QStringList{u"id"_s} << true;
    QTest::newRow("nowhere") << QStringList() << false;
}

void TestRowKey::keys()
{
    QFETCH(QStringList, key);
    QFETCH(bool, writable);
    const auto found = rowKey(m_snapshot, {Kind::Table, u"public"_s, QLatin1String(QTest::currentDataTag())});
    QCOMPARE(found.columns, key);
    QCOMPARE(found.refusal.isEmpty(), writable);
}

void TestRowKey::origins()
{
    const ObjectId nested{Kind::View, u"public"_s, u"nested"_s};
    const auto origin = originOf(m_snapshot, nested, u"code"_s);
    QVERIFY(origin);
    QCOMPARE(origin->relation.name, u"customer"_s);
    QCOMPARE(origin->column, u"code"_s);
    QVERIFY(!originOf(m_snapshot, {Kind::View, u"public"_s, u"renamed"_s}, u"loud"_s));
    QVERIFY(writesThroughTriggers(m_snapshot, {Kind::View, u"public"_s, u"above"_s}));
    QVERIFY(!writesThroughTriggers(m_snapshot, nested));
}

QTEST_GUILESS_MAIN(TestRowKey)
#include "tst_rowkey.moc"
