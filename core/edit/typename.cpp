#include "core/edit/typename.h"

#include "core/base/typemodifier.h"
#include "core/catalog/written.h"

namespace squall::edit {

using namespace Qt::StringLiterals;

namespace {

constexpr int domainDepth = 32;

} // namespace

QString TypeName::plain() const
{
    // `character` and `bit` alone mean one of them.
    const QString unbounded = name == u"character" ? u"bpchar"_s : name == u"bit" ? u"\"bit\""_s : name;
    return array ? unbounded + u"[]"_s : unbounded;
}

TypeName parseTypeName(const QString &type)
{
    const bool array = type.endsWith(u"[]");
    const auto [name, modifiers] = splitModifier(array ? type.chopped(2) : type);
    return {.name = name, .modifiers = modifiers, .array = array};
}

TypeName baseType(const catalog::Snapshot &snapshot, const QString &type)
{
    auto parsed = parseTypeName(type);
    for (int depth = 0; depth < domainDepth && !parsed.array; ++depth) {
        const auto *domain = findDomain(snapshot, parsed.name);
        if (!domain)
            break;
        parsed = parseTypeName(domain->baseType);
    }
    return parsed;
}

const catalog::Enum *findEnum(const catalog::Snapshot &snapshot, const QString &name)
{
    return catalog::findWritten(snapshot.enums, name);
}

const catalog::Domain *findDomain(const catalog::Snapshot &snapshot, const QString &name)
{
    return catalog::findWritten(snapshot.domains, name);
}

bool maybeComposite(const catalog::Snapshot &snapshot, const TypeName &type)
{
    if (type.array || findEnum(snapshot, type.name) || catalog::findWritten(snapshot.ranges, type.name))
        return false;
    // Only what a database adds is qualified. Tables are types too.
    return type.name.contains(u'.') || type.name == u"record";
}

} // namespace squall::edit
