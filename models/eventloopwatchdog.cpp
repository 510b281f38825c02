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
    m_clock.start();
    m_ticked = moment();
    m_timer.start();
}

std::chrono::milliseconds EventLoopWatchdog::worst()
{
    tick();
    return std::chrono::duration_cast<std::chrono::milliseconds>(m_worst);
}

void EventLoopWatchdog::tick()
{
    const auto now = moment();
    m_worst = std::max(m_worst, (now.passed - m_ticked.passed) - tickEvery - (now.queued - m_ticked.queued));
    m_ticked = now;
}

/// Both as of one moment: between two looks others may get the processor.
EventLoopWatchdog::Moment EventLoopWatchdog::moment() const
{
    Moment now;
    for (auto before = queued();; before = now.queued) {
        now.passed = std::chrono::nanoseconds(m_clock.nsecsElapsed());
        now.queued = queued();
        if (now.queued == before)
            return now;
    }
}

} // namespace squall::models
