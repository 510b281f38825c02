#pragma once

#include "ui/grid/gridcolumn.h"
#include "ui/grid/gridlayout.h"
#include "ui/grid/gridmarks.h"
#include "ui/grid/gridselection.h"
#include "ui/grid/gridtext.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>

class QPainter;

namespace squall::ui {

/// Everything one frame of a grid shows.
struct GridScene
{
    const GridLayout &layout;
    const std::vector<GridColumn> &columns;
    const GridSelection &selection;
    const models::WindowModel *model = nullptr;
    bool focused = false;
    bool skeleton = false;     ///< rows that are not there yet show as bars
    CellPosition waiting = {}; ///< a cell whose whole value is being read
    int dropColumn = -1;       ///< beside which a column that is being moved would stand
    bool dropAfter = false;
    bool header = true; ///< not when it is still there from the last frame
    bool opens = false; ///< the gutter also has a sign that opens rows
};

/// Draws a grid's frames; what it remembers between them is shaped text.
class GridPainter
{
    Q_DECLARE_TR_FUNCTIONS(squall::ui::GridPainter)

public:
    explicit GridPainter(const Theme &theme);

    void paint(QPainter &painter, const GridScene &scene);
    void forgetText() { m_text.clear(); }
    const QFont &fontOf(const GridColumn &column) const;
    /// The width at which a column's header and the given cell show whole.
    int headerWidth(const GridColumn &column) const;
    int cellWidth(const GridColumn &column, const GridCell &cell) const;

private:
    /// First and one past the last: the scrolling columns that show, or the pinned ones.
    using Columns = std::pair<int, int>;

    void paintRow(QPainter &painter, const GridScene &scene, qint64 row, Columns columns);
    void paintSkeleton(QPainter &painter, const GridScene &scene, qint64 row, Columns columns);
    void paintGround(QPainter &painter, const GridScene &scene, const GridMarks &marks, const QRect &rect,
                     bool selected);
    void paintCell(QPainter &painter, const GridColumn &column, const GridCell &cell, const GridMarks &marks,
                   const QRect &rect, bool selected);
    void paintLines(QPainter &painter, const GridScene &scene, Columns columns);
    void paintHeader(QPainter &painter, const GridScene &scene);
    void paintHeaderCells(QPainter &painter, const GridScene &scene, Columns columns);
    void paintPinnedEdge(QPainter &painter, const GridScene &scene);
    void paintDrop(QPainter &painter, const GridScene &scene);
    void paintHeaderCell(QPainter &painter, const GridColumn &column, const QRect &rect, bool selected);
    void paintGutter(QPainter &painter, const GridScene &scene);
    void paintGutterRow(QPainter &painter, const GridScene &scene, qint64 row);
    void paintCurrent(QPainter &painter, const GridScene &scene);
    /// Gives where the text stands.
    QRectF paintReference(QPainter &painter, const GridCell &cell, const GridMarks &marks,
                          const QRect &inside, bool selected);
    QRectF write(QPainter &painter, const QString &text, GridFont face, const QRect &rect, Token color,
                 bool right);

    const Theme &m_theme;
    GridText m_text;
};

} // namespace squall::ui
