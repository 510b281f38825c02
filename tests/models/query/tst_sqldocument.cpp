#include "core/workspace/workspace.h"
#include "models/query/sqlbuffers.h"
#include "models/query/sqldocument.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::Literals::StringLiterals;
using workspace::Buffer;

namespace {

constexpr int patienceMs = 30'000;

} // namespace

/// A run of the program, as far as its texts go.
class Run
{
public:
    explicit Run(const QString &file)
        : m_workspace(file)
    {
        auto contents = m_workspace.contents();
        contents.waitForFinished();
        buffers.load(contents.result()->buffers,
                     [this](const Buffer &buffer) { return m_workspace.saveBuffer(buffer); });
    }

private:
    workspace::Workspace m_workspace;

public:
    SqlBuffers buffers;
};

class TestSqlDocument : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void whatIsTypedIsThereNextTime();
    void writesWhileSomebodyTypesWithoutAPause();
    void closedOnesComeBackWithTheirText();
    void emptyOnesAreForgotten();
    void titlesAreFreeOnes();
    void anotherRunLeavesItAlone();
    void savesAndNoticesOthers();
    void takesTheFilesTextWhenOwnIsUnchanged();
    void saysThatTheFileIsGone();
    void writingOnIsSeenOnTheNextStart();

private:
    QString file() const { return m_folder->filePath(u"workspace.sqlite"_s); }
    QString script() const { return m_folder->filePath(u"script.sql"_s); }
    static void put(const QString &path, const QByteArray &bytes)
    {
        QFile made(path);
        QVERIFY(made.open(QIODevice::WriteOnly | QIODevice::Truncate));
        made.write(bytes);
    }
    static QByteArray bytesOf(const QString &path)
    {
        QFile made(path);
        return made.open(QIODevice::ReadOnly) ? made.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSqlDocument::whatIsTypedIsThereNextTime()
{
    QString id;
    {
        Run run(file());
        id = run.buffers.create({.connection = u"c"_s});
        SqlDocument document(run.buffers, id);
        document.setSource([] { return SqlDocument::Shown{u"select '🦦'"_s, 9, 7, 3}; });
        document.touch();
        document.setParameters("{\":id\":\"1\"}");
        QTRY_VERIFY_WITH_TIMEOUT(run.buffers.isSettled(), patienceMs);
    }
    Run run(file());
    const auto *buffer = run.buffers.find(id);
    QVERIFY(buffer);
    QCOMPARE(buffer->text, u"select '🦦'"_s);
    QCOMPARE(buffer->caret, 9);
    QCOMPARE(buffer->anchor, 7);
    QCOMPARE(buffer->firstLine, 3);
    QCOMPARE(buffer->parameters, QByteArray("{\":id\":\"1\"}"));
    QCOMPARE(run.buffers.open(u"c"_s).size(), size_t(1));
    QVERIFY(run.buffers.open(u"other"_s).empty());
}

void TestSqlDocument::writesWhileSomebodyTypesWithoutAPause()
{
    Run run(file());
    QString text;
    SqlDocument document(run.buffers, run.buffers.create({.connection = u"c"_s}));
    document.setSource([&text] { return SqlDocument::Shown{.text = text}; });
    // Each key comes before the time is over: it is written all the same.
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            text += u'x';
            document.touch();
            return !document.buffer().text.isEmpty();
        }(),
        patienceMs);
}

void TestSqlDocument::closedOnesComeBackWithTheirText()
{
    QString first;
    QString second;
    {
        Run run(file());
        first = run.buffers.create({.connection = u"c"_s, .text = u"one"_s});
        second = run.buffers.create({.connection = u"c"_s, .text = u"two"_s});
        run.buffers.setClosed(second, true);
        run.buffers.setClosed(first, true);
        QVERIFY(run.buffers.open(u"c"_s).empty());
        QCOMPARE(run.buffers.closed(u"c"_s).back().id, first);
    }
    Run run(file());
    const auto closed = run.buffers.closed(u"c"_s);
    QCOMPARE(closed.size(), size_t(2));
    QCOMPARE(closed[1].id, first);
    // A late word of its editor opens none.
    auto late = closed[0];
    late.closed = false;
    late.text = u"two, later"_s;
    run.buffers.save(late);
    QVERIFY(run.buffers.open(u"c"_s).empty());
    run.buffers.setClosed(second, false);
    QCOMPARE(run.buffers.open(u"c"_s).front().text, u"two, later"_s);
}

void TestSqlDocument::emptyOnesAreForgotten()
{
    {
        Run run(file());
        const auto id = run.buffers.create({.connection = u"c"_s});
        run.buffers.setClosed(id, true);
        QVERIFY(!run.buffers.find(id));
    }
    Run run(file());
    QVERIFY(run.buffers.closed(u"c"_s).empty());
    QVERIFY(run.buffers.open(u"c"_s).empty());
}

void TestSqlDocument::titlesAreFreeOnes()
{
    SqlBuffers buffers;
    const auto first = buffers.create({.connection = u"c"_s});
    const auto second = buffers.create({.connection = u"c"_s});
    const auto other = buffers.create({.connection = u"d"_s});
    QVERIFY(buffers.find(first)->title != buffers.find(second)->title);
    QCOMPARE(buffers.find(first)->title, buffers.find(other)->title);
}

void TestSqlDocument::anotherRunLeavesItAlone()
{
    Run one(file());
    const auto id = one.buffers.create({.connection = u"c"_s, .text = u"mine"_s});
    QTRY_VERIFY_WITH_TIMEOUT(one.buffers.isSettled(), patienceMs);
    Run two(file());
    QVERIFY(!two.buffers.find(id));
}

void TestSqlDocument::savesAndNoticesOthers()
{
    Run run(file());
    QString text = u"select 1"_s;
    SqlDocument document(run.buffers, run.buffers.create({.connection = u"c"_s, .text = text}));
    document.setSource([&text] { return SqlDocument::Shown{.text = text}; });
    connect(&document, &SqlDocument::textLoaded, this, [&text](const QString &loaded) { text = loaded; });
    QSignalSpy saved(&document, &SqlDocument::saved);
    document.saveAs(script());
    QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, patienceMs);
    QCOMPARE(bytesOf(script()), QByteArray("select 1"));
    QCOMPARE(document.fileState(), SqlDocument::FileState::Same);
    QCOMPARE(document.buffer().title, u"script.sql"_s);

    text = u"select 1, 2"_s;
    document.touch();
    QCOMPARE(document.fileState(), SqlDocument::FileState::Differs);
    put(script(), "select 'theirs'");
    QTRY_COMPARE_WITH_TIMEOUT(document.fileState(), SqlDocument::FileState::Outside, patienceMs);
    document.keepMine();
    QCOMPARE(document.fileState(), SqlDocument::FileState::Differs);
    QCOMPARE(text, u"select 1, 2"_s);

    put(script(), "select 'again'");
    QTRY_COMPARE_WITH_TIMEOUT(document.fileState(), SqlDocument::FileState::Outside, patienceMs);
    document.reload();
    QTRY_COMPARE_WITH_TIMEOUT(document.fileState(), SqlDocument::FileState::Same, patienceMs);
    QCOMPARE(text, u"select 'again'"_s);
    QCOMPARE(document.buffer().text, text);
}

void TestSqlDocument::takesTheFilesTextWhenOwnIsUnchanged()
{
    put(script(), "select 1");
    Run run(file());
    const auto read = readSqlFile(script());
    const auto id = run.buffers.create({.connection = u"c"_s,
                                        .text = read->text,
                                        .file = script(),
                                        .encoding = read->encoding,
                                        .fileMark = read->mark});
    SqlDocument document(run.buffers, id);
    QSignalSpy loaded(&document, &SqlDocument::textLoaded);
    // Some programs put another file in its place.
    put(script() + u".new"_s, "select 2");
    QVERIFY(QFile::remove(script()));
    QVERIFY(QFile::rename(script() + u".new"_s, script()));
    QTRY_COMPARE_WITH_TIMEOUT(loaded.size(), 1, patienceMs);
    QCOMPARE(loaded.front().front().toString(), u"select 2"_s);
    QTRY_COMPARE_WITH_TIMEOUT(document.fileState(), SqlDocument::FileState::Same, patienceMs);
    put(script(), "select 3");
    QTRY_COMPARE_WITH_TIMEOUT(loaded.size(), 2, patienceMs);
}

void TestSqlDocument::saysThatTheFileIsGone()
{
    Run run(file());
    SqlDocument document(run.buffers, run.buffers.create({.connection = u"c"_s, .text = u"select 1"_s}));
    QSignalSpy saved(&document, &SqlDocument::saved);
    document.saveAs(script());
    QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, patienceMs);
    QVERIFY(QFile::remove(script()));
    QTRY_COMPARE_WITH_TIMEOUT(document.fileState(), SqlDocument::FileState::Gone, patienceMs);
    document.save();
    QTRY_COMPARE_WITH_TIMEOUT(document.fileState(), SqlDocument::FileState::Same, patienceMs);
    QCOMPARE(bytesOf(script()), QByteArray("select 1"));
    QSignalSpy failed(&document, &SqlDocument::failed);
    document.saveAs(m_folder->filePath(u"nowhere/a.sql"_s));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patienceMs);
    QCOMPARE(document.buffer().file, script());
}

void TestSqlDocument::writingOnIsSeenOnTheNextStart()
{
    QString id;
    {
        Run run(file());
        id = run.buffers.create({.connection = u"c"_s, .text = u"select 1"_s});
        SqlDocument document(run.buffers, id);
        QSignalSpy saved(&document, &SqlDocument::saved);
        document.saveAs(script());
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, patienceMs);
        document.setSource([] { return SqlDocument::Shown{.text = u"select 1 + 1"_s}; });
        document.touch();
    }
    put(script(), "select 'theirs'");
    Run run(file());
    SqlDocument document(run.buffers, id);
    QTRY_COMPARE_WITH_TIMEOUT(document.fileState(), SqlDocument::FileState::Outside, patienceMs);
    QCOMPARE(document.buffer().text, u"select 1 + 1"_s);
}

QTEST_GUILESS_MAIN(TestSqlDocument)
#include "tst_sqldocument.moc"
