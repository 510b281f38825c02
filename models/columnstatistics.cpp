#include "models/columnstatistics.h"

#include "core/base/quote.h"
#include "core/pg/connection.h"
#include "core/transfer/arraytext.h"
#include "models/rowquery.h"
#include "models/valuehistogram.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::ColumnStatistics)
};

constexpr int longestValue = 200;

Error unknownColumn(const QString &column)
{
    return {.code = Error::Code::NotFound,
            .message = Text::tr("There is no column %1 any more.").arg(column)};
}

QStringList listOf(const QString &array)
{
    QStringList values;
    const auto items = transfer::readArray(array.toUtf8());
    for (const auto &item : items ? items->items : std::vector<transfer::ArrayItem>())
        values << QString::fromUtf8(item.value.value_or(QByteArray()));
    return values;
}

/// A part of the rows when negative, as pg_stats has it.
qint64 distinctOf(double stored, qint64 rows)
{
    if (stored >= 0)
        return std::llround(stored);
    return rows < 0 ? -1 : std::llround(-stored * static_cast<double>(rows));
}

void setRange(ColumnStatistics &statistics, const QStringList &bounds, TypeKind kind)
{
    auto candidates = bounds;
    if (canMeasure(kind)) {
        for (const auto &common : statistics.common)
            candidates << common.value;
        candidates.removeIf([&](const QString &value) { return !measure(value, kind); });
        std::sort(candidates.begin(), candidates.end(), [&](const QString &one, const QString &other) {
            return *measure(one, kind) < *measure(other, kind);
        });
    }
    if (candidates.isEmpty())
        return;
    statistics.minimum = candidates.front();
    statistics.maximum = candidates.back();
}

bool isWhole(const RowColumn &column)
{
    return column.type == u"smallint" || column.type == u"integer" || column.type == u"bigint";
}

/// Where a value lies, as a float8: what distances are measured by.
QString measured(const RowColumn &column)
{
    if (column.traits.kind == TypeKind::Number && column.type != u"money")
        return u"v::float8"_s;
    if (column.traits.kind == TypeKind::Time && column.type != u"interval")
        return u"extract(epoch from v)::float8"_s;
    return {};
}

QString countingQuery(const RowSource &source, const RowColumn &column)
{
    const auto rows = fromRows(source).text;
    const auto name = u"t."_s + quote(column.name);
    if (!column.traits.sortable)
        return u"select count(*), count(*) - count("_s + name + u"), null, null, null, null, null"_s + rows;
    // concat() writes a value as the server prints it, which a cast to text does not always do.
    QString query =
        u"with g as materialized (select "_s + name + u" as v, count(*) as n"_s + rows + u" group by 1)"_s;
    const auto position = measured(column);
    if (!position.isEmpty())
        query += u", h as (select %1 as x, n from g where v is not null),"
                 " f as (select x, n from h where x > '-infinity' and x < 'infinity'),"
                 " m as (select min(x) as low, max(x) as high from f)"_s.arg(position);
    query +=
        u" select coalesce(sum(n), 0), coalesce(sum(n) filter (where v is null), 0),"
        " count(*) filter (where v is not null),"
        " (select left(concat(v), %1) from g where v is not null order by v limit 1),"
        " (select left(concat(v), %1) from g where v is not null order by v desc limit 1),"
        " (select json_agg(json_build_array(value, n)) from (select left(concat(v), %1) as value, n from g"
        " where v is not null order by n desc, v limit %2) as c),"_s.arg(longestValue)
            .arg(mostCommonValues);
    const auto end = isWhole(column) ? u"high + 1"_s : u"high"_s;
    const auto bars = isWhole(column) ? u"least(%1, high - low + 1)::int"_s.arg(statisticsBars)
                                      : QString::number(statisticsBars);
    query += position.isEmpty()
                 ? u" null"_s
                 : u" (select json_agg(json_build_array(bar, n)) from (select least(width_bucket(x, low, %1, "
                   u"%2), %2)"
                   " as bar, sum(n) as n from f, m where low < high group by 1) as b)"_s.arg(end, bars);
    return query + u" from g"_s;
}

std::optional<QString> textOf(const pg::RowBatch &reply, int column)
{
    return reply.cell(0, column) ? std::optional(reply.text(0, column)) : std::nullopt;
}

ColumnStatistics counted(const pg::RowBatch &reply, const RowColumn &column)
{
    ColumnStatistics statistics{.exact = true};
    statistics.rows = reply.text(0, 0).toLongLong();
    statistics.nulls = reply.text(0, 1).toLongLong();
    const auto rows = static_cast<double>(std::max<qint64>(1, statistics.rows));
    statistics.nullPart = static_cast<double>(statistics.nulls) / rows;
    statistics.distinct = reply.cell(0, 2) ? reply.text(0, 2).toLongLong() : -1;
    statistics.minimum = textOf(reply, 3);
    statistics.maximum = textOf(reply, 4);
    for (const auto &common : QJsonDocument::fromJson(reply.text(0, 5).toUtf8()).array()) {
        const auto number = common[1].toInteger();
        const auto value = common[0].toString();
        statistics.common.push_back(
            {value, static_cast<double>(number) / rows, number, value.size() >= longestValue});
    }
    const auto bars = QJsonDocument::fromJson(reply.text(0, 6).toUtf8()).array();
    if (bars.isEmpty())
        return statistics;
    const auto whole = isWhole(column) ? barScale(statistics, TypeKind::Number, true).bars : 0;
    statistics.bars.assign(static_cast<size_t>(whole > 0 ? whole : statisticsBars), 0);
    for (const auto &bar : bars) {
        const auto place = std::clamp(bar[0].toInt(), 1, static_cast<int>(statistics.bars.size())) - 1;
        statistics.bars[static_cast<size_t>(place)] = bar[1].toDouble() / rows;
    }
    return statistics;
}

} // namespace

Result<ColumnStatistics> estimatedStatistics(pg::Connection &connection, const RowSource &source,
                                             const QString &name)
{
    const auto *column = source.find(name);
    if (!column)
        return unknownColumn(name);
    // Where others inherit from a table, the numbers of all of them are the ones that are looked at.
    const auto reply = connection.fetchReadOnly(
        {u"select s.null_frac, s.n_distinct, s.most_common_vals::text, s.most_common_freqs::text,"
         " s.histogram_bounds::text, c.reltuples::bigint,"
         " greatest(pg_catalog.pg_stat_get_last_analyze_time(c.oid),"
         " pg_catalog.pg_stat_get_last_autoanalyze_time(c.oid))::timestamptz(0)::text"
         " from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace"
         " join pg_catalog.pg_stats s on s.schemaname = n.nspname and s.tablename = c.relname"
         " where n.nspname = $1 and c.relname = $2 and s.attname = $3 order by s.inherited desc limit 1"_s,
         {source.id.schema.toUtf8(), source.id.name.toUtf8(), name.toUtf8()}});
    if (!reply)
        return reply.error();
    ColumnStatistics statistics;
    if (reply->rowCount() == 0) {
        const auto why = connection.fetchReadOnly(
            {u"select c.relkind = 'v', pg_catalog.has_column_privilege(c.oid, $3, 'select')"
             " from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace"
             " where n.nspname = $1 and c.relname = $2"_s,
             {source.id.schema.toUtf8(), source.id.name.toUtf8(), name.toUtf8()}});
        const bool known = why && why->rowCount() > 0;
        statistics.missing = known && why->text(0, 0) == u"t"   ? ColumnStatistics::Missing::View
                             : known && why->text(0, 1) == u"f" ? ColumnStatistics::Missing::NoRight
                                                                : ColumnStatistics::Missing::NotAnalyzed;
        return statistics;
    }
    statistics.rows = std::max<qint64>(-1, reply->text(0, 5).toLongLong());
    statistics.nullPart = reply->text(0, 0).toDouble();
    statistics.distinct = distinctOf(reply->text(0, 1).toDouble(), statistics.rows);
    const auto values = listOf(reply->text(0, 2));
    const auto parts = listOf(reply->text(0, 3));
    for (qsizetype i = 0; i < std::min(values.size(), parts.size()); ++i)
        statistics.common.push_back({values[i], parts[i].toDouble()});
    const auto bounds = listOf(reply->text(0, 4));
    const auto kind = column->traits.kind;
    setRange(statistics, bounds, kind);
    statistics.bars = histogramBars(statistics, bounds, kind, isWhole(*column));
    if (statistics.common.size() > mostCommonValues)
        statistics.common.resize(mostCommonValues);
    statistics.analyzed = reply->text(0, 6);
    return statistics;
}

Result<ColumnStatistics> exactStatistics(pg::Connection &connection, const RowSource &source,
                                         const QString &name)
{
    const auto *column = source.find(name);
    if (!column)
        return unknownColumn(name);
    ColumnStatistics statistics;
    const auto done = connection.transaction(
        [&](pg::Connection &inside) -> Result<Done> {
            const auto limited =
                inside.fetch({u"select pg_catalog.set_config('statement_timeout', $1, true)"_s,
                              {QByteArray::number(countingMs)}});
            if (!limited)
                return limited.error();
            const auto reply = inside.fetch({countingQuery(source, *column), fromRows(source).parameters});
            if (!reply)
                return reply.error();
            statistics = counted(*reply, *column);
            statistics.filtered = source.condition.has_value();
            return Done{};
        },
        pg::TransactionMode::ReadOnlySnapshot);
    if (!done)
        return done.error();
    return statistics;
}

} // namespace squall::models
