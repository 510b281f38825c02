#include "models/query/explainwork.h"

#include "core/pg/connection.h"
#include "core/pg/refusal.h"
#include "core/sql/splitstatements.h"
#include "core/sql/tokenize.h"
#include "models/arrayparameter.h"

#include <QCoreApplication>

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::Explain)
};

using Mode = ExplainRequest::Mode;

/// A server's counters are late by seconds: changes from before an ANALYZE come in after it.
const QString factsQuery = uR"(
select n.nspname, c.relname, c.reltuples,
       case when last.analyzed > now() - interval '1 minute' then 0
            else coalesce(pg_stat_get_mod_since_analyze(c.oid), 0) end,
       coalesce(last.analyzed::text, '')
from unnest($1::text[], $2::text[]) as wanted (schema, name)
join pg_namespace n on n.nspname = wanted.schema
join pg_class c on c.relnamespace = n.oid and c.relname = wanted.name
cross join lateral (
    select greatest(pg_stat_get_last_analyze_time(c.oid), pg_stat_get_last_autoanalyze_time(c.oid)) as analyzed) last
where c.relkind in ('r', 'm'))"_s;

/// Rolls back whatever became of it.
class Rehearsal
{
public:
    explicit Rehearsal(pg::Connection &connection)
        : m_connection(connection)
    {
    }
    ~Rehearsal() { m_connection.settle(); }
    Rehearsal(const Rehearsal &) = delete;
    Rehearsal &operator=(const Rehearsal &) = delete;

private:
    pg::Connection &m_connection;
};

bool reads(const QString &sql)
{
    const auto statements = sql::splitStatements(sql);
    return std::all_of(statements.begin(), statements.end(), [](const sql::Statement &each) {
        return each.kind == sql::Statement::Kind::Read || each.kind == sql::Statement::Kind::Empty;
    });
}

QString options(Mode mode)
{
    return mode == Mode::Analyze ? u"EXPLAIN (ANALYZE, BUFFERS, VERBOSE, SETTINGS, FORMAT JSON) "_s
                                 : u"EXPLAIN (VERBOSE, SETTINGS, FORMAT JSON) "_s;
}

Result<Done> allow(const ExplainRequest &request, bool locked)
{
    if (!locked || request.mode != Mode::Analyze)
        return Done{};
    const auto sql = explained(request.sql);
    if (!reads(sql))
        return Error{
            .code = Error::Code::ReadOnly,
            .message = Words::tr("ANALYZE executes the statement, and this database is locked for writing."),
            .hint = Words::tr("Its plan alone can be had, or unlock writing first.")};
    if (auto refused = pg::refusal(pg::statementWords(sql, false)))
        return std::move(*refused);
    return Done{};
}

Result<explain::Plan> readPlanOn(pg::Connection &connection, const ExplainRequest &request, bool locked)
{
    const Rehearsal rehearsal(connection);
    const bool readOnly = locked || (request.mode == Mode::Plan && request.imagined.isEmpty());
    if (const auto begun = connection.fetch({readOnly ? u"BEGIN READ ONLY"_s : u"BEGIN"_s}); !begun)
        return begun.error();
    if (!request.imagined.isEmpty()) {
        const auto made =
            connection.fetch({u"SELECT * FROM hypopg_create_index($1)"_s, {request.imagined.toUtf8()}});
        if (!made)
            return made.error();
    }
    const auto prefix = options(request.mode);
    const auto reply = connection.fetch({prefix + explained(request.sql), request.parameters});
    if (!request.imagined.isEmpty())
        // They live in the session, whatever becomes of the transaction.
        static_cast<void>(connection.fetch({u"SELECT hypopg_reset()"_s}));
    if (!reply) {
        auto error = reply.error();
        const auto lead = static_cast<int>(request.sql.indexOf(explained(request.sql)));
        error.position = error.position > 0 ? error.position - static_cast<int>(prefix.size()) + lead : 0;
        return error;
    }
    return planIn(*reply);
}

std::vector<explain::TableFacts> factsOf(pg::Connection &connection, const explain::Plan &plan)
{
    std::vector<QByteArray> schemas;
    std::vector<QByteArray> names;
    for (const auto &node : plan.nodes) {
        if (node.relation.isEmpty() || node.schema.isEmpty())
            continue;
        schemas.push_back(node.schema.toUtf8());
        names.push_back(node.relation.toUtf8());
    }
    std::vector<explain::TableFacts> facts;
    if (names.empty())
        return facts;
    const auto reply =
        connection.fetchReadOnly({factsQuery, {arrayParameter(schemas), arrayParameter(names)}});
    for (int row = 0; reply && row < reply->rowCount(); ++row) {
        const explain::TableFacts each{.schema = reply->text(row, 0),
                                       .table = reply->text(row, 1),
                                       .rows = reply->text(row, 2).toDouble(),
                                       .changed = reply->text(row, 3).toDouble(),
                                       .analyzed = reply->text(row, 4)};
        if (std::find(facts.begin(), facts.end(), each) == facts.end())
            facts.push_back(each);
    }
    return facts;
}

} // namespace

Result<explain::Plan> planIn(const pg::RowBatch &reply)
{
    QByteArray json;
    for (int row = 0; row < reply.rowCount(); ++row)
        json += reply.cell(row, 0).value_or(QByteArrayView()).toByteArray() + '\n';
    return explain::readPlan(json);
}

QString explained(const QString &sql)
{
    const auto tokens = sql::tokenize(sql);
    const auto is = [&](const sql::Token &token, QStringView word) {
        return token.in(sql).compare(word, Qt::CaseInsensitive) == 0;
    };
    size_t at = 0;
    const auto skip = [&] {
        while (at < tokens.size() && !tokens[at].isSignificant())
            ++at;
        return at < tokens.size();
    };
    if (!skip() || !is(tokens[at], u"explain"))
        return sql;
    ++at;
    if (skip() && is(tokens[at], u"(")) {
        while (at < tokens.size() && !is(tokens[at], u")"))
            ++at;
        ++at;
    }
    while (skip() && (is(tokens[at], u"analyze") || is(tokens[at], u"analyse") || is(tokens[at], u"verbose")))
        ++at;
    return skip() ? sql.mid(tokens[at].start) : sql;
}

Result<ExplainAnswer> explainOn(pg::Connection &connection, const ExplainRequest &request, bool locked)
{
    if (const auto allowed = allow(request, locked); !allowed)
        return allowed.error();
    auto plan = readPlanOn(connection, request, locked);
    if (!plan)
        return plan.error();
    auto facts = factsOf(connection, *plan);
    return ExplainAnswer{*std::move(plan), std::move(facts)};
}

Result<bool> canImagineIndexes(pg::Connection &connection)
{
    const auto reply = connection.fetchReadOnly({u"SELECT to_regproc('hypopg_create_index') IS NOT NULL"_s});
    if (!reply)
        return reply.error();
    return reply->text(0, 0) == u"t";
}

} // namespace squall::models
