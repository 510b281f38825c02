#include "tests/app/cli/running.h"

#include <QDir>
#include <QImage>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <cerrno>
#include <csignal>

using namespace squall;
using namespace squall::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int generous = 60000;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A folder with `squall` in it, and what stands in for squall-studio beside it.
class Installation
{
public:
    explicit Installation(const QByteArray &studio = {})
    {
        if (!QFile::copy(QStringLiteral(SQUALL_PROGRAM), squall()))
            qFatal("squall cannot be copied");
        if (studio.isEmpty())
            return;
        QFile script(m_folder.filePath(u"squall-studio"_s));
        if (!script.open(QIODevice::WriteOnly) || script.write("#!/bin/sh\n" + studio) < 0)
            qFatal("no stand-in");
        script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    QString squall() const { return m_folder.filePath(u"squall"_s); }
    QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

bool isRunning(qint64 process)
{
    // What has ended may wait for whoever asks after it.
    const auto state = contentOf(u"/proc/%1/stat"_s.arg(process));
    return !state.isEmpty() && !state.contains(") Z ");
}

} // namespace

class TestPictures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyFormatIsWritten_data();
    void everyFormatIsWritten();
    void picturesGoToStandardOutput();
    void aTerminalGetsNoPicture();
    void optionsReachThePicture();
    void endingsSayTheFormat_data();
    void endingsSayTheFormat();
    void mistakesAreSaid_data();
    void mistakesAreSaid();
    void aDatabaseWithoutTables();
    void studioIsMissing();
    void studioFails_data();
    void studioFails();
    void remarksArePassedOn();
    void passwordsAreNoArguments_data();
    void passwordsAreNoArguments();
    void typedPasswordsAreNoArguments();
    void aPasswordIsAnAnswerThatIsNeeded();
    void endsTheStudio_data();
    void endsTheStudio();

private:
    QStringList ofDatabase(const QStringList &options) const
    {
        return QStringList{u"diagram"_s, u"--url"_s, m_url} + options;
    }

    QString m_url;
};

void TestPictures::initTestCase()
{
    const auto database = TestServer::of().createDatabase();
    m_url = keywordString(database);
    const auto made = pg::Connection(database).runScript(
        u"create table people (id integer primary key, name text);"
        "create table letters (id integer primary key, writer integer references people);"
        "create schema other; create table other.things (id integer primary key)"_s);
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
}

void TestPictures::everyFormatIsWritten_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("svg") << u"a.svg"_s << QStringList{} << QByteArray("<?xml");
    QTest::newRow("png") << u"a.png"_s << QStringList{} << QByteArray("\x89PNG");
    QTest::newRow("pdf") << u"a.pdf"_s << QStringList{} << QByteArray("%PDF");
    QTest::newRow("another ending") << u"a.out"_s << QStringList{u"--format"_s, u"pdf"_s}
                                    << QByteArray("%PDF");
    QTest::newRow("mermaid") << u"a.mmd"_s << QStringList{} << QByteArray("erDiagram");
}

void TestPictures::everyFormatIsWritten()
{
    QFETCH(const QString, file);
    QFETCH(const QStringList, options);
    QFETCH(const QByteArray, begins);
    const QTemporaryDir folder;
    const auto path = folder.filePath(file);
    const auto outcome = run(ofDatabase(QStringList{u"-o"_s, path} + options));
    QCOMPARE(outcome.err, QString());
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.out, QString());
    QVERIFY(contentOf(path).startsWith(begins));
}

void TestPictures::picturesGoToStandardOutput()
{
    const auto outcome = run(ofDatabase({u"--format"_s, u"svg"_s}));
    QCOMPARE(outcome.exitCode, 0);
    QXmlStreamReader xml(outcome.out);
    QStringList texts;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"text")
            texts << xml.readElementText();
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    for (const auto &table : {u"people"_s, u"letters"_s, u"things"_s, u"writer"_s})
        QCOMPARE(texts.count(table), 1);
}

void TestPictures::aTerminalGetsNoPicture()
{
    int here = -1;
    int there = -1;
    QCOMPARE(::openpty(&here, &there, nullptr, nullptr, nullptr), 0);
    QProcess process;
    process.setEnvironment(cleanEnvironment());
    process.setChildProcessModifier([there] { ::dup2(there, STDOUT_FILENO); });
    process.start(QStringLiteral(SQUALL_PROGRAM), ofDatabase({u"--format"_s, u"png"_s}));
    QVERIFY(process.waitForFinished(generous));
    ::close(here);
    ::close(there);
    QCOMPARE(process.exitCode(), 1);
    const auto said = process.readAllStandardError();
    QVERIFY2(said.contains("-o"), said);
}

void TestPictures::optionsReachThePicture()
{
    const auto drawn = [this](const QStringList &options) {
        const auto outcome = run(ofDatabase(QStringList{u"--format"_s, u"svg"_s} + options));
        return outcome.exitCode == 0 ? outcome.out : outcome.err;
    };
    const auto all = drawn({});
    QVERIFY(all.contains(u">name</text>"_s));
    QVERIFY(!drawn({u"--detail"_s, u"keys"_s}).contains(u">name</text>"_s));
    QVERIFY(!drawn({u"--schema"_s, u"other"_s}).contains(u"people"_s));
    QVERIFY(drawn({u"--schema"_s, u"other"_s, u"--schema"_s, u"public"_s}).contains(u"people"_s));
    QVERIFY(drawn({u"--theme"_s, u"dark"_s}) != all);

    const QTemporaryDir folder;
    const auto once = folder.filePath(u"once.png"_s);
    const auto twice = folder.filePath(u"twice.png"_s);
    QCOMPARE(run(ofDatabase({u"-o"_s, once})).exitCode, 0);
    QCOMPARE(run(ofDatabase({u"-o"_s, twice, u"--scale"_s, u"2"_s})).exitCode, 0);
    QVERIFY(!QImage(once).isNull());
    QCOMPARE(QImage(twice).size(), QImage(once).size() * 2);
    const auto sheet = folder.filePath(u"sheet.pdf"_s);
    QCOMPARE(run(ofDatabase({u"-o"_s, sheet, u"--paper"_s, u"letter"_s})).exitCode, 0);
    const auto pdf = contentOf(sheet);
    QVERIFY(pdf.contains("[0 0 612.000000 792.000000]") || pdf.contains("[0 0 792.000000 612.000000]"));
}

void TestPictures::endingsSayTheFormat_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("DBML") << u"a.dbml"_s << QByteArray("Table \"public\".\"people\" {");
    QTest::newRow("PlantUML") << u"a.puml"_s << QByteArray("@startuml");
    QTest::newRow("Graphviz") << u"a.gv"_s << QByteArray("digraph");
    QTest::newRow("Markdown") << u"a.md"_s << QByteArray("erDiagram");
    QTest::newRow("none") << u"schema"_s << QByteArray("erDiagram");
}

void TestPictures::endingsSayTheFormat()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, says);
    const QTemporaryDir folder;
    QCOMPARE(run(ofDatabase({u"-o"_s, folder.filePath(file)})).exitCode, 0);
    const auto written = contentOf(folder.filePath(file));
    QVERIFY2(written.contains(says), written);
}

void TestPictures::mistakesAreSaid_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("expected");
    QTest::newRow("no such format") << QStringList{u"--format"_s, u"gif"_s} << u"svg, png, pdf, mermaid"_s;
    QTest::newRow("no such ending") << QStringList{u"-o"_s, u"a.jpg"_s} << u"--format"_s;
    QTest::newRow("no such detail") << QStringList{u"--format"_s, u"svg"_s, u"--detail"_s, u"some"_s}
                                    << u"names, keys, columns"_s;
    QTest::newRow("no scale") << QStringList{u"--format"_s, u"svg"_s, u"--scale"_s, u"two"_s} << u"two"_s;
    QTest::newRow("a picture's option") << QStringList{u"--paper"_s, u"a4"_s} << u"mermaid"_s;
    QTest::newRow("schema") << QStringList{u"--format"_s, u"svg"_s, u"--schema"_s, u"nowhere"_s}
                            << u"nowhere"_s;
    QTest::newRow("folder") << QStringList{u"-o"_s, u"/nonexistent/a.svg"_s} << u"/nonexistent/a.svg"_s;
    QTest::newRow("full") << QStringList{u"--format"_s, u"svg"_s, u"-o"_s, u"/dev/full"_s} << u"/dev/full"_s;
    QTest::newRow("server") << QStringList{u"--format"_s, u"png"_s, u"--url"_s,
                                           u"host=/nonexistent dbname=x"_s}
                            << u"/nonexistent"_s;
}

void TestPictures::mistakesAreSaid()
{
    QFETCH(const QStringList, options);
    QFETCH(const QString, expected);
    const QTemporaryDir folder;
    const auto before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(folder.path()));
    const auto outcome = run(ofDatabase(options));
    QVERIFY(QDir::setCurrent(before));
    QCOMPARE(outcome.exitCode, 1);
    QCOMPARE(outcome.out, QString());
    QVERIFY2(outcome.err.startsWith(u"squall diagram: "_s), qPrintable(outcome.err));
    QVERIFY2(outcome.err.contains(expected), qPrintable(outcome.err));
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestPictures::aDatabaseWithoutTables()
{
    const auto url = keywordString(TestServer::of().createDatabase());
    const auto outcome = run({u"diagram"_s, u"--url"_s, url, u"--format"_s, u"svg"_s});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY2(outcome.out.contains(u"There are no tables in"_s), qPrintable(outcome.out));
}

void TestPictures::studioIsMissing()
{
    const Installation installation;
    const auto file = installation.path(u"a.svg"_s);
    const auto outcome = run(ofDatabase({u"-o"_s, file}), {u"PATH=/nonexistent"_s}, installation.squall());
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains(u"squall-studio"_s) && outcome.err.contains(u"--format mermaid"_s),
             qPrintable(outcome.err));
    QVERIFY(!QFile::exists(file));
    // Languages need none.
    QCOMPARE(run(ofDatabase({}), {u"PATH=/nonexistent"_s}, installation.squall()).exitCode, 0);
}

void TestPictures::studioFails_data()
{
    QTest::addColumn<QByteArray>("studio");
    QTest::addColumn<QString>("expected");
    QTest::newRow("with a sentence") << QByteArray("echo noise >&2; echo 'squall-studio: no ink' >&2\n"
                                                   "echo '  buy some' >&2; exit 1")
                                     << u"squall diagram: no ink\n  buy some\n"_s;
    QTest::newRow("without one") << QByteArray("echo 'cannot open shared object file' >&2; exit 127")
                                 << u"cannot open shared object file"_s;
    QTest::newRow("by a crash") << QByteArray("kill -SEGV $$") << u"squall-studio ended"_s;
}

void TestPictures::studioFails()
{
    QFETCH(const QByteArray, studio);
    QFETCH(const QString, expected);
    const Installation installation(studio);
    const auto file = installation.path(u"a.svg"_s);
    const auto outcome = run(ofDatabase({u"-o"_s, file}), {}, installation.squall());
    QCOMPARE(outcome.exitCode, 1);
    QVERIFY2(outcome.err.contains(expected), qPrintable(outcome.err));
    QVERIFY(!outcome.err.contains(u"noise"_s));
    QVERIFY(!QFile::exists(file));
}

void TestPictures::remarksArePassedOn()
{
    const Installation installation("echo 'squall-studio: smaller than asked' >&2; printf picture");
    const auto file = installation.path(u"a.svg"_s);
    const auto outcome = run(ofDatabase({u"-o"_s, file}), {}, installation.squall());
    QCOMPARE(outcome.exitCode, 0);
    QCOMPARE(outcome.err, u"squall diagram: smaller than asked\n"_s);
    QCOMPARE(contentOf(file), QByteArray("picture"));
}

namespace {

/// Says what anybody could see of it, and what it was given, then does what it is for.
const QByteArray observed = "tr '\\0' '\\n' </proc/$$/cmdline >\"${0%/*}/seen\"\n"
                            "printf %s \"$DATABASE_URL\" >\"${0%/*}/given\"\n"
                            "exec " SQUALL_STUDIO " \"$@\"\n";

} // namespace

void TestPictures::passwordsAreNoArguments_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<QStringList>("environment");
    QTest::addColumn<bool>("asOption");
    QTest::newRow("in the URL") << u" password=right"_s << QStringList{} << true;
    QTest::newRow("in DATABASE_URL") << u" password=right"_s << QStringList{} << false;
    QTest::newRow("in PGPASSWORD") << QString() << QStringList{u"PGPASSWORD=right"_s} << true;
}

void TestPictures::passwordsAreNoArguments()
{
    QFETCH(const QString, password);
    QFETCH(QStringList, environment);
    QFETCH(const bool, asOption);
    const GuardedServer server;
    const Installation installation(observed);
    auto options = QStringList{u"diagram"_s, u"--format"_s, u"svg"_s};
    if (asOption)
        options << u"--url"_s << server.url() + password;
    else
        environment << u"DATABASE_URL="_s + server.url() + password;
    const auto outcome = run(options, environment, installation.squall());
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(outcome.out.contains(u"There are no tables"_s));
    const auto seen = contentOf(installation.path(u"seen"_s));
    QVERIFY2(seen.contains("--render"), seen);
    QVERIFY2(!seen.contains("right"), seen);
    QVERIFY(password.isEmpty() || contentOf(installation.path(u"given"_s)).contains("right"));
}

void TestPictures::typedPasswordsAreNoArguments()
{
    const GuardedServer server;
    const Installation installation(observed);
    Terminal terminal;
    QProcess process;
    process.setEnvironment(cleanEnvironment());
    terminal.give(process);
    process.start(installation.squall(), {u"diagram"_s, u"--format"_s, u"svg"_s, u"--url"_s, server.url()});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY2_WITH_TIMEOUT(terminal.shown().endsWith("Password: "), terminal.shown(), generous);
    terminal.type("right\n");
    QVERIFY(process.waitForFinished(generous));
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(process.readAllStandardOutput().contains("There are no tables"));
    const auto seen = contentOf(installation.path(u"seen"_s));
    QVERIFY2(seen.contains("--render") && !seen.contains("right"), seen);
    QVERIFY(contentOf(installation.path(u"given"_s)).contains("password=right"));
}

void TestPictures::aPasswordIsAnAnswerThatIsNeeded()
{
    const GuardedServer server;
    const auto outcome = run({u"diagram"_s, u"--format"_s, u"svg"_s, u"--url"_s, server.url()});
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY2(outcome.err.contains(u"PGPASSWORD"_s), qPrintable(outcome.err));
}

void TestPictures::endsTheStudio_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("Ctrl+C") << SIGINT;
    QTest::newRow("asked to end") << SIGTERM;
    QTest::newRow("killed") << SIGKILL;
}

void TestPictures::endsTheStudio()
{
    QFETCH(const int, signal);
    const Installation installation("echo $$ >\"${0%/*}/pid\"; exec sleep 1000");
    QProcess process;
    process.setEnvironment(cleanEnvironment());
    process.start(installation.squall(), ofDatabase({u"--format"_s, u"svg"_s}));
    QVERIFY(process.waitForStarted());
    const auto studio = [&] { return contentOf(installation.path(u"pid"_s)).trimmed().toLongLong(); };
    QTRY_VERIFY_WITH_TIMEOUT(studio() > 0, generous);
    QVERIFY(isRunning(studio()));
    ::kill(static_cast<pid_t>(process.processId()), signal);
    QVERIFY(process.waitForFinished(generous));
    if (signal != SIGKILL) {
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
    }
    QTRY_VERIFY_WITH_TIMEOUT(!isRunning(studio()), generous);
}

QTEST_GUILESS_MAIN(TestPictures)
#include "tst_pictures.moc"
