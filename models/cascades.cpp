#include "models/cascades.h"

#include "core/base/quote.h"
#include "core/edit/statementneeds.h"
#include "core/edit/typename.h"
#include "core/pg/connection.h"
#include "models/arrayparameter.h"

#include <QSet>

#include <algorithm>
#include <functional>

namespace squall::models {

using namespace Qt::StringLiterals;
using catalog::Constraint;
using catalog::Table;

namespace {

constexpr int cascadeDepth = 6;

/// Whether rows can be found by these columns without reading the table.
bool isIndexed(const Table &table, const QStringList &columns)
{
    return std::any_of(table.indexes.begin(), table.indexes.end(), [&](const catalog::Index &index) {
        if (!index.valid || !index.predicate.isEmpty() ||
            columns.size() > static_cast<int>(index.keys.size()) ||
            (index.method != u"btree" && index.method != u"hash"))
            return false;
        return std::all_of(index.keys.begin(), index.keys.begin() + columns.size(),
                           [&](const catalog::IndexKey &key) { return columns.contains(key.column); });
    });
}

/// The rows that go, as a query with parameters: `select a, b from …`.
struct Going
{
    const Table *table = nullptr;
    /// For the columns named; rows beyond the limit are left out.
    std::function<Query(const QStringList &columns)> rows;
};

class Reader
{
public:
    Reader(pg::Connection &connection, const catalog::Snapshot &snapshot)
        : m_connection(connection)
        , m_snapshot(snapshot)
    {
    }

    Result<std::vector<Cascade>> follow(const Going &going, int depth)
    {
        std::vector<Cascade> cascades;
        for (const auto &table : m_snapshot.tables) {
            for (const auto &key : table.constraints) {
                if (key.type != Constraint::Type::ForeignKey || key.inheritedForeignKey || !key.enforced ||
                    !edit::isPartOf(m_snapshot, *going.table, key.referencedTable))
                    continue;
                auto cascade = through(going, table, key, depth);
                if (!cascade)
                    return cascade.error();
                if (!cascade->rows || *cascade->rows > 0)
                    cascades.push_back(*std::move(cascade));
            }
        }
        return cascades;
    }

private:
    /// The rows of `table` that reference what goes, at most so many.
    Query referencing(const Going &going, const Table &table, const Constraint &key,
                      const QStringList &wanted) const
    {
        auto query = going.rows(key.referencedColumns);
        QStringList conditions;
        for (int i = 0; i < key.columns.size(); ++i)
            conditions << u"r.%1 = g.%2"_s.arg(quote(key.columns[i]), quote(key.referencedColumns[i]));
        QStringList shown;
        for (const auto &name : wanted)
            shown << u"r."_s + quote(name);
        query.text = u"select %1 from (%2) as g join %3 as r on %4 limit %5"_s.arg(
            shown.isEmpty() ? u"1"_s : shown.join(u", "), query.text, quote(table.schema, table.name),
            conditions.join(u" and "), QString::number(cascadeCountLimit + 1));
        return query;
    }

    Result<Cascade> through(const Going &going, const Table &table, const Constraint &key, int depth)
    {
        Cascade cascade{.relation = catalog::idOf(table),
                        .constraint = key.name,
                        .columns = key.columns,
                        .action = key.onDelete};
        if (!isIndexed(table, key.columns))
            return cascade;
        auto query = referencing(going, table, key, {});
        query.text = u"select count(*) from (%1) as referencing"_s.arg(query.text);
        const auto reply = m_connection.fetchReadOnly(query);
        if (!reply)
            return reply.error();
        const auto rows = reply->text(0, 0).toLongLong();
        cascade.more = rows > cascadeCountLimit;
        cascade.rows = std::min<qint64>(rows, cascadeCountLimit);
        const bool goesOn = rows > 0 && key.onDelete == Constraint::Action::Cascade && depth < cascadeDepth &&
                            !m_path.contains(key.name);
        if (!goesOn)
            return cascade;
        // A key that leads back to where it began is followed once.
        m_path.insert(key.name);
        const Going next{&table,
                         [&](const QStringList &columns) { return referencing(going, table, key, columns); }};
        auto then = follow(next, depth + 1);
        m_path.remove(key.name);
        if (!then)
            return then.error();
        cascade.then = *std::move(then);
        return cascade;
    }

    pg::Connection &m_connection;
    const catalog::Snapshot &m_snapshot;
    QSet<QString> m_path;
};

/// The removed rows' values of some columns, out of parameters.
Query given(const catalog::Snapshot &snapshot, const Table &table,
            const std::vector<edit::RowValues> &removed, const QStringList &columns)
{
    Query query;
    QStringList arrays;
    QStringList names;
    for (const auto &name : columns) {
        const auto *column = catalog::findColumn(table.columns, name);
        std::vector<QByteArray> values;
        for (const auto &row : removed) {
            // What is NULL is not referenced.
            const bool whole = std::all_of(columns.begin(), columns.end(),
                                           [&](const QString &each) { return row.value(each).has_value(); });
            if (whole)
                values.push_back(*row.value(name));
        }
        query.parameters.emplace_back(arrayParameter(values));
        arrays << u"$%1::%2[]"_s.arg(QString::number(query.parameters.size()),
                                     edit::baseType(snapshot, column ? column->type : u"text"_s).plain());
        names << quote(name);
    }
    query.text = u"select * from unnest(%1) as removed (%2)"_s.arg(arrays.join(u", "), names.join(u", "));
    return query;
}

} // namespace

Result<std::vector<Cascade>> readCascades(pg::Connection &connection, const catalog::Snapshot &snapshot,
                                          const ObjectId &relation,
                                          const std::vector<edit::RowValues> &removed)
{
    const auto *table = catalog::findTable(snapshot, {relation.schema, relation.name});
    if (!table || removed.empty())
        return std::vector<Cascade>();
    const Going going{table,
                      [&](const QStringList &columns) { return given(snapshot, *table, removed, columns); }};
    return Reader(connection, snapshot).follow(going, 1);
}

Result<std::vector<Cascade>> readCascades(pg::Connection &connection, const catalog::Snapshot &snapshot,
                                          const edit::StagedEdits &edits)
{
    std::vector<edit::RowValues> removed;
    for (const auto &row : edits.rows()) {
        if (row.removed)
            removed.push_back(row.original);
    }
    return readCascades(connection, snapshot, edits.relation(), removed);
}

} // namespace squall::models
