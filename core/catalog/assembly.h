#pragma once

#include "core/catalog/operatorclassnames.h"
#include "core/catalog/row.h"
#include "core/catalog/snapshot.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace squall::catalog {

/// The catalogs whose rows are objects to us, by the OIDs they have on every server.
enum class Catalog : Oid {
    Relation = 1259,
    Type = 1247,
    Function = 1255,
    Schema = 2615,
    Constraint = 2606,
    Default = 2604,
    Rule = 2618,
    Trigger = 2620,
    Policy = 3256,
    Extension = 3079,
    Language = 2612,
    Cast = 2605,
    Operator = 2617,
    OperatorClass = 2616,
    OperatorFamily = 2753,
    AccessMethod = 2601,
    Collation = 3456,
    Conversion = 2607,
    Transform = 3576,
    Statistics = 3381,
    TextSearchConfiguration = 3602,
    TextSearchDictionary = 3600,
    TextSearchParser = 3601,
    TextSearchTemplate = 3764,
    ForeignDataWrapper = 2328,
    ForeignServer = 1417,
    UserMapping = 1418,
    EventTrigger = 3466,
    Publication = 6104,
    Subscription = 6100,
    DefaultPrivileges = 826,
};

/// What decides which collation and operator class an index key has by default; domains count as what they
/// are over.
struct KeyType
{
    Oid type = 0;
    Oid collation = 0;
};

/// What pg_attribute knows of a column of an index, where it is not the usual.
struct IndexColumn
{
    int number = 0;
    std::optional<int> statisticsTarget = {};
    Options options = {};
};

/// A Snapshot while it is being read: the replies name one another by OID, and here is what each OID stands
/// for. Filled in the order of the queries; a reader may rely on what earlier ones brought.
class Assembly
{
public:
    Snapshot snapshot;
    StringPool strings;

    /// Roles and schemas by OID; a schema that is not here is none of ours (temporary, TOAST, the system's).
    QHash<Oid, QString> roles;
    QHash<Oid, QString> schemas;
    /// As SQL.
    QHash<Oid, QString> collationNames;
    OperatorClassNames operatorClassNames;
    /// By the OID of their index.
    QHash<Oid, std::vector<IndexColumn>> indexColumns;
    /// Those that a constraint made.
    QSet<Oid> constraintIndexes;

    /// The six cells every object begins with: name, schema, owner, comment, ACL and the ACL its kind has by
    /// default; the schema is an OID, 0 for what lives in none. Nothing when the schema is none of ours.
    template<typename T>
    std::optional<T> object(Row &row) const
    {
        T object;
        return readObject(row, object) ? std::optional(std::move(object)) : std::nullopt;
    }

    /// Names what has dependencies or may be one.
    void add(Catalog catalog, Oid oid, const ObjectId &id);
    /// Nothing for what is not in the snapshot; the extension for its members.
    std::optional<ObjectId> find(Catalog catalog, Oid oid) const;

    /// Objects that belong to an extension: they are known by name but left out of the snapshot.
    void addMember(Catalog catalog, Oid oid, const QString &extension);
    bool isMember(Catalog catalog, Oid oid) const;

    /// Relations stay reachable by OID until everything about them is read. Columns have their place by
    /// number, from 1; dropped ones leave a gap until `finish`.
    void addTable(Oid oid, Table table, int columnSlots);
    void addView(Oid oid, View view, int columnSlots);
    void addComposite(Oid relation, Composite type, int columnSlots);
    void addDomain(Oid oid, Domain domain);
    Table *table(Oid oid);
    View *view(Oid oid);
    Domain *domain(Oid oid);
    std::vector<Column> *columns(Oid relation);
    std::vector<Index> *indexes(Oid relation);
    std::vector<Trigger> *triggers(Oid relation);
    std::vector<Rule> *rules(Oid relation);
    /// Empty for a relation or number that is unknown.
    QString columnName(Oid relation, int number);
    QStringList columnNames(Oid relation, const std::vector<Oid> &numbers);
    QualifiedName relationName(Oid relation) const;
    QString ownerOf(Oid relation);
    void setKeyType(Oid relation, size_t number, KeyType type);
    KeyType keyType(Oid relation, size_t number) const;

    void addDependency(const ObjectId &object, const ObjectId &needs);

    /// The finished Snapshot: gaps closed, members of extensions dropped, everything in order.
    Snapshot finish();

private:
    struct Relation
    {
        Kind kind;
        size_t at;                          ///< in the list of its kind
        std::vector<KeyType> keyTypes = {}; ///< by column number
    };

    bool readObject(Row &row, Object &object) const;
    const Relation *relation(Oid oid, Kind kind) const;

    QHash<Oid, Relation> m_relations;
    QHash<Oid, size_t> m_domains; ///< places in the list
    QHash<quint64, ObjectId> m_objects;
    QHash<quint64, QString> m_members;
};

} // namespace squall::catalog
