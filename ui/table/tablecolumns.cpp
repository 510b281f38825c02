#include "ui/table/tablecolumns.h"

#include "models/rowwindowmodel.h"
#include "ui/grid/grid.h"

#include <QMenu>

namespace squall::ui {

using namespace Qt::StringLiterals;

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

QMenu *TableColumns::makeMenu(int column, QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setObjectName(u"columnMenu"_s);
    const auto name = nameOf(column);
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
    menu->addSeparator();
    menu->addAction(tr("Columns…"), this, &TableColumns::chooserRequested);
    return menu;
}

} // namespace squall::ui
