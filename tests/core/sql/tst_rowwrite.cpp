#include "core/sql/rowwrite.h"

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

QTEST_GUILESS_MAIN(TestRowWrite)
#include "tst_rowwrite.moc"
