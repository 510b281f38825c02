#include "models/latest.h"

#include <QPromise>
#include <QTest>

using namespace squall::models;

class TestLatest : public QObject
{
    Q_OBJECT

private slots:
    void deliversOnce();
    void newestWins();
    void nothingComesAfterCancelling();
    void nothingComesAfterItsEnd();
    void isOverWhenTheOtherSideCancels();
};

namespace {

struct Request
{
    Request() { promise.start(); }
    void answer(int value)
    {
        promise.addResult(value);
        promise.finish();
    }
    QPromise<int> promise;
};

} // namespace

void TestLatest::deliversOnce()
{
    Latest<int> latest;
    Request request;
    QList<int> delivered;
    latest.run(request.promise.future(), [&](int value) { delivered << value; });
    QVERIFY(latest.isRunning());
    request.answer(7);
    QTRY_COMPARE(delivered, QList<int>{7});
    QVERIFY(!latest.isRunning());
}

void TestLatest::newestWins()
{
    Latest<int> latest;
    Request first;
    Request second;
    QList<int> delivered;
    latest.run(first.promise.future(), [&](int value) { delivered << value; });
    latest.run(second.promise.future(), [&](int value) { delivered << value; });
    QVERIFY(first.promise.isCanceled());
    first.promise.finish();
    second.answer(2);
    QTRY_COMPARE(delivered, QList<int>{2});
}

void TestLatest::nothingComesAfterCancelling()
{
    Latest<int> latest;
    Request request;
    QList<int> delivered;
    latest.run(request.promise.future(), [&](int value) { delivered << value; });
    request.answer(1); // already on its way
    latest.cancel();
    QTest::qWait(20);
    QVERIFY(delivered.isEmpty());
    QVERIFY(!latest.isRunning());
}

void TestLatest::nothingComesAfterItsEnd()
{
    Request request;
    QList<int> delivered;
    {
        Latest<int> latest;
        latest.run(request.promise.future(), [&](int value) { delivered << value; });
    }
    QVERIFY(request.promise.isCanceled());
    request.promise.finish();
    QTest::qWait(20);
    QVERIFY(delivered.isEmpty());
}

void TestLatest::isOverWhenTheOtherSideCancels()
{
    Latest<int> latest;
    Request request;
    QList<int> delivered;
    latest.run(request.promise.future(), [&](int value) { delivered << value; });
    request.promise.future().cancel();
    request.promise.finish();
    QTRY_VERIFY(!latest.isRunning());
    QVERIFY(delivered.isEmpty());
}

QTEST_GUILESS_MAIN(TestLatest)
#include "tst_latest.moc"
