#include "ui/window/diagramtabs.h"

#include "models/studio.h"
#include "ui/commands/commands.h"
#include "ui/diagram/diagramcanvas.h"
#include "ui/diagram/diagrammarking.h"
#include "ui/diagram/diagrammenus.h"
#include "ui/diagram/diagramnotes.h"
#include "ui/diagram/diagramoutput.h"
#include "ui/diagram/diagramview.h"
#include "ui/diagram/markingmenus.h"
#include "ui/table/tableview.h"
#include "ui/window/mainwindow.h"
#include "ui/window/windowcommands.h"

#include <QCoreApplication>
#include <QMenu>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::ui::DiagramTabs)
};

DiagramView *diagramInFront(MainWindow &window)
{
    return qobject_cast<DiagramView *>(window.tabs().currentPage());
}

void openStructure(MainWindow &window, const ObjectId &id)
{
    window.openObject(id);
    if (auto *table = qobject_cast<TableView *>(window.tabs().currentPage()))
        table->showPart(TableView::Structure);
}

void addAction(QMenu &menu, DiagramView &view, DiagramCommand command, const QString &text)
{
    auto *action = menu.addAction(text, &view, [&view, command] { view.run(command); });
    action->setEnabled(view.unavailable(command).isEmpty());
}

void popUpMenu(MainWindow &window, DiagramView &view, const ObjectId &id, const QPoint &position)
{
    auto *menu = id.name.isEmpty() ? new QMenu(&view) : makeObjectMenu(id, window);
    menu->setObjectName(u"diagramMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!id.name.isEmpty()) {
        auto *structure = new QAction(Text::tr("Open the structure"), menu);
        QObject::connect(structure, &QAction::triggered, &window,
                         [&window, id] { openStructure(window, id); });
        menu->insertAction(menu->actions().value(1), structure);
        menu->addSeparator();
        addTableActions(*menu, view);
        addMarkingActions(*menu, view, id);
        addAction(*menu, view, DiagramCommand::Hide, Text::tr("Hide"));
        addAction(*menu, view, DiagramCommand::FitSelection, Text::tr("Show the selection"));
        menu->addSeparator();
    } else if (!view.canvas().notes().selected().isEmpty()) {
        view.marking().fillNoteMenu(*menu);
        menu->addSeparator();
    }
    addAction(*menu, view, DiagramCommand::AddNote, Text::tr("Add a note"));
    addAction(*menu, view, DiagramCommand::Fit, Text::tr("Show the whole"));
    addAction(*menu, view, DiagramCommand::ShowHidden, Text::tr("Show hidden tables again"));
    addAction(*menu, view, DiagramCommand::Arrange, Text::tr("Arrange anew"));
    menu->addSeparator();
    addAction(*menu, view, DiagramCommand::Export, Text::tr("Export diagram…"));
    addAction(*menu, view, DiagramCommand::CopyImage, Text::tr("Copy as an image"));
    addAction(*menu, view, DiagramCommand::CopyMermaid, Text::tr("Copy as Mermaid"));
    addAction(*menu, view, DiagramCommand::CopyDrizzle, Text::tr("Copy as a Drizzle schema"));
    menu->popup(position);
}

} // namespace

TabContent diagramTab()
{
    return {.kind = u"diagram"_s, .title = Text::tr("Diagram")};
}

DiagramView *makeDiagramPage(MainWindow &window, models::Studio &studio, const Theme &theme, QWidget *parent)
{
    auto *database = studio.database();
    if (!database)
        return nullptr;
    auto *view = new DiagramView(theme, parent);
    const auto owner = studio.connectionId();
    view->restore([&studio, owner](const QString &setting) { return studio.setting(owner, setting); });
    view->model().setProject(database->project());
    view->model().setSnapshot(database->snapshot());
    view->overlays().setSessions(&database->workbench().sessions());
    QObject::connect(database, &QObject::destroyed, view, [view] { view->overlays().setSessions(nullptr); });
    QObject::connect(database, &models::OpenDatabase::snapshotChanged, view,
                     [view, database] { view->model().setSnapshot(database->snapshot()); });
    QObject::connect(database, &models::OpenDatabase::projectChanged, view,
                     [view, database] { view->model().setProject(database->project()); });
    QObject::connect(view, &DiagramView::keepRequested, &studio, [view, &studio, owner] {
        for (const auto &[setting, value] : view->kept())
            studio.saveSetting(owner, setting, value);
    });
    const auto showTitle = [view, database] { view->output().setTitle(database->databaseName()); };
    QObject::connect(database, &models::OpenDatabase::stateChanged, view, showTitle);
    showTitle();
    QObject::connect(view, &DiagramView::notice, &window, &MainWindow::say);
    QObject::connect(view, &DiagramView::openRequested, &window, &MainWindow::openObject);
    QObject::connect(view, &DiagramView::menuRequested, &window,
                     [&window, view](const ObjectId &id, const QPoint &position) {
                         popUpMenu(window, *view, id, position);
                     });
    return view;
}

void addDiagramCommands(MainWindow &window, Commands &commands, models::Studio &studio)
{
    commands.add(u"diagram.show"_s, Text::tr("Diagram"), {QKeySequence(Qt::CTRL | Qt::Key_2)},
                 [&window, &studio] {
                     if (!studio.database())
                         return;
                     window.tabs().open(diagramTab());
                     window.tabs().currentPage()->setFocus();
                 });
    for (const auto &text : diagramCommandTexts()) {
        commands.addOfView(
            text.id, text.text, text.keys,
            [&window, command = text.command] {
                if (auto *view = diagramInFront(window))
                    view->run(command);
            },
            [&window, command = text.command] {
                const auto *view = diagramInFront(window);
                return view ? view->unavailable(command) : Text::tr("No diagram is in front.");
            });
    }
}

} // namespace squall::ui
