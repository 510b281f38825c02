#include "models/studio.h"
#include "ui/commands/commands.h"
#include "ui/diagram/diagramcanvas.h"
#include "ui/diagram/diagramview.h"
#include "ui/tour/tour.h"
#include "ui/window/mainwindow.h"
#include "ui/window/tabarea.h"

#include <QApplication>
#include <QMenu>
#include <QPushButton>

// The ER diagram: the whole, a table chosen in it, every column, and its way out.
namespace squall::ui {

using namespace Qt::StringLiterals;

void Tour::addDiagramSteps()
{
    const auto view = [this] { return qobject_cast<DiagramView *>(m_window.tabs().currentPage()); };
    const auto isDrawn = [view] {
        auto *diagram = view();
        return diagram && diagram->model().state() != models::DiagramModel::State::LayingOut &&
               (diagram->model().picture()->count() == 0 || diagram->canvas().tiles().isSharp());
    };
    add(
        u"diagram"_s, [this] { m_window.commands().run(u"diagram.show"_s); }, isDrawn);
    add(
        u"diagram-selected"_s,
        [this, view] {
            const int box = view()->model().picture()->content->find(mostPointedTo());
            if (box >= 0)
                view()->canvas().goTo(box);
        },
        isDrawn);
    add(
        u"diagram-columns"_s,
        [view] {
            view()->model().setDetail(models::DiagramDetail::Columns);
            view()->canvas().select({});
        },
        [view, isDrawn] {
            const bool all = view()->model().picture()->content->detail == models::DiagramDetail::Columns;
            if (all)
                view()->canvas().fit();
            return all && isDrawn();
        });
    addDiagramOverlaySteps();
    add(
        u"diagram-export"_s,
        [view] {
            auto *button = view()->findChild<QPushButton *>(u"diagramExport"_s);
            const auto below = button->mapToGlobal(QPoint(0, button->height()));
            button->menu()->popup(below);
            // The window may be larger than the screen that there is not.
            button->menu()->move(below);
        },
        [] { return QApplication::activePopupWidget() != nullptr; });
}

} // namespace squall::ui
