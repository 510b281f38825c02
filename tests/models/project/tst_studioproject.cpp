#include "models/project/studioproject.h"
#include "models/studio.h"
#include "tests/models/connectionto.h"
#include "tests/models/project/projectfolder.h"
#include "tests/support/testserver.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;

const QByteArray config = "export default { dialect: 'postgresql', schema: './schema.ts',\n"
                          "    dbCredentials: { url: process.env.DATABASE_URL } };\n";
const QByteArray withoutCredentials = "export default { dialect: 'postgresql', schema: './schema.ts' };\n";
const QByteArray schema = "import { integer, pgTable } from 'drizzle-orm/pg-core';\n"
                          "export const users = pgTable('users', { id: integer().primaryKey() });\n";

} // namespace

class TestStudioProject : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void leadsToItsDatabase();
    void environmentsAreConnections();
    void productionIsLocked();
    void whatIsSavedCounts();
    void staysWhereThereIsNoConnection();
    void comesBackWithItsConnection();
    void letsGoOfOthers();
    void bringsItsPassword();
    void isRememberedAmongTheRecent();
    void sameDatabaseIsNotOpenedTwice();

private:
    QByteArray line(const pg::ConnectionOptions &database, const QString &more = {}) const;
    void openAndWait(const QString &path);
    bool isOpenOn(const pg::ConnectionOptions &database) const;
    void restart();

    pg::ConnectionOptions m_first;
    pg::ConnectionOptions m_second;
    std::unique_ptr<QTemporaryDir> m_state;
    std::unique_ptr<test::ProjectFolder> m_folder;
    std::unique_ptr<Studio> m_studio;
};

void TestStudioProject::initTestCase()
{
    qunsetenv("DATABASE_URL");
    m_first = test::TestServer::of().createDatabase();
    m_second = test::TestServer::of().createDatabase();
}

void TestStudioProject::init()
{
    m_state = std::make_unique<QTemporaryDir>();
    m_folder = std::make_unique<test::ProjectFolder>();
    m_folder->write(u"drizzle.config.ts"_s, config);
    m_folder->write(u"schema.ts"_s, schema);
    m_folder->write(u".env"_s, line(m_first));
    restart();
}

void TestStudioProject::cleanup()
{
    m_studio.reset();
}

/// Another run of the program on the same state.
void TestStudioProject::restart()
{
    m_studio = std::make_unique<Studio>();
    m_studio->project().model().setEvaluator(
        {.program = QStringLiteral(SQUALL_EVALUATE), .milliseconds = patience});
    m_studio->openWorkspace(m_state->filePath(u"workspace.sqlite"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_studio->isLoaded(), patience);
}

QByteArray TestStudioProject::line(const pg::ConnectionOptions &database, const QString &more) const
{
    return "DATABASE_URL=" + (test::connectionTo(database).url() + more).toUtf8() + '\n';
}

bool TestStudioProject::isOpenOn(const pg::ConnectionOptions &database) const
{
    auto *open = m_studio->database();
    return open && open->state() == OpenDatabase::State::Open &&
           open->databaseName().toUtf8() == database.value("dbname");
}

void TestStudioProject::openAndWait(const QString &path)
{
    m_studio->project().open(path);
    QTRY_VERIFY_WITH_TIMEOUT(isOpenOn(m_first), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_studio->project().isConnected(), patience);
}

void TestStudioProject::leadsToItsDatabase()
{
    openAndWait(m_folder->path());
    QCOMPARE(m_studio->database()->form().name, u"shop"_s);
    QCOMPARE(m_studio->database()->form().connectionClass(), ConnectionClass::Local);
    QTRY_COMPARE_WITH_TIMEOUT(m_studio->connections().rowCount(), 1, patience);
}

void TestStudioProject::environmentsAreConnections()
{
    m_folder->write(u".env.test"_s, line(m_second));
    openAndWait(m_folder->path());
    m_studio->project().setEnvironment(u".env.test"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isOpenOn(m_second), patience);
    QCOMPARE(m_studio->database()->form().name, u"shop test"_s);
    QVERIFY(m_studio->project().model().schema());
    m_studio->project().setEnvironment(u".env"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isOpenOn(m_first), patience);
    QCOMPARE(m_studio->database()->form().name, u"shop"_s);
}

void TestStudioProject::productionIsLocked()
{
    m_folder->write(u".env.production"_s, line(m_second));
    m_folder->write(u".env.staging"_s, line(m_first));
    openAndWait(m_folder->path());
    m_studio->project().setEnvironment(u".env.production"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isOpenOn(m_second), patience);
    QCOMPARE(m_studio->database()->form().connectionClass(), ConnectionClass::Production);
    QVERIFY(m_studio->database()->isWritingLocked());
    // The same database as `.env` has it, with more care.
    m_studio->project().setEnvironment(u".env.staging"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isOpenOn(m_first), patience);
    QCOMPARE(m_studio->database()->form().connectionClass(), ConnectionClass::Staging);
}

void TestStudioProject::whatIsSavedCounts()
{
    auto form = test::connectionTo(m_first);
    form.name = u"my shop"_s;
    form.chosenClass = ConnectionClass::Staging;
    const auto id = m_studio->connections().save(form);
    openAndWait(m_folder->path());
    QCOMPARE(m_studio->connectionId(), id);
    QCOMPARE(m_studio->database()->form().name, u"my shop"_s);
    QCOMPARE(m_studio->database()->form().connectionClass(), ConnectionClass::Staging);
}

void TestStudioProject::staysWhereThereIsNoConnection()
{
    m_folder->write(u"drizzle.config.ts"_s, withoutCredentials);
    m_folder->remove(u".env"_s);
    m_studio->openDatabase(test::connectionTo(m_second));
    QTRY_VERIFY_WITH_TIMEOUT(isOpenOn(m_second), patience);
    QSignalSpy notices(m_studio.get(), &Studio::notice);
    m_studio->project().open(m_folder->path());
    QTRY_VERIFY_WITH_TIMEOUT(m_studio->project().model().schema() != nullptr, patience);
    QVERIFY(isOpenOn(m_second));
    QTRY_COMPARE_WITH_TIMEOUT(notices.count(), 1, patience);
    QVERIFY(notices.front().front().toString().contains(u"dbCredentials"));
}

void TestStudioProject::comesBackWithItsConnection()
{
    m_folder->write(u".env.test"_s, line(m_second));
    openAndWait(m_folder->path());
    m_studio->project().setEnvironment(u".env.test"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isOpenOn(m_second), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_studio->connections().rowCount(), 2, patience);
    restart();
    QVERIFY(!m_studio->project().model().isOpen());
    const auto form = m_studio->connections().form(
        m_studio->connections().index(0).data(ConnectionsModel::IdRole).toString());
    m_studio->openDatabase(*form);
    QTRY_VERIFY_WITH_TIMEOUT(m_studio->project().model().schema() != nullptr, patience);
    QCOMPARE(m_studio->project().model().place().environment, u".env.test"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isOpenOn(m_second), patience);
}

void TestStudioProject::letsGoOfOthers()
{
    openAndWait(m_folder->path());
    m_studio->openDatabase(test::connectionTo(m_second));
    QTRY_VERIFY_WITH_TIMEOUT(!m_studio->project().model().isOpen(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(isOpenOn(m_second), patience);
}

void TestStudioProject::bringsItsPassword()
{
    // The server trusts everybody here: what matters is what it is given, and what is kept.
    m_folder->write(u".env"_s, line(m_first, u"&password=geheim"_s));
    openAndWait(m_folder->path());
    QCOMPARE(m_studio->database()->form().password, u"geheim"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_studio->connections().rowCount(), 1, patience);
    m_studio.reset();
    for (const auto &file : QDir(m_state->path()).entryInfoList(QDir::Files)) {
        QFile kept(file.filePath());
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QVERIFY2(!kept.readAll().contains("geheim"), qPrintable(file.fileName()));
    }
}

void TestStudioProject::isRememberedAmongTheRecent()
{
    openAndWait(m_folder->path());
    const auto recent = m_studio->project().recent();
    QCOMPARE(recent.size(), size_t(1));
    QCOMPARE(recent.front().name, u"shop"_s);
    m_studio->project().close();
    QVERIFY(!m_studio->project().model().isOpen());
    QCOMPARE(m_studio->project().recent(), recent);
}

void TestStudioProject::sameDatabaseIsNotOpenedTwice()
{
    m_studio->openDatabase(test::connectionTo(m_first));
    QTRY_VERIFY_WITH_TIMEOUT(isOpenOn(m_first), patience);
    const auto *before = m_studio->database();
    m_studio->project().open(m_folder->path());
    QTRY_VERIFY_WITH_TIMEOUT(m_studio->project().model().schema() != nullptr, patience);
    QCOMPARE(m_studio->database(), before);
    QVERIFY(m_studio->project().isConnected());
}

QTEST_GUILESS_MAIN(TestStudioProject)
#include "tst_studioproject.moc"
