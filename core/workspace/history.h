#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QFuture>
#include <QString>

#include <memory>
#include <vector>

namespace squall::workspace {

class StoreThread;

/// A statement that was run.
struct HistoryEntry
{
    qint64 id = 0; ///< given when it is added; the higher the later
    QString connection = {};
    QString database = {};
    QDateTime at = {};
    QString sql = {};
    /// False: `sql` is not all that was run, because that was too long or held a password.
    bool whole = true;
    qint64 milliseconds = 0;
    qint64 rows = -1; ///< -1: it returned and touched none
    QString error = {};

    bool operator==(const HistoryEntry &) const = default;
};

/// Which entries are wanted; what is empty or 0 asks for nothing.
struct HistoryQuery
{
    QString connection = {};
    QString database = {};
    QString containing = {}; ///< in the statement or its error, in whatever case
    bool errorsOnly = false;
    qint64 before = 0; ///< an id: only older ones
    qint64 after = 0;  ///< an id: only newer ones
    int limit = 200;
};

/// What was run on each connection, bounded: the oldest entries go. A handle on the workspace, valid on any
/// thread, also when the Workspace is gone; then every future holds the reason.
class History
{
public:
    /// So many entries of a connection are kept, and so many characters of their statements.
    static constexpr int mostEntries = 10'000;
    static constexpr int mostCharacters = 16'000'000;

    explicit History(std::shared_ptr<StoreThread> store);

    /// One write for all of them. An entry with an id comes back to where it was.
    QFuture<Result<Done>> add(std::vector<HistoryEntry> entries) const;
    /// Newest first.
    QFuture<Result<std::vector<HistoryEntry>>> find(HistoryQuery query) const;
    QFuture<Result<Done>> remove(std::vector<qint64> ids) const;
    /// Everything that was run on a connection, or with an empty name on all of them.
    QFuture<Result<Done>> clear(QString connection) const;

private:
    std::shared_ptr<StoreThread> m_store;
};

} // namespace squall::workspace
