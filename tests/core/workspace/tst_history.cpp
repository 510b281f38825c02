#include "core/workspace/workspace.h"

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

HistoryEntry ran(const QString &sql, const QString &connection = u"1"_s)
{
    return {.connection = connection,
            .database = u"shop"_s,
            .at = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123),
            .sql = sql,
            .milliseconds = 12,
            .rows = 3};
}

QStringList texts(const Result<std::vector<HistoryEntry>> &entries)
{
    QStringList all;
    for (const auto &entry : *entries)
        all << entry.sql;
    return all;
}

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_workspace.reset(); }
    void keepsEverythingOfAnEntry();
    void searches_data();
    void searches();
    void narrows();
    void pages();
    void oldestGo();
    void longTextsMakeRoomForFewer();
    void removesAndBringsBack();
    void clears();

private:
    QStringList found(const HistoryQuery &query) { return texts(answer(m_workspace->history().find(query))); }
    void add(std::vector<HistoryEntry> entries)
    {
        QVERIFY(answer(m_workspace->history().add(std::move(entries))).ok());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
};

void TestHistory::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_workspace = std::make_unique<Workspace>(m_folder->filePath(u"workspace.sqlite"_s));
}

void TestHistory::keepsEverythingOfAnEntry()
{
    auto first = ran(u"select '🦦'\n"_s);
    auto second = ran(u"insert into t values ('…"_s);
    second.whole = false;
    second.rows = -1;
    second.error = u"relation \"t\" does not exist"_s;
    add({first, second});
    const auto kept = answer(m_workspace->history().find({}));
    first.id = kept->at(1).id;
    second.id = kept->at(0).id;
    QVERIFY(first.id > 0 && second.id > first.id);
    QCOMPARE(*kept, std::vector<HistoryEntry>({second, first}));
}

void TestHistory::searches_data()
{
    QTest::addColumn<QString>("containing");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("in the statement, in another case")
        << u"SELECT"_s << QStringList{u"select ä.*\nfrom [x]"_s};
    QTest::newRow("in the error") << u"no such"_s << QStringList{u"UPDATE Ünder"_s};
    QTest::newRow("letters beyond English") << u"üNDER"_s << QStringList{u"UPDATE Ünder"_s};
    QTest::newRow("what would be a pattern") << u".*"_s << QStringList{u"select ä.*\nfrom [x]"_s};
    QTest::newRow("a bracket") << u"[x"_s << QStringList{u"select ä.*\nfrom [x]"_s};
    QTest::newRow("across lines") << u"*\nFROM"_s << QStringList{u"select ä.*\nfrom [x]"_s};
    QTest::newRow("what SQL's own patterns would match") << u"%"_s << QStringList{};
    QTest::newRow("nothing to look for")
        << QString() << QStringList{u"UPDATE Ünder"_s, u"select ä.*\nfrom [x]"_s};
}

void TestHistory::searches()
{
    QFETCH(QString, containing);
    QFETCH(QStringList, expected);
    auto failed = ran(u"UPDATE Ünder"_s);
    failed.error = u"No such table"_s;
    add({ran(u"select ä.*\nfrom [x]"_s), failed});
    QCOMPARE(found({.containing = containing}), expected);
}

void TestHistory::narrows()
{
    auto failed = ran(u"b"_s);
    failed.error = u"wrong"_s;
    auto elsewhere = ran(u"c"_s);
    elsewhere.database = u"stock"_s;
    add({ran(u"a"_s), failed, elsewhere, ran(u"d"_s, u"2"_s)});
    QCOMPARE(found({.connection = u"1"_s}), QStringList({u"c"_s, u"b"_s, u"a"_s}));
    QCOMPARE(found({.connection = u"1"_s, .database = u"shop"_s}), QStringList({u"b"_s, u"a"_s}));
    QCOMPARE(found({.errorsOnly = true}), QStringList(u"b"_s));
    QCOMPARE(found({}).size(), 4);
}

void TestHistory::pages()
{
    std::vector<HistoryEntry> entries;
    for (int i = 0; i < 25; ++i)
        entries.push_back(ran(QString::number(i)));
    add(std::move(entries));
    QStringList all;
    for (qint64 before = 0; all.size() < 25;) {
        const auto page = answer(m_workspace->history().find({.before = before, .limit = 10}));
        QVERIFY(!page->empty());
        all += texts(page);
        before = page->back().id;
    }
    QCOMPARE(all.front(), u"24"_s);
    QCOMPARE(all.back(), u"0"_s);
    const auto newest = answer(m_workspace->history().find({.limit = 1}))->front().id;
    add({ran(u"new"_s)});
    QCOMPARE(found({.after = newest}), QStringList(u"new"_s));
}

void TestHistory::oldestGo()
{
    add({ran(u"of another"_s, u"2"_s)});
    std::vector<HistoryEntry> entries;
    for (int i = 0; i < History::mostEntries + 5; ++i)
        entries.push_back(ran(QString::number(i)));
    add(std::move(entries));
    const auto kept = found({.connection = u"1"_s, .limit = 2 * History::mostEntries});
    QCOMPARE(kept.size(), History::mostEntries);
    QCOMPARE(kept.back(), u"5"_s);
    add({ran(u"one more"_s)});
    QCOMPARE(found({.connection = u"1"_s, .limit = 2 * History::mostEntries}).back(), u"6"_s);
    QCOMPARE(found({.connection = u"2"_s}).size(), 1);
}

void TestHistory::longTextsMakeRoomForFewer()
{
    const QString half(History::mostCharacters / 2, u'x');
    add({ran(half + u'1'), ran(half + u'2')});
    QCOMPARE(found({}).size(), 1);
    QVERIFY(found({}).front().endsWith(u'2'));
    add({ran(QString(2 * History::mostCharacters, u'y'))});
    QCOMPARE(found({}).size(), 1);
    QVERIFY(found({}).front().startsWith(u'y'));
}

void TestHistory::removesAndBringsBack()
{
    add({ran(u"a"_s), ran(u"b"_s), ran(u"c"_s)});
    const auto middle = answer(m_workspace->history().find({}))->at(1);
    QVERIFY(answer(m_workspace->history().remove({middle.id})).ok());
    QCOMPARE(found({}), QStringList({u"c"_s, u"a"_s}));
    add({middle});
    QCOMPARE(found({}), QStringList({u"c"_s, u"b"_s, u"a"_s}));
}

void TestHistory::clears()
{
    add({ran(u"a"_s), ran(u"b"_s, u"2"_s)});
    QVERIFY(answer(m_workspace->history().clear(u"1"_s)).ok());
    QCOMPARE(found({}), QStringList(u"b"_s));
    QVERIFY(answer(m_workspace->history().clear({})).ok());
    QCOMPARE(found({}), QStringList());
}

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
