#include "app/cli/projectoptions.h"

#include "app/cli/databaseoptions.h"
#include "app/cli/output.h"
#include "core/drizzle/configfields.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QProcessEnvironment>

#include <unistd.h>

namespace squall::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::cli)
};

QMap<QString, QString> processEnvironment()
{
    const auto process = QProcessEnvironment::systemEnvironment();
    QMap<QString, QString> environment;
    for (const auto &name : process.keys())
        environment.insert(name, process.value(name));
    return environment;
}

void printGrey(const QString &text)
{
    const bool colour = mayColour(STDOUT_FILENO);
    printOut((colour ? u"\x1b[90m"_s : QString()) + text + (colour ? u"\x1b[0m"_s : QString()) + u'\n');
}

} // namespace

ProjectOptions::ProjectOptions(Arguments &arguments, QString command, QStringList group)
    : m_arguments(arguments)
    , m_command(std::move(command))
    , m_group(std::move(group))
{
    arguments.add(u"config"_s, u"FILE"_s,
                  Text::tr("The project's configuration; without it drizzle.config.ts, .js or .json."));
    arguments.add(u"env-file"_s, u"FILE"_s, Text::tr("Variables for the project's files, in place of .env."));
    const auto offer = [&](const QString &name, const QString &value, const QString &description) {
        if (m_group.contains(name))
            arguments.add(name, value, Text::tr("Without a configuration: %1").arg(description));
    };
    offer(u"dialect"_s, u"postgresql"_s, Text::tr("the kind of database."));
    offer(u"driver"_s, u"NAME"_s, Text::tr("the driver, which migrations do not depend on."));
    offer(u"casing"_s, u"snake_case|camelCase"_s, Text::tr("what becomes of columns without a name."));
    offer(u"schema"_s, u"PATH"_s, Text::tr("a file, a folder or a pattern."));
    offer(u"out"_s, u"FOLDER"_s, Text::tr("the folder of the migrations, otherwise 'drizzle'."));
    if (m_group.contains(u"breakpoints"_s))
        arguments.addTruth(u"breakpoints"_s,
                           Text::tr("Without a configuration: marks between statements; --breakpoints=false "
                                    "leaves them out."));
    offer(u"introspect-casing"_s, u"camel|preserve"_s, Text::tr("how columns are called in TypeScript."));
    if (m_group.contains(u"url"_s))
        offerDatabase(arguments);
}

std::optional<QJsonObject> ProjectOptions::given() const
{
    QJsonObject values;
    for (const auto &name : m_group) {
        if (name == u"breakpoints") {
            if (const auto truth = m_arguments.truth(name))
                values.insert(name, *truth);
        } else if (name == u"introspect-casing" && m_arguments.isSet(name)) {
            values.insert(u"introspect"_s, QJsonObject{{u"casing"_s, m_arguments.value(name)}});
        } else if (databaseGroup().contains(name)) {
            continue;
        } else if (m_arguments.isSet(name)) {
            values.insert(name, m_arguments.value(name));
        }
    }
    if (m_group.contains(u"url"_s))
        takeDatabase(m_arguments, values);
    return values.isEmpty() ? std::nullopt : std::optional(values);
}

Result<QString> ProjectOptions::configPath(Talk talk) const
{
    const auto given = m_arguments.value(u"config"_s);
    QString path = QDir().absoluteFilePath(given);
    if (given.isEmpty()) {
        path = drizzle::defaultConfigPath(QDir::currentPath());
        if (path.isEmpty())
            path = QDir().absoluteFilePath(u"drizzle.config.json"_s);
        if (talk == Talk::WhichFile)
            printGrey(u"No config path provided, using default '%1'"_s.arg(QFileInfo(path).fileName()));
    }
    if (talk == Talk::WhichFile)
        printGrey(u"Reading config file '%1'"_s.arg(path));
    if (!QFileInfo::exists(path))
        return Error{.code = Error::Code::NotFound,
                     // As drizzle-kit says it.
                     .message = u"%1 file does not exist"_s.arg(path),
                     .hint =
                         Text::tr("Name the project's configuration with --config, or see 'squall %1 --help' "
                                  "for the options that take its place.")
                             .arg(m_command)};
    return path;
}

Result<Project> ProjectOptions::open(Talk talk) const
{
    const auto options = given();
    if (options && m_arguments.isSet(u"config"_s))
        return Error{
            .code = Error::Code::Usage,
            // As drizzle-kit says it.
            .message = u"You can't use both --config and other cli options for %1 command"_s.arg(m_command)};
    Project project{.config = {}, .environment = {}, .files = drizzle::ProjectFiles(QDir::currentPath())};
    auto environment =
        drizzle::projectEnvironment(processEnvironment(), project.files, m_arguments.value(u"env-file"_s));
    if (!environment)
        return environment.error();
    project.environment = *std::move(environment);
    if (options) {
        auto values = *options;
        // Where no schema is read, the folder alone says it: Squall knows one kind of database.
        if (!m_group.contains(u"schema"_s) && !values.contains(u"dialect"_s))
            values.insert(u"dialect"_s, u"postgresql"_s);
        auto config = drizzle::configOf(values);
        if (!config)
            return config.error();
        project.config = *std::move(config);
        return project;
    }
    const auto path = configPath(talk);
    if (!path)
        return path.error();
    auto config = drizzle::readConfig(*path, project.environment, project.files);
    if (!config)
        return config.error();
    project.config = *std::move(config);
    return project;
}

} // namespace squall::cli
