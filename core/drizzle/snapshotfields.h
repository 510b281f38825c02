#pragma once

#include "core/drizzle/snapshot.h"

/// What the objects of a snapshot are made of, once for reading and writing: `fields` gets every member with
/// its value, in the order in which drizzle-kit writes what it made from a schema.
///
/// `copied` is the order in which it writes what it has read before (`generate --custom`, `up`); empty when
/// that is the same.
namespace squall::drizzle {

using Order = std::vector<const char *>;

template<typename Fields>
void describeNumbers(Fields &fields, Sequence &sequence)
{
    fields.member("increment", sequence.increment);
    fields.member("startWith", sequence.startWith);
    fields.member("minValue", sequence.minValue);
    fields.member("maxValue", sequence.maxValue);
    fields.member("cache", sequence.cache);
    fields.member("cycle", sequence.cycle);
}

template<typename Fields>
void describe(Fields &fields, Sequence &sequence)
{
    fields.member("name", sequence.name);
    fields.member("schema", sequence.schema);
    describeNumbers(fields, sequence);
}

inline Order copied(const Sequence *)
{
    return {"name", "increment", "minValue", "maxValue", "startWith", "cache", "cycle", "schema"};
}

template<typename Fields>
void describe(Fields &fields, Identity &identity)
{
    fields.oneOf("type", identity.type, {u"always", u"byDefault"});
    fields.member("name", identity.sequence.name);
    fields.member("schema", identity.sequence.schema);
    describeNumbers(fields, identity.sequence);
}

inline Order copied(const Identity *)
{
    return {"name", "increment", "minValue", "maxValue", "startWith", "cache", "cycle", "schema", "type"};
}

template<typename Fields>
void describe(Fields &fields, Generated &generated)
{
    fields.member("as", generated.as);
    fields.oneOf("type", generated.type, {u"stored"});
}

inline Order copied(const Generated *)
{
    return {"type", "as"};
}

template<typename Fields>
void describe(Fields &fields, Column &column)
{
    fields.member("name", column.name);
    fields.member("type", column.type);
    fields.member("typeSchema", column.typeSchema);
    fields.member("primaryKey", column.primaryKey);
    fields.member("notNull", column.notNull);
    fields.member("generated", column.generated);
    fields.member("identity", column.identity);
    fields.member("default", column.defaultValue);
    fields.member("isUnique", column.isUnique);
    fields.member("uniqueName", column.uniqueName);
    fields.member("nullsNotDistinct", column.nullsNotDistinct);
}

inline Order copied(const Column *)
{
    return {"name",     "type",       "typeSchema",       "primaryKey", "notNull", "default",
            "isUnique", "uniqueName", "nullsNotDistinct", "generated",  "identity"};
}

template<typename Fields>
void describe(Fields &fields, IndexColumn &column)
{
    fields.ignoresOthers();
    fields.member("expression", column.expression);
    // Expressions and columns are made in two places, each with its order.
    if (column.isExpression && fields.isWriting()) {
        fields.member("asc", column.asc);
        fields.member("isExpression", column.isExpression);
    } else {
        fields.member("isExpression", column.isExpression);
        fields.member("asc", column.asc);
    }
    fields.member("nulls", column.nulls);
    fields.member("opclass", column.opclass);
}

inline Order copied(const IndexColumn *)
{
    return {"expression", "isExpression", "asc", "nulls", "opclass"};
}

template<typename Fields>
void describe(Fields &fields, Index &index)
{
    fields.member("name", index.name);
    fields.member("columns", index.columns);
    fields.member("isUnique", index.isUnique);
    fields.member("where", index.where);
    fields.orUnchanged("concurrently", index.concurrently);
    fields.orUnchanged("method", index.method);
    fields.member("with", index.with);
}

inline Order copied(const Index *)
{
    return {"name", "columns", "isUnique", "with", "method", "where", "concurrently"};
}

template<typename Fields>
void describe(Fields &fields, ForeignKey &key)
{
    fields.member("name", key.name);
    fields.member("tableFrom", key.tableFrom);
    fields.member("tableTo", key.tableTo);
    fields.member("schemaTo", key.schemaTo);
    fields.member("columnsFrom", key.columnsFrom);
    fields.member("columnsTo", key.columnsTo);
    fields.member("onDelete", key.onDelete);
    fields.member("onUpdate", key.onUpdate);
}

inline Order copied(const ForeignKey *)
{
    return {"name", "tableFrom", "columnsFrom", "tableTo", "schemaTo", "columnsTo", "onUpdate", "onDelete"};
}

template<typename Fields>
void describe(Fields &fields, CompositeKey &key)
{
    fields.member("name", key.name);
    fields.member("columns", key.columns);
}

inline Order copied(const CompositeKey *)
{
    return {};
}

template<typename Fields>
void describe(Fields &fields, Unique &unique)
{
    fields.member("name", unique.name);
    fields.member("nullsNotDistinct", unique.nullsNotDistinct);
    fields.member("columns", unique.columns);
}

inline Order copied(const Unique *)
{
    return {"name", "columns", "nullsNotDistinct"};
}

template<typename Fields>
void describe(Fields &fields, Check &check)
{
    fields.member("name", check.name);
    fields.member("value", check.value);
}

inline Order copied(const Check *)
{
    return {};
}

template<typename Fields>
void describe(Fields &fields, Policy &policy)
{
    fields.member("name", policy.name);
    fields.oneOf("as", policy.as, {u"PERMISSIVE", u"RESTRICTIVE"});
    fields.oneOf("for", policy.forCommand, {u"ALL", u"SELECT", u"INSERT", u"UPDATE", u"DELETE"});
    fields.member("to", policy.to);
    fields.member("using", policy.usingClause);
    fields.member("withCheck", policy.withCheck);
    fields.member("on", policy.on);
    fields.member("schema", policy.schema);
}

inline Order copied(const Policy *)
{
    return {};
}

template<typename Fields>
void describe(Fields &fields, Table &table)
{
    fields.member("name", table.name);
    fields.member("schema", table.schema);
    fields.member("columns", table.columns);
    fields.member("indexes", table.indexes);
    fields.member("foreignKeys", table.foreignKeys);
    fields.member("compositePrimaryKeys", table.compositePrimaryKeys);
    fields.orUnchanged("uniqueConstraints", table.uniqueConstraints);
    fields.orUnchanged("policies", table.policies);
    fields.orUnchanged("checkConstraints", table.checkConstraints);
    fields.orUnchanged("isRLSEnabled", table.isRlsEnabled);
}

inline Order copied(const Table *)
{
    return {};
}

template<typename Fields>
void describe(Fields &fields, Enum &type)
{
    fields.member("name", type.name);
    fields.member("schema", type.schema);
    fields.member("values", type.values);
}

inline Order copied(const Enum *)
{
    return {};
}

template<typename Fields>
void describe(Fields &fields, Role &role)
{
    fields.member("name", role.name);
    fields.member("createDb", role.createDb);
    fields.member("createRole", role.createRole);
    fields.member("inherit", role.inherit);
}

inline Order copied(const Role *)
{
    return {};
}

/// In the order in which they are copied.
inline Order viewOptions()
{
    return {"checkOption",
            "securityBarrier",
            "securityInvoker",
            "fillfactor",
            "toastTupleTarget",
            "parallelWorkers",
            "autovacuumEnabled",
            "vacuumIndexCleanup",
            "vacuumTruncate",
            "autovacuumVacuumThreshold",
            "autovacuumVacuumScaleFactor",
            "autovacuumVacuumCostDelay",
            "autovacuumVacuumCostLimit",
            "autovacuumFreezeMinAge",
            "autovacuumFreezeMaxAge",
            "autovacuumFreezeTableAge",
            "autovacuumMultixactFreezeMinAge",
            "autovacuumMultixactFreezeMaxAge",
            "autovacuumMultixactFreezeTableAge",
            "logAutovacuumMinDuration",
            "userCatalogTable"};
}

template<typename Fields>
void describe(Fields &fields, View &view)
{
    fields.member("columns", view.columns);
    fields.member("definition", view.definition);
    fields.member("name", view.name);
    fields.member("schema", view.schema);
    fields.member("isExisting", view.isExisting);
    fields.member("with", view.with, viewOptions());
    fields.member("withNoData", view.withNoData);
    fields.member("materialized", view.materialized);
    fields.member("tablespace", view.tablespace);
    fields.member("using", view.usingMethod);
}

inline Order copied(const View *)
{
    return {"name", "schema",     "columns",    "definition", "materialized",
            "with", "isExisting", "withNoData", "using",      "tablespace"};
}

template<typename Fields>
void describe(Fields &fields, Renames &renames)
{
    fields.ignoresOthers();
    fields.member("columns", renames.columns);
    fields.member("schemas", renames.schemas);
    fields.member("tables", renames.tables);
}

inline Order copied(const Renames *)
{
    return {};
}

template<typename Fields>
void describe(Fields &fields, Snapshot &snapshot)
{
    fields.member("id", snapshot.id);
    fields.member("prevId", snapshot.prevId);
    fields.literal("version", u"7");
    fields.literal("dialect", u"postgresql");
    fields.member("tables", snapshot.tables);
    fields.member("enums", snapshot.enums);
    fields.member("schemas", snapshot.schemas);
    fields.orUnchanged("sequences", snapshot.sequences);
    fields.orUnchanged("roles", snapshot.roles);
    fields.orUnchanged("policies", snapshot.policies);
    fields.orUnchanged("views", snapshot.views);
    fields.member("_meta", snapshot.meta);
    fields.member("internal", snapshot.internal);
}

inline Order copied(const Snapshot *)
{
    return {"id",    "prevId",    "version", "dialect",  "tables", "enums",   "schemas",
            "views", "sequences", "roles",   "policies", "_meta",  "internal"};
}

} // namespace squall::drizzle
