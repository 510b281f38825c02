#include "core/workspace/statement.h"

#include <QCoreApplication>
#include <QSqlError>

namespace squall::workspace {

using namespace Qt::Literals::StringLiterals;

Result<QSqlQuery> execute(const QSqlDatabase &database, const QString &sql, const QVariantList &parameters)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    bool done = query.prepare(sql);
    for (const auto &parameter : parameters)
        query.addBindValue(parameter);
    done = done && query.exec();
    if (done)
        return query;
    const auto error = query.lastError();
    return Error{.code = Error::Code::File,
                 .message =
                     QCoreApplication::translate("Workspace", "The workspace file could not be used: %1")
                         .arg(error.databaseText()),
                 .sqlState = error.nativeErrorCode()};
}

bool isDamage(const Error &error)
{
    // SQLITE_CORRUPT and SQLITE_NOTADB, also with extended codes in the higher bits.
    const int code = error.sqlState.toInt() & 0xFF;
    return code == 11 || code == 26;
}

} // namespace squall::workspace
