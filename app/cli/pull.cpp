#include "app/cli/arguments.h"
#include "app/cli/catalog.h"
#include "app/cli/commands.h"
#include "app/cli/databaseoptions.h"
#include "app/cli/output.h"
#include "app/cli/password.h"
#include "app/cli/projectoptions.h"
#include "core/drizzle/pull/companion.h"
#include "core/drizzle/pull/pullfiles.h"
#include "core/drizzle/pull/snapshotof.h"
#include "core/migrate/credentials.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <cstdio>

#include <unistd.h>

namespace squall::cli {

using namespace Qt::StringLiterals;

namespace {

const auto command = u"pull"_s;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::cli)
};

QString styled(const QString &text, const char *style)
{
    return mayColour(STDOUT_FILENO) ? QLatin1StringView(style) + text + u"\x1b[0m"_s : text;
}

QString check()
{
    return u'[' + styled(u"✓"_s, "\x1b[32m") + u']';
}

/// What was found, as drizzle-kit counts it.
QString counts(const drizzle::Snapshot &schema)
{
    size_t columns = 0;
    size_t indexes = 0;
    size_t keys = 0;
    size_t policies = 0;
    size_t checks = 0;
    for (const auto &[name, table] : schema.tables) {
        columns += table.columns.size();
        indexes += table.indexes.size();
        keys += table.foreignKeys.size();
        policies += table.policies.size();
        checks += table.checkConstraints.size();
    }
    std::vector<std::pair<size_t, QString>> lines{{schema.tables.size(), u"tables"_s},
                                                  {columns, u"columns"_s}};
    if (!schema.enums.empty())
        lines.emplace_back(schema.enums.size(), u"enums"_s);
    for (const auto &[count, name] :
         {std::pair(indexes, u"indexes"_s), std::pair(keys, u"foreign keys"_s),
          std::pair(policies, u"policies"_s), std::pair(checks, u"check constraints"_s),
          std::pair(schema.views.size(), u"views"_s)})
        lines.emplace_back(count, name);
    qsizetype width = 0;
    for (const auto &[count, name] : lines)
        width = std::max(width, QString::number(count).size());
    QString text;
    for (const auto &[count, name] : lines)
        text += u"%1 %2 %3 fetched\n"_s.arg(check(), QString::number(count).leftJustified(width), name);
    return text;
}

void tellFile(const QString &what, const QString &path)
{
    printOut(u"%1 Your %2 ➜ %3 🚀\n"_s.arg(check(), what, styled(QDir::cleanPath(path), "\x1b[1;4;34m")));
}

void tellFiles(const drizzle::PulledFiles &files)
{
    const auto note = [](const QString &text) {
        printOut(u"[%1] %2\n"_s.arg(styled(u"i"_s, "\x1b[34m"), text));
    };
    if (files.migration.isEmpty())
        note(u"No SQL generated, you already have migrations in project"_s);
    else
        tellFile(u"SQL migration file"_s, files.migration);
    tellFile(u"schema file is ready"_s, files.schema);
    tellFile(u"relations file is ready"_s, files.relations);
    if (!files.companion.isEmpty())
        note(Text::tr("What TypeScript cannot say is in %1.").arg(QDir::cleanPath(files.companion)));
    for (const auto &backup : files.backups)
        note(Text::tr("What was there before is kept as %1.").arg(QDir::cleanPath(backup)));
}

Result<Done> run(const ProjectOptions &options)
{
    const auto project = options.open(ProjectOptions::Talk::WhichFile);
    if (!project)
        return project.error();
    const auto &config = project->config;
    auto database = migrate::databaseOf(config);
    if (!database)
        return database.error();
    printOut(styled(u"Pulling from ['%1'] list of schemas"_s.arg(config.schemaFilter.join(u"', '"_s)),
                    "\x1b[90m") +
             u"\n\n"_s);
    const auto catalog = readCatalog(*database);
    if (!catalog)
        return catalog.error();
    const auto pulled = drizzle::snapshotOf(**catalog, drizzle::Selection(config));
    const auto companion = drizzle::companionOf(*catalog, drizzle::Selection(config));
    if (!companion)
        return companion.error();
    const drizzle::PullToWrite pull{
        .schema = drizzle::writeSchema({pulled.snapshot,
                                        pulled.outside,
                                        pulled.customValues,
                                        {.camel = config.introspectCamel, .casing = config.casing}}),
        .companionSql = drizzle::companionSql(*companion),
        .prefix = config.prefix,
        .breakpoints = config.breakpoints};
    printOut(counts(pulled.snapshot) + u'\n');
    const auto files = drizzle::writePulled(config.out, pull);
    if (!files)
        return files.error();
    tellFiles(*files);
    std::fflush(stdout);
    return Done{};
}

} // namespace

int pull(const QStringList &given)
{
    Arguments arguments(command, Text::tr("Writes a database as the schema of a Drizzle project: schema.ts, "
                                          "relations.ts, and in comments the first migration."));
    const ProjectOptions options(
        arguments, command,
        QStringList{u"dialect"_s, u"driver"_s, u"out"_s, u"breakpoints"_s, u"introspect-casing"_s} +
            databaseGroup());
    if (const auto exit = arguments.parse(given))
        return *exit;
    const auto done = run(options);
    if (done)
        return Ok;
    printFailure(command, done.error());
    return exitCodeOf(done.error());
}

} // namespace squall::cli
