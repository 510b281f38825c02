#pragma once

#include "core/catalog/privileges.h"

#include <QString>
#include <QStringList>

#include <compare>

namespace squall::catalog {

/// A name in a schema.
struct QualifiedName
{
    QString schema = {};
    QString name = {};

    bool isEmpty() const { return name.isEmpty(); }

    bool operator==(const QualifiedName &) const = default;
    std::strong_ordering operator<=>(const QualifiedName &) const = default;
};

/// What every object of a database has.
struct Object
{
    QString schema = {}; ///< empty for what lives in no schema
    QString name = {};
    QString owner = {};
    QString comment = {};
    Privileges privileges = {};

    bool operator==(const Object &) const = default;
};

struct Schema : Object
{
    bool operator==(const Schema &) const = default;
};

struct Extension : Object
{
    QString inSchema; ///< where its objects went
    QString version;  ///< what is installed; not a difference

    bool operator==(const Extension &other) const
    {
        return Object::operator==(other) && inSchema == other.inSchema;
    }
};

/// An option as the catalogs keep it (`fillfactor=70`, `host=a b`), in the server's order.
using Options = QStringList;

} // namespace squall::catalog
