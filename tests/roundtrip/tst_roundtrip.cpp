#include "core/pg/connection.h"
#include "tests/roundtrip/roundtrip.h"
#include "tests/support/schemagenerator.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace squall;

/// A database read, written out and loaded elsewhere is the same database. SQUALL_TEST_SEEDS="3" or "1-500"
/// and SQUALL_TEST_VERSIONS="15,18" choose what runs; SQUALL_SAMPLES names a folder with further databases as
/// SQL files.
class TestRoundTrip : public QObject
{
    Q_OBJECT

private slots:
    void demo_data() { everyVersion(); }
    void demo();
    void samples_data() { everyVersion(); }
    void samples();
    void randomSchemas_data();
    void randomSchemas();

private:
    static void everyVersion();
};

namespace {

struct Seeds
{
    int first;
    int last;
};

/// A few minutes of them; most where most people are.
Seeds chosenSeeds(int version)
{
    constexpr int many = 120;
    constexpr int some = 30;
    const auto text = qEnvironmentVariable("SQUALL_TEST_SEEDS");
    if (text.isEmpty())
        return {1, version == test::TestServer::debianVersion ? many : some};
    const auto parts = text.split(u'-');
    return {parts.first().toInt(), parts.last().toInt()};
}

Result<Done> runFile(const pg::ConnectionOptions &database, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{.code = Error::Code::File, .message = file.errorString()};
    pg::Connection connection(database);
    const auto done = connection.runScript(QString::fromUtf8(file.readAll()));
    if (!done)
        return done.error();
    return Done{};
}

/// psql, because samples bring their rows along as COPY data.
Result<Done> runPsql(const pg::ConnectionOptions &database, const QString &path)
{
    constexpr int timeoutMs = 120'000;
    QProcess psql;
    psql.setStandardOutputFile(QProcess::nullDevice());
    psql.start(u"psql"_s,
               {u"-qX"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-h"_s, QString::fromUtf8(database.value("host")),
                u"-U"_s, QString::fromUtf8(database.value("user")), u"-d"_s,
                QString::fromUtf8(database.value("dbname")), u"-f"_s, path});
    if (psql.waitForFinished(timeoutMs) && psql.exitCode() == 0)
        return Done{};
    return Error{.code = Error::Code::Server, .message = QString::fromUtf8(psql.readAllStandardError())};
}

/// Where pg_dump can write the second generation; elsewhere the first one counts, and here it can.
bool settles(int version)
{
    return version <= test::TestServer::debianVersion;
}

} // namespace

void TestRoundTrip::everyVersion()
{
    QTest::addColumn<int>("version");
    for (const int version : test::TestServer::versions())
        QTest::addRow("PostgreSQL %d", version) << version;
}

void TestRoundTrip::demo()
{
    QFETCH(int, version);
    const QDir migrations(QStringLiteral(SQUALL_DEMO "/drizzle"));
    const auto files = migrations.entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    QVERIFY(!files.isEmpty());
    const auto trip = test::runRoundTrip(
        test::TestServer::of(version),
        [&](const pg::ConnectionOptions &database) -> Result<Done> {
            // gen_random_uuid() came into the core with 13.
            pg::Connection connection(database);
            if (version < 13) {
                if (const auto made = connection.runScript(u"create extension pgcrypto"_s); !made)
                    return made.error();
            }
            for (const auto &file : files) {
                if (const auto done = runFile(database, migrations.filePath(file)); !done)
                    return done.error();
            }
            return Done{};
        },
        settles(version));
    QVERIFY2(trip.failure.isEmpty(), qPrintable(trip.failure));
}

void TestRoundTrip::samples()
{
    QFETCH(int, version);
    const auto folder = qEnvironmentVariable("SQUALL_SAMPLES");
    if (folder.isEmpty())
        QSKIP("SQUALL_SAMPLES names no folder of SQL files; samples are not part of the repository");
    const QDir samples(folder);
    const auto files = samples.entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    QVERIFY2(!files.isEmpty(), qPrintable(folder));
    for (const auto &file : files) {
        qInfo("%s", qPrintable(file));
        const auto trip = test::runRoundTrip(
            test::TestServer::of(version),
            [&](const pg::ConnectionOptions &database) { return runPsql(database, samples.filePath(file)); },
            settles(version));
        QVERIFY2(trip.failure.isEmpty(), qPrintable(file + u": "_s + trip.failure));
    }
}

void TestRoundTrip::randomSchemas_data()
{
    // Qt ends a test function that takes too long.
    constexpr int together = 10;
    QTest::addColumn<int>("version");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    for (const int version : test::TestServer::versions()) {
        const auto seeds = chosenSeeds(version);
        for (int first = seeds.first; first <= seeds.last; first += together) {
            const int last = std::min(first + together - 1, seeds.last);
            QTest::addRow("PostgreSQL %d, seeds %d to %d", version, first, last) << version << first << last;
        }
    }
}

void TestRoundTrip::randomSchemas()
{
    QFETCH(int, version);
    QFETCH(int, first);
    QFETCH(int, last);
    QVERIFY(first > 0);
    auto &server = test::TestServer::of(version);
    int failures = 0;
    for (int seed = first; seed <= last; ++seed) {
        const auto trip = test::runRoundTrip(
            server,
            [&](const pg::ConnectionOptions &database) -> Result<Done> {
                pg::Connection connection(database);
                const auto done =
                    connection.runScript(test::generateSchema(static_cast<quint32>(seed), version));
                if (!done)
                    return done.error();
                return Done{};
            },
            test::needsNormalising(static_cast<quint32>(seed)));
        if (trip.failure.isEmpty())
            continue;
        ++failures;
        qWarning("seed %d on PostgreSQL %d: %s", seed, version, qPrintable(trip.failure));
    }
    QCOMPARE(failures, 0);
}

QTEST_GUILESS_MAIN(TestRoundTrip)
#include "tst_roundtrip.moc"
