#pragma once

#include "core/drizzle/members.h"

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <vector>

/// A schema as drizzle-kit keeps it beside each migration (`meta/…_snapshot.json`, version 7): its words, its
/// order, and nothing that it would not read back.
namespace squall::drizzle {

/// A value of any kind, as JSON without blanks.
struct Json
{
    QByteArray text = "null";

    bool operator==(const Json &) const = default;
};

struct Sequence
{
    QString name;
    QString schema;
    std::optional<QString> increment = {};
    std::optional<QString> startWith = {};
    std::optional<QString> minValue = {};
    std::optional<QString> maxValue = {};
    std::optional<QString> cache = {};
    std::optional<bool> cycle = {};

    bool operator==(const Sequence &) const = default;
};

struct Identity
{
    QString type; ///< `always` or `byDefault`
    Sequence sequence;

    bool operator==(const Identity &) const = default;
};

struct Generated
{
    QString as;
    QString type; ///< `stored`

    bool operator==(const Generated &) const = default;
};

struct Column
{
    QString name;
    QString type;
    std::optional<QString> typeSchema = {}; ///< of an enum
    bool primaryKey = false;
    bool notNull = false;
    std::optional<Generated> generated = {};
    std::optional<Identity> identity = {};
    std::optional<Json> defaultValue = {};
    // Written by older versions; a table's constraints say it now.
    std::optional<Json> isUnique = {};
    std::optional<QString> uniqueName = {};
    std::optional<bool> nullsNotDistinct = {};

    bool operator==(const Column &) const = default;
};

struct IndexColumn
{
    QString expression;
    bool isExpression = false;
    bool asc = true;
    std::optional<QString> nulls = {};
    std::optional<QString> opclass = {};

    bool operator==(const IndexColumn &) const = default;
};

struct Index
{
    QString name;
    std::vector<IndexColumn> columns = {};
    bool isUnique = false;
    std::optional<QString> where = {};
    bool concurrently = false;
    QString method = QStringLiteral("btree");
    std::optional<Members<Json>> with = {};

    bool operator==(const Index &) const = default;
};

struct ForeignKey
{
    QString name;
    QString tableFrom;
    QString tableTo;
    std::optional<QString> schemaTo = {}; ///< unless it is `public`
    QStringList columnsFrom = {};
    QStringList columnsTo = {};
    std::optional<QString> onDelete = {};
    std::optional<QString> onUpdate = {};

    bool operator==(const ForeignKey &) const = default;
};

struct CompositeKey
{
    QString name;
    QStringList columns = {};

    bool operator==(const CompositeKey &) const = default;
};

struct Unique
{
    QString name;
    bool nullsNotDistinct = false;
    QStringList columns = {};

    bool operator==(const Unique &) const = default;
};

struct Check
{
    QString name;
    QString value;

    bool operator==(const Check &) const = default;
};

struct Policy
{
    QString name;
    std::optional<QString> as = {};
    std::optional<QString> forCommand = {};
    std::optional<QStringList> to = {};
    std::optional<QString> usingClause = {};
    std::optional<QString> withCheck = {};
    // Of one that is linked to a table outside of the schema.
    std::optional<QString> on = {};
    std::optional<QString> schema = {};

    bool operator==(const Policy &) const = default;
};

struct Table
{
    QString name;
    QString schema; ///< empty for `public`
    Members<Column> columns = {};
    Members<Index> indexes = {};
    Members<ForeignKey> foreignKeys = {};
    Members<CompositeKey> compositePrimaryKeys = {};
    Members<Unique> uniqueConstraints = {};
    Members<Policy> policies = {};
    Members<Check> checkConstraints = {};
    bool isRlsEnabled = false;

    bool operator==(const Table &) const = default;
};

struct Enum
{
    QString name;
    QString schema;
    QStringList values = {};

    bool operator==(const Enum &) const = default;
};

struct Role
{
    QString name;
    std::optional<bool> createDb = {};
    std::optional<bool> createRole = {};
    std::optional<bool> inherit = {};

    bool operator==(const Role &) const = default;
};

struct View
{
    QString name;
    QString schema; ///< `public` too
    Members<Column> columns = {};
    std::optional<QString> definition = {};
    bool isExisting = false;
    std::optional<Members<Json>> with = {};
    std::optional<bool> withNoData = {};
    bool materialized = false;
    std::optional<QString> tablespace = {};
    std::optional<QString> usingMethod = {};

    bool operator==(const View &) const = default;
};

/// Renames that older versions noted.
struct Renames
{
    Members<QString> columns = {};
    Members<QString> schemas = {};
    Members<QString> tables = {};

    bool operator==(const Renames &) const = default;
};

struct Snapshot
{
    QString id;
    QString prevId;
    Members<Table> tables = {}; ///< by `schema.name`, as enums, sequences and views are
    Members<Enum> enums = {};
    Members<QString> schemas = {}; ///< name to name
    Members<Sequence> sequences = {};
    Members<Role> roles = {};
    Members<Policy> policies = {};
    Members<View> views = {};
    Renames meta = {};
    std::optional<Json> internal = {}; ///< what `pull` noted

    bool operator==(const Snapshot &) const = default;
};

/// What stands before the first migration.
Snapshot emptySnapshot();

} // namespace squall::drizzle
