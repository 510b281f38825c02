#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/interruption.h"
#include "app/cli/output.h"
#include "app/cli/password.h"
#include "app/cli/progress.h"
#include "core/base/jsonwriter.h"
#include "core/observe/machine.h"
#include "core/pg/connection.h"

#include <QCoreApplication>

#include <algorithm>

#include <unistd.h>

namespace squall::cli {

using namespace Qt::StringLiterals;

namespace {

/// Whether the database that commands would work on can be reached, and what it is.
Result<observe::Check> examineDatabase(const pg::ConnectionOptions &options)
{
    const Progress progress(QCoreApplication::translate("squall::cli", "looking for the server"));
    pg::Connection connection(options);
    const Interruption interruption(connection.interrupt());
    if (const auto open = connection.open(); !open)
        return open.error();
    return observe::examineServerVersion(connection.serverVersion(),
                                         QString::fromUtf8(connection.parameterStatus("server_version")));
}

observe::Check unreachable(const Error &error)
{
    return {u"server"_s, QCoreApplication::translate("squall::cli", "PostgreSQL server"),
            observe::Check::State::Missing, error.message, error.hint};
}

std::vector<observe::Check> examineMachine()
{
    const Progress progress(QCoreApplication::translate("squall::cli", "examining the machine"));
    return observe::examineMachine();
}

QString stateWord(observe::Check::State state)
{
    switch (state) {
    case observe::Check::State::Works: return u"works"_s;
    case observe::Check::State::Limited: return u"limited"_s;
    case observe::Check::State::Missing: return u"missing"_s;
    }
    Q_UNREACHABLE();
}

QString asText(const std::vector<observe::Check> &checks)
{
    const bool colour = mayColour(STDOUT_FILENO);
    QString text;
    for (const auto &check : checks) {
        const bool works = check.state == observe::Check::State::Works;
        const QString mark = works ? u"✓"_s : check.state == observe::Check::State::Limited ? u"!"_s : u"✗"_s;
        const QString tint = works                                           ? u"\x1b[32m"_s
                             : check.state == observe::Check::State::Limited ? u"\x1b[33m"_s
                                                                             : u"\x1b[31m"_s;
        text += (colour ? tint + mark + u"\x1b[0m"_s : mark) + u' ' + check.name + u": "_s + check.finding +
                u'\n';
        if (!check.fix.isEmpty())
            text += u"    "_s + check.fix + u'\n';
    }
    return text;
}

void writeJson(const std::vector<observe::Check> &checks, JsonWriter &writer)
{
    writer.beginArray();
    for (const auto &check : checks) {
        writer.beginObject();
        writer.key("id");
        writer.value(check.id);
        writer.key("name");
        writer.value(check.name);
        writer.key("state");
        writer.value(stateWord(check.state));
        writer.key("finding");
        writer.value(check.finding);
        writer.key("fix");
        writer.value(check.fix);
        writer.endObject();
    }
    writer.endArray();
}

/// Without a word about a database there may well be none, and nothing wrong with that.
bool isNamed(const QString &url)
{
    return !url.isEmpty() || !qEnvironmentVariableIsEmpty("DATABASE_URL") ||
           !qEnvironmentVariableIsEmpty("PGHOST") || !qEnvironmentVariableIsEmpty("PGDATABASE") ||
           !qEnvironmentVariableIsEmpty("PGSERVICE");
}

bool isMissing(const observe::Check &check)
{
    return check.state == observe::Check::State::Missing;
}

} // namespace

int doctor(const QStringList &given)
{
    const QString command = u"doctor"_s;
    Arguments arguments(
        command, QCoreApplication::translate(
                     "squall::cli", "Says what works on this machine, and how to mend what does not."));
    arguments.addDatabase();
    arguments.add(u"output"_s, u"text|json"_s,
                  QCoreApplication::translate("squall::cli", "For people or for programs."), u"text"_s);
    arguments.addOutputFile();
    if (const auto exit = arguments.parse(given))
        return *exit;
    const auto format = arguments.oneOf(u"output"_s, {u"text"_s, u"json"_s});
    if (!format)
        return Failed;

    watchSignals();
    auto checks = examineMachine();
    bool waits = false;
    if (const QString url = arguments.value(u"url"_s); isNamed(url)) {
        auto database = pg::chooseDatabase(url);
        if (!database) {
            printFailure(command, database.error());
            return Failed;
        }
        const auto server =
            withPassword<observe::Check>(*database, [&] { return examineDatabase(*database); });
        checks.push_back(server ? *server : unreachable(server.error()));
        waits = !server && wantsPassword(server.error());
    }

    const auto written = writeResult(arguments.value(u"o"_s), [&](const Write &piece) {
        if (*format == u"text") {
            piece(asText(checks).toUtf8());
        } else {
            JsonWriter writer(piece);
            writeJson(checks, writer);
        }
        return Done{};
    });
    if (!written) {
        printFailure(command, written.error());
        return Failed;
    }
    if (waits)
        return NeedsAnswer;
    return std::any_of(checks.begin(), checks.end(), isMissing) ? Failed : Ok;
}

} // namespace squall::cli
