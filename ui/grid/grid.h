#pragma once

#include "ui/grid/gridcolumn.h"
#include "ui/grid/gridlayout.h"
#include "ui/grid/gridpainter.h"
#include "ui/grid/gridselection.h"

#include <QAbstractScrollArea>
#include <QTimer>

#include <optional>

class QHelpEvent;

namespace squall::ui {

/// A table of any number of rows over the window of them that a model has loaded. Rows are counted in 64 bits
/// throughout; what is missing is asked for by `windowNeeded` and shown as bars when it takes its time.
class Grid : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit Grid(const Theme &theme, QWidget *parent = nullptr);
    ~Grid() override;

    /// Shows `model`, which outlives the grid or is replaced; nullptr shows nothing.
    void setModel(models::WindowModel *model);
    models::WindowModel *model() const { return m_model; }

    CellPosition currentCell() const { return m_selection.current(); }
    const GridSelection &selection() const { return m_selection; }
    void setCurrentCell(CellPosition cell);
    void selectAll();
    void selectCells(const CellRange &range);
    /// The selection's last rectangle, in several formats, on the clipboard.
    void copy();

    qint64 topRow() const { return m_layout.visibleRows().first; }
    void scrollToRow(qint64 row);
    int columnWidth(int column) const { return m_layout.columnWidth(column); }
    void setColumnWidth(int column, int width);
    void fitColumn(int column);
    const GridLayout &layoutOfCells() const { return m_layout; }

    /// What a screen reader says of the current cell: its value, then the coordinate that changed.
    QString spokenCell(CellPosition cell) const;

signals:
    void currentChanged(qint64 row, int column);
    void selectionChanged();
    /// Enter or a double click on a cell.
    void activated(qint64 row, int column);
    /// A click on a header; with Shift the column joins those already sorted by.
    void sortRequested(int column, bool add);
    void windowNeeded(qint64 first, int count);
    void copied(qint64 rows, qint64 missingRows, qint64 cutValues);
    void contextMenuRequested(const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    enum class Drag { None, Cells, Rows, Columns, Border };

    void reset();
    void readColumns();
    void updateWindow();
    void shiftRows(qint64 delta);
    void fitNewColumns();
    void askForRows();
    void updateScrollBars();
    void scrollBy(qint64 dx, qint64 dy);
    void stepVertically(int action);
    void moveTo(CellPosition cell, bool extend);
    void announce(CellPosition before);
    bool moveByKey(const QKeyEvent &event);
    void pressHeader(const QMouseEvent &event);
    void pressGutter(const QMouseEvent &event);
    void selectColumn(int column);
    void showCursorAt(const QPoint &position);
    bool showToolTip(const QHelpEvent &event);

    const Theme &m_theme;
    models::WindowModel *m_model = nullptr;
    GridPainter m_painter;
    GridLayout m_layout;
    GridSelection m_selection;
    std::vector<GridColumn> m_columns;
    std::vector<bool> m_fitted;
    QTimer m_patience; ///< ends when missing rows have been missed long enough to show it
    bool m_skeleton = false;
    bool m_movingBars = false;
    bool m_rowMoved = true;
    Drag m_drag = Drag::None;
    int m_draggedColumn = -1;
    int m_dragStart = 0;
    int m_wheelRest = 0;
    std::pair<qint64, int> m_asked = {-1, 0};
};

} // namespace squall::ui
