#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QString>

#include <compare>
#include <utility>
#include <vector>

namespace squall::edit {

/// Names one row of one relation: the values of its identity columns, as the server's text, when it was read.
/// Without a key that is the system column `ctid`; where tables inherit, `tableoid` belongs to it.
struct RowIdentity
{
    std::vector<std::pair<QString, QByteArray>> parts = {};

    bool isValid() const { return !parts.empty(); }
    /// By the place on disk, where another row may stand tomorrow.
    bool isPhysical() const { return isValid() && parts.back().first == QLatin1String("ctid"); }

    bool operator==(const RowIdentity &) const = default;
    std::strong_ordering operator<=>(const RowIdentity &other) const;
};

} // namespace squall::edit

Q_DECLARE_METATYPE(squall::edit::RowIdentity)
