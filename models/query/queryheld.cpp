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
    held->until = QDateTime::currentDateTime().addMSecs(patience.held.count());
    m_holding.start(patience.held);
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
    auto words = because + u' ' + tr("It was not run, and nothing of it was written.");
    if (after > 0)
        words += u' ' + tr("Neither were %n statement(s) after it.", nullptr, after);
    finish(QueryOutcome::End::Cancelled, words);
}

} // namespace squall::models
