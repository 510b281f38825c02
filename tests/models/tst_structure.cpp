#include "models/structure.h"
#include "models/structuremodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace squall::catalog;
using namespace Qt::StringLiterals;

namespace {

Snapshot coaching()
{
    Table plans;
    plans.schema = u"public"_s;
    plans.name = u"plans"_s;
    plans.owner = u"ada"_s;
    plans.columns = {
        {.name = u"id"_s, .type = u"uuid"_s, .defaultSql = u"gen_random_uuid()"_s, .notNull = true}};
    plans.constraints = {
        {.name = u"plans_pkey"_s, .type = Constraint::Type::PrimaryKey, .columns = {u"id"_s}}};

    const Index index{
        .name = u"failed"_s, .method = u"btree"_s, .keys = {{.column = u"id"_s}}, .valid = false};
    plans.indexes = {index, index, index};
    plans.indexes[1].name = u"given_up"_s;
    plans.indexes[1].live = false;
    plans.indexes[2].name = u"under_way"_s;
    *plans.indexes[2].building = true;

    Table workouts = plans;
    workouts.name = u"workouts"_s;
    workouts.comment = u"What was trained"_s;
    workouts.columns = {{.name = u"id"_s, .type = u"bigint"_s, .notNull = true, .identity = Identity{}},
                        {.name = u"plan_id"_s, .type = u"uuid"_s},
                        {.name = u"twice"_s,
                         .type = u"integer"_s,
                         .defaultSql = u"distance * 2"_s,
                         .generated = Column::Generated::Stored}};
    workouts.constraints = {{.name = u"workouts_plan"_s,
                             .type = Constraint::Type::ForeignKey,
                             .columns = {u"plan_id"_s},
                             .validated = false,
                             .referencedTable = {u"public"_s, u"plans"_s},
                             .referencedColumns = {u"id"_s},
                             .onDelete = Constraint::Action::Cascade}};
    workouts.indexes = {{.name = u"workouts_plan_idx"_s,
                         .method = u"btree"_s,
                         .unique = true,
                         .ordered = true,
                         .keys = {{.column = u"plan_id"_s, .descending = true, .nullsFirst = true},
                                  {.expression = u"lower(title)"_s}},
                         .predicate = u"(twice > 1)"_s}};
    workouts.policies = {{.name = u"own"_s, .command = Policy::Command::Select, .usingSql = u"true"_s}};
    Snapshot snapshot;
    snapshot.tables = {plans, workouts};
    return snapshot;
}

QStringList flat(const std::vector<StructureSection> &sections, const QString &title)
{
    QStringList texts;
    for (const auto &section : sections) {
        if (section.title != title)
            continue;
        for (const auto &line : section.lines)
            texts << QStringList{line.name, line.type, line.detail, line.comment}.join(u'|');
    }
    return texts;
}

} // namespace

class TestStructure : public QObject
{
    Q_OBJECT

private slots:
    void lines_data();
    void lines();
    void nothingForTheMissing();
    void model();
    void tellsWhatTheProjectKnows();
};

void TestStructure::lines_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("section");
    QTest::addColumn<QStringList>("expected");

    const auto workouts = u"workouts"_s;
    QTest::newRow("columns") << workouts << u"Columns"_s
                             << QStringList{u"id|bigint|not null · generated always as identity|"_s,
                                            u"plan_id|uuid||"_s,
                                            u"twice|integer|generated always as (distance * 2)|"_s};
    QTest::newRow("default") << u"plans"_s << u"Columns"_s
                             << QStringList{u"id|uuid|not null · default gen_random_uuid()|"_s};
    QTest::newRow("foreign key")
        << workouts << u"Keys and constraints"_s
        << QStringList{u"workouts_plan|foreign key|(plan_id) → plans (id) on delete cascade · not valid|"_s};
    QTest::newRow("index")
        << workouts << u"Indexes"_s
        << QStringList{u"workouts_plan_idx|btree · unique|(plan_id desc, lower(title)) where (twice > 1)|"_s};
    QTest::newRow("indexes that serve nobody")
        << u"plans"_s << u"Indexes"_s
        << QStringList{u"failed|btree|(id) · not valid|"_s,
                       u"given_up|btree|(id) · being dropped, or left behind by that|"_s,
                       u"under_way|btree|(id) · being built|"_s};
    QTest::newRow("policy") << workouts << u"Policies"_s
                            << QStringList{u"own|select|to public · using (true)|"_s};
    QTest::newRow("referenced by") << u"plans"_s << u"Referenced by"_s
                                   << QStringList{
                                          u"workouts|workouts_plan|(plan_id) → (id) on delete cascade|"_s};
    QTest::newRow("no triggers") << workouts << u"Triggers"_s << QStringList{};
    QTest::newRow("about") << workouts << u"About"_s
                           << QStringList{u"Comment||What was trained|"_s, u"Owner||ada|"_s};
}

void TestStructure::lines()
{
    QFETCH(const QString, table);
    QFETCH(const QString, section);
    const auto sections = Structure::of(coaching(), {Kind::Table, u"public"_s, table});
    QTEST(flat(sections, section), "expected");
}

void TestStructure::nothingForTheMissing()
{
    QVERIFY(Structure::of(coaching(), {Kind::Table, u"public"_s, u"gone"_s}).empty());
}

void TestStructure::model()
{
    StructureModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const auto sections = Structure::of(coaching(), {Kind::Table, u"public"_s, u"workouts"_s});
    model.setSections(sections);
    model.setSections(sections);
    QCOMPARE(resets.count(), 1);
    QCOMPARE(model.rowCount(), static_cast<int>(sections.size()));
    const auto columns = model.index(0, 0);
    QVERIFY(StructureModel::isSection(columns));
    QCOMPARE(model.rowCount(columns), 3);
    const auto line = model.index(1, StructureModel::TypeColumn, columns);
    QCOMPARE(line.data().toString(), u"uuid"_s);
    QCOMPARE(line.parent(), columns);
    model.setSections({});
    QCOMPARE(model.rowCount(), 0);
}

void TestStructure::tellsWhatTheProjectKnows()
{
    drizzle::ProjectSchema project;
    drizzle::Declaration plans{.name = u"trainingPlans"_s, .place = {u"/app/plans.ts"_s, 12}};
    plans.columns.set(u"id"_s, {.key = u"id"_s, .defaultByApp = true});
    project.tables.set(u"public.plans"_s, plans);
    project.relations = {{.key = u"twin"_s,
                          .from = {u"public.workouts"_s, {u"id"_s}},
                          .to = {u"public.plans"_s, {u"id"_s}},
                          .place = {u"/app/relations.ts"_s, 3}}};
    const auto sections = Structure::of(coaching(), {Kind::Table, u"public"_s, u"plans"_s}, &project);
    const auto lines = [&](const QString &title) {
        for (const auto &section : sections) {
            if (section.title == title)
                return section.lines;
        }
        return std::vector<StructureLine>();
    };
    QCOMPARE(lines(u"Columns"_s).front().detail,
             u"not null · default gen_random_uuid() · app-side default"_s);
    QCOMPARE(lines(u"Relations of the project"_s),
             std::vector({StructureLine{u"twin"_s, u"relations.ts:3"_s, u"workouts (id) → plans (id)"_s}}));
    QCOMPARE(lines(u"About"_s).back(),
             (StructureLine{u"In the project"_s, u"plans.ts:12"_s, u"trainingPlans"_s}));
}

QTEST_GUILESS_MAIN(TestStructure)
#include "tst_structure.moc"
