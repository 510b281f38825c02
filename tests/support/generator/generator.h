#pragma once

#include "tests/support/generator/names.h"
#include "tests/support/generator/random.h"
#include "tests/support/generator/text.h"

#include <QFlags>

#include <optional>
#include <vector>

namespace squall::test::generator {

/// What can be done with the values of a type.
enum Ability {
    Btree = 0x1,
    Hash = 0x2,
    Gin = 0x4,
    Gist = 0x8,
    SpGist = 0x10,
    Brin = 0x20,
    Collatable = 0x40,
    Toastable = 0x80,
    Number = 0x100,
    TextLike = 0x200,
    Range = 0x400,
    Domain = 0x800,
};
Q_DECLARE_FLAGS(Abilities, Ability)
Q_DECLARE_OPERATORS_FOR_FLAGS(Abilities)

struct Type
{
    QString sql;
    QString sample; ///< an immutable expression of the type
    Abilities can = {};
};

struct Column
{
    QString name;
    Type type;
    bool notNull = false;
    bool plain = true; ///< neither identity nor generated
    bool virtualValue = false;
};

struct Table
{
    enum class Kind { Ordinary, Partitioned, Partition, Typed, Foreign };

    QString schema;
    QString name;
    Kind kind = Kind::Ordinary;
    bool unlogged = false;
    bool inheritance = false; ///< takes part in classic inheritance
    QString parent = {};      ///< of a partition, as SQL
    std::vector<Column> columns;
    QStringList partitionKey = {};      ///< columns that every unique key must hold
    bool mayHaveKeys = true;            ///< false when partitioned by what no unique key can hold
    std::vector<QStringList> keys = {}; ///< what foreign keys may point to

    QString sql() const { return ident(schema) + u'.' + ident(name); }
    bool isPartitioned() const { return kind == Kind::Partitioned; }
    /// Where names of parts must not repeat: families share theirs, because children get what the parent
    /// gets.
    QString scope() const
    {
        const bool family = inheritance || isPartitioned() || !parent.isEmpty();
        return family ? QStringLiteral("family") : QStringLiteral("parts of ") + sql();
    }
};

/// Something that COMMENT ON, ALTER … OWNER TO and GRANT can name.
struct Named
{
    QString address; ///< `TABLE "s"."t"`
    QString owned;   ///< how ALTER calls it; empty when it has no owner
    QString granted; ///< how GRANT calls it; empty when it has no privileges
    QStringList rights = {};
};

struct View
{
    QString schema;
    QString name;
    std::vector<Column> columns;
    bool updatable = false;

    QString sql() const { return ident(schema) + u'.' + ident(name); }
};

/// The script so far and what later statements can refer to. One member function a kind of object, spread
/// over files by topic; `run` calls them in an order in which what they need exists.
class Generator
{
public:
    Generator(quint32 seed, int version, bool unstable);
    QString run();

private:
    // base.cpp
    void emitSql(const QString &statement) { m_script += statement + QStringLiteral(";\n"); }
    QString someName(const QString &schema) { return m_names.fresh(schema); }
    QString schema() { return m_random.pick(m_schemas); }
    const Type &type() { return m_random.pick(m_types); }
    const Type &type(Abilities wanted);
    std::optional<Column> column(const std::vector<Column> &columns, Abilities wanted);
    QString role() { return m_random.pick(m_roles); }
    void remember(const QString &kind, const QString &name, const QStringList &rights = {},
                  bool owned = true);
    bool since(int version) const { return m_version >= version; }
    bool has(const QString &extension) const { return m_extensions.contains(extension); }
    QString inExtension(const QString &extension, const QString &name) const;

    void makeAccessMethods();
    void makeRoles();
    void makeSchemas();
    void makeExtensions();

    // types.cpp
    void fillBaseTypes();
    void makeCollations();
    void makeEnums();
    void makeDomains();
    void makeComposites();
    void makeRanges();

    // routines.cpp
    QString argumentName(const QString &function);
    void makeExpressionFunctions();
    void makeFunctions();
    void makeRelationFunctions();
    void makeProcedures();
    void makeAggregates();

    // tables.cpp
    void makeSequences();
    void makeTable();
    void makeTypedTable();
    void makeInheritance();
    void makeColumnAlterations(Table &table);
    void makeOwnedSequence(Table &table);
    Column newColumn(const Table &table);
    QString identitySql(const Table &table);
    QString columnSql(const Table &table, Column &column, bool mayCompute);
    QString storageParameters(bool partitioned);
    QString defaultFor(const Type &type);

    // partitions.cpp
    void makePartitioned();
    void makePartitions(const Table &parent, const QString &strategy, const Type &keyType, int depth);

    // constraints.cpp
    /// No index may look at a virtual column, not even in its condition.
    static std::vector<Column> stored(std::vector<Column> columns);
    QString predicate(const std::vector<Column> &columns);
    QString constraintName(const Table &table);
    QString indexName(const Table &table);
    void makeKeys(Table &table);
    void makeChecks(Table &table);
    void makeExclusion(Table &table);
    void makeNotNulls(Table &table);
    void makeTemporalKeys();
    void makeForeignKeys(Table &table);
    QString referentialActions(const QStringList &columns, bool period);

    // indexes.cpp
    void makeIndexes(const QString &relation, const QString &schema, const std::vector<Column> &columns,
                     bool partitioned);
    QString indexKey(const QString &method, const Column &column, bool &expression);
    QString expressionKey(const std::vector<Column> &columns);
    void makePartialAttachment(const Table &table);
    void makeStatistics(const Table &table);
    void makeReplicaIdentity(const Table &table);

    // views.cpp
    void makeView();
    void makeRecursiveView();
    void makeMaterializedView();
    QString viewBody(std::vector<Column> &columns, bool &updatable);
    QString viewOptions(bool updatable);

    // triggers.cpp
    void makeTriggers(const Table &table);
    void makeViewTriggers(const View &view);
    void makeRules(const Table &table);
    void makePolicies(const Table &table);
    void makeEventTriggers();

    // operators.cpp
    void makeOperators();
    void makeOperatorClasses();
    void makeCasts();
    void makeLanguages();

    // entangled.cpp
    void makeEntangled();
    void makeCanonicalRange();
    void makeRowTypeCheck();
    void makeGroupedView();
    void makeInternalFunctions();
    void makeDetailedTypedTable();

    // services.cpp
    void makeForeignData();
    void makeForeignTable(const QString &server);
    void makeDictionaries(std::vector<QString> &dictionaries);
    void makeTextSearch();
    void makePublications();
    void makeSubscriptions();

    // decorations.cpp
    void makeComments();
    void makeOwners();
    void makePrivileges();
    void makeDefaultPrivileges();
    QString grantee();

    Random m_random;
    Names m_names;
    int m_version;
    bool m_unstable;
    QString m_script;

    QStringList m_extensions;
    QString m_extensionSchema;
    std::vector<QString> m_roles;
    std::vector<QString> m_schemas;
    std::vector<Type> m_types;
    std::vector<QString> m_collations;
    std::vector<QString> m_composites;
    QString m_tableMethod; ///< an access method of our own, may be empty
    std::vector<QString> m_sequences;
    QString m_integerFunction; ///< integer → integer, immutable
    QString m_textFunction;    ///< text → text, immutable
    QString m_testFunction;    ///< integer → boolean, immutable
    QString m_triggerFunction;
    int m_counter = 0;
    std::vector<Table> m_tables;
    std::vector<View> m_views;
    std::vector<Named> m_named;
};

} // namespace squall::test::generator
