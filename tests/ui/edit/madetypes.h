#pragma once

#include "core/catalog/snapshot.h"

namespace squall::test {

/// A schema with an enum, and perhaps a composite type, in public.
inline catalog::Snapshot madeTypes(const QString &enumName, const QStringList &labels,
                                   const QString &compositeName = {},
                                   const std::vector<catalog::Column> &attributes = {})
{
    catalog::Snapshot made;
    catalog::Enum choices;
    choices.schema = QStringLiteral("public");
    choices.name = enumName;
    choices.labels = labels;
    made.enums.push_back(choices);
    if (compositeName.isEmpty())
        return made;
    catalog::Composite composite;
    composite.schema = QStringLiteral("public");
    composite.name = compositeName;
    composite.attributes = attributes;
    made.composites.push_back(composite);
    return made;
}

} // namespace squall::test
