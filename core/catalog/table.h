#pragma once

#include "core/base/boxed.h"
#include "core/catalog/informative.h"
#include "core/catalog/relation.h"
#include "core/catalog/sequence.h"

namespace squall::catalog {

/// An identity column and the sequence behind it, which has the owner of its table.
struct Identity
{
    bool always = true;
    QualifiedName sequence = {}; ///< no name in a partition, which counts with its parent's (17)
    SequenceOptions options = {};
    bool unlogged = false;
    QString comment = {};
    Privileges privileges = {};

    bool operator==(const Identity &) const = default;
};

/// A column as the server describes it. There are tens of thousands of them: what is small stands together.
struct Column
{
    enum class Generated : unsigned char { No, Stored, Virtual };

    QString name;
    QString type;                           ///< format_type under an empty search_path
    QString collation = {};                 ///< as SQL; empty when it is the type's own
    std::optional<QString> defaultSql = {}; ///< the default, or the expression of a generated column
    bool notNull = false;
    Generated generated = Generated::No;
    bool local = true;     ///< declared here, not only inherited
    int inheritedFrom = 0; ///< how many parents have it
    Boxed<Identity> identity = {};
    QString storage = {};     ///< PLAIN, EXTERNAL, EXTENDED or MAIN; empty when it is the type's own
    QString compression = {}; ///< pglz or lz4; empty for the server's default
    std::optional<int> statisticsTarget = {};
    Options options = {}; ///< n_distinct and its like
    Options foreignOptions = {};
    QString comment = {};
    Boxed<Privileges> privileges = {}; ///< beside those of its table; empty when there are none

    /// Its privileges, however many.
    const Privileges &rights() const;

    bool operator==(const Column &) const = default;
};

struct Constraint
{
    enum class Type { PrimaryKey, Unique, ForeignKey, Check, Exclusion, NotNull };
    enum class Action { NoAction, Restrict, Cascade, SetNull, SetDefault };
    enum class Match { Simple, Full, Partial };

    QString name;
    Type type = Type::Check;
    QStringList columns = {};
    bool deferrable = false;
    bool initiallyDeferred = false;
    bool validated = true;
    bool enforced = true; ///< NOT ENFORCED since 18
    bool noInherit = false;
    bool local = true; ///< declared here, not only inherited
    int inheritedFrom = 0;
    /// WITHOUT OVERLAPS of a key, PERIOD of a foreign key (18): about the last column.
    bool period = false;
    QString comment = {};

    QString expression = {}; ///< check: as pg_get_expr writes it
    QString definition = {}; ///< exclusion: pg_get_constraintdef

    // Foreign keys. Primary, unique and exclusion constraints have their index in the table, under their own
    // name.
    QualifiedName referencedTable = {};
    QStringList referencedColumns = {};
    Match match = Match::Simple;
    Action onUpdate = Action::NoAction;
    Action onDelete = Action::NoAction;
    QStringList onDeleteColumns = {};
    /// A foreign key that a partition has from its parent's, or that another partition's reference made: it
    /// comes with it.
    bool inheritedForeignKey = false;

    bool operator==(const Constraint &) const = default;
};

enum class Persistence { Permanent, Unlogged };

/// How updates and deletes name a row to subscribers.
enum class ReplicaIdentity { Default, Nothing, Full, Index };

/// How large a relation is, as the planner believes.
struct Size
{
    qint64 rows = -1; ///< -1: never counted
    qint64 bytes = 0;
};

/// A table: ordinary, partitioned or foreign; columns in their order, all else sorted by name.
struct Table : Object
{
    bool foreign = false;
    Persistence persistence = Persistence::Permanent;
    QString accessMethod; ///< empty when it is the server's default, heap
    QString tablespace;
    Options options; ///< fillfactor and its like, TOAST options as toast.…
    ReplicaIdentity replicaIdentity = ReplicaIdentity::Default;
    bool rowSecurity = false;
    bool forceRowSecurity = false;

    std::vector<QualifiedName> inherits; ///< in order; a partition's parent stands in `partitionOf`
    QualifiedName ofType;
    QString partitionKey; ///< `LIST (a)`; empty when it is not partitioned
    QualifiedName partitionOf;
    QString partitionBound; ///< `FOR VALUES IN (1)` or `DEFAULT`
    bool detachPending = false;

    QString server; ///< of a foreign table
    Options foreignOptions;

    std::vector<Column> columns;
    std::vector<Constraint> constraints;
    std::vector<Index> indexes;
    std::vector<Trigger> triggers;
    std::vector<Rule> rules;
    std::vector<Policy> policies;
    Informative<Size> size;

    bool isPartitioned() const { return !partitionKey.isEmpty(); }
    bool isPartition() const { return !partitionOf.isEmpty(); }

    bool operator==(const Table &) const = default;
};

} // namespace squall::catalog
