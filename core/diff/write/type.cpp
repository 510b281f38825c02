#include "core/diff/write/type.h"

#include "core/base/quote.h"
#include "core/diff/write/clauses.h"
#include "core/diff/write/rights.h"

namespace squall::diff {

using namespace catalog;
using namespace Qt::StringLiterals;

namespace {

QStringList withNotes(const QString &create, const QString &word, const Object &type,
                      const QString &databaseOwner)
{
    const QString name = quote(type.schema, type.name);
    return QStringList{create} + ownerOf(word + name, type.owner, databaseOwner) +
           commentOn(word + name, type.comment) + rightsOn(u"TYPE "_s + name, type.privileges);
}

QString domainConstraint(const Constraint &constraint)
{
    const QString named = u"CONSTRAINT "_s + quote(constraint.name);
    if (constraint.type == Constraint::Type::NotNull)
        return named + u" NOT NULL"_s;
    return named + u" CHECK ("_s + constraint.expression + u')' +
           (constraint.validated ? QString() : u" NOT VALID"_s);
}

} // namespace

QStringList createEnum(const Enum &type, const QString &databaseOwner)
{
    QStringList labels;
    for (const auto &label : type.labels)
        labels << quoteLiteral(label);
    const QString body = labels.isEmpty() ? u"()"_s : u"(\n    "_s + labels.join(u",\n    "_s) + u"\n)"_s;
    return withNotes(u"CREATE TYPE "_s + quote(type.schema, type.name) + u" AS ENUM "_s + body, u"TYPE "_s,
                     type, databaseOwner);
}

QStringList createDomain(const Domain &type, const QString &databaseOwner)
{
    const QString name = quote(type.schema, type.name);
    QString create = u"CREATE DOMAIN "_s + name + u" AS "_s + type.baseType;
    if (!type.collation.isEmpty())
        create += u" COLLATE "_s + type.collation;
    if (type.defaultSql)
        create += u" DEFAULT "_s + *type.defaultSql;
    bool namedNotNull = false;
    QStringList late;
    for (const auto &constraint : type.constraints) {
        namedNotNull = namedNotNull || constraint.type == Constraint::Type::NotNull;
        if (constraint.validated)
            create += u"\n    "_s + domainConstraint(constraint);
        else
            late << u"ALTER DOMAIN "_s + name + u" ADD "_s + domainConstraint(constraint);
    }
    if (type.notNull && !namedNotNull)
        create += u" NOT NULL"_s;

    QStringList statements = withNotes(create, u"DOMAIN "_s, type, databaseOwner) + late;
    for (const auto &constraint : type.constraints) {
        statements += commentOn(u"CONSTRAINT "_s + quote(constraint.name) + u" ON DOMAIN "_s + name,
                                constraint.comment);
    }
    return statements;
}

QStringList createComposite(const Composite &type, const QString &databaseOwner)
{
    const QString name = quote(type.schema, type.name);
    QStringList lines;
    for (const auto &attribute : type.attributes) {
        lines << quote(attribute.name) + u' ' + attribute.type +
                     (attribute.collation.isEmpty() ? QString() : u" COLLATE "_s + attribute.collation);
    }
    const QString body = lines.isEmpty() ? u"()"_s : u"(\n    "_s + lines.join(u",\n    "_s) + u"\n)"_s;
    QStringList statements =
        withNotes(u"CREATE TYPE "_s + name + u" AS "_s + body, u"TYPE "_s, type, databaseOwner);
    for (const auto &attribute : type.attributes)
        statements += commentOn(u"COLUMN "_s + name + u'.' + quote(attribute.name), attribute.comment);
    return statements;
}

QStringList createRange(const Range &type, const QString &databaseOwner)
{
    QStringList lines = {u"SUBTYPE = "_s + type.subtype};
    if (!type.multirange.isEmpty())
        lines << u"MULTIRANGE_TYPE_NAME = "_s + quoted(type.multirange);
    if (!type.operatorClass.isEmpty())
        lines << u"SUBTYPE_OPCLASS = "_s + type.operatorClass;
    if (!type.collation.isEmpty())
        lines << u"COLLATION = "_s + type.collation;
    if (!type.canonicalFunction.isEmpty())
        lines << u"CANONICAL = "_s + type.canonicalFunction;
    if (!type.differenceFunction.isEmpty())
        lines << u"SUBTYPE_DIFF = "_s + type.differenceFunction;
    return withNotes(u"CREATE TYPE "_s + quote(type.schema, type.name) + u" AS RANGE (\n    "_s +
                         lines.join(u",\n    "_s) + u"\n)"_s,
                     u"TYPE "_s, type, databaseOwner);
}

} // namespace squall::diff
