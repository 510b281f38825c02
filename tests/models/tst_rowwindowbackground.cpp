#include "core/catalog/introspect.h"
#include "core/pg/sessionpool.h"
#include "models/rowwindowmodel.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;
using Bound = RowWindowModel::Bound;

namespace {

constexpr qint64 manyRows = 300'000;

QString textAt(const RowWindowModel &model, qint64 row, int column = 0)
{
    return model.index(static_cast<int>(row - model.firstRow()), column).data().toString();
}

bool isLoaded(const RowWindowModel &model, qint64 row)
{
    return row >= model.firstRow() && row < model.firstRow() + model.rowCount();
}

} // namespace

/// What RowWindowModel does behind its rows.
class TestRowWindowBackground : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void mapsOnlyWhatIsShown();
    void jumpsExactly_data();
    void jumpsExactly();
    void correctsNumbersOfAJump();
    void correctsAWrongEstimate();
    void mapsUnderACondition();
    void oneConnectionGetsNoMap();
    void sortsWithoutAnIndex();
    void sortsAgainByKey();
    void stopsSorting();
    void stopsAJump();
    void listLosesDeletedRows();
    void saysWhenItCannotSort();
    void countsOnRequest();
    void stopsCounting();
    void aCountThatFailsIsNoFaultOfTheRows();
    void refreshKeepsThePlaceByKey();
    void refreshMarksWhatMoved();
    void dimsDeletedRows();

private:
    void run(const QString &sql);
    QStringList column(const QString &sql);
    std::unique_ptr<RowWindowModel> open(const QString &name, const std::vector<SortKey> &sort = {},
                                         bool shown = true);

    pg::ConnectionOptions m_options;
    std::unique_ptr<pg::Connection> m_connection;
    std::unique_ptr<pg::SessionPool> m_sessions;
};

void TestRowWindowBackground::initTestCase()
{
    m_options = test::TestServer::of().createDatabase();
    m_connection = std::make_unique<pg::Connection>(m_options);
    m_sessions = std::make_unique<pg::SessionPool>(m_options);
    run(u"create table many as select case when g < 100000 then g else g + 5000000 end::bigint as id,"
        " case when g % 10 > 0 then md5(g::text)::uuid end as uid,"
        " timestamptz '2020-01-01' + g / 3 * interval '15 s' as at, g % 8 as kind, md5((g * 7)::text) as note"
        " from generate_series(1, 300000) g;"
        "alter table many add primary key (id); alter table many alter at set not null;"
        "create index on many (at desc, id); create index on many (uid, id);"
        "create table heap as select g as n, repeat('x', 200) as pad from generate_series(1, 50000) g;"
        "delete from heap where n between 10001 and 20000"_s);
    run(u"vacuum analyze many"_s);
    run(u"vacuum analyze heap"_s);
}

void TestRowWindowBackground::cleanupTestCase()
{
    m_sessions.reset();
    m_connection.reset();
}

void TestRowWindowBackground::run(const QString &sql)
{
    NEED(m_connection->runScript(sql));
}

QStringList TestRowWindowBackground::column(const QString &sql)
{
    QStringList values;
    const auto reply = m_connection->fetch({sql});
    if (!reply)
        qFatal("%s", qPrintable(reply.error().message));
    for (int row = 0; row < reply->rowCount(); ++row)
        values << reply->text(row, 0);
    return values;
}

std::unique_ptr<RowWindowModel> TestRowWindowBackground::open(const QString &name,
                                                              const std::vector<SortKey> &sort, bool shown)
{
    const auto snapshot = catalog::introspect(*m_connection);
    const auto source = snapshot ? rowSource(*snapshot, {Kind::Table, u"public"_s, name}) : std::nullopt;
    if (!source)
        qFatal("no such relation: %s", qPrintable(name));
    auto model = std::make_unique<RowWindowModel>(*m_sessions);
    auto *tester = new QAbstractItemModelTester(
        model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, model.get());
    tester->setUseFetchMore(false);
    model->setShown(shown);
    model->setSort(sort);
    model->setSource(*source);
    if (!QTest::qWaitFor([&] { return model->state() == RowWindowModel::State::Ready; }))
        qFatal("%s did not come", qPrintable(name));
    return model;
}

void TestRowWindowBackground::mapsOnlyWhatIsShown()
{
    const auto model = open(u"many"_s, {}, false);
    QTRY_VERIFY(model->isEstimateKnown() && !model->isReading());
    QVERIFY(!model->numberedSince().isValid());
    model->setShown(true);
    QVERIFY(model->numberedSince().isValid());
    QTRY_VERIFY(model->isRowCountExact());
    QCOMPARE(model->rowCountEstimate(), manyRows);
    const auto since = model->numberedSince();

    model->reload();
    QVERIFY(!model->isRowCountExact());
    QTRY_VERIFY(model->isRowCountExact());
    QVERIFY(model->numberedSince() >= since);
}

void TestRowWindowBackground::jumpsExactly_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<std::vector<SortKey>>("sort");
    QTest::addColumn<QString>("sql");
    using Sort = std::vector<SortKey>;
    const auto many = u"many"_s;
    QTest::newRow("key") << many << Sort{} << u"select id from many order by id"_s;
    QTest::newRow("key, down") << many << Sort{{.column = u"id"_s, .descending = true}}
                               << u"select id from many order by id desc"_s;
    QTest::newRow("NULLs last") << many << Sort{{.column = u"uid"_s}}
                                << u"select id from many order by uid, id"_s;
    QTest::newRow("NULLs first, down") << many << Sort{{.column = u"uid"_s, .descending = true}}
                                       << u"select id from many order by uid desc, id desc"_s;
    QTest::newRow("two directions") << many
                                    << Sort{{.column = u"at"_s, .descending = true}, {.column = u"id"_s}}
                                    << u"select id from many order by at desc, id"_s;
    QTest::newRow("on disk") << u"heap"_s << Sort{} << u"select n from heap order by ctid"_s;
}

void TestRowWindowBackground::jumpsExactly()
{
    QFETCH(const QString, table);
    QFETCH(const std::vector<SortKey>, sort);
    QFETCH(const QString, sql);
    const auto expected = column(sql);
    const auto model = open(table, sort);
    QCOMPARE(model->bound(), Bound::None);
    QTRY_VERIFY_WITH_TIMEOUT(model->isRowCountExact(), 120'000);
    QCOMPARE(model->rowCountEstimate(), expected.size());
    for (const qint64 row : {expected.size() / 2, qint64(9'999), qint64(31'111), expected.size() - 5'000}) {
        model->need(row, 30);
        QTRY_VERIFY(isLoaded(*model, row) && isLoaded(*model, row + 29) && !model->isReading());
        for (const qint64 each : {row, row + 29})
            QCOMPARE(textAt(*model, each), expected[each]);
    }
}

/// A jump before the map is there lands about right; the rows get their numbers when the map does.
void TestRowWindowBackground::correctsNumbersOfAJump()
{
    const auto expected = column(u"select id from many order by uid, id"_s);
    const auto model = open(u"many"_s, {{.column = u"uid"_s}}, false);
    QTRY_VERIFY(model->rowCountEstimate() > manyRows / 2);
    qint64 row = 200'000;
    connect(model.get(), &WindowModel::renumbered, this, [&row](qint64 delta) { row += delta; });
    model->need(row, 30);
    QTRY_VERIFY(isLoaded(*model, row) && !model->isReading());
    const auto id = textAt(*model, row);
    model->setShown(true);
    QTRY_VERIFY_WITH_TIMEOUT(model->isRowCountExact(), 120'000);
    QTRY_COMPARE(row, qint64(expected.indexOf(id)));
    QCOMPARE(textAt(*model, row), id);
    QCOMPARE(textAt(*model, row + 29), expected[row + 29]);
}

void TestRowWindowBackground::correctsAWrongEstimate()
{
    run(u"create table grown (id int primary key) with (autovacuum_enabled = off);"
        "insert into grown select generate_series(1, 2000); analyze grown;"
        "insert into grown select generate_series(2001, 40000)"_s);
    const auto model = open(u"grown"_s);
    QTRY_VERIFY(model->isRowCountExact());
    QCOMPARE(model->rowCountEstimate(), 40'000);
}

void TestRowWindowBackground::mapsUnderACondition()
{
    const auto expected = column(u"select id from many where kind = 3 order by id"_s);
    const auto model = open(u"many"_s);
    model->setCondition(Query{u"t.kind = $1::int"_s, {"3"}});
    QTRY_VERIFY(model->state() == RowWindowModel::State::Ready && !model->isReading());
    QTRY_VERIFY_WITH_TIMEOUT(model->isRowCountExact(), 120'000);
    QCOMPARE(model->rowCountEstimate(), expected.size());
    model->need(20'000, 30);
    QTRY_VERIFY(isLoaded(*model, 20'000));
    QCOMPARE(textAt(*model, 20'000), expected[20'000]);
}

void TestRowWindowBackground::oneConnectionGetsNoMap()
{
    pg::SessionPool single(m_options, 1);
    const auto snapshot = catalog::introspect(*m_connection);
    RowWindowModel model(single);
    model.setShown(true);
    model.setSource(*rowSource(*snapshot, {Kind::Table, u"public"_s, u"many"_s}));
    QTRY_COMPARE(model.state(), RowWindowModel::State::Ready);
    QTRY_VERIFY(!model.isReading());
    QVERIFY(!model.numberedSince().isValid());
}

void TestRowWindowBackground::sortsWithoutAnIndex()
{
    const auto expected = column(u"select id from many order by note, id"_s);
    const auto model = open(u"many"_s, {{.column = u"note"_s}}, false);
    QCOMPARE(model->bound(), Bound::Sorting);
    QCOMPARE(model->rowCount(), RowWindowModel::boundedRows);
    QCOMPARE(textAt(*model, 0), expected[0]);
    model->need(990, 30); // No other statement over all rows.
    QVERIFY(!model->isReading());

    model->setShown(true);
    QVERIFY(model->canStop());
    QTRY_COMPARE_WITH_TIMEOUT(model->bound(), Bound::None, 60'000);
    QVERIFY(model->isRowCountExact());
    QCOMPARE(model->rowCountEstimate(), manyRows);
    for (const qint64 row : {150'000LL, 150'500LL, 149'000LL, 299'990LL, 0LL}) {
        model->need(row, 10);
        QTRY_VERIFY(isLoaded(*model, row) && isLoaded(*model, row + 9) && !model->isReading());
        QCOMPARE(textAt(*model, row), expected[row]);
        QCOMPARE(textAt(*model, row + 9), expected[row + 9]);
    }
    QCOMPARE(model->firstRow(), 0);
}

void TestRowWindowBackground::sortsAgainByKey()
{
    run(u"create table shuffled as select g as id, md5(g::text) as note, 0 as pad from generate_series(1, "
        u"250000) "
        "g; alter table shuffled add primary key (id); analyze shuffled"_s);
    const auto model = open(u"shuffled"_s, {{.column = u"note"_s}});
    QTRY_COMPARE_WITH_TIMEOUT(model->bound(), Bound::None, 60'000);
    qint64 row = 100'000;
    connect(model.get(), &WindowModel::renumbered, this, [&row](qint64 delta) { row += delta; });
    model->need(row, 10);
    QTRY_VERIFY(isLoaded(*model, row) && !model->isReading());
    const auto id = textAt(*model, row);
    run(u"delete from shuffled where note < '2'"_s);
    const auto expected = column(u"select id from shuffled order by note, id"_s);
    model->reload();
    QTRY_COMPARE_WITH_TIMEOUT(model->rowCountEstimate(), qint64(expected.size()), 60'000);
    QTRY_VERIFY(!model->isReading());
    QCOMPARE(row, qint64(expected.indexOf(id)));
    QCOMPARE(textAt(*model, row), id);
}

void TestRowWindowBackground::stopsSorting()
{
    const auto model = open(u"many"_s, {{.column = u"id"_s, .descending = true}});
    const auto top = textAt(*model, 0);
    run(u"begin; lock table many"_s);
    model->setSort({{.column = u"note"_s}});
    QVERIFY(model->canStop());
    QVERIFY(model->stop());
    QCOMPARE(model->sort().front().column, u"id"_s);
    QCOMPARE(textAt(*model, 0), top);
    run(u"rollback"_s);
    QTRY_VERIFY(model->state() == RowWindowModel::State::Ready && !model->isReading());
    QCOMPARE(textAt(*model, 0), top);

    model->setShown(false);
    model->setSort({{.column = u"note"_s}});
    QTRY_COMPARE(model->bound(), Bound::Sorting);
    run(u"begin; lock table many"_s);
    model->setShown(true);
    QVERIFY(model->stop());
    QCOMPARE(model->bound(), Bound::Stopped);
    QVERIFY(!model->stop());
    run(u"rollback"_s);
    QCOMPARE(model->rowCount(), RowWindowModel::boundedRows);
    model->reload();
    QTRY_COMPARE_WITH_TIMEOUT(model->bound(), Bound::None, 60'000);
    QTRY_VERIFY(model->isRowCountExact());
}

void TestRowWindowBackground::stopsAJump()
{
    const auto model = open(u"many"_s, {}, false);
    model->need(20, 30);
    QTRY_VERIFY(model->isEstimateKnown() && !model->isReading());
    QVERIFY(!model->canStop());
    run(u"begin; lock table many"_s);
    QSignalSpy returned(model.get(), &RowWindowModel::returned);
    model->need(200'000, 30);
    QVERIFY(model->isReading());
    // At first nobody has noticed that it takes long.
    QTRY_VERIFY(model->canStop());
    QVERIFY(model->stop());
    QVERIFY(!model->isReading());
    QCOMPARE(returned.value(0), QVariantList{qint64(20)});
    model->need(20, 30);
    QVERIFY(!model->isReading());
    run(u"rollback"_s);
    QCOMPARE(textAt(*model, 20), u"21"_s);
    model->need(200'000, 30);
    QTRY_VERIFY(isLoaded(*model, 200'000));
}

void TestRowWindowBackground::listLosesDeletedRows()
{
    run(u"create table shrinking as select g as id, md5(g::text) as note from generate_series(1, 250000) g;"
        "alter table shrinking add primary key (id); analyze shrinking"_s);
    const auto model = open(u"shrinking"_s, {{.column = u"note"_s}});
    QTRY_COMPARE_WITH_TIMEOUT(model->bound(), Bound::None, 60'000);
    QTRY_VERIFY(!model->isReading());
    const auto all = column(u"select id from shrinking order by note, id"_s);
    run(u"delete from shrinking where id in (%1, %2, %3)"_s.arg(all[119'900], all[120'000], all[120'005]));
    qint64 row = 120'000;
    connect(model.get(), &WindowModel::renumbered, this, [&row](qint64 delta) { row += delta; });
    model->need(row, 10);
    QTRY_COMPARE(model->rowCountEstimate(), 250'000 - 3);
    QCOMPARE(row, 119'999);
    QTRY_VERIFY(isLoaded(*model, row) && isLoaded(*model, row + 9));
    QCOMPARE(textAt(*model, row), all[120'001]);
    QCOMPARE(textAt(*model, row + 4), all[120'006]);
    QCOMPARE(textAt(*model, row - 1), all[119'999]);
}

void TestRowWindowBackground::saysWhenItCannotSort()
{
    run(u"create table arrays as select array[g, g] as id, md5(g::text) as note from generate_series(1, "
        u"250000) g;"
        "alter table arrays add primary key (id); analyze arrays"_s);
    const auto model = open(u"arrays"_s, {{.column = u"note"_s}});
    QTRY_COMPARE(model->bound(), Bound::TooMany);
    QVERIFY(model->isTruncated());
    QCOMPARE(model->rowCountEstimate(), RowWindowModel::boundedRows);
    QVERIFY(!model->isRowCountExact());
}

void TestRowWindowBackground::countsOnRequest()
{
    const auto model = open(u"many"_s, {}, false);
    QTRY_VERIFY(model->isEstimateKnown() && !model->isReading());
    QVERIFY(!model->isRowCountExact());
    model->count();
    QVERIFY(model->isCounting());
    QTRY_VERIFY(!model->isCounting());
    QVERIFY(model->isRowCountExact());
    QCOMPARE(model->rowCountEstimate(), manyRows);

    model->need(manyRows - 10, 10);
    QTRY_VERIFY(isLoaded(*model, manyRows - 1));
    QVERIFY(model->isRowCountExact());
    QCOMPARE(textAt(*model, manyRows - 1), QString::number(manyRows + 5'000'000));
}

void TestRowWindowBackground::stopsCounting()
{
    const auto model = open(u"many"_s, {}, false);
    QTRY_VERIFY(model->isEstimateKnown() && !model->isReading());
    const auto waiting = [&] {
        // The server may wait there itself, to analyze it.
        return column(
                   u"select count(*) from pg_locks join pg_stat_activity using (pid) where not granted and "
                   "relation = 'many'::regclass and backend_type = 'client backend'"_s)
            .front();
    };
    run(u"begin; lock table many"_s);
    model->count();
    QTRY_COMPARE(waiting(), u"1"_s);
    QVERIFY(model->stop());
    QVERIFY(!model->isCounting());
    QTRY_COMPARE(waiting(), u"0"_s);
    run(u"rollback"_s);
    QVERIFY(!model->isRowCountExact());
    QVERIFY(!model->error());
}

void TestRowWindowBackground::aCountThatFailsIsNoFaultOfTheRows()
{
    const auto model = open(u"many"_s, {}, false);
    QTRY_VERIFY(model->isEstimateKnown() && !model->isReading());
    run(u"begin; lock table many"_s);
    model->count();
    const auto cancel = [&] {
        return !column(u"select pg_cancel_backend(pid) from pg_locks join pg_stat_activity using (pid) where "
                       "not granted and relation = 'many'::regclass and backend_type = 'client backend'"_s)
                    .isEmpty();
    };
    bool cancelled = false;
    QTRY_VERIFY((cancelled = cancelled || cancel()));
    QTRY_VERIFY(!model->isCounting());
    run(u"rollback"_s);
    QVERIFY(model->countError());
    QVERIFY(!model->error());
    model->count();
    QVERIFY(!model->countError());
    QTRY_VERIFY(model->isRowCountExact());
}

void TestRowWindowBackground::refreshKeepsThePlaceByKey()
{
    run(u"create table shifting as select g as id from generate_series(1, 20000) g;"
        "alter table shifting add primary key (id); analyze shifting"_s);
    const auto model = open(u"shifting"_s);
    for (qint64 row : {50, 9'000}) {
        const auto moving =
            connect(model.get(), &WindowModel::renumbered, this, [&row](qint64 delta) { row += delta; });
        model->need(row, 30);
        QTRY_VERIFY(isLoaded(*model, row) && !model->isReading());
        QTRY_VERIFY(model->isRowCountExact());
        const auto id = textAt(*model, row);
        run(u"insert into shifting select min(id) - g from shifting, generate_series(1, 20) g group by g"_s);
        model->reload();
        const auto expected = column(u"select id from shifting order by id"_s);
        QTRY_VERIFY(model->isRowCountExact() && model->rowCountEstimate() == expected.size());
        QTRY_COMPARE(row, qint64(expected.indexOf(id)));
        QCOMPARE(textAt(*model, row), id);
        disconnect(moving);
    }
}

void TestRowWindowBackground::refreshMarksWhatMoved()
{
    run(u"create table watched as select g as id, 'v' || g as v, null::int as n from generate_series(1, "
        u"5000) g;"
        "alter table watched add primary key (id); analyze watched"_s);
    const auto model = open(u"watched"_s);
    const auto moved = [&](qint64 row, int column_) {
        return model->index(static_cast<int>(row - model->firstRow()), column_).data(MovedRole).toBool();
    };
    QVERIFY(!moved(3, 1));
    // Far enough for the first rows to leave the window.
    for (qint64 row = 0; row < 4'500; row += 200) {
        model->need(row, 30);
        QTRY_VERIFY(isLoaded(*model, row + 29) && !model->isReading());
    }
    QVERIFY(model->firstRow() > 10);
    run(u"update watched set v = 'new' where id = 4; update watched set n = 1 where id = 4400; delete from "
        u"watched "
        "where id = 4390"_s);
    qint64 row = 4'395;
    connect(model.get(), &WindowModel::renumbered, this, [&row](qint64 delta) { row += delta; });
    model->need(row, 30);
    QTRY_VERIFY(isLoaded(*model, row) && !model->isReading());
    model->reload();
    QTRY_VERIFY(model->isRowCountExact() && model->rowCountEstimate() == 4'999);
    QTRY_COMPARE(textAt(*model, row), u"4396"_s);
    QVERIFY(moved(row + 4, 2));
    QVERIFY(!moved(row + 4, 1));
    QVERIFY(!moved(row + 3, 2));

    model->need(0, 30);
    QTRY_COMPARE(textAt(*model, 3, 1), u"new"_s);
    QVERIFY(moved(3, 1));
    QVERIFY(!moved(3, 2));
    QVERIFY(!moved(2, 1));

    model->reload();
    QTRY_VERIFY(!model->isReading() && model->isRowCountExact());
    QVERIFY(!moved(3, 1));
}

void TestRowWindowBackground::dimsDeletedRows()
{
    run(u"create table soft (id int primary key, deleted_at timestamptz);"
        "insert into soft values (1, null), (2, now());"
        "create table flagged (id int primary key, \"isDeleted\" bool);"
        "insert into flagged values (1, false), (2, true), (3, null);"
        "create table plain (id int primary key, deleted_at text); insert into plain values (1, 'x')"_s);
    const auto dimmed = [&](const QString &table) {
        const auto model = open(table);
        QString marks;
        for (int row = 0; row < model->rowCount(); ++row)
            marks += model->index(row, 0).data(DimmedRole).toBool() ? u'x' : u'-';
        return marks;
    };
    QCOMPARE(dimmed(u"soft"_s), u"-x"_s);
    QCOMPARE(dimmed(u"flagged"_s), u"-x-"_s);
    QCOMPARE(dimmed(u"plain"_s), u"-"_s);

    const auto model = open(u"soft"_s);
    auto source = model->source();
    source.hidden = {source.columns.back()};
    source.columns.pop_back();
    model->setSource(source);
    model->reload();
    QTRY_VERIFY(!model->isReading());
    QCOMPARE(model->columnCount(), 1);
    QVERIFY(!model->index(0, 0).data(DimmedRole).toBool());
    QVERIFY(model->index(1, 0).data(DimmedRole).toBool());
}

QTEST_GUILESS_MAIN(TestRowWindowBackground)
#include "tst_rowwindowbackground.moc"
