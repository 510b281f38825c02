#pragma once

#include "core/base/result.h"
#include "core/pg/cancelrequest.h"
#include "core/pg/connector.h"
#include "core/pg/servererror.h"

#include <QDeadlineTimer>

namespace squall::pg {

/// The socket below a Connection: sends and receives without ever blocking in libpq, asks the server to stop
/// when interrupted, and gives the server up when it does not answer that within `answerWithinMs`.
class Wire
{
public:
    static constexpr int answerWithinMs = 5000;

    Wire();
    ~Wire();
    Wire(const Wire &) = delete;
    Wire &operator=(const Wire &) = delete;

    PGconn *handle() const { return m_handle.get(); }
    bool isOpen() const { return m_handle && PQstatus(m_handle.get()) == CONNECTION_OK; }
    void adopt(HandlePtr handle);
    void drop();
    Interrupter &interrupter() const { return *m_interrupter; }
    std::shared_ptr<Interrupter> sharedInterrupter() const { return m_interrupter; }

    /// True when PQgetResult has something to give without blocking, false when `patience` ended first.
    /// An error means that the server was given up; the handle is gone then.
    Result<bool> awaitReply(QDeadlineTimer patience = QDeadlineTimer(QDeadlineTimer::Forever));
    /// The next result, null at the end of a statement's.
    Result<ResultPtr> next();
    /// Waits until the socket can be read, or written if `forWriting`, and takes in what arrived.
    Result<bool> wait(bool forWriting, QDeadlineTimer patience = QDeadlineTimer(QDeadlineTimer::Forever));

    /// Asks the server to stop what it runs; it has `answerWithinMs` from then on.
    void cancel();
    bool isCancelling() const { return m_cancel != nullptr; }
    /// An interrupt came, and is to be heeded.
    bool isInterrupted() const { return !m_shielded && m_interrupter->requested(); }
    /// Waits until no request to cancel is under way any more: it would hit the next statement.
    Result<Done> settleCancel();

    /// While it lives, interrupts are not heeded, but the server has only `answerWithinMs`: for cleaning up.
    class Shield
    {
    public:
        explicit Shield(Wire &wire);
        ~Shield();
        Shield(const Shield &) = delete;
        Shield &operator=(const Shield &) = delete;

    private:
        Wire &m_wire;
        bool m_before;
    };

private:
    void sendCancel();
    Error giveUp();
    int patienceMs(const QDeadlineTimer &patience) const;

    std::shared_ptr<Interrupter> m_interrupter = std::make_shared<Interrupter>();
    HandlePtr m_handle{nullptr, &PQfinish};
    std::shared_ptr<CancelRequest> m_cancel;
    QDeadlineTimer m_cancelAgainAt{QDeadlineTimer::Forever};
    QDeadlineTimer m_giveUpAt{QDeadlineTimer::Forever};
    bool m_shielded = false;
};

} // namespace squall::pg
