#include "core/base/quote.h"
#include "core/catalog/introspect.h"
#include "core/pg/connection.h"
#include "core/transfer/columns.h"
#include "core/transfer/writers.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace squall;
using namespace squall::transfer;
using namespace Qt::StringLiterals;

/// SQL that was copied, run where it came from.
class TestSqlCopies : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void insertComesBackByteForByte_data();
    void insertComesBackByteForByte();
    void updateSetsTheSame();
    void inFindsThem();

private:
    void run(const QString &sql);
    RowSet read(const QString &table, const QStringList &key = {u"id"_s});

    std::unique_ptr<pg::Connection> m_connection;
    catalog::Snapshot m_snapshot;
};

void TestSqlCopies::initTestCase()
{
    m_connection = std::make_unique<pg::Connection>(test::TestServer::of().createDatabase());
    run(u"create type mood as enum ('so so', 'it''s ok'); create domain share as numeric(5,2) check (value "
        u">= 0);"
        "create type pair as (a int, b text); create schema \"Odd one\";"
        "create table \"Odd one\".\"every Type\" (id bigint generated always as identity primary key, s "
        "smallint,"
        " n numeric, d share, r real, f float8, m money, b bool, t text, v varchar(20), c char(6), one "
        "\"char\","
        " by bytea, bt bit(5), vb bit varying, j json, jb jsonb, x xml, u uuid, e mood, da date, ti time,"
        " tz timetz, ts timestamp, tstz timestamptz, iv interval, ip inet, ci cidr, mac macaddr, p point, bo "
        "box,"
        " ra int4range, ts_v tsvector, ar int[], at text[][], ae mood[], co pair, pa polygon,"
        " g int generated always as (s * 2) stored);"
        "insert into \"Odd one\".\"every Type\" (s, n, d, r, f, m, b, t, v, c, one, by, bt, vb, j, jb, x, u, "
        "e, da, ti,"
        " tz, ts, tstz, iv, ip, ci, mac, p, bo, ra, ts_v, ar, at, ae, co, pa) values"
        " (-7, 123456789012345678901234567890.12345678901234567890, 1.50, 0.1, 1.7976931348623157e308, 12.5, "
        "true,"
        " E'O''Brien\\\\ \"x\"\\n\\tü$1', '', 'ab', 'x', '\\x00deadbeef', B'10110', B'', '{\"a\":  1.0}',"
        " '{\"n\": 12345678901234567890}', '<a b=\"c\"/>', gen_random_uuid(), 'it''s ok', '0044-03-15 BC', "
        "'24:00',"
        " '12:00:00.5+02', 'infinity', '2026-11-24 06:30:00.123456+01', '1 year -2 days 03:04:05.6', "
        "'10.0.0.1/8',"
        " '10.0.0.0/8', '08:00:2b:01:02:03', '(1.5,-2)', '((0,0),(1,1))', '[1,5)', 'a:1 b''c:2', "
        "'[2:3]={1,NULL}',"
        " '{{a,\"b,c\"},{\"\",\"NULL\"}}', '{so so,NULL}', '(1,\"a,\\\"b\")', '((0,0),(1,1),(1,0))'),"
        " (null, 'NaN', null, 'NaN', '-Infinity', null, false, '   ', E'\\\\', null, null, '', null, null, "
        "'null',"
        " 'null', null, null, null, null, null, null, null, '-infinity', null, null, null, null, null, null,"
        " 'empty', null, '{}', null, null, null, null);"_s);
    auto snapshot = catalog::introspect(*m_connection);
    QVERIFY(snapshot);
    m_snapshot = std::move(*snapshot);
}

void TestSqlCopies::run(const QString &sql)
{
    const auto done = m_connection->runScript(sql);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message + sql));
}

RowSet TestSqlCopies::read(const QString &table, const QStringList &key)
{
    const ObjectId id{Kind::Table, u"Odd one"_s, u"every Type"_s};
    QStringList names;
    for (const auto &column : catalog::findTable(m_snapshot, {id.schema, id.name})->columns)
        names << column.name;
    RowSet rows{.relation = id, .columns = columnsOf(m_snapshot, id, names, key)};
    const auto reply = m_connection->fetch({u"select * from "_s + table + u" order by id"_s});
    if (!reply)
        qFatal("%s", qPrintable(reply.error().message));
    for (int row = 0; row < reply->rowCount(); ++row) {
        auto &cells = rows.rows.emplace_back();
        for (int column = 0; column < reply->columnCount(); ++column) {
            const auto cell = reply->cell(row, column);
            cells.push_back(cell ? Query::Parameter(cell->toByteArray()) : std::nullopt);
        }
    }
    return rows;
}

void TestSqlCopies::insertComesBackByteForByte_data()
{
    QTest::addColumn<QString>("setting");
    QTest::newRow("as the server is") << u"select 1"_s;
    QTest::newRow("backslashes that escape") << u"set standard_conforming_strings = off"_s;
    QTest::newRow("another style of dates and bytes")
        << u"set datestyle = 'SQL, DMY'; set bytea_output = 'escape'; set intervalstyle = 'iso_8601'"_s;
}

void TestSqlCopies::insertComesBackByteForByte()
{
    QFETCH(const QString, setting);
    run(setting);
    const auto table = u"\"Odd one\".\"every Type\""_s;
    const auto before = read(table);
    QCOMPARE(before.rows.size(), 2);
    const auto sql = writeInsert(before);
    QVERIFY(sql);
    run(u"begin; delete from "_s + table);
    run(QString::fromUtf8(*sql));
    const auto after = read(table);
    run(u"rollback; reset all"_s);
    for (size_t row = 0; row < before.rows.size(); ++row) {
        for (size_t column = 0; column < before.columns.size(); ++column)
            QVERIFY2(after.rows[row][column] == before.rows[row][column],
                     qPrintable(before.columns[column].name));
    }
}

void TestSqlCopies::updateSetsTheSame()
{
    const auto table = u"\"Odd one\".\"every Type\""_s;
    const auto before = read(table);
    const auto sql = writeUpdate(before);
    QVERIFY(sql);
    run(u"begin; update "_s + table + u" set t = 'changed', n = 0, jb = null, ar = null, by = null"_s);
    run(QString::fromUtf8(*sql));
    const auto after = read(table);
    run(u"rollback"_s);
    QCOMPARE(after, before);
}

void TestSqlCopies::inFindsThem()
{
    const auto table = u"\"Odd one\".\"every Type\""_s;
    for (const auto &name :
         {u"id"_s, u"n"_s, u"r"_s, u"f"_s, u"t"_s, u"by"_s, u"da"_s, u"ar"_s, u"e"_s, u"tstz"_s}) {
        auto rows = read(table);
        size_t values = 0;
        for (size_t column = 0; column < rows.columns.size(); ++column) {
            rows.columns[column].wanted = rows.columns[column].name == name;
            for (const auto &row : rows.rows)
                values += rows.columns[column].wanted && row[column] ? 1 : 0;
        }
        const auto list = writeIn(rows);
        QVERIFY(list);
        const auto found = m_connection->fetch(
            {u"select count(*) from %1 where %2 %3"_s.arg(table, quote(name), QString::fromUtf8(*list))});
        QVERIFY2(found, found ? "" : qPrintable(found.error().message));
        QVERIFY2(found->text(0, 0).toULongLong() == values, qPrintable(name));
    }
}

QTEST_GUILESS_MAIN(TestSqlCopies)
#include "tst_sqlcopies.moc"
