#include "core/base/decimal.h"

#include <QTest>

using squall::Decimal;

class TestDecimal : public QObject
{
    Q_OBJECT

private slots:
    void reading_data();
    void reading();
    void refusing_data();
    void refusing();
    void adding_data();
    void adding();
    void comparing();
    void dividing_data();
    void dividing();
};

void TestDecimal::reading_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("written");
    QTest::newRow("as it is") << QByteArray("-12.50") << QByteArray("-12.50");
    QTest::newRow("longer than any integer")
        << QByteArray("123456789012345678901234567890.1") << QByteArray("123456789012345678901234567890.1");
    QTest::newRow("an exponent") << QByteArray("1.5e+3") << QByteArray("1500");
    QTest::newRow("a small exponent") << QByteArray("1e-07") << QByteArray("0.0000001");
    QTest::newRow("no negative zero") << QByteArray("-0.00") << QByteArray("0.00");
    QTest::newRow("without a zero ahead") << QByteArray(".5") << QByteArray("0.5");
}

void TestDecimal::reading()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, written);
    const auto number = Decimal::parse(text);
    QVERIFY(number);
    QCOMPARE(number->toText(), written);
}

void TestDecimal::refusing_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"", "-", ".", "NaN", "Infinity", "-Infinity", "$1.00", "1e", "1e999999", "1.2.3", "1 "})
        QTest::newRow(*text ? text : "nothing") << QByteArray(text);
}

void TestDecimal::refusing()
{
    QFETCH(const QByteArray, text);
    QVERIFY(!Decimal::parse(text));
}

void TestDecimal::adding_data()
{
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<QByteArray>("sum");
    const auto row = [](const char *name, const char *one, const char *other, const char *sum) {
        QTest::newRow(name) << QByteArray(one) << QByteArray(other) << QByteArray(sum);
    };
    row("what doubles get wrong", "0.1", "0.2", "0.3");
    row("what doubles lose", "9007199254740993", "1", "9007199254740994");
    row("a carry", "99.99", "0.01", "100.00");
    row("across zero", "-5", "3.5", "-1.5");
    row("across zero, upwards", "3", "-1.25", "1.75");
    row("to nothing", "-2.50", "2.5", "0.00");
    row("two losses", "-1", "-2", "-3");
    row("far apart", "1e30", "1e-10", "1000000000000000000000000000000.0000000001");
}

void TestDecimal::adding()
{
    QFETCH(const QByteArray, one);
    QFETCH(const QByteArray, other);
    QFETCH(const QByteArray, sum);
    auto number = *Decimal::parse(one);
    number += *Decimal::parse(other);
    QCOMPARE(number.toText(), sum);
}

void TestDecimal::comparing()
{
    const auto order = [](const char *one, const char *other) {
        return Decimal::parse(one)->compare(*Decimal::parse(other));
    };
    QVERIFY(order("2", "10") < 0);
    QVERIFY(order("-2", "-10") > 0);
    QVERIFY(order("-1", "0.5") < 0);
    QCOMPARE(order("1.50", "1.5"), 0);
    QVERIFY(order("0", "-0.001") > 0);
}

void TestDecimal::dividing_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<qint64>("divisor");
    QTest::addColumn<QByteArray>("quotient");
    QTest::newRow("even") << QByteArray("10500") << qint64(4) << QByteArray("2625");
    QTest::newRow("endless") << QByteArray("10") << qint64(3) << QByteArray("3.333333");
    QTest::newRow("rounded up") << QByteArray("-20") << qint64(3) << QByteArray("-6.666667");
    QTest::newRow("more digits than before") << QByteArray("0.01") << qint64(8) << QByteArray("0.00125");
    QTest::newRow("nothing") << QByteArray("0") << qint64(7) << QByteArray("0");
}

void TestDecimal::dividing()
{
    QFETCH(const QByteArray, number);
    QFETCH(const qint64, divisor);
    QFETCH(const QByteArray, quotient);
    QCOMPARE(Decimal::parse(number)->dividedBy(divisor, 6).toText(), quotient);
}

QTEST_GUILESS_MAIN(TestDecimal)
#include "tst_decimal.moc"
