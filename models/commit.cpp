#include "models/commit.h"

#include "core/pg/connection.h"
#include "core/pg/writelock.h"
#include "models/commitfault.h"
#include "models/transactionid.h"

#include <QCoreApplication>

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;
using edit::Statement;
using Verb = Statement::Verb;
using Outcome = CommitReport::Outcome;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::Commit)
};

/// As many as are sent before their replies are looked at: a conflict ends the batch soon.
constexpr size_t statementsAtOnce = 500;
constexpr std::chrono::milliseconds lostPatience{15000};

const edit::StagedEdits *editsOf(const Batch &batch, const ObjectId &relation)
{
    const auto found = std::find_if(batch.edits.begin(), batch.edits.end(),
                                    [&](const auto &edits) { return edits.relation() == relation; });
    return found == batch.edits.end() ? nullptr : &*found;
}

Query::Parameter valueOf(const pg::RowBatch &reply, int column)
{
    const auto value = reply.cell(0, column);
    return value ? Query::Parameter(value->toByteArray()) : std::nullopt;
}

/// The row that a statement returned.
CommittedRow rowOf(const Batch &batch, const Statement &statement, const pg::RowBatch &reply)
{
    CommittedRow row{.verb = statement.verb,
                     .relation = statement.relation,
                     .newRow = statement.newRow,
                     .before = statement.row,
                     .columns = statement.columns};
    edit::RowValues values;
    const int keyed = reply.columnCount() - static_cast<int>(statement.key.size());
    for (int column = 0; column < keyed; ++column)
        values.insert(reply.fields()[static_cast<size_t>(column)].name, valueOf(reply, column));
    if (statement.verb == Verb::Delete) {
        row.old = values;
        return row;
    }
    row.now = values;
    for (int i = 0; i < statement.key.size(); ++i)
        row.after.parts.emplace_back(statement.key[i], valueOf(reply, keyed + i).value_or(QByteArray()));
    const auto *edits = editsOf(batch, statement.relation);
    if (const auto *original = edits ? edits->find(statement.row) : nullptr)
        row.old = original->original;
    return row;
}

/// A batch on its way.
class Run
{
public:
    Run(pg::Connection &connection, const Batch &batch, const CommitOptions &options)
        : m_connection(connection)
        , m_batch(batch)
        , m_options(options)
    {
    }

    CommitReport run()
    {
        if (const auto origin = transactionOrigin(m_connection); origin)
            m_origin = *origin;
        const auto done = m_connection.transaction([this](pg::Connection &) { return work(); });
        if (done)
            m_report.outcome = Outcome::Committed;
        else if (m_tried)
            m_report.outcome = Outcome::Checked;
        else if (m_ready && done.error().code != Error::Code::Server &&
                 done.error().code != Error::Code::Conflict)
            askWhatBecameOfIt(done.error());
        else
            blame(done.error());
        if (m_report.outcome == Outcome::Refused || m_report.outcome == Outcome::Unknown)
            m_report.rows.clear();
        return std::move(m_report);
    }

private:
    Result<Done> work()
    {
        if (auto prepared = settings(); !prepared)
            return prepared;
        for (size_t first = 0; first < m_batch.statements.size(); first += statementsAtOnce) {
            if (auto sent = send(first); !sent)
                return sent;
            if (!m_report.faults.empty())
                return m_report.faults.front().error;
        }
        return m_options.dryRun ? tryOut() : prepareCommit();
    }

    Result<Done> fetch(const QString &text)
    {
        const auto done = m_connection.fetch({text});
        return done ? Result<Done>(Done{}) : done.error();
    }

    /// What has to stand at the beginning: the isolation first, then how long to wait.
    Result<Done> settings()
    {
        for (const auto &statement : m_batch.statements) {
            if (statement.verb != Verb::Setting)
                continue;
            if (auto set = fetch(statement.query.text); !set)
                return set;
        }
        for (const auto &[name, limit] : {std::pair(u"lock_timeout"_s, m_options.lockTimeout),
                                          std::pair(u"statement_timeout"_s, m_options.statementTimeout)}) {
            if (limit.count() <= 0)
                continue;
            if (auto set = fetch(u"set local %1 = %2"_s.arg(name, QString::number(limit.count()))); !set)
                return set;
        }
        return Done{};
    }

    /// Some statements in one round trip. One that does not find its row is noted and the others go on, to
    /// learn of all such rows; nothing will remain of any of it.
    Result<Done> send(size_t first)
    {
        std::vector<Query> queries;
        std::vector<size_t> numbers;
        for (size_t i = first; i < std::min(first + statementsAtOnce, m_batch.statements.size()); ++i) {
            if (m_batch.statements[i].verb == Verb::Setting)
                continue;
            queries.push_back(m_batch.statements[i].query);
            numbers.push_back(i);
        }
        m_answered = 0;
        m_rows = 0;
        const auto done = m_connection.pipeline(queries, [&](size_t query, const pg::RowBatch &reply) {
            m_rows += reply.rowCount();
            if (reply.rowCount() > 0 && m_rows == 1)
                m_report.rows.push_back(rowOf(m_batch, m_batch.statements[numbers[query]], reply));
            if (reply.isLast()) {
                if (m_rows != 1)
                    note(numbers[query]);
                m_rows = 0;
                m_answered = query + 1;
            }
            return Result<Done>(Done{});
        });
        if (!done && m_answered < numbers.size())
            m_failed = static_cast<int>(numbers[m_answered]);
        return done;
    }

    void note(size_t number)
    {
        m_report.faults.push_back(notOneRow(m_batch, static_cast<int>(number), m_rows));
    }

    /// What is deferred would only speak up at COMMIT, without saying which statement it is about.
    Result<Done> checkDeferred() { return fetch(u"set constraints all immediate"_s); }

    Result<Done> tryOut()
    {
        if (auto checked = checkDeferred(); !checked)
            return checked;
        m_tried = true;
        // An error is how a transaction is left without COMMIT; nobody sees this one.
        return Error{.code = Error::Code::Cancelled, .message = {}};
    }

    Result<Done> prepareCommit()
    {
        if (auto checked = checkDeferred(); !checked)
            return checked;
        const bool modern = m_connection.serverVersion() >= 130000;
        const auto number = m_connection.fetch(
            {modern ? u"select pg_catalog.pg_current_xact_id()"_s : u"select pg_catalog.txid_current()"_s});
        if (!number)
            return number.error();
        m_report.transaction = TransactionId{m_origin, valueOf(*number, 0).value_or(QByteArray())}.text();
        if (m_options.beforeCommit) {
            if (auto noted = m_options.beforeCommit(m_report.transaction); !noted)
                return noted;
        }
        if (m_options.lock && m_options.lock->isLocked())
            return lockedError();
        m_ready = true;
        return Done{};
    }

    /// The statement was COMMIT, and its answer did not arrive.
    void askWhatBecameOfIt(const Error &error)
    {
        const auto outcome = batchOutcome(m_connection, m_report.transaction, lostPatience);
        if (outcome && *outcome == BatchOutcome::Committed) {
            m_report.outcome = Outcome::Committed;
            return;
        }
        const bool isOver = outcome && *outcome == BatchOutcome::RolledBack;
        m_report.outcome = isOver ? Outcome::Refused : Outcome::Unknown;
        m_report.faults.push_back({.error = error});
    }

    void blame(const Error &error)
    {
        m_report.outcome = Outcome::Refused;
        if (m_report.faults.empty())
            m_report.faults.push_back(faultOf(m_batch, m_failed, error));
    }

public:
    static Error lockedError()
    {
        return {.code = Error::Code::ReadOnly,
                .message = Text::tr("The database is locked for changes. Nothing was changed."),
                .hint = Text::tr("Unlock it by typing its name.")};
    }

private:
    pg::Connection &m_connection;
    const Batch &m_batch;
    const CommitOptions &m_options;
    CommitReport m_report;
    size_t m_answered = 0; ///< statements of the last round trip that are done
    int m_rows = 0;        ///< of the statement that is being read
    int m_failed = -1;     ///< the statement that the server refused
    bool m_tried = false;
    bool m_ready = false;
    QByteArray m_origin; ///< of the transaction's number
};

} // namespace

Result<Batch> prepareBatch(std::vector<edit::StagedEdits> edits, catalog::SnapshotPtr snapshot)
{
    auto statements = edit::toStatements(edits, *snapshot);
    if (!statements)
        return statements.error();
    return Batch{std::move(edits), *std::move(statements), std::move(snapshot)};
}

Result<CommitReport> commit(pg::Connection &connection, const Batch &batch, const CommitOptions &options)
{
    if (options.lock && options.lock->isLocked())
        return Run::lockedError();
    if (auto opened = connection.open(); !opened)
        return opened.error();
    if (connection.transactionStatus() != pg::TransactionStatus::Idle)
        connection.settle();
    return Run(connection, batch, options).run();
}

} // namespace squall::models
