#include "ui/sql/sqlinsight.h"

#include "core/sql/mark.h"
#include "models/query/resultmodel.h"
#include "tests/models/query/querydesk.h"
#include "ui/editor/sqleditor.h"
#include "ui/plan/planview.h"
#include "ui/results/resultspane.h"
#include "ui/results/resultview.h"
#include "ui/theme/theme.h"
#include "ui/window/tabbar.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;
using models::QueryScript;
using models::ResultModel;
using test::QueryDesk;

namespace {

constexpr int patienceMs = 60'000;

QueryScript scriptOf(const QString &text)
{
    return {.text = text, .statements = sql::splitStatements(text), .parameters = {}, .folder = {}};
}

} // namespace

/// What an SQL tab knows of its text before it is run.
class TestSqlInsight : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase() { m_theme.reset(); }

    void previewsWhatWouldChange();
    void previewsWithoutRows();
    void eachPreviewIsAPage();
    void saysWhyThereIsNoPreview();
    void onePageForAllPlans();
    void planOfAMistake();
    void marksWhileTyping();
    void samplesWhatIsHeld();

private:
    template<typename Page>
    Page *page() const
    {
        return m_results->findChild<Page *>();
    }
    TabBar &tabs() const { return *m_results->findChild<TabBar *>(u"resultTabs"_s); }
    QString lastNotice() { return m_notices->isEmpty() ? QString() : m_notices->last().front().toString(); }
    void preview(const QString &text)
    {
        const auto before = m_notices->size();
        m_insight->preview(scriptOf(text));
        QTRY_VERIFY_WITH_TIMEOUT(m_notices->size() > before, patienceMs);
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QueryDesk> m_desk;
    std::unique_ptr<SqlEditor> m_editor;
    std::unique_ptr<ResultsPane> m_results;
    SqlInsight *m_insight = nullptr; ///< a child of the editor
    std::unique_ptr<QSignalSpy> m_notices;
    std::unique_ptr<QSignalSpy> m_shown;
};

void TestSqlInsight::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
}

void TestSqlInsight::init()
{
    m_desk = std::make_unique<QueryDesk>(
        u"create table users (id int primary key, name text);"
        "insert into users select g, 'user ' || g from generate_series(1, 300) g; analyze"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->database().workbench().completion(), patienceMs);
    m_editor = std::make_unique<SqlEditor>(*m_theme);
    m_results = std::make_unique<ResultsPane>(*m_theme, m_desk->runner());
    m_insight = new SqlInsight(*m_theme, m_desk->database(), m_desk->runner(), *m_editor, *m_results);
    m_notices = std::make_unique<QSignalSpy>(m_insight, &SqlInsight::notice);
    m_shown = std::make_unique<QSignalSpy>(m_insight, &SqlInsight::shown);
}

void TestSqlInsight::cleanup()
{
    m_editor.reset();
    m_results.reset();
    m_desk.reset();
}

void TestSqlInsight::previewsWhatWouldChange()
{
    preview(u"update users set name = 'new' where id <= 2"_s);
    QCOMPARE(m_shown->size(), 1);
    QCOMPARE(m_results->count(), 2);
    auto *view = m_results->currentResult();
    QVERIFY(view);
    auto &rows = view->result();
    QCOMPARE(rows.state(), ResultModel::State::Done);
    QCOMPARE(rows.origin().sql, u"update users set name = 'new' where id <= 2"_s);
    QCOMPARE(QueryDesk::column(rows, 1), (QStringList{u"new"_s, u"new"_s}));
    QVERIFY(lastNotice().contains(u'2'));
    QVERIFY(lastNotice().contains(u"rolled back"_s));
    QCOMPARE(m_desk->aside(u"select count(*) from users where name = 'new'"_s), u"0"_s);

    // Of many rows the first ones, and that is said.
    preview(u"delete from users"_s);
    auto &many = m_results->currentResult()->result();
    QCOMPARE(many.rowsRead(), 100);
    QCOMPARE(many.state(), ResultModel::State::Ended);
    QVERIFY(!many.endedBecause().isEmpty());
    QVERIFY(lastNotice().contains(u"300"_s));
}

void TestSqlInsight::previewsWithoutRows()
{
    preview(u"delete from users where id < 0"_s);
    QVERIFY(m_results->currentResult());
    QCOMPARE(m_results->currentResult()->result().rowsRead(), 0);
    QVERIFY(lastNotice().contains(u'0'));
}

void TestSqlInsight::eachPreviewIsAPage()
{
    preview(u"delete from users where id = 1"_s);
    preview(u"delete from users where id = 2"_s);
    QCOMPARE(m_results->count(), 3);
    QVERIFY(tabs().tabText(0) != tabs().tabText(1));
    QCOMPARE(QueryDesk::column(m_results->currentResult()->result()), QStringList{u"2"_s});
}

void TestSqlInsight::saysWhyThereIsNoPreview()
{
    for (const auto &text : {u"select 1"_s, QString(), u"delete from nothing"_s}) {
        preview(text);
        QVERIFY(!lastNotice().isEmpty());
    }
    QVERIFY(lastNotice().contains(u"nothing"_s));
    QCOMPARE(m_results->count(), 1);
    QCOMPARE(m_shown->size(), 0);
}

void TestSqlInsight::onePageForAllPlans()
{
    m_insight->explain(scriptOf(u"select * from users"_s), false);
    QTRY_VERIFY_WITH_TIMEOUT(page<PlanView>(), patienceMs);
    auto *view = page<PlanView>();
    QCOMPARE(m_results->count(), 2);
    preview(u"delete from users"_s);
    QCOMPARE(m_results->count(), 3);
    const auto shown = m_shown->size();
    m_insight->explain(scriptOf(u"delete from users where id = 1"_s), true);
    QTRY_VERIFY_WITH_TIMEOUT(m_shown->size() > shown, patienceMs);
    QCOMPARE(m_results->count(), 3);
    QCOMPARE(page<PlanView>(), view);
    QVERIFY(!m_results->currentResult());
    QTRY_COMPARE_WITH_TIMEOUT(m_desk->aside(u"select count(*) from users"_s), u"300"_s, patienceMs);
}

void TestSqlInsight::planOfAMistake()
{
    m_insight->explain(scriptOf(u"select nothing from users"_s), false);
    QTRY_VERIFY_WITH_TIMEOUT(page<PlanView>(), patienceMs);
    QCOMPARE(m_results->count(), 2);
}

void TestSqlInsight::marksWhileTyping()
{
    const auto text = u"select naem from users"_s;
    m_editor->setScript(text);
    QTRY_VERIFY_WITH_TIMEOUT(m_editor->markAt(8), patienceMs);
    QVERIFY(m_editor->markAt(8)->message.contains(u"naem"_s));
    m_editor->setScript(u"select name from users"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!m_editor->markAt(8), patienceMs);
}

void TestSqlInsight::samplesWhatIsHeld()
{
    models::HeldWrite held{.sql = u"delete from users"_s};
    m_insight->showHeld(held);
    QCOMPARE(m_results->count(), 1); // There is nothing to be seen.
    pg::RowBatchBuilder rows({{.name = u"id"_s, .type = 23}});
    rows.addCell("17");
    held.effect.rows = 5;
    held.effect.sample = rows.take("DELETE 5", true);
    m_insight->showHeld(held);
    QCOMPARE(m_results->count(), 2);
    QCOMPARE(QueryDesk::column(m_results->currentResult()->result()), QStringList{u"17"_s});
    m_insight->showHeld(held);
    QCOMPARE(m_results->count(), 2);
    m_insight->hideHeld();
    QCOMPARE(m_results->count(), 1);
    m_insight->hideHeld();
    QCOMPARE(m_results->count(), 1);
}

QTEST_MAIN(TestSqlInsight)
#include "tst_sqlinsight.moc"
