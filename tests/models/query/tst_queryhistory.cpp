#include "core/workspace/workspace.h"
#include "models/connectionsmodel.h"
#include "models/query/historymodel.h"
#include "models/query/queryhistory.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;

namespace {

workspace::HistoryEntry ran(const QString &sql, const QString &error = {})
{
    return {.connection = u"1"_s,
            .database = u"shop"_s,
            .at = QDateTime::currentDateTime(),
            .sql = sql,
            .milliseconds = 12,
            .rows = error.isEmpty() ? 3 : -1,
            .error = error};
}

QStringList lines(const HistoryModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all << model.index(row).data().toString();
    return all;
}

} // namespace

class TestQueryHistory : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void showsWhatWasRun();
    void keepsNoPasswordsAndNotAllOfLongOnes();
    void searchesAndNarrows();
    void readsOlderPages();
    void manyAtOnceComeInOrder();
    void removesAndBringsBack();
    void clears();
    void nothingIsLostWhenItGoes();
    void keepsNothingWithoutAStore();
    void firstLines_data();
    void firstLines();

private:
    void record(const QStringList &statements);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<ConnectionsModel> m_connections;
    std::unique_ptr<QueryHistory> m_history;
    std::unique_ptr<HistoryModel> m_model;
};

void TestQueryHistory::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_workspace = std::make_unique<workspace::Workspace>(m_folder->filePath(u"workspace.sqlite"_s));
    m_connections = std::make_unique<ConnectionsModel>();
    m_connections->setConnections({{.id = u"1"_s, .name = u"Laptop"_s}});
    m_history = std::make_unique<QueryHistory>();
    m_history->setStore(m_workspace->history());
    m_model = std::make_unique<HistoryModel>(*m_history, *m_connections);
    m_model->setPlace(u"1"_s, u"shop"_s);
    auto *tester = new QAbstractItemModelTester(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    tester->setUseFetchMore(false);
}

void TestQueryHistory::cleanup()
{
    m_model.reset();
    m_history.reset();
    m_workspace.reset();
}

void TestQueryHistory::record(const QStringList &statements)
{
    for (const auto &statement : statements)
        m_history->record(ran(statement));
}

void TestQueryHistory::showsWhatWasRun()
{
    m_history->record(ran(u"-- all of them\nselect *\n  from t"_s));
    QTRY_COMPARE(m_model->rowCount(), 1);
    m_history->record(ran(u"drop table t"_s, u"no such table"_s));
    QTRY_COMPARE(lines(*m_model), QStringList({u"drop table t"_s, u"select *"_s}));
    const auto failed = m_model->index(0);
    QCOMPARE(failed.data(HistoryModel::ErrorRole).toString(), u"no such table"_s);
    QCOMPARE(failed.data(HistoryModel::RowsRole).toLongLong(), -1);
    QVERIFY(failed.data(Qt::AccessibleTextRole).toString().contains(u"no such table"));
    QCOMPARE(m_model->entry(1).sql, u"-- all of them\nselect *\n  from t"_s);
    QCOMPARE(m_model->index(1).data(HistoryModel::DurationRole).toLongLong(), 12);
    QCOMPARE(m_model->index(1).data(HistoryModel::PlaceRole).toString(), QString());
    m_model->setScope(HistoryModel::Scope::Everything);
    QTRY_COMPARE(m_model->index(1).data(HistoryModel::PlaceRole).toString(), u"Laptop / shop"_s);
}

void TestQueryHistory::keepsNoPasswordsAndNotAllOfLongOnes()
{
    record({u"alter role a password 'geheim'"_s,
            u"insert into t values ('"_s + QString(QueryHistory::longestStatement, u'x'), u"select 1"_s,
            u"  \n"_s});
    QTRY_COMPARE(m_model->rowCount(), 3);
    QVERIFY(m_model->entry(0).whole);
    QVERIFY(!m_model->entry(1).whole);
    QCOMPARE(m_model->entry(1).sql.size(), QueryHistory::longestStatement);
    QVERIFY(!m_model->entry(2).whole);
    QCOMPARE(m_model->entry(2).sql, u"alter role a password '***'"_s);
}

void TestQueryHistory::searchesAndNarrows()
{
    m_history->record(ran(u"select Ä"_s));
    m_history->record(ran(u"update t"_s, u"ä is missing"_s));
    auto elsewhere = ran(u"select ä, b"_s);
    elsewhere.connection = u"2"_s;
    m_history->record(elsewhere);
    QTRY_COMPARE(m_model->rowCount(), 2);
    m_model->setSearch(u"ä"_s);
    QTRY_COMPARE(lines(*m_model), QStringList({u"update t"_s, u"select Ä"_s}));
    m_model->setErrorsOnly(true);
    QTRY_COMPARE(lines(*m_model), QStringList(u"update t"_s));
    m_model->setErrorsOnly(false);
    m_model->setScope(HistoryModel::Scope::Everything);
    QTRY_COMPARE(m_model->rowCount(), 3);
    // What is run from now on is searched as well.
    record({u"select b"_s, u"select ä"_s});
    QTRY_COMPARE(lines(*m_model).front(), u"select ä"_s);
    QCOMPARE(m_model->rowCount(), 4);
}

void TestQueryHistory::readsOlderPages()
{
    QStringList statements;
    for (int i = 0; i < 450; ++i)
        statements << u"select %1"_s.arg(i);
    record(statements);
    QTRY_COMPARE(lines(*m_model).value(0), u"select 449"_s);
    while (m_model->rowCount() < 450) {
        QTRY_VERIFY(m_model->canFetchMore({}));
        const int before = m_model->rowCount();
        m_model->fetchMore({});
        QTRY_VERIFY(m_model->rowCount() > before);
    }
    QCOMPARE(lines(*m_model).back(), u"select 0"_s);
    if (m_model->canFetchMore({})) {
        QSignalSpy changed(m_model.get(), &HistoryModel::changed);
        m_model->fetchMore({});
        QTRY_COMPARE(changed.count(), 1);
    }
    QVERIFY(!m_model->canFetchMore({}));
}

void TestQueryHistory::manyAtOnceComeInOrder()
{
    record({u"first"_s});
    QTRY_COMPARE(m_model->rowCount(), 1);
    QStringList statements;
    for (int i = 0; i < 300; ++i)
        statements << u"select %1"_s.arg(i);
    record(statements);
    QTRY_COMPARE(lines(*m_model).front(), u"select 299"_s);
    const auto shown = lines(*m_model);
    for (int row = 0; row < shown.size() && row < 300; ++row)
        QCOMPARE(shown[row], u"select %1"_s.arg(299 - row));
}

void TestQueryHistory::removesAndBringsBack()
{
    record({u"a"_s, u"b"_s, u"c"_s});
    QTRY_COMPARE(m_model->rowCount(), 3);
    QVERIFY(!m_history->canUndoRemove());
    m_history->remove(m_model->entry(1));
    QCOMPARE(lines(*m_model), QStringList({u"c"_s, u"a"_s}));
    m_history->remove(m_model->entry(0));
    QVERIFY(m_history->undoRemove());
    QVERIFY(m_history->undoRemove());
    QVERIFY(!m_history->undoRemove());
    QTRY_COMPARE(lines(*m_model), QStringList({u"c"_s, u"b"_s, u"a"_s}));
}

void TestQueryHistory::clears()
{
    auto elsewhere = ran(u"elsewhere"_s);
    elsewhere.connection = u"2"_s;
    m_history->record(elsewhere);
    record({u"a"_s, u"b"_s});
    m_model->setScope(HistoryModel::Scope::Everything);
    QTRY_COMPARE(m_model->rowCount(), 3);
    m_history->clear(u"1"_s);
    QTRY_COMPARE(lines(*m_model), QStringList(u"elsewhere"_s));
    QVERIFY(!m_history->undoRemove());
}

void TestQueryHistory::nothingIsLostWhenItGoes()
{
    record({u"a"_s, u"b"_s, u"c"_s});
    m_model.reset();
    m_history.reset();
    auto kept = m_workspace->history().find({});
    kept.waitForFinished();
    QCOMPARE(kept.result()->size(), size_t(3));
}

void TestQueryHistory::keepsNothingWithoutAStore()
{
    m_history->setStore(std::nullopt);
    QVERIFY(!m_history->isKept());
    QSignalSpy recorded(m_history.get(), &QueryHistory::recorded);
    QSignalSpy changed(m_model.get(), &HistoryModel::changed);
    record({u"a"_s});
    QTRY_VERIFY(changed.count() > 0);
    QCOMPARE(recorded.count(), 0);
    QCOMPARE(m_model->rowCount(), 0);
}

void TestQueryHistory::firstLines_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("line");
    QTest::newRow("one line") << u"select 1"_s << u"select 1"_s;
    QTest::newRow("behind comments") << u"-- a\n/* b\n */\n\n  select\t1,\n2"_s << u"select 1,"_s;
    QTest::newRow("a comment alone") << u"-- a\n-- b"_s << u"-- a"_s;
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("a long one") << QString(1000, u'x') << QString(400, u'x');
}

void TestQueryHistory::firstLines()
{
    QFETCH(QString, statement);
    QTEST(firstLine(statement), "line");
}

QTEST_GUILESS_MAIN(TestQueryHistory)
#include "tst_queryhistory.moc"
