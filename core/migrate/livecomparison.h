#pragma once

#include "core/base/result.h"
#include "core/catalog/snapshot.h"
#include "core/drizzle/pull/selection.h"
#include "core/drizzle/snapshot.h"
#include "core/migrate/scratch.h"

#include <functional>

namespace squall::migrate {

/// What it takes to make a database what a project's schema says; nothing when it is that already.
struct LiveDifference
{
    QStringList statements;
    QStringList notes = {};
};

/// Makes a scratch database on the server that is to try things out.
using MakeScratch = std::function<Result<std::unique_ptr<ScratchDatabase>>()>;

/// Compares in what a schema in TypeScript can say. The schema is made in a scratch database, so that the
/// server spells expressions on both sides; where they differ still, both are made once more from the
/// server's own spelling, which it does not always repeat.
Result<LiveDifference> compareWithLive(const catalog::SnapshotPtr &live, const drizzle::Selection &selection,
                                       const drizzle::Snapshot &schema, const MakeScratch &makeScratch);

} // namespace squall::migrate
