#include "core/pg/connection.h"
#include "models/reviewmodel.h"
#include "models/rowwindowmodel.h"
#include "models/stagedchanges.h"
#include "tests/support/need.h"
#include "tests/ui/table/tableonscreen.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace squall::ui;
using namespace Qt::StringLiterals;
using edit::NewValue;
using test::perform;

namespace {

const auto script = QStringLiteral(R"(
create table item (id int primary key, title text not null);
insert into item select g, 't' || g from generate_series(10, 90, 10) g;
create table many (id int primary key, title text not null);
insert into many select g * 10, 't' || g from generate_series(1, 5000) g;
create table noted (id int primary key, title text not null, note text);
insert into noted select g, 't' || g from generate_series(1, 9) g;
create function note() returns trigger language plpgsql as $$
begin new.note := 'noted ' || new.title; return new; end $$;
create trigger note before update on noted for each row execute function note();
create table log (n int, note text) partition by range (n);
create table log_low partition of log for values from (0) to (5);
create table log_high partition of log for values from (5) to (100);
create view items as select id, title from item;
analyze;
)");

} // namespace

/// What is selected stays on its rows when they are read again.
class TestRefresh : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_table = std::make_unique<test::TableOnScreen>(script); }
    void init();
    void cleanupTestCase() { m_table.reset(); }
    void followsTheRow_data();
    void followsTheRow();
    void saysWhenTheRowIsGone();
    void severalRowsComeApart();
    void wholeColumnsStayWhole();
    void farFromTheTop();
    void goneWhileOneWasElsewhere();
    void anAppliedKeyIsTheSameRow();
    void whatOneWroteIsNoNews();
    void onlyWhatWasTouchedIsReadAgain();
    void partitionsWithoutAKeyAreEdited();

private:
    Grid &grid() { return m_table->grid(); }
    void change(const QString &sql) { NEED(m_table->other().runScript(sql)); }
    void refresh();
    /// The ids of the selected rows.
    QString selected();

    std::unique_ptr<test::TableOnScreen> m_table;
};

void TestRefresh::init()
{
    m_table->close();
    m_table->clear();
    change(u"truncate item; insert into item select g, 't' || g from generate_series(10, 90, 10) g"_s);
}

void TestRefresh::refresh()
{
    QSignalSpy reloaded(&m_table->view().rows(), &RowWindowModel::reloaded);
    QTest::keyClick(&m_table->view(), Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(reloaded.count(), 1, 60'000);
}

QString TestRefresh::selected()
{
    QStringList ids;
    for (const auto &range : grid().selection().ranges()) {
        for (qint64 row = range.top; row <= range.bottom; ++row)
            ids << m_table->shown(row, 0);
    }
    return ids.join(u' ');
}

void TestRefresh::followsTheRow_data()
{
    QTest::addColumn<QString>("meanwhile");
    QTest::addColumn<qint64>("row");
    QTest::newRow("nothing happened") << u"select 1"_s << qint64(3);
    QTest::newRow("rows came before it") << u"insert into item values (1, 'a'), (2, 'b')"_s << qint64(5);
    QTest::newRow("rows before it went") << u"delete from item where id < 40"_s << qint64(0);
    QTest::newRow("rows behind it went") << u"delete from item where id > 40"_s << qint64(3);
}

void TestRefresh::followsTheRow()
{
    QFETCH(QString, meanwhile);
    QFETCH(qint64, row);
    m_table->open(u"item"_s);
    grid().setCurrentCell({3, 1});
    change(meanwhile);
    refresh();
    QCOMPARE(grid().currentCell(), (CellPosition{row, 1}));
    QCOMPARE(selected(), u"40"_s);
    QCOMPARE(m_table->remark(), QString());
}

void TestRefresh::saysWhenTheRowIsGone()
{
    m_table->open(u"item"_s);
    grid().setCurrentCell({3, 1});
    change(u"delete from item where id = 40"_s);
    refresh();
    QVERIFY(!grid().currentCell().isValid());
    QVERIFY(m_table->remark().contains(u"not there any more"_s));
    // No key changes the row that stands there now.
    perform(u"Delete Ctrl+Delete"_s);
    QCOMPARE(m_table->marks(), QString());
    // The way goes on from where it was.
    perform(u"Down"_s);
    QCOMPARE(grid().currentCell(), (CellPosition{4, 1}));
}

void TestRefresh::severalRowsComeApart()
{
    m_table->open(u"item"_s);
    grid().setCurrentCell({2, 0});
    perform(u"Shift+Down Shift+Down Shift+Down"_s);
    QCOMPARE(selected(), u"30 40 50 60"_s);
    change(u"insert into item values (5, 'a'), (45, 'b'); delete from item where id = 50"_s);
    refresh();
    QCOMPARE(selected(), u"30 40 60"_s);
    QCOMPARE(grid().selection().ranges().size(), size_t(2));
    QVERIFY(m_table->remark().contains(u"not there any more"_s));
}

void TestRefresh::wholeColumnsStayWhole()
{
    m_table->open(u"item"_s);
    grid().setCurrentCell({2, 1});
    perform(u"Ctrl+Space"_s);
    change(u"insert into item values (95, 'z')"_s);
    refresh();
    QCOMPARE(grid().selection().ranges().size(), size_t(1));
    QCOMPARE(grid().selection().ranges().front().bottom, 9);
}

void TestRefresh::farFromTheTop()
{
    m_table->open(u"many"_s);
    // From here on numbers are exact.
    QTRY_VERIFY_WITH_TIMEOUT(m_table->rows().isRowCountExact(), 60'000);
    grid().setCurrentCell({4000, 1});
    QTRY_COMPARE_WITH_TIMEOUT(m_table->shown(4000, 0), u"40010"_s, 60'000);
    change(u"insert into many select g * 10 + 1, 'new' from generate_series(1, 200) g"_s);
    refresh();
    QTRY_COMPARE_WITH_TIMEOUT(grid().currentCell().row, 4200, 60'000);
    QCOMPARE(selected(), u"40010"_s);
    change(u"delete from many where id % 10 = 1"_s);
}

void TestRefresh::goneWhileOneWasElsewhere()
{
    m_table->open(u"many"_s);
    // From here on numbers are exact.
    QTRY_VERIFY_WITH_TIMEOUT(m_table->rows().isRowCountExact(), 60'000);
    grid().setCurrentCell({10, 1});
    grid().scrollToRow(4000);
    QTRY_VERIFY_WITH_TIMEOUT(m_table->rows().firstRow() > 100, 60'000);
    change(u"delete from many where id = 110"_s);
    refresh();
    grid().scrollToRow(0);
    QTRY_VERIFY_WITH_TIMEOUT(!grid().currentCell().isValid(), 60'000);
    QVERIFY(m_table->remark().contains(u"not there any more"_s));
    change(u"insert into many values (110, 't11')"_s);
}

void TestRefresh::anAppliedKeyIsTheSameRow()
{
    m_table->open(u"item"_s);
    grid().setCurrentCell({3, 0});
    perform(u"'85 Return Up"_s);
    QTRY_COMPARE(m_table->database().changes().changeCount(), 1);
    auto &review = m_table->database().review();
    QTRY_VERIFY_WITH_TIMEOUT(review.canApply(), 60'000);
    QSignalSpy applied(&review, &ReviewModel::applied);
    review.apply();
    QTRY_COMPARE_WITH_TIMEOUT(applied.count(), 1, 60'000);
    refresh();
    QCOMPARE(selected(), u"85"_s);
    QCOMPARE(grid().currentCell(), (CellPosition{7, 0}));
    QCOMPARE(m_table->remark(), QString());
}

void TestRefresh::whatOneWroteIsNoNews()
{
    m_table->open(u"noted"_s);
    QSignalSpy reloaded(&m_table->view().rows(), &RowWindowModel::reloaded);
    grid().setCurrentCell({3, 1});
    perform(u"'mine Return"_s);
    auto &review = m_table->database().review();
    QTRY_VERIFY_WITH_TIMEOUT(review.canApply(), 60'000);
    review.apply();
    QTRY_COMPARE_WITH_TIMEOUT(reloaded.count(), 1, 60'000);
    QCOMPARE(m_table->shown(3, 1), u"mine"_s);
    QCOMPARE(m_table->shown(3, 2), u"noted mine"_s);
    const auto moved = [this](int column) {
        return m_table->rows().index(3, column).data(MovedRole).toBool();
    };
    QVERIFY(!moved(1));
    QVERIFY(moved(2)); // A trigger did that.
}

void TestRefresh::onlyWhatWasTouchedIsReadAgain()
{
    const auto open = [this](Kind kind, const QString &name) {
        auto rows = m_table->database().editedRows({kind, u"public"_s, name});
        rows->need(0, 30);
        return rows;
    };
    m_table->open(u"item"_s);
    const auto other = open(Kind::Table, u"many"_s);
    const auto hidden = open(Kind::View, u"items"_s);
    other->rows().setShown(true);
    QTRY_VERIFY_WITH_TIMEOUT(other->rows().isRowCountExact() && !hidden->rows().isReading(), 60'000);
    QSignalSpy reloaded(&m_table->view().rows(), &RowWindowModel::reloaded);
    QSignalSpy others(&other->rows(), &RowWindowModel::reloading);
    QSignalSpy hiddens(&hidden->rows(), &RowWindowModel::reloading);
    grid().setCurrentCell({3, 1});
    perform(u"'mine Return"_s);
    auto &review = m_table->database().review();
    QTRY_VERIFY_WITH_TIMEOUT(review.canApply(), 60'000);
    review.apply();
    QTRY_COMPARE_WITH_TIMEOUT(reloaded.count(), 1, 60'000);
    QCOMPARE(others.count(), 0);
    QCOMPARE(hiddens.count(), 0);
    hidden->rows().setShown(true);
    QCOMPARE(hiddens.count(), 1);
    hidden->rows().setShown(false);
    hidden->rows().setShown(true);
    QCOMPARE(hiddens.count(), 1);
}

void TestRefresh::partitionsWithoutAKeyAreEdited()
{
    change(u"truncate log; insert into log select g, 'l' || g from generate_series(1, 9) g"_s);
    m_table->open(u"log"_s);
    QCOMPARE(m_table->rows().refusal(), QString());
    QSignalSpy reloaded(&m_table->view().rows(), &RowWindowModel::reloaded);
    // From one partition to the other, and where it stands.
    grid().setCurrentCell({1, 0});
    perform(u"'50 Return"_s);
    grid().setCurrentCell({6, 1});
    perform(u"'mine Return"_s);
    grid().setCurrentCell({0, 0});
    perform(u"Ctrl+Del"_s);
    QTRY_COMPARE(m_table->database().changes().changeCount(), 3);
    auto &review = m_table->database().review();
    QTRY_VERIFY_WITH_TIMEOUT(review.canApply(), 60'000);
    QSignalSpy applied(&review, &ReviewModel::applied);
    review.apply();
    QTRY_COMPARE_WITH_TIMEOUT(applied.count() + (review.error() ? 100 : 0), 1, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(reloaded.count(), 1, 60'000);
    const auto rows = m_table->other().fetch({u"select string_agg(n || note, ' ' order by n) from log"_s});
    NEED(rows);
    QCOMPARE(rows->text(0, 0), u"3l3 4l4 5l5 6l6 7mine 8l8 9l9 50l2"_s);

    // Somebody was there before: nothing is overwritten.
    grid().setCurrentCell({0, 1});
    perform(u"'late Return"_s);
    change(u"update log set note = 'first' where n = 3"_s);
    QTRY_VERIFY_WITH_TIMEOUT(review.canApply(), 60'000);
    review.apply();
    QTRY_VERIFY_WITH_TIMEOUT(review.error().has_value(), 60'000);
    QCOMPARE(review.error()->code, Error::Code::Conflict);
}

QTEST_MAIN(TestRefresh)
#include "tst_refresh.moc"
