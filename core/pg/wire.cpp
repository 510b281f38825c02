#include "core/pg/wire.h"

#include <QCoreApplication>

#include <poll.h>

namespace squall::pg {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::pg::Wire)
};

/// A request that reaches the server just before its statement does is lost on it.
constexpr int cancelAgainMs = 400;

} // namespace

Wire::Wire() = default;

Wire::~Wire() = default;

void Wire::adopt(HandlePtr handle)
{
    m_handle = std::move(handle);
    m_cancel.reset();
    m_giveUpAt = QDeadlineTimer(QDeadlineTimer::Forever);
    PQsetnonblocking(m_handle.get(), 1);
}

void Wire::drop()
{
    m_handle.reset();
    m_cancel.reset();
    m_giveUpAt = QDeadlineTimer(QDeadlineTimer::Forever);
}

Wire::Shield::Shield(Wire &wire)
    : m_wire(wire)
    , m_before(std::exchange(wire.m_shielded, true))
{
    if (m_wire.m_giveUpAt.isForever())
        m_wire.m_giveUpAt = QDeadlineTimer(answerWithinMs);
}

Wire::Shield::~Shield()
{
    m_wire.m_shielded = m_before;
    if (!m_before && !m_wire.m_cancel)
        m_wire.m_giveUpAt = QDeadlineTimer(QDeadlineTimer::Forever);
}

void Wire::cancel()
{
    if (m_cancel || !isOpen())
        return;
    sendCancel();
    m_giveUpAt = QDeadlineTimer(answerWithinMs);
}

void Wire::sendCancel()
{
    m_cancel = CancelRequest::send(m_handle.get());
    m_cancelAgainAt = QDeadlineTimer(cancelAgainMs);
}

Result<Done> Wire::settleCancel()
{
    while (m_cancel && !m_cancel->done()) {
        if (m_giveUpAt.hasExpired() || m_interrupter->isAbandoned())
            return giveUp();
        pollfd events[] = {{m_cancel->descriptor(), POLLIN, 0}, {m_interrupter->abandonment(), POLLIN, 0}};
        ::poll(events, 2, patienceMs(m_giveUpAt));
    }
    m_cancel.reset();
    if (!m_shielded)
        m_giveUpAt = QDeadlineTimer(QDeadlineTimer::Forever);
    return Done{};
}

Error Wire::giveUp()
{
    drop();
    return {.code = Error::Code::Cancelled,
            .message =
                m_interrupter->isAbandoned()
                    ? Text::tr("The connection was closed without waiting for the server.")
                    : Text::tr("The server did not stop within %n seconds, so the connection was closed.",
                               nullptr, answerWithinMs / 1000),
            .hint = Text::tr(
                "What was running may still be, and may take effect. The next statement connects again.")};
}

int Wire::patienceMs(const QDeadlineTimer &patience) const
{
    qint64 least = -1;
    const auto add = [&](qint64 ms) {
        if (ms >= 0)
            least = least < 0 ? ms : std::min(least, ms);
    };
    // One more, because the rest of a millisecond counts as none.
    if (!patience.isForever())
        add(patience.remainingTime() + 1);
    if (!m_giveUpAt.isForever())
        add(m_giveUpAt.remainingTime() + 1);
    if (m_cancel && m_cancel->done())
        add(m_cancelAgainAt.remainingTime() + 1);
    else if (m_cancel)
        add(cancelAgainMs);
    if (!m_shielded && !m_cancel)
        add(m_interrupter->checkEveryMs());
    return static_cast<int>(least);
}

Result<bool> Wire::wait(bool forWriting, QDeadlineTimer patience)
{
    for (;;) {
        if (m_interrupter->isAbandoned())
            return giveUp();
        const bool heeding = !m_shielded && !m_cancel;
        if (heeding && m_interrupter->requested()) {
            cancel();
            continue;
        }
        if (m_giveUpAt.hasExpired())
            return giveUp();
        if (patience.hasExpired())
            return false;
        if (m_cancel && m_cancel->done() && m_cancelAgainAt.hasExpired())
            sendCancel();
        pollfd events[] = {
            {PQsocket(m_handle.get()), static_cast<short>(POLLIN | (forWriting ? POLLOUT : 0)), 0},
            {heeding ? m_interrupter->descriptor() : -1, POLLIN, 0},
            {m_interrupter->abandonment(), POLLIN, 0}};
        ::poll(events, 3, patienceMs(patience));
        if (events[0].revents & ~POLLOUT)
            PQconsumeInput(
                m_handle.get()); // a failure shows in PQgetResult, after what the server said before
        if (events[0].revents)
            return true;
    }
}

Result<bool> Wire::awaitReply(QDeadlineTimer patience)
{
    for (;;) {
        const bool unsent = PQflush(m_handle.get()) > 0;
        // On a broken connection PQgetResult says so at once, but PQisBusy never ends.
        if (!isOpen() || !PQisBusy(m_handle.get()))
            return true;
        const auto ready = wait(unsent, patience);
        if (!ready || !*ready)
            return ready;
    }
}

Result<ResultPtr> Wire::next()
{
    if (const auto ready = awaitReply(); !ready)
        return ready.error();
    return ResultPtr(PQgetResult(m_handle.get()), &PQclear);
}

} // namespace squall::pg
