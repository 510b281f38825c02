#pragma once

#include "core/edit/stagededits.h"
#include "core/edit/target.h"

namespace squall::edit {

/// Collects a statement's parameters, each with the column it is for.
class Parameters
{
public:
    /// `$3`
    QString add(const QString &column, const Query::Parameter &value);

    std::vector<Query::Parameter> values = {};
    QStringList columns = {};
};

/// `t.id = $1::bigint and …`: finds the row by an index. The relation is called `t`.
QString isRow(const Target &target, const RowIdentity &row, Parameters &parameters);

/// Holds when the column has exactly this value, byte for byte as the server writes it.
QString isStill(const Target &target, const QString &column, const Query::Parameter &original,
                Parameters &parameters);

/// `t.name`
QString shown(const QString &column);

} // namespace squall::edit
