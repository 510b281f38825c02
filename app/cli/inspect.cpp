#include "app/cli/arguments.h"
#include "app/cli/catalog.h"
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/password.h"
#include "app/cli/progress.h"
#include "core/base/jsonwriter.h"
#include "core/catalog/json.h"
#include "core/catalog/summary.h"
#include "core/diff/render.h"

#include <QCoreApplication>

#include <optional>

#include <unistd.h>

namespace squall::cli {

using namespace Qt::StringLiterals;

namespace {

Result<Done> write(const catalog::SnapshotPtr &snapshot, const QString &format, const QString &file)
{
    if (format == u"json") {
        return writeResult(file, [&](const Write &piece) {
            JsonWriter writer(piece);
            catalog::writeJson(*snapshot, writer);
            return Done{};
        });
    }
    if (format == u"text")
        return writeResult(file, [&](const Write &piece) {
            piece(catalog::summary(*snapshot).toUtf8());
            return Done{};
        });

    const auto plan = diff::planCreation(snapshot);
    if (!plan)
        return plan.error();
    return writeResult(file, [&](const Write &piece) {
        diff::writeSql(*plan, [&](const QString &statements) { piece(statements.toUtf8()); });
        return Done{};
    });
}

/// Who takes the SQL for a copy of the database has to know what is not in it.
void noteOmissions(const QString &command, const std::vector<catalog::Unmodeled> &unmodeled)
{
    constexpr qsizetype named = 5;
    QStringList names;
    for (const auto &item : unmodeled)
        names << u"%1 (%2)"_s.arg(item.id.text(), item.what).simplified();
    if (names.isEmpty())
        return;
    const int more = static_cast<int>(names.size() - named);
    QString list = names.mid(0, named).join(u", "_s);
    if (more > 0)
        list += QCoreApplication::translate("squall::cli", ", and %n more", nullptr, more);
    printNote(command,
              QCoreApplication::translate("squall::cli", "not in the SQL, or not whole: %1").arg(list));
}

} // namespace

int inspect(const QStringList &given)
{
    const QString command = u"inspect"_s;
    Arguments arguments(command,
                        QCoreApplication::translate("squall::cli", "Shows what a database consists of."));
    arguments.addDatabase();
    arguments.add(
        u"output"_s, u"text|json|sql"_s,
        QCoreApplication::translate(
            "squall::cli", "A list for people, everything for programs, or the DDL that recreates it."),
        u"text"_s);
    arguments.addOutputFile();
    if (const auto exit = arguments.parse(given))
        return *exit;
    const auto format = arguments.oneOf(u"output"_s, {u"text"_s, u"json"_s, u"sql"_s});
    if (!format)
        return Failed;

    const QString file = arguments.value(u"o"_s);
    const auto snapshot = readCatalog(arguments.value(u"url"_s));
    if (!snapshot) {
        printFailure(command, snapshot.error());
        return exitCodeOf(snapshot.error());
    }
    std::optional<Progress> progress;
    // A terminal that shows the result needs no word about it.
    if (!file.isEmpty() || !isTerminal(STDOUT_FILENO))
        progress.emplace(QCoreApplication::translate("squall::cli", "writing"));
    const auto written = write(*snapshot, *format, file);
    progress.reset();
    if (!written) {
        printFailure(command, written.error());
        return Failed;
    }
    if (*format == u"sql")
        noteOmissions(command, (*snapshot)->unmodeled);
    return Ok;
}

} // namespace squall::cli
