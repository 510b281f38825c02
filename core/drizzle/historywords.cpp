#include "core/drizzle/historywords.h"

#include <QCoreApplication>

namespace squall::drizzle {

using Kind = HistoryProblem::Kind;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::drizzle::History)
};

} // namespace

QString sentence(const HistoryProblem &problem)
{
    const auto &file = problem.file;
    const auto &other = problem.other;
    switch (problem.kind) {
    case Kind::NoJournal:
        return Words::tr("There are migrations, but no %1 that says their order.").arg(file);
    case Kind::BadJournal:
        return Words::tr("%1 cannot be read: %2")
            .arg(file, problem.fault ? problem.fault->message : QString());
    case Kind::MergeConflict:
        return Words::tr("%1 has git's marks of two branches that were merged.").arg(file);
    case Kind::WrongDialect: return Words::tr("%1 is of a %2 database.").arg(file, other);
    case Kind::SameIndex: return Words::tr("%1 has the number of %2 in the journal.").arg(file, other);
    case Kind::SameTag: return Words::tr("%1 stands in the journal twice.").arg(file);
    case Kind::MissingFile: return Words::tr("%1 stands in the journal and is not there.").arg(file);
    case Kind::UnknownFile:
        return Words::tr("%1 does not stand in the journal, so it is never run.").arg(file);
    case Kind::BackInTime:
        return Words::tr(
                   "%1 is not later than %2 in the journal. Where that one is applied, this one is passed "
                   "over without a word.")
            .arg(file, other);
    case Kind::BadSnapshot:
        return Words::tr("%1 cannot be read: %2")
            .arg(file, problem.fault ? problem.fault->message : QString());
    case Kind::OldSnapshot: return Words::tr("%1 is of version %2; version 7 is read.").arg(file, other);
    case Kind::NewSnapshot:
        return Words::tr("%1 is of version %2, which is not known here.").arg(file, other);
    case Kind::SameParent:
        return Words::tr("%1 and %2 follow the same migration: two branches have been merged.")
            .arg(other, file);
    case Kind::LostParent: return Words::tr("%1 follows a migration that is not there.").arg(file);
    case Kind::MissingSnapshot: return Words::tr("%2 has no snapshot (%1).").arg(file, other);
    case Kind::UnknownSnapshot:
        return Words::tr(
                   "%1 belongs to no migration of the journal, so the next one would start from a schema "
                   "that no migration leads to.")
            .arg(file);
    case Kind::NewerLayout:
        return Words::tr(
            "The folder has migrations as drizzle 1.0 lays them out. They are read, not written.");
    }
    Q_UNREACHABLE();
}

QString remedy(const HistoryProblem &problem)
{
    switch (problem.kind) {
    case Kind::NoJournal:
    case Kind::BadJournal: return Words::tr("Take the file from the last commit that has it whole.");
    case Kind::MergeConflict:
        return Words::tr("`squall check --fix` takes both, one after the other. Leave the marks in for it.");
    case Kind::WrongDialect: return Words::tr("Choose the folder of the PostgreSQL database.");
    case Kind::SameIndex:
    case Kind::SameParent:
    case Kind::BackInTime:
        return Words::tr(
            "`squall check --fix` numbers the migration that came later anew, with its snapshot.");
    case Kind::SameTag: return Words::tr("`squall check --fix` takes one out where both are the same.");
    case Kind::MissingFile:
        return Words::tr("Take the file from the commit that made it, or drop the migration.");
    case Kind::UnknownFile:
        return Words::tr("`squall check --fix --adopt` makes it a migration; or move it elsewhere.");
    case Kind::LostParent: return Words::tr("`squall check --fix` links it to the one before it.");
    case Kind::BadSnapshot:
    case Kind::MissingSnapshot: return Words::tr("Take the snapshot from the commit that made it.");
    case Kind::UnknownSnapshot:
        return Words::tr("A `generate` may have been stopped: adopt its SQL file with `squall check --fix "
                         "--adopt`, or remove both.");
    case Kind::OldSnapshot: return Words::tr("Run `squall up`.");
    case Kind::NewSnapshot: return Words::tr("Use a newer version of Squall.");
    case Kind::NewerLayout: return Words::tr("Go on with drizzle-kit 1.0 in this folder.");
    }
    Q_UNREACHABLE();
}

} // namespace squall::drizzle
