#include "core/catalog/introspect.h"
#include "core/pg/connection.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace squall;
using namespace squall::catalog;
using namespace Qt::StringLiterals;

/// What holds for the reading as a whole, on every version of the server.
class TestIntrospect : public QObject
{
    Q_OBJECT

private slots:
    void emptyDatabase_data() { everyVersion(); }
    void emptyDatabase();

private:
    static void everyVersion();
};

void TestIntrospect::everyVersion()
{
    QTest::addColumn<int>("version");
    for (const int version : test::TestServer::versions())
        QTest::addRow("PostgreSQL %d", version) << version;
}

void TestIntrospect::emptyDatabase()
{
    QFETCH(int, version);
    pg::Connection connection(test::TestServer::of(version).createDatabase());
    const auto snapshot = introspect(connection);
    QVERIFY2(snapshot, snapshot ? "" : qPrintable(snapshot.error().message));
    QCOMPARE(snapshot->database->serverVersion / 10000, version);
    QCOMPARE(snapshot->schemas.size(), size_t(1));
    QCOMPARE(snapshot->schemas.front().name, u"public"_s);
    QVERIFY(snapshot->tables.empty());
    QVERIFY(snapshot->views.empty());
    QVERIFY(snapshot->dependencies->empty());
    QCOMPARE(connection.transactionStatus(), pg::TransactionStatus::Idle);
}

QTEST_GUILESS_MAIN(TestIntrospect)
#include "tst_introspect.moc"
