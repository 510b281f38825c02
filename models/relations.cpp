#include "models/relations.h"

#include "core/catalog/lookup.h"

#include <QHash>

#include <algorithm>
#include <iterator>

namespace squall::models {

using namespace Qt::StringLiterals;
using catalog::Constraint;

namespace {

Relation relationOf(const catalog::Table &table, const Constraint &key)
{
    const auto lookup = catalog::lookupBy(table, key.columns);
    return {.name = key.name,
            .from = idOf(table),
            .columns = key.columns,
            .to = {Kind::Table, key.referencedTable.schema, key.referencedTable.name},
            .toColumns = key.referencedColumns,
            .toOne = lookup.unique,
            .indexed = lookup.indexed};
}

bool isText(const catalog::Column &column)
{
    return column.type == u"text" || column.type == u"name" || column.type.startsWith(u"character") ||
           column.type.endsWith(u"citext");
}

/// How likely people call a row by this; -1 when they do not.
int labelRank(const QString &name)
{
    static const QStringList usual{u"name"_s,         u"title"_s,      u"label"_s,   u"full_name"_s,
                                   u"display_name"_s, u"username"_s,   u"email"_s,   u"slug"_s,
                                   u"code"_s,         u"first_name"_s, u"subject"_s, u"headline"_s,
                                   u"description"_s};
    // `planTitle` is `plan_title`.
    QString snake;
    for (const auto letter : name) {
        if (letter.isUpper() && !snake.isEmpty() && !snake.endsWith(u'_'))
            snake += u'_';
        snake += letter.toLower();
    }
    if (const auto exact = usual.indexOf(snake); exact >= 0)
        return static_cast<int>(exact);
    for (qsizetype i = 0; i < usual.size(); ++i) {
        if (snake.endsWith(u'_' + usual[i]))
            return static_cast<int>(usual.size() + i);
    }
    return -1;
}

} // namespace

bool joinSame(const Relation &one, const Relation &other)
{
    if (one.from != other.from || one.to != other.to || one.columns.size() != other.columns.size())
        return false;
    if (one.columns == other.columns)
        return one.toColumns == other.toColumns;
    for (qsizetype at = 0; at < one.columns.size(); ++at) {
        const auto there = other.columns.indexOf(one.columns[at]);
        if (there < 0 || one.toColumns.value(at) != other.toColumns.value(there))
            return false;
    }
    return true;
}

Relations::Relations(const catalog::Snapshot &snapshot)
{
    for (const auto &table : snapshot.tables) {
        for (const auto &constraint : table.constraints) {
            // A partition's are its parent's.
            if (constraint.type == Constraint::Type::ForeignKey && !constraint.inheritedForeignKey &&
                !constraint.period)
                m_all.push_back(relationOf(table, constraint));
        }
    }
}

void Relations::add(const std::vector<Relation> &declared)
{
    QHash<ObjectId, std::vector<size_t>> known;
    for (size_t at = 0; at < m_all.size(); ++at)
        known[m_all[at].from].push_back(at);
    for (const auto &relation : declared) {
        const auto &there = known[relation.from];
        if (std::none_of(there.begin(), there.end(),
                         [&](size_t at) { return joinSame(m_all[at], relation); }))
            m_all.push_back(relation);
    }
}

std::vector<Relation> Relations::from(const ObjectId &table) const
{
    std::vector<Relation> found;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(found), [&](const Relation &relation) {
        return relation.from.schema == table.schema && relation.from.name == table.name;
    });
    return found;
}

std::vector<Relation> Relations::to(const ObjectId &table) const
{
    std::vector<Relation> found;
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(found), [&](const Relation &relation) {
        return relation.to.schema == table.schema && relation.to.name == table.name;
    });
    return found;
}

std::optional<Relation> Relations::follow(const ObjectId &table, const QString &column) const
{
    return followed(from(table), column);
}

std::optional<Relation> followed(const std::vector<Relation> &relations, const QString &column)
{
    std::optional<Relation> best;
    for (const auto &relation : relations) {
        if (relation.columns.contains(column) && (!best || relation.columns.size() < best->columns.size()))
            best = relation;
    }
    return best;
}

QString labelColumn(const catalog::Snapshot &snapshot, const ObjectId &id)
{
    const auto *table = catalog::findTable(snapshot, {id.schema, id.name});
    if (!table)
        return {};
    QString best;
    int bestRank = -1;
    for (const auto &column : table->columns) {
        const int rank = isText(column) ? labelRank(column.name) : -1;
        if (rank >= 0 && (bestRank < 0 || rank < bestRank)) {
            best = column.name;
            bestRank = rank;
        }
    }
    return best;
}

} // namespace squall::models
