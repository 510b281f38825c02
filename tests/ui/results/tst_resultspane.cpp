#include "ui/results/resultspane.h"

#include "models/query/resultmodel.h"
#include "tests/models/query/querydesk.h"
#include "tests/support/pairedwatchdog.h"
#include "ui/grid/grid.h"
#include "ui/results/durationtext.h"
#include "ui/results/resultview.h"
#include "ui/theme/theme.h"
#include "ui/window/tabbar.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QToolButton>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;
using models::ResultModel;
using test::QueryDesk;

class TestResultsPane : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase() { m_theme.reset(); }

    void aTabForEachResult();
    void theNextRunTakesTheirPlace();
    void pinnedResultsStay();
    void saysWhyItFailed();
    void messagesLeadToTheirStatements();
    void sortsByTheHeader();
    void filters();
    void readsOn();
    void escStops();
    void keysLeadBack();
    void copiesWholeValues();
    void recordsShowAValueALine();
    void closingWhileItReads();
    void longResultsBlockNothing();
    void durations();

private:
    template<typename Widget>
    Widget *find(const QString &name)
    {
        return m_pane->findChild<Widget *>(name);
    }
    TabBar &tabs() { return *find<TabBar>(u"resultTabs"_s); }
    QStringList titles()
    {
        QStringList titles;
        for (int index = 0; index < tabs().count(); ++index)
            titles << tabs().tabText(index);
        return titles;
    }
    ResultModel &result() { return m_pane->currentResult()->result(); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QueryDesk> m_desk;
    std::unique_ptr<ResultsPane> m_pane;
};

void TestResultsPane::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
}

void TestResultsPane::init()
{
    m_desk = std::make_unique<QueryDesk>(u"create table t (id int, name text);"
                                         "insert into t values (1, 'one'), (2, null), (3, 'three')"_s);
    m_pane = std::make_unique<ResultsPane>(*m_theme, m_desk->runner());
    m_pane->resize(900, 400);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
}

void TestResultsPane::cleanup()
{
    m_pane.reset();
    m_desk.reset();
}

void TestResultsPane::aTabForEachResult()
{
    m_desk->run(u"-- everybody\nselect * from t; select 1 as one from t; update t set id = id"_s);
    QCOMPARE(titles(), (QStringList{u"everybody"_s, u"t"_s, u"Messages"_s}));
    QCOMPARE(tabs().currentIndex(), 0);
    QCOMPARE(result().rowCount(), 3);
    const auto summary = find<QLabel>(u"resultSummary"_s)->text();
    QVERIFY2(summary.startsWith(u"3 rows in "), qPrintable(summary));
    m_pane->step(1);
    QCOMPARE(tabs().currentIndex(), 1);
    m_pane->step(1);
    QVERIFY(!m_pane->currentResult());
    QVERIFY(find<QPlainTextEdit>(u"messages"_s)->toPlainText().contains(u"UPDATE 3"));
    m_pane->step(1);
    QCOMPARE(tabs().currentIndex(), 0);
}

void TestResultsPane::theNextRunTakesTheirPlace()
{
    m_desk->run(u"select * from t; select 2"_s);
    m_desk->run(u"select 'other' as other"_s);
    QCOMPARE(titles(), (QStringList{u"select 'other' as other"_s, u"Messages"_s}));
    QCOMPARE(tabs().currentIndex(), 0);
    m_desk->run(u"update t set id = id"_s);
    QCOMPARE(titles(), QStringList{u"Messages"_s});
}

void TestResultsPane::pinnedResultsStay()
{
    m_desk->run(u"select * from t"_s);
    m_pane->togglePinned();
    m_desk->run(u"select * from t where id = 1"_s);
    QCOMPARE(titles(), (QStringList{u"t"_s, u"t 2"_s, u"Messages"_s}));
    QCOMPARE(tabs().currentIndex(), 1);
    QCOMPARE(result().rowCount(), 1);
    m_pane->select(0);
    QCOMPARE(result().rowCount(), 3);
    m_pane->togglePinned();
    m_desk->run(u"select 1"_s);
    QCOMPARE(titles(), (QStringList{u"select 1"_s, u"Messages"_s}));
    // The messages cannot be closed.
    m_pane->closeCurrent();
    m_pane->closeCurrent();
    QCOMPARE(titles(), QStringList{u"Messages"_s});
}

void TestResultsPane::saysWhyItFailed()
{
    QSignalSpy goTo(m_pane.get(), &ResultsPane::goToRequested);
    const auto text = u"select 1;\nselect nme from t;\nselect 3"_s;
    m_desk->run(text);
    QVERIFY(!m_pane->currentResult());
    QVERIFY(find<QWidget>(u"errorPanel"_s)->isVisible());
    QVERIFY(find<QLabel>(u"errorMessage"_s)->text().contains(u"nme"));
    QVERIFY(find<QLabel>(u"errorExcerpt"_s)->text().contains(u"line 2"));
    QVERIFY(find<QLabel>(u"errorHint"_s)->text().contains(u"not run"));
    find<QToolButton>(u"errorGoTo"_s)->click();
    QCOMPARE(goTo.count(), 1);
    QCOMPARE(goTo.front().front().value<sql::Span>().in(text).toString(), u"nme"_s);
    m_desk->run(u"select 2"_s);
    QVERIFY(!find<QWidget>(u"errorPanel"_s)->isVisibleTo(m_pane.get()));
}

void TestResultsPane::messagesLeadToTheirStatements()
{
    QSignalSpy goTo(m_pane.get(), &ResultsPane::goToRequested);
    const auto text = u"update t set id = id;\ndelete from t"_s;
    m_desk->run(text);
    auto *messages = find<QPlainTextEdit>(u"messages"_s);
    auto cursor = messages->textCursor();
    cursor.movePosition(QTextCursor::End);
    messages->setTextCursor(cursor);
    QTest::keyClick(messages, Qt::Key_Return);
    QCOMPARE(goTo.count(), 1);
    QCOMPARE(goTo.front().front().value<sql::Span>().in(text).toString(), u"delete from t"_s);
}

void TestResultsPane::sortsByTheHeader()
{
    m_desk->run(u"select * from t"_s);
    auto &grid = m_pane->currentResult()->grid();
    const auto header = grid.layoutOfCells().headerCell(0).center();
    QTest::mouseClick(grid.viewport(), Qt::LeftButton, {}, header);
    QTest::mouseClick(grid.viewport(), Qt::LeftButton, {}, header);
    QTRY_COMPARE(QueryDesk::column(result()), (QStringList{u"3"_s, u"2"_s, u"1"_s}));
}

void TestResultsPane::filters()
{
    m_desk->run(u"select * from t"_s);
    auto &grid = m_pane->currentResult()->grid();
    grid.setFocus();
    QTest::keyClick(&grid, Qt::Key_F, Qt::ControlModifier);
    auto *filter = find<QLineEdit>(u"resultFilter"_s);
    QVERIFY(filter->isVisible());
    QTest::keyClicks(filter, u"THR"_s);
    QTRY_COMPARE(QueryDesk::column(result()), QStringList{u"3"_s});
    QTRY_VERIFY(find<QLabel>(u"resultSummary"_s)->text().startsWith(u"1 of 3 rows"));
    QTest::keyClick(filter, Qt::Key_Escape);
    QVERIFY(!filter->isVisible());
    QCOMPARE(result().rowCount(), 3);
}

void TestResultsPane::readsOn()
{
    m_desk->runner().setPatience({.readAhead = 100'000});
    m_desk->run(u"select repeat('x', 1000) from generate_series(1, 5000)"_s);
    auto *strip = find<QWidget>(u"resultStrip"_s);
    QVERIFY(strip->isVisible());
    const auto before = result().rowsRead();
    find<QToolButton>(u"resultReadOn"_s)->click();
    m_desk->settled();
    QVERIFY(result().rowsRead() > before);
    find<QToolButton>(u"resultReadAll"_s)->click();
    m_desk->settled();
    QCOMPARE(result().rowsRead(), 5000);
    QVERIFY(!strip->isVisible());
}

void TestResultsPane::escStops()
{
    m_desk->start(u"select pg_sleep(600)"_s);
    QTest::keyClick(m_pane.get(), Qt::Key_Escape);
    m_desk->settled();
    QCOMPARE(m_desk->outcomes.back().end, models::QueryOutcome::End::Cancelled);
    QVERIFY(find<QPlainTextEdit>(u"messages"_s)->toPlainText().contains(u"stopped", Qt::CaseInsensitive));
}

void TestResultsPane::keysLeadBack()
{
    QSignalSpy left(m_pane.get(), &ResultsPane::leaveRequested);
    m_desk->run(u"select * from t"_s);
    QTest::keyClick(&m_pane->currentResult()->grid(), Qt::Key_F6);
    QTest::keyClick(&m_pane->currentResult()->grid(), Qt::Key_Escape);
    QCOMPARE(left.count(), 2);
}

void TestResultsPane::copiesWholeValues()
{
    m_desk->run(u"select repeat('ä', 9000) as long, 2 as two"_s);
    auto &grid = m_pane->currentResult()->grid();
    grid.selectAll();
    QTest::keyClick(&grid, Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(QApplication::clipboard()->text(), QString(9000, u'ä') + u"\t2"_s);
}

void TestResultsPane::recordsShowAValueALine()
{
    m_desk->run(u"select * from t \\gx\n"_s);
    auto *grid = find<Grid>(u"recordGrid"_s);
    QVERIFY(grid && grid->isVisible());
    QCOMPARE(grid->model()->rowCount(), 6);
    QCOMPARE(grid->model()->index(1, 1).data().toString(), u"name"_s);
    QCOMPARE(grid->model()->index(1, 2).data().toString(), u"one"_s);
    m_pane->currentResult()->setRecords(false);
    QVERIFY(!grid->isVisible());
}

void TestResultsPane::closingWhileItReads()
{
    m_desk->runner().setPatience({.readAhead = 100'000});
    m_desk->run(u"select repeat('x', 1000) from generate_series(1, 500000); select 'second'"_s);
    m_pane->closeCurrent();
    QTRY_COMPARE(titles(), (QStringList{u"select 'second'"_s, u"Messages"_s}));
    m_desk->settled();
}

void TestResultsPane::longResultsBlockNothing()
{
    QCOMPARE(m_desk->run(u"select 1"_s).end, models::QueryOutcome::End::Done);
    test::PairedWatchdog watchdog;
    m_desk->run(u"select i, md5(i::text), now(), i * 1.5 from generate_series(1, 200000) i"_s);
    const auto complaint = watchdog.complaint();
    QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
    QCOMPARE(result().rowCount(), 200'000);
}

void TestResultsPane::durations()
{
    using namespace std::chrono_literals;
    QCOMPARE(durationText(6200us), u"6.2 ms"_s);
    QCOMPARE(durationText(240ms), u"240 ms"_s);
    QCOMPARE(durationText(1350ms), u"1.35 s"_s);
    QCOMPARE(durationText(125s), u"2 min 5 s"_s);
}

QTEST_MAIN(TestResultsPane)
#include "tst_resultspane.moc"
