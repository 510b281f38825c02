#include "core/drizzle/generation.h"

#include "core/drizzle/historywords.h"
#include "core/drizzle/idempotent.h"
#include "core/drizzle/migration.h"
#include "core/drizzle/newmigration.h"
#include "core/drizzle/statements.h"

#include <QCoreApplication>

#include <algorithm>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

using Kind = HistoryProblem::Kind;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::drizzle::Generation)
};

/// What drizzle-kit writes for `--custom`.
const auto customText = u"-- Custom SQL migration file, put your code below! --"_s;

/// Whether a migration that came now would build on what is wrong.
bool standsInTheWay(const History &history, const HistoryProblem &problem)
{
    switch (problem.kind) {
    case Kind::BackInTime:
    case Kind::LostParent:
    case Kind::UnknownFile: return false;
    case Kind::MissingSnapshot: return problem.other == history.journal().entries().back().tag;
    default: return true;
    }
}

QString headerOf(const QString &tag, const Generation &options)
{
    auto words = tag.section(u'_', 1);
    words.replace(u'_', u' ');
    return u"-- Migration: %1\n-- Created: %2\n-- Description: %3\n\n"_s.arg(
        tag, options.now.toUTC().toString(Qt::ISODate), words);
}

QString textOf(const QStringList &statements, const QString &tag, const Generation &options)
{
    const auto script =
        scriptOf(options.idempotent ? idempotent(statements) : statements, options.breakpoints);
    return options.header ? headerOf(tag, options) + script : script;
}

diff::Renames reversed(const diff::Renames &renames)
{
    diff::Renames back;
    for (auto each = renames.begin(); each != renames.end(); ++each)
        back.insert(each.value(), each.key());
    return back;
}

/// A name, a time and the rest of what is the same for all.
Result<NewMigration> begin(const History &history, const Generation &options)
{
    const auto name = nextName(history, options.prefix, options.name, options.now);
    if (!name)
        return name.error();
    return NewMigration{.name = *name,
                        .when = nextTime(history.journal(), options.now),
                        .breakpoints = options.breakpoints,
                        .sql = {},
                        .snapshot = {}};
}

/// Why no migration can follow: the first reason with what to do, the others in the detail.
std::optional<Error> obstacle(const History &history)
{
    std::optional<Error> error;
    for (const auto &problem : history.problems()) {
        if (!standsInTheWay(history, problem))
            continue;
        if (!error)
            error =
                Error{.code = Error::Code::Conflict, .message = sentence(problem), .hint = remedy(problem)};
        else
            error->detail += (error->detail.isEmpty() ? QString() : u"\n"_s) + sentence(problem);
    }
    return error;
}

} // namespace

Result<Snapshot> startOf(const History &history, MigrationPrefix prefix)
{
    if (auto error = obstacle(history))
        return *std::move(error);
    if (auto base = baseOf(history, prefix))
        return *std::move(base);
    return Error{.code = Error::Code::Parse,
                 .message = Words::tr("The last snapshot cannot be read, so nobody knows what has changed.")};
}

Result<WrittenMigration> generate(const History &history, const Snapshot &start, const Snapshot &schema,
                                  const diff::Renames &renames, const Generation &options)
{
    const auto changes = migrationOf(start, schema, renames);
    if (!changes)
        return changes.error();
    if (changes->statements.isEmpty())
        return WrittenMigration{};
    auto migration = begin(history, options);
    if (!migration)
        return migration.error();
    migration->sql = textOf(changes->statements, migration->name.tag, options);
    if (options.down) {
        const auto back = migrationOf(schema, start, reversed(renames));
        if (!back)
            return back.error();
        migration->downSql = textOf(back->statements, migration->name.tag, options);
    }
    migration->snapshot = schema;
    migration->snapshot.prevId = start.id;
    const auto file = addMigration(history, *migration);
    if (!file)
        return file.error();
    return WrittenMigration{*file, changes->notes};
}

Result<WrittenMigration> generateCustom(const History &history, const Snapshot &start,
                                        const Generation &options)
{
    auto migration = begin(history, options);
    if (!migration)
        return migration.error();
    migration->sql = (options.header ? headerOf(migration->name.tag, options) : QString()) + customText;
    if (options.down)
        migration->downSql = migration->sql;
    migration->snapshot = start;
    migration->snapshot.prevId = start.id;
    migration->written = WrittenAs::Copied;
    const auto file = addMigration(history, *migration);
    if (!file)
        return file.error();
    return WrittenMigration{*file};
}

} // namespace squall::drizzle
