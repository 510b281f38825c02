#pragma once

#include "core/catalog/informative.h"
#include "core/catalog/object.h"

#include <optional>
#include <vector>

namespace squall::catalog {

/// Whether a trigger or rule fires: `ALTER TABLE … ENABLE|DISABLE … TRIGGER`.
enum class Firing { Origin, Disabled, Replica, Always };

struct Trigger
{
    QString name;
    QString definition; ///< pg_get_triggerdef
    Firing firing = Firing::Origin;
    bool constraint = false;
    /// A trigger that a partition has from its parent's: it comes with it, only `firing` and comment are its
    /// own.
    bool inherited = false;
    QString comment = {};

    bool operator==(const Trigger &) const = default;
};

struct Rule
{
    QString name;
    QString definition; ///< pg_get_ruledef
    Firing firing = Firing::Origin;
    QString comment = {};

    bool operator==(const Rule &) const = default;
};

struct Policy
{
    enum class Command { All, Select, Insert, Update, Delete };

    QString name;
    Command command = Command::All;
    bool permissive = true;
    QStringList roles = {}; ///< sorted; empty is PUBLIC
    QString usingSql = {};
    QString checkSql = {};
    QString comment = {};

    bool operator==(const Policy &) const = default;
};

/// One key of an index: a column or an expression, and how it is ordered.
struct IndexKey
{
    QString column = {}; ///< empty when it is an expression
    QString expression = {};
    QString collation = {};     ///< as SQL; empty when it is the column's or expression's own
    QString operatorClass = {}; ///< as SQL; empty when it is the default of the type
    Options operatorClassOptions = {};
    bool descending = false;
    bool nullsFirst = false; ///< meaningful for methods that order
    std::optional<int> statisticsTarget = {};

    bool operator==(const IndexKey &) const = default;
};

struct Index
{
    QString name; ///< in the schema of its table
    QString method = {};
    bool unique = false;
    bool nullsNotDistinct = false;
    bool ordered = false; ///< the method knows ASC, DESC and NULLS FIRST
    std::vector<IndexKey> keys = {};
    QStringList include = {};
    QString predicate = {};
    Options options = {};
    QString tablespace = {};
    bool valid = true; ///< queries may use it
    bool ready = true; ///< writes keep it up to date
    bool live = true;  ///< not given up by DROP INDEX CONCURRENTLY
    /// CREATE INDEX CONCURRENTLY or REINDEX is at it, as far as the role may see; else one that is not valid
    /// was left behind.
    Informative<bool> building = {};
    bool clustered = false;
    bool replicaIdentity = false;
    /// The constraint that made it and carries its name; empty for an index of its own.
    QString constraint = {};
    /// The partitioned index it is attached to.
    QualifiedName parent = {};
    QString comment = {};

    bool operator==(const Index &) const = default;
};

} // namespace squall::catalog
