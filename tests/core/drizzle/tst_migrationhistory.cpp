#include "core/drizzle/history.h"
#include "core/drizzle/historywords.h"
#include "core/drizzle/snapshotwriter.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace squall;
using namespace squall::drizzle;
using namespace Qt::StringLiterals;
using Kind = HistoryProblem::Kind;

namespace {

/// A copy of six recorded migrations, for damaging.
class Folder
{
public:
    Folder()
    {
        copy(QStringLiteral(SQUALL_CONFORMANCE "/044-blog-evolution/expected/drizzle"), m_folder.path());
    }

    QString path() const { return m_folder.path(); }
    QByteArray read(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QString &name, const QByteArray &text) const
    {
        QDir(m_folder.path()).mkpath(QFileInfo(m_folder.filePath(name)).path());
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    void replace(const QString &name, const QByteArray &from, const QByteArray &to) const
    {
        auto text = read(name);
        QVERIFY(text.contains(from));
        write(name, text.replace(from, to));
    }
    void remove(const QString &name) const { QVERIFY(QFile::remove(m_folder.filePath(name))); }

private:
    static void copy(const QString &from, const QString &to)
    {
        QDir().mkpath(to);
        for (const auto &entry : QDir(from).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
            const auto target = to + u'/' + entry.fileName();
            if (entry.isDir())
                copy(entry.filePath(), target);
            else
                QFile::copy(entry.filePath(), target);
        }
    }

    QTemporaryDir m_folder;
};

using Damage = std::function<void(const Folder &)>;

QStringList told(const History &history)
{
    QStringList all;
    for (const auto &problem : history.problems())
        all << sentence(problem);
    return all;
}

} // namespace

Q_DECLARE_METATYPE(Damage)
Q_DECLARE_METATYPE(HistoryProblem)

class TestMigrationHistory : public QObject
{
    Q_OBJECT

private slots:
    void readsMigrations();
    void nothingYet();
    void tellsApart_data();
    void tellsApart();
    void mergedBranches();
    void olderSnapshotsAreRead();
    void everyProblemHasWords();
};

void TestMigrationHistory::readsMigrations()
{
    const Folder folder;
    const auto history = History::read(folder.path());
    QVERIFY(history.ok());
    QCOMPARE(told(*history), QStringList());
    QCOMPARE(history->journal().entries().size(), std::size_t(6));
    QCOMPARE(history->snapshots().size(), std::size_t(6));
    QVERIFY(QFile::exists(history->sqlFile(history->journal().entries().front())));
    const auto latest = history->latest();
    QVERIFY(latest);
    QCOMPARE(writeSnapshot(*latest), folder.read(u"meta/0005_snapshot.json"_s));
}

void TestMigrationHistory::nothingYet()
{
    const QTemporaryDir folder;
    for (const auto &path : {folder.path(), folder.filePath(u"not there"_s)}) {
        const auto history = History::read(path);
        QVERIFY(history.ok());
        QVERIFY(history->problems().empty());
        QCOMPARE(history->latest()->id, u"00000000-0000-0000-0000-000000000000"_s);
    }
}

void TestMigrationHistory::tellsApart_data()
{
    QTest::addColumn<Damage>("damage");
    QTest::addColumn<HistoryProblem>("expected");
    const auto row = [](const char *name, const Damage &damage, const HistoryProblem &expected) {
        QTest::newRow(name) << damage << expected;
    };
    const auto journal = u"meta/_journal.json"_s;
    row("no journal", [=](const Folder &folder) { folder.remove(journal); },
        {.kind = Kind::NoJournal, .file = journal});
    row("another database",
        [=](const Folder &folder) { folder.replace(journal, "\"postgresql\"", "\"mysql\""); },
        {.kind = Kind::WrongDialect, .file = journal, .other = u"mysql"_s});
    row("one number twice",
        [=](const Folder &folder) { folder.replace(journal, "\"idx\": 5", "\"idx\": 4"); },
        {.kind = Kind::SameIndex, .file = u"0005_v6.sql"_s, .other = u"0004_v5"_s});
    row("one tag twice", [=](const Folder &folder) { folder.replace(journal, "0005_v6", "0004_v5"); },
        {.kind = Kind::SameTag, .file = u"0004_v5.sql"_s, .other = u"0004_v5"_s});
    row("a file that is gone", [](const Folder &folder) { folder.remove(u"0002_v3.sql"_s); },
        {.kind = Kind::MissingFile, .file = u"0002_v3.sql"_s});
    row("a file by hand", [](const Folder &folder) { folder.write(u"0006_by_hand.sql"_s, "select 1"); },
        {.kind = Kind::UnknownFile, .file = u"0006_by_hand.sql"_s});
    row("earlier than the one before",
        [=](const Folder &folder) { folder.replace(journal, "1700000180000", "1700000060000"); },
        {.kind = Kind::BackInTime, .file = u"0003_v4.sql"_s, .other = u"0002_v3"_s});
    row("a snapshot of a newer version",
        [](const Folder &folder) {
            folder.replace(u"meta/0005_snapshot.json"_s, "\"version\": \"7\"", "\"version\": \"8\"");
        },
        {.kind = Kind::NewSnapshot, .file = u"meta/0005_snapshot.json"_s, .other = u"8"_s});
    row("a snapshot that no entry has",
        [](const Folder &folder) {
            auto next = folder.read(u"meta/0005_snapshot.json"_s);
            next.replace("000000000006", "00000000000b").replace("000000000005", "000000000006");
            folder.write(u"meta/0006_snapshot.json"_s, next);
        },
        {.kind = Kind::UnknownSnapshot, .file = u"meta/0006_snapshot.json"_s});
    row("a snapshot that is gone", [](const Folder &folder) { folder.remove(u"meta/0005_snapshot.json"_s); },
        {.kind = Kind::MissingSnapshot, .file = u"meta/0005_snapshot.json"_s, .other = u"0005_v6"_s});
    row("a parent that is gone",
        [](const Folder &folder) {
            folder.replace(u"meta/0005_snapshot.json"_s, "\"prevId\": \"0", "\"prevId\": \"f");
        },
        {.kind = Kind::LostParent,
         .file = u"meta/0005_snapshot.json"_s,
         .other = u"f0000000-0000-4000-8000-000000000005"_s});
    row("folders of drizzle 1.0",
        [](const Folder &folder) { folder.write(u"20260102030405_first/migration.sql"_s, "select 1"); },
        {.kind = Kind::NewerLayout});
}

void TestMigrationHistory::tellsApart()
{
    const Folder folder;
    QFETCH(const Damage, damage);
    damage(folder);
    const auto history = History::read(folder.path());
    QVERIFY(history.ok());
    QFETCH(const HistoryProblem, expected);
    const auto &problems = history->problems();
    QVERIFY2(std::find(problems.begin(), problems.end(), expected) != problems.end(),
             qPrintable(told(*history).join(u'\n')));
    // Nothing else is wrong, but for a tag that stands twice, whose own files have no entry then.
    QCOMPARE(problems.size(), expected.kind == Kind::SameTag ? std::size_t(3) : std::size_t(1));
}

void TestMigrationHistory::mergedBranches()
{
    const Folder folder;
    // Another branch had made 0005 of the same 0004.
    auto other = folder.read(u"meta/0005_snapshot.json"_s);
    other.replace("\"id\": \"00000000-0000-4000-8000-000000000006\"",
                  "\"id\": \"00000000-0000-4000-8000-00000000000b\"");
    folder.write(u"meta/0006_snapshot.json"_s, other);
    folder.write(u"0006_theirs.sql"_s, "select 1");
    auto journal = *Journal::read(folder.read(u"meta/_journal.json"_s));
    journal.append({.idx = 6, .when = journal.entries().back().when + 1, .tag = u"0006_theirs"_s});
    folder.write(u"meta/_journal.json"_s, journal.text());
    const auto history = History::read(folder.path());
    QVERIFY(history.ok());
    QCOMPARE(history->problems().size(), std::size_t(1));
    QCOMPARE(history->problems().front().kind, Kind::SameParent);
    QCOMPARE(history->problems().front().file, u"meta/0006_snapshot.json"_s);
    QCOMPARE(history->problems().front().other, u"meta/0005_snapshot.json"_s);
}

void TestMigrationHistory::olderSnapshotsAreRead()
{
    const Folder folder;
    folder.write(u"meta/0005_snapshot.json"_s,
                 R"({"version":"5","dialect":"pg","id":"n","prevId":"00000000-0000-4000-8000-000000000005",
        "tables":{"users":{"name":"users","schema":"","foreignKeys":{},"compositePrimaryKeys":{},
            "columns":{"id":{"name":"id","type":"serial","primaryKey":true,"notNull":true}},
            "indexes":{"i":{"name":"i","columns":["id","x"],"isUnique":true}}},
          "logs":{"name":"logs","schema":"app","columns":{},"indexes":{},"foreignKeys":{},
            "compositePrimaryKeys":{}}},
        "enums":{"mood":{"name":"mood","values":{"sad":"sad","ok":"ok"}}},
        "schemas":{"app":"app"},"_meta":{"schemas":{},"tables":{},"columns":{}}})");
    const auto history = History::read(folder.path());
    QVERIFY(history.ok());
    QCOMPARE(history->problems().size(), std::size_t(1));
    QCOMPARE(history->problems().front().kind, Kind::OldSnapshot);
    const auto latest = history->latest();
    QVERIFY(latest);
    const auto *users = latest->tables.find(u"public.users"_s);
    QVERIFY(users && latest->tables.find(u"app.logs"_s));
    const auto *index = users->indexes.find(u"i"_s);
    QCOMPARE(index->columns.size(), std::size_t(2));
    QCOMPARE(index->columns.back(), (IndexColumn{.expression = u"x"_s, .nulls = u"last"_s}));
    QVERIFY(index->with && index->with->empty());
    QCOMPARE(latest->enums.find(u"public.mood"_s)->values, QStringList({u"sad"_s, u"ok"_s}));
}

void TestMigrationHistory::everyProblemHasWords()
{
    for (int kind = 0; kind <= static_cast<int>(Kind::NewerLayout); ++kind) {
        const HistoryProblem problem{.kind = static_cast<Kind>(kind), .file = u"F"_s, .other = u"O"_s};
        QVERIFY(!sentence(problem).isEmpty());
        QVERIFY(!sentence(problem).contains(u'%'));
        QVERIFY(!remedy(problem).isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestMigrationHistory)
#include "tst_migrationhistory.moc"
