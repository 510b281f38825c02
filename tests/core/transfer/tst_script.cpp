#include "core/transfer/script.h"

#include "core/server/localserver.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace squall;
using namespace squall::transfer;
using namespace Qt::StringLiterals;

class TestScript : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void formats_data();
    void formats();
    void psqlPrintsTheSame_data();
    void psqlPrintsTheSame();
    void manyRowsArriveInPieces();
    void namesBecomeNumbers();
    void refusedBeforeAnythingRuns_data();
    void refusedBeforeAnythingRuns();
    void errorsHaveTheirPlace_data();
    void errorsHaveTheirPlace();
    void theFirstErrorEnds();
    void rowsGoInAndOut();

private:
    struct Outcome
    {
        Result<Done> result;
        QString text;
    };
    Outcome run(const QString &script, const ScriptOptions &options = {});
    int count(const QString &table);

    pg::ConnectionOptions m_database;
    std::unique_ptr<pg::Connection> m_connection;
};

void TestScript::initTestCase()
{
    m_database = test::TestServer::of().createDatabase();
    m_connection = std::make_unique<pg::Connection>(m_database);
}

TestScript::Outcome TestScript::run(const QString &script, const ScriptOptions &options)
{
    QByteArray text;
    auto result = runScript(*m_connection, script, options, [&](const QByteArray &piece) { text += piece; });
    return {std::move(result), QString::fromUtf8(text)};
}

int TestScript::count(const QString &table)
{
    const auto reply = m_connection->fetch({u"select count(*) from "_s + table});
    return reply ? reply->text(0, 0).toInt() : -1;
}

void TestScript::formats_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, RowFormat format, const QString &script, const QString &expected) {
        QTest::newRow(name) << script << static_cast<int>(format) << expected;
    };
    const auto rows = u"select * from (values (1, 'a,b', true, null), (2, '', false, 'x')) v (n, s, b, t)"_s;
    row("aligned", RowFormat::Aligned, rows,
        u" n |  s  | b | t \n---+-----+---+---\n 1 | a,b | t | \n 2 |     | f | x\n(2 rows)\n"_s);
    row("records", RowFormat::Records, u"select 1 as a, 'two' as bb"_s,
        u"-[ RECORD 1 ]\na  | 1\nbb | two\n"_s);
    row("csv", RowFormat::Csv, rows, u"n,s,b,t\r\n1,\"a,b\",true,\r\n2,\"\",false,x\r\n"_s);
    row("json", RowFormat::Json, rows,
        u"[\n  {\"n\": 1, \"s\": \"a,b\", \"b\": true, \"t\": null},\n"
        "  {\"n\": 2, \"s\": \"\", \"b\": false, \"t\": \"x\"}\n]\n"_s);
    row("json lines", RowFormat::JsonLines, u"select 1 as a; select '{2}'::int[] as b"_s,
        u"{\"a\": 1}\n{\"b\": [2]}\n"_s);
    row("markdown", RowFormat::Markdown, rows,
        u"| n | s | b | t |\n| ---: | --- | --- | --- |\n| 1 | a,b | true | NULL |\n| 2 |  | false | x |\n"_s);
    row("no rows", RowFormat::Aligned, u"select 1 as a where false"_s, u" a \n---\n(0 rows)\n"_s);
    row("no rows as records", RowFormat::Records, u"select 1 as a where false"_s, u"(0 rows)\n"_s);
    row("no rows as json", RowFormat::Json, u"select 1 as a where false"_s, u"[]\n"_s);
    row("one name twice", RowFormat::JsonLines, u"select 1 as a, 2 as a, 3 as a_2"_s,
        u"{\"a\": 1, \"a_2\": 2, \"a_2_2\": 3}\n"_s);
    row("numbers stay as they are", RowFormat::JsonLines,
        u"select 12345678901234567890.10 as n, 'NaN'::float8 as f"_s,
        u"{\"n\": 12345678901234567890.10, \"f\": \"NaN\"}\n"_s);
    row("what was done", RowFormat::Aligned,
        u"create temp table done (a int); insert into done values (1), (2)"_s,
        u"CREATE TABLE\nINSERT 0 2\n"_s);
    row("what was done, for programs", RowFormat::Csv,
        u"create temp table silent (a int); insert into silent values (1) returning a"_s, u"a\r\n1\r\n"_s);
    row("two results", RowFormat::Aligned, u"select 1 as a; select 2 as b;"_s,
        u" a \n---\n 1\n(1 row)\n\n b \n---\n 2\n(1 row)\n"_s);
    row("one as a record", RowFormat::Aligned, u"select 1 as a \\gx\nselect 2 as b;"_s,
        u"-[ RECORD 1 ]\na | 1\n\n b \n---\n 2\n(1 row)\n"_s);
    row("records from here on", RowFormat::Aligned, u"\\x\nselect 1 as a; \\x off\nselect 2 as b;"_s,
        u"-[ RECORD 1 ]\na | 1\n\n b \n---\n 2\n(1 row)\n"_s);
    row("the last one again", RowFormat::JsonLines, u"select 1 as a; \\g\n\\g"_s,
        u"{\"a\": 1}\n{\"a\": 1}\n{\"a\": 1}\n"_s);
    row("forgotten and ended", RowFormat::JsonLines, u"select 'lost' \\r\nselect 1 as a; \\q\nselect 2;"_s,
        u"{\"a\": 1}\n"_s);
    row("sent together", RowFormat::JsonLines, u"select 1 as a\\; select 2 as b;"_s, u"{\"b\": 2}\n"_s);
    row("nothing", RowFormat::Aligned, u"-- nothing\n;;"_s, QString());
}

void TestScript::formats()
{
    QFETCH(const QString, script);
    QFETCH(const int, format);
    const auto outcome = run(script, {.format = static_cast<RowFormat>(format)});
    NEED(outcome.result);
    QTEST(outcome.text, "expected");
}

void TestScript::psqlPrintsTheSame_data()
{
    QTest::addColumn<QString>("query");

    QTest::newRow("numbers and words") << u"select 1 as one, 'a' as long_name, 2.50 as n, null as x"_s;
    QTest::newRow("several lines") << u"select E'a\\nbb\\nc' as text, 1 as n, E'x\\n' as tail"_s;
    QTest::newRow("many rows")
        << u"select x, x * 100 as y, repeat('z', x) as z from generate_series(1, 30) x"_s;
    QTest::newRow("a long name") << u"select 1 as a_name_that_is_longer_than_the_label, 'value' as b"_s;
    QTest::newRow("a name as long as the label") << u"select 1 as exactly_13___, 2 as b"_s;
    QTest::newRow("a name a little shorter") << u"select 1 as exactly_11_, 'and a longer value' as b"_s;
    QTest::newRow("long values") << u"select repeat('value ', 12) as a, 1 as b"_s;
    QTest::newRow("letters beyond ASCII") << u"select 'größe' as maß, 'äöü' as x"_s;
    QTest::newRow("tabs") << u"select E'a\\tb' as a"_s;
    QTest::newRow("nothing") << u"select 1 as a, 2 as b where false"_s;
    QTest::newRow("kinds")
        << u"select true as b, now() > 'epoch' as c, '{1,2}'::int[] as d, '1'::xid as e, 1::money as f"_s;
}

void TestScript::psqlPrintsTheSame()
{
    QFETCH(const QString, query);
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PGHOST"_s, QString::fromUtf8(m_database.value("host")));
    environment.insert(u"PGPORT"_s, QString::fromUtf8(m_database.value("port")));
    environment.insert(u"PGUSER"_s, QString::fromUtf8(m_database.value("user")));
    environment.insert(u"PGDATABASE"_s, QString::fromUtf8(m_database.value("dbname")));
    environment.insert(u"PGCLIENTENCODING"_s, u"UTF8"_s);
    for (const bool records : {false, true}) {
        QProcess psql;
        psql.setProcessEnvironment(environment);
        psql.start(test::TestServer::binaries(test::TestServer::debianVersion) + u"/psql"_s,
                   {u"-X"_s, u"-q"_s, records ? u"-x"_s : u"-q"_s, u"-c"_s, query});
        QVERIFY(psql.waitForFinished());
        auto expected = QString::fromUtf8(psql.readAllStandardOutput());
        // Its blank line below.
        if (expected.endsWith(u"\n\n"))
            expected.chop(1);
        const auto outcome = run(query, {.format = records ? RowFormat::Records : RowFormat::Aligned});
        NEED(outcome.result);
        QCOMPARE(outcome.text, expected);
    }
}

void TestScript::manyRowsArriveInPieces()
{
    int pieces = 0;
    qsizetype largest = 0;
    qsizetype lines = 0;
    const auto done =
        runScript(*m_connection, u"select x, repeat('y', 100) from generate_series(1, 50000) x"_s,
                  {.format = RowFormat::Csv}, [&](const QByteArray &piece) {
                      ++pieces;
                      largest = std::max(largest, piece.size());
                      lines += piece.count('\n');
                  });
    NEED(done);
    QCOMPARE(lines, 50001);
    QVERIFY(pieces >= 50);
    QVERIFY2(largest < 1 << 20, qPrintable(QString::number(largest)));
}

void TestScript::namesBecomeNumbers()
{
    const ScriptOptions options{.format = RowFormat::JsonLines,
                                .numbered = {"1"},
                                .named = {{u"name"_s, "it's; :name"}, {u"n"_s, "2"}}};
    const auto outcome =
        run(u"select $1::int + :n::int as sum, :name::text as a, :'name'::text as b, ':n' as c;"
            "select (array[1, 2, 3])[:n] as d, $$:n$$ as e /* :n */;"_s,
            options);
    NEED(outcome.result);
    QCOMPARE(outcome.text, u"{\"sum\": 3, \"a\": \"it's; :name\", \"b\": \"it's; :name\", \"c\": \":n\"}\n"
                           "{\"d\": 2, \"e\": \":n\"}\n"_s);
}

void TestScript::refusedBeforeAnythingRuns_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("detail");

    QTest::newRow("a command of psql's") << u"\\d refused"_s << u"line 2: \\d refused\n        ^"_s;
    QTest::newRow("no command") << u"\\nosuch"_s << u"line 2: \\nosuch\n        ^"_s;
    QTest::newRow("a command with more than is understood")
        << u"select 1 \\g file"_s << u"line 2: select 1 \\g file\n                 ^"_s;
    QTest::newRow("an open string") << u"select 1; select 'a"_s
                                    << u"line 2: select 1; select 'a\n                  ^"_s;
    QTest::newRow("an open parenthesis") << u"select (1;"_s << u"line 2: select (1;\n        ^"_s;
    QTest::newRow("cut off by rows") << u"copy refused from stdin; delete from refused\n1\n\\.\n"_s
                                     << u"line 2: copy refused from stdin; delete from refused\n"
                                        "                                 ^"_s;
    QTest::newRow("no value") << u"select $2"_s << u"line 2: select $2\n        ^"_s;
    QTest::newRow("a value too many") << u"select 1"_s << QString();
}

void TestScript::refusedBeforeAnythingRuns()
{
    QFETCH(const QString, script);
    NEED(m_connection->runScript(u"drop table if exists refused; create table refused (a int)"_s));
    const auto outcome = run(u"insert into refused values (1);\n"_s + script, {.numbered = {"1"}});
    QVERIFY(!outcome.result.ok());
    QCOMPARE(outcome.result.error().code, Error::Code::Usage);
    QTEST(outcome.result.error().detail, "detail");
    QCOMPARE(count(u"refused"_s), 0);
}

void TestScript::errorsHaveTheirPlace_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("detail");

    QTest::newRow("one line") << u"select nosuch"_s << u"line 1: select nosuch\n               ^"_s;
    QTest::newRow("later") << u"select 1;\n\n  select 'äö\U0001F4A5', nosuch;"_s
                           << u"line 3:   select 'äö\U0001F4A5', nosuch;\n                        ^"_s;
    QTest::newRow("after a comment") << u"/* a\n*/ selec 1"_s << u"line 2: */ selec 1\n           ^"_s;
    QTest::newRow("at the end") << u"select * from\n"_s << u"line 1: select * from\n                     ^"_s;
    QTest::newRow("after a parameter")
        << u"select :a::text, nosuch"_s << u"line 1: select :a::text, nosuch\n                         ^"_s;
    QTest::newRow("after a command") << u"select\n\\x\nnosuch, :a::text"_s
                                     << u"line 3: nosuch, :a::text\n        ^"_s;
    QTest::newRow("a long line") << u"select '"_s + u"x"_s.repeated(200) + u"', nosuch, '"_s +
                                        u"y"_s.repeated(200) + u"', :a::text"_s
                                 << u"line 1: …"_s + u"x"_s.repeated(47) + u"', nosuch, '"_s +
                                        u"y"_s.repeated(21) + u"…\n"_s + u" "_s.repeated(59) + u'^';
}

void TestScript::errorsHaveTheirPlace()
{
    QFETCH(QString, script);
    ScriptOptions options;
    if (script.contains(u":a"))
        options.named = {{u"a"_s, "a value that is longer than the name"}};
    const auto outcome = run(script, options);
    QVERIFY(!outcome.result.ok());
    QTEST(outcome.result.error().detail, "detail");
}

void TestScript::theFirstErrorEnds()
{
    NEED(m_connection->runScript(u"create table ended (a int)"_s));
    const auto outcome = run(u"insert into ended values (1); select 1/0; insert into ended values (2);"_s);
    QVERIFY(!outcome.result.ok());
    QCOMPARE(outcome.result.error().sqlState, u"22012"_s);
    QCOMPARE(outcome.text, u"INSERT 0 1\n"_s);
    QCOMPARE(count(u"ended"_s), 1);
}

void TestScript::rowsGoInAndOut()
{
    NEED(m_connection->runScript(u"create table copied (a int, b text)"_s));
    const auto outcome =
        run(u"copy copied from stdin;\n1\tone\n2\t\\N\n\\.\n"
            "copy copied from stdin csv; select count(*) as n from copied;\n3,\"a;\n'b\"\n\\.\n"
            "copy (select * from copied order by a) to stdout;"_s,
            {.format = RowFormat::JsonLines});
    NEED(outcome.result);
    QCOMPARE(outcome.text, u"{\"n\": 3}\n1\tone\n2\t\\N\n3\ta;\\n'b\n"_s);

    QByteArrayList pieces{"4\tfo", "ur\n5\tfive\n", ""};
    const auto given = run(u"copy copied from stdin"_s,
                           {.input = [&]() -> Result<QByteArray> { return pieces.takeFirst(); }});
    NEED(given.result);
    QCOMPARE(count(u"copied"_s), 5);
}

QTEST_GUILESS_MAIN(TestScript)
#include "tst_script.moc"
