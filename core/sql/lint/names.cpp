#include "core/sql/lint/names.h"

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

using Kind = NameMeaning::Kind;

bool isStatement(const Node &node)
{
    return node.isAny({u"SelectStmt", u"InsertStmt", u"UpdateStmt", u"DeleteStmt", u"MergeStmt"});
}

bool isSystemColumn(const QString &name)
{
    static const QSet<QString> names{u"ctid"_s, u"xmin"_s, u"xmax"_s, u"cmin"_s, u"cmax"_s, u"tableoid"_s};
    return names.contains(name);
}

void rename(KnownColumns &columns, const QStringList &names)
{
    for (size_t i = 0; i < static_cast<size_t>(names.size()); ++i) {
        if (i < columns.columns.size())
            columns.columns[i].name = names[static_cast<qsizetype>(i)];
        else if (!columns.complete)
            columns.columns.push_back({.name = names[static_cast<qsizetype>(i)]});
    }
}

/// The statement that another one explains, keeps or prepares.
const Node *queryIn(const Node &statement)
{
    if (isStatement(statement))
        return &statement;
    if (statement.isAny({u"ExplainStmt", u"CreateTableAsStmt", u"ViewStmt", u"DeclareCursorStmt",
                         u"PrepareStmt", u"CopyStmt"}))
        return statement.child(u"query");
    return nullptr;
}

} // namespace

const KnownColumn *KnownColumns::find(const QString &name) const
{
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const auto &each) { return each.name == name; });
    return found == columns.end() ? nullptr : &*found;
}

bool knowsAllRelations(const CompletionCatalog &catalog, const QString &schema)
{
    // What these bring are functions, types and operators.
    static const QSet<QString> withoutRelations{
        u"plpgsql"_s,       u"pgcrypto"_s,  u"uuid-ossp"_s,  u"citext"_s,        u"pg_trgm"_s,
        u"hstore"_s,        u"btree_gin"_s, u"btree_gist"_s, u"intarray"_s,      u"ltree"_s,
        u"unaccent"_s,      u"tablefunc"_s, u"cube"_s,       u"fuzzystrmatch"_s, u"isn"_s,
        u"earthdistance"_s, u"seg"_s,       u"vector"_s,     u"postgres_fdw"_s,  u"bloom"_s};
    const auto &extensions = catalog.snapshot().extensions;
    if (std::any_of(extensions.begin(), extensions.end(), [&](const catalog::Extension &each) {
            return !withoutRelations.contains(each.name) && (schema.isEmpty() || each.inSchema == schema);
        }))
        return false;
    const auto &schemas = catalog.snapshot().schemas;
    return schema.isEmpty() ||
           std::any_of(schemas.begin(), schemas.end(), [&](const auto &each) { return each.name == schema; });
}

Names::Names(const SyntaxTree &tree, const CompletionCatalog *catalog, const QSet<QString> &made)
    : m_catalog(catalog)
    , m_made(made)
{
    for (const auto *statement : tree.statements()) {
        if (const auto *query = queryIn(*statement))
            read(*query, nullptr, {});
    }
}

NameLevel &Names::newLevel(const Node &statement, const NameLevel *outer)
{
    auto &level = m_levels.emplace_back();
    level.statement = &statement;
    level.outer = outer;
    m_levelOf.insert(&statement, &level);
    return level;
}

const KnownColumns &Names::output(const Node &select) const
{
    static const KnownColumns none;
    const auto found = m_outputs.constFind(&select);
    return found == m_outputs.constEnd() ? none : *found;
}

KnownColumns Names::read(const Node &statement, const NameLevel *outer, const CommonTables &tables)
{
    auto found = readStatement(statement, outer, readWith(statement, outer, tables));
    m_outputs.insert(&statement, found);
    return found;
}

KnownColumns Names::readStatement(const Node &statement, const NameLevel *outer, const CommonTables &tables)
{
    if (statement.is(u"SelectStmt"))
        return statement.has(u"larg") ? readSetOperation(statement, outer, tables)
                                      : readSelect(statement, outer, tables);
    if (statement.is(u"InsertStmt"))
        return readInsert(statement, outer, tables);
    return readChange(statement, outer, tables);
}

Names::CommonTables Names::readWith(const Node &statement, const NameLevel *outer, CommonTables tables)
{
    const auto *with = statement.child(u"withClause");
    if (!with)
        return tables;
    for (const auto *table : with->list(u"ctes")) {
        const auto name = table->text(u"ctename");
        const auto names = table->names(u"aliascolnames");
        auto inside = tables;
        if (with->flag(u"recursive")) {
            inside.insert(name, {});
            rename(inside[name], names);
        }
        KnownColumns found;
        if (const auto *query = table->child(u"ctequery"))
            found = read(*query, outer, inside);
        rename(found, names);
        found.complete = found.complete && !table->has(u"search_clause") && !table->has(u"cycle_clause");
        tables.insert(name, found);
    }
    return tables;
}

KnownColumns Names::readSetOperation(const Node &select, const NameLevel *outer, const CommonTables &tables)
{
    auto found = read(*select.child(u"larg"), outer, tables);
    const auto other = read(*select.child(u"rarg"), outer, tables);
    for (size_t i = 0; i < found.columns.size(); ++i) {
        auto &column = found.columns[i];
        column.column = nullptr;
        column.relation = nullptr;
        if (i >= other.columns.size() || other.columns[i].nulls != column.nulls)
            column.nulls = KnownColumn::Nulls::Unknown;
        if (i >= other.columns.size() || other.columns[i].type != column.type)
            column.type.clear();
    }
    return found;
}

KnownColumns Names::readSelect(const Node &select, const NameLevel *outer, const CommonTables &tables)
{
    if (const auto rows = select.list(u"valuesLists"); !rows.empty()) {
        for (const auto *row : rows)
            readExpressions(*row, outer, tables);
        KnownColumns found{.complete = true};
        for (size_t i = 0; i < rows.front()->children().size(); ++i)
            found.columns.push_back({.name = u"column"_s + QString::number(i + 1)});
        return found;
    }
    auto &level = newLevel(select, outer);
    for (const auto *item : select.list(u"fromClause"))
        readFrom(*item, level, tables, false);
    for (const auto *item : select.list(u"targetList"))
        level.outputs << item->text(u"name");
    level.outputs.removeAll(QString());
    for (const auto *child : select.children()) {
        if (child->slot() != u"fromClause" && child->slot() != u"withClause")
            readExpressions(*child, &level, tables);
    }
    return outputs(select.list(u"targetList"), level);
}

KnownColumns Names::readInsert(const Node &insert, const NameLevel *outer, const CommonTables &tables)
{
    if (const auto *rows = insert.child(u"selectStmt"))
        read(*rows, outer, tables);
    auto &level = newLevel(insert, outer);
    level.sources.push_back(readRelation(*insert.child(u"relation"), {}));
    const auto *relation = level.sources.front().relation;
    for (const auto *column : insert.list(u"cols"))
        m_targets.push_back({column, relation});
    if (const auto *conflict = insert.child(u"onConflictClause")) {
        auto &inner = newLevel(*conflict, outer);
        inner.sources.push_back(level.sources.front());
        inner.sources.push_back(level.sources.front());
        inner.sources.back().name = u"excluded"_s;
        for (const auto *column : conflict->list(u"targetList"))
            m_targets.push_back({column, relation});
        // A bare name is the target's: what was not inserted has its own.
        for (const auto &column : inner.sources.front().columns.columns)
            inner.merged.insert(column.name);
        readExpressions(*conflict, &inner, tables);
    }
    for (const auto *item : insert.list(u"returningList"))
        readExpressions(*item, &level, tables);
    return outputs(insert.list(u"returningList"), level);
}

/// UPDATE, DELETE, MERGE.
KnownColumns Names::readChange(const Node &change, const NameLevel *outer, const CommonTables &tables)
{
    auto &level = newLevel(change, outer);
    const auto *target = change.child(u"relation");
    if (!target)
        return {};
    level.sources.push_back(readRelation(*target, {}));
    const auto *relation = level.sources.front().relation;
    for (const auto *slot : {u"fromClause", u"usingClause", u"sourceRelation"}) {
        for (const auto *item : change.list(slot))
            readFrom(*item, level, tables, false);
    }
    const auto assigned = [&](const Node &list) {
        for (const auto *column : list.list(u"targetList"))
            m_targets.push_back({column, relation});
    };
    assigned(change);
    for (const auto *when : change.list(u"mergeWhenClauses"))
        assigned(*when);
    for (const auto *child : change.children()) {
        if (!QStringList{u"relation"_s, u"fromClause"_s, u"usingClause"_s, u"sourceRelation"_s,
                         u"withClause"_s}
                 .contains(child->slot()))
            readExpressions(*child, &level, tables);
    }
    return outputs(change.list(u"returningList"), level);
}

void Names::readExpressions(const Node &node, const NameLevel *level, const CommonTables &tables)
{
    walk(node, [&](const Node &each) {
        if (isStatement(each)) {
            read(each, level, tables);
            return false;
        }
        if (each.is(u"ColumnRef")) {
            m_references.push_back(&each);
            m_levelOf.insert(&each, level);
        }
        return true;
    });
}

void Names::readFrom(const Node &item, NameLevel &level, const CommonTables &tables, bool optional)
{
    const auto *alias = item.child(u"alias");
    KnownSource source{.name = alias ? alias->text(u"aliasname") : QString(), .node = &item};
    if (item.is(u"JoinExpr"))
        return alias ? readAliasedJoin(item, level, tables, optional)
                     : readJoin(item, level, tables, optional);
    if (item.is(u"RangeVar")) {
        source = readRelation(item, tables);
        m_levelOf.insert(&item, &level);
    } else if (item.is(u"RangeTableSample") && item.has(u"relation")) {
        return readFrom(*item.child(u"relation"), level, tables, optional);
    } else if (item.is(u"RangeSubselect")) {
        source.dependent = item.flag(u"lateral");
        source.query = item.child(u"subquery");
        if (source.query)
            source.columns = read(*source.query, source.dependent ? &level : level.outer, tables);
        if (alias)
            rename(source.columns, alias->names(u"colnames"));
    } else {
        source.dependent = true;
        readExpressions(item, &level, tables);
        for (const auto *column : item.list(u"coldeflist")) {
            source.columns.columns.push_back({.name = column->text(u"colname")});
            source.columns.complete = !item.flag(u"ordinality");
        }
        if (source.name.isEmpty()) {
            walk(item, [&](const Node &each) {
                if (each.is(u"FuncCall") && source.name.isEmpty())
                    source.name = each.names(u"funcname").value(each.names(u"funcname").size() - 1);
                return source.name.isEmpty();
            });
        }
    }
    source.optional = optional;
    level.sources.push_back(std::move(source));
}

/// A join with an alias can be named by that alone from outside.
void Names::readAliasedJoin(const Node &join, NameLevel &level, const CommonTables &tables, bool optional)
{
    const auto *alias = join.child(u"alias");
    auto &inner = newLevel(join, level.outer);
    readJoin(join, inner, tables, false);
    KnownSource whole{.name = alias->text(u"aliasname"), .node = &join, .optional = optional};
    whole.columns.complete = !inner.natural && inner.merged.isEmpty();
    for (const auto &part : inner.sources) {
        whole.columns.complete = whole.columns.complete && part.columns.complete;
        for (auto column : part.columns.columns) {
            if (part.optional)
                column.nulls = KnownColumn::Nulls::Possible;
            whole.columns.columns.push_back(std::move(column));
        }
    }
    rename(whole.columns, alias->names(u"colnames"));
    level.sources.push_back(std::move(whole));
}

void Names::readJoin(const Node &join, NameLevel &level, const CommonTables &tables, bool optional)
{
    const auto type = join.text(u"jointype");
    if (const auto *left = join.child(u"larg"))
        readFrom(*left, level, tables, optional || type == u"JOIN_RIGHT" || type == u"JOIN_FULL");
    if (const auto *right = join.child(u"rarg"))
        readFrom(*right, level, tables, optional || type == u"JOIN_LEFT" || type == u"JOIN_FULL");
    level.natural = level.natural || join.flag(u"isNatural");
    for (const auto &name : join.names(u"usingClause"))
        level.merged.insert(name);
    if (const auto *condition = join.child(u"quals"))
        readExpressions(*condition, &level, tables);
}

const Relation *Names::relation(const Node &rangeVar) const
{
    if (!m_catalog)
        return nullptr;
    const auto name = rangeVar.text(u"relname");
    const auto schema = rangeVar.text(u"schemaname");
    if (m_made.contains(name))
        return nullptr;
    if (!schema.isEmpty())
        return m_catalog->relation({schema, name});
    return m_catalog->relation({name});
}

KnownSource Names::readRelation(const Node &rangeVar, const CommonTables &tables)
{
    const auto name = rangeVar.text(u"relname");
    const auto *alias = rangeVar.child(u"alias");
    KnownSource source{.name = alias ? alias->text(u"aliasname") : name, .node = &rangeVar};
    const auto common = tables.constFind(name);
    if (rangeVar.text(u"schemaname").isEmpty() && common != tables.constEnd()) {
        source.columns = *common;
    } else if ((source.relation = relation(rangeVar))) {
        for (const auto &column : *source.relation->columns) {
            using Nulls = KnownColumn::Nulls;
            const auto nulls = !source.relation->table ? Nulls::Unknown
                               : column.notNull        ? Nulls::Never
                                                       : Nulls::Possible;
            source.columns.columns.push_back({column.name, column.type, nulls, &column, source.relation});
        }
        // The lists of the server's own relations are those of one version.
        source.columns.complete = !source.relation->system;
    } else if (!mayBeRelation(rangeVar)) {
        m_unknownRelations.push_back(&rangeVar);
    }
    if (alias)
        rename(source.columns, alias->names(u"colnames"));
    return source;
}

bool Names::mayBeRelation(const Node &rangeVar) const
{
    const auto name = rangeVar.text(u"relname");
    const auto schema = rangeVar.text(u"schemaname");
    if (!m_catalog || m_made.contains(name) || schema.startsWith(u"pg_") || name.startsWith(u"pg_") ||
        schema == u"information_schema" || rangeVar.text(u"catalogname") != QString())
        return true;
    if (!knowsAllRelations(*m_catalog, schema))
        return true;
    const auto &sequences = m_catalog->snapshot().sequences;
    if (std::any_of(sequences.begin(), sequences.end(), [&](const auto &each) { return each.name == name; }))
        return true;
    // Without its schema it may stand in one that the search path leads to on that connection.
    const auto &relations = m_catalog->relations();
    return schema.isEmpty() && std::any_of(relations.begin(), relations.end(),
                                           [&](const Relation &each) { return each.id.name == name; });
}

NameMeaning Names::meaning(const Node &columnRef) const
{
    const auto *level = levelOf(columnRef);
    const auto path = columnRef.names(u"fields");
    if (!level || path.isEmpty() || path.back() == u"*" || path.size() > 2)
        return {};
    return path.size() == 1 ? bare(path.front(), *level) : qualified(path[0], path[1], *level);
}

NameMeaning Names::bare(const QString &name, const NameLevel &innermost) const
{
    for (const auto *level = &innermost; level; level = level->outer) {
        NameMeaning found{.level = level};
        int count = 0;
        bool sure = !level->sources.empty();
        for (const auto &source : level->sources) {
            if (source.name == name)
                return {.kind = Kind::Row, .level = level, .source = &source};
            sure = sure && source.columns.complete;
            const auto *column = source.columns.find(name);
            if (!column)
                continue;
            if (++count == 1) {
                found.source = &source;
                found.column = column;
            }
        }
        if (count == 0 && (level->outputs.contains(name) || isSystemColumn(name)))
            return {.kind = Kind::Row, .level = level};
        if (count > 0) {
            const bool merged = level->natural || level->merged.contains(name);
            found.kind = count == 1 || merged ? Kind::Column : Kind::Ambiguous;
            // In the select list's order a bare name is an output's before it is a column's.
            if (found.kind == Kind::Ambiguous && level->outputs.contains(name))
                found.kind = Kind::Row;
            return found;
        }
        if (!sure)
            return {};
    }
    return {.kind = Kind::UnknownColumn};
}

NameMeaning Names::qualified(const QString &name, const QString &column, const NameLevel &innermost) const
{
    bool known = true;
    for (const auto *level = &innermost; level; level = level->outer) {
        known = known && !level->sources.empty();
        const auto named = [&](const KnownSource &each) { return each.name == name; };
        const auto count = std::count_if(level->sources.begin(), level->sources.end(), named);
        if (count == 0)
            continue;
        if (count > 1)
            return {};
        const auto &source = *std::find_if(level->sources.begin(), level->sources.end(), named);
        if (const auto *found = source.columns.find(column))
            return {.kind = Kind::Column, .level = level, .source = &source, .column = found};
        // `t.f` may also call a function of a row.
        const bool call = !m_catalog || !m_catalog->routines(column).empty();
        if (!source.columns.complete || isSystemColumn(column) || call)
            return {.kind = Kind::Unsure, .level = level, .source = &source};
        return {.kind = Kind::UnknownColumn, .level = level, .source = &source};
    }
    const bool special = name == u"excluded" || name == u"old" || name == u"new";
    return {.kind = special || !known ? Kind::Unsure : Kind::UnknownSource};
}

} // namespace squall::sql
