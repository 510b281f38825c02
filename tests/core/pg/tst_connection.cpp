#include "core/pg/connection.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace squall;
using namespace Qt::StringLiterals;
using test::TestServer;

/// What a healthy server answers.
class TestConnection : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void valuesArriveAsTheServerWritesThem();
    void fieldsSayWhereTheyComeFrom();
    void parametersAreNotText();
    void aZeroCharacterIsRefused();
    void errorsCarryEverything();
    void anErrorAtTheCommitIsNotMissed();
    void longErrorsAreShortened();
    void streamsInBatches();
    void aSlowRowIsHandedOver();
    void stoppingKeepsTheTransaction();
    void stoppingDoesNotUndoAnInsert();
    void scriptsKeepTheLastReply();
    void transactionCommitsOrLeavesNoTrace();
    void aFailedTransactionIsNotCommitted();
    void onlyTheEndOfATransactionIsUncertain_data();
    void onlyTheEndOfATransactionIsUncertain();
    void noticesAndNotificationsArrive();
    void copyGoesBothWays();
    void copyIsAborted();
    void copyOutsideCopyIsRefused();
    void readingOnlyReads();
    void readingKeepsALongReplyTogether();

private:
    qint64 number(const QString &sql);

    pg::ConnectionOptions m_options;
    std::unique_ptr<pg::Connection> m_connection;
};

void TestConnection::initTestCase()
{
    m_options = TestServer::of().createDatabase();
    m_connection = std::make_unique<pg::Connection>(m_options);
    NEED(m_connection->runScript(
        u"create table kept (id int primary key, note text);"
        "create table child (parent int references kept deferrable initially deferred)"_s));
}

qint64 TestConnection::number(const QString &sql)
{
    const auto reply = m_connection->fetch({sql});
    return reply && reply->rowCount() == 1 ? reply->text(0, 0).toLongLong() : -1;
}

void TestConnection::valuesArriveAsTheServerWritesThem()
{
    const auto reply = m_connection->fetch(
        {u"select 1, null::text, '', 'ünï', 1.50::numeric(10,2), true, '\\x00ff'::bytea, array[1,null], 'nan'::float8"_s});
    NEED(reply);
    QCOMPARE(reply->rowCount(), 1);
    QCOMPARE(reply->columnCount(), 9);
    const QStringList expected{u"1"_s, {},           u""_s,         u"ünï"_s, u"1.50"_s,
                               u"t"_s, u"\\x00ff"_s, u"{1,NULL}"_s, u"NaN"_s};
    for (int column = 0; column < 9; ++column)
        QCOMPARE(reply->text(0, column), expected[column]);
    QVERIFY(!reply->cell(0, 1));
    QVERIFY(reply->cell(0, 2));
    QVERIFY(reply->isLast());
    QCOMPARE(reply->commandTag(), "SELECT 1");
    QCOMPARE(m_connection->serverVersion() / 10000, TestServer::debianVersion);
    QCOMPARE(m_connection->parameterStatus("server_encoding"), "UTF8");
    QCOMPARE(m_connection->parameterStatus("application_name"), "squall");
}

void TestConnection::fieldsSayWhereTheyComeFrom()
{
    const auto reply = m_connection->fetch({u"select id, note, 1::numeric(5,1) as computed from kept"_s});
    NEED(reply);
    QCOMPARE(reply->rowCount(), 0);
    const auto &fields = reply->fields();
    QCOMPARE(fields.size(), size_t(3));
    QCOMPARE(fields[1].name, u"note"_s);
    QCOMPARE(fields[1].tableColumn, 2);
    QVERIFY(fields[1].table != 0);
    QCOMPARE(fields[2].table, quint32(0));
    QVERIFY(fields[2].typeModifier > 0);
}

void TestConnection::parametersAreNotText()
{
    const QByteArray nasty = "'; drop table kept; --\\\"\xc3\xbc";
    const auto reply =
        m_connection->fetch({u"select $1::text, $2::int, $3::text is null"_s, {nasty, "42", std::nullopt}});
    NEED(reply);
    QCOMPARE(reply->cell(0, 0)->toByteArray(), nasty);
    QCOMPARE(reply->text(0, 1), u"42"_s);
    QCOMPARE(reply->text(0, 2), u"t"_s);
}

void TestConnection::aZeroCharacterIsRefused()
{
    const auto reply = m_connection->fetch({u"select $1"_s, {QByteArray("a\0b", 3)}});
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, Error::Code::Usage);
    const auto cut = m_connection->runScript(u"select 1"_s + QChar(u'\0') + u"; drop table kept"_s);
    QVERIFY(!cut);
    QCOMPARE(cut.error().code, Error::Code::Usage);
    QCOMPARE(number(u"select 7"_s), 7);
}

void TestConnection::errorsCarryEverything()
{
    const auto reply = m_connection->fetch({u"select 'ü', nosuch from kept"_s});
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, Error::Code::Server);
    QCOMPARE(reply.error().sqlState, u"42703"_s);
    QCOMPARE(reply.error().position, 13);

    const auto raised =
        m_connection->fetch({u"do $$ begin raise exception 'no' using detail = 'because', hint = 'do this', "
                             "errcode = 'P0042'; end $$"_s});
    QVERIFY(!raised);
    QCOMPARE(raised.error().message, u"no"_s);
    QCOMPARE(raised.error().detail, u"because"_s);
    QCOMPARE(raised.error().hint, u"do this"_s);
    QCOMPARE(raised.error().sqlState, u"P0042"_s);
    QVERIFY(raised.error().context.contains(u"line 1 at RAISE"));
}

void TestConnection::anErrorAtTheCommitIsNotMissed()
{
    // The row is in and the command has completed when the constraint is looked at.
    const auto reply = m_connection->fetch({u"insert into child values (4711)"_s});
    QVERIFY(!reply);
    QCOMPARE(reply.error().sqlState, u"23503"_s);
    QCOMPARE(number(u"select count(*) from child"_s), 0);
}

void TestConnection::longErrorsAreShortened()
{
    const auto reply =
        m_connection->fetch({u"do $$ begin raise exception '%', repeat('ü', 200000) using detail = "
                             "repeat('d', 200000); end $$"_s});
    QVERIFY(!reply);
    const auto &error = reply.error();
    QVERIFY(error.message.size() < 10000);
    QVERIFY(error.message.startsWith(u"üüü"));
    QVERIFY2(error.message.contains(QLocale().toString(200000)), qPrintable(error.message.right(80)));
    QVERIFY(error.detail.size() < 10000);
}

namespace {

qint64 residentBytes()
{
    QFile status(u"/proc/self/statm"_s);
    return status.open(QIODevice::ReadOnly) ? status.readAll().split(' ').value(1).toLongLong() * 4096 : 0;
}

} // namespace

void TestConnection::streamsInBatches()
{
    // 500 MB in all; the bound leaves room for what a sanitizer keeps back.
    constexpr qint64 bound = 300 << 20;
    const auto before = residentBytes();
    QVERIFY(before > 0);
    qint64 most = 0;
    qint64 rows = 0;
    qint64 sum = 0;
    auto batch =
        m_connection->start({u"select g, repeat('x', 500) from generate_series(1, 1000000) g"_s}, 1000);
    for (;;) {
        NEED(batch);
        QVERIFY(batch->rowCount() <= 1000);
        rows += batch->rowCount();
        for (int row = 0; row < batch->rowCount(); ++row)
            sum += batch->cell(row, 0)->toLongLong();
        if (rows % 100000 == 0)
            most = std::max(most, residentBytes());
        if (batch->isLast())
            break;
        batch = m_connection->more();
    }
    QVERIFY2(most - before < bound, qPrintable(QString::number((most - before) >> 20)));
    QCOMPARE(rows, 1000000);
    QCOMPARE(sum, 500000500000);
    QCOMPARE(batch->commandTag(), "SELECT 1000000");

    // Its rest, read to the end, would take minutes.
    QElapsedTimer timer;
    timer.start();
    const int backend = m_connection->backendPid();
    NEED(m_connection->start({u"select repeat('x', 1000), generate_series(1, 100000000)"_s}));
    QCOMPARE(number(u"select 8"_s), 8);
    QCOMPARE(m_connection->backendPid(), backend);
    QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
}

void TestConnection::aSlowRowIsHandedOver()
{
    const auto first =
        m_connection->start({u"select repeat('x', 20000), pg_sleep(0.5) from generate_series(1, 3)"_s});
    NEED(first);
    QCOMPARE(first->rowCount(), 1);
    QVERIFY(!first->isLast());
    m_connection->stop();
}

void TestConnection::stoppingKeepsTheTransaction()
{
    NEED(m_connection->fetch({u"begin"_s}));
    NEED(m_connection->fetch({u"insert into kept values (50, 'open')"_s}));
    NEED(m_connection->start({u"select g from generate_series(1, 200000) g"_s}, 10));
    m_connection->stop();
    QCOMPARE(m_connection->transactionStatus(), pg::TransactionStatus::InTransaction);
    NEED(m_connection->fetch({u"rollback"_s}));
}

void TestConnection::stoppingDoesNotUndoAnInsert()
{
    NEED(m_connection->start(
        {u"with new as (insert into kept select g from generate_series(1000, 60000) g returning id)"
         " select id from new"_s},
        10));
    m_connection->stop();
    QCOMPARE(number(u"delete from kept where id >= 1000"_s), -1);
    QCOMPARE(number(u"select count(*) from kept where id >= 1000"_s), 0);
    NEED(m_connection->start(
        {u"insert into kept select g from generate_series(1000, 60000) g returning id"_s}, 10));
    QCOMPARE(number(u"select count(*) from kept where id >= 1000"_s), 59001);
    NEED(m_connection->fetch({u"delete from kept"_s}));
}

void TestConnection::scriptsKeepTheLastReply()
{
    const auto reply = m_connection->runScript(
        u"create temp table t(a int); insert into t values (1),(2); select * from t"_s);
    NEED(reply);
    QCOMPARE(reply->rowCount(), 2);
    const auto bad =
        m_connection->runScript(u"insert into t values (3); select 1/0; insert into t values (4)"_s);
    QVERIFY(!bad);
    QCOMPARE(bad.error().sqlState, u"22012"_s);
    QCOMPARE(number(u"select count(*) from t"_s), 2);
}

void TestConnection::transactionCommitsOrLeavesNoTrace()
{
    NEED(m_connection->transaction([](pg::Connection &c) -> Result<Done> {
        if (const auto inserted = c.fetch({u"insert into kept values (1)"_s}); !inserted)
            return inserted.error();
        return Done{};
    }));
    QCOMPARE(number(u"select count(*) from kept"_s), 1);

    const auto refused = m_connection->transaction([](pg::Connection &c) -> Result<Done> {
        [[maybe_unused]] const auto inserted = c.fetch({u"insert into kept values (2)"_s});
        return Error{.code = Error::Code::Conflict, .message = u"mine"_s};
    });
    QVERIFY(!refused);
    QCOMPARE(refused.error().message, u"mine"_s);
    QCOMPARE(m_connection->transactionStatus(), pg::TransactionStatus::Idle);

    const auto atCommit = m_connection->transaction([](pg::Connection &c) -> Result<Done> {
        const auto inserted = c.fetch({u"insert into child values (4711)"_s});
        return inserted ? Result<Done>(Done{}) : inserted.error();
    });
    QVERIFY(!atCommit);
    QCOMPARE(atCommit.error().sqlState, u"23503"_s);

    const auto writing = m_connection->transaction(
        [](pg::Connection &c) -> Result<Done> {
            const auto inserted = c.fetch({u"insert into kept values (3)"_s});
            return inserted ? Result<Done>(Done{}) : inserted.error();
        },
        pg::TransactionMode::ReadOnlySnapshot);
    QVERIFY(!writing);
    QCOMPARE(writing.error().sqlState, u"25006"_s);
    QCOMPARE(number(u"select count(*) from kept"_s), 1);
    NEED(m_connection->fetch({u"delete from kept"_s}));
}

void TestConnection::aFailedTransactionIsNotCommitted()
{
    const auto swallowed = m_connection->transaction([](pg::Connection &c) -> Result<Done> {
        [[maybe_unused]] const auto failed = c.fetch({u"select 1/0"_s});
        return Done{};
    });
    QVERIFY(!swallowed);
    const auto ended = m_connection->transaction([](pg::Connection &c) -> Result<Done> {
        [[maybe_unused]] const auto over = c.fetch({u"rollback"_s});
        return Done{};
    });
    QVERIFY(!ended);
    QCOMPARE(ended.error().code, Error::Code::Conflict);
}

void TestConnection::onlyTheEndOfATransactionIsUncertain_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<bool>("script");
    QTest::addColumn<bool>("uncertain");
    const auto last = u"select pg_terminate_backend(pg_backend_pid())"_s;
    QTest::newRow("a name with end in it") << QString(last + u" as calendar"_s) << false << false;
    QTest::newRow("a comment") << QString(u"/* commit */ "_s + last) << false << false;
    QTest::newRow("a script that goes on to its end") << QString(last + u"; commit"_s) << true << true;
}

void TestConnection::onlyTheEndOfATransactionIsUncertain()
{
    QFETCH(const QString, sql);
    QFETCH(const bool, script);
    pg::Connection connection(m_options);
    NEED(connection.fetch({u"begin"_s}));
    const auto reply = script ? connection.runScript(sql) : connection.fetch({sql});
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, Error::Code::Connection);
    QTEST(reply.error().hint.contains(u"before repeating"), "uncertain");
}

void TestConnection::noticesAndNotificationsArrive()
{
    QStringList heard;
    m_connection->onNotice([&](const Error &notice) { heard += notice.message; });
    m_connection->onNotification([&](const pg::Notification &n) { heard += n.channel + u'=' + n.payload; });
    NEED(m_connection->fetch({u"do $$ begin raise notice 'listen'; end $$"_s}));
    NEED(m_connection->fetch({u"listen news"_s}));
    pg::Connection other(m_options);
    NEED(other.fetch({u"select pg_notify('news', 'today')"_s}));
    const auto woken = m_connection->waitForNotification(5000);
    NEED(woken);
    QVERIFY(*woken);
    QCOMPARE(heard, (QStringList{u"listen"_s, u"news=today"_s}));
    const auto silence = m_connection->waitForNotification(20);
    NEED(silence);
    QVERIFY(!*silence);
    m_connection->onNotice({});
    m_connection->onNotification({});
}

void TestConnection::copyGoesBothWays()
{
    int next = 0;
    const auto in = m_connection->copyIn({u"copy kept (id, note) from stdin"_s}, [&]() -> Result<QByteArray> {
        QByteArray piece;
        for (int i = 0; i < 1000 && next < 200000; ++i, ++next)
            piece += QByteArray::number(next) + "\tnote " + QByteArray::number(next) + '\n';
        return piece;
    });
    NEED(in);
    QCOMPARE(*in, 200000);
    qint64 bytes = 0;
    const auto out =
        m_connection->copyOut({u"copy (select id from kept) to stdout"_s}, [&](QByteArrayView piece) {
            bytes += piece.size();
            return Result<Done>(Done{});
        });
    NEED(out);
    QCOMPARE(*out, 200000);
    QCOMPARE(bytes, 1288890);
    QCOMPARE(number(u"select count(*) from kept"_s), 200000);
    NEED(m_connection->fetch({u"truncate kept cascade"_s}));
}

void TestConnection::copyIsAborted()
{
    const Error mine{.code = Error::Code::File, .message = u"disk gone"_s};
    int pieces = 0;
    const auto in = m_connection->copyIn({u"copy kept (id) from stdin"_s}, [&]() -> Result<QByteArray> {
        if (++pieces > 3)
            return mine;
        return QByteArray::number(pieces) + '\n';
    });
    QVERIFY(!in);
    QCOMPARE(in.error(), mine);
    QCOMPARE(number(u"select count(*) from kept"_s), 0);

    const auto bad = m_connection->copyIn(
        {u"copy kept (id) from stdin"_s}, [sent = false]() mutable -> Result<QByteArray> {
            return std::exchange(sent, true) ? QByteArray() : QByteArray("one\n");
        });
    QVERIFY(!bad);
    QCOMPARE(bad.error().sqlState, u"22P02"_s);
    QVERIFY(bad.error().context.contains(u"line 1"));

    int taken = 0;
    QElapsedTimer timer;
    timer.start();
    const int backend = m_connection->backendPid();
    const auto out = m_connection->copyOut(
        {u"copy (select generate_series(1, 500000000)) to stdout"_s}, [&](QByteArrayView) -> Result<Done> {
            return ++taken > 10 ? Result<Done>(mine) : Result<Done>(Done{});
        });
    QVERIFY(!out);
    QCOMPARE(out.error(), mine);
    QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(number(u"select 9"_s), 9);
    QCOMPARE(m_connection->backendPid(), backend);
}

void TestConnection::copyOutsideCopyIsRefused()
{
    for (const auto &text :
         {u"copy kept from stdin"_s, u"copy (select g from generate_series(1, 100) g) to stdout"_s}) {
        const auto fetched = m_connection->fetch({text});
        QVERIFY(!fetched);
        QCOMPARE(fetched.error().code, Error::Code::Usage);
        const auto started = m_connection->start({text});
        QVERIFY(!started);
        const auto script = m_connection->runScript(u"select 1; "_s + text);
        QVERIFY(!script);
        QCOMPARE(script.error().code, Error::Code::Usage);
        QCOMPARE(number(u"select 10"_s), 10);
    }
    const auto notCopy =
        m_connection->copyOut({u"select 1"_s}, [](QByteArrayView) { return Result<Done>(Done{}); });
    QVERIFY(!notCopy);
    QCOMPARE(notCopy.error().code, Error::Code::Usage);
    const auto wrongWay = m_connection->copyOut({u"copy kept from stdin"_s},
                                                [](QByteArrayView) { return Result<Done>(Done{}); });
    QVERIFY(!wrongWay);
    QCOMPARE(number(u"select 11"_s), 11);
}

void TestConnection::readingOnlyReads()
{
    NEED(m_connection->runScript(u"create function writes() returns int language sql as "
                                 "'insert into kept values (4711) returning id';"
                                 "create view harmless as select writes()"_s));
    const auto refused = m_connection->fetchReadOnly({u"select * from harmless"_s});
    QVERIFY(!refused);
    QCOMPARE(refused.error().sqlState, u"25006"_s);
    QCOMPARE(m_connection->transactionStatus(), pg::TransactionStatus::Idle);
    QCOMPARE(number(u"select count(*) from kept where id = 4711"_s), 0);

    const auto switched =
        m_connection->fetchReadOnly({u"select set_config('transaction_read_only', 'off', true)"_s});
    QVERIFY(!switched);

    NEED(m_connection->runScript(u"begin"_s));
    const auto inside = m_connection->fetchReadOnly({u"select 1"_s});
    QVERIFY(!inside);
    QCOMPARE(m_connection->transactionStatus(), pg::TransactionStatus::InTransaction);
    NEED(m_connection->runScript(u"rollback"_s));
}

void TestConnection::readingKeepsALongReplyTogether()
{
    const auto reply = m_connection->fetchReadOnly(
        {u"select i, nullif(i % 2, 0) from generate_series(1, $1::int) i"_s, {"5000"}});
    NEED(reply);
    QCOMPARE(reply->rowCount(), 5000);
    QCOMPARE(reply->text(4999, 0), u"5000"_s);
    QVERIFY(!reply->cell(4999, 1));
    QCOMPARE(reply->fields().size(), size_t(2));
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
