#include "core/base/seal.h"

#include <QTest>

using namespace squall;

namespace {

const QByteArray key(sealKeyBytes, 'k');

} // namespace

class TestSeal : public QObject
{
    Q_OBJECT

private slots:
    void opens();
    void hides();
    void noticesChanges();
};

void TestSeal::opens()
{
    for (const auto size : {0, 1, 63, 64, 65, 100'000}) {
        const QByteArray text(size, 'x');
        const auto seal = sealed(key, text);
        QVERIFY(seal);
        QCOMPARE(unsealed(key, *seal), text);
    }
}

/// Nor does the same text look the same twice.
void TestSeal::hides()
{
    const QByteArray text(1000, 'x');
    const auto seal = *sealed(key, text);
    QVERIFY(!seal.contains("xx"));
    QVERIFY(seal != *sealed(key, text));
}

void TestSeal::noticesChanges()
{
    const auto seal = *sealed(key, "some text");
    QVERIFY(!unsealed(QByteArray(sealKeyBytes, 'l'), seal));
    QVERIFY(!unsealed("short", seal));
    QVERIFY(!unsealed(key, seal.chopped(1)));
    QVERIFY(!unsealed(key, {}));
    for (qsizetype at = 0; at < seal.size(); ++at) {
        auto changed = seal;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        QVERIFY(!unsealed(key, changed));
    }
}

QTEST_GUILESS_MAIN(TestSeal)
#include "tst_seal.moc"
