#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/projectoptions.h"
#include "core/drizzle/historyrepair.h"
#include "core/drizzle/historywords.h"
#include "core/drizzle/schemareading.h"

#include <QCoreApplication>

namespace squall::cli {

using namespace Qt::StringLiterals;

namespace {

const auto command = u"check"_s;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::cli)
};

/// As drizzle-kit says it.
const auto fine = u"Everything's fine 🐶🔥\n"_s;

int tell(const drizzle::History &history)
{
    if (history.problems().empty()) {
        printOut(fine);
        return Ok;
    }
    for (const auto &problem : history.problems())
        printOut(u"[x] "_s + drizzle::sentence(problem) + u"\n    "_s + drizzle::remedy(problem) + u'\n');
    return Failed;
}

/// With the project's schema only where it is not clear without it: a schema is a program to be run.
drizzle::Repair planFor(const drizzle::History &history, Project &project, drizzle::Adopt adopt)
{
    auto repair = drizzle::planRepair(history, adopt);
    if (repair.doubts.isEmpty() || project.config.schema.isEmpty())
        return repair;
    const auto schema = drizzle::readSchema(project.config, project.environment, project.files);
    return schema ? drizzle::planRepair(history, adopt, &schema->snapshot) : repair;
}

/// Shows what a repair does, and does it unless it is only to be shown.
Result<int> mend(const drizzle::History &history, Project &project, drizzle::Adopt adopt, bool show)
{
    const auto repair = planFor(history, project, adopt);
    if (!repair.doubts.isEmpty()) {
        Error error{.code = Error::Code::Conflict,
                    .message = Text::tr("Nothing was changed: this needs a person."),
                    .detail = repair.doubts.join(u'\n')};
        return error;
    }
    if (repair.empty()) {
        const int exit = tell(history);
        if (exit != Ok)
            printOut(Text::tr("There is nothing that could be mended without being asked.") + u'\n');
        return exit;
    }
    for (const auto &step : repair.steps)
        printOut(u"  · "_s + step + u'\n');
    for (const auto &file : repair.writes)
        printOut(u"  "_s + Text::tr("writes %1").arg(file.name) + u'\n');
    for (const auto &name : repair.removals)
        printOut(u"  "_s + Text::tr("removes %1").arg(name) + u'\n');
    if (show)
        return Ok;
    if (const auto done = drizzle::carryOut(history, repair); !done)
        return done.error();
    const auto after = drizzle::History::read(project.config.out);
    return after ? tell(*after) : Result<int>(after.error());
}

Result<int> checkFolder(const Arguments &arguments, const ProjectOptions &options)
{
    auto project = options.open(ProjectOptions::Talk::WhichFile);
    if (!project)
        return project.error();
    const auto history = drizzle::History::read(project->config.out);
    if (!history)
        return history.error();
    const bool adopts = arguments.truth(u"adopt"_s).value_or(false);
    const bool shows = arguments.truth(u"dry-run"_s).value_or(false);
    if (!arguments.truth(u"fix"_s).value_or(false)) {
        if (adopts || shows)
            return Error{.code = Error::Code::Usage,
                         .message = Text::tr("--adopt and --dry-run go with --fix.")};
        return tell(*history);
    }
    return mend(*history, *project, adopts ? drizzle::Adopt::Yes : drizzle::Adopt::No, shows);
}

} // namespace

int check(const QStringList &given)
{
    Arguments arguments(command, Text::tr("Says what is wrong with a folder of migrations, and mends it."));
    const ProjectOptions options(arguments, command, {u"dialect"_s, u"out"_s});
    arguments.addTruth(u"fix"_s,
                       Text::tr("Put the migrations of merged branches one after the other: numbers, "
                                "names, times, snapshots."));
    arguments.addTruth(u"adopt"_s, Text::tr("With --fix: SQL files that the journal does not know become "
                                            "migrations, which leave the schema as it is."));
    arguments.addTruth(u"dry-run"_s, Text::tr("With --fix: only say what would be done."));
    if (const auto exit = arguments.parse(given))
        return *exit;
    const auto code = checkFolder(arguments, options);
    if (code)
        return *code;
    printFailure(command, code.error());
    return Failed;
}

} // namespace squall::cli
