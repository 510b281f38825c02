#include "core/sql/completioncatalog.h"

#include "core/base/quote.h"
#include "core/catalog/written.h"
#include "core/sql/builtin.h"

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

const QString systemSchema = u"pg_catalog"_s;

/// The types that SQL has words for, most used first.
constexpr QStringView plainTypes[] = {
    u"text",        u"integer",   u"bigint",    u"boolean",
    u"timestamptz", u"timestamp", u"date",      u"numeric",
    u"uuid",        u"jsonb",     u"json",      u"smallint",
    u"varchar",     u"char",      u"real",      u"double precision",
    u"time",        u"timetz",    u"interval",  u"bytea",
    u"serial",      u"bigserial", u"inet",      u"cidr",
    u"macaddr",     u"xml",       u"money",     u"point",
    u"tsvector",    u"tsquery",   u"int4range", u"int8range",
    u"numrange",    u"tsrange",   u"tstzrange", u"daterange",
    u"oid",         u"regclass",  u"regtype",   u"regproc",
    u"name",        u"bit",       u"varbit",    u"box",
    u"circle",      u"polygon",   u"path",      u"line",
    u"lseg",        u"macaddr8",  u"pg_lsn",    u"smallserial",
};

QList<QStringView> linesOf(const QString &text)
{
    return QStringView(text).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

CompletionCatalog::CompletionCatalog(catalog::SnapshotPtr snapshot, QStringList searchPath)
    : m_snapshot(std::move(snapshot))
    , m_searchPath(std::move(searchPath))
{
    for (const auto &schema : m_snapshot->schemas)
        m_schemas << schema.name;
    m_schemas << systemSchema << u"information_schema"_s;
    m_schemas.removeDuplicates();
    addRelations();
    addSystemRelations(builtin::relations);
    addSystemRelations(builtin::information);
    addLinks();
    addRoutines();
    addSystemRoutines();
    std::stable_sort(m_routines.begin(), m_routines.end(),
                     [](const Routine &a, const Routine &b) { return a.name < b.name; });
    addTypes();
    m_settings = QString::fromLatin1(builtin::settings).split(u'\n', Qt::SkipEmptyParts);
}

CompletionCatalog::~CompletionCatalog() = default;

/// The server looks into pg_catalog before anything else.
QString CompletionCatalog::written(const QString &schema, const QString &name) const
{
    const auto leadsThere = [&] {
        for (const auto &each : m_searchPath) {
            if (each == schema)
                return true;
            if (m_bySchema.value(each).contains(name))
                return false;
        }
        return false;
    };
    const bool hidden = schema != systemSchema && m_bySchema.value(systemSchema).contains(name);
    const bool found = schema == systemSchema || (!hidden && leadsThere());
    return found ? quote(name) : quote(schema, name);
}

void CompletionCatalog::addRelation(Relation relation, const QString &schema, const QString &name)
{
    relation.id.schema = schema;
    relation.id.name = name;
    m_relations.push_back(std::move(relation));
    m_bySchema[schema].insert(name, &m_relations.back());
}

/// In the order in which people look for names.
void CompletionCatalog::addRelations()
{
    QSet<QString> names;
    std::vector<Relation> relations;
    for (const auto &table : m_snapshot->tables) {
        relations.push_back(
            {.id = idOf(table), .columns = &table.columns, .table = &table, .comment = table.comment});
        for (const auto &column : table.columns)
            names.insert(column.name);
    }
    for (const auto &view : m_snapshot->views)
        relations.push_back({.id = idOf(view), .columns = &view.columns, .comment = view.comment});
    std::sort(relations.begin(), relations.end(), [](const Relation &a, const Relation &b) {
        const auto order = a.id.name.compare(b.id.name, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    for (auto &relation : relations) {
        const auto id = relation.id;
        addRelation(std::move(relation), id.schema, id.name);
    }
    m_columnNames = QStringList(names.begin(), names.end());
    m_columnNames.sort();
}

void CompletionCatalog::addSystemRelations(const char *list)
{
    const auto text = QString::fromLatin1(list);
    for (const auto line : linesOf(text)) {
        const auto parts = line.split(u'|');
        auto &columns = m_systemColumns.emplace_back();
        for (const auto column : parts[3].split(u';')) {
            const auto trimmed = column.trimmed();
            const auto space = trimmed.indexOf(u' ');
            columns.push_back(
                {.name = trimmed.left(space).toString(), .type = trimmed.mid(space + 1).toString()});
        }
        addRelation(
            {.id = {parts[2] == u"r" ? Kind::Table : Kind::View}, .columns = &columns, .system = true},
            parts[0].toString(), parts[1].toString());
    }
}

void CompletionCatalog::addLinks()
{
    for (auto &relation : m_relations)
        relation.text = written(relation.id.schema, relation.id.name);
    for (const auto &relation : m_relations) {
        if (!relation.table)
            continue;
        for (const auto &constraint : relation.table->constraints) {
            if (constraint.type != catalog::Constraint::Type::ForeignKey)
                continue;
            const auto *to =
                this->relation({constraint.referencedTable.schema, constraint.referencedTable.name});
            if (!to)
                continue;
            const Link link{&relation, constraint.columns, to, constraint.referencedColumns};
            m_links[&relation].push_back(link);
            if (to != &relation)
                m_links[to].push_back(link);
        }
    }
}

void CompletionCatalog::addRoutines()
{
    for (const auto &function : m_snapshot->functions) {
        const bool visible = m_searchPath.contains(function.schema);
        m_routines.push_back(
            {.id = idOf(function),
             .name = function.name,
             .text = visible ? quote(function.name) : quote(function.schema, function.name),
             .arguments = function.arguments.isEmpty() ? function.identityArguments : function.arguments,
             .result = function.result,
             .type = function.type,
             .returnsRows = function.result.startsWith(u"SETOF"_s) || function.result.startsWith(u"TABLE("_s),
             .called = function.result != u"trigger" && function.result != u"event_trigger",
             .comment = function.comment});
    }
}

void CompletionCatalog::addSystemRoutines()
{
    using Type = Routine::Type;
    const auto text = QString::fromLatin1(builtin::functions);
    for (const auto line : linesOf(text)) {
        const auto parts = line.split(u'|');
        const auto kind = parts[1].front();
        const auto type = kind == u'a' ? Type::Aggregate : kind == u'w' ? Type::Window : Type::Function;
        const bool rows = parts[3].startsWith(u'*');
        const auto name = parts[0].toString();
        m_routines.push_back({.id = {type == Type::Aggregate ? Kind::Aggregate : Kind::Function, systemSchema,
                                     name + u'(' + parts[2].toString() + u')'},
                              .name = name,
                              .text = name,
                              .arguments = parts[2].toString(),
                              .result = parts[3].mid(rows ? 1 : 0).toString(),
                              .type = type,
                              .system = true,
                              .returnsRows = rows});
    }
}

void CompletionCatalog::addType(const catalog::Object &type, const ObjectId &id, const QString &note)
{
    const bool visible = m_searchPath.contains(type.schema);
    m_types.push_back({id, visible ? quote(type.name) : quote(type.schema, type.name), note});
}

void CompletionCatalog::addTypes()
{
    for (const auto &type : m_snapshot->enums) {
        addType(type, idOf(type), type.labels.join(u", "_s));
        m_enums.insert(quote(type.schema, type.name), &type);
        m_enums.insert(m_types.back().text, &type);
    }
    for (const auto &type : m_snapshot->domains)
        addType(type, idOf(type), type.baseType);
    for (const auto &type : m_snapshot->composites) {
        addType(type, idOf(type), {});
        m_composites.insert(quote(type.schema, type.name), &type);
        m_composites.insert(m_types.back().text, &type);
    }
    for (const auto &type : m_snapshot->ranges)
        addType(type, idOf(type), type.subtype);
    for (const auto name : plainTypes)
        m_types.push_back({{Kind::BaseType, systemSchema, name.toString()}, name.toString()});
}

const Relation *CompletionCatalog::relation(const QStringList &path) const
{
    if (path.isEmpty())
        return nullptr;
    const auto in = [&](const QString &schema) { return m_bySchema.value(schema).value(path.back()); };
    if (path.size() > 1)
        return in(path[path.size() - 2]);
    if (const auto *found = in(systemSchema))
        return found;
    for (const auto &schema : m_searchPath) {
        if (const auto *found = in(schema))
            return found;
    }
    return nullptr;
}

const std::vector<Link> &CompletionCatalog::links(const Relation &relation) const
{
    const auto found = m_links.constFind(&relation);
    return found == m_links.constEnd() ? m_noLinks : *found;
}

std::span<const Routine> CompletionCatalog::routines(const QString &name) const
{
    const auto [first, last] = std::equal_range(
        m_routines.begin(), m_routines.end(), Routine{.id = {}, .name = name, .text = {}, .arguments = {}},
        [](const Routine &a, const Routine &b) { return a.name < b.name; });
    return {first, last};
}

const catalog::Enum *CompletionCatalog::enumOf(const QString &type) const
{
    if (const auto *found = m_enums.value(type))
        return found;
    const auto *domain = catalog::findWritten(m_snapshot->domains, type);
    return domain ? m_enums.value(domain->baseType) : nullptr;
}

const catalog::Composite *CompletionCatalog::compositeOf(const QString &type) const
{
    return m_composites.value(type);
}

} // namespace squall::sql
