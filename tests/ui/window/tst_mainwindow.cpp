#include "core/pg/connection.h"
#include "models/rowwindowmodel.h"
#include "models/stagedchanges.h"
#include "models/studio.h"
#include "models/tablefilter.h"
#include "tests/support/pairedwatchdog.h"
#include "tests/support/testserver.h"
#include "ui/commands/commands.h"
#include "ui/commands/keybindings.h"
#include "ui/commands/keysdialog.h"
#include "ui/connection/connectiondialog.h"
#include "ui/grid/grid.h"
#include "ui/palette/palettepopup.h"
#include "ui/table/tableview.h"
#include "ui/theme/theme.h"
#include "ui/tour/stalledserver.h"
#include "ui/window/mainwindow.h"
#include "ui/window/tabarea.h"
#include "ui/window/tabbar.h"
#include "ui/window/windowframe.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

using namespace squall;
using namespace squall::ui;
using namespace Qt::Literals::StringLiterals;

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void startsWithoutAnything();
    void aBadUrlIsSaidInPlace();
    void aMissingDatabaseIsSaidInTheServersWords();
    void opensATableFromTheKeyboard();
    void clickPreviewsAndDoubleClickKeeps();
    void inspectorFollowsReferences();
    void whatIsOpenedByNameHasTheKeys();
    void everyCommandHasALineInThePalette();
    void everyKeyIsACommandsToo();
    void tablesHaveCommands();
    void aKeyStopsTheServer();
    void commandsTakeOtherKeys();
    void changesShowEverywhere();
    void cellsHaveCommands();
    void productionHasAFrame();
    void tabsComeBack();
    void theDialogTestsAndSaves();
    void theClassLeadsToItsDialog();
    void saysWhileItCommits();
    void theWindowIsKeptWithoutClosing();
    void everyControlHasAName();
    void aStalledServerStopsNothing();
    void fiveThousandTablesStopNothing();

private:
    void makeWindow();
    /// Everything one can use that says nothing of itself to a screen reader.
    QString namelessControls() const;
    void open(ConnectionClass connectionClass = ConnectionClass::Local);
    template<typename T>
    T *find(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }
    static models::ConnectionForm formOf(const pg::ConnectionOptions &options);

    pg::ConnectionOptions m_database;
    QTemporaryDir m_folder;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<models::Studio> m_studio;
    std::unique_ptr<MainWindow> m_window;
};

models::ConnectionForm TestMainWindow::formOf(const pg::ConnectionOptions &options)
{
    return models::formFromSaved({.keywords = options.keywords});
}

void TestMainWindow::initTestCase()
{
    m_database = test::TestServer::of().createDatabase();
    pg::Connection connection(m_database);
    const auto made =
        connection.runScript(u"create table users (id int primary key, name text);"
                             u"create table posts (id int primary key, author int references users);"
                             u"insert into users values (1, 'Mara'), (2, 'Jon');"
                             u"create type mood as enum ('calm', 'wild'); analyze"_s);
    QVERIFY(made.ok());
}

void TestMainWindow::init()
{
    QFile::remove(m_folder.filePath(u"workspace.sqlite"_s));
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
    makeWindow();
}

void TestMainWindow::makeWindow()
{
    m_window.reset();
    m_studio = std::make_unique<models::Studio>();
    m_window = std::make_unique<MainWindow>(*m_studio, *m_theme);
    m_window->show();
    QSignalSpy loaded(m_studio.get(), &models::Studio::workspaceLoaded);
    m_studio->openWorkspace(m_folder.filePath(u"workspace.sqlite"_s));
    QVERIFY(loaded.wait());
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_studio.reset();
}

void TestMainWindow::open(ConnectionClass connectionClass)
{
    auto form = formOf(m_database);
    form.chosenClass = connectionClass;
    m_studio->openDatabase(form);
    QTRY_COMPARE(m_studio->database()->state(), models::OpenDatabase::State::Open);
}

void TestMainWindow::startsWithoutAnything()
{
    QVERIFY(find<QWidget>(u"startPage"_s)->isVisible());
    QVERIFY(!m_window->commands().action(u"database.reload"_s)->isEnabled());
    QCOMPARE(m_window->windowTitle(), u"Squall"_s);
}

void TestMainWindow::aBadUrlIsSaidInPlace()
{
    auto *url = find<QLineEdit>(u"startUrl"_s);
    QTest::keyClicks(url, u"postgresql://[nowhere"_s);
    QTest::keyClick(url, Qt::Key_Return);
    QVERIFY(find<QLabel>(u"startError"_s)->isVisible());
    QVERIFY(!find<QLabel>(u"startError"_s)->text().isEmpty());
}

void TestMainWindow::aMissingDatabaseIsSaidInTheServersWords()
{
    auto form = formOf(m_database);
    form.database = u"no_such"_s;
    m_studio->openDatabase(form);
    QTRY_COMPARE(m_studio->database()->state(), models::OpenDatabase::State::Failed);
    const auto words = find<QPlainTextEdit>(u"messageWords"_s)->toPlainText();
    QVERIFY2(words.contains(u"database \"no_such\" does not exist"), qPrintable(words));
    QVERIFY(find<QPushButton>(u"messagePrimary"_s)->isVisible());
}

void TestMainWindow::opensATableFromTheKeyboard()
{
    open();
    m_window->commands().run(u"open.anything"_s);
    auto *field = find<QLineEdit>(u"paletteField"_s);
    QVERIFY(field->isVisible());
    QTest::keyClicks(field, u"use"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!field->isVisible());
    auto *view = qobject_cast<TableView *>(m_window->tabs().currentPage());
    QVERIFY(view);
    QCOMPARE(view->id(), (ObjectId{Kind::Table, u"public"_s, u"users"_s}));
    QTRY_VERIFY(find<QLabel>(u"inspectorName"_s));
    QCOMPARE(find<QLabel>(u"inspectorName"_s)->text(), u"users"_s);
}

void TestMainWindow::clickPreviewsAndDoubleClickKeeps()
{
    open();
    auto *tree = find<QTreeView>(u"navigatorTree"_s);
    const auto at = [&](const QString &name) {
        const auto index = m_studio->tree().indexOf({Kind::Table, u"public"_s, name});
        tree->scrollTo(index);
        return tree->visualRect(index).center();
    };
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, at(u"posts"_s));
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, at(u"users"_s));
    QCOMPARE(m_window->tabs().count(), 1);
    QVERIFY(m_window->tabs().contents().empty());
    QTest::mouseDClick(tree->viewport(), Qt::LeftButton, {}, at(u"users"_s));
    QCOMPARE(m_window->tabs().contents().size(), size_t(1));
}

void TestMainWindow::inspectorFollowsReferences()
{
    open();
    m_window->openObject({Kind::Table, u"public"_s, u"posts"_s});
    QTRY_VERIFY(find<QLabel>(u"inspectorName"_s));
    const auto labels = find<QWidget>(u"inspectorContent"_s)->findChildren<QLabel *>();
    const auto link = std::find_if(labels.begin(), labels.end(),
                                   [](const QLabel *label) { return label->text() == u"→ users"; });
    QVERIFY(link != labels.end());
    QTest::mouseClick(*link, Qt::LeftButton);
    QTRY_COMPARE(find<QLabel>(u"inspectorName"_s)->text(), u"users"_s);
    QCOMPARE(m_window->tabs().count(), 2);
}

void TestMainWindow::whatIsOpenedByNameHasTheKeys()
{
    open();
    m_window->commands().run(u"open.anything"_s);
    auto *field = find<QLineEdit>(u"paletteField"_s);
    QTest::keyClicks(field, u"users"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(m_window->tabs().count(), 1);
    QTRY_VERIFY(m_window->tabs().currentPage()->isAncestorOf(QApplication::focusWidget()));
}

void TestMainWindow::everyCommandHasALineInThePalette()
{
    open();
    m_window->commands().run(u"open.commands"_s);
    auto *list = find<QListView>(u"paletteList"_s);
    QVERIFY(list->isVisible());
    QCOMPARE(static_cast<size_t>(list->model()->rowCount()), m_window->commands().list().size());
    auto *field = find<QLineEdit>(u"paletteField"_s);
    QTest::keyClicks(field, u"colours dark"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_theme->scheme(), Scheme::Dark);
}

/// Whatever answers keys can be found by name, and says its keys there.
void TestMainWindow::everyKeyIsACommandsToo()
{
    open();
    m_window->openObject({Kind::Table, u"public"_s, u"users"_s});
    QStringList listed;
    for (const auto &command : m_window->commands().list())
        listed += command.shortcut;
    QStringList unknown;
    for (const auto *action : m_window->findChildren<QAction *>()) {
        const auto keys = action->shortcut().toString(QKeySequence::NativeText);
        // Qt gives text fields actions of their own.
        const bool ofText =
            qobject_cast<QLineEdit *>(action->parent()) || action->parent()->inherits("QMenu");
        if (!keys.isEmpty() && !ofText && !listed.contains(keys))
            unknown += action->text() + u' ' + keys;
    }
    QCOMPARE(unknown.join(u", "_s), QString());
    QVERIFY(listed.contains(u"F5"_s));
    QVERIFY(listed.contains(u"Ctrl+Shift+C"_s));
}

void TestMainWindow::tablesHaveCommands()
{
    open();
    const auto command = [this](const QString &id) {
        const auto list = m_window->commands().list();
        return *std::find_if(list.begin(), list.end(), [&](const auto &each) { return each.id == id; });
    };
    QVERIFY(!command(u"table.reload"_s).enabled);
    m_window->commands().run(u"table.reload"_s);
    QCOMPARE(find<QLabel>(u"statusMessage"_s)->text(), u"No table is in front."_s);

    const ObjectId users{Kind::Table, u"public"_s, u"users"_s};
    m_window->openObject(users);
    auto *view = qobject_cast<TableView *>(m_window->tabs().currentPage());
    QTRY_COMPARE(view->rows().state(), models::RowWindowModel::State::Ready);
    m_window->commands().run(u"table.structure"_s);
    QCOMPARE(view->part(), TableView::Structure);
    QVERIFY(!command(u"cells.copyAs"_s).enabled);
    m_window->commands().run(u"table.ddl"_s);
    const auto *ddl = find<QPlainTextEdit>(u"tableDdl"_s);
    QTRY_VERIFY(ddl->toPlainText().contains(u"CREATE TABLE"_s, Qt::CaseInsensitive));
    m_window->commands().run(u"table.copyDdl"_s);
    QCOMPARE(QApplication::clipboard()->text(), ddl->toPlainText());
    m_window->commands().run(u"table.columns"_s);
    QCOMPARE(view->part(), TableView::Data);
    QVERIFY(find<QWidget>(u"columnsChooser"_s)->isVisible());
    find<QWidget>(u"columnsChooser"_s)->hide();

    QVERIFY(!command(u"table.unfilter"_s).enabled);
    view->filter()->apply({.where = u"id > 1"_s});
    QTRY_COMPARE(view->rows().rowCount(), 1);
    QVERIFY(command(u"table.unfilter"_s).enabled);
    m_window->commands().run(u"table.unfilter"_s);
    QTRY_COMPARE(view->rows().rowCount(), 2);
    pg::Connection other(m_database);
    QVERIFY(other.fetch({u"insert into users values (3, 'Ida')"_s}));
    m_window->commands().run(u"table.reload"_s);
    QTRY_COMPARE(view->rows().rowCount(), 3);
    QVERIFY(other.fetch({u"delete from users where id = 3"_s}));
}

void TestMainWindow::aKeyStopsTheServer()
{
    open();
    m_window->openObject({Kind::Table, u"public"_s, u"users"_s});
    auto *view = qobject_cast<TableView *>(m_window->tabs().currentPage());
    QTRY_COMPARE(view->rows().state(), models::RowWindowModel::State::Ready);
    pg::Connection other(m_database);
    QVERIFY(other.fetch({u"begin"_s}));
    QVERIFY(other.fetch({u"lock table users"_s}));
    auto *find = m_window->findChild<QLineEdit *>(u"quickFind"_s);
    find->setFocus();
    QTest::keyClicks(find, u"a"_s);
    QTest::keyClick(find, Qt::Key_Return);
    QVERIFY(view->filter()->isBusy());
    QTest::keyClick(find, Qt::Key_Period, Qt::ControlModifier);
    QVERIFY(!view->filter()->isBusy());
    QVERIFY(view->filter()->fault());
    QCOMPARE(find->text(), u"a"_s);
    QTest::keyClick(find, Qt::Key_Return);
    QVERIFY(view->filter()->isBusy());
    QTest::keyClick(find, Qt::Key_Escape);
    QVERIFY(!view->filter()->isBusy());
    view->filter()->apply({});
    m_window->commands().run(u"query.cancel"_s);
    QCOMPARE(this->find<QLabel>(u"statusMessage"_s)->text(), u"Nothing is under way here."_s);
    QVERIFY(other.fetch({u"rollback"_s}));
}

void TestMainWindow::commandsTakeOtherKeys()
{
    open();
    m_window->openObject({Kind::Table, u"public"_s, u"users"_s});
    auto *view = qobject_cast<TableView *>(m_window->tabs().currentPage());
    QTRY_COMPARE(view->rows().state(), models::RowWindowModel::State::Ready);
    m_window->commands().run(u"app.keys"_s);
    auto *dialog = find<KeysDialog>(u"keysDialog"_s);
    auto *list = dialog->findChild<QTreeView *>(u"keysList"_s);
    auto *typed = dialog->findChild<QKeySequenceEdit *>(u"keysTyped"_s);
    auto *word = dialog->findChild<QLabel *>(u"keysWord"_s);
    auto *take = dialog->findChild<QPushButton *>(u"keysTake"_s);
    const auto choose = [&](const QString &text) {
        dialog->findChild<QLineEdit *>(u"keysSearch"_s)->setText(text);
        QCOMPARE(list->model()->rowCount(), 1);
        list->setCurrentIndex(list->model()->index(0, 0));
    };
    choose(u"Add row"_s);
    typed->setKeySequence(QKeySequence(Qt::Key_A));
    QVERIFY(!take->isEnabled());
    QVERIFY(word->text().contains(u"typing"_s));
    typed->setKeySequence(QKeySequence(Qt::CTRL | Qt::Key_T, Qt::Key_X));
    QCOMPARE(typed->keySequence().count(), 1);
    typed->setKeySequence(QKeySequence(Qt::CTRL | Qt::Key_B));
    QVERIFY2(word->text().contains(u"navigator"_s), qPrintable(word->text()));
    take->click();
    QCOMPARE(m_window->commands().action(u"rows.add"_s)->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_B));
    QVERIFY(m_window->commands().action(u"view.navigator"_s)->shortcuts().isEmpty());

    // The grid answers the new key, and the old ones no more.
    auto *changes = &m_studio->database()->changes();
    view->grid().setFocus();
    view->grid().setCurrentCell({0, 0});
    QTest::keyClick(&view->grid(), Qt::Key_N, Qt::ControlModifier);
    QTest::keyClick(&view->grid(), Qt::Key_Insert);
    QCOMPARE(changes->changeCount(), 0);
    QTest::keyClick(&view->grid(), Qt::Key_B, Qt::ControlModifier);
    QCOMPARE(changes->changeCount(), 1);
    changes->clear(changes->relations());

    // Elsewhere and back, and after another start.
    const auto file = m_folder.filePath(u"keys.json"_s);
    dialog->exportTo(file);
    QTRY_VERIFY(word->text().contains(file));
    dialog->findChild<QPushButton *>(u"keysResetAll"_s)->click();
    QTest::keyClick(&view->grid(), Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(changes->changeCount(), 1);
    changes->clear(changes->relations());
    QVERIFY(!m_window->commands().action(u"view.navigator"_s)->shortcuts().isEmpty());
    dialog->importFrom(file);
    QTRY_COMPARE(m_window->commands().action(u"rows.add"_s)->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_B));
    QVERIFY(!m_window->keys().load("{}"));
    QVERIFY(m_window->keys().isChosen(u"rows.add"_s));
    dialog->close();
    QTRY_VERIFY(m_studio->setting({}, u"window/keys"_s).contains("rows.add"));
    m_window->keys().resetAll();
}

void TestMainWindow::changesShowEverywhere()
{
    open();
    const ObjectId users{Kind::Table, u"public"_s, u"users"_s};
    m_window->previewObject(users);
    auto *bar = find<TabBar>(u"tabBar"_s);
    auto *count = find<QLabel>(u"statusChanges"_s);
    QVERIFY(bar->isPreview(0));
    QVERIFY(!bar->isDirty(0));
    QVERIFY(!count->isVisible());
    auto edits = m_studio->database()->changes().edits(users);
    edits.insert({});
    m_studio->database()->changes().stage(edits, u"Add row"_s);
    QVERIFY(bar->isDirty(0));
    QVERIFY2(!bar->isPreview(0), "a tab with changes is no preview any more");
    QCOMPARE(count->text(), u"1 staged change"_s);
    QVERIFY(count->isVisible());

    m_window->tabs().closeCurrent();
    m_window->openObject(users);
    QVERIFY(bar->isDirty(0));
    auto *view = qobject_cast<TableView *>(m_window->tabs().currentPage());
    QCOMPARE(view->findChild<QPushButton *>(u"reviewChanges"_s)->text(), u"Review 1 change"_s);
    m_studio->database()->changes().clear({users});
    QVERIFY(!bar->isDirty(0));
    QVERIFY(!count->isVisible());
}

void TestMainWindow::cellsHaveCommands()
{
    open();
    const auto listed = [this](const QString &id) {
        const auto list = m_window->commands().list();
        return *std::find_if(list.begin(), list.end(), [&](const auto &each) { return each.id == id; });
    };
    QVERIFY(!listed(u"rows.add"_s).enabled);
    QVERIFY(!listed(u"rows.add"_s).reason.isEmpty());
    QCOMPARE(listed(u"rows.add"_s).shortcut, u"Ctrl+N"_s);
    m_window->openObject({Kind::Table, u"public"_s, u"users"_s});
    auto *view = qobject_cast<TableView *>(m_window->tabs().currentPage());
    QTRY_COMPARE(view->rows().state(), models::RowWindowModel::State::Ready);
    QVERIFY(listed(u"rows.add"_s).enabled);
    m_window->commands().run(u"rows.add"_s);
    QTRY_COMPARE(m_studio->database()->changes().changeCount(), 1);
    QVERIFY(listed(u"cells.undo"_s).enabled);
    // The keys belong to the grid: elsewhere they do what they do there.
    find<QWidget>(u"navigatorFilter"_s)->setFocus();
    QTest::keyClick(find<QWidget>(u"navigatorFilter"_s), Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(m_studio->database()->changes().changeCount(), 1);
}

void TestMainWindow::productionHasAFrame()
{
    open();
    QVERIFY(!m_window->findChild<WindowFrame *>()->isFramed());
    open(ConnectionClass::Production);
    QVERIFY(m_window->findChild<WindowFrame *>()->isFramed());
    QCOMPARE(find<QLabel>(u"statusTransaction"_s)->text(), u"read-only"_s);
    const auto edge = m_window->grab().toImage().pixelColor(1, m_window->height() / 2);
    QCOMPARE(edge, m_theme->color(Token::Removed));
}

void TestMainWindow::tabsComeBack()
{
    open();
    m_window->openObject({Kind::Table, u"public"_s, u"users"_s});
    m_window->openObject({Kind::Enum, u"public"_s, u"mood"_s});
    m_window->openObject({Kind::Table, u"public"_s, u"posts"_s});
    qobject_cast<TableView *>(m_window->tabs().currentPage())->showPart(TableView::Structure);
    m_window->close();
    makeWindow();
    open();
    QTRY_COMPARE(m_window->tabs().count(), 3);
    const auto *view = qobject_cast<TableView *>(m_window->tabs().currentPage());
    QVERIFY(view);
    QCOMPARE(view->id().name, u"posts"_s);
    QCOMPARE(view->part(), TableView::Structure);
}

void TestMainWindow::theDialogTestsAndSaves()
{
    auto *dialog = m_window->showConnections();
    auto form = formOf(m_database);
    form.database = u"no_such"_s;
    dialog->edit(form);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"connectionTest"_s), Qt::LeftButton);
    auto *outcome = dialog->findChild<QPlainTextEdit *>(u"connectionOutcome"_s);
    QTRY_VERIFY2(outcome->toPlainText().contains(u"does not exist"), qPrintable(outcome->toPlainText()));

    auto *database = dialog->findChild<QLineEdit *>(u"connectionDatabase"_s);
    database->selectAll();
    QTest::keyClicks(database, QString::fromUtf8(m_database.value("dbname")));
    QVERIFY(!outcome->isVisible());
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"connectionTest"_s), Qt::LeftButton);
    QTRY_VERIFY2(outcome->toPlainText().contains(u"PostgreSQL 15"), qPrintable(outcome->toPlainText()));

    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"connectionName"_s), u"my prod"_s);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"connectionOpen"_s), Qt::LeftButton);
    QCOMPARE(m_studio->connections().rowCount(), 1);
    QTRY_COMPARE(m_studio->database()->state(), models::OpenDatabase::State::Open);
    // By its name it is guessed to be production.
    QVERIFY(m_window->findChild<WindowFrame *>()->isFramed());
}

void TestMainWindow::theClassLeadsToItsDialog()
{
    open(ConnectionClass::Staging);
    auto *shown = find<QToolButton>(u"statusClass"_s);
    QVERIFY(shown->isVisible());
    QTest::mouseClick(shown, Qt::LeftButton);
    auto *dialog = find<ConnectionDialog>(u"connectionDialog"_s);
    QVERIFY(dialog->isVisible());
    auto *choice = dialog->findChild<QComboBox *>(u"connectionEnvironment"_s);
    QCOMPARE(choice->currentData().toInt(), static_cast<int>(ConnectionClass::Staging));
    QVERIFY(dialog->findChild<QListView *>(u"connectionList"_s)->currentIndex().isValid());

    choice->setCurrentIndex(choice->findData(static_cast<int>(ConnectionClass::Production)));
    emit choice->activated(choice->currentIndex());
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"connectionSave"_s), Qt::LeftButton);
    QVERIFY(m_window->findChild<WindowFrame *>()->isFramed());
    QCOMPARE(find<QLabel>(u"statusTransaction"_s)->text(), u"read-only"_s);
}

void TestMainWindow::saysWhileItCommits()
{
    open();
    const auto *state = find<QLabel>(u"statusTransaction"_s);
    QCOMPARE(state->text(), u"autocommit"_s);
    auto &changes = m_studio->database()->changes();
    edit::StagedEdits edits({Kind::Table, u"public"_s, u"users"_s});
    edits.insert({});
    changes.stage(edits, u"Add row"_s);
    changes.beginCommit({edits});
    QCOMPARE(state->text(), u"in transaction"_s);
    changes.endCommit(Error{.code = Error::Code::Server, .message = u"no"_s});
    QCOMPARE(state->text(), u"autocommit"_s);
}

/// As a process that is killed leaves it: only what was written down while it ran.
void TestMainWindow::theWindowIsKeptWithoutClosing()
{
    m_window->resize(1111, 777);
    m_window->setInspectorVisible(false);
    m_theme->setChoice(Theme::Choice::Dark);
    const auto setting = [this](const QString &name) { return m_studio->setting({}, name); };
    QTRY_COMPARE(setting(u"window/inspector"_s), QByteArray("hidden"));
    QTRY_COMPARE(setting(u"window/colours"_s).toInt(), static_cast<int>(Theme::Choice::Dark));
    QCOMPARE(setting(u"window/geometry"_s), m_window->saveGeometry());

    m_window.reset();
    m_theme->setChoice(Theme::Choice::Light);
    makeWindow();
    QVERIFY(!m_window->isInspectorVisible());
    QVERIFY(m_window->isNavigatorVisible());
    QCOMPARE(m_theme->choice(), Theme::Choice::Dark);
}

QString TestMainWindow::namelessControls() const
{
    QStringList nameless;
    for (const auto *widget : m_window->findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool control =
            qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QAbstractItemView *>(widget) ||
            qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget) ||
            qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget) ||
            button;
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        // Qt's own inner parts (a combo box's list, a clear button) are named by their owners.
        const bool inner =
            widget->objectName().startsWith(u"qt_") || widget->objectName().startsWith(u"_q_") ||
            widget->parent()->inherits("QComboBoxPrivateContainer") ||
            widget->parent()->inherits("QComboBox") || widget->parent()->inherits("QAbstractSpinBox") ||
            widget->parent()->inherits("QTabBar") || widget->inherits("QHeaderView") ||
            widget->inherits("QTableCornerButton") || widget->parent()->inherits("QLineEdit");
        if (control && !named && !inner)
            nameless += QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
    }
    return nameless.join(u", "_s);
}

void TestMainWindow::everyControlHasAName()
{
    open(ConnectionClass::Production);
    m_window->showConnections();
    m_window->commands().run(u"writing.unlock"_s);
    QVERIFY(find<QWidget>(u"unlockDialog"_s)->isVisible());
    const ObjectId users{Kind::Table, u"public"_s, u"users"_s};
    m_window->openObject(users);
    m_window->commands().run(u"table.columns"_s);
    QVERIFY(find<QWidget>(u"columnsChooser"_s)->isVisible());
    auto *view = qobject_cast<TableView *>(m_window->tabs().currentPage());
    models::RowFilter filter;
    filter.conditions.members = {
        models::FilterCondition{u"id"_s, models::FilterOperator::Between, {u"1"_s, u"2"_s}},
        models::FilterCondition{u"name"_s, models::FilterOperator::Contains, {u"a"_s}}};
    filter.where = u"id > 0"_s;
    view->filter()->apply(filter);
    edit::StagedEdits edits(users);
    edits.insert({});
    m_studio->database()->changes().stage(edits, u"Add row"_s);
    m_window->commands().run(u"changes.review"_s);
    QVERIFY(find<QWidget>(u"reviewPage"_s)->isVisible());
    QCOMPARE(namelessControls(), QString());
}

void TestMainWindow::aStalledServerStopsNothing()
{
    const StalledServer stalled;
    QVERIFY(stalled.isListening());
    test::PairedWatchdog watchdog;
    m_studio->openDatabase({.host = stalled.host(), .database = u"any"_s});
    QTest::qWait(400);
    QVERIFY(find<QPushButton>(u"messageCancel"_s)->isVisible());
    QTest::mouseClick(find<QPushButton>(u"messageCancel"_s), Qt::LeftButton);
    QCOMPARE(m_studio->database()->state(), models::OpenDatabase::State::Failed);
    m_studio->closeDatabase();
    QVERIFY(find<QWidget>(u"startPage"_s)->isVisible());
    QCOMPARE(watchdog.complaint(), QString());
}

void TestMainWindow::fiveThousandTablesStopNothing()
{
    const auto options = test::TestServer::of().createDatabase();
    pg::Connection connection(options);
    for (int part = 0; part < 10; ++part) {
        const auto made = connection.runScript(u"do $$ begin for i in %1..%2 loop execute format('create "
                                               u"table table_%s (id int primary key, name text)',"
                                               u" i); end loop; end $$"_s.arg(part * 500 + 1)
                                                   .arg(part * 500 + 500));
        QVERIFY(made.ok());
    }
    test::PairedWatchdog loading;
    m_studio->openDatabase(formOf(options));
    QTRY_COMPARE_WITH_TIMEOUT(m_studio->database()->state(), models::OpenDatabase::State::Open, 60'000);
    QTest::qWait(200);
    QCOMPARE(loading.complaint(), QString());
    QCOMPARE(m_studio->tree().rowCount(m_studio->tree().index(0, 0)), 5000);

    test::PairedWatchdog filtering;
    QTest::keyClicks(find<QLineEdit>(u"navigatorFilter"_s), u"table_47"_s);
    QTest::qWait(50);
    QCOMPARE(filtering.complaint(), QString());
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
