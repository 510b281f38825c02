#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/envelope.h"
#include "app/cli/output.h"
#include "app/cli/projectoptions.h"
#include "app/cli/renameanswers.h"
#include "core/drizzle/generation.h"
#include "core/drizzle/historywords.h"
#include "core/drizzle/schemareading.h"

#include <QCoreApplication>
#include <QDir>

#include <cstdio>

#include <unistd.h>

namespace squall::cli {

using namespace Qt::StringLiterals;

namespace {

const auto command = u"generate"_s;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::cli)
};

QString styled(const QString &text, const char *style)
{
    return mayColour(STDOUT_FILENO) ? QLatin1StringView(style) + text + u"\x1b[0m"_s : text;
}
QString bold(const QString &text)
{
    return styled(text, "\x1b[1m");
}
QString named(const QString &text)
{
    return styled(text, "\x1b[1;34m");
}
QString grey(const QString &text)
{
    return styled(text, "\x1b[90m");
}

/// What the schema has, as drizzle-kit lists it.
QString summary(const drizzle::Snapshot &schema)
{
    QString text = bold(u"%1 tables"_s.arg(schema.tables.size())) + u'\n';
    for (const auto &[key, table] : schema.tables)
        text += named(table.name) + u' ' +
                grey(u"%1 columns %2 indexes %3 fks"_s.arg(table.columns.size())
                         .arg(table.indexes.size())
                         .arg(table.foreignKeys.size())) +
                u'\n';
    if (schema.tables.empty())
        text += u'\n';
    if (!schema.enums.empty()) {
        text += u'\n' + bold(u"%1 enums"_s.arg(schema.enums.size())) + u'\n';
        for (const auto &[key, type] : schema.enums)
            text += named(type.name) + u' ' + grey(u'[' + type.values.join(u", "_s) + u']') + u'\n';
    }
    return text + u'\n';
}

void addOptions(Arguments &arguments)
{
    arguments.add(u"name"_s, u"NAME"_s, Text::tr("The migration's name; without it two words are made up."));
    arguments.addTruth(u"custom"_s, Text::tr("An empty migration, for SQL written by hand."));
    arguments.add(u"prefix"_s, u"index|timestamp|supabase|unix|none"_s,
                  Text::tr("How file names begin, unless the configuration has 'migrations'."), u"index"_s);
    RenameAnswers::addOptions(arguments);
    arguments.add(u"output"_s, u"text|json"_s,
                  Text::tr("What is printed; with json no question is asked at the terminal."), u"text"_s);
    arguments.addTruth(u"idempotent"_s, Text::tr("Write SQL that does no harm when it is run again."));
    arguments.addTruth(u"header"_s, Text::tr("Begin files with a comment: migration, time, description."));
    arguments.addTruth(u"down"_s, Text::tr("Write the way back, too, into NAME.down.sql."));
}

class Generating
{
public:
    Generating(const Arguments &arguments, const ProjectOptions &options)
        : m_arguments(arguments)
        , m_options(options)
        , m_json(arguments.value(u"output"_s) == u"json")
    {
    }

    int run()
    {
        const auto code = tryAll();
        if (code)
            return *code;
        if (m_json)
            printErrorEnvelope(code.error());
        else
            printFailure(command, code.error());
        return Failed;
    }

private:
    Result<int> tryAll()
    {
        auto answers = RenameAnswers::from(m_arguments);
        if (!answers)
            return answers.error();
        if (m_json)
            answers->askNobody();
        auto project =
            m_options.open(m_json ? ProjectOptions::Talk::Nothing : ProjectOptions::Talk::WhichFile);
        if (!project)
            return project.error();
        const auto history = drizzle::History::read(project->config.out);
        if (!history)
            return history.error();
        const auto how = generation(project->config);
        const auto start = drizzle::startOf(*history, how.prefix);
        if (!start)
            return start.error();
        tellDoubts(*history);
        if (m_arguments.truth(u"custom"_s).value_or(false))
            return finish(drizzle::generateCustom(*history, *start, how), u"custom"_s);
        const auto schema = drizzle::readSchema(project->config, project->environment, project->files);
        if (!schema)
            return schema.error();
        for (const auto &line : schema->console)
            printNote(command, line);
        const auto renames = answers->ask(*start, schema->snapshot);
        if (!renames)
            return renames.error();
        for (const auto &sentence : answers->unusedHints())
            printNote(command, sentence);
        if (!answers->open().empty()) {
            answers->printOpen(command);
            return NeedsAnswer;
        }
        const auto written = drizzle::generate(*history, *start, schema->snapshot, *renames, how);
        if (written && !m_json)
            printOut(summary(schema->snapshot));
        return finish(written, {});
    }

    drizzle::Generation generation(const drizzle::Config &config) const
    {
        static const QStringList styles{u"index"_s, u"timestamp"_s, u"supabase"_s, u"unix"_s, u"none"_s};
        drizzle::Generation how{.name = m_arguments.value(u"name"_s), .breakpoints = config.breakpoints};
        how.prefix =
            config.hasMigrations
                ? config.prefix
                : static_cast<drizzle::MigrationPrefix>(styles.indexOf(m_arguments.value(u"prefix"_s)));
        how.idempotent = m_arguments.truth(u"idempotent"_s).value_or(false);
        how.header = m_arguments.truth(u"header"_s).value_or(false);
        how.down = m_arguments.truth(u"down"_s).value_or(false);
        return how;
    }

    /// What is wrong with the folder without standing in the way.
    static void tellDoubts(const drizzle::History &history)
    {
        for (const auto &problem : history.problems())
            printNote(command, drizzle::sentence(problem) + u' ' + drizzle::remedy(problem));
    }

    Result<int> finish(const Result<drizzle::WrittenMigration> &written, const QString &kind) const
    {
        if (!written)
            return written.error();
        const auto file = QDir::cleanPath(written->file);
        if (m_json) {
            if (written->file.isEmpty())
                printNothingChanged();
            else
                printWritten(file, written->notes);
            return Ok;
        }
        if (written->file.isEmpty()) {
            printOut(u"No schema changes, nothing to migrate 😴\n"_s);
            return Ok;
        }
        if (kind == u"custom")
            printOut(u"Prepared empty file for your custom SQL migration!\n"_s);
        printOut(u"[%1] Your SQL migration file ➜ %2 🚀\n"_s.arg(styled(u"✓"_s, "\x1b[32m"),
                                                                styled(file, "\x1b[1;4;34m")));
        std::fflush(stdout);
        for (const auto &note : written->notes)
            printNote(command, note);
        return Ok;
    }

    const Arguments &m_arguments;
    const ProjectOptions &m_options;
    bool m_json;
};

} // namespace

int generate(const QStringList &given)
{
    Arguments arguments(command,
                        Text::tr("Writes a migration from what the project's schema says now, and the "
                                 "migrations so far."));
    const ProjectOptions options(
        arguments, command,
        {u"dialect"_s, u"driver"_s, u"casing"_s, u"schema"_s, u"out"_s, u"breakpoints"_s});
    addOptions(arguments);
    if (const auto exit = arguments.parse(given))
        return *exit;
    if (!arguments.oneOf(u"output"_s, {u"text"_s, u"json"_s}) ||
        !arguments.oneOf(u"prefix"_s, {u"index"_s, u"timestamp"_s, u"supabase"_s, u"unix"_s, u"none"_s}))
        return Failed;
    return Generating(arguments, options).run();
}

} // namespace squall::cli
