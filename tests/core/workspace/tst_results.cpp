#include "core/workspace/workspace.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
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

/// Asks the file as somebody else; answers with the first number.
qint64 ask(const QString &file, const QString &sql)
{
    qint64 number = -1;
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"ask"_s);
        database.setDatabaseName(file);
        if (!database.open())
            qFatal("cannot open");
        QSqlQuery query(database);
        if (!query.exec(sql))
            qFatal("%s", qPrintable(sql));
        if (query.next())
            number = query.value(0).toLongLong();
    }
    QSqlDatabase::removeDatabase(u"ask"_s);
    return number;
}

} // namespace

class TestResults : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_workspace.reset(); }
    void comeBackInTheirOrder();
    void aNewOneTakesThePlaceOfItself();
    void nothingWorthKeepingIsNotKept();
    void goWithTheirBuffer();
    void goWithTheirConnection();
    void aBufferThatIsNotThereKeepsNone();
    void clears();
    void theOldestGoWhenThereAreTooMany();
    void aWriteThatFailsSaysSo();
    void undoIsKeptWithTheText();
    void answersWhenTheWorkspaceIsGone();

private:
    QString file() const { return m_folder->filePath(u"workspace.sqlite"_s); }
    void makeBuffer(const QString &id, const QString &connection = u"c"_s)
    {
        QVERIFY(answer(m_workspace->saveBuffer({.id = id, .connection = connection, .text = u"select 1"_s}))
                    .ok());
    }
    void add(const QString &buffer, const QString &id, const QByteArray &content)
    {
        QVERIFY(answer(m_workspace->results().add(buffer, id, [content] { return content; })).ok());
    }
    std::vector<KeptResult> read(const QString &buffer)
    {
        return *answer(m_workspace->results().read(buffer));
    }
    QStringList ids(const QString &buffer)
    {
        QStringList all;
        for (const auto &result : read(buffer))
            all << result.id;
        return all;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
};

void TestResults::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_workspace = std::make_unique<Workspace>(file());
    makeBuffer(u"b"_s);
}

void TestResults::comeBackInTheirOrder()
{
    const QByteArray bytes("\0\xff rows", 7);
    add(u"b"_s, u"1"_s, bytes);
    add(u"b"_s, u"2"_s, "second");
    add(u"b"_s, u"3"_s, "third");
    QVERIFY(answer(m_workspace->results().arrange(u"b"_s, {u"3"_s, u"1"_s})).ok());
    m_workspace.reset();
    m_workspace = std::make_unique<Workspace>(file());
    QCOMPARE(read(u"b"_s), (std::vector<KeptResult>{{u"3"_s, "third"}, {u"1"_s, bytes}}));
    add(u"b"_s, u"4"_s, "last");
    QCOMPARE(ids(u"b"_s), (QStringList{u"3"_s, u"1"_s, u"4"_s}));
}

void TestResults::aNewOneTakesThePlaceOfItself()
{
    add(u"b"_s, u"1"_s, "before");
    add(u"b"_s, u"1"_s, "now");
    QCOMPARE(read(u"b"_s), (std::vector<KeptResult>{{u"1"_s, "now"}}));
}

void TestResults::nothingWorthKeepingIsNotKept()
{
    add(u"b"_s, u"1"_s, "before");
    add(u"b"_s, u"1"_s, {});
    QVERIFY(read(u"b"_s).empty());
}

void TestResults::goWithTheirBuffer()
{
    makeBuffer(u"other"_s);
    add(u"b"_s, u"1"_s, "rows");
    add(u"other"_s, u"2"_s, "rows");
    // A closed one comes back with them; one without a text is nothing to come back to.
    QVERIFY(answer(m_workspace->saveBuffer(
                       {.id = u"b"_s, .connection = u"c"_s, .text = u"select 1"_s, .closed = true}))
                .ok());
    QCOMPARE(ids(u"b"_s), QStringList{u"1"_s});
    QVERIFY(answer(m_workspace->saveBuffer({.id = u"b"_s, .connection = u"c"_s, .text = {}, .closed = true}))
                .ok());
    QVERIFY(read(u"b"_s).empty());
    QCOMPARE(ask(file(), u"select count(*) from result"_s), 1);
}

void TestResults::goWithTheirConnection()
{
    makeBuffer(u"other"_s, u"d"_s);
    add(u"b"_s, u"1"_s, "rows");
    add(u"other"_s, u"2"_s, "rows");
    QVERIFY(answer(m_workspace->removeConnection(u"c"_s)).ok());
    QCOMPARE(ask(file(), u"select count(*) from result"_s), 1);
    QCOMPARE(ids(u"other"_s), QStringList{u"2"_s});
}

void TestResults::aBufferThatIsNotThereKeepsNone()
{
    add(u"gone"_s, u"1"_s, "rows");
    QCOMPARE(ask(file(), u"select count(*) from result"_s), 0);
}

void TestResults::clears()
{
    makeBuffer(u"other"_s, u"d"_s);
    add(u"b"_s, u"1"_s, "rows");
    add(u"other"_s, u"2"_s, "rows");
    QVERIFY(answer(m_workspace->results().clear(u"d"_s)).ok());
    QVERIFY(read(u"other"_s).empty());
    QCOMPARE(ids(u"b"_s), QStringList{u"1"_s});
    QVERIFY(answer(m_workspace->results().clear({})).ok());
    QVERIFY(read(u"b"_s).empty());
}

void TestResults::theOldestGoWhenThereAreTooMany()
{
    constexpr qint64 each = Results::mostBytes / 8;
    const QByteArray content(each, 'x');
    for (int number = 0; number < 8; ++number)
        add(u"b"_s, QString::number(number), content);
    QCOMPARE(ids(u"b"_s).size(), 8);
    add(u"b"_s, u"small"_s, "rows");
    const auto left = ids(u"b"_s);
    QCOMPARE(left.size(), 8);
    QVERIFY(!left.contains(u"0"_s));
    QVERIFY(left.contains(u"small"_s));
    QVERIFY(ask(file(), u"select sum(length) from result"_s) <= Results::mostBytes);
    // Room that was given up is used again.
    const auto size =
        ask(file(), u"select page_count * page_size from pragma_page_count, pragma_page_size"_s);
    for (int number = 0; number < 8; ++number)
        add(u"b"_s, QString::number(number), content);
    const auto now = ask(file(), u"select page_count * page_size from pragma_page_count, pragma_page_size"_s);
    QVERIFY2(now <= size + each, qPrintable(u"%1 after %2"_s.arg(now).arg(size)));
}

void TestResults::aWriteThatFailsSaysSo()
{
    add(u"b"_s, u"1"_s, "rows");
    ask(file(), u"create trigger full_disk before insert on result begin"
                u" select raise(abort, 'database or disk is full'); end"_s);
    const auto failed = answer(m_workspace->results().add(u"b"_s, u"2"_s, [] { return QByteArray("x"); }));
    QVERIFY(!failed.ok());
    QCOMPARE(failed.error().code, Error::Code::File);
    QVERIFY2(failed.error().message.contains(u"full"), qPrintable(failed.error().message));
    // Everything else goes on, and what was there is there.
    makeBuffer(u"next"_s);
    QCOMPARE(ids(u"b"_s), QStringList{u"1"_s});
}

void TestResults::undoIsKeptWithTheText()
{
    const QByteArray undo("\0\x01\xff", 3);
    QVERIFY(answer(m_workspace->saveBuffer({.id = u"b"_s, .text = u"x"_s, .undo = undo})).ok());
    m_workspace.reset();
    m_workspace = std::make_unique<Workspace>(file());
    QCOMPARE(answer(m_workspace->contents())->buffers.front().undo, undo);
}

void TestResults::answersWhenTheWorkspaceIsGone()
{
    const auto results = m_workspace->results();
    m_workspace.reset();
    QVERIFY(!answer(results.read(u"b"_s)).ok());
    QVERIFY(!answer(results.add(u"b"_s, u"1"_s, [] { return QByteArray("x"); })).ok());
}

QTEST_GUILESS_MAIN(TestResults)

#include "tst_results.moc"
