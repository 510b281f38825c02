#include "core/edit/values/array.h"

#include <QTest>

using namespace squall::edit;

class TestArray : public QObject
{
    Q_OBJECT

private slots:
    void readsAndWrites_data();
    void readsAndWrites();
    void readsWhatTheServerReads_data();
    void readsWhatTheServerReads();
    void refuses_data();
    void refuses();
    void otherDelimiter();
    void itemsOfNested();
    void shapesMustFit();
};

void TestArray::readsAndWrites_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("elements");
    QTest::addColumn<int>("dimensions");

    const auto row = [](const char *name, const char *text, int elements, int dimensions) {
        QTest::newRow(name) << QByteArray(text) << elements << dimensions;
    };
    row("empty", "{}", 0, 0);
    row("numbers", "{1,2,3}", 3, 1);
    row("NULL and the word NULL", "{NULL,\"NULL\",\"null\",nulls}", 4, 1);
    row("empty text", "{\"\"}", 1, 1);
    row("blanks", "{\" a\",\"a \",\"a b\",\"\t\",\"\n\"}", 5, 1);
    row("quotes and backslashes", "{\"a\\\"b\",\"a\\\\b\",\"\\\\\"}", 3, 1);
    row("signs of an array", "{\"{\",\"}\",\",\",;,'}", 5, 1);
    row("two dimensions", "{{1,2},{3,NULL}}", 4, 2);
    row("six dimensions", "{{{{{{a}}}}}}", 1, 6);
    row("bounds", "[2:3]={7,8}", 2, 1);
    row("bounds below zero", "[-1:0][5:5]={{1},{2}}", 2, 2);
    row("an array in an element", "{\"{1,\\\"2 3\\\"}\"}", 1, 1);
    row("beyond ASCII", "{日本,\"é \",\xF0\x9F\x90\x98}", 3, 1);
}

void TestArray::readsAndWrites()
{
    QFETCH(QByteArray, text);
    const auto array = parseArray(text);
    QVERIFY2(array.ok(), array ? "" : qPrintable(array.error().message));
    QTEST(int(array->elements.size()), "elements");
    QTEST(int(array->dimensions.size()), "dimensions");
    QCOMPARE(writeArray(*array), text);
}

void TestArray::readsWhatTheServerReads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("written");

    QTest::newRow("blanks around") << QByteArray(" { a , b c ,\t\"d\" } ") << QByteArray("{a,\"b c\",d}");
    QTest::newRow("escapes outside quotes")
        << QByteArray("{\\NULL,a\\ ,\\,}") << QByteArray(R"({"NULL","a ",","})");
    QTest::newRow("NULL in small letters") << QByteArray("{null}") << QByteArray("{NULL}");
    QTest::newRow("empty lists") << QByteArray("{{},{}}") << QByteArray("{}");
    QTest::newRow("upper bounds alone") << QByteArray("[2]={1,2}") << QByteArray("{1,2}");
    QTest::newRow("bounds that need not be said") << QByteArray("[1:2] = {1,2}") << QByteArray("{1,2}");
}

void TestArray::readsWhatTheServerReads()
{
    QFETCH(QByteArray, text);
    const auto array = parseArray(text);
    QVERIFY2(array.ok(), array ? "" : qPrintable(array.error().message));
    QTEST(writeArray(*array), "written");
}

void TestArray::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("position");

    QTest::newRow("nothing") << QByteArray("") << 1;
    QTest::newRow("no brace") << QByteArray("1,2") << 1;
    QTest::newRow("open") << QByteArray("{1,2") << 5;
    QTest::newRow("open quote") << QByteArray("{1,\"2}") << 4;
    QTest::newRow("missing element") << QByteArray("{1,,2}") << 4;
    QTest::newRow("missing last element") << QByteArray("{é,}") << 4;
    QTest::newRow("text behind") << QByteArray("{1} x") << 5;
    QTest::newRow("quote inside") << QByteArray("{a\"b\"}") << 3;
    QTest::newRow("text after a quote") << QByteArray("{\"a\"b}") << 5;
    QTest::newRow("other lengths") << QByteArray("{{1,2},{3}}") << 8;
    QTest::newRow("elements beside lists") << QByteArray("{{1},2}") << 6;
    QTest::newRow("lists beside elements") << QByteArray("{1,{2}}") << 4;
    QTest::newRow("an empty list beside elements") << QByteArray("{{},1}") << 1;
    QTest::newRow("seven dimensions") << QByteArray("{{{{{{{1}}}}}}}") << 7;
    QTest::newRow("wrong bounds") << QByteArray("[1:3]={1,2}") << 1;
    QTest::newRow("bounds upside down") << QByteArray("[3:1]={1}") << 5;
    QTest::newRow("bounds without equals") << QByteArray("[1:1]{1}") << 6;
}

void TestArray::refuses()
{
    QFETCH(QByteArray, text);
    const auto array = parseArray(text);
    QVERIFY(!array.ok());
    QVERIFY(!array.error().message.isEmpty());
    QTEST(array.error().position, "position");
}

void TestArray::otherDelimiter()
{
    const QByteArray boxes("{(1,1),(0,0);(2,2),(1,1)}");
    const auto array = parseArray(boxes, ';');
    QVERIFY(array.ok());
    QCOMPARE(array->elements, (std::vector<squall::Query::Parameter>{"(1,1),(0,0)", "(2,2),(1,1)"}));
    QCOMPARE(writeArray(*array, ';'), boxes);
    QCOMPARE(writeArray({{{1, 1}}, {"a;b"}}, ';'), "{\"a;b\"}");
}

void TestArray::itemsOfNested()
{
    const QByteArray text("[0:1][1:2]={{1,NULL},{\"a b\",4}}");
    const auto array = parseArray(text);
    QVERIFY(array.ok());
    auto items = arrayItems(*array);
    QCOMPARE(items, (std::vector<squall::Query::Parameter>{"{1,NULL}", "{\"a b\",4}"}));
    QCOMPARE(blankSubArray(*array), "{NULL,NULL}");
    const auto same = arrayOfItems(items, true, 0);
    QVERIFY(same.ok());
    QCOMPARE(writeArray(*same), text);
    QCOMPARE(arrayItems(*parseArray("{x,NULL}")), (std::vector<squall::Query::Parameter>{"x", std::nullopt}));
}

void TestArray::shapesMustFit()
{
    const auto ragged = arrayOfItems({"{1,2}", "{3}"}, true);
    QVERIFY(!ragged.ok());
    QVERIFY(!ragged.error().message.isEmpty());
    QVERIFY(!arrayOfItems({"{1}", std::nullopt}, true).ok());
    QVERIFY(!arrayOfItems({"{{{{{{1}}}}}}"}, true).ok());
    const auto none = arrayOfItems({}, false);
    QCOMPARE(writeArray(*none), "{}");
}

QTEST_APPLESS_MAIN(TestArray)
#include "tst_array.moc"
