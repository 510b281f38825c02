// A QueryRunner's writes that wait for somebody's word. It never waits for long, and what nobody allows is
// not run.
#include "models/opendatabase.h"
#include "models/query/queryrunner_p.h"

#include <utility>

namespace squall::models {

void QueryRunner::Private::on(const TrialBegan &event)
{
    m_sql = event.sql;
    m_backendPid = event.backendPid;
    statement = event.statement;
    // Should it fail or be stopped by now, it was run all the same.
    m_ran = RanStatement{.sql = event.sql, .at = QDateTime::currentDateTime()};
    m_ranClock.start();
}

void QueryRunner::Private::on(const WriteFound &event)
{
    m_ran.reset();
    held = event.write;
}

void QueryRunner::Private::keepWaiting()
{
    const auto wait = held->commits ? patience.heldCommit : patience.held;
    held->until = QDateTime::currentDateTime().addMSecs(wait.count());
    m_holding.start(wait);
    setState(State::Held);
    // Whoever hears of it may decide at once.
    if (const auto write = held)
        emit m_runner.writeHeld(*write);
}

void QueryRunner::Private::runHeld(bool all)
{
    if (state != State::Held)
        return;
    m_holding.stop();
    held.reset();
    setState(State::Running);
    launch([all, budget = patience.readAhead](QueryWork &work, pg::Connection &connection,
                                              const QueryWork::Tell &tell) {
        work.release(all);
        return work.go(connection, tell, budget);
    });
}

void QueryRunner::Private::giveUpHeld(const QString &because)
{
    const int after = held ? held->after : 0;
    const bool commits = held && held->commits;
    const bool rollsBack = commits && held->rollsBack;
    auto words = because + u' ' +
                 (rollsBack ? tr("It was not committed: all of the transaction is rolled back.")
                  : commits ? tr("It was not committed: the transaction is still open.")
                            : tr("It was not run, and nothing of it was written."));
    if (after > 0)
        words += u' ' + tr("Neither were %n statement(s) after it.", nullptr, after);
    if (!rollsBack) {
        finish(QueryOutcome::End::Cancelled, words);
        return;
    }
    m_holding.stop();
    held.reset();
    m_givenUp = words;
    m_dropping.start();
    setState(State::Cancelling);
    launch([](QueryWork &work, pg::Connection &connection, const QueryWork::Tell &tell) {
        return work.rollBack(connection, tell);
    });
}

} // namespace squall::models
