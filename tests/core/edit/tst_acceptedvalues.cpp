#include "core/catalog/introspect.h"
#include "core/edit/values/valuetype.h"
#include "core/pg/connection.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace squall;
using namespace squall::edit;
using namespace Qt::StringLiterals;

/// What we say a type takes is what the server says.
class TestAcceptedValues : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_connection.reset(); }
    void asTheServer_data();
    void asTheServer();

private:
    bool takes(const QString &type, const QString &expression);

    std::unique_ptr<pg::Connection> m_connection;
    catalog::Snapshot m_snapshot;
};

void TestAcceptedValues::initTestCase()
{
    m_connection = std::make_unique<pg::Connection>(test::TestServer::of().createDatabase());
    NEED(m_connection->runScript(u"create type mood as enum ('a', 'b'); create type pair as (a int, b text);"
                                 "create domain moment as timestamptz; create domain word as text"_s));
    const auto snapshot = catalog::introspect(*m_connection);
    NEED(snapshot);
    m_snapshot = *snapshot;
}

void TestAcceptedValues::asTheServer_data()
{
    QTest::addColumn<QString>("type");
    for (const auto *type : {"text",
                             "character varying(20)",
                             "character(3)",
                             "name",
                             "\"char\"",
                             "bytea",
                             "xml",
                             "json",
                             "jsonb",
                             "jsonpath",
                             "integer",
                             "numeric",
                             "boolean",
                             "uuid",
                             "money",
                             "date",
                             "time without time zone",
                             "time with time zone",
                             "timestamp without time zone",
                             "timestamp(3) with time zone",
                             "interval",
                             "bit(3)",
                             "bit varying(3)",
                             "inet",
                             "cidr",
                             "macaddr",
                             "point",
                             "box",
                             "path",
                             "polygon",
                             "circle",
                             "tsvector",
                             "tsquery",
                             "int4range",
                             "tstzrange",
                             "int4multirange",
                             "integer[]",
                             "text[]",
                             "timestamp with time zone[]",
                             "pg_lsn",
                             "regclass",
                             "public.mood",
                             "public.pair",
                             "public.moment",
                             "public.word"})
        QTest::newRow(type) << QString::fromLatin1(type);
}

/// Asked as our statements do: assigned to a column.
bool TestAcceptedValues::takes(const QString &type, const QString &expression)
{
    if (!m_connection->runScript(u"drop table if exists one; create table one (v "_s + type + u')'))
        qFatal("no such type: %s", qPrintable(type));
    const auto done = m_connection->runScript(u"insert into one values ("_s + expression + u')');
    return bool(done);
}

void TestAcceptedValues::asTheServer()
{
    QFETCH(const QString, type);
    const auto value = valueType(m_snapshot, type);
    QCOMPARE(acceptsNow(value), takes(type, u"now()"_s) && value.kind != ValueType::Kind::Text &&
                                    value.kind != ValueType::Kind::Other);
    // Of money the server makes nothing but zero.
    QCOMPARE(acceptsEmpty(value), takes(type, u"''"_s) && type != u"money");
}

QTEST_GUILESS_MAIN(TestAcceptedValues)
#include "tst_acceptedvalues.moc"
