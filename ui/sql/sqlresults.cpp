#include "ui/sql/sqlresults.h"

#include "core/sql/parameters.h"
#include "models/query/queryrunner.h"
#include "models/query/sqldocument.h"
#include "models/query/withoutpasswords.h"
#include "models/studio.h"
#include "ui/editor/scriptstatements.h"
#include "ui/editor/sqleditor.h"
#include "ui/results/resultspane.h"
#include "ui/results/resultview.h"

#include <algorithm>

namespace squall::ui {

using models::ResultModel;

namespace {

/// What comes at once is written down at once.
constexpr int soonMs = 20;

QString sentAs(const sql::Statement &statement, const QString &script)
{
    const auto names = sql::parametersUsed(statement, script).names;
    return models::withoutPasswords(sql::numberParameters(statement, script, names).text);
}

/// The statement that gave the result, wherever it stands by now; nullptr when it is another one.
const sql::Statement *statementOf(const ResultModel::Origin &origin,
                                  const std::vector<sql::Statement> &statements, const QString &script)
{
    const auto there = std::find_if(statements.begin(), statements.end(),
                                    [&](const auto &each) { return each.span == origin.statement; });
    // One of psql's commands asks what is not in the text.
    if (there != statements.end() && (there->command || sentAs(*there, script) == origin.sql))
        return &*there;
    const auto found = std::find_if(statements.begin(), statements.end(),
                                    [&](const auto &each) { return sentAs(each, script) == origin.sql; });
    return found == statements.end() ? nullptr : &*found;
}

} // namespace

SqlResults::SqlResults(models::Studio &studio, const models::SqlDocument &document,
                       models::QueryRunner &runner, SqlEditor &editor, ResultsPane &results)
    : QObject(&editor)
    , m_database(*studio.database())
    , m_runner(runner)
    , m_editor(editor)
    , m_results(results)
    , m_keeper(new models::ResultKeeper(
          studio.results(), document.buffer(), [this, &studio] { return studio.keepsResults(m_database); },
          this))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    m_soon.callOnTimeout(this, &SqlResults::keep);
    connect(&runner, &models::QueryRunner::stateChanged, this, [this] {
        if (!m_runner.isBusy())
            m_soon.start();
    });
    connect(&results, &ResultsPane::arranged, &m_soon, qOverload<>(&QTimer::start));
    connect(&results, &ResultsPane::runAgainRequested, this, &SqlResults::runAgain);
    connect(m_keeper, &models::ResultKeeper::restored, this, &SqlResults::restore);
    connect(m_keeper, &models::ResultKeeper::outdated, &m_soon, qOverload<>(&QTimer::start));
    connect(m_keeper, &models::ResultKeeper::failed, this, [this](const Error &error) {
        emit notice(tr("The results could not be kept: %1").arg(error.message));
    });
    m_keeper->restore();
}

SqlResults::~SqlResults()
{
    flush();
}

void SqlResults::flush()
{
    if (m_soon.isActive())
        keep();
    m_keeper->flush();
}

void SqlResults::restore(const std::vector<models::ResultKeeper::Restored> &kept)
{
    const auto snapshot = m_database.snapshot();
    if (kept.empty() || m_runner.began().isValid() || !snapshot)
        return;
    for (const auto &[id, record] : kept) {
        auto result = record.model(*snapshot);
        m_keeper->adopt(*result, id, record.pinned);
        m_results.restore(result.release(), record.pinned);
    }
    m_results.select(0);
    emit shown();
}

void SqlResults::keep()
{
    m_soon.stop();
    std::vector<models::ResultKeeper::Shown> shown;
    for (const auto *view : m_results.results())
        shown.push_back({.result = &view->result(), .pinned = m_results.isPinned(view)});
    m_keeper->keep(shown);
}

void SqlResults::runAgain()
{
    const auto *view = m_results.currentResult();
    if (!view)
        return;
    if (!m_editor.statements().isCurrent()) {
        emit notice(tr("The text is still being read. Try again in a moment."));
        return;
    }
    const auto *statement =
        statementOf(view->result().origin(), m_editor.statements().all(), m_editor.script());
    if (!statement) {
        emit notice(tr("The statement of this result is not in the text any more. Nothing was run."));
        return;
    }
    m_editor.setCaret(statement->span.start);
    emit runRequested();
}

} // namespace squall::ui
