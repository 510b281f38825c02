#pragma once

#include "core/base/result.h"

#include <QString>

#include <chrono>
#include <functional>
#include <mutex>

namespace squall::pg {

/// Whether a production database may be written to: locked, except for ten minutes after its name was typed.
/// Any thread.
class WriteLock
{
public:
    /// Must never go back, and should go on while the machine sleeps.
    using Clock = std::function<std::chrono::nanoseconds()>;
    static constexpr std::chrono::minutes unlockedFor{10};

    explicit WriteLock(QString database, Clock clock = sinceBoot);

    bool isLocked() const;
    /// Until it locks by itself; zero while locked.
    std::chrono::seconds remaining() const;
    /// `typed` has to be the database's name, letter by letter.
    Result<Done> unlock(const QString &typed);
    void lock();

    const QString &database() const { return m_database; }

private:
    static std::chrono::nanoseconds sinceBoot();

    const QString m_database;
    const Clock m_clock;
    mutable std::mutex m_mutex;
    std::chrono::nanoseconds m_unlockedUntil{0};
};

} // namespace squall::pg
