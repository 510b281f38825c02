#include "core/catalog/assembly.h"

namespace squall::catalog {

namespace {

quint64 keyOf(Catalog catalog, Oid oid)
{
    return static_cast<quint64>(catalog) << 32 | oid;
}

} // namespace

bool Assembly::readObject(Row &row, Object &object) const
{
    object.name = row.text();
    const Oid schema = row.oid();
    object.owner = roles.value(row.oid());
    object.comment = row.text();
    object.privileges = row.privileges(object.owner);
    if (schema == 0)
        return true;
    object.schema = schemas.value(schema);
    return !object.schema.isEmpty();
}

void Assembly::add(Catalog catalog, Oid oid, const ObjectId &id)
{
    m_objects.insert(keyOf(catalog, oid), id);
}

std::optional<ObjectId> Assembly::find(Catalog catalog, Oid oid) const
{
    if (const auto member = m_members.constFind(keyOf(catalog, oid)); member != m_members.cend())
        return ObjectId{Kind::Extension, {}, *member};
    const auto known = m_objects.constFind(keyOf(catalog, oid));
    return known == m_objects.cend() ? std::nullopt : std::optional(*known);
}

void Assembly::addMember(Catalog catalog, Oid oid, const QString &extension)
{
    m_members.insert(keyOf(catalog, oid), extension);
}

bool Assembly::isMember(Catalog catalog, Oid oid) const
{
    return m_members.contains(keyOf(catalog, oid));
}

void Assembly::addTable(Oid oid, Table table, int columnSlots)
{
    add(Catalog::Relation, oid, idOf(table));
    m_relations.insert(oid, {Kind::Table, snapshot.tables.size()});
    table.columns.resize(static_cast<size_t>(columnSlots));
    snapshot.tables.push_back(std::move(table));
}

void Assembly::addView(Oid oid, View view, int columnSlots)
{
    add(Catalog::Relation, oid, idOf(view));
    m_relations.insert(oid, {Kind::View, snapshot.views.size()});
    view.columns.resize(static_cast<size_t>(columnSlots));
    snapshot.views.push_back(std::move(view));
}

void Assembly::addComposite(Oid relation, Composite type, int columnSlots)
{
    add(Catalog::Relation, relation, idOf(type));
    m_relations.insert(relation, {Kind::Composite, snapshot.composites.size()});
    type.attributes.resize(static_cast<size_t>(columnSlots));
    snapshot.composites.push_back(std::move(type));
}

void Assembly::addDomain(Oid oid, Domain domain)
{
    m_domains.insert(oid, snapshot.domains.size());
    snapshot.domains.push_back(std::move(domain));
}

const Assembly::Relation *Assembly::relation(Oid oid, Kind kind) const
{
    const auto found = m_relations.constFind(oid);
    return found != m_relations.cend() && found->kind == kind ? &*found : nullptr;
}

Table *Assembly::table(Oid oid)
{
    const auto *found = relation(oid, Kind::Table);
    return found ? &snapshot.tables[found->at] : nullptr;
}

View *Assembly::view(Oid oid)
{
    const auto *found = relation(oid, Kind::View);
    return found ? &snapshot.views[found->at] : nullptr;
}

Domain *Assembly::domain(Oid oid)
{
    const auto found = m_domains.constFind(oid);
    return found == m_domains.cend() ? nullptr : &snapshot.domains[*found];
}

std::vector<Column> *Assembly::columns(Oid oid)
{
    if (auto *ofTable = table(oid))
        return &ofTable->columns;
    if (auto *ofView = view(oid))
        return &ofView->columns;
    const auto *composite = relation(oid, Kind::Composite);
    return composite ? &snapshot.composites[composite->at].attributes : nullptr;
}

std::vector<Index> *Assembly::indexes(Oid oid)
{
    if (auto *ofTable = table(oid))
        return &ofTable->indexes;
    auto *ofView = view(oid);
    return ofView ? &ofView->indexes : nullptr;
}

std::vector<Trigger> *Assembly::triggers(Oid oid)
{
    if (auto *ofTable = table(oid))
        return &ofTable->triggers;
    auto *ofView = view(oid);
    return ofView ? &ofView->triggers : nullptr;
}

std::vector<Rule> *Assembly::rules(Oid oid)
{
    if (auto *ofTable = table(oid))
        return &ofTable->rules;
    auto *ofView = view(oid);
    return ofView ? &ofView->rules : nullptr;
}

QString Assembly::columnName(Oid relation, int number)
{
    const auto *list = columns(relation);
    return list && number > 0 && static_cast<size_t>(number) <= list->size()
               ? (*list)[size_t(number) - 1].name
               : QString();
}

QStringList Assembly::columnNames(Oid relation, const std::vector<Oid> &numbers)
{
    QStringList names;
    names.reserve(static_cast<qsizetype>(numbers.size()));
    for (const Oid number : numbers)
        names.append(columnName(relation, static_cast<int>(number)));
    return names;
}

QualifiedName Assembly::relationName(Oid oid) const
{
    const auto found = m_objects.constFind(keyOf(Catalog::Relation, oid));
    return found == m_objects.cend() ? QualifiedName{} : QualifiedName{found->schema, found->name};
}

QString Assembly::ownerOf(Oid oid)
{
    if (const auto *ofTable = table(oid))
        return ofTable->owner;
    const auto *ofView = view(oid);
    return ofView ? ofView->owner : QString();
}

void Assembly::setKeyType(Oid relation, size_t number, KeyType type)
{
    auto &keyTypes = m_relations[relation].keyTypes;
    if (keyTypes.size() < number)
        keyTypes.resize(number);
    keyTypes[number - 1] = type;
}

KeyType Assembly::keyType(Oid relation, size_t number) const
{
    const auto found = m_relations.constFind(relation);
    return found != m_relations.cend() && number <= found->keyTypes.size() ? found->keyTypes[number - 1]
                                                                           : KeyType{};
}

void Assembly::addDependency(const ObjectId &object, const ObjectId &needs)
{
    snapshot.dependencies->push_back({object, needs});
}

} // namespace squall::catalog
