#pragma once

#include "core/pg/eventdescriptor.h"

#include <libpq-fe.h>

#include <atomic>
#include <memory>

namespace squall::pg {

/// One request to the server to stop what a connection runs. It travels on a connection and a thread of its
/// own, because PQcancel blocks; until it is `done` it could still stop a later statement, so none may be
/// sent.
class CancelRequest
{
public:
    static std::shared_ptr<CancelRequest> send(PGconn *connection);

    bool done() const { return m_done; }
    /// Becomes readable when done.
    int descriptor() const { return m_event.descriptor(); }

private:
    std::atomic<bool> m_done = false;
    EventDescriptor m_event;
};

} // namespace squall::pg
