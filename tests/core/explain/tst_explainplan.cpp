#include "../sql/testschema.h"

#include "core/explain/comparison.h"
#include "core/explain/conditioncolumns.h"
#include "core/explain/hints.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace squall;
using namespace squall::explain;
using namespace Qt::StringLiterals;

/// Plans that servers of every version made of the same statements; plans/README says how.
class TestExplainPlan : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void reads_data();
    void reads();
    void hintsAt_data();
    void hintsAt();
    void sharesParallelWork();
    void countsCommonTablesWhereTheyAreRead();
    void knowsWhatNeverRan();
    void readsWhatIsOnlyPlanned();
    void refusesOtherTexts();
    void writesText();
    void namesSteps_data();
    void namesSteps();
    void findsColumns_data();
    void findsColumns();
    void proposesNothingThatIsThere();
    void knowsStaleStatistics();
    void compares();
    void comparesWhatIsTheSame();

private:
    static Plan plan(const QString &name, int version);
    static const Node *find(const Plan &plan, const QString &type);

    catalog::SnapshotPtr m_snapshot;
};

namespace {

constexpr int versions[] = {12, 13, 14, 15, 16, 17, 18};

/// A step as EXPLAIN writes it.
QJsonObject step(const QString &type, QJsonObject more = {}, const QJsonArray &plans = {})
{
    more.insert(u"Node Type"_s, type);
    more.insert(u"Total Cost"_s, 10);
    more.insert(u"Plan Rows"_s, 10);
    if (!plans.isEmpty())
        more.insert(u"Plans"_s, plans);
    return more;
}

QJsonObject scan(const QString &type, const QString &table, const QString &index = {})
{
    QJsonObject fields{{u"Relation Name"_s, table}, {u"Schema"_s, u"public"_s}, {u"Alias"_s, table}};
    if (!index.isEmpty())
        fields.insert(u"Index Name"_s, index);
    return step(type, fields);
}

Plan made(const QJsonObject &root)
{
    return *readPlan(QJsonDocument(QJsonArray{QJsonObject{{u"Plan"_s, root}}}).toJson());
}

} // namespace

void TestExplainPlan::initTestCase()
{
    m_snapshot = test::readSchema(uR"(
table public.customers: id integer pk; name text notnull; city text notnull; zip text notnull; joined timestamp with time zone notnull
table public.orders: id integer pk; customer_id integer notnull; status text notnull; total numeric(10,2) notnull; placed_at timestamp with time zone notnull; note text
table public.notes: id integer pk; kind text notnull; body text
index public.orders orders_placed_at_idx (placed_at)
fk public.orders orders_customer_id_fkey (customer_id) public.customers (id)
)"_s);
}

Plan TestExplainPlan::plan(const QString &name, int version)
{
    QFile file(QStringLiteral(SQUALL_PLANS "/%1-%2.json").arg(name).arg(version));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", qPrintable(file.fileName()));
    const auto read = readPlan(file.readAll());
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    return *read;
}

const Node *TestExplainPlan::find(const Plan &plan, const QString &type)
{
    const auto found = std::find_if(plan.nodes.begin(), plan.nodes.end(),
                                    [&](const Node &each) { return each.type == type; });
    return found == plan.nodes.end() ? nullptr : &*found;
}

void TestExplainPlan::reads_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("version");
    for (const auto *name : {"selective", "key", "filterafter", "sortdisk", "hashdisk", "misestimate",
                             "subplan", "parallel", "commontable", "trigger", "never", "heap", "outer"}) {
        for (const int version : versions)
            QTest::addRow("%s on %d", name, version) << QString::fromLatin1(name) << version;
    }
}

/// What holds of every plan.
void TestExplainPlan::reads()
{
    QFETCH(QString, name);
    QFETCH(int, version);
    const auto read = plan(name, version);
    QVERIFY(read.analyzed);
    QVERIFY(read.executionMs > 0);
    QVERIFY(read.planningMs > 0);
    QVERIFY(read.root().hot);
    double selves = 0;
    for (size_t i = 0; i < read.nodes.size(); ++i) {
        const auto &node = read.nodes[i];
        QVERIFY(!node.type.isEmpty());
        QVERIFY(node.selfMs <= node.wholeMs);
        QVERIFY(node.buffers.has_value());
        for (const auto child : node.children)
            QCOMPARE(read.nodes[static_cast<size_t>(child)].parent, static_cast<int>(i));
        selves += node.selfMs;
    }
    // Clocks round: that is all by which the parts and the whole differ.
    QVERIFY2(selves <= read.root().wholeMs * 1.1 + 0.1, qPrintable(QString::number(selves)));
    QVERIFY2(selves >= read.root().wholeMs * 0.8 - 0.1, qPrintable(QString::number(selves)));
}

void TestExplainPlan::hintsAt_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("fix");

    const auto row = [](const char *name, Hint::Kind kind, const QString &fix) {
        QTest::newRow(name) << QString::fromLatin1(name) << static_cast<int>(kind) << fix;
    };
    row("selective", Hint::Kind::SelectiveScan, u"CREATE INDEX CONCURRENTLY ON public.orders (status);"_s);
    row("key", Hint::Kind::MissingKeyIndex, u"CREATE INDEX CONCURRENTLY ON public.orders (customer_id);"_s);
    row("filterafter", Hint::Kind::FilterAfterIndex,
        u"CREATE INDEX CONCURRENTLY ON public.orders (customer_id, placed_at);"_s);
    row("sortdisk", Hint::Kind::SortOnDisk, u"SET work_mem = '"_s);
    row("hashdisk", Hint::Kind::HashOnDisk, u"SET work_mem = '"_s);
    row("misestimate", Hint::Kind::Misestimate,
        u"CREATE STATISTICS public.customers_city_zip_stats ON city, zip FROM public.customers; ANALYZE "
        "public.customers;"_s);
    row("subplan", Hint::Kind::RepeatedSubplan, QString());
    row("trigger", Hint::Kind::MissingKeyIndex,
        u"CREATE INDEX CONCURRENTLY ON public.orders (customer_id);"_s);
    row("heap", Hint::Kind::HeapFetches, u"VACUUM public.notes;"_s);
}

void TestExplainPlan::hintsAt()
{
    QFETCH(QString, name);
    QFETCH(int, kind);
    QFETCH(QString, fix);
    for (const int version : versions) {
        const auto found = hints(plan(name, version), m_snapshot.get());
        const auto hint = std::find_if(found.begin(), found.end(),
                                       [&](const Hint &each) { return static_cast<int>(each.kind) == kind; });
        QVERIFY2(hint != found.end(), qPrintable(QString::number(version)));
        QVERIFY2(hint->fix.startsWith(fix), qPrintable(hint->fix));
        QVERIFY(!hint->message.isEmpty() && !hint->explanation.isEmpty());
    }
    for (const int version : versions) {
        for (const auto *quiet : {"outer", "never", "parallel"})
            QVERIFY2(hints(plan(QString::fromLatin1(quiet), version), m_snapshot.get()).empty(), quiet);
    }
}

/// Three processes spend their time at once.
void TestExplainPlan::sharesParallelWork()
{
    for (const int version : versions) {
        const auto read = plan(u"parallel"_s, version);
        const auto *node = find(read, u"Seq Scan"_s);
        QVERIFY(node);
        QCOMPARE(node->loops, 3);
        QVERIFY(qAbs(node->wholeMs - node->totalMs) < 0.001);
        QVERIFY(qAbs(node->allRows() - 60'000) < 3);
        QCOMPARE(find(read, u"Gather Merge"_s)->workersLaunched, 2);
    }
}

void TestExplainPlan::countsCommonTablesWhereTheyAreRead()
{
    for (const int version : versions) {
        const auto read = plan(u"commontable"_s, version);
        const auto *table = find(read, u"Seq Scan"_s);
        QCOMPARE(table->subplan, u"CTE big"_s);
        double scans = 0;
        double whole = 0;
        for (const auto &node : read.nodes) {
            if (node.type != u"CTE Scan")
                continue;
            scans += node.selfMs;
            whole += node.wholeMs;
        }
        QVERIFY(qAbs(whole - scans - table->wholeMs) < 0.01);
    }
}

void TestExplainPlan::knowsWhatNeverRan()
{
    for (const int version : versions) {
        const auto read = plan(u"never"_s, version);
        QVERIFY(!read.nodes.back().wasExecuted());
        QCOMPARE(read.nodes.back().misestimate(), 1);
        QVERIFY(planText(read).contains(u"(never executed)"_s));
    }
}

void TestExplainPlan::readsWhatIsOnlyPlanned()
{
    for (const int version : versions) {
        const auto read = plan(u"planned"_s, version);
        QVERIFY(!read.analyzed);
        QCOMPARE(read.root().type, u"ModifyTable"_s);
        QCOMPARE(titleOf(read.root()), u"Update on orders"_s);
        QVERIFY(read.whole() > 0);
        QVERIFY(hints(read, m_snapshot.get()).empty());
    }
}

void TestExplainPlan::refusesOtherTexts()
{
    QVERIFY(!readPlan("Seq Scan on orders").ok());
    QVERIFY(!readPlan("[]").ok());
    QVERIFY(!readPlan("{\"a\": 1}").ok());
    QVERIFY(!readPlan({}).ok());
}

void TestExplainPlan::writesText()
{
    const auto text = planText(plan(u"outer"_s, 15));
    QVERIFY(text.startsWith(u"Limit  (cost="_s));
    QVERIFY(text.contains(u"\n  ->  Sort  (cost="_s));
    QVERIFY(text.contains(u"        Sort Key: o.total\n"_s));
    QVERIFY(text.contains(u"Left Join"_s));
    QVERIFY(text.contains(u"Execution Time: "_s));
    QVERIFY(
        planText(plan(u"commontable"_s, 15)).contains(u"\n  CTE big\n    ->  Seq Scan on orders  (cost="_s));
}

void TestExplainPlan::namesSteps_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QJsonObject>("fields");

    QTest::newRow("a scan") << u"Seq Scan on orders"_s << scan(u"Seq Scan"_s, u"orders"_s);
    auto other = scan(u"Index Scan"_s, u"Orders"_s, u"x"_s);
    other.insert(u"Alias"_s, u"o"_s);
    other.insert(u"Schema"_s, u"shop"_s);
    QTest::newRow("an index") << u"Index Scan using x on shop.\"Orders\" o"_s << other;
    QTest::newRow("a hash join") << u"Hash Join"_s << step(u"Hash Join"_s, {{u"Join Type"_s, u"Inner"_s}});
    QTest::newRow("a left join") << u"Hash Left Join"_s
                                 << step(u"Hash Join"_s, {{u"Join Type"_s, u"Left"_s}});
    QTest::newRow("a loop") << u"Nested Loop Semi Join"_s
                            << step(u"Nested Loop"_s, {{u"Join Type"_s, u"Semi"_s}});
    QTest::newRow("an aggregate") << u"HashAggregate"_s
                                  << step(u"Aggregate"_s, {{u"Strategy"_s, u"Hashed"_s}});
    QTest::newRow("a function") << u"Function Scan on generate_series g"_s
                                << step(u"Function Scan"_s,
                                        {{u"Function Name"_s, u"generate_series"_s}, {u"Alias"_s, u"g"_s}});
}

void TestExplainPlan::namesSteps()
{
    QFETCH(QString, title);
    QFETCH(QJsonObject, fields);
    QCOMPARE(titleOf(made(fields).root()), title);
}

void TestExplainPlan::findsColumns_data()
{
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QStringList>("index");
    QTest::addColumn<bool>("partly");

    const auto row = [](const char *condition, const QStringList &index, bool partly = false) {
        QTest::newRow(condition) << QString::fromLatin1(condition) << index << partly;
    };
    row("(status = 'lost'::text)", {u"status"_s});
    row("(o.status = 'lost'::text)", {u"status"_s});
    row("((o.status)::text = 'lost'::text)", {u"status"_s});
    row("((total > '5'::numeric) AND (status = 'a'::text))", {u"status"_s, u"total"_s});
    row("((total > '5'::numeric) AND (total < '9'::numeric))", {u"total"_s});
    row("((status = 'a'::text) OR (total > '5'::numeric))", {}, true);
    row("((status = 'a'::text) AND ((total > '5'::numeric) OR (id = 3)))", {u"status"_s}, true);
    row("(lower(status) = 'a'::text)", {}, true);
    row("((placed_at)::date = '2024-01-01'::date)", {}, true);
    row("(id = $0)", {u"id"_s});
    row("(5 = id)", {u"id"_s});
    row("(id = total)", {}, true);
    row("(x.status = 'a'::text)", {}, true);
    row("(status = ANY ('{a,b}'::text[]))", {u"status"_s});
    row("(status IS NULL)", {}, true);
    row("(NOT paid)", {}, true);
    row("(status ~~ '%x'::text)", {}, true);
    row("", {}, true);
}

void TestExplainPlan::findsColumns()
{
    QFETCH(QString, condition);
    QFETCH(QStringList, index);
    QFETCH(bool, partly);
    const QStringList columns{u"id"_s, u"status"_s, u"total"_s, u"placed_at"_s, u"paid"_s};
    const auto found = columnsOf(condition, columns, u"o"_s);
    QCOMPARE(found.forIndex(), index);
    QCOMPARE(found.partly, partly);
}

void TestExplainPlan::proposesNothingThatIsThere()
{
    auto snapshot = *m_snapshot;
    for (auto &table : snapshot.tables) {
        if (table.name == u"orders")
            table.indexes.push_back({.name = u"there"_s, .keys = {{.column = u"status"_s}}});
    }
    const auto found = hints(plan(u"selective"_s, 15), &snapshot);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.front().fix, u"ANALYZE public.orders;"_s);
    // Without a schema nobody knows what could be indexed.
    const auto unknown = hints(plan(u"selective"_s, 15), nullptr);
    QCOMPARE(unknown.size(), 1);
    QVERIFY(unknown.front().fix.isEmpty());
}

void TestExplainPlan::knowsStaleStatistics()
{
    const auto read = plan(u"outer"_s, 15);
    const auto of = [&](double rows, double changed, const QString &analyzed) {
        return hints(read, m_snapshot.get(), {{u"public"_s, u"orders"_s, rows, changed, analyzed}});
    };
    QVERIFY(of(60'000, 5'000, u"2024-01-01"_s).empty());
    QVERIFY(of(100, 90, u"2024-01-01"_s).empty());
    QCOMPARE(of(60'000, 30'000, u"2024-01-01"_s).front().kind, Hint::Kind::StaleStatistics);
    QCOMPARE(of(-1, 0, {}).front().fix, u"ANALYZE public.orders;"_s);
}

void TestExplainPlan::compares()
{
    const auto before =
        made(step(u"Sort"_s, {},
                  {step(u"Hash Join"_s, {{u"Join Type"_s, u"Inner"_s}},
                        {scan(u"Seq Scan"_s, u"a"_s), step(u"Hash"_s, {}, {scan(u"Seq Scan"_s, u"b"_s)})})}));
    const auto after =
        made(step(u"Sort"_s, {},
                  {step(u"Nested Loop"_s, {{u"Join Type"_s, u"Inner"_s}},
                        {scan(u"Seq Scan"_s, u"a"_s), scan(u"Index Scan"_s, u"b"_s, u"b_idx"_s)})}));
    using enum Step::Change;
    const auto steps = compare(before, after);
    const std::vector<Step> expected{
        {0, 0, Same}, {1, 1, Differently}, {3, -1, Removed}, {2, 2, Same}, {4, 3, Differently}};
    QCOMPARE(steps, expected);
}

void TestExplainPlan::comparesWhatIsTheSame()
{
    for (const auto *name : {"parallel", "commontable", "trigger", "outer"}) {
        const auto one = plan(QString::fromLatin1(name), 15);
        const auto steps = compare(one, one);
        QCOMPARE(steps.size(), one.nodes.size());
        QVERIFY(std::all_of(steps.begin(), steps.end(), [](const Step &each) {
            return each.change == Step::Change::Same && each.before == each.after;
        }));
    }
}

QTEST_GUILESS_MAIN(TestExplainPlan)
#include "tst_explainplan.moc"
