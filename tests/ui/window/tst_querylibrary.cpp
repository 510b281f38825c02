#include "models/studio.h"
#include "tests/support/testserver.h"
#include "ui/chart/chartview.h"
#include "ui/commands/commands.h"
#include "ui/editor/sqleditor.h"
#include "ui/navigator/navigatorpanel.h"
#include "ui/query/historypanel.h"
#include "ui/query/querylibrary.h"
#include "ui/query/savedquerydialog.h"
#include "ui/results/resultspane.h"
#include "ui/sql/sqlpage.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"
#include "ui/window/tabarea.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;

/// Saved queries and the history, as one has them in the window.
class TestQueryLibrary : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void savesUnderAName();
    void isFoundInPaletteAndNavigator();
    void menusChangeAndUndo();
    void comesBackOnTheNextStart();
    void theHistoryIsATab();
    void whatIsChangedIsSavedAgain();
    void worksInSqlTabs();

private:
    void makeWindow();
    SavedQueryDialog *askedFor(const QString &sql);
    QMenu *menuOf(const QString &query, const QString &folder);
    static QAction *entry(const QMenu *menu, const QString &text);
    QString keep(const QString &name, const QString &folder = {});
    models::SavedQueries &queries() { return m_studio->savedQueries(); }

    pg::ConnectionOptions m_database;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<models::Studio> m_studio;
    std::unique_ptr<MainWindow> m_window;
};

void TestQueryLibrary::initTestCase()
{
    m_database = test::TestServer::of().createDatabase();
}

void TestQueryLibrary::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
    makeWindow();
}

void TestQueryLibrary::makeWindow()
{
    cleanup();
    m_studio = std::make_unique<models::Studio>();
    m_window = std::make_unique<MainWindow>(*m_studio, *m_theme);
    m_window->show();
    m_studio->openWorkspace(m_folder->filePath(u"workspace.sqlite"_s));
    m_studio->openDatabase(models::formFromSaved({.keywords = m_database.keywords}));
    QTRY_VERIFY_WITH_TIMEOUT(
        m_studio->database() && m_studio->database()->state() == models::OpenDatabase::State::Open, 60'000);
}

void TestQueryLibrary::cleanup()
{
    m_window.reset();
    m_studio.reset();
}

SavedQueryDialog *TestQueryLibrary::askedFor(const QString &sql)
{
    m_window->library().save(sql);
    return m_window->findChild<SavedQueryDialog *>();
}

QMenu *TestQueryLibrary::menuOf(const QString &query, const QString &folder)
{
    m_window->library().popUpMenu(query, folder, m_window->mapToGlobal(QPoint(50, 50)));
    return m_window->findChild<QMenu *>(u"savedQueryMenu"_s);
}

QAction *TestQueryLibrary::entry(const QMenu *menu, const QString &text)
{
    for (auto *action : menu->actions()) {
        if (action->text().startsWith(text))
            return action;
        if (action->menu()) {
            if (auto *inner = entry(action->menu(), text))
                return inner;
        }
    }
    return nullptr;
}

QString TestQueryLibrary::keep(const QString &name, const QString &folder)
{
    return queries().save({.folder = folder, .name = name, .text = u"select '%1'"_s.arg(name)});
}

void TestQueryLibrary::savesUnderAName()
{
    QPointer<SavedQueryDialog> dialog = askedFor(u"select 1"_s);
    QVERIFY(dialog);
    auto *error = dialog->findChild<QLabel *>(u"savedQueryError"_s);
    auto *save = dialog->findChild<QPushButton *>(u"savedQuerySave"_s);
    save->click();
    QVERIFY(!error->isHidden() && dialog->isVisible());
    auto *name = dialog->findChild<QLineEdit *>(u"savedQueryName"_s);
    QTest::keyClicks(name, u"Everything"_s);
    QVERIFY(error->isHidden());
    dialog->findChild<QComboBox *>(u"savedQueryFolder"_s)->setCurrentText(u"reports / weekly"_s);
    dialog->findChild<QLineEdit *>(u"savedQueryAbbreviation"_s)->setText(u"all"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(!dialog);
    QCOMPARE(queries().shown().size(), size_t(1));
    const auto saved = queries().shown().front();
    QCOMPARE(saved.folder, u"reports/weekly"_s);
    QCOMPARE(saved.connection, m_studio->connectionId());
    QCOMPARE(saved.text, u"select 1"_s);
    QCOMPARE(queries().snippets().size(), size_t(1));

    m_window->library().edit(saved.id);
    dialog = m_window->findChild<SavedQueryDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QLineEdit *>(u"savedQueryName"_s)->text(), u"Everything"_s);
    dialog->findChild<QCheckBox *>(u"savedQueryForAll"_s)->click();
    dialog->findChild<QPushButton *>(u"savedQuerySave"_s)->click();
    QCOMPARE(queries().shown().front().connection, QString());
    QCOMPARE(queries().shown().front().folder, u"reports/weekly"_s);
}

void TestQueryLibrary::isFoundInPaletteAndNavigator()
{
    const auto id = keep(u"Overdue"_s, u"reports"_s);
    QSignalSpy opened(&m_window->library(), &QueryLibrary::openRequested);
    m_window->commands().run(u"query.open"_s);
    auto *field = m_window->findChild<QLineEdit *>(u"paletteField"_s);
    QCOMPARE(field->text(), u"@"_s);
    QTest::keyClicks(field, u"over"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened[0], QVariantList({u"Overdue"_s, u"select 'Overdue'"_s, id}));

    auto *filter = m_window->findChild<QLineEdit *>(u"navigatorFilter"_s);
    m_window->navigator().focusFilter();
    QTest::keyClicks(filter, u"overd"_s);
    QTest::keyClick(filter, Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(opened.count(), 2);
    QCOMPARE(opened[1][2].toString(), id);
    // It was open already.
    QCOMPARE(m_window->tabs().count(), 1);
}

void TestQueryLibrary::menusChangeAndUndo()
{
    const auto id = keep(u"A"_s, u"f"_s);
    keep(u"B"_s, u"g"_s);
    QSignalSpy inserted(&m_window->library(), &QueryLibrary::insertRequested);
    QPointer<QMenu> menu = menuOf(id, u"f"_s);
    QVERIFY(menu);
    entry(menu, u"Insert"_s)->trigger();
    QCOMPARE(inserted.count(), 1);
    entry(menu, u"g"_s)->trigger();
    QCOMPARE(queries().find(id)->folder, u"g"_s);
    entry(menu, u"Delete"_s)->trigger();
    QVERIFY(!queries().find(id));
    menu->close();
    QTRY_VERIFY(!menu);

    QCOMPARE(m_window->library().cannotUndo(), QString());
    m_window->commands().run(u"query.undo"_s);
    QCOMPARE(queries().find(id)->folder, u"g"_s);

    menu = menuOf({}, u"g"_s);
    entry(menu, u"Rename"_s)->trigger();
    auto *asked = m_window->findChild<QInputDialog *>(u"folderDialog"_s);
    QVERIFY(asked);
    QCOMPARE(asked->textValue(), u"g"_s);
    asked->setTextValue(u"h"_s);
    asked->accept();
    QCOMPARE(queries().find(id)->folder, u"h"_s);
    menu->close();
    QTRY_VERIFY(!menu);
    menu = menuOf({}, u"h"_s);
    entry(menu, u"Delete the folder"_s)->trigger();
    QVERIFY(queries().shown().empty());
    menu->close();
    QTRY_VERIFY(!menu);
    menu = menuOf({}, {});
    entry(menu, u"Undo"_s)->trigger();
    QCOMPARE(queries().shown().size(), size_t(2));
    menu->close();
}

void TestQueryLibrary::comesBackOnTheNextStart()
{
    keep(u"A"_s, u"f"_s);
    const auto own =
        queries().save({.connection = m_studio->connectionId(), .name = u"Own"_s, .text = u"select 2"_s});
    queries().remove({keep(u"gone"_s)});
    makeWindow();
    QTRY_COMPARE(queries().shown().size(), size_t(2));
    QCOMPARE(queries().find(own)->text, u"select 2"_s);
    QVERIFY(!queries().canUndo());
    m_studio->closeDatabase();
    QCOMPARE(queries().shown().size(), size_t(1));
}

void TestQueryLibrary::theHistoryIsATab()
{
    m_studio->history().record({.connection = m_studio->connectionId(),
                                .database = m_studio->database()->databaseName(),
                                .at = QDateTime::currentDateTime(),
                                .sql = u"select 42"_s});
    m_window->commands().run(u"history.show"_s);
    auto *panel = qobject_cast<HistoryPanel *>(m_window->tabs().currentPage());
    QVERIFY(panel);
    QTRY_COMPARE(panel->model().rowCount(), 1);
    QVERIFY(QApplication::focusWidget() && panel->isAncestorOf(QApplication::focusWidget()));
    QSignalSpy opened(&m_window->library(), &QueryLibrary::openRequested);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened[0][1].toString(), u"select 42"_s);
    // Once more is the same tab.
    m_window->commands().run(u"history.show"_s);
    QCOMPARE(m_window->tabs().currentPage(), panel);
    QCOMPARE(m_window->tabs().count(), 2);
}

void TestQueryLibrary::whatIsChangedIsSavedAgain()
{
    const auto id = keep(u"A"_s, u"f"_s);
    m_window->library().save(u"select 3"_s, u"A"_s);
    auto *dialog = m_window->findChild<SavedQueryDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QComboBox *>(u"savedQueryFolder"_s)->currentText(), u"f"_s);
    dialog->findChild<QPushButton *>(u"savedQuerySave"_s)->click();
    QCOMPARE(queries().find(id)->text, u"select 3"_s);
    QCOMPARE(queries().shown().size(), size_t(1));
}

void TestQueryLibrary::worksInSqlTabs()
{
    const auto page = [this] { return qobject_cast<SqlPage *>(m_window->tabs().currentPage()); };
    const auto id = keep(u"Twenty"_s);
    m_window->library().open(id);
    QVERIFY(page());
    QCOMPARE(page()->editor().script(), u"select 'Twenty'"_s);
    QCOMPARE(m_window->tabs().currentContent()->title, u"Twenty"_s);
    page()->run(SqlCommand::Run);
    QTRY_VERIFY_WITH_TIMEOUT(!page()->runner().isBusy() && page()->results().currentResult(), 60'000);

    auto *chart = page()->findChild<QToolButton *>(u"resultChart"_s);
    QVERIFY(chart->isVisible());
    chart->click();
    QVERIFY(!chart->isVisible());
    QTRY_VERIFY(page()->findChild<ChartView *>());

    page()->editor().setCaret(0);
    m_window->commands().run(u"history.show"_s);
    auto *history = qobject_cast<HistoryPanel *>(m_window->tabs().currentPage());
    QVERIFY(history);
    QTRY_COMPARE(history->model().rowCount(), 1);
    QCOMPARE(history->model().entry(0).rows, 1);
    emit history->insertRequested(u"-- here\n"_s);
    QVERIFY(page());
    QCOMPARE(page()->editor().script(), u"-- here\nselect 'Twenty'"_s);
    const int before = m_window->tabs().count();
    emit m_window->library().runRequested(u"select 21"_s);
    QCOMPARE(m_window->tabs().count(), before + 1);
    QTRY_VERIFY_WITH_TIMEOUT(!page()->runner().isBusy() && page()->results().currentResult(), 60'000);
    QTRY_COMPARE(history->model().rowCount(), 2);

    m_window->commands().run(u"query.save"_s);
    auto *dialog = m_window->findChild<SavedQueryDialog *>();
    QVERIFY(dialog);
    dialog->reject();
}

QTEST_MAIN(TestQueryLibrary)
#include "tst_querylibrary.moc"
