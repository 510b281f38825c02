#include "core/base/connectionclass.h"

#include <QTest>

using namespace squall;
using namespace Qt::StringLiterals;

class TestConnectionClass : public QObject
{
    Q_OBJECT

private slots:
    void guesses_data();
    void guesses();
};

void TestConnectionClass::guesses_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("database");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("expected");

    constexpr int local = int(ConnectionClass::Local);
    constexpr int shared = int(ConnectionClass::Shared);
    constexpr int staging = int(ConnectionClass::Staging);
    constexpr int production = int(ConnectionClass::Production);
    QTest::newRow("default socket") << u""_s << u"shop"_s << u""_s << local;
    QTest::newRow("socket folder") << u"/var/run/postgresql"_s << u"shop"_s << u""_s << local;
    QTest::newRow("abstract socket") << u"@squall"_s << u"shop"_s << u""_s << local;
    QTest::newRow("localhost") << u"LocalHost"_s << u"shop"_s << u""_s << local;
    QTest::newRow("loopback") << u"127.0.1.1"_s << u"shop"_s << u""_s << local;
    QTest::newRow("loopback, version 6") << u"::1"_s << u"shop"_s << u""_s << local;
    QTest::newRow("Docker's bridge") << u"172.17.0.2"_s << u"shop"_s << u""_s << local;
    QTest::newRow("a container's name") << u"db"_s << u"shop"_s << u""_s << local;
    QTest::newRow("host seen from a container") << u"host.docker.internal"_s << u"shop"_s << u""_s << local;
    QTest::newRow("office") << u"10.0.0.7"_s << u"shop"_s << u""_s << shared;
    QTest::newRow("cloud") << u"shop.abc.eu-west-1.rds.amazonaws.com"_s << u"shop"_s << u""_s << shared;
    QTest::newRow("products are no production")
        << u"10.0.0.7"_s << u"products"_s << u"product catalog"_s << shared;
    QTest::newRow("reproduction") << u"10.0.0.7"_s << u"reproduction"_s << u""_s << shared;
    QTest::newRow("production host") << u"db-prod-1.example.com"_s << u"shop"_s << u""_s << production;
    QTest::newRow("production database") << u"10.0.0.7"_s << u"shop_production"_s << u""_s << production;
    QTest::newRow("production through a tunnel")
        << u"localhost"_s << u"shop"_s << u"Prod (tunnel)"_s << production;
    QTest::newRow("one word") << u"shopprod.example.com"_s << u"shop"_s << u""_s << production;
    QTest::newRow("numbered") << u"prod2.example.com"_s << u"shop"_s << u""_s << production;
    QTest::newRow("staging") << u"staging.example.com"_s << u"shop"_s << u""_s << staging;
    QTest::newRow("stage") << u"db.example.com"_s << u"shop_stage"_s << u""_s << staging;
    QTest::newRow("preview branch") << u"ep-preview-42.example.com"_s << u"shop"_s << u""_s << staging;
    QTest::newRow("not production") << u"non-prod.example.com"_s << u"shop"_s << u""_s << staging;
    QTest::newRow("before production") << u"preprod.example.com"_s << u"shop"_s << u""_s << staging;
}

void TestConnectionClass::guesses()
{
    QFETCH(const QString, host);
    QFETCH(const QString, database);
    QFETCH(const QString, name);
    QTEST(int(guessClass(host, database, name)), "expected");
}

QTEST_GUILESS_MAIN(TestConnectionClass)
#include "tst_connectionclass.moc"
