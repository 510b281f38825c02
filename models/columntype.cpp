#include "models/columntype.h"

#include "core/base/typemodifier.h"
#include "core/catalog/written.h"

#include <QHash>

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

using Cut = ColumnType::Cut;
using Form = ColumnType::Form;

constexpr int domainDepth = 32;

const QHash<QString, ColumnType> &builtinTypes()
{
    static const QHash<QString, ColumnType> types = [] {
        QHash<QString, ColumnType> all;
        const auto add = [&all](const QStringList &names, ColumnType type) {
            for (const auto &name : names)
                all.insert(name, type);
        };
        add({u"smallint"_s, u"integer"_s, u"bigint"_s, u"numeric"_s, u"real"_s, u"double precision"_s,
             u"money"_s, u"oid"_s},
            {TypeKind::Number});
        add({u"text"_s, u"character varying"_s}, {TypeKind::Text, Cut::Text});
        // Casting these to text would change them: blanks at the end go, a network mask comes.
        add({u"character"_s, u"\"char\""_s, u"name"_s}, {TypeKind::Text});
        add({u"boolean"_s}, {TypeKind::Boolean});
        add({u"date"_s, u"time without time zone"_s, u"time with time zone"_s,
             u"timestamp without time zone"_s, u"timestamp with time zone"_s, u"interval"_s},
            {TypeKind::Time});
        add({u"uuid"_s}, {TypeKind::Uuid});
        add({u"json"_s}, {TypeKind::Json, Cut::AsText, false});
        add({u"jsonb"_s}, {TypeKind::Json, Cut::AsText});
        add({u"bytea"_s}, {TypeKind::Bytea, Cut::Bytes});
        add({u"xml"_s}, {TypeKind::Other, Cut::Printed, false}); // a cast keeps the declaration
        add({u"tsvector"_s}, {TypeKind::Other, Cut::AsText, true, Form::TextSearch});
        add({u"int4range"_s, u"int8range"_s, u"numrange"_s, u"tsrange"_s, u"tstzrange"_s, u"daterange"_s},
            {TypeKind::Other, Cut::Never, true, Form::Range});
        add({u"int4multirange"_s, u"int8multirange"_s, u"nummultirange"_s, u"tsmultirange"_s,
             u"tstzmultirange"_s, u"datemultirange"_s},
            {TypeKind::Other, Cut::AsText, true, Form::Multirange});
        add({u"tsquery"_s, u"bit varying"_s}, {TypeKind::Other, Cut::AsText});
        add({u"polygon"_s, u"path"_s}, {TypeKind::Other, Cut::AsText, false});
        add({u"point"_s, u"line"_s, u"lseg"_s, u"box"_s, u"circle"_s, u"aclitem"_s, u"xid"_s, u"cid"_s},
            {TypeKind::Other, Cut::Never, false});
        return all;
    }();
    return types;
}

bool isMultirange(const catalog::Snapshot &snapshot, const QString &type)
{
    return std::any_of(snapshot.ranges.begin(), snapshot.ranges.end(), [&](const catalog::Range &range) {
        return !range.multirange.isEmpty() && catalog::isWritten(range.multirange, type);
    });
}

ColumnType resolve(const catalog::Snapshot &snapshot, const QString &type, int depth)
{
    if (type.endsWith(u"[]"))
        return {TypeKind::Array, Cut::AsText};
    const auto bare = splitModifier(type).name;
    if (const auto builtin = builtinTypes().constFind(bare); builtin != builtinTypes().cend())
        return *builtin;
    if (catalog::findWritten(snapshot.enums, type))
        return {TypeKind::Enum};
    if (catalog::findWritten(snapshot.composites, type))
        return {TypeKind::Other, Cut::AsText};
    if (catalog::findWritten(snapshot.ranges, type))
        return {TypeKind::Other, Cut::Never, true, Form::Range};
    if (isMultirange(snapshot, type))
        return {TypeKind::Other, Cut::AsText, true, Form::Multirange};
    if (const auto *domain = catalog::findWritten(snapshot.domains, type); domain && depth < domainDepth)
        return resolve(snapshot, domain->baseType, depth + 1);
    if (bare.endsWith(u".citext"))
        return {TypeKind::Text, Cut::AsText};
    if (bare.endsWith(u".geometry") || bare.endsWith(u".geography") || bare.endsWith(u".hstore"))
        return {TypeKind::Other, Cut::AsText};
    return {};
}

} // namespace

ColumnType columnType(const catalog::Snapshot &snapshot, const QString &type)
{
    return resolve(snapshot, type, 0);
}

QString comparableType(const QString &type)
{
    if (type.endsWith(u"[]"))
        return comparableType(type.chopped(2)) + u"[]"_s;
    const auto bare = splitModifier(type).name;
    // Written plainly these two mean one character and one bit.
    if (bare == u"character")
        return u"pg_catalog.bpchar"_s;
    if (bare == u"bit")
        return u"pg_catalog.bit"_s;
    return bare.startsWith(u"interval") ? u"interval"_s : bare;
}

} // namespace squall::models
