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
#include "ui/window/trailbuttons.h"

#include <QMenu>

#include <iterator>
#include <utility>

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
        emit changed();
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
    return database->relations()->follow(front.relation(), column);
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
    if (pointingHere(*relation))
        return {};
    auto &front = table()->rowsInFront();
    for (const auto &column : relation->columns) {
        if (front.grid().columnNamed(column) < 0)
            return tr("%1 belongs to the reference, and is hidden: show it to follow.").arg(column);
    }
    return tr("There is nothing here to follow.");
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
    return view ? std::optional(Place{view->id(), view->place()}) : std::nullopt;
}

/// The place that is shown, as it is now; one that nobody was led to is the last one of the way.
void Trail::remember()
{
    const auto now = here();
    if (!now)
        return;
    if (m_at < m_places.size() && m_places[m_at].table == now->table) {
        m_places[m_at] = *now;
        return;
    }
    m_places.resize(std::min(m_places.size(), m_at + 1));
    m_places.push_back(*now);
    m_at = m_places.size() - 1;
}

void Trail::go(ObjectId to, const QStringList &columns, const models::RelationKey &key)
{
    Place next{std::move(to), {}};
    for (qsizetype i = 0; i < columns.size(); ++i)
        next.place.filter.conditions.members.emplace_back(FilterCondition{
            columns[i], FilterOperator::Equal, {QString::fromUtf8(key[static_cast<size_t>(i)])}});
    remember();
    // What lay ahead was another way.
    m_places.resize(std::min(m_places.size(), m_at + 1));
    m_window.openObject(next.table);
    // What was looked at there would be lost: it comes before what one comes from.
    if (const auto there = here(); there && !m_places.empty() && there->table != m_places.back().table) {
        next.place.sort = there->place.sort;
        if (!there->place.filter.isEmpty())
            m_places.insert(m_places.end() - 1, *there);
    }
    m_places.push_back(next);
    if (m_places.size() > mostPlaces)
        m_places.erase(m_places.begin(), m_places.end() - static_cast<std::ptrdiff_t>(mostPlaces));
    m_at = m_places.size() - 1;
    show(next);
    emit changed();
}

void Trail::show(const Place &place)
{
    m_window.openObject(place.table);
    if (auto *view = qobject_cast<TableView *>(m_window.tabs().currentPage()); view && view->filter())
        view->goTo(place.place);
}

void Trail::move(size_t to)
{
    m_at = to;
    show(m_places[m_at]);
    emit changed();
}

void Trail::back(size_t steps)
{
    remember();
    if (m_at < steps || m_places.empty())
        m_window.say(tr("There is nothing to go back to."));
    else
        move(m_at - steps);
}

void Trail::forward(size_t steps)
{
    if (m_at + steps >= m_places.size()) {
        m_window.say(tr("There is nothing to go forward to."));
        return;
    }
    // Somebody went elsewhere, and the way goes on all the same.
    if (const auto now = here(); now && now->table == m_places[m_at].table)
        m_places[m_at] = *now;
    move(m_at + steps);
}

std::vector<Trail::Place> Trail::behind() const
{
    const auto end = m_places.begin() + static_cast<std::ptrdiff_t>(std::min(m_at, m_places.size()));
    return {std::make_reverse_iterator(end), m_places.rend()};
}

std::vector<Trail::Place> Trail::ahead() const
{
    if (m_at + 1 >= m_places.size())
        return {};
    return {m_places.begin() + static_cast<std::ptrdiff_t>(m_at) + 1, m_places.end()};
}

void Trail::fillPointing(QMenu &menu)
{
    menu.clear();
    menu.setToolTipsVisible(true);
    auto *view = table();
    const auto *database = m_studio.database();
    if (!view || !database || !database->snapshot())
        return;
    for (const auto &relation : database->relations()->to(view->rowsInFront().relation())) {
        const auto key = pointedHere(relation);
        auto *action = menu.addAction(tr("%1 by %2", "rows of a table, by columns")
                                          .arg(relation.from.name, relation.columns.join(u", ")));
        action->setEnabled(key.has_value());
        if (!relation.origin.isEmpty())
            action->setToolTip(tr("Declared in %1, without a foreign key").arg(relation.origin));
        if (!key)
            action->setToolTip(
                tr("The row has no value in %1, or it is not known.").arg(relation.toColumns.join(u", ")));
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
    auto &grid = view->rowsInFront().grid();
    const auto cell = grid.currentCell();
    if (!cell.isValid()) {
        m_window.say(tr("No cell is chosen."));
        return;
    }
    auto *menu = new QMenu(&m_window);
    menu->setObjectName(u"pointingMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillPointing(*menu);
    const auto rect = grid.layoutOfCells().cell(cell.row, cell.column);
    menu->popup(grid.viewport()->mapToGlobal(rect.bottomLeft()));
}

void Trail::serve(TableView &view)
{
    auto *peeking = new QAction(tr("Show where the reference leads"), &view.data());
    peeking->setObjectName(u"reference.peek"_s);
    peeking->setShortcut(Qt::ALT | Qt::Key_Down);
    peeking->setShortcutContext(Qt::WidgetShortcut);
    connect(peeking, &QAction::triggered, &view.peek(), &ReferencePeek::peek);
    serveRows(view.data(), {peeking});
    view.addLeading(new TrailButtons(*this, m_window.theme(), &view));
    connect(&view, &TableView::rowsOpened, this, [this](RowsView &rows) { serveRows(rows, {}); });
    connect(&view, &TableView::pointingRequested, this, &Trail::showPointing);
}

void Trail::serveRows(RowsView &rows, const QList<QAction *> &more)
{
    auto *following = new QAction(tr("Follow the reference"), &rows);
    following->setObjectName(u"reference.follow"_s);
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
