#include "models/query/writetrial.h"

#include "core/base/quote.h"
#include "core/pg/connection.h"
#include "core/sql/firstword.h"
#include "core/sql/truncation.h"
#include "models/arrayparameter.h"
#include "models/query/explainwork.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <cmath>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

using Source = WriteEffect::Source;
using Verb = sql::RowWrite::Verb;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::WriteTrial)
};

constexpr int sampleRows = 100;
/// The first server on which MERGE returns rows.
constexpr int mergeReturningVersion = 170000;

/// The number at the end of `UPDATE 3` or `INSERT 0 3`.
qint64 rowsOf(const QByteArray &tag)
{
    return tag.mid(tag.lastIndexOf(' ') + 1).toLongLong();
}

/// For the transaction that is open.
Result<Done> setBounds(pg::Connection &connection, const TrialBounds &bounds)
{
    QString script;
    for (const auto &[name, limit] :
         {std::pair(u"lock_timeout"_s, bounds.locks), std::pair(u"statement_timeout"_s, bounds.whole)}) {
        if (limit.count() > 0)
            script += u"set local %1 = '%2ms';"_s.arg(name).arg(limit.count());
    }
    if (script.isEmpty())
        return Done{};
    const auto set = connection.runScript(script);
    if (!set)
        return set.error();
    return Done{};
}

/// `work` within the bounds; nothing of it stays.
template<typename T, typename Work>
Result<T> rehearsed(pg::Connection &connection, const TrialBounds &bounds, Work work)
{
    std::optional<Result<T>> answer;
    const auto ended = connection.transaction([&](pg::Connection &inside) -> Result<Done> {
        if (auto set = setBounds(inside, bounds); !set)
            return set;
        answer = work(inside);
        return Error{.code = Error::Code::Cancelled, .message = {}};
    });
    return answer ? *answer : ended.error();
}

using Counts = QMap<QByteArray, TableWrites>;

/// What this session has written and not yet reported: also of transactions before, so that it takes two of
/// them to know.
Counts countedWrites(pg::Connection &connection)
{
    const auto reply = connection.fetch(
        {u"select relid, schemaname, relname, n_tup_ins, n_tup_upd, n_tup_del"
         " from pg_catalog.pg_stat_xact_user_tables where n_tup_ins + n_tup_upd + n_tup_del > 0"_s});
    Counts counts;
    for (int row = 0; reply && row < reply->rowCount(); ++row) {
        counts.insert(reply->cell(row, 0)->toByteArray(),
                      {.table = quote(reply->text(row, 1), reply->text(row, 2)),
                       .inserted = reply->text(row, 3).toLongLong(),
                       .updated = reply->text(row, 4).toLongLong(),
                       .deleted = reply->text(row, 5).toLongLong()});
    }
    return counts;
}

std::vector<TableWrites> writesBetween(const Counts &before, const Counts &after)
{
    std::vector<TableWrites> tables;
    for (auto now = after.begin(); now != after.end(); ++now) {
        const auto old = before.value(now.key());
        const TableWrites writes{.table = now->table,
                                 .inserted = now->inserted - old.inserted,
                                 .updated = now->updated - old.updated,
                                 .deleted = now->deleted - old.deleted};
        if (writes.all() > 0)
            tables.push_back(writes);
    }
    std::sort(tables.begin(), tables.end(),
              [](const TableWrites &a, const TableWrites &b) { return a.table < b.table; });
    return tables;
}

Result<WriteEffect> performed(pg::Connection &connection, std::optional<Verb> verb, const Query &query)
{
    const auto before = countedWrites(connection);
    auto batch = connection.start(query, sampleRows);
    if (!batch)
        return batch.error();
    WriteEffect effect{.verb = verb, .sample = *batch};
    while (!batch->isLast()) {
        batch = connection.more();
        if (!batch)
            return batch.error();
    }
    effect.tables = writesBetween(before, countedWrites(connection));
    if (verb)
        effect.rows = rowsOf(batch->commandTag());
    for (const auto &table : effect.tables)
        effect.rows += verb ? 0 : table.all();
    if (!verb && effect.tables.empty())
        effect.source = Source::Unknown;
    return effect;
}

Result<WriteEffect> tried(pg::Connection &connection, std::optional<Verb> verb, const Query &query,
                          const TrialBounds &bounds)
{
    return rehearsed<WriteEffect>(connection, bounds,
                                  [&](pg::Connection &inside) { return performed(inside, verb, query); });
}

bool hitsLock(const Error &error)
{
    return error.sqlState == u"55P03";
}

bool takesTooLong(const Error &error)
{
    return error.sqlState == u"57014" && error.code == Error::Code::Timeout;
}

/// Rows may be written by those who may not read them, and some views cannot return any.
bool cannotReturn(const Error &error)
{
    return error.sqlState == u"42501" || error.sqlState == u"0A000";
}

/// What the planner expects to be written, wherever in the plan.
std::optional<qint64> expectedRows(pg::Connection &connection, const Query &query, const TrialBounds &bounds)
{
    const Query question{u"EXPLAIN (FORMAT JSON) "_s + explained(query.text), query.parameters};
    const auto reply = rehearsed<pg::RowBatch>(
        connection, bounds, [&](pg::Connection &inside) { return inside.fetch(question); });
    if (!reply)
        return std::nullopt;
    const auto plan = planIn(*reply);
    if (!plan)
        return std::nullopt;
    double rows = 0;
    for (const auto &node : plan->nodes) {
        const bool feeds = node.relationship == u"Outer" || node.relationship == u"Member";
        if (feeds && node.parent >= 0 && plan->nodes[static_cast<size_t>(node.parent)].type == u"ModifyTable")
            rows += node.plannedRows;
    }
    return std::llround(rows);
}

struct Emptied
{
    QString table;
    qint64 expected = 0;
};

/// The tables that a TRUNCATE empties: with their partitions and, where it cascades, with what refers to
/// them.
Result<std::vector<Emptied>> emptiedBy(pg::Connection &connection, const sql::Truncation &truncation,
                                       const TrialBounds &bounds)
{
    std::vector<QByteArray> names;
    for (const auto &table : truncation.tables)
        names.push_back(table.toUtf8());
    const auto reply =
        connection.fetchReadOnly({uR"(
with recursive emptied (id) as (
    select to_regclass(name)::oid from unnest($1::text[]) as named (name)
    union
    select reached.id from emptied, lateral (
        select inhrelid from pg_catalog.pg_inherits where inhparent = emptied.id
        union all
        select conrelid from pg_catalog.pg_constraint
         where $2::bool and contype = 'f' and confrelid = emptied.id) as reached (id))
select n.nspname, c.relname, greatest(c.reltuples, 0)::bigint
  from emptied
  join pg_catalog.pg_class c on c.oid = emptied.id
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind = 'r'
 order by 1, 2)"_s,
                                  {arrayParameter(names), QByteArray(truncation.cascade ? "t" : "f")}},
                                 bounds.whole);
    if (!reply)
        return reply.error();
    std::vector<Emptied> tables;
    tables.reserve(static_cast<std::size_t>(reply->rowCount()));
    for (int row = 0; row < reply->rowCount(); ++row)
        tables.push_back({quote(reply->text(row, 0), reply->text(row, 1)), reply->text(row, 2).toLongLong()});
    return tables;
}

/// TRUNCATE is not tried: it would lock out those who read as well.
WriteEffect foreseeTruncation(pg::Connection &connection, const sql::Truncation &truncation,
                              const TrialBounds &bounds)
{
    WriteEffect effect{.source = Source::Unknown, .untried = {}};
    const auto tables = emptiedBy(connection, truncation, bounds);
    if (!tables || tables->empty())
        return effect;
    QStringList counts;
    for (const auto &each : *tables)
        counts << u"(select count(*) from only "_s + each.table + u')';
    const auto reply = connection.fetchReadOnly({u"select "_s + counts.join(u", "_s)}, bounds.whole);
    effect.source = reply ? Source::Counted : Source::Expected;
    for (size_t i = 0; i < tables->size(); ++i) {
        const auto rows = reply ? reply->text(0, static_cast<int>(i)).toLongLong() : (*tables)[i].expected;
        effect.tables.push_back({.table = (*tables)[i].table, .deleted = rows});
        effect.rows += rows;
    }
    const auto sample = connection.fetchReadOnly(
        {u"select * from "_s + truncation.tables.front() + u" limit "_s + QString::number(sampleRows)},
        bounds.whole);
    if (sample)
        effect.sample = *sample;
    return effect;
}

} // namespace

Result<WriteEffect> tryWrite(pg::Connection &connection, const sql::RowWrite &write, const Query &query,
                             const TrialBounds &bounds)
{
    if (const auto opened = connection.open(); !opened)
        return opened.error();
    const bool returns = write.verb != Verb::Merge || connection.serverVersion() >= mergeReturningVersion;
    if (returns) {
        auto effect = tried(connection, write.verb, {write.returning, query.parameters}, bounds);
        if (effect || !cannotReturn(effect.error()))
            return effect;
    }
    return tried(connection, write.verb, query, bounds);
}

Result<WriteEffect> foreseeWrite(pg::Connection &connection, const Query &query, const TrialBounds &bounds)
{
    if (const auto truncation = sql::truncation(query.text))
        return foreseeTruncation(connection, *truncation, bounds);
    const auto first = sql::firstWord(query.text);
    if (first.compare(u"copy", Qt::CaseInsensitive) == 0 ||
        first.compare(u"truncate", Qt::CaseInsensitive) == 0)
        return WriteEffect{.source = Source::Unknown};
    const auto write = sql::rowWrite(query.text);
    auto effect =
        write ? tryWrite(connection, *write, query, bounds) : tried(connection, std::nullopt, query, bounds);
    if (effect || (!hitsLock(effect.error()) && !takesTooLong(effect.error())))
        return effect;
    WriteEffect expected{.source = Source::Unknown,
                         .untried = hitsLock(effect.error())
                                        ? Words::tr("Somebody else has locked some of what it writes.")
                                        : Words::tr("It takes longer than may be spent on trying it.")};
    if (const auto rows = expectedRows(connection, query, bounds)) {
        expected.source = Source::Expected;
        expected.rows = *rows;
    }
    return expected;
}

} // namespace squall::models
