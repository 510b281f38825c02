#include "core/workspace/workspace.h"
#include "models/query/sqlbuffers.h"
#include "models/query/sqldocument.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <cstdio>

using namespace squall;
using namespace squall::models;
using namespace Qt::Literals::StringLiterals;

// A program types, and is killed at some moment, again and again. It says on its standard output what its
// text was and when, before anything else can happen to it: what is missing afterwards is compared with that.
// What the machine has held it up is not counted.

namespace {

constexpr int sessions = 200;
constexpr int longestSessionMs = 700;
// A sanitizer makes everything slower, and the promise is for what people run.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr qint64 mayMissMs = 900;
#else
constexpr qint64 mayMissMs = 300;
#endif
const auto bufferTitle = u"typed"_s;

workspace::Contents contentsOf(workspace::Workspace &workspace)
{
    auto contents = workspace.contents();
    contents.waitForFinished();
    const auto reply = contents.result();
    if (!reply)
        qFatal("%s", qPrintable(reply.error().message));
    return *reply;
}

/// Short, so that nobody waits for a pipe that is full.
QByteArray markOf(const QString &text)
{
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha1).toHex();
}

/// How long the machine has held up a thread that wanted to sleep for a few milliseconds, at most.
class HoldUps
{
public:
    HoldUps()
        : m_thread(QThread::create([this] {
            constexpr int napMs = 5;
            for (;;) {
                QElapsedTimer nap;
                nap.start();
                QThread::msleep(napMs);
                m_worst = std::max<qint64>(m_worst, nap.elapsed() - napMs);
            }
        }))
    {
        m_thread->start();
    }
    qint64 worst() const { return m_worst; }

private:
    std::atomic<qint64> m_worst = 0;
    QThread *m_thread; ///< until it is killed with its process
};

/// Types into the one text there is until it is killed.
class Typist : public QObject
{
public:
    Typist(const QString &file, quint32 seed)
        : m_random(seed)
        , m_workspace(file)
    {
        m_buffers.load(contentsOf(m_workspace).buffers,
                       [this](const workspace::Buffer &buffer) { return m_workspace.saveBuffer(buffer); });
        const auto open = m_buffers.open(u"c"_s);
        const auto id =
            open.empty() ? m_buffers.create({.connection = u"c"_s, .title = bufferTitle}) : open.front().id;
        m_text = m_buffers.find(id)->text;
        m_document = std::make_unique<SqlDocument>(m_buffers, id);
        m_document->setSource([this] { return SqlDocument::Shown{.text = m_text, .caret = m_text.size()}; });
        m_keys.setTimerType(Qt::PreciseTimer);
        m_keys.callOnTimeout(this, &Typist::type);
        m_clock.start();
        m_keys.start(1);
    }

private:
    void type()
    {
        const auto dice = m_random.bounded(40);
        if (dice == 0 && m_text.size() > 200) {
            m_text.chop(static_cast<qsizetype>(m_random.bounded(150)));
            if (m_text.back().isHighSurrogate())
                m_text.chop(1);
        } else if (dice == 1) {
            m_text += u"select '🦦', ö from users;\n"_s.repeated(static_cast<int>(m_random.bounded(30)));
        } else {
            m_text += QChar(u'a' + static_cast<char16_t>(m_random.bounded(26)));
        }
        m_document->touch();
        std::printf("%lld %s %lld\n", static_cast<long long>(m_clock.elapsed()), markOf(m_text).constData(),
                    static_cast<long long>(m_holdUps.worst()));
        std::fflush(stdout);
        m_keys.start(static_cast<int>(m_random.bounded(dice == 2 ? 400 : 25)));
    }

    HoldUps m_holdUps;
    QRandomGenerator m_random;
    workspace::Workspace m_workspace;
    SqlBuffers m_buffers;
    std::unique_ptr<SqlDocument> m_document;
    QString m_text;
    QTimer m_keys;
    QElapsedTimer m_clock;
};

} // namespace

class TestTypingKept : public QObject
{
    Q_OBJECT

private slots:
    void missesThreeTenthsOfASecondAtMost();
};

void TestTypingKept::missesThreeTenthsOfASecondAtMost()
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"workspace.sqlite"_s);
    const auto seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    // A new one is empty.
    auto before = markOf({});
    qint64 worst = 0;
    int keys = 0;
    for (int session = 0; session < sessions; ++session) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {u"--type"_s, file, QString::number(random.generate())});
        QVERIFY(child.waitForStarted());
        QVERIFY(child.waitForReadyRead());
        QElapsedTimer lived;
        lived.start();
        QTest::qSleep(static_cast<int>(random.bounded(longestSessionMs)));
        child.kill();
        const auto seen = lived.elapsed();
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        auto lines = child.readAllStandardOutput().split('\n');
        lines.removeLast(); // what follows the last line break may be cut off
        QVERIFY(!lines.isEmpty());
        keys += static_cast<int>(lines.size());

        workspace::Workspace workspace(file);
        const auto buffers = contentsOf(workspace).buffers;
        const auto kept = buffers.empty() ? markOf({}) : markOf(buffers.front().text);
        QVERIFY(buffers.size() <= 1);
        // What is kept was the text once, and the first key after it was typed a short while before the end.
        qsizetype at = lines.size() - 1;
        while (at >= 0 && lines[at].split(' ').value(1) != kept)
            --at;
        QVERIFY2(at >= 0 || kept == before,
                 qPrintable(u"session %1 of seed %2: no text that was there"_s.arg(session).arg(seed)));
        const auto timeOf = [&lines](qsizetype line) { return lines[line].split(' ').front().toLongLong(); };
        if (at + 1 < lines.size()) {
            const auto end = std::max(timeOf(lines.size() - 1), timeOf(0) + seen);
            const auto heldUp = lines.back().split(' ').value(2).toLongLong();
            worst = std::max(worst, end - timeOf(at + 1) - heldUp);
        }
        before = kept;
    }
    qInfo("%d kills, %d keys: at most %lld ms of typing missing", sessions, keys, worst);
    QVERIFY(keys > sessions);
    QVERIFY2(worst <= mayMissMs, qPrintable(u"%1 ms, seed %2"_s.arg(worst).arg(seed)));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == u"--type") {
        const Typist typist(arguments[2], arguments[3].toUInt());
        return QCoreApplication::exec();
    }
    TestTypingKept test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_typingkept.moc"
