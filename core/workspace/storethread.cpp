#include "core/workspace/storethread.h"

#include <QCoreApplication>

namespace squall::workspace {

StoreThread::StoreThread(const QString &file)
{
    m_pool.setMaxThreadCount(1);
    // SQLite's connection belongs to the thread that opened it.
    m_pool.setExpiryTimeout(-1);
    m_pool.start([this, file] {
        m_store.emplace();
        m_opened = m_store->open(file);
    });
}

void StoreThread::close()
{
    m_pool.start([this] {
        m_store.reset();
        m_opened = Error{.code = Error::Code::File,
                         .message = QCoreApplication::translate("Workspace", "The workspace is closed.")};
    });
    m_pool.waitForDone();
}

} // namespace squall::workspace
