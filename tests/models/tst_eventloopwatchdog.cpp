#include "models/eventloopwatchdog.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>

using namespace squall::models;
using namespace std::chrono_literals;

class TestEventLoopWatchdog : public QObject
{
    Q_OBJECT

private slots:
    void aTurningLoopIsFine();
    void seesComputing();
    void seesWaiting();
    void restartForgets();
};

void TestEventLoopWatchdog::aTurningLoopIsFine()
{
    EventLoopWatchdog watchdog;
    QTest::qWait(100);
    QVERIFY2(!watchdog.exceeded(), qPrintable(QString::number(watchdog.worst().count())));
}

void TestEventLoopWatchdog::seesComputing()
{
    EventLoopWatchdog watchdog;
    QTest::qWait(20);
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 200) {
    }
    QTest::qWait(20);
    // Others may have had the processor for some of it.
    QVERIFY2(watchdog.worst() > 50ms, qPrintable(QString::number(watchdog.worst().count())));
}

void TestEventLoopWatchdog::seesWaiting()
{
    EventLoopWatchdog watchdog;
    QTest::qWait(20);
    QThread::msleep(80);
    QTest::qWait(20);
    QVERIFY(watchdog.exceeded());
}

void TestEventLoopWatchdog::restartForgets()
{
    EventLoopWatchdog watchdog;
    QThread::msleep(80);
    QVERIFY(watchdog.exceeded());
    watchdog.restart();
    QVERIFY(!watchdog.exceeded());
}

QTEST_GUILESS_MAIN(TestEventLoopWatchdog)
#include "tst_eventloopwatchdog.moc"
