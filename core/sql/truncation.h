#pragma once

#include <QStringList>

#include <optional>

namespace squall::sql {

/// One TRUNCATE.
struct Truncation
{
    QStringList tables = {}; ///< as SQL names them
    bool cascade = false;    ///< and whatever refers to them

    bool operator==(const Truncation &) const = default;
};

/// Nothing when the statement is another one, or not complete.
std::optional<Truncation> truncation(QStringView statement);

} // namespace squall::sql
