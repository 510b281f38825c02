#include "models/cascades.h"

#include "core/base/quote.h"
#include "core/catalog/lookup.h"
#include "core/edit/statementneeds.h"
#include "core/edit/typename.h"
#include "core/pg/connection.h"
#include "models/arrayparameter.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <set>
#include <utility>

namespace squall::models {

using namespace Qt::StringLiterals;
using catalog::Constraint;
using catalog::Table;

namespace {

constexpr int cascadeDepth = 6;
constexpr std::chrono::milliseconds longestCount{1000};

/// The rows that go, as a query with parameters: `select a, b from …`.
struct Going
{
    const Table *table = nullptr;
    /// For the columns named; rows beyond the limit are left out.
    std::function<Query(const QStringList &columns)> rows;
};

QStringList namesOf(const edit::RowIdentity &row)
{
    QStringList names;
    for (const auto &[name, value] : row.parts)
        names << name;
    return names;
}

class Reader
{
public:
    Reader(pg::Connection &connection, const catalog::Snapshot &snapshot,
           const std::vector<edit::StagedEdits> &edits)
        : m_connection(connection)
        , m_snapshot(snapshot)
        , m_edits(edits)
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
    /// Rows of `table` that the edits take care of by themselves, if they can be told by the same columns.
    std::vector<edit::RowIdentity> spared(const Table &table, const Constraint &key) const
    {
        std::vector<edit::RowIdentity> rows;
        for (const auto &edits : m_edits) {
            const auto *edited =
                catalog::findTable(m_snapshot, {edits.relation().schema, edits.relation().name});
            if (!edited || !edit::isPartOf(m_snapshot, *edited, {table.schema, table.name}))
                continue;
            for (auto row = edits.rows().begin(); row != edits.rows().end(); ++row) {
                const bool pointsElsewhere =
                    std::any_of(key.columns.begin(), key.columns.end(),
                                [&](const QString &column) { return row->values.contains(column); });
                const bool comparable = (edited == &table || !row.key().isPhysical()) &&
                                        (rows.empty() || namesOf(rows.front()) == namesOf(row.key()));
                if ((row->removed || pointsElsewhere) && comparable)
                    rows.push_back(row.key());
            }
        }
        return rows;
    }

    /// ` and …`: the row of `table`, called `r`, is none of these.
    QString isNone(const Table &table, const std::vector<edit::RowIdentity> &rows,
                   std::vector<Query::Parameter> &parameters) const
    {
        if (rows.empty())
            return {};
        QStringList arrays;
        QStringList conditions;
        const auto names = namesOf(rows.front());
        for (qsizetype part = 0; part < names.size(); ++part) {
            std::vector<QByteArray> values;
            values.reserve(rows.size());
            for (const auto &row : rows)
                values.push_back(row.parts[static_cast<size_t>(part)].second);
            parameters.emplace_back(arrayParameter(values));
            const auto *column = catalog::findColumn(table.columns, names[part]);
            const auto type = column                   ? edit::baseType(m_snapshot, column->type).plain()
                              : names[part] == u"ctid" ? u"tid"_s
                                                       : u"oid"_s;
            arrays << u"$%1::%2[]"_s.arg(QString::number(parameters.size()), type);
            conditions << u"r.%1 = s.c%2"_s.arg(quote(names[part]), QString::number(part));
        }
        QStringList columns;
        for (qsizetype part = 0; part < names.size(); ++part)
            columns << u"c"_s + QString::number(part);
        return u" and not exists (select from unnest(%1) as s (%2) where %3)"_s.arg(
            arrays.join(u", "), columns.join(u", "), conditions.join(u" and "));
    }

    /// The rows of `table` that reference what goes, at most so many. Looked up one by one: planned as a
    /// whole they would be joined, which reads the table where nothing references.
    Query referencing(const Going &going, const Table &table, const Constraint &key,
                      const QStringList &wanted) const
    {
        auto query = going.rows(key.referencedColumns);
        QStringList conditions;
        for (int i = 0; i < key.columns.size(); ++i)
            conditions << u"r.%1 = g.%2"_s.arg(quote(key.columns[i]), quote(key.referencedColumns[i]));
        const auto others = isNone(table, spared(table, key), query.parameters);
        QStringList shown;
        for (const auto &name : wanted)
            shown << u"r."_s + quote(name);
        const auto limit = QString::number(cascadeCountLimit + 1);
        query.text =
            u"select r.* from (%1) as g cross join lateral (select %2 from %3 as r where %4%5 limit %6)"
            " as r limit %6"_s.arg(query.text, shown.isEmpty() ? u"1"_s : shown.join(u", "),
                                   quote(table.schema, table.name), conditions.join(u" and "), others, limit);
        return query;
    }

    Result<Cascade> through(const Going &going, const Table &table, const Constraint &key, int depth)
    {
        Cascade cascade{.relation = catalog::idOf(table),
                        .constraint = key.name,
                        .columns = key.columns,
                        .action = key.onDelete};
        if (key.period || !lookupBy(table, key.columns).indexed)
            return cascade;
        auto query = referencing(going, table, key, {});
        query.text = u"select sum(1) from (%1) as referencing"_s.arg(query.text);
        const auto reply = m_connection.fetchReadOnly(query, longestCount);
        if (!reply && reply.error().code == Error::Code::Timeout) {
            cascade.slow = true;
            return cascade;
        }
        if (!reply)
            return reply.error();
        const auto rows = reply->text(0, 0).toLongLong();
        cascade.more = rows > cascadeCountLimit;
        cascade.rows = std::min<qint64>(rows, cascadeCountLimit);
        const auto step = std::pair(catalog::idOf(table), key.name);
        const bool goesOn = rows > 0 && key.onDelete == Constraint::Action::Cascade && depth < cascadeDepth &&
                            !m_path.contains(step);
        if (!goesOn)
            return cascade;
        // A key that leads back to where it began is followed once.
        m_path.insert(step);
        const Going next{&table,
                         [&](const QStringList &columns) { return referencing(going, table, key, columns); }};
        auto then = follow(next, depth + 1);
        m_path.erase(step);
        if (!then)
            return then.error();
        cascade.then = *std::move(then);
        return cascade;
    }

    pg::Connection &m_connection;
    const catalog::Snapshot &m_snapshot;
    const std::vector<edit::StagedEdits> &m_edits;
    std::set<std::pair<ObjectId, QString>> m_path; ///< the keys that lead here
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

std::vector<edit::RowValues> removedBy(const edit::StagedEdits &edits)
{
    std::vector<edit::RowValues> removed;
    for (const auto &row : edits.rows()) {
        if (row.removed)
            removed.push_back(row.original);
    }
    return removed;
}

} // namespace

Result<Cascades> readCascades(pg::Connection &connection, const catalog::Snapshot &snapshot,
                              const std::vector<edit::StagedEdits> &edits)
{
    Cascades cascades;
    Reader reader(connection, snapshot, edits);
    for (const auto &staged : edits) {
        const auto *table = catalog::findTable(snapshot, {staged.relation().schema, staged.relation().name});
        const auto removed = removedBy(staged);
        if (!table || removed.empty())
            continue;
        const Going going{
            table, [&](const QStringList &columns) { return given(snapshot, *table, removed, columns); }};
        auto found = reader.follow(going, 1);
        if (!found)
            return found.error();
        cascades.emplace(staged.relation(), *std::move(found));
    }
    return cascades;
}

} // namespace squall::models
