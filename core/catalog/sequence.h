#pragma once

#include "core/catalog/object.h"

namespace squall::catalog {

/// How a sequence counts.
struct SequenceOptions
{
    QString type = {}; ///< smallint, integer or bigint
    qint64 start = 1;
    qint64 increment = 1;
    qint64 minimum = 1;
    qint64 maximum = 0;
    qint64 cache = 1;
    bool cycle = false;

    bool operator==(const SequenceOptions &) const = default;
};

/// A sequence of its own. The one behind an identity column belongs to that column, see `Identity`.
struct Sequence : Object
{
    SequenceOptions options;
    bool unlogged = false;
    /// The column that takes it along when dropped (OWNED BY); no name when there is none.
    QualifiedName ownerTable;
    QString ownerColumn;

    bool operator==(const Sequence &) const = default;
};

} // namespace squall::catalog
