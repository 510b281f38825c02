#pragma once

#include "core/catalog/snapshot.h"
#include "models/cellrole.h"

namespace squall::models {

/// What a type means for reading and showing its values.
struct ColumnType
{
    /// How a long value is shortened on the server without changing a short one.
    /// Printed: a cast to text is not what the type prints.
    enum class Cut { Never, Text, AsText, Printed, Bytes };

    TypeKind kind = TypeKind::Other;
    Cut cut = Cut::Never;
    bool sortable = true;
    /// What it holds beyond one value, as far as filters ask for that. Arrays are told by their kind.
    enum class Form : unsigned char { Plain, Range, Multirange, TextSearch };
    Form form = Form::Plain;

    bool operator==(const ColumnType &) const = default;
};

/// `type` as format_type writes it under an empty search path. Domains are looked through.
ColumnType columnType(const catalog::Snapshot &snapshot, const QString &type);

/// The type to compare in: without modifiers, which would cut or round what is compared with a column.
QString comparableType(const QString &type);

} // namespace squall::models
