#pragma once

#include "core/pg/connection.h"
#include "core/pg/eventdescriptor.h"

#include <atomic>
#include <mutex>

namespace squall::pg {

/// What an Interrupt asks of a Connection. A request belongs to the call, or the piece of work, that runs
/// while it is made: it is forgotten when that ends, so it can never stop what comes next.
class Interrupter final : public Interrupt
{
public:
    /// Any thread.
    void request() override;
    void abandon() override;
    bool isAbandoned() const { return m_abandoned; }

    // The rest on the connection's thread only.
    void enterCall();
    void leaveCall();
    /// `cancelled` is asked every `interruptCheckMs` while the connection waits.
    void beginWork(std::function<bool()> cancelled);
    void endWork();

    bool requested();
    /// Becomes readable with a request.
    int descriptor() const { return m_event.descriptor(); }
    /// Becomes readable when the connection is given up, and stays so.
    int abandonment() const { return m_abandonment.descriptor(); }
    /// How long a wait may last before `requested` has to be asked again; -1 when the descriptor tells.
    int checkEveryMs() const;

private:
    void forget();

    std::mutex m_mutex;
    EventDescriptor m_event;
    EventDescriptor m_abandonment;
    std::atomic<bool> m_abandoned = false;
    std::function<bool()> m_cancelled;
    int m_calls = 0;
    bool m_working = false;
    bool m_requested = false;
};

} // namespace squall::pg
