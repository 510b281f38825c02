#include "models/query/axisticks.h"

#include <QDateTime>
#include <QLocale>
#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace squall::models;
using namespace Qt::StringLiterals;

namespace {

double at(const QString &time)
{
    auto parsed = QDateTime::fromString(time, Qt::ISODateWithMs);
    parsed.setTimeSpec(Qt::UTC);
    return static_cast<double>(parsed.toMSecsSinceEpoch());
}

QString labels(const Ticks &ticks)
{
    QStringList all;
    for (const auto &tick : ticks.ticks)
        all << tick.label;
    return all.join(u" | "_s);
}

} // namespace

class TestAxisTicks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void numbers_data();
    void numbers();
    void anyRangeHasSomeAndNotTooMany();
    void ranges();
    void times_data();
    void times();
    void anyPeriodHasSomeAndNotTooMany();
    void zones();
    void exact();
};

void TestAxisTicks::numbers_data()
{
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<int>("most");
    QTest::addColumn<QString>("expected");
    QTest::newRow("ones") << 0.0 << 5.0 << 6 << u"0 | 1 | 2 | 3 | 4 | 5"_s;
    QTest::newRow("twos") << 0.0 << 9.0 << 6 << u"0 | 2 | 4 | 6 | 8"_s;
    QTest::newRow("fives") << 3.0 << 22.0 << 5 << u"5 | 10 | 15 | 20"_s;
    QTest::newRow("tenths") << 0.0 << 0.5 << 6 << u"0 | 0.1 | 0.2 | 0.3 | 0.4 | 0.5"_s;
    QTest::newRow("fractions") << 0.001 << 0.0035 << 6
                               << u"0.0010 | 0.0015 | 0.0020 | 0.0025 | 0.0030 | 0.0035"_s;
    QTest::newRow("below zero") << -15.0 << 15.0 << 4 << u"-10 | 0 | 10"_s;
    QTest::newRow("thousands in full") << 0.0 << 4000.0 << 5 << u"0 | 1,000 | 2,000 | 3,000 | 4,000"_s;
    QTest::newRow("thousands in short") << 0.0 << 40'000.0 << 5 << u"0 | 10k | 20k | 30k | 40k"_s;
    QTest::newRow("millions and a half") << 1e6 << 3e6 << 5 << u"1.0M | 1.5M | 2.0M | 2.5M | 3.0M"_s;
    QTest::newRow("close to each other far from zero")
        << 1'000'000.0 << 1'000'004.0 << 5 << u"1,000,000 | 1,000,001 | 1,000,002 | 1,000,003 | 1,000,004"_s;
    QTest::newRow("no extent") << 7.5 << 7.5 << 5 << u"7.5"_s;
}

void TestAxisTicks::numbers()
{
    QFETCH(double, from);
    QFETCH(double, to);
    QFETCH(int, most);
    QTEST(labels(numberTicks(from, to, most)), "expected");
}

void TestAxisTicks::anyRangeHasSomeAndNotTooMany()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 20'000; ++i) {
        const double size = std::pow(10, random.bounded(24.0) - 9);
        const double from = (random.bounded(2.0) - 1) * size;
        const double to = from + random.bounded(1.0) * size + size / 1000;
        const int most = random.bounded(2, 20);
        const auto [low, high] = niceRange(from, to, most);
        QVERIFY(low <= from + size * 1e-6 && high >= to - size * 1e-6);
        const auto ticks = numberTicks(low, high, most).ticks;
        const auto about = u"%1 to %2, %3: %4"_s.arg(low).arg(high).arg(most).arg(ticks.size());
        QVERIFY2(ticks.size() >= 2 && ticks.size() <= static_cast<size_t>(most) + 2, qPrintable(about));
        for (size_t k = 1; k < ticks.size(); ++k)
            QVERIFY2(ticks[k].value > ticks[k - 1].value && ticks[k].label != ticks[k - 1].label,
                     qPrintable(about + u' ' + ticks[k].label));
    }
}

void TestAxisTicks::ranges()
{
    QCOMPARE(niceRange(3, 97, 6), (std::pair(0.0, 100.0)));
    QCOMPARE(niceRange(0, 100, 6), (std::pair(0.0, 100.0)));
    QCOMPARE(niceRange(-3, 4, 5), (std::pair(-4.0, 4.0)));
    QCOMPARE(niceRange(10, 10, 5), (std::pair(5.0, 15.0)));
    QCOMPARE(niceRange(0, 0, 5), (std::pair(-1.0, 1.0)));
}

void TestAxisTicks::times_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<int>("most");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("context");
    QTest::newRow("milliseconds")
        << u"2026-03-04T10:00:00.000"_s << u"2026-03-04T10:00:00.400"_s << 5
        << u"10:00:00.000 | 10:00:00.100 | 10:00:00.200 | 10:00:00.300 | 10:00:00.400"_s << u"4 Mar 2026"_s;
    QTest::newRow("seconds") << u"2026-03-04T10:00:02"_s << u"2026-03-04T10:00:31"_s << 4
                             << u"10:00:10 | 10:00:20 | 10:00:30"_s << u"4 Mar 2026"_s;
    QTest::newRow("quarters of an hour") << u"2026-03-04T10:05:00"_s << u"2026-03-04T11:00:00"_s << 5
                                         << u"10:15 | 10:30 | 10:45 | 11:00"_s << u"4 Mar 2026"_s;
    QTest::newRow("hours over midnight") << u"2026-03-04T12:00:00"_s << u"2026-03-05T12:00:00"_s << 5
                                         << u"12:00 | 18:00 | 5 Mar | 06:00 | 12:00"_s << u"2026"_s;
    QTest::newRow("days") << u"2026-02-27T00:00:00"_s << u"2026-03-02T00:00:00"_s << 5
                          << u"27 Feb | 28 Feb | 1 Mar | 2 Mar"_s << u"2026"_s;
    QTest::newRow("weeks begin on Mondays") << u"2026-03-01T00:00:00"_s << u"2026-03-31T00:00:00"_s << 6
                                            << u"2 Mar | 9 Mar | 16 Mar | 23 Mar | 30 Mar"_s << u"2026"_s;
    QTest::newRow("months over a new year") << u"2025-11-10T00:00:00"_s << u"2026-03-10T00:00:00"_s << 6
                                            << u"Dec | 2026 | Feb | Mar"_s << QString();
    QTest::newRow("months of one year") << u"2026-01-01T00:00:00"_s << u"2026-12-31T00:00:00"_s << 5
                                        << u"2026 | Apr | Jul | Oct"_s << u"2026"_s;
    QTest::newRow("years") << u"2019-05-01T00:00:00"_s << u"2026-05-01T00:00:00"_s << 10
                           << u"2020 | 2021 | 2022 | 2023 | 2024 | 2025 | 2026"_s << QString();
    QTest::newRow("centuries") << u"1650-01-01T00:00:00"_s << u"2050-01-01T00:00:00"_s << 6
                               << u"1700 | 1800 | 1900 | 2000"_s << QString();
}

void TestAxisTicks::times()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(int, most);
    const auto ticks = timeTicks(at(from), at(to), most);
    QTEST(labels(ticks), "expected");
    QTEST(ticks.context, "context");
}

void TestAxisTicks::anyPeriodHasSomeAndNotTooMany()
{
    QRandomGenerator random(11);
    for (int i = 0; i < 20'000; ++i) {
        const double from = (random.bounded(200.0) - 100) * 365 * 86'400'000;
        const double to = from + std::pow(10, 1.5 + random.bounded(12.0));
        const int most = random.bounded(3, 16);
        const auto ticks = timeTicks(from, to, most).ticks;
        QVERIFY2(ticks.size() <= static_cast<size_t>(most) + 1,
                 qPrintable(u"%1 + %2, %3: %4"_s.arg(from).arg(to - from).arg(most).arg(ticks.size())));
        for (size_t k = 0; k < ticks.size(); ++k) {
            QVERIFY(ticks[k].value >= from && ticks[k].value <= to);
            QVERIFY(k == 0 || ticks[k].value > ticks[k - 1].value);
        }
    }
}

void TestAxisTicks::zones()
{
    const auto from = at(u"2026-03-04T09:30:00"_s);
    const auto ticks = timeTicks(from, from + 3 * 3'600'000, 5, 2 * 3600);
    QCOMPARE(labels(ticks), u"12:00 | 13:00 | 14:00"_s);
    QCOMPARE(ticks.context, u"4 Mar 2026, UTC+2"_s);
    QCOMPARE(timeTicks(from, from + 60'000, 5, -(3 * 3600 + 30 * 60)).context, u"4 Mar 2026, UTC−3:30"_s);
    QCOMPARE(timeTicks(from, from + 60'000, 5, 0).context, u"4 Mar 2026, UTC"_s);
    // A day begins at midnight there.
    const auto days = timeTicks(from, from + 3 * 86'400'000.0, 5, 2 * 3600);
    QCOMPARE(labels(days), u"5 Mar | 6 Mar | 7 Mar"_s);
    QCOMPARE(days.ticks.front().value, at(u"2026-03-04T22:00:00"_s));
}

void TestAxisTicks::exact()
{
    QCOMPARE(exactNumber(1234567.25), u"1,234,567.25"_s);
    QCOMPARE(exactNumber(0.1), u"0.1"_s);
    QCOMPARE(exactNumber(0), u"0"_s);
    QCOMPARE(exactNumber(2.5e20), u"2.5E+20"_s);
    QCOMPARE(exactTime(at(u"2026-03-04T00:00:00"_s)), u"4 Mar 2026"_s);
    QCOMPARE(exactTime(at(u"2026-03-04T10:20:00"_s)), u"4 Mar 2026 10:20"_s);
    QCOMPARE(exactTime(at(u"2026-03-04T10:20:30.500"_s), 3600), u"4 Mar 2026 11:20:30.500 UTC+1"_s);
}

QTEST_GUILESS_MAIN(TestAxisTicks)
#include "tst_axisticks.moc"
