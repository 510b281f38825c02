#include "ui/table/tablecolumns.h"

#include "models/cellrole.h"
#include "models/rowwindowmodel.h"
#include "ui/grid/grid.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double widthStep = 1.25;

} // namespace

TableColumns::TableColumns(Grid &grid, models::RowWindowModel &rows, QObject *parent)
    : QObject(parent)
    , m_grid(grid)
    , m_rows(rows)
{
    connect(&rows, &QAbstractItemModel::modelReset, this, &TableColumns::show);
    connect(&grid, &Grid::columnResized, this, [this](int column, int width) {
        m_arrangement.setWidth(nameOf(column), width);
        emit changed();
    });
    connect(&grid, &Grid::columnMoveRequested, this, [this](int column, int target) {
        auto arrangement = m_arrangement;
        arrangement.moveTo(nameOf(column), nameOf(target));
        setArrangement(arrangement);
    });
    connect(&grid, &Grid::columnMenuRequested, this, [this](int column, const QPoint &position) {
        auto *menu = makeMenu(column, &m_grid);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(position);
    });
}

QString TableColumns::nameOf(int column) const
{
    return m_rows.headerData(column, Qt::Horizontal).toString();
}

void TableColumns::setSource(const models::RowSource &source)
{
    m_source = source;
    apply();
}

void TableColumns::setArrangement(const models::ColumnArrangement &arrangement)
{
    auto fitting = arrangement;
    fitting.fitTo(m_source);
    if (fitting == m_arrangement)
        return;
    m_arrangement = fitting;
    apply();
    emit changed();
}

void TableColumns::reset()
{
    setArrangement({});
    for (int column = 0; column < m_rows.columnCount(); ++column)
        m_grid.fitColumn(column);
}

void TableColumns::apply()
{
    // What is kept of a relation that is not there yet must not be lost to it.
    if (m_source.columns.empty())
        return;
    m_arrangement.fitTo(m_source);
    m_rows.setSource(models::arranged(m_source, m_arrangement));
    show();
}

void TableColumns::show()
{
    m_grid.setPinnedCount(m_arrangement.pinnedCount());
    for (const auto &column : m_arrangement.columns()) {
        if (const int shown = m_grid.columnNamed(column.name); shown >= 0 && column.width > 0)
            m_grid.setColumnWidth(shown, column.width);
    }
}

void TableColumns::addSorting(QMenu &menu, int column, const QString &name)
{
    if (!m_rows.headerData(column, Qt::Horizontal, models::SortableRole).toBool())
        return;
    const auto sorted = m_rows.sort();
    const auto place = std::find_if(sorted.begin(), sorted.end(),
                                    [&](const models::SortKey &key) { return key.column == name; });
    const auto add = [&](const QString &text, const std::vector<models::SortKey> &sort) {
        auto *action = menu.addAction(text, this, [this, sort] { emit sortRequested(sort); });
        action->setCheckable(true);
        action->setChecked(sort == sorted);
    };
    add(tr("Sort ascending"), {{.column = name}});
    add(tr("Sort descending"), {{.column = name, .descending = true}});
    if (place != sorted.end()) {
        auto without = sorted;
        without.erase(without.begin() + (place - sorted.begin()));
        add(tr("Do not sort by it"), without);
    } else if (!sorted.empty()) {
        for (const bool descending : {false, true}) {
            auto more = sorted;
            more.push_back({.column = name, .descending = descending});
            add(descending ? tr("Then by it, descending") : tr("Then by it, ascending"), more);
        }
    }
    menu.addSeparator();
}

void TableColumns::widen(const QString &name, double factor)
{
    const int column = m_grid.columnNamed(name);
    if (column < 0)
        return;
    m_grid.setColumnWidth(column, qRound(m_grid.columnWidth(column) * factor));
    emit m_grid.columnResized(column, m_grid.columnWidth(column));
}

QMenu *TableColumns::makeMenu(int column, QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setObjectName(u"columnMenu"_s);
    const auto name = nameOf(column);
    addSorting(*menu, column, name);
    menu->addAction(tr("Filter by it"), this, [this, name] { emit filterRequested(name); });
    menu->addAction(tr("Copy the name"), this, [name] { QGuiApplication::clipboard()->setText(name); });
    menu->addSeparator();
    const auto *arranged = m_arrangement.find(name);
    const auto change = [this](auto edit) {
        auto arrangement = m_arrangement;
        edit(arrangement);
        setArrangement(arrangement);
    };
    auto *hide = menu->addAction(tr("Hide"), this, [change, name] {
        change([&](auto &arrangement) { arrangement.setHidden(name, true); });
    });
    hide->setEnabled(m_arrangement.shownCount() > 1);
    const bool pinned = arranged && arranged->pinned;
    menu->addAction(pinned ? tr("Unpin") : tr("Pin at the left"), this, [change, name, pinned] {
        change([&](auto &arrangement) { arrangement.setPinned(name, !pinned); });
    });
    menu->addAction(tr("Move left"), this,
                    [change, name] { change([&](auto &arrangement) { arrangement.step(name, -1); }); });
    menu->addAction(tr("Move right"), this,
                    [change, name] { change([&](auto &arrangement) { arrangement.step(name, 1); }); });
    menu->addAction(tr("Fit the width"), this, [this, name] {
        if (const int shown = m_grid.columnNamed(name); shown >= 0) {
            m_grid.fitColumn(shown);
            emit m_grid.columnResized(shown, m_grid.columnWidth(shown));
        }
    });
    menu->addAction(tr("Wider"), this, [this, name] { widen(name, widthStep); });
    menu->addAction(tr("Narrower"), this, [this, name] { widen(name, 1 / widthStep); });
    menu->addSeparator();
    menu->addAction(tr("Columns…"), this, &TableColumns::chooserRequested);
    emit menuMade(menu);
    return menu;
}

} // namespace squall::ui
