#include "core/catalog/introspect.h"
#include "core/edit/simplecheck.h"
#include "core/edit/validate.h"
#include "core/pg/connection.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace squall;
using namespace squall::edit;
using namespace Qt::StringLiterals;

/// What is refused here has to be refused by the server too; the other way round the server may know more.
class TestValidate : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void types_data();
    void types();
    void columns_data();
    void columns();
    void decimals_data();
    void decimals();

private:
    std::unique_ptr<pg::Connection> m_connection;
    catalog::Snapshot m_snapshot;
};

namespace {

const auto script = uR"(
create type mood as enum ('sad', 'it''s ok', 'happy');
create domain positive as int check (value > 0);
create domain short as varchar(5) not null check (length(value) >= 2);
create table checked (
    id int primary key,
    age int check (age between 0 and 150),
    price numeric(6,2) check (price > 0.5),
    state text check (state in ('open', 'it''s shut')),
    tag varchar(20) check (length(tag) <= 3 and tag <> 'no'),
    level int check (level in (1, -2, 3) or level > 100),
    odd int check (odd % 2 = 1),
    p positive, s short, m mood,
    needed text not null, filled text not null default 'x',
    twice int generated always as (id * 2) stored);
create table mended (id int primary key, name text not null check (name <> ''));
create function mend() returns trigger language plpgsql as 'begin new.name := ''x''; return new; end';
create trigger mend before insert on mended for each row execute function mend();
)"_s;

} // namespace

void TestValidate::initTestCase()
{
    m_connection = std::make_unique<pg::Connection>(test::TestServer::of().createDatabase());
    NEED(m_connection->runScript(script));
    auto snapshot = catalog::introspect(*m_connection);
    NEED(snapshot);
    m_snapshot = *std::move(snapshot);
}

void TestValidate::types_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArrayList>("good");
    QTest::addColumn<QByteArrayList>("bad");
    const auto add = [](const char *type, const QByteArrayList &good, const QByteArrayList &bad) {
        QTest::newRow(type) << QString::fromLatin1(type) << good << bad;
    };
    add("smallint", {"-32768", " 7 ", "+007"}, {"32768", "1.5", "", "x", "1e3"});
    add("integer", {"2147483647"}, {"2147483648", "-2147483649", "--1"});
    add("bigint", {"9223372036854775807", "-9223372036854775808"}, {"9223372036854775808", "1 2"});
    add("numeric", {"1e10", ".5", "5.", "NaN", "-0.0000000000000000000000000001"}, {"", "1,5", "0.5.1", "."});
    add("numeric(6,2)", {"9999.99", "-9999.990", "0001234.5"}, {"10000", "-123456", "NaNa"});
    add("double precision", {"1e-300", "-Infinity", "inf", "nan"}, {"one", "1e"});
    add("boolean", {"t", "FALSE", "on", "of", "1", " yes "}, {"o", "2", "", "truee"});
    add("uuid", {"a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11", "{A0EEBC999C0B4EF8BB6D6BB9BD380A11}"},
        {"a0eebc99-9c0b-4ef8-bb6d", "g0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11",
         "{a0eebc999c0b4ef8bb6d6bb9bd380a11"});
    add("date", {"2024-02-29", "today", "infinity", "12/25/2026", "Dec 25, 2026", "0044-03-15 BC"},
        {"2026-02-30", "2026-13-01", "soon", ""});
    add("timestamp with time zone", {"2026-11-21 10:00+01", "now", "2026-11-21T10:00Z"},
        {"2026-02-29 10:00", "x"});
    add("time without time zone", {"24:00", "23:59:60", "04:05 PM", "allballs"}, {"25:00", "10:61", "noon?"});
    add("inet", {"10.0.0.1", "10.0.0.0/8", "::1", "fe80::1/64"},
        {"10.0.0.256", "10.0.0.1/33", "host", "::1/129"});
    add("bit(3)", {"101", "b101"}, {"10", "1010", "102"});
    add("bit varying(3)", {"", "10"}, {"1010"});
    add("character varying(3)", {"abc", "äöü", "a   ", "abc  "}, {"abcd"});
    add("character(2)", {"a", "ab "}, {"abc"});
    add("bytea", {"\\x", "\\xC0fe", "\\x c0 fe", "text"}, {"\\x1", "\\xzz"});
    add("public.mood", {"it's ok", "sad"}, {"SAD", "sad ", ""});
    add("integer[]", {"{1,2}", " { 1 , NULL } ", "{}", "[2:3]={1,2}", "{{1},{2}}"},
        {"{1,x}", "{1,2", "1,2", "", "{1,,2}", "{1,{2}}", "[2:3]={1}", "{99999999999}", "{\"\"}"});
    add("text[]", {"{\"a,b\",\"\"}", "{a b,\"{\"}", "{null,NULL}"}, {"{\"a}", "{a\"b}", "{a}}"});
    add("character varying(3)[]", {"{abc,\"a   \"}"}, {"{abcd}"});
    add("box[]", {"{(1,1),(0,0);(2,2),(0,0)}"}, {"{(1,1),(0,0)"});
    add("public.mood[]", {"{sad,\"it's ok\"}"}, {"{SAD}"});
    add("public.positive[]", {"{1}"}, {"{one}"});
    add("json", {" {\"a\": [1, 2.50e3]} ", "\"x\"", "null"}, {"", "{a: 1}", "{\"a\": 01}", "[1,]", "{} {}"});
    add("jsonb", {"{\"a\": 12345678901234567890.10}"}, {"\"\\u0000\"", "{\"a\"}", "tru"});
    add("jsonb[]", {"{\"{\\\"a\\\": 1}\",null}"}, {"{\"{a}\"}"});
    add("interval", {"1 day"}, {});
}

void TestValidate::types()
{
    QFETCH(QString, type);
    QFETCH(QByteArrayList, good);
    QFETCH(QByteArrayList, bad);
    NEED(m_connection->runScript(u"drop table if exists one; create table one (v %1)"_s.arg(type)));
    for (const auto &text : good) {
        QCOMPARE(typeFault(m_snapshot, type, text), QString());
        NEED(m_connection->fetch({u"insert into one values ($1)"_s, {text}}));
    }
    for (const auto &text : bad) {
        QVERIFY2(!typeFault(m_snapshot, type, text).isEmpty(), text.constData());
        QVERIFY2(!m_connection->fetch({u"insert into one values ($1)"_s, {text}}), text.constData());
    }
    if (type == u"numeric(6,2)") // The server would round it without a word.
        QVERIFY(!typeFault(m_snapshot, type, "1.005").isEmpty());
}

void TestValidate::columns_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QByteArrayList>("good");
    QTest::addColumn<QByteArrayList>("bad");
    const auto add = [](const char *column, const QByteArrayList &good, const QByteArrayList &bad) {
        QTest::newRow(column) << QString::fromLatin1(column) << good << bad;
    };
    const QByteArray null;
    add("age", {"0", "150", null}, {"-1", "151"});
    add("price", {"0.51", "1"}, {"0.50", "-3", "0.5"});
    add("state", {"open", "it's shut", null}, {"Open", ""});
    add("tag", {"abc", "äöü", ""}, {"abcd", "no"});
    add("level", {"1", "-2", "101"}, {"2", "100"});
    add("odd", {"1"}, {});
    add("p", {"1", null}, {"0"});
    add("s", {"ab"}, {"a", "abcdef", null});
    add("m", {"happy"}, {"glad"});
    add("needed", {""}, {null});
    add("filled", {"y"}, {null});
}

void TestValidate::columns()
{
    QFETCH(QByteArrayList, good);
    QFETCH(QByteArrayList, bad);
    const ObjectId relation{Kind::Table, u"public"_s, u"checked"_s};
    const auto column = QString::fromLatin1(QTest::currentDataTag());
    const auto write = [&](const QByteArray &text) {
        const auto value = text.isNull() ? Query::Parameter() : Query::Parameter(text);
        return m_connection->fetch(
            {column == u"needed"
                 ? u"insert into checked (id, s, needed) values ((random() * 1e9)::int, 'ab', $1)"_s
             : column == u"s"
                 ? u"insert into checked (id, needed, s) values ((random() * 1e9)::int, 'x', $1)"_s
                 : u"insert into checked (id, s, needed, %1) values ((random() * 1e9)::int, 'ab', 'x', $1)"_s
                       .arg(column),
             {value}});
    };
    const auto asNew = [](const QByteArray &text) {
        return text.isNull() ? NewValue::null() : NewValue::of(text);
    };
    for (const auto &text : good) {
        QCOMPARE(fault(m_snapshot, relation, column, asNew(text)), QString());
        NEED(write(text));
    }
    for (const auto &text : bad) {
        QVERIFY2(!fault(m_snapshot, relation, column, asNew(text)).isEmpty(), text.constData());
        QVERIFY2(!write(text), text.constData());
    }
    const NewValue standard{.kind = NewValue::Kind::Default};
    QCOMPARE(fault(m_snapshot, relation, u"needed"_s, standard).isEmpty(), false);
    QCOMPARE(fault(m_snapshot, relation, u"filled"_s, standard), QString());
    QVERIFY(!fault(m_snapshot, relation, u"twice"_s, NewValue::of("2")).isEmpty());
    const ObjectId mended{Kind::Table, u"public"_s, u"mended"_s};
    QCOMPARE(fault(m_snapshot, mended, u"name"_s, NewValue::null()), QString());
    QCOMPARE(fault(m_snapshot, mended, u"name"_s, NewValue::of("")), QString());
}

void TestValidate::decimals_data()
{
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<int>("order");
    QTest::newRow("signs") << QByteArray("-1") << QByteArray("1") << -1;
    QTest::newRow("zeros") << QByteArray("-0.00") << QByteArray("0") << 0;
    QTest::newRow("leading zeros") << QByteArray("0012") << QByteArray("12.0") << 0;
    QTest::newRow("length") << QByteArray("9") << QByteArray("10") << -1;
    QTest::newRow("decimals") << QByteArray("1.10") << QByteArray("1.09999999999999999999999") << 1;
    QTest::newRow("prefix") << QByteArray("1.1") << QByteArray("1.11") << -1;
    QTest::newRow("negative") << QByteArray("-10") << QByteArray("-9") << -1;
}

void TestValidate::decimals()
{
    QFETCH(QByteArray, one);
    QFETCH(QByteArray, other);
    QFETCH(int, order);
    QCOMPARE(compareDecimals(one, other), std::optional<int>(order));
    QCOMPARE(compareDecimals(other, one), std::optional<int>(-order));
    QVERIFY(!compareDecimals(one, "1e3"));
    QVERIFY(!compareDecimals("", one));
}

QTEST_GUILESS_MAIN(TestValidate)
#include "tst_validate.moc"
