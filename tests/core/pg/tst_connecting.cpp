#include "core/pg/connecterror.h"
#include "core/pg/connection.h"
#include "core/server/account.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace squall;
using namespace Qt::StringLiterals;
using test::TestServer;

/// Every way in, and what is said when one is closed.
class TestConnecting : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void failuresSayWhatToDo_data();
    void failuresSayWhatToDo();
    void serverAnswersSayWhatToDo_data();
    void serverAnswersSayWhatToDo();
    void knowsWhetherAPasswordWouldHelp();
    void schemaWithoutPermission();
    void readsConnectionStrings();
    void parseErrorsHoldNoPassword_data();
    void parseErrorsHoldNoPassword();
    void readsServiceAndPasswordFiles();
    void passesOverAnOpenPasswordFile();
    void readsTheEnvironment();
    void triesSeveralHosts();
    void goesOnToTheNextHostAfterTheTimeout_data();
    void goesOnToTheNextHostAfterTheTimeout();
    void aDatabaseIsOnlyAName();
    void verifiesTheServer();
    void showsItsCertificate();
    void refusesAnExpiredCertificate();

private:
    void certificate(const QString &name, const QString &subject, const QStringList &more = {});
    pg::ConnectionOptions with(std::initializer_list<std::pair<const char *, QByteArray>> values) const;
    QByteArray path(const char *name) const
    {
        return QFile::encodeName(m_keys + u'/' + QLatin1StringView(name));
    }

    QTemporaryDir m_folder;
    QString m_keys; ///< owned by the server's account
    QByteArray m_address;
    server::Account m_account;
    std::unique_ptr<server::LocalServer> m_server;
};

using Values = std::vector<std::pair<QByteArray, QByteArray>>;
Q_DECLARE_METATYPE(Values)

/// Signed by the test's own authority, with its key.
void TestConnecting::certificate(const QString &name, const QString &subject, const QStringList &more)
{
    const auto openssl = u"/usr/bin/openssl"_s;
    const auto file = [&](const QString &ending) { return QString(m_keys + u'/' + name + ending); };
    NEED(server::runTool(m_account, openssl,
                         {u"req"_s, u"-new"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                          u"ec_paramgen_curve:P-256"_s, u"-nodes"_s, u"-keyout"_s, file(u".key"_s), u"-out"_s,
                          file(u".csr"_s), u"-subj"_s, u"/CN="_s + subject}));
    NEED(server::runTool(m_account, openssl,
                         QStringList{u"x509"_s, u"-req"_s, u"-in"_s, file(u".csr"_s), u"-CA"_s,
                                     m_keys + u"/ca.crt"_s, u"-CAkey"_s, m_keys + u"/ca.key"_s,
                                     u"-CAcreateserial"_s, u"-out"_s, file(u".crt"_s)} +
                             (more.isEmpty() ? QStringList{u"-days"_s, u"2"_s} : more)));
}

void TestConnecting::initTestCase()
{
    QFile::setPermissions(m_folder.path(),
                          QFile::permissions(m_folder.path()) | QFile::ExeOther | QFile::ReadOther);
    const auto account = server::serverAccount();
    NEED(account);
    m_account = *account;
    m_keys = m_folder.filePath(u"keys"_s);
    NEED(server::makePrivateFolder(m_account, m_keys));
    for (const auto &authority : {u"ca"_s, u"stranger"_s}) {
        NEED(server::runTool(m_account, u"/usr/bin/openssl"_s,
                             {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                              u"ec_paramgen_curve:P-256"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s,
                              u"/CN="_s + authority, u"-keyout"_s, m_keys + u'/' + authority + u".key"_s,
                              u"-out"_s, m_keys + u'/' + authority + u".crt"_s}));
    }
    certificate(u"server"_s, u"db.squall.test"_s);
    certificate(u"client"_s, u"carol"_s);
    certificate(u"expired"_s, u"db.squall.test"_s, {u"-days"_s, u"-1"_s});

    // Loopback addresses are many: one of our own, whoever else listens on this machine.
    m_address = "127.77." + QByteArray::number(getpid() % 250 + 1) + ".9";
    server::LocalServerOptions options;
    options.binaries = TestServer::binaries(TestServer::debianVersion);
    options.settings = {{u"listen_addresses"_s, QString::fromLatin1(m_address)},
                        {u"ssl"_s, u"on"_s},
                        {u"ssl_ca_file"_s, m_keys + u"/ca.crt"_s},
                        {u"ssl_cert_file"_s, m_keys + u"/server.crt"_s},
                        {u"ssl_key_file"_s, m_keys + u"/server.key"_s}};
    auto started = server::LocalServer::start(options);
    NEED(started);
    m_server = std::move(*started);

    pg::Connection connection(m_server->connection());
    for (const auto &sql : {u"create role scram login password 'right'"_s, u"create role peered login"_s,
                            u"create role full_up login connection limit 0"_s, u"create role carol login"_s,
                            u"create role dave login"_s, u"create database closed"_s,
                            u"revoke connect on database closed from public"_s, u"create database shop"_s,
                            u"create schema hidden"_s, u"create table hidden.t (id int)"_s})
        NEED(connection.fetch({sql}));
    QFile rules(m_server->dataDirectory() + u"/pg_hba.conf"_s);
    QVERIFY(rules.open(QIODevice::WriteOnly | QIODevice::Truncate));
    rules.write("local all scram scram-sha-256\nlocal all peered peer\nlocal all all trust\n"
                "hostssl all carol all cert\nhostssl all dave all trust\n");
    rules.close();
    NEED(connection.fetch({u"select pg_reload_conf()"_s}));
    auto scram = with({{"user", "scram"}, {"password", "wrong"}});
    QTRY_VERIFY(!pg::Connection(scram).open().ok());
}

void TestConnecting::cleanupTestCase()
{
    m_server.reset();
}

pg::ConnectionOptions
TestConnecting::with(std::initializer_list<std::pair<const char *, QByteArray>> values) const
{
    auto options = m_server->connection();
    options.set("passfile", "/nonexistent");
    for (const auto &[keyword, value] : values)
        options.set(keyword, value);
    return options;
}

void TestConnecting::failuresSayWhatToDo_data()
{
    QTest::addColumn<Values>("values");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("hint");
    const auto row = [](const char *name, const Values &values, Error::Code code, const QString &message,
                        const QString &hint) {
        QTest::newRow(name) << values << int(code) << message << hint;
    };
    using enum Error::Code;
    row("wrong password", {{"user", "scram"}, {"password", "wrong"}}, Password, u"password"_s,
        u"PGPASSWORD"_s);
    row("no password", {{"user", "scram"}}, Password, u"asks for the password of scram"_s, u".pgpass"_s);
    row("wrong database", {{"dbname", "shpo"}}, NotFound, u"shpo"_s, u"closed, postgres, shop"_s);
    row("wrong database, how to make it", {{"dbname", "shpo"}}, NotFound, u"does not exist"_s,
        u"createdb shpo"_s);
    row("no permission on the database", {{"dbname", "closed"}, {"user", "dave"}}, Authentication,
        u"closed"_s, u"GRANT CONNECT ON DATABASE closed TO dave"_s);
    row("no such role", {{"user", "nobody_here"}}, Authentication, u"nobody_here"_s,
        u"createuser nobody_here"_s);
    row("peer", {{"user", "peered"}}, Authentication, u"Peer"_s, u"operating system"_s);
    row("too many connections", {{"user", "full_up"}}, Connection, u"too many"_s, u"max_connections"_s);
    row("another port", {{"port", "5499"}}, Connection, u".s.PGSQL.5499"_s, u"5432"_s);
    row("no such folder", {{"host", "/nonexistent"}}, Connection, u"/nonexistent/.s.PGSQL.5432"_s,
        u"/nonexistent"_s);
    row("refused", {{"host", m_address}, {"port", "1"}}, Connection, u"refused"_s, u"listen_addresses"_s);
    row("no rule", {{"host", m_address}, {"user", "scram"}}, Authentication, u"pg_hba.conf"_s,
        u"pg_hba.conf"_s);
    row("no rule without encryption", {{"host", m_address}, {"user", "dave"}, {"sslmode", "disable"}},
        Authentication, u"no encryption"_s, u"sslmode=require"_s);
    row("no encryption offered", {{"sslmode", "nonsense"}}, Connection, u"sslmode"_s, {});
    row("no service", {{"service", "nosuch"}}, NotFound, u"nosuch"_s, u"pg_service.conf"_s);
    row("unknown authority",
        {{"host", "db.squall.test"},
         {"hostaddr", m_address},
         {"user", "dave"},
         {"sslmode", "verify-full"},
         {"sslrootcert", path("stranger.crt")}},
        Authentication, u"not to be trusted"_s, u"openssl s_client"_s);
    row("another name",
        {{"host", "other.squall.test"},
         {"hostaddr", m_address},
         {"user", "dave"},
         {"sslmode", "verify-full"},
         {"sslrootcert", path("ca.crt")}},
        Authentication, u"other.squall.test"_s, u"verify-ca"_s);
    row("missing authority",
        {{"host", m_address},
         {"user", "dave"},
         {"sslmode", "verify-ca"},
         {"sslrootcert", "/nonexistent.crt"}},
        File, u"trusted certificates"_s, u"sslrootcert"_s);
    row("no client certificate", {{"host", m_address}, {"user", "carol"}, {"sslmode", "require"}},
        Authentication, u"certificate"_s, u"sslcert"_s);
}

void TestConnecting::failuresSayWhatToDo()
{
    QFETCH(const Values, values);
    QFETCH(const int, code);
    QFETCH(const QString, message);
    QFETCH(const QString, hint);
    auto options = with({});
    for (const auto &[keyword, value] : values)
        options.set(keyword, value);
    const auto opened = pg::Connection(options).open();
    QVERIFY(!opened);
    const auto all =
        opened.error().message + u" | "_s + opened.error().detail + u" | "_s + opened.error().hint;
    QVERIFY2(opened.error().message.contains(message), qPrintable(all));
    QVERIFY2(opened.error().hint.contains(hint), qPrintable(all));
    QVERIFY2(!all.contains(u"LOCATION"), qPrintable(all));
    QCOMPARE(int(opened.error().code), code);
}

void TestConnecting::serverAnswersSayWhatToDo_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("hint");
    const auto row = [](const char *name, const char *text, Error::Code code, const QString &hint) {
        QTest::newRow(name) << QString(u"connection to server at \"db\" (10.0.0.1), port 5432 failed: "_s +
                                       QString::fromUtf8(text))
                            << int(code) << hint;
    };
    using enum Error::Code;
    row("starting", "FATAL:  57P03: the database system is starting up\nLOCATION:  x, y.c:1", Connection,
        u"moment"_s);
    row("stopping", "FATAL:  57P03: the database system is shutting down", Connection, u"stopped"_s);
    row("full", "FATAL:  53300: sorry, too many clients already", Connection, u"max_connections"_s);
    row("in German", "FATAL:  28P01: Passwort-Authentifizierung für Benutzer »x« fehlgeschlagen", Password,
        u"password"_s);
    row("client certificate expired", "SSL error: sslv3 alert certificate expired", Authentication,
        u"sslcert"_s);
    row("client certificate unknown", "SSL error: tlsv1 alert unknown ca", Authentication, u"ssl_ca_file"_s);
    row("no TLS", "server does not support SSL, but SSL was required", Connection, u"sslmode=prefer"_s);
    row("unreachable", "No route to host", Connection, u"VPN"_s);
    row("timeout", "timeout expired", Timeout, u"connect_timeout"_s);
    QTest::newRow("no host")
        << u"could not translate host name \"db\" to address: Name or service not known"_s << int(Connection)
        << u"spelling"_s;
}

/// LDAP and PAM have no state of their own for a wrong password.
void TestConnecting::knowsWhetherAPasswordWouldHelp()
{
    const auto text = u"FATAL:  28000: LDAP authentication failed for user \"x\""_s;
    QCOMPARE(pg::connectError({.text = text, .byPassword = true}).code, Error::Code::Password);
    QCOMPARE(pg::connectError({.text = text}).code, Error::Code::Authentication);
}

void TestConnecting::serverAnswersSayWhatToDo()
{
    QFETCH(const QString, text);
    QFETCH(const QString, hint);
    const auto error = pg::connectError({.text = text, .host = u"db"_s, .port = u"5432"_s, .user = u"x"_s});
    QTEST(int(error.code), "code");
    QVERIFY2(error.hint.contains(hint), qPrintable(error.hint));
    QVERIFY(!error.message.contains(u"LOCATION"));
    const auto late = pg::connectError(
        {.text = {}, .host = u"db"_s, .port = u"1"_s, .timedOut = true, .timeoutSeconds = 7});
    QCOMPARE(late.code, Error::Code::Timeout);
    QVERIFY(late.message.contains(u"db:1") && late.message.contains(u"7"));
}

void TestConnecting::schemaWithoutPermission()
{
    pg::Connection connection(with({{"user", "dave"}}));
    const auto reply = connection.fetch({u"select * from hidden.t"_s});
    QVERIFY(!reply);
    QCOMPARE(reply.error().sqlState, u"42501"_s);
    QVERIFY2(reply.error().hint.contains(u"GRANT USAGE ON SCHEMA hidden TO dave"),
             qPrintable(reply.error().hint));
}

void TestConnecting::readsConnectionStrings()
{
    const auto folder = QString::fromUtf8(m_server->connection().value("host"));
    for (const auto &text : {u"postgresql://postgres@/shop?host=%1&application_name=x"_s.arg(folder),
                             u"host=%1 user=postgres dbname=shop application_name=x"_s.arg(folder)}) {
        const auto options = pg::parseConnectionString(text);
        NEED(options);
        pg::Connection connection(*options);
        const auto reply =
            connection.fetch({u"select current_database() || current_setting('application_name')"_s});
        NEED(reply);
        QCOMPARE(reply->text(0, 0), u"shopx"_s);
    }
    const auto bad = pg::parseConnectionString(u"postgresql://x?nosuch=1"_s);
    QVERIFY(!bad);
    QCOMPARE(bad.error().code, Error::Code::Usage);

    auto options = pg::parseConnectionString(u"postgresql://u:s3cret@h:5433/db?sslmode=require"_s);
    NEED(options);
    options->set("options", "it's \\ a");
    const auto written = pg::connectionString(*options);
    QVERIFY2(!written.contains(u"s3cret"), qPrintable(written));
    const auto again = pg::parseConnectionString(written);
    NEED(again);
    QCOMPARE(again->value("host"), "h");
    QCOMPARE(again->value("port"), "5433");
    QCOMPARE(again->value("sslmode"), "require");
    QCOMPARE(again->value("options"), "it's \\ a");
    QCOMPARE(again->value("password"), QByteArray());

    for (const char *secret :
         {"password", "sslpassword", "oauth_client_secret", "scram_client_key", "scram_server_key"}) {
        pg::ConnectionOptions kept;
        kept.set(secret, "s3cret");
        QCOMPARE(pg::connectionString(kept), QString());
    }
}

void TestConnecting::parseErrorsHoldNoPassword_data()
{
    QTest::addColumn<QString>("text");
    for (const auto &text :
         {u"postgresql://u:secret@[::1/db"_s, u"postgres:/u:secret@h/db"_s, u"postgresql://u:sec%ret@h/db"_s,
          u"postgresql://u@h/db?pass%zz=secret"_s, u"postgresql://u:secret@[::1]x/db"_s, u"secret"_s,
          u"host=h password=my secret"_s, u"host=h password=my secret=x"_s, u"host=h password='secret"_s,
          u"postgresql://h/db?password=secret=x"_s, u"host=h password=x secret\"=\"y"_s})
        QTest::newRow(qUtf8Printable(text)) << text;
}

void TestConnecting::parseErrorsHoldNoPassword()
{
    QFETCH(const QString, text);
    const auto options = pg::parseConnectionString(text);
    QVERIFY(!options);
    const auto &error = options.error();
    QVERIFY(!error.message.isEmpty());
    for (const auto &part : {error.message, error.detail, error.hint}) {
        QVERIFY2(!part.contains(u"secret"), qPrintable(part));
        QVERIFY2(!part.contains(u"sec%"), qPrintable(part));
    }
}

void TestConnecting::readsServiceAndPasswordFiles()
{
    QFile services(m_folder.filePath(u"services"_s));
    QVERIFY(services.open(QIODevice::WriteOnly));
    services.write("[shop]\nhost=" + m_server->connection().value("host") + "\nuser=scram\ndbname=shop\n");
    services.close();
    QFile passwords(m_folder.filePath(u"passwords"_s));
    QVERIFY(passwords.open(QIODevice::WriteOnly));
    passwords.write("*:*:shop:scram:right\n");
    passwords.close();
    passwords.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    qputenv("PGSERVICEFILE", QFile::encodeName(services.fileName()));
    qputenv("PGPASSFILE", QFile::encodeName(passwords.fileName()));
    pg::ConnectionOptions options;
    options.set("service", "shop");
    pg::Connection connection(options);
    const auto reply = connection.fetch({u"select current_user || current_database()"_s});
    qunsetenv("PGSERVICEFILE");
    qunsetenv("PGPASSFILE");
    NEED(reply);
    QCOMPARE(reply->text(0, 0), u"scramshop"_s);
}

void TestConnecting::passesOverAnOpenPasswordFile()
{
    const auto path = m_folder.filePath(u"openpasswords"_s);
    QFile passwords(path);
    QVERIFY(passwords.open(QIODevice::WriteOnly));
    passwords.write("*:*:shop:scram:right\n");
    passwords.close();
    const auto options = with({{"user", "scram"}, {"dbname", "shop"}, {"passfile", QFile::encodeName(path)}});
    passwords.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
    const auto open = pg::Connection(options).open();
    QVERIFY(!open);
    QCOMPARE(open.error().code, Error::Code::Password);
    QVERIFY2(open.error().hint.contains(u"chmod 600 "_s + path), qPrintable(open.error().hint));

    passwords.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    NEED(pg::Connection(options).open());
    // One that is closed but does not know the password is not to blame for its permissions.
    const auto elsewhere =
        pg::Connection(with({{"user", "scram"}, {"passfile", QFile::encodeName(path)}})).open();
    QVERIFY(!elsewhere);
    QVERIFY2(elsewhere.error().hint.contains(u".pgpass"), qPrintable(elsewhere.error().hint));
}

void TestConnecting::readsTheEnvironment()
{
    qputenv("PGHOST", m_server->connection().value("host"));
    qputenv("PGUSER", "postgres");
    qputenv("PGDATABASE", "shop");
    qputenv("PGAPPNAME", "named");
    pg::Connection connection((pg::ConnectionOptions()));
    const auto reply =
        connection.fetch({u"select current_database() || current_setting('application_name')"_s});
    for (const char *name : {"PGHOST", "PGUSER", "PGDATABASE", "PGAPPNAME"})
        qunsetenv(name);
    NEED(reply);
    QCOMPARE(reply->text(0, 0), u"shopnamed"_s);
}

void TestConnecting::triesSeveralHosts()
{
    const auto folder = m_server->connection().value("host");
    pg::Connection connection(with({{"host", "/nonexistent," + folder}, {"port", "5432,5432"}}));
    NEED(connection.fetch({u"select 1"_s}));
    const auto nowhere =
        pg::Connection(with({{"host", "/nonexistent,/nowhere"}, {"port", "5432,5432"}})).open();
    QVERIFY(!nowhere);
    QVERIFY(!nowhere.error().message.isEmpty());
}

void TestConnecting::goesOnToTheNextHostAfterTheTimeout_data()
{
    QTest::addColumn<bool>("service");
    QTest::newRow("options") << false;
    QTest::newRow("service file") << true;
}

void TestConnecting::goesOnToTheNextHostAfterTheTimeout()
{
    QFETCH(const bool, service);
    QTemporaryDir folder;
    const auto mute = QFile::encodeName(folder.path());
    sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
    qstrncpy(address.sun_path, (mute + "/.s.PGSQL.5432").constData(), sizeof address.sun_path);
    const int listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const auto close = qScopeGuard([listener] { ::close(listener); });
    QCOMPARE(::bind(listener, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
    QCOMPARE(::listen(listener, 8), 0);

    const auto hosts = mute + "," + m_server->connection().value("host");
    auto options = with({{"host", hosts}, {"port", "5432"}, {"connect_timeout", "2"}});
    QFile services(folder.filePath(u"services"_s));
    if (service) {
        QVERIFY(services.open(QIODevice::WriteOnly));
        services.write("[two]\nhost=" + hosts + "\nuser=postgres\ndbname=postgres\nconnect_timeout=2\n");
        services.close();
        qputenv("PGSERVICEFILE", QFile::encodeName(services.fileName()));
        options = {};
        options.set("service", "two");
    }
    pg::Connection connection(options);
    const auto opened = connection.open();
    qunsetenv("PGSERVICEFILE");
    NEED(opened);
    int attempts = 0;
    for (int peer = ::accept(listener, nullptr, nullptr); peer >= 0; ++attempts) {
        ::close(peer);
        peer = ::accept(listener, nullptr, nullptr);
    }
    QCOMPARE(attempts, 1);
}

void TestConnecting::aDatabaseIsOnlyAName()
{
    const auto url = "postgresql:///postgres?host=" + m_server->connection().value("host");
    const auto opened = pg::Connection(with({{"dbname", url}})).open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, Error::Code::NotFound);
}

void TestConnecting::verifiesTheServer()
{
    pg::Connection connection(with({{"host", "db.squall.test"},
                                    {"hostaddr", m_address},
                                    {"user", "dave"},
                                    {"sslmode", "verify-full"},
                                    {"sslrootcert", path("ca.crt")}}));
    const auto encrypted = connection.fetch({u"select ssl from pg_stat_ssl where pid = pg_backend_pid()"_s});
    NEED(encrypted);
    QCOMPARE(encrypted->text(0, 0), u"t"_s);
    // More than one TLS record in one read.
    const auto big = connection.fetch({u"select repeat('x', 1000), generate_series(1, 5000)"_s});
    NEED(big);
    QCOMPARE(big->rowCount(), 5000);
}

void TestConnecting::showsItsCertificate()
{
    // libpq only takes a key that is its reader's own.
    const auto key = m_folder.filePath(u"client.key"_s);
    QVERIFY(QFile::copy(m_keys + u"/client.key"_s, key));
    QFile::setPermissions(key, QFile::ReadOwner | QFile::WriteOwner);
    pg::Connection connection(with({{"host", "db.squall.test"},
                                    {"hostaddr", m_address},
                                    {"user", "carol"},
                                    {"sslmode", "verify-full"},
                                    {"sslrootcert", path("ca.crt")},
                                    {"sslcert", path("client.crt")},
                                    {"sslkey", QFile::encodeName(key)}}));
    const auto user = connection.fetch({u"select current_user"_s});
    NEED(user);
    QCOMPARE(user->text(0, 0), u"carol"_s);

    QFile::setPermissions(key, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
    const auto open = pg::Connection(connection.options()).open();
    QVERIFY(!open);
    QCOMPARE(open.error().code, Error::Code::File);
    QVERIFY2(open.error().hint.contains(u"chmod 600"), qPrintable(open.error().message));
}

void TestConnecting::refusesAnExpiredCertificate()
{
    pg::Connection admin(m_server->connection());
    for (const auto &ending : {u".crt"_s, u".key"_s}) {
        NEED(server::runTool(m_account, u"/bin/cp"_s,
                             {m_keys + u"/expired"_s + ending, m_keys + u"/server"_s + ending}));
    }
    NEED(admin.fetch({u"select pg_reload_conf()"_s}));
    const auto options = with({{"host", "db.squall.test"},
                               {"hostaddr", m_address},
                               {"user", "dave"},
                               {"sslmode", "verify-full"},
                               {"sslrootcert", path("ca.crt")}});
    QTRY_VERIFY(!pg::Connection(options).open().ok());
    const auto opened = pg::Connection(options).open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, Error::Code::Authentication);
    QVERIFY2(opened.error().hint.contains(u"expired"), qPrintable(opened.error().hint));
}

QTEST_GUILESS_MAIN(TestConnecting)
#include "tst_connecting.moc"
