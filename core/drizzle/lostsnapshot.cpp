#include "core/drizzle/lostsnapshot.h"

#include "core/drizzle/migration.h"

#include <QCoreApplication>
#include <QFile>
#include <QUuid>

#include <algorithm>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::drizzle::History)
};

QStringList sorted(QStringList statements)
{
    for (auto &statement : statements)
        statement = statement.trimmed();
    statements.removeAll(QString());
    statements.sort();
    return statements;
}

/// Whether a migration's file is what leads from one schema to the other.
bool leads(const History &history, const MergedMigration &migration, const Snapshot &from, const Snapshot &to)
{
    QFile file(history.sqlFile(migration.entry));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const auto changes = migrationOf(from, to, {});
    if (!changes || changes->statements.isEmpty())
        return false;
    const auto text = QString::fromUtf8(file.readAll());
    // Without marks between statements they are not told apart; then all of the text has to be the same.
    const auto mark = u"--> statement-breakpoint"_s;
    if (text.contains(mark) || changes->statements.size() == 1)
        return sorted(text.split(mark)) == sorted(changes->statements);
    return text.simplified() == changes->statements.join(u'\n').simplified();
}

} // namespace

void findLostSnapshot(const History &history, MergedMigrations &all, const Snapshot &schema)
{
    auto &migrations = all.migrations;
    if (migrations.size() < 2)
        return;
    // The two that came last: what followed one of them would not fit the schema as it is now.
    auto &one = migrations[migrations.size() - 2];
    auto &other = migrations.back();
    const auto name = History::snapshotName(one.entry.tag);
    const auto &found = all.files.value(name);
    if (History::snapshotName(other.entry.tag) != name || found.size() != 1)
        return;
    const auto &kept = found.front();
    const auto parent = kept.prevId == emptySnapshot().id ? std::optional(emptySnapshot())
                        : all.originals.contains(kept.prevId)
                            ? std::optional(all.originals.value(kept.prevId))
                            : std::nullopt;
    if (!parent)
        return;
    const bool isOnes = leads(history, one, *parent, kept);
    if (isOnes == leads(history, other, *parent, kept) || !leads(history, isOnes ? other : one, kept, schema))
        return;
    if (!isOnes)
        std::swap(one, other);
    one.snapshot = kept;
    other.snapshot = schema;
    other.snapshot->prevId = kept.id;
    other.snapshot->id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    all.originals.insert(other.snapshot->id, *other.snapshot);
    all.steps << Words::tr("%1 gets a snapshot of the project's schema, to which its SQL leads.")
                     .arg(other.entry.tag);
}

} // namespace squall::drizzle
