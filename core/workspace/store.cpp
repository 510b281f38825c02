#include "core/workspace/store.h"

#include "core/workspace/schema.h"
#include "core/workspace/statement.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

namespace squall::workspace {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Workspace)
};

/// Moves the file and what SQLite keeps beside it out of the way; answers the new name.
Result<QString> setAside(const QString &file)
{
    const auto stamp = QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    const auto aside = file + u".damaged-"_s + stamp;
    if (!QFile::rename(file, aside))
        return Error{.code = Error::Code::File,
                     .message = Text::tr("The damaged workspace file %1 could not be moved away.").arg(file)};
    for (const auto &suffix : {u"-wal"_s, u"-shm"_s})
        QFile::rename(file + suffix, aside + suffix);
    return aside;
}

} // namespace

Store::~Store()
{
    close();
}

void Store::close()
{
    if (m_connectionName.isEmpty())
        return;
    QSqlDatabase::database(m_connectionName, false).close();
    QSqlDatabase::removeDatabase(m_connectionName);
    m_connectionName.clear();
    m_claims.clear();
}

Result<Done> Store::open(const QString &file)
{
    if (!QDir().mkpath(QFileInfo(file).absolutePath()))
        return Error{.code = Error::Code::File,
                     .message =
                         Text::tr("The folder %1 could not be made.").arg(QFileInfo(file).absolutePath())};
    auto opened = openOnce(file);
    if (opened || !isDamage(opened.error()))
        return opened;
    close();
    const auto aside = setAside(file);
    if (!aside)
        return aside.error();
    m_notice =
        Text::tr(
            "The workspace file was damaged and has been set aside as %1. Squall started with an empty one.")
            .arg(*aside);
    return openOnce(file);
}

Result<Done> Store::openOnce(const QString &file)
{
    m_connectionName = u"workspace-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connectionName);
    database.setDatabaseName(file);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000;QSQLITE_ENABLE_REGEXP"_s);
    if (!database.open())
        return Error{.code = Error::Code::File,
                     .message = Text::tr("The workspace file %1 could not be opened.").arg(file)};
    // Only the owner reads which servers somebody uses and what was run there.
    QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    for (const auto &pragma : {u"pragma journal_mode = wal"_s, u"pragma synchronous = full"_s}) {
        if (const auto set = execute(database, pragma); !set)
            return set.error();
    }
    auto checked = execute(database, u"pragma quick_check(1)"_s);
    if (!checked)
        return checked.error();
    if (checked->next() && checked->value(0).toString() != u"ok")
        return Error{.code = Error::Code::File, .message = checked->value(0).toString(), .sqlState = u"11"_s};
    checked->finish();
    if (auto migrated = migrate(file); !migrated)
        return migrated;
    return claim(file);
}

Result<Done> Store::migrate(const QString &file)
{
    const auto database = QSqlDatabase::database(m_connectionName);
    const auto version = [&database]() -> Result<int> {
        auto query = execute(database, u"pragma user_version"_s);
        if (!query)
            return query.error();
        return query->next() ? query->value(0).toInt() : 0;
    };
    const auto &steps = schemaSteps();
    const int newest = static_cast<int>(steps.size());
    const auto before = version();
    if (!before)
        return before.error();
    if (*before > newest)
        return Error{
            .code = Error::Code::Unsupported,
            .message =
                Text::tr(
                    "The workspace file %1 was written by a newer Squall (format %2, this one knows %3).")
                    .arg(file)
                    .arg(*before)
                    .arg(newest),
            .hint =
                Text::tr("Update Squall, or move the file away. Until then nothing is kept between starts.")};
    if (*before == newest)
        return Done{};
    return inTransaction(database, [&]() -> Result<Done> {
        // Another Squall may have been first; the lock is ours only now.
        const auto from = version();
        if (!from)
            return from.error();
        for (int step = *from; step < newest; ++step) {
            for (const auto &statement : steps[static_cast<size_t>(step)]) {
                if (const auto done = execute(database, statement); !done)
                    return done.error();
            }
        }
        const auto set = execute(database, u"pragma user_version = %1"_s.arg(newest));
        return set ? Result<Done>(Done{}) : set.error();
    });
}

} // namespace squall::workspace
