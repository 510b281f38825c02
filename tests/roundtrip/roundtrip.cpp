#include "tests/roundtrip/roundtrip.h"

#include "core/base/jsonwriter.h"
#include "core/catalog/introspect.h"
#include "core/catalog/json.h"
#include "core/diff/render.h"
#include "core/pg/connection.h"
#include "tests/support/observer.h"

#include <algorithm>

namespace squall::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shownBefore = 200;
constexpr qsizetype shownAfter = 700;

/// What one observer says of a database.
struct Sight
{
    catalog::SnapshotPtr snapshot;
    QString catalogs;
    QString dump;
};

/// The statement of a script that an error points into.
QString around(const QString &script, int position)
{
    return position > 0 ? script.mid(std::max<qsizetype>(0, position - shownBefore), shownBefore + shownAfter)
                        : QString();
}

QString describe(const QString &what, const Error &error)
{
    return u"%1: %2 %3 %4 %5"_s.arg(what, error.message, error.detail, error.context, error.hint);
}

QString json(const catalog::Snapshot &snapshot)
{
    QByteArray text;
    {
        JsonWriter writer([&](const QByteArray &piece) { text += piece; });
        catalog::writeJson(snapshot, writer);
    }
    return QString::fromUtf8(text);
}

/// A database that goes away again.
class Scratch
{
public:
    explicit Scratch(TestServer &server)
        : m_server(server)
        , m_database(server.createDatabase())
    {
    }
    ~Scratch() { m_server.dropDatabase(m_database); }
    Scratch(const Scratch &) = delete;
    Scratch &operator=(const Scratch &) = delete;
    const pg::ConnectionOptions &database() const { return m_database; }

private:
    TestServer &m_server;
    pg::ConnectionOptions m_database;
};

bool canDump(const TestServer &server)
{
    return server.version() <= TestServer::debianVersion;
}

/// Texts that the server writes otherwise once it has read them again, and the places of columns: a child
/// that is made anew has first what its parents hand down.
bool changesOnce(QStringView property)
{
    static constexpr QStringView known[] = {u"definition", u"using", u"check", u"filter", u"position"};
    return std::find(std::begin(known), std::end(known), property) != std::end(known);
}

/// Everything, but of what changes once only that it is there.
QString outline(const QString &catalogs)
{
    const auto separator = u" | "_s;
    const auto equals = u" = "_s;
    QStringList lines = catalogs.split(u'\n');
    for (auto &line : lines) {
        const auto end = line.indexOf(equals, line.indexOf(separator));
        const auto begin = line.lastIndexOf(separator, end) + separator.size();
        if (end > begin && changesOnce(QStringView(line).mid(begin, end - begin)))
            line.truncate(end);
    }
    return lines.join(u'\n');
}

class Trip
{
public:
    explicit Trip(TestServer &server)
        : m_server(server)
    {
    }
    QString failure;

    bool load(const Scratch &into, const QString &script, const QString &what);
    bool look(const Scratch &at, Sight &sight, const QString &what);
    bool render(const Sight &sight, QString &script, const QString &what);
    bool compare(const Sight &before, const Sight &after);
    bool settle(const Scratch &first, const Scratch &settled);

private:
    bool fail(const QString &message)
    {
        failure = message;
        return false;
    }

    TestServer &m_server;
};

bool Trip::load(const Scratch &into, const QString &script, const QString &what)
{
    pg::Connection connection(into.database());
    // All in one transaction, whose access methods the workers of a parallel index build could not see.
    const auto loaded = connection.runScript(u"SET max_parallel_maintenance_workers = 0;\n"_s + script);
    if (loaded)
        return true;
    return fail(describe(what, loaded.error()) + u'\n' + around(script, loaded.error().position));
}

bool Trip::look(const Scratch &at, Sight &sight, const QString &what)
{
    pg::Connection connection(at.database());
    auto snapshot = catalog::introspect(connection);
    if (!snapshot)
        return fail(describe(u"introspect "_s + what, snapshot.error()));
    sight.snapshot = std::make_shared<const catalog::Snapshot>(*std::move(snapshot));
    const auto catalogs = observe(connection);
    if (!catalogs)
        return fail(describe(u"observe "_s + what, catalogs.error()));
    sight.catalogs = *catalogs;
    if (!canDump(m_server))
        return true;
    const auto dump = dumpSchema(at.database());
    if (!dump)
        return fail(describe(u"dump "_s + what, dump.error()));
    sight.dump = *dump;
    return true;
}

bool Trip::render(const Sight &sight, QString &script, const QString &what)
{
    const auto rendered = diff::render(sight.snapshot);
    if (!rendered)
        return fail(describe(u"render "_s + what, rendered.error()));
    script = *rendered;
    return true;
}

bool Trip::compare(const Sight &before, const Sight &after)
{
    if (const auto lines = difference(before.catalogs, after.catalogs); !lines.isEmpty())
        return fail(u"the catalogs differ\n"_s + lines);
    if (const auto lines = difference(before.dump, after.dump); !lines.isEmpty())
        return fail(u"pg_dump differs\n"_s + lines);
    if (*before.snapshot != *after.snapshot)
        return fail(u"the snapshots differ\n"_s + difference(json(*before.snapshot), json(*after.snapshot)));
    return true;
}

/// Where no pg_dump can write the first generation, our own writer does: then it must not lose anything here,
/// where the comparison of later generations would not see it.
bool Trip::settle(const Scratch &first, const Scratch &settled)
{
    if (canDump(m_server)) {
        const auto dump = dumpSchema(first.database());
        return dump ? load(settled, *dump, u"settling"_s) : fail(describe(u"dump"_s, dump.error()));
    }
    Sight before;
    Sight after;
    QString script;
    if (!look(first, before, u"the source"_s) || !render(before, script, u"the source"_s) ||
        !load(settled, script, u"settling"_s) || !look(settled, after, u"what settled"_s))
        return false;
    const auto lines = difference(outline(before.catalogs), outline(after.catalogs));
    return lines.isEmpty() || fail(u"settling lost or made something\n"_s + lines);
}

} // namespace

RoundTrip runRoundTrip(TestServer &server, const Loader &source, bool settles)
{
    Trip trip(server);
    Scratch first(server);
    if (const auto filled = source(first.database()); !filled)
        return {describe(u"source"_s, filled.error())};
    std::unique_ptr<Scratch> settled;
    Sight before;
    QString script;
    if (settles) {
        settled = std::make_unique<Scratch>(server);
        if (!trip.settle(first, *settled))
            return {trip.failure};
    }
    Scratch second(server);
    Sight after;
    if (trip.look(settles ? *settled : first, before, u"the source"_s) &&
        trip.render(before, script, u"the source"_s) &&
        trip.load(second, script, u"load what was rendered"_s) && trip.look(second, after, u"the copy"_s))
        trip.compare(before, after);
    return {trip.failure};
}

} // namespace squall::test
