#include "models/relatedrows.h"

#include "core/base/quote.h"
#include "core/pg/connection.h"
#include "models/arrayparameter.h"
#include "models/rowquery.h"

#include <QCoreApplication>

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::RelatedRows)
};

constexpr int longestLabel = 60;

Error isGone(const ObjectId &id)
{
    return {.code = Error::Code::NotFound, .message = Text::tr("%1 is not there any more.").arg(id.text())};
}

/// The types to compare a relation's columns at its far end in, as SQL; fewer when one of them is gone.
QStringList keyTypes(const catalog::Snapshot &snapshot, const Relation &relation)
{
    QStringList types;
    if (const auto source = rowSource(snapshot, relation.to)) {
        for (const auto &name : relation.toColumns) {
            if (const int column = source->indexOf(name); column >= 0)
                types << comparableType(source->columns[static_cast<size_t>(column)].type);
        }
    }
    return types;
}

QString tableAs(const ObjectId &id, const QString &alias)
{
    return quote(id.schema, id.name) + u" as "_s + alias;
}

/// Leaves the columns that tell most about a row; answers how many others there are. Nothing but these is
/// read.
int keepTelling(RowSource &source, const QStringList &key, const QString &label)
{
    const auto rank = [&](const RowColumn &column) {
        return key.contains(column.name) ? 0 : column.name == label ? 1 : 2;
    };
    auto &columns = source.columns;
    std::stable_sort(columns.begin(), columns.end(),
                     [&](const RowColumn &one, const RowColumn &other) { return rank(one) < rank(other); });
    const int more = std::max(0, static_cast<int>(columns.size()) - referencedFields);
    columns.erase(columns.end() - more, columns.end());
    source.key.clear();
    return more;
}

/// The first row of a reply to `selectRows` without an order.
std::vector<RowField> fieldsOf(const pg::RowBatch &reply, const RowSource &source)
{
    std::vector<RowField> fields;
    const auto layout = rowLayout(source, {});
    for (size_t column = 0; column < source.columns.size(); ++column) {
        const auto &shown = source.columns[column];
        const int length = layout.lengths[column];
        const bool cut = length >= 0 && reply.cell(0, length);
        fields.push_back({.name = shown.name,
                          .type = shortTypeName(shown.type),
                          .kind = shown.traits.kind,
                          .key = shown.primaryKey,
                          .column = static_cast<int>(column),
                          .value = reply.text(0, static_cast<int>(column)),
                          .null = !reply.cell(0, static_cast<int>(column)),
                          .fullLength = cut ? reply.text(0, length).toLongLong() : -1,
                          .reference = shown.references});
    }
    return fields;
}

} // namespace

Result<std::vector<int>> countRelated(pg::Connection &connection, const catalog::Snapshot &snapshot,
                                      const Relation &relation, const std::vector<RelationKey> &keys,
                                      CountBy by, std::chrono::milliseconds atMost)
{
    const auto types = keyTypes(snapshot, relation);
    if (types.size() != relation.toColumns.size())
        return isGone(relation.to);
    if (!relation.indexed && by == CountBy::Index)
        return Error{.code = Error::Code::Unsupported,
                     .message = Text::tr("Not counted: no index on %1 (%2) helps.")
                                    .arg(relation.from.text(), relation.columns.join(u", "))};
    Query query;
    QStringList arrays;
    QStringList names;
    QStringList conditions;
    for (qsizetype column = 0; column < types.size(); ++column) {
        std::vector<QByteArray> values;
        values.reserve(keys.size());
        for (const auto &key : keys)
            values.push_back(key[static_cast<size_t>(column)]);
        query.parameters.emplace_back(arrayParameter(values));
        arrays << u"$%1::%2[]"_s.arg(QString::number(column + 1), types[column]);
        names << u"c"_s + QString::number(column);
        conditions << u"t."_s + quote(relation.columns[column]) + u" = k."_s + names.back();
    }
    // A sum of ones: what counts is at most a limit's worth of rows.
    query.text = u"select coalesce((select sum(1) from (select from "_s + tableAs(relation.from, u"t"_s) +
                 u" where "_s + conditions.join(u" and ") + u" limit "_s +
                 QString::number(relatedCountLimit + 1) + u") as pointing), 0) from unnest("_s +
                 arrays.join(u", ") + u") with ordinality as k ("_s + names.join(u", ") +
                 u", place) order by k.place"_s;
    const auto reply = connection.fetchReadOnly(query, atMost);
    if (!reply)
        return reply.error();
    std::vector<int> counts;
    counts.reserve(static_cast<size_t>(reply->rowCount()));
    for (int row = 0; row < reply->rowCount(); ++row)
        counts.push_back(reply->text(row, 0).toInt());
    return counts;
}

Result<QHash<QByteArray, QString>> readLabels(pg::Connection &connection, const catalog::Snapshot &snapshot,
                                              const Relation &relation, const QList<QByteArray> &keys)
{
    QHash<QByteArray, QString> labels;
    const auto label = labelColumn(snapshot, relation.to);
    const auto types = keyTypes(snapshot, relation);
    if (label.isEmpty() || relation.toColumns.size() != 1 || types.size() != 1 || keys.isEmpty())
        return labels;
    const auto key = u"t."_s + quote(relation.toColumns.front());
    Query query{u"select "_s + key + u", left(t."_s + quote(label) + u"::text, "_s +
                    QString::number(longestLabel) + u") from "_s + tableAs(relation.to, u"t"_s) +
                    u" where "_s + key + u" = any($1::"_s + types.front() + u"[])"_s,
                {arrayParameter({keys.begin(), keys.end()})}};
    const auto reply = connection.fetchReadOnly(query);
    if (!reply)
        return reply.error();
    for (int row = 0; row < reply->rowCount(); ++row) {
        const auto text = reply->text(row, 1).simplified();
        if (!text.isEmpty())
            labels.insert(reply->cell(row, 0)->toByteArray(), text);
    }
    return labels;
}

Result<ReferencedRow> readReferenced(pg::Connection &connection, const catalog::Snapshot &snapshot,
                                     const Relation &relation, const RelationKey &key)
{
    auto source = rowSource(snapshot, relation.to);
    const auto types = keyTypes(snapshot, relation);
    if (!source || types.size() != relation.toColumns.size())
        return isGone(relation.to);
    ReferencedRow row;
    const auto label = labelColumn(snapshot, relation.to);
    row.more = keepTelling(*source, relation.toColumns, label);
    Query query;
    QStringList conditions;
    for (qsizetype column = 0; column < types.size(); ++column) {
        query.parameters.emplace_back(key[static_cast<size_t>(column)]);
        conditions << u"t.%1 = $%2::%3"_s.arg(quote(relation.toColumns[column]), QString::number(column + 1),
                                              types[column]);
    }
    query.text = selectRows(*source, {}) + u" where "_s + conditions.join(u" and ") + u" limit 1"_s;
    const auto reply = connection.fetchReadOnly(query);
    if (!reply)
        return reply.error();
    if (reply->rowCount() == 0)
        return Error{.code = Error::Code::NotFound,
                     .message = Text::tr("There is no such row in %1.").arg(relation.to.text())};
    row.fields = fieldsOf(*reply, *source);
    for (const auto &field : row.fields) {
        if (field.name == label)
            row.label = field.value.simplified().left(longestLabel);
    }
    return row;
}

} // namespace squall::models
