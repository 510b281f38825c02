#include "models/offeredvalues.h"

#include "core/base/quote.h"
#include "core/pg/connection.h"
#include "models/relations.h"

#include <QHash>

#include <algorithm>
#include <limits>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostValues = 200;
constexpr int mostFound = 50;

std::vector<OfferedValue> read(const pg::RowBatch &reply)
{
    std::vector<OfferedValue> values;
    for (int row = 0; row < reply.rowCount(); ++row) {
        OfferedValue value{.value = reply.text(row, 0), .label = reply.text(row, 1), .share = {}};
        if (reply.cell(row, 2))
            value.share = reply.text(row, 2).toDouble();
        values.push_back(std::move(value));
    }
    return values;
}

} // namespace

std::vector<OfferedValue> knownValues(const catalog::Snapshot &snapshot, const RowColumn &column)
{
    std::vector<OfferedValue> values;
    if (column.traits.kind == TypeKind::Boolean)
        return {{.value = u"true"_s, .share = {}}, {.value = u"false"_s, .share = {}}};
    const auto found =
        std::find_if(snapshot.enums.begin(), snapshot.enums.end(),
                     [&](const catalog::Enum &type) { return quote(type.schema, type.name) == column.type; });
    if (found == snapshot.enums.end())
        return values;
    for (const auto &label : found->labels)
        values.push_back({.value = label, .share = {}});
    return values;
}

namespace {

OfferRequest::Reference referenceTo(const catalog::Snapshot &snapshot, const catalog::Table &table,
                                    const QString &key)
{
    const auto *column = catalog::findColumn(table.columns, key);
    return {.table = {table.schema, table.name},
            .key = key,
            .type = column ? column->type : QString(),
            .label = labelColumn(snapshot, idOf(table))};
}

} // namespace

OfferRequest offerRequest(const catalog::Snapshot &snapshot, const ObjectId &relation, const QString &column)
{
    OfferRequest request{.relation = relation, .column = column};
    const auto *table = catalog::findTable(snapshot, {relation.schema, relation.name});
    if (!table)
        return request;
    for (const auto &constraint : table->constraints) {
        if (constraint.type != catalog::Constraint::Type::ForeignKey ||
            constraint.columns != QStringList{column})
            continue;
        const auto *target = catalog::findTable(snapshot, constraint.referencedTable);
        if (target && constraint.referencedColumns.size() == 1)
            request.reference = referenceTo(snapshot, *target, constraint.referencedColumns.front());
    }
    return request;
}

namespace {

QString keyOf(const OfferRequest::Reference &reference)
{
    return u"r."_s + quote(reference.key);
}

bool isLabelled(const OfferRequest::Reference &reference)
{
    return !reference.label.isEmpty() && reference.label != reference.key;
}

/// The SELECT and FROM of every statement about the rows that are pointed to.
QString selectReferenced(const OfferRequest::Reference &reference)
{
    const auto label =
        isLabelled(reference) ? u"left(r."_s + quote(reference.label) + u"::text, 80)"_s : u"null"_s;
    return u"select "_s + keyOf(reference) + u"::text, "_s + label + u", null from "_s +
           quote(reference.table.schema, reference.table.name) + u" as r"_s;
}

/// Whole numbers that begin with these digits, as ranges that an index serves: 12, 120 to 129, and so on.
std::optional<Query> numbersFrom(const OfferRequest::Reference &reference, const QString &typed)
{
    static const QHash<QString, qint64> largest{{u"smallint"_s, std::numeric_limits<qint16>::max()},
                                                {u"integer"_s, std::numeric_limits<qint32>::max()},
                                                {u"bigint"_s, std::numeric_limits<qint64>::max()}};
    bool ok = false;
    const qint64 number = typed.toLongLong(&ok);
    const qint64 most = largest.value(reference.type, 0);
    if (!ok || number <= 0 || number > most)
        return std::nullopt;
    QStringList ranges;
    for (qint64 low = number, span = 1; low <= most && span > 0; low *= 10, span *= 10) {
        ranges << u"%1 between %2 and %3"_s.arg(keyOf(reference))
                      .arg(low)
                      .arg(low + std::min(span - 1, most - low));
        if (low > most / 10)
            break;
    }
    return Query{selectReferenced(reference) + u" where "_s + ranges.join(u" or ") + u" order by "_s +
                     keyOf(reference) + u" limit "_s + QString::number(mostFound),
                 {}};
}

Query searchFor(const OfferRequest::Reference &reference, const QString &typed)
{
    QString where = u"left(%1::text, length($1)) = $1"_s.arg(keyOf(reference));
    if (isLabelled(reference))
        where += u" or strpos(lower(r.%1::text), lower($1)) > 0"_s.arg(quote(reference.label));
    return {selectReferenced(reference) + u" where "_s + where + u" limit "_s + QString::number(mostFound),
            {typed.toUtf8()}};
}

Result<std::vector<OfferedValue>> search(pg::Connection &connection, const OfferRequest::Reference &reference,
                                         const QString &typed)
{
    std::vector<OfferedValue> values;
    if (const auto query = numbersFrom(reference, typed)) {
        const auto reply = connection.fetchReadOnly(*query, offerPatience);
        if (reply)
            values = read(*reply);
    }
    const auto reply = connection.fetchReadOnly(searchFor(reference, typed), offerPatience);
    if (!reply) // It would have taken too long.
        return values;
    for (auto &value : read(*reply)) {
        if (std::find(values.begin(), values.end(), value) == values.end())
            values.push_back(std::move(value));
    }
    return values;
}

} // namespace

Result<std::vector<OfferedValue>> readOfferedValues(pg::Connection &connection, const OfferRequest &request)
{
    if (request.reference && !request.typed.isEmpty())
        return search(connection, *request.reference, request.typed);
    Query query;
    if (const auto &reference = request.reference) {
        query.text = selectReferenced(*reference) + u" order by "_s + keyOf(*reference) + u" limit "_s +
                     QString::number(mostValues);
    } else {
        query = {
            u"with s as (select most_common_vals::text::text[] as v, most_common_freqs as f from pg_stats"
            " where schemaname = $1 and tablename = $2 and attname = $3 order by inherited desc limit 1)"
            " select left(c.v, 200), null, c.f from s, unnest(s.v, s.f) c(v, f)"
            " where length(c.v) <= 200 order by c.f desc, c.v limit "_s +
                QString::number(mostValues),
            {request.relation.schema.toUtf8(), request.relation.name.toUtf8(), request.column.toUtf8()}};
    }
    const auto reply = connection.fetchReadOnly(query);
    if (!reply)
        return reply.error();
    return read(*reply);
}

} // namespace squall::models
