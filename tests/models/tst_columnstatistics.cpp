#include "core/catalog/introspect.h"
#include "core/pg/connection.h"
#include "core/pg/sessionpool.h"
#include "models/columnstatistics.h"
#include "models/statisticsreader.h"
#include "models/valuehistogram.h"
#include "tests/support/testserver.h"

#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;

class TestColumnStatistics : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void estimatesReadNothingOfTheTable();
    void countsEveryType();
    void countsWhatCannotBeOrdered();
    void histogramOfBoundsAndCommonValues();
    void places_data();
    void places();
    void counting();
    void inheritance();

private:
    void run(const QString &sql);
    RowSource source(const QString &name);

    pg::ConnectionOptions m_options;
    std::unique_ptr<pg::Connection> m_connection;
    std::unique_ptr<pg::SessionPool> m_sessions;
};

void TestColumnStatistics::initTestCase()
{
    m_options = test::TestServer::of().createDatabase();
    m_connection = std::make_unique<pg::Connection>(m_options);
    m_sessions = std::make_unique<pg::SessionPool>(m_options);
    run(u"create table runs (id int primary key, title text, km numeric, at timestamptz, \"%1 of\" text, j "
        u"json,"
        " f float8, ok bool, code char(4));"
        "insert into runs select g, case when g % 4 = 0 then null else 'Run ' || g % 3 end, g / 10.0,"
        " timestamptz '2026-01-01' + g * interval '1 hour', 'x', '{}',"
        " case g when 1 then 'NaN'::float8 when 2 then '-Infinity' else g end, g % 2 = 0, 'ab'"
        " from generate_series(1, 1000) g;"
        "create table fresh (id int); insert into fresh values (1); analyze runs"_s);
}

void TestColumnStatistics::cleanupTestCase()
{
    m_sessions.reset();
    m_connection.reset();
}

void TestColumnStatistics::run(const QString &sql)
{
    const auto done = m_connection->runScript(sql);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
}

RowSource TestColumnStatistics::source(const QString &name)
{
    const auto snapshot = catalog::introspect(*m_connection);
    return *rowSource(*snapshot, {Kind::Table, u"public"_s, name});
}

void TestColumnStatistics::estimatesReadNothingOfTheTable()
{
    const auto runs = source(u"runs"_s);
    // Reading the table would wait for this lock until the timeout.
    pg::Connection locking(m_options);
    QVERIFY(locking.runScript(u"begin; lock table runs in access exclusive mode"_s));
    run(u"set lock_timeout = '2s'; set statement_timeout = '5s'"_s);
    const auto title = estimatedStatistics(*m_connection, runs, u"title"_s);
    const auto km = estimatedStatistics(*m_connection, runs, u"km"_s);
    run(u"reset all"_s);
    QVERIFY(locking.runScript(u"rollback"_s));
    QVERIFY2(title, title ? "" : qPrintable(title.error().message));
    QVERIFY(!title->exact);
    QCOMPARE(title->missing, ColumnStatistics::Missing::No);
    QCOMPARE(title->rows, 1000);
    QCOMPARE(qRound(title->nullPart * 100), 25);
    QCOMPARE(title->distinct, 3);
    QCOMPARE(title->common.size(), 3);
    QVERIFY(title->bars.empty());
    QVERIFY(!title->analyzed.isEmpty());

    QVERIFY(km);
    QCOMPARE(km->minimum, u"0.10000000000000000000"_s);
    QCOMPARE(km->maximum, u"100.0000000000000000"_s);
    QCOMPARE(static_cast<int>(km->bars.size()), statisticsBars);
    QVERIFY(qAbs(std::accumulate(km->bars.begin(), km->bars.end(), 0.0) - 1) < 0.01);
    for (const double bar : km->bars)
        QVERIFY(qAbs(bar - 1.0 / statisticsBars) < 0.02);

    const auto fresh = estimatedStatistics(*m_connection, source(u"fresh"_s), u"id"_s);
    QVERIFY(fresh);
    QCOMPARE(fresh->missing, ColumnStatistics::Missing::NotAnalyzed);
    run(u"create or replace view seen as select * from runs"_s);
    auto view = source(u"runs"_s);
    view.id.name = u"seen"_s;
    const auto ofView = estimatedStatistics(*m_connection, view, u"title"_s);
    QVERIFY(ofView);
    QCOMPARE(ofView->missing, ColumnStatistics::Missing::View);
    QVERIFY(!estimatedStatistics(*m_connection, runs, u"gone"_s));
}

void TestColumnStatistics::countsEveryType()
{
    const auto runs = source(u"runs"_s);
    const auto title = exactStatistics(*m_connection, runs, u"title"_s);
    QVERIFY2(title, title ? "" : qPrintable(title.error().message));
    QVERIFY(title->exact);
    QCOMPARE(title->rows, 1000);
    QCOMPARE(title->nulls, 250);
    QCOMPARE(title->distinct, 3);
    QCOMPARE(title->minimum, u"Run 0"_s);
    QCOMPARE(title->maximum, u"Run 2"_s);
    QCOMPARE(title->common.front().rows, 250);

    QVERIFY(!title->filtered);
    auto few = runs;
    few.condition = Query{u"t.title = $1 or t.title like '%1%'"_s, {"Run 1"}};
    const auto filtered = exactStatistics(*m_connection, few, u"title"_s);
    QVERIFY2(filtered, filtered ? "" : qPrintable(filtered.error().message));
    QVERIFY(filtered->filtered);
    QCOMPARE(filtered->rows, 250);
    QCOMPARE(filtered->distinct, 1);

    for (const auto &name : {u"km"_s, u"at"_s, u"f"_s, u"id"_s}) {
        const auto counted = exactStatistics(*m_connection, runs, name);
        QVERIFY2(counted, counted ? "" : qPrintable(name + counted.error().message));
        QCOMPARE(static_cast<int>(counted->bars.size()), statisticsBars);
        const double sum = std::accumulate(counted->bars.begin(), counted->bars.end(), 0.0);
        QVERIFY(qAbs(sum - (name == u"f" ? 0.998 : 1.0)) < 0.0001);
    }
    run(u"create table marks (mark smallint); insert into marks values (1), (2), (2), (4)"_s);
    QCOMPARE(exactStatistics(*m_connection, source(u"marks"_s), u"mark"_s)->bars,
             std::vector<double>({0.25, 0.5, 0, 0.25}));
    QCOMPARE(exactStatistics(*m_connection, runs, u"f"_s)->maximum, u"NaN"_s);
    QCOMPARE(exactStatistics(*m_connection, runs, u"ok"_s)->minimum, u"f"_s);
    QCOMPARE(exactStatistics(*m_connection, runs, u"code"_s)->minimum, u"ab  "_s);
    QCOMPARE(exactStatistics(*m_connection, runs, u"%1 of"_s)->distinct, 1);
    QCOMPARE(m_connection->fetch({u"show statement_timeout"_s})->text(0, 0), u"0"_s);
}

void TestColumnStatistics::countsWhatCannotBeOrdered()
{
    const auto json = exactStatistics(*m_connection, source(u"runs"_s), u"j"_s);
    QVERIFY2(json, json ? "" : qPrintable(json.error().message));
    QCOMPARE(json->rows, 1000);
    QCOMPARE(json->nulls, 0);
    QCOMPARE(json->distinct, -1);
    QVERIFY(json->common.empty());
}

void TestColumnStatistics::histogramOfBoundsAndCommonValues()
{
    ColumnStatistics statistics{.nullPart = 0.2, .minimum = u"0"_s, .maximum = u"12"_s};
    statistics.common = {{u"12"_s, 0.3}};
    const auto bars = histogramBars(statistics, {u"0"_s, u"1"_s, u"11"_s}, TypeKind::Number, false);
    QCOMPARE(static_cast<int>(bars.size()), 12);
    QVERIFY(qAbs(bars[0] - 0.25) < 1e-9);
    QVERIFY(qAbs(bars[1] - 0.025) < 1e-9);
    QVERIFY(qAbs(bars[11] - 0.3) < 1e-9);
    QVERIFY(histogramBars(statistics, {}, TypeKind::Text, false).empty());
    statistics.maximum = u"3"_s;
    statistics.common = {{u"0"_s, 0.1}, {u"1"_s, 0.2}, {u"3"_s, 0.5}};
    QCOMPARE(histogramBars(statistics, {}, TypeKind::Number, true), std::vector<double>({0.1, 0.2, 0, 0.5}));
    statistics.maximum = u"0"_s;
    QVERIFY(histogramBars(statistics, {}, TypeKind::Number, false).empty());
}

void TestColumnStatistics::places_data()
{
    QTest::addColumn<QString>("earlier");
    QTest::addColumn<QString>("later");
    QTest::newRow("dates") << u"2026-01-31"_s << u"2026-02-01"_s;
    QTest::newRow("times") << u"06:30:00"_s << u"06:30:00.5"_s;
    QTest::newRow("zones") << u"2026-01-01 00:00:00+02"_s << u"2026-01-01 00:00:00+01:30"_s;
    QTest::newRow("without a zone") << u"2026-01-01 00:00:00"_s << u"2026-01-01 00:00:00.25"_s;
}

void TestColumnStatistics::places()
{
    QFETCH(const QString, earlier);
    QFETCH(const QString, later);
    const auto one = measure(earlier, TypeKind::Time);
    const auto other = measure(later, TypeKind::Time);
    QVERIFY(one);
    QVERIFY(other);
    QVERIFY(*one < *other);
    QVERIFY(!measure(u"infinity"_s, TypeKind::Time));
    QVERIFY(!measure(u"NaN"_s, TypeKind::Number));
    QVERIFY(!measure(u"$1.00"_s, TypeKind::Number));
}

void TestColumnStatistics::counting()
{
    StatisticsReader reader;
    reader.look(m_sessions.get(), source(u"runs"_s), u"title"_s);
    QCOMPARE(reader.state(), StatisticsReader::State::Reading);
    QTRY_COMPARE(reader.state(), StatisticsReader::State::Ready);
    QVERIFY(!reader.statistics().exact);
    reader.countExactly();
    QCOMPARE(reader.state(), StatisticsReader::State::Counting);
    QVERIFY(!reader.statistics().common.empty());
    QTRY_COMPARE(reader.state(), StatisticsReader::State::Ready);
    QVERIFY(reader.statistics().exact);

    pg::Connection locking(m_options);
    QVERIFY(locking.runScript(u"begin; lock table runs in access exclusive mode"_s));
    reader.countExactly();
    reader.stop();
    QCOMPARE(reader.state(), StatisticsReader::State::Ready);
    QVERIFY(locking.runScript(u"rollback"_s));

    run(u"create table leaving (id int)"_s);
    const auto leaving = source(u"leaving"_s);
    run(u"drop table leaving"_s);
    reader.look(m_sessions.get(), leaving, u"id"_s);
    reader.countExactly();
    QTRY_COMPARE(reader.state(), StatisticsReader::State::Failed);
    QVERIFY(reader.error().message.contains(u"leaving"));
    reader.clear();
    QCOMPARE(reader.state(), StatisticsReader::State::Empty);
}

void TestColumnStatistics::inheritance()
{
    run(u"create table parts (id int, kind text) partition by list (kind);"
        "create table parts_a partition of parts for values in ('a');"
        "create table parts_b partition of parts for values in ('b');"
        "insert into parts select g, case when g <= 100 then 'a' else 'b' end from generate_series(1, 300) g;"
        "analyze parts"_s);
    const auto kind = estimatedStatistics(*m_connection, source(u"parts"_s), u"kind"_s);
    QVERIFY(kind);
    QCOMPARE(kind->distinct, 2);
    QCOMPARE(kind->common.front().value, u"b"_s);
}

QTEST_GUILESS_MAIN(TestColumnStatistics)
#include "tst_columnstatistics.moc"
