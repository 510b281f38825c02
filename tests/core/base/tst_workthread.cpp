#include "core/base/workthread.h"

#include <QTest>

#include <algorithm>
#include <memory>
#include <thread>
#include <vector>

using squall::WorkThread;

class TestWorkThread : public QObject
{
    Q_OBJECT

private slots:
    void keepsTheOrder();
    void isOneThreadOfItsOwn();
    void finishesBeforeItGoes();
    void letsGoOfWhatIsDone();
};

void TestWorkThread::keepsTheOrder()
{
    constexpr int pieces = 1000;
    std::vector<int> seen;
    WorkThread thread;
    for (int i = 0; i < pieces; ++i)
        thread.run([&seen, i] { seen.push_back(i); });
    thread.waitForDone();
    QCOMPARE(seen.size(), size_t(pieces));
    QVERIFY(std::is_sorted(seen.begin(), seen.end()));
}

void TestWorkThread::isOneThreadOfItsOwn()
{
    std::vector<std::thread::id> seen;
    WorkThread thread;
    for (int i = 0; i < 3; ++i) {
        thread.run([&seen] { seen.push_back(std::this_thread::get_id()); });
        thread.waitForDone();
    }
    QVERIFY(seen[0] != std::this_thread::get_id());
    QVERIFY(seen[0] == seen[1] && seen[1] == seen[2]);
}

void TestWorkThread::finishesBeforeItGoes()
{
    int done = 0;
    {
        WorkThread thread;
        for (int i = 0; i < 100; ++i)
            thread.run([&done] { ++done; });
    }
    QCOMPARE(done, 100);
}

void TestWorkThread::letsGoOfWhatIsDone()
{
    const auto held = std::make_shared<int>(1);
    WorkThread thread;
    thread.run([held] {});
    thread.waitForDone();
    QCOMPARE(held.use_count(), 1);
}

QTEST_GUILESS_MAIN(TestWorkThread)
#include "tst_workthread.moc"
