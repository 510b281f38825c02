#include "ui/window/windowcommands.h"

#include "core/base/quote.h"
#include "models/studio.h"
#include "ui/commands/commands.h"
#include "ui/commands/keysdialog.h"
#include "ui/commands/stoppable.h"
#include "ui/connection/connectiondialog.h"
#include "ui/diagram/diagramview.h"
#include "ui/grid/gridcommands.h"
#include "ui/inspector/rowpanel.h"
#include "ui/inspector/sidepanel.h"
#include "ui/navigator/navigatorpanel.h"
#include "ui/relations/referencepeek.h"
#include "ui/results/resultspane.h"
#include "ui/results/resultview.h"
#include "ui/sql/sqlpage.h"
#include "ui/table/rowsview.h"
#include "ui/table/tablerelations.h"
#include "ui/table/tableview.h"
#include "ui/theme/theme.h"
#include "ui/window/diagramtabs.h"
#include "ui/window/mainwindow.h"
#include "ui/window/querytabs.h"
#include "ui/window/reviewtab.h"
#include "ui/window/sqltabs.h"
#include "ui/window/tabarea.h"
#include "ui/window/tablecommands.h"
#include "ui/window/trail.h"
#include "ui/window/unlockdialog.h"
#include "ui/window/windowproject.h"

#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QMenu>

namespace squall::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(WindowCommands)
};

constexpr int numberedTabs = 9;

void addOpening(MainWindow &window, Commands &commands)
{
    commands.add(u"open.anything"_s, Text::tr("Open anything…"), {QKeySequence(Qt::CTRL | Qt::Key_P)},
                 [&window] { window.openPalette({}); });
    commands.add(u"open.commands"_s, Text::tr("Command palette…"),
                 {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), QKeySequence(Qt::CTRL | Qt::Key_K)},
                 [&window] { window.openPalette(u">"_s); });
}

void addConnections(MainWindow &window, Commands &commands, models::Studio &studio)
{
    commands.add(u"connection.list"_s, Text::tr("Connections…"),
                 {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K)}, [&window] { window.showConnections(); });
    commands.add(u"connection.new"_s, Text::tr("New connection…"), {},
                 [&window] { window.showConnections()->edit({}); });
    commands.add(u"connection.edit"_s, Text::tr("Edit this connection…"), {},
                 [&window] { window.editConnection(); });
    commands.add(u"database.reload"_s, Text::tr("Reload the schema"),
                 {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)}, [&studio] {
                     if (studio.database())
                         studio.database()->reload();
                 });
    commands.add(u"writing.unlock"_s, Text::tr("Allow changes in production…"), {}, [&window, &studio] {
        auto *dialog = new UnlockDialog(*studio.database(), &window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    commands.add(u"writing.lock"_s, Text::tr("Make production read-only again"), {},
                 [&studio] { studio.database()->lockWriting(); });
    commands.add(u"database.close"_s, Text::tr("Close the database"), {},
                 [&studio] { studio.closeDatabase(); });
}

void addTabs(MainWindow &window, Commands &commands)
{
    commands.add(u"tab.close"_s, Text::tr("Close tab"), {QKeySequence(Qt::CTRL | Qt::Key_W)},
                 [&window] { window.tabs().closeCurrent(); });
    commands.add(u"tab.reopen"_s, Text::tr("Reopen closed tab"),
                 {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T)},
                 [&window] { window.tabs().reopenClosed(); });
    commands.add(u"tab.pin"_s, Text::tr("Keep tab open"), {}, [&window] { window.tabs().pinCurrent(); });
    commands.add(u"tab.next"_s, Text::tr("Next tab"),
                 {QKeySequence(Qt::CTRL | Qt::Key_Tab), QKeySequence(Qt::CTRL | Qt::Key_PageDown)},
                 [&window] { window.tabs().step(1); });
    commands.add(u"tab.previous"_s, Text::tr("Previous tab"),
                 {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab),
                  QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Backtab),
                  QKeySequence(Qt::CTRL | Qt::Key_PageUp)},
                 [&window] { window.tabs().step(-1); });
    for (int number = 1; number <= numberedTabs; ++number)
        commands.add(u"tab.%1"_s.arg(number), Text::tr("Go to tab %1").arg(number),
                     {QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + number))},
                     [&window, number] { window.tabs().select(number - 1); });
}

void addTable(MainWindow &window, Commands &commands)
{
    const auto focus = [&window](bool where) {
        if (auto *table = qobject_cast<TableView *>(window.tabs().currentPage()))
            table->focusFilter(where);
        else if (auto *diagram = qobject_cast<DiagramView *>(window.tabs().currentPage()))
            diagram->run(DiagramCommand::Find);
    };
    commands.add(u"table.find"_s, Text::tr("Find in the table and filter it"),
                 {QKeySequence(QKeySequence::Find)}, [focus] { focus(false); });
    commands.add(u"table.where"_s, Text::tr("Filter the table by a condition in SQL"), {},
                 [focus] { focus(true); });
}

void addCommitting(MainWindow &window, Commands &commands, models::Studio &studio)
{
    const auto with = [&window, &studio](auto act) {
        return [&window, &studio, act] {
            if (auto *database = studio.database())
                act(window, *database);
        };
    };
    commands.add(u"changes.review"_s, Text::tr("Review staged changes"), {QKeySequence(Qt::CTRL | Qt::Key_S)},
                 with(reviewChanges));
    commands.add(u"changes.undoCommit"_s, Text::tr("Undo the last commit"),
                 {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U)}, with(undoLastCommit));
    commands.add(u"changes.committed"_s, Text::tr("Undo an earlier commit…"), {}, with(chooseCommit));
}

/// Ends what somebody waits for, wherever the focus is.
void addStopping(MainWindow &window, Commands &commands)
{
    commands.add(u"query.cancel"_s, Text::tr("Stop what the server is doing"),
                 {QKeySequence(Qt::CTRL | Qt::Key_Period)}, [&window] {
                     auto *page = dynamic_cast<Stoppable *>(window.tabs().currentPage());
                     const bool stopped = page && page->stop();
                     if (!window.side().row().stop() && !stopped)
                         window.say(Text::tr("Nothing is under way here."));
                 });
}

void addFollowing(MainWindow &window, Commands &commands)
{
    auto &trail = window.trail();
    commands.add(u"reference.follow"_s, Text::tr("Follow the reference"), {QKeySequence(Qt::Key_F4)},
                 [&trail] { trail.follow(); });
    const auto peeking = [&window]() -> ReferencePeek * {
        auto *table = qobject_cast<TableView *>(window.tabs().currentPage());
        return table && table->part() == TableView::Data ? &table->peek() : nullptr;
    };
    commands.addOfView(
        u"reference.peek"_s, Text::tr("Show where the reference leads"),
        {QKeySequence(Qt::ALT | Qt::Key_Down)},
        [peeking] {
            if (auto *peek = peeking())
                peek->peek();
        },
        [peeking] {
            const auto *peek = peeking();
            return peek ? peek->unavailable() : Text::tr("No rows of a table are in front.");
        });
    commands.add(u"reference.pointing"_s, Text::tr("Show the rows that point here"),
                 {QKeySequence(Qt::SHIFT | Qt::Key_F4)}, [&trail] { trail.popUpPointing(); });
    commands.add(u"trail.back"_s, Text::tr("Go back"), {QKeySequence(Qt::ALT | Qt::Key_Left)},
                 [&trail] { trail.back(); });
    commands.add(u"trail.forward"_s, Text::tr("Go forward"), {QKeySequence(Qt::ALT | Qt::Key_Right)},
                 [&trail] { trail.forward(); });
}

void addView(MainWindow &window, Commands &commands, Theme &theme)
{
    commands.add(u"view.filter"_s, Text::tr("Filter the navigator"),
                 {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)}, [&window] {
                     window.setNavigatorVisible(true);
                     window.navigator().focusFilter();
                 });
    commands.add(u"view.navigator"_s, Text::tr("Show or hide the navigator"),
                 {QKeySequence(Qt::CTRL | Qt::Key_B)},
                 [&window] { window.setNavigatorVisible(!window.isNavigatorVisible()); });
    commands.add(u"view.inspector"_s, Text::tr("Show or hide the inspector"),
                 {QKeySequence(Qt::CTRL | Qt::Key_I)},
                 [&window] { window.setInspectorVisible(!window.isInspectorVisible()); });
    commands.add(u"view.row"_s, Text::tr("Go to the row at the side"),
                 {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I)}, [&window] { window.focusRow(); });
    commands.add(u"theme.system"_s, Text::tr("Colours: as the system"), {},
                 [&theme] { theme.setChoice(Theme::Choice::System); });
    commands.add(u"theme.light"_s, Text::tr("Colours: light"), {},
                 [&theme] { theme.setChoice(Theme::Choice::Light); });
    commands.add(u"theme.dark"_s, Text::tr("Colours: dark"), {},
                 [&theme] { theme.setChoice(Theme::Choice::Dark); });
    commands.add(u"app.keys"_s, Text::tr("Keyboard shortcuts…"), {}, [&window, &theme, &commands] {
        auto *dialog = new KeysDialog(theme, commands, window.keys(), &window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show();
    });
    commands.add(u"app.quit"_s, Text::tr("Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)},
                 [&window] { window.close(); });
}

/// Of the table in front, or of the result of an SQL tab.
GridCommands *cellsInFront(MainWindow &window)
{
    auto *page = window.tabs().currentPage();
    if (auto *table = qobject_cast<TableView *>(page))
        return &table->rowsInFront().commands();
    auto *sql = qobject_cast<SqlPage *>(page);
    auto *result = sql ? sql->results().currentResult() : nullptr;
    return result ? result->commands() : nullptr;
}

/// What the cells in front can be done to.
void addCells(MainWindow &window, Commands &commands)
{
    for (const auto &text : gridCommandTexts()) {
        commands.addOfView(
            text.id, text.text, text.keys,
            [&window, command = text.command] {
                if (auto *table = qobject_cast<TableView *>(window.tabs().currentPage()))
                    table->showPart(TableView::Data);
                if (auto *cells = cellsInFront(window))
                    cells->run(command);
            },
            [&window, command = text.command] {
                const auto *cells = cellsInFront(window);
                return cells ? cells->unavailable(command) : Text::tr("No table is in front.");
            });
    }
}

/// What points to the rows of the table in front.
void addRelations(MainWindow &window, Commands &commands)
{
    const auto relations = [&window] {
        auto *view = qobject_cast<TableView *>(window.tabs().currentPage());
        return view ? view->relations() : nullptr;
    };
    const auto unavailable = [relations] {
        const auto *shown = relations();
        return shown ? shown->unavailable() : Text::tr("No table is in front.");
    };
    commands.addOfView(
        u"related.open"_s, Text::tr("Open the rows that point here below the row"),
        {QKeySequence(Qt::ALT | Qt::Key_Return)},
        [relations] {
            if (auto *shown = relations())
                shown->enterCurrent();
        },
        unavailable);
    commands.addOfView(
        u"related.counts"_s, Text::tr("Show or hide how many rows point to each row"), {},
        [relations] {
            if (auto *shown = relations())
                shown->toggleCounts();
        },
        unavailable);
}

} // namespace

void addWindowCommands(MainWindow &window, Commands &commands, models::Studio &studio, Theme &theme)
{
    addOpening(window, commands);
    addConnections(window, commands, studio);
    window.project().addCommands(commands);
    addTabs(window, commands);
    addCells(window, commands);
    addSqlCommands(window, commands, studio);
    addDiagramCommands(window, commands, studio);
    addTable(window, commands);
    addTableCommands(window, commands);
    addCommitting(window, commands, studio);
    addStopping(window, commands);
    addFollowing(window, commands);
    addRelations(window, commands);
    addQueryCommands(window, commands);
    addView(window, commands, theme);
}

QStringList databaseCommands()
{
    return {u"sql.new"_s,        u"sql.open"_s,           u"sql.ddl"_s,
            u"diagram.show"_s,   u"connection.edit"_s,    u"database.reload"_s,
            u"database.close"_s, u"table.find"_s,         u"table.where"_s,
            u"changes.review"_s, u"changes.undoCommit"_s, u"changes.committed"_s,
            u"view.filter"_s,    u"view.navigator"_s,     u"view.inspector"_s,
            u"view.row"_s,       u"reference.follow"_s,   u"reference.pointing"_s,
            u"trail.back"_s,     u"trail.forward"_s,      u"history.show"_s,
            u"query.open"_s};
}

QMenu *makeWindowMenu(Commands &commands, QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setObjectName(u"windowMenu"_s);
    const auto addAll = [&commands](QMenu *into, const QStringList &ids) {
        for (const auto &id : ids) {
            if (id.isEmpty())
                into->addSeparator();
            else
                into->addAction(commands.action(id));
        }
    };
    addAll(menu, {u"open.anything"_s,
                  u"open.commands"_s,
                  {},
                  u"diagram.show"_s,
                  u"history.show"_s,
                  u"query.open"_s,
                  {}});
    addAll(menu->addMenu(Text::tr("Database")), {u"connection.list"_s,
                                                 u"connection.new"_s,
                                                 u"connection.edit"_s,
                                                 {},
                                                 u"database.reload"_s,
                                                 {},
                                                 u"changes.review"_s,
                                                 u"changes.undoCommit"_s,
                                                 u"changes.committed"_s,
                                                 u"writing.unlock"_s,
                                                 u"writing.lock"_s,
                                                 {},
                                                 u"database.close"_s});
    addAll(menu->addMenu(Text::tr("Project")), {u"project.open"_s,
                                                {},
                                                u"project.environment"_s,
                                                u"project.reload"_s,
                                                u"project.stop"_s,
                                                {},
                                                u"project.close"_s});
    auto *tabs = menu->addMenu(Text::tr("Tabs"));
    addAll(tabs, {u"sql.new"_s,
                  u"sql.open"_s,
                  {},
                  u"tab.close"_s,
                  u"tab.reopen"_s,
                  u"tab.pin"_s,
                  {},
                  u"tab.next"_s,
                  u"tab.previous"_s,
                  {}});
    auto *numbers = tabs->addMenu(Text::tr("Go to"));
    for (int number = 1; number <= numberedTabs; ++number)
        numbers->addAction(commands.action(u"tab.%1"_s.arg(number)));
    addAll(menu->addMenu(Text::tr("Table")), {u"table.find"_s,
                                              u"table.where"_s,
                                              u"table.unfilter"_s,
                                              {},
                                              u"table.data"_s,
                                              u"table.structure"_s,
                                              u"table.ddl"_s,
                                              {},
                                              u"table.count"_s,
                                              u"query.cancel"_s,
                                              u"table.columns"_s,
                                              {},
                                              u"related.counts"_s});
    addAll(menu->addMenu(Text::tr("View")), {u"view.filter"_s,
                                             u"view.navigator"_s,
                                             u"view.inspector"_s,
                                             u"view.row"_s,
                                             {},
                                             u"theme.system"_s,
                                             u"theme.light"_s,
                                             u"theme.dark"_s,
                                             {},
                                             u"app.keys"_s});
    addAll(menu, {{}, u"app.quit"_s});
    return menu;
}

QMenu *makeObjectMenu(const ObjectId &id, MainWindow &window)
{
    auto *menu = new QMenu(&window);
    menu->setObjectName(u"objectMenu"_s);
    if (id.kind != Kind::Schema && id.kind != Kind::Role && id.kind != Kind::Extension)
        menu->addAction(Text::tr("Open in a tab"), &window, [&window, id] { window.openObject(id); });
    if (id.kind != Kind::Schema && id.kind != Kind::Role)
        menu->addAction(Text::tr("Open the definition in an SQL tab"), &window,
                        [&window, id] { window.openDefinition(id); });
    menu->addAction(Text::tr("Copy name"), &window, [id] { QApplication::clipboard()->setText(id.name); });
    menu->addAction(Text::tr("Copy name for SQL"), &window, [id] {
        const bool signature = id.kind == Kind::Function || id.kind == Kind::Aggregate;
        const auto name = signature ? id.name.section(u'(', 0, 0) : id.name;
        QApplication::clipboard()->setText(id.schema.isEmpty() ? quote(name) : quote(id.schema, name));
    });
    return menu;
}

} // namespace squall::ui
