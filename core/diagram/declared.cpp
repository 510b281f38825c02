#include "core/diagram/declared.h"

#include "core/catalog/lookup.h"

#include <algorithm>
#include <tuple>

namespace squall::diagram {

using namespace Qt::StringLiterals;

namespace {

/// Nothing when one of them is not there.
std::vector<int> columnsIn(const Entity &entity, const QStringList &names)
{
    std::vector<int> found;
    for (const auto &name : names) {
        const auto column = std::find_if(entity.columns.begin(), entity.columns.end(),
                                         [&](const Column &each) { return each.name == name; });
        if (column == entity.columns.end())
            return {};
        found.push_back(static_cast<int>(column - entity.columns.begin()));
    }
    return found;
}

QStringList namesOf(const Entity &entity, const std::vector<int> &columns)
{
    QStringList names;
    for (const int column : columns)
        names << entity.columns[static_cast<std::size_t>(column)].name;
    return names;
}

bool isKnown(const Diagram &diagram, const Reference &reference)
{
    return std::any_of(diagram.references.begin(), diagram.references.end(), [&](const Reference &each) {
        return each.from == reference.from && each.to == reference.to && each.columns == reference.columns &&
               each.toColumns == reference.toColumns;
    });
}

} // namespace

QString nameOf(const Declared &relation)
{
    return relation.columns.join(u", "_s) + u" → "_s + relation.toColumns.join(u", "_s);
}

bool joinSame(const Declared &one, const Declared &other)
{
    return one.from == other.from && one.columns == other.columns && one.to == other.to &&
           one.toColumns == other.toColumns;
}

void sort(std::vector<Declared> &relations)
{
    const auto order = [](const Declared &each) {
        return std::tie(each.from.schema, each.from.name, each.columns, each.to.schema, each.to.name,
                        each.toColumns);
    };
    std::sort(relations.begin(), relations.end(),
              [&](const Declared &one, const Declared &other) { return order(one) < order(other); });
}

void declare(Diagram &diagram, const catalog::Snapshot &snapshot, const std::vector<Declared> &relations)
{
    for (const auto &relation : relations) {
        Reference reference{.name = nameOf(relation),
                            .from = entityOf(diagram, relation.from),
                            .to = entityOf(diagram, relation.to),
                            .optional = relation.optional,
                            .single = relation.single,
                            .origin = Reference::Origin::Declared,
                            .source = relation.source};
        if (reference.from < 0 || reference.to < 0)
            continue;
        auto &from = diagram.entities[static_cast<std::size_t>(reference.from)];
        reference.columns = columnsIn(from, relation.columns);
        reference.toColumns =
            columnsIn(diagram.entities[static_cast<std::size_t>(reference.to)], relation.toColumns);
        if (reference.columns.empty() || reference.columns.size() != reference.toColumns.size() ||
            isKnown(diagram, reference))
            continue;
        for (const int column : reference.columns)
            from.columns[static_cast<std::size_t>(column)].declared = true;
        if (const auto *table = catalog::findTable(snapshot, {from.id.schema, from.id.name}))
            reference.indexed = catalog::lookupBy(*table, relation.columns).indexed;
        diagram.references.push_back(std::move(reference));
    }
}

namespace {

/// Without case and underscores, which people write in more than one way.
QString plain(const QString &name)
{
    return name.toLower().remove(u'_');
}

/// How one row of a table may be called: `customer` of `customers`.
QStringList singulars(const QString &table)
{
    const auto name = plain(table);
    QStringList forms{name};
    if (name.endsWith(u"ies"))
        forms << name.chopped(3) + u'y';
    if (name.endsWith(u"es"))
        forms << name.chopped(2);
    if (name.endsWith(u's'))
        forms << name.chopped(1);
    return forms;
}

/// Types that hold the same numbers are as one.
QString family(const QString &type)
{
    const bool isInteger = type == u"bigint" || type == u"integer" || type == u"smallint";
    return isInteger ? u"integer"_s : type.section(u'(', 0, 0);
}

class Proposer
{
public:
    explicit Proposer(const Diagram &diagram)
        : m_diagram(diagram)
    {
    }

    void propose(int from, int to, bool isAsked)
    {
        const auto &target = entity(to);
        std::vector<int> keys;
        for (int column = 0; column < static_cast<int>(target.columns.size()); ++column) {
            const auto &each = target.columns[static_cast<std::size_t>(column)];
            if (each.key)
                keys.push_back(column);
            else if (each.unique)
                proposeColumn(from, to, column, isAsked);
        }
        if (keys.size() == 1)
            proposeColumn(from, to, keys.front(), isAsked);
        else if (keys.size() > 1)
            proposeSeveral(from, to, keys);
    }

    std::vector<Declared> best()
    {
        std::stable_sort(m_found.begin(), m_found.end(),
                         [](const auto &one, const auto &other) { return one.first < other.first; });
        std::vector<Declared> relations;
        for (auto &each : m_found)
            relations.push_back(std::move(each.second));
        return relations;
    }

private:
    const Entity &entity(int at) const { return m_diagram.entities[static_cast<std::size_t>(at)]; }

    void proposeColumn(int from, int to, int key, bool isAsked)
    {
        const auto &target = entity(to);
        const auto &keyColumn = target.columns[static_cast<std::size_t>(key)];
        const auto keyName = plain(keyColumn.name);
        const auto forms = singulars(target.id.name);
        const auto &columns = entity(from).columns;
        for (int column = 0; column < static_cast<int>(columns.size()); ++column) {
            const auto &each = columns[static_cast<std::size_t>(column)];
            if (each.reference || (from == to && column == key))
                continue;
            const auto name = plain(each.name);
            const bool isNamed = std::any_of(forms.begin(), forms.end(), [&](const QString &form) {
                return name == form + keyName || name == form || name.endsWith(form + keyName);
            });
            const bool isSameName =
                keyColumn.key && name == keyName && keyName != u"id" && !each.key && from != to;
            const bool endsAlike = isAsked && keyColumn.key && name.endsWith(keyName) && name != keyName;
            if (!isNamed && !isSameName && !endsAlike)
                continue;
            const int type = each.type == keyColumn.type                   ? 0
                             : family(each.type) == family(keyColumn.type) ? 1
                                                                           : 4;
            if (type == 4 && !isNamed)
                continue;
            add(from, {column}, to, {key}, type + (isNamed ? 0 : 2));
        }
    }

    void proposeSeveral(int from, int to, const std::vector<int> &keys)
    {
        const auto columns = columnsIn(entity(from), namesOf(entity(to), keys));
        if (columns.empty() || from == to)
            return;
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const auto &one = entity(from).columns[static_cast<std::size_t>(columns[i])];
            if (one.type != entity(to).columns[static_cast<std::size_t>(keys[i])].type)
                return;
        }
        add(from, columns, to, keys, 0);
    }

    void add(int from, const std::vector<int> &columns, int to, const std::vector<int> &keys, int rank)
    {
        if (isKnown(m_diagram, {.name = {}, .from = from, .columns = columns, .to = to, .toColumns = keys}))
            return;
        const auto &first = entity(from).columns[static_cast<std::size_t>(columns.front())];
        m_found.emplace_back(rank, Declared{.from = entity(from).id,
                                            .columns = namesOf(entity(from), columns),
                                            .to = entity(to).id,
                                            .toColumns = namesOf(entity(to), keys),
                                            .optional = !first.notNull,
                                            .single = columns.size() == 1 && (first.unique || first.key)});
    }

    const Diagram &m_diagram;
    std::vector<std::pair<int, Declared>> m_found; ///< with how unlikely they are
};

} // namespace

std::vector<Declared> proposals(const Diagram &diagram, int from, int to)
{
    Proposer proposer(diagram);
    for (int each = 0; each < static_cast<int>(diagram.entities.size()); ++each) {
        if (to < 0 || each == to)
            proposer.propose(from, each, to >= 0);
    }
    return proposer.best();
}

std::vector<Declared> proposalsTo(const Diagram &diagram, int to)
{
    Proposer proposer(diagram);
    for (int each = 0; each < static_cast<int>(diagram.entities.size()); ++each) {
        if (each != to)
            proposer.propose(each, to, false);
    }
    return proposer.best();
}

} // namespace squall::diagram
