#include "core/base/compactjson.h"
#include "core/transfer/arraytext.h"
#include "core/transfer/valuetype.h"
#include "core/transfer/writers.h"

#include <QJsonDocument>
#include <QTest>

using namespace squall;
using namespace squall::transfer;
using namespace Qt::StringLiterals;

namespace {

/// What a text may contain to be taken apart wrongly.
RowSet awkward()
{
    return {.relation = {Kind::Table, u"my app"_s, u"order"_s},
            .columns = {{.name = u"id"_s, .type = u"bigint"_s, .key = true},
                        {.name = u"full name"_s, .type = u"text"_s},
                        {.name = u"amount"_s, .type = u"numeric"_s},
                        {.name = u"ok"_s, .type = u"boolean"_s},
                        {.name = u"meta"_s, .type = u"json"_s}},
            .rows = {
                {"9007199254740993", "O'Brien, \"Al\"\\", "1.10", "t", "{\n  \"n\": 12345678901234567890\n}"},
                {"2", "two\nlines\there", std::nullopt, "f", "\"x\""},
                {"3", "", "NaN", std::nullopt, std::nullopt}}};
}

RowSet one(const QString &type, const char *value)
{
    return {.relation = {Kind::Table, u"s"_s, u"t"_s},
            .columns = {{.name = u"c"_s, .type = type}},
            .rows = {{QByteArray(value)}}};
}

} // namespace

class TestWriters : public QObject
{
    Q_OBJECT

private slots:
    void delimited();
    void html();
    void json();
    void jsonValues_data();
    void jsonValues();
    void markdown();
    void psql();
    void insertAndUpdate();
    void refusals();
    void in();
    void drizzle();
    void drizzleValues_data();
    void drizzleValues();
    void drizzleInAProgram_data();
    void drizzleInAProgram();
    void arrays_data();
    void arrays();
    void numbers_data();
    void numbers();
    void compacting_data();
    void compacting();
    void columnsThatOnlyNameTheRow();
};

void TestWriters::delimited()
{
    const auto rows = awkward();
    QCOMPARE(writeTsv(rows, {.header = true}),
             "id\tfull name\tamount\tok\tmeta\n"
             "9007199254740993\t\"O'Brien, \"\"Al\"\"\\\"\t1.10\ttrue\t\"{\n  \"\"n\"\": "
             "12345678901234567890\n}\"\n"
             "2\t\"two\nlines\there\"\t\tfalse\t\"\"\"x\"\"\"\n"
             "3\t\tNaN\t\t");
    QCOMPARE(writeTsv({.columns = {{.name = u"a"_s}, {.name = u"b"_s}}, .rows = {{std::nullopt, "\\N"}}},
                      {.markNull = true}),
             "\\N\t\"\\N\"");
    QCOMPARE(writeCsv({.columns = {{.name = u"a,b"_s}, {.name = u"c"_s}},
                       .rows = {{"", std::nullopt}, {"x\r\n", "\t"}}}),
             "\"a,b\",c\r\n\"\",\r\n\"x\r\n\",\t\r\n");
}

void TestWriters::html()
{
    QCOMPARE(writeHtml({.columns = {{.name = u"<a>"_s}}, .rows = {{"1 < 2 & 3"}, {std::nullopt}}}, true),
             "<meta charset=\"utf-8\"><table><tr><th>&lt;a&gt;</th></tr><tr><td>1 &lt; 2 &amp; "
             "3</td></tr><tr><td></td></tr></table>");
}

void TestWriters::json()
{
    const auto text = writeJson(awkward());
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(text, &error);
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(document[0][u"full name"].toString(), u"O'Brien, \"Al\"\\"_s);
    QCOMPARE(document[1][u"full name"].toString(), u"two\nlines\there"_s);
    QVERIFY(document[1][u"amount"].isNull());
    QVERIFY2(text.contains("\"id\": 9007199254740993,"), text);
    QVERIFY2(text.contains("{\"n\": 12345678901234567890}"), text);
    QVERIFY(text.contains("\"amount\": \"NaN\""));
    QVERIFY(text.contains("\"amount\": 1.10"));

    const auto lines = writeJsonLines(awkward()).split('\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines.back().isEmpty());
    QCOMPARE(QJsonDocument::fromJson(lines[1])[u"meta"].toString(), u"x"_s);
    QCOMPARE(writeJson({.columns = {{.name = u"a"_s}}}), "[]\n");
}

void TestWriters::jsonValues_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const QString &type, const char *value, const char *json) {
        QTest::newRow(name) << type << QByteArray(value) << QByteArray(json);
    };
    row("exact decimals", u"numeric"_s, "0.1000000000000000055511151231257827",
        "0.1000000000000000055511151231257827");
    row("a float with an exponent", u"double precision"_s, "1e+20", "1e+20");
    row("no number in JSON", u"real"_s, "-Infinity", "\"-Infinity\"");
    row("digits in a text", u"text"_s, "007", "\"007\"");
    row("a bell", u"text"_s, "\a", "\"\\u0007\"");
    row("an array of numbers", u"integer[]"_s, "{{1,2},{3,NULL}}", "[[1, 2], [3, null]]");
    row("an array of texts", u"text[]"_s, "{a,\"b,\\\"c\\\"\",NULL,\"NULL\",\"\"}",
        "[\"a\", \"b,\\\"c\\\"\", null, \"NULL\", \"\"]");
    row("an array of booleans", u"boolean[]"_s, "{t,f}", "[true, false]");
    row("an array of json", u"jsonb[]"_s, "{\"{\\\"a\\\": 1}\"}", "[{\"a\": 1}]");
    row("an array with bounds of its own", u"integer[]"_s, "[2:3]={1,2}", "\"[2:3]={1,2}\"");
    row("money", u"money"_s, "$1.00", "\"$1.00\"");
    row("bytes", u"bytea"_s, "\\xdead", "\"\\\\xdead\"");
}

void TestWriters::jsonValues()
{
    QFETCH(const QString, type);
    QFETCH(const QByteArray, value);
    QFETCH(const QByteArray, json);
    QCOMPARE(writeJsonLines(one(type, value.constData())), "{\"c\": " + json + "}\n");
}

void TestWriters::markdown()
{
    QCOMPARE(writeMarkdown(
                 {.columns = {{.name = u"a|b"_s, .type = u"text"_s}, {.name = u"n"_s, .type = u"integer"_s}},
                  .rows = {{"x\ny|\\", "1"}, {std::nullopt, std::nullopt}}}),
             "| a\\|b | n |\n| --- | ---: |\n| x<br>y\\|\\\\ | 1 |\n| NULL | NULL |\n");
}

void TestWriters::psql()
{
    QCOMPARE(writePsql({.columns = {{.name = u"id"_s, .type = u"integer"_s},
                                    {.name = u"title"_s, .type = u"text"_s}},
                        .rows = {{"1", "Run"}, {"20", "two\nlines"}, {std::nullopt, "änd"}}}),
             " id | title \n"
             "----+-------\n"
             "  1 | Run\n"
             " 20 | two  +\n"
             "    | lines\n"
             "    | änd\n"
             "(3 rows)\n");
}

void TestWriters::insertAndUpdate()
{
    QCOMPARE(
        *writeInsert(awkward()),
        "INSERT INTO \"my app\".\"order\" (id, \"full name\", amount, ok, meta)\nVALUES\n"
        "  (9007199254740993, E'O''Brien, \"Al\"\\\\', 1.10, true, '{\n  \"n\": 12345678901234567890\n}'),\n"
        "  (2, 'two\nlines\there', NULL, false, '\"x\"'),\n"
        "  (3, '', 'NaN', NULL, NULL);\n");
    auto rows = awkward();
    rows.rows.resize(1);
    rows.columns[1].wanted = rows.columns[3].wanted = rows.columns[4].wanted = false;
    QCOMPARE(*writeUpdate(rows),
             "UPDATE \"my app\".\"order\" SET amount = 1.10 WHERE id = 9007199254740993;\n");
    rows.columns[0].identityAlways = true;
    QVERIFY(writeInsert(rows)->contains("(id, amount) OVERRIDING SYSTEM VALUE\n"));
    rows.columns[2].generated = true;
    QVERIFY(!writeInsert(rows)->contains("amount"));
    QCOMPARE(*writeInsert(one(u"double precision"_s, "0.1")), "INSERT INTO s.t (c)\nVALUES\n  ('0.1');\n");
}

void TestWriters::refusals()
{
    auto rows = awkward();
    rows.columns[0].key = false;
    QVERIFY(!writeUpdate(rows));
    rows.columns[0].key = true;
    for (size_t column = 1; column < rows.columns.size(); ++column)
        rows.columns[column].wanted = false;
    QVERIFY(!writeUpdate(rows));
    rows.columns[0].generated = true;
    QVERIFY(!writeInsert(rows));
}

void TestWriters::in()
{
    auto rows = one(u"text"_s, "a'b");
    rows.rows = {{"a'b"}, {"c"}, {std::nullopt}, {"c"}};
    QCOMPARE(*writeIn(rows), "IN ('a''b', 'c')");
    rows.rows = {{std::nullopt}};
    QVERIFY(!writeIn(rows));
    QCOMPARE(
        *writeIn({.columns = {{.name = u"a"_s, .type = u"integer"_s}, {.name = u"b"_s, .type = u"text"_s}},
                  .rows = {{"1", "x"}, {"2", "y"}}}),
        "(a, b) IN ((1, 'x'), (2, 'y'))");
}

void TestWriters::drizzle()
{
    auto rows = awkward();
    rows.columns[4].type = u"jsonb"_s;
    QCOMPARE(
        writeDrizzle(rows),
        ".values([\n"
        "  { id: 9007199254740993n, \"full name\": \"O'Brien, \\\"Al\\\"\\\\\", amount: \"1.10\", ok: true, "
        "meta: {\"n\": 12345678901234567890} },\n"
        "  { id: 2n, \"full name\": \"two\\nlines\\there\", amount: null, ok: false, meta: \"x\" },\n"
        "  { id: 3n, \"full name\": \"\", amount: \"NaN\", ok: null, meta: null },\n"
        "])");
}

void TestWriters::drizzleValues_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("literal");
    const auto row = [](const char *name, const QString &type, const char *value, const char *literal) {
        QTest::newRow(name) << type << QByteArray(value) << QByteArray(literal);
    };
    const auto zoned = u"timestamp with time zone"_s;
    row("a small bigint", u"bigint"_s, "-42", "-42");
    row("a time in UTC", zoned, "2026-11-24 06:30:00+00", "new Date(\"2026-11-24T06:30:00.000Z\")");
    row("a time in a zone", zoned, "2026-03-01 00:15:00.5+05:30", "new Date(\"2026-02-28T18:45:00.500Z\")");
    row("a time west of Greenwich", zoned, "2026-12-31 23:00:00.120000-08",
        "new Date(\"2027-01-01T07:00:00.120Z\")");
    row("microseconds", zoned, "2026-11-24 06:30:00.123456+00", "\"2026-11-24 06:30:00.123456+00\"");
    row("before Christ", zoned, "0044-03-15 12:00:00+00 BC", "\"0044-03-15 12:00:00+00 BC\"");
    row("forever", zoned, "infinity", "\"infinity\"");
    row("without a zone", u"timestamp without time zone"_s, "2026-11-24 06:30:00",
        "new Date(\"2026-11-24T06:30:00.000Z\")");
    row("a date", u"date"_s, "2026-11-24", "\"2026-11-24\"");
    row("bytes", u"bytea"_s, "\\xdeadbeef", "Buffer.from(\"deadbeef\", \"hex\")");
    row("no number", u"real"_s, "-Infinity", "-Infinity");
    row("an array", u"bigint[]"_s, "{1,9007199254740993,NULL}", "[1n, 9007199254740993n, null]");
    row("a prototype", u"jsonb"_s, "{\"__proto__\": 1}", "JSON.parse(\"{\\\"__proto__\\\": 1}\")");
}

void TestWriters::drizzleValues()
{
    QFETCH(const QString, type);
    QFETCH(const QByteArray, value);
    QFETCH(const QByteArray, literal);
    QCOMPARE(writeDrizzle(one(type, value.constData())), ".values([\n  { c: " + literal + " },\n])");
}

void TestWriters::drizzleInAProgram_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<ProgramValue>("mode");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("literal");
    const auto row = [](const char *name, const QString &type, ProgramValue mode, const char *value,
                        const char *literal) {
        QTest::newRow(name) << type << mode << QByteArray(value) << QByteArray(literal);
    };
    const auto zoned = u"timestamp with time zone"_s;
    row("a time as text", zoned, ProgramValue::Text, "2026-11-24 06:30:00+00", "\"2026-11-24 06:30:00+00\"");
    row("a time as a date", zoned, ProgramValue::Date, "2026-11-24 06:30:00+00",
        "new Date(\"2026-11-24T06:30:00.000Z\")");
    row("a day as text", u"date"_s, ProgramValue::Text, "2026-11-24", "\"2026-11-24\"");
    row("a day as a date", u"date"_s, ProgramValue::Date, "2026-11-24", "new Date(\"2026-11-24\")");
    row("forever as a date", u"date"_s, ProgramValue::Date, "infinity", "\"infinity\"");
    row("a bigint", u"bigint"_s, ProgramValue::BigInt, "42", "42n");
    row("a bigint as a number", u"bigint"_s, ProgramValue::Number, "42", "42");
    row("a bigint as text", u"bigint"_s, ProgramValue::Text, "42", "\"42\"");
    row("a numeric as a number", u"numeric"_s, ProgramValue::Number, "1.10", "1.10");
    row("no number", u"numeric"_s, ProgramValue::Number, "NaN", "\"NaN\"");
    row("an array", u"bigint[]"_s, ProgramValue::BigInt, "{1,NULL}", "[1n, null]");
    row("text", u"text"_s, ProgramValue::Text, "1", "\"1\"");
}

void TestWriters::drizzleInAProgram()
{
    QFETCH(const QString, type);
    QFETCH(const ProgramValue, mode);
    QFETCH(const QByteArray, value);
    QFETCH(const QByteArray, literal);
    auto rows = one(type, value.constData());
    rows.programName = u"things"_s;
    rows.columns.front().programKey = u"createdAt"_s;
    rows.columns.front().programValue = mode;
    QCOMPARE(writeDrizzle(rows), ".insert(things).values([\n  { createdAt: " + literal + " },\n])");
}

void TestWriters::arrays_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("readable");
    QTest::newRow("empty") << QByteArray("{}") << true;
    QTest::newRow("nested") << QByteArray("{{a},{b}}") << true;
    QTest::newRow("escaped") << QByteArray("{\"\\\\\",a\\,b}") << true;
    QTest::newRow("not closed") << QByteArray("{a") << false;
    QTest::newRow("more behind it") << QByteArray("{a}b") << false;
    QTest::newRow("an open quote") << QByteArray("{\"a}") << false;
    QTest::newRow("an escape at the end") << QByteArray("{a\\") << false;
    QTest::newRow("boxes, which have another separator") << QByteArray("{(1,1),(0,0);(2,2),(1,1)}") << false;
    QTest::newRow("seven deep") << QByteArray("{{{{{{{1}}}}}}}") << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void TestWriters::arrays()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, readable);
    QCOMPARE(readArray(text).has_value(), readable);
}

void TestWriters::numbers_data()
{
    QTest::addColumn<bool>("number");
    for (const char *text : {"0", "-1", "12.50", "1e+20", "1.5E-7", "0.0"})
        QTest::newRow(text) << true;
    for (const char *text : {"", "-", "01", "1.", ".5", "+1", "1e", "NaN", "Infinity", "0x1", "1 "})
        QTest::newRow(*text ? text : "empty") << false;
}

void TestWriters::numbers()
{
    QFETCH(const bool, number);
    const QByteArray tag = QTest::currentDataTag();
    QCOMPARE(isNumber(tag == "empty" ? QByteArray() : tag), number);
}

void TestWriters::compacting_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("line");
    QTest::newRow("on one line already") << u"{\"a\" :  1}"_s << u"{\"a\" :  1}"_s;
    QTest::newRow("indented") << u"{\n  \"a\": [\n    1,\n    2.50\n  ]\n}\n"_s << u"{\"a\": [1, 2.50]}"_s;
    QTest::newRow("blanks in a string") << u"[\n\"a\\\" \\n  b\"\n]"_s << u"[\"a\\\" \\n  b\"]"_s;
    QTest::newRow("cut off") << u"{\n\"a\": \"b  "_s << u"{\"a\": \"b  "_s;
}

void TestWriters::compacting()
{
    QFETCH(const QString, json);
    QFETCH(const QString, line);
    QCOMPARE(compactJson(json), line);
}

void TestWriters::columnsThatOnlyNameTheRow()
{
    auto rows = awkward();
    rows.columns.front().wanted = false;
    for (const auto &text :
         {writeTsv(rows, {.header = true}), writeCsv(rows), writeHtml(rows, true), writeJson(rows),
          writeMarkdown(rows), writePsql(rows), *writeInsert(rows), *writeIn(rows), writeDrizzle(rows)})
        QVERIFY2(!text.contains("9007199254740993"), text);
}

QTEST_GUILESS_MAIN(TestWriters)
#include "tst_writers.moc"
