#include "core/sql/scope/scope.h"

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

/// Gives columns the names that an alias lists; what it does not list keeps its own.
void rename(std::vector<ScopeColumn> &columns, const QStringList &names)
{
    for (size_t i = 0; i < columns.size() && i < static_cast<size_t>(names.size()); ++i)
        columns[i].name = names[static_cast<qsizetype>(i)];
}

/// The columns that `TABLE(a integer, b text)` or OUT arguments name.
std::vector<ScopeColumn> declaredColumns(const QStringList &parts)
{
    std::vector<ScopeColumn> columns;
    for (const auto &part : parts) {
        const auto space = part.indexOf(u' ');
        columns.push_back({.name = part.left(space), .type = space < 0 ? QString() : part.mid(space + 1)});
    }
    return columns;
}

} // namespace

const ScopeColumn *ScopeSource::find(const QString &column) const
{
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const auto &each) { return each.name == column; });
    return found == columns.end() ? nullptr : &*found;
}

std::vector<ScopeSource> Scope::visibleAt(const Operand &operand, size_t visible)
{
    std::vector<ScopeSource> result;
    size_t depth = 0;
    const auto *level = &operand;
    while (level) {
        const auto &own = sources(*level);
        for (size_t i = 0; i < own.size() && i < visible; ++i) {
            result.push_back(own[i]);
            result.back().depth = depth;
        }
        visible = level->query->visible;
        level = level->query->outer;
        ++depth;
    }
    return result;
}

const std::vector<ScopeSource> &Scope::sources(const Operand &operand)
{
    const auto known = m_sources.find(&operand);
    if (known != m_sources.end())
        return known->second;
    std::vector<ScopeSource> found;
    if (!m_underway.contains(&operand)) {
        m_underway.insert(&operand);
        for (const auto &source : operand.sources)
            found.push_back(resolve(source, operand.query));
        m_underway.remove(&operand);
    }
    return m_sources[&operand] = std::move(found);
}

std::vector<const CommonTable *> Scope::tables(const Query *query) const
{
    std::vector<const CommonTable *> found;
    auto visible = everySource;
    while (query) {
        for (size_t i = 0; i < query->tables.size() && i < visible; ++i)
            found.push_back(&query->tables[i]);
        visible = query->visibleTables;
        query = query->outerQuery;
    }
    return found;
}

std::vector<ScopeColumn> Scope::columns(const CommonTable &table)
{
    std::vector<ScopeColumn> found;
    if (table.query)
        found = columns(*table.query);
    while (found.size() < static_cast<size_t>(table.columns.size()))
        found.push_back({});
    rename(found, table.columns);
    return found;
}

std::vector<ScopeColumn> Scope::relationColumns(const Relation &relation) const
{
    std::vector<ScopeColumn> found;
    for (const auto &column : *relation.columns)
        found.push_back({column.name, column.type, &column, &relation});
    return found;
}

ScopeSource Scope::resolve(const Source &source, const Query *query)
{
    ScopeSource found{.name = source.alias, .source = &source};
    if (found.name.isEmpty() && !source.path.isEmpty())
        found.name = source.path.back();
    if (source.type == Source::Type::Subquery) {
        if (source.query)
            found.columns = columns(*source.query);
    } else if (source.type == Source::Type::Function) {
        found.columns = functionColumns(source, found.name);
    } else {
        const auto known = source.path.size() == 1 ? tables(query) : std::vector<const CommonTable *>();
        const auto table = std::find_if(known.begin(), known.end(), [&](const CommonTable *each) {
            return each->name == source.path.front();
        });
        if (table != known.end()) {
            found.table = *table;
            found.columns = columns(**table);
        } else if ((found.relation = m_catalog.relation(source.path))) {
            found.columns = relationColumns(*found.relation);
        }
    }
    if (source.type != Source::Type::Function)
        rename(found.columns, source.columns);
    return found;
}

std::vector<ScopeColumn> Scope::functionColumns(const Source &source, const QString &name)
{
    std::vector<ScopeColumn> found;
    const auto named = static_cast<size_t>(source.columns.size());
    const auto overloads = m_catalog.routines(source.path.back());
    const auto *routine = overloads.empty() ? nullptr : &overloads.front();
    const auto result = routine ? QString(routine->result).remove(u"SETOF "_s) : QString();
    QStringList outs;
    if (routine) {
        for (const auto &argument : argumentsOf(routine->arguments)) {
            if (argument.startsWith(u"OUT "_s))
                outs << argument.mid(4);
        }
    }
    if (result.startsWith(u"TABLE("_s)) {
        found = declaredColumns(argumentsOf(result.mid(6, result.size() - 7)));
    } else if (!outs.isEmpty()) {
        found = declaredColumns(outs);
    } else if (const auto *relation = m_catalog.relation(result.split(u'.'))) {
        found = relationColumns(*relation);
    } else if (const auto *composite = m_catalog.compositeOf(result)) {
        for (const auto &attribute : composite->attributes)
            found.push_back({attribute.name, attribute.type});
    } else if (!result.isEmpty() && result != u"record") {
        found.push_back({name, result});
    }
    while (found.size() < named)
        found.push_back({});
    for (size_t i = 0; i < named; ++i) {
        const auto at = static_cast<qsizetype>(i);
        const auto type = source.types.value(at);
        found[i].name = source.columns[at];
        if (!type.isEmpty())
            found[i].type = type;
    }
    return found;
}

const std::vector<ScopeColumn> &Scope::columns(const Query &query)
{
    const auto known = m_columns.find(&query);
    if (known != m_columns.end())
        return known->second;
    // A recursive table that begins with itself has no columns.
    if (m_underway.contains(&query))
        return m_columns[&query];
    m_underway.insert(&query);
    auto found = compute(query);
    m_underway.remove(&query);
    return m_columns[&query] = std::move(found);
}

std::vector<ScopeColumn> Scope::compute(const Query &query)
{
    if (query.operands.empty())
        return {};
    const auto &first = *query.operands.front();
    std::vector<ScopeColumn> found;
    switch (first.type) {
    case Operand::Type::Nested:
        if (first.nested)
            found = columns(*first.nested);
        break;
    case Operand::Type::Table: {
        const auto &read = sources(first);
        if (!read.empty())
            found = read.front().columns;
        break;
    }
    case Operand::Type::Values:
        if (m_outline.is(first.range.first + 1, u"(")) {
            const auto open = first.range.first + 1;
            auto start = open + 1;
            for (auto i = start; i <= m_outline.at(open).end; i = m_outline.after(i)) {
                if (i != m_outline.at(open).end && !m_outline.is(i, u","))
                    continue;
                found.push_back({.name = u"column"_s + QString::number(found.size() + 1),
                                 .type = typeOf({start, i}, {})});
                start = i + 1;
            }
        }
        break;
    default:
        for (const auto &item : first.items) {
            for (auto &column : outputs(first, item))
                found.push_back(std::move(column));
        }
    }
    return found;
}

const ScopeColumn *Scope::find(const QStringList &path, const std::vector<ScopeSource> &sources) const
{
    if (path.isEmpty())
        return nullptr;
    for (const auto &source : sources) {
        if (path.size() > 1 && source.name != path[path.size() - 2])
            continue;
        if (const auto *column = source.find(path.back()))
            return column;
    }
    return nullptr;
}

} // namespace squall::sql
