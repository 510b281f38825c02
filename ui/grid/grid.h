#pragma once

#include "ui/grid/gridcolumn.h"
#include "ui/grid/gridlayout.h"
#include "ui/grid/gridmarginpainter.h"
#include "ui/grid/gridpainter.h"
#include "ui/grid/gridselection.h"

#include <QAbstractScrollArea>
#include <QHash>
#include <QTimer>

#include <optional>

class QHelpEvent;

namespace squall::ui {

class GridEditing;
class GridMargin;

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
    /// The same cells under other numbers, say: nothing scrolls. An empty one leaves no cell current; from
    /// the keyboard it goes on where the current one was.
    void setSelection(const GridSelection &selection);
    /// The selection's last rectangle as far as it is loaded, in several formats, on the clipboard; or
    /// somebody is asked to copy what is selected.
    void copy();
    void setCopiesItself(bool itself) { m_copiesItself = itself; }

    qint64 topRow() const { return m_layout.visibleRows().first; }
    void scrollToRow(qint64 row);
    void scrollVertically(qint64 pixels) { scrollBy(0, pixels); }
    int columnWidth(int column) const { return m_layout.columnWidth(column); }
    void setColumnWidth(int column, int width);
    void fitColumn(int column);
    /// The first columns stay where they are while the others scroll sideways.
    void setPinnedCount(int columns);
    int columnNamed(const QString &name) const;
    /// The left edge of what shows, in pixels from the first column that scrolls.
    qint64 scrolledBy() const { return m_layout.x(); }
    void scrollTo(qint64 x, qint64 row);
    const GridLayout &layoutOfCells() const { return m_layout; }

    /// What is said of whole rows beside the gutter; it outlives the grid or is replaced. nullptr says
    /// nothing.
    void setMargin(GridMargin *margin);
    GridMargin *margin() const { return m_margin; }
    /// Room under rows for children of the viewport, which follow `cellsMoved`.
    void setPanels(const std::vector<RowRoom> &panels);

    /// Who edits its cells, a child; nobody, as long as none is set.
    void setEditing(GridEditing *editing);
    GridEditing *editing() const { return m_editing; }
    /// A cell whose value is being read says so; an invalid one takes that back.
    void setWaitingCell(CellPosition cell);
    /// The smallest scroll that shows the cell whole.
    void reveal(CellPosition cell);
    void step(Motion motion);
    /// To the next cell, or the one before, in the order of reading; false at the end of the table.
    bool stepSideways(int cells);
    /// Where the cells of a column may show.
    QRect bodyOf(int column) const;
    QFont fontOf(int column) const;

    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

    /// What a screen reader says of the current cell: its value, then the coordinate that changed.
    QString spokenCell(CellPosition cell) const;

signals:
    void currentChanged(qint64 row, int column);
    void selectionChanged();
    /// Ctrl and a click on a foreign key; the cell is the current one now.
    void followRequested();
    /// Enter or a double click on a cell.
    void activated(qint64 row, int column);
    /// A click on a header; with Shift the column joins those already sorted by.
    void sortRequested(int column, bool add);
    void windowNeeded(qint64 first, int count);
    /// A click on a note, or on the sign in the gutter (`note` is -1).
    void openRequested(qint64 row, int note);
    /// Alt+Enter: into what is below the row.
    void enterRequested(qint64 row);
    void marginMenuRequested(const QPoint &globalPosition);
    /// Of a grid that does not copy by itself.
    void copyRequested();
    void copied(qint64 rows, qint64 missingRows, qint64 cutValues);
    void contextMenuRequested(const QPoint &globalPosition);
    /// Somebody set a width by hand.
    void columnResized(int column, int width);
    /// By dragging its header, or by Alt+Shift with the arrows: it is to stand where `target` stands.
    void columnMoveRequested(int column, int target);
    void columnMenuRequested(int column, const QPoint &globalPosition);
    /// Cells lie elsewhere in the viewport: scrolled, or another width.
    void cellsMoved();

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
    enum class Drag { None, Cells, Rows, Columns, Border, Moving };

    /// What stays when the model starts over with other columns, or the same in another order.
    struct Kept
    {
        qint64 x = 0;
        qint64 y = 0;
        qint64 row = -1;
        QString column = {};
    };

    void reset();
    void keep();
    void keepWidths();
    void restoreKept();
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
    CellPosition movedBy(Motion motion) const;
    bool moveByKey(const QKeyEvent &event);
    void pressHeader(const QMouseEvent &event);
    void dragHeader(const QPoint &position);
    void dropHeader();
    bool moveColumnByKey(const QKeyEvent &event);
    void pressGutter(const QMouseEvent &event);
    bool pressMargin(const QPoint &position);
    void measureNotes();
    void hover(qint64 row);
    void selectColumn(int column);
    void showCursorAt(const QPoint &position);
    QString marginTip(const QPoint &position) const;
    QString cellTip(const QPoint &position) const;
    bool showToolTip(const QHelpEvent &event);

    const Theme &m_theme;
    models::WindowModel *m_model = nullptr;
    GridPainter m_painter;
    GridMarginPainter m_marginPainter;
    GridLayout m_layout;
    GridSelection m_selection;
    CellPosition m_left; ///< where the current cell was before there was none
    std::vector<GridColumn> m_columns;
    std::vector<bool> m_fitted;
    QHash<QString, int> m_widths; ///< of columns that were fitted or set, by name
    Kept m_kept;
    QTimer m_patience; ///< ends when missing rows have been missed long enough to show it
    bool m_skeleton = false;
    bool m_movingBars = false;
    bool m_rowMoved = true;
    Drag m_drag = Drag::None;
    int m_draggedColumn = -1;
    int m_dropColumn = -1; ///< where a column that is being moved would stand
    int m_dragStart = 0;
    int m_wheelRest = 0;
    std::pair<qint64, int> m_asked = {-1, 0};
    GridEditing *m_editing = nullptr; ///< a child
    CellPosition m_waiting;
    bool m_copiesItself = true;
    GridMargin *m_margin = nullptr;
    qint64 m_hovered = -1; ///< the row under the mouse
};

} // namespace squall::ui
