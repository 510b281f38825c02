// What the grid does with whole rows: notes beside them, panels below them.
#include "ui/grid/grid.h"
#include "ui/grid/gridmargin.h"

namespace squall::ui {

void Grid::setMargin(GridMargin *margin)
{
    if (m_margin)
        m_margin->disconnect(this);
    m_margin = margin;
    if (m_margin) {
        connect(m_margin, &GridMargin::changed, viewport(), qOverload<>(&QWidget::update));
        connect(m_margin, &GridMargin::notesChanged, this, &Grid::measureNotes);
    }
    measureNotes();
}

void Grid::measureNotes()
{
    std::vector<int> widths;
    for (int note = 0; m_margin && note < m_margin->noteCount(); ++note)
        widths.push_back(m_marginPainter.widthOf(*m_margin, note));
    m_layout.setNoteWidths(std::move(widths));
    updateScrollBars();
    viewport()->update();
}

void Grid::setPanels(const std::vector<RowRoom> &panels)
{
    m_layout.setPanels(panels);
    updateScrollBars();
    askForRows();
    viewport()->update();
}

/// True when the press was on something that opens the row.
bool Grid::pressMargin(const QPoint &position)
{
    const qint64 row = m_layout.rowAt(position.y());
    if (!m_margin || row < 0 || !m_margin->canOpen(row))
        return false;
    const int note = m_layout.noteAt(position.x());
    // Half the gutter: the sign alone would be hard to hit.
    const bool arrow = position.x() >= GridLayout::gutterWidth / 2 && position.x() < GridLayout::gutterWidth;
    if (note < 0 && !arrow)
        return false;
    moveTo({row, std::max(0, m_selection.current().column)}, false);
    emit openRequested(row, note);
    return true;
}

void Grid::hover(qint64 row)
{
    if (!m_margin || row == m_hovered)
        return;
    m_hovered = row;
    viewport()->update(0, 0, m_layout.cellsLeft(), viewport()->height());
}

QString Grid::marginTip(const QPoint &position) const
{
    const int note = m_margin ? m_layout.noteAt(position.x()) : -1;
    const bool header = position.y() < GridLayout::headerHeight;
    const qint64 row = m_layout.rowAt(position.y());
    return note < 0 || (!header && row < 0) ? QString() : m_margin->toolTip(note, header ? -1 : row);
}

} // namespace squall::ui
