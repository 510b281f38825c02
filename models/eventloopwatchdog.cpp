#include "models/eventloopwatchdog.h"

#include <QFile>
#include <QList>

#include <algorithm>

namespace squall::models {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto tickEvery = 5ms;

/// How long this thread has been ready to run without a processor; Linux keeps count.
std::chrono::nanoseconds queued()
{
    QFile file(u"/proc/thread-self/schedstat"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0ns;
    const auto fields = file.readAll().split(' ');
    return std::chrono::nanoseconds(fields.size() > 1 ? fields[1].toLongLong() : 0);
}

} // namespace

EventLoopWatchdog::EventLoopWatchdog(QObject *parent)
    : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(tickEvery);
    m_timer.callOnTimeout(this, &EventLoopWatchdog::tick);
    restart();
}

void EventLoopWatchdog::restart()
{
    m_worst = 0ns;
    m_queuedAtTick = queued();
    m_sinceTick.start();
    m_timer.start();
}

std::chrono::milliseconds EventLoopWatchdog::worst()
{
    tick();
    return std::chrono::duration_cast<std::chrono::milliseconds>(m_worst);
}

void EventLoopWatchdog::tick()
{
    const auto waited = queued();
    const auto gap =
        std::chrono::nanoseconds(m_sinceTick.nsecsElapsed()) - tickEvery - (waited - m_queuedAtTick);
    m_worst = std::max(m_worst, gap);
    m_queuedAtTick = waited;
    m_sinceTick.start();
}

} // namespace squall::models
