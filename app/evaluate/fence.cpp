#include "app/evaluate/fence.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <initializer_list>
#include <iterator>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace squall::evaluate {

namespace {

#if defined(__x86_64__)
constexpr unsigned machine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned machine = AUDIT_ARCH_AARCH64;
#else
#error "the fence does not know this machine's system calls"
#endif

/// What an engine that computes needs: memory, its own threads and signals, the clock, and what is open: the
/// pipes to the parent, and the kernel's counters that the engine looks at. None of these takes a path, an
/// address or another process.
constexpr std::array allowed
{
    SYS_read, SYS_write, SYS_mmap, SYS_munmap, SYS_mremap, SYS_mprotect, SYS_madvise, SYS_brk, SYS_futex,
        SYS_rt_sigaction, SYS_rt_sigprocmask, SYS_rt_sigreturn, SYS_rt_sigtimedwait, SYS_sigaltstack,
        SYS_restart_syscall, SYS_clock_gettime, SYS_clock_getres, SYS_clock_nanosleep, SYS_nanosleep,
        SYS_gettimeofday, SYS_sched_yield, SYS_sched_getaffinity, SYS_getpid, SYS_gettid, SYS_set_robust_list,
        SYS_rseq, SYS_getrandom, SYS_membarrier, SYS_sysinfo, SYS_getrusage, SYS_ppoll, SYS_pread64, SYS_exit,
        SYS_exit_group,
#if defined(__x86_64__)
        SYS_poll,
#endif
};

/// A program for the kernel: each allowed call is one test, the rest gets EPERM.
class Filter
{
public:
    Filter()
    {
        add(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch));
        jump(machine, 1, 0);
        add(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);
        add(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr));
        for (const auto call : allowed) {
            jump(static_cast<unsigned>(call), 0, 1);
            add(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
        }
        // Its flags lie in memory, where they cannot be tested; the C library then takes clone.
        jump(SYS_clone3, 0, 1);
        refuse(ENOSYS);
        allowWhen(SYS_clone, 0, CLONE_THREAD, CLONE_THREAD);
        // Signals go to threads of this process only: the engine stops its own to look at their stacks.
        allowWhen(SYS_tgkill, 0, ~0U, static_cast<unsigned>(getpid()));
        allowWhen(SYS_prctl, 0, ~0U, PR_SET_NAME);
        refuse(EPERM);
    }

    bool install() const
    {
        const sock_fprog program{m_size, const_cast<sock_filter *>(m_code.data())};
        return m_size < m_code.size() &&
               syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program) == 0;
    }

private:
    void add(unsigned code, unsigned value) { put({static_cast<unsigned short>(code), 0, 0, value}); }

    void jump(unsigned value, unsigned char whenEqual, unsigned char otherwise)
    {
        put({BPF_JMP | BPF_JEQ | BPF_K, whenEqual, otherwise, value});
    }

    void refuse(unsigned error) { add(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | error); }

    /// `call` is allowed when its argument, masked, has this value (its lower half: flags and ids are small).
    void allowWhen(unsigned call, unsigned argument, unsigned mask, unsigned value)
    {
        jump(call, 0, 5);
        add(BPF_LD | BPF_W | BPF_ABS, static_cast<unsigned>(offsetof(seccomp_data, args) + 8UL * argument));
        add(BPF_ALU | BPF_AND | BPF_K, mask);
        jump(value, 0, 1);
        add(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
        refuse(EPERM);
    }

    void put(const sock_filter &instruction)
    {
        if (m_size < m_code.size())
            m_code[m_size++] = instruction;
    }

    std::array<sock_filter, 128> m_code{};
    unsigned short m_size = 0;
};

void limit(__rlimit_resource resource, rlim_t most)
{
    const rlimit both{most, most};
    setrlimit(resource, &both);
}

}

void shedInheritance()
{
    syscall(SYS_close_range, 3U, ~0U, 0U);
    clearenv();
}

bool raiseFence()
{
    // Memory is not among them: the engine reserves far more of it than it uses.
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NOFILE, 3);
    // Neither can it be traced or read by others of the same user, nor outlive who asked.
    prctl(PR_SET_DUMPABLE, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && Filter().install();
}

} // namespace squall::evaluate
