#include "querydesk.h"

#include "core/workspace/workspace.h"
#include "models/connectionsmodel.h"
#include "models/query/historymodel.h"
#include "models/query/queryhistory.h"
#include "models/query/queryrecorder.h"

#include <QTemporaryDir>
#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;

/// Whatever is run is in the history afterwards.
class TestQueryRecorder : public QObject
{
    Q_OBJECT

private slots:
    void everyStatementIsKept();
    void errorsAndCancelsAreKept();
    void whatButtonsDoIsNot();

private:
    /// What is kept, the newest first, once there are so many.
    static std::vector<workspace::HistoryEntry> kept(workspace::Workspace &workspace, size_t count);
};

std::vector<workspace::HistoryEntry> TestQueryRecorder::kept(workspace::Workspace &workspace, size_t count)
{
    std::vector<workspace::HistoryEntry> entries;
    const auto here = [&] {
        auto found = workspace.history().find({});
        found.waitForFinished();
        entries = *found.result();
        return entries.size() >= count;
    };
    return QTest::qWaitFor(here, 60'000) ? entries : std::vector<workspace::HistoryEntry>();
}

void TestQueryRecorder::everyStatementIsKept()
{
    QTemporaryDir folder;
    workspace::Workspace workspace(folder.filePath(u"workspace.sqlite"_s));
    QueryHistory history;
    history.setStore(workspace.history());
    test::QueryDesk desk;
    keepHistory(desk.runner(), history, desk.database());
    desk.run(u"create table t (id int);\ninsert into t select generate_series(1, 5);\nselect * from t;"_s);
    const auto entries = kept(workspace, 3);
    QCOMPARE(entries.size(), size_t(3));
    QVERIFY(entries[0].sql.startsWith(u"select * from t"));
    QCOMPARE(entries[0].rows, 5);
    QCOMPARE(entries[0].database, desk.database().databaseName());
    QCOMPARE(entries[0].connection, desk.database().form().id);
    QVERIFY(entries[0].milliseconds >= 0 && entries[0].at.isValid());
    QCOMPARE(entries[1].rows, 5);
    QVERIFY(entries[2].sql.startsWith(u"create table"));
    for (const auto &entry : entries)
        QVERIFY(entry.error.isEmpty() && entry.whole);
}

void TestQueryRecorder::errorsAndCancelsAreKept()
{
    QTemporaryDir folder;
    workspace::Workspace workspace(folder.filePath(u"workspace.sqlite"_s));
    QueryHistory history;
    history.setStore(workspace.history());
    test::QueryDesk desk;
    keepHistory(desk.runner(), history, desk.database());
    desk.run(u"select 1; select * from nowhere; select 2"_s);
    auto entries = kept(workspace, 2);
    QCOMPARE(entries.size(), size_t(2));
    QVERIFY2(entries[0].error.contains(u"nowhere"), qPrintable(entries[0].error));
    QCOMPARE(entries[0].rows, -1);
    QVERIFY(entries[1].error.isEmpty());
    desk.start(u"select pg_sleep(600)"_s);
    test::QueryDesk::wait([&] { return desk.runner().runningStatement().has_value(); });
    desk.runner().cancel();
    desk.settled();
    entries = kept(workspace, 3);
    QCOMPARE(entries.size(), size_t(3));
    QVERIFY(entries[0].sql.contains(u"pg_sleep"));
    QVERIFY(!entries[0].error.isEmpty());
}

void TestQueryRecorder::whatButtonsDoIsNot()
{
    QTemporaryDir folder;
    workspace::Workspace workspace(folder.filePath(u"workspace.sqlite"_s));
    QueryHistory history;
    history.setStore(workspace.history());
    test::QueryDesk desk;
    keepHistory(desk.runner(), history, desk.database());
    desk.runner().setMode(QueryRunner::Mode::Manual);
    desk.run(u"select 1"_s);
    desk.runner().rollback();
    desk.settled();
    desk.run(u"select 2"_s);
    const auto entries = kept(workspace, 2);
    QCOMPARE(entries.size(), size_t(2));
    QVERIFY(entries[0].sql.contains(u'2') && entries[1].sql.contains(u'1'));
}

QTEST_GUILESS_MAIN(TestQueryRecorder)
#include "tst_queryrecorder.moc"
