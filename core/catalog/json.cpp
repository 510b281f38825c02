#include "core/catalog/json.h"

#include "core/base/jsonwriter.h"
#include "core/catalog/words.h"

namespace squall::catalog {

namespace {

/// One object in the making; every `put` leaves out what says nothing.
class Fields
{
public:
    explicit Fields(JsonWriter &writer)
        : m_writer(writer)
    {
        m_writer.beginObject();
    }
    ~Fields() { m_writer.endObject(); }
    Fields(const Fields &) = delete;
    Fields &operator=(const Fields &) = delete;

    void put(const char *name, const QString &text)
    {
        if (text.isEmpty())
            return;
        m_writer.key(name);
        m_writer.value(text);
    }
    void put(const char *name, bool truth, bool usual = false)
    {
        if (truth == usual)
            return;
        m_writer.key(name);
        m_writer.value(truth);
    }
    void number(const char *name, qint64 value)
    {
        m_writer.key(name);
        m_writer.value(value);
    }
    void put(const char *name, const std::optional<int> &value)
    {
        if (value)
            number(name, *value);
    }
    void put(const char *name, const std::optional<QString> &value)
    {
        if (value) {
            m_writer.key(name);
            m_writer.value(*value);
        }
    }
    void put(const char *name, const QStringList &list)
    {
        if (list.isEmpty())
            return;
        m_writer.key(name);
        m_writer.beginArray();
        for (const auto &item : list)
            m_writer.value(item);
        m_writer.endArray();
    }
    void put(const char *name, const QualifiedName &value)
    {
        if (value.isEmpty())
            return;
        m_writer.key(name);
        Fields fields(m_writer);
        fields.put("schema", value.schema);
        fields.put("name", value.name);
    }
    template<typename List, typename Write>
    void list(const char *name, const List &items, Write write)
    {
        if (items.empty())
            return;
        m_writer.key(name);
        m_writer.beginArray();
        for (const auto &item : items) {
            Fields fields(m_writer);
            write(fields, item);
        }
        m_writer.endArray();
    }
    template<typename Write>
    void object(const char *name, Write write)
    {
        m_writer.key(name);
        Fields fields(m_writer);
        write(fields);
    }

private:
    JsonWriter &m_writer;
};

void writePrivilege(Fields &fields, const Privilege &privilege)
{
    fields.put("role", privilege.grantee.isEmpty() ? QStringLiteral("PUBLIC") : privilege.grantee);
    fields.put("right", privilege.right);
    fields.put("grantable", privilege.grantable);
    fields.put("grantor", privilege.grantor);
}

void writePrivileges(Fields &fields, const Privileges &privileges)
{
    fields.list("granted", privileges.granted, writePrivilege);
    fields.list("revoked", privileges.revoked, writePrivilege);
}

void writeObject(Fields &fields, const Object &object)
{
    fields.put("schema", object.schema);
    fields.put("name", object.name);
    fields.put("owner", object.owner);
    fields.put("comment", object.comment);
    writePrivileges(fields, object.privileges);
}

void writeSequenceOptions(Fields &fields, const SequenceOptions &options)
{
    fields.put("type", options.type);
    fields.number("start", options.start);
    fields.number("increment", options.increment);
    fields.number("minimum", options.minimum);
    fields.number("maximum", options.maximum);
    fields.number("cache", options.cache);
    fields.put("cycle", options.cycle);
}

void writeColumn(Fields &fields, const Column &column)
{
    fields.put("name", column.name);
    fields.put("type", column.type);
    fields.put("collation", column.collation);
    fields.put("notNull", column.notNull);
    fields.put(column.generated == Column::Generated::No ? "default" : "expression", column.defaultSql);
    fields.put("generated", word(column.generated));
    if (column.identity) {
        fields.object("identity", [&](Fields &inner) {
            inner.put("always", column.identity->always, true);
            inner.put("sequence", column.identity->sequence);
            writeSequenceOptions(inner, column.identity->options);
            inner.put("unlogged", column.identity->unlogged);
            inner.put("comment", column.identity->comment);
            writePrivileges(inner, column.identity->privileges);
        });
    }
    fields.put("storage", column.storage);
    fields.put("compression", column.compression);
    fields.put("statisticsTarget", column.statisticsTarget);
    fields.put("options", column.options);
    fields.put("foreignOptions", column.foreignOptions);
    fields.put("local", column.local, true);
    if (column.inheritedFrom > 0)
        fields.number("inheritedFrom", column.inheritedFrom);
    fields.put("comment", column.comment);
    writePrivileges(fields, column.rights());
}

void writeConstraint(Fields &fields, const Constraint &constraint)
{
    fields.put("name", constraint.name);
    fields.put("type", word(constraint.type));
    fields.put("columns", constraint.columns);
    fields.put("expression", constraint.expression);
    fields.put("definition", constraint.definition);
    if (constraint.type == Constraint::Type::ForeignKey) {
        fields.put("references", constraint.referencedTable);
        fields.put("referencedColumns", constraint.referencedColumns);
        fields.put("match", word(constraint.match));
        fields.put("onUpdate", word(constraint.onUpdate));
        fields.put("onDelete", word(constraint.onDelete));
        fields.put("onDeleteColumns", constraint.onDeleteColumns);
        fields.put("inherited", constraint.inheritedForeignKey);
    }
    fields.put("deferrable", constraint.deferrable);
    fields.put("initiallyDeferred", constraint.initiallyDeferred);
    fields.put("validated", constraint.validated, true);
    fields.put("enforced", constraint.enforced, true);
    fields.put("noInherit", constraint.noInherit);
    fields.put("local", constraint.local, true);
    if (constraint.inheritedFrom > 0)
        fields.number("inheritedFrom", constraint.inheritedFrom);
    fields.put("period", constraint.period);
    fields.put("comment", constraint.comment);
}

void writeIndexKey(Fields &fields, const IndexKey &key)
{
    fields.put("column", key.column);
    fields.put("expression", key.expression);
    fields.put("collation", key.collation);
    fields.put("operatorClass", key.operatorClass);
    fields.put("operatorClassOptions", key.operatorClassOptions);
    fields.put("descending", key.descending);
    fields.put("nullsFirst", key.nullsFirst);
    fields.put("statisticsTarget", key.statisticsTarget);
}

void writeIndex(Fields &fields, const Index &index)
{
    fields.put("name", index.name);
    fields.put("method", index.method);
    fields.put("unique", index.unique);
    fields.put("nullsNotDistinct", index.nullsNotDistinct);
    fields.list("keys", index.keys, writeIndexKey);
    fields.put("include", index.include);
    fields.put("predicate", index.predicate);
    fields.put("options", index.options);
    fields.put("tablespace", index.tablespace);
    fields.put("valid", index.valid, true);
    fields.put("ready", index.ready, true);
    fields.put("live", index.live, true);
    fields.put("building", *index.building);
    fields.put("clustered", index.clustered);
    fields.put("replicaIdentity", index.replicaIdentity);
    fields.put("constraint", index.constraint);
    fields.put("parent", index.parent);
    fields.put("comment", index.comment);
}

void writeTrigger(Fields &fields, const Trigger &trigger)
{
    fields.put("name", trigger.name);
    fields.put("definition", trigger.definition);
    fields.put("firing", word(trigger.firing));
    fields.put("constraint", trigger.constraint);
    fields.put("inherited", trigger.inherited);
    fields.put("comment", trigger.comment);
}

void writeRule(Fields &fields, const Rule &rule)
{
    fields.put("name", rule.name);
    fields.put("definition", rule.definition);
    fields.put("firing", word(rule.firing));
    fields.put("comment", rule.comment);
}

void writePolicy(Fields &fields, const Policy &policy)
{
    fields.put("name", policy.name);
    fields.put("command", word(policy.command));
    fields.put("permissive", policy.permissive, true);
    fields.put("roles", policy.roles);
    fields.put("using", policy.usingSql);
    fields.put("check", policy.checkSql);
    fields.put("comment", policy.comment);
}

void writeSize(Fields &fields, const Size &size)
{
    if (size.rows >= 0)
        fields.number("estimatedRows", size.rows);
    fields.number("bytes", size.bytes);
}

void writeTable(Fields &fields, const Table &table)
{
    writeObject(fields, table);
    fields.put("foreign", table.foreign);
    fields.put("unlogged", table.persistence == Persistence::Unlogged);
    fields.put("accessMethod", table.accessMethod);
    fields.put("tablespace", table.tablespace);
    fields.put("options", table.options);
    fields.put("replicaIdentity", word(table.replicaIdentity));
    fields.put("rowSecurity", table.rowSecurity);
    fields.put("forceRowSecurity", table.forceRowSecurity);
    fields.list("inherits", table.inherits, [](Fields &inner, const QualifiedName &parent) {
        inner.put("schema", parent.schema);
        inner.put("name", parent.name);
    });
    fields.put("ofType", table.ofType);
    fields.put("partitionKey", table.partitionKey);
    fields.put("partitionOf", table.partitionOf);
    fields.put("partitionBound", table.partitionBound);
    fields.put("detachPending", table.detachPending);
    fields.put("server", table.server);
    fields.put("foreignOptions", table.foreignOptions);
    fields.list("columns", table.columns, writeColumn);
    fields.list("constraints", table.constraints, writeConstraint);
    fields.list("indexes", table.indexes, writeIndex);
    fields.list("triggers", table.triggers, writeTrigger);
    fields.list("rules", table.rules, writeRule);
    fields.list("policies", table.policies, writePolicy);
    writeSize(fields, *table.size);
}

void writeView(Fields &fields, const View &view)
{
    writeObject(fields, view);
    fields.put("materialized", view.materialized);
    fields.put("populated", view.materialized && *view.populated);
    fields.put("options", view.options);
    fields.put("accessMethod", view.accessMethod);
    fields.put("tablespace", view.tablespace);
    fields.list("columns", view.columns, writeColumn);
    fields.put("definition", view.definition);
    fields.list("indexes", view.indexes, writeIndex);
    fields.list("triggers", view.triggers, writeTrigger);
    fields.list("rules", view.rules, writeRule);
    if (view.materialized)
        writeSize(fields, *view.size);
}

void writeSequence(Fields &fields, const Sequence &sequence)
{
    writeObject(fields, sequence);
    writeSequenceOptions(fields, sequence.options);
    fields.put("unlogged", sequence.unlogged);
    fields.put("ownerTable", sequence.ownerTable);
    fields.put("ownerColumn", sequence.ownerColumn);
}

void writeTypes(Fields &fields, const Snapshot &snapshot)
{
    fields.list("enums", snapshot.enums, [](Fields &inner, const Enum &type) {
        writeObject(inner, type);
        inner.put("labels", type.labels);
    });
    fields.list("domains", snapshot.domains, [](Fields &inner, const Domain &type) {
        writeObject(inner, type);
        inner.put("baseType", type.baseType);
        inner.put("collation", type.collation);
        inner.put("default", type.defaultSql);
        inner.put("notNull", type.notNull);
        inner.list("constraints", type.constraints, writeConstraint);
    });
    fields.list("composites", snapshot.composites, [](Fields &inner, const Composite &type) {
        writeObject(inner, type);
        inner.list("attributes", type.attributes, writeColumn);
    });
    fields.list("ranges", snapshot.ranges, [](Fields &inner, const Range &type) {
        writeObject(inner, type);
        inner.put("subtype", type.subtype);
        inner.put("operatorClass", type.operatorClass);
        inner.put("collation", type.collation);
        inner.put("canonicalFunction", type.canonicalFunction);
        inner.put("differenceFunction", type.differenceFunction);
        inner.put("multirange", type.multirange);
    });
}

void writeRole(Fields &fields, const Role &role)
{
    fields.put("name", role.name);
    fields.put("superuser", role.superuser);
    fields.put("inherit", role.inherit, true);
    fields.put("createRole", role.createRole);
    fields.put("createDatabase", role.createDatabase);
    fields.put("canLogin", role.canLogin);
    fields.put("replication", role.replication);
    fields.put("bypassRowSecurity", role.bypassRowSecurity);
    if (role.connectionLimit >= 0)
        fields.number("connectionLimit", role.connectionLimit);
    fields.put("validUntil", role.validUntil);
    fields.put("configuration", role.configuration);
    fields.list("memberOf", role.memberOf, [](Fields &inner, const Membership &membership) {
        inner.put("role", membership.role);
        inner.put("grantor", membership.grantor);
        inner.put("admin", membership.admin);
        inner.put("inherit", membership.inherit, true);
        inner.put("set", membership.set, true);
    });
    fields.put("comment", role.comment);
}

void writeDatabase(Fields &fields, const Database &database)
{
    writeObject(fields, database);
    fields.number("serverVersion", database.serverVersion);
    fields.put("serverVersionText", database.serverVersionText);
    fields.put("encoding", database.encoding);
    fields.put("collate", database.collate);
    fields.put("ctype", database.ctype);
    fields.put("configuration", database.configuration);
    fields.put("user", database.user);
}

void writeOthers(Fields &fields, const Snapshot &snapshot)
{
    fields.list("functions", snapshot.functions, [](Fields &inner, const Function &function) {
        writeObject(inner, function);
        inner.put("type", word(function.type));
        inner.put("identityArguments", function.identityArguments);
        inner.put("arguments", function.arguments);
        inner.put("result", function.result);
        inner.put("language", function.language);
        inner.put("definition", function.definition);
    });
    fields.list("others", snapshot.definitions, [](Fields &inner, const Definition &definition) {
        inner.put("kind", word(definition.kind));
        writeObject(inner, definition);
        inner.put("qualifier", definition.qualifier);
        inner.put("statements", definition.statements);
    });
    fields.list("defaultPrivileges", snapshot.defaultPrivileges,
                [](Fields &inner, const DefaultPrivileges &item) {
                    inner.put("role", item.role);
                    inner.put("schema", item.schema);
                    inner.put("objectType", item.objectType);
                    writePrivileges(inner, item.privileges);
                });
    fields.list("roles", snapshot.roles, writeRole);
    fields.list("unmodeled", snapshot.unmodeled, [](Fields &inner, const Unmodeled &item) {
        inner.put("what", item.what);
        inner.put("object", item.id.text());
    });
}

} // namespace

void writeJson(const Snapshot &snapshot, JsonWriter &writer)
{
    Fields fields(writer);
    fields.number("formatVersion", 1);
    fields.object("database", [&](Fields &inner) { writeDatabase(inner, *snapshot.database); });
    fields.list("schemas", snapshot.schemas,
                [](Fields &inner, const Schema &schema) { writeObject(inner, schema); });
    fields.list("extensions", snapshot.extensions, [](Fields &inner, const Extension &extension) {
        writeObject(inner, extension);
        inner.put("inSchema", extension.inSchema);
        inner.put("version", extension.version);
    });
    writeTypes(fields, snapshot);
    fields.list("sequences", snapshot.sequences, writeSequence);
    fields.list("tables", snapshot.tables, writeTable);
    fields.list("views", snapshot.views, writeView);
    writeOthers(fields, snapshot);
}

} // namespace squall::catalog
