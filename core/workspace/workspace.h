#pragma once

#include "core/base/result.h"
#include "core/workspace/contents.h"
#include "core/workspace/history.h"
#include "core/workspace/journal.h"
#include "core/workspace/results.h"

#include <QFuture>
#include <QStringList>

#include <memory>

namespace squall::workspace {

/// Local state in one SQLite file, used by one thread of its own. Making a Workspace returns at once; calls
/// are carried out in their order, and a write's future is done when it will survive the death of this
/// process. When the file cannot be used, every future holds the reason.
class Workspace
{
public:
    explicit Workspace(const QString &file);
    /// Finishes what was asked for.
    ~Workspace();
    Workspace(const Workspace &) = delete;
    Workspace &operator=(const Workspace &) = delete;

    /// Where this user's workspace is, by the XDG rules.
    static QString standardFile();

    QFuture<Result<Contents>> contents();
    QFuture<Result<Done>> saveConnection(SavedConnection connection);
    QFuture<Result<Done>> removeConnection(QString id);
    QFuture<Result<Done>> saveTabs(std::vector<OpenTab> tabs);
    /// A closed one is kept for a while; one without text goes when it is closed.
    QFuture<Result<Done>> saveBuffer(Buffer buffer);
    QFuture<Result<Done>> saveSetting(Setting setting);
    /// Both at once, or nothing.
    QFuture<Result<Done>> changeQueries(std::vector<SavedQuery> saved, QStringList removed);

    History history() const;
    Journal journal() const;
    Results results() const;

private:
    std::shared_ptr<StoreThread> d;
};

} // namespace squall::workspace
