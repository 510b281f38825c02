#include "core/drizzle/history.h"
#include "core/drizzle/snapshot.h"
#include "tests/app/cli/running.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace squall;
using namespace squall::test;
using namespace Qt::StringLiterals;

/// `squall pull` and `squall diff` in a project's folder.
class TestPull : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void firstPull();
    void secondPull();
    void changedSchemaIsKept();
    void withoutConfiguration();
    void aliasAndCasing();
    void beyondTheSchema();
    void configurationsWithoutDatabase();
    void unreachable();
    void optionsThatDoNotMix();
    void sameAndDifferent();
    void interrupted();

private:
    Outcome squall(const QStringList &arguments) const;
    void configure(const QByteArray &more = {});
    void runSql(const QString &script);
    QString read(const QString &name) const;
    QString host() const { return QString::fromUtf8(m_database.value("host")); }
    int scratchDatabases();

    pg::ConnectionOptions m_database;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestPull::init()
{
    m_database = TestServer::of().createDatabase();
    m_folder = std::make_unique<QTemporaryDir>();
    runSql(u"create table users (id serial primary key, email text not null unique);"
           "create table posts (id serial primary key, author_id integer references users);"_s);
    configure();
}

void TestPull::cleanup()
{
    TestServer::of().dropDatabase(m_database);
}

Outcome TestPull::squall(const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder->path());
    process.setEnvironment(cleanEnvironment());
    process.start(QStringLiteral(SQUALL_PROGRAM), arguments);
    constexpr int timeoutMs = 120'000;
    if (!process.waitForFinished(timeoutMs))
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

void TestPull::configure(const QByteArray &more)
{
    QFile file(m_folder->filePath(u"drizzle.config.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(R"({"dialect": "postgresql", "schema": "./drizzle/schema.ts", "dbCredentials": {"host": ")" +
               m_database.value("host") + R"(", "user": ")" + m_database.value("user") +
               R"(", "database": ")" + m_database.value("dbname") + R"(", "port": )" +
               m_database.value("port") + "}" + more + "}");
}

void TestPull::runSql(const QString &script)
{
    pg::Connection connection(m_database);
    const auto done = connection.runScript(script);
    if (!done)
        qFatal("%s", qPrintable(done.error().message));
}

QString TestPull::read(const QString &name) const
{
    QFile file(m_folder->filePath(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

int TestPull::scratchDatabases()
{
    pg::Connection connection(m_database);
    const auto rows = connection.fetch(
        {u"select 1 from pg_catalog.pg_database where datname like 'squall\\_scratch\\_%'"_s, {}});
    return rows ? rows->rowCount() : -1;
}

void TestPull::firstPull()
{
    const auto pulled = squall({u"pull"_s});
    QVERIFY2(pulled.exitCode == 0, qPrintable(pulled.err));
    QVERIFY2(pulled.out.contains(u"Pulling from ['public'] list of schemas"), qPrintable(pulled.out));
    QVERIFY(pulled.out.contains(u"[✓] 2 tables fetched\n"));
    QVERIFY(pulled.out.contains(u"[✓] 1 foreign keys fetched\n"));
    QVERIFY(pulled.out.contains(u"[✓] Your SQL migration file ➜ drizzle/0000_"));
    QVERIFY(pulled.out.contains(u"[✓] Your schema file is ready ➜ drizzle/schema.ts 🚀\n"));
    QVERIFY(pulled.out.contains(u"[✓] Your relations file is ready ➜ drizzle/relations.ts 🚀\n"));
    QVERIFY(!QFile::exists(m_folder->filePath(u"drizzle/beyond-schema.sql"_s)));

    const auto history = drizzle::History::read(m_folder->filePath(u"drizzle"_s));
    QVERIFY(history);
    QVERIFY(history->problems().empty());
    QCOMPARE(history->journal().entries().size(), 1U);
    const auto snapshot = history->latest();
    QVERIFY(snapshot);
    QCOMPARE(snapshot->prevId, drizzle::emptySnapshot().id);
    QVERIFY(snapshot->internal);
    // All of it is comments, each part for itself.
    const auto sql = read(u"drizzle/"_s + history->journal().entries()[0].tag + u".sql"_s);
    QVERIFY(sql.startsWith(u"-- Current sql file was generated after introspecting the database\n"));
    for (const auto &part : sql.split(u"--> statement-breakpoint"_s)) {
        QCOMPARE(part.count(u"/*"_s), 1);
        QVERIFY(part.trimmed().endsWith(u"*/"));
        runSql(part);
    }
    const auto generated = squall({u"generate"_s});
    QVERIFY2(generated.out.contains(u"No schema changes, nothing to migrate"),
             qPrintable(generated.out + generated.err));
}

void TestPull::secondPull()
{
    QCOMPARE(squall({u"pull"_s}).exitCode, 0);
    const auto again = squall({u"pull"_s});
    QCOMPARE(again.exitCode, 0);
    QVERIFY(again.out.contains(u"[i] No SQL generated, you already have migrations in project\n"));
    QVERIFY(!again.out.contains(u".bak"));
    QCOMPARE(QDir(m_folder->filePath(u"drizzle"_s)).entryList({u"*.sql"_s}).size(), 1);
}

void TestPull::changedSchemaIsKept()
{
    QCOMPARE(squall({u"pull"_s}).exitCode, 0);
    const auto pulled = read(u"drizzle/schema.ts"_s);
    for (const auto &[mine, backup] : {std::pair(u"// mine"_s, u"drizzle/schema.ts.bak"_s),
                                       std::pair(u"// mine, too"_s, u"drizzle/schema.ts.2.bak"_s)}) {
        QFile file(m_folder->filePath(u"drizzle/schema.ts"_s));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(mine.toUtf8());
        file.close();
        const auto again = squall({u"pull"_s});
        QCOMPARE(again.exitCode, 0);
        QVERIFY2(again.out.contains(backup), qPrintable(again.out));
        QCOMPARE(read(backup), mine);
        QCOMPARE(read(u"drizzle/schema.ts"_s), pulled);
    }
}

void TestPull::withoutConfiguration()
{
    QVERIFY(QFile::remove(m_folder->filePath(u"drizzle.config.json"_s)));
    const auto pulled =
        squall({u"pull"_s, u"--dialect=postgresql"_s, u"--out=db"_s, u"--host"_s, host(), u"--port"_s,
                QString::fromUtf8(m_database.value("port")), u"--user"_s,
                QString::fromUtf8(m_database.value("user")), u"--database"_s,
                QString::fromUtf8(m_database.value("dbname")), u"--tablesFilter"_s, u"user*"_s});
    QVERIFY2(pulled.exitCode == 0, qPrintable(pulled.err));
    QVERIFY(pulled.out.contains(u"[✓] 1 tables fetched\n"));
    QVERIFY(read(u"db/schema.ts"_s).contains(u"pgTable(\"users\""));
    QVERIFY(!read(u"db/schema.ts"_s).contains(u"posts"));
}

void TestPull::aliasAndCasing()
{
    configure(R"(, "introspect": {"casing": "preserve"})");
    QCOMPARE(squall({u"introspect"_s}).exitCode, 0);
    QVERIFY(read(u"drizzle/schema.ts"_s).contains(u"\tauthor_id: integer(),\n"));
    QVERIFY(QDir(m_folder->filePath(u"drizzle"_s)).removeRecursively());
    configure();
    QCOMPARE(squall({u"pull"_s}).exitCode, 0);
    QVERIFY(read(u"drizzle/schema.ts"_s).contains(u"\tauthorId: integer(\"author_id\"),\n"));
}

void TestPull::beyondTheSchema()
{
    runSql(u"create domain email as text; alter table users alter email type email"_s);
    const auto pulled = squall({u"pull"_s});
    QVERIFY2(pulled.out.contains(u"drizzle/beyond-schema.sql"), qPrintable(pulled.out));
    QVERIFY(read(u"drizzle/beyond-schema.sql"_s).contains(u"CREATE DOMAIN public.email AS text;"));
    QVERIFY(QDir(m_folder->filePath(u"drizzle/meta"_s)).entryList({u"*.sql"_s}).isEmpty());
    // It is no migration, and nobody should take it for a forgotten one.
    const auto history = drizzle::History::read(m_folder->filePath(u"drizzle"_s));
    QVERIFY(history);
    QVERIFY(history->problems().empty());
}

void TestPull::configurationsWithoutDatabase()
{
    QFile file(m_folder->filePath(u"drizzle.config.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(R"({"dialect": "postgresql"})");
    file.close();
    const auto pulled = squall({u"pull"_s});
    QCOMPARE(pulled.exitCode, 1);
    QVERIFY2(pulled.err.contains(u"dbCredentials"), qPrintable(pulled.err));
}

void TestPull::unreachable()
{
    const auto pulled = squall({u"pull"_s, u"--url"_s, u"postgresql:///nowhere?host=/nonexistent"_s});
    QCOMPARE(pulled.exitCode, 1);
    QVERIFY(!pulled.err.isEmpty());
    QVERIFY(!QFile::exists(m_folder->filePath(u"drizzle"_s)));
}

void TestPull::optionsThatDoNotMix()
{
    const auto pulled = squall({u"pull"_s, u"--config"_s, u"drizzle.config.json"_s, u"--out"_s, u"x"_s});
    QCOMPARE(pulled.exitCode, 1);
    QVERIFY(pulled.err.contains(u"You can't use both --config and other cli options for pull command"));
}

void TestPull::sameAndDifferent()
{
    QCOMPARE(squall({u"pull"_s}).exitCode, 0);
    const auto same = squall({u"diff"_s});
    QVERIFY2(same.exitCode == 0, qPrintable(same.out + same.err));
    runSql(u"alter table users add column age integer; drop table posts"_s);
    const auto different = squall({u"diff"_s});
    QCOMPARE(different.exitCode, 2);
    QVERIFY2(different.out.contains(u"ALTER TABLE \"users\" DROP COLUMN \"age\";"),
             qPrintable(different.out));
    QVERIFY(different.out.contains(u"CREATE TABLE \"posts\""));
    QCOMPARE(scratchDatabases(), 0);
}

/// While the schema is being made in the scratch database, which then must not stay.
void TestPull::interrupted()
{
    QVERIFY(QDir().mkpath(m_folder->filePath(u"drizzle"_s)));
    QFile file(m_folder->filePath(u"drizzle/schema.ts"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("import { sql } from 'drizzle-orm';\nimport { integer, pgMaterializedView } from "
               "'drizzle-orm/pg-core';\n"
               "export const slow = pgMaterializedView('slow', { n: integer() })"
               ".as(sql`select 1 as n from pg_sleep(600)`);\n");
    file.close();
    QProcess process;
    process.setWorkingDirectory(m_folder->path());
    process.setEnvironment(cleanEnvironment());
    process.start(QStringLiteral(SQUALL_PROGRAM), {u"diff"_s});
    pg::Connection connection(m_database);
    const auto sleeps = [&] {
        const auto rows = connection.fetch(
            {u"select 1 from pg_catalog.pg_stat_activity where wait_event = 'PgSleep'"_s, {}});
        return rows && rows->rowCount() > 0;
    };
    constexpr int timeoutMs = 60'000;
    QTRY_VERIFY_WITH_TIMEOUT(sleeps(), timeoutMs);
    QCOMPARE(scratchDatabases(), 1);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(timeoutMs));
    QVERIFY(process.exitCode() != 0);
    QCOMPARE(scratchDatabases(), 0);
}

QTEST_GUILESS_MAIN(TestPull)
#include "tst_pull.moc"
