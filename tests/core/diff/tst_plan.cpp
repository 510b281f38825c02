#include "core/diff/plan.h"
#include "core/diff/render.h"

#include <QTest>

using namespace squall;
using namespace squall::catalog;
using namespace squall::diff;
using namespace Qt::StringLiterals;

namespace {

Column column(const QString &name, const QString &type)
{
    Column made;
    made.name = name;
    made.type = type;
    return made;
}

Table table(const QString &name, std::vector<Column> columns)
{
    Table made;
    made.schema = u"public"_s;
    made.name = name;
    made.columns = std::move(columns);
    return made;
}

Constraint check(const QString &name, const QString &expression)
{
    Constraint made;
    made.name = name;
    made.type = Constraint::Type::Check;
    made.expression = expression;
    return made;
}

Constraint foreignKey(const QString &name, const QString &column, const QString &table)
{
    Constraint made;
    made.name = name;
    made.type = Constraint::Type::ForeignKey;
    made.columns = {column};
    made.referencedTable = {u"public"_s, table};
    made.referencedColumns = {u"id"_s};
    return made;
}

/// A database that has what every new one has, so that nothing is written about that.
std::shared_ptr<Snapshot> emptyDatabase()
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->database->serverVersion = 150000;
    Schema schema;
    schema.name = u"public"_s;
    schema.owner = u"pg_database_owner"_s;
    schema.comment = u"standard public schema"_s;
    schema.privileges.granted = {{.right = u"USAGE"_s}};
    snapshot->schemas = {schema};
    Extension language;
    language.name = u"plpgsql"_s;
    language.comment = u"PL/pgSQL procedural language"_s;
    snapshot->extensions = {language};
    return snapshot;
}

QStringList written(const SnapshotPtr &snapshot)
{
    const auto plan = planCreation(snapshot);
    if (!plan)
        return {u"error: "_s + plan.error().message};
    QStringList statements;
    for (const auto &step : plan->steps)
        statements += statementsOf(step, *snapshot);
    return statements;
}

} // namespace

class TestPlan : public QObject
{
    Q_OBJECT

private slots:
    void writesNothingForAnEmptyDatabase();
    void foldsChecksAndDefaultsIntoTheirTable();
    void keepsACheckThatNeedsTheTableOutside();
    void addsForeignKeysLastSoThatCirclesWork();
    void createsAViewAfterWhatItReads();
    void attachesPartitionsBeforeKeysAreMade();
    void passesOverIndexesThatServeNobody();
    void namesACircle();
};

void TestPlan::writesNothingForAnEmptyDatabase()
{
    QCOMPARE(written(emptyDatabase()), QStringList());
}

void TestPlan::foldsChecksAndDefaultsIntoTheirTable()
{
    auto snapshot = emptyDatabase();
    auto users = table(u"users"_s, {column(u"id"_s, u"integer"_s)});
    users.columns[0].defaultSql = u"0"_s;
    users.constraints = {check(u"positive"_s, u"id >= 0"_s)};
    snapshot->tables = {users};
    QCOMPARE(
        written(snapshot),
        QStringList{
            u"CREATE TABLE public.users (\n    id integer DEFAULT 0,\n    CONSTRAINT positive CHECK (id >= 0)\n)"_s});
}

void TestPlan::keepsACheckThatNeedsTheTableOutside()
{
    auto snapshot = emptyDatabase();
    auto users = table(u"users"_s, {column(u"id"_s, u"integer"_s)});
    users.constraints = {check(u"sane"_s, u"public.is_sane(users.*)"_s)};
    snapshot->tables = {users};
    Function function;
    function.schema = u"public"_s;
    function.name = u"is_sane"_s;
    function.identityArguments = u"public.users"_s;
    function.definition =
        u"CREATE FUNCTION public.is_sane(public.users) RETURNS boolean LANGUAGE sql RETURN true"_s;
    snapshot->functions = {function};
    *snapshot->dependencies = {
        {idOf(function), idOf(users)},
        {partOf(idOf(users), Kind::Constraint, u"sane"_s), idOf(function)},
    };

    const auto statements = written(snapshot);
    QCOMPARE(statements.size(), 3);
    QVERIFY(statements[0].startsWith(u"CREATE TABLE"));
    QCOMPARE(statements[1], function.definition);
    QCOMPARE(statements[2],
             u"ALTER TABLE public.users\n    ADD CONSTRAINT sane CHECK (public.is_sane(users.*))"_s);
}

void TestPlan::addsForeignKeysLastSoThatCirclesWork()
{
    auto snapshot = emptyDatabase();
    auto a = table(u"a"_s, {column(u"id"_s, u"integer"_s)});
    auto b = table(u"b"_s, {column(u"id"_s, u"integer"_s)});
    a.constraints = {foreignKey(u"to_b"_s, u"id"_s, u"b"_s)};
    b.constraints = {foreignKey(u"to_a"_s, u"id"_s, u"a"_s)};
    snapshot->tables = {a, b};
    const auto statements = written(snapshot);
    QCOMPARE(statements.size(), 4);
    QVERIFY(statements[1].startsWith(u"CREATE TABLE public.b"));
    QCOMPARE(
        statements[2],
        u"ALTER TABLE ONLY public.a\n    ADD CONSTRAINT to_b FOREIGN KEY (id) REFERENCES public.b (id)"_s);
}

void TestPlan::createsAViewAfterWhatItReads()
{
    auto snapshot = emptyDatabase();
    View first;
    first.schema = u"public"_s;
    first.name = u"a_reads_b"_s;
    first.definition = u"SELECT b.x FROM public.b;"_s;
    View second = first;
    second.name = u"b"_s;
    second.definition = u"SELECT 1 AS x;"_s;
    snapshot->views = {first, second};
    *snapshot->dependencies = {{idOf(first), idOf(second)}};
    QCOMPARE(written(snapshot),
             (QStringList{u"CREATE VIEW public.b AS\n SELECT 1 AS x"_s,
                          u"CREATE VIEW public.a_reads_b AS\n SELECT b.x FROM public.b"_s}));
}

void TestPlan::attachesPartitionsBeforeKeysAreMade()
{
    auto snapshot = emptyDatabase();
    auto parent = table(u"events"_s, {column(u"id"_s, u"integer"_s)});
    parent.partitionKey = u"RANGE (id)"_s;
    Constraint key;
    key.name = u"events_pkey"_s;
    key.type = Constraint::Type::PrimaryKey;
    key.columns = {u"id"_s};
    parent.constraints = {key};
    Index index;
    index.name = key.name;
    index.constraint = key.name;
    parent.indexes = {index};

    auto part = table(u"events_1"_s, {column(u"id"_s, u"integer"_s)});
    part.partitionOf = {u"public"_s, u"events"_s};
    part.partitionBound = u"FOR VALUES FROM (1) TO (2)"_s;
    key.name = u"events_1_pkey"_s;
    part.constraints = {key};
    index.name = key.name;
    index.constraint = key.name;
    index.parent = {u"public"_s, u"events_pkey"_s};
    part.indexes = {index};
    snapshot->tables = {parent, part};

    QCOMPARE(
        written(snapshot),
        (QStringList{
            u"CREATE TABLE public.events (\n    id integer\n)\nPARTITION BY RANGE (id)"_s,
            u"CREATE TABLE public.events_1 (\n    id integer\n)"_s,
            u"ALTER TABLE ONLY public.events ATTACH PARTITION public.events_1 FOR VALUES FROM (1) TO (2)"_s,
            u"ALTER TABLE ONLY public.events\n    ADD CONSTRAINT events_pkey PRIMARY KEY (id)"_s,
            u"ALTER TABLE ONLY public.events_1\n    ADD CONSTRAINT events_1_pkey PRIMARY KEY (id)"_s,
            u"ALTER INDEX public.events_pkey ATTACH PARTITION public.events_1_pkey"_s,
        }));
}

void TestPlan::passesOverIndexesThatServeNobody()
{
    auto snapshot = emptyDatabase();
    Index index;
    index.name = u"failed"_s;
    index.method = u"btree"_s;
    index.keys = {{.column = u"x"_s}};
    index.valid = false;
    auto events = table(u"events"_s, {column(u"x"_s, u"integer"_s)});
    events.indexes = {index};
    snapshot->tables = {events};
    View sums;
    sums.schema = u"public"_s;
    sums.name = u"sums"_s;
    sums.materialized = true;
    sums.definition = u"SELECT 1 AS x;"_s;
    sums.indexes = {index};
    snapshot->views = {sums};
    const auto statements = written(snapshot);
    QVERIFY2(statements.filter(u"INDEX"_s).isEmpty(), qPrintable(statements.join(u'\n')));
    QCOMPARE(statements.size(), 2);
}

void TestPlan::namesACircle()
{
    auto snapshot = emptyDatabase();
    View a;
    a.schema = u"public"_s;
    a.name = u"a"_s;
    View b = a;
    b.name = u"b"_s;
    snapshot->views = {a, b};
    *snapshot->dependencies = {{idOf(a), idOf(b)}, {idOf(b), idOf(a)}};
    const auto plan = planCreation(snapshot);
    QVERIFY(!plan);
    QVERIFY(plan.error().message.contains(u"public.a"));
    QVERIFY(plan.error().message.contains(u"public.b"));
}

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
