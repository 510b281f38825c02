#pragma once

#include "core/layout/rect.h"

#include <vector>

namespace squall::layout {

/// Boxes that stand in columns, the left borders of each in one line, and the room that lines need between
/// them.
class Columns
{
public:
    /// Columns of about the same height for boxes that stand at `points` in no unit in particular, as many as
    /// give the whole the aspect that is asked for.
    Columns(const Graph &graph, const std::vector<QPointF> &points, const Options &options);

    int count() const { return static_cast<int>(m_columns.size()); }
    const std::vector<int> &column(int number) const { return m_columns[number]; }
    int columnOf(int box) const { return m_columnOf[box]; }
    int placeOf(int box) const { return m_placeOf[box]; }
    double left(int column) const { return m_lefts[column]; }
    double right(int column) const { return m_lefts[column] + m_widths[column]; }
    double top(int box) const { return m_tops[box]; }
    double height(int box) const { return m_graph->boxes[box].size.height(); }
    double heightOfColumn(int column) const;
    Rect rect(int box) const { return rectOf(m_graph->boxes[box], {m_lefts[m_columnOf[box]], m_tops[box]}); }
    Positions positions() const;

    void swap(int one, int other);
    void moveTo(int box, int column, int place);
    /// Gives boxes of a column the tops that are nearest to those wanted, in its order and with the gaps
    /// between.
    void setTops(int column, const std::vector<double> &wanted, const std::vector<double> &weights);
    /// Around where it is.
    void restack(int column);

    /// Widens the gap to the next column; the others move along.
    void setGapAfter(int column, double gap);
    double gapAfter(int column) const { return m_gaps[column]; }
    /// Effective with the next `setTops`.
    void setGapBelow(int box, double gap) { m_gapsBelow[box] = gap; }
    double gapBelow(int box) const { return m_gapsBelow[box]; }

private:
    void deal(const std::vector<QPointF> &points, const Options &options);
    void number(int column);
    void placeColumns();

    const Graph *m_graph;
    std::vector<std::vector<int>> m_columns;
    std::vector<int> m_columnOf;
    std::vector<int> m_placeOf;
    std::vector<double> m_tops;
    std::vector<double> m_gapsBelow;
    std::vector<double> m_widths;
    std::vector<double> m_gaps;
    std::vector<double> m_lefts;
};

} // namespace squall::layout
