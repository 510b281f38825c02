#include "core/pg/connecterror.h"

#include "core/base/quote.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <array>

namespace squall::pg {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::pg::ConnectError)
};

/// What the server said itself, as the last attempt reported it.
struct Answer
{
    QString sqlState;
    QString message;
};

Answer serverAnswer(const QString &text)
{
    static const QRegularExpression verbose(u":  ([0-9A-Z]{5}): ([^\\n]*)"_s);
    Answer answer;
    for (auto matches = verbose.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        answer = {match.captured(1), match.captured(2)};
    }
    return answer;
}

/// libpq's words without what only a programmer of the server reads.
QString readable(QString text)
{
    static const QRegularExpression location(u"\\nLOCATION: [^\\n]*"_s);
    static const QRegularExpression state(u"(:  )[0-9A-Z]{5}: "_s);
    return text.remove(location).replace(state, u"\\1"_s).trimmed();
}

bool isSocket(const QString &host)
{
    return host.startsWith(u'/') || host.startsWith(u'@');
}

QString place(const ConnectFailure &failure)
{
    if (isSocket(failure.host))
        return failure.host + u"/.s.PGSQL."_s + failure.port;
    return failure.host + u':' + failure.port;
}

QString missingSocketHint(const ConnectFailure &failure)
{
    const auto sockets = QDir(failure.host).entryList({u".s.PGSQL.*"_s}, QDir::System | QDir::Hidden);
    QStringList ports;
    for (const auto &name : sockets) {
        if (!name.endsWith(u".lock"))
            ports += name.mid(name.lastIndexOf(u'.') + 1);
    }
    if (!ports.isEmpty()) {
        return Text::tr("A server listens in that folder on another port: %1. Use it, for example with "
                        "PGPORT or port=.")
            .arg(ports.join(u", "_s));
    }
    return Text::
        tr("No server listens in the folder %1. Start PostgreSQL, or give the folder of its socket or its "
           "host name as host.")
            .arg(failure.host);
}

Error fromServer(const ConnectFailure &failure, const Answer &answer)
{
    Error error{.code = Error::Code::Connection, .message = answer.message, .sqlState = answer.sqlState};
    const QString &state = answer.sqlState;
    const QString user = quote(failure.user);
    if (state.startsWith(u"28"))
        error.code = failure.byPassword ? Error::Code::Password : Error::Code::Authentication;

    if (state == u"28P01") {
        error.code = Error::Code::Password;
        error.hint =
            Text::tr("Check the password and the user name %1. It may come from PGPASSWORD or ~/.pgpass. A "
                     "superuser can set a new one: ALTER ROLE %1 PASSWORD '…';")
                .arg(user);
    } else if (state == u"28000" && answer.message.contains(u"pg_hba.conf")) {
        error.hint =
            answer.message.contains(u"no encryption")
                ? Text::tr(
                      "The server has no rule that lets this user in without encryption: try "
                      "sslmode=require. Otherwise add a line for the user, the database and your address "
                      "to its pg_hba.conf and reload it.")
                : Text::tr(
                      "The server has no rule that lets this user in from here: add a line for the user, "
                      "the database and your address to its pg_hba.conf and reload it.");
    } else if (state == u"28000" && answer.message.contains(u"Peer authentication", Qt::CaseInsensitive)) {
        error.hint =
            Text::tr(
                "On this socket the server asks who the operating system says you are. Connect as the "
                "role of the same name, use host=localhost with a password, or change the line for %1 in "
                "pg_hba.conf from peer to scram-sha-256.")
                .arg(user);
    } else if (state == u"28000" && answer.message.contains(u"certificate", Qt::CaseInsensitive)) {
        error.hint =
            Text::tr("The server wants a client certificate for this role: give sslcert and sslkey.");
    } else if (state.startsWith(u"28")) {
        error.hint =
            Text::tr("Check the user name %1 and how the server's pg_hba.conf lets it in. A new role is made "
                     "with: createuser %1")
                .arg(user);
    } else if (state == u"3D000") {
        error.code = Error::Code::NotFound;
        error.hint =
            Text::tr("Check the name, or make the database: createdb %1").arg(quote(failure.database));
    } else if (state == u"42501") {
        error.code = Error::Code::Authentication;
        error.hint = Text::tr("Its owner can allow it: GRANT CONNECT ON DATABASE %1 TO %2;")
                         .arg(quote(failure.database), user);
    } else if (state == u"53300") {
        error.hint =
            Text::tr("All connections of the server are taken. Close some, raise max_connections, or put a "
                     "pooler such as PgBouncer in front.");
    } else if (state == u"57P03" && answer.message.contains(u"shutting down")) {
        error.hint = Text::tr("The server is being stopped. Try again once it has been started.");
    } else if (state == u"57P03") {
        error.hint = Text::tr("The server is starting or recovering. Try again in a moment.");
    } else if (state == u"0A000" || state == u"22023") {
        error.hint = Text::tr("Squall reads text as UTF-8 and the server has to translate to it.");
    }
    return error;
}

struct Rule
{
    QLatin1StringView words;
    Error::Code code;
    const char *message;
    const char *hint;
};

/// What libpq itself says, in English, before or without a server's answer. %1 the place, %2 the host, %3 the
/// user.
constexpr std::array rules{
    Rule{QLatin1StringView("could not translate host name"), Error::Code::Connection,
         QT_TRANSLATE_NOOP("squall::pg::ConnectError", "There is no host named %2."),
         QT_TRANSLATE_NOOP(
             "squall::pg::ConnectError",
             "Check the spelling, and whether this machine needs a VPN or a name server to know it.")},
    Rule{QLatin1StringView("Connection refused"), Error::Code::Connection,
         QT_TRANSLATE_NOOP("squall::pg::ConnectError", "Nothing answers at %1: the connection was refused."),
         QT_TRANSLATE_NOOP("squall::pg::ConnectError",
                           "Is the server running, does it listen on this port and on more than localhost "
                           "(listen_addresses), and is the port of a container published?")},
    Rule{QLatin1StringView("does not match host name"), Error::Code::Authentication,
         QT_TRANSLATE_NOOP("squall::pg::ConnectError",
                           "The server's certificate is for another name than %2."),
         QT_TRANSLATE_NOOP(
             "squall::pg::ConnectError",
             "Connect by the name in the certificate (hostaddr can hold the address), or check only who "
             "signed it: sslmode=verify-ca. If you expected this name, someone may be in between.")},
    Rule{QLatin1StringView("certificate verify failed"), Error::Code::Authentication,
         QT_TRANSLATE_NOOP("squall::pg::ConnectError", "The certificate of %1 is not to be trusted."),
         QT_TRANSLATE_NOOP(
             "squall::pg::ConnectError",
             "It has expired, or sslrootcert does not hold the authority that signed it. See which: "
             "openssl s_client -starttls postgres -connect %1")},
    Rule{QLatin1StringView("certificate expired"), Error::Code::Authentication,
         QT_TRANSLATE_NOOP("squall::pg::ConnectError",
                           "The server at %1 says that your client certificate has expired."),
         QT_TRANSLATE_NOOP("squall::pg::ConnectError", "Get a new one and give it as sslcert and sslkey.")},
    Rule{QLatin1StringView("unknown ca"), Error::Code::Authentication,
         QT_TRANSLATE_NOOP("squall::pg::ConnectError",
                           "The server at %1 does not trust your client certificate."),
         QT_TRANSLATE_NOOP("squall::pg::ConnectError",
                           "It has to be signed by an authority in the server's ssl_ca_file.")},
    Rule{QLatin1StringView("does not support SSL, but SSL was required"), Error::Code::Connection,
         QT_TRANSLATE_NOOP("squall::pg::ConnectError", "The server at %1 offers no encryption."),
         QT_TRANSLATE_NOOP("squall::pg::ConnectError",
                           "Set ssl = on for the server, or accept an open connection with sslmode=prefer.")},
    Rule{QLatin1StringView("root certificate file"), Error::Code::File,
         QT_TRANSLATE_NOOP("squall::pg::ConnectError", "The file of trusted certificates cannot be read."),
         QT_TRANSLATE_NOOP("squall::pg::ConnectError",
                           "Give the certificate of the authority that signed the server's as sslrootcert.")},
    Rule{QLatin1StringView("private key file"), Error::Code::File,
         QT_TRANSLATE_NOOP("squall::pg::ConnectError",
                           "The private key of the client certificate cannot be used."),
         QT_TRANSLATE_NOOP(
             "squall::pg::ConnectError",
             "sslkey has to name a file that only you can read (chmod 600) and that belongs to sslcert.")},
    Rule{QLatin1StringView("no password supplied"), Error::Code::Password,
         QT_TRANSLATE_NOOP("squall::pg::ConnectError", "The server asks for the password of %3."),
         QT_TRANSLATE_NOOP("squall::pg::ConnectError", "Give it, or put it in ~/.pgpass or PGPASSWORD.")},
    Rule{QLatin1StringView("No route to host"), Error::Code::Connection,
         QT_TRANSLATE_NOOP("squall::pg::ConnectError", "No way leads to %1."),
         QT_TRANSLATE_NOOP("squall::pg::ConnectError", "Check the address, the network and the VPN.")},
    Rule{QLatin1StringView("Network is unreachable"), Error::Code::Connection,
         QT_TRANSLATE_NOOP("squall::pg::ConnectError", "No way leads to %1."),
         QT_TRANSLATE_NOOP("squall::pg::ConnectError", "Check the address, the network and the VPN.")},
    Rule{QLatin1StringView("timeout expired"), Error::Code::Timeout,
         QT_TRANSLATE_NOOP("squall::pg::ConnectError", "%1 did not answer in time."),
         QT_TRANSLATE_NOOP(
             "squall::pg::ConnectError",
             "A firewall may swallow the packets, or the server is overloaded. connect_timeout says how "
             "long to wait.")},
    Rule{QLatin1StringView("server closed the connection unexpectedly"), Error::Code::Connection,
         QT_TRANSLATE_NOOP("squall::pg::ConnectError", "%1 closed the connection while it was being made."),
         QT_TRANSLATE_NOOP(
             "squall::pg::ConnectError",
             "The server may be stopping or out of connections, or something else listens there.")},
};

/// libpq passes over such a file, and tells only the terminal.
bool isOpenToOthers(const QString &path)
{
    return QFileInfo(path).isFile() &&
           (QFile::permissions(path) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                        QFile::ReadOther | QFile::WriteOther | QFile::ExeOther));
}

Error fromLibrary(const ConnectFailure &failure)
{
    Error error{.code = Error::Code::Connection, .message = readable(failure.text)};
    for (const auto &rule : rules) {
        if (!failure.text.contains(rule.words))
            continue;
        const auto filled = [&](const char *text) {
            return Text::tr(text)
                .replace(u"%1"_s, place(failure))
                .replace(u"%2"_s, failure.host)
                .replace(u"%3"_s, failure.user);
        };
        error.code = rule.code;
        error.detail = error.message;
        error.message = filled(rule.message);
        error.hint = filled(rule.hint);
        break;
    }
    return error;
}

} // namespace

Error connectError(const ConnectFailure &failure)
{
    if (failure.timedOut) {
        return {.code = Error::Code::Timeout,
                .message = Text::tr("%1 did not answer within %n seconds.", nullptr, failure.timeoutSeconds)
                               .arg(place(failure)),
                .detail = readable(failure.text),
                .hint = Text::tr(
                    "A firewall may swallow the packets, or the server is stalled. connect_timeout says "
                    "how long to wait.")};
    }
    if (const auto answer = serverAnswer(failure.text); !answer.sqlState.isEmpty())
        return fromServer(failure, answer);
    if (isSocket(failure.host) && failure.text.contains(u"No such file or directory")) {
        return {.code = Error::Code::Connection,
                .message = Text::tr("There is no socket %1.").arg(place(failure)),
                .detail = readable(failure.text),
                .hint = missingSocketHint(failure)};
    }
    if (failure.text.contains(u"definition of service") || failure.text.contains(u"service file")) {
        return {
            .code = Error::Code::NotFound,
            .message = Text::tr("There is no service named %1.").arg(failure.service),
            .detail = readable(failure.text),
            .hint =
                Text::tr("Services stand as [%1] in ~/.pg_service.conf or the file that PGSERVICEFILE names.")
                    .arg(failure.service)};
    }
    auto error = fromLibrary(failure);
    if (failure.text.contains(u"no password supplied") && isOpenToOthers(failure.passwordFile)) {
        error.hint = Text::tr("The password file %1 was passed over, because others than you may use it. "
                              "Close it to them: chmod 600 %1")
                         .arg(failure.passwordFile);
    }
    return error;
}

} // namespace squall::pg
