#include "models/offeredvalues.h"

#include "core/base/quote.h"
#include "core/pg/connection.h"
#include "models/relations.h"

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostValues = 200;

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
            request.reference = {constraint.referencedTable, constraint.referencedColumns.front(),
                                 labelColumn(snapshot, idOf(*target))};
    }
    return request;
}

Result<std::vector<OfferedValue>> readOfferedValues(pg::Connection &connection, const OfferRequest &request)
{
    Query query;
    if (const auto &reference = request.reference) {
        const auto key = u"r."_s + quote(reference->key);
        const auto label = reference->label.isEmpty() || reference->label == reference->key
                               ? u"null"_s
                               : u"left(r."_s + quote(reference->label) + u"::text, 80)"_s;
        query.text = u"select "_s + key + u"::text, "_s + label + u", null from "_s +
                     quote(reference->table.schema, reference->table.name) + u" as r order by "_s + key +
                     u" limit "_s + QString::number(mostValues);
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
