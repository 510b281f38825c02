#include "core/workspace/workspace.h"
#include "models/connectionsmodel.h"
#include "models/query/queryhistory.h"
#include "ui/query/historydelegate.h"
#include "ui/query/historypanel.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;

class TestHistoryPanel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init();
    void cleanup();
    void showsTheWholeStatement();
    void worksByKeys();
    void typingSearches();
    void narrows();
    void whatIsNotWholeIsNotRunAgain();
    void asksBeforeAllIsDeleted();
    void saysWhyThereIsNothing();
    void times();

private:
    void record(const QString &sql, const QString &error = {});
    template<typename Widget>
    Widget *find(const QString &name)
    {
        return m_panel->findChild<Widget *>(name);
    }
    int rows() { return m_panel->model().rowCount(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<models::ConnectionsModel> m_connections;
    std::unique_ptr<models::QueryHistory> m_history;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<HistoryPanel> m_panel;
};

void TestHistoryPanel::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_workspace = std::make_unique<workspace::Workspace>(m_folder->filePath(u"workspace.sqlite"_s));
    m_connections = std::make_unique<models::ConnectionsModel>();
    m_history = std::make_unique<models::QueryHistory>();
    m_history->setStore(m_workspace->history());
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
    m_panel = std::make_unique<HistoryPanel>(*m_history, *m_connections, *m_theme);
    m_panel->setPlace(u"1"_s, u"shop"_s);
    m_panel->resize(700, 500);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
}

void TestHistoryPanel::cleanup()
{
    m_panel.reset();
    m_theme.reset();
    m_history.reset();
    m_workspace.reset();
}

void TestHistoryPanel::record(const QString &sql, const QString &error)
{
    m_history->record({.connection = u"1"_s,
                       .database = u"shop"_s,
                       .at = QDateTime::currentDateTime(),
                       .sql = sql,
                       .milliseconds = 12,
                       .rows = error.isEmpty() ? 3 : -1,
                       .error = error});
}

void TestHistoryPanel::showsTheWholeStatement()
{
    record(u"select *\nfrom orders"_s);
    QTRY_COMPARE(find<QPlainTextEdit>(u"historySql"_s)->toPlainText(), u"select *\nfrom orders"_s);
    const auto note = HistoryDelegate::note(m_panel->model().index(0));
    QVERIFY2(note.contains(u"12 ms") && note.contains(u"3 row"), qPrintable(note));
    QVERIFY(find<QLabel>(u"historyNote"_s)->isHidden());
    record(u"select 1/0"_s, u"division by zero"_s);
    QTRY_COMPARE(rows(), 2);
    // What one looks at stays.
    QCOMPARE(find<QPlainTextEdit>(u"historySql"_s)->toPlainText(), u"select *\nfrom orders"_s);
    find<QListView>(u"historyList"_s)->setCurrentIndex(m_panel->model().index(0));
    QCOMPARE(find<QLabel>(u"historyNote"_s)->text(), u"division by zero"_s);
    QVERIFY(!find<QLabel>(u"historyNote"_s)->isHidden());
}

void TestHistoryPanel::worksByKeys()
{
    record(u"select 1"_s);
    record(u"select 2"_s);
    QTRY_COMPARE(rows(), 2);
    m_panel->focusSearch();
    auto *list = find<QListView>(u"historyList"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QVERIFY(list->hasFocus());
    QTest::keyClick(list, Qt::Key_Down);

    QSignalSpy opened(m_panel.get(), &HistoryPanel::openRequested);
    QSignalSpy inserted(m_panel.get(), &HistoryPanel::insertRequested);
    QSignalSpy ran(m_panel.get(), &HistoryPanel::runRequested);
    QSignalSpy closed(m_panel.get(), &HistoryPanel::closeRequested);
    const auto first = list->currentIndex().data().toString();
    QTest::keyClick(list, Qt::Key_Return);
    QTest::keyClick(list, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClick(list, Qt::Key_Return, Qt::ControlModifier);
    for (auto *spy : {&opened, &inserted, &ran}) {
        QCOMPARE(spy->count(), 1);
        QCOMPARE(spy->front().front().toString(), first);
    }
    QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), first);
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(rows(), 1);
    QTest::keyClick(list, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(rows(), 2);
    QTest::keyClick(list, Qt::Key_Escape);
    QCOMPARE(closed.count(), 1);
    QSignalSpy saved(m_panel.get(), &HistoryPanel::saveRequested);
    find<QPushButton>(u"historySave"_s)->click();
    QCOMPARE(saved.count(), 1);
}

void TestHistoryPanel::typingSearches()
{
    record(u"select 1"_s);
    record(u"update orders set x = 1"_s);
    QTRY_COMPARE(rows(), 2);
    auto *list = find<QListView>(u"historyList"_s);
    list->setFocus();
    QTest::keyClicks(list, u"o"_s);
    auto *search = find<QLineEdit>(u"historySearch"_s);
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, u"RDERS"_s);
    QTRY_COMPARE(rows(), 1);
    QTRY_COMPARE(find<QPlainTextEdit>(u"historySql"_s)->toPlainText(), u"update orders set x = 1"_s);
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(search->text().isEmpty());
    QTRY_COMPARE(rows(), 2);
}

void TestHistoryPanel::narrows()
{
    record(u"select 1"_s);
    record(u"select 1/0"_s, u"division by zero"_s);
    m_history->record({.connection = u"2"_s, .database = u"other"_s, .sql = u"select 3"_s});
    QTRY_COMPARE(rows(), 2);
    find<QCheckBox>(u"historyErrors"_s)->click();
    QTRY_COMPARE(rows(), 1);
    find<QCheckBox>(u"historyErrors"_s)->click();
    find<QComboBox>(u"historyScope"_s)->setCurrentIndex(1);
    QTRY_COMPARE(rows(), 3);
}

void TestHistoryPanel::whatIsNotWholeIsNotRunAgain()
{
    record(u"alter role ann password 'geheim'"_s);
    QTRY_COMPARE(rows(), 1);
    QVERIFY(!find<QPushButton>(u"historyRun"_s)->isEnabled());
    QVERIFY(find<QPushButton>(u"historyOpen"_s)->isEnabled());
    QVERIFY(!find<QLabel>(u"historyNote"_s)->text().isEmpty());
    QSignalSpy ran(m_panel.get(), &HistoryPanel::runRequested);
    QTest::keyClick(find<QListView>(u"historyList"_s), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(ran.count(), 0);
}

void TestHistoryPanel::asksBeforeAllIsDeleted()
{
    record(u"select 1"_s);
    m_history->record({.connection = u"2"_s, .database = u"other"_s, .sql = u"select 3"_s});
    QTRY_COMPARE(rows(), 1);
    find<QWidget>(u"historyClear"_s)->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(find<QWidget>(u"historyClearStrip"_s)->isVisible());
    QVERIFY(find<QPushButton>(u"historyClearNo"_s)->hasFocus());
    find<QPushButton>(u"historyClearNo"_s)->click();
    QVERIFY(find<QWidget>(u"historyClearStrip"_s)->isHidden());
    QCOMPARE(rows(), 1);
    QTest::keyClick(find<QWidget>(u"historyClear"_s), Qt::Key_Space);
    find<QPushButton>(u"historyClearYes"_s)->click();
    QTRY_COMPARE(rows(), 0);
    find<QComboBox>(u"historyScope"_s)->setCurrentIndex(1);
    QTRY_COMPARE(rows(), 1);
}

void TestHistoryPanel::saysWhyThereIsNothing()
{
    auto *empty = find<QLabel>(u"historyEmpty"_s);
    QTRY_VERIFY(empty->isVisible());
    const auto never = empty->text();
    find<QLineEdit>(u"historySearch"_s)->setText(u"zzz"_s);
    QTRY_VERIFY(empty->text().contains(u"zzz"));
    m_history->setStore(std::nullopt);
    find<QLineEdit>(u"historySearch"_s)->clear();
    QTRY_VERIFY(empty->text() != never && !empty->text().contains(u"zzz"));
}

void TestHistoryPanel::times()
{
    const QDateTime time({2026, 3, 4}, {9, 5});
    QCOMPARE(shortTime(time, {2026, 3, 4}), u"9:05 AM"_s);
    QCOMPARE(shortTime(time, {2026, 12, 4}), u"4 Mar 9:05 AM"_s);
    QCOMPARE(shortTime(time, {2027, 1, 1}), u"4 Mar 2026 9:05 AM"_s);
}

QTEST_MAIN(TestHistoryPanel)
#include "tst_historypanel.moc"
