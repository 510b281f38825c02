#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace squall {

/// A statement and its parameters, as text; a missing value is NULL.
/// Values always travel as parameters, never inside `text`.
struct Query
{
    using Parameter = std::optional<QByteArray>;

    QString text;
    std::vector<Parameter> parameters = {};

    bool operator==(const Query &) const = default;
};

} // namespace squall
