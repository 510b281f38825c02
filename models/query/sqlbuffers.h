#pragma once

#include "core/base/result.h"
#include "core/workspace/contents.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <vector>

namespace squall::models {

/// What is written in the SQL tabs of all connections, open and closed: as it was given last, and soon after
/// on disk.
class SqlBuffers : public QObject
{
    Q_OBJECT

public:
    /// Writes one down; the future is done when it will survive the death of this process.
    using Keep = std::function<QFuture<Result<Done>>(const workspace::Buffer &buffer)>;

    using QObject::QObject;

    /// Those that were kept. Without `keep` they are only remembered.
    void load(std::vector<workspace::Buffer> buffers, Keep keep);
    void forgetConnection(const QString &connection);

    /// nullptr for one that is not there, or not any more.
    const workspace::Buffer *find(const QString &id) const;
    std::vector<workspace::Buffer> open(const QString &connection) const;
    /// In the order of their closing.
    std::vector<workspace::Buffer> closed(const QString &connection) const;

    /// A new one; answers with its id. What it has no id or title for is made up.
    QString create(workspace::Buffer buffer);
    /// Whether it is closed stays as it is.
    void save(const workspace::Buffer &buffer);
    void setClosed(const QString &id, bool closed);
    /// Everything that was given is on disk.
    bool isSettled() const { return m_writing == 0; }

signals:
    void settled();
    void failed(const squall::Error &error);

private:
    std::vector<workspace::Buffer>::iterator place(const QString &id);
    QString freeTitle(const QString &connection) const;
    void keep(const workspace::Buffer &buffer);

    std::vector<workspace::Buffer> m_buffers;
    Keep m_keep;
    int m_writing = 0;
};

} // namespace squall::models
