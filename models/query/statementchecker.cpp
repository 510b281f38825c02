#include "models/query/statementchecker.h"

#include "core/pg/connection.h"
#include "models/pooled.h"
#include "models/workbench.h"

#include <algorithm>

namespace squall::models {

namespace {

/// The marks of a text that was changed in one place: those before it stay, those behind it move, and what
/// it touches is gone.
sql::Marks shifted(const sql::Marks &marks, QStringView before, QStringView after)
{
    const auto shorter = std::min(before.size(), after.size());
    qsizetype same = 0;
    while (same < shorter && before[same] == after[same])
        ++same;
    qsizetype sameEnd = 0;
    while (sameEnd < shorter - same &&
           before[before.size() - 1 - sameEnd] == after[after.size() - 1 - sameEnd])
        ++sameEnd;
    sql::Marks kept;
    for (auto mark : marks) {
        if (mark.span.start >= before.size() - sameEnd)
            mark.span.start += after.size() - before.size();
        else if (mark.span.end() >= same)
            continue;
        kept.push_back(std::move(mark));
    }
    return kept;
}

} // namespace

StatementChecker::StatementChecker(Workbench *workbench, QObject *parent)
    : QObject(parent)
    , m_workbench(workbench)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &StatementChecker::checkNow);
    if (workbench)
        connect(workbench, &Workbench::snapshotChanged, this, &StatementChecker::forgetServer);
}

StatementChecker::~StatementChecker() = default;

void StatementChecker::setCatalog(std::shared_ptr<const sql::CompletionCatalog> catalog)
{
    m_catalog = std::move(catalog);
    m_memory.local.clear();
    m_pause.start();
}

void StatementChecker::setText(const QString &text, qsizetype caret)
{
    m_caret = caret;
    if (text == m_text)
        return;
    m_toAsk.clear();
    m_judging.cancel();
    auto marks = shifted(m_marks, m_text, text);
    m_text = text;
    m_stale = true;
    m_pause.start();
    if (marks != m_marks) {
        m_marks = std::move(marks);
        emit marksChanged();
    }
}

void StatementChecker::setCaret(qsizetype caret)
{
    if (caret == m_caret)
        return;
    m_caret = caret;
    if (m_stale)
        return;
    show();
    // Others are near now.
    m_pause.start();
}

void StatementChecker::setSessionDiffers(bool differs)
{
    if (differs == m_differs)
        return;
    m_differs = differs;
    if (!m_stale)
        show();
}

void StatementChecker::setAsking(bool asking)
{
    m_asking = asking;
    if (!asking)
        forgetServer();
}

/// The schema is another one.
void StatementChecker::forgetServer()
{
    m_memory.server.clear();
    m_toAsk.clear();
    m_judging.cancel();
    m_pause.start();
}

bool StatementChecker::isChecking() const
{
    return m_pause.isActive() || m_checking.isRunning() || m_judging.isRunning();
}

void StatementChecker::checkNow()
{
    m_pause.stop();
    m_toAsk.clear();
    m_judging.cancel();
    auto work = [text = m_text, caret = m_caret, catalog = m_catalog, memory = m_memory] {
        Checked checked{{}, memory};
        checked.script = checkScript(text, caret, catalog.get(), checked.memory);
        return checked;
    };
    m_checking.run(pooled(std::move(work)), [this](const Checked &checked) { take(checked); });
}

void StatementChecker::take(const Checked &checked)
{
    if (checked.script.text != m_text)
        return;
    m_script = checked.script;
    m_memory = checked.memory;
    m_stale = false;
    const auto next = toAskAbout(m_script, m_caret);
    m_toAsk.assign(next.begin(), next.end());
    show();
    askNext();
}

void StatementChecker::askNext()
{
    // With sessions for all but one, whoever waits for rows goes first.
    if (!m_asking || m_toAsk.empty() || !m_workbench || m_workbench->state() != Workbench::State::Ready ||
        m_workbench->sessions().size() < 2 || m_workbench->sessions().isExhausted())
        return;
    const auto index = m_toAsk.front();
    m_toAsk.pop_front();
    auto work = [index, statement = m_script.statements[index],
                 text = m_script.text](pg::Connection &connection) {
        return Result<Judgement>(Judgement{index, askServer(connection, statement, text)});
    };
    m_judging.run(m_workbench->sessions().run(std::move(work)),
                  [this](const Result<Judgement> &judgement) { judge(*judgement); });
}

void StatementChecker::judge(const Judgement &judgement)
{
    // Whether there is a server at all is for others to say.
    if (!judgement.marks)
        return;
    if (!*judgement.marks)
        return askNext();
    const auto &marks = **judgement.marks;
    auto &statement = m_script.statements[judgement.index];
    m_memory.server.insert(statement.source, marks);
    for (auto &each : m_script.statements) {
        if (each.source != statement.source)
            continue;
        each.asked = true;
        each.server = marks;
        for (auto &mark : each.server)
            mark.span.start += each.statement.span.start;
    }
    show();
    askNext();
}

void StatementChecker::show()
{
    auto marks = marksToShow(m_script, m_caret, !m_differs);
    if (marks == m_marks)
        return;
    m_marks = std::move(marks);
    emit marksChanged();
}

} // namespace squall::models
