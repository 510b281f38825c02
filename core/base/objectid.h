#pragma once

#include <QHashFunctions>
#include <QMetaType>
#include <QString>

#include <compare>

namespace squall {

/// Every kind of thing in a database that Squall can name.
/// The order is the one in which pg_dump would create them, as far as kinds alone decide.
enum class Kind : unsigned char {
    Database,
    Role,
    Tablespace,
    Schema,
    Language,
    Extension,
    AccessMethod,
    Collation,
    Enum,
    Domain,
    Composite,
    Range,
    BaseType,
    Function, ///< functions, procedures, window functions; the name carries the argument types
    Aggregate,
    Operator,
    OperatorFamily,
    OperatorClass,
    Cast,
    Transform,
    Conversion,
    TextSearchParser,
    TextSearchTemplate,
    TextSearchDictionary,
    TextSearchConfiguration,
    ForeignDataWrapper,
    ForeignServer,
    UserMapping,
    Sequence,
    Table,
    ForeignTable,
    View,
    MaterializedView,
    Column,
    Default, ///< a column's default or generation expression
    Constraint,
    Index,
    Statistics,
    Rule,
    Trigger,
    Policy,
    Publication,
    Subscription,
    EventTrigger,
    DefaultPrivileges,
    LargeObject,
};

/// Names one object for good: the same in every snapshot of the same database, whatever its OID.
/// `part` is the column, constraint, trigger, rule or policy inside the object `name`.
struct ObjectId
{
    Kind kind = Kind::Table;
    QString schema = {};
    QString name = {};
    QString part = {};

    /// For people and logs, for example `public.users` or `public.users.email`.
    QString text() const;

    bool operator==(const ObjectId &) const = default;
    std::strong_ordering operator<=>(const ObjectId &other) const;
};

size_t qHash(const ObjectId &id, size_t seed = 0) noexcept;

} // namespace squall

Q_DECLARE_METATYPE(squall::ObjectId)
