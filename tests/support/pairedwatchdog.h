#pragma once

#include "models/eventloopwatchdog.h"

#include <QString>
#include <QThread>

namespace squall::test {

/// Watches this thread's event loop, and beside it that of a thread which has nothing to do: what holds up
/// both is the machine's doing, and that much more than the limit is allowed.
class PairedWatchdog
{
public:
    PairedWatchdog() { m_control.start(); }
    ~PairedWatchdog() { m_control.end(); }
    PairedWatchdog(const PairedWatchdog &) = delete;
    PairedWatchdog &operator=(const PairedWatchdog &) = delete;

    /// Ends the watch; empty when no gap was above the limit by more than the idle loop's own.
    QString complaint()
    {
        const auto worst = m_own.worst();
        const auto idle = m_control.end();
        const auto text = QStringLiteral("longest event-loop gap: %1 ms, of an idle loop beside it: %2 ms")
                              .arg(worst.count())
                              .arg(idle.count());
        qInfo("%s", qPrintable(text));
        return worst > slowdown * models::EventLoopWatchdog::limit + idle ? text : QString();
    }

private:
    // A sanitizer makes everything two to three times as slow, and the limit is for what people run.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    static constexpr int slowdown = 3;
#else
    static constexpr int slowdown = 1;
#endif

    class Control : public QThread
    {
    public:
        std::chrono::milliseconds end()
        {
            quit();
            wait();
            return m_worst;
        }

    protected:
        void run() override
        {
            models::EventLoopWatchdog watchdog;
            exec();
            m_worst = watchdog.worst();
        }

    private:
        std::chrono::milliseconds m_worst{0};
    };

    models::EventLoopWatchdog m_own;
    Control m_control;
};

} // namespace squall::test
