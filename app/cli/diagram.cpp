#include "app/cli/arguments.h"
#include "app/cli/catalog.h"
#include "app/cli/commands.h"
#include "app/cli/interruption.h"
#include "app/cli/output.h"
#include "app/cli/password.h"
#include "app/cli/picture.h"
#include "app/cli/studio.h"
#include "core/catalog/unknownschema.h"
#include "core/diagram/languages.h"
#include "core/pg/connection.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <array>

#include <unistd.h>

namespace squall::cli {

using namespace Qt::StringLiterals;

namespace {

using diagram::Language;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::cli)
};

const auto command = u"diagram"_s;

/// What a diagram is written as: a language, or a picture that squall-studio draws.
struct Format
{
    const char *name;
    const char *endings; ///< of files, between spaces
    std::optional<Language> language;
};

constexpr std::array formats{
    Format{"svg", " svg ", {}},
    Format{"png", " png ", {}},
    Format{"pdf", " pdf ", {}},
    Format{"mermaid", " mmd mermaid md txt ", Language::Mermaid},
    Format{"dbml", " dbml ", Language::Dbml},
    Format{"plantuml", " puml plantuml pu ", Language::PlantUml},
    Format{"dot", " dot gv ", Language::Dot},
};

/// Those that pictures alone have, with what they may be.
const std::array pictureOptions{
    std::pair{u"detail"_s, QStringList{u"names"_s, u"keys"_s, u"columns"_s}},
    std::pair{u"theme"_s, QStringList{u"light"_s, u"dark"_s}},
    std::pair{u"scale"_s, QStringList{}},
    std::pair{u"paper"_s, QStringList{u"fit"_s, u"a4"_s, u"a3"_s, u"letter"_s}},
};

Error usage(const QString &message)
{
    return {.code = Error::Code::Usage,
            .message = message,
            .hint = Text::tr("See 'squall %1 --help'.").arg(command)};
}

void addOptions(Arguments &arguments)
{
    arguments.addDatabase();
    arguments.add(u"format"_s, u"svg|png|pdf|mermaid|dbml|plantuml|dot"_s,
                  Text::tr("A picture, or the language it is written in. Without it the file's ending says "
                           "it, else it is mermaid."));
    arguments.add(u"schema"_s, u"name"_s, Text::tr("Only this schema; may be given several times."));
    arguments.add(u"detail"_s, u"names|keys|columns"_s,
                  Text::tr("What a picture tells of a table; columns when nothing is said."));
    arguments.add(u"theme"_s, u"light|dark"_s, Text::tr("The colours of a picture."));
    arguments.add(u"scale"_s, u"N"_s,
                  Text::tr("The size of a picture, as a multiple of that on screen; 2 is sharp on a screen "
                           "with small pixels."));
    arguments.add(u"paper"_s, u"fit|a4|a3|letter"_s,
                  Text::tr("Pages of a PDF: one as large as the diagram, or sheets to be printed."));
    arguments.addOutputFile();
}

/// As given, else by the ending of the file.
Result<Format> formatOf(const Arguments &arguments)
{
    const auto given = arguments.value(u"format"_s).toLatin1();
    const auto ending = QFileInfo(arguments.value(u"o"_s)).suffix().toLower().toLatin1();
    const auto found = std::find_if(formats.begin(), formats.end(), [&](const Format &format) {
        if (!given.isEmpty())
            return given == format.name;
        return ending.isEmpty() ? format.language == Language::Mermaid
                                : QByteArray(format.endings).contains(' ' + ending + ' ');
    });
    if (found != formats.end())
        return *found;
    QStringList names;
    for (const auto &format : formats)
        names << QLatin1StringView(format.name);
    return Error{
        .code = Error::Code::Usage,
        .message =
            given.isEmpty()
                ? Text::tr("'%1' does not say by its ending what it is to be").arg(arguments.value(u"o"_s))
                : Text::tr("--%1 cannot be '%2'.").arg(u"format"_s, QString::fromLatin1(given)),
        .hint = given.isEmpty() ? Text::tr("Give --format: %1.").arg(names.join(u", "_s))
                                : Text::tr("Use one of: %1.").arg(names.join(u", "_s))};
}

/// Why the options do not fit each other.
std::optional<Error> fault(const Arguments &arguments, const Format &format)
{
    for (const auto &[name, choices] : pictureOptions) {
        if (!arguments.isSet(name))
            continue;
        if (format.language)
            return usage(Text::tr("--%1 is for pictures, and %2 is a language.")
                             .arg(name, QLatin1StringView(format.name)));
        if (const auto given = arguments.value(name); !choices.isEmpty() && !choices.contains(given))
            return Error{.code = Error::Code::Usage,
                         .message = Text::tr("--%1 cannot be '%2'.").arg(name, given),
                         .hint = Text::tr("Use one of: %1.").arg(choices.join(u", "_s))};
    }
    if (!format.language && !arguments.isSet(u"o"_s) && isTerminal(STDOUT_FILENO))
        return usage(Text::tr("A picture is nothing for a terminal: give a file with -o."));
    return std::nullopt;
}

Result<Done> writeText(const Arguments &arguments, Language language)
{
    const auto snapshot = readCatalog(arguments.value(u"url"_s));
    if (!snapshot)
        return snapshot.error();
    const auto schemas = arguments.values(u"schema"_s);
    if (const auto unknown = catalog::unknownSchema(**snapshot, schemas))
        return *unknown;
    const auto tables = diagram::diagramOf(**snapshot, schemas);
    return writeResult(arguments.value(u"o"_s), [&](const Write &piece) {
        piece(diagram::write(language, tables, **snapshot).toUtf8());
        return Done{};
    });
}

QStringList optionsOfPicture(const Arguments &arguments, const Format &format)
{
    QStringList options{u"--format"_s, QString::fromLatin1(format.name)};
    for (const auto &schema : arguments.values(u"schema"_s))
        options << u"--schema="_s + schema;
    for (const auto &[name, choices] : pictureOptions) {
        if (arguments.isSet(name))
            options << u"--"_s + name + u'=' + arguments.value(name);
    }
    return options;
}

Result<Done> writePicture(const Arguments &arguments, const Format &format)
{
    const auto program = studioProgram();
    if (!program)
        return Error{.code = Error::Code::NotFound,
                     .message =
                         Text::tr("pictures are drawn by squall-studio, and it is neither beside squall "
                                  "nor on the PATH"),
                     .hint = Text::tr("Install it, or choose a language: --format mermaid.")};
    auto database = pg::chooseDatabase(arguments.value(u"url"_s));
    if (!database)
        return database.error();
    watchSignals();
    // Whoever is asked for a password is asked here.
    const auto opened = withPassword<Done>(*database, [&] {
        pg::Connection connection(*database);
        const Interruption interruption(connection.interrupt());
        return connection.open();
    });
    if (!opened)
        return opened;
    return writeResult(arguments.value(u"o"_s), [&](const Write &piece) -> Result<Done> {
        const auto picture = drawPicture(*program, optionsOfPicture(arguments, format), *database);
        if (!picture)
            return picture.error();
        if (!picture->remark.isEmpty())
            printNote(command, picture->remark);
        piece(picture->bytes);
        return Done{};
    });
}

} // namespace

int diagram(const QStringList &given)
{
    Arguments arguments(command, Text::tr("Writes the tables and what they refer to as a diagram."));
    addOptions(arguments);
    if (const auto exit = arguments.parse(given))
        return *exit;
    const auto format = formatOf(arguments);
    if (!format) {
        printFailure(command, format.error());
        return Failed;
    }
    if (const auto wrong = fault(arguments, *format)) {
        printFailure(command, *wrong);
        return Failed;
    }
    const auto done =
        format->language ? writeText(arguments, *format->language) : writePicture(arguments, *format);
    if (done)
        return Ok;
    printFailure(command, done.error());
    return exitCodeOf(done.error());
}

} // namespace squall::cli
