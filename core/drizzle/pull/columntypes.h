#pragma once

#include "core/catalog/snapshot.h"

#include <QHash>

#include <optional>

namespace squall::drizzle {

/// A type in the words of a snapshot.
struct ColumnType
{
    QString type;
    std::optional<QString> typeSchema = {}; ///< of an enum

    bool operator==(const ColumnType &) const = default;
};

/// How a snapshot calls the types of a database.
class ColumnTypes
{
public:
    explicit ColumnTypes(const catalog::Snapshot &catalog);

    /// `sql` as format_type writes it under an empty search_path.
    ColumnType of(const QString &sql) const;
    /// nullptr when the type, or what it is an array of, is none.
    const catalog::Enum *enumOf(const QString &sql) const;

private:
    QHash<QString, const catalog::Enum *> m_enums; ///< as SQL writes them
};

/// `integer` for `integer[]` and for `integer[3][]`.
QString elementType(const QString &type);

} // namespace squall::drizzle
