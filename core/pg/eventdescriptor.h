#pragma once

#include <QtGlobal>

#include <sys/eventfd.h>
#include <unistd.h>

namespace squall::pg {

/// Wakes a thread that sits in poll().
class EventDescriptor
{
public:
    EventDescriptor()
        : m_descriptor(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
    {
    }
    ~EventDescriptor() { ::close(m_descriptor); }
    EventDescriptor(const EventDescriptor &) = delete;
    EventDescriptor &operator=(const EventDescriptor &) = delete;

    int descriptor() const { return m_descriptor; }
    void set()
    {
        const quint64 one = 1;
        [[maybe_unused]] const auto written = ::write(m_descriptor, &one, sizeof one);
    }
    void clear()
    {
        quint64 count = 0;
        [[maybe_unused]] const auto size = ::read(m_descriptor, &count, sizeof count);
    }

private:
    int m_descriptor;
};

} // namespace squall::pg
