#include "core/server/account.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>

#include <csignal>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace squall::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int toolTimeoutMs = 120'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("squall::server", text);
}

/// Groups are left out on purpose: the child keeps none but its own.
bool mayEnter(const Account &account, const struct stat &folder)
{
    if (folder.st_uid == account.user)
        return folder.st_mode & S_IXUSR;
    if (folder.st_gid == account.group)
        return folder.st_mode & S_IXGRP;
    return folder.st_mode & S_IXOTH;
}

} // namespace

Result<Account> serverAccount()
{
    if (geteuid() != 0)
        return Account{QString::number(geteuid()), geteuid(), getegid(), false};
    for (const char *name : {"postgres", "nobody"}) {
        // One thread at a time asks: the entry lives in a static buffer.
        if (const passwd *entry = getpwnam(name); entry && entry->pw_uid != 0)
            return Account{QString::fromUtf8(name), entry->pw_uid, entry->pw_gid, true};
    }
    return Error{.code = Error::Code::NotFound,
                 .message = tr("PostgreSQL does not run as root, and there is no account to run it as."),
                 .hint = tr("Create one: useradd --system postgres")};
}

Result<Done> checkReachable(const Account &account, const QString &path)
{
    if (!account.changed)
        return Done{};
    QString folder = u"/"_s;
    for (const auto &part : QFileInfo(path).absolutePath().split(u'/', Qt::SkipEmptyParts)) {
        folder = QDir(folder).filePath(part);
        struct stat status = {};
        if (stat(QFile::encodeName(folder).constData(), &status) != 0)
            return Done{};
        if (!mayEnter(account, status)) {
            return Error{
                .code = Error::Code::File,
                .message = tr("The account “%1” may not enter %2.").arg(account.name, folder),
                .detail = tr("PostgreSQL does not run as root, so it runs as “%1” here, which needs %2.")
                              .arg(account.name, path),
                .hint =
                    tr("Move it to a folder that others may enter, or allow it: chmod o+x %1").arg(folder)};
        }
    }
    return Done{};
}

Result<Done> makePrivateFolder(const Account &account, const QString &path)
{
    const auto name = QFile::encodeName(path);
    if (mkdir(name.constData(), 0700) != 0) {
        if (errno == EEXIST && QFileInfo(path).isDir())
            return Done{};
        return Error{.code = Error::Code::File,
                     .message =
                         tr("Cannot create the folder %1: %2").arg(path, QString::fromUtf8(strerror(errno)))};
    }
    if (account.changed && chown(name.constData(), account.user, account.group) != 0) {
        return Error{.code = Error::Code::File,
                     .message = tr("Cannot give %1 to the account “%2”: %3")
                                    .arg(path, account.name, QString::fromUtf8(strerror(errno)))};
    }
    return Done{};
}

void prepareChild(QProcess &process, const Account &account, ChildLife life)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto &variable : environment.keys()) {
        if (variable.startsWith(u"PG"_s))
            environment.remove(variable);
    }
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(u"/"_s);
    process.setChildProcessModifier([account, life, parent = getpid()] {
        // A terminal's Ctrl+C is ours to handle, not the server's.
        setsid();
        if (account.changed &&
            (setgroups(0, nullptr) != 0 || setgid(account.group) != 0 || setuid(account.user) != 0))
            _exit(126);
        // After the change of user, which clears it.
        if (life == ChildLife::EndsWithUs) {
            prctl(PR_SET_PDEATHSIG, SIGINT);
            if (getppid() != parent)
                _exit(126);
        }
    });
}

Result<Done> runTool(const Account &account, const QString &program, const QStringList &arguments)
{
    QProcess tool;
    prepareChild(tool, account, ChildLife::EndsWithUs);
    tool.start(program, arguments);
    const bool finished = tool.waitForFinished(toolTimeoutMs);
    if (finished && tool.exitStatus() == QProcess::NormalExit && tool.exitCode() == 0)
        return Done{};
    return Error{.code = finished ? Error::Code::Internal : Error::Code::Timeout,
                 .message = tr("%1 failed: %2").arg(QFileInfo(program).fileName(), tool.errorString()),
                 .detail = QString::fromUtf8(tool.readAllStandardError()).trimmed()};
}

} // namespace squall::server
