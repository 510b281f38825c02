#pragma once

#include "core/catalog/snapshot.h"

namespace squall::edit {

/// A type as format_type writes it, taken apart: `character varying(20)[]`, `timestamp(3) with time zone`.
struct TypeName
{
    QString name;               ///< without modifier and brackets
    QStringList modifiers = {}; ///< `10`, `2`
    bool array = false;

    /// Without modifiers, for casts: those would cut or round what does not fit, without a word.
    QString plain() const;

    bool operator==(const TypeName &) const = default;
};

TypeName parseTypeName(const QString &type);
/// The same, with domains looked through.
TypeName baseType(const catalog::Snapshot &snapshot, const QString &type);

const catalog::Enum *findEnum(const catalog::Snapshot &snapshot, const QString &name);
const catalog::Domain *findDomain(const catalog::Snapshot &snapshot, const QString &name);
/// Whether a value of the type may consist of fields: there `is null` asks about the fields.
bool maybeComposite(const catalog::Snapshot &snapshot, const TypeName &type);

} // namespace squall::edit
