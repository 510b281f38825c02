// Runs every script of the corpus through psql and compares what the server was sent, by its own log, with
// what the splitter says.
#include "core/pg/connection.h"
#include "core/server/localserver.h"
#include "core/sql/splitstatements.h"
#include "core/sql/tokenize.h"
#include "tests/core/sql/corpus.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace squall;
using namespace Qt::StringLiterals;
using sql::Statement;

namespace {

/// Words and signs alone: psql drops blanks and comments at some ends.
QString significant(const QString &text)
{
    QStringList all;
    for (const auto &token : sql::tokenize(text)) {
        if (token.isSignificant())
            all << token.in(text).trimmed().toString();
    }
    return all.join(u' ');
}

/// What a run of psql would send, by the splitter.
QStringList expectedOf(const QString &script)
{
    QStringList sent;
    const auto statements = sql::splitStatements(script);
    for (size_t number = 0; number < statements.size(); ++number) {
        const auto &each = statements[number];
        if (each.kind != Statement::Kind::Command) {
            if (each.end != Statement::End::Discard)
                sent << significant(each.text(script));
        } else if (each.command->name == u"copy") {
            sent << significant(u"COPY "_s + each.command->arguments.in(script).toString()).toUpper();
        } else if (each.command->name == u"q") {
            break;
        } else if (each.command->effect == sql::PsqlCommand::Effect::Sends && !sent.isEmpty() &&
                   statements[number - 1].end != Statement::End::Command) {
            // Without a statement before it, it sends the last one again.
            sent << sent.back();
        }
    }
    return sent;
}

/// Reads the server's log: every statement as it arrived, one list for each name of an application.
QHash<QString, QStringList> arrived(const QString &log)
{
    constexpr QLatin1StringView prefix("statement: ");
    QHash<QString, QStringList> all;
    QHash<QString, QString> last; // logged as it began, so that its own error does not count again
    for (const auto &line : log.split(u'\n', Qt::SkipEmptyParts)) {
        const auto record = QJsonDocument::fromJson(line.toUtf8()).object();
        const auto name = record[u"application_name"].toString();
        const auto message = record[u"message"].toString();
        if (message.startsWith(prefix)) {
            const auto statement = message.sliced(prefix.size());
            all[name] << statement;
            last[name] = statement;
        } else if (const auto statement = record[u"statement"].toString(); !statement.isEmpty()) {
            // What does not parse is only named by its error.
            if (statement != last.take(name))
                all[name] << statement;
        }
    }
    return all;
}

/// psql looks at one line at a time and at words alone: scripts that it takes apart wrongly have a folder.
std::vector<test::CorpusFile> filesOf(bool beyondPsql)
{
    auto files = test::corpus();
    std::erase_if(files, [&](const test::CorpusFile &file) {
        return file.name.startsWith(u"beyond-psql/") != beyondPsql;
    });
    return files;
}

} // namespace

class TestSplitAgreement : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void psqlSendsTheSame_data();
    void psqlSendsTheSame();
    void whereItDiffersTheServerAgrees_data();
    void whereItDiffersTheServerAgrees();

private:
    void runScripts();

    std::unique_ptr<server::LocalServer> m_server;
    std::vector<test::CorpusFile> m_files = filesOf(false);
    QHash<QString, QStringList> m_arrived;
};

void TestSplitAgreement::initTestCase()
{
    auto started = server::LocalServer::start({.binaries = test::TestServer::binaries(15),
                                               .settings = {{u"log_statement"_s, u"all"_s},
                                                            {u"log_destination"_s, u"jsonlog"_s},
                                                            {u"logging_collector"_s, u"on"_s},
                                                            {u"log_directory"_s, u"statements"_s},
                                                            {u"log_filename"_s, u"all.log"_s}}});
    NEED(started);
    m_server = std::move(*started);
    runScripts();
    m_server->stop();
    QFile log(m_server->dataDirectory() + u"/statements/all.json"_s);
    QVERIFY2(log.open(QIODevice::ReadOnly), qPrintable(log.fileName()));
    m_arrived = arrived(QString::fromUtf8(log.readAll()));
    NEED(m_server->restart());
}

/// One psql each, and a schema of its own for what it makes.
void TestSplitAgreement::runScripts()
{
    pg::Connection connection(m_server->connection());
    QString schemas;
    for (size_t number = 0; number < m_files.size(); ++number)
        schemas += u"CREATE SCHEMA case_%1;"_s.arg(number);
    NEED(connection.runScript(schemas));
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PGHOST"_s, m_server->socketDirectory());
    environment.insert(u"PGUSER"_s, QString::fromLatin1(server::superuser));
    environment.insert(u"PGDATABASE"_s, u"postgres"_s);
    environment.insert(u"PGCLIENTENCODING"_s, u"UTF8"_s);
    for (size_t number = 0; number < m_files.size(); ++number) {
        environment.insert(u"PGAPPNAME"_s, u"case %1"_s.arg(number));
        environment.insert(u"PGOPTIONS"_s, u"-c search_path=case_%1 -c statement_timeout=30s"_s.arg(number));
        QProcess psql;
        psql.setProcessEnvironment(environment);
        psql.start(m_server->binaries().directory + u"/psql"_s,
                   {u"-X"_s, u"-q"_s, u"-f"_s, m_files[number].path}, QIODevice::ReadOnly);
        QVERIFY2(psql.waitForFinished() && psql.exitCode() != 2, qPrintable(m_files[number].name));
    }
}

void TestSplitAgreement::psqlSendsTheSame_data()
{
    QTest::addColumn<size_t>("number");
    for (size_t number = 0; number < m_files.size(); ++number)
        QTest::newRow(qPrintable(m_files[number].name)) << number;
}

void TestSplitAgreement::psqlSendsTheSame()
{
    QFETCH(const size_t, number);
    QStringList sent;
    for (const auto &statement : m_arrived.value(u"case %1"_s.arg(number)))
        sent << significant(statement);
    auto expected = expectedOf(m_files[number].text);
    // psql writes the COPY of its own command anew.
    for (qsizetype at = 0; at < std::min(sent.size(), expected.size()); ++at) {
        if (sent[at].toUpper() == expected[at])
            expected[at] = sent[at];
    }
    QCOMPARE(sent, expected);
}

void TestSplitAgreement::whereItDiffersTheServerAgrees_data()
{
    QTest::addColumn<QString>("script");
    for (const auto &file : filesOf(true))
        QTest::newRow(qPrintable(file.name)) << file.text;
}

void TestSplitAgreement::whereItDiffersTheServerAgrees()
{
    QFETCH(const QString, script);
    const auto statements = sql::splitStatements(script);
    QCOMPARE(statements.size(), size_t{2});
    pg::Connection connection(m_server->connection());
    for (const auto &each : statements)
        NEED(connection.fetch({each.text(script)}));
}

QTEST_GUILESS_MAIN(TestSplitAgreement)
#include "tst_splitagreement.moc"
