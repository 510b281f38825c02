#include "core/sql/parse.h"

#include <QTest>

#include <thread>
#include <vector>

using namespace squall;
using namespace Qt::StringLiterals;

class TestParse : public QObject
{
    Q_OBJECT

private slots:
    void mistakesHaveTheirPlace_data();
    void mistakesHaveTheirPlace();
    void fingerprintsAreOfTheShape();
    void deparsedTextMeansTheSame();
    void depthIsNoDanger_data();
    void depthIsNoDanger();
    void threadsDoNotMeet();
};

void TestParse::mistakesHaveTheirPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("position"); // 0: there is none

    QTest::newRow("none") << u"select 1; insert into a values (2)"_s << 0;
    QTest::newRow("nothing") << QString() << 0;
    QTest::newRow("a comment") << u"-- a"_s << 0;
    QTest::newRow("a word too many") << u"select a b c"_s << 12;
    QTest::newRow("behind letters beyond ASCII") << u"select 'äö' \U0001F4A5 fro m"_s << 15;
    QTest::newRow("the end") << u"select * from a where"_s << 22;
    QTest::newRow("an open string") << u"select 'a"_s << 8;
    QTest::newRow("the second statement") << u"select 1; selec 2"_s << 11;
    QTest::newRow("a NUL") << u"select \U0001F4A5"_s + QChar(u'\0') << 9;
}

void TestParse::mistakesHaveTheirPlace()
{
    QFETCH(const QString, text);
    const auto answer = sql::checkSyntax(text);
    QTEST(answer ? 0 : answer.error().position, "position");
    if (!answer) {
        QCOMPARE(answer.error().code, Error::Code::Parse);
        QVERIFY(!answer.error().message.isEmpty());
    }
}

void TestParse::fingerprintsAreOfTheShape()
{
    const auto of = [](QStringView text) { return *sql::fingerprint(text); };
    QCOMPARE(of(u"SELECT a FROM b WHERE c = 1 -- so"), of(u"select a\nfrom b where c = 'x'"));
    QCOMPARE(of(u"select a from b where c in (1, 2)"), of(u"select a from b where c in (3, 4, 5)"));
    QVERIFY(of(u"select a from b") != of(u"select a from c"));
    QVERIFY(!sql::fingerprint(u"select from from").ok());
}

void TestParse::deparsedTextMeansTheSame()
{
    QCOMPARE(*sql::deparsed(u"select  A, \"B\" /* b */ from c;; select 2"),
             u"SELECT a, \"B\" FROM c; SELECT 2"_s);
    QCOMPARE(*sql::deparsed(u""), QString());
    QCOMPARE(sql::deparsed(u"select 'é' x y").error().position, 14);
}

void TestParse::depthIsNoDanger_data()
{
    QTest::addColumn<QString>("text");

    constexpr int times = 30000;
    QTest::newRow("operators") << u"select 1"_s + u" + 1"_s.repeated(times);
    QTest::newRow("casts") << u"select a"_s + u"::int"_s.repeated(times);
    QTest::newRow("joins") << u"select a from b"_s + u" join c using (d, e)"_s.repeated(times);
    QTest::newRow("set operations") << u"select 1, 2"_s + u" union select 1, 2"_s.repeated(times);
    QTest::newRow("parentheses") << u"select "_s + u"("_s.repeated(times) + u'1' + u")"_s.repeated(times);
    QTest::newRow("calls") << u"select "_s + u"f(1, "_s.repeated(2000) + u'1' + u")"_s.repeated(2000);
    QTest::newRow("subscripts") << u"select a"_s + u"[1]"_s.repeated(times);
    QTest::newRow("fields") << u"select (a)"_s + u".b"_s.repeated(times);
    QTest::newRow("signs") << u"select "_s + u"- "_s.repeated(times) + u'1';
}

/// Deparsing either works or says that it cannot; the other two never run out of stack.
void TestParse::depthIsNoDanger()
{
    QFETCH(const QString, text);
    const auto checked = sql::checkSyntax(text);
    QCOMPARE(sql::fingerprint(text).ok(), checked.ok());
    const auto answer = sql::deparsed(text);
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error().code, Error::Code::Unsupported);
}

void TestParse::threadsDoNotMeet()
{
    std::vector<std::thread> threads;
    std::vector<int> wrong(4);
    for (size_t number = 0; number < wrong.size(); ++number) {
        threads.emplace_back([&wrong, number] {
            for (int round = 0; round < 300; ++round) {
                const auto name = u"t%1"_s.arg(number);
                wrong[number] += *sql::deparsed(u"select 1 from "_s + name) != u"SELECT 1 FROM "_s + name;
                wrong[number] += sql::checkSyntax(u"select 'a"_s).ok();
            }
        });
    }
    for (auto &thread : threads)
        thread.join();
    QCOMPARE(wrong, std::vector<int>(4));
}

QTEST_GUILESS_MAIN(TestParse)
#include "tst_parse.moc"
