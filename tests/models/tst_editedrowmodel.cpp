#include "core/pg/connection.h"
#include "core/workspace/workspace.h"
#include "models/cellrole.h"
#include "models/editedrowmodel.h"
#include "models/opendatabase.h"
#include "models/rowwindowmodel.h"
#include "tests/models/connectionto.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;
using edit::NewValue;
using Kind = squall::Kind;

namespace {

const auto script = QStringLiteral(R"(
create table item (id int primary key, name text not null, note text, made timestamptz not null default now(),
    total int generated always as (id * 2) stored, number int generated always as identity,
    must int not null);
insert into item (id, name, note, must) select g, 'n' || g, 'note ' || g, g from generate_series(1, 3000) g;
create table long (id int primary key, body text, other text);
insert into long select g, repeat(chr(96 + g), 5000) || 'end', 'o' from generate_series(1, 20) g;
create table keyless (n int, body text);
insert into keyless select g, repeat('y', 3000) || g from generate_series(1, 10) g;
create table empty (id int primary key, name text);
create view plain as select distinct * from item;
create materialized view kept as select 1 as one;
create table parted (id int) partition by range (id);
create table shared (a int primary key, b text);
analyze;
)");

ObjectId relation(const QString &name, Kind kind = Kind::Table)
{
    return {kind, u"public"_s, name};
}

QVariant at(const EditedRowModel &model, qint64 row, int column, int role = Qt::DisplayRole)
{
    return model.index(static_cast<int>(row - model.firstRow()), column).data(role);
}

EditMark mark(const EditedRowModel &model, qint64 row, int column)
{
    return at(model, row, column, EditMarkRole).value<EditMark>();
}

EditMark rowMark(const EditedRowModel &model, qint64 row)
{
    return at(model, row, 0, RowMarkRole).value<EditMark>();
}

} // namespace

class TestEditedRowModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { m_database->changes().clear(m_database->changes().relations()); }
    void laysEditsOverRows();
    void keepsItsPlaceAmongPages();
    void readsCutValuesWhole();
    void carriesOutInOrder();
    void finishesWhenClosed();
    void namesKeylessRows();
    void clears();
    void fills();
    void pastes();
    void duplicates();
    void removesAndReverts();
    void survivesLookingElsewhere();
    void comesBackAfterReconnecting();
    void countsWhatIsElsewhere();
    void refuses_data();
    void refuses();
    void refusesWithoutRights();
    void keepsDrafts();
    void newRowsBeginWithPresets();
    void followsRandomEdits();

private:
    std::unique_ptr<EditedRowModel> open(const ObjectId &id);
    pg::ConnectionOptions m_options;
    std::unique_ptr<OpenDatabase> m_database;
};

void TestEditedRowModel::initTestCase()
{
    m_options = test::TestServer::of().createDatabase();
    pg::Connection connection(m_options);
    NEED(connection.runScript(script));
    m_database = std::make_unique<OpenDatabase>(test::connectionTo(m_options));
    m_database->open();
    QTRY_COMPARE(m_database->state(), OpenDatabase::State::Open);
}

std::unique_ptr<EditedRowModel> TestEditedRowModel::open(const ObjectId &id)
{
    auto model = m_database->editedRows(id);
    if (!model)
        qFatal("no such relation: %s", qPrintable(id.text()));
    auto *tester = new QAbstractItemModelTester(
        model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, model.get());
    tester->setUseFetchMore(false);
    if (!QTest::qWaitFor([&] { return model->rows().state() == RowWindowModel::State::Ready; }, 30'000))
        qFatal("no rows came");
    return model;
}

void TestEditedRowModel::laysEditsOverRows()
{
    const auto model = open(relation(u"item"_s));
    QCOMPARE(model->refusal(), QString());
    model->setCells({{0, 1}, {2, 1}, {2, 2}}, NewValue::of("new"));
    QCOMPARE(at(*model, 0, 1).toString(), u"new"_s);
    QCOMPARE(at(*model, 0, 1, OriginalRole).toString(), u"n1"_s);
    QCOMPARE(mark(*model, 0, 1), EditMark::Changed);
    QCOMPARE(mark(*model, 0, 2), EditMark::None);
    QCOMPARE(rowMark(*model, 0), EditMark::Changed);
    QCOMPARE(rowMark(*model, 1), EditMark::None);
    QCOMPARE(model->undoText(), u"Edit 3 cells"_s);
    model->removeRows({1});
    QCOMPARE(rowMark(*model, 1), EditMark::Removed);
    QCOMPARE(model->addRow(), 0);
    QCOMPARE(model->rowCountEstimate(), 3001);
    QCOMPARE(rowMark(*model, 0), EditMark::Added);
    QCOMPARE(at(*model, 0, 3, DefaultRole).toString(), u"now()"_s);
    QCOMPARE(at(*model, 1, 1).toString(), u"new"_s);
    model->setCells({{0, 1}}, NewValue::of("first"));
    QCOMPARE(at(*model, 0, 1).toString(), u"first"_s);
    QCOMPARE(m_database->changes().changeCount(), 4);
    for (int i = 0; i < 4; ++i)
        model->undo();
    QVERIFY(!model->canUndo());
    QCOMPARE(m_database->changes().changeCount(), 0);
    QCOMPARE(at(*model, 0, 1).toString(), u"n1"_s);
}

/// The window holds the new rows only where it holds the relation's first.
void TestEditedRowModel::keepsItsPlaceAmongPages()
{
    const auto model = open(relation(u"item"_s));
    QCOMPARE(model->addRow(), 0);
    QCOMPARE(model->addRow(), 1);
    model->setCells({{1, 1}}, NewValue::of("second"));
    QTRY_COMPARE(model->rowCountEstimate(), 3002);
    model->need(3000, 2);
    QTRY_COMPARE(model->firstRow() + model->rowCount(), 3002);
    QTRY_VERIFY(!model->rows().isReading());
    QVERIFY(model->firstRow() > 2);
    QCOMPARE(at(*model, 3001, 0).toString(), u"3000"_s);
    QCOMPARE(model->newRowId(1), 2);
    QSignalSpy renumbered(model.get(), &WindowModel::renumbered);
    model->setCells({{3001, 1}}, NewValue::of("last"));
    QCOMPARE(model->addRow(), 2);
    QCOMPARE(renumbered.size(), 1);
    QCOMPARE(renumbered[0][0].toLongLong(), 1);
    QCOMPARE(model->rowCountEstimate(), 3003);
    QCOMPARE(at(*model, 3002, 1).toString(), u"last"_s);
    for (qint64 row = 2990; row > 0; row -= 100) {
        model->need(row, 20);
        QTRY_VERIFY(model->firstRow() <= row && !model->rows().isReading());
    }
    model->need(0, 20);
    QTRY_COMPARE(model->firstRow(), 0);
    QTRY_VERIFY(!model->rows().isReading());
    QCOMPARE(at(*model, 1, 1).toString(), u"second"_s);
    QCOMPARE(at(*model, 3, 1).toString(), u"n1"_s);
    QCOMPARE(at(*model, 302, 1).toString(), u"n300"_s);
    model->undo();
    QCOMPARE(at(*model, 2, 1).toString(), u"n1"_s);
}

void TestEditedRowModel::readsCutValuesWhole()
{
    const auto model = open(relation(u"long"_s));
    QVERIFY(at(*model, 2, 1, FullLengthRole).toLongLong() > 0);
    const auto whole = model->wholeValue({2, 1});
    QTRY_VERIFY(whole.isFinished());
    QCOMPARE(whole.result()->value().size(), 5003);
    model->setCells({{2, 1}, {3, 2}}, NewValue::of("short"));
    QTRY_COMPARE(model->edits().changeCount(), 2);
    QCOMPARE(model->edits().find(*model->identity(2))->original.value(u"body"_s)->size(), 5003);
    QCOMPARE(at(*model, 2, 1).toString(), u"short"_s);
    QCOMPARE(at(*model, 2, 1, FullLengthRole).toLongLong(), -1);
    const auto staged = model->wholeValue({2, 1});
    QVERIFY(staged.isFinished());
    QCOMPARE(staged.result()->value(), "short");
    // What it was all along is no change.
    model->setCells({{2, 1}}, NewValue::of(whole.result()->value()));
    QTRY_COMPARE(model->edits().changeCount(), 1);
}

void TestEditedRowModel::carriesOutInOrder()
{
    const auto model = open(relation(u"long"_s));
    model->setCells({{0, 1}}, NewValue::of("one"));
    model->setCells({{0, 1}, {1, 1}}, NewValue::of("two"));
    model->undo();
    model->setCells({{5, 2}}, NewValue::of("three"));
    QTRY_COMPARE(model->edits().changeCount(), 2);
    QCOMPARE(at(*model, 0, 1).toString(), u"one"_s);
    QCOMPARE(rowMark(*model, 1), EditMark::None);
    QCOMPARE(at(*model, 5, 2).toString(), u"three"_s);
}

void TestEditedRowModel::finishesWhenClosed()
{
    auto model = open(relation(u"long"_s));
    model->setCells({{0, 1}}, NewValue::of("one"));
    model->removeRows({1});
    QCOMPARE(m_database->changes().changeCount(), 0);
    model.reset();
    QTRY_COMPARE(m_database->changes().changeCount(), 2);
}

void TestEditedRowModel::namesKeylessRows()
{
    const auto model = open(relation(u"keyless"_s));
    QCOMPARE(model->refusal(), QString());
    model->removeRows({3});
    QTRY_COMPARE(rowMark(*model, 3), EditMark::Removed);
    const auto &edit = m_database->changes().edits(relation(u"keyless"_s)).rows().first();
    QCOMPARE(edit.original.value(u"body"_s)->size(), 3001);
    QVERIFY(model->identity(3)->isPhysical());
}

void TestEditedRowModel::clears()
{
    const auto model = open(relation(u"item"_s));
    QSignalSpy refused(model.get(), &EditedRowModel::refused);
    model->clearCells({{0, 2}, {0, 3}, {0, 1}, {0, 6}});
    QVERIFY(at(*model, 0, 2, NullRole).toBool());
    QCOMPARE(at(*model, 0, 3, DefaultRole).toString(), u"now()"_s);
    QVERIFY(!at(*model, 0, 3, NullRole).toBool());
    QCOMPARE(at(*model, 0, 1).toString(), u"n1"_s);
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused[0][1].toInt(), 1);
    QCOMPARE(refused[0][2].toString(), u"name may not be NULL and has no default."_s);
    QCOMPARE(model->undoText(), u"Clear 2 cells"_s);
    model->undo();
    QVERIFY(!model->canUndo());
}

void TestEditedRowModel::fills()
{
    const auto model = open(relation(u"item"_s));
    QList<Cell> cells;
    for (qint64 row = 0; row < 200; ++row)
        cells.append({row, 2});
    model->setCells(cells, NewValue::of("all"));
    QCOMPARE(model->edits().changeCount(), 200);
    QCOMPARE(model->undoText(), u"Edit 200 cells"_s);
    QSignalSpy refused(model.get(), &EditedRowModel::refused);
    model->setCells({{0, 2}, {0, 4}, {0, 5}}, NewValue::of("1"));
    QCOMPARE(refused.size(), 1);
    QCOMPARE(at(*model, 0, 2).toString(), u"1"_s);
    QCOMPARE(at(*model, 0, 4).toString(), u"2"_s);
    // A row that is not loaded: nothing at all.
    model->setCells({{0, 2}, {2999, 2}}, NewValue::of("2"));
    QCOMPARE(refused.size(), 2);
    QCOMPARE(at(*model, 0, 2).toString(), u"1"_s);
    model->setCells({{1, 2}}, NewValue::of("note 2"));
    QCOMPARE(model->edits().changeCount(), 199);
}

void TestEditedRowModel::pastes()
{
    const auto model = open(relation(u"item"_s));
    const auto block = [](const QList<QByteArrayList> &texts) {
        EditedRowModel::Block values;
        for (const auto &row : texts) {
            values.append(QList<NewValue>());
            for (const auto &text : row)
                values.last().append(NewValue::of(text));
        }
        return values;
    };
    model->setBlock({0, 1}, block({{"a", "b"}, {"c", "d"}}));
    QCOMPARE(at(*model, 0, 1).toString(), u"a"_s);
    QCOMPARE(at(*model, 1, 2).toString(), u"d"_s);
    QCOMPARE(model->undoText(), u"Paste 4 cells"_s);
    model->setBlock({2, 3, 4, 5}, {1, 2}, block({{"x"}, {"y"}}));
    QCOMPARE(at(*model, 4, 2).toString(), u"x"_s);
    QCOMPARE(at(*model, 5, 1).toString(), u"y"_s);
    // No multiple: once.
    model->setBlock({10, 11, 12}, {1}, block({{"p"}, {"q"}}));
    QCOMPARE(at(*model, 11, 1).toString(), u"q"_s);
    QCOMPARE(at(*model, 12, 1).toString(), u"n13"_s);
    QSignalSpy refused(model.get(), &EditedRowModel::refused);
    model->setBlock({0, 6}, block({{"a", "b"}}));
    QCOMPARE(refused.size(), 1);
    model->insertBlock({0, 1, 4}, block({{"5000", "e", "7"}, {"5001", "f", "8"}}));
    QCOMPARE(refused.size(), 2);
    QCOMPARE(model->newRowCount(), 2);
    QCOMPARE(at(*model, 1, 1).toString(), u"f"_s);
    QCOMPARE(at(*model, 2, 1).toString(), u"a"_s);
    QVERIFY(!model->edits().newRows().first().values.contains(u"total"_s));
    QCOMPARE(model->undoText(), u"Paste 2 rows"_s);
}

void TestEditedRowModel::duplicates()
{
    const auto model = open(relation(u"item"_s));
    model->setCells({{0, 2}}, NewValue::of("changed"));
    model->duplicateRows({0, 1});
    QCOMPARE(model->newRowCount(), 2);
    const auto &values = model->edits().newRows().first().values;
    QCOMPARE(values.value(u"name"_s), NewValue::of("n1"));
    QCOMPARE(values.value(u"note"_s), NewValue::of("changed"));
    QCOMPARE(values.value(u"must"_s), NewValue::of("1"));
    for (const auto &column : {u"id"_s, u"total"_s, u"number"_s})
        QVERIFY(!values.contains(column));
    model->duplicateRows({0});
    QCOMPARE(model->newRowCount(), 3);
    QCOMPARE(model->edits().newRows().last().values, model->edits().newRows().first().values);
    const auto cut = open(relation(u"long"_s));
    cut->duplicateRows({0});
    QTRY_COMPARE(cut->newRowCount(), 1);
    QCOMPARE(cut->edits().newRows().first().values.value(u"body"_s).text.size(), 5003);
}

void TestEditedRowModel::removesAndReverts()
{
    const auto model = open(relation(u"item"_s));
    model->addRow();
    model->setCells({{1, 1}, {1, 2}}, NewValue::of("x"));
    model->removeRows({0, 1, 2});
    QCOMPARE(model->newRowCount(), 0);
    QCOMPARE(rowMark(*model, 0), EditMark::Removed);
    QCOMPARE(model->undoText(), u"Delete 3 rows"_s);
    QCOMPARE(model->refusal(Cell{0, 1}), u"This row is to be deleted."_s);
    model->undo();
    QCOMPARE(model->newRowCount(), 1);
    model->revert({{1, 1}});
    QCOMPARE(at(*model, 1, 1).toString(), u"n1"_s);
    QCOMPARE(at(*model, 1, 2).toString(), u"x"_s);
    model->removeRows({2});
    model->revert({{1, 2}, {2, 0}});
    QCOMPARE(model->edits().changeCount(), 1);
    model->setCells({{0, 1}}, NewValue::of("y"));
    model->revert({{0, 1}});
    QCOMPARE(mark(*model, 0, 1), EditMark::None);
    QCOMPARE(rowMark(*model, 0), EditMark::Added);
}

void TestEditedRowModel::survivesLookingElsewhere()
{
    auto model = open(relation(u"item"_s));
    model->setCells({{0, 2}}, NewValue::of("mine"));
    model->addRow();
    const auto before = model->edits();
    model->rows().setSort({{.column = u"id"_s, .descending = true}});
    QTRY_COMPARE(at(*model, 1, 0).toString(), u"3000"_s);
    QVERIFY(model->edits() == before);
    QCOMPARE(model->changesOutside(), 1);
    model->rows().setSort({});
    QTRY_COMPARE(at(*model, 1, 0).toString(), u"1"_s);
    QCOMPARE(at(*model, 1, 2).toString(), u"mine"_s);
    QCOMPARE(model->changesOutside(), 0);
    model->rows().reload();
    QTRY_VERIFY(!model->rows().isReading());
    QCOMPARE(at(*model, 1, 2).toString(), u"mine"_s);
    model = open(relation(u"item"_s));
    QCOMPARE(at(*model, 1, 2).toString(), u"mine"_s);
    QCOMPARE(rowMark(*model, 0), EditMark::Added);
    model->rows().setCondition(Query{.text = u"t.id = 7"_s});
    QTRY_COMPARE(at(*model, 1, 0).toString(), u"7"_s);
    QCOMPARE(model->changesOutside(), 1);
    QVERIFY(model->edits() == before);
}

void TestEditedRowModel::comesBackAfterReconnecting()
{
    auto model = open(relation(u"item"_s));
    model->setCells({{0, 2}}, NewValue::of("mine"));
    pg::Connection other(m_options);
    NEED(other.fetch({u"select pg_terminate_backend(pid) from pg_stat_activity"
                      u" where datname = current_database() and pid <> pg_backend_pid()"_s}));
    model->rows().reload();
    QTRY_VERIFY(!model->rows().isReading());
    model->rows().reload();
    QTRY_VERIFY(!model->rows().isReading() && !model->rows().error());
    QCOMPARE(at(*model, 0, 2).toString(), u"mine"_s);
    m_database->reload();
    QTRY_VERIFY(!m_database->workbench().isReloading());
    QCOMPARE(at(*model, 0, 2).toString(), u"mine"_s);
}

void TestEditedRowModel::countsWhatIsElsewhere()
{
    const auto model = open(relation(u"item"_s));
    model->setCells({{0, 2}, {5, 2}}, NewValue::of("mine"));
    QCOMPARE(model->changesOutside(), 0);
    model->need(2990, 10);
    QTRY_COMPARE(model->changesOutside(), 2);
    QTRY_VERIFY(!model->rows().isReading());
    QCOMPARE(model->rowOf({{{u"id"_s, "1"}}}), -1);
    model->need(0, 10);
    QTRY_COMPARE(model->changesOutside(), 0);
    QCOMPARE(model->rowOf({{{u"id"_s, "6"}}}), 5);
}

void TestEditedRowModel::refuses_data()
{
    QTest::addColumn<ObjectId>("id");
    QTest::addColumn<QString>("why");

    QTest::newRow("materialized view")
        << relation(u"kept"_s, Kind::MaterializedView) << u"materialized view"_s;
}

void TestEditedRowModel::refuses()
{
    QFETCH(ObjectId, id);
    QFETCH(QString, why);
    const auto model = open(id);
    QVERIFY2(model->refusal().contains(why), qPrintable(model->refusal()));
    QSignalSpy refused(model.get(), &EditedRowModel::refused);
    model->setCells({{0, 0}}, NewValue::of("1"));
    QCOMPARE(model->addRow(), -1);
    QCOMPARE(refused.size(), 2);
    QCOMPARE(m_database->changes().changeCount(), 0);
}

void TestEditedRowModel::refusesWithoutRights()
{
    pg::Connection connection(m_options);
    NEED(connection.runScript(u"create role reader login; create role writer login;"
                              u"create role team; grant team to writer;"
                              u"grant select on all tables in schema public to reader, writer;"
                              u"grant update (b), insert on shared to team;"
                              u"insert into shared values (1, 'x'), (2, 'y')"_s));
    auto options = m_options;
    const auto as = [&](const char *user) {
        options.set("user", user);
        auto database = std::make_unique<OpenDatabase>(test::connectionTo(options));
        database->open();
        if (!QTest::qWaitFor([&] { return database->state() == OpenDatabase::State::Open; }, 30'000))
            qFatal("not opened");
        return database;
    };
    const auto reading = as("reader");
    const auto readable = reading->editedRows(relation(u"shared"_s));
    QCOMPARE(readable->refusal(), u"reader may only read public.shared."_s);
    const auto writing = as("writer");
    const auto writable = writing->editedRows(relation(u"shared"_s));
    QTRY_COMPARE(writable->rowCount(), 2);
    QCOMPARE(writable->refusal(), QString());
    QCOMPARE(writable->refusal(Cell{0, 0}), u"writer has no UPDATE right on the column a."_s);
    QCOMPARE(writable->refusal(Cell{0, 1}), QString());
    QSignalSpy refused(writable.get(), &EditedRowModel::refused);
    writable->removeRows({0});
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused[0][2].toString(), u"writer has no DELETE right on public.shared."_s);
    QCOMPARE(writable->addRow(), 0);
    QCOMPARE(writable->refusal(Cell{0, 0}), QString());
    NEED(connection.runScript(u"revoke all on all tables in schema public from reader, writer, team;"
                              u"drop role team; "_s));
}

void TestEditedRowModel::keepsDrafts()
{
    QTemporaryDir folder;
    const auto file = folder.filePath(u"workspace.sqlite"_s);
    const auto id = relation(u"long"_s);
    for (const bool again : {false, true}) {
        workspace::Workspace workspace(file);
        OpenDatabase database(test::connectionTo(m_options));
        database.changes().restore(workspace.journal(), u"here"_s);
        database.open();
        QTRY_COMPARE(database.state(), OpenDatabase::State::Open);
        QVERIFY(database.changes().isRestored());
        const auto model = database.editedRows(id);
        QTRY_COMPARE(model->rowCount(), 20);
        if (again) {
            QCOMPARE(at(*model, 4, 1).toString(), u"being typed"_s);
            QCOMPARE(model->edits().find(*model->identity(4))->original.value(u"body"_s)->size(), 5003);
        } else {
            QSignalSpy settled(&database.changes(), &StagedChanges::settled);
            model->setDraft(*model->touch(4), 1, NewValue::of("being typed"));
            QTRY_COMPARE(settled.size(), 1);
            QCOMPARE(model->edits().changeCount(), 0);
        }
    }
}

/// Whatever is done, the model obeys the rules of models, and undoing it all leads back to the start.
/// New rows that have what these rows have in common, and no others.
void TestEditedRowModel::newRowsBeginWithPresets()
{
    const auto all = open(relation(u"empty"_s));
    const auto some = open(relation(u"empty"_s));
    all->addRow();
    QCOMPARE(some->rowCount(), 1);
    some->setPresets({{u"name"_s, NewValue::of("mine")}});
    QCOMPARE(some->rowCount(), 0);
    QCOMPARE(some->addRow(), 0);
    QCOMPARE(at(*some, 0, 1).toString(), u"mine"_s);
    QCOMPARE(all->rowCount(), 2);
    some->insertBlock({0}, {{NewValue::of("7")}, {NewValue::of("8")}});
    QCOMPARE(some->newRowCount(), 3);
    QCOMPARE(at(*some, 2, 1).toString(), u"mine"_s);
    some->duplicateRows({1});
    QCOMPARE(some->newRowCount(), 4);
    QCOMPARE(all->newRowCount(), 5);
    // One that is changed so is no longer of these.
    some->setCells({{.row = 0, .column = 1}}, NewValue::of("another's"));
    QCOMPARE(some->newRowCount(), 3);
    QCOMPARE(at(*some, 0, 0).toString(), u"7"_s);
    some->removeRows({0});
    QCOMPARE(some->newRowCount(), 2);
    some->undo();
    QCOMPARE(some->newRowCount(), 3);
}

void TestEditedRowModel::followsRandomEdits()
{
    const auto seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const auto model = open(relation(u"item"_s));
    const auto anyRow = [&] {
        return model->firstRow() +
               static_cast<qint64>(random.bounded(static_cast<quint32>(model->rowCount())));
    };
    for (int i = 0; i < 150; ++i) {
        const Cell cell{anyRow(), static_cast<int>(random.bounded(7))};
        switch (random.bounded(9)) {
        case 0: model->addRow(); break;
        case 1: model->duplicateRows({cell.row, anyRow()}); break;
        case 2: model->removeRows({cell.row, anyRow()}); break;
        case 3: model->revert({cell}); break;
        case 4: model->clearCells({cell}); break;
        case 5: model->undo(); break;
        case 6: model->redo(); break;
        case 7: model->need(static_cast<qint64>(random.bounded(3000)), 30); break;
        default: model->setCells({cell}, NewValue::of(QByteArray::number(i))); break;
        }
        if (random.bounded(4) == 0)
            QTRY_VERIFY(!model->rows().isReading());
        QCOMPARE(model->rowCountEstimate(), model->newRowCount() + model->rows().rowCountEstimate());
    }
    while (model->canUndo())
        model->undo();
    QCOMPARE(m_database->changes().changeCount(), 0);
    QCOMPARE(model->rowCount(), model->rows().rowCount());
}

QTEST_GUILESS_MAIN(TestEditedRowModel)

#include "tst_editedrowmodel.moc"
