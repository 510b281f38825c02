#include "core/workspace/storethread.h"

#include <QCoreApplication>

namespace squall::workspace {

StoreThread::StoreThread(const QString &file)
{
    m_thread.run([this, file] {
        m_store.emplace();
        m_opened = m_store->open(file);
    });
}

void StoreThread::close()
{
    m_thread.run([this] {
        m_store.reset();
        m_opened = Error{.code = Error::Code::File,
                         .message = QCoreApplication::translate("Workspace", "The workspace is closed.")};
    });
    m_thread.waitForDone();
}

} // namespace squall::workspace
