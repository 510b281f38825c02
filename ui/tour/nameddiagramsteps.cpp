#include "models/diagram/diagramset.h"
#include "ui/commands/commands.h"
#include "ui/diagram/diagramcanvas.h"
#include "ui/diagram/diagramnotes.h"
#include "ui/diagram/diagramview.h"
#include "ui/tour/tour.h"
#include "ui/window/mainwindow.h"
#include "ui/window/tabarea.h"

#include <QApplication>
#include <QDialog>

#include <algorithm>
#include <cmath>

// What somebody puts on a diagram: groups, notes and relations, and the chooser of several. All of it is on a
// diagram of its own, which is deleted in the end.
namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t inGroup = 4;

/// A table and those that lines lead to from it.
std::vector<int> neighbours(const models::DiagramPicture &picture, int box)
{
    std::vector<int> found{box};
    for (const int line : picture.linesOf({box})) {
        const auto &ends = picture.content->lines[static_cast<std::size_t>(line)];
        const int other = ends.from == box ? ends.to : ends.from;
        if (found.size() < inGroup && std::find(found.begin(), found.end(), other) == found.end())
            found.push_back(other);
    }
    return found;
}

void decorate(DiagramView &view, const ObjectId &middle)
{
    auto &model = view.model();
    const auto &picture = *model.picture();
    const int box = std::max(0, picture.content->find(middle));
    const auto first = neighbours(picture, box);
    std::vector<int> rest;
    for (int each = 0; each < picture.count() && rest.size() < inGroup; ++each) {
        if (std::find(first.begin(), first.end(), each) == first.end())
            rest.push_back(each);
    }
    model.mark(first, models::DiagramGroup{models::DiagramColor::Teal, DiagramView::tr("People")});
    model.mark(rest, models::DiagramGroup{models::DiagramColor::Orange, DiagramView::tr("Training")});
    const auto at = picture.bounds.topLeft() - QPointF(0, 96);
    model.putNote({.id = u"tour"_s,
                   .text = DiagramView::tr("What is deleted here stays in the log for a year."),
                   .color = models::DiagramColor::Yellow,
                   .rect = {std::round(at.x()), std::round(at.y()), 240, 56}});
}

} // namespace

void Tour::addNamedDiagramSteps()
{
    const auto view = [this] { return qobject_cast<DiagramView *>(m_window.tabs().currentPage()); };
    const auto isDrawn = [view] {
        auto *diagram = view();
        return diagram && diagram->model().state() == models::DiagramModel::State::Shown &&
               diagram->canvas().tiles().isSharp();
    };
    addChanging(
        u"diagram-groups"_s,
        [this, view] {
            auto &set = view()->diagrams();
            view()->model().setDetail(models::DiagramDetail::Keys);
            set.duplicate(set.freeName(DiagramView::tr("Overview")));
            decorate(*view(), mostPointedTo());
        },
        [view, isDrawn] {
            const bool noted = !view()->model().picture()->decoration.notes.empty();
            if (noted)
                view()->canvas().fit();
            return noted && isDrawn();
        });
    addChanging(
        u"diagram-note"_s,
        [view] {
            view()->canvas().setScale(1);
            view()->canvas().notes().goTo(u"tour"_s);
        },
        isDrawn);
    addChanging(
        u"diagram-chooser"_s,
        [view] {
            view()->canvas().notes().select({});
            view()->run(DiagramCommand::Choose);
        },
        [] { return QApplication::activePopupWidget() != nullptr; });
    addChanging(
        u"diagram-declare"_s,
        [this, view] {
            if (auto *popup = QApplication::activePopupWidget())
                popup->close();
            view()->canvas().goTo(std::max(0, view()->model().picture()->content->find(mostPointedTo())));
            view()->run(DiagramCommand::Declare);
        },
        [this] { return shown("declareDialog") != nullptr; });
    addChanging(
        u"diagram-group"_s,
        [this, view] {
            shown("declareDialog")->close();
            view()->run(DiagramCommand::Group);
        },
        [this] { return shown("diagramGroupDialog") != nullptr; });
    addChanging(
        u"diagram-deleted"_s,
        [this, view] {
            shown("diagramGroupDialog")->close();
            view()->run(DiagramCommand::Remove);
        },
        isDrawn);
}

} // namespace squall::ui
