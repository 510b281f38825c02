// What a QueryRunner makes of what its session tells.
#include "models/query/queryrunner_p.h"

#include "models/opendatabase.h"

#include <utility>

namespace squall::models {

void QueryRunner::Private::take(int begin, int end)
{
    const auto *watcher = m_events.get();
    for (int number = begin; number < end && watcher == m_events.get(); ++number) {
        const auto event = watcher->resultAt(number);
        if (!std::holds_alternative<RowsCame>(event))
            flush();
        std::visit([this](const auto &what) { on(what); }, event);
    }
}

/// Without a last event the session was closed before the work got its turn.
void QueryRunner::Private::ended()
{
    if (state == State::Cancelling) {
        finish(QueryOutcome::End::Cancelled, tr("It was stopped before it began."));
    } else if (state == State::Running && !m_again.isActive()) {
        QueryFailure failure{.error = {.code = Error::Code::Connection,
                                       .message = tr("The connection to the database was closed.")}};
        on(ScriptFailed{failure});
        finish(QueryOutcome::End::Failed);
    }
}

void QueryRunner::Private::on(const StatementBegan &event)
{
    m_sql = event.sql;
    m_backendPid = event.backendPid;
    if (!m_own) {
        statement = event.statement;
        m_ran = RanStatement{.sql = event.sql, .at = QDateTime::currentDateTime()};
        m_ranClock.start();
    }
    ++outcome.statements;
}

void QueryRunner::Private::on(const ResultBegan &event)
{
    m_reading = true;
    if (event.again && m_result) {
        m_result->restart(event.origin, event.fields);
    } else {
        m_result = new ResultModel(event.origin, event.fields, this);
        m_announced = false;
        connect(m_result, &QObject::destroyed, this, [this] {
            if (state == State::Paused && m_reading)
                endReading({}, true);
        });
    }
    readInTransaction(event.inTransaction);
    m_untyped << m_result;
    askTypes();
}

void QueryRunner::Private::readInTransaction(bool itIs)
{
    if (!m_result)
        return;
    m_uncommitted.removeAll(m_result);
    if (itIs)
        m_uncommitted << m_result;
    m_result->setTransaction(itIs ? ResultModel::Transaction::Open : ResultModel::Transaction::Ended);
}

void QueryRunner::Private::transactionEnded(ResultModel::Transaction how)
{
    for (const auto &result : std::exchange(m_uncommitted, {})) {
        if (result)
            result->setTransaction(how);
    }
}

void QueryRunner::Private::on(const RowsCame &event)
{
    const bool first = m_result && m_result->rowsRead() == 0 && m_batches.empty();
    m_batches.push_back(event.rows);
    m_firstRow = event.firstRow;
    m_elapsed = event.elapsed;
    if (first)
        flush();
    else if (!m_flushing.isActive())
        m_flushing.start();
}

void QueryRunner::Private::flush()
{
    m_flushing.stop();
    if (m_batches.empty())
        return;
    const auto batches = std::exchange(m_batches, {});
    if (!m_result)
        return;
    m_result->append(batches);
    m_result->setTimes(m_firstRow, m_elapsed);
    announce();
}

void QueryRunner::Private::announce()
{
    if (!std::exchange(m_announced, true))
        emit m_runner.resultAdded(m_result);
}

void QueryRunner::Private::on(const ResultPaused &)
{
    if (m_result)
        m_result->setState(ResultModel::State::Paused);
}

void QueryRunner::Private::on(const ResultEnded &event)
{
    m_reading = false;
    if (!m_result)
        return;
    if (event.inTransaction)
        readInTransaction(true);
    m_result->setTimes(m_firstRow, event.elapsed);
    m_result->setState(event.because.isEmpty() ? ResultModel::State::Done : ResultModel::State::Ended,
                       event.because);
    announce();
}

void QueryRunner::Private::on(const StatementDone &event)
{
    outcome.rows += event.rows;
    endStatement(event.rows);
}

void QueryRunner::Private::endStatement(qint64 rows, const QString &error)
{
    if (!m_ran)
        return;
    m_ran->duration = std::chrono::microseconds(m_ranClock.nsecsElapsed() / 1000);
    m_ran->rows = rows;
    m_ran->error = error;
    emit m_runner.statementEnded(*std::exchange(m_ran, std::nullopt));
}

void QueryRunner::Private::on(const SessionSeen &event)
{
    watch.see(event, m_backendPid);
    if (!watch.transaction().isOpen())
        transactionEnded(event.committed ? ResultModel::Transaction::Ended
                                         : ResultModel::Transaction::RolledBack);
    if (event.listens)
        m_listening.start();
    else
        m_listening.stop();
    if (std::exchange(kept, event.kept) != event.kept)
        emit m_runner.sessionKeptChanged();
}

void QueryRunner::Private::on(const QueryMessage &event)
{
    auto message = event;
    if (m_own)
        message.statement.reset();
    emit m_runner.messageAdded(message);
}

void QueryRunner::Private::on(const ScriptFailed &event)
{
    outcome.failure = event.failure;
    endStatement(-1, event.failure.error.message);
    const bool wished = state == State::Cancelling && (event.failure.error.code == Error::Code::Cancelled ||
                                                       event.failure.error.code == Error::Code::Connection);
    if (wished)
        return;
    if (m_own) {
        outcome.failure->statement = {};
        outcome.failure->place.reset();
    }
    const auto &error = event.failure.error;
    QStringList details{event.failure.excerpt, error.detail, error.hint};
    details.removeAll(QString());
    say(QueryMessage::Kind::Failure, error.message, details.join(u'\n'));
    emit m_runner.failed(*outcome.failure);
}

void QueryRunner::Private::on(const WorkStopped &event)
{
    using enum WorkStopped::Why;
    const bool cancelling = state == State::Cancelling;
    if (!m_givenUp.isEmpty()) {
        finish(QueryOutcome::End::Cancelled, QString(m_givenUp));
    } else if (event.why == Paused && (!m_result || cancelling)) {
        setState(State::Paused);
        if (cancelling)
            cancel();
        else
            endReading({}, true);
    } else if (event.why == Paused) {
        pause();
    } else if (event.why == Held && cancelling) {
        giveUpHeld(tr("Stopped."));
    } else if (event.why == Held) {
        keepWaiting();
    } else if (event.why == Again && !cancelling) {
        m_again.start(event.againMs);
    } else if (event.why == Failed && cancelling && outcome.failure &&
               (outcome.failure->error.code == Error::Code::Cancelled ||
                outcome.failure->error.code == Error::Code::Connection)) {
        finish(QueryOutcome::End::Cancelled, howItEnded());
    } else if (event.why == Failed) {
        finish(QueryOutcome::End::Failed);
    } else if (event.why == Again) {
        finish(QueryOutcome::End::Cancelled, tr("Stopped."));
    } else if (cancelling && m_leaving) {
        finish(QueryOutcome::End::Cancelled, tr("Reading was stopped; the rest of the rows is not here."));
    } else {
        finish(QueryOutcome::End::Done);
    }
}

/// Asks for the names of types that are not every server's, once each.
void QueryRunner::Private::askTypes()
{
    if (m_asking.isRunning())
        return;
    std::vector<pg::Field> unknown;
    const auto keyOf = [](const pg::Field &field) { return std::pair(field.type, field.typeModifier); };
    for (const auto &result : std::exchange(m_untyped, {})) {
        if (!result)
            continue;
        auto names = builtInNames(result->fields());
        bool complete = true;
        for (size_t column = 0; column < names.size(); ++column) {
            const auto &field = result->fields()[column];
            if (const auto known = m_types.constFind(keyOf(field)); known != m_types.cend())
                names[column] = *known;
            if (!names[column].known) {
                complete = false;
                unknown.push_back(field);
            }
        }
        if (!complete)
            m_untyped << result;
        else if (const auto snapshot = m_database.snapshot(); snapshot)
            result->setTypes(names, *snapshot);
    }
    if (unknown.empty())
        return;
    m_asking.run(
        sessions().run([unknown](pg::Connection &connection) { return readTypeNames(connection, unknown); }),
        [this, unknown, keyOf](const Result<std::vector<TypeName>> &names) {
            for (size_t column = 0; column < unknown.size(); ++column)
                m_types.insert(keyOf(unknown[column]),
                               names && column < names->size() ? (*names)[column] : TypeName{});
            askTypes();
        });
}

void QueryRunner::Private::askParameterTypes(const QueryScript &script, const QStringList &names)
{
    m_parameters.run(sessions().run([script, names](pg::Connection &connection) {
        return readParameterTypes(connection, script, names);
    }),
                     [this](const Result<ParameterTypes> &types) {
                         emit m_runner.parameterTypesKnown(types ? *types : ParameterTypes());
                     });
}

} // namespace squall::models
