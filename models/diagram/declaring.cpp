#include "models/diagram/declaring.h"

#include "core/base/shorttypename.h"
#include "core/diagram/languages.h"

#include <QCoreApplication>

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::RelationChoice)
};

QString columnsInWords(const ObjectId &table, const QStringList &columns)
{
    const auto names = columns.join(u", "_s);
    return diagram::shownName(table) + (columns.size() == 1 ? u'.' + names : u" ("_s + names + u')');
}

} // namespace

QString relationInWords(const DeclaredRelation &relation)
{
    return columnsInWords(relation.from, relation.columns) + u" → "_s +
           columnsInWords(relation.to, relation.toColumns);
}

RelationChoice::RelationChoice(const catalog::Snapshot &snapshot, std::vector<DeclaredRelation> declared)
    : m_diagram(diagram::diagramOf(snapshot))
    , m_declared(std::move(declared))
{
    diagram::declare(m_diagram, snapshot, m_declared);
}

std::vector<ObjectId> RelationChoice::tables() const
{
    std::vector<ObjectId> tables;
    for (const auto &entity : m_diagram.entities)
        tables.push_back(entity.id);
    return tables;
}

std::vector<RelationChoice::Column> RelationChoice::columns(const ObjectId &table) const
{
    std::vector<Column> columns;
    const int entity = diagram::entityOf(m_diagram, table);
    if (entity < 0)
        return columns;
    for (const auto &column : m_diagram.entities[static_cast<std::size_t>(entity)].columns)
        columns.push_back({column.name, shortTypeName(column.type)});
    return columns;
}

std::vector<DeclaredRelation> RelationChoice::proposals(const ObjectId &table, const ObjectId &other) const
{
    const int from = diagram::entityOf(m_diagram, table);
    const int to = other.name.isEmpty() ? -1 : diagram::entityOf(m_diagram, other);
    if (from < 0)
        return {};
    auto found = diagram::proposals(m_diagram, from, to);
    if (to == from)
        return found;
    auto back = to >= 0 ? diagram::proposals(m_diagram, to, from) : diagram::proposalsTo(m_diagram, from);
    std::move(back.begin(), back.end(), std::back_inserter(found));
    return found;
}

QString RelationChoice::typeOf(const ObjectId &table, const QString &column) const
{
    for (const auto &each : columns(table)) {
        if (each.name == column)
            return each.type;
    }
    return {};
}

QString RelationChoice::refusal(const DeclaredRelation &relation, const DeclaredRelation &but) const
{
    const bool isComplete = !relation.columns.isEmpty() && !relation.columns.contains(QString()) &&
                            !relation.toColumns.contains(QString()) &&
                            relation.columns.size() == relation.toColumns.size();
    if (!isComplete)
        return Text::tr("Choose a column on both sides.");
    if (relation.from == relation.to && relation.columns == relation.toColumns)
        return Text::tr("A column does not point to itself.");
    if (diagram::joinSame(relation, but))
        return {};
    const bool isDeclared = std::any_of(m_declared.begin(), m_declared.end(),
                                        [&](const auto &each) { return diagram::joinSame(each, relation); });
    if (isDeclared)
        return Text::tr("This relation is declared already.");
    const int from = diagram::entityOf(m_diagram, relation.from);
    const int to = diagram::entityOf(m_diagram, relation.to);
    for (const auto &reference : m_diagram.references) {
        if (reference.from != from || reference.to != to)
            continue;
        const auto names = [this](int entity, const std::vector<int> &columns) {
            QStringList all;
            for (const int column : columns)
                all << m_diagram.entities[static_cast<std::size_t>(entity)]
                           .columns[static_cast<std::size_t>(column)]
                           .name;
            return all;
        };
        if (names(from, reference.columns) == relation.columns &&
            names(to, reference.toColumns) == relation.toColumns)
            return Text::tr("A foreign key says so already: %1.").arg(reference.name);
    }
    return {};
}

QString RelationChoice::doubt(const DeclaredRelation &relation) const
{
    for (qsizetype i = 0; i < relation.columns.size() && i < relation.toColumns.size(); ++i) {
        const auto one = typeOf(relation.from, relation.columns[i]);
        const auto other = typeOf(relation.to, relation.toColumns[i]);
        if (one != other && !one.isEmpty() && !other.isEmpty())
            return Text::tr("%1 is %2, and %3 is %4.")
                .arg(relation.columns[i], one, relation.toColumns[i], other);
    }
    return {};
}

} // namespace squall::models
