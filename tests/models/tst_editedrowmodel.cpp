#include "core/pg/connection.h"
#include "models/cellrole.h"
#include "models/editedrowmodel.h"
#include "models/opendatabase.h"
#include "models/rowwindowmodel.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
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

ConnectionForm formOf(const pg::ConnectionOptions &options)
{
    return {.host = QString::fromUtf8(options.value("host")),
            .port = QString::fromUtf8(options.value("port")),
            .database = QString::fromUtf8(options.value("dbname")),
            .user = QString::fromUtf8(options.value("user"))};
}

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
    m_database = std::make_unique<OpenDatabase>(formOf(m_options));
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

QTEST_GUILESS_MAIN(TestEditedRowModel)

#include "tst_editedrowmodel.moc"
