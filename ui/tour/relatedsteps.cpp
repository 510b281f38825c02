#include "models/editedrowmodel.h"
#include "models/relations.h"
#include "models/rowwindowmodel.h"
#include "models/studio.h"
#include "models/visiblecounts.h"
#include "ui/grid/grid.h"
#include "ui/table/nestedrows.h"
#include "ui/table/rowsview.h"
#include "ui/table/tablerelations.h"
#include "ui/table/tableview.h"
#include "ui/tour/tour.h"
#include "ui/window/mainwindow.h"

// What the tour sees of rows that point to rows: how many, and which.
namespace squall::ui {

using namespace Qt::StringLiterals;
using models::RowWindowModel;

namespace {

/// A row with some, not with more than are shown; -1 while they are being counted.
qint64 interestingRow(const models::VisibleCounts &counts)
{
    constexpr qint64 rowsTried = 12;
    qint64 best = -1;
    int most = 0;
    for (qint64 row = 0; row < rowsTried; ++row) {
        int sum = 0;
        for (size_t index = 0; index < counts.count(); ++index)
            sum += counts.at(index, row).rows.value_or(0);
        if (sum > most) {
            best = row;
            most = sum;
        }
    }
    return best;
}

bool isReady(const NestedRows *panel)
{
    return panel && panel->rows() && panel->rows()->rows().rows().state() == RowWindowModel::State::Ready;
}

} // namespace

/// The table that most others point to.
ObjectId Tour::mostPointedTo() const
{
    const auto &snapshot = *m_studio.database()->snapshot();
    const models::Relations relations(snapshot);
    ObjectId best = subject();
    size_t most = 0;
    for (const auto &table : snapshot.tables) {
        const auto pointing = relations.to(idOf(table)).size();
        if (pointing > most && table.size->rows > 0) {
            best = idOf(table);
            most = pointing;
        }
    }
    return best;
}

void Tour::addRelatedSteps()
{
    add(
        u"related-rows"_s, [this] { m_window.openObject(mostPointedTo()); },
        [this] {
            auto *view = table();
            if (!view || view->rows().state() != RowWindowModel::State::Ready || !view->relations())
                return false;
            auto &relations = *view->relations();
            if (!relations.unavailable().isEmpty())
                return true;
            if (relations.counts().count() == 0)
                relations.toggleCounts();
            const auto row = interestingRow(relations.counts());
            if (relations.opened().count() == 0 && row >= 0) {
                view->grid().setCurrentCell({row, 0});
                relations.enterCurrent();
            }
            return isReady(relations.opened().panel(view->grid().currentCell().row));
        });
}

} // namespace squall::ui
