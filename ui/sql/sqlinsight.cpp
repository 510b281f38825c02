#include "ui/sql/sqlinsight.h"

#include "core/sql/parameters.h"
#include "models/opendatabase.h"
#include "models/query/explainrunner.h"
#include "models/query/queryrunner.h"
#include "models/query/statementchecker.h"
#include "models/query/writepreview.h"
#include "ui/editor/sqleditor.h"
#include "ui/plan/planview.h"
#include "ui/results/resultspane.h"
#include "ui/results/resultview.h"

#include <QLocale>

namespace squall::ui {

using models::QueryScript;

SqlInsight::SqlInsight(const Theme &theme, models::OpenDatabase &database, models::QueryRunner &runner,
                       SqlEditor &editor, ResultsPane &results)
    : QObject(&editor)
    , m_theme(theme)
    , m_database(database)
    , m_runner(runner)
    , m_editor(editor)
    , m_results(results)
    , m_checker(new models::StatementChecker(&database.workbench(), this))
    , m_plans(new models::ExplainRunner(database, this))
    , m_preview(new models::WritePreview(database, this))
{
    check();
    connect(m_plans, &models::ExplainRunner::plansChanged, this, &SqlInsight::showPlan);
    connect(m_plans, &models::ExplainRunner::failed, this, &SqlInsight::showPlan);
    connect(m_preview, &models::WritePreview::shown, this, &SqlInsight::showEffect);
    connect(m_preview, &models::WritePreview::failed, this, [this](const Error &error) {
        emit notice(error.hint.isEmpty() ? error.message : error.message + u' ' + error.hint);
    });
}

void SqlInsight::check()
{
    const auto read = [this] { m_checker->setText(m_editor.script(), m_editor.caret()); };
    connect(&m_editor, &SqlEditor::scriptChanged, m_checker, read);
    connect(&m_editor, &SqlEditor::caretMoved, m_checker, [this] { m_checker->setCaret(m_editor.caret()); });
    connect(m_checker, &models::StatementChecker::marksChanged, this,
            [this] { m_editor.setMarks(m_checker->marks()); });
    const auto know = [this] { m_checker->setCatalog(m_database.workbench().completion()); };
    connect(&m_database, &models::OpenDatabase::completionChanged, m_checker, know);
    const auto differ = [this] {
        m_checker->setSessionDiffers(m_runner.transaction().isOpen() || !m_runner.sessionKept().isEmpty());
    };
    connect(&m_runner, &models::QueryRunner::transactionChanged, m_checker, differ);
    connect(&m_runner, &models::QueryRunner::sessionKeptChanged, m_checker, differ);
    know();
    read();
}

void SqlInsight::explain(const QueryScript &script, bool analyze)
{
    const auto query = models::queryOf(script);
    m_plans->explain(
        {.sql = query.text,
         .parameters = query.parameters,
         .mode = analyze ? models::ExplainRequest::Mode::Analyze : models::ExplainRequest::Mode::Plan});
}

/// One page for all plans of this tab.
void SqlInsight::showPlan()
{
    if (!m_view) {
        m_view = new PlanView(m_theme, *m_plans, &m_results);
        connect(m_view, &PlanView::notice, this, &SqlInsight::notice);
        m_results.addPage(m_view, tr("Plan"), {});
    } else {
        m_results.show(m_view);
    }
    emit shown();
}

void SqlInsight::preview(const QueryScript &script)
{
    m_previewed = script.statements.empty() ? QString() : script.statements.front().text(script.text);
    m_preview->look(script);
}

void SqlInsight::showEffect(const models::WriteEffect &effect)
{
    const auto words = tr("%n row(s) would be touched", nullptr, static_cast<int>(effect.rows));
    addSample(effect, m_previewed);
    emit notice(tr("%1. It was tried and rolled back: nothing was written.").arg(words));
    emit shown();
}

ResultView *SqlInsight::addSample(const models::WriteEffect &effect, const QString &sql)
{
    auto *rows = new models::ResultModel(
        {.title = tr("Preview"), .sql = sql, .time = QDateTime::currentDateTime()}, effect.sample.fields());
    rows->append({effect.sample});
    rows->setState(effect.rows > effect.sample.rowCount() ? models::ResultModel::State::Ended
                                                          : models::ResultModel::State::Done,
                   tr("These are the first of them."));
    auto *view = new ResultView(m_theme, rows, nullptr, &m_results);
    m_results.addPage(view, tr("Preview"), QLocale().toString(effect.rows));
    return view;
}

void SqlInsight::showHeld(const models::HeldWrite &write)
{
    hideHeld();
    if (write.effect.sample.rowCount() == 0)
        return;
    m_held = addSample(write.effect, write.sql);
    emit shown();
}

void SqlInsight::hideHeld()
{
    if (m_held)
        m_results.closePage(m_held);
}

} // namespace squall::ui
