#pragma once

#include <QString>
#include <QStringList>

namespace squall {

/// A type as format_type writes it, apart: `timestamp(3) with time zone` is `timestamp with time zone` and 3.
struct ModifiedType
{
    QString name;
    QStringList modifiers = {}; ///< of `numeric(10,2)`, `10` and `2`

    bool operator==(const ModifiedType &) const = default;
};

/// Parentheses inside quotes are part of a name.
ModifiedType splitModifier(const QString &type);

} // namespace squall
