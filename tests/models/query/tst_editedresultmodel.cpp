#include "models/query/editedresultmodel.h"

#include "models/cellscopy.h"
#include "models/reviewmodel.h"
#include "tests/models/query/querydesk.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;
using edit::NewValue;
using test::QueryDesk;
using Kind = squall::Kind;

namespace {

constexpr int patienceMs = 60'000;

const auto script = QStringLiteral(R"(
create table person (id int primary key, name text not null, note text, seen int not null default 0);
insert into person values (1, 'Mara', 'a'), (2, 'Jon', null), (3, 'Ada', 'c');
create table pet (id int primary key, owner int references person, name text);
insert into pet values (10, 1, 'Rex'), (11, 1, 'Tom'), (12, null, 'Ina');
create table loose (a int, b text);
insert into loose values (1, 'x');
create table born (at date primary key, what text);
insert into born values ('2024-02-01', 'x');
create table mate (id int primary key, of int references mate deferrable initially deferred);
insert into mate values (1, 1);
create view named as select id, name from person;
create view counted as select count(*) as n from person;
create function look() returns trigger language plpgsql as $$ begin new.seen := old.seen + 1; return new; end $$;
create trigger look before update on person for each row execute function look();
)");

const ObjectId person{Kind::Table, u"public"_s, u"person"_s};
const ObjectId pet{Kind::Table, u"public"_s, u"pet"_s};

/// A result that somebody may edit, or may not because it is read in an `open` transaction.
struct Edited
{
    explicit Edited(const QString &sql, bool open = false)
        : desk(script)
    {
        desk.run(sql);
        if (desk.results.empty())
            qFatal("no result");
        result = desk.results.front();
        model = std::make_unique<EditedResultModel>(desk.database(), *result);
        tester = std::make_unique<QAbstractItemModelTester>(
            model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QObject::connect(model.get(), &EditableModel::refused, model.get(),
                         [this](qint64, int, const QString &why) { refusals << why; });
        if (!open)
            QueryDesk::wait([this] { return model->refusal().isEmpty(); });
    }

    StagedChanges &changes() { return desk.database().changes(); }
    QVariant at(int row, int column, int role = Qt::DisplayRole) const
    {
        return model->index(row, column).data(role);
    }
    EditMark mark(int row, int column) const { return at(row, column, EditMarkRole).value<EditMark>(); }
    void set(int row, int column, const QByteArray &value)
    {
        model->setCells({{row, column}}, NewValue::of(value));
    }
    bool apply()
    {
        auto &review = desk.database().review();
        QSignalSpy applied(&review, &ReviewModel::applied);
        QueryDesk::wait([&] { return review.canApply(); });
        review.apply();
        const auto ended = [&] { return !applied.isEmpty() || review.error() || review.faultyRow() >= 0; };
        return QTest::qWaitFor(ended, patienceMs) && !applied.isEmpty();
    }

    QueryDesk desk;
    ResultModel *result = nullptr;
    std::unique_ptr<EditedResultModel> model;
    std::unique_ptr<QAbstractItemModelTester> tester;
    QStringList refusals;
};

} // namespace

class TestEditedResultModel : public QObject
{
    Q_OBJECT

private slots:
    void fromACellToTheServer();
    void aJoinIsEditedByEachKey();
    void refuses_data();
    void refuses();
    void takes_data();
    void takes();
    void refusesRowsThatAreNotThere();
    void refusesOtherDates();
    void refusesWhatIsLocked();
    void refusesRows();
    void refusesWhatWasKept();
    void editsTheRowThatShows();
    void assertsWhatWasSeen();
    void showsWhatIsStagedElsewhere();
    void waitsForItsTransaction_data();
    void waitsForItsTransaction();
    void isRolledBackWithItsSession();
    void undoes();
    void undoesInTheOrderOfSteps();
    void draftsWhatIsTyped();
    void copiesWhatIsSeen();
};

void TestEditedResultModel::fromACellToTheServer()
{
    Edited edited(u"select id, name, seen from person order by id"_s);
    edited.set(0, 1, "Mia");
    QTRY_COMPARE_WITH_TIMEOUT(edited.changes().changeCount(person), 1, patienceMs);
    QCOMPARE(edited.at(0, 1).toString(), u"Mia"_s);
    QCOMPARE(edited.at(0, 1, OriginalRole).toString(), u"Mara"_s);
    QCOMPARE(edited.mark(0, 1), EditMark::Changed);
    QCOMPARE(edited.mark(0, 2), EditMark::None);
    QCOMPARE(edited.mark(1, 1), EditMark::None);
    QVERIFY(edited.model->hasEdits());
    // The whole row is asserted, and not only what the query read of it.
    QCOMPARE(edited.changes().edits(person).rows().first().original.value(u"note"_s), Query::Parameter("a"));

    QVERIFY(edited.apply());
    QCOMPARE(edited.desk.aside(u"select name from person where id = 1"_s), u"Mia"_s);
    QTRY_COMPARE_WITH_TIMEOUT(edited.result->index(0, 1).data().toString(), u"Mia"_s, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(edited.mark(0, 1), EditMark::None, patienceMs);
    // What a trigger wrote is news, what was set here is not.
    QCOMPARE(edited.at(0, 2).toString(), u"1"_s);
    QVERIFY(edited.at(0, 2, MovedRole).toBool());
    QVERIFY(!edited.at(0, 1, MovedRole).toBool());
    QVERIFY(!edited.at(1, 2, MovedRole).toBool());

    // And once more, from there.
    edited.set(0, 1, "Mo");
    QTRY_COMPARE_WITH_TIMEOUT(edited.changes().changeCount(person), 1, patienceMs);
    QVERIFY(edited.apply());
    QTRY_COMPARE_WITH_TIMEOUT(edited.at(0, 2).toString(), u"2"_s, patienceMs);
    QVERIFY2(edited.refusals.isEmpty(), qPrintable(edited.refusals.join(u'\n')));
}

void TestEditedResultModel::aJoinIsEditedByEachKey()
{
    Edited edited(
        u"select p.id, p.name, t.id, t.name from pet t join person p on p.id = t.owner order by t.id"_s);
    edited.model->setCells({{0, 1}, {1, 3}}, NewValue::of("Nobody"));
    QTRY_COMPARE_WITH_TIMEOUT(edited.changes().changeCount(), 2, patienceMs);
    QCOMPARE(edited.changes().changeCount(person), 1);
    QCOMPARE(edited.changes().changeCount(pet), 1);
    // The person stands in both rows, the pet in one.
    QCOMPARE(edited.at(1, 1).toString(), u"Nobody"_s);
    QCOMPARE(edited.at(0, 3).toString(), u"Rex"_s);
    QVERIFY(edited.apply());
    QCOMPARE(edited.desk.aside(u"select string_agg(name, ',' order by id) from pet"_s), u"Rex,Nobody,Ina"_s);
    QCOMPARE(edited.desk.aside(u"select string_agg(name, ',' order by id) from person"_s),
             u"Nobody,Jon,Ada"_s);
    QTRY_COMPARE_WITH_TIMEOUT(QueryDesk::column(*edited.result, 1), (QStringList{u"Nobody"_s, u"Nobody"_s}),
                              patienceMs);
    QCOMPARE(QueryDesk::column(*edited.result, 3), (QStringList{u"Rex"_s, u"Nobody"_s}));
}

void TestEditedResultModel::refuses_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("why");

    QTest::newRow("an expression") << u"select id, upper(name) from person"_s << 1
                                   << u"computed by the query"_s;
    QTest::newRow("a sum") << u"select count(*) from person"_s << 0 << u"computed by the query"_s;
    QTest::newRow("a union") << u"select id, name from person union select id, name from pet"_s << 1
                             << u"computed by the query"_s;
    QTest::newRow("no key") << u"select name from person"_s << 0 << u"Without id in the result"_s;
    QTest::newRow("the key of one table only")
        << u"select t.id, p.name from pet t join person p on p.id = t.owner"_s << 1 << u"Without id"_s;
    QTest::newRow("a table without one") << u"select a, b from loose"_s << 1 << u"Without ctid"_s;
    QTest::newRow("a table joined to itself")
        << u"select a.id, b.name from person a join person b on a.id < b.id"_s << 1 << u"more than once"_s;
    QTest::newRow("a common table joined to itself")
        << u"with c as (select * from person) select a.id, b.name from c a join c b on a.id < b.id"_s << 1
        << u"more than once"_s;
    QTest::newRow("a view") << u"select n from counted"_s << 0 << u"is a view"_s;
    QTest::newRow("the catalog") << u"select oid, relname from pg_class limit 1"_s << 1
                                 << u"not in the schema"_s;
    QTest::newRow("a system column") << u"select id, xmin from person"_s << 1 << u"system column"_s;
    QTest::newRow("what does not show what it reads")
        << u"prepare p as select id, name from person; execute p"_s << 1 << u"does not show"_s;
}

void TestEditedResultModel::refuses()
{
    QFETCH(QString, sql);
    QFETCH(int, column);
    QFETCH(QString, why);
    Edited edited(sql);
    QVERIFY(edited.model->rowCount() > 0);
    const auto refusal = edited.model->refusal(Cell{0, column});
    QVERIFY2(refusal.contains(why), qPrintable(refusal));
    edited.set(0, column, "1");
    QCOMPARE(edited.refusals, QStringList{refusal});
    QCOMPARE(edited.changes().changeCount(), 0);
}

void TestEditedResultModel::takes_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("column");

    QTest::newRow("under another name") << u"select id as nr, name as who from person order by 1"_s << 1;
    QTest::newRow("the key itself") << u"select id from person order by 1 desc"_s << 0;
    QTest::newRow("by its place") << u"select ctid, b from loose"_s << 1;
    QTest::newRow("a view that shows a key") << u"select * from named order by id"_s << 1;
    QTest::newRow("a subquery") << u"select * from (select id, name from person order by id) s"_s << 1;
    QTest::newRow("a common table") << u"with c as (select * from person) select * from c order by id"_s << 1;
    QTest::newRow("beside a subquery in an expression")
        << u"select id, name from person where id < (select max(id) from person) order by 1"_s << 1;
    QTest::newRow("what a write returned")
        << u"update person set note = 'n' where id = 1 returning id, name"_s << 1;
}

void TestEditedResultModel::takes()
{
    QFETCH(QString, sql);
    QFETCH(int, column);
    Edited edited(sql);
    QCOMPARE(edited.model->refusal(Cell{0, column}), QString());
    edited.set(0, column, "77");
    QTRY_COMPARE_WITH_TIMEOUT(edited.changes().changeCount(), 1, patienceMs);
    QCOMPARE(edited.mark(0, column), EditMark::Changed);
    QVERIFY(edited.apply());
    QTRY_COMPARE_WITH_TIMEOUT(edited.result->index(0, column).data().toString(), u"77"_s, patienceMs);
}

void TestEditedResultModel::refusesRowsThatAreNotThere()
{
    Edited edited(
        u"select t.id, p.id, p.name from pet t left join person p on p.id = t.owner order by t.id"_s);
    QCOMPARE(edited.model->refusal(Cell{0, 2}), QString());
    QVERIFY(edited.model->refusal(Cell{2, 2}).contains(u"public.person"_s));
    QVERIFY(!edited.model->touch({2, 2}));
    QVERIFY(edited.model->touch({2, 0}));
}

void TestEditedResultModel::refusesOtherDates()
{
    Edited edited(u"set datestyle = 'SQL, DMY'; select at, what from born"_s);
    QCOMPARE(edited.at(0, 0).toString(), u"01/02/2024"_s);
    QVERIFY(edited.model->refusal(Cell{0, 1}).contains(u"ISO"_s));
}

void TestEditedResultModel::refusesWhatIsLocked()
{
    Edited edited(u"select id, name from person order by id"_s);
    auto form = edited.desk.database().form();
    form.chosenClass = ConnectionClass::Production;
    edited.desk.database().takeSaved(form);
    QVERIFY(edited.model->refusal(Cell{0, 1}).contains(u"production"_s));
    edited.set(0, 1, "x");
    QCOMPARE(edited.changes().changeCount(), 0);
    QCOMPARE(edited.refusals.size(), 1);
}

void TestEditedResultModel::refusesRows()
{
    Edited edited(u"select id, name from person"_s);
    QVERIFY(!edited.model->hasOwnRows());
    QCOMPARE(edited.model->addRow(), -1);
    edited.model->removeRows({0});
    QCOMPARE(edited.refusals.size(), 2);
    QCOMPARE(edited.changes().changeCount(), 0);
}

void TestEditedResultModel::refusesWhatWasKept()
{
    Edited edited(u"select * from person order by id"_s);
    edited.set(0, 1, "Maria");
    QCOMPARE(edited.at(0, 1).toString(), u"Maria"_s);
    auto origin = edited.result->origin();
    origin.kept = true;
    ResultModel kept(origin, edited.result->fields());
    kept.append(edited.result->cells().rows.batches);
    const EditedResultModel model(edited.desk.database(), kept);
    QVERIFY2(model.refusal().contains(u"earlier time"_s), qPrintable(model.refusal()));
    QCOMPARE(model.index(0, 1).data().toString(), u"Mara"_s);
}

void TestEditedResultModel::editsTheRowThatShows()
{
    Edited edited(u"select id, name from person order by id"_s);
    edited.result->setSort({{0, true}});
    QTRY_COMPARE_WITH_TIMEOUT(edited.at(0, 0).toString(), u"3"_s, patienceMs);
    const auto row = edited.model->touch({0, 1});
    QVERIFY(row);
    edited.result->setSort({});
    QTRY_COMPARE_WITH_TIMEOUT(edited.at(0, 0).toString(), u"1"_s, patienceMs);
    QCOMPARE(edited.model->rowOf(*row), 2);
    edited.model->setValue(*row, 1, NewValue::of("Eve"));
    QTRY_COMPARE_WITH_TIMEOUT(edited.at(2, 1).toString(), u"Eve"_s, patienceMs);
    edited.result->setFilter(u"Mara"_s);
    QTRY_COMPARE_WITH_TIMEOUT(edited.model->rowCount(), 1, patienceMs);
    QCOMPARE(edited.model->rowOf(*row), -1);
}

void TestEditedResultModel::assertsWhatWasSeen()
{
    Edited edited(u"select id, name from person order by id"_s);
    edited.desk.aside(u"update person set name = 'Somebody' where id = 1"_s);
    edited.set(0, 1, "Mia");
    QTRY_COMPARE_WITH_TIMEOUT(edited.changes().changeCount(), 1, patienceMs);
    QCOMPARE(edited.changes().edits(person).rows().first().original.value(u"name"_s),
             Query::Parameter("Mara"));
    QVERIFY(!edited.apply());
    QCOMPARE(edited.desk.aside(u"select name from person where id = 1"_s), u"Somebody"_s);
    QCOMPARE(edited.changes().changeCount(), 1);
}

void TestEditedResultModel::showsWhatIsStagedElsewhere()
{
    Edited edited(u"select id, name from person order by id"_s);
    auto edits = edited.changes().edits(person);
    const edit::RowValues jon{{u"id"_s, "2"}, {u"name"_s, "Jon"}, {u"note"_s, {}}, {u"seen"_s, "0"}};
    const edit::RowIdentity two{.parts = {{u"id"_s, "2"}}};
    edits.set(two, jon, u"name"_s, NewValue::of("John"));
    edited.changes().stage(edits, u"Edit"_s);
    QCOMPARE(edited.at(1, 1).toString(), u"John"_s);
    edits.remove(two, jon);
    edited.changes().stage(edits, u"Delete"_s);
    QCOMPARE(edited.at(1, 0, RowMarkRole).value<EditMark>(), EditMark::Removed);
    QCOMPARE(edited.model->refusal(Cell{1, 1}), u"This row is to be deleted."_s);
}

void TestEditedResultModel::undoes()
{
    Edited edited(u"select id, name, note, seen from person order by id"_s);
    QVERIFY(!edited.model->canUndo());
    // Nothing has to be read: the row is here as a whole.
    edited.model->setBlock({0, 1},
                           {{NewValue::of("A"), NewValue::of("B")}, {NewValue::of("C"), NewValue::null()}});
    QCOMPARE(edited.changes().changeCount(), 2);
    QCOMPARE(edited.model->undoText(), u"Paste 4 cells"_s);
    edited.model->undo();
    QCOMPARE(edited.changes().changeCount(), 0);
    edited.model->redo();
    QCOMPARE(edited.at(1, 1).toString(), u"C"_s);
    edited.model->revert({{0, 1}});
    QCOMPARE(edited.at(0, 1).toString(), u"Mara"_s);
    QCOMPARE(edited.at(0, 2).toString(), u"B"_s);
    edited.model->clearCells({{0, 2}, {0, 1}});
    QVERIFY(edited.at(0, 2, NullRole).toBool());
    QCOMPARE(edited.refusals.size(), 1); // a name there has to be
}

void TestEditedResultModel::undoesInTheOrderOfSteps()
{
    Edited edited(
        u"select p.id, p.name, t.id, t.name from pet t join person p on p.id = t.owner order by t.id"_s);
    const auto shows = [&edited](const QString &first, const QString &second) {
        return edited.at(0, 1).toString() == first && edited.at(1, 3).toString() == second;
    };
    edited.set(1, 3, "Tim");
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"Mara"_s, u"Tim"_s), patienceMs);
    edited.set(0, 1, "Mia");
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"Mia"_s, u"Tim"_s), patienceMs);
    edited.model->setCells({{0, 1}, {1, 3}}, NewValue::of("Both"));
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"Both"_s, u"Both"_s), patienceMs);

    // What was done as one is undone as one, whatever tables it is in.
    QCOMPARE(edited.model->undoText(), u"Edit 2 cells"_s);
    edited.model->undo();
    QVERIFY(shows(u"Mia"_s, u"Tim"_s));
    edited.model->redo();
    QVERIFY(shows(u"Both"_s, u"Both"_s));
    edited.model->undo();
    edited.model->undo();
    QVERIFY(shows(u"Mara"_s, u"Tim"_s));
    edited.model->undo();
    QVERIFY(shows(u"Mara"_s, u"Tom"_s));
    QVERIFY(!edited.model->canUndo());
    edited.model->redo();
    QVERIFY(shows(u"Mara"_s, u"Tim"_s));

    // What was undone before somebody went on is not done again, though its own table would.
    edited.set(1, 3, "Tam");
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"Mara"_s, u"Tam"_s), patienceMs);
    QVERIFY(edited.changes().canRedo(person));
    QVERIFY(!edited.model->canRedo());
}

void TestEditedResultModel::waitsForItsTransaction_data()
{
    QTest::addColumn<QString>("begin");
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("why");
    QTest::addColumn<bool>("edits");

    const auto begin = u"begin; update person set name = 'Mia' where id = 1; "
                       "select id, name from person order by id"_s;
    QTest::newRow("committed") << begin << u"commit"_s << QString() << true;
    QTest::newRow("rolled back") << begin << u"rollback"_s << u"was rolled back"_s << false;
    QTest::newRow("failed") << begin << u"select 1/0"_s << u"still open"_s << false;
    QTest::newRow("refused by a deferred constraint") << u"begin; update mate set of = 9 returning id, of"_s
                                                      << u"commit"_s << u"was rolled back"_s << false;
    // Statements that were sent as one do not say what they read.
    QTest::newRow("begun with it") << u"begin \\; select id, name from person order by id"_s << u"commit"_s
                                   << QString() << false;
    QTest::newRow("ended with it") << begin << u"select 1 \\; commit"_s << QString() << true;
}

void TestEditedResultModel::waitsForItsTransaction()
{
    QFETCH(QString, begin);
    QFETCH(QString, end);
    QFETCH(QString, why);
    QFETCH(bool, edits);
    Edited edited(begin, true);
    QVERIFY2(edited.model->refusal().contains(u"still open"_s), qPrintable(edited.model->refusal()));
    edited.set(0, 1, "7");
    QCOMPARE(edited.changes().changeCount(), 0);
    QCOMPARE(edited.refusals.size(), 1);
    edited.desk.run(end);
    QTRY_VERIFY_WITH_TIMEOUT(why.isEmpty() ? edited.model->refusal().isEmpty()
                                           : edited.model->refusal().contains(why),
                             patienceMs);
    QCOMPARE(edited.model->refusal(Cell{0, 1}).isEmpty(), edits);
    if (!edits)
        return;
    edited.set(0, 1, "Eve");
    QTRY_COMPARE_WITH_TIMEOUT(edited.changes().changeCount(), 1, patienceMs);
    QVERIFY(edited.apply());
    QCOMPARE(edited.desk.aside(u"select name from person where id = 1"_s), u"Eve"_s);
}

void TestEditedResultModel::isRolledBackWithItsSession()
{
    Edited edited(u"begin; select id, name from person order by id"_s, true);
    edited.desk.runner().closeSession();
    QTRY_VERIFY_WITH_TIMEOUT(edited.model->refusal().contains(u"was rolled back"_s), patienceMs);
}

void TestEditedResultModel::draftsWhatIsTyped()
{
    Edited edited(u"select id, name, note, seen from person order by id"_s);
    const auto row = edited.model->touch({0, 1});
    QVERIFY(row);
    edited.model->setDraft(*row, 1, NewValue::of("M"));
    QCOMPARE(edited.changes().changeCount(), 0);
    edited.model->dropDraft();
    edited.model->setValue(*row, 1, NewValue::of("Mia"));
    QCOMPARE(edited.changes().changeCount(), 1);
}

void TestEditedResultModel::copiesWhatIsSeen()
{
    Edited edited(u"select id, name, note, seen from person order by id"_s);
    edited.set(0, 1, "Mia");
    CellsCopy copy(*edited.result, edited.model.get());
    QSignalSpy finished(&copy, &CellsCopy::finished);
    copy.start({.rows = {{0, 1}}, .left = 0, .right = 1}, CopyFormat::Cells,
               edited.desk.database().snapshot());
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patienceMs);
    const auto text = finished.front().front().value<CopiedCells>().text;
    QVERIFY2(text.contains("1\tMia"), text.constData());
    QVERIFY2(text.contains("2\tJon"), text.constData());
}

QTEST_GUILESS_MAIN(TestEditedResultModel)
#include "tst_editedresultmodel.moc"
