#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "core/base/translations.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <iterator>
#include <optional>

using namespace squall;
using namespace squall::cli;
using namespace Qt::StringLiterals;

namespace {

struct Command
{
    const char *name;
    const char *summary;
    int (*run)(const QStringList &arguments);
};

constexpr Command commands[] = {
    {"inspect", QT_TRANSLATE_NOOP("squall::cli", "what a database consists of: a list, JSON or DDL"),
     &inspect},
    {"query", QT_TRANSLATE_NOOP("squall::cli", "runs SQL and prints what comes back"), &query},
    {"diagram",
     QT_TRANSLATE_NOOP("squall::cli", "the tables and what they refer to, as a picture or for other tools"),
     &diagram},
    {"generate", QT_TRANSLATE_NOOP("squall::cli", "writes the next migration of a Drizzle project"),
     &generate},
    {"check",
     QT_TRANSLATE_NOOP("squall::cli", "says what is wrong with a folder of migrations, and mends it"),
     &check},
    {"up", QT_TRANSLATE_NOOP("squall::cli", "brings the snapshots of a folder to the newest version"), &up},
    {"drop", QT_TRANSLATE_NOOP("squall::cli", "takes a migration out of a folder"), &drop},
    {"export", QT_TRANSLATE_NOOP("squall::cli", "prints the SQL that makes a Drizzle project's schema"),
     &exportSchema},
    {"pull", QT_TRANSLATE_NOOP("squall::cli", "writes a database as the schema of a Drizzle project"), &pull},
    {"diff",
     QT_TRANSLATE_NOOP("squall::cli", "what a database lacks to be what a Drizzle project's schema says"),
     &compareWithDatabase},
    {"doctor", QT_TRANSLATE_NOOP("squall::cli", "what works on this machine, and how to mend what does not"),
     &doctor},
    {"studio", QT_TRANSLATE_NOOP("squall::cli", "opens the window"), &studio},
};

/// Names that drizzle-kit had once, each with a database behind a colon: those still say what to use.
std::optional<QString> successor(const QString &name)
{
    static const QStringList commandsThen{u"generate"_s, u"push"_s,  u"introspect"_s,
                                          u"up"_s,       u"check"_s, u"drop"_s};
    static const QStringList databases{u"pg"_s, u"mysql"_s, u"sqlite"_s};
    const auto command = name.section(u':', 0, 0);
    const bool known =
        name.count(u':') == 1 && commandsThen.contains(command) && databases.contains(name.section(u':', 1));
    return known ? std::optional(command) : std::nullopt;
}

QString help()
{
    QString text =
        QCoreApplication::translate("squall::cli", "Explores PostgreSQL databases and Drizzle projects.") +
        u"\n\n"_s + QCoreApplication::translate("squall::cli", "Usage: squall COMMAND [options]") + u"\n\n"_s;
    constexpr int nameWidth = 10;
    for (const auto &command : commands) {
        text += u"  "_s + QString::fromLatin1(command.name).leftJustified(nameWidth) +
                QCoreApplication::translate("squall::cli", command.summary) + u'\n';
    }
    return text + u'\n' +
           QCoreApplication::translate("squall::cli",
                                       "'squall COMMAND --help' tells more. --version tells the version.") +
           u'\n';
}

/// The command of that name; nullptr, having said so, when there is none.
const Command *findCommand(const QString &name)
{
    const auto found = std::find_if(std::begin(commands), std::end(commands), [&](const Command &command) {
        // drizzle-kit knows one under two names.
        const auto known = name == u"introspect" ? u"pull"_s : name;
        return known == QLatin1StringView(command.name);
    });
    if (found != std::end(commands))
        return found;
    printFailure({},
                 {.code = Error::Code::Usage,
                  .message = QCoreApplication::translate("squall::cli", "there is no command '%1'").arg(name),
                  .hint = QCoreApplication::translate("squall::cli", "'squall --help' lists them.")});
    return nullptr;
}

bool asksForHelp(const QString &word)
{
    return word == u"--help" || word == u"-h" || word == u"help";
}

} // namespace

int main(int argc, char **argv)
{
    // Asked by scripts and shells all the time: nothing is set up for it.
    if (argc == 2 && (std::strcmp(argv[1], "--version") == 0 || std::strcmp(argv[1], "-v") == 0)) {
        std::puts("squall " SQUALL_VERSION);
        return Ok;
    }

    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"squall"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SQUALL_VERSION));
    installTranslations(*QCoreApplication::instance());

    QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments.isEmpty() || (arguments.size() == 1 && asksForHelp(arguments.first()))) {
        printOut(help());
        return arguments.isEmpty() ? Failed : Ok;
    }
    if (asksForHelp(arguments.first()))
        arguments = {arguments[1], u"--help"_s};
    if (const auto name = successor(arguments.first())) {
        printOut(u"This command is deprecated, please use updated '%1' command\n"_s.arg(*name));
        return Ok;
    }
    const auto *command = findCommand(arguments.first());
    return command ? command->run(arguments.mid(1)) : Failed;
}
