#include "core/catalog/introspect.h"
#include "core/pg/connection.h"
#include "models/offeredvalues.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;

class TestOfferedValues : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_connection.reset(); }
    void findsWhatIsTyped_data();
    void findsWhatIsTyped();
    void withoutTypingTheFirstOnes();
    void longSearchesAreGivenUp();

private:
    QString offers(const QString &column, const QString &typed);

    std::unique_ptr<pg::Connection> m_connection;
    catalog::Snapshot m_snapshot;
};

void TestOfferedValues::initTestCase()
{
    m_connection = std::make_unique<pg::Connection>(test::TestServer::of().createDatabase());
    NEED(m_connection->runScript(
        u"create table customers (id int primary key, name text not null);"
        "insert into customers select g, case g when 4711 then 'Mara 50%' when 9000 then 'marathon'"
        " else 'Customer ' || g end from generate_series(1, 10000) g;"
        "create table codes (code text primary key);"
        "insert into codes values ('a_b'), ('axb'), ('a%b');"
        "create table visits (id int primary key, customer int references customers,"
        " code text references codes, kind text)"_s));
    const auto snapshot = catalog::introspect(*m_connection);
    NEED(snapshot);
    m_snapshot = *snapshot;
}

QString TestOfferedValues::offers(const QString &column, const QString &typed)
{
    auto request = offerRequest(m_snapshot, {Kind::Table, u"public"_s, u"visits"_s}, column);
    request.typed = typed;
    const auto values = readOfferedValues(*m_connection, request);
    if (!values)
        return values.error().message;
    QStringList texts;
    for (const auto &value : *values)
        texts << (value.label.isEmpty() ? value.value : value.value + u' ' + value.label);
    return texts.join(u", "_s);
}

void TestOfferedValues::findsWhatIsTyped_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    QTest::newRow("by label") << u"customer"_s << u"mara"_s << u"4711 Mara 50%, 9000 marathon"_s;
    QTest::newRow("not as a pattern") << u"customer"_s << u"50%"_s << u"4711 Mara 50%"_s;
    QTest::newRow("the beginning of a number")
        << u"customer"_s << u"471"_s
        << u"471 Customer 471, 4710 Customer 4710, 4711 Mara 50%, 4712 Customer 4712, 4713 Customer 4713,"
           " 4714 Customer 4714, 4715 Customer 4715, 4716 Customer 4716, 4717 Customer 4717,"
           " 4718 Customer 4718, 4719 Customer 4719, 1471 Customer 1471, 2471 Customer 2471,"
           " 3471 Customer 3471, 4471 Customer 4471, 5471 Customer 5471, 6471 Customer 6471, 7471 Customer "
           "7471,"
           " 8471 Customer 8471, 9471 Customer 9471"_s;
    QTest::newRow("more than the type holds") << u"customer"_s << u"99999999999"_s << QString();
    QTest::newRow("text") << u"code"_s << u"a_"_s << u"a_b"_s;
    QTest::newRow("nobody") << u"customer"_s << u"nobody"_s << QString();
}

void TestOfferedValues::findsWhatIsTyped()
{
    QFETCH(const QString, column);
    QFETCH(const QString, typed);
    QTEST(offers(column, typed), "expected");
}

void TestOfferedValues::withoutTypingTheFirstOnes()
{
    const auto all = offers(u"customer"_s, {}).split(u", "_s);
    QCOMPARE(all.size(), 200);
    QCOMPARE(all.front(), u"1 Customer 1"_s);
}

void TestOfferedValues::longSearchesAreGivenUp()
{
    NEED(m_connection->runScript(u"create function slow(text) returns text language plpgsql as"
                                 " $$ begin perform pg_sleep(0.2); return $1; end $$;"
                                 "create view slowly as select id, slow(name) as name from customers"_s));
    OfferRequest request;
    request.reference = {{u"public"_s, u"slowly"_s}, u"id"_s, u"integer"_s, u"name"_s};
    request.typed = u"4711"_s;
    const auto values = readOfferedValues(*m_connection, request);
    NEED(values);
    QVERIFY(values->size() <= 1);
    // The connection goes on.
    QCOMPARE(offers(u"code"_s, u"axb"_s), u"axb"_s);
}

QTEST_GUILESS_MAIN(TestOfferedValues)
#include "tst_offeredvalues.moc"
