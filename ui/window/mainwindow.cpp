#include "ui/window/mainwindow.h"

#include "models/objectdetails.h"
#include "models/studio.h"
#include "ui/commands/commands.h"
#include "ui/commands/keybindings.h"
#include "ui/connection/connectiondialog.h"
#include "ui/connection/startpage.h"
#include "ui/diagram/diagramview.h"
#include "ui/inspector/sidepanel.h"
#include "ui/navigator/navigatorpanel.h"
#include "ui/palette/palettepopup.h"
#include "ui/query/historypanel.h"
#include "ui/query/querylibrary.h"
#include "ui/sql/sqlpage.h"
#include "ui/table/tableview.h"
#include "ui/theme/theme.h"
#include "ui/window/diagramtabs.h"
#include "ui/window/headerbar.h"
#include "ui/window/messagepage.h"
#include "ui/window/objectpages.h"
#include "ui/window/querytabs.h"
#include "ui/window/reviewtab.h"
#include "ui/window/sqltabs.h"
#include "ui/window/statusbar.h"
#include "ui/window/tabarea.h"
#include "ui/window/trail.h"
#include "ui/window/windowcommands.h"
#include "ui/window/windowframe.h"
#include "ui/window/windowproject.h"

#include <QCloseEvent>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::Literals::StringLiterals;

using models::OpenDatabase;

MainWindow::MainWindow(models::Studio &studio, Theme &theme, QWidget *parent)
    : QMainWindow(parent)
    , m_studio(studio)
    , m_theme(theme)
    , m_trail(new Trail(*this, studio))
    , m_library(new QueryLibrary(studio, theme, *this))
    , m_project(new WindowProject(*this, studio, theme))
    , m_commands(new Commands(*this))
    , m_keys(new KeyBindings(*m_commands, this))
    , m_frame(new WindowFrame(theme, this))
{
    setObjectName(u"mainWindow"_s);
    setMinimumSize(800, 500);
    resize(1440, 900);
    addWindowCommands(*this, *m_commands, m_studio, m_theme);
    build();
    connectParts();
    connectStudio();
    showDatabase();
}

MainWindow::~MainWindow()
{
    // What is being typed is staged when its page goes, which is after this.
    if (auto *database = m_studio.database())
        database->changes().disconnect(this);
}

void MainWindow::build()
{
    auto *layout = static_cast<QVBoxLayout *>(m_frame->layout());
    m_header = new HeaderBar(m_theme, makeWindowMenu(*m_commands, this), m_frame);
    m_body = new QStackedWidget(m_frame);
    m_status = new StatusBar(m_theme, m_frame);
    buildBody();
    m_project->build(*m_header, *m_start);
    layout->addWidget(m_header);
    layout->addWidget(m_project->strip());
    layout->addWidget(m_body, 1);
    layout->addWidget(m_status);
    setCentralWidget(m_frame);
    m_palette = new PalettePopup(m_studio.palette(), m_theme, this);
}

void MainWindow::buildBody()
{
    m_start = new StartPage(m_studio.connections(), m_theme, m_body);
    m_splitter = new QSplitter(m_body);
    m_splitter->setObjectName(u"mainSplitter"_s);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_navigator = new NavigatorPanel(m_studio.tree(), m_theme, m_splitter);
    m_navigator->setMinimumWidth(160);
    m_tabs = new TabArea(
        m_theme, [this](const TabContent &content, QWidget *page) { return makePage(content, page); },
        m_splitter);
    m_tabs->setMinimumWidth(320);
    m_tabs->setDirtyTest([this](const ObjectId &id) {
        return m_studio.database() && m_studio.database()->changes().changeCount(id) > 0;
    });
    m_message = new MessagePage(m_theme, m_tabs);
    m_tabs->setEmptyPage(m_message);
    m_inspector = new SidePanel(m_theme, m_splitter);
    m_inspector->setMinimumWidth(200);
    m_splitter->setStretchFactor(1, 1);
    m_body->addWidget(m_start);
    m_body->addWidget(m_splitter);
}

void MainWindow::connectParts()
{
    keepWindow();
    connect(m_header, &HeaderBar::openAnythingRequested, this, [this] { openPalette({}); });
    connect(m_header, &HeaderBar::placeClicked, this, &MainWindow::editConnection);
    connect(m_status, &StatusBar::classClicked, this, &MainWindow::editConnection);
    connect(m_palette, &PalettePopup::objectChosen, this, &MainWindow::openObject);
    connect(m_palette, &PalettePopup::commandChosen, m_commands, &Commands::run);
    connect(m_navigator, &NavigatorPanel::previewRequested, this, &MainWindow::previewObject);
    connect(m_navigator, &NavigatorPanel::openRequested, this, &MainWindow::openObject);
    connect(m_navigator, &NavigatorPanel::currentChanged, this, &MainWindow::inspect);
    connect(m_navigator, &NavigatorPanel::menuRequested, this, &MainWindow::popUpMenu);
    connect(m_palette, &PalettePopup::queryChosen, m_library, &QueryLibrary::open);
    connect(m_navigator, &NavigatorPanel::queryRequested, m_library, &QueryLibrary::open);
    connect(m_navigator, &NavigatorPanel::queryMenuRequested, m_library, &QueryLibrary::popUpMenu);
    connect(m_library, &QueryLibrary::notice, m_status, &StatusBar::setMessage);
    connect(m_inspector, &SidePanel::openRequested, this, &MainWindow::openObject);
    connect(m_inspector, &SidePanel::pointingRequested, m_trail, &Trail::showPointing);
    connect(m_tabs, &TabArea::currentChanged, this, &MainWindow::followTab);
    connect(m_tabs, &TabArea::tabsChanged, this, &MainWindow::saveTabs);
    keepSqlTabs(*this, m_studio);
    connectLibrary(*this, m_studio);
    connect(m_start, &StartPage::urlEntered, this, &MainWindow::openUrl);
    connect(m_start, &StartPage::newConnectionRequested, this, [this] { showConnections()->edit({}); });
    connect(m_start, &StartPage::connectionChosen, this, [this](const QString &id) {
        if (const auto form = m_studio.connections().form(id))
            m_studio.openDatabase(*form);
    });
    connect(m_start, &StartPage::editRequested, this, [this](const QString &id) {
        if (const auto form = m_studio.connections().form(id))
            showConnections()->edit(*form);
    });
}

void MainWindow::connectStudio()
{
    connect(&m_studio, &models::Studio::databaseChanged, this, &MainWindow::showDatabase);
    connect(&m_studio, &models::Studio::notice, m_status, &StatusBar::setMessage);
    connect(&m_studio, &models::Studio::workspaceLoaded, this, [this] {
        restoreWindow();
        restoreTabs();
    });
    connect(m_message, &MessagePage::retryRequested, this, [this] { m_commands->run(u"database.reload"_s); });
    connect(m_message, &MessagePage::cancelRequested, this, [this] { m_studio.database()->cancel(); });
    connect(m_message, &MessagePage::passwordEntered, this,
            [this](const QString &password) { m_studio.database()->openWithPassword(password); });
    connect(m_message, &MessagePage::editRequested, this, &MainWindow::editConnection);
}

void MainWindow::showDatabase()
{
    auto *database = m_studio.database();
    m_tabsRestored = false;
    m_tabs->closeAll();
    m_inspector->clear();
    m_inspected = {};
    m_body->setCurrentWidget(database ? static_cast<QWidget *>(m_splitter) : m_start);
    if (!database)
        m_start->setFocus();
    m_commands->enable(databaseCommands(), database != nullptr);
    m_status->setMessage({});
    if (database) {
        connect(database, &OpenDatabase::stateChanged, this, &MainWindow::showState);
        connect(database, &OpenDatabase::latencyChanged, this,
                [this, database] { m_status->setLatency(database->latency()); });
        connect(database, &OpenDatabase::writingChanged, this, &MainWindow::showStatus);
        connect(&database->changes(), &models::StagedChanges::changed, this, &MainWindow::showChanges);
        connect(&database->changes(), &models::StagedChanges::committingChanged, this,
                &MainWindow::showStatus);
        connect(database, &OpenDatabase::snapshotChanged, this, [this] {
            inspect(m_inspected);
            followTab();
        });
        connect(database, &OpenDatabase::reloadFailed, this, [this](const Error &error) {
            if (m_studio.database()->state() == OpenDatabase::State::Lost)
                showState();
            else
                m_status->setMessage(tr("Not reloaded: %1").arg(error.message));
        });
    }
    showState();
}

void MainWindow::showState()
{
    showStatus();
    showChanges();
    auto *database = m_studio.database();
    if (!database)
        return;
    const auto place = database->form().summary();
    const auto state = database->state();
    m_navigator->setLoading(state == OpenDatabase::State::Connecting);
    switch (state) {
    case OpenDatabase::State::Connecting:
        m_message->showWorking(tr("Connecting and reading the schema"), place);
        break;
    case OpenDatabase::State::Failed:
        m_message->showFailure(tr("%1 could not be opened").arg(place), database->error(),
                               database->needsPassword());
        break;
    case OpenDatabase::State::Lost:
        m_status->setMessage(tr("The server does not answer: %1").arg(database->error().message));
        break;
    case OpenDatabase::State::Open:
        m_status->setMessage({});
        m_message->showHint(
            tr("Nothing is open"),
            tr("Choose something at the left, or press Ctrl+P and type a few letters of its name."));
        restoreTabs();
        break;
    }
}

void MainWindow::showStatus()
{
    auto *database = m_studio.database();
    m_commands->enable({u"writing.unlock"_s}, database && database->isWritingLocked());
    m_commands->enable({u"writing.lock"_s}, database && database->writingRemaining().count() > 0);
    if (!database) {
        m_header->clearPlace();
        m_status->clear();
        m_frame->setFramed(false);
        setWindowTitle(u"Squall"_s);
        return;
    }
    const auto &form = database->form();
    const auto environment = form.connectionClass();
    const auto name = database->databaseName();
    m_header->setPlace(form.name, name.isEmpty() ? form.summary() : name, environment);
    m_status->setClass(environment);
    m_status->setServer(database->serverVersion(), database->user());
    m_status->setLatency(database->latency());
    const bool production = environment == ConnectionClass::Production;
    m_status->setAccess(*database);
    m_frame->setFramed(production);
    setWindowTitle(tr("%1 (%2) – Squall").arg(name.isEmpty() ? form.summary() : name, form.summary()));
}

void MainWindow::openUrl(const QString &url)
{
    auto form = models::formFromUrl(url);
    if (!form) {
        m_start->showError(form.error().message);
        return;
    }
    m_studio.openDatabase(*std::move(form));
}

void MainWindow::openObject(const ObjectId &id)
{
    m_studio.palette().use(id);
    m_tabs->open(contentFor(id));
    useSavedFilter(m_tabs->currentPage(), m_studio, id);
    // Who asked for it by name wants to go on by key.
    m_tabs->currentPage()->setFocus();
}

void MainWindow::previewObject(const ObjectId &id)
{
    m_tabs->preview(contentFor(id));
    useSavedFilter(m_tabs->currentPage(), m_studio, id);
}

void MainWindow::openDefinition(const ObjectId &id)
{
    openSqlOf(*this, m_studio, id);
}

void MainWindow::inspect(const ObjectId &id)
{
    const auto *database = m_studio.database();
    if (!database || !database->snapshot() || id.name.isEmpty())
        return;
    m_inspected = id;
    if (const auto details = models::describe(*database->snapshot(), id))
        m_inspector->show(*details);
    else
        m_inspector->clear();
}

void MainWindow::followTab()
{
    const auto content = m_tabs->currentContent();
    m_commands->enable({u"tab.close"_s, u"tab.pin"_s, u"tab.next"_s, u"tab.previous"_s}, content.has_value());
    m_commands->enable({u"tab.reopen"_s}, m_tabs->hasClosed());
    // What one page said is no news about another.
    if (m_speaker && m_speaker != m_tabs->currentPage()) {
        m_speaker.clear();
        say({});
    }
    if (content && !content->object.name.isEmpty())
        inspect(content->object);
    followTable();
    if (content && !content->object.name.isEmpty())
        m_navigator->reveal(content->object);
}

void MainWindow::followTable()
{
    auto *table = qobject_cast<TableView *>(m_tabs->currentPage());
    m_inspector->follow(table);
    auto *sql = qobject_cast<SqlPage *>(m_tabs->currentPage());
    const auto *diagram = qobject_cast<DiagramView *>(m_tabs->currentPage());
    m_status->setSelection(table     ? table->summary()
                           : sql     ? sql->summary()
                           : diagram ? diagram->summary()
                                     : QString());
}

QWidget *MainWindow::makePage(const TabContent &content, QWidget *parent)
{
    if (content.kind == u"review" && m_studio.database())
        return makeReviewPage(*this, m_studio, m_theme, parent);
    if (content.kind == u"sql") {
        if (auto *page = makeSqlPage(*this, m_studio, m_theme, content, parent)) {
            connect(static_cast<SqlPage *>(page), &SqlPage::summaryChanged, this, &MainWindow::followTable);
            return page;
        }
    }
    if (content.kind == u"diagram") {
        if (auto *page = makeDiagramPage(*this, m_studio, m_theme, parent)) {
            connect(page, &DiagramView::summaryChanged, this, &MainWindow::followTable);
            connect(page, &DiagramView::currentChanged, this, &MainWindow::inspect);
            return page;
        }
    }
    if (content.kind == u"history")
        return m_library->makeHistory(parent);
    auto *page = makeObjectPage(content, m_studio, m_theme, parent);
    if (auto *table = qobject_cast<TableView *>(page)) {
        connect(table, &TableView::notice, this, [this, table](const QString &text) {
            m_speaker = table;
            say(text);
        });
        connect(table, &TableView::summaryChanged, this, &MainWindow::followTable);
        connect(table, &TableView::partChanged, this, &MainWindow::followTable);
        m_trail->serve(*table);
        connect(table, &TableView::reviewRequested, this, [this] { m_commands->run(u"changes.review"_s); });
        connect(table, &TableView::reviewHereRequested, this, [this, table] { reviewTable(*this, *table); });
        connect(table, &TableView::partChanged, this, [this, table] {
            m_tabs->setView(table, viewName(*table));
            saveTabs();
        });
        connect(table, &TableView::filterChanged, this, [this, table] {
            m_tabs->setText(table, filterOf(*table));
            saveTabs();
        });
    }
    return page;
}

void MainWindow::say(const QString &text)
{
    m_status->setMessage(text);
}

void MainWindow::openPalette(const QString &typed)
{
    m_studio.palette().setCommands(m_commands->list());
    m_palette->openWith(typed);
}

ConnectionDialog *MainWindow::showConnections()
{
    if (!m_connections) {
        m_connections = new ConnectionDialog(m_studio, m_theme, this);
        connect(m_connections, &ConnectionDialog::openRequested, &m_studio, &models::Studio::openDatabase);
    }
    m_connections->show();
    m_connections->raise();
    m_connections->activateWindow();
    return m_connections;
}

void MainWindow::editConnection()
{
    auto *dialog = showConnections();
    if (m_studio.database())
        dialog->edit(m_studio.database()->form());
}

void MainWindow::popUpMenu(const ObjectId &id, const QPoint &position)
{
    auto *menu = makeObjectMenu(id, *this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(position);
}

} // namespace squall::ui
