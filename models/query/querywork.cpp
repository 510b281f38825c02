#include "models/query/querywork.h"

#include "core/sql/excerpt.h"
#include "core/sql/splitstatements.h"
#include "core/sql/tokenize.h"
#include "models/query/resulttitle.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace squall::models {

using namespace Qt::StringLiterals;
using sql::Statement;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::QueryWork)
};

/// `UPDATE 3`, `INSERT 0 3`, `SELECT 3`.
qint64 rowsIn(const QByteArray &tag)
{
    bool good = false;
    const auto rows = tag.mid(tag.lastIndexOf(' ') + 1).toLongLong(&good);
    return good ? rows : 0;
}

/// What the server points to: the word that begins there, or the last one before the end.
sql::Span wordAt(QStringView text, qsizetype unit)
{
    unit = std::clamp<qsizetype>(unit, 0, text.size());
    while (unit > 0 && (unit == text.size() || text[unit].isSpace()))
        --unit;
    if (unit >= text.size())
        return {unit, 0};
    return {unit, sql::Tokenizer(text, unit).next().length};
}

} // namespace

/// What the functions of one `go` share, and what the connection tells meanwhile.
class QueryWork::Call
{
public:
    Call(QueryWork &work, pg::Connection &connection, const Tell &tell, qsizetype budget)
        : m_work(work)
    {
        m_work.m_connection = &connection;
        m_work.m_tell = &tell;
        m_work.m_budget = budget;
        work.hearNotices(true);
        connection.onNotification([&work](const pg::Notification &note) {
            work.say(QueryMessage::Kind::Notification,
                     Words::tr("%1: %2", "channel and payload of a NOTIFY").arg(note.channel, note.payload),
                     Words::tr("from server process %1").arg(note.backendPid));
        });
    }
    ~Call()
    {
        m_work.m_connection->onNotice({});
        m_work.m_connection->onNotification({});
        m_work.m_connection = nullptr;
        m_work.m_tell = nullptr;
    }
    Call(const Call &) = delete;
    Call &operator=(const Call &) = delete;

private:
    QueryWork &m_work;
};

QueryWork::QueryWork(const QueryScript &script, std::shared_ptr<EditorSession> session,
                     const RunManner &manner)
    : m_script(script)
    , m_session(std::move(session))
    , m_manner(manner)
{
    const auto source = std::make_shared<const Source>(
        Source{.text = script.text, .offset = script.offset, .folder = script.folder});
    for (const auto &statement : script.statements)
        m_steps.push_back({source, statement});
}

QueryWork::Stop QueryWork::go(pg::Connection &connection, const Tell &tell, qsizetype budget)
{
    const Call call(*this, connection, tell, budget);
    if (!m_checked) {
        m_checked = true;
        if (const auto why = objection()) {
            tell(*why);
            return Stop::Failed;
        }
        if (const auto opened = connection.open(); !opened)
            return fail(m_steps.empty() ? Step{std::make_shared<const Source>(), {}} : m_steps.front(),
                        opened.error());
        m_ownTransaction = connection.transactionStatus() == pg::TransactionStatus::Idle && !m_manner.manual;
        if (m_session->hasLost(connection))
            say(QueryMessage::Kind::Remark,
                Words::tr(
                    "The connection was made anew: what was set or made in the session before is gone."));
    }
    if (m_origin) {
        m_clock.start();
        if (const auto stop = consume(m_session->more(connection)); stop != Stop::Done)
            return stop;
    }
    return proceed();
}

QueryWork::Stop QueryWork::leaveResult(pg::Connection &connection, const Tell &tell, qsizetype budget,
                                       const QString &because, bool further)
{
    const Call call(*this, connection, tell, budget);
    m_session->stop(connection);
    tell(ResultEnded{.elapsed = elapsed(), .because = because, .inTransaction = isInTransaction()});
    tell(StatementDone{.rows = m_rows});
    tell(m_session->seen(connection));
    m_origin.reset();
    if (!further) {
        m_steps.clear();
        return Stop::Done;
    }
    return proceed();
}

QueryWork::Stop QueryWork::rollBack(pg::Connection &connection, const Tell &tell)
{
    const Call call(*this, connection, tell, 0);
    m_steps.clear();
    const auto sql = u"ROLLBACK"_s;
    // Where it fails, the connection is gone, and the transaction with it.
    if (const auto ended = m_session->start(connection, {sql}); ended)
        m_session->note(sql, ended->commandTag(), connection);
    tell(m_session->seen(connection));
    return Stop::Done;
}

QueryWork::Stop QueryWork::proceed()
{
    while (!m_steps.empty()) {
        const auto step = m_steps.front();
        m_steps.pop_front();
        if (!std::exchange(m_released, false) && isToBeHeld(step)) {
            const auto stop = hold(step);
            if (stop == Stop::Held)
                m_steps.push_front(step);
            return stop;
        }
        if (const auto stop = perform(step); stop != Stop::Done)
            return stop;
    }
    return Stop::Done;
}

/// A command that stands behind the statement sends it.
bool QueryWork::isSentByCommand(const Step &step) const
{
    if (step.statement.end != Statement::End::Command || m_steps.empty())
        return false;
    const auto &next = m_steps.front().statement;
    return next.command && next.command->effect == sql::PsqlCommand::Effect::Sends;
}

QueryWork::Stop QueryWork::perform(const Step &step)
{
    const auto &statement = step.statement;
    if (statement.command)
        return obey(step);
    if (statement.kind == Statement::Kind::Empty || statement.end == Statement::End::Discard)
        return Stop::Done;
    m_last = step;
    return isSentByCommand(step) ? Stop::Done : send(step, m_session->records);
}

QueryWork::Stop QueryWork::send(const Step &step, bool asRecords)
{
    const auto numbered = sql::numberParameters(step.statement, step.source->text, names());
    if (const auto missing = missingValue(numbered))
        return fail(step, *missing);
    const bool begins = m_manner.manual && m_connection->transactionStatus() == pg::TransactionStatus::Idle &&
                        step.statement.kind != Statement::Kind::Transaction;
    if (begins) {
        if (const auto failed = beginTransaction(step))
            return fail(step, *failed);
    }
    return sendNumbered(step, numbered, asRecords);
}

std::optional<Error> QueryWork::beginTransaction(const Step &step)
{
    began(step, u"BEGIN"_s);
    const auto begun = m_session->start(*m_connection, {u"BEGIN"_s});
    if (!begun)
        return begun.error();
    m_session->note(u"BEGIN"_s, begun->commandTag(), *m_connection);
    (*m_tell)(m_session->seen(*m_connection));
    return std::nullopt;
}

QueryWork::Stop QueryWork::sendNumbered(const Step &step, const sql::NumberedStatement &numbered,
                                        bool asRecords)
{
    m_numbered = numbered;
    const auto query = queryOf(numbered);
    const auto origin = originOf(step, numbered.text, asRecords);
    if (step.statement.several)
        return several(step, query, origin);
    if (step.statement.kind == Statement::Kind::CopyIn)
        return copyIn(step, query);
    if (step.statement.kind == Statement::Kind::CopyOut)
        return copyOut(step, query, origin);
    return stream(step, query, origin);
}

QStringList QueryWork::names() const
{
    QStringList names;
    for (const auto &[name, value] : m_script.parameters.named)
        names << name;
    for (const auto &[name, value] : m_session->values.named)
        names << name;
    return names;
}

const Query::Parameter &QueryWork::valueOf(const QString &name) const
{
    const auto in = [&](const QueryParameters &values) {
        return std::find_if(values.named.begin(), values.named.end(),
                            [&](const auto &each) { return each.first == name; });
    };
    const auto given = in(m_script.parameters);
    return given != m_script.parameters.named.end() ? given->second : in(m_session->values)->second;
}

std::optional<Error> QueryWork::missingValue(const sql::NumberedStatement &numbered) const
{
    if (static_cast<size_t>(numbered.numbered) <= m_script.parameters.numbered.size())
        return std::nullopt;
    return Error{.code = Error::Code::Usage,
                 .message = Words::tr("This statement has a parameter $%1, and there is no value for it.")
                                .arg(numbered.numbered)};
}

Query QueryWork::queryOf(const sql::NumberedStatement &numbered) const
{
    Query query{numbered.text, {}};
    for (int number = 0; number < numbered.numbered; ++number)
        query.parameters.push_back(m_script.parameters.numbered[static_cast<size_t>(number)]);
    for (const auto &name : numbered.names)
        query.parameters.push_back(valueOf(name));
    return query;
}

ResultModel::Origin QueryWork::originOf(const Step &step, const QString &sql, bool asRecords) const
{
    return {.title = resultTitle(step.source->text, step.statement.span.start, sql),
            .sql = sql,
            .statement = spanOf(step),
            .time = QDateTime::currentDateTime(),
            .asRecords = asRecords};
}

void QueryWork::began(const Step &step, const QString &sql)
{
    m_step = step;
    m_sql = sql;
    m_hasResult = false;
    m_rows = 0;
    m_before = {};
    m_firstRow = {};
    m_inTransaction = isInTransaction();
    m_clock.start();
    (*m_tell)(
        StatementBegan{.sql = sql, .statement = spanOf(step), .backendPid = m_connection->backendPid()});
}

std::chrono::microseconds QueryWork::elapsed() const
{
    return m_before + std::chrono::duration_cast<std::chrono::microseconds>(
                          std::chrono::nanoseconds(m_clock.isValid() ? m_clock.nsecsElapsed() : 0));
}

bool QueryWork::isInTransaction() const
{
    const auto status = m_connection->transactionStatus();
    return status == pg::TransactionStatus::InTransaction || status == pg::TransactionStatus::Failed;
}

QueryWork::Stop QueryWork::stream(const Step &step, const Query &query, const ResultModel::Origin &origin)
{
    began(step, query.text);
    m_origin = origin;
    return consume(m_session->start(*m_connection, query));
}

/// Hands on what comes until the reply ends or the budget does.
QueryWork::Stop QueryWork::consume(Result<pg::RowBatch> batch)
{
    for (;;) {
        if (!batch) {
            if (m_hasResult)
                (*m_tell)(ResultEnded{.elapsed = elapsed(),
                                      .because = batch.error().message,
                                      .inTransaction = isInTransaction()});
            return fail(m_step, batch.error(), m_numbered ? &*m_numbered : nullptr);
        }
        const bool returnsRows = batch->columnCount() > 0 && !(m_hidesEmpty && batch->rowCount() == 0);
        if (returnsRows && !m_hasResult) {
            m_hasResult = true;
            m_firstRow = elapsed();
            (*m_tell)(ResultBegan{.origin = *m_origin,
                                  .fields = batch->fields(),
                                  .again = m_watched,
                                  .inTransaction = m_inTransaction});
        }
        m_rows += batch->rowCount();
        if (returnsRows)
            (*m_tell)(RowsCame{.rows = *batch, .firstRow = m_firstRow, .elapsed = elapsed()});
        if (batch->isLast())
            return finishStatement(batch->commandTag());
        m_budget -= batch->bytes();
        if (m_budget <= 0) {
            m_before = elapsed();
            m_clock.invalidate();
            (*m_tell)(ResultPaused{});
            return Stop::Paused;
        }
        batch = m_session->more(*m_connection);
    }
}

QueryWork::Stop QueryWork::finishStatement(const QByteArray &tag)
{
    const auto time = elapsed();
    if (m_hasResult)
        (*m_tell)(ResultEnded{.elapsed = time, .because = {}, .inTransaction = isInTransaction()});
    m_session->note(m_sql, tag, *m_connection);
    compareForeseen(rowsIn(tag));
    noteUndecided(tag, rowsIn(tag));
    if (!tag.isEmpty() && !m_asksCatalog) {
        (*m_tell)(QueryMessage{.kind = QueryMessage::Kind::Tag,
                               .text = QString::fromLatin1(tag),
                               .detail = {},
                               .time = QDateTime::currentDateTime(),
                               .duration = time,
                               .statement = spanOf(m_step)});
    }
    (*m_tell)(StatementDone{.rows = m_hasResult ? m_rows : rowsIn(tag)});
    (*m_tell)(m_session->seen(*m_connection));
    m_origin.reset();
    m_numbered.reset();
    return Stop::Done;
}

QueryWork::Stop QueryWork::several(const Step &step, const Query &query, const ResultModel::Origin &origin)
{
    if (!query.parameters.empty())
        return fail(step,
                    {.code = Error::Code::Usage,
                     .message = Words::tr("Statements that are sent together cannot have parameters.")});
    began(step, query.text);
    m_origin = origin;
    return consume(m_session->runScript(*m_connection, query.text));
}

sql::Span QueryWork::spanOf(const Step &step) const
{
    return spanOf(step, step.statement.span);
}

sql::Span QueryWork::spanOf(const Step &step, const sql::Span &part) const
{
    return step.source->shown ? *step.source->shown
                              : sql::Span{step.source->offset + part.start, part.length};
}

std::vector<sql::Span> QueryWork::spansLeft() const
{
    std::vector<sql::Span> spans;
    for (const auto &step : m_steps) {
        if (step.statement.kind != Statement::Kind::Empty && !step.source->shown)
            spans.push_back(spanOf(step));
    }
    return spans;
}

QueryWork::Stop QueryWork::fail(const Step &step, Error error, const sql::NumberedStatement *numbered)
{
    if (m_manner.manual && error.sqlState == u"25001" && error.hint.isEmpty())
        error.hint = Words::tr("Make transactions automatic to run it.");
    if (numbered && error.position > 0)
        return failAt(step, error, numbered->unitOf(error.position));
    QueryFailure failure{.error = std::move(error), .statement = spanOf(step)};
    failure.file = step.source->file;
    failure.notRun = spansLeft();
    (*m_tell)(ScriptFailed{failure});
    (*m_tell)(m_session->seen(*m_connection));
    m_origin.reset();
    m_numbered.reset();
    return Stop::Failed;
}

QueryWork::Stop QueryWork::failAt(const Step &step, Error error, qsizetype unit)
{
    const QStringView text = step.source->text;
    QueryFailure failure{.error = std::move(error),
                         .place = spanOf(step, wordAt(text, unit)),
                         .statement = spanOf(step),
                         .excerpt = sql::excerpt(text, unit),
                         .file = step.source->file,
                         .notRun = spansLeft()};
    (*m_tell)(ScriptFailed{failure});
    (*m_tell)(m_session->seen(*m_connection));
    m_origin.reset();
    m_numbered.reset();
    return Stop::Failed;
}

void QueryWork::say(QueryMessage::Kind kind, const QString &text, const QString &detail)
{
    (*m_tell)(QueryMessage{.kind = kind,
                           .text = text,
                           .detail = detail.trimmed(),
                           .time = QDateTime::currentDateTime(),
                           .duration = {},
                           .statement = {}});
}

} // namespace squall::models
