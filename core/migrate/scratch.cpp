#include "core/migrate/scratch.h"

#include "core/base/quote.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRandomGenerator>

namespace squall::migrate {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::migrate::ScratchDatabase)
};

const auto namePrefix = u"squall_scratch_"_s;

QString newName()
{
    constexpr int base = 36;
    return namePrefix + QString::number(QDateTime::currentSecsSinceEpoch()) + u'_' +
           QString::number(QRandomGenerator::system()->generate(), base);
}

/// Older than any comparison takes, and nobody is connected.
void dropLeftovers(pg::Connection &server)
{
    constexpr qint64 oldSeconds = 3600;
    const auto found = server.fetch({u"select datname from pg_catalog.pg_database d where datname ~ "
                                     u"'^squall_scratch_[0-9]+_[0-9a-z]+$' and "
                                     "pg_catalog.split_part(datname, '_', 3)::pg_catalog.int8 < "
                                     "$1::pg_catalog.int8 and not exists (select from "
                                     "pg_catalog.pg_stat_activity a where a.datid = d.oid)"_s,
                                     {QByteArray::number(QDateTime::currentSecsSinceEpoch() - oldSeconds)}});
    if (!found)
        return;
    for (int row = 0; row < found->rowCount(); ++row) {
        // Of another role it stays to that one.
        [[maybe_unused]] const auto done =
            server.runScript(u"DROP DATABASE IF EXISTS "_s + quote(QString::fromUtf8(*found->cell(row, 0))));
    }
}

/// What makes a database like the one that is connected to.
QString likeThis(pg::Connection &server)
{
    const auto found = server.fetch(
        {u"select pg_catalog.pg_encoding_to_char(encoding), datcollate, datctype from pg_catalog.pg_database "
         "where datname = pg_catalog.current_database()"_s,
         {}});
    if (!found || found->rowCount() == 0)
        return {};
    const auto text = [&](int column) { return quoteLiteral(QString::fromUtf8(*found->cell(0, column))); };
    return u" TEMPLATE template0 ENCODING %1 LC_COLLATE %2 LC_CTYPE %3"_s.arg(text(0), text(1), text(2));
}

} // namespace

Result<std::unique_ptr<ScratchDatabase>> ScratchDatabase::create(const pg::ConnectionOptions &like)
{
    auto server = std::make_unique<pg::Connection>(like);
    if (const auto open = server->open(); !open)
        return open.error();
    dropLeftovers(*server);
    const auto name = newName();
    const auto create = u"CREATE DATABASE "_s + quote(name);
    // A locale of ICU does not go with these words.
    auto made = server->runScript(create + likeThis(*server));
    if (!made)
        made = server->runScript(create + u" TEMPLATE template0"_s);
    if (!made) {
        auto error = made.error();
        if (error.sqlState == u"42501") {
            error.message =
                Words::tr("Comparing takes a scratch database, and this role may not create one.");
            error.hint = Words::tr("Use a role with CREATEDB, or name another server for it with --scratch.");
        }
        return error;
    }
    return std::unique_ptr<ScratchDatabase>(new ScratchDatabase(std::move(server), name));
}

ScratchDatabase::ScratchDatabase(std::unique_ptr<pg::Connection> server, QString name)
    : m_server(std::move(server))
    , m_name(std::move(name))
{
    auto options = m_server->options();
    options.set("dbname", m_name.toUtf8());
    m_connection = std::make_unique<pg::Connection>(options);
}

ScratchDatabase::~ScratchDatabase()
{
    m_connection->close();
    // The server may still be ending the session that was just closed.
    const auto force = m_server->serverVersion() >= 130000 ? u" WITH (FORCE)"_s : QString();
    [[maybe_unused]] const auto done =
        m_server->runScript(u"DROP DATABASE IF EXISTS "_s + quote(m_name) + force);
}

std::vector<std::pair<QString, Error>> applyAsFarAsPossible(pg::Connection &connection,
                                                            const QStringList &statements)
{
    std::vector<std::pair<QString, Error>> left;
    for (const auto &statement : statements)
        left.emplace_back(statement, Error());
    size_t before = 0;
    do {
        before = left.size();
        std::vector<std::pair<QString, Error>> failed;
        for (const auto &[statement, error] : left) {
            const auto done = connection.runScript(statement);
            if (!done)
                failed.emplace_back(statement, done.error());
            const bool over = !done && (done.error().code == Error::Code::Cancelled ||
                                        done.error().code == Error::Code::Connection);
            if (over)
                return {failed.back()};
        }
        left = std::move(failed);
    } while (!left.empty() && left.size() < before);
    return left;
}

} // namespace squall::migrate
