#include "models/project/projectconnection.h"

#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;

class TestProjectConnection : public QObject
{
    Q_OBJECT

private slots:
    void urls_data();
    void urls();
    void pieces();
    void ssl_data();
    void ssl();
    void refusals_data();
    void refusals();
};

void TestProjectConnection::urls_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("summary");
    QTest::addColumn<QString>("sslMode");

    QTest::newRow("plain") << u"postgres://ada:secret@db.example.com:6543/shop"_s
                           << u"ada@db.example.com:6543/shop"_s << QString();
    QTest::newRow("with a mode") << u"postgresql://ada@db.example.com/shop?sslmode=require"_s
                                 << u"ada@db.example.com/shop"_s << u"require"_s;
    QTest::newRow("with what others read")
        << u"postgresql://ada@db.example.com/shop?schema=public&pgbouncer=true&sslmode=require"_s
        << u"ada@db.example.com/shop"_s << u"require"_s;
    QTest::newRow("with ssl") << u"postgresql://ada@db.example.com/shop?ssl=true"_s
                              << u"ada@db.example.com/shop"_s << u"require"_s;
    QTest::newRow("a socket") << u"postgresql:///shop?host=/run/postgresql&max=1"_s << u"local/shop"_s
                              << QString();
}

void TestProjectConnection::urls()
{
    QFETCH(const QString, url);
    QFETCH(const QString, summary);
    QFETCH(const QString, sslMode);
    const auto form = connectionOf({.path = u"/x"_s, .credentials = drizzle::Credentials{.url = url}});
    QVERIFY2(form, form ? "" : qPrintable(form.error().message));
    QCOMPARE(form->summary(), summary);
    QCOMPARE(form->sslMode, sslMode);
}

void TestProjectConnection::pieces()
{
    const auto form = connectionOf({.path = u"/x"_s,
                                    .credentials = drizzle::Credentials{.host = u"localhost"_s,
                                                                        .port = 5433,
                                                                        .user = u"ada"_s,
                                                                        .password = u"secret"_s,
                                                                        .database = u"shop"_s}});
    QVERIFY(form);
    QCOMPARE(form->summary(), u"ada@localhost:5433/shop"_s);
    QCOMPARE(form->password, u"secret"_s);
    // It is never part of what is written down.
    for (const auto &[keyword, value] : form->saved().keywords)
        QVERIFY(keyword != "password" && value != "secret");
}

void TestProjectConnection::ssl_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("mode");

    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("off") << QByteArray("false") << u"disable"_s;
    QTest::newRow("on") << QByteArray("true") << u"verify-full"_s;
    QTest::newRow("require") << QByteArray("\"require\"") << u"require"_s;
    QTest::newRow("prefer") << QByteArray("\"prefer\"") << u"require"_s;
    QTest::newRow("verify-full") << QByteArray("\"verify-full\"") << u"verify-full"_s;
    QTest::newRow("unverified") << QByteArray(R"({"rejectUnauthorized":false})") << u"require"_s;
    QTest::newRow("options") << QByteArray(R"({"minVersion":"TLSv1.3"})") << u"verify-full"_s;
}

void TestProjectConnection::ssl()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, mode);
    const auto form = connectionOf({.path = u"/x"_s,
                                    .credentials = drizzle::Credentials{
                                        .host = u"db.example.com"_s, .database = u"shop"_s, .ssl = json}});
    QVERIFY(form);
    QCOMPARE(form->sslMode, mode);
}

void TestProjectConnection::refusals_data()
{
    QTest::addColumn<drizzle::Config>("config");
    QTest::addColumn<QString>("said");

    QTest::newRow("none") << drizzle::Config{.path = u"/x"_s} << u"no dbCredentials"_s;
    QTest::newRow("another driver") << drizzle::Config{.path = u"/x"_s, .driver = u"pglite"_s} << u"pglite"_s;
    QTest::newRow("no url") << drizzle::Config{.path = u"/x"_s,
                                               .credentials = drizzle::Credentials{.url = u"shop at home"_s}}
                            << u"dbCredentials"_s;
    QTest::newRow("a fault") << drizzle::Config{.path = u"/x"_s,
                                                .credentialsFault = Error{.message = u"url: Required"_s}}
                             << u"Required"_s;
}

void TestProjectConnection::refusals()
{
    QFETCH(const drizzle::Config, config);
    QFETCH(const QString, said);
    const auto form = connectionOf(config);
    QVERIFY(!form);
    QVERIFY2(form.error().message.contains(said), qPrintable(form.error().message));
}

QTEST_GUILESS_MAIN(TestProjectConnection)
#include "tst_projectconnection.moc"
