#include "app/cli/catalog.h"

#include "app/cli/interruption.h"
#include "app/cli/password.h"
#include "app/cli/progress.h"
#include "core/catalog/introspect.h"
#include "core/pg/connection.h"

#include <QCoreApplication>

namespace squall::cli {

namespace {

Result<catalog::SnapshotPtr> read(const pg::ConnectionOptions &options)
{
    const Progress progress(QCoreApplication::translate("squall::cli", "reading the catalog"));
    pg::Connection connection(options);
    const Interruption interruption(connection.interrupt());
    auto snapshot = catalog::introspect(connection);
    if (!snapshot)
        return snapshot.error();
    // The process ends with the command: the system takes a large schema back faster than we take it apart.
    static const auto *const kept =
        new catalog::SnapshotPtr(std::make_shared<const catalog::Snapshot>(*std::move(snapshot)));
    return *kept;
}

} // namespace

Result<catalog::SnapshotPtr> readCatalog(const QString &url)
{
    auto database = pg::chooseDatabase(url);
    if (!database)
        return database.error();
    return readCatalog(*database);
}

Result<catalog::SnapshotPtr> readCatalog(pg::ConnectionOptions &database)
{
    watchSignals();
    return withPassword<catalog::SnapshotPtr>(database, [&] { return read(database); });
}

} // namespace squall::cli
