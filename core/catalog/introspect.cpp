#include "core/catalog/introspect.h"

#include "core/catalog/queries.h"
#include "core/catalog/readers.h"
#include "core/catalog/serverversion.h"
#include "core/pg/connection.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace squall::catalog {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::catalog::Introspection)
};

/// A query and what takes its rows; without a reader its reply is of no interest.
struct Reading
{
    enum class For { Everyone, Superusers, Others };

    const char *query;
    void (*read)(Row &row, Assembly &assembly) = nullptr;
    For whom = For::Everyone;
};

/// In this order: a reader needs what the queries before it brought.
constexpr Reading readings[] = {
    {"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"},
    {queries::settings},
    {queries::members, readMember},
    {queries::roles, readRole},
    {queries::memberships, readMembership},
    {queries::database, readDatabase},
    {queries::schemas, readSchema},
    {queries::extensions, readExtension},
    {queries::enums, readEnum},
    {queries::domains, readDomain},
    {queries::domain_constraints, readDomainConstraint},
    {queries::composites, readComposite},
    {queries::ranges, readRange},
    {queries::base_types, readBaseType},
    {queries::constructors, readConstructor},
    {queries::functions, readFunction},
    {queries::aggregates, readFunction},
    {queries::tables, readTable},
    {queries::views, readView},
    {queries::collation_names, readCollationName},
    {queries::operator_class_names, readOperatorClassName},
    {queries::columns, readColumn},
    {queries::column_details, readColumnDetails},
    {queries::sequences, readSequence},
    {queries::inheritance, readInheritance},
    {queries::constraints, readConstraint},
    {queries::indexes, readIndex},
    {queries::triggers, readTrigger},
    {queries::rules, readRule},
    {queries::policies, readPolicy},
    {queries::languages, readLanguage},
    {queries::access_methods, readAccessMethod},
    {queries::collations, readCollation},
    {queries::operators, readOperator},
    {queries::operator_families, readOperatorFamily},
    {queries::operator_classes, readOperatorClass},
    {queries::casts, readCast},
    {queries::transforms, readTransform},
    {queries::conversions, readConversion},
    {queries::text_search_parsers, readTextSearchParser},
    {queries::text_search_templates, readTextSearchTemplate},
    {queries::text_search_dictionaries, readTextSearchDictionary},
    {queries::text_search_configurations, readTextSearchConfiguration},
    {queries::foreign_data_wrappers, readForeignDataWrapper},
    {queries::foreign_servers, readForeignServer},
    {queries::user_mappings, readUserMapping},
    {queries::statistics, readStatistics},
    {queries::publications, readPublication},
    {queries::subscriptions, readSubscription, Reading::For::Superusers},
    {queries::subscriptions_restricted, readSubscription, Reading::For::Others},
    {queries::event_triggers, readEventTrigger},
    {queries::default_privileges, readDefaultPrivileges},
    {queries::unmodeled, readUnmodeled},
    {queries::dependencies, readDependency},
    {"COMMIT"},
};

std::vector<Reading> readingsFor(const pg::Connection &connection)
{
    const bool superuser = connection.parameterStatus("is_superuser") == "on";
    const auto hidden = superuser ? Reading::For::Others : Reading::For::Superusers;
    std::vector<Reading> list;
    std::copy_if(std::begin(readings), std::end(readings), std::back_inserter(list),
                 [&](const Reading &reading) { return reading.whom != hidden; });
    return list;
}

Result<Snapshot> readOnce(pg::Connection &connection)
{
    Assembly assembly;
    assembly.snapshot.database->serverVersion = connection.serverVersion();
    const auto chosen = readingsFor(connection);
    std::vector<Query> queries;
    queries.reserve(chosen.size());
    for (const auto &reading : chosen)
        queries.push_back({queryForServer(reading.query, connection.serverVersion() / 10000)});

    const auto read =
        connection.pipeline(queries, [&](size_t query, const pg::RowBatch &batch) -> Result<Done> {
            if (const auto reader = chosen[query].read) {
                for (int number = 0; number < batch.rowCount(); ++number) {
                    Row row(batch, number, assembly.strings);
                    reader(row, assembly);
                }
            }
            return Done{};
        });
    // The pipeline has rolled back what it began.
    if (!read)
        return read.error();
    return assembly.finish();
}

constexpr int oldestServer = 12'00'00;

Error tooOld(const pg::Connection &connection)
{
    return {.code = Error::Code::Unsupported,
            .message = Text::tr("This server is PostgreSQL %1, which is too old to be read.")
                           .arg(QString::fromLatin1(connection.parameterStatus("server_version"))),
            .hint = Text::tr("PostgreSQL 12 and newer are supported.")};
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
    if (connection.serverVersion() < oldestServer)
        return tooOld(connection);
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
