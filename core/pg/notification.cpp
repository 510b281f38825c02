#include "core/pg/connection_p.h"

#include <poll.h>

namespace squall::pg {

void Connection::onNotification(std::function<void(const Notification &)> handler)
{
    d->notificationHandler = std::move(handler);
}

Result<bool> Connection::waitForNotification(int timeoutMs)
{
    const Private::Call call(*d);
    const QDeadlineTimer patience(timeoutMs);
    d->notified = false;
    for (;;) {
        if (const auto ready = d->prepare(); !ready)
            return ready.error();
        if (d->notified)
            return true;
        if (patience.hasExpired())
            return false;
        auto &interrupter = d->wire.interrupter();
        auto wakeMs = static_cast<int>(patience.remainingTime() + 1);
        if (const int check = interrupter.checkEveryMs(); check > 0)
            wakeMs = std::min(wakeMs, check);
        pollfd events[] = {{PQsocket(d->wire.handle()), POLLIN, 0}, {interrupter.descriptor(), POLLIN, 0}};
        ::poll(events, 2, wakeMs);
    }
}

} // namespace squall::pg
