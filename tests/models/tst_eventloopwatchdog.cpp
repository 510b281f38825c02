#include "models/eventloopwatchdog.h"

#include <QTest>
#include <QThread>

#include <chrono>

#include <ctime>

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
    // Time on a processor: others may have it for as long as they like.
    const auto used = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
    };
    const auto until = used() + 100ms;
    while (used() < until) {
    }
    QTest::qWait(20);
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
