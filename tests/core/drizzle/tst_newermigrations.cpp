#include "core/drizzle/catalogof.h"
#include "core/drizzle/history.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace squall;
using namespace squall::drizzle;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// Of a history with one migration and this snapshot.
RecordedMigration only(const QByteArray &snapshot)
{
    const QTemporaryDir folder;
    write(folder.filePath(u"20260102030405_one/migration.sql"_s), "select 1;");
    if (!snapshot.isNull())
        write(folder.filePath(u"20260102030405_one/snapshot.json"_s), snapshot);
    return History::read(folder.path())->migrations().at(0);
}

} // namespace

/// Folders that drizzle-kit 1.0.0-rc.5 has written.
class TestNewerMigrations : public QObject
{
    Q_OBJECT

private slots:
    void inOrder();
    void tables();
    void others();
    void cannotBeContinued();
    void damaged();
    void journalToo();
};

void TestNewerMigrations::inOrder()
{
    const auto history = History::read(QStringLiteral(SQUALL_NEWER));
    QVERIFY(history);
    const auto migrations = history->migrations();
    QCOMPARE(migrations.size(), 2U);
    const auto &first = migrations[0];
    const auto &second = migrations[1];
    QCOMPARE(first.name, u"20261122040912_first"_s);
    QCOMPARE(first.file, u"20261122040912_first/migration.sql"_s);
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(first.when, Qt::UTC).toString(Qt::ISODate),
             u"2026-11-22T04:09:12Z"_s);
    QCOMPARE(first.parents, QStringList{emptySnapshot().id});
    QCOMPARE(second.parents, QStringList{first.id});
    QVERIFY(first.snapshot);
    QVERIFY(!second.snapshot); // what has changed, and no more
    QVERIFY(!second.fault);
}

void TestNewerMigrations::tables()
{
    const auto snapshot = *History::read(QStringLiteral(SQUALL_NEWER))->migrations()[0].snapshot;
    const auto *users = snapshot.tables.find(u"public.users"_s);
    QVERIFY(users && users->isRlsEnabled && users->schema.isEmpty());
    const auto type = [&](const QString &column) { return users->columns.find(column)->type; };
    QVERIFY(users->columns.find(u"id"_s)->primaryKey);
    QCOMPARE(users->columns.find(u"id"_s)->identity->sequence.maxValue, u"2147483647"_s);
    QCOMPARE(users->columns.find(u"id"_s)->identity->sequence.cache, u"1"_s);
    QCOMPARE(type(u"tags"_s), u"text[]"_s);
    QCOMPARE(users->columns.find(u"tags"_s)->defaultValue->text, QByteArray(R"("'{x}'")"));
    QCOMPARE(users->columns.find(u"mood"_s)->typeSchema, u"public"_s);
    QCOMPARE(users->columns.find(u"g"_s)->generated, (Generated{u"lower(name)"_s, u"stored"_s}));
    QCOMPARE(users->uniqueConstraints.find(u"users_name_key"_s)->columns, QStringList{u"name"_s});
    QCOMPARE(users->checkConstraints.find(u"c"_s)->value, u"\"id\" > 0"_s);
    QCOMPARE(users->policies.find(u"p"_s)->to, QStringList{u"public"_s});
    const auto *index = users->indexes.find(u"users_name_at_index"_s);
    QVERIFY(!index->columns[1].asc && index->columns[1].nulls == u"last"_s);
    QCOMPARE(users->indexes.find(u"u"_s)->where, u"\"id\" > 5"_s);
    const auto *posts = snapshot.tables.find(u"blog.posts"_s);
    QCOMPARE(posts->compositePrimaryKeys.find(u"posts_pkey"_s)->columns, (QStringList{u"a"_s, u"b"_s}));
    const auto *key = posts->foreignKeys.find(u"posts_b_users_id_fkey"_s);
    QCOMPARE(key->onDelete, u"cascade"_s);
    QVERIFY(!key->schemaTo);
    // Whatever compares schemas takes it.
    QCOMPARE(catalogOf(snapshot).tables.size(), snapshot.tables.size());
}

void TestNewerMigrations::others()
{
    const auto snapshot = *History::read(QStringLiteral(SQUALL_NEWER))->migrations()[0].snapshot;
    QVERIFY(snapshot.schemas.contains(u"blog"_s));
    QCOMPARE(snapshot.enums.find(u"public.mood"_s)->values, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(snapshot.sequences.find(u"public.s"_s)->startWith, u"5"_s);
    QCOMPARE(snapshot.sequences.find(u"public.s"_s)->cache, u"1"_s);
    QCOMPARE(snapshot.roles.find(u"admin"_s)->createDb, true);
    QVERIFY(snapshot.views.find(u"public.v"_s)->definition->startsWith(u"select \"id\""));
}

/// Nobody takes it for an empty history and begins a new one there.
void TestNewerMigrations::cannotBeContinued()
{
    const auto history = History::read(QStringLiteral(SQUALL_NEWER));
    QVERIFY(history->isNewerLayout());
    QVERIFY(!history->latest());
    QCOMPARE(history->problems().size(), 1U);
    QCOMPARE(history->problems()[0].kind, HistoryProblem::Kind::NewerLayout);
}

void TestNewerMigrations::damaged()
{
    QVERIFY(!only({}).fault); // none is there
    QVERIFY(only("{").fault);
    QVERIFY(only("[]").fault);
    QVERIFY(only(R"({"version": "10", "dialect": "postgres"})").fault->message.contains(u"version 10"));
    QVERIFY(only(R"({"version": "9", "dialect": "mysql"})").fault->message.contains(u"mysql"));
    const auto odd = only(R"({"version": "8", "dialect": "postgres", "id": "x", "prevIds": 7, "ddl": [1, {},
        {"entityType": "columns", "schema": "public", "table": "none", "name": "a"}, {"entityType": "wonders"}]})");
    QVERIFY(odd.snapshot && odd.snapshot->tables.empty() && odd.parents.isEmpty());
}

/// drizzle-kit 0.x passes over the folders, so the journal goes on.
void TestNewerMigrations::journalToo()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"20260102030405_one/migration.sql"_s), "select 1;");
    write(folder.filePath(u"0000_zero.sql"_s), "select 1;");
    Journal journal;
    journal.append({.when = 1, .tag = u"0000_zero"_s});
    write(folder.filePath(u"meta/_journal.json"_s), journal.text());
    const auto history = History::read(folder.path());
    QVERIFY(!history->isNewerLayout());
    QCOMPARE(history->migrations().size(), 2U);
    QCOMPARE(history->migrations()[0].name, u"0000_zero"_s);
}

QTEST_GUILESS_MAIN(TestNewerMigrations)
#include "tst_newermigrations.moc"
