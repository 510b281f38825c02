#include "core/drizzle/entitysnapshot.h"

#include "core/base/jsonstring.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace squall::drizzle {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::drizzle::Snapshot)
};

QString text(const QJsonObject &entity, const QString &name)
{
    return entity[name].toString();
}

std::optional<QString> maybe(const QJsonObject &entity, const QString &name)
{
    const auto value = entity[name];
    if (value.isDouble())
        return QString::number(value.toInteger());
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

QStringList texts(const QJsonObject &entity, const QString &name)
{
    QStringList all;
    for (const auto &each : entity[name].toArray())
        all += each.toString();
    return all;
}

QString key(const QJsonObject &entity, const QString &name)
{
    return text(entity, u"schema"_s) + u'.' + text(entity, name);
}

Sequence sequenceOf(const QJsonObject &entity, const QString &name, const QString &increment,
                    const QString &cache)
{
    return {
        .name = name,
        .schema = text(entity, u"schema"_s),
        .increment = maybe(entity, increment),
        .startWith = maybe(entity, u"startWith"_s),
        .minValue = maybe(entity, u"minValue"_s),
        .maxValue = maybe(entity, u"maxValue"_s),
        .cache = maybe(entity, cache),
        .cycle = entity[u"cycle"_s].toBool(),
    };
}

Column columnOf(const QJsonObject &entity)
{
    Column column{
        .name = text(entity, u"name"_s),
        .type = text(entity, u"type"_s) + u"[]"_s.repeated(entity[u"dimensions"_s].toInt()),
        .typeSchema = maybe(entity, u"typeSchema"_s),
        .notNull = entity[u"notNull"_s].toBool(),
    };
    if (const auto generated = entity[u"generated"_s].toObject(); !generated.isEmpty())
        column.generated = {text(generated, u"as"_s), text(generated, u"type"_s)};
    if (const auto identity = entity[u"identity"_s].toObject(); !identity.isEmpty()) {
        auto sequence = sequenceOf(identity, text(identity, u"name"_s), u"increment"_s, u"cache"_s);
        sequence.schema = text(entity, u"schema"_s);
        column.identity = {text(identity, u"type"_s), std::move(sequence)};
    }
    if (const auto sql = maybe(entity, u"default"_s))
        column.defaultValue = Json{encodeJsonString(*sql)};
    return column;
}

Index indexOf(const QJsonObject &entity)
{
    Index index{
        .name = text(entity, u"name"_s),
        .isUnique = entity[u"isUnique"_s].toBool(),
        .where = maybe(entity, u"where"_s),
        .concurrently = entity[u"concurrently"_s].toBool(),
        .method = text(entity, u"method"_s),
        .with = Members<Json>(),
    };
    for (const auto &each : entity[u"columns"_s].toArray()) {
        const auto column = each.toObject();
        const auto opclass = column[u"opclass"_s];
        index.columns.push_back({
            .expression = text(column, u"value"_s),
            .isExpression = column[u"isExpression"_s].toBool(),
            .asc = column[u"asc"_s].toBool(),
            .nulls = column[u"nullsFirst"_s].toBool() ? u"first"_s : u"last"_s,
            .opclass =
                opclass.isObject() ? maybe(opclass.toObject(), u"name"_s) : maybe(column, u"opclass"_s),
        });
    }
    // `a=1, b=2`
    for (const auto &part : text(entity, u"with"_s).split(u',', Qt::SkipEmptyParts)) {
        const auto name = part.section(u'=', 0, 0).trimmed();
        index.with->set(name, Json{encodeJsonString(part.section(u'=', 1).trimmed())});
    }
    return index;
}

ForeignKey foreignKeyOf(const QJsonObject &entity)
{
    const auto schemaTo = text(entity, u"schemaTo"_s);
    return {
        .name = text(entity, u"name"_s),
        .tableFrom = text(entity, u"table"_s),
        .tableTo = text(entity, u"tableTo"_s),
        .schemaTo = schemaTo == u"public"_s ? std::nullopt : std::optional(schemaTo),
        .columnsFrom = texts(entity, u"columns"_s),
        .columnsTo = texts(entity, u"columnsTo"_s),
        .onDelete = text(entity, u"onDelete"_s).toLower(),
        .onUpdate = text(entity, u"onUpdate"_s).toLower(),
    };
}

Policy policyOf(const QJsonObject &entity)
{
    return {
        .name = text(entity, u"name"_s),
        .as = maybe(entity, u"as"_s),
        .forCommand = maybe(entity, u"for"_s),
        .to = texts(entity, u"roles"_s),
        .usingClause = maybe(entity, u"using"_s),
        .withCheck = maybe(entity, u"withCheck"_s),
    };
}

View viewOf(const QJsonObject &entity)
{
    return {
        .name = text(entity, u"name"_s),
        .schema = text(entity, u"schema"_s),
        .definition = maybe(entity, u"definition"_s),
        .materialized = entity[u"materialized"_s].toBool(),
        .tablespace = maybe(entity, u"tablespace"_s),
        .usingMethod = maybe(entity, u"using"_s),
    };
}

void addPrimaryKey(const QJsonObject &entity, Table &table)
{
    const auto columns = texts(entity, u"columns"_s);
    auto *const only = columns.size() == 1 ? table.columns.find(columns.first()) : nullptr;
    if (only)
        only->primaryKey = true;
    else
        table.compositePrimaryKeys.set(text(entity, u"name"_s), {text(entity, u"name"_s), columns});
}

/// What belongs to a table.
void addToTable(const QString &type, const QJsonObject &entity, Table &table)
{
    const auto name = text(entity, u"name"_s);
    if (type == u"columns"_s)
        table.columns.set(name, columnOf(entity));
    else if (type == u"indexes"_s)
        table.indexes.set(name, indexOf(entity));
    else if (type == u"fks"_s)
        table.foreignKeys.set(name, foreignKeyOf(entity));
    else if (type == u"pks"_s)
        addPrimaryKey(entity, table);
    else if (type == u"uniques"_s)
        table.uniqueConstraints.set(
            name, {name, entity[u"nullsNotDistinct"_s].toBool(), texts(entity, u"columns"_s)});
    else if (type == u"checks"_s)
        table.checkConstraints.set(name, {name, text(entity, u"value"_s)});
    else if (type == u"policies"_s)
        table.policies.set(name, policyOf(entity));
}

void add(const QString &type, const QJsonObject &entity, Snapshot &snapshot)
{
    const auto name = text(entity, u"name"_s);
    const auto id = key(entity, u"name"_s);
    if (type == u"schemas"_s) {
        snapshot.schemas.set(name, name);
    } else if (type == u"enums"_s) {
        snapshot.enums.set(id, {name, text(entity, u"schema"_s), texts(entity, u"values"_s)});
    } else if (type == u"sequences"_s) {
        snapshot.sequences.set(id, sequenceOf(entity, name, u"incrementBy"_s, u"cacheSize"_s));
    } else if (type == u"roles"_s) {
        const auto flag = [&](const QString &member) { return entity[member].toBool(); };
        snapshot.roles.set(name, {name, flag(u"createDb"_s), flag(u"createRole"_s), flag(u"inherit"_s)});
    } else if (type == u"views"_s) {
        snapshot.views.set(id, viewOf(entity));
    } else if (auto *const table = snapshot.tables.find(key(entity, u"table"_s))) {
        addToTable(type, entity, *table);
    }
}

Snapshot schemaOf(const QJsonArray &entities)
{
    Snapshot snapshot;
    // Tables first, and then, as it stands there, what belongs to them: primary keys follow columns.
    for (const auto &each : entities) {
        const auto entity = each.toObject();
        if (text(entity, u"entityType"_s) != u"tables"_s)
            continue;
        const auto schema = text(entity, u"schema"_s);
        snapshot.tables.set(key(entity, u"name"_s), {.name = text(entity, u"name"_s),
                                                     .schema = schema == u"public"_s ? QString() : schema,
                                                     .isRlsEnabled = entity[u"isRlsEnabled"_s].toBool()});
    }
    for (const auto &each : entities)
        add(text(each.toObject(), u"entityType"_s), each.toObject(), snapshot);
    return snapshot;
}

}

Result<EntitySnapshot> readEntitySnapshot(const QByteArray &text)
{
    QJsonParseError fault{};
    const auto object = QJsonDocument::fromJson(text, &fault).object();
    if (fault.error != QJsonParseError::NoError)
        return Error{Error::Code::Parse, fault.errorString()};
    EntitySnapshot snapshot{.version = object[u"version"_s].toString().toInt(),
                            .id = object[u"id"_s].toString(),
                            .parents = texts(object, u"prevIds"_s)};
    if (snapshot.version != 8 && snapshot.version != 9) {
        return Error{Error::Code::Unsupported,
                     Words::tr("It is of version %1; of drizzle 1.0 the versions 8 and 9 are read.")
                         .arg(object[u"version"_s].toVariant().toString())};
    }
    const auto dialect = object[u"dialect"_s].toString();
    if (dialect != u"postgres"_s && dialect != u"postgresql"_s)
        return Error{Error::Code::Unsupported, Words::tr("It is of a %1 database.").arg(dialect)};
    if (object[u"ddl"_s].isArray())
        snapshot.schema = schemaOf(object[u"ddl"_s].toArray());
    return snapshot;
}

} // namespace squall::drizzle
