#include "core/pg/connection.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace squall;
using namespace Qt::StringLiterals;
using test::TestServer;

class TestPipeline : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void repliesComeInOrder();
    void bothDirectionsFullDoNotDeadlock();
    void oneLongStatement();
    void wideRepliesComeInBatches();
    void theFirstErrorEndsIt();
    void anErrorLeavesNoTransactionBehind();
    void anErrorWithinATransactionLeavesItOpen();
    void theSinkMayStop();
    void copyIsRefused();
    void nothingToDo();

private:
    pg::ConnectionOptions m_options;
    std::unique_ptr<pg::Connection> m_connection;
};

namespace {

Result<Done> ignore(size_t, const pg::RowBatch &)
{
    return Done{};
}

} // namespace

void TestPipeline::initTestCase()
{
    m_options = TestServer::of().createDatabase();
    m_connection = std::make_unique<pg::Connection>(m_options);
    NEED(m_connection->fetch({u"create table t (id int)"_s}));
}

void TestPipeline::repliesComeInOrder()
{
    std::vector<Query> queries;
    for (int i = 0; i < 100; ++i)
        queries.push_back({u"select $1::int, generate_series(1, 3)"_s, {QByteArray::number(i)}});
    queries.insert(queries.begin() + 50, {u"create temp table between (id int)"_s});
    std::vector<int> rows(queries.size(), 0);
    std::vector<QByteArray> tags(queries.size());
    NEED(m_connection->pipeline(queries, [&](size_t query, const pg::RowBatch &batch) -> Result<Done> {
        rows[query] += batch.rowCount();
        if (batch.isLast())
            tags[query] = batch.commandTag();
        return Done{};
    }));
    for (size_t i = 0; i < queries.size(); ++i) {
        QCOMPARE(rows[i], i == 50 ? 0 : 3);
        QCOMPARE(tags[i], i == 50 ? "CREATE TABLE" : "SELECT 3");
    }
}

void TestPipeline::bothDirectionsFullDoNotDeadlock()
{
    // 20 MB there and 40 MB back, far more than both sockets hold.
    const QByteArray padding(1000, 'x');
    const std::vector<Query> queries(20000, {u"select $1::text, $1::text"_s, {padding}});
    size_t next = 0;
    qint64 bytes = 0;
    NEED(m_connection->pipeline(queries, [&](size_t query, const pg::RowBatch &batch) -> Result<Done> {
        bytes += batch.bytes();
        if (batch.isLast() && query != next++)
            return Error{.message = u"out of order"_s};
        return Done{};
    }));
    QCOMPARE(next, queries.size());
    QCOMPARE(bytes, qint64(40'000'000));
}

void TestPipeline::oneLongStatement()
{
    const QByteArray big(64 << 20, 'x');
    qint64 length = 0;
    NEED(m_connection->pipeline({{u"select length($1::text)"_s, {big}}, {u"select 1"_s}},
                                [&](size_t query, const pg::RowBatch &batch) -> Result<Done> {
                                    if (query == 0)
                                        length = batch.text(0, 0).toLongLong();
                                    return Done{};
                                }));
    QCOMPARE(length, big.size());
    const auto back = m_connection->fetch({u"select $1::text"_s, {big}});
    NEED(back);
    QCOMPARE(back->cell(0, 0)->size(), big.size());
}

void TestPipeline::wideRepliesComeInBatches()
{
    int batches = 0;
    qint64 rows = 0;
    NEED(m_connection->pipeline({{u"select repeat('x', 1000000), generate_series(1, 100)"_s}},
                                [&](size_t, const pg::RowBatch &batch) -> Result<Done> {
                                    ++batches;
                                    rows += batch.rowCount();
                                    return batch.bytes() < (20 << 20) ? Result<Done>(Done{}) : Error{};
                                }));
    QCOMPARE(rows, 100);
    QVERIFY(batches > 4);
}

void TestPipeline::theFirstErrorEndsIt()
{
    std::vector<size_t> seen;
    const auto failed = m_connection->pipeline({{u"insert into t values (1)"_s},
                                                {u"select 1/0"_s},
                                                {u"select nosuch"_s},
                                                {u"insert into t values (2)"_s}},
                                               [&](size_t query, const pg::RowBatch &) -> Result<Done> {
                                                   seen.push_back(query);
                                                   return Done{};
                                               });
    QVERIFY(!failed);
    QCOMPARE(failed.error().sqlState, u"22012"_s);
    QCOMPARE(seen, (std::vector<size_t>{0}));
    const auto rows = m_connection->fetch({u"select count(*) from t"_s});
    NEED(rows);
    QCOMPARE(rows->text(0, 0), u"0"_s);
}

void TestPipeline::anErrorLeavesNoTransactionBehind()
{
    const auto failed = m_connection->pipeline({{u"begin"_s}, {u"select nosuch"_s}, {u"commit"_s}}, ignore);
    QVERIFY(!failed);
    QCOMPARE(m_connection->transactionStatus(), pg::TransactionStatus::Idle);
    NEED(m_connection->pipeline({{u"begin"_s}, {u"select 1"_s}}, ignore));
    QCOMPARE(m_connection->transactionStatus(), pg::TransactionStatus::InTransaction);
    m_connection->settle();
}

void TestPipeline::anErrorWithinATransactionLeavesItOpen()
{
    NEED(m_connection->fetch({u"begin"_s}));
    QVERIFY(!m_connection->pipeline({{u"select nosuch"_s}}, ignore));
    QCOMPARE(m_connection->transactionStatus(), pg::TransactionStatus::Failed);
    NEED(m_connection->fetch({u"rollback"_s}));
}

void TestPipeline::theSinkMayStop()
{
    const Error mine{.code = Error::Code::Conflict, .message = u"enough"_s};
    const auto stopped = m_connection->pipeline(
        {{u"select repeat('x', 1000), generate_series(1, 100000000)"_s}, {u"select 2"_s}},
        [&](size_t, const pg::RowBatch &) -> Result<Done> { return mine; });
    QVERIFY(!stopped);
    QCOMPARE(stopped.error(), mine);
    NEED(m_connection->fetch({u"select 1"_s}));
}

void TestPipeline::copyIsRefused()
{
    const auto refused = m_connection->pipeline({{u"select 1"_s}, {u"copy t to stdout"_s}}, ignore);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Error::Code::Usage);
    NEED(m_connection->fetch({u"select 1"_s}));
}

void TestPipeline::nothingToDo()
{
    NEED(m_connection->pipeline({}, ignore));
    NEED(m_connection->fetch({u"select 1"_s}));
}

QTEST_GUILESS_MAIN(TestPipeline)
#include "tst_pipeline.moc"
