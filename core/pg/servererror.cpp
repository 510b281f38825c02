#include "core/pg/servererror.h"

#include "core/base/quote.h"
#include "core/pg/decodetext.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace squall::pg {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::pg::ServerError)
};

QString field(const PGresult *result, int code)
{
    return decodeSentence(PQresultErrorField(result, code));
}

/// "permission denied for schema billing": the message names what is missing, in English servers at least.
QString permissionHint(const QString &message, const QString &role)
{
    static const QRegularExpression denied(
        u"for (schema|table|view|materialized view|sequence|function|database) (.+)$"_s);
    const auto match = denied.match(message);
    const QString kind = match.captured(1);
    const QString name = quote(match.captured(2));
    const QString to = quote(role);
    if (kind == u"schema")
        return Text::tr("Its owner can allow it: GRANT USAGE ON SCHEMA %1 TO %2;").arg(name, to);
    if (kind == u"database")
        return Text::tr("Its owner can allow it: GRANT CONNECT, CREATE ON DATABASE %1 TO %2;").arg(name, to);
    if (kind == u"sequence")
        return Text::tr("Its owner can allow it: GRANT USAGE ON SEQUENCE %1 TO %2;").arg(name, to);
    if (kind == u"function")
        return Text::tr("Its owner can allow it: GRANT EXECUTE ON FUNCTION %1 TO %2;").arg(name, to);
    if (!kind.isEmpty())
        return Text::tr("Its owner can allow it: GRANT SELECT ON %1 TO %2; (or INSERT, UPDATE, DELETE)")
            .arg(name, to);
    return Text::tr("The role %1 lacks a privilege; the owner of the object can GRANT it.").arg(to);
}

QString hintFor(const Error &error, const QString &role)
{
    const QString &state = error.sqlState;
    if (state == u"42501")
        return permissionHint(error.message, role);
    if (state == u"25P02")
        return Text::tr("An earlier statement of this transaction failed. ROLLBACK, then start over.");
    if (state == u"25006")
        return Text::tr("This transaction only reads.");
    if (state == u"22P05")
        return Text::tr(
            "The database stores text in an encoding that has no such character. Leave it out, or move the "
            "data to a database created with ENCODING 'UTF8'.");
    if (state == u"22021")
        return Text::tr(
            "The stored or sent bytes are no valid text in that encoding. Read the column as bytes to see "
            "them: convert_to(column, getdatabaseencoding()).");
    if (state == u"53300")
        return Text::tr("All connections of the server are taken. Close some, or raise max_connections.");
    if (state == u"53100")
        return Text::tr("The server's disk is full.");
    if (state == u"55P03")
        return Text::tr("Another session holds a lock on it.");
    if (state == u"57014" && error.message.contains(u"statement timeout"))
        return Text::tr("The limit is the server's setting statement_timeout.");
    return {};
}

Error::Code codeFor(const QString &state, const QString &message)
{
    if (state == u"57014")
        return message.contains(u"timeout") ? Error::Code::Timeout : Error::Code::Server;
    if (state.startsWith(u"28"))
        return Error::Code::Authentication;
    if (state.startsWith(u"08") || state.startsWith(u"57P"))
        return Error::Code::Connection;
    return Error::Code::Server;
}

} // namespace

Error serverError(const PGresult *result, const QString &role)
{
    Error error;
    error.sqlState = field(result, PG_DIAG_SQLSTATE);
    error.message = field(result, PG_DIAG_MESSAGE_PRIMARY);
    error.detail = field(result, PG_DIAG_MESSAGE_DETAIL);
    error.hint = field(result, PG_DIAG_MESSAGE_HINT);
    error.context = field(result, PG_DIAG_CONTEXT);
    error.subject = {.schema = field(result, PG_DIAG_SCHEMA_NAME),
                     .table = field(result, PG_DIAG_TABLE_NAME),
                     .column = field(result, PG_DIAG_COLUMN_NAME),
                     .constraint = field(result, PG_DIAG_CONSTRAINT_NAME)};
    error.position = field(result, PG_DIAG_STATEMENT_POSITION).toInt();
    if (const auto inner = field(result, PG_DIAG_INTERNAL_QUERY); !inner.isEmpty()) {
        const QString statement = Text::tr("Inner statement: %1").arg(inner);
        error.context = error.context.isEmpty() ? statement : statement + u'\n' + error.context;
    }
    if (error.message.isEmpty())
        error.message = decodeSentence(PQresultErrorMessage(result)).trimmed();
    error.code = codeFor(error.sqlState, error.message);
    if (error.hint.isEmpty())
        error.hint = hintFor(error, role);
    return error;
}

} // namespace squall::pg
