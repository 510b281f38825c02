#include "core/pg/connection.h"
#include "models/query/editedresultmodel.h"
#include "models/reviewmodel.h"
#include "models/studio.h"
#include "tests/support/testserver.h"
#include "ui/commands/commands.h"
#include "ui/edit/bigeditor.h"
#include "ui/editor/sqleditor.h"
#include "ui/grid/grid.h"
#include "ui/results/resultspane.h"
#include "ui/results/resultview.h"
#include "ui/review/reviewpage.h"
#include "ui/sql/sqlpage.h"
#include "ui/table/valuesplit.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"
#include "ui/window/tabarea.h"

#include <QApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;
using models::QueryRunner;

namespace {

constexpr int patienceMs = 60'000;

} // namespace

/// The rows of an SQL tab, from a key in a cell to what the server holds.
class TestResultEditing : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void fromTheCellToTheServer();
    void saysWhyACellIsNotEdited();
    void waitsForTheTransaction();
    void takesBackByKey();
    void bigValuesHaveRoom();
    void closingTheResultKeeps();
    void theNextRunKeeps();
    void closingTheTabKeeps_data();
    void closingTheTabKeeps();
    void closingTheDatabaseTakesAllAlong();

private:
    SqlPage *page() const { return qobject_cast<SqlPage *>(m_window->tabs().currentPage()); }
    ResultView *view() const { return page()->results().currentResult(); }
    Grid &grid() const { return view()->grid(); }
    models::StagedChanges &changes() const { return m_studio->database()->changes(); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
    }
    template<typename T>
    T *find(const QString &name) const
    {
        return page()->findChild<T *>(name);
    }
    void run(const QString &text)
    {
        page()->editor().setScript(text);
        QSignalSpy finished(&page()->runner(), &QueryRunner::finished);
        m_window->commands().run(u"sql.runAll"_s);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patienceMs);
    }
    /// Where something may be edited, the cells are known to.
    void show(const QString &text)
    {
        run(text);
        QVERIFY(view());
        QTRY_COMPARE_WITH_TIMEOUT(view()->edited()->refusal(), QString(), patienceMs);
    }
    void type(CellPosition cell, const QString &text)
    {
        grid().setFocus();
        grid().setCurrentCell(cell);
        QTest::keyClicks(&grid(), text.left(1));
        QTRY_VERIFY_WITH_TIMEOUT(grid().isAncestorOf(QApplication::focusWidget()), patienceMs);
        QTest::keyClicks(QApplication::focusWidget(), text.mid(1));
    }
    QString body(int id)
    {
        pg::Connection connection(m_database);
        const auto reply =
            connection.fetch({u"select body from notes where id = $1"_s, {QByteArray::number(id)}});
        return reply ? reply->text(0, 0) : reply.error().message;
    }

    pg::ConnectionOptions m_database;
    QTemporaryDir m_folder;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<models::Studio> m_studio;
    std::unique_ptr<MainWindow> m_window;
};

void TestResultEditing::initTestCase()
{
    m_database = test::TestServer::of().createDatabase();
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
}

void TestResultEditing::init()
{
    {
        pg::Connection connection(m_database);
        QVERIFY(connection
                    .runScript(u"drop table if exists notes;"
                               "create table notes (id int primary key, body text not null, size int, "
                               "more jsonb);"
                               "insert into notes values (1, 'one', 1, '{\"a\": 1}'), (2, 'two', 2, null)"_s)
                    .ok());
    }
    m_studio = std::make_unique<models::Studio>();
    m_window = std::make_unique<MainWindow>(*m_studio, *m_theme);
    m_window->resize(1280, 800);
    m_window->show();
    m_window->activateWindow();
    QSignalSpy loaded(m_studio.get(), &models::Studio::workspaceLoaded);
    m_studio->openWorkspace(m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) +
                                              QString::fromLatin1(QTest::currentDataTag()) + u".sqlite"_s));
    QTRY_COMPARE_WITH_TIMEOUT(loaded.size(), 1, patienceMs);
    auto form = models::formFromSaved({.keywords = m_database.keywords});
    form.chosenClass = ConnectionClass::Local;
    m_studio->openDatabase(form);
    QTRY_COMPARE_WITH_TIMEOUT(m_studio->database()->state(), models::OpenDatabase::State::Open, patienceMs);
    m_window->commands().run(u"sql.new"_s);
    QTRY_VERIFY_WITH_TIMEOUT(page() && page()->editor().hasFocus(), patienceMs);
}

void TestResultEditing::cleanup()
{
    m_window.reset();
    m_studio.reset();
}

void TestResultEditing::fromTheCellToTheServer()
{
    show(u"select id, body from notes order by id"_s);
    type({0, 1}, u"first"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(changes().changeCount(), 1, patienceMs);
    QCOMPARE(view()->edited()->index(0, 1).data().toString(), u"first"_s);
    QCOMPARE(view()->result().index(0, 1).data().toString(), u"one"_s);
    const auto *review = find<QPushButton>(u"resultReview"_s);
    QVERIFY(review->isVisible());
    QCOMPARE(review->text(), u"Review 1 change"_s);

    // Ctrl+S means the rows where the rows are.
    const auto *result = view();
    grid().setFocus();
    press(Qt::Key_S, Qt::ControlModifier);
    auto *shown = qobject_cast<ReviewPage *>(m_window->tabs().currentPage());
    QVERIFY(shown);
    auto &model = m_studio->database()->review();
    QTRY_VERIFY_WITH_TIMEOUT(model.canApply(), patienceMs);
    QVERIFY2(model.sql().contains(u"update"_s, Qt::CaseInsensitive) && model.sql().contains(u"'first'"_s),
             qPrintable(model.sql()));
    shown->apply();
    QTRY_VERIFY_WITH_TIMEOUT(page(), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(result->result().index(0, 1).data().toString(), u"first"_s, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(!review->isVisible(), patienceMs);
    QCOMPARE(body(1), u"first"_s);
}

void TestResultEditing::saysWhyACellIsNotEdited()
{
    show(u"select id, upper(body), size from notes order by id"_s);
    grid().setFocus();
    grid().setCurrentCell({0, 1});
    QTest::keyClicks(&grid(), u"x"_s);
    const auto *remark = find<QLabel>(u"resultRemark"_s);
    QVERIFY(remark->isVisible());
    QVERIFY2(remark->text().contains(u"computed by the query"_s), qPrintable(remark->text()));
    // By name as by key, and what is for the rows of tables alone says so.
    grid().setCurrentCell({1, 1});
    QVERIFY(!remark->isVisible());
    m_window->commands().run(u"cells.edit"_s);
    QVERIFY2(remark->text().contains(u"computed by the query"_s), qPrintable(remark->text()));
    m_window->commands().run(u"rows.add"_s);
    QVERIFY2(remark->text().contains(u"in their table"_s), qPrintable(remark->text()));
    // Elsewhere that is over; what is wrong with a value is said there, and is known here.
    grid().setCurrentCell({0, 2});
    QVERIFY(!remark->isVisible());
    QTest::keyClicks(&grid(), u"x"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(changes().changeCount(), 1, patienceMs);
    grid().setCurrentCell({0, 2});
    QVERIFY2(remark->isVisible() && remark->text().startsWith(u"size: "_s), qPrintable(remark->text()));
}

void TestResultEditing::waitsForTheTransaction()
{
    run(u"begin; update notes set body = 'mine' where id = 1; select id, body from notes order by id"_s);
    grid().setFocus();
    grid().setCurrentCell({0, 1});
    QTest::keyClicks(&grid(), u"x"_s);
    const auto *remark = find<QLabel>(u"resultRemark"_s);
    QVERIFY2(remark->isVisible() && remark->text().contains(u"commit it"_s), qPrintable(remark->text()));
    QCOMPARE(changes().changeCount(), 0);
    m_window->commands().run(u"sql.commit"_s);
    QTRY_COMPARE_WITH_TIMEOUT(view()->edited()->refusal(), QString(), patienceMs);
    QVERIFY(!remark->isVisible());
    type({0, 1}, u"x"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(changes().changeCount(), 1, patienceMs);
}

void TestResultEditing::takesBackByKey()
{
    show(u"select * from notes order by id"_s);
    type({0, 1}, u"first"_s);
    press(Qt::Key_Return);
    QCOMPARE(changes().changeCount(), 1);
    grid().setFocus();
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(changes().changeCount(), 0);
    // The text above has its own.
    QVERIFY(page()->editor().script().contains(u"notes"_s));
    press(Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(changes().changeCount(), 1);
    grid().setCurrentCell({0, 1});
    press(Qt::Key_Escape);
    QCOMPARE(changes().changeCount(), 0);
    QVERIFY(grid().hasFocus());
    // With nothing left to take back, it leads to the text.
    press(Qt::Key_Escape);
    QVERIFY(page()->editor().hasFocus());
}

void TestResultEditing::bigValuesHaveRoom()
{
    show(u"select * from notes order by id"_s);
    auto *split = find<ValueSplit>(u"valueSplit"_s);
    grid().setFocus();
    grid().setCurrentCell({0, 3});
    press(Qt::Key_Return, Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(split->isOpen(), patienceMs);
    auto *text = split->findChild<QPlainTextEdit *>(u"jsonText"_s);
    QTRY_VERIFY_WITH_TIMEOUT(text->hasFocus(), patienceMs);
    QVERIFY2(text->toPlainText().contains(u"\"a\": 1"_s), qPrintable(text->toPlainText()));
    text->document()->find(u"1"_s).insertText(u"2"_s);
    // Ctrl+S means what stands there as well.
    press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(qobject_cast<ReviewPage *>(m_window->tabs().currentPage()));
    QTRY_COMPARE_WITH_TIMEOUT(changes().changeCount(), 1, patienceMs);
    auto &model = m_studio->database()->review();
    QTRY_VERIFY_WITH_TIMEOUT(model.sql().contains(u"{\"a\": 2}"_s), patienceMs);
}

void TestResultEditing::closingTheResultKeeps()
{
    show(u"select * from notes order by id"_s);
    type({0, 1}, u"first"_s);
    page()->results().closeCurrent();
    QTRY_COMPARE_WITH_TIMEOUT(changes().changeCount(), 1, patienceMs);
}

void TestResultEditing::theNextRunKeeps()
{
    show(u"select * from notes order by id"_s);
    type({0, 1}, u"first"_s);
    m_window->commands().run(u"sql.runAll"_s);
    QTRY_COMPARE_WITH_TIMEOUT(changes().changeCount(), 1, patienceMs);
    // The new rows show it as well.
    QTRY_VERIFY_WITH_TIMEOUT(view() && view()->edited()->index(0, 1).data().toString() == u"first",
                             patienceMs);
}

void TestResultEditing::closingTheTabKeeps_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<bool>("window");

    QTest::newRow("in a cell") << 1 << false;
    QTest::newRow("in the big editor") << 3 << false;
    QTest::newRow("in a cell, with the window") << 1 << true;
    QTest::newRow("in the big editor, with the window") << 3 << true;
}

/// The rows go with the tab, and nothing of what looks at them does so later.
void TestResultEditing::closingTheTabKeeps()
{
    QFETCH(int, column);
    QFETCH(bool, window);
    show(u"select * from notes order by id"_s);
    if (column == 1) {
        type({0, 1}, u"first"_s);
    } else {
        grid().setFocus();
        grid().setCurrentCell({0, column});
        press(Qt::Key_Return, Qt::ShiftModifier);
        auto *split = find<ValueSplit>(u"valueSplit"_s);
        QTRY_VERIFY_WITH_TIMEOUT(split->isOpen(), patienceMs);
        split->findChild<QPlainTextEdit *>(u"jsonText"_s)->document()->find(u"1"_s).insertText(u"2"_s);
    }
    if (window) {
        m_window->close();
        m_window.reset();
    } else {
        m_window->commands().run(u"tab.close"_s);
    }
    QTRY_COMPARE_WITH_TIMEOUT(changes().changeCount(), 1, patienceMs);
}

/// The rows, what looks at them and what is typed in them go before what they are staged with.
void TestResultEditing::closingTheDatabaseTakesAllAlong()
{
    show(u"select * from notes order by id"_s);
    type({0, 1}, u"first"_s);
    const QPointer<SqlPage> closed(page());
    const QPointer<models::OpenDatabase> database(m_studio->database());
    qsizetype staged = 0;
    connect(&changes(), &models::StagedChanges::changed, this,
            [&] { staged = database->changes().changeCount(); });
    m_window->commands().run(u"database.close"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!database, patienceMs);
    QVERIFY(!closed);
    QCOMPARE(staged, 1);
}

QTEST_MAIN(TestResultEditing)
#include "tst_resultediting.moc"
