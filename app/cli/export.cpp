#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/projectoptions.h"
#include "core/drizzle/migration.h"
#include "core/drizzle/schemareading.h"

#include <QCoreApplication>

namespace squall::cli {

using namespace Qt::StringLiterals;

namespace {

const auto command = u"export"_s;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::cli)
};

Result<drizzle::Migration> creation(const ProjectOptions &options)
{
    auto project = options.open(ProjectOptions::Talk::Nothing);
    if (!project)
        return project.error();
    const auto schema = drizzle::readSchema(project->config, project->environment, project->files);
    if (!schema)
        return schema.error();
    for (const auto &line : schema->console)
        printNote(command, line);
    return drizzle::migrationOf(drizzle::emptySnapshot(), schema->snapshot, {});
}

} // namespace

int exportSchema(const QStringList &given)
{
    Arguments arguments(command,
                        Text::tr("Prints the SQL that makes the project's schema in an empty database."));
    const ProjectOptions options(arguments, command, {u"dialect"_s, u"schema"_s, u"casing"_s});
    arguments.addTruth(u"sql"_s, Text::tr("Print SQL; there is no other format."));
    arguments.addOutputFile();
    if (const auto exit = arguments.parse(given))
        return *exit;
    if (!arguments.truth(u"sql"_s).value_or(true)) {
        printFailure(command,
                     {.code = Error::Code::Usage, .message = Text::tr("There is no other format than SQL.")});
        return Failed;
    }
    const auto made = creation(options);
    if (!made) {
        printFailure(command, made.error());
        return Failed;
    }
    const auto written = writeResult(arguments.value(u"o"_s), [&](const Write &piece) {
        piece((made->statements.join(u'\n') + u'\n').toUtf8());
        return Result<Done>(Done{});
    });
    if (!written) {
        printFailure(command, written.error());
        return Failed;
    }
    for (const auto &note : made->notes)
        printNote(command, note);
    return Ok;
}

} // namespace squall::cli
