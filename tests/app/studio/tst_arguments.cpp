#include "core/pg/connection.h"
#include "tests/support/testserver.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace squall;
using namespace Qt::StringLiterals;

namespace {

struct Outcome
{
    int exitCode = -1;
    QString out;
    QString err;
};

/// What it may find of a display, of databases and of a home is what the test says.
QProcessEnvironment environment(const QString &platform, const QString &home = {})
{
    auto environment = QProcessEnvironment::systemEnvironment();
    const auto names = environment.keys();
    for (const auto &name : names) {
        if (name.startsWith(u"PG") || name.startsWith(u"DATABASE_URL") || name.endsWith(u"DISPLAY"))
            environment.remove(name);
    }
    environment.remove(u"QT_QPA_PLATFORM"_s);
    if (!platform.isEmpty())
        environment.insert(u"QT_QPA_PLATFORM"_s, platform);
    if (!home.isEmpty())
        environment.insert(u"XDG_DATA_HOME"_s, home);
    return environment;
}

Outcome run(const QStringList &arguments, const QString &platform)
{
    QProcess process;
    process.setProcessEnvironment(environment(platform));
    process.start(QStringLiteral(SQUALL_STUDIO), arguments);
    if (!process.waitForFinished())
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

} // namespace

class TestArguments : public QObject
{
    Q_OBJECT

private slots:
    void helpNeedsNoDisplay_data();
    void helpNeedsNoDisplay();
    void saysThatThereIsNoDisplay();
    void mistakesAreSaid_data();
    void mistakesAreSaid();
    void opensTheUrl_data();
    void opensTheUrl();
};

void TestArguments::helpNeedsNoDisplay_data()
{
    QTest::addColumn<QString>("platform");
    QTest::newRow("without a display") << QString();
    QTest::newRow("with one") << u"offscreen"_s;
}

void TestArguments::helpNeedsNoDisplay()
{
    QFETCH(const QString, platform);
    const auto help = run({u"--help"_s}, platform);
    QCOMPARE(help.exitCode, 0);
    QVERIFY2(help.out.contains(u"--tour"), qPrintable(help.out));
    const auto version = run({u"--version"_s}, platform);
    QCOMPARE(version.exitCode, 0);
    QVERIFY2(version.out.startsWith(u"squall-studio "), qPrintable(version.out));
}

void TestArguments::saysThatThereIsNoDisplay()
{
    const auto outcome = run({}, {});
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(outcome.out, QString());
    QCOMPARE(outcome.err.count(u'\n'), 1);
    QVERIFY2(outcome.err.contains(u"WAYLAND_DISPLAY"), qPrintable(outcome.err));
}

void TestArguments::mistakesAreSaid_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("expected");
    QTest::newRow("no such option") << QStringList{u"--nope"_s} << u"nope"_s;
    QTest::newRow("two databases") << QStringList{u"--url"_s, u"postgresql:///one"_s, u"postgresql:///two"_s}
                                   << u"///two"_s;
    QTest::newRow("two words") << QStringList{u"postgresql:///one"_s, u"users"_s} << u"users"_s;
    QTest::newRow("half a size") << QStringList{u"--size"_s, u"1024"_s} << u"1024x700"_s;
    QTest::newRow("no size") << QStringList{u"--size"_s, u"0x700"_s} << u"0x700"_s;
    QTest::newRow("a tour of nothing") << QStringList{u"--tour"_s, u"pictures"_s} << u"--url"_s;
}

void TestArguments::mistakesAreSaid()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, expected);
    for (const auto &platform : {QString(), u"offscreen"_s}) {
        const auto outcome = run(arguments, platform);
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.contains(expected), qPrintable(outcome.err));
        QVERIFY(!outcome.err.contains(u"WAYLAND_DISPLAY"));
    }
}

void TestArguments::opensTheUrl_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::newRow("as an option") << QStringList{u"--url"_s};
    QTest::newRow("as a word") << QStringList{};
}

void TestArguments::opensTheUrl()
{
    QFETCH(const QStringList, before);
    const auto database = test::TestServer::of().createDatabase();
    pg::Connection connection(database);
    const QTemporaryDir home;
    QProcess studio;
    studio.setProcessEnvironment(environment(u"offscreen"_s, home.path()));
    const auto url = u"postgresql:///%1?host=%2&port=%3&user=%4"_s.arg(
        QString::fromUtf8(database.value("dbname")), QString::fromUtf8(database.value("host")),
        QString::fromUtf8(database.value("port")), QString::fromUtf8(database.value("user")));
    studio.start(QStringLiteral(SQUALL_STUDIO), before + QStringList{url});
    const auto sessions = [&connection] {
        const auto reply =
            connection.fetch({u"select count(*) from pg_stat_activity where datname = current_database()"_s});
        return reply ? reply->text(0, 0).toInt() : -1;
    };
    QTRY_VERIFY_WITH_TIMEOUT(sessions() > 1, 60'000);
    studio.kill();
    QVERIFY(studio.waitForFinished());
}

QTEST_GUILESS_MAIN(TestArguments)
#include "tst_arguments.moc"
