#include "core/pg/connection.h"
#include "core/pg/decodetext.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"

#include <QElapsedTimer>
#include <QTest>

using namespace squall;
using namespace Qt::StringLiterals;
using test::TestServer;

/// Text is UTF-8 on our side, whatever the database holds.
class TestEncoding : public QObject
{
    Q_OBJECT

private slots:
    void decodes_data();
    void decodes();
    void shortensSentences();
    void bytesInSqlAsciiStayVisible();
    void latin1IsTranslated();
    void whatLatin1LacksIsSaid();
    void japaneseIsTranslated();
    void whatCannotBeTranslatedIsSaid();
};

namespace {

pg::ConnectionOptions database(const QString &encoding)
{
    return TestServer::of().createDatabase(
        u"ENCODING '%1' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'"_s.arg(encoding));
}

} // namespace

void TestEncoding::decodes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QByteArray("abc") << u"abc"_s;
    QTest::newRow("empty") << QByteArray("") << u""_s;
    QTest::newRow("valid") << QByteArray("\xc3\xbc\xe7\x94\xa8\xf0\x9f\x99\x82") << u"ü用🙂"_s;
    QTest::newRow("Latin 1") << QByteArray("caf\xe9!") << u"caf\\xE9!"_s;
    QTest::newRow("cut off") << QByteArray("a\xe7\x94") << u"a\\xE7\\x94"_s;
    QTest::newRow("lone continuation") << QByteArray("\x80\xc3\xbc") << u"\\x80ü"_s;
    QTest::newRow("overlong") << QByteArray("\xc0\xaf") << u"\\xC0\\xAF"_s;
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << u"\\xED\\xA0\\x80"_s;
    QTest::newRow("beyond Unicode") << QByteArray("\xf5\x80\x80\x80") << u"\\xF5\\x80\\x80\\x80"_s;
}

void TestEncoding::decodes()
{
    QFETCH(const QByteArray, bytes);
    QTEST(pg::decodeText(bytes), "text");
}

void TestEncoding::shortensSentences()
{
    QElapsedTimer timer;
    timer.start();
    const auto text = pg::decodeSentence(QByteArray("\xe2\x82\xac").repeated(50'000'000));
    QVERIFY(text.size() < 10000);
    QVERIFY(text.startsWith(u"€€€"));
    QVERIFY(!text.contains(u"\\x"));
    QVERIFY(text.contains(QLocale().toString(50'000'000)));
    QCOMPARE(pg::decodeSentence("short"), u"short"_s);
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
}

void TestEncoding::bytesInSqlAsciiStayVisible()
{
    pg::Connection connection(database(u"SQL_ASCII"_s));
    NEED(connection.fetch({u"create table t as select convert_from('\\x636166e9', 'SQL_ASCII') as word"_s}));
    const auto word = connection.fetch({u"select word from t"_s});
    NEED(word);
    QCOMPARE(word->text(0, 0), u"caf\\xE9"_s);
    QCOMPARE(word->cell(0, 0)->toByteArray(), "caf\xe9");

    const auto raised =
        connection.fetch({u"do $$ begin raise exception '%', (select word from t); end $$"_s});
    QVERIFY(!raised);
    QCOMPARE(raised.error().message, u"caf\\xE9"_s);
    // Our own text goes in and comes back.
    const auto own = connection.fetch({u"select $1::text"_s, {u"größe"_s.toUtf8()}});
    NEED(own);
    QCOMPARE(own->text(0, 0), u"größe"_s);
}

void TestEncoding::latin1IsTranslated()
{
    pg::Connection connection(database(u"LATIN1"_s));
    NEED(connection.fetch({u"create table \"größe\" (\"maß\" text default 'ä')"_s}));
    NEED(connection.fetch({u"insert into \"größe\" values (default), ($1)"_s, {u"é"_s.toUtf8()}}));
    const auto rows = connection.fetch({u"select \"maß\", octet_length(\"maß\") from \"größe\""_s});
    NEED(rows);
    QCOMPARE(rows->fields()[0].name, u"maß"_s);
    QCOMPARE(rows->text(0, 0), u"ä"_s);
    QCOMPARE(rows->text(1, 0), u"é"_s);
    QCOMPARE(rows->text(1, 1), u"1"_s);
}

void TestEncoding::whatLatin1LacksIsSaid()
{
    pg::Connection connection(database(u"LATIN1"_s));
    const auto reply = connection.fetch({u"select $1::text"_s, {u"用"_s.toUtf8()}});
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, Error::Code::Server);
    QVERIFY2(reply.error().message.contains(u"LATIN1"), qPrintable(reply.error().message));
    QVERIFY(reply.error().hint.contains(u"UTF8"));
    NEED(connection.fetch({u"select 1"_s}));
}

void TestEncoding::japaneseIsTranslated()
{
    pg::Connection connection(database(u"EUC_JP"_s));
    const auto reply = connection.fetch({u"select $1::text, octet_length($1::text)"_s, {u"日本"_s.toUtf8()}});
    NEED(reply);
    QCOMPARE(reply->text(0, 0), u"日本"_s);
    QCOMPARE(reply->text(0, 1), u"4"_s);
}

void TestEncoding::whatCannotBeTranslatedIsSaid()
{
    pg::Connection connection(database(u"MULE_INTERNAL"_s));
    const auto opened = connection.open();
    QVERIFY(!opened);
    QVERIFY2(opened.error().message.contains(u"MULE_INTERNAL"), qPrintable(opened.error().message));
    QVERIFY2(opened.error().hint.contains(u"UTF-8"), qPrintable(opened.error().sqlState));
}

QTEST_GUILESS_MAIN(TestEncoding)
#include "tst_encoding.moc"
