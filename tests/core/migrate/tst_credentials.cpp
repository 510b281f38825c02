#include "core/migrate/credentials.h"

#include <QTest>

using namespace squall;
using namespace Qt::StringLiterals;

/// What a configuration says of the database, in libpq's words.
class TestCredentials : public QObject
{
    Q_OBJECT

private slots:
    void pieces();
    void url();
    void urlsOfOtherTools_data();
    void urlsOfOtherTools();
    void ssl_data();
    void ssl();
    void missing();
    void otherDrivers();
    void certificatesAsText();
};

namespace {

drizzle::Config withSsl(const QByteArray &ssl)
{
    drizzle::Config config;
    config.credentials = drizzle::Credentials{.host = u"db"_s, .database = u"shop"_s, .ssl = ssl};
    return config;
}

} // namespace

void TestCredentials::pieces()
{
    drizzle::Config config;
    config.credentials = drizzle::Credentials{
        .host = u"db"_s, .port = 6543, .user = u"ann"_s, .password = u"p'w\\"_s, .database = u"shop"_s};
    const auto made = migrate::databaseOf(config);
    QVERIFY(made);
    QCOMPARE(made->value("host"), "db");
    QCOMPARE(made->value("port"), "6543");
    QCOMPARE(made->value("user"), "ann");
    QCOMPARE(made->value("password"), "p'w\\");
    QCOMPARE(made->value("dbname"), "shop");
    QCOMPARE(made->value("sslmode"), "");
}

void TestCredentials::url()
{
    drizzle::Config config;
    config.credentials = drizzle::Credentials{.url = u"postgresql://ann@db:6543/shop?sslmode=require"_s};
    const auto made = migrate::databaseOf(config);
    QVERIFY(made);
    QCOMPARE(made->value("port"), "6543");
    QCOMPARE(made->value("sslmode"), "require");
}

void TestCredentials::urlsOfOtherTools_data()
{
    QTest::addColumn<QString>("rest");
    QTest::addColumn<QByteArray>("mode");

    QTest::newRow("nothing") << QString() << QByteArray();
    QTest::newRow("of Prisma") << u"?schema=public&pgbouncer=true&connection_limit=1"_s << QByteArray();
    QTest::newRow("beside a mode") << u"?sslmode=require&schema=public"_s << QByteArray("require");
    QTest::newRow("of postgres.js") << u"?ssl=true&max=1"_s << QByteArray("require");
}

void TestCredentials::urlsOfOtherTools()
{
    QFETCH(const QString, rest);
    QFETCH(const QByteArray, mode);
    drizzle::Config config;
    config.credentials = drizzle::Credentials{.url = u"postgresql://ann:p%40ss@db/shop"_s + rest};
    const auto made = migrate::databaseOf(config);
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    QCOMPARE(made->value("dbname"), "shop");
    QCOMPARE(made->value("password"), "p@ss");
    QCOMPARE(made->value("sslmode"), mode);
}

void TestCredentials::ssl_data()
{
    QTest::addColumn<QByteArray>("ssl");
    QTest::addColumn<QByteArray>("mode");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("off") << QByteArray("false") << QByteArray("disable");
    QTest::newRow("on") << QByteArray("true") << QByteArray("verify-full");
    QTest::newRow("verified") << QByteArray("\"verify-full\"") << QByteArray("verify-full");
    QTest::newRow("required") << QByteArray("\"require\"") << QByteArray("require");
    QTest::newRow("preferred") << QByteArray("\"prefer\"") << QByteArray("require");
    QTest::newRow("any certificate") << QByteArray(R"({"rejectUnauthorized":false})")
                                     << QByteArray("require");
    QTest::newRow("a good certificate") << QByteArray(R"({"servername":"x"})") << QByteArray("verify-full");
}

void TestCredentials::ssl()
{
    QFETCH(QByteArray, ssl);
    const auto made = migrate::databaseOf(withSsl(ssl));
    QVERIFY(made);
    QTEST(made->value("sslmode"), "mode");
}

void TestCredentials::missing()
{
    const auto made = migrate::databaseOf({});
    QVERIFY(!made);
    QVERIFY(made.error().message.contains(u"dbCredentials"));
    drizzle::Config config;
    config.credentialsFault = Error{.code = Error::Code::Usage, .message = u"no host"_s};
    QCOMPARE(migrate::databaseOf(config).error().message, u"no host"_s);
}

void TestCredentials::otherDrivers()
{
    auto config = withSsl({});
    config.driver = u"pglite"_s;
    const auto made = migrate::databaseOf(config);
    QVERIFY(!made);
    QCOMPARE(made.error().code, Error::Code::Unsupported);
    QVERIFY(made.error().message.contains(u"pglite"));
}

void TestCredentials::certificatesAsText()
{
    const auto made = migrate::databaseOf(withSsl(R"({"ca":"-----BEGIN"})"));
    QVERIFY(!made);
    QVERIFY(made.error().message.contains(u"ssl.ca"));
}

QTEST_GUILESS_MAIN(TestCredentials)
#include "tst_credentials.moc"
