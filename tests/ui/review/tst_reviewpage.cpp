#include "core/pg/connection.h"
#include "models/mergemodel.h"
#include "models/opendatabase.h"
#include "models/reviewmodel.h"
#include "models/rowmerges.h"
#include "models/stagedcascades.h"
#include "models/stagedchanges.h"
#include "tests/models/connectionto.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"
#include "ui/review/reviewpage.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace squall;
using namespace Qt::StringLiterals;
using edit::NewValue;
using models::MergeModel;
using models::OpenDatabase;
using models::ReviewModel;

namespace {

const auto script = QStringLiteral(R"(
create table plans (id int primary key, title text not null unique);
create table workouts (id int primary key, plan_id int references plans on delete cascade, metres int, note text);
create index on workouts (plan_id);
create table bills (id int primary key, workout_id int not null references workouts);
create index on bills (workout_id);
insert into plans values (1, 'Base'), (2, 'Peak');
insert into workouts values (1, 1, 100, null), (2, 1, 200, 'x'), (3, 2, 300, 'y');
)");

const ObjectId plans{Kind::Table, u"public"_s, u"plans"_s};
const ObjectId workouts{Kind::Table, u"public"_s, u"workouts"_s};

edit::RowIdentity id(int value)
{
    return {{{u"id"_s, QByteArray::number(value)}}};
}

edit::RowValues workout(int number, const char *plan, const char *metres, Query::Parameter note)
{
    return {{u"id"_s, QByteArray::number(number)},
            {u"plan_id"_s, QByteArray(plan)},
            {u"metres"_s, QByteArray(metres)},
            {u"note"_s, std::move(note)}};
}

} // namespace

class TestReviewPage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void showsWhatWillRunAndRunsIt();
    void keepsBackWhatCannotBe();
    void whatIsGoneStaysBehind();
    void refusalLeavesEverythingStaged();
    void mergesWhatChangedUnderneath();
    void severalRowsWaitForTheirMerge();
    void saysWhenTheRowIsGone();
    void undoesACommit();
    void revertsOneRow();
    void revertsATableAndUndoesThat();
    void keysMeanTheListAlone();
    void productionAsksToUnlock();
    void triesManyRowsFirst();
    void tellsWhatGoesAlong();

private:
    void open(ConnectionClass environment = ConnectionClass::Local);
    void stage(const edit::RowIdentity &row, const edit::RowValues &original, const QString &column,
               const NewValue &value);
    QString ask(const QString &sql);
    template<typename Widget>
    Widget *part(const char *name)
    {
        return m_page->findChild<Widget *>(QString::fromLatin1(name));
    }

    pg::ConnectionOptions m_options;
    std::unique_ptr<pg::Connection> m_other;
    std::unique_ptr<OpenDatabase> m_database;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::ReviewPage> m_page;
};

void TestReviewPage::init()
{
    m_options = test::TestServer::of().createDatabase();
    m_other = std::make_unique<pg::Connection>(m_options);
    NEED(m_other->runScript(script));
    m_theme = std::make_unique<ui::Theme>(*qApp, ui::Theme::Choice::Light);
    open();
}

void TestReviewPage::open(ConnectionClass environment)
{
    m_page.reset();
    auto form = test::connectionTo(m_options);
    form.chosenClass = environment;
    m_database = std::make_unique<OpenDatabase>(form);
    m_database->open();
    QTRY_COMPARE_WITH_TIMEOUT(m_database->state(), OpenDatabase::State::Open, 60'000);
    m_page = std::make_unique<ui::ReviewPage>(*m_theme, m_database->review());
    m_page->resize(1000, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void TestReviewPage::cleanup()
{
    m_page.reset();
    m_database.reset();
    m_theme.reset();
    m_other.reset();
    test::TestServer::of().dropDatabase(m_options);
}

void TestReviewPage::stage(const edit::RowIdentity &row, const edit::RowValues &original,
                           const QString &column, const NewValue &value)
{
    auto edits = m_database->changes().edits(workouts);
    edits.set(row, original, column, value);
    m_database->changes().stage(edits, u"Edit"_s);
}

QString TestReviewPage::ask(const QString &sql)
{
    const auto reply = m_other->fetch({sql});
    return reply ? reply->text(0, 0) : reply.error().message;
}

void TestReviewPage::showsWhatWillRunAndRunsIt()
{
    auto edits = m_database->changes().edits(workouts);
    edits.set(id(1), workout(1, "1", "100", {}), u"metres"_s, NewValue::of("150"));
    edits.remove(id(3), workout(3, "2", "300", "y"));
    edits.insert({{u"id"_s, NewValue::of("9")}, {u"plan_id"_s, NewValue::of("7")}});
    m_database->changes().stage(edits, u"Edit"_s);
    auto parents = m_database->changes().edits(plans);
    parents.insert({{u"id"_s, NewValue::of("7")}, {u"title"_s, NewValue::of("Taper")}});
    m_database->changes().stage(parents, u"Edit"_s);

    auto &model = m_database->review();
    QTRY_COMPARE(model.changeCount(), 4);
    QCOMPARE(model.rowCount(), 6);
    const auto sql = part<QPlainTextEdit>("reviewSql")->toPlainText();
    QCOMPARE(sql, model.sql());
    QVERIFY(sql.contains(u"-- $1 = "_s));
    // The parent comes before what points to it.
    QVERIFY(sql.indexOf(u"'Taper'"_s) < sql.lastIndexOf(u"insert"_s, -1, Qt::CaseInsensitive));
    QCOMPARE(part<QPushButton>("reviewApply")->text(), u"Apply 4 changes"_s);
    QVERIFY(part<QLabel>("reviewSummary")->text().contains(u"in 2 tables"_s));

    QSignalSpy applied(&model, &ReviewModel::applied);
    QTest::keyClick(part<QListView>("reviewList"), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(applied.count(), 1, 30'000);
    QCOMPARE(
        ask(u"select string_agg(id || ':' || coalesce(metres::text, ''), ',' order by id) from workouts"_s),
        u"1:150,2:200,9:"_s);
    QTRY_COMPARE(m_database->changes().changeCount(), 0);
    QTRY_COMPARE(model.rowCount(), 0);
}

void TestReviewPage::keepsBackWhatCannotBe()
{
    stage(id(1), workout(1, "1", "100", {}), u"metres"_s, NewValue::of("a lot"));
    stage(id(2), workout(2, "1", "200", "x"), u"metres"_s, NewValue::of("250"));
    auto &model = m_database->review();
    QTRY_COMPARE(model.changeCount(), 1);
    QVERIFY(model.index(1).data(ReviewModel::FaultyRole).toBool());
    QVERIFY(model.index(1).data(ReviewModel::NoteRole).toString().contains(u"metres"_s));
    auto parents = m_database->changes().edits(plans);
    parents.insert({{u"id"_s, NewValue::of("7")}}); // and no title, which it must have
    m_database->changes().stage(parents, u"Edit"_s);
    QTRY_COMPARE(model.rowCount(), 5);
    QCOMPARE(model.changeCount(), 1);
    QSignalSpy applied(&model, &ReviewModel::applied);
    m_page->apply();
    QTRY_COMPARE_WITH_TIMEOUT(applied.count(), 1, 30'000);
    QCOMPARE(ask(u"select string_agg(metres::text, ',' order by id) from workouts"_s), u"100,250,300"_s);
    QTRY_COMPARE(m_database->changes().changeCount(), 2);
    QVERIFY(m_database->changes().edits(workouts).find(id(1)));
}

void TestReviewPage::whatIsGoneStaysBehind()
{
    stage(id(1), workout(1, "1", "100", {}), u"metres"_s, NewValue::of("150"));
    stage(id(2), workout(2, "1", "200", "x"), u"note"_s, NewValue::of("y"));
    auto gone = edit::StagedEdits({Kind::Table, u"public"_s, u"bills"_s});
    gone.insert({{u"id"_s, NewValue::of("9")}});
    m_database->changes().stage(gone, u"Add"_s);
    NEED(m_other->runScript(u"drop table bills; alter table workouts drop column note"_s));
    m_database->reload();
    auto &model = m_database->review();
    QTRY_COMPARE_WITH_TIMEOUT(model.changeCount(), 1, 30'000);
    QVERIFY(!model.error());
    QSignalSpy applied(&model, &ReviewModel::applied);
    m_page->apply();
    QTRY_COMPARE_WITH_TIMEOUT(applied.count() + (model.error() ? 100 : 0), 1, 30'000);
    QCOMPARE(ask(u"select metres::text from workouts where id = 1"_s), u"150"_s);
    QCOMPARE(m_database->changes().changeCount(), 2);
}

void TestReviewPage::refusalLeavesEverythingStaged()
{
    stage(id(1), workout(1, "1", "100", {}), u"metres"_s, NewValue::of("150"));
    stage(id(2), workout(2, "1", "200", "x"), u"plan_id"_s, NewValue::of("99"));
    auto &model = m_database->review();
    QTRY_COMPARE(model.changeCount(), 2);
    m_page->apply();
    QTRY_VERIFY_WITH_TIMEOUT(model.error().has_value(), 30'000);
    QCOMPARE(model.state(), ReviewModel::State::Ready);
    QVERIFY(part<QLabel>("reviewStrip")->text().contains(u"workouts_plan_id_fkey"_s));
    QVERIFY(part<QLabel>("reviewStrip")->text().contains(u"Nothing was written"_s));
    const auto *one = model.entry(part<QListView>("reviewList")->currentIndex().row());
    QVERIFY(one);
    QCOMPARE(one->row, id(2));
    QSignalSpy requested(m_page.get(), &ui::ReviewPage::rowRequested);
    QTest::keyClick(part<QListView>("reviewList"), Qt::Key_F4);
    QCOMPARE(requested.count(), 1);
    QCOMPARE(requested[0][1].value<edit::RowIdentity>(), id(2));
    QCOMPARE(requested[0][3].toString(), u"plan_id"_s);
    QCOMPARE(m_database->changes().changeCount(), 2);
    QCOMPARE(ask(u"select metres::text from workouts where id = 1"_s), u"100"_s);
}

void TestReviewPage::mergesWhatChangedUnderneath()
{
    stage(id(2), workout(2, "1", "200", "x"), u"metres"_s, NewValue::of("250"));
    stage(id(1), workout(1, "1", "100", {}), u"note"_s, NewValue::of("mine"));
    NEED(m_other->runScript(u"update workouts set metres = 777, note = 'theirs' where id = 2"_s));
    auto &model = m_database->review();
    QTRY_COMPARE(model.changeCount(), 2);
    m_page->apply();
    QTRY_VERIFY_WITH_TIMEOUT(model.merges().isMerging(), 30'000);
    QVERIFY(m_page->findChild<QWidget *>(u"mergeView"_s)->isVisible());
    QCOMPARE(ask(u"select coalesce(note, 'none') from workouts where id = 1"_s), u"none"_s);

    // Both changed the distance, only they the note.
    QCOMPARE(model.merges().model().rowCount(), 2);
    QCOMPARE(model.merges().model().openCount(), 1);
    auto *accept = part<QPushButton>("mergeAccept");
    QVERIFY(!accept->isEnabled());
    auto *table = part<QTableView>("mergeTable");
    for (int row = 0; row < 2; ++row) {
        if (model.merges().model().index(row, 0).data(MergeModel::OpenRole).toBool())
            table->setCurrentIndex(model.merges().model().index(row, MergeModel::YoursColumn));
    }
    QTest::keyClick(table, Qt::Key_Space);
    QVERIFY(accept->isEnabled());
    QTest::mouseClick(accept, Qt::LeftButton);
    QVERIFY(!model.merges().isMerging());
    QTRY_VERIFY(model.canApply() && !model.error());
    QSignalSpy applied(&model, &ReviewModel::applied);
    m_page->apply();
    QTRY_COMPARE_WITH_TIMEOUT(applied.count(), 1, 30'000);
    QCOMPARE(
        ask(u"select string_agg(concat_ws('/', metres, note), ',' order by id) from workouts where id < 3"_s),
        u"100/mine,250/theirs"_s);
}

void TestReviewPage::severalRowsWaitForTheirMerge()
{
    for (int number = 1; number <= 3; ++number)
        stage(id(number),
              workout(number, number == 3 ? "2" : "1", QByteArray::number(number * 100),
                      number == 1   ? Query::Parameter()
                      : number == 2 ? "x"
                                    : "y"),
              u"metres"_s, NewValue::of("5" + QByteArray::number(number)));
    NEED(m_other->runScript(
        u"update workouts set metres = 777 where id < 3; delete from workouts where id = 3"_s));
    auto &model = m_database->review();
    auto &merges = model.merges();
    QTRY_COMPARE(model.changeCount(), 3);
    m_page->apply();
    QTRY_VERIFY_WITH_TIMEOUT(merges.isMerging(), 30'000);
    QCOMPARE(merges.count(), 3);
    QCOMPARE(model.state(), ReviewModel::State::Ready);

    // Each row has its own, and what was chosen for it waits with it.
    auto *list = part<QListView>("reviewList");
    list->setCurrentIndex(model.index(3));
    QVERIFY(merges.isGone());
    list->setCurrentIndex(model.index(1));
    QVERIFY(!merges.isGone());
    QTest::mouseClick(part<QPushButton>("mergeYours"), Qt::LeftButton);
    list->setCurrentIndex(model.index(2));
    QCOMPARE(merges.model().openCount(), 1);
    list->setCurrentIndex(model.index(1));
    QCOMPARE(merges.model().openCount(), 0);
    QTest::mouseClick(part<QPushButton>("mergeAccept"), Qt::LeftButton);
    QCOMPARE(merges.count(), 2);
    QTRY_VERIFY(model.canApply());
    QTRY_VERIFY(part<QLabel>("reviewStrip")->text().startsWith(u"2 rows"_s));
    QVERIFY(!model.index(1).data(ReviewModel::FaultyRole).toBool());
    QVERIFY(model.index(2).data(ReviewModel::FaultyRole).toBool());
    QVERIFY(merges.isMerging());
    QTest::mouseClick(part<QPushButton>("mergeTheirs"), Qt::LeftButton);
    QTest::mouseClick(part<QPushButton>("mergeAccept"), Qt::LeftButton);
    QTRY_VERIFY(merges.isGone());
    QTest::mouseClick(part<QPushButton>("mergeDrop"), Qt::LeftButton);
    QCOMPARE(merges.count(), 0);
    QTRY_COMPARE(model.changeCount(), 1);
    QTRY_VERIFY(model.canApply());
    QSignalSpy applied(&model, &ReviewModel::applied);
    m_page->apply();
    QTRY_COMPARE_WITH_TIMEOUT(applied.count(), 1, 30'000);
    QCOMPARE(ask(u"select string_agg(metres::text, ',' order by id) from workouts"_s), u"51,777"_s);
}

void TestReviewPage::saysWhenTheRowIsGone()
{
    stage(id(2), workout(2, "1", "200", "x"), u"metres"_s, NewValue::of("250"));
    NEED(m_other->runScript(u"delete from workouts where id = 2"_s));
    auto &model = m_database->review();
    QTRY_COMPARE(model.changeCount(), 1);
    m_page->apply();
    QTRY_VERIFY_WITH_TIMEOUT(model.merges().isMerging(), 30'000);
    QVERIFY(model.merges().isGone());
    QVERIFY(!part<QPushButton>("mergeAccept")->isVisible());
    QTest::mouseClick(part<QPushButton>("mergeDrop"), Qt::LeftButton);
    QTRY_COMPARE(m_database->changes().changeCount(), 0);
}

void TestReviewPage::undoesACommit()
{
    auto edits = m_database->changes().edits(workouts);
    edits.set(id(1), workout(1, "1", "100", {}), u"note"_s, NewValue::of(""));
    edits.remove(id(3), workout(3, "2", "300", "y"));
    m_database->changes().stage(edits, u"Edit"_s);
    auto &model = m_database->review();
    QTRY_COMPARE(model.changeCount(), 2);
    QSignalSpy applied(&model, &ReviewModel::applied);
    m_page->apply();
    QTRY_COMPARE_WITH_TIMEOUT(applied.count(), 1, 30'000);
    QTRY_COMPARE(m_database->changes().committedBatches().size(), size_t(1));

    NEED(m_database->changes().reverse(m_database->changes().committedBatches().front().id,
                                       *m_database->snapshot()));
    QTRY_VERIFY(model.changeCount() == 2 && model.canApply());
    m_page->apply();
    QTRY_COMPARE_WITH_TIMEOUT(applied.count(), 2, 30'000);
    QCOMPARE(
        ask(u"select string_agg(concat_ws('/', id, metres, coalesce(note, 'NULL')), ',' order by id) from workouts"_s),
        u"1/100/NULL,2/200/x,3/300/y"_s);
}

void TestReviewPage::revertsOneRow()
{
    stage(id(1), workout(1, "1", "100", {}), u"metres"_s, NewValue::of("150"));
    stage(id(2), workout(2, "1", "200", "x"), u"metres"_s, NewValue::of("250"));
    auto &model = m_database->review();
    QTRY_COMPARE(model.changeCount(), 2);
    auto *list = part<QListView>("reviewList");
    list->setCurrentIndex(model.index(2));
    QTest::keyClick(list, Qt::Key_Delete);
    QTRY_COMPARE(model.changeCount(), 1);
    QVERIFY(m_database->changes().edits(workouts).find(id(1)));
    QVERIFY(!m_database->changes().edits(workouts).find(id(2)));
}

void TestReviewPage::revertsATableAndUndoesThat()
{
    for (int number : {1, 2})
        stage(id(number), workout(number, "1", QByteArray::number(number * 100), {}), u"metres"_s,
              NewValue::of("150"));
    auto parents = m_database->changes().edits(plans);
    parents.insert({{u"id"_s, NewValue::of("7")}, {u"title"_s, NewValue::of("Taper")}});
    m_database->changes().stage(parents, u"Edit"_s);
    auto &model = m_database->review();
    QTRY_COMPARE(model.changeCount(), 3);
    auto *list = part<QListView>("reviewList");
    int header = 0;
    while (model.index(header).data().toString() != u"public.workouts")
        ++header;
    list->setCurrentIndex(model.index(header));
    QTest::keyClick(list, Qt::Key_Delete);
    QTRY_COMPARE(model.changeCount(), 1);
    QCOMPARE(m_database->changes().changeCount(plans), 1);
    list->setCurrentIndex({});
    QTest::keyClick(list, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(model.changeCount(), 3);

    list->selectAll();
    QTest::mouseClick(part<QPushButton>("reviewRevert"), Qt::LeftButton);
    QTRY_COMPARE(model.changeCount(), 0);
    QCOMPARE(m_database->changes().changeCount(), 0);
}

/// Enter on a button presses that button; what is pressed while reading does nothing.
void TestReviewPage::keysMeanTheListAlone()
{
    stage(id(1), workout(1, "1", "100", {}), u"metres"_s, NewValue::of("150"));
    auto &model = m_database->review();
    QTRY_COMPARE(model.changeCount(), 1);
    QTRY_VERIFY(model.canApply());
    for (const char *name : {"reviewCopy", "reviewGoTo", "reviewSql"}) {
        auto *widget = part<QWidget>(name);
        widget->setFocus();
        QVERIFY2(widget->hasFocus(), name);
        for (const auto key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Delete})
            QTest::keyClick(widget, key);
        QCOMPARE(model.state(), ReviewModel::State::Ready);
        QCOMPARE(m_database->changes().changeCount(), 1);
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), model.sql());
}

void TestReviewPage::productionAsksToUnlock()
{
    open(ConnectionClass::Production);
    stage(id(1), workout(1, "1", "100", {}), u"metres"_s, NewValue::of("150"));
    auto &model = m_database->review();
    QTRY_COMPARE(model.changeCount(), 1);
    QVERIFY(model.isLocked());
    QVERIFY(part<QPushButton>("reviewUnlock")->isVisible());
    QVERIFY(!part<QPushButton>("reviewApply")->isEnabled());
    m_page->apply();
    QCOMPARE(model.state(), ReviewModel::State::Ready);
    NEED(m_database->unlockWriting(m_database->databaseName()));
    QTRY_VERIFY(part<QPushButton>("reviewApply")->isEnabled());
    QSignalSpy applied(&model, &ReviewModel::applied);
    m_page->apply();
    QTRY_VERIFY_WITH_TIMEOUT(model.trial().has_value(), 30'000);
    QCOMPARE(model.trial()->rows, 1);
    QCOMPARE(applied.count(), 0);
    QCOMPARE(ask(u"select metres::text from workouts where id = 1"_s), u"100"_s);
    QVERIFY(part<QLabel>("reviewStrip")->text().contains(u"1 row would be written"_s));
    // Something else is staged: it has to be tried anew.
    stage(id(1), workout(1, "1", "100", {}), u"metres"_s, NewValue::of("151"));
    QTRY_VERIFY(model.sql().contains(u"151"_s) && model.canApply());
    QVERIFY(!model.trial());
    m_page->apply();
    QTRY_VERIFY_WITH_TIMEOUT(model.trial().has_value(), 30'000);
    m_page->apply();
    QTRY_COMPARE_WITH_TIMEOUT(applied.count(), 1, 30'000);
    QCOMPARE(ask(u"select metres::text from workouts where id = 1"_s), u"151"_s);
}

void TestReviewPage::triesManyRowsFirst()
{
    NEED(m_other->runScript(
        u"create function note() returns trigger language plpgsql as"
        " $$ begin new.note := 'by trigger'; return new; end $$;"
        "create trigger note before update on workouts for each row execute function note();"
        "insert into workouts select g, 1, 100, 'n' from generate_series(10, 39) g"_s));
    open(ConnectionClass::Shared);
    stage(id(10), workout(10, "1", "100", "n"), u"metres"_s, NewValue::of("150"));
    auto &model = m_database->review();
    QTRY_VERIFY(model.canApply());
    QVERIFY(!model.triesFirst());
    for (int number = 11; number < 40; ++number)
        stage(id(number), workout(number, "1", "100", "n"), u"metres"_s, NewValue::of("150"));
    QTRY_COMPARE(model.changeCount(), 30);
    QTRY_VERIFY(model.canApply());
    QVERIFY(model.triesFirst());
    m_page->apply();
    QTRY_VERIFY_WITH_TIMEOUT(model.trial().has_value(), 30'000);
    QCOMPARE(model.trial()->rows, 30);
    QCOMPARE(model.trial()->others, 30);
    QCOMPARE(ask(u"select count(*) from workouts where metres = 150"_s), u"0"_s);
    QSignalSpy applied(&model, &ReviewModel::applied);
    m_page->apply();
    QTRY_COMPARE_WITH_TIMEOUT(applied.count(), 1, 30'000);
    QCOMPARE(ask(u"select count(*) from workouts where metres = 150"_s), u"30"_s);
}

void TestReviewPage::tellsWhatGoesAlong()
{
    auto edits = m_database->changes().edits(plans);
    edits.remove(id(1), {{u"id"_s, "1"}, {u"title"_s, "Base"}});
    m_database->changes().stage(edits, u"Delete"_s);
    auto &model = m_database->review();
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 4, 30'000);
    QVERIFY(model.index(2).data(ReviewModel::HeaderRole).toBool());
    const auto effect = model.index(3);
    QVERIFY(effect.data(ReviewModel::EffectRole).toBool());
    QCOMPARE(effect.data().toString(), u"plans › workouts"_s);
    QVERIFY(effect.data(Qt::AccessibleTextRole).toString().contains(u"2 rows are deleted with them"_s));
    QVERIFY(!model.willBeRefused());
    QCOMPARE(part<QLabel>("reviewSummary")->text(), u"1 removed, and rows of workouts along with them"_s);
    // It is no row to take back.
    auto *list = part<QListView>("reviewList");
    list->setCurrentIndex(effect);
    QVERIFY(!part<QPushButton>("reviewRevert")->isEnabled());
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(m_database->changes().changeCount(), 1);

    NEED(m_other->runScript(u"insert into bills values (1, 2)"_s));
    m_database->cascades().refresh();
    QTRY_VERIFY_WITH_TIMEOUT(model.willBeRefused(), 30'000);
    QVERIFY(model.index(3).data(ReviewModel::FaultyRole).toBool());
    QCOMPARE(model.index(3).data().toString(), u"plans › workouts › bills"_s);
    QVERIFY(part<QLabel>("reviewStrip")->isVisible());
    // The server has the last word.
    m_page->apply();
    QTRY_VERIFY_WITH_TIMEOUT(model.error().has_value(), 30'000);
    QVERIFY(model.error()->message.contains(u"bills"_s));

    m_database->changes().undo(plans);
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 0, 30'000);
    QVERIFY(!model.willBeRefused());
}

QTEST_MAIN(TestReviewPage)
#include "tst_reviewpage.moc"
