#pragma once

#include "core/base/result.h"

#include <QString>

#include <sys/types.h>

QT_BEGIN_NAMESPACE
class QProcess;
QT_END_NAMESPACE

namespace squall::server {

/// Who runs the server's processes. PostgreSQL refuses root, so root hands them to another account.
struct Account
{
    QString name;
    uid_t user = 0;
    gid_t group = 0;
    bool changed = false; ///< false when it is the account we run as
};

/// Ourselves, or `postgres` (else `nobody`) when we are root.
Result<Account> serverAccount();

/// Refuses a path that the account could not get to, naming the folder that stands in the way.
Result<Done> checkReachable(const Account &account, const QString &path);

/// A folder that only the account may enter; an existing one is kept as it is.
Result<Done> makePrivateFolder(const Account &account, const QString &path);

/// Whether the child outlives the thread that starts it, unless stopped.
enum class ChildLife { EndsWithUs, Independent };

/// Makes `process` run as the account, from the root folder and without our PG* variables.
void prepareChild(QProcess &process, const Account &account, ChildLife life);

/// Runs a short-lived program as the account; its standard error is the error's detail.
Result<Done> runTool(const Account &account, const QString &program, const QStringList &arguments);

} // namespace squall::server
