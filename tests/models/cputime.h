#pragma once

#include <ctime>

#include <QtGlobal>

namespace squall::test {

/// What this thread has computed so far: other programs on the machine do not lengthen it.
inline qint64 cpuNanoseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return now.tv_sec * 1'000'000'000LL + now.tv_nsec;
}

/// How many times longer the same work may take in this build: sanitizers look at every access.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int slowdown = 8;
#else
constexpr int slowdown = 1;
#endif

} // namespace squall::test
