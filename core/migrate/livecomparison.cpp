#include "core/migrate/livecomparison.h"

#include "core/catalog/introspect.h"
#include "core/drizzle/catalogof.h"
#include "core/drizzle/migration.h"
#include "core/drizzle/pull/companion.h"
#include "core/drizzle/pull/snapshotof.h"

#include <QCoreApplication>
#include <QSet>

#include <utility>

namespace squall::migrate {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::migrate::LiveComparison)
};

/// The part of a schema that the database is asked about.
void restrictTo(const drizzle::Selection &selection, drizzle::Snapshot &schema)
{
    const auto keep = [&](auto &members) {
        auto kept = members;
        for (const auto &[key, object] : members) {
            if (!selection.hasSchema(drizzle::schemaOf(object.schema)))
                kept.remove(key);
        }
        members = kept;
    };
    keep(schema.views);
    keep(schema.sequences);
    auto tables = schema.tables;
    for (const auto &[key, table] : tables) {
        catalog::Object object;
        object.schema = drizzle::schemaOf(table.schema);
        object.name = table.name;
        if (!selection.hasRelation(object))
            schema.tables.remove(key);
    }
}

/// Roles belong to the whole server: none is made for a comparison. Checks come after all else: a function
/// that one calls may want the table's own type.
Result<QStringList> creation(const drizzle::Snapshot &schema)
{
    auto whole = schema;
    whole.roles = {};
    whole.policies = {};
    auto unchecked = whole;
    for (const auto &[key, table] : whole.tables)
        unchecked.tables.find(key)->checkConstraints = {};
    QStringList statements;
    const auto empty = drizzle::emptySnapshot();
    const auto *from = &empty;
    for (const auto *to : {&std::as_const(unchecked), &std::as_const(whole)}) {
        const auto migration = drizzle::migrationOf(*from, *to, {});
        if (!migration)
            return migration.error();
        statements += migration->statements;
        from = to;
    }
    return statements;
}

/// Where there are policies, row security is on: TypeScript has no words for the other.
void enableWithPolicies(drizzle::Snapshot &schema)
{
    auto tables = schema.tables;
    for (const auto &[key, table] : tables)
        schema.tables.find(key)->isRlsEnabled |= !table.policies.empty();
}

/// Reads back what the server makes of schemas.
class Trial
{
public:
    Trial(const catalog::SnapshotPtr &live, const drizzle::Selection &selection,
          const MakeScratch &makeScratch)
        : m_live(live)
        , m_selection(selection)
        , m_makeScratch(makeScratch)
    {
    }

    Result<drizzle::Snapshot> readBack(const drizzle::Snapshot &schema) const
    {
        const auto scratch = m_makeScratch();
        if (!scratch)
            return scratch.error();
        auto &connection = (*scratch)->connection();
        if (const auto built = build(schema, connection); !built)
            return built.error();
        const auto catalog = catalog::introspect(connection);
        if (!catalog)
            return catalog.error();
        auto made = drizzle::snapshotOf(*catalog, m_selection).snapshot;
        // Partitions and foreign tables were made for others to lean on, as plain ones.
        for (const auto &table : m_live->tables) {
            const auto key = table.schema + u'.' + table.name;
            if (!drizzle::hasTableFor(table, m_selection) && !schema.tables.contains(key))
                made.tables.remove(key);
        }
        made.roles = schema.roles;
        enableWithPolicies(made);
        return made;
    }

private:
    /// With what the schema leans on as the live database has it.
    Result<Done> build(const drizzle::Snapshot &schema, pg::Connection &scratch) const
    {
        const auto around = drizzle::surroundings(m_live, m_selection);
        if (!around)
            return around.error();
        const auto own = creation(schema);
        if (!own)
            return own.error();
        const QSet<QString> ours(own->begin(), own->end());
        const auto left =
            applyAsFarAsPossible(scratch, QStringList{u"SET check_function_bodies = off"_s} + *around + *own);
        for (const auto &[statement, error] : left) {
            if (error.code == Error::Code::Cancelled || error.code == Error::Code::Connection)
                return error;
            if (ours.contains(statement)) {
                auto told = error;
                told.message =
                    Words::tr("The schema cannot be made in an empty database: %1").arg(error.message);
                told.detail = statement.trimmed();
                return told;
            }
        }
        return Done{};
    }

    const catalog::SnapshotPtr &m_live;
    const drizzle::Selection &m_selection;
    const MakeScratch &m_makeScratch;
};

Result<LiveDifference> differenceOf(const drizzle::Snapshot &from, const drizzle::Snapshot &to)
{
    const auto migration = drizzle::migrationOf(from, to, {});
    if (!migration)
        return migration.error();
    return LiveDifference{migration->statements, migration->notes};
}

} // namespace

Result<LiveDifference> compareWithLive(const catalog::SnapshotPtr &live, const drizzle::Selection &selection,
                                       const drizzle::Snapshot &schema, const MakeScratch &makeScratch)
{
    auto from = drizzle::snapshotOf(*live, selection).snapshot;
    enableWithPolicies(from);
    auto wanted = schema;
    restrictTo(selection, wanted);
    if (from.roles.empty())
        wanted.roles = {};
    for (const auto &[key, view] : schema.views) {
        if (view.isExisting)
            from.views.remove(key);
    }
    const Trial trial(live, selection, makeScratch);
    const auto to = trial.readBack(wanted);
    if (!to)
        return to.error();
    auto difference = differenceOf(from, *to);
    if (!difference || difference->statements.isEmpty())
        return difference;
    const auto fromAgain = trial.readBack(from);
    const auto toAgain = fromAgain ? trial.readBack(*to) : fromAgain;
    // What cannot be made once more differs as it was seen first.
    if (!fromAgain || !toAgain)
        return difference;
    return differenceOf(*fromAgain, *toAgain);
}

} // namespace squall::migrate
