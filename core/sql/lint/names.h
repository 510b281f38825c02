#pragma once

#include "core/sql/completioncatalog.h"
#include "core/sql/lint/node.h"

#include <QHash>
#include <QSet>

#include <deque>
#include <optional>
#include <vector>

/// What the names in a parsed statement mean, exactly, or that nobody here can know. `Scope` answers the same
/// for text that is still being written, where a guess is better than silence; here it is the other way
/// round.
namespace squall::sql {

/// A column that a query reads.
struct KnownColumn
{
    enum class Nulls : unsigned char { Unknown, Never, Possible };

    QString name;
    QString type = {}; ///< empty: nobody knows
    Nulls nulls = Nulls::Unknown;
    const catalog::Column *column = nullptr; ///< where it comes from unchanged
    const Relation *relation = nullptr;
};

/// The columns of a query or of something in FROM.
struct KnownColumns
{
    std::vector<KnownColumn> columns = {};
    bool complete = false; ///< there are no others

    const KnownColumn *find(const QString &name) const;
};

struct KnownSource
{
    QString name;
    const Node *node = nullptr;
    KnownColumns columns = {};
    const Relation *relation = nullptr;
    bool optional = false;       ///< an outer join may leave it without a row
    bool dependent = false;      ///< a function or LATERAL: made from what stands before it
    const Node *query = nullptr; ///< of a subquery in FROM
};

/// One SELECT, INSERT, … with what its names can mean.
struct NameLevel
{
    const Node *statement = nullptr;
    const NameLevel *outer = nullptr;
    std::deque<KnownSource> sources = {};
    QSet<QString> merged = {}; ///< columns that USING or NATURAL make one
    bool natural = false;
    QStringList outputs = {};
};

struct NameMeaning
{
    enum class Kind : unsigned char {
        Unsure,
        Column,
        Row,           ///< a whole row, an output, or a column that every table has
        UnknownColumn, ///< there is certainly no such column
        UnknownSource, ///< nor anything of the name before the dot
        Ambiguous,
    };

    Kind kind = Kind::Unsure;
    const NameLevel *level = nullptr;
    const KnownSource *source = nullptr;
    const KnownColumn *column = nullptr;
};

class Names
{
public:
    /// `made`: relations that the script itself makes, and so nobody else knows.
    Names(const SyntaxTree &tree, const CompletionCatalog *catalog, const QSet<QString> &made);
    Names(const Names &) = delete;
    Names &operator=(const Names &) = delete;

    const std::deque<NameLevel> &levels() const { return m_levels; }
    /// The level that reads a relation or a SELECT; null for what is not understood.
    const NameLevel *levelOf(const Node &node) const { return m_levelOf.value(&node); }
    /// All names of columns, in no particular order.
    const std::vector<const Node *> &references() const { return m_references; }
    NameMeaning meaning(const Node &columnRef) const;
    /// Names of relations that certainly are none.
    const std::vector<const Node *> &unknownRelations() const { return m_unknownRelations; }
    struct Target
    {
        const Node *name = nullptr; ///< the ResTarget
        const Relation *relation = nullptr;
    };
    /// The columns that are written to.
    const std::vector<Target> &targets() const { return m_targets; }
    const KnownColumns &output(const Node &select) const;
    const Relation *relation(const Node &rangeVar) const;

private:
    using CommonTables = QHash<QString, KnownColumns>;

    KnownColumns read(const Node &statement, const NameLevel *outer, const CommonTables &tables);
    KnownColumns readStatement(const Node &statement, const NameLevel *outer, const CommonTables &tables);
    KnownColumns readSelect(const Node &select, const NameLevel *outer, const CommonTables &tables);
    KnownColumns readSetOperation(const Node &select, const NameLevel *outer, const CommonTables &tables);
    KnownColumns readInsert(const Node &insert, const NameLevel *outer, const CommonTables &tables);
    KnownColumns readChange(const Node &change, const NameLevel *outer, const CommonTables &tables);
    CommonTables readWith(const Node &statement, const NameLevel *outer, CommonTables tables);
    void readFrom(const Node &item, NameLevel &level, const CommonTables &tables, bool optional);
    void readJoin(const Node &join, NameLevel &level, const CommonTables &tables, bool optional);
    void readAliasedJoin(const Node &join, NameLevel &level, const CommonTables &tables, bool optional);
    KnownSource readRelation(const Node &rangeVar, const CommonTables &tables);
    void readExpressions(const Node &node, const NameLevel *level, const CommonTables &tables);
    KnownColumns outputs(const std::vector<const Node *> &items, const NameLevel &level) const;
    void addOutput(KnownColumns &found, const Node &item, const NameLevel &level) const;
    void addStar(KnownColumns &found, const QStringList &path, const NameLevel &level) const;
    NameLevel &newLevel(const Node &statement, const NameLevel *outer);
    NameMeaning bare(const QString &name, const NameLevel &level) const;
    NameMeaning qualified(const QString &source, const QString &name, const NameLevel &level) const;
    bool mayBeRelation(const Node &rangeVar) const;

    const CompletionCatalog *m_catalog;
    const QSet<QString> &m_made;
    std::deque<NameLevel> m_levels;
    QHash<const Node *, const NameLevel *> m_levelOf;
    QHash<const Node *, KnownColumns> m_outputs;
    std::vector<const Node *> m_references;
    std::vector<const Node *> m_unknownRelations;
    std::vector<Target> m_targets;
};

/// Whether every object of the schema is in the catalog, and none may be an extension's.
bool knowsAllRelations(const CompletionCatalog &catalog, const QString &schema);

/// The type as the catalogs spell it, for a TypeName; empty when it is none of the server's own.
QString builtInType(const Node &typeName);

} // namespace squall::sql
