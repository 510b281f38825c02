#include "core/catalog/readers.h"

namespace squall::catalog {

namespace {

std::optional<Kind> partKindOf(Catalog catalog)
{
    switch (catalog) {
    case Catalog::Default: return Kind::Default;
    case Catalog::Constraint: return Kind::Constraint;
    case Catalog::Rule: return Kind::Rule;
    case Catalog::Trigger: return Kind::Trigger;
    case Catalog::Policy: return Kind::Policy;
    default: return std::nullopt;
    }
}

/// The object with this OID, or its part of that name.
std::optional<ObjectId> named(const Assembly &assembly, Catalog catalog, Oid oid, const QString &part)
{
    const auto kind = partKindOf(catalog);
    const auto whole = assembly.find(kind ? Catalog::Relation : catalog, oid);
    if (!kind || !whole || whole->kind == Kind::Extension)
        return whole;
    return partOf(*whole, *kind, part);
}

} // namespace

void readDependency(Row &row, Assembly &assembly)
{
    const auto catalog = static_cast<Catalog>(row.oid());
    const Oid oid = row.oid();
    const auto object = named(assembly, catalog, oid, row.text());
    if (!object || (object->kind == Kind::Extension && catalog != Catalog::Extension))
        return;
    const auto neededCatalog = static_cast<Catalog>(row.oid());
    const Oid neededOid = row.oid();
    const auto column = static_cast<int>(row.number());
    const auto needed = named(assembly, neededCatalog, neededOid, row.text());
    if (!needed || *needed == *object)
        return;
    const QString columnName =
        neededCatalog == Catalog::Relation ? assembly.columnName(neededOid, column) : QString();
    if (columnName.isEmpty() || needed->kind == Kind::Extension)
        assembly.addDependency(*object, *needed);
    else
        assembly.addDependency(*object, partOf(*needed, Kind::Column, columnName));
}

} // namespace squall::catalog
