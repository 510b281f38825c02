#include "ui/window/trail.h"

#include "models/cellrole.h"
#include "models/editedrowmodel.h"
#include "models/studio.h"
#include "models/tablefilter.h"
#include "ui/grid/grid.h"
#include "ui/grid/gridcommands.h"
#include "ui/relations/referencepeek.h"
#include "ui/table/rowsview.h"
#include "ui/table/tableview.h"
#include "ui/window/mainwindow.h"
#include "ui/window/tabarea.h"

#include <QMenu>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::FilterCondition;
using models::FilterOperator;

Trail::Trail(MainWindow &window, models::Studio &studio)
    : QObject(&window)
    , m_window(window)
    , m_studio(studio)
{
    connect(&studio, &models::Studio::databaseChanged, this, [this] {
        m_places.clear();
        m_at = 0;
    });
}

TableView *Trail::table() const
{
    auto *view = qobject_cast<TableView *>(m_window.tabs().currentPage());
    return view && view->part() == TableView::Data && view->filter() ? view : nullptr;
}

std::optional<models::Relation> Trail::relationHere() const
{
    auto *view = table();
    const auto *database = m_studio.database();
    if (!view || !database || !database->snapshot())
        return std::nullopt;
    auto &front = view->rowsInFront();
    const auto cell = front.grid().currentCell();
    if (!cell.isValid())
        return std::nullopt;
    const auto column = front.rows().headerData(cell.column, Qt::Horizontal).toString();
    return models::Relations(*database->snapshot()).follow(front.relation(), column);
}

std::optional<models::RelationKey> Trail::pointingHere(const models::Relation &relation) const
{
    auto &front = table()->rowsInFront();
    const auto row = front.grid().currentCell().row - front.rows().firstRow();
    return models::pointingKey(front.rows(), static_cast<int>(row), relation);
}

std::optional<models::RelationKey> Trail::pointedHere(const models::Relation &relation) const
{
    auto &front = table()->rowsInFront();
    const auto row = front.grid().currentCell().row;
    return models::pointedKey(front.rows(), static_cast<int>(row - front.rows().firstRow()), relation,
                              front.rows().identity(row).value_or(edit::RowIdentity()));
}

QString Trail::unavailable() const
{
    if (!table())
        return tr("No rows of a table are in front.");
    const auto relation = relationHere();
    if (!relation)
        return tr("This column points to no other table.");
    if (!pointingHere(*relation))
        return tr("There is nothing here to follow.");
    return {};
}

void Trail::follow()
{
    if (const auto why = unavailable(); !why.isEmpty()) {
        m_window.say(why);
        return;
    }
    const auto relation = relationHere();
    go(relation->to, relation->toColumns, *pointingHere(*relation));
}

void Trail::showPointing(const models::Relation &relation, const models::RelationKey &key)
{
    go(relation.from, relation.columns, key);
}

std::optional<Trail::Place> Trail::here() const
{
    auto *view = table();
    return view ? std::optional(Place{view->id(), view->filter()->filter()}) : std::nullopt;
}

void Trail::go(const ObjectId &to, const QStringList &columns, const models::RelationKey &key)
{
    models::RowFilter filter;
    for (qsizetype i = 0; i < columns.size(); ++i)
        filter.conditions.members.emplace_back(FilterCondition{
            columns[i], FilterOperator::Equal, {QString::fromUtf8(key[static_cast<size_t>(i)])}});
    // What lay ahead was another way.
    m_places.resize(std::min(m_places.size(), m_at + 1));
    if (const auto from = here(); from && (m_places.empty() || m_places.back() != *from))
        m_places.push_back(*from);
    m_places.push_back({to, filter});
    m_at = m_places.size() - 1;
    show(m_places.back());
}

void Trail::show(const Place &place)
{
    m_window.openObject(place.table);
    if (auto *view = qobject_cast<TableView *>(m_window.tabs().currentPage()); view && view->filter()) {
        view->showPart(TableView::Data);
        if (view->filter()->filter() != place.filter)
            view->filter()->start(place.filter);
    }
}

void Trail::back()
{
    if (m_at == 0 || m_places.empty())
        m_window.say(tr("There is nothing to go back to."));
    else
        show(m_places[--m_at]);
}

void Trail::forward()
{
    if (m_at + 1 >= m_places.size())
        m_window.say(tr("There is nothing to go forward to."));
    else
        show(m_places[++m_at]);
}

void Trail::fillPointing(QMenu &menu)
{
    menu.clear();
    auto *view = table();
    const auto *database = m_studio.database();
    if (!view || !database || !database->snapshot())
        return;
    for (const auto &relation : models::Relations(*database->snapshot()).to(view->rowsInFront().relation())) {
        const auto key = pointedHere(relation);
        auto *action = menu.addAction(tr("%1 by %2", "rows of a table, by columns")
                                          .arg(relation.from.name, relation.columns.join(u", ")));
        action->setEnabled(key.has_value());
        connect(action, &QAction::triggered, this, [this, relation, key] { showPointing(relation, *key); });
    }
    if (menu.isEmpty())
        menu.addAction(tr("Nothing points to this table"))->setEnabled(false);
}

void Trail::popUpPointing()
{
    auto *view = table();
    if (!view) {
        m_window.say(tr("No rows of a table are in front."));
        return;
    }
    auto *menu = new QMenu(&m_window);
    menu->setObjectName(u"pointingMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillPointing(*menu);
    auto &grid = view->rowsInFront().grid();
    const auto cell = grid.currentCell();
    const auto rect = grid.layoutOfCells().cell(cell.row, cell.column);
    menu->popup(grid.viewport()->mapToGlobal(rect.bottomLeft()));
}

void Trail::serve(TableView &view)
{
    auto *peeking = new QAction(tr("Show where the reference leads"), &view.data());
    peeking->setShortcut(Qt::ALT | Qt::Key_Down);
    peeking->setShortcutContext(Qt::WidgetShortcut);
    connect(peeking, &QAction::triggered, &view.peek(), &ReferencePeek::peek);
    serveRows(view.data(), {peeking});
    connect(&view, &TableView::rowsOpened, this, [this](RowsView &rows) { serveRows(rows, {}); });
    connect(&view, &TableView::pointingRequested, this, &Trail::showPointing);
}

void Trail::serveRows(RowsView &rows, const QList<QAction *> &more)
{
    auto *following = new QAction(tr("Follow the reference"), &rows);
    following->setShortcut(Qt::Key_F4);
    following->setShortcutContext(Qt::WidgetShortcut);
    connect(following, &QAction::triggered, this, &Trail::follow);
    const auto leading = QList<QAction *>{following} + more;
    auto *pointing = new QMenu(tr("Rows that point here"), &rows);
    auto &commands = rows.commands();
    connect(&commands, &GridCommands::menuRequested, this, [this, leading, pointing] {
        const auto why = unavailable();
        for (auto *action : leading) {
            action->setEnabled(why.isEmpty());
            action->setToolTip(why);
        }
        fillPointing(*pointing);
    });
    commands.setExtraActions(GridCommands::Place::Following,
                             leading + QList<QAction *>{pointing->menuAction()});
    connect(&rows.grid(), &Grid::followRequested, this, &Trail::follow);
}

} // namespace squall::ui
