#include "core/transfer/builtintype.h"

#include <QHash>

namespace squall::transfer {

using namespace Qt::StringLiterals;

QString builtInType(quint32 type)
{
    // Their numbers in pg_type are the same on every server.
    static const QHash<quint32, QString> types = {
        {16, u"boolean"_s},
        {17, u"bytea"_s},
        {20, u"bigint"_s},
        {21, u"smallint"_s},
        {23, u"integer"_s},
        {25, u"text"_s},
        {26, u"oid"_s},
        {28, u"xid"_s},
        {29, u"cid"_s},
        {114, u"json"_s},
        {199, u"json[]"_s},
        {700, u"real"_s},
        {701, u"double precision"_s},
        {790, u"money"_s},
        {1000, u"boolean[]"_s},
        {1005, u"smallint[]"_s},
        {1007, u"integer[]"_s},
        {1009, u"text[]"_s},
        {1014, u"character[]"_s},
        {1015, u"character varying[]"_s},
        {1016, u"bigint[]"_s},
        {1021, u"real[]"_s},
        {1022, u"double precision[]"_s},
        {1028, u"oid[]"_s},
        {1042, u"character"_s},
        {1043, u"character varying"_s},
        {1082, u"date"_s},
        {1114, u"timestamp without time zone"_s},
        {1115, u"timestamp without time zone[]"_s},
        {1182, u"date[]"_s},
        {1184, u"timestamp with time zone"_s},
        {1185, u"timestamp with time zone[]"_s},
        {1231, u"numeric[]"_s},
        {1700, u"numeric"_s},
        {2950, u"uuid"_s},
        {2951, u"uuid[]"_s},
        {3802, u"jsonb"_s},
        {3807, u"jsonb[]"_s},
        {5069, u"xid8"_s},
    };
    return types.value(type);
}

std::vector<Column> columnsOf(const std::vector<pg::Field> &fields)
{
    std::vector<Column> columns;
    columns.reserve(fields.size());
    for (const auto &field : fields)
        columns.push_back({.name = field.name, .type = builtInType(field.type)});
    return columns;
}

} // namespace squall::transfer
