#include "models/studio.h"
#include "tests/support/testserver.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;

class TestStudio : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void aUrlIsTheSavedConnectionItLeadsTo_data();
    void aUrlIsTheSavedConnectionItLeadsTo();
    void aDatabaseIsProductionForEveryUser();
    void aChoiceForThisConnectionStands();
    void waitsForWhatIsSaved();
    void theClassOfTheOpenConnectionCanChange();
    void aConnectionThatLeadsElsewhereNowChangesNothing();
    void whatWasOpenedIsRemembered();
    void whatCouldNotBeOpenedIsNot();

private:
    ConnectionForm formOf(const QString &url) const;
    void openServer(const ConnectionForm &saved);

    pg::ConnectionOptions m_server;
    std::unique_ptr<Studio> m_studio;
};

void TestStudio::initTestCase()
{
    m_server = test::TestServer::of().createDatabase();
    for (const char *variable : {"PGHOST", "PGHOSTADDR", "PGPORT", "PGUSER", "PGSERVICE", "PGDATABASE"})
        qunsetenv(variable);
}

void TestStudio::init()
{
    m_studio = std::make_unique<Studio>();
}

void TestStudio::cleanup()
{
    m_studio.reset();
}

ConnectionForm TestStudio::formOf(const QString &url) const
{
    const auto form = formFromUrl(url);
    Q_ASSERT(form);
    return *form;
}

void TestStudio::openServer(const ConnectionForm &saved)
{
    auto form = formFromSaved({.keywords = m_server.keywords});
    form.name = saved.name;
    form.chosenClass = saved.chosenClass;
    form.id = m_studio->connections().save(form);
    m_studio->openDatabase(form);
    QTRY_COMPARE(m_studio->database()->state(), OpenDatabase::State::Open);
}

void TestStudio::aUrlIsTheSavedConnectionItLeadsTo_data()
{
    QTest::addColumn<QString>("url");

    QTest::newRow("as it is saved") << u"postgresql://mara@db.example.com/app?sslmode=require"_s;
    QTest::newRow("with a password") << u"postgresql://mara:secret@db.example.com/app?sslmode=require"_s;
    QTest::newRow("with the usual port") << u"postgresql://mara@db.example.com:5432/app?sslmode=require"_s;
    QTest::newRow("in other letters") << u"postgresql://mara@DB.Example.com/app?sslmode=require"_s;
    QTest::newRow("as keywords") << u"sslmode=require user=mara dbname=app host=db.example.com"_s;
}

void TestStudio::aUrlIsTheSavedConnectionItLeadsTo()
{
    QFETCH(QString, url);
    auto saved = formOf(u"postgresql://mara@db.example.com/app?sslmode=require"_s);
    saved.name = u"the shop"_s;
    saved.chosenClass = ConnectionClass::Production;
    saved.oneConnection = true;
    const auto id = m_studio->connections().save(saved);

    const auto typed = formOf(url);
    m_studio->openDatabase(typed);
    const auto &form = m_studio->database()->form();
    QCOMPARE(form.id, id);
    QCOMPARE(form.name, u"the shop"_s);
    QCOMPARE(form.connectionClass(), ConnectionClass::Production);
    QVERIFY(form.oneConnection);
    QCOMPARE(form.password, typed.password);
    QVERIFY(m_studio->database()->isWritingLocked());
}

void TestStudio::aDatabaseIsProductionForEveryUser()
{
    auto saved = formOf(u"postgresql://reader@db.example.com/app"_s);
    // By its name it is guessed to be production.
    saved.name = u"Production"_s;
    m_studio->connections().save(saved);

    m_studio->openDatabase(formOf(u"postgresql://owner@db.example.com/app"_s));
    QVERIFY(m_studio->database()->isWritingLocked());
    m_studio->openDatabase(formOf(u"postgresql://owner@db.example.com/other"_s));
    QVERIFY(!m_studio->database()->isWritingLocked());
}

void TestStudio::aChoiceForThisConnectionStands()
{
    auto production = formOf(u"postgresql://owner@db.example.com/app"_s);
    production.chosenClass = ConnectionClass::Production;
    m_studio->connections().save(production);
    auto shared = formOf(u"postgresql://reader@db.example.com/app"_s);
    shared.chosenClass = ConnectionClass::Shared;
    const auto id = m_studio->connections().save(shared);

    m_studio->openDatabase(formOf(u"postgresql://reader@db.example.com/app"_s));
    QCOMPARE(m_studio->database()->form().id, id);
    QVERIFY(!m_studio->database()->isWritingLocked());
}

/// As with `squall studio --url`: the window opens it before the saved state is read.
void TestStudio::waitsForWhatIsSaved()
{
    const QTemporaryDir folder;
    const auto file = folder.filePath(u"workspace.sqlite"_s);
    const auto url = u"postgresql://mara@db.example.com/app"_s;
    {
        Studio earlier;
        QSignalSpy loaded(&earlier, &Studio::workspaceLoaded);
        earlier.openWorkspace(file);
        QVERIFY(loaded.wait());
        auto saved = formOf(url);
        saved.chosenClass = ConnectionClass::Production;
        earlier.connections().save(saved);
    }
    m_studio->openWorkspace(file);
    m_studio->openDatabase(formOf(url));
    QTRY_VERIFY(m_studio->database());
    QVERIFY(m_studio->database()->isWritingLocked());

    Studio closedMeanwhile;
    QSignalSpy loaded(&closedMeanwhile, &Studio::workspaceLoaded);
    closedMeanwhile.openWorkspace(file);
    closedMeanwhile.openDatabase(formOf(url));
    closedMeanwhile.closeDatabase();
    QVERIFY(loaded.wait());
    QVERIFY(!closedMeanwhile.database());
}

void TestStudio::theClassOfTheOpenConnectionCanChange()
{
    openServer({.chosenClass = ConnectionClass::Local});
    auto *database = m_studio->database();
    QVERIFY(!database->isWritingLocked());
    const QSignalSpy changed(database, &OpenDatabase::writingChanged);

    auto form = database->form();
    form.chosenClass = ConnectionClass::Production;
    m_studio->connections().save(form);
    QCOMPARE(changed.size(), 1);
    QVERIFY(database->isWritingLocked());
    QVERIFY(database->writeLock());
    QVERIFY(database->unlockWriting(database->databaseName()));
    QVERIFY(!database->isWritingLocked());

    // Used again later: that alone changes nothing.
    m_studio->connections().touch(form.id);
    QVERIFY(!database->isWritingLocked());

    form.chosenClass = ConnectionClass::Shared;
    m_studio->connections().save(form);
    QVERIFY(!database->isWritingLocked());
    QVERIFY(!database->writeLock());
    form.chosenClass.reset();
    form.name = u"production"_s;
    m_studio->connections().save(form);
    QVERIFY2(database->isWritingLocked(), "guessed by its new name");
}

void TestStudio::aConnectionThatLeadsElsewhereNowChangesNothing()
{
    openServer({.chosenClass = ConnectionClass::Production});
    auto form = m_studio->database()->form();
    form.database = u"playground"_s;
    form.chosenClass = ConnectionClass::Local;
    m_studio->connections().save(form);
    QVERIFY(m_studio->database()->isWritingLocked());
}

void TestStudio::whatWasOpenedIsRemembered()
{
    const QTemporaryDir folder;
    const auto open = [&] {
        m_studio = std::make_unique<Studio>();
        m_studio->openWorkspace(folder.filePath(u"workspace.sqlite"_s));
        auto form = formFromSaved({.keywords = m_server.keywords});
        form.password = u"secret"_s;
        m_studio->openDatabase(form);
        QTRY_VERIFY(m_studio->database());
        QTRY_COMPARE(m_studio->database()->state(), OpenDatabase::State::Open);
    };
    open();
    const auto id = m_studio->connectionId();
    QCOMPARE(m_studio->connections().rowCount(), 1);
    QVERIFY(m_studio->connections().index(0).data(ConnectionsModel::LastUsedRole).toDateTime().isValid());
    m_studio->saveTabs({{.kind = u"table"_s, .title = u"users"_s}});
    open();
    QCOMPARE(m_studio->connectionId(), id);
    QCOMPARE(m_studio->connections().rowCount(), 1);
    QCOMPARE(m_studio->savedTabs().size(), size_t(1));
    QCOMPARE(m_studio->connections().form(id)->password, QString());
    QCOMPARE(m_studio->database()->form().password, u"secret"_s);
}

void TestStudio::whatCouldNotBeOpenedIsNot()
{
    m_studio->openDatabase(formOf(u"postgresql:///none?host=/nonexistent"_s));
    QTRY_COMPARE(m_studio->database()->state(), OpenDatabase::State::Failed);
    QCOMPARE(m_studio->connections().rowCount(), 0);
    QVERIFY2(!m_studio->database()->needsPassword(), "no server is there to take one");
}

QTEST_GUILESS_MAIN(TestStudio)
#include "tst_studio.moc"
