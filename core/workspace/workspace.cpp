#include "core/workspace/workspace.h"

#include "core/workspace/storethread.h"

#include <QStandardPaths>

namespace squall::workspace {

using namespace Qt::Literals::StringLiterals;

Workspace::Workspace(const QString &file)
    : d(std::make_shared<StoreThread>(file))
{
}

Workspace::~Workspace()
{
    d->close();
}

Journal Workspace::journal() const
{
    return Journal(d);
}

History Workspace::history() const
{
    return History(d);
}

Results Workspace::results() const
{
    return Results(d);
}

QString Workspace::standardFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           u"/squall/workspace.sqlite"_s;
}

QFuture<Result<Contents>> Workspace::contents()
{
    return d->run([](Store &store) { return store.contents(); });
}

QFuture<Result<Done>> Workspace::saveConnection(SavedConnection connection)
{
    return d->run(
        [connection = std::move(connection)](Store &store) { return store.saveConnection(connection); });
}

QFuture<Result<Done>> Workspace::removeConnection(QString id)
{
    return d->run([id = std::move(id)](Store &store) { return store.removeConnection(id); });
}

QFuture<Result<Done>> Workspace::saveTabs(std::vector<OpenTab> tabs)
{
    return d->run([tabs = std::move(tabs)](Store &store) { return store.saveTabs(tabs); });
}

QFuture<Result<Done>> Workspace::saveBuffer(Buffer buffer)
{
    return d->run([buffer = std::move(buffer)](Store &store) { return store.saveBuffer(buffer); });
}

QFuture<Result<Done>> Workspace::saveSetting(Setting setting)
{
    return d->run([setting = std::move(setting)](Store &store) { return store.saveSetting(setting); });
}

QFuture<Result<Done>> Workspace::changeQueries(std::vector<SavedQuery> saved, QStringList removed)
{
    return d->run([saved = std::move(saved), removed = std::move(removed)](Store &store) {
        return store.changeQueries(saved, removed);
    });
}

} // namespace squall::workspace
