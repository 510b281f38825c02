#include "models/query/textsearch.h"

#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::Literals::StringLiterals;

class TestTextSearch : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
    void replacesAll_data();
    void replacesAll();
    void replacesOneInItsPlace();
    void saysWhatIsNoExpression();
    void stopsAtTheMost();
};

void TestTextSearch::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<TextSearch>("search");
    QTest::addColumn<QList<int>>("starts");

    QTest::newRow("any case") << u"User user USER"_s << TextSearch{.pattern = u"user"_s}
                              << QList<int>{0, 5, 10};
    QTest::newRow("this case") << u"User user"_s << TextSearch{.pattern = u"user"_s, .matchCase = true}
                               << QList<int>{5};
    QTest::newRow("whole words") << u"user users _user"_s << TextSearch{.pattern = u"user"_s, .words = true}
                                 << QList<int>{0};
    QTest::newRow("signs mean themselves")
        << u"a.b acb"_s << TextSearch{.pattern = u"a.b"_s} << QList<int>{0};
    QTest::newRow("an expression") << u"a.b acb"_s << TextSearch{.pattern = u"a.b"_s, .expression = true}
                                   << QList<int>{0, 4};
    QTest::newRow("at the beginnings of lines")
        << u"x\ny x\nx"_s << TextSearch{.pattern = u"^x"_s, .expression = true} << QList<int>{0, 6};
    QTest::newRow("nothing is no place")
        << u"abc"_s << TextSearch{.pattern = u"x*"_s, .expression = true} << QList<int>{};
    QTest::newRow("behind an emoji") << u"'🦦' ö"_s << TextSearch{.pattern = u"Ö"_s} << QList<int>{5};
}

void TestTextSearch::finds()
{
    QFETCH(QString, text);
    QFETCH(TextSearch, search);
    QFETCH(QList<int>, starts);
    const auto expression = expressionOf(search);
    QVERIFY(expression.ok());
    QList<int> found;
    for (const auto &span : findAll(text, *expression, 100))
        found << static_cast<int>(span.start);
    QCOMPARE(found, starts);
}

void TestTextSearch::replacesAll_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<TextSearch>("search");
    QTest::addColumn<QString>("replacement");
    QTest::addColumn<QString>("replaced");

    QTest::newRow("each once") << u"aXa"_s << TextSearch{.pattern = u"a"_s} << u"aa"_s << u"aaXaa"_s;
    QTest::newRow("a backslash means itself")
        << u"a"_s << TextSearch{.pattern = u"a"_s} << u"\\1"_s << u"\\1"_s;
    QTest::newRow("groups") << u"id=1, id=2"_s << TextSearch{.pattern = u"(\\w+)=(\\d)"_s, .expression = true}
                            << u"\\2 \\1"_s << u"1 id, 2 id"_s;
    QTest::newRow("a line break") << u"a, b"_s << TextSearch{.pattern = u", "_s, .expression = true}
                                  << u",\\n"_s << u"a,\nb"_s;
}

void TestTextSearch::replacesAll()
{
    QFETCH(QString, text);
    QFETCH(TextSearch, search);
    QFETCH(QString, replacement);
    QTEST(replaceAll(text, search, replacement), "replaced");
}

void TestTextSearch::replacesOneInItsPlace()
{
    const TextSearch search{.pattern = u"(b)$"_s, .expression = true};
    QCOMPARE(replacementAt(u"ab\nbb"_s, {4, 1}, search, u"<\\1>"_s), u"<b>"_s);
}

void TestTextSearch::saysWhatIsNoExpression()
{
    const auto expression = expressionOf({.pattern = u"(a"_s, .expression = true});
    QVERIFY(!expression.ok());
    QCOMPARE(expression.error().code, Error::Code::Parse);
    QVERIFY(expression.error().message.size() > 20);
}

void TestTextSearch::stopsAtTheMost()
{
    const auto expression = expressionOf({.pattern = u"a"_s});
    QCOMPARE(findAll(QString(50, u'a'), *expression, 7).size(), size_t(7));
}

QTEST_GUILESS_MAIN(TestTextSearch)
#include "tst_textsearch.moc"
