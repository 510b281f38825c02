#include "models/schematreemodel.h"
#include "tests/models/cputime.h"
#include "tests/models/snapshots.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <algorithm>

using namespace squall;
using namespace squall::models;
using namespace Qt::Literals::StringLiterals;

namespace {

catalog::SnapshotPtr sample(bool withPosts = true)
{
    auto snapshot = std::make_shared<catalog::Snapshot>();
    for (const auto &name : {u"app"_s, u"empty"_s}) {
        catalog::Schema schema;
        schema.name = name;
        snapshot->schemas.push_back(schema);
    }
    auto events = test::table(u"app"_s, u"events"_s);
    events.partitionKey = u"RANGE (at)"_s;
    snapshot->tables = {events, test::partition(u"app"_s, u"events_2025"_s, u"events"_s, 400),
                        test::partition(u"app"_s, u"events_2026"_s, u"events"_s, 600)};
    if (withPosts)
        snapshot->tables.push_back(test::table(u"app"_s, u"posts"_s, 2100));
    snapshot->tables.push_back(test::table(u"app"_s, u"Users"_s, 0));
    catalog::View view;
    view.schema = u"app"_s;
    view.name = u"active_plans"_s;
    snapshot->views.push_back(view);
    catalog::Enum status;
    status.schema = u"app"_s;
    status.name = u"plan_status"_s;
    snapshot->enums.push_back(status);
    return snapshot;
}

QStringList labels(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QStringList labels;
    for (int row = 0; row < model.rowCount(parent); ++row)
        labels += model.index(row, 0, parent).data().toString();
    return labels;
}

} // namespace

class TestSchemaTreeModel : public QObject
{
    Q_OBJECT

private slots:
    void arrangesByUse();
    void nestsPartitionsAndSumsTheirRows();
    void orphanPartitionsStandAlone();
    void filtersByNameAndBySchema_data();
    void filtersByNameAndBySchema();
    void namesTheSameNodeInEverySnapshot();
    void namesWhatIsNotCompared();
    void showsSavedFiltersOfWhatIsThere();
    void showsSavedQueriesInTheirFolders();
    void filtersFiveThousandTablesWithinAFrame();
};

void TestSchemaTreeModel::arrangesByUse()
{
    SchemaTreeModel model;
    QAbstractItemModelTester tester(&model);
    model.setSnapshot(sample());
    QCOMPARE(labels(model), QStringList({u"app"_s, u"empty"_s}));
    const auto app = model.index(0, 0);
    QCOMPARE(labels(model, app), QStringList({u"events"_s, u"posts"_s, u"Users"_s, u"Views"_s, u"Types"_s}));
    const auto types = model.index(4, 0, app);
    QCOMPARE(labels(model, types), QStringList({u"plan_status"_s}));
    QCOMPARE(model.index(0, 0, types).data(SchemaTreeModel::NoteRole).toString(), u"enum"_s);
    QVERIFY(!types.data(SchemaTreeModel::IdRole).isValid());
    model.setSnapshot(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestSchemaTreeModel::nestsPartitionsAndSumsTheirRows()
{
    SchemaTreeModel model;
    QAbstractItemModelTester tester(&model);
    model.setSnapshot(sample());
    const auto events = model.indexOf({Kind::Table, u"app"_s, u"events"_s});
    QCOMPARE(labels(model, events), QStringList({u"events_2025"_s, u"events_2026"_s}));
    QCOMPARE(events.data(SchemaTreeModel::RowsRole).toLongLong(), 1000);
    QCOMPARE(events.data(SchemaTreeModel::BytesRole).toLongLong(), 100'000);
    QVERIFY(events.data(SchemaTreeModel::PartitionedRole).toBool());
    QCOMPARE(events.data(SchemaTreeModel::ChildrenRole).toInt(), 2);
}

void TestSchemaTreeModel::orphanPartitionsStandAlone()
{
    auto snapshot = std::make_shared<catalog::Snapshot>();
    snapshot->tables = {test::partition(u"app"_s, u"alone"_s, u"not_readable"_s, 1)};
    SchemaTreeModel model;
    model.setSnapshot(snapshot);
    QVERIFY(model.indexOf({Kind::Table, u"app"_s, u"alone"_s}).isValid());
}

void TestSchemaTreeModel::filtersByNameAndBySchema_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QStringList>("shown");
    QTest::newRow("any case") << u"uSER"_s << QStringList{u"Users"_s};
    QTest::newRow("inside a group") << u"plan_s"_s << QStringList{u"Types"_s};
    QTest::newRow("a partition shows its parent") << u"2026"_s << QStringList{u"events"_s};
    QTest::newRow("with the schema") << u"app.p"_s << QStringList{u"posts"_s, u"Types"_s};
}

void TestSchemaTreeModel::filtersByNameAndBySchema()
{
    QFETCH(QString, filter);
    SchemaTreeModel model;
    QAbstractItemModelTester tester(&model);
    model.setSnapshot(sample());
    model.setFilter(filter);
    QCOMPARE(labels(model), QStringList{u"app"_s});
    QTEST(labels(model, model.index(0, 0)), "shown");
    model.setFilter({});
    QCOMPARE(labels(model).size(), 2);
}

void TestSchemaTreeModel::namesTheSameNodeInEverySnapshot()
{
    SchemaTreeModel model;
    model.setSnapshot(sample());
    const ObjectId posts{Kind::Table, u"app"_s, u"posts"_s};
    const ObjectId users{Kind::Table, u"app"_s, u"Users"_s};
    const auto key = model.indexOf(users).data(SchemaTreeModel::KeyRole).toString();
    const auto views = model.index(3, 0, model.index(0, 0)).data(SchemaTreeModel::KeyRole).toString();

    model.setSnapshot(sample(false));
    QVERIFY(!model.indexOf(posts).isValid());
    QCOMPARE(model.indexOfKey(key), model.indexOf(users));
    QCOMPARE(model.indexOfKey(views).data().toString(), u"Views"_s);

    model.setFilter(u"events"_s);
    QVERIFY(!model.indexOf(users).isValid());
}

void TestSchemaTreeModel::namesWhatIsNotCompared()
{
    auto snapshot = std::make_shared<catalog::Snapshot>(*sample());
    catalog::Definition mapping;
    mapping.kind = Kind::UserMapping;
    mapping.name = u"far"_s;
    snapshot->definitions = {mapping};
    const ObjectId setting{Kind::Database, {}, u"log_statement"_s};
    snapshot->unmodeled = {{setting, u"parameter privileges"_s}, {idOf(mapping), u"a secret option"_s}};

    SchemaTreeModel model;
    QAbstractItemModelTester tester(&model);
    model.setSnapshot(snapshot);
    QCOMPARE(labels(model), QStringList({u"app"_s, u"empty"_s, u"Database"_s, u"Not compared"_s}));
    const auto group = model.index(3, 0);
    QVERIFY(!group.data(SchemaTreeModel::IdRole).isValid());
    QCOMPARE(labels(model, group), QStringList({u"log_statement"_s, u"far"_s}));
    const auto first = model.index(0, 0, group);
    QCOMPARE(first.data(SchemaTreeModel::IdRole).value<ObjectId>(), setting);
    QCOMPARE(first.data(SchemaTreeModel::NoteRole).toString(), u"parameter privileges"_s);
    // What is compared but for a part of it is found where it belongs.
    QCOMPARE(model.indexOf(idOf(mapping)).parent(), model.index(2, 0));
}

void TestSchemaTreeModel::showsSavedFiltersOfWhatIsThere()
{
    SchemaTreeModel model;
    QAbstractItemModelTester tester(&model);
    // Names are found as a server's snapshot has them, sorted.
    const auto sorted = [](bool withPosts) {
        auto snapshot = std::make_shared<catalog::Snapshot>(*sample(withPosts));
        std::sort(snapshot->tables.begin(), snapshot->tables.end(),
                  [](const auto &one, const auto &other) { return one.name < other.name; });
        return snapshot;
    };
    model.setSnapshot(sorted(true));
    const ObjectId posts{Kind::Table, u"app"_s, u"posts"_s};
    model.setSavedFilters({{.relation = posts, .name = u"Mine"_s},
                           {.relation = posts, .name = u"Old ones"_s},
                           {.relation = {Kind::Table, u"app"_s, u"gone"_s}, .name = u"Lost"_s}});
    auto id = posts;
    id.part = u"Mine"_s;
    const auto mine = model.indexOf(id);
    QVERIFY(mine.isValid());
    QVERIFY(mine != model.indexOf(posts));
    QCOMPARE(labels(model, mine.parent()), QStringList({u"Mine"_s, u"Old ones"_s}));
    QCOMPARE(mine.data(SchemaTreeModel::NoteRole).toString(), u"posts"_s);

    model.setSnapshot(sorted(false));
    QVERIFY(!model.indexOf(id).isValid());
    model.setSnapshot(sorted(true));
    QVERIFY(model.indexOf(id).isValid());
    model.setSavedFilters({});
    QVERIFY(!model.indexOf(id).isValid());
}

void TestSchemaTreeModel::showsSavedQueriesInTheirFolders()
{
    SchemaTreeModel model;
    QAbstractItemModelTester tester(&model);
    model.setSnapshot(sample(true));
    const int before = model.rowCount();
    model.setSavedQueries({{.id = u"1"_s, .folder = u"reports/weekly"_s, .name = u"Due"_s},
                           {.id = u"2"_s, .folder = u"reports"_s, .name = u"All"_s, .abbreviation = u"al"_s},
                           {.id = u"3"_s, .name = u"Plain"_s}});
    QCOMPARE(model.rowCount(), before + 1);
    const auto under = [&](const QModelIndex &parent, const QString &label) {
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const auto index = model.index(row, 0, parent);
            if (index.data().toString() == label)
                return index;
        }
        return QModelIndex();
    };
    const auto group = under({}, u"Saved queries"_s);
    QVERIFY(group.isValid());
    QVERIFY(!group.data(SchemaTreeModel::IdRole).isValid());
    QCOMPARE(group.data(SchemaTreeModel::FolderRole).toString(), QString());
    QCOMPARE(labels(model, group), QStringList({u"reports"_s, u"Plain"_s}));
    const auto reports = under(group, u"reports"_s);
    QCOMPARE(labels(model, reports), QStringList({u"weekly"_s, u"All"_s}));
    const auto weekly = under(reports, u"weekly"_s);
    QCOMPARE(weekly.data(SchemaTreeModel::FolderRole).toString(), u"reports/weekly"_s);
    QCOMPARE(weekly.data(SchemaTreeModel::QueryRole).toString(), QString());
    const auto due = under(weekly, u"Due"_s);
    QCOMPARE(due.data(SchemaTreeModel::QueryRole).toString(), u"1"_s);
    QCOMPARE(due.data(SchemaTreeModel::FolderRole).toString(), u"reports/weekly"_s);
    QVERIFY(!due.data(SchemaTreeModel::IdRole).isValid());
    QVERIFY(!due.data(SchemaTreeModel::KindRole).isValid());
    QCOMPARE(under(reports, u"All"_s).data(SchemaTreeModel::NoteRole).toString(), u"al"_s);
    // Nothing else answers as one.
    QVERIFY(!model.index(0, 0).data(SchemaTreeModel::FolderRole).isValid());
    const auto key = due.data(SchemaTreeModel::KeyRole).toString();
    model.setFilter(u"du"_s);
    QVERIFY(model.indexOfKey(key).isValid());
    QVERIFY(!under(under({}, u"Saved queries"_s), u"Plain"_s).isValid());
    model.setFilter({});
    model.setSavedQueries({});
    QCOMPARE(model.rowCount(), before);
}

void TestSchemaTreeModel::filtersFiveThousandTablesWithinAFrame()
{
    SchemaTreeModel model;
    model.setSnapshot(test::manyTables(5000));
    std::vector<qint64> nanoseconds;
    for (int i = 0; i < 100; ++i) {
        const auto before = test::cpuNanoseconds();
        model.setFilter(QString::number(i * 47));
        nanoseconds.push_back(test::cpuNanoseconds() - before);
    }
    std::sort(nanoseconds.begin(), nanoseconds.end());
    qInfo("p99 of filtering 5000 tables: %.2f ms", static_cast<double>(nanoseconds[98]) / 1e6);
    QVERIFY(nanoseconds[98] < 16'000'000 * test::slowdown);
}

QTEST_GUILESS_MAIN(TestSchemaTreeModel)
#include "tst_schematreemodel.moc"
