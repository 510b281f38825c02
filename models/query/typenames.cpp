#include "models/query/typenames.h"

#include "core/pg/connection.h"
#include "core/transfer/builtintype.h"

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

QByteArray arrayOf(const QByteArrayList &values)
{
    return '{' + values.join(',') + '}';
}

} // namespace

std::vector<TypeName> builtInNames(const std::vector<pg::Field> &fields)
{
    std::vector<TypeName> names;
    for (const auto &field : fields) {
        const auto name = transfer::builtInType(field.type);
        names.push_back({name, !name.isEmpty() && field.typeModifier < 0});
    }
    return names;
}

Result<std::vector<TypeName>> readTypeNames(pg::Connection &connection, const std::vector<pg::Field> &fields)
{
    QByteArrayList types;
    QByteArrayList modifiers;
    for (const auto &field : fields) {
        types << QByteArray::number(field.type);
        modifiers << QByteArray::number(field.typeModifier);
    }
    // What the search path hides, format_type writes with its schema; the rest gets it here.
    const auto reply = connection.fetch(
        {uR"(select coalesce(case when n.nspname = 'pg_catalog' then pg_catalog.format_type(w.type, w.modifier)
                     when e.oid is not null then quote_ident(n.nspname) || '.' || quote_ident(e.typname) || '[]'
                     else quote_ident(n.nspname) || '.' || quote_ident(t.typname) end, w.type::text)
              from unnest($1::oid[], $2::int[]) with ordinality w(type, modifier, number)
              left join pg_catalog.pg_type t on t.oid = w.type
              left join pg_catalog.pg_type e on e.oid = t.typelem and t.typcategory = 'A'
              left join pg_catalog.pg_namespace n on n.oid = t.typnamespace
             order by w.number)"_s,
         {arrayOf(types), arrayOf(modifiers)}});
    if (!reply)
        return reply.error();
    std::vector<TypeName> names;
    for (int row = 0; row < reply->rowCount(); ++row)
        names.push_back({reply->text(row, 0)});
    return names;
}

} // namespace squall::models
