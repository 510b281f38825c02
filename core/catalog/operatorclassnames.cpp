#include "core/catalog/operatorclassnames.h"

#include <algorithm>

namespace squall::catalog {

namespace {

// Types whose operator classes also serve others without being told: OIDs are the same on every server.
constexpr Oid text = 25;
constexpr Oid varchar = 1043;
constexpr Oid inet = 869;
constexpr Oid cidr = 650;
constexpr Oid polymorphic[] = {2249 /* record */, 2277 /* anyarray */, 3500 /* anyenum */,
                               3831 /* anyrange */, 4537 /* anymultirange */};

bool servesUnasked(Oid classType, Oid keyType)
{
    return (classType == text && keyType == varchar) || (classType == inet && keyType == cidr) ||
           std::find(std::begin(polymorphic), std::end(polymorphic), classType) != std::end(polymorphic);
}

} // namespace

void OperatorClassNames::add(Oid oid, const OperatorClassName &name)
{
    m_names.insert(oid, name);
    if (name.isDefault)
        m_defaults.insert(quint64(name.method) << 32 | name.type, oid);
}

QString OperatorClassNames::name(Oid oid) const
{
    return m_names.value(oid).sql;
}

QString OperatorClassNames::unlessDefault(Oid oid, Oid keyType) const
{
    const auto known = m_names.constFind(oid);
    if (known == m_names.cend())
        return {};
    if (known->isDefault && known->type == keyType)
        return {};
    const bool hasOwn = m_defaults.contains(quint64(known->method) << 32 | keyType);
    return known->isDefault && !hasOwn && servesUnasked(known->type, keyType) ? QString() : known->sql;
}

} // namespace squall::catalog
