#include "core/sql/rowwrite.h"
#include "core/sql/truncation.h"

#include <QTest>

using namespace squall::sql;
using namespace Qt::StringLiterals;
using Verb = RowWrite::Verb;

class TestRowWrite : public QObject
{
    Q_OBJECT

private slots:
    void knowsWritesFromOthers_data();
    void knowsWritesFromOthers();
    void asksForTheRows_data();
    void asksForTheRows();
    void knowsWhatOverwrites_data();
    void knowsWhatOverwrites();
    void readsTruncate_data();
    void readsTruncate();
};

void TestRowWrite::knowsWritesFromOthers_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<int>("verb"); // -1: none of them
    const auto row = [](const QString &statement, int verb) {
        QTest::newRow(statement.toUtf8()) << statement << verb;
    };
    const auto number = [](Verb verb) { return static_cast<int>(verb); };
    row(u"update t set a = 1"_s, number(Verb::Update));
    row(u"/* all */ DELETE FROM t;"_s, number(Verb::Delete));
    row(u"insert into t values (1)"_s, number(Verb::Insert));
    row(u"merge into t using s on true when matched then delete"_s, number(Verb::Merge));
    row(u"with x as (select 1) update t set a = 1 from x"_s, number(Verb::Update));
    row(u"with recursive x(a) as (select 1), y as materialized (select 2) delete from t"_s,
        number(Verb::Delete));
    row(u"with update as (select 1) delete from t"_s, number(Verb::Delete));
    row(u"with x as (select 1), delete as (select 2) update t set a = 1"_s, number(Verb::Update));
    row(u"select 1"_s, -1);
    row(u"select * from t for update"_s, -1);
    row(u"with update as (select 1) select * from update"_s, -1);
    row(u"with x as (delete from t returning *) select * from x"_s, -1);
    row(u"explain update t set a = 1"_s, -1);
    row(u"create rule r as on update to t do instead delete from s"_s, -1);
    row(u"\"update\""_s, -1);
    row(u"call update(1)"_s, -1);
    row(u"-- update"_s, -1);
    row({}, -1);
}

void TestRowWrite::knowsWritesFromOthers()
{
    QFETCH(const QString, statement);
    QFETCH(const int, verb);
    const auto write = rowWrite(statement);
    QCOMPARE(write ? static_cast<int>(write->verb) : -1, verb);
}

void TestRowWrite::asksForTheRows_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("returning");
    QTest::newRow("none") << u"delete from t"_s << u"delete from t\nRETURNING *"_s;
    QTest::newRow("semicolon and comment")
        << u"delete from t -- all\n;  "_s << u"delete from t\nRETURNING *"_s;
    QTest::newRow("comment inside") << u"delete from t -- all\nwhere a"_s
                                    << u"delete from t -- all\nwhere a\nRETURNING *"_s;
    QTest::newRow("its own") << u"delete from t returning a;"_s << u"delete from t returning a"_s;
    QTest::newRow("a table's") << u"with x as (delete from s returning a) delete from t"_s
                               << u"with x as (delete from s returning a) delete from t\nRETURNING *"_s;
}

void TestRowWrite::asksForTheRows()
{
    QFETCH(const QString, statement);
    QFETCH(const QString, returning);
    const auto write = rowWrite(statement);
    QVERIFY(write);
    QCOMPARE(write->returning, returning);
}

void TestRowWrite::knowsWhatOverwrites_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<bool>("does");
    const auto row = [](const char *statement, bool does) {
        QTest::newRow(statement) << QString::fromLatin1(statement) << does;
    };
    row("update t set a = 1", true);
    row("/* all */ Delete From t;", true);
    row("merge into t using s on true when matched then delete", true);
    row("truncate t", true);
    row("with x as (select 1) delete from t", true);
    row("with x as (delete from t returning *) select * from x", true);
    row("with a as (select 1), x as not materialized (update t set a = 1 returning *) select 1", true);
    row("with x as (delete from t returning *) insert into s select * from x", true);
    row("insert into s with x as (delete from t returning *) select * from x", true);
    row("with x as (insert into t values (1) on conflict (a) do update set a = 2 returning *) table x", true);
    row("insert into t values (1) on conflict (a) do update set a = 2", true);
    row("copy (delete from t returning *) to stdout", true);
    row("explain analyze delete from t", true);
    row("EXPLAIN ANALYSE VERBOSE update t set a = 1", true);
    row("explain (analyze, costs off) with x as (delete from t returning *) select * from x", true);
    row("select 1", false);
    row("select * from t for update", false);
    row("select 'delete' from \"update\"", false);
    row("insert into t values (1)", false);
    row("insert into t values (1) on conflict do nothing", false);
    row("insert into t (update, delete) values (1, 2)", false);
    row("with delete as (select 1) select * from delete", false);
    row("with x as (insert into t values (1) returning *) select * from x", false);
    row("copy t from stdin", false);
    row("copy (select 1) to stdout", false);
    row("explain delete from t", false);
    row("explain (costs off) delete from t", false);
    row("explain", false);
    row("explain (analyze", false);
    row("prepare p as delete from t", false);
    row("create function f() returns int begin atomic delete from t; select 1; end", false);
    row("create rule r as on update to t do instead delete from s", false);
    row("alter table t add column a int", false);
    row("-- delete from t", false);
    row("", false);
}

void TestRowWrite::knowsWhatOverwrites()
{
    QFETCH(const QString, statement);
    QFETCH(const bool, does);
    QCOMPARE(overwrites(statement), does);
}

void TestRowWrite::readsTruncate_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QStringList>("tables");
    QTest::addColumn<bool>("cascade");
    QTest::newRow("one") << u"truncate t"_s << QStringList{u"t"_s} << false;
    QTest::newRow("all words") << u"-- x\nTRUNCATE TABLE ONLY a.t, \"B c\" * RESTART IDENTITY CASCADE;"_s
                               << QStringList{u"a.t"_s, u"\"B c\""_s} << true;
    QTest::newRow("restrict") << u"truncate t restrict"_s << QStringList{u"t"_s} << false;
    QTest::newRow("unfinished") << u"truncate"_s << QStringList() << false;
    QTest::newRow("two") << u"truncate t; truncate s"_s << QStringList() << false;
    QTest::newRow("another") << u"delete from t"_s << QStringList() << false;
    QTest::newRow("nothing") << QString() << QStringList() << false;
}

void TestRowWrite::readsTruncate()
{
    QFETCH(const QString, statement);
    QFETCH(const QStringList, tables);
    QFETCH(const bool, cascade);
    const auto found = truncation(statement);
    QCOMPARE(found.has_value(), !tables.isEmpty());
    if (found)
        QCOMPARE(*found, (Truncation{tables, cascade}));
}

QTEST_GUILESS_MAIN(TestRowWrite)
#include "tst_rowwrite.moc"
