#include "core/catalog/introspect.h"
#include "core/pg/connection.h"
#include "core/sql/lint/lint.h"
#include "core/sql/parse.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"

#include <QTest>

#include <algorithm>

using namespace squall;
using namespace Qt::StringLiterals;

/// What a server has accepted holds no mistake in a name.
class TestLintAgreement : public QObject
{
    Q_OBJECT

private slots:
    void acceptsWhatTheServerAccepts_data();
    void acceptsWhatTheServerAccepts();
    void refusesWhatTheServerRefuses_data();
    void refusesWhatTheServerRefuses();

private:
    static const char *schema();
};

const char *TestLintAgreement::schema()
{
    return R"(
create schema shop;
create table shop.customers (id int primary key, name text not null, parent_id int references shop.customers,
                             address jsonb, tags text[]);
create table shop.orders (id int primary key, customer_id int not null references shop.customers,
                          total numeric(10,2) not null, placed_at timestamptz not null default now(), state text);
create table shop.lines (order_id int references shop.orders, number int, amount numeric, primary key (order_id, number));
create type shop.pair as (one int, other text);
create function shop.total(o shop.orders) returns numeric language sql stable as 'select o.total';
create function shop.lines_of(id int, out number int, out amount numeric) returns setof record
    language sql stable as 'select l.number, l.amount from shop.lines l where l.order_id = id';
create view shop.a as select c.id, c.name, o.total, count(*) over (partition by c.id) as n
    from shop.customers c left join shop.orders o on o.customer_id = c.id and o.total > 5;
create view shop.b as with recursive tree as (
        select id, parent_id, name, 1 as depth from shop.customers where parent_id is null
        union all select c.id, c.parent_id, c.name, t.depth + 1 from shop.customers c join tree t on t.id = c.parent_id)
    select depth, array_agg(name order by name) as names from tree group by depth having count(*) > 0;
create view shop.c as select o.id, x.number, x.amount, o.total as whole
    from shop.orders o cross join lateral shop.lines_of(o.id) x where exists (
        select 1 from shop.lines l where l.order_id = o.id and l.amount > x.amount);
create view shop.d as select id, total from shop.orders natural join (values (1, 'x'), (2, 'y')) v (id, word);
create view shop.e as select c.id, e.key, e.value, t.tag, t.position from shop.customers c,
    jsonb_each_text(c.address) e, unnest(c.tags) with ordinality t (tag, position);
create view shop.f as select id, name from shop.customers union select id, state from shop.orders order by 2, id limit 7;
create view shop.g as select coalesce(a.id, b.id) as id, id as merged from shop.customers a full join shop.orders b using (id);
create view shop.h as select j.name, j.total from (shop.customers c join shop.orders o on o.customer_id = c.id)
    as j (a, name, b, c, d, e, f, total, g, h);
create view shop.i as select state as s, sum(total) as t from shop.orders group by grouping sets ((s), ()) order by t;
create view shop.j as select (array[row(1, 'x')::shop.pair])[1].one, (select max(id) from shop.orders where id = c.id) as m
    from shop.customers c tablesample system (50) where c.ctid is not null and c.tableoid is not null;
)";
}

void TestLintAgreement::acceptsWhatTheServerAccepts_data()
{
    QTest::addColumn<int>("version");
    for (const int version : test::TestServer::versions())
        QTest::addRow("%d", version) << version;
}

void TestLintAgreement::acceptsWhatTheServerAccepts()
{
    QFETCH(int, version);
    pg::Connection connection(test::TestServer::of(version).createDatabase());
    NEED(connection.runScript(QString::fromLatin1(schema())));
    auto snapshot = catalog::introspect(connection);
    NEED(snapshot);
    const sql::CompletionCatalog catalog(std::make_shared<const catalog::Snapshot>(*std::move(snapshot)),
                                         {u"shop"_s, u"public"_s});
    // The definitions of the server's own views, and of ours as they are written here and by the server.
    const auto views =
        connection.fetch({u"select schemaname || '.' || viewname, definition from pg_views"_s});
    NEED(views);
    QVERIFY(views->rowCount() > 100);
    int parsed = 0;
    const auto accepts = [&](const QString &name, const QString &text) {
        parsed += sql::checkSyntax(text).ok();
        for (const auto &mark : sql::lint(text, &catalog)) {
            if (mark.severity == sql::Mark::Severity::Error)
                QFAIL(qPrintable(name + u": "_s + mark.rule + u": "_s + mark.message));
        }
    };
    for (int row = 0; row < views->rowCount(); ++row)
        accepts(views->text(row, 0), views->text(row, 1));
    for (const auto &statement : QString::fromLatin1(schema()).split(u";\n"_s, Qt::SkipEmptyParts))
        accepts(statement.left(40), statement);
    QVERIFY(parsed > 100);
}

void TestLintAgreement::refusesWhatTheServerRefuses_data()
{
    QTest::addColumn<QString>("text");
    for (const auto *text :
         {"select nothing from shop.orders", "select o.nothing from shop.orders o",
          "select x.id from shop.orders o", "select * from shop.nothing", "select * from nothing",
          "select id from shop.orders o, shop.customers c", "update shop.orders set nothing = 1 where id = 1",
          "insert into shop.orders (nothing) values (1)",
          "select 1 from shop.orders o where exists (select 1 from shop.lines where o.nothing = 1)",
          "select shop.nothing(1)"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestLintAgreement::refusesWhatTheServerRefuses()
{
    QFETCH(QString, text);
    pg::Connection connection(test::TestServer::of().createDatabase());
    NEED(connection.runScript(QString::fromLatin1(schema())));
    auto snapshot = catalog::introspect(connection);
    NEED(snapshot);
    const sql::CompletionCatalog catalog(std::make_shared<const catalog::Snapshot>(*std::move(snapshot)));
    QVERIFY(!connection.fetch({text}).ok());
    const auto marks = sql::lint(text, &catalog);
    QVERIFY(std::any_of(marks.begin(), marks.end(),
                        [](const sql::Mark &mark) { return mark.severity == sql::Mark::Severity::Error; }));
}

QTEST_GUILESS_MAIN(TestLintAgreement)
#include "tst_lintagreement.moc"
