#include "core/edit/typename.h"

#include "core/base/quote.h"

#include <algorithm>

namespace squall::edit {

using namespace Qt::StringLiterals;

namespace {

constexpr int domainDepth = 32;

/// Where the modifier begins: parentheses inside quotes are part of a name.
qsizetype modifierOf(const QString &type)
{
    bool quoted = false;
    for (qsizetype i = 0; i < type.size(); ++i) {
        if (type[i] == u'"')
            quoted = !quoted;
        else if (type[i] == u'(' && !quoted)
            return i;
    }
    return -1;
}

template<typename Object>
const Object *findNamed(const std::vector<Object> &objects, const QString &name)
{
    const auto found = std::find_if(objects.begin(), objects.end(), [&](const Object &object) {
        return quote(object.schema, object.name) == name;
    });
    return found == objects.end() ? nullptr : &*found;
}

} // namespace

QString TypeName::plain() const
{
    // `character` and `bit` alone mean one of them.
    const QString unbounded = name == u"character" ? u"bpchar"_s : name == u"bit" ? u"\"bit\""_s : name;
    return array ? unbounded + u"[]"_s : unbounded;
}

TypeName parseTypeName(const QString &type)
{
    TypeName parsed{.name = type};
    if (type.endsWith(u"[]")) {
        parsed.array = true;
        parsed.name.chop(2);
    }
    const auto open = modifierOf(parsed.name);
    const auto close = parsed.name.indexOf(u')', open);
    if (open < 0 || close < 0)
        return parsed;
    for (const auto &modifier : parsed.name.mid(open + 1, close - open - 1).split(u','))
        parsed.modifiers << modifier.trimmed();
    parsed.name.remove(open, close - open + 1);
    return parsed;
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
    return findNamed(snapshot.enums, name);
}

const catalog::Domain *findDomain(const catalog::Snapshot &snapshot, const QString &name)
{
    return findNamed(snapshot.domains, name);
}

bool maybeComposite(const catalog::Snapshot &snapshot, const TypeName &type)
{
    if (type.array || findEnum(snapshot, type.name) || findNamed(snapshot.ranges, type.name))
        return false;
    // Only what a database adds is qualified. Tables are types too.
    return type.name.contains(u'.') || type.name == u"record";
}

} // namespace squall::edit
