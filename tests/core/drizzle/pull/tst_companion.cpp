#include "core/catalog/introspect.h"
#include "core/catalog/summary.h"
#include "core/diff/render.h"
#include "core/drizzle/migration.h"
#include "core/drizzle/pull/companion.h"
#include "tests/core/drizzle/pull/pulling.h"
#include "tests/support/testserver.h"

#include <QFile>
#include <QTest>

using namespace squall;
using namespace squall::drizzle;
using namespace Qt::StringLiterals;

/// What TypeScript cannot say, and that with the first migration it makes the whole database.
class TestCompanion : public QObject
{
    Q_OBJECT

private slots:
    void nothingToSay();
    void wholeDatabase();
    void fullerStatements();
    void otherSchemas();

private:
    static catalog::SnapshotPtr load(const QStringList &scripts);
};

catalog::SnapshotPtr TestCompanion::load(const QStringList &scripts)
{
    auto &server = test::TestServer::of();
    const auto database = server.createDatabase();
    pg::Connection connection(database);
    for (const auto &script : scripts) {
        if (const auto done = connection.runScript(script); !done)
            qFatal("%s\n%s", qPrintable(done.error().message), qPrintable(script));
    }
    auto snapshot = catalog::introspect(connection);
    if (!snapshot)
        qFatal("%s", qPrintable(snapshot.error().message));
    connection.close();
    server.dropDatabase(database);
    return std::make_shared<const catalog::Snapshot>(*std::move(snapshot));
}

void TestCompanion::nothingToSay()
{
    const auto companion = companionOf(load({u"create table t (id serial primary key)"_s}), Selection());
    QVERIFY(companion);
    QVERIFY2(companion->isEmpty(), qPrintable(companionSql(*companion)));
    QCOMPARE(companionSql(*companion), QString());
}

/// In the order that the file's heading names.
void TestCompanion::wholeDatabase()
{
    QFile script(QStringLiteral(SQUALL_PULL_CASES "/beyond.sql"));
    QVERIFY(script.open(QIODevice::ReadOnly));
    const auto wanted = load({QString::fromUtf8(script.readAll())});
    const auto selection = test::everything(*wanted);
    const auto companion = companionOf(wanted, selection);
    QVERIFY(companion);
    QVERIFY(companion->fuller.empty());
    const auto migration = migrationOf(emptySnapshot(), snapshotOf(*wanted, selection).snapshot, {});
    QVERIFY(migration);
    QStringList first;
    QStringList then;
    for (const auto &statement : migration->statements) {
        const bool base = statement.startsWith(u"CREATE SCHEMA") || statement.startsWith(u"CREATE TYPE") ||
                          statement.startsWith(u"CREATE SEQUENCE");
        if (!statement.startsWith(u"CREATE TABLE \"events\"") && !statement.contains(u"ON \"events\" USING"))
            (base ? first : then) << statement;
    }
    const auto made = load(first + companion->before + companion->instead + then + companion->after);
    const auto wantedSql = diff::render(wanted);
    const auto madeSql = diff::render(made);
    QVERIFY(wantedSql && madeSql);
    const auto wantedLines = wantedSql->split(u'\n');
    const auto madeLines = madeSql->split(u'\n');
    for (qsizetype i = 0; i < wantedLines.size(); ++i)
        QCOMPARE(madeLines.value(i), wantedLines[i]);
    QVERIFY(*made == *wanted);
}

void TestCompanion::fullerStatements()
{
    const auto companion = companionOf(load({u"create unlogged table t (a text collate \"C\", b integer);"
                                             "create index i on t (a) include (b);"
                                             "alter table t add constraint u unique (b) deferrable;"
                                             "alter table t add constraint x exclude using btree (b with =);"
                                             "create policy p on t"_s}),
                                       Selection());
    QVERIFY(companion);
    QStringList unsaid;
    for (const auto &[words, statement] : companion->fuller)
        unsaid << words;
    QCOMPARE(unsaid, QStringList({u"UNLOGGED, COLLATE"_s, u"DEFERRABLE"_s, u"INCLUDE"_s}));
    QCOMPARE(companion->after.size(), 2);
    QVERIFY(companion->after.join(u'\n').contains(u"EXCLUDE"));
    QVERIFY(companion->after.contains(u"ALTER TABLE public.t DISABLE ROW LEVEL SECURITY"_s));
    QVERIFY(
        companionSql(*companion).contains(u"\n-- UNLOGGED, COLLATE:\n-- CREATE UNLOGGED TABLE public.t ("));
}

void TestCompanion::otherSchemas()
{
    const auto companion =
        companionOf(load({u"create schema other; create domain other.d as text;"
                          "create function other.f() returns int language sql as 'select 1';"
                          "create table other.t (id integer);"
                          "comment on table other.t is 'not ours'"_s}),
                    Selection());
    QVERIFY(companion);
    QVERIFY2(companion->isEmpty(), qPrintable(companionSql(*companion)));
}

QTEST_GUILESS_MAIN(TestCompanion)
#include "tst_companion.moc"
