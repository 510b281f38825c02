#include "models/query/filecopy.h"
#include "models/query/psqlcatalog.h"
#include "tests/models/query/querydesk.h"

#include <QFile>
#include <QTemporaryDir>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;
using test::QueryDesk;
using End = QueryOutcome::End;
using Said = QueryMessage::Kind;

class TestPsqlCommands : public QObject
{
    Q_OBJECT

private slots:
    void patterns();
    void catalog_data();
    void catalog();
    void describesATable();
    void records();
    void generates();
    void keepsValues();
    void includesFiles();
    void copiesFiles();
    void parsesCopy_data();
    void parsesCopy();
    void describesAResult();
    void says();
    void refuses_data();
    void refuses();
};

namespace {

const auto schema = u"create table users (id int primary key, name text not null default 'x');"
                    "create table posts (id int primary key, author int references users);"
                    "create index posts_author on posts (author);"
                    "create view everybody as select * from users;"
                    "create materialized view counted as select count(*) from users;"
                    "create sequence counter; create type mood as enum ('sad', 'happy');"
                    "create function twice(n int) returns int language sql as 'select 2 * n'"_s;

} // namespace

void TestPsqlCommands::patterns()
{
    QCOMPARE(PsqlCatalog::pattern(u"Users"_s).name, u"^(users)$"_s);
    QCOMPARE(PsqlCatalog::pattern(u"\"Users\""_s).name, u"^(Users)$"_s);
    QCOMPARE(PsqlCatalog::pattern(u"app.us*"_s).schema, u"^(app)$"_s);
    QCOMPARE(PsqlCatalog::pattern(u"app.us*"_s).name, u"^(us.*)$"_s);
    QCOMPARE(PsqlCatalog::pattern(u"\"a.b\""_s).name, u"^(a\\.b)$"_s);
    QVERIFY(PsqlCatalog::pattern({}).name.isEmpty());
}

void TestPsqlCommands::catalog_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("found");

    QTest::newRow("relations") << u"\\d"_s << 1 << u"everybody"_s;
    QTest::newRow("tables") << u"\\dt"_s << 1 << u"users"_s;
    QTest::newRow("tables with more") << u"\\dt+"_s << 1 << u"users"_s;
    QTest::newRow("tables and views") << u"\\dtv"_s << 1 << u"everybody"_s;
    QTest::newRow("indexes") << u"\\di"_s << 1 << u"posts_author"_s;
    QTest::newRow("views") << u"\\dv"_s << 1 << u"everybody"_s;
    QTest::newRow("materialized views") << u"\\dm"_s << 1 << u"counted"_s;
    QTest::newRow("sequences") << u"\\ds"_s << 1 << u"counter"_s;
    QTest::newRow("functions") << u"\\df tw*"_s << 1 << u"twice"_s;
    QTest::newRow("schemas") << u"\\dn"_s << 0 << u"public"_s;
    QTest::newRow("roles") << u"\\du"_s << 0 << QString();
    QTest::newRow("databases") << u"\\l"_s << 0 << u"template1"_s;
    QTest::newRow("types") << u"\\dT"_s << 1 << u"mood"_s;
    QTest::newRow("extensions") << u"\\dx"_s << 0 << u"plpgsql"_s;
    QTest::newRow("privileges") << u"\\z"_s << 1 << u"users"_s;
    QTest::newRow("the system's own") << u"\\dt pg_catalog.pg_class"_s << 1 << u"pg_class"_s;
    QTest::newRow("a function's text") << u"\\sf twice"_s << 0 << u"twice(integer)"_s;
    QTest::newRow("a view's text") << u"\\sv everybody"_s << 0 << u"everybody"_s;
}

void TestPsqlCommands::catalog()
{
    QFETCH(QString, command);
    QFETCH(int, column);
    QFETCH(QString, found);
    QueryDesk desk(schema);
    const auto outcome = desk.run(command);
    QVERIFY2(outcome.end == End::Done,
             desk.failures.empty() ? "" : qPrintable(desk.failures.front().error.message));
    QCOMPARE(desk.results.size(), size_t(1));
    const auto values = QueryDesk::column(*desk.results.front(), column);
    QVERIFY2(found.isEmpty() ? !values.isEmpty() : values.contains(found), qPrintable(values.join(u' ')));
}

void TestPsqlCommands::describesATable()
{
    QueryDesk desk(schema);
    QCOMPARE(desk.run(u"\\d posts"_s).end, End::Done);
    QCOMPARE(desk.results.size(), size_t(3));
    QCOMPARE(QueryDesk::column(*desk.results[0], 1), (QStringList{u"id"_s, u"author"_s}));
    QCOMPARE(QueryDesk::column(*desk.results[1], 1), (QStringList{u"posts_pkey"_s, u"posts_author"_s}));
    QCOMPARE(QueryDesk::column(*desk.results[2], 1), QStringList{u"posts_author_fkey"_s});
    desk.run(u"\\d nothing_such"_s);
    QCOMPARE(desk.results.size(), size_t(1));
    QCOMPARE(desk.results.front()->rowCount(), 0);
}

void TestPsqlCommands::records()
{
    QueryDesk desk;
    desk.run(u"select 1 \\gx\nselect 2; \\x\nselect 3;"_s);
    QCOMPARE(desk.results.size(), size_t(3));
    QVERIFY(desk.results[0]->origin().asRecords);
    QVERIFY(!desk.results[1]->origin().asRecords);
    QVERIFY(desk.results[2]->origin().asRecords);
    desk.run(u"select 4; \\x off\nselect 5 \\g\n"_s);
    QVERIFY(desk.results[0]->origin().asRecords);
    QVERIFY(!desk.results[1]->origin().asRecords);
}

void TestPsqlCommands::generates()
{
    QueryDesk desk;
    QCOMPARE(
        desk.run(
                u"select 'create table g' || n || ' ()' from generate_series(1, 3) n \\gexec\nselect 'end';"_s)
            .end,
        End::Done);
    QCOMPARE(desk.aside(u"select count(*) from pg_class where relname ~ '^g[123]$'"_s), u"3"_s);
    QCOMPARE(QueryDesk::column(*desk.results.front()), QStringList{u"end"_s});
    // An error in what was generated is shown at what generated it.
    const auto text = u"select 'select wrong' \\gexec\n"_s;
    desk.run(text);
    QCOMPARE(desk.failures.size(), size_t(1));
    QVERIFY(desk.failures.front().excerpt.contains(u"wrong"));
    QVERIFY(desk.failures.front().place->end() <= text.size());
}

void TestPsqlCommands::keepsValues()
{
    QueryDesk desk;
    desk.run(u"\\set who 'it''s me'\nselect :'who', :who;"_s);
    QCOMPARE(desk.results.front()->index(0, 1).data().toString(), u"it's me"_s);
    desk.run(u"select 6 as six, 7 as seven \\gset my_\nselect :my_six::int * :my_seven::int;"_s);
    QCOMPARE(QueryDesk::column(*desk.results.front()), QStringList{u"42"_s});
    QCOMPARE(desk.run(u"select 1 where false \\gset\n"_s).end, End::Failed);
}

void TestPsqlCommands::includesFiles()
{
    const QTemporaryDir folder;
    const auto write = [&](const QString &name, const QByteArray &text) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    };
    write(u"one.sql"_s, "select 'one';\n\\i two.sql\n");
    write(u"two.sql"_s, "select 'two';");
    write(u"bad.sql"_s, "select 1;\nselect wrong;");
    write(u"round.sql"_s, "\\i round.sql\n");
    QueryDesk desk;
    desk.folder = folder.path();
    QCOMPARE(desk.run(u"\\i one.sql\nselect 'three';"_s).end, End::Done);
    QCOMPARE(desk.results.size(), size_t(3));
    QCOMPARE(QueryDesk::column(*desk.results[1]), QStringList{u"two"_s});

    desk.run(u"select 0;\n\\i bad.sql\n"_s);
    QCOMPARE(desk.failures.size(), size_t(1));
    QCOMPARE(desk.failures.front().file, folder.filePath(u"bad.sql"_s));
    QVERIFY(desk.failures.front().excerpt.contains(u"line 2"));
    QCOMPARE(desk.failures.front().place->start, 10);
    QCOMPARE(desk.run(u"\\i missing.sql\n"_s).failure->error.code, Error::Code::File);
    QCOMPARE(desk.run(u"\\i round.sql\n"_s).failure->error.code, Error::Code::File);
}

void TestPsqlCommands::copiesFiles()
{
    const QTemporaryDir folder;
    QueryDesk desk(u"create table t (id int, name text); insert into t values (1, 'a,b'), (2, null)"_s);
    desk.folder = folder.path();
    QCOMPARE(desk.run(u"\\copy (select * from t order by id) to 'rows.csv' csv header\n"_s).end, End::Done);
    QFile file(folder.filePath(u"rows.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("id,name\n1,\"a,b\"\n2,\n"));
    QCOMPARE(desk.run(u"\\copy t from rows.csv with (format csv, header)\n"_s).end, End::Done);
    QCOMPARE(desk.said(Said::Tag), QStringList{u"COPY 2"_s});
    QCOMPARE(desk.aside(u"select count(*) from t"_s), u"4"_s);
    QCOMPARE(desk.run(u"\\copy nowhere to 'other.csv'\n"_s).end, End::Failed);
    QVERIFY(!QFile::exists(folder.filePath(u"other.csv"_s)));
}

void TestPsqlCommands::parsesCopy_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("path");

    QTest::newRow("from") << u"t (a, b) from 'my file' csv"_s << u"COPY t (a, b) FROM STDIN csv"_s
                          << u"my file"_s;
    QTest::newRow("to") << u"t TO out.txt"_s << u"COPY t TO STDOUT"_s << u"out.txt"_s;
    QTest::newRow("a query with from")
        << u"(select 1 from t) to x"_s << u"COPY (select 1 from t) TO STDOUT"_s << u"x"_s;
    QTest::newRow("a file called stdin") << u"t from 'stdin'"_s << u"COPY t FROM STDIN"_s << u"stdin"_s;
    QTest::newRow("standard input") << u"t from stdin"_s << QString() << QString();
    QTest::newRow("a program") << u"t from program 'ls'"_s << QString() << QString();
    QTest::newRow("no file") << u"t from"_s << QString() << QString();
    QTest::newRow("no direction") << u"t"_s << QString() << QString();
}

void TestPsqlCommands::parsesCopy()
{
    QFETCH(QString, arguments);
    QFETCH(QString, statement);
    QFETCH(QString, path);
    const auto copy = FileCopy::parse(arguments);
    QCOMPARE(copy.ok(), !statement.isEmpty());
    if (copy) {
        QCOMPARE(copy->statement, statement);
        QCOMPARE(copy->path, path);
    }
}

void TestPsqlCommands::describesAResult()
{
    QueryDesk desk;
    desk.run(u"select 1 as a, 'x'::varchar(5) as b, $1::date as c \\gdesc\n"_s, {.numbered = {QByteArray()}});
    QVERIFY2(desk.failures.empty(),
             desk.failures.empty() ? "" : qPrintable(desk.failures.front().error.message));
    QCOMPARE(desk.results.size(), size_t(1));
    QCOMPARE(QueryDesk::column(*desk.results.front()), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    QCOMPARE(QueryDesk::column(*desk.results.front(), 1),
             (QStringList{u"integer"_s, u"character varying(5)"_s, u"date"_s}));
}

void TestPsqlCommands::says()
{
    QueryDesk desk;
    QCOMPARE(
        desk.run(u"\\echo hello 'dear world'\n\\timing\n\\pset null x\n\\conninfo\n\\q\nselect 1;"_s).end,
        End::Done);
    const auto said = desk.said(Said::Remark);
    QCOMPARE(said.size(), 4);
    QCOMPARE(said.front(), u"hello dear world"_s);
    QVERIFY(desk.results.empty());
}

void TestPsqlCommands::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("another database") << u"\\c other"_s;
    QTest::newRow("the shell") << u"\\! ls"_s;
    QTest::newRow("conditions") << u"\\if true"_s;
    QTest::newRow("files for results") << u"select 1 \\g out.txt"_s;
    QTest::newRow("unknown") << u"\\nonsense"_s;
    QTest::newRow("cross tables") << u"select 1 \\crosstabview"_s;
}

void TestPsqlCommands::refuses()
{
    QFETCH(QString, text);
    QueryDesk desk(u"create table t (id int)"_s);
    const auto whole = u"insert into t values (1);\n"_s + text + u'\n';
    const auto outcome = desk.run(whole);
    QCOMPARE(outcome.end, End::Failed);
    const auto &failure = desk.failures.front();
    QVERIFY(failure.error.message.contains(u'\\'));
    QVERIFY(failure.place->in(whole).startsWith(u'\\'));
    // Nothing was run.
    QCOMPARE(desk.aside(u"select count(*) from t"_s), u"0"_s);
}

QTEST_GUILESS_MAIN(TestPsqlCommands)
#include "tst_psqlcommands.moc"
