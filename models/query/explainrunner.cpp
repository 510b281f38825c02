#include "models/query/explainrunner.h"

#include "core/pg/connection.h"
#include "core/sql/parse.h"
#include "models/opendatabase.h"

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

/// The same for one query with other constants.
QString queryOf(const QString &sql)
{
    const auto plain = explained(sql);
    const auto print = sql::fingerprint(plain);
    return print ? *print : plain.simplified();
}

} // namespace

ExplainRunner::ExplainRunner(OpenDatabase &database, QObject *parent)
    : QObject(parent)
    , m_database(database)
{
}

ExplainRunner::~ExplainRunner() = default;

const std::vector<KeptPlanPtr> &ExplainRunner::plans() const
{
    static const std::vector<KeptPlanPtr> none;
    const auto found = m_plans.constFind(m_query);
    return found == m_plans.constEnd() ? none : *found;
}

void ExplainRunner::explain(const ExplainRequest &request)
{
    m_request = request;
    m_error.reset();
    const auto query = queryOf(request.sql);
    if (query != m_query) {
        m_query = query;
        emit plansChanged();
    }
    askForImagination();
    const auto lock = m_database.writeLock();
    const bool locked = lock && lock->isLocked();
    auto work = [request, locked, snapshot = m_database.snapshot()](pg::Connection &connection) -> Answer {
        auto answer = explainOn(connection, request, locked);
        if (!answer)
            return answer.error();
        auto kept = std::make_shared<KeptPlan>();
        kept->request = request;
        kept->time = QDateTime::currentDateTime();
        kept->hints = explain::hints(answer->plan, snapshot.get(), answer->facts);
        kept->plan = std::move(answer->plan);
        return KeptPlanPtr(std::move(kept));
    };
    m_running.run(m_database.workbench().sessions().run(std::move(work)),
                  [this](const Answer &answer) { take(answer); });
    emit stateChanged();
}

void ExplainRunner::again(ExplainRequest::Mode mode)
{
    auto request = m_request;
    request.mode = mode;
    request.imagined.clear();
    explain(request);
}

void ExplainRunner::imagine(const QString &createIndex)
{
    auto request = m_request;
    request.mode = ExplainRequest::Mode::Plan;
    // Nothing is built, so nobody has to be let through meanwhile.
    request.imagined = QString(createIndex).remove(u"CONCURRENTLY "_s);
    explain(request);
}

void ExplainRunner::cancel()
{
    m_running.cancel();
    emit stateChanged();
}

void ExplainRunner::take(const Answer &answer)
{
    if (!answer) {
        m_error = answer.error();
        emit stateChanged();
        emit failed(*m_error);
        return;
    }
    auto &kept = m_plans[m_query];
    kept.insert(kept.begin(), *answer);
    if (kept.size() > keptForEach)
        kept.pop_back();
    m_order.removeAll(m_query);
    m_order << m_query;
    if (m_order.size() > keptQueries)
        m_plans.remove(m_order.takeFirst());
    emit stateChanged();
    emit plansChanged();
}

void ExplainRunner::askForImagination()
{
    if (m_askedForImagination)
        return;
    m_askedForImagination = true;
    m_imagination.run(m_database.workbench().sessions().run(
                          [](pg::Connection &connection) { return canImagineIndexes(connection); }),
                      [this](const Result<bool> &can) {
                          m_canImagine = can && *can;
                          emit stateChanged();
                      });
}

} // namespace squall::models
