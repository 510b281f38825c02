#include "core/base/quote.h"
#include "core/catalog/introspect.h"
#include "core/pg/connection.h"
#include "models/filtersql.h"
#include "models/rowreader.h"
#include "tests/support/testserver.h"

#include <QFile>
#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;
using Op = FilterOperator;
using Part = FilterPlace::Part;

namespace {

FilterNode condition(const QString &column, Op op, const QStringList &values)
{
    return FilterCondition{column, op, values};
}

RowFilter only(const QString &column, Op op, const QStringList &values = {})
{
    RowFilter filter;
    filter.conditions.members.push_back(condition(column, op, values));
    return filter;
}

} // namespace

class TestFilterSql : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_connection.reset(); }
    void everyOperator_data();
    void everyOperator();
    void everyOperatorOnEveryType_data();
    void everyOperatorOnEveryType();
    void wholeFilters();
    void nastyValues();
    void nastyNames();
    void faults_data();
    void faults();
    void faultsOfRows();

private:
    static QString script(int version);
    static RowSource source(pg::Connection &connection, const QString &table);
    RowSource source(const QString &table) { return source(*m_connection, table); }
    QString ids(const RowSource &from, const RowFilter &filter);

    std::unique_ptr<pg::Connection> m_connection;
};

void TestFilterSql::initTestCase()
{
    m_connection = std::make_unique<pg::Connection>(test::TestServer::of().createDatabase());
    const auto done = m_connection->runScript(script(test::TestServer::debianVersion));
    QVERIFY2(done.ok(), done ? "" : qPrintable(done.error().message));
}

/// Before 14 there are no multiranges: ranges stand in for them.
QString TestFilterSql::script(int version)
{
    QFile file(QFINDTESTDATA("filterkinds.sql"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no filterkinds.sql");
    auto text = QString::fromUtf8(file.readAll());
    if (version < 14)
        text.replace(u"int4multirange"_s, u"int4range"_s)
            .replace(u"{[1,3),[7,9)}"_s, u"[1,9)"_s)
            .replace(u"{[20,30)}"_s, u"[20,30)"_s);
    return text;
}

RowSource TestFilterSql::source(pg::Connection &connection, const QString &table)
{
    const auto snapshot = catalog::introspect(connection);
    const auto found = snapshot ? rowSource(*snapshot, {Kind::Table, u"public"_s, table}) : std::nullopt;
    if (!found)
        qFatal("no such table: %s", qPrintable(table));
    return *found;
}

/// The first column of what the filter leaves, in order of the key; or what went wrong.
QString TestFilterSql::ids(const RowSource &from, const RowFilter &filter)
{
    auto filtered = from;
    const auto sql = filterSql(filter, from);
    if (sql.fault)
        return sql.fault->error.message;
    if (!sql.condition.text.isEmpty())
        filtered.condition = sql.condition;
    const auto page = readPage(*m_connection, filtered, rowOrder(filtered, {}), {.limit = 1000});
    if (!page)
        return page.error().message + u" in "_s + sql.condition.text;
    QStringList found;
    for (const auto &batch : page->batches) {
        for (int row = 0; row < batch.rowCount(); ++row)
            found << batch.text(row, 0);
    }
    return found.join(u' ');
}

void TestFilterSql::everyOperator_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<int>("op");
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, const char *column, Op op, const QStringList &values,
                        const char *expected) {
        QTest::newRow(name) << QString::fromLatin1(column) << static_cast<int>(op) << values
                            << QString::fromLatin1(expected);
    };
    row("number equal", "n", Op::Equal, {u"2.5"_s}, "2");
    row("number not rounded to the column", "n", Op::Less, {u"1.001"_s}, "1 3");
    row("not equal leaves NULL out", "n", Op::NotEqual, {u"1"_s}, "2 3");
    row("less or equal", "n", Op::LessOrEqual, {u"1"_s}, "1 3");
    row("greater", "n", Op::Greater, {u"1"_s}, "2");
    row("greater or equal", "n", Op::GreaterOrEqual, {u"1"_s}, "1 2");
    row("between", "n", Op::Between, {u"-5"_s, u"1"_s}, "1 3");
    row("any of", "n", Op::AnyOf, {u"1"_s, u"2.5"_s, u"7"_s}, "1 2");
    row("none of", "n", Op::NoneOf, {u"1"_s, u"7"_s}, "2 3");
    row("text not cut to the column", "t", Op::Equal, {u"50%_\\ and more"_s}, "");
    row("blank-padded text", "c", Op::Equal, {u"ab"_s}, "1");
    row("blank-padded text not cut", "c", Op::Equal, {u"abcdefgh"_s}, "");
    row("bits", "bits", Op::Equal, {u"101"_s}, "1");
    row("bits not cut", "bits", Op::Greater, {u"1010"_s}, "3");
    row("contains, in any case", "t", Op::Contains, {u"on"_s}, "1 3");
    row("contains a wildcard", "t", Op::Contains, {u"%"_s}, "2 3");
    row("contains an underscore", "t", Op::Contains, {u"_"_s}, "2");
    row("ends with a backslash", "t", Op::EndsWith, {u"\\"_s}, "2");
    row("starts with", "t", Op::StartsWith, {u"50%"_s}, "2");
    row("contains, of a number", "n", Op::Contains, {u".5"_s}, "2");
    row("like", "t", Op::Like, {u"o%"_s}, "1");
    row("not like", "t", Op::NotLike, {u"o%"_s}, "2 3");
    row("ilike", "t", Op::ILike, {u"o%"_s}, "1 3");
    row("regular expression", "t", Op::Matches, {u"^(o|5)"_s}, "1 2");
    row("null", "t", Op::IsNull, {}, "4");
    row("not null", "t", Op::IsNotNull, {}, "1 2 3");
    row("true", "flag", Op::IsTrue, {}, "1");
    row("false", "flag", Op::IsFalse, {}, "2");
    row("enum", "e", Op::AnyOf, {u"so so"_s, u"it's fine"_s}, "2 3");
    row("enum order", "e", Op::Greater, {u"sad"_s}, "2 3");
    row("enum contains", "e", Op::Contains, {u"'s"_s}, "3");
    row("time", "at", Op::GreaterOrEqual, {u"2026-06-01 10:00+00"_s}, "2 3");
    row("time not rounded", "at", Op::Less, {u"2026-01-01 10:00:00.4+00"_s}, "1");
    row("date between", "day", Op::Between, {u"2026-01-01"_s, u"2026-06-01"_s}, "1 2");
    row("uuid", "uid", Op::Equal, {u"00000000-0000-0000-0000-000000000001"_s}, "1");
    row("uuid ends with", "uid", Op::EndsWith, {u"FF"_s}, "3");
    row("json path that compares", "js", Op::JsonPath, {u"$.a > 1"_s}, "2");
    row("json path that filters", "jb", Op::JsonPath, {u"$.a ? (@ == 1)"_s}, "1");
    row("json path to a truth", "jb", Op::JsonPath, {u"$.ok"_s}, "1");
    row("json path through a list", "js", Op::JsonPath, {u"$[*] == 1"_s}, "3");
    row("json contains", "js", Op::JsonContains, {u"{\"a\": 2}"_s}, "2");
    row("jsonb equal", "jb", Op::Equal, {u"{\"ok\":true,\"a\":1}"_s}, "1");
    row("json equal by its text", "js", Op::Equal, {u"{\"a\": 1}"_s}, "1");
    row("array holds", "arr", Op::Holds, {u"b"_s}, "1 2");
    row("array holds all", "arr", Op::Holds, {u"b"_s, u"c,d"_s}, "2");
    row("array of numbers", "nums", Op::Holds, {u"3"_s}, "2");
    row("domain over an array", "dom", Op::Holds, {u"z\"q"_s}, "2");
    row("array equal", "arr", Op::Equal, {u"{a,b}"_s}, "1");
    row("range holds a point", "r", Op::Holds, {u"5"_s}, "2");
    row("range holds a range", "r", Op::Holds, {u"[2,4)"_s}, "1");
    row("range of dates", "d", Op::Holds, {u"2026-02-14"_s}, "2");
    row("a range of one's own", "own", Op::Holds, {u"1.5"_s}, "1 2");
    row("multirange", "m", Op::Holds, {u"8"_s}, "1");
    row("text search", "ts", Op::FullText, {u"run"_s}, "1");
    row("text search in text", "t", Op::FullText, {u"one"_s}, "1 3");
    row("point", "p", Op::Equal, {u"(1,2)"_s}, "1");
    row("xml", "x", Op::AnyOf, {u"<b/>"_s}, "2");
    row("bytes", "b", Op::Equal, {u"\\x03"_s}, "2");
    row("address", "ip", Op::Greater, {u"10.0.0.1"_s}, "2");
}

void TestFilterSql::everyOperator()
{
    QFETCH(const QString, column);
    QFETCH(const int, op);
    QFETCH(const QStringList, values);
    QTEST(ids(source(u"kinds"_s), only(column, static_cast<Op>(op), values)), "expected");
}

void TestFilterSql::everyOperatorOnEveryType_data()
{
    QTest::addColumn<int>("version");
    for (const int version : test::TestServer::versions())
        QTest::newRow(qPrintable(u"on PostgreSQL %1"_s.arg(version))) << version;
}

/// What is offered for a column is what the server can do with it.
void TestFilterSql::everyOperatorOnEveryType()
{
    QFETCH(const int, version);
    pg::Connection connection(test::TestServer::of(version).createDatabase());
    const auto made = connection.runScript(script(version));
    QVERIFY2(made.ok(), made ? "" : qPrintable(made.error().message));
    const auto kinds = source(connection, u"kinds"_s);
    for (const auto &column : kinds.columns) {
        const auto sample =
            connection.fetch({u"select %1::text from kinds where id = 1"_s.arg(quote(column.name))});
        QVERIFY(sample.ok());
        for (const auto op : operatorsFor(column)) {
            auto value = sample->text(0, 0);
            if (op == Op::JsonPath)
                value = u"$.a"_s;
            else if (op == Op::FullText || op == Op::Matches)
                value = u"a"_s;
            else if (op == Op::Holds && column.traits.kind == TypeKind::Array)
                value = u"1"_s;
            const int count = std::abs(valueCount(op));
            const auto filter =
                only(column.name, op, QStringList(count, value.isNull() ? u"2026-01-01"_s : value));
            const auto fault = checkFilter(connection, filter, kinds);
            QVERIFY2(!fault, fault ? qPrintable(column.name + u": "_s + fault->error.message) : "");
        }
    }
}

void TestFilterSql::wholeFilters()
{
    const auto kinds = source(u"kinds"_s);
    RowFilter filter;
    QCOMPARE(ids(kinds, filter), u"1 2 3 4"_s);
    filter.where = u"id <> 3 -- not the third"_s;
    QCOMPARE(ids(kinds, filter), u"1 2 4"_s);
    FilterGroup either{.any = true, .members = {}};
    either.members = {condition(u"n"_s, Op::Equal, {u"1"_s}), FilterGroup{},
                      condition(u"t"_s, Op::IsNull, {})};
    filter.conditions.members = {condition(u"id"_s, Op::Less, {u"5"_s}), either,
                                 FilterGroup{.any = true, .members = {}}};
    QCOMPARE(ids(kinds, filter), u"1 4"_s);
    filter.conditions.any = true;
    QCOMPARE(ids(kinds, filter), u"1 2 4"_s);
    filter.quickFind = u"50%_"_s;
    QCOMPARE(ids(kinds, filter), u"2"_s);
    filter.where = u"true) or (true"_s;
    QCOMPARE(filterSql(filter, kinds).fault->place, FilterPlace{Part::Where});
    QCOMPARE(filterSql(filter, kinds).fault->error.position, 5);
}

void TestFilterSql::nastyValues()
{
    QVERIFY(m_connection->runScript(
        u"create table nasty (id serial primary key, v text, deleted_at timestamptz)"_s));
    const auto cyclone = u"🌀 ümläut"_s;
    const QStringList pool{u""_s,      u"'"_s,    u"\""_s,   u"\\"_s,
                           u"%"_s,     u"_"_s,    u"\\%"_s,  u"'; drop table nasty; --"_s,
                           u"$1"_s,    u"$$"_s,   u"%1"_s,   u"/* */"_s,
                           u"{a,b}"_s, u"null"_s, u"\n\t"_s, cyclone,
                           u"a\\'b"_s};
    for (const auto &value : pool)
        QVERIFY(m_connection->fetch({u"insert into nasty (v) values ($1)"_s, {value.toUtf8()}}));
    const auto nasty = source(u"nasty"_s);
    const auto matching = [&](auto test) {
        QStringList found;
        for (int i = 0; i < pool.size(); ++i) {
            if (test(pool[i]))
                found << QString::number(i + 1);
        }
        return found.join(u' ');
    };
    for (const auto &value : pool) {
        QCOMPARE(ids(nasty, only(u"v"_s, Op::Equal, {value})), matching([&](auto &v) { return v == value; }));
        QCOMPARE(ids(nasty, only(u"v"_s, Op::NoneOf, {value})),
                 matching([&](auto &v) { return v != value; }));
        QCOMPARE(ids(nasty, only(u"v"_s, Op::Contains, {value})),
                 matching([&](auto &v) { return v.contains(value); }));
        QCOMPARE(ids(nasty, only(u"v"_s, Op::StartsWith, {value})),
                 matching([&](auto &v) { return v.startsWith(value); }));
        QCOMPARE(ids(nasty, only(u"v"_s, Op::EndsWith, {value})),
                 matching([&](auto &v) { return v.endsWith(value); }));
        QCOMPARE(ids(nasty, {.quickFind = value}), matching([&](auto &v) { return v.contains(value); }));
    }
    QVERIFY(m_connection->runScript(u"update nasty set deleted_at = now() where id > 2"_s));
    QCOMPARE(ids(nasty, {.hideDeleted = true}), u"1 2"_s);
}

void TestFilterSql::nastyNames()
{
    const QStringList names{u"t"_s,       u"a \"b\""_s, u"%1 %2"_s,  u"$1"_s,
                            u"where ("_s, u"select"_s,  u"Ünï;--"_s, u"'"_s};
    for (const auto &table : names) {
        QStringList columns{u"id int primary key"_s};
        for (const auto &name : names)
            columns << quote(name) + u" text"_s;
        const auto done = m_connection->runScript(
            u"create table "_s + quote(table) + u" ("_s + columns.join(u", ") + u"); insert into "_s +
            quote(table) +
            u" select g, 'v' || g, 'v' || g, 'v' || g, 'v' || g, 'v' || g, 'v' || g, 'v' || g, 'v' || g"
            " from generate_series(1, 3) g"_s);
        QVERIFY2(done.ok(), done ? "" : qPrintable(done.error().message));
        const auto named = source(table);
        for (const auto &name : names) {
            QCOMPARE(ids(named, only(name, Op::Equal, {u"v2"_s})), u"2"_s);
            QCOMPARE(ids(named, only(name, Op::EndsWith, {u"3"_s})), u"3"_s);
        }
        const auto fault = checkFilter(*m_connection, {.where = u"nothing = 1"_s}, named);
        QVERIFY(fault);
        QCOMPARE(fault->error.position, 1);
    }
}

void TestFilterSql::faults_data()
{
    QTest::addColumn<RowFilter>("filter");
    QTest::addColumn<std::optional<FilterPlace>>("place");
    QTest::addColumn<int>("position");
    QTest::addColumn<QString>("words");

    using Place = std::optional<FilterPlace>;
    const Place first = FilterPlace{Part::Conditions, {0}};
    QTest::newRow("none") << only(u"n"_s, Op::Equal, {u"1"_s}) << Place() << 0 << QString();
    QTest::newRow("no such column") << only(u"gone"_s, Op::IsNull) << first << 0 << u"gone"_s;
    QTest::newRow("no value") << only(u"n"_s, Op::AnyOf) << first << 0 << u"value"_s;
    QTest::newRow("one value too few") << only(u"n"_s, Op::Between, {u"1"_s}) << first << 0 << u"two"_s;
    QTest::newRow("no number") << only(u"n"_s, Op::Equal, {u"twelve"_s}) << first << 0 << u"\"twelve\""_s;
    QTest::newRow("no such label") << only(u"e"_s, Op::Equal, {u"glad"_s}) << first << 0 << u"\"glad\""_s;
    QTest::newRow("a pattern") << only(u"t"_s, Op::Matches, {u"a("_s}) << first << 0
                               << u"regular expression"_s;
    QTest::newRow("a path") << only(u"jb"_s, Op::JsonPath, {u"$.("_s}) << first << 0 << u"jsonpath"_s;
    RowFilter nested = only(u"n"_s, Op::Equal, {u"1"_s});
    FilterGroup group{.any = true, .members = {}};
    group.members = {condition(u"n"_s, Op::IsNull, {}), condition(u"day"_s, Op::Less, {u"someday"_s})};
    nested.conditions.members.emplace_back(group);
    QTest::newRow("inside a group") << nested << Place(FilterPlace{Part::Conditions, {1, 1}}) << 0
                                    << u"someday"_s;
    const Place where = FilterPlace{Part::Where};
    QTest::newRow("a word the server does not know")
        << RowFilter{.where = u"n = 1 and foo > 2"_s} << where << 11 << u"foo"_s;
    QTest::newRow("syntax") << RowFilter{.where = u"'🏃' = t and and"_s} << where << 13 << u"\"and\""_s;
    QTest::newRow("at the very end") << RowFilter{.where = u"n = "_s} << where << 5 << u"\")\""_s;
    QTest::newRow("not a truth") << RowFilter{.where = u"n"_s} << where << 1 << u"boolean"_s;
    QTest::newRow("never sent") << RowFilter{.where = u"n = 1; drop table kinds"_s} << where << 6
                                << u"semicolon"_s;
    const auto reaching = [&](const QString &condition, const QString &words) {
        QTest::newRow(qUtf8Printable(words)) << RowFilter{.where = condition} << where << 0 << words;
    };
    reaching(u"n > 0 and pg_terminate_backend(id)"_s, u"pg_terminate_backend"_s);
    reaching(u"dblink_exec('', 'delete from kinds') is null"_s, u"dblink_exec"_s);
    reaching(u"\"pg_reload_conf\" /* */ ()"_s, u"pg_reload_conf"_s);
    reaching(u"lo_export(id::oid, '/tmp/x') = 1"_s, u"lo_export"_s);
    reaching(u"set_config('a.b', 'x', false) = 'x'"_s, u"set_config"_s);
    QTest::newRow("a setting for this reading")
        << RowFilter{.where = u"set_config('a.b', 'x', true) = 'x'"_s} << Place() << 0 << QString();
    RowFilter searching = only(u"n"_s, Op::Equal, {u"1"_s});
    searching.hideDeleted = true;
    QTest::newRow("nothing says what is deleted")
        << searching << Place(FilterPlace{Part::Deleted}) << 0 << u"deleted"_s;
}

void TestFilterSql::faults()
{
    QFETCH(const RowFilter, filter);
    QFETCH(const std::optional<FilterPlace>, place);
    QFETCH(const QString, words);
    const auto fault = checkFilter(*m_connection, filter, source(u"kinds"_s));
    QCOMPARE(fault.has_value(), place.has_value());
    if (!fault)
        return;
    QVERIFY(fault->place == place);
    QTEST(fault->error.position, "position");
    QVERIFY2(fault->error.message.contains(words), qPrintable(fault->error.message));
}

/// What only fails on some row is found by trying the first ones.
void TestFilterSql::faultsOfRows()
{
    const auto kinds = source(u"kinds"_s);
    RowFilter filter = only(u"id"_s, Op::Less, {u"9"_s});
    filter.where = u"1 / (id - 2) > 0"_s;
    QVERIFY(!checkFilter(*m_connection, filter, kinds));
    auto filtered = kinds;
    filtered.condition = filterSql(filter, kinds).condition;
    const auto page = readPage(*m_connection, filtered, rowOrder(filtered, {}), {.limit = 10});
    QVERIFY(!page);
    const auto fault = blame(*m_connection, filter, kinds, page.error());
    QVERIFY(fault.place == FilterPlace{Part::Where});
    QCOMPARE(fault.error.sqlState, u"22012"_s);
}

QTEST_GUILESS_MAIN(TestFilterSql)
#include "tst_filtersql.moc"
