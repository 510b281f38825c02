#include "core/pg/writeguard.h"

#include "core/pg/refusal.h"
#include "core/pg/statementwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace squall::pg {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::pg::WriteGuard)
};

/// Takes the transaction's snapshot, after which the server lets nobody change its mode, and reads the mode.
const auto snapshot = u"select pg_catalog.current_setting('transaction_read_only')"_s;

bool isOpen(TransactionStatus status)
{
    return status == TransactionStatus::InTransaction || status == TransactionStatus::Failed;
}

std::vector<StatementWord> read(const Connection &connection, const QString &statement)
{
    return statementWords(statement, connection.parameterStatus("standard_conforming_strings") == "off");
}

bool endsTransaction(const std::vector<StatementWord> &words)
{
    return startsWith(words, {u"commit", u"end", u"rollback", u"abort"});
}

/// Whether this is a BEGIN as we know it, and nothing else: what is not is for the server to judge.
bool beginsTransaction(const std::vector<StatementWord> &words)
{
    static const QStringList known{u"begin"_s,     u"start"_s,       u"work"_s,       u"transaction"_s,
                                   u"isolation"_s, u"level"_s,       u"read"_s,       u"only"_s,
                                   u"write"_s,     u"not"_s,         u"deferrable"_s, u"serializable"_s,
                                   u"committed"_s, u"uncommitted"_s, u"repeatable"_s, u","_s};
    const auto end = std::find_if(words.begin(), words.end(),
                                  [](const StatementWord &word) { return word.isSymbol(u";"); });
    return startsWith(words, {u"begin", u"start"}) &&
           std::all_of(words.begin(), end,
                       [](const StatementWord &word) { return !word.isQuoted && known.contains(word.text); });
}

/// Words after a semicolon, which would be left out without a word.
bool goesOn(const std::vector<StatementWord> &words)
{
    const auto isEnd = [](const StatementWord &word) { return word.isSymbol(u";"); };
    return !std::all_of(std::find_if(words.begin(), words.end(), isEnd), words.end(), isEnd);
}

/// The isolation level that `BEGIN …` asks for; everything else in it is ours to say.
QString isolation(const std::vector<StatementWord> &words)
{
    for (size_t i = 0; i + 1 < words.size(); ++i) {
        if (words[i].text != u"level")
            continue;
        if (words[i + 1].text == u"serializable")
            return u", ISOLATION LEVEL SERIALIZABLE"_s;
        if (words[i + 1].text == u"repeatable")
            return u", ISOLATION LEVEL REPEATABLE READ"_s;
    }
    return {};
}

Error locked(const QString &message)
{
    return {.code = Error::Code::ReadOnly,
            .message = message,
            .hint =
                Text::tr("This production database is locked for changes. Unlock it by typing its name.")};
}

} // namespace

WriteGuard::WriteGuard(std::shared_ptr<const WriteLock> lock)
    : m_lock(std::move(lock))
{
}

Result<Done> WriteGuard::verify(Connection &connection) const
{
    const auto mode = connection.fetch({snapshot});
    if (!mode)
        return mode.error();
    if (mode->rowCount() != 1 || mode->text(0, 0) != u"on")
        return locked(Text::tr(
            "The open transaction may write, and the time for changes is over. COMMIT or ROLLBACK."));
    return Done{};
}

Result<Done> WriteGuard::openTransaction(Connection &connection, const QString &modes)
{
    bool readOnly = false;
    const auto begun = connection.pipeline({{u"BEGIN TRANSACTION READ ONLY"_s + modes}, {snapshot}},
                                           [&](size_t query, const RowBatch &batch) -> Result<Done> {
                                               if (query == 1 && batch.rowCount() == 1)
                                                   readOnly = batch.text(0, 0) == u"on";
                                               return Done{};
                                           });
    if (!begun)
        return begun;
    m_ours = true;
    if (readOnly)
        return Done{};
    connection.settle();
    return locked(Text::tr("The server did not make the transaction read-only."));
}

/// Leaves the connection where the statement may run, or says why it may not.
Result<Done> WriteGuard::begin(Connection &connection, const QString &statement)
{
    if (connection.transactionStatus() == TransactionStatus::Active)
        stop(connection);
    if (!isOpen(connection.transactionStatus()))
        m_ours = m_explicit = false;
    if (!m_lock->isLocked())
        return Done{};
    // Only the server knows how it reads strings.
    if (const auto opened = connection.open(); !opened)
        return opened;

    const auto words = read(connection, statement);
    if (auto refused = refusal(words))
        return *refused;
    if (endsTransaction(words) || connection.transactionStatus() == TransactionStatus::Failed)
        return Done{};
    const auto encoding = connection.parameterStatus("client_encoding");
    if (encoding != "UTF8" && encoding != "SQL_ASCII")
        return locked(Text::tr("In the encoding %1 a statement cannot be looked at beforehand.")
                          .arg(QString::fromLatin1(encoding)));
    // COMMIT AND CHAIN leaves a transaction without a snapshot: it is taken before every statement.
    return isOpen(connection.transactionStatus()) ? verify(connection) : openTransaction(connection, {});
}

bool WriteGuard::isBeginning(Connection &connection, const QString &statement) const
{
    return m_lock->isLocked() && !isOpen(connection.transactionStatus()) &&
           beginsTransaction(read(connection, statement));
}

/// The person's BEGIN becomes ours, with their isolation level.
Result<RowBatch> WriteGuard::beginOwn(Connection &connection, const QString &statement)
{
    const auto words = read(connection, statement);
    if (goesOn(words)) {
        return Error{.code = Error::Code::Usage,
                     .message = Text::tr("Only one statement can be run at a time."),
                     .hint = Text::tr("Run what follows the semicolon afterwards.")};
    }
    if (const auto opened = openTransaction(connection, isolation(words)); !opened)
        return opened.error();
    m_explicit = true;
    return RowBatchBuilder({}).take("BEGIN", true);
}

/// After a reply: what the person did not begin does not stay open.
void WriteGuard::end(Connection &connection, const QByteArray &tag)
{
    if (tag == "BEGIN" || tag == "START TRANSACTION")
        m_explicit = true;
    if (m_ours && !m_explicit)
        connection.settle();
    if (!isOpen(connection.transactionStatus()))
        m_ours = m_explicit = false;
}

Error WriteGuard::failed(Connection &connection, Error error)
{
    const bool refusedByServer = error.sqlState == u"25006" || error.sqlState == u"25001";
    if (m_ours && refusedByServer) {
        error.code = Error::Code::ReadOnly;
        error.hint =
            m_lock->isLocked()
                ? locked({}).hint
                : Text::tr("The transaction began while the database was locked. ROLLBACK and begin anew.");
    }
    end(connection, {});
    return error;
}

Result<RowBatch> WriteGuard::received(Connection &connection, Result<RowBatch> batch)
{
    if (!batch)
        return failed(connection, batch.error());
    if (batch->isLast())
        end(connection, batch->commandTag());
    return batch;
}

Result<RowBatch> WriteGuard::fetch(Connection &connection, const Query &query)
{
    if (isBeginning(connection, query.text))
        return beginOwn(connection, query.text);
    if (const auto allowed = begin(connection, query.text); !allowed)
        return failed(connection, allowed.error());
    return received(connection, connection.fetch(query));
}

Result<RowBatch> WriteGuard::start(Connection &connection, const Query &query, int rows)
{
    if (isBeginning(connection, query.text))
        return beginOwn(connection, query.text);
    if (const auto allowed = begin(connection, query.text); !allowed)
        return failed(connection, allowed.error());
    return received(connection, connection.start(query, rows));
}

Result<RowBatch> WriteGuard::more(Connection &connection)
{
    return received(connection, connection.more());
}

void WriteGuard::stop(Connection &connection)
{
    if (m_ours && !m_explicit)
        connection.stopAtOnce();
    else
        connection.stop();
    end(connection, {});
}

} // namespace squall::pg
