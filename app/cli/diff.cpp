#include "app/cli/arguments.h"
#include "app/cli/catalog.h"
#include "app/cli/commands.h"
#include "app/cli/databaseoptions.h"
#include "app/cli/interruption.h"
#include "app/cli/output.h"
#include "app/cli/password.h"
#include "app/cli/progress.h"
#include "app/cli/projectoptions.h"
#include "core/drizzle/schemareading.h"
#include "core/migrate/credentials.h"
#include "core/migrate/livecomparison.h"

#include <QCoreApplication>

#include <memory>
#include <mutex>

namespace squall::cli {

using namespace Qt::StringLiterals;

namespace {

const auto command = u"diff"_s;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::cli)
};

/// Who relies on the answer has to know what it is not about.
void noteOtherSchemas(const drizzle::Snapshot &schema, const drizzle::Selection &selection)
{
    QStringList others;
    for (const auto &[key, name] : schema.schemas) {
        if (!selection.hasSchema(name))
            others << name;
    }
    if (!others.isEmpty())
        printNote(
            command,
            Text::tr("not compared, because schemaFilter does not name it: %1").arg(others.join(u", "_s)));
}

/// Stops a comparison wherever it is: a signal must not end the program while its database is there.
class WholeInterrupt : public pg::Interrupt
{
public:
    void request() override
    {
        const std::lock_guard lock(m_mutex);
        m_asked = true;
        if (m_current)
            m_current->request();
    }
    /// False when it was asked for already.
    bool goOnWith(std::shared_ptr<pg::Interrupt> current)
    {
        const std::lock_guard lock(m_mutex);
        m_current = std::move(current);
        return !m_asked;
    }

private:
    std::mutex m_mutex;
    std::shared_ptr<pg::Interrupt> m_current;
    bool m_asked = false;
};

Result<migrate::LiveDifference> compare(const catalog::SnapshotPtr &live, const drizzle::Selection &selection,
                                        const drizzle::Snapshot &schema, const pg::ConnectionOptions &server)
{
    const Progress progress(Text::tr("comparing"));
    const auto interrupt = std::make_shared<WholeInterrupt>();
    const Interruption interruption(interrupt);
    const auto makeScratch = [&]() -> Result<std::unique_ptr<migrate::ScratchDatabase>> {
        auto scratch = migrate::ScratchDatabase::create(server);
        if (scratch && !interrupt->goOnWith((*scratch)->connection().interrupt()))
            return Error{.code = Error::Code::Cancelled, .message = Text::tr("interrupted")};
        return scratch;
    };
    return migrate::compareWithLive(live, selection, schema, makeScratch);
}

Result<migrate::LiveDifference> run(const ProjectOptions &options, const QString &scratchUrl)
{
    auto project = options.open(ProjectOptions::Talk::Nothing);
    if (!project)
        return project.error();
    auto database = migrate::databaseOf(project->config);
    if (!database)
        return database.error();
    const auto schema = drizzle::readSchema(project->config, project->environment, project->files);
    if (!schema)
        return schema.error();
    const auto live = readCatalog(*database);
    if (!live)
        return live.error();
    const drizzle::Selection selection(project->config);
    noteOtherSchemas(schema->snapshot, selection);
    if (scratchUrl.isEmpty())
        return compare(*live, selection, schema->snapshot, *database);
    const auto other = pg::parseConnectionString(scratchUrl);
    if (!other)
        return other.error();
    return compare(*live, selection, schema->snapshot, *other);
}

} // namespace

int compareWithDatabase(const QStringList &given)
{
    Arguments arguments(
        command, Text::tr("Compares a Drizzle project's schema with its database, and prints the SQL that "
                          "would make the database the same. The exit code is 0 when they are the same, "
                          "2 when they differ, and 1 when that could not be found out."));
    const ProjectOptions options(arguments, command,
                                 QStringList{u"dialect"_s, u"driver"_s, u"schema"_s, u"casing"_s} +
                                     databaseGroup());
    arguments.add(
        u"scratch"_s, u"URL"_s,
        Text::tr("The server on which the schema is tried out in a database of its own; otherwise the "
                 "project's."));
    if (const auto exit = arguments.parse(given))
        return *exit;
    const auto difference = run(options, arguments.value(u"scratch"_s));
    if (!difference) {
        printFailure(command, difference.error());
        return exitCodeOf(difference.error());
    }
    if (difference->statements.isEmpty()) {
        printOut(Text::tr("The database is what the schema says.") + u'\n');
        return Ok;
    }
    for (const auto &statement : difference->statements)
        printOut(statement.trimmed() + u'\n');
    for (const auto &note : difference->notes)
        printNote(command, note);
    return Different;
}

} // namespace squall::cli
