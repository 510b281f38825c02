#include "core/pg/connection.h"
#include "tests/support/testserver.h"

#include <QDir>
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

QString urlOf(const pg::ConnectionOptions &database)
{
    return u"postgresql:///%1?host=%2&port=%3&user=%4"_s.arg(
        QString::fromUtf8(database.value("dbname")), QString::fromUtf8(database.value("host")),
        QString::fromUtf8(database.value("port")), QString::fromUtf8(database.value("user")));
}

/// A database with a table.
QString databaseOfPeople()
{
    const auto database = test::TestServer::of().createDatabase();
    if (!pg::Connection(database).runScript(u"create table people (id integer primary key)"_s))
        qFatal("no table");
    return urlOf(database);
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
    void rendersWithoutADisplay_data();
    void rendersWithoutADisplay();
    void rendersToStandardOutput();
    void renderingSaysWhatFailed_data();
    void renderingSaysWhatFailed();
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
    QTest::newRow("two projects") << QStringList{u"."_s, u".."_s} << u".."_s;
    QTest::newRow("a picture of a project")
        << QStringList{u"."_s, u"--render"_s, u"x.svg"_s} << u"--render"_s;
    QTest::newRow("half a size") << QStringList{u"--size"_s, u"1024"_s} << u"1024x700"_s;
    QTest::newRow("no size") << QStringList{u"--size"_s, u"0x700"_s} << u"0x700"_s;
    QTest::newRow("a picture of no kind") << QStringList{u"--render"_s, u"diagram.jpg"_s} << u"diagram.jpg"_s;
    QTest::newRow("a picture of no known kind")
        << QStringList{u"--render"_s, u"x.svg"_s, u"--format"_s, u"gif"_s} << u"svg, png, pdf"_s;
    QTest::newRow("no such detail") << QStringList{u"--render"_s, u"x.svg"_s, u"--detail"_s, u"all"_s}
                                    << u"names, keys, columns"_s;
    QTest::newRow("no scale") << QStringList{u"--render"_s, u"x.png"_s, u"--scale"_s, u"nan"_s} << u"nan"_s;
    QTest::newRow("a scale of nothing")
        << QStringList{u"--render"_s, u"x.png"_s, u"--scale"_s, u"0"_s} << u"2 or 0.5"_s;
    QTest::newRow("no such paper") << QStringList{u"--render"_s, u"x.pdf"_s, u"--paper"_s, u"a0"_s}
                                   << u"a4"_s;
    QTest::newRow("a picture and a tour")
        << QStringList{u"--render"_s, u"x.svg"_s, u"--tour"_s, u"y"_s, u"--url"_s, u"postgresql:///one"_s}
        << u"--tour"_s;
    QTest::newRow("a theme of no picture") << QStringList{u"--theme"_s, u"dark"_s} << u"--render"_s;
    QTest::newRow("a picture of no server")
        << QStringList{u"--render"_s, u"x.svg"_s, u"--url"_s, u"host=/nonexistent dbname=x"_s}
        << u"/nonexistent"_s;
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
    const auto url = urlOf(database);
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

void TestArguments::rendersWithoutADisplay_data()
{
    QTest::addColumn<QString>("platform");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("svg") << QString() << u"a.svg"_s << QByteArray("<?xml");
    QTest::newRow("png") << QString() << u"a.png"_s << QByteArray("\x89PNG");
    QTest::newRow("pdf") << QString() << u"a.PDF"_s << QByteArray("%PDF");
    QTest::newRow("whatever the desktop says") << u"wayland"_s << u"a.svg"_s << QByteArray("<?xml");
}

void TestArguments::rendersWithoutADisplay()
{
    QFETCH(const QString, platform);
    QFETCH(const QString, file);
    QFETCH(const QByteArray, begins);
    const QTemporaryDir home;
    const auto path = home.filePath(file);
    QProcess studio;
    studio.setProcessEnvironment(environment(platform, home.filePath(u"data"_s)));
    studio.start(QStringLiteral(SQUALL_STUDIO),
                 {u"--render"_s, path, u"--url"_s, databaseOfPeople(), u"--paper"_s, u"a4"_s});
    QVERIFY(studio.waitForFinished());
    QCOMPARE(studio.readAllStandardError(), QByteArray());
    QCOMPARE(studio.exitCode(), 0);
    QFile picture(path);
    QVERIFY(picture.open(QIODevice::ReadOnly));
    QVERIFY(picture.readAll().startsWith(begins));
    // No workspace was made.
    QVERIFY(!QFile::exists(home.filePath(u"data"_s)));
}

void TestArguments::rendersToStandardOutput()
{
    const auto url = databaseOfPeople();
    const auto outcome =
        run({u"--render"_s, u"-"_s, u"--format"_s, u"svg"_s, url, u"--detail"_s, u"names"_s}, {});
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.err, QString());
    QVERIFY2(outcome.out.contains(u">people</text>"_s), qPrintable(outcome.out));
    QVERIFY(!outcome.out.contains(u">id</text>"_s));
    const auto all = run({u"--render"_s, u"-"_s, u"--format"_s, u"svg"_s, url}, {});
    QVERIFY(all.out.contains(u">id</text>"_s));
}

void TestArguments::renderingSaysWhatFailed_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("expected");
    QTest::newRow("schema") << QStringList{u"--render"_s, u"x.svg"_s, u"--schema"_s, u"nowhere"_s}
                            << u"nowhere"_s;
    QTest::newRow("folder") << QStringList{u"--render"_s, u"/nonexistent/x.svg"_s} << u"/nonexistent/x.svg"_s;
}

void TestArguments::renderingSaysWhatFailed()
{
    QFETCH(const QStringList, options);
    QFETCH(const QString, expected);
    const QTemporaryDir folder;
    QProcess studio;
    studio.setProcessEnvironment(environment({}));
    studio.setWorkingDirectory(folder.path());
    studio.start(QStringLiteral(SQUALL_STUDIO), options + QStringList{u"--url"_s, databaseOfPeople()});
    QVERIFY(studio.waitForFinished());
    const auto said = QString::fromUtf8(studio.readAllStandardError());
    QCOMPARE(studio.exitCode(), 1);
    QVERIFY2(said.contains(expected), qPrintable(said));
    QVERIFY(QDir(folder.path()).isEmpty());
}

QTEST_GUILESS_MAIN(TestArguments)
#include "tst_arguments.moc"
