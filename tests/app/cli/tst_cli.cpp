#include "core/pg/connection.h"
#include "tests/app/cli/running.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace squall;
using namespace squall::test;
using namespace Qt::StringLiterals;

class TestCli : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void helpGoesToStandardOutput_data();
    void helpGoesToStandardOutput();
    void mistakesAreSaidOnStandardError_data();
    void mistakesAreSaidOnStandardError();
    void versionIsOneLine();
    void inspectListsForPeople();
    void inspectWritesJsonThatParses();
    void inspectWritesDdlThatLoads();
    void inspectNamesWhatItLeavesOut();
    void diagramIsWrittenInALanguage_data();
    void diagramIsWrittenInALanguage();
    void diagramOfASchema();
    void outputFileIsWholeOrNotThere();
    void databaseComesFromTheEnvironment();
    void interruptEndsTheStatement();
    void passwordIsAskedForAtATerminal_data();
    void passwordIsAskedForAtATerminal();
    void passwordIsAnAnswerThatIsNeeded_data();
    void passwordIsAnAnswerThatIsNeeded();
    void queryPrintsRows();
    void queryReadsFilesAndStandardInput();
    void queryShowsWhereItFailed();
    void queryEndsWithoutAFile();
    void doctorSaysWhatToDo();

private:
    const GuardedServer &guarded();

    std::unique_ptr<GuardedServer> m_guarded;
    QString m_url;
    pg::ConnectionOptions m_database;
};

/// Made when first asked for.
const GuardedServer &TestCli::guarded()
{
    if (!m_guarded)
        m_guarded = std::make_unique<GuardedServer>();
    return *m_guarded;
}

void TestCli::initTestCase()
{
    m_database = test::TestServer::of().createDatabase();
    m_url = keywordString(m_database);
    pg::Connection connection(m_database);
    const auto made =
        connection.runScript(u"create type mood as enum ('good', 'it''s');"
                             "create table people (id integer primary key, mood mood default 'good');"_s);
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
}

void TestCli::helpGoesToStandardOutput_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("expected");
    QTest::newRow("the program") << QStringList{u"--help"_s} << u"inspect"_s;
    QTest::newRow("a command") << QStringList{u"inspect"_s, u"--help"_s}
                               << u"Usage: squall inspect [options]"_s;
    QTest::newRow("help of a command")
        << QStringList{u"help"_s, u"inspect"_s} << u"Usage: squall inspect [options]"_s;
    QTest::newRow("help") << QStringList{u"help"_s} << u"Usage: squall COMMAND"_s;
    QTest::newRow("doctor") << QStringList{u"doctor"_s, u"-h"_s} << u"--url"_s;
}

void TestCli::helpGoesToStandardOutput()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, expected);
    const auto outcome = run(arguments);
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY2(outcome.out.contains(expected), qPrintable(outcome.out));
    QCOMPARE(outcome.err, QString());
}

void TestCli::mistakesAreSaidOnStandardError_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("expected");
    QTest::newRow("no such command") << QStringList{u"inspekt"_s} << u"inspekt"_s;
    QTest::newRow("help of no such command") << QStringList{u"help"_s, u"inspekt"_s} << u"inspekt"_s;
    QTest::newRow("no such option") << QStringList{u"inspect"_s, u"--nope"_s} << u"nope"_s;
    QTest::newRow("stray word") << QStringList{u"inspect"_s, u"users"_s} << u"users"_s;
    QTest::newRow("no such format") << QStringList{u"inspect"_s, u"--output"_s, u"xml"_s}
                                    << u"text, json, sql"_s;
    QTest::newRow("not a URL") << QStringList{u"inspect"_s, u"--url"_s, u"nonsense"_s} << u"postgresql://"_s;
    QTest::newRow("no server there") << QStringList{u"inspect"_s, u"--url"_s, u"host=/nonexistent dbname=x"_s}
                                     << u"/nonexistent"_s;
}

void TestCli::mistakesAreSaidOnStandardError()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, expected);
    const auto outcome = run(arguments);
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(outcome.out, QString());
    QVERIFY2(outcome.err.contains(expected), qPrintable(outcome.err));
    QVERIFY2(!outcome.err.contains(u'\x1b'), "colours are for terminals only");
}

void TestCli::versionIsOneLine()
{
    for (const auto &arguments : {QStringList{u"--version"_s}, QStringList{u"inspect"_s, u"--version"_s},
                                  QStringList{u"doctor"_s, u"--version"_s}}) {
        const auto outcome = run(arguments);
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(outcome.out, u"squall "_s + QStringLiteral(SQUALL_VERSION) + u'\n');
    }
}

void TestCli::inspectListsForPeople()
{
    const auto outcome = run({u"inspect"_s, u"--url"_s, m_url});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY2(outcome.out.contains(u"public.people"), qPrintable(outcome.out));
}

void TestCli::inspectWritesJsonThatParses()
{
    const auto outcome = run({u"inspect"_s, u"--url"_s, m_url, u"--output"_s, u"json"_s});
    QCOMPARE(outcome.exitCode, 0);
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(outcome.out.toUtf8(), &error);
    QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(error.errorString()));
    const auto table = document[u"tables"_s].toArray().first().toObject();
    QCOMPARE(table[u"name"_s].toString(), u"people"_s);
    QCOMPARE(table[u"columns"_s].toArray().size(), 2);
    QCOMPARE(document[u"enums"_s].toArray().first()[u"labels"_s].toArray().last().toString(), u"it's"_s);
}

void TestCli::inspectWritesDdlThatLoads()
{
    const auto outcome = run({u"inspect"_s, u"--url"_s, m_url, u"--output"_s, u"sql"_s});
    QCOMPARE(outcome.exitCode, 0);
    pg::Connection copy(test::TestServer::of().createDatabase());
    const auto loaded = copy.runScript(outcome.out);
    QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().message));
    const auto inserted = copy.fetch({u"insert into public.people (id) values (1) returning mood"_s});
    QVERIFY(inserted);
    QCOMPARE(inserted->text(0, 0), u"good"_s);
}

void TestCli::inspectNamesWhatItLeavesOut()
{
    const auto database = test::TestServer::of().createDatabase();
    {
        pg::Connection connection(database);
        const auto made = connection.runScript(u"create type later; create type public.\"two\nlines\""_s);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    }
    const auto list = run({u"inspect"_s, u"--url"_s, keywordString(database)});
    QVERIFY2(list.out.contains(u"public.later"), qPrintable(list.out));
    QCOMPARE(list.err, QString());

    const auto sql = run({u"inspect"_s, u"--output"_s, u"sql"_s, u"--url"_s, keywordString(database)});
    QCOMPARE(sql.exitCode, 0);
    QVERIFY2(sql.out.contains(u"\n--   public.later: shell type\n"), qPrintable(sql.out));
    QVERIFY2(sql.out.contains(u"\n--   public.two lines: shell type\n"), qPrintable(sql.out));
    QCOMPARE(sql.err.count(u'\n'), 1);
    QVERIFY2(sql.err.contains(u"public.later (shell type)"), qPrintable(sql.err));
    pg::Connection copy(test::TestServer::of().createDatabase());
    QVERIFY(copy.runScript(sql.out));
}

void TestCli::diagramIsWrittenInALanguage_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("says");

    QTest::newRow("by itself") << QStringList{} << u"erDiagram\n    \"people\" {"_s;
    QTest::newRow("DBML") << QStringList{u"--format"_s, u"dbml"_s} << u"Table \"public\".\"people\" {"_s;
    QTest::newRow("PlantUML") << QStringList{u"--format"_s, u"plantuml"_s} << u"entity \"people\" as e1 {"_s;
    QTest::newRow("Graphviz") << QStringList{u"--format"_s, u"dot"_s} << u"<b>people</b>"_s;
    QTest::newRow("its schema") << QStringList{u"--schema"_s, u"public"_s} << u"\"people\" {"_s;
}

void TestCli::diagramIsWrittenInALanguage()
{
    QFETCH(const QStringList, options);
    QFETCH(const QString, says);
    const auto outcome = run(QStringList{u"diagram"_s, u"--url"_s, m_url} + options);
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY2(outcome.out.contains(says), qPrintable(outcome.out));
}

void TestCli::diagramOfASchema()
{
    const auto outcome = run({u"diagram"_s, u"--url"_s, m_url, u"--schema"_s, u"nowhere"_s});
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY2(outcome.err.contains(u"nowhere"_s) && outcome.err.contains(u"public"_s),
             qPrintable(outcome.err));
}

void TestCli::outputFileIsWholeOrNotThere()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"catalog.json"_s);
    const auto written = run({u"inspect"_s, u"--url"_s, m_url, u"--output"_s, u"json"_s, u"-o"_s, file});
    QCOMPARE(written.exitCode, 0);
    QCOMPARE(written.out, QString());
    QVERIFY(QFile::exists(file));

    const QString nowhere = folder.filePath(u"missing/catalog.json"_s);
    const auto refused = run({u"inspect"_s, u"--url"_s, m_url, u"-o"_s, nowhere});
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.err.contains(nowhere), qPrintable(refused.err));

    const auto full = run({u"inspect"_s, u"--url"_s, m_url, u"-o"_s, u"/dev/full"_s});
    QCOMPARE(full.exitCode, 1);
}

void TestCli::databaseComesFromTheEnvironment()
{
    const auto url = run({u"inspect"_s}, {u"DATABASE_URL="_s + m_url});
    QCOMPARE(url.exitCode, 0);
    QVERIFY(url.out.contains(u"people"));

    const auto variables =
        run({u"inspect"_s}, {u"PGHOST="_s + QString::fromUtf8(m_database.value("host")),
                             u"PGPORT="_s + QString::fromUtf8(m_database.value("port")),
                             u"PGUSER="_s + QString::fromUtf8(m_database.value("user")),
                             u"PGDATABASE="_s + QString::fromUtf8(m_database.value("dbname"))});
    QVERIFY2(variables.exitCode == 0, qPrintable(variables.err));
    QVERIFY(variables.out.contains(u"people"));

    const auto option = run({u"inspect"_s, u"--url"_s, m_url}, {u"DATABASE_URL=host=/nonexistent"_s});
    QCOMPARE(option.exitCode, 0);
}

void TestCli::interruptEndsTheStatement()
{
    pg::Connection blocker(m_database);
    QVERIFY(blocker.runScript(u"begin; lock table pg_catalog.pg_description in access exclusive mode"_s));

    QProcess process;
    process.start(QStringLiteral(SQUALL_PROGRAM), {u"inspect"_s, u"--url"_s, m_url});
    QVERIFY(process.waitForStarted());
    // It says what takes so long after a second, so it waits for the lock by then.
    process.setReadChannel(QProcess::StandardError);
    QVERIFY(process.waitForReadyRead(10000));
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(10000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(blocker.runScript(u"rollback"_s));
}

void TestCli::passwordIsAskedForAtATerminal_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("expected"); // on standard output
    QTest::newRow("the right one") << QByteArray("right\n") << 0 << u"PostgreSQL"_s;
    QTest::newRow("a wrong one") << QByteArray("wrong\n") << 1 << QString();
    QTest::newRow("Ctrl+D") << QByteArray("\x04") << 2 << QString();
    QTest::newRow("Ctrl+C") << QByteArray("\x03") << 2 << QString();
}

void TestCli::passwordIsAskedForAtATerminal()
{
    QFETCH(QByteArray, typed);
    QFETCH(QString, expected);
    const auto &server = guarded();
    Terminal terminal;
    QProcess process;
    terminal.give(process);
    process.start(QStringLiteral(SQUALL_PROGRAM), {u"inspect"_s, u"--url"_s, server.url()});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY2_WITH_TIMEOUT(terminal.shown().endsWith("Password: "), terminal.shown(), 30000);
    QVERIFY2(terminal.shown().contains("squall_test_secret"), terminal.shown());
    terminal.type(typed);
    QVERIFY(process.waitForFinished());
    QTEST(process.exitCode(), "exitCode");
    const auto out = QString::fromUtf8(process.readAllStandardOutput());
    QVERIFY2(out.contains(expected), qPrintable(out));
    QVERIFY2(!terminal.shown().contains(typed.trimmed()) || typed.size() == 1, terminal.shown());
    QVERIFY(terminal.showsWhatIsTyped());
}

void TestCli::passwordIsAnAnswerThatIsNeeded_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("password");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("inspect") << u"inspect"_s << QString() << 2;
    QTest::newRow("doctor") << u"doctor"_s << QString() << 2;
    QTest::newRow("inspect, a wrong one given") << u"inspect"_s << u" password=wrong"_s << 1;
    QTest::newRow("doctor, a wrong one given") << u"doctor"_s << u" password=wrong"_s << 1;
}

void TestCli::passwordIsAnAnswerThatIsNeeded()
{
    QFETCH(QString, command);
    QFETCH(QString, password);
    const auto &server = guarded();
    const auto outcome = run({command, u"--url"_s, server.url() + password});
    QTEST(outcome.exitCode, "exitCode");
    const auto said = outcome.out + outcome.err;
    QVERIFY2(said.contains(u"squall_test_secret"), qPrintable(said));
    QVERIFY2(said.contains(u"PGPASSWORD"), qPrintable(said));
}

void TestCli::queryPrintsRows()
{
    const auto table = run({u"query"_s, u"--url"_s, m_url, u"select 1 as a"_s});
    QCOMPARE(table.exitCode, 0);
    QCOMPARE(table.out, u" a \n---\n 1\n(1 row)\n"_s);
    QCOMPARE(table.err, QString());
    QCOMPARE(run({u"query"_s, u"-x"_s, u"--url"_s, m_url, u"select 1 as a"_s}).out,
             u"-[ RECORD 1 ]\na | 1\n"_s);
    const auto values = run({u"query"_s, u"--format"_s, u"jsonl"_s, u"--url"_s, m_url, u"--param"_s, u"2"_s,
                             u"--set"_s, u"b=x=y"_s, u"select $1::int as a, :b as b"_s});
    QCOMPARE(values.out, u"{\"a\": 2, \"b\": \"x=y\"}\n"_s);
    const auto notice = run({u"query"_s, u"--format"_s, u"csv"_s, u"--url"_s, m_url,
                             u"do $$ begin raise notice 'so it is'; end $$; select 1 as a"_s});
    QCOMPARE(notice.out, u"a\r\n1\r\n"_s);
    QVERIFY2(notice.err.contains(u"so it is"), qPrintable(notice.err));
}

void TestCli::queryReadsFilesAndStandardInput()
{
    QTemporaryDir folder;
    const auto file = folder.filePath(u"a.sql"_s);
    QFile script(file);
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("create table read (a int);\ncopy read from stdin;\n1\n2\n\\.\ntable read;\n");
    script.close();
    QCOMPARE(run({u"query"_s, u"--format"_s, u"csv"_s, u"--url"_s, m_url, u"-f"_s, file}).out,
             u"a\r\n1\r\n2\r\n"_s);

    const auto fed = [&](const QStringList &arguments, const QByteArray &input) {
        QProcess process;
        process.start(QStringLiteral(SQUALL_PROGRAM), QStringList{u"query"_s, u"--url"_s, m_url} + arguments);
        process.write(input);
        process.closeWriteChannel();
        return process.waitForFinished() && process.exitCode() == 0
                   ? QString::fromUtf8(process.readAllStandardOutput())
                   : QString::fromUtf8(process.readAllStandardError());
    };
    QCOMPARE(fed({u"--format"_s, u"csv"_s}, "select 1 as a"), u"a\r\n1\r\n"_s);
    QCOMPARE(fed({u"--format"_s, u"csv"_s, u"-f"_s, u"-"_s}, "select 2 as a"), u"a\r\n2\r\n"_s);
    QCOMPARE(fed({u"copy read from stdin"_s}, "3\n4\n"), u"COPY 2\n"_s);
    QCOMPARE(run({u"query"_s, u"--format"_s, u"csv"_s, u"--url"_s, m_url, u"select sum(a) from read"_s}).out,
             u"sum\r\n10\r\n"_s);
}

void TestCli::queryShowsWhereItFailed()
{
    const auto outcome = run({u"query"_s, u"--url"_s, m_url, u"select 1 as a;\nselect nosuch from people"_s});
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(outcome.out, u" a \n---\n 1\n(1 row)\n"_s);
    QVERIFY2(outcome.err.contains(u"\n  line 2: select nosuch from people\n                 ^\n"),
             qPrintable(outcome.err));
    const auto refused = run({u"query"_s, u"--url"_s, m_url, u"select 1; \\dt"_s});
    QCOMPARE(refused.exitCode, 1);
    QCOMPARE(refused.out, QString());
    QVERIFY2(refused.err.contains(u"\\dt"), qPrintable(refused.err));
    QCOMPARE(run({u"query"_s, u"--url"_s, m_url, u"--format"_s, u"xml"_s, u"select 1"_s}).exitCode, 1);
    QCOMPARE(run({u"query"_s, u"--url"_s, m_url, u"--set"_s, u"a"_s, u"select 1"_s}).exitCode, 1);
    QCOMPARE(run({u"query"_s, u"--url"_s, m_url, u"-f"_s, u"/nonexistent.sql"_s}).exitCode, 1);
    QCOMPARE(run({u"query"_s, u"--url"_s, m_url, u"-f"_s, u"a.sql"_s, u"select 1"_s}).exitCode, 1);
}

void TestCli::queryEndsWithoutAFile()
{
    QTemporaryDir folder;
    const auto file = folder.filePath(u"rows.csv"_s);
    const QStringList start{u"query"_s, u"--format"_s, u"csv"_s, u"--url"_s, m_url, u"-o"_s, file};
    QCOMPARE(run(start + QStringList{u"select 1 as a; select 1/0"_s}).exitCode, 1);
    QVERIFY(!QFile::exists(file));
    QCOMPARE(run(start + QStringList{u"select 1 as a"_s}).exitCode, 0);
    QFile rows(file);
    QVERIFY(rows.open(QIODevice::ReadOnly));
    QCOMPARE(rows.readAll(), QByteArray("a\r\n1\r\n"));
}

void TestCli::doctorSaysWhatToDo()
{
    const auto outcome = run({u"doctor"_s, u"--output"_s, u"json"_s, u"--url"_s, u"host=/nonexistent"_s});
    QCOMPARE(outcome.exitCode, 1); // the server that was asked for cannot be reached
    const auto checks = QJsonDocument::fromJson(outcome.out.toUtf8()).array();
    QVERIFY(checks.size() > 5);
    for (const auto &check : checks) {
        const auto object = check.toObject();
        const bool works = object[u"state"_s].toString() == u"works";
        QVERIFY2(works || object[u"id"_s].toString() == u"server" || !object[u"fix"_s].toString().isEmpty(),
                 qPrintable(object[u"id"_s].toString()));
    }
    QCOMPARE(checks.last()[u"id"_s].toString(), u"server"_s);
    QCOMPARE(checks.last()[u"state"_s].toString(), u"missing"_s);
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
