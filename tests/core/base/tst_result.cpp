#include "core/base/result.h"

#include <QTest>

#include <memory>

using namespace squall;
using namespace Qt::StringLiterals;

class TestResult : public QObject
{
    Q_OBJECT

private slots:
    void holdsAValueOrAnError();
    void movesWhatItHolds();
    void falseIsAValue();
};

void TestResult::holdsAValueOrAnError()
{
    const Result<QString> good = u"yes"_s;
    QVERIFY(good.ok());
    QVERIFY(bool(good));
    QCOMPARE(*good, u"yes"_s);
    QCOMPARE(good->size(), 3);

    const Result<QString> bad = Error{.code = Error::Code::Timeout, .message = u"late"_s};
    QVERIFY(!bad.ok());
    QCOMPARE(bad.error().code, Error::Code::Timeout);
    QCOMPARE(bad.error().message, u"late"_s);
    QVERIFY(bad.error() != Error{});

    const Result<Done> done = Done{};
    QVERIFY(done.ok());
}

void TestResult::movesWhatItHolds()
{
    Result<std::unique_ptr<int>> owner = std::make_unique<int>(7);
    const auto taken = *std::move(owner);
    QCOMPARE(*taken, 7);
    QVERIFY(owner.ok());
    QVERIFY(*owner == nullptr);
}

void TestResult::falseIsAValue()
{
    // bool converts from nearly everything; the alternatives must not be mixed up.
    const Result<bool> no = false;
    QVERIFY(no.ok());
    QVERIFY(!*no);
}

QTEST_GUILESS_MAIN(TestResult)
#include "tst_result.moc"
