#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QFuture>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace squall::workspace {

class StoreThread;

/// What a statement of a buffer returned, in the words of whoever shows it.
struct KeptResult
{
    QString id = {}; ///< made up once
    QByteArray content = {};

    bool operator==(const KeptResult &) const = default;
};

/// The results that come back with their buffers: a handle on the workspace, valid on any thread, also when
/// the Workspace is gone; then nothing is kept and every future holds the reason. They go with their buffer.
class Results
{
public:
    /// Of all buffers together; what was kept first goes first.
    static constexpr qint64 mostBytes = qint64(64) << 20;
    /// Made on the workspace's thread: it takes a while. Nothing, when it turns out not to be worth keeping.
    using Bytes = std::function<QByteArray()>;

    explicit Results(std::shared_ptr<StoreThread> store);

    /// In their order.
    QFuture<Result<std::vector<KeptResult>>> read(QString buffer) const;
    /// As the last one of a buffer, in place of one with the same id. A buffer that is not there keeps none.
    QFuture<Result<Done>> add(QString buffer, QString id, Bytes content) const;
    /// These are left, in this order.
    QFuture<Result<Done>> arrange(QString buffer, QStringList ids) const;
    /// All of a connection, or with an empty name all there are.
    QFuture<Result<Done>> clear(QString connection) const;

private:
    std::shared_ptr<StoreThread> m_store;
};

} // namespace squall::workspace
