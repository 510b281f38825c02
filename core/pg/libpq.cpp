#include "core/pg/libpq.h"

#include <QCoreApplication>

#include <libpq-fe.h>

#include <atomic>

#include <dlfcn.h>

namespace squall::pg {

using namespace Qt::StringLiterals;

namespace {

constexpr char libraryName[] = "libpq.so.5";

void *library()
{
    static void *const handle = ::dlopen(libraryName, RTLD_LAZY | RTLD_LOCAL);
    return handle;
}

void *entry(const char *name)
{
    void *const found = library() ? ::dlsym(library(), name) : nullptr;
    if (!found)
        qFatal("%s has no %s", libraryName, name);
    return found;
}

} // namespace

Result<Done> loadLibpq()
{
    if (library())
        return Done{};
    return Error{
        .code = Error::Code::Unsupported,
        .message =
            QCoreApplication::translate("squall::pg", "The PostgreSQL client library %1 cannot be loaded.")
                .arg(QLatin1StringView(libraryName)),
        .detail = QString::fromLocal8Bit(::dlerror()),
        .hint = QCoreApplication::translate("squall::pg", "Install the package %1.").arg(u"libpq5"_s)};
}

Result<int> libpqVersion()
{
    if (const auto loaded = loadLibpq(); !loaded)
        return loaded.error();
    return PQlibVersion();
}

} // namespace squall::pg

// libpq's own functions under their own names, found at their first call: what calls them need not know.
// Every function of libpq that Squall uses stands here; the linker names the one that is missing.
// Whoever loads is in no hurry to agree: every thread would store the same address.
#define FORWARD(Answer, name, parameters, arguments)                                                         \
    Answer name parameters                                                                                   \
    {                                                                                                        \
        static constinit std::atomic<decltype(&::name)> known = nullptr;                                     \
        auto function = known.load(std::memory_order_relaxed);                                               \
        if (!function) [[unlikely]] {                                                                        \
            function = reinterpret_cast<decltype(&::name)>(squall::pg::entry(#name));                        \
            known.store(function, std::memory_order_relaxed);                                                \
        }                                                                                                    \
        return function arguments;                                                                           \
    }

extern "C" {
// Connecting
FORWARD(PQconninfoOption *, PQconninfo, (PGconn * c), (c))
FORWARD(PQconninfoOption *, PQconndefaults, (), ())
FORWARD(void, PQconninfoFree, (PQconninfoOption * options), (options))
FORWARD(PQconninfoOption *, PQconninfoParse, (const char *text, char **failure), (text, failure))
FORWARD(PGconn *, PQconnectdbParams, (const char *const *keywords, const char *const *values, int expand),
        (keywords, values, expand))
FORWARD(PGconn *, PQconnectStartParams, (const char *const *keywords, const char *const *values, int expand),
        (keywords, values, expand))
FORWARD(PostgresPollingStatusType, PQconnectPoll, (PGconn * c), (c))
FORWARD(void, PQfinish, (PGconn * c), (c))

FORWARD(int, PQlibVersion, (), ())

// The state of a connection
FORWARD(ConnStatusType, PQstatus, (const PGconn *c), (c))
FORWARD(PGTransactionStatusType, PQtransactionStatus, (const PGconn *c), (c))
FORWARD(const char *, PQparameterStatus, (const PGconn *c, const char *name), (c, name))
FORWARD(int, PQserverVersion, (const PGconn *c), (c))
FORWARD(int, PQbackendPID, (const PGconn *c), (c))
FORWARD(char *, PQerrorMessage, (const PGconn *c), (c))
FORWARD(int, PQsocket, (const PGconn *c), (c))
FORWARD(char *, PQdb, (const PGconn *c), (c))
FORWARD(char *, PQhost, (const PGconn *c), (c))
FORWARD(char *, PQport, (const PGconn *c), (c))
FORWARD(char *, PQuser, (const PGconn *c), (c))
FORWARD(int, PQconnectionNeedsPassword, (const PGconn *c), (c))
FORWARD(int, PQconnectionUsedPassword, (const PGconn *c), (c))
FORWARD(int, PQsetnonblocking, (PGconn * c, int nonblocking), (c, nonblocking))
FORWARD(PGVerbosity, PQsetErrorVerbosity, (PGconn * c, PGVerbosity verbosity), (c, verbosity))
FORWARD(PQnoticeReceiver, PQsetNoticeReceiver, (PGconn * c, PQnoticeReceiver receiver, void *data),
        (c, receiver, data))

// Statements
FORWARD(int, PQsendQuery, (PGconn * c, const char *text), (c, text))
FORWARD(int, PQsendQueryParams,
        (PGconn * c, const char *text, int count, const Oid *types, const char *const *values,
         const int *lengths, const int *formats, int resultFormat),
        (c, text, count, types, values, lengths, formats, resultFormat))
FORWARD(int, PQsendPrepare, (PGconn * c, const char *name, const char *text, int count, const Oid *types),
        (c, name, text, count, types))
FORWARD(int, PQsendDescribePrepared, (PGconn * c, const char *name), (c, name))
FORWARD(int, PQsetSingleRowMode, (PGconn * c), (c))
FORWARD(int, PQenterPipelineMode, (PGconn * c), (c))
FORWARD(int, PQexitPipelineMode, (PGconn * c), (c))
FORWARD(int, PQpipelineSync, (PGconn * c), (c))
FORWARD(int, PQflush, (PGconn * c), (c))
FORWARD(int, PQconsumeInput, (PGconn * c), (c))
FORWARD(int, PQisBusy, (PGconn * c), (c))
FORWARD(PGresult *, PQgetResult, (PGconn * c), (c))
FORWARD(PGnotify *, PQnotifies, (PGconn * c), (c))
FORWARD(PGcancel *, PQgetCancel, (PGconn * c), (c))
FORWARD(int, PQcancel, (PGcancel * token, char *message, int size), (token, message, size))
FORWARD(void, PQfreeCancel, (PGcancel * token), (token))
FORWARD(int, PQgetCopyData, (PGconn * c, char **buffer, int async), (c, buffer, async))
FORWARD(int, PQputCopyData, (PGconn * c, const char *buffer, int size), (c, buffer, size))
FORWARD(int, PQputCopyEnd, (PGconn * c, const char *failure), (c, failure))

// Results
FORWARD(ExecStatusType, PQresultStatus, (const PGresult *r), (r))
FORWARD(char *, PQresultErrorMessage, (const PGresult *r), (r))
FORWARD(char *, PQresultErrorField, (const PGresult *r, int code), (r, code))
FORWARD(int, PQntuples, (const PGresult *r), (r))
FORWARD(int, PQnfields, (const PGresult *r), (r))
FORWARD(char *, PQfname, (const PGresult *r, int column), (r, column))
FORWARD(Oid, PQftable, (const PGresult *r, int column), (r, column))
FORWARD(int, PQftablecol, (const PGresult *r, int column), (r, column))
FORWARD(Oid, PQftype, (const PGresult *r, int column), (r, column))
FORWARD(int, PQfmod, (const PGresult *r, int column), (r, column))
FORWARD(int, PQnparams, (const PGresult *r), (r))
FORWARD(Oid, PQparamtype, (const PGresult *r, int parameter), (r, parameter))
FORWARD(char *, PQcmdStatus, (PGresult * r), (r))
FORWARD(char *, PQcmdTuples, (PGresult * r), (r))
FORWARD(char *, PQgetvalue, (const PGresult *r, int row, int column), (r, row, column))
FORWARD(int, PQgetlength, (const PGresult *r, int row, int column), (r, row, column))
FORWARD(int, PQgetisnull, (const PGresult *r, int row, int column), (r, row, column))
FORWARD(void, PQclear, (PGresult * r), (r))
FORWARD(void, PQfreemem, (void *memory), (memory))
} // extern "C"

#undef FORWARD
