#include "core/pg/connector.h"

#include "core/pg/background.h"
#include "core/pg/connecterror.h"
#include "core/pg/decodetext.h"
#include "core/pg/libpq.h"
#include "core/pg/servererror.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>

#include <algorithm>
#include <clocale>
#include <mutex>
#include <optional>
#include <poll.h>

namespace squall::pg {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::pg::Connector)
};

constexpr int defaultTimeoutSeconds = 10;

/// What libpq gets: the caller's words, and ours where it left something open.
ConnectionOptions completed(ConnectionOptions options)
{
    options.set("fallback_application_name", "squall");
    if (!options.value("service").isEmpty() || qEnvironmentVariableIsSet("PGSERVICE"))
        return options;
    // A peer that vanished without a word is noticed within two minutes.
    for (const auto &[keyword, value] :
         {std::pair("keepalives_idle", "60"), std::pair("keepalives_interval", "15"),
          std::pair("keepalives_count", "4"), std::pair("tcp_user_timeout", "120000")}) {
        if (options.value(keyword).isEmpty())
            options.set(keyword, value);
    }
    return options;
}

int wantedTimeout(const ConnectionOptions &options)
{
    const auto given = options.value("connect_timeout");
    const auto inherited = qgetenv("PGCONNECT_TIMEOUT");
    if (!given.isEmpty())
        return given.toInt();
    return inherited.isEmpty() ? defaultTimeoutSeconds : inherited.toInt();
}

/// libpq's sentences in English whatever the person's language, so that they can be told apart.
class EnglishMessages
{
public:
    EnglishMessages()
        : m_english(newlocale(LC_ALL_MASK, "C", nullptr))
        , m_before(uselocale(m_english))
    {
    }
    ~EnglishMessages()
    {
        uselocale(m_before);
        freelocale(m_english);
    }
    EnglishMessages(const EnglishMessages &) = delete;
    EnglishMessages &operator=(const EnglishMessages &) = delete;

private:
    locale_t m_english;
    locale_t m_before;
};

void collectNotice(void *notices, const PGresult *notice)
{
    static_cast<std::vector<Error> *>(notices)->push_back(serverError(notice, {}));
}

void ignoreNotice(void *, const PGresult *) {}

/// Options as libpq takes them.
class Parameters
{
public:
    explicit Parameters(const ConnectionOptions &options)
    {
        for (const auto &[keyword, value] : options.keywords) {
            m_keywords.push_back(keyword.constData());
            m_values.push_back(value.constData());
        }
        m_keywords.push_back(nullptr);
        m_values.push_back(nullptr);
    }
    const char *const *keywords() const { return m_keywords.data(); }
    const char *const *values() const { return m_values.data(); }

private:
    std::vector<const char *> m_keywords;
    std::vector<const char *> m_values;
};

/// The options with what the environment and a service file add. Only libpq reads those, and only to connect:
/// a value that it refuses stops it before it does.
ConnectionOptions effective(ConnectionOptions options)
{
    options.set("sslmode", "only-looking");
    const Parameters parameters(options);
    const HandlePtr handle(PQconnectStartParams(parameters.keywords(), parameters.values(), 0), &PQfinish);
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> known(PQconninfo(handle.get()),
                                                                             &PQconninfoFree);
    ConnectionOptions all;
    for (const auto *option = known.get(); option && option->keyword; ++option) {
        if (option->val)
            all.keywords.emplace_back(option->keyword, option->val);
    }
    return all;
}

/// One attempt to connect, shared by the thread that makes it and the one that waits for it.
class Attempt
{
public:
    explicit Attempt(ConnectionOptions options)
        : m_options(std::move(options))
        , m_timeoutSeconds(wantedTimeout(m_options))
    {
    }

    void run();
    Result<Connected> wait(Interrupter &interrupter);

private:
    struct Outcome
    {
        HandlePtr handle{nullptr, &PQfinish};
        std::vector<Error> notices;
    };

    HandlePtr start();
    bool finish(PGconn *handle);
    int adoptTimeout();
    Error failure(PGconn *handle) const;
    Error timedOut() const;
    QDeadlineTimer deadline() const;
    int timeoutSeconds() const;

    const ConnectionOptions m_options;
    const QDeadlineTimer m_started = QDeadlineTimer(0);
    EventDescriptor m_done;
    EventDescriptor m_abandon;

    mutable std::mutex m_mutex;
    int m_timeoutSeconds;
    int m_timeoutEach = 0; ///< of the connecting thread
    bool m_abandoned = false;
    std::optional<Outcome> m_outcome;
};

int Attempt::timeoutSeconds() const
{
    const std::lock_guard lock(m_mutex);
    return m_timeoutSeconds;
}

QDeadlineTimer Attempt::deadline() const
{
    const int seconds = timeoutSeconds();
    if (seconds <= 0)
        return QDeadlineTimer(QDeadlineTimer::Forever);
    auto deadline = m_started;
    deadline += seconds * 1000LL;
    return deadline;
}

/// Learns the timeout, which a service file may have set, and gives the number of hosts, which share it one
/// after the other.
int Attempt::adoptTimeout()
{
    const auto known = effective(m_options);
    const auto commas = std::max(known.value("host").count(','), known.value("hostaddr").count(','));
    const auto given = known.value("connect_timeout");
    constexpr int longestSeconds = 24 * 60 * 60;
    const std::lock_guard lock(m_mutex);
    if (!given.isEmpty())
        m_timeoutSeconds = given.toInt();
    m_timeoutEach = std::min(m_timeoutSeconds, longestSeconds);
    m_timeoutSeconds = m_timeoutEach * static_cast<int>(std::min<qsizetype>(commas + 1, 100));
    return static_cast<int>(commas) + 1;
}

HandlePtr Attempt::start()
{
    auto options = m_options;
    const bool several = adoptTimeout() > 1;
    if (several)
        options.set("connect_timeout", QByteArray::number(m_timeoutEach));
    const Parameters parameters(options);
    // libpq tries several hosts in turn, each with the timeout, only in its blocking call.
    return {several ? PQconnectdbParams(parameters.keywords(), parameters.values(), 0)
                    : PQconnectStartParams(parameters.keywords(), parameters.values(), 0),
            &PQfinish};
}

/// Polls until connected or failed; false when abandoned.
bool Attempt::finish(PGconn *handle)
{
    auto state = PQstatus(handle) == CONNECTION_OK    ? PGRES_POLLING_OK
                 : PQstatus(handle) == CONNECTION_BAD ? PGRES_POLLING_FAILED
                                                      : PGRES_POLLING_WRITING;
    while (state == PGRES_POLLING_READING || state == PGRES_POLLING_WRITING) {
        const auto events = static_cast<short>(state == PGRES_POLLING_READING ? POLLIN : POLLOUT);
        pollfd sockets[] = {{PQsocket(handle), events, 0}, {m_abandon.descriptor(), POLLIN, 0}};
        ::poll(sockets, 2, -1);
        if (sockets[1].revents)
            return false;
        state = PQconnectPoll(handle);
    }
    return true;
}

void Attempt::run()
{
    const EnglishMessages english;
    Outcome outcome;
    outcome.handle = start();
    PGconn *handle = outcome.handle.get();
    PQsetErrorVerbosity(handle, PQERRORS_VERBOSE);
    PQsetNoticeReceiver(handle, collectNotice, &outcome.notices);
    if (!finish(handle))
        return;
    PQsetErrorVerbosity(handle, PQERRORS_DEFAULT);
    PQsetNoticeReceiver(handle, ignoreNotice, nullptr);

    const std::lock_guard lock(m_mutex);
    if (!m_abandoned)
        m_outcome = std::move(outcome);
    m_done.set();
}

Error Attempt::timedOut() const
{
    ConnectFailure failure;
    failure.host = QString::fromUtf8(m_options.value("host"));
    if (failure.host.isEmpty())
        failure.host = QString::fromUtf8(m_options.value("hostaddr"));
    if (failure.host.isEmpty())
        failure.host = qEnvironmentVariable("PGHOST", u"localhost"_s);
    failure.port = QString::fromUtf8(m_options.value("port"));
    if (failure.port.isEmpty())
        failure.port = qEnvironmentVariable("PGPORT", u"5432"_s);
    failure.timedOut = true;
    failure.timeoutSeconds = timeoutSeconds();
    return connectError(failure);
}

/// As libpq settled it: the parameter, PGPASSFILE, or the one in the home folder.
QString passwordFile(PGconn *handle)
{
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(PQconninfo(handle),
                                                                               &PQconninfoFree);
    for (const auto *option = options.get(); option && option->keyword; ++option) {
        if (qstrcmp(option->keyword, "passfile") == 0 && option->val)
            return QFile::decodeName(option->val);
    }
    return {};
}

Error Attempt::failure(PGconn *handle) const
{
    ConnectFailure failure;
    failure.text = decodeSentence(PQerrorMessage(handle));
    failure.host = decodeText(PQhost(handle));
    failure.port = decodeText(PQport(handle));
    failure.user = decodeText(PQuser(handle));
    failure.database = decodeText(PQdb(handle));
    failure.service = QString::fromUtf8(m_options.value("service"));
    if (failure.service.isEmpty())
        failure.service = qEnvironmentVariable("PGSERVICE");
    failure.passwordFile = passwordFile(handle);
    failure.byPassword = PQconnectionNeedsPassword(handle) || PQconnectionUsedPassword(handle);
    failure.timeoutSeconds = timeoutSeconds();
    return connectError(failure);
}

Result<Connected> Attempt::wait(Interrupter &interrupter)
{
    bool interrupted = false;
    for (;;) {
        interrupted = interrupter.requested();
        const auto left = deadline();
        if (interrupted || left.hasExpired())
            break;
        auto patience = left.isForever() ? -1 : static_cast<int>(left.remainingTime()) + 1;
        if (const int check = interrupter.checkEveryMs(); check > 0)
            patience = patience < 0 ? check : std::min(patience, check);
        pollfd events[] = {{m_done.descriptor(), POLLIN, 0}, {interrupter.descriptor(), POLLIN, 0}};
        ::poll(events, 2, patience);
        if (events[0].revents)
            break;
    }

    std::optional<Outcome> outcome;
    {
        const std::lock_guard lock(m_mutex);
        outcome = std::move(m_outcome);
        m_abandoned = true;
        m_abandon.set();
    }
    if (interrupted)
        return Error{.code = Error::Code::Cancelled, .message = Text::tr("Connecting was stopped.")};
    if (!outcome)
        return timedOut();
    if (PQstatus(outcome->handle.get()) != CONNECTION_OK)
        return failure(outcome->handle.get());
    return Connected{std::move(outcome->handle), std::move(outcome->notices)};
}

} // namespace

Result<Connected> connect(ConnectionOptions options, const QByteArray &clientEncoding,
                          Interrupter &interrupter)
{
    options.set("client_encoding", clientEncoding);
    const auto attempt = std::make_shared<Attempt>(completed(std::move(options)));
    runInBackground([attempt] { attempt->run(); });
    return attempt->wait(interrupter);
}

} // namespace squall::pg
