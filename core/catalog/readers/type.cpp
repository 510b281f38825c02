#include "core/catalog/readers.h"

namespace squall::catalog {

using namespace Qt::StringLiterals;

namespace {

/// A type and its array type are one thing to whoever depends on them.
void addType(Assembly &assembly, Oid type, Oid array, const ObjectId &id)
{
    assembly.add(Catalog::Type, type, id);
    if (array != 0)
        assembly.add(Catalog::Type, array, id);
}

} // namespace

void readEnum(Row &row, Assembly &assembly)
{
    const Oid oid = row.oid();
    const Oid array = row.oid();
    auto type = assembly.object<Enum>(row);
    if (!type)
        return;
    type->labels = row.list();
    addType(assembly, oid, array, idOf(*type));
    if (!assembly.isMember(Catalog::Type, oid))
        assembly.snapshot.enums.push_back(*std::move(type));
}

void readDomain(Row &row, Assembly &assembly)
{
    const Oid oid = row.oid();
    const Oid array = row.oid();
    auto type = assembly.object<Domain>(row);
    if (!type)
        return;
    type->baseType = row.text();
    type->collation = row.text();
    type->defaultSql = row.optionalText();
    type->notNull = row.flag();
    addType(assembly, oid, array, idOf(*type));
    if (!assembly.isMember(Catalog::Type, oid))
        assembly.addDomain(oid, *std::move(type));
}

void readDomainConstraint(Row &row, Assembly &assembly)
{
    const Oid oid = row.oid();
    auto *domain = assembly.domain(row.oid());
    if (!domain)
        return;
    Constraint constraint;
    constraint.name = row.text();
    constraint.type = row.letter() == 'n' ? Constraint::Type::NotNull : Constraint::Type::Check;
    constraint.validated = row.flag();
    constraint.expression = row.text();
    constraint.comment = row.text();
    assembly.add(Catalog::Constraint, oid, partOf(idOf(*domain), Kind::Constraint, constraint.name));
    domain->constraints.push_back(std::move(constraint));
}

void readComposite(Row &row, Assembly &assembly)
{
    const Oid oid = row.oid();
    const Oid array = row.oid();
    const Oid relation = row.oid();
    const auto columnSlots = static_cast<int>(row.number());
    auto type = assembly.object<Composite>(row);
    if (!type)
        return;
    addType(assembly, oid, array, idOf(*type));
    if (!assembly.isMember(Catalog::Type, oid))
        assembly.addComposite(relation, *std::move(type), columnSlots);
}

void readRange(Row &row, Assembly &assembly)
{
    const Oid oid = row.oid();
    const Oid array = row.oid();
    const Oid multirange = row.oid();
    const Oid multirangeArray = row.oid();
    QualifiedName multirangeName;
    multirangeName.name = row.text();
    multirangeName.schema = assembly.schemas.value(row.oid());
    auto type = assembly.object<Range>(row);
    if (!type)
        return;
    type->multirange = std::move(multirangeName);
    type->subtype = row.text();
    type->operatorClass = row.text();
    type->collation = row.text();
    type->canonicalFunction = row.text();
    type->differenceFunction = row.text();
    addType(assembly, oid, array, idOf(*type));
    if (multirange != 0)
        addType(assembly, multirange, multirangeArray, idOf(*type));
    if (!assembly.isMember(Catalog::Type, oid))
        assembly.snapshot.ranges.push_back(*std::move(type));
}

void readBaseType(Row &row, Assembly &assembly)
{
    const Oid oid = row.oid();
    const Oid array = row.oid();
    ObjectId id{Kind::BaseType, {}, row.text()};
    id.schema = assembly.schemas.value(row.oid());
    const bool defined = row.flag();
    if (id.schema.isEmpty())
        return;
    addType(assembly, oid, array, id);
    if (!assembly.isMember(Catalog::Type, oid))
        assembly.snapshot.unmodeled.push_back({id, defined ? u"base type"_s : u"shell type"_s});
}

void readConstructor(Row &row, Assembly &assembly)
{
    const Oid function = row.oid();
    if (const auto type = assembly.find(Catalog::Type, row.oid()))
        assembly.add(Catalog::Function, function, *type);
}

} // namespace squall::catalog
