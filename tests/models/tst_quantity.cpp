#include "models/quantity.h"

#include <QLocale>
#include <QTest>

using namespace squall::models;
using namespace Qt::Literals::StringLiterals;

class TestQuantity : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void rows_data();
    void rows();
    void bytes_data();
    void bytes();
    void durations_data();
    void durations();
    void estimateInFull() { QCOMPARE(estimatedRows(100'000), u"≈ 100,000"_s); }
};

void TestQuantity::rows_data()
{
    QTest::addColumn<qint64>("rows");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(0) << u"≈ 0"_s;
    QTest::newRow("few") << qint64(340) << u"≈ 340"_s;
    QTest::newRow("thousands") << qint64(1240) << u"≈ 1.2k"_s;
    QTest::newRow("a round thousand") << qint64(1000) << u"≈ 1k"_s;
    QTest::newRow("nearly ten thousand") << qint64(9960) << u"≈ 10k"_s;
    QTest::newRow("nearly a hundred thousand") << qint64(99'999) << u"≈ 100k"_s;
    QTest::newRow("nearly a million") << qint64(999'999) << u"≈ 1M"_s;
    QTest::newRow("millions") << qint64(10'000'000) << u"≈ 10M"_s;
    QTest::newRow("beyond the last unit") << qint64(5'000'000'000'000'000) << u"≈ 5,000T"_s;
}

void TestQuantity::rows()
{
    QFETCH(qint64, rows);
    QTEST(approximateRows(rows), "text");
}

void TestQuantity::bytes_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("bytes") << qint64(12) << u"12 bytes"_s;
    QTest::newRow("one page") << qint64(8192) << u"8 kB"_s;
    QTest::newRow("megabytes") << qint64(13'002'342) << u"12 MB"_s;
    QTest::newRow("few megabytes") << qint64(1'600'000) << u"1.5 MB"_s;
}

void TestQuantity::bytes()
{
    QFETCH(qint64, bytes);
    QTEST(byteSize(bytes), "text");
}

void TestQuantity::durations_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64(0) << u"0 ms"_s;
    QTest::newRow("less than a second") << qint64(999) << u"999 ms"_s;
    QTest::newRow("seconds") << qint64(1250) << u"1.2 s"_s;
    QTest::newRow("nearly a minute") << qint64(59'990) << u"59.9 s"_s;
    QTest::newRow("minutes") << qint64(185'000) << u"3 min 5 s"_s;
    QTest::newRow("hours") << qint64(7'800'000) << u"2 h 10 min"_s;
}

void TestQuantity::durations()
{
    QFETCH(qint64, milliseconds);
    QTEST(duration(milliseconds), "text");
}

QTEST_GUILESS_MAIN(TestQuantity)
#include "tst_quantity.moc"
