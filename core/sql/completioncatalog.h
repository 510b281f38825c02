#pragma once

#include "core/catalog/snapshot.h"

#include <QHash>
#include <QSet>

#include <deque>
#include <memory>
#include <span>
#include <vector>

namespace squall::sql {

/// Something with columns that a query can name.
struct Relation
{
    ObjectId id;
    const std::vector<catalog::Column> *columns = nullptr;
    const catalog::Table *table = nullptr; ///< none: a view, or one of the server's own
    QString text = {};                     ///< with its schema where the search path does not lead to it
    QString comment = {};
    bool system = false;
};

/// A foreign key.
struct Link
{
    const Relation *from = nullptr;
    QStringList columns;
    const Relation *to = nullptr;
    QStringList referencedColumns;
};

struct Routine
{
    using Type = catalog::Function::Type;

    ObjectId id;
    QString name;
    QString text; ///< as for relations
    QString arguments;
    QString result = {};
    Type type = Type::Function;
    bool system = false;
    bool returnsRows = false;
    bool called = true; ///< false for trigger functions, which nobody calls
    QString comment = {};
};

/// A type, ready to be written.
struct DataType
{
    ObjectId id;
    QString text;
    QString note = {};
};

/// What a Snapshot holds, arranged for being asked on every keystroke. Built once for a Snapshot, off the GUI
/// thread; then only read, from any thread.
class CompletionCatalog
{
public:
    explicit CompletionCatalog(catalog::SnapshotPtr snapshot,
                               QStringList searchPath = {QStringLiteral("public")});
    CompletionCatalog(const CompletionCatalog &) = delete;
    CompletionCatalog &operator=(const CompletionCatalog &) = delete;
    ~CompletionCatalog();

    const catalog::Snapshot &snapshot() const { return *m_snapshot; }
    const QStringList &searchPath() const { return m_searchPath; }

    const std::deque<Relation> &relations() const { return m_relations; }
    /// The one that a name of one or two parts means; a database before them is passed over.
    const Relation *relation(const QStringList &path) const;
    const std::vector<Link> &links(const Relation &relation) const;
    const std::vector<Routine> &routines() const { return m_routines; } ///< sorted by name
    std::span<const Routine> routines(const QString &name) const;
    const std::vector<DataType> &types() const { return m_types; }
    /// Labels of the enum that a type's text means, as columns or somebody's cast spell it.
    const catalog::Enum *enumOf(const QString &type) const;
    /// The attributes of a composite type.
    const catalog::Composite *compositeOf(const QString &type) const;
    const QStringList &schemas() const { return m_schemas; }
    const QStringList &settings() const { return m_settings; }
    /// The names that columns have anywhere, sorted, without the server's own.
    const QStringList &columnNames() const { return m_columnNames; }
    /// A name as it has to be written to mean what is in that schema.
    QString written(const QString &schema, const QString &name) const;

private:
    void addRelations();
    void addSystemRelations(const char *list);
    void addRelation(Relation relation, const QString &schema, const QString &name);
    void addLinks();
    void addRoutines();
    void addSystemRoutines();
    void addTypes();
    void addType(const catalog::Object &type, const ObjectId &id, const QString &note);

    catalog::SnapshotPtr m_snapshot;
    QStringList m_searchPath;
    std::deque<Relation> m_relations;
    std::deque<std::vector<catalog::Column>> m_systemColumns;
    QHash<QString, QHash<QString, const Relation *>> m_bySchema;
    QHash<const Relation *, std::vector<Link>> m_links;
    std::vector<Link> m_noLinks;
    std::vector<Routine> m_routines;
    std::vector<DataType> m_types;
    QHash<QString, const catalog::Enum *> m_enums;
    QHash<QString, const catalog::Composite *> m_composites;
    QStringList m_schemas;
    QStringList m_settings;
    QStringList m_columnNames;
};

} // namespace squall::sql
