#include "core/catalog/introspect.h"
#include "core/pg/sessionpool.h"
#include "models/rowwindowmodel.h"
#include "tests/support/pairedwatchdog.h"
#include "tests/support/testserver.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;

namespace {

const auto script = QStringLiteral(R"(
create table composite (a int, b text, c int, primary key (a, b));
insert into composite select g / 50, 'k' || g % 50, g from generate_series(1, 1200) g;
create table sorted (id bigint primary key, n int, d date not null, t text);
insert into sorted select g, case when g % 3 = 0 then null else g % 7 end, date '2026-01-01' + g % 5,
    case when g % 4 > 0 then 'T' || g % 11 end from generate_series(1, 1300) g;
create table keyless (n int, note text);
insert into keyless select g, repeat('x', 300) from generate_series(1, 2000) g;
delete from keyless where n between 400 and 1500;
create table none (id int primary key);
create table single (id int primary key, t text);
insert into single values (7, 'seven');
create table uniquely (code text not null unique, v int);
insert into uniquely select md5(g::text), g from generate_series(1, 1000) g;
create table parted (id int, v text, primary key (id)) partition by range (id);
create table parted_low partition of parted for values from (0) to (700);
create table parted_high partition of parted for values from (700) to (10000);
insert into parted select g, 'v' || g from generate_series(1, 1400) g;
create table parent (id int primary key, v int);
create table child (primary key (id)) inherits (parent);
insert into parent select g, g from generate_series(1, 700) g;
insert into child select g, -g from generate_series(1, 700) g;
create table log (n int, note text) partition by range (n);
create table log_low partition of log for values from (0) to (900);
create table log_none partition of log for values from (900) to (901);
create table log_tiny partition of log for values from (901) to (910);
create table log_high partition of log for values from (910) to (10000) partition by range (n);
create table log_higher partition of log_high for values from (910) to (3000);
create table log_default partition of log default;
insert into log select g, repeat('x', 900) from generate_series(1, 2999) g where g <> 900;
delete from log where n between 1000 and 1900;
create table heir (n int, note text);
create table heiress (more int) inherits (heir);
insert into heir select g, repeat('x', 300) from generate_series(1, 890) g;
insert into heiress select g, repeat('x', 300) from generate_series(2001, 2890) g;
create view few as select distinct * from sorted where id <= 500;
create view many as select distinct * from sorted;
create materialized view kept as select n, count(*) from sorted group by n;
create table "we""ird %1" ("%2;--" int primary key, "left" text);
insert into "we""ird %1" select g, 'v' || g from generate_series(1, 700) g;
create extension file_fdw;
create server files foreign data wrapper file_fdw;
create foreign table outside (n int) server files options (program 'seq 1 1500');
analyze;
)");

/// A database with the tables above, and a model on one of them.
struct Fixture
{
    explicit Fixture(int version = test::TestServer::debianVersion)
        : options(test::TestServer::of(version).createDatabase())
        , connection(options)
        , sessions(options)
    {
    }
    QString run(const QString &sql)
    {
        const auto done = connection.runScript(sql);
        return done ? QString() : done.error().message;
    }
    std::unique_ptr<RowWindowModel> open(const QString &name, const std::vector<SortKey> &sort = {})
    {
        const auto snapshot = catalog::introspect(connection);
        const auto source = snapshot ? rowSource(*snapshot, {Kind::Table, u"public"_s, name}) : std::nullopt;
        if (!source)
            qFatal("no such relation: %s", qPrintable(name));
        auto model = std::make_unique<RowWindowModel>(sessions);
        auto *tester = new QAbstractItemModelTester(
            model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, model.get());
        tester->setUseFetchMore(false);
        model->setSort(sort);
        model->setSource(*source);
        return model;
    }
    /// The first column in the server's own order.
    QStringList column(const QString &sql)
    {
        QStringList values;
        const auto reply = connection.fetch({sql});
        if (!reply)
            qFatal("%s", qPrintable(reply.error().message));
        for (int row = 0; row < reply->rowCount(); ++row)
            values << reply->text(row, 0);
        return values;
    }

    pg::ConnectionOptions options;
    pg::Connection connection;
    pg::SessionPool sessions;
};

QString textAt(const RowWindowModel &model, qint64 row, int column = 0)
{
    return model.index(static_cast<int>(row - model.firstRow()), column).data().toString();
}

bool isLoaded(const RowWindowModel &model, qint64 row)
{
    return row >= model.firstRow() && row < model.firstRow() + model.rowCount();
}

/// For what must come: a busy machine takes its time.
constexpr int patienceMs = 60'000;

/// Looks at all rows in order of their numbers, as scrolling would, and answers with the first column.
QStringList walk(RowWindowModel &model, bool backward = false)
{
    QStringList values;
    if (backward) {
        model.need(model.rowCountEstimate() - 1, 1);
        if (!QTest::qWaitFor(
                [&] { return isLoaded(model, model.rowCountEstimate() - 1) && !model.isReading(); },
                patienceMs))
            return {u"the end did not come"_s};
        for (qint64 row = model.rowCountEstimate() - 1; row >= 0; --row) {
            qint64 moved = 0;
            const auto renumbering = QObject::connect(&model, &WindowModel::renumbered,
                                                      [&moved](qint64 delta) { moved += delta; });
            model.need(row, 20);
            const bool came = QTest::qWaitFor([&] { return isLoaded(model, row + moved); }, patienceMs);
            QObject::disconnect(renumbering);
            row += moved;
            if (!came)
                return {u"row %1 did not come"_s.arg(row)};
            values.prepend(textAt(model, row));
        }
        return values;
    }
    for (qint64 row = 0; row < model.rowCountEstimate() || !model.isRowCountExact(); ++row) {
        model.need(row, 20);
        if (!QTest::qWaitFor([&] { return isLoaded(model, row) || model.isRowCountExact(); }, patienceMs))
            return {u"row %1 did not come"_s.arg(row)};
        if (isLoaded(model, row))
            values << textAt(model, row);
    }
    return values;
}

} // namespace

class TestRowWindowModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_fixture.reset(); }
    void everyRowOnceInOrder_data();
    void everyRowOnceInOrder();
    void onDiskOnEveryVersion_data();
    void onDiskOnEveryVersion();
    void emptyAndSingle();
    void viewsShowTheirFirstRows();
    void valuesAreTheServersText();
    void longValuesAreCut();
    void longValuesThatOrderAreCutToo();
    void sortsByClicks();
    void readsOnlyWhatMeetsACondition_data();
    void readsOnlyWhatMeetsACondition();
    void estimatesUnderACondition();
    void jumpsFarIntoAMillion_data();
    void jumpsFarIntoAMillion();
    void numbersComeRightAtTheStart();
    void memoryStaysBounded();
    void reloadKeepsThePlace();
    void saysWhatFailed();
    void newerWishesReplaceAStuckRead();

private:
    void makeMillion();

    std::unique_ptr<Fixture> m_fixture;
};

void TestRowWindowModel::initTestCase()
{
    m_fixture = std::make_unique<Fixture>();
    QCOMPARE(m_fixture->run(script), QString());
}

void TestRowWindowModel::everyRowOnceInOrder_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<std::vector<SortKey>>("sort");
    QTest::addColumn<QString>("sql");

    using Sort = std::vector<SortKey>;
    const auto row = [](const char *name, const QString &table, const Sort &sort, const QString &sql) {
        QTest::newRow(name) << table << sort << sql;
    };
    const Sort byN{{.column = u"n"_s}};
    row("key of two columns", u"composite"_s, Sort{}, u"select a from composite order by a, b"_s);
    row("part of the key, down", u"composite"_s, Sort{{.column = u"b"_s, .descending = true}},
        u"select a from composite order by b desc, a desc"_s);
    row("NULLs last", u"sorted"_s, byN, u"select id from sorted order by n, id"_s);
    row("NULLs first when descending", u"sorted"_s, Sort{{.column = u"n"_s, .descending = true}},
        u"select id from sorted order by n desc, id desc"_s);
    row("NULLs first on request", u"sorted"_s, Sort{{.column = u"n"_s, .nullsFirst = true}},
        u"select id from sorted order by n nulls first, id"_s);
    row("NULLs last on request", u"sorted"_s,
        Sort{{.column = u"n"_s, .descending = true, .nullsFirst = false}},
        u"select id from sorted order by n desc nulls last, id desc"_s);
    row("mixed", u"sorted"_s, Sort{{.column = u"d"_s, .descending = true}, {.column = u"t"_s}},
        u"select id from sorted order by d desc, t, id"_s);
    row("three with NULLs", u"sorted"_s,
        Sort{{.column = u"t"_s, .descending = true}, {.column = u"n"_s}, {.column = u"d"_s}},
        u"select id from sorted order by t desc, n, d, id"_s);
    row("as on disk", u"keyless"_s, Sort{}, u"select n from keyless order by ctid"_s);
    row("sorted without a key", u"keyless"_s, Sort{{.column = u"note"_s, .descending = true}},
        u"select n from keyless order by note desc, ctid desc"_s);
    row("partitions as on disk", u"log"_s, Sort{}, u"select n from log order by tableoid, ctid"_s);
    row("partitions sorted without a key", u"log"_s, Sort{{.column = u"n"_s, .descending = true}},
        u"select n from log order by n desc"_s);
    row("inherited as on disk", u"heir"_s, Sort{}, u"select n from heir order by tableoid, ctid"_s);
    row("unique index", u"uniquely"_s, Sort{}, u"select code from uniquely order by code"_s);
    row("partitioned", u"parted"_s, Sort{}, u"select id from parted order by id"_s);
    row("inherited, same keys in both", u"parent"_s, Sort{},
        u"select id from parent order by id, tableoid"_s);
    row("materialized view", u"kept"_s, Sort{}, u"select n from kept order by ctid"_s);
    row("hostile names", u"we\"ird %1"_s, Sort{{.column = u"left"_s}},
        u"select \"%2;--\" from \"we\"\"ird %1\" as t order by t.\"left\", t.\"%2;--\""_s);
}

void TestRowWindowModel::everyRowOnceInOrder()
{
    QFETCH(const QString, table);
    QFETCH(const std::vector<SortKey>, sort);
    QFETCH(const QString, sql);
    const auto expected = m_fixture->column(sql);
    const auto model = m_fixture->open(table, sort);
    QTRY_COMPARE(model->state(), RowWindowModel::State::Ready);

    QCOMPARE(walk(*model), expected);
    QVERIFY(model->isRowCountExact());
    QCOMPARE(model->rowCountEstimate(), expected.size());

    const auto again = m_fixture->open(table, sort);
    QTRY_COMPARE(again->state(), RowWindowModel::State::Ready);
    // What is known of the table alone may be less than what the planner expects.
    QTRY_VERIFY(10 * again->rowCountEstimate() >= 9 * expected.size());
    QCOMPARE(walk(*again, true), expected);
}

void TestRowWindowModel::onDiskOnEveryVersion_data()
{
    QTest::addColumn<int>("version");
    for (const int version : test::TestServer::versions())
        QTest::addRow("PostgreSQL %d", version) << version;
}

void TestRowWindowModel::onDiskOnEveryVersion()
{
    QFETCH(const int, version);
    Fixture fixture(version);
    // Many empty blocks in the middle.
    QCOMPARE(fixture.run(u"create table keyless as select g as n, repeat('x', 300) as note from "
                         u"generate_series(1, 9000) g;"
                         "delete from keyless where n between 500 and 8000; analyze keyless"_s),
             QString());
    const auto model = fixture.open(u"keyless"_s);
    QTRY_COMPARE(model->state(), RowWindowModel::State::Ready);
    QCOMPARE(walk(*model), fixture.column(u"select n from keyless order by ctid"_s));
    QCOMPARE(fixture.run(u"create table parts (n int, note text) partition by hash (n);"
                         "create table part_0 partition of parts for values with (modulus 3, remainder 0);"
                         "create table part_1 partition of parts for values with (modulus 3, remainder 1);"
                         "create table part_2 partition of parts for values with (modulus 3, remainder 2);"
                         "insert into parts select * from keyless; analyze parts"_s),
             QString());
    const auto parts = fixture.open(u"parts"_s);
    QTRY_COMPARE(parts->state(), RowWindowModel::State::Ready);
    QCOMPARE(walk(*parts), fixture.column(u"select n from parts order by tableoid, ctid"_s));
    const auto sorted = fixture.open(u"keyless"_s, {{.column = u"n"_s, .descending = true}});
    QTRY_COMPARE(sorted->state(), RowWindowModel::State::Ready);
    QCOMPARE(walk(*sorted).front(), u"9000"_s);
}

void TestRowWindowModel::emptyAndSingle()
{
    const auto none = m_fixture->open(u"none"_s);
    QTRY_COMPARE(none->state(), RowWindowModel::State::Ready);
    QCOMPARE(none->rowCount(), 0);
    QCOMPARE(none->rowCountEstimate(), 0);
    QVERIFY(none->isRowCountExact());

    const auto single = m_fixture->open(u"single"_s);
    QTRY_COMPARE(single->state(), RowWindowModel::State::Ready);
    QCOMPARE(single->rowCountEstimate(), 1);
    QCOMPARE(textAt(*single, 0, 1), u"seven"_s);
}

void TestRowWindowModel::viewsShowTheirFirstRows()
{
    const auto few = m_fixture->open(u"few"_s);
    QTRY_COMPARE(few->state(), RowWindowModel::State::Ready);
    QCOMPARE(few->rowCount(), 500);
    QVERIFY(few->isRowCountExact());
    QVERIFY(!few->isTruncated());

    const auto many = m_fixture->open(u"many"_s, {{.column = u"id"_s, .descending = true}});
    QTRY_COMPARE(many->state(), RowWindowModel::State::Ready);
    QCOMPARE(many->rowCount(), RowWindowModel::boundedRows);
    QVERIFY(many->isTruncated());
    QVERIFY(!many->isRowCountExact());
    QCOMPARE(textAt(*many, 0), u"1300"_s);
    many->need(5000, 20);
    QCOMPARE(many->rowCountEstimate(), RowWindowModel::boundedRows);

    const auto outside = m_fixture->open(u"outside"_s);
    QTRY_COMPARE(outside->state(), RowWindowModel::State::Ready);
    QVERIFY(outside->isTruncated());
    QCOMPARE(textAt(*outside, 999), u"1000"_s);

    QCOMPARE(outside->unkeyedRowsNext(), 10'000);
    outside->readUnkeyed();
    QVERIFY(outside->isReadingUnkeyed());
    QCOMPARE(outside->rowCount(), 1000);
    QTRY_COMPARE(outside->rowCount(), 1500);
    QVERIFY(outside->isRowCountExact());
    QCOMPARE(outside->bound(), RowWindowModel::Bound::None);
    QCOMPARE(outside->unkeyedRowsNext(), 0);
    QCOMPARE(textAt(*outside, 1499), u"1500"_s);
    outside->reload();
    QTRY_VERIFY(!outside->isReading());
    QCOMPARE(outside->rowCount(), 1500);
    outside->setSort({{.column = u"n"_s, .descending = true}});
    QTRY_COMPARE(outside->rowCount(), 1000);
    QCOMPARE(textAt(*outside, 0), u"1500"_s);
}

void TestRowWindowModel::valuesAreTheServersText()
{
    m_fixture->run(
        u"create table kinds (id int primary key, c char(5), b bool, n numeric, i inet, ts timestamptz,"
        " a text[], j jsonb, y bytea, e text);"
        "insert into kinds values (1, 'ab', true, 1.500, '10.0.0.1', '2026-01-01 12:00+00', '{a,NULL,\"b "
        "c\"}',"
        " '{\"b\":1, \"a\": 1.0}', '\\x00ff', ''), (2, null, null, null, null, null, null, null, null, null)"_s);
    const auto expected = m_fixture->connection.fetch({u"select * from kinds order by id"_s});
    const auto model = m_fixture->open(u"kinds"_s);
    QTRY_COMPARE(model->rowCount(), 2);
    for (int column = 0; column < model->columnCount(); ++column) {
        QCOMPARE(textAt(*model, 0, column), expected->text(0, column));
        QCOMPARE(model->index(0, column).data(NullRole).toBool(), false);
        QCOMPARE(model->index(0, column).data(FullLengthRole).toLongLong(), -1);
        QCOMPARE(model->index(1, column).data(NullRole).toBool(), column > 0);
    }
    QCOMPARE(model->headerData(3, Qt::Horizontal, TypeKindRole).value<TypeKind>(), TypeKind::Number);
    QCOMPARE(model->headerData(5, Qt::Horizontal, TypeNameRole).toString(), u"timestamptz"_s);
    QVERIFY(model->headerData(0, Qt::Horizontal, PrimaryKeyRole).toBool());
}

void TestRowWindowModel::longValuesAreCut()
{
    m_fixture->run(u"create table long (id int primary key, t text, j jsonb, y bytea);"
                   "insert into long values (1, repeat('ü', 5000), jsonb_build_array(repeat('x', 3000)),"
                   " decode(repeat('ab', 4000), 'hex')), (2, repeat('ü', 2000), '1', '\\x01')"_s);
    const auto model = m_fixture->open(u"long"_s);
    QTRY_COMPARE(model->rowCount(), 2);
    const auto length = [&](int row, int column) {
        return model->index(row, column).data(FullLengthRole).toLongLong();
    };
    QCOMPARE(textAt(*model, 0, 1), QString(2000, u'ü'));
    QCOMPARE(length(0, 1), 5000);
    QCOMPARE(textAt(*model, 0, 2).size(), 2000);
    QCOMPARE(length(0, 2), 3004);
    QCOMPARE(textAt(*model, 0, 3).size(), 2002);
    QCOMPARE(length(0, 3), 4000);
    QCOMPARE(textAt(*model, 1, 1), QString(2000, u'ü'));
    QCOMPARE(length(1, 1), -1);
    QCOMPARE(length(1, 3), -1);
}

void TestRowWindowModel::longValuesThatOrderAreCutToo()
{
    // They differ behind what is read of them, and an index holds them: they are easily packed.
    m_fixture->run(u"create table essays (id int primary key, body text not null);"
                   "insert into essays select g, repeat('x', 5000) || lpad((g * 7919 % 1400)::text, 5, '0')"
                   " from generate_series(0, 1399) g; create index on essays (body, id); analyze essays"_s);
    const auto expected = m_fixture->column(u"select id from essays order by body, id"_s);
    for (const bool hidden : {false, true}) {
        const auto model = m_fixture->open(u"essays"_s, {{.column = u"body"_s}});
        QTRY_COMPARE(model->state(), RowWindowModel::State::Ready);
        QCOMPARE(model->bound(), RowWindowModel::Bound::None);
        QCOMPARE(textAt(*model, 0, 1).size(), 2000);
        QCOMPARE(model->index(0, 1).data(FullLengthRole).toLongLong(), 5005);
        if (hidden) {
            auto source = model->source();
            source.hidden = {source.columns.back()};
            source.columns.pop_back();
            model->setSource(source);
            model->reload();
            QTRY_VERIFY(!model->isReading());
        }
        QCOMPARE(walk(*model), expected);
        QCOMPARE(walk(*model, true), expected);
    }
}

void TestRowWindowModel::sortsByClicks()
{
    const auto model = m_fixture->open(u"sorted"_s);
    QTRY_COMPARE(model->state(), RowWindowModel::State::Ready);
    const auto sign = [&](int column) { return model->headerData(column, Qt::Horizontal, SortRole).toInt(); };
    model->toggleSort(1, false);
    QCOMPARE(sign(1), 1);
    model->toggleSort(1, false);
    QCOMPARE(sign(1), -1);
    model->toggleSort(2, true);
    QCOMPARE(sign(1), -1);
    QCOMPARE(sign(2), 1);
    QTRY_COMPARE(model->state(), RowWindowModel::State::Ready);
    QCOMPARE(textAt(*model, 0), m_fixture->column(u"select id from sorted order by n desc, d, id"_s).front());
    model->toggleSort(1, false);
    QCOMPARE(model->sort().size(), size_t(0));
    QTRY_COMPARE(textAt(*model, 0), u"1"_s);
}

void TestRowWindowModel::readsOnlyWhatMeetsACondition_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<std::vector<SortKey>>("sort");
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QString>("expected");

    using Sort = std::vector<SortKey>;
    QTest::newRow("by key") << u"sorted"_s << Sort{} << u"t.n = $1::int or t.n is null"_s
                            << u"select id from sorted where n = 3 or n is null order by id"_s;
    QTest::newRow("sorted") << u"sorted"_s << Sort{{.column = u"t"_s, .descending = true}}
                            << u"t.n <> $1::int"_s
                            << u"select id from sorted where n <> 3 order by t desc, id desc"_s;
    QTest::newRow("on disk") << u"keyless"_s << Sort{} << u"t.n % 10 = $1::int"_s
                             << u"select n from keyless where n % 10 = 3 order by ctid"_s;
    QTest::newRow("nothing") << u"sorted"_s << Sort{} << u"t.n < -$1::int"_s
                             << u"select id from sorted where false"_s;
    QTest::newRow("partitions") << u"parted"_s << Sort{} << u"t.id % 2 = $1::int - 3"_s
                                << u"select id from parted where id % 2 = 0 order by id"_s;
}

void TestRowWindowModel::readsOnlyWhatMeetsACondition()
{
    QFETCH(const QString, table);
    QFETCH(const std::vector<SortKey>, sort);
    QFETCH(const QString, condition);
    QFETCH(const QString, expected);
    const auto model = m_fixture->open(table, sort);
    QTRY_COMPARE(model->state(), RowWindowModel::State::Ready);
    const auto all = model->rowCountEstimate();

    model->setCondition(Query{condition, {"3"}});
    QTRY_VERIFY(!model->isReading());
    QCOMPARE(walk(*model), m_fixture->column(expected));
    QVERIFY(model->isRowCountExact());

    model->setCondition(std::nullopt);
    QTRY_VERIFY(!model->isReading());
    QTRY_VERIFY(model->rowCountEstimate() >= all);
}

void TestRowWindowModel::estimatesUnderACondition()
{
    makeMillion();
    const auto model = m_fixture->open(u"million"_s);
    QTRY_COMPARE(model->state(), RowWindowModel::State::Ready);
    model->setCondition(Query{u"t.id > $1::bigint"_s, {"500000"}});
    QTRY_VERIFY(std::abs(model->rowCountEstimate() - 500'000) < 20'000);

    // The statistics are about all rows: their middle is where these begin.
    const auto middle = model->rowCountEstimate() / 2;
    model->need(middle, 20);
    QTRY_VERIFY(isLoaded(*model, middle));
    const auto id = textAt(*model, middle).toLongLong();
    QVERIFY2(std::abs(id - 5'750'000) < 150'000, qPrintable(QString::number(id)));
}

void TestRowWindowModel::makeMillion()
{
    if (!m_fixture->column(u"select to_regclass('million')::text"_s).front().isEmpty())
        return;
    // Ids with a hole, so that a number cannot be guessed from the smallest and the largest.
    m_fixture->run(
        u"create table million as select case when g < 500000 then g else g + 5000000 end::bigint as id,"
        " md5(g::text)::uuid as uid, timestamptz '2020-01-01' + g * interval '15 seconds' as at,"
        " g % 8 as kind, g as rank from generate_series(1, 1000000) g;"
        "alter table million add primary key (id);"
        "create index on million (at); create index on million (uid); analyze million"_s);
}

void TestRowWindowModel::jumpsFarIntoAMillion_data()
{
    QTest::addColumn<std::vector<SortKey>>("sort");
    QTest::addColumn<bool>("ranked");
    QTest::addColumn<qint64>("row");
    using Sort = std::vector<SortKey>;
    for (const qint64 row : {100'000, 500'000, 731'234, 999'000}) {
        QTest::addRow("by key to %lld", row) << Sort{} << true << row;
        QTest::addRow("by time to %lld", row) << Sort{{.column = u"at"_s}} << true << row;
        QTest::addRow("by uuid, down, to %lld", row)
            << Sort{{.column = u"uid"_s, .descending = true}} << false << row;
    }
}

void TestRowWindowModel::jumpsFarIntoAMillion()
{
    QFETCH(const std::vector<SortKey>, sort);
    QFETCH(const bool, ranked);
    QFETCH(const qint64, row);
    makeMillion();
    const auto model = m_fixture->open(u"million"_s, sort);
    QTRY_COMPARE(model->state(), RowWindowModel::State::Ready);
    QTRY_VERIFY(std::abs(model->rowCountEstimate() - 1'000'000) < 20'000);

    QElapsedTimer timer;
    timer.start();
    QSignalSpy changes(model.get(), &WindowModel::windowChanged);
    model->need(row, 30);
    while (!isLoaded(*model, row) || !isLoaded(*model, row + 29))
        QVERIFY(changes.wait());
    qInfo("jumped in %.1f ms", static_cast<double>(timer.nsecsElapsed()) / 1e6);
    const qint64 rank =
        ranked ? textAt(*model, row, 4).toLongLong()
               : m_fixture
                     ->column(u"select count(*) from million where uid > '%1'"_s.arg(textAt(*model, row, 1)))
                     .front()
                     .toLongLong();
    QVERIFY2(std::abs(rank - row) < 10'000, qPrintable(u"row %1 for %2"_s.arg(rank).arg(row)));
}

void TestRowWindowModel::numbersComeRightAtTheStart()
{
    makeMillion();
    const auto model = m_fixture->open(u"million"_s);
    QTRY_COMPARE(model->state(), RowWindowModel::State::Ready);
    QTRY_VERIFY(model->rowCountEstimate() > 900'000);
    qint64 row = 3000;
    connect(model.get(), &WindowModel::renumbered, this, [&row](qint64 delta) { row += delta; });
    model->need(row, 20);
    QTRY_VERIFY(isLoaded(*model, row));
    while (model->firstRow() > 0 || textAt(*model, 0) != u"1") {
        row = std::max<qint64>(0, row - 200);
        model->need(row, 20);
        QTRY_VERIFY(isLoaded(*model, row) && !model->isReading());
        QVERIFY(row > 0 || model->firstRow() == 0);
    }
    QCOMPARE(textAt(*model, 1), u"2"_s);
}

void TestRowWindowModel::memoryStaysBounded()
{
    makeMillion();
    const auto model = m_fixture->open(u"million"_s);
    QTRY_COMPARE(model->state(), RowWindowModel::State::Ready);
    int most = 0;
    for (qint64 row = 0; row < 20'000; row += 100) {
        model->need(row, 40);
        QTRY_VERIFY(isLoaded(*model, row) && isLoaded(*model, row + 39));
        QCOMPARE(textAt(*model, row), QString::number(row + 1));
        most = std::max(most, model->rowCount());
    }
    QVERIFY2(most <= 9 * RowWindowModel::pageRows, qPrintable(QString::number(most)));
}

void TestRowWindowModel::reloadKeepsThePlace()
{
    m_fixture->run(u"create table moving as select g as id, 'old' as v from generate_series(1, 5000) g;"
                   "alter table moving add primary key (id); analyze moving"_s);
    const auto model = m_fixture->open(u"moving"_s);
    QTRY_COMPARE(model->state(), RowWindowModel::State::Ready);
    model->need(2000, 30);
    QTRY_VERIFY(isLoaded(*model, 2000) && !model->isReading());
    const auto id = textAt(*model, 2000);
    m_fixture->run(u"update moving set v = 'new'"_s);
    model->reload();
    QTRY_COMPARE(textAt(*model, 2000, 1), u"new"_s);
    QCOMPARE(textAt(*model, 2000), id);
}

void TestRowWindowModel::saysWhatFailed()
{
    m_fixture->run(u"create table going (id int primary key); insert into going values (1)"_s);
    const auto model = m_fixture->open(u"going"_s);
    QTRY_COMPARE(model->rowCount(), 1);
    m_fixture->run(u"drop table going"_s);
    model->reload();
    QTRY_VERIFY(model->error());
    QCOMPARE(model->error()->sqlState, u"42P01"_s);
    QCOMPARE(model->rowCount(), 1);
    m_fixture->run(u"create table going (id int primary key); insert into going values (1), (2)"_s);
    model->reload();
    QTRY_COMPARE(model->rowCount(), 2);
    QVERIFY(!model->error());

    m_fixture->run(
        u"create table pointed (id int primary key, p point); insert into pointed values (1, '(1,2)')"_s);
    const auto unordered = m_fixture->open(u"pointed"_s, {{.column = u"p"_s}});
    QTRY_COMPARE(unordered->state(), RowWindowModel::State::Failed);
    QVERIFY(unordered->error()->message.contains(u"point"_s));
    unordered->setSort({});
    QTRY_COMPARE(unordered->state(), RowWindowModel::State::Ready);
}

void TestRowWindowModel::newerWishesReplaceAStuckRead()
{
    makeMillion();
    auto model = m_fixture->open(u"million"_s);
    QTRY_COMPARE(model->state(), RowWindowModel::State::Ready);
    QTRY_VERIFY(model->rowCountEstimate() > 900'000);
    // On a thread of its own, because the watchdog is about this one.
    pg::Session other(m_fixture->options);
    const auto ask = [&](const QString &script) {
        const auto answer = other.run([script](pg::Connection &c) { return c.runScript(script); });
        if (!QTest::qWaitFor([&] { return answer.isFinished(); }, patienceMs))
            return u"nothing came"_s;
        const auto reply = answer.result();
        return !reply ? reply.error().message : reply->rowCount() > 0 ? reply->text(0, 0) : QString();
    };
    // Which backends; the question for the planner's estimate may be late, and wait for the lock as well.
    const auto waiting = [&] {
        return ask(
            u"select string_agg(l.pid::text, ' ') from pg_locks l join pg_stat_activity a using (pid)"
            " where not l.granted and l.relation = 'million'::regclass and a.query not like 'explain%'"_s);
    };
    QTRY_VERIFY_WITH_TIMEOUT(!model->isReading(), patienceMs);
    test::PairedWatchdog watchdog;
    QCOMPARE(ask(u"begin; lock table million"_s), QString());
    model->need(300'000, 30);
    QString first;
    QTRY_VERIFY_WITH_TIMEOUT(!(first = waiting()).isEmpty(), patienceMs);
    // Long after the first wish, as somebody drags the bar on.
    // For a moment both wait, or none: what lasts is the second alone.
    const auto isReplaced = [&] {
        model->need(700'000, 30);
        const auto now = waiting();
        return !now.isEmpty() && !now.contains(first) && !now.contains(u' ');
    };
    QTRY_VERIFY_WITH_TIMEOUT(isReplaced(), patienceMs);
    QCOMPARE(ask(u"commit"_s), QString());
    QTRY_VERIFY_WITH_TIMEOUT(isLoaded(*model, 700'000), patienceMs);
    QVERIFY(!isLoaded(*model, 300'000));
    QTRY_VERIFY_WITH_TIMEOUT(!model->isReading(), patienceMs);

    QCOMPARE(ask(u"begin; lock table million"_s), QString());
    model->need(100'000, 30);
    QTRY_VERIFY_WITH_TIMEOUT(!waiting().isEmpty(), patienceMs);
    model.reset();
    QTRY_VERIFY_WITH_TIMEOUT(waiting().isEmpty(), patienceMs);
    QCOMPARE(ask(u"commit"_s), QString());
    QCOMPARE(watchdog.complaint(), QString());
}

QTEST_GUILESS_MAIN(TestRowWindowModel)
#include "tst_rowwindowmodel.moc"
