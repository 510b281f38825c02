#include "app/cli/picture.h"

#include "app/cli/interruption.h"
#include "app/cli/progress.h"

#include <QCoreApplication>
#include <QProcess>

#include <atomic>
#include <csignal>

#include <sys/prctl.h>

namespace squall::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::cli)
};

/// Ends a program that was started.
class EndingChild : public pg::Interrupt
{
public:
    explicit EndingChild(qint64 child)
        : m_child(static_cast<pid_t>(child))
    {
    }
    void request() override
    {
        m_requested = true;
        ::kill(m_child, SIGTERM);
    }
    bool wasRequested() const { return m_requested; }

private:
    pid_t m_child;
    std::atomic<bool> m_requested = false;
};

/// What is blocked here because a thread waits for it ends the child as usual, and so does our own end.
void prepareChild()
{
    sigset_t none;
    sigemptyset(&none);
    pthread_sigmask(SIG_SETMASK, &none, nullptr);
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
}

/// The sentence among what was written on standard error, and what follows it; libraries write there, too.
Error errorIn(const QString &written)
{
    const auto prefix = u"squall-studio: "_s;
    QStringList lines = written.split(u'\n', Qt::SkipEmptyParts);
    while (!lines.isEmpty() && !lines.first().startsWith(prefix))
        lines.removeFirst();
    if (lines.isEmpty())
        return {.code = Error::Code::Internal,
                .message = Text::tr("squall-studio ended before the picture was drawn"),
                .detail = written.trimmed()};
    const auto message = lines.takeFirst().mid(prefix.size());
    for (auto &line : lines)
        line = line.trimmed();
    return {.code = Error::Code::Internal, .message = message, .detail = lines.join(u'\n')};
}

} // namespace

Result<DrawnPicture> drawPicture(const QString &program, const QStringList &options,
                                 const pg::ConnectionOptions &database)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    if (!database.keywords.empty())
        environment.insert(u"DATABASE_URL"_s, pg::secretConnectionString(database));
    QProcess child;
    child.setProcessEnvironment(environment);
    child.setChildProcessModifier(prepareChild);
    child.setStandardInputFile(QProcess::nullDevice());
    child.start(program, QStringList{u"--render"_s, u"-"_s} + options);
    if (!child.waitForStarted())
        return Error{.code = Error::Code::NotFound,
                     .message = Text::tr("cannot start %1: %2").arg(program, child.errorString())};
    const auto ending = std::make_shared<EndingChild>(child.processId());
    {
        const Interruption interruption(ending);
        const Progress progress(Text::tr("drawing the diagram"));
        child.waitForFinished(-1);
    }
    if (ending->wasRequested())
        return Error{.code = Error::Code::Cancelled, .message = Text::tr("stopped")};
    const auto said = QString::fromUtf8(child.readAllStandardError());
    if (child.exitStatus() != QProcess::NormalExit || child.exitCode() != 0)
        return errorIn(said);
    const bool remarked = said.contains(u"squall-studio: "_s);
    return DrawnPicture{.bytes = child.readAllStandardOutput(),
                        .remark = remarked ? errorIn(said).message : QString()};
}

} // namespace squall::cli
