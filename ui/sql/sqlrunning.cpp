#include "ui/sql/sqlrunning.h"

#include "core/sql/splitstatements.h"
#include "models/pooled.h"
#include "models/query/sqldocument.h"
#include "ui/editor/scriptstatements.h"
#include "ui/editor/sqleditor.h"
#include "ui/sql/parameterstrip.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::QueryScript;

SqlRunning::SqlRunning(SqlEditor &editor, ParameterStrip &parameters, models::SqlDocument &document,
                       models::QueryRunner &runner)
    : QObject(&editor)
    , m_editor(editor)
    , m_parameters(parameters)
    , m_document(document)
    , m_runner(runner)
{
    connect(&parameters, &ParameterStrip::submitted, this, &SqlRunning::goOn);
    connect(&runner, &models::QueryRunner::failed, this, &SqlRunning::mark);
    // What is written since may have nothing to do with it any more.
    connect(&editor, &SqlEditor::scriptChanged, this, [this] { m_editor.setFailure({}); });
}

QueryScript SqlRunning::current() const
{
    const auto selection = m_editor.selection();
    if (selection.length > 0) {
        QueryScript script{.text = m_editor.script().mid(selection.start, selection.length),
                           .offset = selection.start};
        script.statements = sql::splitStatements(script.text);
        return script;
    }
    const auto *statement = m_editor.currentStatement();
    QueryScript script{.text = m_editor.script()};
    if (statement)
        script.statements = {*statement};
    return script;
}

void SqlRunning::runCurrent()
{
    if (m_editor.selection().length == 0 && !m_editor.statements().isCurrent()) {
        // A large script whose statements are not counted anew yet.
        const auto script = m_editor.script();
        const auto caret = m_editor.caret();
        m_splitting.run(models::pooled([script] { return sql::splitStatements(script); }),
                        [this, script, caret](const std::vector<sql::Statement> &statements) {
                            QueryScript found{.text = script};
                            if (const auto *statement = sql::statementAt(statements, script, caret))
                                found.statements = {*statement};
                            prepare(found);
                        });
        return;
    }
    prepare(current());
}

void SqlRunning::runAll()
{
    const auto script = m_editor.script();
    if (m_editor.statements().isCurrent()) {
        prepare({.text = script, .statements = m_editor.statements().all()});
        return;
    }
    m_splitting.run(models::pooled([script] { return sql::splitStatements(script); }),
                    [this, script](const std::vector<sql::Statement> &statements) {
                        prepare({.text = script, .statements = statements});
                    });
}

void SqlRunning::ask(Purpose purpose)
{
    auto script = current();
    std::erase_if(script.statements, [](const sql::Statement &each) {
        return each.kind == sql::Statement::Kind::Empty || each.kind == sql::Statement::Kind::Command;
    });
    if (script.statements.size() > 1)
        script.statements.resize(1);
    prepare(script, purpose);
}

void SqlRunning::prepare(const QueryScript &script, Purpose purpose)
{
    const bool something =
        std::any_of(script.statements.begin(), script.statements.end(),
                    [](const sql::Statement &each) { return each.kind != sql::Statement::Kind::Empty; });
    if (!something) {
        emit refused(tr("There is no statement at the caret."));
        return;
    }
    sql::ParametersUsed used;
    for (const auto &statement : script.statements) {
        const auto own = sql::parametersUsed(statement, script.text);
        used.numbered = std::max(used.numbered, own.numbered);
        for (const auto &name : own.names) {
            if (!used.names.contains(name))
                used.names << name;
        }
    }
    if (used.isEmpty()) {
        m_parameters.hide();
        start(script, purpose);
        return;
    }
    const bool filled = m_parameters.isFilledFor(used);
    m_parameters.setParameters(used);
    askTypes(script, used.names);
    m_waiting = script;
    m_waitingFor = purpose;
    if (filled)
        goOn();
    else
        m_parameters.ask();
}

/// Each time: a type may be another one since. What another text had says nothing about this one.
void SqlRunning::askTypes(const QueryScript &script, const QStringList &names)
{
    QString statements;
    for (const auto &statement : script.statements)
        statements += statement.text(script.text) + u'\n';
    if (std::exchange(m_typesOf, statements) != statements)
        m_parameters.setTypes({}, nullptr);
    m_runner.askParameterTypes(script, names);
}

void SqlRunning::goOn()
{
    if (const auto why = m_waiting.statements.empty() ? QString() : m_parameters.fault(); !why.isEmpty()) {
        m_parameters.ask();
        emit refused(why);
        return;
    }
    auto script = std::exchange(m_waiting, {});
    if (script.statements.empty()) {
        runCurrent();
        return;
    }
    script.parameters = m_parameters.values();
    m_document.setParameters(m_parameters.kept());
    start(script, m_waitingFor);
}

void SqlRunning::start(const QueryScript &script, Purpose purpose)
{
    if (purpose == Purpose::Preview) {
        emit previewRequested(script);
        return;
    }
    if (purpose != Purpose::Run) {
        emit explainRequested(script, purpose == Purpose::Analyze);
        return;
    }
    auto complete = script;
    const auto &file = m_document.buffer().file;
    complete.folder = file.isEmpty() ? QString() : QFileInfo(file).absolutePath();
    m_editor.setFailure({});
    m_document.flush();
    for (const auto &statement : complete.statements)
        emit ran(statement.text(complete.text));
    m_runner.run(complete);
}

void SqlRunning::mark(const models::QueryFailure &failure)
{
    const auto place = failure.place.value_or(failure.statement);
    if (place.length <= 0 && !failure.place)
        return;
    m_editor.setFailure(sql::Mark{.span = place, .message = failure.error.message});
}

} // namespace squall::ui
