#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/projectoptions.h"
#include "core/drizzle/upgrading.h"

#include <QCoreApplication>
#include <QDir>

#include <unistd.h>

namespace squall::cli {

using namespace Qt::StringLiterals;

namespace {

const auto command = u"up"_s;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::cli)
};

Result<QStringList> upgrade(const ProjectOptions &options)
{
    const auto project = options.open(ProjectOptions::Talk::WhichFile);
    if (!project)
        return project.error();
    const auto history = drizzle::History::read(project->config.out);
    if (!history)
        return history.error();
    return drizzle::upgradeSnapshots(*history);
}

} // namespace

int up(const QStringList &given)
{
    Arguments arguments(command,
                        Text::tr("Brings snapshots of older versions to the one that is written now."));
    const ProjectOptions options(arguments, command, {u"dialect"_s, u"out"_s});
    if (const auto exit = arguments.parse(given))
        return *exit;
    const auto upgraded = upgrade(options);
    if (!upgraded) {
        printFailure(command, upgraded.error());
        return Failed;
    }
    const auto tick = mayColour(STDOUT_FILENO) ? u"[\x1b[32m✓\x1b[0m] "_s : u"[✓] "_s;
    for (const auto &file : *upgraded)
        printOut(tick + QDir::cleanPath(file) + u'\n');
    printOut(u"Everything's fine 🐶🔥\n"_s);
    return Ok;
}

} // namespace squall::cli
