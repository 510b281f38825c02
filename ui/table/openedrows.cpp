#include "ui/table/openedrows.h"

#include "models/editedrowmodel.h"
#include "models/rowwindowmodel.h"
#include "models/visiblecounts.h"
#include "ui/grid/grid.h"
#include "ui/table/nestedrows.h"
#include "ui/table/rowsview.h"

#include <algorithm>

namespace squall::ui {

OpenedRows::OpenedRows(const Theme &theme, RowsView &view, models::VisibleCounts &counts,
                       models::OpenDatabase &database, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
    , m_view(view)
    , m_rows(view.rows())
    , m_counts(counts)
    , m_database(database)
{
    connect(&view.grid(), &Grid::cellsMoved, this, &OpenedRows::place);
    connect(&m_rows, &models::WindowModel::windowChanged, this, &OpenedRows::follow);
    connect(&m_rows, &models::WindowModel::renumbered, this, [this](qint64 delta) {
        for (auto &opened : m_opened)
            opened.row += delta;
        arrange();
    });
    connect(&m_rows.rows(), &models::RowWindowModel::reloading, this, &OpenedRows::reload);
    connect(&m_rows.rows(), &models::RowWindowModel::stateChanged, this, &OpenedRows::follow);
    connect(&m_rows.rows(), &models::RowWindowModel::sortChanged, this,
            [this] { closeAll(tr("What was open closed: the rows are in another order.")); });
}

const OpenedRows::Opened *OpenedRows::find(qint64 row) const
{
    const auto found = std::find_if(m_opened.begin(), m_opened.end(),
                                    [row](const Opened &opened) { return opened.row == row; });
    return found == m_opened.end() ? nullptr : &*found;
}

NestedRows *OpenedRows::panel(qint64 row) const
{
    const auto *opened = find(row);
    return opened ? opened->panel : nullptr;
}

bool OpenedRows::canOpen(qint64 row) const
{
    return !m_counts.relations().empty() && m_rows.identity(row).has_value();
}

void OpenedRows::open(qint64 row, const models::Relation &relation)
{
    const auto key = m_counts.key(relation, row);
    const auto identity = m_rows.identity(row);
    if (!key || !identity) {
        emit notice(tr("Nothing can point to this row by %1.").arg(relation.toColumns.join(u", ")));
        return;
    }
    auto *shown = panel(row);
    if (!shown) {
        if (m_opened.size() == mostOpened) {
            drop(0);
            emit notice(tr("What was opened first closed: %n rows can be open at once.", nullptr,
                           static_cast<int>(mostOpened)));
        }
        shown = makePanel(*identity);
        m_opened.push_back({*identity, row, shown});
    }
    shown->point(relation, *key);
    arrange();
    shown->show();
    // All of it is to be seen, but not at the cost of the row itself.
    const auto &layout = m_view.grid().layoutOfCells();
    const int below = layout.panel(row).bottom() - m_view.grid().viewport()->rect().bottom();
    const int above = layout.rowTop(row) - GridLayout::headerHeight;
    if (below > 0)
        m_view.grid().scrollVertically(std::min(below, above));
    emit changed();
}

NestedRows *OpenedRows::makePanel(const edit::RowIdentity &identity)
{
    auto *panel = new NestedRows(m_theme, m_database, m_view.grid().viewport());
    panel->setRelations(m_counts.relations());
    connect(panel, &NestedRows::heightChanged, this, &OpenedRows::arrange);
    connect(panel, &NestedRows::notice, this, &OpenedRows::notice);
    connect(panel, &NestedRows::rowsChanged, this, [this, panel] { emit rowsOpened(*panel->rows()); });
    connect(panel, &NestedRows::tabRequested, this,
            [this, panel] { emit tabRequested(panel->relation(), panel->key()); });
    connect(panel, &NestedRows::closeRequested, this, [this, identity] { dropOf(identity); });
    connect(panel, &NestedRows::leaveRequested, &m_view.grid(), qOverload<>(&QWidget::setFocus));
    connect(panel, &NestedRows::relationChosen, this, [this, identity](const models::Relation &relation) {
        if (const qint64 row = rowOf(identity); row >= 0) {
            open(row, relation);
            emit relationChosen(relation);
        }
    });
    return panel;
}

qint64 OpenedRows::rowOf(const edit::RowIdentity &identity) const
{
    const auto found = std::find_if(m_opened.begin(), m_opened.end(),
                                    [&](const Opened &opened) { return opened.identity == identity; });
    return found == m_opened.end() ? -1 : found->row;
}

void OpenedRows::close(qint64 row)
{
    if (const auto *opened = find(row))
        drop(static_cast<size_t>(opened - m_opened.data()));
}

void OpenedRows::dropOf(const edit::RowIdentity &identity)
{
    close(rowOf(identity));
}

void OpenedRows::drop(size_t index)
{
    const auto [identity, row, panel] = m_opened[index];
    m_opened.erase(m_opened.begin() + static_cast<std::ptrdiff_t>(index));
    auto &grid = m_view.grid();
    // Whoever was in there stands on the row again, if there is one.
    if (panel->isAncestorOf(grid.window()->focusWidget())) {
        grid.setFocus();
        if (m_rows.identity(row) == identity)
            grid.setCurrentCell({row, std::max(0, grid.currentCell().column)});
    }
    if (panel->rows())
        panel->rows()->finishEditing();
    panel->hide();
    panel->deleteLater();
    arrange();
    emit changed();
}

void OpenedRows::closeAll(const QString &why)
{
    if (m_opened.empty())
        return;
    while (!m_opened.empty())
        drop(m_opened.size() - 1);
    emit notice(why);
}

void OpenedRows::setRelations(const std::vector<models::Relation> &relations)
{
    for (size_t index = m_opened.size(); index-- > 0;) {
        auto *panel = m_opened[index].panel;
        if (std::find(relations.begin(), relations.end(), panel->relation()) == relations.end())
            drop(index);
        else
            panel->setRelations(relations);
    }
}

void OpenedRows::reload()
{
    for (const auto &opened : m_opened)
        opened.panel->reload();
}

RowsView *OpenedRows::inFront() const
{
    const auto *focus = m_view.focusWidget();
    for (const auto &opened : m_opened) {
        if (focus && opened.panel->isAncestorOf(focus))
            return opened.panel->rows();
    }
    return nullptr;
}

/// The rows may have other numbers, or be gone.
void OpenedRows::follow()
{
    const auto &rows = m_rows.rows();
    if (m_opened.empty() || rows.state() != models::RowWindowModel::State::Ready || rows.isReading())
        return;
    bool gone = false;
    for (size_t index = m_opened.size(); index-- > 0;) {
        if (followOne(m_opened[index]))
            continue;
        drop(index);
        gone = true;
    }
    if (gone)
        emit notice(tr("What was open below a row closed: the row is not there any more."));
    arrange();
}

/// False when it is not where it has to be.
bool OpenedRows::followOne(Opened &opened)
{
    const auto there = m_rows.identity(opened.row);
    if (there != opened.identity) {
        const qint64 row = m_rows.rowOf(opened.identity);
        // Nobody sees a row that is not loaded: it may be where it was.
        if (row < 0)
            return !there && opened.row < m_rows.rowCountEstimate();
        opened.row = row;
    }
    const auto key = m_counts.key(opened.panel->relation(), opened.row);
    if (key && *key != opened.panel->key())
        opened.panel->point(opened.panel->relation(), *key);
    return true;
}

void OpenedRows::arrange()
{
    std::vector<RowRoom> panels;
    for (const auto &opened : m_opened)
        panels.push_back({opened.row, opened.panel->wantedHeight()});
    std::sort(panels.begin(), panels.end(),
              [](const RowRoom &one, const RowRoom &other) { return one.row < other.row; });
    if (panels == m_panels)
        return;
    m_panels = panels;
    m_view.grid().setPanels(panels);
}

/// Below their rows, cut off where the header begins; out of sight they keep the focus.
void OpenedRows::place()
{
    const auto &grid = m_view.grid();
    const auto body = grid.viewport()->rect().adjusted(0, GridLayout::headerHeight, 0, 0);
    for (const auto &opened : m_opened) {
        const auto rect = grid.layoutOfCells().panel(opened.row);
        auto *panel = opened.panel;
        if (!rect.intersects(body)) {
            panel->setGeometry(rect.x(), -rect.height() - 1, rect.width(), rect.height());
            continue;
        }
        panel->setGeometry(rect);
        if (rect.top() < body.top())
            panel->setMask(body.translated(-rect.topLeft()));
        else
            panel->clearMask();
    }
}

} // namespace squall::ui
