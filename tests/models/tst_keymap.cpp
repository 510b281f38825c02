#include "core/catalog/introspect.h"
#include "core/pg/connection.h"
#include "models/keymap.h"
#include "models/keystep.h"
#include "models/listedrows.h"
#include "models/movedcells.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;

namespace {

KeyMark mark(qint64 row)
{
    return {row, {QByteArray::number(row)}};
}

} // namespace

class TestKeyMap : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void findsTheMarkBefore();
    void staysBounded();
    void stepsThroughEveryOrder_data();
    void stepsThroughEveryOrder();
    void givesUpInTime();
    void listsKeysInFewBytes();
    void readsListedRows();
    void tellsServedOrders();
    void remembersWhatWasSeen();

private:
    RowSource source(const QString &name);
    QStringList column(const QString &sql);

    std::unique_ptr<pg::Connection> m_connection;
};

void TestKeyMap::initTestCase()
{
    m_connection = std::make_unique<pg::Connection>(test::TestServer::of().createDatabase());
    NEED(m_connection->runScript(
        u"create table sorted (id bigint primary key, n int, d date not null, t text collate \"C\");"
        "insert into sorted select g, case when g % 3 = 0 then null else g % 7 end, date '2026-01-01' + g % "
        "5,"
        " case when g % 4 > 0 then case when g % 2 = 0 then 'T' else 't' end || g % 11 end"
        " from generate_series(1, 1300) g;"
        "create table composite (a int, b text, c int, primary key (a, b));"
        "insert into composite select g / 50, 'k' || g % 50, g from generate_series(1, 1200) g;"
        "create table keyless (n int, note text);"
        "insert into keyless select g, repeat('x', 300) from generate_series(1, 3000) g;"
        "delete from keyless where n between 400 and 1500;"
        "create table parted (id int, v text, primary key (id)) partition by range (id);"
        "create table parted_low partition of parted for values from (0) to (700);"
        "create table parted_high partition of parted for values from (700) to (10000);"
        "insert into parted select g, 'v' || g from generate_series(1, 1400) g;"
        "create table parent (id int primary key, v int);"
        "create table child (primary key (id)) inherits (parent);"
        "insert into parent select g, g from generate_series(1, 700) g;"
        "insert into child select g, -g from generate_series(1, 700) g;"
        "create materialized view kept as select n, count(*) from sorted group by n;"
        "create table quoted (\"row \"\"number\" text primary key, \"n\" int);"
        "insert into quoted select E'a\\\\\"{},' || g, g % 9 from generate_series(1, 400) g;"
        "create table none (id int primary key);"
        "create table plenty as select g as id, md5(g::text) as v from generate_series(1, 400000) g;"
        "alter table plenty add primary key (id); analyze"_s));
}

RowSource TestKeyMap::source(const QString &name)
{
    const auto snapshot = catalog::introspect(*m_connection);
    const auto found = snapshot ? rowSource(*snapshot, {Kind::Table, u"public"_s, name}) : std::nullopt;
    if (!found)
        qFatal("no such relation: %s", qPrintable(name));
    return *found;
}

QStringList TestKeyMap::column(const QString &sql)
{
    QStringList values;
    const auto reply = m_connection->fetch({sql});
    if (!reply)
        qFatal("%s", qPrintable(reply.error().message));
    for (int row = 0; row < reply->rowCount(); ++row)
        values << reply->text(row, 0);
    return values;
}

void TestKeyMap::findsTheMarkBefore()
{
    KeyMap map;
    QCOMPARE(map.before(7).row, 0);
    QVERIFY(!map.covers(1));
    map.add(mark(10));
    map.add(mark(20));
    QCOMPARE(map.before(9).row, 0);
    QCOMPARE(map.before(10).row, 10);
    QCOMPARE(map.before(19).row, 10);
    QCOMPARE(map.before(5000).row, 20);
    QCOMPARE(map.after(0), 10);
    QCOMPARE(map.after(20), 20);
    QVERIFY(map.covers(20));
    QVERIFY(!map.covers(21));
    map.end(25);
    QVERIFY(map.covers(24));
    QVERIFY(!map.covers(25));
    QCOMPARE(map.after(20), 25);

    // Blocks without rows: the later place says more.
    KeyMap empty;
    empty.add({0, {"(32,0)"}});
    empty.add({0, {"(64,0)"}});
    QCOMPARE(empty.marks().size(), 1);
    QCOMPARE(empty.last().position, RowPosition{"(64,0)"});
}

void TestKeyMap::staysBounded()
{
    KeyMap map;
    for (qint64 row = 1; row <= 5 * KeyMap::mostMarks; ++row)
        map.add(mark(row * 10));
    QVERIFY(map.marks().size() <= KeyMap::mostMarks);
    QCOMPARE(map.last().row, 50 * KeyMap::mostMarks);
    QVERIFY(map.before(500'000).row > 499'000);

    KeyMap heavy;
    for (qint64 row = 1; row <= 100; ++row)
        heavy.add({row, {QByteArray(1 << 20, 'x')}});
    QVERIFY(heavy.bytes() <= KeyMap::mostBytes);
    QCOMPARE(heavy.last().row, 100);
}

void TestKeyMap::stepsThroughEveryOrder_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<std::vector<SortKey>>("sort");
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QString>("sql");

    using Sort = std::vector<SortKey>;
    const auto row = [](const char *name, const QString &table, const Sort &sort, const QString &sql,
                        const QString &condition = {}) {
        QTest::newRow(name) << table << sort << condition << sql;
    };
    row("key of two columns", u"composite"_s, Sort{}, u"select a || b from composite order by a, b"_s);
    row("NULLs last", u"sorted"_s, Sort{{.column = u"n"_s}}, u"select id from sorted order by n, id"_s);
    row("descending, NULLs first", u"sorted"_s, Sort{{.column = u"n"_s, .descending = true}},
        u"select id from sorted order by n desc, id desc"_s);
    row("NULLs first on request", u"sorted"_s, Sort{{.column = u"n"_s, .nullsFirst = true}},
        u"select id from sorted order by n nulls first, id"_s);
    row("mixed", u"sorted"_s, Sort{{.column = u"d"_s, .descending = true}, {.column = u"t"_s}},
        u"select id from sorted order by d desc, t, id"_s);
    row("three with NULLs and a collation", u"sorted"_s,
        Sort{{.column = u"t"_s, .descending = true}, {.column = u"n"_s}, {.column = u"d"_s}},
        u"select id from sorted order by t desc, n, d, id"_s);
    row("with a condition", u"sorted"_s, Sort{{.column = u"n"_s}},
        u"select id from sorted where d > '2026-01-02' order by n, id"_s, u"t.d > $1::date"_s);
    row("on disk", u"keyless"_s, Sort{}, u"select n from keyless order by ctid"_s);
    row("on disk with a condition", u"keyless"_s, Sort{},
        u"select n from keyless where n % 3 = 0 order by ctid"_s, u"t.n % 3 = 0 and $1::date is not null"_s);
    row("sorted without a key", u"keyless"_s, Sort{{.column = u"note"_s, .descending = true}},
        u"select n from keyless order by note desc, ctid desc"_s);
    row("partitioned", u"parted"_s, Sort{}, u"select id from parted order by id"_s);
    row("inherited", u"parent"_s, Sort{}, u"select v from parent order by id, tableoid"_s);
    row("materialized view", u"kept"_s, Sort{}, u"select n from kept order by ctid"_s);
    row("hostile names and values", u"quoted"_s, Sort{{.column = u"n"_s}},
        u"select t.\"row \"\"number\" from quoted t order by t.\"n\", t.\"row \"\"number\""_s);
    row("empty", u"none"_s, Sort{}, u"select id from none"_s);
}

/// A map of every order knows how many rows there are, where each is, and which one stands where.
void TestKeyMap::stepsThroughEveryOrder()
{
    QFETCH(const QString, table);
    QFETCH(const std::vector<SortKey>, sort);
    QFETCH(const QString, condition);
    QFETCH(const QString, sql);
    auto relation = source(table);
    if (!condition.isEmpty())
        relation.condition = Query{condition, {"2026-01-02"}};
    const auto order = rowOrder(relation, sort);
    const auto expected = column(sql);

    for (const qint64 amount : {1, 7, 130}) {
        KeyMap map;
        while (!map.isComplete()) {
            const auto step = stepKeys(*m_connection, relation, order, map.last(), amount);
            NEED(step);
            if (step->atEnd)
                map.end(step->mark.row);
            else
                map.add(step->mark);
        }
        QCOMPARE(map.rows(), expected.size());
        const qint64 stride = amount == 1 ? 211 : 37;
        for (qint64 row = 0; row < map.rows(); row += stride) {
            const auto position = positionOfRow(*m_connection, relation, order, map.before(row), row);
            NEED(position);
            QVERIFY(!position->empty());
            const auto page =
                readPage(*m_connection, relation, order, {.from = *position, .inclusive = true, .limit = 1});
            NEED(page);
            const auto &batch = page->batches.front();
            const auto text = table == u"composite" ? batch.text(0, 0) + batch.text(0, 1)
                              : table == u"parent"  ? batch.text(0, 1)
                                                    : batch.text(0, 0);
            QCOMPARE(text, expected[row]);
            const auto number =
                rowOfPosition(*m_connection, relation, order, map,
                              placeAt(batch, 0, relation, rowLayout(relation, order)).position);
            NEED(number);
            QCOMPARE(*number, row);
        }
        const auto beyond = positionOfRow(*m_connection, relation, order, map.last(), map.rows());
        NEED(beyond);
        QVERIFY(beyond->empty());
    }
}

void TestKeyMap::givesUpInTime()
{
    const auto relation = source(u"sorted"_s);
    pg::Connection other(m_connection->options());
    NEED(other.runScript(u"begin; lock table sorted"_s));
    const auto step =
        stepKeys(*m_connection, relation, rowOrder(relation, {}), {}, 10, std::chrono::milliseconds(40));
    NEED(other.runScript(u"rollback"_s));
    QVERIFY(!step);
    QCOMPARE(step.error().code, Error::Code::Timeout);
    QCOMPARE(column(u"show statement_timeout"_s), QStringList(u"0"_s));
}

void TestKeyMap::listsKeysInFewBytes()
{
    const auto relation = source(u"plenty"_s);
    const auto collected =
        collectKeys(*m_connection, relation, rowOrder(relation, {{.column = u"v"_s}}), {{{u"id"_s, "77"}}});
    NEED(collected);
    auto &keys = *collected->keys;
    QCOMPARE(keys.size(), 400'000);
    QVERIFY2(keys.bytes() <= 8 * keys.size(), qPrintable(QString::number(keys.bytes())));
    const auto expected = column(u"select id from plenty order by v, id"_s);
    for (const qint64 row : {0, 63, 64, 65, 123'456, 399'999})
        QCOMPARE(keys.keys(row, row + 1).front(), RowPosition{expected[row].toUtf8()});
    QCOMPARE(collected->place, expected.indexOf(u"77"_s));
    QCOMPARE(keys.indexOf({"-5"}), -1);

    keys.remove({0, 64, 399'999});
    QCOMPARE(keys.size(), 399'997);
    QCOMPARE(keys.keys(0, 1).front(), RowPosition{expected[1].toUtf8()});
    QCOMPARE(keys.keys(63, 64).front(), RowPosition{expected[65].toUtf8()});
    QCOMPARE(keys.keys(399'996, 399'997).front(), RowPosition{expected[399'998].toUtf8()});
}

void TestKeyMap::readsListedRows()
{
    for (const auto &[table, sort] : {std::pair(u"quoted"_s, u"n"_s), std::pair(u"composite"_s, u"c"_s),
                                      std::pair(u"parent"_s, u"v"_s), std::pair(u"keyless"_s, u"n"_s)}) {
        const auto relation = source(table);
        const auto order = rowOrder(relation, {{.column = sort, .descending = true}});
        const auto collected = collectKeys(*m_connection, relation, order, {});
        NEED(collected);
        auto after = collected->keys->keys(100, 110);
        auto before = collected->keys->keys(90, 100);
        std::reverse(before.begin(), before.end());
        for (auto &part : after[3])
            part = relation.key.front() == u"ctid" ? "(77777,1)" : "0";
        const auto reading = readListed(*m_connection, relation, order, {100, after, before});
        NEED(reading);
        QCOMPARE(reading->missing, std::vector<qint64>{103});
        const auto all = readPage(*m_connection, relation, order, {.limit = 120});
        NEED(all);
        const auto &expected = all->batches.front();
        const auto &rows = reading->rows;
        QCOMPARE(rows.after.rowCount(), 9);
        QCOMPARE(rows.before.rowCount(), 10);
        for (int column = 0; column < static_cast<int>(relation.columns.size()); ++column) {
            QCOMPARE(rows.after.batches.front().text(0, column), expected.text(100, column));
            QCOMPARE(rows.after.batches.front().text(8, column), expected.text(109, column));
            QCOMPARE(rows.before.batches.front().text(0, column), expected.text(99, column));
            QCOMPARE(rows.before.batches.front().text(9, column), expected.text(90, column));
        }
    }
}

void TestKeyMap::tellsServedOrders()
{
    const auto relation = source(u"plenty"_s);
    const auto served = [&](const std::vector<SortKey> &sort) {
        const auto answer = isServed(*m_connection, relation, rowOrder(relation, sort), 300);
        return answer && *answer;
    };
    QVERIFY(served({}));
    QVERIFY(served({{.column = u"id"_s, .descending = true}}));
    QVERIFY(!served({{.column = u"v"_s}}));
}

void TestKeyMap::remembersWhatWasSeen()
{
    const auto row = [](const QByteArray &one, const QByteArray &two) {
        pg::RowBatchBuilder builder({{.name = u"a"_s}, {.name = u"b"_s}});
        builder.addCell(one);
        if (two.isNull())
            builder.addNull();
        else
            builder.addCell(two);
        return builder.take();
    };
    MovedCells cells;
    cells.saw("k", row("1", QByteArray()), 0, 2);
    cells.saw("l", row("1", QByteArray(9000, 'x')), 0, 2);
    cells.refresh();
    cells.compare("k", row("1", ""), 0, 2);
    cells.compare("l", row("1", QByteArray(2000, 'x')), 0, 2);
    cells.compare("new", row("1", "2"), 0, 2);
    QVERIFY(!cells.isMoved("k", 0));
    QVERIFY(cells.isMoved("k", 1));
    QVERIFY(!cells.isMoved("l", 1));
    QVERIFY(!cells.isMoved("new", 1));
    cells.refresh();
    QVERIFY(cells.isEmpty());

    const auto wide = row("1", "2");
    for (size_t i = 0; i < MovedCells::mostCells; ++i)
        cells.saw(QByteArray::number(static_cast<qint64>(i)), wide, 0, 2);
    cells.refresh();
    cells.compare("0", row("9", "9"), 0, 2);
    cells.compare(QByteArray::number(static_cast<qint64>(MovedCells::mostCells - 1)), row("9", "9"), 0, 2);
    QVERIFY(!cells.isMoved("0", 0));
    QVERIFY(cells.isMoved(QByteArray::number(static_cast<qint64>(MovedCells::mostCells - 1)), 0));
}

QTEST_GUILESS_MAIN(TestKeyMap)
#include "tst_keymap.moc"
