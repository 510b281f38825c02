#include "app/cli/arguments.h"
#include "app/cli/catalog.h"
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/password.h"
#include "core/diagram/languages.h"

#include <QCoreApplication>

#include <algorithm>

namespace squall::cli {

using namespace Qt::StringLiterals;

namespace {

QString written(const diagram::Diagram &picture, const catalog::Snapshot &snapshot, const QString &format)
{
    if (format == u"dbml")
        return toDbml(picture, snapshot);
    if (format == u"plantuml")
        return toPlantUml(picture);
    if (format == u"dot")
        return toDot(picture);
    return toMermaid(picture);
}

/// A schema that is not there is a slip of the hand, not an empty picture.
std::optional<Error> unknownSchema(const catalog::Snapshot &snapshot, const QStringList &wanted)
{
    for (const auto &name : wanted) {
        const bool known = std::any_of(snapshot.schemas.begin(), snapshot.schemas.end(),
                                       [&](const catalog::Schema &schema) { return schema.name == name; });
        if (known)
            continue;
        QStringList names;
        for (const auto &schema : snapshot.schemas)
            names << schema.name;
        return Error{
            .code = Error::Code::Usage,
            .message = QCoreApplication::translate("squall::cli", "there is no schema '%1'").arg(name),
            .hint = QCoreApplication::translate("squall::cli", "There are: %1").arg(names.join(u", "_s))};
    }
    return std::nullopt;
}

} // namespace

int diagram(const QStringList &given)
{
    const QString command = u"diagram"_s;
    Arguments arguments(
        command,
        QCoreApplication::translate("squall::cli", "Writes the tables and what they refer to as a diagram."));
    arguments.addDatabase();
    arguments.add(u"format"_s, u"mermaid|dbml|plantuml|dot"_s,
                  QCoreApplication::translate("squall::cli", "The language it is written in."), u"mermaid"_s);
    arguments.add(
        u"schema"_s, u"name"_s,
        QCoreApplication::translate("squall::cli", "Only this schema; may be given several times."));
    arguments.addOutputFile();
    if (const auto exit = arguments.parse(given))
        return *exit;
    const auto format = arguments.oneOf(u"format"_s, {u"mermaid"_s, u"dbml"_s, u"plantuml"_s, u"dot"_s});
    if (!format)
        return Failed;

    const auto snapshot = readCatalog(arguments.value(u"url"_s));
    if (!snapshot) {
        printFailure(command, snapshot.error());
        return exitCodeOf(snapshot.error());
    }
    const auto schemas = arguments.values(u"schema"_s);
    if (const auto unknown = unknownSchema(**snapshot, schemas)) {
        printFailure(command, *unknown);
        return Failed;
    }
    const auto picture = diagram::diagramOf(**snapshot, schemas);
    const auto done = writeResult(arguments.value(u"o"_s), [&](const Write &piece) {
        piece(written(picture, **snapshot, *format).toUtf8());
        return Done{};
    });
    if (done)
        return Ok;
    printFailure(command, done.error());
    return Failed;
}

} // namespace squall::cli
