#include "core/base/chacha20.h"

#include <QTest>

using namespace squall;

class TestChaCha20 : public QObject
{
    Q_OBJECT

private slots:
    void asInTheStandard();
    void twiceIsNothing();
};

/// RFC 8439, section 2.4.2.
void TestChaCha20::asInTheStandard()
{
    const auto key = QByteArray::fromHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    const auto nonce = QByteArray::fromHex("000000000000004a00000000");
    const QByteArray text =
        "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the "
        "future, sunscreen would be it.";
    const auto expected = QByteArray::fromHex(
        "6e2e359a2568f98041ba0728dd0d6981e97e7aec1d4360c20a27afccfd9fae0bf91b65c5524733ab8f593dabcd6"
        "2b3571639d624e65152ab8f530c359f0861d807ca0dbf500d6a6156a38e088a22b65e52bc514d16ccf806818ce9"
        "1ab77937365af90bbf74a35be6b40b8eedf2785e42874d");
    QCOMPARE(chacha20(key, nonce, text, 1).toHex(), expected.toHex());
}

void TestChaCha20::twiceIsNothing()
{
    const QByteArray key(32, 'k');
    const QByteArray nonce(12, 'n');
    for (const auto size : {0, 1, 63, 64, 65, 1000}) {
        const QByteArray text(size, 'x');
        const auto hidden = chacha20(key, nonce, text);
        QVERIFY(size == 0 || hidden != text);
        QCOMPARE(chacha20(key, nonce, hidden), text);
    }
}

QTEST_GUILESS_MAIN(TestChaCha20)
#include "tst_chacha20.moc"
