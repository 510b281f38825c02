#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace squall::models {

/// Measures for how long at a time the event loop of its thread did not come round, since made or restarted.
/// Time spent queueing for a processor that others use does not count: nothing here could change it.
class EventLoopWatchdog : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds limit{50};

    explicit EventLoopWatchdog(QObject *parent = nullptr);

    void restart();
    /// Counts what has passed since the last tick, too.
    std::chrono::milliseconds worst();
    bool exceeded() { return worst() > limit; }

private:
    struct Moment
    {
        std::chrono::nanoseconds passed{0};
        std::chrono::nanoseconds queued{0};
    };

    Moment moment() const;
    void tick();

    QTimer m_timer;
    QElapsedTimer m_clock;
    Moment m_ticked;
    std::chrono::nanoseconds m_worst{0};
};

} // namespace squall::models
