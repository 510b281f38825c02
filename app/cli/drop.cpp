#include "app/cli/arguments.h"
#include "app/cli/choice.h"
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/projectoptions.h"
#include "core/drizzle/dropping.h"
#include "core/drizzle/historywords.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

#include <unistd.h>

namespace squall::cli {

using namespace Qt::StringLiterals;

namespace {

const auto command = u"drop"_s;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::cli)
};

QString marked(const QString &sign, const char *colour)
{
    return mayColour(STDOUT_FILENO) ? u"["_s + QLatin1StringView(colour) + sign + u"\x1b[0m] "_s
                                    : u"["_s + sign + u"] "_s;
}

/// A journal that says which migrations there are.
Result<drizzle::History> readHistory(const ProjectOptions &options)
{
    const auto project = options.open(ProjectOptions::Talk::WhichFile);
    if (!project)
        return project.error();
    auto history = drizzle::History::read(project->config.out);
    if (!history)
        return history;
    for (const auto &problem : history->problems()) {
        using Kind = drizzle::HistoryProblem::Kind;
        if (problem.kind == Kind::NoJournal || problem.kind == Kind::BadJournal ||
            problem.kind == Kind::MergeConflict || problem.kind == Kind::NewerLayout)
            return Error{.code = Error::Code::Conflict,
                         .message = drizzle::sentence(problem),
                         .hint = drizzle::remedy(problem)};
    }
    return history;
}

/// The entry of that tag, or file.
Result<std::size_t> find(const drizzle::History &history, QString tag)
{
    if (tag.endsWith(u".sql"))
        tag.chop(QLatin1StringView(".sql").size());
    const auto &entries = history.journal().entries();
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const drizzle::JournalEntry &entry) { return entry.tag == tag; });
    if (found != entries.end())
        return static_cast<std::size_t>(found - entries.begin());
    return Error{.code = Error::Code::NotFound,
                 .message = Text::tr("There is no migration '%1'.").arg(tag),
                 .hint = Text::tr("The last one is %1.").arg(entries.back().tag)};
}

/// Nothing: the person gave up.
std::optional<std::size_t> choose(const drizzle::History &history)
{
    std::vector<Option> options;
    for (const auto &entry : history.journal().entries())
        options.push_back({.sign = {}, .title = entry.tag});
    const auto chosen =
        choose(u"Please select migration to drop:"_s, options, static_cast<int>(options.size()) - 1);
    return chosen ? std::optional(static_cast<std::size_t>(*chosen)) : std::nullopt;
}

int dropOne(const drizzle::History &history, std::size_t entry)
{
    if (const auto consequence = drizzle::dropConsequence(history, entry); !consequence.isEmpty())
        printNote(command, consequence);
    if (const auto done = drizzle::dropMigration(history, entry); !done) {
        printFailure(command, done.error());
        return Failed;
    }
    printOut(marked(u"✓"_s, "\x1b[32m") + history.journal().entries()[entry].tag +
             u" migration successfully dropped\n"_s);
    return Ok;
}

} // namespace

int drop(const QStringList &given)
{
    Arguments arguments(command,
                        Text::tr("Takes a migration out of the folder: its SQL, its snapshot and its "
                                 "place in the journal. Databases stay as they are."));
    const ProjectOptions options(arguments, command, {u"out"_s, u"driver"_s});
    arguments.addWord(u"TAG"_s, Text::tr("The migration; without it the terminal offers all."));
    arguments.add(u"tag"_s, u"TAG"_s, Text::tr("The same as an option."));
    if (const auto exit = arguments.parse(given))
        return *exit;
    const auto history = readHistory(options);
    if (!history) {
        printFailure(command, history.error());
        return Failed;
    }
    if (history->journal().entries().empty()) {
        printOut(marked(u"i"_s, "\x1b[34m") + u"no migration entries found in "_s +
                 QDir::cleanPath(history->folder() + u"/meta/_journal.json"_s) + u'\n');
        return Ok;
    }
    const auto tag = arguments.word().value_or(arguments.value(u"tag"_s));
    if (!tag.isEmpty()) {
        const auto found = find(*history, tag);
        if (found)
            return dropOne(*history, *found);
        printFailure(command, found.error());
        return Failed;
    }
    if (!canAsk()) {
        printFailure(command,
                     {.code = Error::Code::Usage,
                      .message = Text::tr("Which migration is to be dropped?"),
                      .hint = Text::tr("Name it with --tag, or run it in a terminal. The last one is %1.")
                                  .arg(history->journal().entries().back().tag)});
        return NeedsAnswer;
    }
    const auto chosen = choose(*history);
    return chosen ? dropOne(*history, *chosen) : Failed;
}

} // namespace squall::cli
