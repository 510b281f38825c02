#include "models/relatedrows.h"

#include "core/base/quote.h"
#include "core/base/shorttypename.h"
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

/// A condition on `t`.
Query equalTo(const QStringList &columns, const QStringList &types, const RelationKey &key)
{
    Query condition;
    QStringList parts;
    for (qsizetype column = 0; column < types.size(); ++column) {
        condition.parameters.emplace_back(key[static_cast<size_t>(column)]);
        parts << u"t.%1 = $%2::%3"_s.arg(quote(columns[column]), QString::number(column + 1), types[column]);
    }
    condition.text = parts.join(u" and ");
    return condition;
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

RowField fieldFor(const RowSource &source, size_t column)
{
    const auto &shown = source.columns[column];
    return {.name = shown.name,
            .type = shortTypeName(shown.type),
            .kind = shown.traits.kind,
            .key = shown.primaryKey,
            .column = static_cast<int>(column),
            .reference = shown.references};
}

/// Takes the name out of the fields, unless it is more than that.
void nameBy(ReferencedRow &row, const QString &column, const QStringList &key)
{
    const auto named = std::find_if(row.fields.begin(), row.fields.end(),
                                    [&](const RowField &field) { return field.name == column; });
    if (named == row.fields.end() || !named->defaultSql.isNull())
        return;
    row.label = named->value.simplified().left(longestLabel);
    if (row.label == named->value && !row.label.isEmpty() && !key.contains(column))
        row.fields.erase(named);
}

bool hasKey(const edit::NewRow &row, const QStringList &columns, const RelationKey &key)
{
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (row.values.value(columns[i]) != edit::NewValue::of(key[static_cast<size_t>(i)]))
            return false;
    }
    return true;
}

QString wordOf(edit::NewValue::Kind kind)
{
    switch (kind) {
    case edit::NewValue::Kind::Now: return u"now()"_s;
    case edit::NewValue::Kind::RandomUuid: return u"gen_random_uuid()"_s;
    default: return u"DEFAULT"_s;
    }
}

/// The first row of a reply to `selectRows` without an order.
std::vector<RowField> fieldsOf(const pg::RowBatch &reply, const RowSource &source)
{
    std::vector<RowField> fields;
    const auto layout = rowLayout(source, {});
    for (size_t column = 0; column < source.columns.size(); ++column) {
        const int length = layout.lengths[column];
        auto field = fieldFor(source, column);
        field.value = reply.text(0, field.column);
        field.null = !reply.cell(0, field.column);
        if (length >= 0 && reply.cell(0, length))
            field.fullLength = reply.text(0, length).toLongLong();
        fields.push_back(std::move(field));
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

Result<Query> pointingCondition(const catalog::Snapshot &snapshot, const Relation &relation,
                                const RelationKey &key)
{
    const auto types = keyTypes(snapshot, relation);
    if (types.size() != relation.toColumns.size())
        return isGone(relation.to);
    return equalTo(relation.columns, types, key);
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
    auto query = equalTo(relation.toColumns, types, key);
    query.text = selectRows(*source, {}) + u" where "_s + query.text + u" limit 1"_s;
    const auto reply = connection.fetchReadOnly(query);
    if (!reply)
        return reply.error();
    if (reply->rowCount() == 0)
        return Error{.code = Error::Code::NotFound,
                     .message = Text::tr("There is no such row in %1.").arg(relation.to.text())};
    row.fields = fieldsOf(*reply, *source);
    nameBy(row, label, relation.toColumns);
    return row;
}

std::optional<ReferencedRow> stagedReferenced(const edit::StagedEdits &edits,
                                              const catalog::Snapshot &snapshot, const Relation &relation,
                                              const RelationKey &key)
{
    auto source = rowSource(snapshot, relation.to);
    const auto found =
        std::find_if(edits.newRows().begin(), edits.newRows().end(),
                     [&](const edit::NewRow &row) { return hasKey(row, relation.toColumns, key); });
    if (!source || found == edits.newRows().end())
        return std::nullopt;
    ReferencedRow row{.staged = true};
    const auto label = labelColumn(snapshot, relation.to);
    row.more = keepTelling(*source, relation.toColumns, label);
    for (size_t column = 0; column < source->columns.size(); ++column) {
        auto field = fieldFor(*source, column);
        const auto value = found->values.value(field.name, {edit::NewValue::Kind::Default});
        field.null = value.kind == edit::NewValue::Kind::Null;
        field.value = QString::fromUtf8(value.text);
        if (value.kind != edit::NewValue::Kind::Null && value.kind != edit::NewValue::Kind::Text)
            field.defaultSql = wordOf(value.kind);
        row.fields.push_back(std::move(field));
    }
    nameBy(row, label, relation.toColumns);
    return row;
}

} // namespace squall::models
