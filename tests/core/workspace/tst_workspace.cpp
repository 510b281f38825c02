#include "core/workspace/schema.h"
#include "core/workspace/workspace.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace squall;
using namespace squall::workspace;
using namespace Qt::Literals::StringLiterals;

namespace {

template<typename T>
Result<T> answer(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return future.result();
}

/// Runs SQL on the file as somebody else.
void tamper(const QString &file, const QString &sql)
{
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"tamper"_s);
        database.setDatabaseName(file);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY2(query.exec(sql), qPrintable(sql));
    }
    QSqlDatabase::removeDatabase(u"tamper"_s);
}

SavedConnection sample()
{
    return {.id = u"1"_s,
            .name = u"coaching / dev"_s,
            .keywords = {{"host", "localhost"},
                         {"password", "secret"},
                         {"dbname", "cöaching"},
                         {"sslpassword", "hidden"}},
            .environment = u"staging"_s,
            .oneConnection = true,
            .applyOnLeave = true,
            .lastUsed = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123)};
}

} // namespace

class TestWorkspace : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void startsEmpty();
    void keepsConnectionsWithoutPasswords();
    void keepsTabsInTheirOrder();
    void keepsBuffers();
    void buffersReopenInTheOrderOfTheirClosing();
    void removingAConnectionTakesAlongWhatWasItsOwn();
    void keepsQueries();
    void refusesANewerFile();
    void setsADamagedFileAside_data();
    void setsADamagedFileAside();
    void migratesEveryOlderFormat();
    void saysWhyAFolderCannotBeMade();
    void isReadableByItsOwnerOnly();
    void locksOfTheKilledGo();

private:
    QString file() const { return m_folder->filePath(u"deep/down/workspace.sqlite"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestWorkspace::startsEmpty()
{
    Workspace workspace(file());
    const auto contents = answer(workspace.contents());
    QVERIFY(contents.ok());
    QVERIFY(contents->connections.empty() && contents->tabs.empty() && contents->settings.empty());
    QCOMPARE(contents->notice, QString());
}

void TestWorkspace::keepsConnectionsWithoutPasswords()
{
    {
        Workspace workspace(file());
        QVERIFY(answer(workspace.saveConnection({.id = u"2"_s, .name = u"older"_s})).ok());
        auto renamed = sample();
        renamed.name = u"before"_s;
        QVERIFY(answer(workspace.saveConnection(renamed)).ok());
        QVERIFY(answer(workspace.saveConnection(sample())).ok());
    }
    Workspace workspace(file());
    const auto contents = answer(workspace.contents());
    QVERIFY(contents.ok());
    QCOMPARE(contents->connections.size(), size_t(2));
    auto expected = sample();
    expected.keywords = {{"host", "localhost"}, {"dbname", "cöaching"}};
    QCOMPARE(contents->connections[0], expected);
    QCOMPARE(contents->connections[1], (SavedConnection{.id = u"2"_s, .name = u"older"_s}));

    const QDir folder(QFileInfo(file()).absolutePath());
    for (const auto &name : folder.entryList(QDir::Files)) {
        QFile raw(folder.filePath(name));
        QVERIFY(raw.open(QIODevice::ReadOnly));
        const auto bytes = raw.readAll();
        QVERIFY(!bytes.contains("secret") && !bytes.contains("hidden"));
    }
}

void TestWorkspace::keepsTabsInTheirOrder()
{
    const std::vector<OpenTab> tabs{{.id = u"z"_s,
                                     .connection = u"1"_s,
                                     .kind = u"table"_s,
                                     .object = {Kind::Table, u"app"_s, u"users"_s},
                                     .title = u"users"_s,
                                     .view = u"structure"_s},
                                    {.id = u"a"_s,
                                     .connection = u"1"_s,
                                     .kind = u"sql"_s,
                                     .text = u"select '🦦'\n"_s,
                                     .current = true}};
    {
        Workspace workspace(file());
        QVERIFY(answer(workspace.saveTabs({{.id = u"gone"_s}})).ok());
        QVERIFY(answer(workspace.saveTabs(tabs)).ok());
    }
    Workspace workspace(file());
    QCOMPARE(answer(workspace.contents())->tabs, tabs);
}

void TestWorkspace::keepsBuffers()
{
    const Buffer whole{.id = u"b"_s,
                       .connection = u"1"_s,
                       .title = u"overdue.sql"_s,
                       .text = u"select '🦦'\n"_s,
                       .caret = 5,
                       .anchor = 2,
                       .firstLine = 1,
                       .file = u"/somewhere/overdue.sql"_s,
                       .encoding = u"UTF-8"_s,
                       .fileMark = "mark",
                       .parameters = "{}"};
    const Buffer plain{.id = u"a"_s, .connection = u"2"_s, .text = u"x"_s};
    auto closed = plain;
    closed.closed = true;
    {
        Workspace workspace(file());
        QVERIFY(answer(workspace.saveBuffer(whole)).ok());
        QVERIFY(answer(workspace.saveBuffer(plain)).ok());
        QVERIFY(answer(workspace.saveBuffer({.id = u"c"_s, .connection = u"2"_s, .closed = true})).ok());
        QVERIFY(answer(workspace.saveBuffer(closed)).ok());
    }
    {
        Workspace workspace(file());
        auto buffers = answer(workspace.contents())->buffers;
        QCOMPARE(buffers.size(), size_t(2));
        QCOMPARE(buffers[0].text, whole.text);
        QCOMPARE(buffers[0].fileMark, whole.fileMark);
        QVERIFY(buffers[1].closed);
        // Nobody else has them while they are open here.
        QVERIFY(answer(workspace.saveBuffer(whole)).ok());
        Workspace other(file());
        QVERIFY(answer(other.contents())->buffers.empty());
        QVERIFY(answer(workspace.removeConnection(u"2"_s)).ok());
    }
    Workspace workspace(file());
    const auto buffers = answer(workspace.contents())->buffers;
    QCOMPARE(buffers.size(), size_t(1));
    QCOMPARE(buffers[0].caret, whole.caret);
    QCOMPARE(buffers[0].parameters, whole.parameters);
}

void TestWorkspace::buffersReopenInTheOrderOfTheirClosing()
{
    constexpr int count = 30;
    QStringList closed;
    {
        Workspace workspace(file());
        for (int number = 0; number < count; ++number)
            workspace.saveBuffer({.id = QString::number(number), .connection = u"1"_s, .text = u"x"_s});
        // Several of them within a millisecond.
        for (int number = count - 1; number >= 0; --number) {
            closed << QString::number(number);
            workspace.saveBuffer({.id = closed.back(), .connection = u"1"_s, .text = u"x"_s, .closed = true});
        }
    }
    Workspace workspace(file());
    const auto contents = answer(workspace.contents());
    QStringList found;
    for (const auto &buffer : contents->buffers)
        found << buffer.id;
    QCOMPARE(found, closed);
}

void TestWorkspace::removingAConnectionTakesAlongWhatWasItsOwn()
{
    Workspace workspace(file());
    workspace.saveConnection(sample());
    workspace.saveTabs({{.id = u"t"_s, .connection = u"1"_s}, {.id = u"u"_s, .connection = u"2"_s}});
    workspace.saveSetting({u"1"_s, u"widths"_s, "x"});
    workspace.saveSetting({{}, u"geometry"_s, "y"});
    workspace.history().add(
        {{.connection = u"1"_s, .at = QDateTime::currentDateTime(), .sql = u"select 1"_s}});
    workspace.changeQueries({{.id = u"own"_s, .connection = u"1"_s}, {.id = u"for all"_s}}, {});
    QVERIFY(answer(workspace.removeConnection(u"1"_s)).ok());
    const auto contents = answer(workspace.contents());
    QVERIFY(contents->connections.empty());
    QCOMPARE(contents->tabs.size(), size_t(1));
    QCOMPARE(contents->settings, std::vector<Setting>({{u""_s, u"geometry"_s, "y"}}));
    QVERIFY(answer(workspace.history().find({.connection = u"1"_s}))->empty());
    QCOMPARE(contents->queries.size(), size_t(1));
    QCOMPARE(contents->queries[0].id, u"for all"_s);
}

void TestWorkspace::keepsQueries()
{
    const SavedQuery weekly{.id = u"w"_s,
                            .connection = u"1"_s,
                            .folder = u"reports/weekly"_s,
                            .name = u"Due “now”"_s,
                            .abbreviation = u"due"_s,
                            .text = u"select 'ä' -- $0\n"_s};
    const SavedQuery plain{.id = u"p"_s, .name = u"plain"_s, .text = u"select 1"_s};
    {
        Workspace workspace(file());
        auto before = weekly;
        before.name = u"before"_s;
        QVERIFY(answer(workspace.changeQueries({before, plain, {.id = u"gone"_s}}, {})).ok());
        QVERIFY(answer(workspace.changeQueries({weekly}, {u"gone"_s})).ok());
    }
    Workspace workspace(file());
    QCOMPARE(answer(workspace.contents())->queries, std::vector<SavedQuery>({plain, weekly}));
}

void TestWorkspace::refusesANewerFile()
{
    {
        Workspace workspace(file());
    }
    tamper(file(), u"pragma user_version = 1000"_s);
    Workspace workspace(file());
    const auto contents = answer(workspace.contents());
    QVERIFY(!contents.ok());
    QCOMPARE(contents.error().code, Error::Code::Unsupported);
    QVERIFY2(contents.error().message.contains(u"1000"), qPrintable(contents.error().message));
    QVERIFY(!contents.error().hint.isEmpty());
    QVERIFY(!answer(workspace.saveSetting({{}, u"a"_s, "b"})).ok());
    QCOMPARE(QDir(QFileInfo(file()).absolutePath()).entryList({u"*damaged*"_s}, QDir::Files).size(), 0);
}

void TestWorkspace::setsADamagedFileAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("at");
    QTest::newRow("something else entirely") << QByteArray("not a database ").repeated(1000) << 0;
    QTest::newRow("pages overwritten") << QByteArray(9000, '\xA5') << 4096;
    QTest::newRow("header cut") << QByteArray(60, '\x01') << 16;
}

void TestWorkspace::setsADamagedFileAside()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, at);
    {
        Workspace workspace(file());
        QVERIFY(answer(workspace.saveConnection(sample())).ok());
    }
    {
        QFile raw(file());
        QVERIFY(raw.open(QIODevice::ReadWrite));
        QVERIFY(raw.seek(at));
        raw.write(bytes);
    }
    Workspace workspace(file());
    const auto contents = answer(workspace.contents());
    QVERIFY2(contents.ok(), contents.ok() ? "" : qPrintable(contents.error().message));
    QVERIFY(contents->connections.empty());
    QVERIFY2(contents->notice.contains(u"damaged"), qPrintable(contents->notice));
    QVERIFY(answer(workspace.saveConnection(sample())).ok());
    const QDir folder(QFileInfo(file()).absolutePath());
    const auto aside = folder.entryList({u"*.damaged-*"_s}, QDir::Files);
    QVERIFY(!aside.isEmpty());
    QFile raw(folder.filePath(aside.first()));
    QVERIFY(raw.open(QIODevice::ReadOnly));
    QVERIFY(raw.readAll().contains(bytes));
}

void TestWorkspace::migratesEveryOlderFormat()
{
    const auto &steps = schemaSteps();
    for (size_t taken = 0; taken <= steps.size(); ++taken) {
        const auto old = m_folder->filePath(u"format-%1.sqlite"_s.arg(taken));
        for (size_t step = 0; step < taken; ++step) {
            for (const auto &statement : steps[step])
                tamper(old, statement);
        }
        tamper(old, u"pragma user_version = %1"_s.arg(taken));
        Workspace workspace(old);
        QVERIFY(answer(workspace.saveConnection(sample())).ok());
        QVERIFY(answer(workspace.saveTabs({{.id = u"a"_s}})).ok());
        QCOMPARE(answer(workspace.contents())->connections.size(), size_t(1));
    }
}

void TestWorkspace::saysWhyAFolderCannotBeMade()
{
    QFile blocker(m_folder->filePath(u"blocked"_s));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    Workspace workspace(m_folder->filePath(u"blocked/workspace.sqlite"_s));
    const auto contents = answer(workspace.contents());
    QVERIFY(!contents.ok());
    QCOMPARE(contents.error().code, Error::Code::File);
    QVERIFY(contents.error().message.contains(m_folder->path()));
}

void TestWorkspace::isReadableByItsOwnerOnly()
{
    Workspace workspace(file());
    QVERIFY(answer(workspace.contents()).ok());
    QCOMPARE(QFile::permissions(file()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TestWorkspace::locksOfTheKilledGo()
{
    const auto locks = [this] { return QFileInfo(file()).dir().entryList({u"*.in-use-*"_s}, QDir::Files); };
    QVERIFY(QDir().mkpath(QFileInfo(file()).absolutePath()));
    QProcess gone;
    gone.start(u"true"_s, QStringList());
    QVERIFY(gone.waitForStarted());
    const auto pid = gone.processId();
    QVERIFY(gone.waitForFinished());
    QFile left(file() + u".in-use-gone"_s);
    QVERIFY(left.open(QFile::WriteOnly));
    left.write(QByteArray::number(pid) + "\nsquall-studio\n" + QSysInfo::machineHostName().toUtf8() + '\n');
    left.close();
    {
        Workspace one(file());
        QVERIFY(answer(one.contents()).ok());
        QCOMPARE(locks().size(), 1);
        QVERIFY(!locks().front().endsWith(u"gone"));
        Workspace two(file());
        QVERIFY(answer(two.contents()).ok());
        QCOMPARE(locks().size(), 2);
    }
    QCOMPARE(locks(), QStringList());
}

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
