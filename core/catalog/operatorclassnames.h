#pragma once

#include "core/catalog/row.h"

#include <QHash>

namespace squall::catalog {

struct OperatorClassName
{
    Oid method = 0;
    Oid type = 0;
    bool isDefault = false;
    QString sql;
};

/// Knows which operator class an index takes when none is named.
class OperatorClassNames
{
public:
    void add(Oid oid, const OperatorClassName &name);
    QString name(Oid oid) const;
    /// Empty when an index on `keyType` would have taken it anyway. Where that is not sure, the name:
    /// to name the default is right, to leave out another is not.
    QString unlessDefault(Oid oid, Oid keyType) const;

private:
    QHash<Oid, OperatorClassName> m_names;
    QHash<quint64, Oid> m_defaults; ///< by method and type
};

} // namespace squall::catalog
