// What reading a Drizzle project costs: its configuration, and the schema that its files declare.
// bench-evaluate FOLDER CONFIG: in milliseconds, with the peak memory of this process and of the evaluator's.

#include "core/drizzle/config.h"
#include "core/drizzle/evaluateschema.h"
#include "core/drizzle/schemafiles.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcessEnvironment>

#include <cstdio>
#include <sys/resource.h>

using namespace squall;
using namespace squall::drizzle;

namespace {

double peakMiB(__rusage_who who)
{
    rusage used{};
    getrusage(who, &used);
    return static_cast<double>(used.ru_maxrss) / 1024;
}

int failed(const Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.message));
    return 1;
}

QMap<QString, QString> processEnvironment()
{
    const auto environment = QProcessEnvironment::systemEnvironment();
    QMap<QString, QString> all;
    for (const auto &name : environment.keys())
        all.insert(name, environment.value(name));
    return all;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return failed(
            {.code = Error::Code::Usage, .message = QStringLiteral("bench-evaluate FOLDER CONFIG")});

    QElapsedTimer clock;
    clock.start();
    ProjectFiles files(arguments[1]);
    const auto environment = projectEnvironment(processEnvironment(), files);
    if (!environment)
        return failed(environment.error());
    const auto config = readConfig(files.directory() + u'/' + arguments[2], *environment, files);
    if (!config)
        return failed(config.error());
    const auto configured = clock.nsecsElapsed();
    const auto schema = evaluateSchema({.entries = schemaFiles(config->schema, files.directory()),
                                        .environment = *environment,
                                        .casing = config->casing},
                                       files);
    if (!schema)
        return failed(schema.error());
    std::printf("%zu tables: configuration %.1f ms, schema %.1f ms; peak %.0f MiB here, %.0f MiB evaluator\n",
                schema->snapshot.tables.size(), static_cast<double>(configured) / 1e6,
                static_cast<double>(clock.nsecsElapsed() - configured) / 1e6, peakMiB(RUSAGE_SELF),
                peakMiB(RUSAGE_CHILDREN));
    return 0;
}
