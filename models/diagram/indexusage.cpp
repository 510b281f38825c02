#include "models/diagram/indexusage.h"

#include "core/pg/connection.h"

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

// Sizes as the planner knows them, like those of tables: nothing is locked for it.
const auto unusedQuery = uR"(
with counted as (
    select coalesce(pg_catalog.pg_partition_root(s.indexrelid)::oid, s.indexrelid) as root, s.idx_scan,
           c.relpages::bigint * pg_catalog.current_setting('block_size')::bigint as bytes
    from pg_catalog.pg_stat_user_indexes s
    join pg_catalog.pg_class c on c.oid = s.indexrelid
),
unused as (
    select root, sum(bytes)::bigint as bytes from counted group by root having sum(idx_scan) = 0
)
select n.nspname, t.relname, x.relname, u.bytes
from unused u
join pg_catalog.pg_class x on x.oid = u.root
join pg_catalog.pg_index i on i.indexrelid = u.root
join pg_catalog.pg_class t on t.oid = i.indrelid and t.relkind in ('r', 'p')
join pg_catalog.pg_namespace n on n.oid = t.relnamespace
where i.indisvalid and not i.indisunique and not i.indisexclusion and not i.indisreplident
order by n.nspname, t.relname, u.bytes desc, x.relname
)"_s;

const auto stateQuery = uR"(
select pg_catalog.current_setting('track_counts') = 'on',
       extract(epoch from pg_catalog.pg_stat_get_db_stat_reset_time(d.oid))::bigint
from pg_catalog.pg_database d where d.datname = pg_catalog.current_database()
)"_s;

constexpr std::chrono::seconds atMost{20};

} // namespace

Result<IndexUsage> readIndexUsage(pg::Connection &connection)
{
    const auto state = connection.fetchReadOnly({stateQuery}, atMost);
    if (!state)
        return state.error();
    const auto unused = connection.fetchReadOnly({unusedQuery}, atMost);
    if (!unused)
        return unused.error();
    IndexUsage usage{.counting = state->text(0, 0) == u"t"};
    if (state->cell(0, 1))
        usage.since = QDateTime::fromSecsSinceEpoch(state->text(0, 1).toLongLong());
    for (int row = 0; row < unused->rowCount(); ++row) {
        usage.unused.push_back({.table = {Kind::Table, unused->text(row, 0), unused->text(row, 1)},
                                .name = unused->text(row, 2),
                                .bytes = unused->text(row, 3).toLongLong()});
    }
    return usage;
}

} // namespace squall::models
