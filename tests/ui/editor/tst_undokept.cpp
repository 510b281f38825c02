#include "core/workspace/workspace.h"
#include "models/query/sqlbuffers.h"
#include "models/query/sqldocument.h"
#include "ui/editor/edithistory.h"
#include "ui/editor/sqleditor.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCryptographicHash>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace squall;
using namespace squall::models;
using namespace squall::ui;
using namespace Qt::Literals::StringLiterals;

// A program edits a text, undoes and redoes, and is killed at some moment, again and again. It says on its
// standard output what its text was, before anything else can happen to it. Whatever comes back afterwards
// was the text at some moment, and undoing it leads through texts that were there, back to the first.

namespace {

constexpr int sessions = 40;
constexpr int longestSessionMs = 500;

std::vector<workspace::Buffer> buffersOf(workspace::Workspace &workspace)
{
    auto contents = workspace.contents();
    contents.waitForFinished();
    const auto reply = contents.result();
    if (!reply)
        qFatal("%s", qPrintable(reply.error().message));
    return reply->buffers;
}

QByteArray markOf(const QString &text)
{
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha1).toHex();
}

class Typist : public QObject
{
public:
    Typist(const QString &file, quint32 seed)
        : m_theme(*qApp, Theme::Choice::Light)
        , m_random(seed)
        , m_workspace(file)
        , m_editor(m_theme)
    {
        m_buffers.load(buffersOf(m_workspace),
                       [this](const workspace::Buffer &buffer) { return m_workspace.saveBuffer(buffer); });
        const auto open = m_buffers.open(u"c"_s);
        m_document = std::make_unique<SqlDocument>(
            m_buffers, open.empty() ? m_buffers.create({.connection = u"c"_s}) : open.front().id);
        m_editor.setScript(m_document->buffer().text);
        m_editor.history().restore(m_document->buffer().undo);
        m_document->setSource([this] {
            return SqlDocument::Shown{m_editor.script(), m_editor.caret(), m_editor.anchor(), 0,
                                      m_editor.history().kept()};
        });
        connect(&m_editor, &SqlEditor::scriptChanged, m_document.get(), &SqlDocument::touch);
        m_editor.show();
        say();
        m_keys.callOnTimeout(this, &Typist::type);
        m_keys.start(1);
    }

private:
    void type()
    {
        const auto end = m_editor.script().size();
        switch (m_random.bounded(8)) {
        case 0: QTest::keyClick(&m_editor, Qt::Key_Z, Qt::ControlModifier); break;
        case 1: QTest::keyClick(&m_editor, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); break;
        case 2: QTest::keyClick(&m_editor, Qt::Key_Backspace); break;
        case 3:
            m_editor.setCaret(m_editor.unitAt(m_editor.byteAt(m_random.bounded(static_cast<int>(end) + 1))));
            break;
        case 4: m_editor.replaceSpan({0, 0}, u"select 'ö🦦';\n"_s); break;
        default: QTest::keyClick(&m_editor, static_cast<char>('a' + m_random.bounded(26)));
        }
        say();
        m_keys.start(static_cast<int>(m_random.bounded(12)));
    }
    void say()
    {
        std::printf("%s\n", markOf(m_editor.script()).constData());
        std::fflush(stdout);
    }

    Theme m_theme;
    QRandomGenerator m_random;
    workspace::Workspace m_workspace;
    SqlBuffers m_buffers;
    SqlEditor m_editor;
    std::unique_ptr<SqlDocument> m_document;
    QTimer m_keys;
};

} // namespace

class TestUndoKept : public QObject
{
    Q_OBJECT

private slots:
    void undoLeadsBackAfterAnyKill();
};

void TestUndoKept::undoLeadsBackAfterAnyKill()
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"workspace.sqlite"_s);
    const auto seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const Theme theme(*qApp, Theme::Choice::Light);
    QSet<QByteArray> seen{markOf({})};
    int most = 0;
    for (int session = 0; session < sessions; ++session) {
        const auto where = u"session %1 of seed %2"_s.arg(session).arg(seed);
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {u"--type"_s, file, QString::number(random.generate())});
        QVERIFY(child.waitForStarted());
        QVERIFY(child.waitForReadyRead());
        QTest::qSleep(static_cast<int>(random.bounded(longestSessionMs)));
        child.kill();
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        auto lines = child.readAllStandardOutput().split('\n');
        lines.removeLast(); // what follows the last line break may be cut off
        for (const auto &line : lines)
            seen.insert(line);

        workspace::Workspace workspace(file);
        const auto buffers = buffersOf(workspace);
        if (buffers.empty())
            continue;
        const auto &buffer = buffers.front();
        SqlEditor editor(theme);
        editor.setScript(buffer.text);
        editor.history().restore(buffer.undo);
        QVERIFY2(editor.text() == buffer.text, qPrintable(where));
        // A step of several sign is said as one only when it is over: what it passes through is not seen.
        int steps = 0;
        for (; editor.isUndoAvailable(); ++steps) {
            QVERIFY2(seen.contains(markOf(editor.script())), qPrintable(where));
            editor.undo();
        }
        most = std::max(most, steps);
        const bool bounded = static_cast<size_t>(steps) >= EditLog::mostEdits / 2;
        QVERIFY2(editor.script().isEmpty() || bounded, qPrintable(where));
        QVERIFY2(steps > 0 || buffer.text.isEmpty(), qPrintable(where));
    }
    qInfo("%d kills: up to %d steps to undo", sessions, most);
    QVERIFY(most > 10);
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == u"--type") {
        const Typist typist(arguments[2], arguments[3].toUInt());
        return QCoreApplication::exec();
    }
    TestUndoKept test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_undokept.moc"
