#include "models/query/sqlbuffers.h"

#include <QFutureWatcher>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace squall::models {

using workspace::Buffer;

void SqlBuffers::load(std::vector<Buffer> buffers, Keep keep)
{
    m_buffers = std::move(buffers);
    m_keep = std::move(keep);
}

void SqlBuffers::forgetConnection(const QString &connection)
{
    std::erase_if(m_buffers, [&](const Buffer &buffer) { return buffer.connection == connection; });
}

std::vector<Buffer>::iterator SqlBuffers::place(const QString &id)
{
    return std::find_if(m_buffers.begin(), m_buffers.end(),
                        [&](const Buffer &buffer) { return buffer.id == id; });
}

const Buffer *SqlBuffers::find(const QString &id) const
{
    const auto found = std::find_if(m_buffers.begin(), m_buffers.end(),
                                    [&](const Buffer &buffer) { return buffer.id == id; });
    return found == m_buffers.end() ? nullptr : &*found;
}

std::vector<Buffer> SqlBuffers::open(const QString &connection) const
{
    std::vector<Buffer> found;
    std::copy_if(m_buffers.begin(), m_buffers.end(), std::back_inserter(found),
                 [&](const Buffer &buffer) { return buffer.connection == connection && !buffer.closed; });
    return found;
}

std::vector<Buffer> SqlBuffers::closed(const QString &connection) const
{
    std::vector<Buffer> found;
    std::copy_if(m_buffers.begin(), m_buffers.end(), std::back_inserter(found),
                 [&](const Buffer &buffer) { return buffer.connection == connection && buffer.closed; });
    return found;
}

QString SqlBuffers::freeTitle(const QString &connection) const
{
    for (int number = 1;; ++number) {
        auto title = tr("Query %1").arg(number);
        const bool taken = std::any_of(m_buffers.begin(), m_buffers.end(), [&](const Buffer &buffer) {
            return buffer.connection == connection && !buffer.closed && buffer.title == title;
        });
        if (!taken)
            return title;
    }
}

QString SqlBuffers::create(Buffer buffer)
{
    if (buffer.id.isEmpty())
        buffer.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (buffer.title.isEmpty())
        buffer.title = freeTitle(buffer.connection);
    m_buffers.push_back(buffer);
    keep(buffer);
    return buffer.id;
}

void SqlBuffers::save(const Buffer &buffer)
{
    const auto known = place(buffer.id);
    if (known == m_buffers.end())
        return;
    const bool closed = known->closed;
    *known = buffer;
    known->closed = closed;
    keep(*known);
}

void SqlBuffers::setClosed(const QString &id, bool closed)
{
    const auto known = place(id);
    if (known == m_buffers.end() || known->closed == closed)
        return;
    known->closed = closed;
    keep(*known);
    if (!closed)
        return;
    // The one that was closed last is the last of them; an empty one is nothing to come back to.
    std::rotate(known, known + 1, m_buffers.end());
    if (m_buffers.back().text.isEmpty())
        m_buffers.pop_back();
}

void SqlBuffers::keep(const Buffer &buffer)
{
    if (!m_keep)
        return;
    ++m_writing;
    auto *watcher = new QFutureWatcher<Result<Done>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        if (const auto done = watcher->result(); !done)
            emit failed(done.error());
        watcher->deleteLater();
        if (--m_writing == 0)
            emit settled();
    });
    watcher->setFuture(m_keep(buffer));
}

} // namespace squall::models
