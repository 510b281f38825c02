#include "models/rowwindowmodel.h"
#include "models/studio.h"
#include "models/tablefilter.h"
#include "ui/commands/commands.h"
#include "ui/grid/grid.h"
#include "ui/table/tableview.h"
#include "ui/tour/tour.h"
#include "ui/window/mainwindow.h"
#include "ui/window/tabarea.h"

#include <QApplication>
#include <QToolButton>

// What opens above a table, and the pages of what is no table.
namespace squall::ui {

using namespace Qt::StringLiterals;

void Tour::addPopupSteps()
{
    add(
        u"columns"_s,
        [this] {
            m_window.openObject(subject());
            // All its rows again, whatever was filtered for a picture.
            if (auto *view = table(); view && view->filter())
                view->filter()->apply({});
            m_window.commands().run(u"table.columns"_s);
        },
        [this] { return shown("columnsChooser") != nullptr && isSettled(table()); });
    add(
        u"copy-as"_s,
        [this] {
            if (auto *view = table()) {
                view->grid().setCurrentCell({2, 0});
                m_window.commands().run(u"cells.copyAs"_s);
            }
        },
        [] { return QApplication::activePopupWidget() != nullptr; });
    add(
        u"filter-condition"_s,
        [this] {
            if (auto *button = m_window.findChild<QToolButton *>(u"filterAdd"_s))
                button->click();
        },
        [this] { return shown("filterPopup") != nullptr; });
    add(
        u"pointing-here"_s,
        [this] {
            if (auto *view = table())
                view->grid().setCurrentCell({2, 0});
            m_window.commands().run(u"reference.pointing"_s);
        },
        [] { return QApplication::activePopupWidget() != nullptr; });
}

void Tour::preview(const ObjectId &id)
{
    if (!id.name.isEmpty())
        m_window.previewObject(id);
}

/// A database without such an object shows what was there before.
void Tour::addDefinitionSteps()
{
    const auto snapshot = [this] { return m_studio.database()->snapshot(); };
    const auto isDefinition = [this] {
        const auto *page = m_window.tabs().currentPage();
        return page && page->objectName() == u"definitionPage";
    };
    add(
        u"view"_s,
        [this, snapshot] {
            preview(snapshot()->views.empty() ? ObjectId() : idOf(snapshot()->views.front()));
        },
        [this, snapshot] { return snapshot()->views.empty() || isShowing(TableView::Data); });
    add(
        u"enum"_s,
        [this, snapshot] {
            preview(snapshot()->enums.empty() ? ObjectId() : idOf(snapshot()->enums.front()));
        },
        [snapshot, isDefinition] { return snapshot()->enums.empty() || isDefinition(); });
    add(
        u"sequence"_s,
        [this, snapshot] {
            preview(snapshot()->sequences.empty() ? ObjectId() : idOf(snapshot()->sequences.front()));
        },
        [snapshot, isDefinition] { return snapshot()->sequences.empty() || isDefinition(); });
}

} // namespace squall::ui
