// How a QueryWork holds writes until somebody allows them.
#include "models/query/querywork.h"

#include "core/sql/firstword.h"
#include "core/sql/rowwrite.h"
#include "core/sql/splitstatements.h"

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

bool overwrites(const QueryWork::Step &step)
{
    const auto &statement = step.statement;
    if (statement.command || statement.kind == Statement::Kind::Empty)
        return false;
    const auto text = statement.text(step.source->text);
    if (!statement.several)
        return sql::overwrites(text);
    const auto parts = sql::splitStatements(text);
    return std::any_of(parts.begin(), parts.end(),
                       [&](const Statement &part) { return sql::overwrites(part.text(text)); });
}

bool executes(const sql::PsqlCommand &command)
{
    static const QStringList names{u"g"_s, u"gx"_s, u"gset"_s, u"gexec"_s, u"watch"_s};
    return names.contains(command.name);
}

} // namespace

/// The statement that performing the step sends to the server, if it sends one of the script's.
const QueryWork::Step *QueryWork::sentBy(const Step &step) const
{
    if (step.statement.command)
        return m_last && executes(*step.statement.command) ? &*m_last : nullptr;
    const bool discarded = step.statement.end == Statement::End::Discard;
    return discarded || isSentByCommand(step) ? nullptr : &step;
}

/// A script that has written into a transaction does not commit it by itself either: it would leave nobody a
/// decision.
bool QueryWork::isHeldCommit(const Step &step) const
{
    if (m_undecided == 0 || m_allReleased || step.statement.kind != Statement::Kind::Transaction)
        return false;
    const auto word = sql::firstWord(step.statement.text(step.source->text));
    return word.compare(u"commit", Qt::CaseInsensitive) == 0 ||
           word.compare(u"end", Qt::CaseInsensitive) == 0;
}

/// Not in a transaction, whether it is the tab's manner or the script's BEGIN: nothing in it counts until
/// somebody commits, so the decision is theirs already. Not on a locked database: the server refuses it
/// there. Not what \watch repeats: that was allowed when it ran first.
bool QueryWork::isToBeHeld(const Step &step) const
{
    if (isHeldCommit(step))
        return true;
    if (!m_manner.holdsWrites || m_manner.manual || m_allReleased || m_watched || m_session->isLocked())
        return false;
    if (m_connection->transactionStatus() != pg::TransactionStatus::Idle)
        return false;
    const auto *sent = sentBy(step);
    return sent && overwrites(*sent);
}

QueryWork::Stop QueryWork::hold(const Step &step)
{
    if (isHeldCommit(step))
        return holdCommit(step);
    const auto sent = *sentBy(step);
    const auto numbered = sql::numberParameters(sent.statement, sent.source->text, names());
    if (const auto missing = missingValue(numbered))
        return fail(sent, *missing);
    const auto query = queryOf(numbered);
    (*m_tell)(
        TrialBegan{.sql = query.text, .statement = spanOf(sent), .backendPid = m_connection->backendPid()});
    // What its triggers have to say is said when it runs.
    hearNotices(false);
    Result<WriteEffect> effect = WriteEffect{.source = WriteEffect::Source::Unknown,
                                             .untried = Words::tr("Several statements are sent as one.")};
    if (!sent.statement.several)
        effect = foreseeWrite(*m_connection, query, m_manner.trial);
    hearNotices(true);
    if (!effect)
        return fail(sent, effect.error(), &numbered);
    m_foreseen.reset();
    if (effect->verb && effect->source == WriteEffect::Source::Tried)
        m_foreseen = effect->rows;
    HeldWrite held{.sql = query.text, .statement = spanOf(sent), .effect = *std::move(effect)};
    for (const auto &waiting : m_steps) {
        held.after += waiting.statement.kind != Statement::Kind::Empty ? 1 : 0;
        held.writesAfter += overwrites(waiting) ? 1 : 0;
    }
    (*m_tell)(WriteFound{std::move(held)});
    return Stop::Held;
}

QueryWork::Stop QueryWork::holdCommit(const Step &step)
{
    HeldWrite held{.sql = step.statement.text(step.source->text),
                   .statement = spanOf(step),
                   .effect = {.rows = m_undecidedRows},
                   .commits = true,
                   .rollsBack = m_ownTransaction};
    for (const auto &waiting : m_steps)
        held.after += waiting.statement.kind != Statement::Kind::Empty ? 1 : 0;
    (*m_tell)(WriteFound{std::move(held)});
    return Stop::Held;
}

void QueryWork::noteUndecided(const QByteArray &tag, qint64 rows)
{
    if (!m_manner.holdsWrites)
        return;
    const bool open = m_connection->transactionStatus() == pg::TransactionStatus::InTransaction;
    if (!open)
        m_ownTransaction = !m_manner.manual;
    if (!open || tag == "COMMIT") { // also of one that is chained to the next
        m_undecided = 0;
        m_undecidedRows = 0;
    } else if (overwrites(m_step)) {
        ++m_undecided;
        m_undecidedRows += rows;
    }
}

void QueryWork::release(bool all)
{
    m_released = true;
    m_allReleased = all;
}

/// Between trying and running others have gone on writing.
void QueryWork::compareForeseen(qint64 rows)
{
    const auto foreseen = std::exchange(m_foreseen, std::nullopt);
    if (foreseen && *foreseen != rows)
        say(QueryMessage::Kind::Remark,
            Words::tr("When it was tried, %L1 rows were concerned; now that it ran, %L2 are.")
                .arg(*foreseen)
                .arg(rows));
}

void QueryWork::hearNotices(bool hear)
{
    if (!hear) {
        m_connection->onNotice({});
        return;
    }
    m_connection->onNotice([this](const Error &notice) {
        say(QueryMessage::Kind::Notice, notice.message,
            notice.hint.isEmpty() ? notice.detail : notice.detail + u'\n' + notice.hint);
    });
}

} // namespace squall::models
