#include "core/base/jsonstring.h"
#include "core/base/jsontree.h"
#include "core/edit/values/jsonedit.h"

#include <QTest>

using namespace squall;
using namespace squall::edit;
using namespace Qt::StringLiterals;

class TestJson : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void jsonbIsStricter();
    void tree();
    void layouts_data();
    void layouts();
    void strings();
    void edits();
    void deepNesting();

private:
    static JsonTree parsed(const QByteArray &text)
    {
        auto tree = JsonTree::parse(text);
        if (!tree)
            qFatal("%s: %s", text.constData(), qPrintable(tree.error().message));
        return *tree;
    }
};

void TestJson::reads_data()
{
    QTest::addColumn<QByteArray>("text");

    for (const auto *text : {"null",
                             " true ",
                             "false",
                             "0",
                             "-0",
                             "-1.50e+10",
                             "1E400",
                             "123456789012345678901234567890.10",
                             "\"\"",
                             R"("\"\\\/\b\f\n\r\t\u00e9")",
                             "[]",
                             "{}",
                             "[ ]",
                             "{ }",
                             "[1,[2,[]],{}]",
                             R"({"a":1,"a":2,"":null})",
                             "\t{\r\n\"a\" : [ 1 , 2 ] }\n",
                             R"("\ud83d\ude00")",
                             R"("\ud83d \u0000")",
                             "\"日本 \xF0\x9F\x98\x80 \x7F\""})
        QTest::newRow(text) << QByteArray(text);
}

void TestJson::reads()
{
    QFETCH(QByteArray, text);
    const auto tree = JsonTree::parse(text);
    QVERIFY2(tree.ok(), tree ? "" : qPrintable(tree.error().message));
    QCOMPARE(tree->value(0), text.trimmed());
}

void TestJson::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("position");

    const auto row = [](const char *name, const char *text, int position) {
        QTest::newRow(name) << QByteArray(text) << position;
    };
    row("nothing", "", 1);
    row("blanks", "  ", 3);
    row("word", "nul", 1);
    row("words run together", "truefalse", 1);
    row("capitals", "True", 1);
    row("NaN", "NaN", 1);
    row("single quotes", "'a'", 1);
    row("open string", "[\"a]", 2);
    row("tab in a string", "\"a\tb\"", 3);
    row("escape", R"(["\x"])", 4);
    row("short unit", R"("\u12g4")", 3);
    row("zero in front", "01", 1);
    row("minus alone", "-", 2);
    row("point without digits", "1.", 3);
    row("no digits before a point", ".5", 1);
    row("exponent without digits", "1e+", 4);
    row("plus", "+1", 1);
    row("hexadecimal", "0x10", 2);
    row("trailing comma", "[1,]", 4);
    row("trailing comma in an object", "{\"a\":1,}", 8);
    row("no comma", "[1 2]", 4);
    row("no colon", "{\"a\" 1}", 6);
    row("key without quotes", "{a:1}", 2);
    row("wrong bracket", "[1}", 3);
    row("open object", "{\"a\":[1]", 9);
    row("text behind", "{} x", 4);
    row("counts as a QString does", "[\"\xF0\x9F\x98\x80\", x]", 8);
    row("comment", "/* a */ 1", 1);
}

void TestJson::refuses()
{
    QFETCH(QByteArray, text);
    const auto tree = JsonTree::parse(text);
    QVERIFY(!tree.ok());
    QVERIFY(!tree.error().message.isEmpty());
    QTEST(tree.error().position, "position");
}

void TestJson::jsonbIsStricter()
{
    for (const QByteArray text :
         {R"("\u0000")", R"("\ud83d")", R"("\ude00")", R"("\ud83dx")", R"({"\ud83d\u0041":1})"}) {
        QVERIFY2(JsonTree::parse(text, JsonRules::Json).ok(), text.constData());
        QVERIFY2(!JsonTree::parse(text, JsonRules::Jsonb).ok(), text.constData());
    }
    QVERIFY(JsonTree::parse(R"("\ud83d\ude00 \u0001")", JsonRules::Jsonb).ok());
}

void TestJson::tree()
{
    const auto tree = parsed(R"({"plans": [{"title": "A"}, 1.50, null], "a\"b": {}, "last": true})");
    QCOMPARE(tree.node(0).kind, JsonKind::Object);
    QCOMPARE(tree.node(0).childCount, 3);
    const int plans = tree.node(0).firstChild;
    QCOMPARE(tree.key(plans), u"plans"_s);
    QCOMPARE(tree.node(plans).childCount, 3);
    const int title = tree.node(tree.node(plans).firstChild).firstChild;
    QCOMPARE(tree.path(title), u"$.plans[0].title"_s);
    QCOMPARE(tree.value(title), "\"A\"");
    const int number = tree.node(tree.node(plans).firstChild).next;
    QCOMPARE(tree.value(number), "1.50");
    QCOMPARE(tree.path(number), u"$.plans[1]"_s);
    const int empty = tree.node(plans).next;
    QCOMPARE(tree.key(empty), u"a\"b"_s);
    QCOMPARE(tree.value(empty), "{}");
    const int last = tree.node(empty).next;
    QCOMPARE(tree.node(last).kind, JsonKind::True);
    QCOMPARE(tree.node(last).next, -1);
}

void TestJson::layouts_data()
{
    QTest::addColumn<QByteArray>("dense");
    QTest::addColumn<QByteArray>("spaced");
    QTest::addColumn<QByteArray>("indented");

    QTest::newRow("scalar") << QByteArray("1.0") << QByteArray("1.0") << QByteArray("1.0");
    QTest::newRow("empty") << QByteArray("[{},[]]") << QByteArray("[{}, []]")
                           << QByteArray("[\n  {},\n  []\n]");
    QTest::newRow("members")
        << QByteArray(R"({"a":[1,2],"b":{"c":", {:"}})") << QByteArray(R"({"a": [1, 2], "b": {"c": ", {:"}})")
        << QByteArray("{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {\n    \"c\": \", {:\"\n  }\n}");
}

void TestJson::layouts()
{
    QFETCH(QByteArray, dense);
    QFETCH(QByteArray, spaced);
    QFETCH(QByteArray, indented);
    for (const auto &text : {dense, spaced, indented}) {
        QCOMPARE(layOut(text, JsonLayout::Dense), dense);
        QCOMPARE(layOut(text, JsonLayout::Spaced), spaced);
        QCOMPARE(layOut(text, JsonLayout::Indented), indented);
    }
    QVERIFY(layoutOf(dense));
    QCOMPARE(layoutOf("[ 1]"), std::nullopt);
}

void TestJson::strings()
{
    const auto nasty = u"a\"b\\c\n\t\x01/é😀"_s;
    const auto literal = encodeJsonString(nasty);
    QCOMPARE(literal, R"("a\"b\\c\n\t\u0001/é😀")");
    QCOMPARE(decodeJsonString(literal), nasty);
    const auto half = QString(QChar(0xD83D)) + u"x"_s;
    QCOMPARE(encodeJsonString(half), R"("\ud83dx")");
    QCOMPARE(decodeJsonString(R"("\ud83dx")"), half);
    QCOMPARE(decodeJsonString(R"("\/\u00e9")"), u"/é"_s);
}

void TestJson::edits()
{
    const auto tree = parsed(R"({"n": 1.0,  "list": [ 1, 2 ], "o": {}})");
    const int n = tree.node(0).firstChild;
    const int list = tree.node(n).next;
    const int o = tree.node(list).next;
    const int one = tree.node(list).firstChild;
    QCOMPARE(withJsonValue(tree, n, "1.00"), R"({"n": 1.00,  "list": [ 1, 2 ], "o": {}})");
    QCOMPARE(withJsonKey(tree, list, u"a\"b"_s), R"({"n": 1.0,  "a\"b": [ 1, 2 ], "o": {}})");
    QCOMPARE(withJsonAppended(tree, list, {}, "3"), R"({"n": 1.0,  "list": [ 1, 2, 3 ], "o": {}})");
    QCOMPARE(withJsonAppended(tree, o, u"k"_s, "null"), R"({"n": 1.0,  "list": [ 1, 2 ], "o": {"k": null}})");
    QCOMPARE(withJsonAppended(tree, 0, u"k"_s, "0"), R"({"n": 1.0,  "list": [ 1, 2 ], "o": {},  "k": 0})");
    QCOMPARE(withoutJsonNode(tree, n), R"({"list": [ 1, 2 ], "o": {}})");
    QCOMPARE(withoutJsonNode(tree, o), R"({"n": 1.0,  "list": [ 1, 2 ]})");
    QCOMPARE(withoutJsonNode(tree, one), R"({"n": 1.0,  "list": [ 2 ], "o": {}})");
    QCOMPARE(withJsonSwapped(tree, n, o), R"({"o": {},  "list": [ 1, 2 ], "n": 1.0})");
    QCOMPARE(freeJsonKey(tree, 0, u"n"_s), u"n2"_s);
    const auto single = parsed("[\n  1\n]");
    QCOMPARE(withoutJsonNode(single, 1), "[]");
    QCOMPARE(withJsonAppended(single, 0, {}, "2"), "[\n  1,\n  2\n]");
    QCOMPARE(withJsonAppended(parsed("{\"a\":{}}"), 1, u"b"_s, "2"), "{\"a\":{\"b\":2}}");
}

void TestJson::deepNesting()
{
    const QByteArray deep(100000, '[');
    QVERIFY(!JsonTree::parse(deep).ok());
    const auto tree = parsed(deep + QByteArray(100000, ']'));
    QCOMPARE(tree.size(), 100000);
}

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"
