#include "core/workspace/workspace.h"

#include <QCoreApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <cstdio>

using namespace squall;
using namespace squall::workspace;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kills = 50;

/// Writes one number after the other, into every kind of thing at once, and prints each when it is
/// acknowledged.
int writeForever(const QString &file, int from)
{
    Workspace workspace(file);
    for (int number = from;; ++number) {
        const auto text = QString::number(number);
        auto tabs = workspace.saveTabs(
            {{.id = u"a"_s, .kind = u"sql"_s, .text = text}, {.id = u"b"_s, .text = text}});
        auto history = workspace.history().add({{.at = QDateTime::currentDateTime(), .sql = text}});
        auto setting = workspace.saveSetting({{}, u"number"_s, text.toUtf8()});
        for (auto *future : {&tabs, &history, &setting}) {
            future->waitForFinished();
            if (!future->result())
                return 1;
        }
        std::printf("%d\n", number);
        std::fflush(stdout);
    }
}

} // namespace

class TestWorkspaceCrash : public QObject
{
    Q_OBJECT

private slots:
    void keepsWhatWasAcknowledgedWhenKilled();
};

void TestWorkspaceCrash::keepsWhatWasAcknowledgedWhenKilled()
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"workspace.sqlite"_s);
    const auto seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    int acknowledged = 0;
    for (int round = 0; round < kills; ++round) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {u"--write"_s, file, QString::number(acknowledged + 1)});
        QVERIFY(child.waitForStarted());
        // Sometimes while it still makes the file, mostly in the middle of writing.
        if (round % 5 != 0)
            QVERIFY(child.waitForReadyRead());
        QThread::usleep(random.bounded(30'000u));
        child.kill();
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        const auto printed = child.readAllStandardOutput().split('\n');
        // What follows the last line break may be cut off.
        if (printed.size() > 1)
            acknowledged = printed[printed.size() - 2].toInt();

        Workspace workspace(file);
        auto future = workspace.contents();
        future.waitForFinished();
        const auto contents = future.result();
        QVERIFY2(contents.ok(), contents.ok() ? "" : qPrintable(contents.error().message));
        QCOMPARE(contents->notice, QString());
        if (acknowledged == 0)
            continue;
        QCOMPARE(contents->tabs.size(), size_t(2));
        QCOMPARE(contents->tabs[0].text, contents->tabs[1].text);
        QVERIFY(contents->tabs[0].text.toInt() >= acknowledged);
        QCOMPARE(contents->settings.size(), size_t(1));
        QVERIFY(contents->settings[0].value.toInt() >= acknowledged);
        auto history = workspace.history().find({.limit = 1});
        history.waitForFinished();
        QVERIFY(history.result()->at(0).sql.toInt() >= acknowledged);
    }
    qInfo("%d writes acknowledged over %d kills", acknowledged, kills);
    QVERIFY(acknowledged > kills);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments[1] == u"--write")
        return writeForever(arguments[2], arguments[3].toInt());
    TestWorkspaceCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_workspacecrash.moc"
