#include "core/base/quote.h"
#include "models/query/editedresultmodel.h"
#include "models/studio.h"
#include "ui/chart/chartcanvas.h"
#include "ui/commands/commands.h"
#include "ui/editor/sqleditor.h"
#include "ui/grid/grid.h"
#include "ui/plan/planview.h"
#include "ui/query/historypanel.h"
#include "ui/results/resultspane.h"
#include "ui/results/resultview.h"
#include "ui/sql/sqlpage.h"
#include "ui/tour/tour.h"
#include "ui/window/mainwindow.h"
#include "ui/window/sqltabs.h"
#include "ui/window/tabarea.h"

#include <utility>

// An SQL tab: writing, completing, running, failing. What runs only reads; what is staged is not sent.
namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

QString demoScript()
{
    return uR"(-- overdue workouts by coach
with late as (
  select w.*, p.coach_id
  from workouts w
  join training_plans p on p.id = w.training_plan_id
  where w.status = 'planned' and w.starts_at < now() - interval '2 days'
)
select u.name, count(*) as overdue, max(l.starts_at) as latest
from late l
join users u on u.id = l.coach_id
group by u.name
order by overdue desc limit 20;

select sport, count(*), avg(distance_m)::int as metres from workouts group by sport order by 2 desc;
)"_s;
}

/// Two tables by their keys, and a column that is neither's.
QString editableScript()
{
    return uR"(select w.id, w.title, w.status, w.distance_m, w.notes,
       u.id as athlete, u.name, round(w.distance_m / 1000.0, 1) as km
from workouts w
join users u on u.id = w.athlete_id
order by w.id desc limit 40;
)"_s;
}

} // namespace

SqlPage *Tour::sqlPage() const
{
    return qobject_cast<SqlPage *>(m_window.tabs().currentPage());
}

void Tour::addSqlSteps()
{
    const auto script = [this] {
        if (isDemo())
            return demoScript();
        const auto id = subject();
        const auto name = quote(id.schema, id.name);
        return u"select *\nfrom %1 l\nlimit 20;\n\nselect 1 as one, now();\n"_s.arg(name);
    };
    add(
        u"sql-editor"_s, [this, script] { openSql(m_window, m_studio, script(), u"overdue.sql"_s); },
        [this] { return sqlPage() != nullptr && shown("sqlEditor"); });
    add(
        u"sql-completion"_s,
        [this] {
            auto &editor = sqlPage()->editor();
            // Behind a dot that somebody has just written.
            const auto at = isDemo() ? editor.script().indexOf(u"coach_id\ngroup"_s)
                                     : editor.script().indexOf(u"\nlimit"_s);
            const auto written = isDemo() ? QString() : u"\nwhere l."_s;
            editor.replaceSpan({at, isDemo() ? 8 : 0}, written);
            editor.setCaret(at + written.size());
            editor.setFocus();
            sqlPage()->run(SqlCommand::Complete);
        },
        [this] { return shown("completion") != nullptr; });
    add(
        u"sql-results"_s,
        [this, script] {
            auto &editor = sqlPage()->editor();
            editor.setCaret(0);
            editor.changeScript(script());
            sqlPage()->run(SqlCommand::RunAll);
        },
        [this] { return !sqlPage()->runner().isBusy() && sqlPage()->results().count() >= 3; });
    add(
        u"sql-chart"_s,
        [this] {
            sqlPage()->results().select(1);
            m_window.commands().run(u"result.chart"_s);
        },
        [this] {
            const auto *chart = sqlPage()->findChild<ChartCanvas *>();
            return chart && !chart->chart().series.empty();
        });
    add(
        u"sql-plan"_s,
        [this] {
            sqlPage()->editor().setCaret(sqlPage()->editor().script().indexOf(u"select"_s));
            sqlPage()->run(SqlCommand::ExplainAnalyze);
        },
        [this] {
            const auto *plan = sqlPage()->findChild<PlanView *>();
            return plan && plan->isVisible();
        });
    add(
        u"sql-error"_s,
        [this, script] {
            auto &editor = sqlPage()->editor();
            editor.changeScript(script() + u"\nselect naem from pg_roles;\n"_s);
            editor.setCaret(editor.script().size() - 3);
            sqlPage()->run(SqlCommand::Run);
        },
        [this] { return !sqlPage()->runner().isBusy() && sqlPage()->editor().failure(); });
    addChanging(
        u"sql-result-edited"_s,
        [this] {
            sqlPage()->editor().changeScript(editableScript());
            sqlPage()->run(SqlCommand::RunAll);
            m_staged = false;
        },
        [this] { return stagedInResult(); });
    addChanging(
        u"sql-result-refused"_s,
        [this] {
            auto &changes = m_studio.database()->changes();
            changes.clear(changes.relations());
            auto &grid = sqlPage()->results().currentResult()->grid();
            grid.setCurrentCell({2, grid.layoutOfCells().columnCount() - 1});
            m_window.commands().run(u"cells.edit"_s);
        },
        [this] {
            // News of the rows takes back what was said of an attempt; somebody would try again.
            if (!shown("resultRemark"))
                m_window.commands().run(u"cells.edit"_s);
            return m_studio.database()->changes().changeCount() == 0 && shown("resultRemark");
        });
    add(
        u"history"_s, [this] { m_window.commands().run(u"history.show"_s); },
        [this] {
            auto *history = qobject_cast<HistoryPanel *>(m_window.tabs().currentPage());
            return history && history->model().rowCount() > 0;
        });
}

/// Values for both tables, one of which cannot be.
bool Tour::stagedInResult()
{
    if (!sqlPage() || sqlPage()->runner().isBusy())
        return false;
    auto *view = sqlPage()->results().currentResult();
    auto *rows = view ? view->edited() : nullptr;
    if (!rows || rows->rowCount() < 10 || !rows->refusal().isEmpty())
        return false;
    if (!std::exchange(m_staged, true)) {
        rows->setCells({{1, 1}}, edit::NewValue::of("Long run with strides"));
        rows->setCells({{2, 4}}, edit::NewValue::null());
        rows->setCells({{3, 6}}, edit::NewValue::of("Mara Lind"));
        rows->setCells({{5, 3}}, edit::NewValue::of("12 km"));
        view->grid().setCurrentCell({5, 3});
        view->setFocus();
    }
    return m_studio.database()->changes().changeCount() >= 3;
}

} // namespace squall::ui
