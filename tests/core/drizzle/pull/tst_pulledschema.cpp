#include "core/catalog/introspect.h"
#include "tests/core/drizzle/pull/pulling.h"
#include "tests/support/schemagenerator.h"
#include "tests/support/testserver.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace squall;
using namespace squall::drizzle;
using namespace Qt::StringLiterals;

namespace {

/// `1-30` unless SQUALL_TEST_SEEDS says otherwise.
std::pair<int, int> chosenSeeds()
{
    constexpr int usual = 30;
    const auto text = qEnvironmentVariable("SQUALL_TEST_SEEDS");
    if (text.isEmpty())
        return {1, usual};
    const auto parts = text.split(u'-');
    return {parts.first().toInt(), parts.last().toInt()};
}

} // namespace

/// What is written of a live database evaluates to what was written, and TypeScript takes it.
class TestPulledSchema : public QObject
{
    Q_OBJECT

private slots:
    void everything_data();
    void everything();
    void demo();
    void randomSchemas_data();
    void randomSchemas();
    void outside();

private:
    static catalog::Snapshot read(const QString &script);
};

catalog::Snapshot TestPulledSchema::read(const QString &script)
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
    return *std::move(snapshot);
}

void TestPulledSchema::everything_data()
{
    QTest::addColumn<bool>("camel");
    QTest::addColumn<QString>("casing");
    QTest::newRow("camel") << true << QString();
    QTest::newRow("preserved") << false << QString();
    QTest::newRow("camel, snake_case project") << true << u"snake_case"_s;
    QTest::newRow("preserved, camelCase project") << false << u"camelCase"_s;
}

void TestPulledSchema::everything()
{
    QFETCH(bool, camel);
    QFETCH(QString, casing);
    QFile script(QStringLiteral(SQUALL_PULL_CASES "/everything.sql"));
    QVERIFY(script.open(QIODevice::ReadOnly));
    const auto catalog = read(QString::fromUtf8(script.readAll()));
    test::PulledProject project;
    const auto difference =
        project.roundTrip(u"everything"_s, catalog, test::everything(catalog), {camel, casing});
    if (qEnvironmentVariableIsSet("SQUALL_TEST_SHOW"))
        qInfo().noquote() << project.written().schema << project.written().relations;
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
    const auto errors = project.typeErrors();
    QVERIFY2(errors.isEmpty(), qPrintable(errors));
}

void TestPulledSchema::demo()
{
    auto &server = test::TestServer::of();
    pg::Connection connection(server.createDatabase());
    QVERIFY(test::loadDemo(connection));
    const auto catalog = catalog::introspect(connection);
    QVERIFY(catalog);
    test::PulledProject project;
    const auto difference = project.roundTrip(u"demo"_s, *catalog, test::everything(*catalog));
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
    const auto errors = project.typeErrors();
    QVERIFY2(errors.isEmpty(), qPrintable(errors));
}

void TestPulledSchema::randomSchemas_data()
{
    // Qt ends a test function that takes too long, and the compiler takes long to start.
    constexpr int atOnce = 30;
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    const auto [first, last] = chosenSeeds();
    for (int from = first; from <= last; from += atOnce) {
        const int to = std::min(from + atOnce - 1, last);
        QTest::addRow("seeds %d to %d", from, to) << from << to;
    }
}

void TestPulledSchema::randomSchemas()
{
    QFETCH(int, first);
    QFETCH(int, last);
    test::PulledProject project;
    for (int seed = first; seed <= last; ++seed) {
        const auto catalog =
            read(test::generateSchema(static_cast<quint32>(seed), test::TestServer::debianVersion));
        const NameStyle style{.camel = seed % 2 == 0, .casing = seed % 3 == 0 ? u"snake_case"_s : QString()};
        const auto difference =
            project.roundTrip(u"seed%1"_s.arg(seed), catalog, test::everything(catalog), style);
        if (qEnvironmentVariableIsSet("SQUALL_TEST_SHOW"))
            qInfo().noquote() << project.written().schema;
        QVERIFY2(difference.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(difference)));
    }
    const auto errors = project.typeErrors();
    QVERIFY2(errors.isEmpty(), qPrintable(errors));
}

/// A foreign key and an enum of a schema that is not asked for.
void TestPulledSchema::outside()
{
    const auto catalog = read(uR"(
        create schema auth;
        create type auth.level as enum ('aal1', 'aal2');
        create table auth.users (id uuid primary key, email text);
        create table profiles (
            id uuid primary key references auth.users on delete cascade,
            level auth.level not null default 'aal1');
    )"_s);
    test::PulledProject project;
    const auto difference = project.roundTrip(u"outside"_s, catalog, Selection());
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
    const auto errors = project.typeErrors();
    QVERIFY2(errors.isEmpty(), qPrintable(errors));
    const auto &snapshot = project.written().snapshot;
    QCOMPARE(snapshot.tables.size(), 1U);
    QVERIFY(snapshot.schemas.empty());
    QVERIFY(snapshot.enums.empty());
    const auto *key = snapshot.tables.find(u"public.profiles"_s)->foreignKeys.find(u"profiles_id_fkey"_s);
    QVERIFY(key);
    QCOMPARE(key->schemaTo, u"auth"_s);
    QVERIFY(!project.written().schema.contains(u"email"));
}

QTEST_GUILESS_MAIN(TestPulledSchema)
#include "tst_pulledschema.moc"
