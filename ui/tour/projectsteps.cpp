#include "models/diagram/diagrammodel.h"
#include "models/studio.h"
#include "ui/commands/commands.h"
#include "ui/diagram/diagramcanvas.h"
#include "ui/diagram/diagramview.h"
#include "ui/table/tableview.h"
#include "ui/tour/tour.h"
#include "ui/window/mainwindow.h"
#include "ui/window/tabarea.h"
#include "ui/window/windowproject.h"

#include <QApplication>

#include <algorithm>

// A Drizzle project on the database that is open: what it says of tables, and where its environment is
// switched.
namespace squall::ui {

using namespace Qt::StringLiterals;

bool Tour::isProjectRead() const
{
    return m_studio.project().model().state() == models::ProjectModel::State::Read;
}

void Tour::addProjectSteps()
{
    if (m_options.project.isEmpty())
        return;
    const auto table = [this](const QString &name) {
        return isDemo() ? ObjectId{Kind::Table, u"public"_s, name} : subject();
    };
    add(
        u"project-structure"_s,
        [this, table] {
            m_studio.project().openHere(m_options.project);
            m_window.openObject(table(u"coach_profiles"_s));
            showPart(TableView::Structure);
        },
        [this] { return isProjectRead() && isShowing(TableView::Structure); });
    add(
        u"project-data"_s, [this] { showPart(TableView::Data); },
        [this] { return isShowing(TableView::Data) && isSettled(Tour::table()); });
    add(
        u"project-menu"_s, [this] { m_window.commands().run(u"project.environment"_s); },
        [] { return QApplication::activePopupWidget() != nullptr; });
    addProjectLeavingStep();
    addProjectDiagramStep();
}

/// Changes are staged here, and somebody is about to go.
void Tour::addProjectLeavingStep()
{
    addChanging(
        u"project-leaving"_s,
        [this] {
            auto &changes = m_studio.database()->changes();
            auto edits = changes.edits({Kind::Table, u"public"_s, u"coach_profiles"_s});
            edits.insert({});
            changes.stage(edits, u"tour"_s);
            m_window.project().switchEnvironment(u".env.test"_s);
        },
        [this] { return shown("projectStrip") != nullptr; });
}

/// Where a line is drawn that no foreign key says.
void Tour::addProjectDiagramStep()
{
    const auto view = [this] { return qobject_cast<DiagramView *>(m_window.tabs().currentPage()); };
    add(
        u"project-diagram"_s,
        [this] {
            if (auto *strip = shown("projectStrip"))
                strip->hide();
            m_studio.database()->changes().clear({{Kind::Table, u"public"_s, u"coach_profiles"_s}});
            m_window.commands().run(u"diagram.show"_s);
        },
        [view] {
            auto *diagram = view();
            if (!diagram || diagram->model().state() != models::DiagramModel::State::Shown)
                return false;
            const auto &lines = diagram->model().picture()->content->lines;
            const auto declared = std::find_if(lines.begin(), lines.end(),
                                               [](const auto &line) { return !line.source.isEmpty(); });
            if (declared != lines.end())
                diagram->canvas().goTo(declared->from);
            return diagram->canvas().tiles().isSharp();
        });
}

} // namespace squall::ui
