#include "core/catalog/introspect.h"
#include "core/migrate/livecomparison.h"
#include "tests/core/drizzle/pull/pulling.h"
#include "tests/support/schemagenerator.h"
#include "tests/support/testserver.h"

#include <QDateTime>
#include <QFile>
#include <QTest>

using namespace squall;
using namespace Qt::StringLiterals;

/// A project's schema beside a live database, the server spelling both.
class TestLiveComparison : public QObject
{
    Q_OBJECT

private slots:
    void pulledIsTheSame_data();
    void pulledIsTheSame();
    void differences_data();
    void differences();
    void policiesBringRowSecurity();
    void schemaThatCannotBe();
    void scratchIsGone();
    void leftoversGo();
    void mayNotCreate();

private:
    static catalog::SnapshotPtr load(const QString &script);
    static Result<migrate::LiveDifference> compare(const catalog::SnapshotPtr &live,
                                                   const drizzle::Snapshot &schema);
    static QStringList databases();
};

namespace {

QString everythingSql()
{
    QFile script(QStringLiteral(SQUALL_PULL_CASES "/everything.sql"));
    return script.open(QIODevice::ReadOnly) ? QString::fromUtf8(script.readAll()) : QString();
}

/// `1-8` unless SQUALL_TEST_SEEDS says otherwise.
std::pair<int, int> chosenSeeds()
{
    constexpr int usual = 8;
    const auto text = qEnvironmentVariable("SQUALL_TEST_SEEDS");
    if (text.isEmpty())
        return {1, usual};
    const auto parts = text.split(u'-');
    return {parts.first().toInt(), parts.last().toInt()};
}

pg::ConnectionOptions &anyDatabase()
{
    static auto database = test::TestServer::of().createDatabase();
    return database;
}

} // namespace

catalog::SnapshotPtr TestLiveComparison::load(const QString &script)
{
    auto &server = test::TestServer::of();
    const auto database = server.createDatabase();
    pg::Connection connection(database);
    const auto done = connection.runScript(script);
    if (!done)
        qFatal("%s", qPrintable(done.error().message));
    auto snapshot = catalog::introspect(connection);
    if (!snapshot)
        qFatal("%s", qPrintable(snapshot.error().message));
    connection.close();
    server.dropDatabase(database);
    return std::make_shared<const catalog::Snapshot>(*std::move(snapshot));
}

Result<migrate::LiveDifference> TestLiveComparison::compare(const catalog::SnapshotPtr &live,
                                                            const drizzle::Snapshot &schema)
{
    return migrate::compareWithLive(live, test::everything(*live), schema,
                                    [] { return migrate::ScratchDatabase::create(anyDatabase()); });
}

QStringList TestLiveComparison::databases()
{
    pg::Connection connection(anyDatabase());
    const auto rows = connection.fetch(
        {u"select datname from pg_catalog.pg_database where datname like 'squall\\_scratch\\_%' order by 1"_s,
         {}});
    QStringList names;
    for (int row = 0; rows && row < rows->rowCount(); ++row)
        names << QString::fromUtf8(*rows->cell(row, 0));
    return names;
}

void TestLiveComparison::pulledIsTheSame_data()
{
    QTest::addColumn<QString>("script");
    QTest::newRow("everything") << everythingSql();
    const auto [first, last] = chosenSeeds();
    for (int seed = first; seed <= last; ++seed)
        QTest::addRow("seed %d", seed)
            << test::generateSchema(static_cast<quint32>(seed), test::TestServer::debianVersion);
}

void TestLiveComparison::pulledIsTheSame()
{
    QFETCH(QString, script);
    const auto live = load(script);
    const auto pulled = drizzle::snapshotOf(*live, test::everything(*live));
    const auto difference = compare(live, pulled.snapshot);
    QVERIFY2(difference,
             difference ? "" : qPrintable(difference.error().message + difference.error().detail));
    QCOMPARE(difference->statements.join(u'\n'), QString());
}

void TestLiveComparison::differences_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("statement");
    QTest::newRow("a table more") << u"create table more (id integer)"_s << u"DROP TABLE \"more\" CASCADE;"_s;
    QTest::newRow("a table less") << u"drop table tags"_s << u"CREATE TABLE \"tags\""_s;
    QTest::newRow("a default") << u"alter table users alter age set default 8"_s
                               << u"ALTER TABLE \"users\" ALTER COLUMN \"age\" SET DEFAULT 7;"_s;
    QTest::newRow("a type")
        << u"alter table users alter score type real"_s
        << u"ALTER TABLE \"users\" ALTER COLUMN \"score\" SET DATA TYPE double precision;"_s;
    QTest::newRow("a check") << u"alter table users drop constraint age, add constraint age check (age > 1)"_s
                             << u"ADD CONSTRAINT \"age\" CHECK (age > 0);"_s;
    QTest::newRow("an index") << u"drop index users_name"_s << u"CREATE INDEX \"users_name\""_s;
    QTest::newRow("a label") << u"alter type mood add value 'new' before 'ok'"_s << u"mood"_s;
    QTest::newRow("a view") << u"create or replace view adults as select id, name from users where age > 17"_s
                            << u"adults"_s;
}

void TestLiveComparison::differences()
{
    QFETCH(QString, change);
    QFETCH(QString, statement);
    const auto schema = uR"(
        create type mood as enum ('sad', 'ok');
        create table users (id serial primary key, name text, age integer default 7, mood mood, score float,
            constraint age check (age > 0));
        create index users_name on users (lower(name));
        create table tags (id integer primary key);
        create view adults as select id, name from users where age > 18;)"_s;
    const auto before = load(schema);
    const auto project = drizzle::snapshotOf(*before, test::everything(*before)).snapshot;
    const auto difference = compare(load(schema + change + u';'), project);
    QVERIFY2(difference, difference ? "" : qPrintable(difference.error().message));
    QVERIFY2(difference->statements.join(u'\n').contains(statement),
             qPrintable(difference->statements.join(u'\n')));
}

/// TypeScript has no policies without it, so that this is no difference.
void TestLiveComparison::policiesBringRowSecurity()
{
    const auto live =
        load(u"create table t (id integer); create policy p on t using (id between 1 and 5 and id > 2)"_s);
    const auto difference = compare(live, drizzle::snapshotOf(*live, test::everything(*live)).snapshot);
    QVERIFY(difference);
    QCOMPARE(difference->statements, QStringList());
}

void TestLiveComparison::schemaThatCannotBe()
{
    const auto live = load(u"create table t (id integer, constraint c check (id > 0))"_s);
    auto schema = drizzle::snapshotOf(*live, test::everything(*live)).snapshot;
    schema.tables.find(u"public.t"_s)->checkConstraints.find(u"c"_s)->value = u"nowhere > 0"_s;
    const auto difference = compare(live, schema);
    QVERIFY(!difference);
    QVERIFY2(difference.error().message.contains(u"nowhere"), qPrintable(difference.error().message));
    QVERIFY(difference.error().detail.contains(u"CHECK"));
}

void TestLiveComparison::scratchIsGone()
{
    {
        const auto scratch = migrate::ScratchDatabase::create(anyDatabase());
        QVERIFY(scratch);
        QVERIFY((*scratch)->connection().runScript(u"create table t (id integer)"_s));
        QCOMPARE(databases().size(), 1);
    }
    QCOMPARE(databases(), QStringList());
}

void TestLiveComparison::leftoversGo()
{
    const auto young = u"squall_scratch_%1_young"_s.arg(QDateTime::currentSecsSinceEpoch());
    pg::Connection connection(anyDatabase());
    QVERIFY(connection.runScript(u"create database squall_scratch_1000_old"_s));
    QVERIFY(connection.runScript(u"create database squall_scratch_people"_s));
    QVERIFY(connection.runScript(u"create database "_s + young));
    QVERIFY(migrate::ScratchDatabase::create(anyDatabase()));
    QCOMPARE(databases(), QStringList({young, u"squall_scratch_people"_s}));
    QVERIFY(connection.runScript(u"drop database squall_scratch_people"_s));
    QVERIFY(connection.runScript(u"drop database "_s + young));
}

void TestLiveComparison::mayNotCreate()
{
    pg::Connection connection(anyDatabase());
    [[maybe_unused]] const auto there = connection.runScript(u"create role squall_test_reader login"_s);
    auto options = anyDatabase();
    options.set("user", "squall_test_reader");
    const auto scratch = migrate::ScratchDatabase::create(options);
    QVERIFY(!scratch);
    QVERIFY(scratch.error().hint.contains(u"--scratch"));
}

QTEST_GUILESS_MAIN(TestLiveComparison)
#include "tst_livecomparison.moc"
