#include "core/base/quote.h"
#include "core/pg/connection.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace squall;
using namespace Qt::StringLiterals;
using test::TestServer;

class TestQuote : public QObject
{
    Q_OBJECT

private slots:
    void plainNamesStayPlain();
    void everyServersWords_data();
    void everyServersWords();
    void namesComeBack_data();
    void namesComeBack();
    void literalsComeBack_data();
    void literalsComeBack();
};

void TestQuote::plainNamesStayPlain()
{
    QCOMPARE(quote(u"users"), u"users"_s);
    QCOMPARE(quote(u"_a1"), u"_a1"_s);
    QCOMPARE(quote(u"Users"), u"\"Users\""_s);
    QCOMPARE(quote(u"1a"), u"\"1a\""_s);
    QCOMPARE(quote(u""), u"\"\""_s);
    QCOMPARE(quote(u"a\"b"), u"\"a\"\"b\""_s);
    QCOMPARE(quote(u"public", u"order"), u"public.\"order\""_s);
    QCOMPARE(quote(u"", u"users"), u"users"_s);
    QCOMPARE(quoteLiteral(u"it's"), u"'it''s'"_s);
    QCOMPARE(quoteLiteral(u"a\\b"), u"E'a\\\\b'"_s);
}

void TestQuote::everyServersWords_data()
{
    QTest::addColumn<int>("version");
    for (const int version : TestServer::versions())
        QTest::addRow("PostgreSQL %d", version) << version;
}

void TestQuote::everyServersWords()
{
    QFETCH(const int, version);
    pg::Connection connection(TestServer::of(version).server().connection());
    const auto words =
        connection.fetch({u"select word, catcode, quote_ident(word) from pg_get_keywords()"_s});
    NEED(words);
    QVERIFY(words->rowCount() > 400);
    for (int row = 0; row < words->rowCount(); ++row) {
        const auto word = words->text(row, 0);
        if (words->text(row, 1) != u"U")
            QVERIFY2(quote(word) != word, qPrintable(word));
        // What the server quotes, so do we.
        if (words->text(row, 2) != word)
            QCOMPARE(quote(word), words->text(row, 2));
    }
}

namespace {

void nastyTexts()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("reserved") << u"select"_s;
    QTest::newRow("upper case") << u"Users"_s;
    QTest::newRow("quotes") << u"a\"b\"\"c'd"_s;
    QTest::newRow("dots") << u"a.b.c"_s;
    QTest::newRow("spaces") << u" a b "_s;
    QTest::newRow("backslashes") << u"a\\b\\\\n\\"_s;
    QTest::newRow("dollars") << u"$1$a$"_s;
    QTest::newRow("comment") << u"a--b/*c"_s;
    QTest::newRow("statement") << u"x\"; drop table y; --"_s;
    QTest::newRow("line ends") << u"a\nb\tc\r"_s;
    QTest::newRow("Greek") << u"πίνακας"_s;
    QTest::newRow("Chinese") << u"用户表"_s;
    QTest::newRow("emoji") << u"🙂"_s;
    QTest::newRow("umlaut") << u"größe"_s;
    QTest::newRow("percent and colon") << u"100%:x?"_s;
    QTest::newRow("63 bytes") << QString(63, u'X');
}

} // namespace

void TestQuote::namesComeBack_data()
{
    nastyTexts();
}

void TestQuote::namesComeBack()
{
    QFETCH(const QString, text);
    pg::Connection connection(TestServer::of().server().connection());
    const auto name = quote(text);
    NEED(connection.runScript(
        u"begin; create temp table %1 (%1 int); insert into %1 (%1) values (1)"_s.arg(name)));
    const auto rows = connection.fetch({u"select %1 from pg_temp.%1"_s.arg(name)});
    NEED(rows);
    QCOMPARE(rows->fields()[0].name, text);
    const auto catalog = connection.fetch({u"select 1 from pg_class where relname = $1"_s, {text.toUtf8()}});
    NEED(catalog);
    QCOMPARE(catalog->rowCount(), 1);
}

void TestQuote::literalsComeBack_data()
{
    nastyTexts();
}

void TestQuote::literalsComeBack()
{
    QFETCH(const QString, text);
    pg::Connection connection(TestServer::of().server().connection());
    for (const auto &setting : {u"on"_s, u"off"_s}) {
        NEED(connection.runScript(u"set escape_string_warning = off; set standard_conforming_strings = "_s +
                                  setting));
        const auto back = connection.fetch({u"select "_s + quoteLiteral(text)});
        NEED(back);
        QCOMPARE(back->text(0, 0), text);
    }
}

QTEST_GUILESS_MAIN(TestQuote)
#include "tst_quote.moc"
