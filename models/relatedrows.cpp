#include "models/relatedrows.h"

#include "core/base/quote.h"
#include "core/pg/connection.h"
#include "models/arrayparameter.h"
#include "models/rowreader.h"

#include <QCoreApplication>

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

/// The types of a relation's columns at its far end, as SQL; fewer when one of them is gone.
QStringList keyTypes(const catalog::Snapshot &snapshot, const Relation &relation)
{
    QStringList types;
    if (const auto source = rowSource(snapshot, relation.to)) {
        for (const auto &name : relation.toColumns) {
            if (const int column = source->indexOf(name); column >= 0)
                types << source->columns[static_cast<size_t>(column)].type;
        }
    }
    return types;
}

QString tableAs(const ObjectId &id, const QString &alias)
{
    return quote(id.schema, id.name) + u" as "_s + alias;
}

} // namespace

Result<std::vector<int>> countRelated(pg::Connection &connection, const catalog::Snapshot &snapshot,
                                      const Relation &relation, const std::vector<RelationKey> &keys)
{
    const auto types = keyTypes(snapshot, relation);
    if (types.size() != relation.toColumns.size())
        return isGone(relation.to);
    if (!relation.indexed)
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
    const auto reply = connection.fetchReadOnly(query);
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

Result<edit::RowValues> readReferenced(pg::Connection &connection, const catalog::Snapshot &snapshot,
                                       const Relation &relation, const RelationKey &key)
{
    auto source = rowSource(snapshot, relation.to);
    const auto types = keyTypes(snapshot, relation);
    if (!source || types.size() != relation.toColumns.size())
        return isGone(relation.to);
    Query condition;
    QStringList parts;
    for (qsizetype column = 0; column < types.size(); ++column) {
        condition.parameters.emplace_back(key[static_cast<size_t>(column)]);
        parts << u"t.%1 = $%2::%3"_s.arg(quote(relation.toColumns[column]), QString::number(column + 1),
                                         types[column]);
    }
    condition.text = parts.join(u" and ");
    source->condition = condition;
    const auto page = readPage(connection, *source, rowOrder(*source, {}), {.limit = 1});
    if (!page)
        return page.error();
    if (page->rowCount() == 0)
        return Error{.code = Error::Code::NotFound,
                     .message = Text::tr("There is no such row in %1.").arg(relation.to.text())};
    edit::RowValues values;
    const auto &batch = page->batches.front();
    for (size_t column = 0; column < source->columns.size(); ++column) {
        const auto value = batch.cell(0, static_cast<int>(column));
        values.insert(source->columns[column].name,
                      value ? Query::Parameter(value->toByteArray()) : std::nullopt);
    }
    return values;
}

} // namespace squall::models
