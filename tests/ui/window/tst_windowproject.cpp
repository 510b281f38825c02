#include "core/pg/connection.h"
#include "models/cellrole.h"
#include "models/diagram/diagrammodel.h"
#include "models/editedrowmodel.h"
#include "models/rowwindowmodel.h"
#include "models/stagedchanges.h"
#include "models/studio.h"
#include "tests/models/connectionto.h"
#include "tests/models/project/projectfolder.h"
#include "tests/support/testserver.h"
#include "ui/commands/commands.h"
#include "ui/diagram/diagramview.h"
#include "ui/grid/grid.h"
#include "ui/table/tablerelations.h"
#include "ui/table/tableview.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"
#include "ui/window/tabarea.h"
#include "ui/window/windowproject.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace squall;
using namespace squall::ui;
using namespace Qt::StringLiterals;
using models::OpenDatabase;
using State = models::ProjectModel::State;

namespace {

constexpr int patience = 60'000;

const QByteArray config = "export default { dialect: 'postgresql', schema: './schema.ts',\n"
                          "    dbCredentials: { url: process.env.DATABASE_URL } };\n";
const QByteArray schema = "import { integer, pgTable } from 'drizzle-orm/pg-core';\n"
                          "export const users = pgTable('users', { id: integer().primaryKey() });\n";

const QByteArray related =
    "import { relations } from 'drizzle-orm';\n"
    "import { integer, pgTable } from 'drizzle-orm/pg-core';\n"
    "export const users = pgTable('users', { id: integer().primaryKey() });\n"
    "export const posts = pgTable('posts', {\n"
    "    id: integer().primaryKey(), authorId: integer('author_id'), editorId: integer('editor_id') });\n"
    "\n"
    "export const postsRelations = relations(posts, ({ one }) => ({\n"
    "    author: one(users, { fields: [posts.authorId], references: [users.id] }),\n"
    "    editor: one(users, { fields: [posts.editorId], references: [users.id] }),\n"
    "}));\n";

} // namespace

class TestWindowProject : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void opensByTheDialog();
    void opensByDropping();
    void comesBackFromTheStartPage();
    void switchesEnvironments();
    void asksBeforeChangesStayBehind();
    void saysFaults();
    void saysWhatIsNoProject();
    void closes();
    void relationsLeadOn();
    void relationsAreDrawn();

private:
    void openProject();
    bool isOpenOn(const pg::ConnectionOptions &database) const;
    QAction *environment(const QString &name) const;
    template<typename T>
    T *find(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }

    pg::ConnectionOptions m_first;
    pg::ConnectionOptions m_second;
    std::unique_ptr<QTemporaryDir> m_state;
    std::unique_ptr<test::ProjectFolder> m_folder;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<models::Studio> m_studio;
    std::unique_ptr<MainWindow> m_window;
};

void TestWindowProject::initTestCase()
{
    qunsetenv("DATABASE_URL");
    m_first = test::TestServer::of().createDatabase();
    m_second = test::TestServer::of().createDatabase();
    QVERIFY(pg::Connection(m_first).runScript(
        u"create table users (id integer primary key, name text);"
        u"create table posts (id integer primary key, author_id integer, editor_id integer references users);"
        u"insert into users values (7, 'Ada'); insert into posts values (1, 7, 7); analyze"_s));
}

void TestWindowProject::init()
{
    const auto line = [](const pg::ConnectionOptions &database) {
        return "DATABASE_URL=" + test::connectionTo(database).url().toUtf8() + '\n';
    };
    m_state = std::make_unique<QTemporaryDir>();
    m_folder = std::make_unique<test::ProjectFolder>();
    m_folder->write(u"drizzle.config.ts"_s, config);
    m_folder->write(u"schema.ts"_s, schema);
    m_folder->write(u".env"_s, line(m_first));
    m_folder->write(u".env.production"_s, line(m_second));
    m_theme = std::make_unique<Theme>(*qApp, Theme::Choice::Light);
    m_studio = std::make_unique<models::Studio>();
    m_studio->project().model().setEvaluator(
        {.program = QStringLiteral(SQUALL_EVALUATE), .milliseconds = patience});
    m_window = std::make_unique<MainWindow>(*m_studio, *m_theme);
    m_window->show();
    m_studio->openWorkspace(m_state->filePath(u"workspace.sqlite"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_studio->isLoaded(), patience);
}

void TestWindowProject::cleanup()
{
    m_window.reset();
    m_studio.reset();
}

bool TestWindowProject::isOpenOn(const pg::ConnectionOptions &database) const
{
    auto *open = m_studio->database();
    return open && open->state() == OpenDatabase::State::Open &&
           open->databaseName().toUtf8() == database.value("dbname");
}

void TestWindowProject::openProject()
{
    m_studio->project().open(m_folder->path());
    QTRY_VERIFY_WITH_TIMEOUT(isOpenOn(m_first), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_studio->project().model().state(), State::Read, patience);
}

/// As the menu has it once it is open.
QAction *TestWindowProject::environment(const QString &name) const
{
    auto *menu = find<QMenu>(u"projectMenu"_s);
    menu->popup({});
    for (auto *action : menu->actions()) {
        if (action->text() == name)
            return action;
    }
    return nullptr;
}

void TestWindowProject::opensByTheDialog()
{
    QTest::mouseClick(find<QPushButton>(u"startProject"_s), Qt::LeftButton);
    auto *dialog = find<QFileDialog>(u"projectFolder"_s);
    QVERIFY(dialog);
    emit dialog->fileSelected(m_folder->path());
    dialog->close();
    QTRY_VERIFY_WITH_TIMEOUT(isOpenOn(m_first), patience);
    auto *button = find<QToolButton>(u"projectButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(button->isVisible(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(button->text(), u".env"_s, patience);
    QVERIFY(button->accessibleName().contains(u".env"));
}

void TestWindowProject::opensByDropping()
{
    QMimeData carried;
    carried.setUrls({QUrl::fromLocalFile(m_folder->path())});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &carried, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({10, 10}, Qt::CopyAction, &carried, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_window.get(), &drop);
    QTRY_VERIFY_WITH_TIMEOUT(isOpenOn(m_first), patience);

    QMimeData other;
    other.setUrls({QUrl::fromLocalFile(m_folder->pathOf(u"schema.ts"_s))});
    QDragEnterEvent file({10, 10}, Qt::CopyAction, &other, Qt::LeftButton, {});
    file.ignore();
    QCoreApplication::sendEvent(m_window.get(), &file);
    QVERIFY(!file.isAccepted());
}

void TestWindowProject::comesBackFromTheStartPage()
{
    openProject();
    m_studio->closeDatabase();
    auto *list = find<QListView>(u"startProjects"_s);
    QTRY_VERIFY_WITH_TIMEOUT(list->isVisible(), patience);
    QCOMPARE(list->model()->rowCount(), 1);
    QCOMPARE(list->model()->index(0, 0).data().toString(), u"shop"_s);
    list->setCurrentIndex(list->model()->index(0, 0));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(isOpenOn(m_first), patience);
}

void TestWindowProject::switchesEnvironments()
{
    openProject();
    m_window->activateWindow();
    QVERIFY(environment(u".env"_s)->isChecked());
    auto *production = environment(u".env.production"_s);
    QVERIFY(production && !production->isChecked());
    production->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(isOpenOn(m_second), patience);
    QVERIFY(m_studio->database()->isWritingLocked());
    QTRY_COMPARE_WITH_TIMEOUT(find<QToolButton>(u"projectButton"_s)->text(), u".env.production"_s, patience);
}

void TestWindowProject::asksBeforeChangesStayBehind()
{
    openProject();
    auto &changes = m_studio->database()->changes();
    const ObjectId users{Kind::Table, u"public"_s, u"users"_s};
    auto edits = changes.edits(users);
    edits.insert({{u"id"_s, edit::NewValue::of("1")}});
    changes.stage(edits, u"a row"_s);
    QVERIFY(changes.changeCount() > 0);
    environment(u".env.production"_s)->trigger();
    auto *strip = find<QWidget>(u"projectStrip"_s);
    QVERIFY(strip->isVisible());
    QTest::mouseClick(find<QPushButton>(u"environmentStay"_s), Qt::LeftButton);
    QVERIFY(!strip->isVisible());
    QVERIFY(isOpenOn(m_first));

    environment(u".env.production"_s)->trigger();
    QTest::mouseClick(find<QPushButton>(u"environmentGo"_s), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(isOpenOn(m_second), patience);
    m_studio->project().setEnvironment(u".env"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isOpenOn(m_first), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_studio->database()->changes().changeCount() > 0, patience);
}

void TestWindowProject::saysFaults()
{
    m_folder->write(u"schema.ts"_s, schema + "export const broken = users.nothing.here;\n");
    m_studio->project().open(m_folder->path());
    auto *strip = find<QWidget>(u"projectStrip"_s);
    QTRY_VERIFY_WITH_TIMEOUT(strip->isVisible(), patience);
    const auto text = find<QLabel>(u"projectStripText"_s)->text();
    QVERIFY2(text.startsWith(u"schema.ts:3:"), qPrintable(text));
    auto *button = find<QToolButton>(u"projectButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(button->text().startsWith(u"schema.ts:3:"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(isOpenOn(m_first), patience);

    m_folder->write(u"schema.ts"_s, schema);
    QTRY_VERIFY_WITH_TIMEOUT(!strip->isVisible(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(button->text(), u".env"_s, patience);
}

void TestWindowProject::saysWhatIsNoProject()
{
    const test::ProjectFolder empty;
    m_studio->project().open(empty.path());
    auto *error = find<QLabel>(u"startError"_s);
    QTRY_VERIFY_WITH_TIMEOUT(error->isVisible(), patience);
    QVERIFY2(error->text().contains(u"drizzle.config.ts"), qPrintable(error->text()));
}

void TestWindowProject::closes()
{
    QVERIFY(!m_window->commands().action(u"project.close"_s)->isEnabled());
    openProject();
    m_window->commands().run(u"project.close"_s);
    QVERIFY(!find<QToolButton>(u"projectButton"_s)->isVisible());
    QVERIFY(isOpenOn(m_first));
    QVERIFY(!m_window->commands().action(u"project.environment"_s)->isEnabled());
}

void TestWindowProject::relationsLeadOn()
{
    m_folder->write(u"schema.ts"_s, related);
    openProject();
    m_window->openObject({Kind::Table, u"public"_s, u"posts"_s});
    auto *posts = qobject_cast<TableView *>(m_window->tabs().currentPage());
    QTRY_COMPARE_WITH_TIMEOUT(posts->rows().state(), models::RowWindowModel::State::Ready, patience);
    const auto leadsTo = [&](int column) {
        return posts->editedRows().headerData(column, Qt::Horizontal, models::ReferenceRole).toString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(leadsTo(1), u"users"_s, patience);
    // The label of the row it leads to, as beside foreign keys.
    QTRY_COMPARE_WITH_TIMEOUT(posts->editedRows().index(0, 1).data(models::LabelRole).toString(), u"Ada"_s,
                              patience);
    posts->grid().setCurrentCell({0, 1});
    QTest::keyClick(&posts->grid(), Qt::Key_F4);
    auto *users = qobject_cast<TableView *>(m_window->tabs().currentPage());
    QCOMPARE(users->id().name, u"users"_s);
    // By the foreign key once, and once by what the project declares.
    const auto pointing = m_studio->database()->relations()->to(users->id());
    QCOMPARE(pointing.size(), size_t(2));
    QVERIFY(users->relations()->unavailable().isEmpty());

    m_window->commands().run(u"project.close"_s);
    QTRY_COMPARE_WITH_TIMEOUT(leadsTo(1), QString(), patience);
}

void TestWindowProject::relationsAreDrawn()
{
    m_folder->write(u"schema.ts"_s, related);
    openProject();
    m_window->commands().run(u"diagram.show"_s);
    auto *diagram = qobject_cast<DiagramView *>(m_window->tabs().currentPage());
    QVERIFY(diagram);
    const auto declared = [&] {
        QStringList sources;
        for (const auto &line : diagram->model().picture()->content->lines) {
            if (line.declared)
                sources << line.source;
        }
        return sources;
    };
    QTRY_COMPARE_WITH_TIMEOUT(declared(), QStringList{u"schema.ts:7"_s}, patience);
    // It is the project's: what somebody declares and keeps is another thing.
    QVERIFY(diagram->model().relations().empty());
    m_folder->write(u"schema.ts"_s, schema);
    QTRY_COMPARE_WITH_TIMEOUT(declared(), QStringList(), patience);
}

QTEST_MAIN(TestWindowProject)
#include "tst_windowproject.moc"
