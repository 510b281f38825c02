#include "core/edit/values/range.h"
#include "core/edit/values/record.h"

#include <QTest>

using namespace squall;
using namespace squall::edit;

class TestFields : public QObject
{
    Q_OBJECT

private slots:
    void records_data();
    void records();
    void recordFaults();
    void ranges_data();
    void ranges();
    void rangesThatAreWrittenOtherwise();
    void rangeFaults();
    void multiranges();
};

void TestFields::records_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<RecordValue>("fields");

    const Query::Parameter null;
    QTest::newRow("two") << QByteArray("(1,two)") << RecordValue{"1", "two"};
    QTest::newRow("one NULL") << QByteArray("()") << RecordValue{null};
    QTest::newRow("NULLs and empty text") << QByteArray("(,\"\",)") << RecordValue{null, "", null};
    QTest::newRow("quotes") << QByteArray("(\"a \"\"b\"\" \\\\ c\",\"(x)\",\"1,2\")")
                            << RecordValue{"a \"b\" \\ c", "(x)", "1,2"};
    QTest::newRow("braces need none") << QByteArray("({1},[2])") << RecordValue{"{1}", "[2]"};
    QTest::newRow("line break") << QByteArray("(\"a\nb\",é)") << RecordValue{"a\nb", "é"};
    QTest::newRow("a record in it") << QByteArray("(\"(1,\"\"a b\"\")\",2)")
                                    << RecordValue{"(1,\"a b\")", "2"};
}

void TestFields::records()
{
    QFETCH(QByteArray, text);
    const auto record = parseRecord(text);
    QVERIFY2(record.ok(), record ? "" : qPrintable(record.error().message));
    QTEST(*record, "fields");
    QCOMPARE(writeRecord(*record), text);
}

void TestFields::recordFaults()
{
    QCOMPARE(parseRecord("1,2").error().position, 1);
    QCOMPARE(parseRecord("(1,2").error().position, 5);
    QCOMPARE(parseRecord("(1,\"2)").error().position, 7);
    QCOMPARE(parseRecord("(1) x").error().position, 5);
    QCOMPARE(*parseRecord("  (a\\,b, c)"), (RecordValue{"a,b", " c"}));
}

void TestFields::ranges_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<RangeValue>("range");

    const auto row = [](const char *name, const char *text, const RangeValue &range) {
        QTest::newRow(name) << QByteArray(text) << range;
    };
    row("empty", "empty", {true, {}, {}});
    row("without ends", "(,)", {});
    row("half open", "[1,5)", {false, {"1", true}, {"5", false}});
    row("from", "[1,)", {false, {"1", true}, {}});
    row("to", "(,5]", {false, {}, {"5", true}});
    row("quoted", "[\"2024-01-01 00:00:00+00\",infinity)",
        {false, {"2024-01-01 00:00:00+00", true}, {"infinity", false}});
    row("nasty bounds", "(\"\",\"a\"\"b\\\\c(]\"]", {false, {"", false}, {"a\"b\\c(]", true}});
}

void TestFields::ranges()
{
    QFETCH(QByteArray, text);
    const auto range = parseRange(text);
    QVERIFY2(range.ok(), range ? "" : qPrintable(range.error().message));
    QTEST(*range, "range");
    QCOMPARE(writeRange(*range), text);
}

void TestFields::rangesThatAreWrittenOtherwise()
{
    QCOMPARE(writeRange(*parseRange(" EMPTY ")), "empty");
    QCOMPARE(writeRange(*parseRange("[,]")), "(,)");
    QCOMPARE(writeRange(*parseRange(" [ 1,5] ")), "[\" 1\",5]");
    QCOMPARE(writeRange(*parseRange("[a\\,b,\"c\")")), "[\"a,b\",c)");
}

void TestFields::rangeFaults()
{
    QCOMPARE(parseRange("").error().position, 1);
    QCOMPARE(parseRange("1,2").error().position, 1);
    QCOMPARE(parseRange("[1)").error().position, 3);
    QCOMPARE(parseRange("[1,2").error().position, 5);
    QCOMPARE(parseRange("[1,2,3)").error().position, 5);
    QCOMPARE(parseRange("[1,2) x").error().position, 7);
}

void TestFields::multiranges()
{
    for (const QByteArray text : {"{}", "{[1,3),[5,7)}", "{(,1),[5,)}", "{[\"a b\",\"c,d\")}"}) {
        const auto ranges = parseMultirange(text);
        QVERIFY2(ranges.ok(), text.constData());
        QCOMPARE(writeMultirange(*ranges), text);
    }
    QCOMPARE(parseMultirange(" { [1,2) , empty } ")->size(), size_t(2));
    for (const QByteArray text : {"", "{", "{[1,2)", "{[1,2),}", "{[1,2)} x", "[1,2)", "{[1,2)[3,4)}"})
        QVERIFY2(!parseMultirange(text).ok(), text.constData());
}

QTEST_APPLESS_MAIN(TestFields)
#include "tst_fields.moc"
