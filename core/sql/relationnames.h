#pragma once

#include <QString>

#include <vector>

namespace squall::sql {

struct RelationName
{
    QString schema; ///< empty when it is not said
    QString name;

    bool operator==(const RelationName &) const = default;
};

/// Every relation that a statement names, wherever it does, and its common tables with them. Empty when
/// nobody can read it.
std::vector<RelationName> relationNames(QStringView statement);

} // namespace squall::sql
