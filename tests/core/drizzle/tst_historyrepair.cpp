#include "core/drizzle/dropping.h"
#include "core/drizzle/generation.h"
#include "core/drizzle/historyrepair.h"
#include "core/drizzle/historywords.h"
#include "core/drizzle/mergeconflict.h"
#include "core/drizzle/newmigration.h"
#include "core/drizzle/snapshotmerge.h"
#include "core/drizzle/snapshotreader.h"
#include "core/drizzle/upgrading.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace squall;
using namespace squall::drizzle;
using namespace Qt::StringLiterals;
using Problem = HistoryProblem::Kind;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

Table tableOf(const QString &name, const QStringList &columns = {u"id"_s})
{
    Table table{.name = name, .schema = {}};
    for (const auto &column : columns)
        table.columns.set(column, {.name = column, .type = u"text"_s});
    return table;
}

Snapshot withTables(const std::vector<Table> &tables)
{
    auto snapshot = emptySnapshot();
    for (const auto &table : tables)
        snapshot.tables.set(u"public."_s + table.name, table);
    return snapshot;
}

/// A folder of migrations, which can be in two states at once as branches are.
class Folder
{
public:
    Folder() = default;
    explicit Folder(const Folder &other)
    {
        for (QDirIterator each(other.path(), QDir::Files, QDirIterator::Subdirectories); each.hasNext();) {
            each.next();
            write(path() + each.filePath().mid(other.path().size()), contents(each.filePath()));
        }
    }
    Folder &operator=(const Folder &) = delete;

    QString path() const { return m_folder.path(); }
    QString at(const QString &name) const { return m_folder.filePath(name); }
    History history() const { return *History::read(path()); }
    QStringList sqlFiles() const { return QDir(path()).entryList({u"*.sql"_s}, QDir::Files, QDir::Name); }
    QStringList snapshots() const
    {
        return QDir(at(u"meta"_s)).entryList({u"0*"_s, u"2*"_s}, QDir::Files, QDir::Name);
    }

    /// As `generate` does, without comparing.
    void add(const QString &name, const Snapshot &schema, MigrationPrefix prefix = MigrationPrefix::Index,
             qint64 when = 0) const
    {
        const auto before = history();
        const auto last = before.journal().entries().empty() ? 1000 : before.journal().entries().back().when;
        const auto now = QDateTime::fromMSecsSinceEpoch(when > 0 ? when : last + 1000, Qt::UTC);
        NewMigration migration{.name = *nextName(before, prefix, name, now),
                               .when = nextTime(before.journal(), now),
                               .sql = u"-- "_s + name,
                               .snapshot = schema};
        migration.snapshot.prevId = before.latest()->id;
        const auto file = addMigration(before, migration);
        QVERIFY(file.ok());
    }

private:
    QTemporaryDir m_folder;
};

/// What git makes of `ours` and `theirs`: files that both have in different ways get marks.
void mergeInto(const Folder &ours, const Folder &theirs, const QByteArray &theirName)
{
    for (QDirIterator each(theirs.path(), QDir::Files, QDirIterator::Subdirectories); each.hasNext();) {
        each.next();
        const auto path = ours.path() + each.filePath().mid(theirs.path().size());
        const auto their = contents(each.filePath());
        const auto our = contents(path);
        if (our.isEmpty())
            write(path, their);
        else if (our != their)
            write(path, "<<<<<<< HEAD\n" + our + "\n=======\n" + their + "\n>>>>>>> " + theirName + '\n');
    }
}

QStringList tags(const History &history)
{
    QStringList tags;
    for (const auto &entry : history.journal().entries())
        tags << entry.tag;
    return tags;
}

QString problemsOf(const History &history)
{
    QStringList all;
    for (const auto &problem : history.problems())
        all << sentence(problem);
    return all.join(u'\n');
}

} // namespace

class TestHistoryRepair : public QObject
{
    Q_OBJECT

private slots:
    void nothingToDo();
    void branchesWithGitsMarks_data();
    void branchesWithGitsMarks();
    void branchesWithTimestamps();
    void bothChangedTheSame();
    void snapshotThatIsLost();
    void timesThatDoNotRise();
    void entryThatStandsTwice();
    void gapAfterADrop();
    void handWrittenFiles();
    void generateThatWasStopped();
    void whatNeedsAPerson_data();
    void whatNeedsAPerson();
    void conflictMarks();
    void mergedSnapshots();
    void dropsTheLast();
    void dropsOneInTheMiddle();
    void dropsWhatIsHalfGone();
    void upgradesInPlace();
    void upgradesNothingWhenOneIsBroken();

private:
    static void mend(const Folder &folder, Adopt adopt = Adopt::No);
};

void TestHistoryRepair::mend(const Folder &folder, Adopt adopt)
{
    const auto history = folder.history();
    const auto repair = planRepair(history, adopt);
    QVERIFY2(repair.doubts.isEmpty(), qPrintable(repair.doubts.join(u'\n')));
    QVERIFY(!repair.empty());
    QVERIFY(!repair.steps.isEmpty());
    QVERIFY(carryOut(history, repair).ok());
    const auto after = folder.history();
    QVERIFY2(after.problems().empty(), qPrintable(problemsOf(after)));
    QVERIFY(planRepair(after, Adopt::No).empty());
}

void TestHistoryRepair::nothingToDo()
{
    const Folder folder;
    QVERIFY(planRepair(folder.history(), Adopt::Yes).empty());
    folder.add(u"a"_s, withTables({tableOf(u"t"_s)}));
    const auto repair = planRepair(folder.history(), Adopt::Yes);
    QVERIFY(repair.empty());
    QVERIFY(repair.doubts.isEmpty());
}

void TestHistoryRepair::branchesWithGitsMarks_data()
{
    QTest::addColumn<QByteArray>("theirName");
    QTest::addColumn<QStringList>("tags");
    QTest::newRow("theirs is a branch")
        << QByteArray("feature/x")
        << QStringList{u"0000_base"_s, u"0001_ours"_s, u"0002_more"_s, u"0003_theirs"_s};
    QTest::newRow("theirs is what everybody has")
        << QByteArray("origin/main")
        << QStringList{u"0000_base"_s, u"0001_theirs"_s, u"0002_ours"_s, u"0003_more"_s};
}

void TestHistoryRepair::branchesWithGitsMarks()
{
    QFETCH(const QByteArray, theirName);
    const Folder ours;
    ours.add(u"base"_s, withTables({tableOf(u"t"_s)}));
    const Folder theirs(ours);
    ours.add(u"ours"_s, withTables({tableOf(u"t"_s, {u"id"_s, u"a"_s})}));
    ours.add(u"more"_s, withTables({tableOf(u"t"_s, {u"id"_s, u"a"_s}), tableOf(u"u"_s)}));
    theirs.add(u"theirs"_s, withTables({tableOf(u"t"_s, {u"id"_s, u"b"_s})}));
    write(theirs.at(u"0001_theirs.down.sql"_s), "-- back");
    mergeInto(ours, theirs, theirName);
    QVERIFY(ours.history().problems().size() == 2);
    QCOMPARE(ours.history().problems().front().kind, Problem::MergeConflict);
    mend(ours);
    const auto history = ours.history();
    QTEST(tags(history), "tags");
    QCOMPARE(ours.snapshots().size(), 4);
    QCOMPARE(contents(ours.at(tags(history).filter(u"theirs"_s).front() + u".sql"_s)),
             QByteArray("-- theirs"));
    QCOMPARE(ours.sqlFiles().filter(u".down."_s).size(), 1);
    const auto *table = history.latest()->tables.find(u"public.t"_s);
    QCOMPARE(table->columns.size(), std::size_t(3));
    QVERIFY(history.latest()->tables.contains(u"public.u"_s));
    // Each snapshot has what its own migration and those before it made.
    const bool theirsFirst = theirName.endsWith("main");
    const auto &second = *history.snapshots()[1].snapshot->tables.find(u"public.t"_s);
    QCOMPARE(second.columns.contains(u"b"_s), theirsFirst);
    QCOMPARE(second.columns.contains(u"a"_s), !theirsFirst);
}

void TestHistoryRepair::branchesWithTimestamps()
{
    const auto prefix = MigrationPrefix::Timestamp;
    const Folder ours;
    ours.add(u"base"_s, withTables({tableOf(u"t"_s)}), prefix, 1700000000000);
    const Folder theirs(ours);
    ours.add(u"ours"_s, withTables({tableOf(u"t"_s), tableOf(u"a"_s)}), prefix, 1700000009000);
    theirs.add(u"theirs"_s, withTables({tableOf(u"t"_s), tableOf(u"b"_s)}), prefix, 1700000005000);
    mergeInto(ours, theirs, "feature");
    mend(ours);
    const auto history = ours.history();
    QCOMPARE(tags(history),
             QStringList({u"20231114221320_base"_s, u"20231114221329_ours"_s, u"20231114221330_theirs"_s}));
    QCOMPARE(history.latest()->tables.size(), std::size_t(3));
    QVERIFY(!QFile::exists(ours.at(u"20231114221325_theirs.sql"_s)));
}

void TestHistoryRepair::bothChangedTheSame()
{
    const Folder ours;
    ours.add(u"base"_s, withTables({tableOf(u"t"_s)}));
    const Folder theirs(ours);
    auto changed = tableOf(u"t"_s);
    changed.columns.find(u"id"_s)->type = u"uuid"_s;
    ours.add(u"ours"_s, withTables({changed}));
    changed.columns.find(u"id"_s)->type = u"integer"_s;
    theirs.add(u"theirs"_s, withTables({changed}));
    mergeInto(ours, theirs, "feature");
    const auto repair = planRepair(ours.history(), Adopt::No);
    QVERIFY(repair.empty());
    QCOMPARE(repair.doubts.size(), 1);
    QVERIFY2(repair.doubts.front().contains(u"tables › public.t › columns › id › type"),
             qPrintable(repair.doubts.front()));
}

void TestHistoryRepair::snapshotThatIsLost()
{
    const Folder ours;
    ours.add(u"base"_s, withTables({tableOf(u"t"_s)}));
    const Folder theirs(ours);
    ours.add(u"ours"_s, withTables({tableOf(u"t"_s), tableOf(u"a"_s)}));
    theirs.add(u"theirs"_s, withTables({tableOf(u"t"_s), tableOf(u"b"_s)}));
    const auto snapshot = contents(ours.at(u"meta/0001_snapshot.json"_s));
    mergeInto(ours, theirs, "feature");
    write(ours.at(u"meta/0001_snapshot.json"_s), snapshot);
    const auto repair = planRepair(ours.history(), Adopt::No);
    QVERIFY(repair.empty());
    QVERIFY(repair.doubts.front().contains(u"0001_snapshot.json"));
}

void TestHistoryRepair::timesThatDoNotRise()
{
    const Folder folder;
    folder.add(u"a"_s, withTables({tableOf(u"t"_s)}));
    folder.add(u"b"_s, withTables({tableOf(u"u"_s)}));
    auto journal = folder.history().journal();
    auto entry = journal.entries().back();
    entry.when = 5;
    journal.replace(1, entry);
    write(folder.at(u"meta/_journal.json"_s), journal.text());
    const auto before = folder.sqlFiles();
    mend(folder);
    const auto entries = folder.history().journal().entries();
    QCOMPARE(entries[1].when, entries[0].when + 1);
    QCOMPARE(folder.sqlFiles(), before);
}

void TestHistoryRepair::entryThatStandsTwice()
{
    const Folder folder;
    folder.add(u"a"_s, withTables({tableOf(u"t"_s)}));
    auto journal = folder.history().journal();
    journal.append(journal.entries().front());
    write(folder.at(u"meta/_journal.json"_s), journal.text());
    mend(folder);
    QCOMPARE(tags(folder.history()), QStringList(u"0000_a"_s));
}

void TestHistoryRepair::gapAfterADrop()
{
    const Folder folder;
    folder.add(u"a"_s, withTables({tableOf(u"t"_s)}));
    folder.add(u"b"_s, withTables({tableOf(u"u"_s)}));
    folder.add(u"c"_s, withTables({tableOf(u"v"_s)}));
    // As drizzle-kit drops: the next snapshot follows one that is gone.
    auto journal = folder.history().journal();
    journal.remove(1);
    write(folder.at(u"meta/_journal.json"_s), journal.text());
    QVERIFY(QFile::remove(folder.at(u"0001_b.sql"_s)));
    QVERIFY(QFile::remove(folder.at(u"meta/0001_snapshot.json"_s)));
    mend(folder);
    QCOMPARE(tags(folder.history()), QStringList({u"0000_a"_s, u"0002_c"_s}));
}

void TestHistoryRepair::handWrittenFiles()
{
    const Folder folder;
    folder.add(u"a"_s, withTables({tableOf(u"t"_s)}));
    write(folder.at(u"0001_by_hand.sql"_s), "select 1");
    write(folder.at(u"seed.sql"_s), "select 2");
    QVERIFY(planRepair(folder.history(), Adopt::No).empty());
    mend(folder, Adopt::Yes);
    QCOMPARE(tags(folder.history()), QStringList({u"0000_a"_s, u"0001_by_hand"_s, u"0002_seed"_s}));
    QCOMPARE(folder.history().latest()->tables.size(), std::size_t(1));
    QCOMPARE(folder.sqlFiles(), QStringList({u"0000_a.sql"_s, u"0001_by_hand.sql"_s, u"0002_seed.sql"_s}));
}

void TestHistoryRepair::generateThatWasStopped()
{
    const Folder folder;
    folder.add(u"a"_s, withTables({tableOf(u"t"_s)}));
    const auto journal = contents(folder.at(u"meta/_journal.json"_s));
    folder.add(u"b"_s, withTables({tableOf(u"t"_s), tableOf(u"u"_s)}));
    write(folder.at(u"meta/_journal.json"_s), journal);
    QVERIFY(!startOf(folder.history(), MigrationPrefix::Index).ok());
    mend(folder, Adopt::Yes);
    QCOMPARE(tags(folder.history()), QStringList({u"0000_a"_s, u"0001_b"_s}));
    QVERIFY(folder.history().latest()->tables.contains(u"public.u"_s));
}

void TestHistoryRepair::whatNeedsAPerson_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const auto journal = u"meta/_journal.json"_s;
    const auto snapshot = u"meta/0001_snapshot.json"_s;
    QTest::newRow("no journal") << journal << QByteArray() << QByteArray();
    QTest::newRow("a journal that is none") << journal << QByteArray("{") << QByteArray("[");
    QTest::newRow("no SQL") << u"0001_b.sql"_s << QByteArray() << QByteArray();
    QTest::newRow("no snapshot") << snapshot << QByteArray() << QByteArray();
    QTest::newRow("a snapshot that is none")
        << snapshot << QByteArray("\"tables\"") << QByteArray("\"table\"");
    QTest::newRow("an entry twice, different") << journal << QByteArray("0001_b") << QByteArray("0000_a");
}

void TestHistoryRepair::whatNeedsAPerson()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    const Folder folder;
    folder.add(u"a"_s, withTables({tableOf(u"t"_s)}));
    folder.add(u"b"_s, withTables({tableOf(u"u"_s)}));
    if (from.isEmpty())
        QVERIFY(QFile::remove(folder.at(file)));
    else
        write(folder.at(file), contents(folder.at(file)).replace(from, to));
    const auto repair = planRepair(folder.history(), Adopt::Yes);
    QVERIFY(!repair.doubts.isEmpty());
    QVERIFY(repair.empty());
}

void TestHistoryRepair::conflictMarks()
{
    QVERIFY(!conflictSides("a\nb\n"));
    QVERIFY(!conflictSides("<<<<<<< HEAD\na\n"));
    QVERIFY(!conflictSides("=======\n"));
    QVERIFY(!conflictSides("<<<<<<< HEAD\na\n>>>>>>> b\n"));
    const auto sides = conflictSides("1\n<<<<<<< HEAD\na\n||||||| 123\n0\n=======\nb\n>>>>>>> x/main\n2\n"
                                     "<<<<<<< HEAD\n=======\nc\n>>>>>>> x/main\n3");
    QVERIFY(sides);
    QCOMPARE(sides->ours, QByteArray("1\na\n2\n3"));
    QCOMPARE(sides->theirs, QByteArray("1\nb\n2\nc\n3"));
    QCOMPARE(sides->theirName, QByteArray("x/main"));
}

void TestHistoryRepair::mergedSnapshots()
{
    auto base = withTables({tableOf(u"t"_s, {u"id"_s, u"old"_s}), tableOf(u"gone"_s)});
    base.enums.set(u"public.e"_s, {.name = u"e"_s, .schema = u"public"_s, .values = {u"a"_s}});
    auto ours = base;
    ours.tables.find(u"public.t"_s)->columns.remove(u"old"_s);
    ours.enums.find(u"public.e"_s)->values << u"b"_s;
    auto theirs = base;
    theirs.tables.find(u"public.t"_s)->columns.set(u"new"_s, {.name = u"new"_s, .type = u"text"_s});
    theirs.tables.remove(u"public.gone"_s);
    theirs.enums.find(u"public.e"_s)->values << u"c"_s;
    const auto merged = mergeSnapshots(base, ours, theirs);
    QVERIFY2(merged.ok(), merged ? "" : qPrintable(merged.error().message));
    auto expected = withTables({tableOf(u"t"_s, {u"id"_s, u"new"_s})});
    expected.enums.set(u"public.e"_s,
                       {.name = u"e"_s, .schema = u"public"_s, .values = {u"a"_s, u"b"_s, u"c"_s}});
    QCOMPARE(*merged, expected);
    theirs.tables.remove(u"public.t"_s);
    QVERIFY(!mergeSnapshots(base, ours, theirs).ok());
}

void TestHistoryRepair::dropsTheLast()
{
    const Folder folder;
    folder.add(u"a"_s, withTables({tableOf(u"t"_s)}));
    folder.add(u"b"_s, withTables({tableOf(u"u"_s)}));
    write(folder.at(u"0001_b.down.sql"_s), "-- back");
    QCOMPARE(dropConsequence(folder.history(), 1), QString());
    QVERIFY(dropMigration(folder.history(), 1).ok());
    QCOMPARE(folder.sqlFiles(), QStringList(u"0000_a.sql"_s));
    QCOMPARE(folder.snapshots(), QStringList(u"0000_snapshot.json"_s));
    QVERIFY(folder.history().problems().empty());
    QVERIFY(dropMigration(folder.history(), 0).ok());
    QVERIFY(folder.history().problems().empty());
    QVERIFY(folder.sqlFiles().isEmpty());
}

void TestHistoryRepair::dropsOneInTheMiddle()
{
    const Folder folder;
    folder.add(u"a"_s, withTables({tableOf(u"t"_s)}));
    folder.add(u"b"_s, withTables({tableOf(u"u"_s)}));
    folder.add(u"c"_s, withTables({tableOf(u"v"_s)}));
    QVERIFY(!dropConsequence(folder.history(), 1).isEmpty());
    QVERIFY(dropMigration(folder.history(), 1).ok());
    const auto history = folder.history();
    QVERIFY2(history.problems().empty(), qPrintable(problemsOf(history)));
    QCOMPARE(tags(history), QStringList({u"0000_a"_s, u"0002_c"_s}));
    QVERIFY(history.latest()->tables.contains(u"public.v"_s));
}

void TestHistoryRepair::dropsWhatIsHalfGone()
{
    const Folder folder;
    folder.add(u"a"_s, withTables({tableOf(u"t"_s)}));
    QVERIFY(QFile::remove(folder.at(u"meta/0000_snapshot.json"_s)));
    QVERIFY(dropMigration(folder.history(), 0).ok());
    QVERIFY(folder.history().problems().empty());
}

void TestHistoryRepair::upgradesInPlace()
{
    const Folder folder;
    folder.add(u"a"_s, withTables({tableOf(u"t"_s)}));
    const auto old = QByteArray(R"({"version":"6","dialect":"postgresql","id":"n",
        "prevId":"00000000-0000-0000-0000-000000000000","tables":{"public.t":{"name":"t","schema":"",
        "columns":{},"indexes":{},"foreignKeys":{},"compositePrimaryKeys":{},"uniqueConstraints":{}}},
        "enums":{},"schemas":{},"_meta":{"schemas":{},"tables":{},"columns":{}}})");
    write(folder.at(u"meta/0000_snapshot.json"_s), old);
    const auto upgraded = upgradeSnapshots(folder.history());
    QVERIFY2(upgraded.ok(), upgraded ? "" : qPrintable(upgraded.error().message));
    QCOMPARE(*upgraded, QStringList(folder.at(u"meta/0000_snapshot.json"_s)));
    QVERIFY2(folder.history().problems().empty(), qPrintable(problemsOf(folder.history())));
    QCOMPARE(folder.history().latest()->id, u"n"_s);
    QVERIFY(upgradeSnapshots(folder.history())->isEmpty());
}

void TestHistoryRepair::upgradesNothingWhenOneIsBroken()
{
    const Folder folder;
    folder.add(u"a"_s, withTables({tableOf(u"t"_s)}));
    folder.add(u"b"_s, withTables({tableOf(u"u"_s)}));
    const auto path = folder.at(u"meta/0000_snapshot.json"_s);
    const auto old = contents(path).replace("\"7\"", "\"6\"");
    write(path, old);
    write(folder.at(u"meta/0001_snapshot.json"_s), "{");
    QVERIFY(!upgradeSnapshots(folder.history()).ok());
    QCOMPARE(contents(path), old);
}

QTEST_GUILESS_MAIN(TestHistoryRepair)
#include "tst_historyrepair.moc"
