#include "models/project/projectrelations.h"

#include "core/catalog/lookup.h"

#include <QFileInfo>

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

/// One end of a relation in the database.
struct End
{
    const catalog::Table *table = nullptr;
    QStringList columns = {};

    bool isUnique() const { return catalog::lookupBy(*table, columns).unique; }
    bool isPrimaryKey() const
    {
        return std::any_of(
            table->constraints.begin(), table->constraints.end(), [this](const catalog::Constraint &each) {
                return each.type == catalog::Constraint::Type::PrimaryKey && each.columns == columns;
            });
    }
};

QString originOf(const drizzle::Relation &relation)
{
    const auto file = QFileInfo(relation.place.file).fileName();
    return relation.place.line > 0 ? u"%1:%2"_s.arg(file).arg(relation.place.line) : file;
}

class Reader
{
public:
    explicit Reader(const catalog::Snapshot &snapshot)
        : m_snapshot(snapshot)
    {
    }

    void read(const drizzle::Relation &relation)
    {
        if (relation.fault != drizzle::Relation::Fault::None)
            return;
        const auto from = endOf(relation.from.table, relation.from.columns);
        const auto to = endOf(relation.to.table, relation.to.columns);
        if (!from.table || !to.table)
            return;
        if (relation.through) {
            add(relation, endOf(relation.through->table, relation.through->from), from);
            add(relation, endOf(relation.through->table, relation.through->to), to);
        } else if (relation.kind == drizzle::Relation::Kind::Many || isReverse(from, to)) {
            add(relation, to, from);
        } else {
            add(relation, from, to);
        }
    }

    std::vector<Relation> take() { return std::move(m_found); }

private:
    /// Without a table when the database lacks it or one of the columns.
    End endOf(const QString &name, const QStringList &columns) const
    {
        const auto dot = name.indexOf(u'.');
        const auto *table = catalog::findTable(m_snapshot, {name.left(dot), name.mid(dot + 1)});
        const bool isWhole = table && !columns.isEmpty() &&
                             std::all_of(columns.begin(), columns.end(), [&](const QString &column) {
                                 return catalog::findColumn(table->columns, column) != nullptr;
                             });
        return {isWhole ? table : nullptr, columns};
    }

    /// Of two rows that have one another, the one that has the other's key points.
    static bool isReverse(const End &from, const End &to)
    {
        return (from.isUnique() && !to.isUnique()) || (from.isPrimaryKey() && !to.isPrimaryKey());
    }

    void add(const drizzle::Relation &relation, const End &from, const End &to)
    {
        if (!from.table || !to.table || from.columns.size() != to.columns.size())
            return;
        const auto lookup = catalog::lookupBy(*from.table, from.columns);
        Relation made{.name = relation.key,
                      .from = idOf(*from.table),
                      .columns = from.columns,
                      .to = idOf(*to.table),
                      .toColumns = to.columns,
                      .toOne = lookup.unique,
                      .indexed = lookup.indexed,
                      .origin = originOf(relation)};
        const bool isKnown = std::any_of(m_found.begin(), m_found.end(), [&](const Relation &each) {
            return joinSame(each, made) || joinSame(each, turned(made));
        });
        if (!isKnown)
            m_found.push_back(std::move(made));
    }

    static Relation turned(const Relation &relation)
    {
        return {.from = relation.to,
                .columns = relation.toColumns,
                .to = relation.from,
                .toColumns = relation.columns};
    }

    const catalog::Snapshot &m_snapshot;
    std::vector<Relation> m_found;
};

} // namespace

std::vector<Relation> relationsOf(const drizzle::ProjectSchema &schema, const catalog::Snapshot &snapshot)
{
    Reader reader(snapshot);
    // The side that has the key is the one that is called for it.
    for (const auto kind : {drizzle::Relation::Kind::One, drizzle::Relation::Kind::Many}) {
        for (const auto &relation : schema.relations) {
            if (relation.kind == kind)
                reader.read(relation);
        }
    }
    return reader.take();
}

std::vector<diagram::Declared> declaredBy(const drizzle::ProjectSchema &schema,
                                          const catalog::Snapshot &snapshot)
{
    std::vector<diagram::Declared> declared;
    for (const auto &relation : relationsOf(schema, snapshot)) {
        const auto *table = catalog::findTable(snapshot, {relation.from.schema, relation.from.name});
        const bool mayBeNull =
            std::any_of(relation.columns.begin(), relation.columns.end(), [&](const QString &column) {
                return !catalog::findColumn(table->columns, column)->notNull;
            });
        declared.push_back({.from = relation.from,
                            .columns = relation.columns,
                            .to = relation.to,
                            .toColumns = relation.toColumns,
                            .optional = mayBeNull,
                            .single = relation.toOne,
                            .source = relation.origin});
    }
    return declared;
}

} // namespace squall::models
