#include "models/rowjump.h"

#include "core/base/quote.h"
#include "core/pg/connection.h"
#include "models/tidrange.h"

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 sampleBlocks = 300;

/// Statistics of a parent with its children come before those of the parent alone.
/// pg_stats keeps values as anyarray, hence the way through text.
Query statisticsQuery(const RowSource &source, const OrderTerm &term)
{
    const QString text =
        u"with s as ("
        " select null_frac, most_common_freqs as freqs, most_common_vals::text::text[] as common,"
        "  histogram_bounds::text::text[] as bounds"
        " from pg_stats where schemaname = $1 and tablename = $2 and attname = $3"
        " order by inherited desc limit 1),"
        " p as ("
        " select b.v::%1 as v, case when b.n = 1 then 0 else"
        "  (1 - s.null_frac - coalesce((select sum(f) from unnest(s.freqs) f), 0))"
        "  / greatest(cardinality(s.bounds) - 1, 1) end as w, true as between_"
        " from s, unnest(s.bounds) with ordinality b(v, n)"
        " union all"
        " select c.v::%1, c.f, false from s, unnest(s.common, s.freqs) c(v, f))"
        " select p.v, p.w, p.between_, s.null_frac from p, s order by p.v"_s;
    return {QString(text).replace(u"%1"_s, term.type),
            {source.id.schema.toUtf8(), source.id.name.toUtf8(), term.column.toUtf8()}};
}

/// About 200 evenly spaced values out of a few hundred random blocks.
Query sampleQuery(const RowSource &source, const OrderTerm &term, double percent)
{
    Query query;
    if (source.condition)
        query.parameters = source.condition->parameters;
    query.parameters.emplace_back(QByteArray::number(percent));
    query.text = u"with s as (select t."_s + quote(term.column) + u" as v from "_s +
                 quote(source.id.schema, source.id.name) + u" as t tablesample system ($"_s +
                 QString::number(query.parameters.size()) + u"::real)"_s;
    if (source.condition)
        query.text += u" where ("_s + source.condition->text + u')';
    query.text += u"),"
                  " n as (select v, row_number() over (order by v) as r, count(*) over () as c from s"
                  "  where v is not null)"
                  " select v, greatest(c / 200, 1)::float8 / c * (1 - nulls.f), true, nulls.f"
                  " from n, (select count(*) filter (where v is null)::float8 / greatest(count(*), 1) as f"
                  "  from s) nulls"
                  " where (r - 1) % greatest(c / 200, 1) = 0 order by v"_s;
    return query;
}

RowSpread spreadOf(const pg::RowBatch &reply)
{
    RowSpread spread;
    for (int row = 0; row < reply.rowCount(); ++row) {
        spread.points.push_back({.value = reply.cell(row, 0).value_or(QByteArrayView()).toByteArray(),
                                 .weight = reply.text(row, 1).toDouble(),
                                 .between = reply.text(row, 2) == u"t"});
        spread.nulls = reply.text(row, 3).toDouble();
    }
    if (!spread.points.empty() && spread.points.front().between)
        spread.points.front().weight = 0;
    return spread;
}

/// `part` of the way from one uuid to another, by their leading digits.
QByteArray betweenUuids(const QByteArray &from, const QByteArray &to, double part)
{
    constexpr int digits = 12;
    const auto leading = [](QByteArray text) {
        return text.replace('-', "").left(digits).toLongLong(nullptr, 16);
    };
    const qint64 low = leading(from);
    const qint64 value = low + static_cast<qint64>(static_cast<double>(leading(to) - low) * part);
    return QByteArray::number(value, 16).rightJustified(digits, '0').leftJustified(32, '0');
}

/// The expression for a value between $1 and $2; empty when the type has no such arithmetic.
QString interpolation(const RowSource &source, const OrderTerm &term)
{
    const auto *column = source.find(term.column);
    const auto kind = column ? column->traits.kind : TypeKind::Other;
    if (term.type == u"date")
        return u"$1::date + (($2::date - $1::date) * $3::float8)::int"_s;
    if (term.type == u"bigint")
        return u"($1::numeric + ($2::numeric - $1::numeric) * $3::numeric)::bigint"_s;
    if (term.type == u"smallint" || term.type == u"integer")
        return u"($1::float8 + ($2::float8 - $1::float8) * $3::float8)::%1"_s.arg(term.type);
    const bool steps = (kind == TypeKind::Number && term.type != u"oid") ||
                       (kind == TypeKind::Time && !term.type.startsWith(u"time with") &&
                        !(term.type.startsWith(u"time(") && term.type.endsWith(u"with time zone")));
    return steps ? QString(u"($1::%1 + ($2::%1 - $1::%1) * $3::float8)::%1"_s).replace(u"%1"_s, term.type)
                 : QString();
}

/// The position to read at for that fraction; empty when nothing is known about the values.
Result<RowPosition> jumpPosition(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                                 const RowSpread &spread, double fraction)
{
    if (isPhysical(order)) {
        const auto heaps = readHeaps(connection, source);
        if (!heaps)
            return heaps.error();
        return heaps->position(static_cast<qint64>(fraction * static_cast<double>(heaps->blocks())));
    }
    if (order.empty() || (!spread.isKnown() && spread.nulls <= 0))
        return RowPosition();
    const auto &term = order.front();
    const auto place = placeAt(spread, term, fraction);
    if (!place.from)
        return RowPosition{place.value};
    if (term.type == u"uuid")
        return RowPosition{betweenUuids(*place.from, *place.value, place.part)};
    const auto expression = interpolation(source, term);
    if (expression.isEmpty())
        return RowPosition{place.part < 0.5 ? place.from : place.value};
    const auto reply = connection.fetchReadOnly(
        {u"select "_s + expression, {place.from, place.value, QByteArray::number(place.part)}});
    if (!reply) // infinity, overflow
        return RowPosition{place.value};
    return RowPosition{reply->cell(0, 0)->toByteArray()};
}

} // namespace

SpreadPlace placeAt(const RowSpread &spread, const OrderTerm &term, double fraction)
{
    double before = std::clamp(fraction, 0.0, 1.0);
    if (term.nullsFirst) {
        if (before < spread.nulls)
            return {};
        before -= spread.nulls;
    } else if (before > 1 - spread.nulls) {
        return {};
    }
    if (term.descending)
        before = 1 - spread.nulls - before;
    double sum = 0;
    for (size_t i = 0; i < spread.points.size(); ++i) {
        const auto &point = spread.points[i];
        if (sum + point.weight < before && i + 1 < spread.points.size()) {
            sum += point.weight;
            continue;
        }
        if (i == 0 || !point.between || point.weight <= 0)
            return {.value = point.value};
        return {.from = spread.points[i - 1].value,
                .value = point.value,
                .part = std::clamp((before - sum) / point.weight, 0.0, 1.0)};
    }
    return {};
}

Result<RowSpread> readSpread(pg::Connection &connection, const RowSource &source, const OrderTerm &term)
{
    if (!source.condition) { // The planner's statistics are about all rows.
        const auto known = connection.fetchReadOnly(statisticsQuery(source, term));
        if (!known)
            return known.error();
        if (known->rowCount() > 1)
            return spreadOf(*known);
    }
    if (source.view)
        return RowSpread();
    double percent = 1;
    if (!source.partitioned) {
        const auto heaps = readHeaps(connection, source);
        if (!heaps)
            return heaps.error();
        percent = 100.0 * sampleBlocks / static_cast<double>(std::max(heaps->blocks(), sampleBlocks));
    }
    const auto sample = connection.fetchReadOnly(sampleQuery(source, term, percent));
    if (!sample)
        return sample.error();
    return spreadOf(*sample);
}

Result<RowSurroundings> readAtFraction(pg::Connection &connection, const RowSource &source,
                                       const RowOrder &order, RowSpread &spread, double fraction, int limit)
{
    if (!spread.isKnown() && !isPhysical(order) && !order.empty()) {
        const auto read = readSpread(connection, source, order.front());
        if (!read)
            return read.error();
        spread = *read;
    }
    const auto position = jumpPosition(connection, source, order, spread, fraction);
    if (!position)
        return position.error();
    if (position
            ->empty()) { // Nothing is known about where the rows are: the first ones are better than none.
        auto page = readPage(connection, source, order, {.limit = limit});
        if (!page)
            return page.error();
        return RowSurroundings{{.batches = {}, .travel = Travel::Backward, .reachedEnd = true},
                               std::move(*page)};
    }
    auto page = readPage(connection, source, order, {.from = *position, .inclusive = true, .limit = limit});
    if (!page)
        return page.error();
    if (page->rowCount() < limit)
        return readAround(connection, source, order, *position, limit);
    return RowSurroundings{{.batches = {}, .travel = Travel::Backward}, std::move(*page)};
}

} // namespace squall::models
