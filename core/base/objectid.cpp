#include "core/base/objectid.h"

namespace squall {

QString ObjectId::text() const
{
    QString text = schema;
    for (const auto &piece : {name, part}) {
        if (!piece.isEmpty())
            text += text.isEmpty() ? piece : u'.' + piece;
    }
    return text;
}

std::strong_ordering ObjectId::operator<=>(const ObjectId &other) const
{
    if (const auto byKind = kind <=> other.kind; byKind != 0)
        return byKind;
    for (const auto &[mine, theirs] :
         {std::pair(&schema, &other.schema), std::pair(&name, &other.name), std::pair(&part, &other.part)}) {
        // Names of one snapshot share their memory.
        if (mine->constData() == theirs->constData() && mine->size() == theirs->size())
            continue;
        if (const int order = QString::compare(*mine, *theirs); order != 0)
            return order <=> 0;
    }
    return std::strong_ordering::equal;
}

size_t qHash(const ObjectId &id, size_t seed) noexcept
{
    return qHashMulti(seed, static_cast<int>(id.kind), id.schema, id.name, id.part);
}

} // namespace squall
