#include "core/pg/interrupter.h"

namespace squall::pg {

namespace {
constexpr int interruptCheckMs = 50;
}

void Interrupter::request()
{
    const std::lock_guard lock(m_mutex);
    if (m_calls == 0 && !m_working)
        return;
    m_requested = true;
    m_event.set();
}

void Interrupter::abandon()
{
    m_abandoned = true;
    m_abandonment.set();
    request();
}

void Interrupter::forget()
{
    m_requested = false;
    m_event.clear();
}

void Interrupter::enterCall()
{
    const std::lock_guard lock(m_mutex);
    ++m_calls;
}

void Interrupter::leaveCall()
{
    const std::lock_guard lock(m_mutex);
    if (--m_calls == 0 && !m_working)
        forget();
}

void Interrupter::beginWork(std::function<bool()> cancelled)
{
    const std::lock_guard lock(m_mutex);
    m_cancelled = std::move(cancelled);
    m_working = true;
}

void Interrupter::endWork()
{
    const std::lock_guard lock(m_mutex);
    m_cancelled = nullptr;
    m_working = false;
    forget();
}

bool Interrupter::requested()
{
    if (m_cancelled && m_cancelled())
        request();
    const std::lock_guard lock(m_mutex);
    return m_requested || m_abandoned;
}

int Interrupter::checkEveryMs() const
{
    return m_cancelled ? interruptCheckMs : -1;
}

} // namespace squall::pg
