#include "core/edit/rowcondition.h"

#include "core/base/quote.h"
#include "core/catalog/written.h"
#include "core/edit/typename.h"

namespace squall::edit {

using namespace Qt::StringLiterals;

namespace {

/// Types whose `=` holds for exactly one text.
bool isExact(const TypeName &type)
{
    static const QStringList exact{u"smallint"_s, u"integer"_s, u"bigint"_s, u"oid"_s,
                                   u"boolean"_s,  u"uuid"_s,    u"bytea"_s,  u"date"_s};
    return !type.array && exact.contains(type.name);
}

bool isText(const TypeName &type)
{
    return !type.array && (type.name == u"text" || type.name == u"character varying");
}

/// An extension's types are compared by its own operator, which the search path need not lead to.
QString equals(const catalog::Snapshot &snapshot, const TypeName &type)
{
    const auto dot = type.name.startsWith(u'"') ? type.name.indexOf(u"\".") + 1 : type.name.indexOf(u'.');
    if (dot <= 0 || type.array)
        return u"="_s;
    const auto isOurs = [&](const auto &object) { return catalog::isWritten(object, type.name); };
    const auto among = [&](const auto &objects) {
        return std::any_of(objects.begin(), objects.end(), isOurs);
    };
    const bool known = among(snapshot.enums) || among(snapshot.composites) || among(snapshot.ranges) ||
                       among(snapshot.tables) || among(snapshot.definitions);
    return known ? u"="_s : u"operator(%1.=)"_s.arg(type.name.left(dot));
}

} // namespace

QString Parameters::add(const QString &column, const Query::Parameter &value)
{
    values.push_back(value);
    columns << column;
    return u'$' + QString::number(values.size());
}

QString shown(const QString &column)
{
    return u"t."_s + quote(column);
}

QString isRow(const Target &target, const RowIdentity &row, Parameters &parameters)
{
    QStringList conditions;
    for (const auto &[name, value] : row.parts) {
        const auto *column = target.column(name);
        const auto type = column            ? baseType(*target.snapshot, column->type)
                          : name == u"ctid" ? TypeName{u"tid"_s}
                                            : TypeName{u"oid"_s};
        const auto comparison = equals(*target.snapshot, type);
        conditions << shown(name) + u' ' + comparison + u' ' + parameters.add(name, value) + u"::"_s +
                          type.plain();
    }
    return conditions.join(u" and ");
}

QString isStill(const Target &target, const QString &column, const Query::Parameter &original,
                Parameters &parameters)
{
    const auto *found = target.column(column);
    const auto type = found ? baseType(*target.snapshot, found->type) : TypeName{};
    const bool composite = maybeComposite(*target.snapshot, type);
    if (!original)
        return shown(column) + (composite ? u" is not distinct from null"_s : u" is null"_s);
    const auto parameter = parameters.add(column, original);
    if (isExact(type))
        return shown(column) + u" = "_s + parameter + u"::"_s + type.plain();
    if (isText(type))
        return shown(column) + u" collate \"C\" = "_s + parameter;
    // A cast to text is not what the server sends: it drops blanks and says `true`. This is, except for NULL.
    return u"pg_catalog.concat(%1) collate \"C\" = %2 and %1 %3"_s.arg(
        shown(column), parameter, composite ? u"is distinct from null"_s : u"is not null"_s);
}

} // namespace squall::edit
