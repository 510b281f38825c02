#include "core/workspace/workspace.h"
#include "models/studio.h"
#include "tests/support/testserver.h"
#include "ui/connection/connectiondialog.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;
using models::ConnectionForm;

namespace {

const ObjectId users{Kind::Table, u"public"_s, u"users"_s};

edit::StagedEdits someEdits(int rows)
{
    edit::StagedEdits edits(users);
    for (int row = 0; row < rows; ++row)
        edits.insert({});
    return edits;
}

} // namespace

class TestConnectionDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void aWrongUrlStopsEverything();
    void aWrongUrlIsForgottenWithTheNextConnection();
    void removesWhatHoldsNothing();
    void asksBeforeStagedChangesAreLost();
    void asksBeforeChangesOfAnotherWindowAreLost();
    void asksBeforeFiltersAndTextsAreLost();
    void asksBeforeAnOutcomeIsLost();
    void removingTheOpenOneClosesIt();
    void keepsTheOneThatCommits();

private:
    template<typename T>
    T *find(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1StringView(name));
    }
    void typeUrl(const QString &text);
    QString saveOne(const QString &name);
    void press(const char *button) { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }
    QMessageBox *question() const;
    /// Presses one of its buttons.
    void answer(QMessageBox::ButtonRole role);
    workspace::JournalContents journal(const QString &connection);
    void openServer();

    void start();
    /// As an earlier run of Squall left it.
    QString leaveBehind(const std::function<void(const workspace::Journal &, const QString &)> &write);

    pg::ConnectionOptions m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<models::Studio> m_studio;
    std::unique_ptr<ConnectionDialog> m_dialog;
};

void TestConnectionDialog::initTestCase()
{
    m_server = test::TestServer::of().createDatabase();
    pg::Connection connection(m_server);
    QVERIFY(connection.runScript(u"create table users (id int primary key, name text)"_s));
}

void TestConnectionDialog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
    start();
}

void TestConnectionDialog::start()
{
    m_studio = std::make_unique<models::Studio>();
    QSignalSpy loaded(m_studio.get(), &models::Studio::workspaceLoaded);
    m_studio->openWorkspace(m_folder->filePath(u"workspace.sqlite"_s));
    QVERIFY(loaded.wait());
    m_dialog = std::make_unique<ConnectionDialog>(*m_studio, *m_theme);
    m_dialog->show();
}

void TestConnectionDialog::cleanup()
{
    m_dialog.reset();
    m_studio.reset();
}

void TestConnectionDialog::typeUrl(const QString &text)
{
    auto *url = find<QLineEdit>("connectionUrl");
    url->selectAll();
    QTest::keyClicks(url, text);
}

QString TestConnectionDialog::saveOne(const QString &name)
{
    return m_studio->connections().save({.name = name, .host = u"db.example.com"_s, .database = name});
}

QMessageBox *TestConnectionDialog::question() const
{
    auto *box = find<QMessageBox>("removeQuestion");
    return box && box->isVisible() ? box : nullptr;
}

void TestConnectionDialog::answer(QMessageBox::ButtonRole role)
{
    const auto buttons = question()->buttons();
    for (auto *button : buttons) {
        if (question() && question()->buttonRole(button) == role)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_VERIFY(!question());
}

QString TestConnectionDialog::leaveBehind(
    const std::function<void(const workspace::Journal &, const QString &)> &write)
{
    const auto id = saveOne(u"one"_s);
    cleanup();
    {
        const workspace::Workspace earlier(m_folder->filePath(u"workspace.sqlite"_s));
        write(earlier.journal(), id);
    }
    start();
    m_dialog->edit(*m_studio->connections().form(id));
    return id;
}

/// After the dialog and what it belongs to are gone.
workspace::JournalContents TestConnectionDialog::journal(const QString &connection)
{
    cleanup();
    workspace::Workspace other(m_folder->filePath(u"workspace.sqlite"_s));
    auto reading = other.journal().read(connection);
    reading.waitForFinished();
    return reading.result() ? *reading.result() : workspace::JournalContents();
}

void TestConnectionDialog::openServer()
{
    auto form = models::formFromSaved({.name = u"mine"_s, .keywords = m_server.keywords});
    form.id = m_studio->connections().save(form);
    m_studio->openDatabase(form);
    QSignalSpy read(m_studio->database(), &models::OpenDatabase::snapshotChanged);
    if (!read.wait(60'000))
        qFatal("not opened");
    m_dialog->edit(form);
}

void TestConnectionDialog::aWrongUrlStopsEverything()
{
    m_dialog->edit({.host = u"/nonexistent"_s, .database = u"no_such"_s});
    press("connectionTest");
    auto *outcome = find<QPlainTextEdit>("connectionOutcome");
    QVERIFY(outcome->isVisible());
    typeUrl(u"postgresql://[nowhere"_s);
    QVERIFY2(!outcome->isVisible(), "it was about another URL");
    for (const char *button : {"connectionTest", "connectionSave", "connectionOpen"})
        QVERIFY2(!find<QPushButton>(button)->isEnabled(), button);
    const QSignalSpy opened(m_dialog.get(), &ConnectionDialog::openRequested);
    QTest::keyClick(find<QLineEdit>("connectionUrl"), Qt::Key_Return);
    QCOMPARE(opened.size(), 0);
    QCOMPARE(m_studio->connections().rowCount(), 0);

    typeUrl(u"postgresql://localhost/app"_s);
    for (const char *button : {"connectionTest", "connectionSave", "connectionOpen"})
        QVERIFY2(find<QPushButton>(button)->isEnabled(), button);
    press("connectionSave");
    QCOMPARE(m_studio->connections().index(0).data().toString(), u"localhost/app"_s);
}

void TestConnectionDialog::aWrongUrlIsForgottenWithTheNextConnection()
{
    typeUrl(u"postgresql://[nowhere"_s);
    QVERIFY(!find<QPushButton>("connectionOpen")->isEnabled());
    m_dialog->edit({.host = u"localhost"_s});
    QVERIFY(find<QPushButton>("connectionOpen")->isEnabled());
}

void TestConnectionDialog::removesWhatHoldsNothing()
{
    m_dialog->edit(*m_studio->connections().form(saveOne(u"one"_s)));
    press("connectionRemove");
    QTRY_COMPARE(m_studio->connections().rowCount(), 0);
    QVERIFY(!question());
    QVERIFY(!find<QPushButton>("connectionRemove")->isVisible());
}

void TestConnectionDialog::asksBeforeStagedChangesAreLost()
{
    const auto id = leaveBehind([](const workspace::Journal &journal, const QString &connection) {
        journal.saveEdits(connection, users, [] { return someEdits(3).serialized(); });
    });
    press("connectionRemove");
    QTRY_VERIFY(question());
    QVERIFY2(question()->informativeText().contains(u"3 staged changes"),
             qPrintable(question()->informativeText()));
    answer(QMessageBox::RejectRole);
    QCOMPARE(m_studio->connections().rowCount(), 1);
    QCOMPARE(journal(id).entries.size(), size_t(1));

    start();
    m_dialog->edit(*m_studio->connections().form(id));
    press("connectionRemove");
    QTRY_VERIFY(question());
    answer(QMessageBox::DestructiveRole);
    QTRY_COMPARE(m_studio->connections().rowCount(), 0);
    QVERIFY(journal(id).entries.empty());
}

void TestConnectionDialog::asksBeforeChangesOfAnotherWindowAreLost()
{
    const auto id = saveOne(u"one"_s);
    const workspace::Workspace other(m_folder->filePath(u"workspace.sqlite"_s));
    auto saving = other.journal().saveEdits(id, users, [] { return someEdits(1).serialized(); });
    saving.waitForFinished();
    QVERIFY(saving.result());
    m_dialog->edit(*m_studio->connections().form(id));
    press("connectionRemove");
    QTRY_VERIFY(question());
    QVERIFY2(question()->informativeText().contains(u"Another window"),
             qPrintable(question()->informativeText()));
    answer(QMessageBox::RejectRole);
}

void TestConnectionDialog::asksBeforeFiltersAndTextsAreLost()
{
    const auto id = saveOne(u"one"_s);
    models::SavedFilters filters;
    filters.save({.relation = users, .name = u"mine"_s, .filter = {.where = u"id > 3"_s}});
    m_studio->saveSetting(id, u"filters"_s, filters.json());
    m_studio->buffers().create({.connection = id, .text = u"select 1"_s});
    m_studio->buffers().create({.connection = id, .text = u"\n"_s});
    m_dialog->edit(*m_studio->connections().form(id));
    press("connectionRemove");
    QTRY_VERIFY(question());
    QVERIFY(question()->informativeText().contains(u"1 saved filter "));
    QVERIFY(question()->informativeText().contains(u"1 text of an SQL tab "));
    answer(QMessageBox::RejectRole);
    QCOMPARE(m_studio->connections().rowCount(), 1);
}

void TestConnectionDialog::asksBeforeAnOutcomeIsLost()
{
    const auto id = leaveBehind([](const workspace::Journal &journal, const QString &connection) {
        journal.addBatch(connection, "731", [] { return QByteArray("{}"); });
    });
    press("connectionRemove");
    QTRY_VERIFY(question());
    QVERIFY(question()->informativeText().contains(u"last commit"));
    answer(QMessageBox::RejectRole);
    QCOMPARE(journal(id).batches.size(), size_t(1));
}

void TestConnectionDialog::removingTheOpenOneClosesIt()
{
    openServer();
    press("connectionRemove");
    QTRY_VERIFY(question());
    QVERIFY(question()->informativeText().contains(u"closed"));
    answer(QMessageBox::DestructiveRole);
    QCOMPARE(m_studio->connections().rowCount(), 0);
    QVERIFY(!m_studio->database());
}

void TestConnectionDialog::keepsTheOneThatCommits()
{
    openServer();
    QCOMPARE(m_studio->database()->state(), models::OpenDatabase::State::Open);
    auto &changes = m_studio->database()->changes();
    changes.stage(someEdits(1), u"Add row"_s);
    changes.beginCommit({changes.edits(users)});
    press("connectionRemove");
    auto *outcome = find<QPlainTextEdit>("connectionOutcome");
    QTRY_VERIFY2(outcome->toPlainText().contains(u"no answer yet"), qPrintable(outcome->toPlainText()));
    QVERIFY(!question());
    QCOMPARE(m_studio->connections().rowCount(), 1);
}

QTEST_MAIN(TestConnectionDialog)
#include "tst_connectiondialog.moc"
