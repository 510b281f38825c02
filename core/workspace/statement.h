#pragma once

#include "core/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

namespace squall::workspace {

/// Runs one statement with its parameters in their order. Fails as Error::Code::File, in SQLite's words.
Result<QSqlQuery> execute(const QSqlDatabase &database, const QString &sql,
                          const QVariantList &parameters = {});

/// The file is not SQLite's or its pages contradict each other.
bool isDamage(const Error &error);

/// `work` between BEGIN IMMEDIATE and COMMIT; undone when it fails.
template<typename Work>
Result<Done> inTransaction(const QSqlDatabase &database, Work work)
{
    if (const auto begun = execute(database, QStringLiteral("begin immediate")); !begun)
        return begun.error();
    const Result<Done> done = work();
    if (!done) {
        (void)execute(database, QStringLiteral("rollback"));
        return done;
    }
    if (const auto committed = execute(database, QStringLiteral("commit")); !committed) {
        (void)execute(database, QStringLiteral("rollback"));
        return committed.error();
    }
    return Done{};
}

} // namespace squall::workspace
