#include "models/query/resultorigins.h"

#include "core/pg/connection.h"
#include "core/sql/relationreads.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::ResultOrigins)
};

QByteArray arrayOf(const QByteArrayList &values)
{
    return '{' + values.join(',') + '}';
}

std::optional<RowSource> sourceOf(const catalog::Snapshot &snapshot, const ColumnOrigin &origin)
{
    if (const auto *table = catalog::findTable(snapshot, {origin.schema, origin.relation}))
        return rowSource(snapshot, catalog::idOf(*table));
    if (const auto *view = catalog::findView(snapshot, {origin.schema, origin.relation}))
        return rowSource(snapshot, catalog::idOf(*view));
    return std::nullopt;
}

/// Why nothing of the relation may be changed here.
QString refusalOf(const ResultOrigins::Table &table, const std::optional<QHash<QString, int>> &reads)
{
    const auto name = table.source.id.text();
    if (!table.rules.nothing.isEmpty())
        return table.rules.nothing;
    const int times = reads ? reads->value(table.source.id.name) : 0;
    if (times > 1)
        return Text::tr("The query reads %1 more than once: which of its rows a value is of is not certain.")
            .arg(name);
    if (times == 0)
        return Text::tr("The query does not show how it reads %1: which of its rows a value is of is not "
                        "certain.")
            .arg(name);
    QStringList missing;
    for (const auto &column : table.source.key) {
        const bool there = std::any_of(table.key.begin(), table.key.end(),
                                       [&](const auto &part) { return part.first == column; });
        if (!there)
            missing << column;
    }
    if (missing.isEmpty())
        return {};
    return Text::tr("Without %1 in the result nothing tells the rows of %2 apart.")
        .arg(missing.join(u", "_s), name);
}

/// The columns of one relation, by where they are in the result.
using Members = std::vector<std::pair<int, QString>>;

ResultOrigins::Table tableOf(const catalog::Snapshot &snapshot, RowSource source, const Members &members)
{
    ResultOrigins::Table table{.rules = editRules(snapshot, source)};
    const auto placeOf = [&members](const QString &column) {
        const auto found = std::find_if(members.begin(), members.end(),
                                        [&](const auto &member) { return member.second == column; });
        return found == members.end() ? -1 : found->first;
    };
    for (const auto &column : source.columns) {
        if (const int place = placeOf(column.name); place >= 0)
            table.places.emplace_back(column.name, place);
    }
    for (const auto &column : source.key) {
        if (const int place = placeOf(column); place >= 0)
            table.key.emplace_back(column, place);
    }
    table.source = std::move(source);
    return table;
}

} // namespace

Result<NamedOrigins> readOrigins(pg::Connection &connection, const QString &statement,
                                 const std::vector<pg::Field> &fields)
{
    QByteArrayList tables;
    QByteArrayList columns;
    for (const auto &field : fields) {
        tables << QByteArray::number(field.table);
        columns << QByteArray::number(field.tableColumn);
    }
    const auto reply = connection.fetchReadOnly({uR"(select n.nspname, c.relname, a.attname
               from unnest($1::oid[], $2::int2[]) with ordinality w(relation, attribute, number)
               left join pg_catalog.pg_attribute a on a.attrelid = w.relation and a.attnum = w.attribute
               left join pg_catalog.pg_class c on c.oid = a.attrelid
               left join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              order by w.number)"_s,
                                                 {arrayOf(tables), arrayOf(columns)}});
    if (!reply)
        return reply.error();
    NamedOrigins origins{.reads = sql::relationReads(statement)};
    origins.columns.reserve(static_cast<size_t>(reply->rowCount()));
    for (int row = 0; row < reply->rowCount(); ++row)
        origins.columns.push_back({reply->text(row, 0), reply->text(row, 1), reply->text(row, 2)});
    return origins;
}

ResultOrigins resultOrigins(const catalog::Snapshot &snapshot, const std::vector<pg::Field> &fields,
                            const NamedOrigins &origins)
{
    ResultOrigins result;
    result.columns.resize(fields.size());
    std::map<std::pair<QString, QString>, Members> relations;
    for (size_t i = 0; i < fields.size(); ++i) {
        const auto origin = i < origins.columns.size() ? origins.columns[i] : ColumnOrigin();
        if (fields[i].table == 0)
            result.columns[i].refusal = Text::tr("%1 is computed by the query.").arg(fields[i].name);
        else if (origin.column.isEmpty() || !sourceOf(snapshot, origin))
            result.columns[i].refusal =
                Text::tr("%1 is of a table that is not in the schema as it was read.").arg(fields[i].name);
        else
            relations[{origin.schema, origin.relation}].emplace_back(static_cast<int>(i), origin.column);
    }
    for (const auto &[name, members] : relations) {
        auto table = tableOf(snapshot, *sourceOf(snapshot, {name.first, name.second}), members);
        const auto refusal = refusalOf(table, origins.reads);
        for (const auto &[place, column] : members) {
            auto &described = result.columns[static_cast<size_t>(place)];
            described = {.table = static_cast<int>(result.tables.size()),
                         .number = table.source.indexOf(column),
                         .refusal = refusal};
            if (described.number < 0 && refusal.isEmpty())
                described.refusal = Text::tr("%1 is a system column: the server writes it.").arg(column);
            else if (refusal.isEmpty())
                described.refusal = table.rules.columns[static_cast<size_t>(described.number)].updating;
        }
        result.tables.push_back(std::move(table));
    }
    return result;
}

} // namespace squall::models
