#include "core/drizzle/upgrading.h"

#include "core/drizzle/folderfiles.h"
#include "core/drizzle/historywords.h"
#include "core/drizzle/snapshotupgrade.h"
#include "core/drizzle/snapshotwriter.h"

namespace squall::drizzle {

using namespace Qt::StringLiterals;

using Kind = HistoryProblem::Kind;

Result<QStringList> upgradeSnapshots(const History &history)
{
    for (const auto &problem : history.problems()) {
        if (problem.kind == Kind::BadSnapshot || problem.kind == Kind::NewSnapshot ||
            problem.kind == Kind::MergeConflict || problem.kind == Kind::NewerLayout)
            return Error{.code = Error::Code::Parse, .message = sentence(problem), .hint = remedy(problem)};
    }
    QStringList upgraded;
    for (const auto &file : history.snapshots()) {
        if (!file.snapshot || !file.version || *file.version >= snapshotVersionNow)
            continue;
        const auto name = u"meta/"_s + file.name;
        if (auto done = writeWhole(history.folder(), name, writeSnapshot(*file.snapshot, WrittenAs::Copied));
            !done)
            return done.error();
        upgraded << history.folder() + u'/' + name;
    }
    return upgraded;
}

} // namespace squall::drizzle
