#include "core/sql/tokenize.h"

#include <QRandomGenerator>
#include <QTest>

using namespace squall;
using namespace Qt::StringLiterals;
using sql::Token;

namespace {

/// A letter a type, then the token; `!` after it when it is unfinished; spaces left out.
QStringList describe(const QString &text)
{
    static const auto letters = u" cwisnpo.?"_s;
    QStringList all;
    for (const auto &token : sql::tokenize(text)) {
        if (token.type != Token::Type::Space)
            all << letters[static_cast<int>(token.type)] + u':' + token.in(text).toString() +
                       (token.finished ? u""_s : u"!"_s);
    }
    return all;
}

} // namespace

class TestTokenize : public QObject
{
    Q_OBJECT

private slots:
    void tokens_data();
    void tokens();
    void coversEveryText();
};

void TestTokenize::tokens_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");

    const auto row = [](const char *name, QStringView text, const QStringList &expected) {
        QTest::newRow(name) << text.toString() << expected;
    };
    row("nothing", u"", {});
    row("words and signs", u"select a.b, 1;",
        {u"w:select"_s, u"w:a"_s, u".:."_s, u"w:b"_s, u".:,"_s, u"n:1"_s, u".:;"_s});
    row("words beyond ASCII", u"größe = 数", {u"w:größe"_s, u"o:="_s, u"w:数"_s});
    row("words with dollars", u"a$b$c", {u"w:a$b$c"_s});
    row("a doubled quote", u"'it''s' x", {u"s:'it''s'"_s, u"w:x"_s});
    row("a backslash in a plain string", u"'a\\' b", {u"s:'a\\'"_s, u"w:b"_s});
    row("a backslash in an escape string", u"E'a\\' b' c", {u"s:E'a\\' b'"_s, u"w:c"_s});
    row("other strings", u"b'1' X'ff' n'x' U&'d' u&\"e\"",
        {u"s:b'1'"_s, u"s:X'ff'"_s, u"s:n'x'"_s, u"s:U&'d'"_s, u"i:u&\"e\""_s});
    row("a word that ends in e", u"like'x'", {u"w:like"_s, u"s:'x'"_s});
    row("an unfinished string", u"a = 'it''s", {u"w:a"_s, u"o:="_s, u"s:'it''s!"_s});
    row("an escape at the end", u"E'a\\", {u"s:E'a\\!"_s});
    row("a quoted name", u"\"a \"\"b\" c", {u"i:\"a \"\"b\""_s, u"w:c"_s});
    row("an unfinished name", u"\"a", {u"i:\"a!"_s});
    row("dollar quotes", u"$$a'b$$ $x$ $$ $X$ $x$ c", {u"s:$$a'b$$"_s, u"s:$x$ $$ $X$ $x$"_s, u"w:c"_s});
    row("an unfinished dollar quote", u"$a$ $b$", {u"s:$a$ $b$!"_s});
    row("a dollar alone", u"$ a", {u"?:$"_s, u"w:a"_s});
    row("a dollar and half a tag", u"$tag", {u"?:$"_s, u"w:tag"_s});
    row("parameters", u"$1+$23", {u"p:$1"_s, u"o:+"_s, u"p:$23"_s});
    row("a line comment", u"a -- b 'c\nd", {u"w:a"_s, u"c:-- b 'c"_s, u"w:d"_s});
    row("nested comments", u"a /* b /* c */ d */ e", {u"w:a"_s, u"c:/* b /* c */ d */"_s, u"w:e"_s});
    row("an unfinished comment", u"a /* b /* c */", {u"w:a"_s, u"c:/* b /* c */!"_s});
    row("a comment right after an operator", u"a+--b", {u"w:a"_s, u"o:+"_s, u"c:--b"_s});
    row("a comment inside signs", u"a </* b */", {u"w:a"_s, u"o:<"_s, u"c:/* b */"_s});
    row("numbers", u"1 1.5 .5 5. 1e10 1.5E-3 0x1F 0b01 1_000",
        {u"n:1"_s, u"n:1.5"_s, u"n:.5"_s, u"n:5."_s, u"n:1e10"_s, u"n:1.5E-3"_s, u"n:0x1F"_s, u"n:0b01"_s,
         u"n:1_000"_s});
    row("a number that only looks like an exponent", u"1e x", {u"n:1"_s, u"w:e"_s, u"w:x"_s});
    row("a range of numbers", u"1..10", {u"n:1"_s, u".:.."_s, u"n:10"_s});
    row("operators", u"a<>b ->> c @> d ~* e || f",
        {u"w:a"_s, u"o:<>"_s, u"w:b"_s, u"o:->>"_s, u"w:c"_s, u"o:@>"_s, u"w:d"_s, u"o:~*"_s, u"w:e"_s,
         u"o:||"_s, u"w:f"_s});
    row("a minus is not part of equals", u"a=-1", {u"w:a"_s, u"o:="_s, u"o:-"_s, u"n:1"_s});
    row("a minus is part of what is no SQL operator", u"a @- 1", {u"w:a"_s, u"o:@-"_s, u"n:1"_s});
    row("casts and assignments", u"a::int b := c => d",
        {u"w:a"_s, u"o:::"_s, u"w:int"_s, u"w:b"_s, u"o::="_s, u"w:c"_s, u"o:=>"_s, u"w:d"_s});
    row("what means nothing", u"a \\ b", {u"w:a"_s, u"?:\\"_s, u"w:b"_s});
    row("brackets", u"(a[1])", {u".:("_s, u"w:a"_s, u".:["_s, u"n:1"_s, u".:]"_s, u".:)"_s});
}

void TestTokenize::tokens()
{
    QFETCH(const QString, text);
    QTEST(describe(text), "expected");
}

void TestTokenize::coversEveryText()
{
    const auto alphabet = uR"(aeE_0.1'"$x-*/+<>=:;,()[] \é)"_s + u'\n';
    QRandomGenerator random(7);
    for (int round = 0; round < 20000; ++round) {
        QString text;
        const int length = random.bounded(24);
        for (int i = 0; i < length; ++i)
            text += alphabet[random.bounded(static_cast<int>(alphabet.size()))];
        qsizetype end = 0;
        for (const auto &token : sql::tokenize(text)) {
            QVERIFY2(token.start == end && token.length > 0, qPrintable(text));
            end = token.end();
        }
        QVERIFY2(end == text.size(), qPrintable(text));
    }
}

QTEST_GUILESS_MAIN(TestTokenize)
#include "tst_tokenize.moc"
