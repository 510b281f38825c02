#include "core/pg/connection.h"
#include "models/rowwindowmodel.h"
#include "models/studio.h"
#include "tests/support/need.h"
#include "tests/support/pairedwatchdog.h"
#include "tests/support/testserver.h"
#include "ui/commands/commands.h"
#include "ui/grid/grid.h"
#include "ui/table/tableview.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"
#include "ui/window/tabarea.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace squall;
using namespace squall::ui;
using namespace Qt::Literals::StringLiterals;
using State = models::OpenDatabase::State;

namespace {

/// The processes whose parent is `parent`.
std::vector<pid_t> childrenOf(pid_t parent)
{
    std::vector<pid_t> children;
    for (const auto &entry : QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(u"/proc/%1/stat"_s.arg(entry));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        // After the name in parentheses, which may hold anything: the state, then the parent.
        const auto line = file.readAll();
        const auto fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
        if (fields.size() > 1 && fields[1].toInt() == parent)
            children.push_back(entry.toInt());
    }
    return children;
}

/// While it lives, no process of the server runs: connections stay, and nothing answers.
class Stall
{
public:
    explicit Stall(const server::LocalServer &server)
        : m_processes{static_cast<pid_t>(server.processId())}
    {
        // The one that would start others first.
        ::kill(m_processes.front(), SIGSTOP);
        for (const auto child : childrenOf(m_processes.front())) {
            ::kill(child, SIGSTOP);
            m_processes.push_back(child);
        }
    }
    ~Stall()
    {
        for (const auto process : m_processes)
            ::kill(process, SIGCONT);
    }
    Stall(const Stall &) = delete;
    Stall &operator=(const Stall &) = delete;

    size_t processCount() const { return m_processes.size(); }

private:
    std::vector<pid_t> m_processes;
};

} // namespace

/// A window on a server that stops answering in the midst of work, and comes back.
class TestStall : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase() { m_server.reset(); }
    void nothingWaitsForIt();
    void aQuietWindowNoticesToo();
    void closingDoesNotWait();

private:
    TableView *openTable(const QString &name);
    QString statusMessage() const { return m_window->findChild<QLabel *>(u"statusMessage"_s)->text(); }

    std::unique_ptr<server::LocalServer> m_server;
    QTemporaryDir m_folder;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<models::Studio> m_studio;
    std::unique_ptr<MainWindow> m_window;
};

void TestStall::initTestCase()
{
    // Its own, so that no other test stands still with it.
    auto started =
        server::LocalServer::start({.binaries = test::TestServer::binaries(test::TestServer::debianVersion)});
    NEED(started);
    m_server = std::move(*started);
    pg::Connection connection(m_server->connection());
    NEED(connection.runScript(
        u"create table many (id int primary key, name text);"
        u"insert into many select i, 'row ' || i from generate_series(1, 20000) i;"
        u"create table few (id int primary key); insert into few values (1), (2); analyze"_s));
}

void TestStall::init()
{
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
    m_studio = std::make_unique<models::Studio>();
    m_window = std::make_unique<MainWindow>(*m_studio, *m_theme);
    m_window->show();
    m_studio->openDatabase(models::formFromSaved({.keywords = m_server->connection().keywords}));
    QTRY_COMPARE(m_studio->database()->state(), State::Open);
    QTRY_VERIFY(m_studio->database()->latency() > 0);
}

void TestStall::cleanup()
{
    m_window.reset();
    m_studio.reset();
}

TableView *TestStall::openTable(const QString &name)
{
    m_window->openObject({Kind::Table, u"public"_s, name});
    return qobject_cast<TableView *>(m_window->tabs().currentPage());
}

void TestStall::nothingWaitsForIt()
{
    auto *database = m_studio->database();
    auto *many = openTable(u"many"_s);
    QVERIFY(many);
    QTRY_COMPARE(many->rows().state(), models::RowWindowModel::State::Ready);
    QTRY_VERIFY(many->rows().isEstimateKnown());
    QTest::qWait(200);

    test::PairedWatchdog watchdog;
    TableView *few = nullptr;
    {
        const Stall stall(*m_server);
        // The postmaster, what it always runs, and at least the connection that read the schema.
        QVERIFY(stall.processCount() > 6);
        QElapsedTimer since;
        since.start();
        // One thing after the other, as events come; not all of it in one.
        QTest::qWait(20);
        m_window->commands().run(u"database.reload"_s);
        QTest::qWait(20);
        many->grid().scrollToRow(15'000);
        QTest::qWait(20);
        few = openTable(u"few"_s);
        QVERIFY(few);
        QTest::qWait(20);
        database->workbench().probe();
        QTRY_COMPARE_WITH_TIMEOUT(database->state(), State::Lost, 30'000);
        QTest::qWait(20);
        const auto said = statusMessage();
        QVERIFY2(said.contains(u"does not answer") && said.contains(u"5 seconds"), qPrintable(said));
        QTest::qWait(20);
        qInfo("said after %lld ms", static_cast<long long>(since.elapsed()));

        many->grid().scrollToRow(3);
        QTest::qWait(20);
        m_window->tabs().select(0);
        QTest::qWait(100);
        m_window->tabs().closeCurrent();
        QTest::qWait(500);
        QCOMPARE(m_window->tabs().count(), 1);
        QCOMPARE(few->rows().rowCount(), 0);
    }
    QTRY_COMPARE_WITH_TIMEOUT(database->state(), State::Open, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(few->rows().rowCount(), 2, 30'000);
    QVERIFY2(statusMessage().isEmpty(), qPrintable(statusMessage()));
    many = openTable(u"many"_s);
    QTRY_COMPARE(many->rows().state(), models::RowWindowModel::State::Ready);
    QCOMPARE(watchdog.complaint(), QString());
}

void TestStall::aQuietWindowNoticesToo()
{
    auto &bench = m_studio->database()->workbench();
    bench.setProbeInterval(200);
    test::PairedWatchdog watchdog;
    {
        const Stall stall(*m_server);
        QTRY_COMPARE_WITH_TIMEOUT(m_studio->database()->state(), State::Lost, 30'000);
        // Looks that hang are given up one after the other; none of them stops anything.
        QTest::qWait(1000);
        QCOMPARE(m_studio->database()->state(), State::Lost);
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_studio->database()->state(), State::Open, 30'000);
    QCOMPARE(watchdog.complaint(), QString());
}

void TestStall::closingDoesNotWait()
{
    test::PairedWatchdog watchdog;
    const Stall stall(*m_server);
    QTest::qWait(20);
    m_window->commands().run(u"database.reload"_s);
    QTest::qWait(20);
    QVERIFY(openTable(u"many"_s));
    QTest::qWait(100);
    m_studio->closeDatabase();
    QTest::qWait(20);
    m_window.reset();
    QTest::qWait(20);
    m_studio.reset();
    QTest::qWait(50);
    QCOMPARE(watchdog.complaint(), QString());
}

QTEST_MAIN(TestStall)
#include "tst_stall.moc"
