#include "core/sql/relationreads.h"

#include <QTest>

using namespace squall;
using namespace Qt::StringLiterals;

class TestRelationReads : public QObject
{
    Q_OBJECT

private slots:
    void counts_data();
    void counts();
};

using Counts = QHash<QString, int>;

void TestRelationReads::counts_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<bool>("known");
    QTest::addColumn<Counts>("counts");

    const auto add = [](const char *name, const QString &statement, const Counts &counts) {
        QTest::newRow(name) << statement << true << counts;
    };
    add("one table", u"select * from public.t where a = $1"_s, {{u"t"_s, 1}});
    add("a join", u"select * from a join b using (id)"_s, {{u"a"_s, 1}, {u"b"_s, 1}});
    add("a table joined to itself", u"select x.id, y.name from t x, t y"_s, {{u"t"_s, 2}});
    add("three times is no more than twice", u"select 1 from t a, t b, t c"_s, {{u"t"_s, 2}});
    add("in another schema too", u"select 1 from a.t, b.t"_s, {{u"t"_s, 2}});
    add("a subquery below from", u"select * from (select * from t) s"_s, {{u"t"_s, 1}});
    add("a subquery in an expression",
        u"select id, (select max(n) from t) from t where n in (select n from t)"_s, {{u"t"_s, 1}});
    add("a common table", u"with c as (select * from t) select * from c"_s, {{u"t"_s, 1}});
    add("a common table read twice", u"with c as (select * from t) select a.id, b.n from c a, c b"_s,
        {{u"t"_s, 2}});
    add("a common table that nobody reads", u"with c as (select * from t) select * from u"_s, {{u"u"_s, 1}});
    add("through common tables", u"with c as (select * from t), d as (select * from c) select * from c, d"_s,
        {{u"t"_s, 2}});
    add("one that reads itself",
        u"with recursive c as (select * from t union all select t.* from t join c on t.p = c.id) table c"_s,
        {{u"t"_s, 2}});
    add("a union", u"select * from t union select * from t"_s, {{u"t"_s, 2}});
    add("locked rows", u"select * from t for update of t"_s, {{u"t"_s, 1}});
    add("returned rows", u"update t set n = 1 returning *"_s, {{u"t"_s, 1}});
    add("returned rows of a join", u"update t set n = u.n from u returning *"_s, {{u"t"_s, 1}, {u"u"_s, 1}});
    add("no table", u"select 1"_s, {});
    QTest::newRow("no SQL") << u"select from where"_s << false << Counts();
    QTest::newRow("several statements") << u"select * from t; select 1"_s << false << Counts();
    QTest::newRow("common tables of one name")
        << u"with c as (select 1) select * from c, (with c as (select * from t) select * from c) s"_s << false
        << Counts();
}

void TestRelationReads::counts()
{
    QFETCH(QString, statement);
    QFETCH(bool, known);
    QFETCH(Counts, counts);
    const auto reads = sql::relationReads(statement);
    QCOMPARE(reads.has_value(), known);
    if (known)
        QCOMPARE(*reads, counts);
}

QTEST_GUILESS_MAIN(TestRelationReads)
#include "tst_relationreads.moc"
