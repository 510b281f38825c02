#include "core/edit/values/bytes.h"
#include "core/edit/values/dates.h"
#include "core/edit/values/decimal.h"
#include "core/edit/values/valuetype.h"

#include <QTest>

using namespace squall;
using namespace squall::edit;
using namespace Qt::StringLiterals;

class TestScalars : public QObject
{
    Q_OBJECT

private slots:
    void steps_data();
    void steps();
    void decimals();
    void bytes();
    void dates_data();
    void dates();
    void datesThatAreNone();
    void types();
};

void TestScalars::steps_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<QByteArray>("up");
    QTest::addColumn<QByteArray>("down");

    const auto row = [](const char *number, const char *up, const char *down) {
        QTest::newRow(number) << QByteArray(number) << QByteArray(up) << QByteArray(down);
    };
    row("0", "1", "-1");
    row("-1", "0", "-2");
    row("9", "10", "8");
    row("10", "11", "9");
    row("9007199254740993", "9007199254740994", "9007199254740992");
    row("99999999999999999999999999999999999999.99", "100000000000000000000000000000000000000.99",
        "99999999999999999999999999999999999998.99");
    row("0.25", "1.25", "-0.75");
    row("-0.25", "0.75", "-1.25");
    row("0.00", "1.00", "-1.00");
    row("-1.00", "0.00", "-2.00");
    row("-10.5", "-9.5", "-11.5");
    row("+007", "8", "6");
    row(".5", "1.5", "-0.5");
}

void TestScalars::steps()
{
    QFETCH(QByteArray, number);
    QFETCH(QByteArray, up);
    QFETCH(QByteArray, down);
    QCOMPARE(stepDecimal(number, 1), up);
    QCOMPARE(stepDecimal(number, -1), down);
}

void TestScalars::decimals()
{
    for (const auto *other : {"", "-", "NaN", "Infinity", "1e5", "$1", "1,000", " 1", "1.2.3"})
        QVERIFY2(!stepDecimal(other, 1), other);
    for (const auto *number : {"1", "-1.5", "+.5", "1.", "1e5", "1.5E-10", "0001"})
        QVERIFY2(isDecimal(number), number);
    for (const auto *other : {"", "-", "NaN", "e5", "1e", "1e1.5", "0x10", "1 "})
        QVERIFY2(!isDecimal(other), other);
}

void TestScalars::bytes()
{
    QCOMPARE(*parseBytes("\\x00ff 0A\n7f"), QByteArray::fromHex("00ff0a7f"));
    QCOMPARE(*parseBytes("\\x"), QByteArray());
    QCOMPARE(*parseBytes(R"(a\\b\000\377)"), QByteArray("a\\b\0\xFF", 5));
    QCOMPARE(writeBytes(QByteArray("\0\xFF", 2)), "\\x00ff");
    QCOMPARE(parseBytes("\\x0g").error().position, 4);
    QCOMPARE(parseBytes("\\x012").error().position, 6);
    QCOMPARE(parseBytes("ab\\4").error().position, 3);
}

void TestScalars::dates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QDate>("date");
    QTest::addColumn<QByteArray>("changed");

    QTest::newRow("date") << QByteArray("2026-11-25") << QDate(2026, 11, 25) << QByteArray("2024-02-29");
    QTest::newRow("zone kept") << QByteArray("2026-11-25 06:30:00.123456+05:45") << QDate(2026, 11, 25)
                               << QByteArray("2024-02-29 06:30:00.123456+05:45");
    QTest::newRow("five digits") << QByteArray("294276-12-31 23:59:59") << QDate(294276, 12, 31)
                                 << QByteArray("2024-02-29 23:59:59");
    QTest::newRow("before Christ") << QByteArray("0044-03-15 12:00:00+00 BC") << QDate(-44, 3, 15)
                                   << QByteArray("2024-02-29 12:00:00+00");
}

void TestScalars::dates()
{
    QFETCH(QByteArray, text);
    QFETCH(QDate, date);
    QCOMPARE(dateIn(text), date);
    QCOMPARE(withDate(text, date, true), text);
    QTEST(withDate(text, QDate(2024, 2, 29), true), "changed");
}

void TestScalars::datesThatAreNone()
{
    for (const auto *text : {"", "infinity", "-infinity", "25/11/2026", "2026-13-01", "now"})
        QVERIFY2(!dateIn(text), text);
    QCOMPARE(withDate("infinity", QDate(2024, 2, 29), false), "2024-02-29");
    QCOMPARE(withDate("", QDate(2024, 2, 29), true), "2024-02-29 00:00:00");
    QCOMPARE(withDate("2024-02-29", QDate(-1, 1, 1), false), "0001-01-01 BC");
}

void TestScalars::types()
{
    using Kind = ValueType::Kind;
    catalog::Snapshot snapshot;
    catalog::Enum mood;
    mood.schema = u"public"_s;
    mood.name = u"mood"_s;
    mood.labels = {u"sad"_s, u"ok"_s};
    snapshot.enums.push_back(mood);
    catalog::Domain grid;
    grid.schema = u"public"_s;
    grid.name = u"Grid"_s;
    grid.baseType = u"public.mood[]"_s;
    snapshot.domains.push_back(grid);
    catalog::Composite pair;
    pair.schema = u"public"_s;
    pair.name = u"pair"_s;
    pair.attributes = {catalog::Column{u"a"_s, u"public.\"Grid\""_s}, catalog::Column{u"b"_s, u"box[]"_s}};
    snapshot.composites.push_back(pair);

    const auto type = valueType(snapshot, u"public.pair"_s);
    QCOMPARE(type.kind, Kind::Composite);
    QCOMPARE(blankValue(type), "(,)");
    QCOMPARE(type.attributes[0].type.kind, Kind::Array);
    QCOMPARE(type.attributes[0].type.name, u"public.\"Grid\""_s);
    QCOMPARE(type.attributes[0].type.element->labels, mood.labels);
    QCOMPARE(type.attributes[1].type.element->delimiter, ';');
    const auto spans = valueType(snapshot, u"tstzmultirange"_s);
    QCOMPARE(spans.kind, Kind::Multirange);
    QCOMPARE(spans.element->kind, Kind::Range);
    QVERIFY(spans.element->element->zoned);
    QCOMPARE(valueType(snapshot, u"timestamp(3) with time zone"_s).kind, Kind::Timestamp);
    QCOMPARE(valueType(snapshot, u"numeric(10,2)"_s).kind, Kind::Numeric);
    QCOMPARE(valueType(snapshot, u"character varying(9)"_s).kind, Kind::Text);
    QCOMPARE(valueType(snapshot, u"public.unknown"_s).kind, Kind::Other);
}

QTEST_APPLESS_MAIN(TestScalars)
#include "tst_scalars.moc"
