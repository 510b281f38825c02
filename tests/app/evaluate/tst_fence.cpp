#include "app/evaluate/fence.h"

#include <QTest>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <functional>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/// What a process can still do behind the evaluator's fence. Each attempt is made in a child of its own.
class TestFence : public QObject
{
    Q_OBJECT

private slots:
    void refuses_data();
    void refuses();
    void leavesMemory();
    void closesWhatWasOpen();
};

namespace {

/// The exit code of a child that runs `attempt` behind the fence; -1 when it was killed.
int behindTheFence(const std::function<int()> &attempt)
{
    const auto child = fork();
    if (child == 0) {
        squall::evaluate::shedInheritance();
        _exit(squall::evaluate::raiseFence() ? attempt() : 200);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// The error of a call that failed, 0 when it did not.
int errorOf(long result)
{
    return result < 0 ? errno : 0;
}

using Attempt = std::function<long()>;

} // namespace

Q_DECLARE_METATYPE(Attempt)

void TestFence::refuses_data()
{
    QTest::addColumn<Attempt>("attempt");
    const auto row = [](const char *name, const Attempt &attempt) { QTest::newRow(name) << attempt; };
    row("open", [] { return syscall(SYS_openat, AT_FDCWD, "/dev/null", O_RDONLY); });
    row("create",
        [] { return syscall(SYS_openat, AT_FDCWD, "/tmp/squall-fence", O_CREAT | O_WRONLY, 0600); });
    row("look at a file", [] { return syscall(SYS_newfstatat, AT_FDCWD, "/", nullptr, 0); });
    row("remove", [] { return syscall(SYS_unlinkat, AT_FDCWD, "/tmp/squall-fence", 0); });
    row("memory file", [] { return syscall(SYS_memfd_create, "x", 0U); });
    row("socket", [] { return syscall(SYS_socket, AF_INET, SOCK_STREAM, 0); });
    row("local socket", [] { return syscall(SYS_socket, AF_UNIX, SOCK_STREAM, 0); });
    row("process", [] {
        return syscall(SYS_clone, static_cast<unsigned long>(SIGCHLD), nullptr, nullptr, nullptr, 0UL);
    });
    row("program", [] {
        char *none[] = {nullptr};
        return syscall(SYS_execve, "/bin/true", none, none);
    });
    row("signal", [] { return syscall(SYS_kill, getppid(), 0); });
    row("signal to another's thread", [] { return syscall(SYS_tgkill, getppid(), getppid(), 0); });
    row("trace", [] { return syscall(SYS_ptrace, 0L, 0L, nullptr, nullptr); });
    row("read another's memory",
        [] { return syscall(SYS_process_vm_readv, getppid(), nullptr, 0UL, nullptr, 0UL, 0UL); });
    row("duplicate", [] { return syscall(SYS_dup, 1); });
    row("terminal", [] { return syscall(SYS_ioctl, 0, 0x5401, nullptr); });
}

void TestFence::refuses()
{
    QFETCH(Attempt, attempt);
    QCOMPARE(behindTheFence([&] { return errorOf(attempt()); }), EPERM);
}

void TestFence::leavesMemory()
{
    const auto memory = [] {
        auto *const page = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        return page == MAP_FAILED ? 1 : munmap(page, 4096);
    };
    QCOMPARE(behindTheFence(memory), 0);
}

void TestFence::closesWhatWasOpen()
{
    const int open = ::open("/dev/null", O_RDONLY);
    QVERIFY(open > 2);
    char byte = 0;
    QCOMPARE(behindTheFence([&] { return errorOf(read(open, &byte, 1)); }), EBADF);
    close(open);
}

QTEST_GUILESS_MAIN(TestFence)
#include "tst_fence.moc"
