#include "core/catalog/introspect.h"

#include "core/catalog/queries.h"
#include "core/catalog/readers.h"
#include "core/catalog/serverversion.h"
#include "core/pg/connection.h"

namespace squall::catalog {

using namespace Qt::StringLiterals;

namespace {

/// A query and what takes its rows; without a reader its reply is of no interest.
struct Reading
{
    const char *query;
    void (*read)(Row &row, Assembly &assembly) = nullptr;
};

/// In this order: a reader needs what the queries before it brought.
constexpr Reading readings[] = {
    {"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"},
    {queries::settings},
    {queries::members, readMember},
    {queries::roles, readRole},
    {queries::database, readDatabase},
    {queries::schemas, readSchema},
    {queries::extensions, readExtension},
    {queries::tables, readTable},
    {queries::views, readView},
    {queries::columns, readColumn},
    {"COMMIT"},
};

std::vector<Query> queriesFor(int serverVersion)
{
    std::vector<Query> list;
    for (const auto &reading : readings)
        list.push_back({queryForServer(reading.query, serverVersion / 10000)});
    return list;
}

Result<Snapshot> readOnce(pg::Connection &connection)
{
    Assembly assembly;
    assembly.snapshot.database->serverVersion = connection.serverVersion();
    const auto read = connection.pipeline(
        queriesFor(connection.serverVersion()), [&](size_t query, const pg::RowBatch &batch) -> Result<Done> {
            if (const auto reader = readings[query].read) {
                for (int number = 0; number < batch.rowCount(); ++number) {
                    Row row(batch, number, assembly.strings);
                    reader(row, assembly);
                }
            }
            return Done{};
        });
    if (!read) {
        if (connection.isOpen() && connection.transactionStatus() != pg::TransactionStatus::Idle)
            [[maybe_unused]] const auto rolledBack = connection.fetch({u"ROLLBACK"_s});
        return read.error();
    }
    return assembly.finish();
}

/// What PostgreSQL's deparsing functions say when something was dropped after the snapshot was taken.
bool isConcurrentDrop(const Error &error)
{
    return error.sqlState == u"XX000" || error.sqlState == u"42P01" || error.sqlState == u"42704";
}

} // namespace

Result<Snapshot> introspect(pg::Connection &connection)
{
    if (const auto open = connection.open(); !open)
        return open.error();
    if (connection.transactionStatus() != pg::TransactionStatus::Idle)
        return Error{.code = Error::Code::Usage, .message = u"introspect needs a transaction of its own"_s};
    constexpr int attempts = 3;
    for (int attempt = 1;; ++attempt) {
        auto snapshot = readOnce(connection);
        if (snapshot || attempt == attempts || !isConcurrentDrop(snapshot.error()))
            return snapshot;
    }
}

} // namespace squall::catalog
