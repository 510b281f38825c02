#include "core/pg/writelock.h"

#include <QCoreApplication>

#include <ctime>

namespace squall::pg {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::pg::WriteLock)
};

} // namespace

std::chrono::nanoseconds WriteLock::sinceBoot()
{
    timespec now = {};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

WriteLock::WriteLock(QString database, Clock clock)
    : m_database(std::move(database))
    , m_clock(std::move(clock))
{
}

bool WriteLock::isLocked() const
{
    const std::lock_guard guard(m_mutex);
    return m_clock() >= m_unlockedUntil;
}

std::chrono::seconds WriteLock::remaining() const
{
    const std::lock_guard guard(m_mutex);
    const auto left = m_unlockedUntil - m_clock();
    return left.count() > 0 ? std::chrono::ceil<std::chrono::seconds>(left) : std::chrono::seconds(0);
}

Result<Done> WriteLock::unlock(const QString &typed)
{
    if (typed != m_database) {
        return Error{.code = Error::Code::Usage,
                     .message = Text::tr("That is not the name of the database."),
                     .hint = Text::tr("Type %1 to allow changes for ten minutes.").arg(m_database)};
    }
    const std::lock_guard guard(m_mutex);
    m_unlockedUntil = m_clock() + unlockedFor;
    return Done{};
}

void WriteLock::lock()
{
    const std::lock_guard guard(m_mutex);
    m_unlockedUntil = std::chrono::nanoseconds(0);
}

} // namespace squall::pg
