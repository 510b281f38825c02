#pragma once

#include "core/base/quote.h"
#include "core/catalog/introspect.h"
#include "core/edit/rowkey.h"
#include "core/pg/connection.h"
#include "models/commit.h"
#include "tests/support/testserver.h"

namespace squall::test {

/// A database made by a script, and its rows by what they are called, to edit as the window would.
class EditDatabase
{
public:
    explicit EditDatabase(const QString &script, int version = TestServer::debianVersion)
        : m_options(TestServer::of(version).createDatabase())
        , m_connection(m_options)
    {
        run(script);
        refresh();
    }

    const pg::ConnectionOptions &options() const { return m_options; }
    pg::Connection &connection() { return m_connection; }
    const catalog::SnapshotPtr &snapshot() const { return m_snapshot; }

    void run(const QString &script)
    {
        if (const auto done = m_connection.runScript(script); !done)
            qFatal("%s", qPrintable(done.error().message + u'\n' + script));
    }
    void refresh()
    {
        auto read = catalog::introspect(m_connection);
        if (!read)
            qFatal("%s", qPrintable(read.error().message));
        m_snapshot = std::make_shared<catalog::Snapshot>(*std::move(read));
    }

    static ObjectId id(const QString &name) { return {Kind::Table, QStringLiteral("public"), name}; }
    static ObjectId viewId(const QString &name) { return {Kind::View, QStringLiteral("public"), name}; }

    struct Row
    {
        edit::RowIdentity identity;
        edit::RowValues values;
    };
    /// The rows of a relation that meet a condition, with their identities.
    std::vector<Row> rows(const ObjectId &relation, const QString &where = QStringLiteral("true"))
    {
        const auto key = edit::rowKey(*m_snapshot, relation);
        QStringList identity;
        for (const auto &name : key.columns)
            identity << QStringLiteral("t.") + quote(name);
        identity << QStringLiteral("t.*");
        const auto reply =
            m_connection.fetch({QStringLiteral("select %1 from %2 as t where %3 order by 1")
                                    .arg(identity.join(u','), quote(relation.schema, relation.name), where)});
        if (!reply)
            qFatal("%s", qPrintable(reply.error().message));
        std::vector<Row> rows;
        for (int row = 0; row < reply->rowCount(); ++row) {
            Row read;
            for (int column = 0; column < reply->columnCount(); ++column) {
                const auto cell = reply->cell(row, column);
                const auto value = cell ? Query::Parameter(cell->toByteArray()) : std::nullopt;
                if (column < key.columns.size())
                    read.identity.parts.emplace_back(key.columns[column], value.value_or(QByteArray()));
                else
                    read.values.insert(reply->fields()[static_cast<size_t>(column)].name, value);
            }
            rows.push_back(std::move(read));
        }
        return rows;
    }
    Row row(const ObjectId &relation, const QString &where)
    {
        auto found = rows(relation, where);
        if (found.size() != 1)
            qFatal("%zu rows of %s where %s", found.size(), qPrintable(relation.text()), qPrintable(where));
        return found.front();
    }
    /// The first column of a query's first row.
    QString text(const QString &sql)
    {
        const auto reply = m_connection.fetch({sql});
        if (!reply)
            qFatal("%s", qPrintable(reply.error().message));
        return reply->rowCount() > 0 ? reply->text(0, 0) : QString();
    }

    Result<models::CommitReport> commit(const std::vector<edit::StagedEdits> &edits,
                                        const models::CommitOptions &options = {})
    {
        const auto batch = models::prepareBatch(edits, m_snapshot);
        if (!batch)
            return batch.error();
        return models::commit(m_connection, *batch, options);
    }

private:
    pg::ConnectionOptions m_options;
    pg::Connection m_connection;
    catalog::SnapshotPtr m_snapshot;
};

} // namespace squall::test
