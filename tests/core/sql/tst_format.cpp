#include "core/sql/format.h"

#include "tests/core/sql/corpus.h"
#include "tests/core/sql/kept.h"

#include <QTest>

using namespace squall;
using namespace Qt::StringLiterals;
using sql::FormatOptions;

class TestFormat : public QObject
{
    Q_OBJECT

private slots:
    void layouts_data();
    void layouts();
    void options();
    void corpusKeepsItsMeaning_data();
    void corpusKeepsItsMeaning();
};

void TestFormat::layouts_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, QStringView script, QStringView expected) {
        QTest::newRow(name) << script.toString() << expected.toString();
    };
    row("short", u"select  a,b from  c where d=1 ;", u"SELECT a, b FROM c WHERE d = 1;\n");
    row("two on a line", u"select 1;select 2", u"SELECT 1;\nSELECT 2\n");
    row("clauses",
        u"select a.id, a.name, count(*) as n from authors a left join books b on b.author = a.id where "
        u"a.born > 1900 "
        u"group by a.id order by n desc limit 10;",
        u"SELECT a.id, a.name, count(*) AS n\n"
        "FROM authors a\n"
        "LEFT JOIN books b ON b.author = a.id\n"
        "WHERE a.born > 1900\n"
        "GROUP BY a.id\n"
        "ORDER BY n DESC\n"
        "LIMIT 10;\n");
    row("lists and terms",
        u"select first_column_of_many, second_column_of_many, third_column_of_many, fourth_column from t "
        u"where "
        u"first_column_of_many between 1 and 2 and second_column_of_many = 'x' or third_column_of_many is "
        u"null",
        u"SELECT\n"
        "    first_column_of_many,\n"
        "    second_column_of_many,\n"
        "    third_column_of_many,\n"
        "    fourth_column\n"
        "FROM t\n"
        "WHERE first_column_of_many BETWEEN 1 AND 2\n"
        "    AND second_column_of_many = 'x'\n"
        "    OR third_column_of_many IS NULL\n");
    row("subqueries",
        u"with recent as (select id, placed from orders where placed > now() - interval '30 days' and state "
        u"<> 'void'), "
        u"x as (select 1) select * from recent where id in (select order_id from lines where amount > 10 and "
        u"product is "
        u"not null);",
        u"WITH recent AS (\n"
        "    SELECT id, placed\n"
        "    FROM orders\n"
        "    WHERE placed > now() - interval '30 days' AND state <> 'void'\n"
        "),\n"
        "x AS (SELECT 1)\n"
        "SELECT *\n"
        "FROM recent\n"
        "WHERE id IN (\n"
        "    SELECT order_id FROM lines WHERE amount > 10 AND product IS NOT NULL\n"
        ");\n");
    row("a table",
        u"create table people (id bigint generated always as identity primary key, name text not null, born "
        u"date);",
        u"CREATE TABLE people (\n"
        "    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,\n"
        "    name text NOT NULL,\n"
        "    born date\n"
        ");\n");
    row("a case",
        u"select case when amount > 1000 then 'much of it' when amount > 100 then 'some of it' else 'hardly "
        u"any' end as words from t",
        u"SELECT CASE\n"
        "        WHEN amount > 1000 THEN 'much of it'\n"
        "        WHEN amount > 100 THEN 'some of it'\n"
        "        ELSE 'hardly any'\n"
        "    END AS words\n"
        "FROM t\n");
    row("comments",
        u"-- head\n\n\n\nselect a, -- the first\n b /* second */ , c\n-- from here\nfrom t; -- done\n-- tail",
        u"-- head\n\nSELECT\n    a, -- the first\n    b /* second */,\n    c\n-- from here\nFROM t; -- "
        u"done\n-- tail\n");
    row("signs", u"select -1, a-1, a - -1, - b, 2*-3, not a, @-5, a::int[], (b)[1:2], c.*,d .e from t",
        u"SELECT -1, a - 1, a - -1, - b, 2 * -3, NOT a, @-5, a::int[], (b)[1:2], c.*, d.e\n"
        "FROM t\n");
    row("functions that are keywords", u"select left(a,1), replace(b,'x','y') from t",
        u"SELECT left(a, 1), replace(b, 'x', 'y') FROM t\n");
    row("names keep their case", u"Select T.Order, Total as Value, \"From\" from T",
        u"SELECT T.Order, Total AS Value, \"From\" FROM T\n");
    row("a string that goes on", u"select 'a'\n  'b' as c", u"SELECT 'a'\n    'b' AS c\n");
    row("an insert",
        u"insert into t (a, b) values (1, 'some text of a certain length'), (2, 'some text of a certain "
        u"length') on conflict "
        u"(a) do update set b = excluded.b returning a",
        u"INSERT INTO t (a, b)\n"
        "VALUES\n"
        "    (1, 'some text of a certain length'),\n"
        "    (2, 'some text of a certain length')\n"
        "ON CONFLICT (a) DO UPDATE SET b = excluded.b\n"
        "RETURNING a\n");
    row("what is unfinished stays", u"select   1;\nselect   (a,\n", u"SELECT 1;\nselect   (a,");
    row("commands stay", u"\\x\nselect   1 \\gx\nselect   2\n\\echo  a\n;",
        u"\\x\nSELECT 1 \\gx\nselect   2\n\\echo  a\n;\n");
    row("rows stay", u"select   1;copy t  from stdin;\n1  2\n\\.\nselect   2;",
        u"SELECT 1;\ncopy t  from stdin;\n1  2\n\\.\nSELECT 2;\n");
    const auto deep = u"select "_s + u"("_s.repeated(100000) + u'1' + u")"_s.repeated(100000);
    row("nested too deeply", deep, deep + u'\n');
    row("nothing", u" \n", u"");
}

void TestFormat::layouts()
{
    QFETCH(const QString, script);
    const auto formatted = sql::format(script);
    QTEST(formatted, "expected");
    QCOMPARE(sql::format(formatted), formatted);
}

void TestFormat::options()
{
    const auto script = u"Select A from T where b in (1, 2) And c"_s;
    QCOMPARE(sql::format(script, {.keywords = FormatOptions::Case::Lower}),
             u"select A from T where b in (1, 2) and c\n"_s);
    QCOMPARE(sql::format(script, {.keywords = FormatOptions::Case::Keep}),
             u"Select A from T where b in (1, 2) And c\n"_s);
    QCOMPARE(sql::format(script, {.width = 20, .indent = 2}),
             u"SELECT A\nFROM T\nWHERE b IN (1, 2)\n  AND c\n"_s);
}

void TestFormat::corpusKeepsItsMeaning_data()
{
    QTest::addColumn<QString>("script");
    for (const auto &file : test::corpus())
        QTest::newRow(qPrintable(file.name)) << file.text;
}

void TestFormat::corpusKeepsItsMeaning()
{
    QFETCH(const QString, script);
    for (const int width : {1, 40, 80}) {
        const auto formatted = sql::format(script, {.width = width});
        QCOMPARE(test::kept(formatted), test::kept(script));
        QCOMPARE(test::meanings(formatted), test::meanings(script));
        QCOMPARE(sql::format(formatted, {.width = width}), formatted);
    }
}

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
