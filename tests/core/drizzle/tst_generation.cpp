#include "core/drizzle/folderfiles.h"
#include "core/drizzle/generation.h"
#include "core/drizzle/idempotent.h"
#include "core/drizzle/migrationname.h"
#include "core/drizzle/newmigration.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace squall;
using namespace squall::drizzle;
using namespace Qt::StringLiterals;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

Snapshot withTable(const QString &name)
{
    Table table{.name = name, .schema = {}};
    table.columns.set(u"id"_s, {.name = u"id"_s, .type = u"integer"_s});
    auto snapshot = emptySnapshot();
    snapshot.tables.set(u"public."_s + name, table);
    return snapshot;
}

QDateTime noon()
{
    return {{2026, 11, 22}, {12, 0}, Qt::UTC};
}

Result<WrittenMigration> generateIn(const QString &folder, const Snapshot &schema, Generation how)
{
    how.now = noon();
    const auto history = History::read(folder);
    if (!history)
        return history.error();
    const auto start = startOf(*history, how.prefix);
    if (!start)
        return start.error();
    return generate(*history, *start, schema, {}, how);
}

/// An empty migration after what is in the folder.
Result<WrittenMigration> customIn(const QString &folder, Generation how)
{
    how.now = noon();
    const auto history = History::read(folder);
    if (!history)
        return history.error();
    const auto start = startOf(*history, how.prefix);
    if (!start)
        return start.error();
    return generateCustom(*history, *start, how);
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

} // namespace

class TestGeneration : public QObject
{
    Q_OBJECT

private slots:
    void first();
    void custom();
    void prefixes_data();
    void prefixes();
    void twoInOneSecond();
    void withoutPrefixesTheOnlySnapshotIsTheStart();
    void laterThanAllBefore();
    void inventedNames();
    void namesThatAreRefused_data();
    void namesThatAreRefused();
    void anotherPrefixWouldNotBeTheLast();
    void aFileThatIsThereStays();
    void damagedHistoriesAreRefused_data();
    void damagedHistoriesAreRefused();
    void doubtsDoNotStandInTheWay();
    void folderThatCannotBeWritten();
    void journalThatCannotBeWrittenLeavesNothing();
    void leftoversGo();
    void header();
    void idempotentForms_data();
    void idempotentForms();
};

void TestGeneration::first()
{
    const QTemporaryDir folder;
    const auto out = folder.filePath(u"drizzle"_s);
    const auto written = generateIn(out, withTable(u"t"_s), {.name = u"start"_s});
    QVERIFY2(written.ok(), written ? "" : qPrintable(written.error().message));
    QCOMPARE(written->file, out + u"/0000_start.sql"_s);
    QCOMPARE(contents(written->file), QByteArray("CREATE TABLE \"t\" (\n\t\"id\" integer\n);\n"));
    QCOMPARE(filesIn(out), QStringList(u"0000_start.sql"_s));
    QCOMPARE(filesIn(out + u"/meta"_s), QStringList({u"0000_snapshot.json"_s, u"_journal.json"_s}));
    const auto history = *History::read(out);
    QVERIFY(history.problems().empty());
    const auto latest = *history.latest();
    QCOMPARE(latest.prevId, emptySnapshot().id);
    QVERIFY(QRegularExpression(u"^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"_s)
                .match(latest.id)
                .hasMatch());
    const JournalEntry expected{.idx = 0, .when = noon().toMSecsSinceEpoch(), .tag = u"0000_start"_s};
    QCOMPARE(history.journal().entries(), std::vector{expected});
}

void TestGeneration::custom()
{
    const QTemporaryDir folder;
    QVERIFY(generateIn(folder.path(), withTable(u"t"_s), {.name = u"start"_s}).ok());
    const auto before = *History::read(folder.path())->latest();
    const auto written = customIn(folder.path(), {.name = u"mine"_s, .breakpoints = false});
    QVERIFY(written.ok());
    QCOMPARE(contents(written->file), QByteArray("-- Custom SQL migration file, put your code below! --"));
    const auto history = *History::read(folder.path());
    auto after = *history.latest();
    QCOMPARE(after.prevId, before.id);
    QVERIFY(after.id != before.id);
    QCOMPARE(after.tables, before.tables);
    QVERIFY(!history.journal().entries().back().breakpoints);
    // Its id comes before everything else, as drizzle-kit writes copies.
    QVERIFY(contents(folder.filePath(u"meta/0001_snapshot.json"_s)).startsWith("{\n  \"id\": "));
}

void TestGeneration::prefixes_data()
{
    QTest::addColumn<MigrationPrefix>("prefix");
    QTest::addColumn<QString>("tag");
    QTest::newRow("index") << MigrationPrefix::Index << u"0000_n"_s;
    QTest::newRow("timestamp") << MigrationPrefix::Timestamp << u"20261122120000_n"_s;
    QTest::newRow("supabase") << MigrationPrefix::Supabase << u"20261122120000_n"_s;
    QTest::newRow("unix") << MigrationPrefix::Unix << u"1795348800_n"_s;
    QTest::newRow("none") << MigrationPrefix::None << u"_n"_s;
}

void TestGeneration::prefixes()
{
    QFETCH(const MigrationPrefix, prefix);
    QFETCH(const QString, tag);
    const QTemporaryDir folder;
    const auto written = generateIn(folder.path(), withTable(u"t"_s), {.name = u"n"_s, .prefix = prefix});
    QVERIFY2(written.ok(), written ? "" : qPrintable(written.error().message));
    QCOMPARE(written->file, folder.filePath(tag + u".sql"_s));
    QVERIFY(QFile::exists(folder.filePath(u"meta/"_s + tag.chopped(2) + u"_snapshot.json"_s)));
    QVERIFY(History::read(folder.path())->problems().empty());
}

void TestGeneration::twoInOneSecond()
{
    for (const auto prefix : {MigrationPrefix::Timestamp, MigrationPrefix::Unix}) {
        const QTemporaryDir folder;
        QVERIFY(generateIn(folder.path(), withTable(u"t"_s), {.name = u"a"_s, .prefix = prefix}).ok());
        const auto second = customIn(folder.path(), {.name = u"b"_s, .prefix = prefix});
        QVERIFY(second.ok());
        QVERIFY(
            second->file.contains(prefix == MigrationPrefix::Unix ? u"1795348801_b" : u"20261122120001_b"));
        const auto history = *History::read(folder.path());
        QVERIFY(history.problems().empty());
        QCOMPARE(history.journal().entries().back().when, noon().toMSecsSinceEpoch() + 1);
    }
}

void TestGeneration::withoutPrefixesTheOnlySnapshotIsTheStart()
{
    const QTemporaryDir folder;
    QVERIFY(
        generateIn(folder.path(), withTable(u"t"_s), {.name = u"a"_s, .prefix = MigrationPrefix::None}).ok());
    const auto start = startOf(*History::read(folder.path()), MigrationPrefix::None);
    QVERIFY(start.ok());
    QVERIFY(start->tables.contains(u"public.t"_s));
    QVERIFY(!customIn(folder.path(), {.name = u"a"_s, .prefix = MigrationPrefix::None}).ok());
    QVERIFY(customIn(folder.path(), {.name = u"b"_s, .prefix = MigrationPrefix::None}).ok());
}

void TestGeneration::laterThanAllBefore()
{
    Journal journal;
    journal.append({.idx = 0, .when = 5000, .tag = u"a"_s});
    journal.append({.idx = 1, .when = 2000, .tag = u"b"_s});
    QCOMPARE(nextTime(journal, QDateTime::fromMSecsSinceEpoch(3000)), 5001);
    QCOMPARE(nextTime(journal, QDateTime::fromMSecsSinceEpoch(9000)), 9000);
}

void TestGeneration::inventedNames()
{
    QSet<QString> names;
    for (int i = 0; i < 40; ++i) {
        const auto name = inventedName();
        QVERIFY2(QRegularExpression(u"^[a-z]+_[a-z]+$"_s).match(name).hasMatch(), qPrintable(name));
        names << name;
    }
    QVERIFY(names.size() > 1);
}

void TestGeneration::namesThatAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("a path") << u"../x"_s;
    QTest::newRow("another system's path") << u"a\\b"_s;
    QTest::newRow("two lines") << u"a\nb"_s;
    QTest::newRow("long") << QString(300, u'x');
}

void TestGeneration::namesThatAreRefused()
{
    QFETCH(const QString, name);
    const QTemporaryDir folder;
    QVERIFY(!generateIn(folder.path(), withTable(u"t"_s), {.name = name}).ok());
    QVERIFY(filesIn(folder.path()).isEmpty());
}

void TestGeneration::anotherPrefixWouldNotBeTheLast()
{
    const QTemporaryDir folder;
    QVERIFY(
        generateIn(folder.path(), withTable(u"t"_s), {.name = u"a"_s, .prefix = MigrationPrefix::Timestamp})
            .ok());
    const auto second = customIn(folder.path(), {.name = u"b"_s, .prefix = MigrationPrefix::Index});
    QVERIFY(!second.ok());
    QVERIFY(second.error().message.contains(u"0001_snapshot.json"));
    QCOMPARE(filesIn(folder.path()).size(), 1);
}

void TestGeneration::aFileThatIsThereStays()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"0000_start.sql"_s), "select 1");
    write(folder.filePath(u"meta/_journal.json"_s), Journal().text());
    QVERIFY(!generateIn(folder.path(), withTable(u"t"_s), {.name = u"start"_s}).ok());
    QCOMPARE(contents(folder.filePath(u"0000_start.sql"_s)), QByteArray("select 1"));
    QCOMPARE(filesIn(folder.filePath(u"meta"_s)), QStringList(u"_journal.json"_s));
}

void TestGeneration::damagedHistoriesAreRefused_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const auto journal = u"meta/_journal.json"_s;
    const auto snapshot = u"meta/0001_snapshot.json"_s;
    QTest::newRow("no journal") << journal << QByteArray() << QByteArray();
    QTest::newRow("a journal that is none") << journal << QByteArray("entries") << QByteArray("entry");
    QTest::newRow("another database") << journal << QByteArray("postgresql") << QByteArray("sqlite");
    QTest::newRow("one number twice") << journal << QByteArray("\"idx\": 1") << QByteArray("\"idx\": 0");
    QTest::newRow("no SQL") << u"0001_b.sql"_s << QByteArray() << QByteArray();
    QTest::newRow("no last snapshot") << snapshot << QByteArray() << QByteArray();
    QTest::newRow("a snapshot that is none")
        << snapshot << QByteArray("\"tables\"") << QByteArray("\"table\"");
    QTest::newRow("a snapshot from later") << snapshot << QByteArray("\"7\"") << QByteArray("\"8\"");
    QTest::newRow("a journal that was not written")
        << journal << QByteArray("\"tag\": \"0001_b\"") << QByteArray("\"tag\": \"0000_a\"");
}

void TestGeneration::damagedHistoriesAreRefused()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    const QTemporaryDir folder;
    QVERIFY(generateIn(folder.path(), withTable(u"t"_s), {.name = u"a"_s}).ok());
    QVERIFY(customIn(folder.path(), {.name = u"b"_s}).ok());
    const auto path = folder.filePath(file);
    if (from.isEmpty())
        QVERIFY(QFile::remove(path));
    else
        write(path, contents(path).replace(from, to));
    const auto before = filesIn(folder.path());
    const auto third = customIn(folder.path(), {.name = u"c"_s});
    QVERIFY(!third.ok());
    QVERIFY(!third.error().message.isEmpty());
    QVERIFY(!third.error().hint.isEmpty());
    QCOMPARE(filesIn(folder.path()), before);
}

void TestGeneration::doubtsDoNotStandInTheWay()
{
    const QTemporaryDir folder;
    QVERIFY(generateIn(folder.path(), withTable(u"t"_s), {.name = u"a"_s}).ok());
    write(folder.filePath(u"by_hand.sql"_s), "select 1");
    QVERIFY(customIn(folder.path(), {.name = u"b"_s}).ok());
}

void TestGeneration::folderThatCannotBeWritten()
{
    if (::geteuid() == 0)
        QSKIP("root may write everywhere");
    const QTemporaryDir folder;
    QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner));
    const auto written = generateIn(folder.path(), withTable(u"t"_s), {.name = u"a"_s});
    QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QVERIFY(!written.ok());
    QVERIFY(filesIn(folder.path()).isEmpty());
}

void TestGeneration::journalThatCannotBeWrittenLeavesNothing()
{
    const QTemporaryDir folder;
    const auto out = folder.filePath(u"out"_s);
    const auto history = *History::read(out);
    // A folder of that name cannot be replaced by a file, by nobody.
    QVERIFY(QDir().mkpath(out + u"/meta/_journal.json/x"_s));
    const Generation how{.name = u"a"_s, .now = noon()};
    const auto written = generate(history, emptySnapshot(), withTable(u"t"_s), {}, how);
    QVERIFY(!written.ok());
    QCOMPARE(written.error().code, Error::Code::File);
    QVERIFY(filesIn(out).isEmpty());
    QVERIFY(filesIn(out + u"/meta"_s).isEmpty());
}

void TestGeneration::leftoversGo()
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(u".squall-1.part"_s);
    write(path, "half");
    removeLeftovers(folder.path());
    QVERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-1), QFileDevice::FileModificationTime));
    file.close();
    QVERIFY(generateIn(folder.path(), withTable(u"t"_s), {.name = u"a"_s}).ok());
    QVERIFY2(filesIn(folder.path()) == QStringList(u"0000_a.sql"_s),
             qPrintable(filesIn(folder.path()).join(u' ')));
}

void TestGeneration::header()
{
    const QTemporaryDir folder;
    const auto written = generateIn(folder.path(), withTable(u"t"_s), {.name = u"add_t"_s, .header = true});
    QVERIFY(written.ok());
    QVERIFY(contents(written->file)
                .startsWith("-- Migration: 0000_add_t\n-- Created: 2026-11-22T12:00:00Z\n"
                            "-- Description: add t\n\nCREATE TABLE \"t\""));
}

void TestGeneration::idempotentForms_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("expected");
    const auto row = [](const QString &statement, const QString &expected) {
        QTest::newRow(qPrintable(statement)) << statement << expected;
    };
    const auto block = [](const QString &statement, const QString &conditions) {
        return u"DO $$ BEGIN\n "_s + statement + u"\nEXCEPTION\n WHEN "_s + conditions +
               u" THEN NULL;\nEND $$;"_s;
    };
    row(u"CREATE TABLE \"t\" (\n);\n"_s, u"CREATE TABLE IF NOT EXISTS \"t\" (\n);\n"_s);
    row(u"CREATE SCHEMA \"s\";\n"_s, u"CREATE SCHEMA IF NOT EXISTS \"s\";\n"_s);
    row(u"CREATE UNIQUE INDEX CONCURRENTLY \"i\" ON \"t\""_s,
        u"CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS \"i\" ON \"t\""_s);
    row(u"CREATE VIEW \"public\".\"v\" AS (select 1);"_s,
        u"CREATE OR REPLACE VIEW \"public\".\"v\" AS (select 1);"_s);
    row(u"CREATE MATERIALIZED VIEW \"public\".\"v\" AS (select 1);"_s,
        u"CREATE MATERIALIZED VIEW IF NOT EXISTS \"public\".\"v\" AS (select 1);"_s);
    row(u"DROP TABLE \"t\" CASCADE;"_s, u"DROP TABLE IF EXISTS \"t\" CASCADE;"_s);
    row(u"ALTER TABLE \"a\"\"b\".\"t\" ADD COLUMN \"c\" text;"_s,
        u"ALTER TABLE \"a\"\"b\".\"t\" ADD COLUMN IF NOT EXISTS \"c\" text;"_s);
    row(u"ALTER TABLE \" ADD COLUMN \" DROP COLUMN \"c\";"_s,
        u"ALTER TABLE \" ADD COLUMN \" DROP COLUMN IF EXISTS \"c\";"_s);
    row(u"ALTER TABLE \"t\" drop column \"c\";"_s, u"ALTER TABLE \"t\" drop column if exists \"c\";"_s);
    row(u"ALTER TABLE \"t\" DROP CONSTRAINT \"c\";\n"_s,
        u"ALTER TABLE \"t\" DROP CONSTRAINT IF EXISTS \"c\";\n"_s);
    row(u"ALTER TYPE \"public\".\"e\" ADD VALUE 'c' BEFORE 'b';"_s,
        u"ALTER TYPE \"public\".\"e\" ADD VALUE IF NOT EXISTS 'c' BEFORE 'b';"_s);
    const auto type = u"CREATE TYPE \"public\".\"e\" AS ENUM('a');"_s;
    row(type, block(type, u"duplicate_object"_s));
    const auto key = u"ALTER TABLE \"t\" ADD CONSTRAINT \"f\" FOREIGN KEY (\"a\") REFERENCES \"u\"(\"b\");"_s;
    row(key, block(key, u"duplicate_object OR duplicate_table"_s));
    const auto primary = u"ALTER TABLE \"t\" ADD PRIMARY KEY (\"a\");"_s;
    row(primary, block(primary, u"invalid_table_definition OR duplicate_table"_s));
    row(u"CREATE TYPE \"public\".\"e\" AS ENUM('$$');"_s,
        u"DO $b1$ BEGIN\n CREATE TYPE \"public\".\"e\" AS ENUM('$$');\nEXCEPTION\n WHEN duplicate_object "
        u"THEN "
        "NULL;\nEND $b1$;"_s);
    row(u"ALTER TABLE \"t\" RENAME TO \"u\";"_s, u"ALTER TABLE IF EXISTS \"t\" RENAME TO \"u\";"_s);
    row(u"ALTER SEQUENCE \"public\".\"q\" SET SCHEMA \"s\";\n"_s,
        u"ALTER SEQUENCE IF EXISTS \"public\".\"q\" SET SCHEMA \"s\";\n"_s);
    row(u"ALTER TABLE \"t\" DISABLE ROW LEVEL SECURITY;"_s,
        u"ALTER TABLE IF EXISTS \"t\" DISABLE ROW LEVEL SECURITY;"_s);
    const auto column = u"ALTER TABLE \"t\" RENAME COLUMN \"a\" TO \"b\";"_s;
    row(column, block(column, u"undefined_column"_s));
    const auto schema = u"ALTER SCHEMA \"a\" RENAME TO \"b\";"_s;
    row(schema, block(schema, u"invalid_schema_name"_s));
    const auto policy = u"ALTER POLICY \"p\" ON \"t\" RENAME TO \"q\";"_s;
    row(policy, block(policy, u"undefined_object OR duplicate_object"_s));
    const auto identity =
        u"ALTER TABLE \"t\" ALTER COLUMN \"c\" ADD GENERATED ALWAYS AS IDENTITY (sequence name "
        "\"s\");"_s;
    row(identity, block(identity, u"object_not_in_prerequisite_state OR duplicate_table"_s));
    row(u"ALTER TABLE \"t\" ALTER COLUMN \"c\" DROP EXPRESSION;"_s,
        u"ALTER TABLE \"t\" ALTER COLUMN \"c\" DROP EXPRESSION IF EXISTS;"_s);
    row(u"ALTER TABLE \"t\" ALTER COLUMN \"c\" SET NOT NULL;"_s,
        u"ALTER TABLE \"t\" ALTER COLUMN \"c\" SET NOT NULL;"_s);
    row(u"ALTER TABLE t"_s, u"ALTER TABLE t"_s);
}

void TestGeneration::idempotentForms()
{
    QFETCH(const QString, statement);
    QFETCH(const QString, expected);
    QCOMPARE(idempotent({statement}), QStringList(expected));
}

QTEST_GUILESS_MAIN(TestGeneration)
#include "tst_generation.moc"
