#pragma once

#include "core/layout/rect.h"

#include <vector>

namespace squall::layout {

/// Says how far upright lines among rectangles can run and move. Built of transposed rectangles, it says so
/// of level ones.
class Obstacles
{
public:
    /// No line comes closer to a rectangle than this.
    static constexpr double least = 0.5;

    explicit Obstacles(std::vector<Rect> rects);

    /// How far the line at `x` through `y` runs before it meets something, as the borders that it meets;
    /// empty within an obstacle.
    Span along(double x, double y, const Span &within) const;
    /// How far the line at `x` from `y.from` to `y.to` can be moved aside before it meets something, at most
    /// `reach` to each side.
    Span across(double x, const Span &y, double reach) const;
    /// Whether nothing lies on that line.
    bool isFree(double x, const Span &y) const;

    const std::vector<Rect> &rects() const { return m_rects; }
    const Rect &bounds() const { return m_bounds; }

private:
    struct Cells
    {
        const int *first;
        const int *last;
        const int *begin() const { return first; }
        const int *end() const { return last; }
    };
    Cells cell(int column, int row) const;
    int columnOf(double x) const;
    int rowOf(double y) const;
    void fill();

    std::vector<Rect> m_rects;
    Rect m_bounds;
    double m_cellWidth = 1;
    double m_cellHeight = 1;
    int m_columns = 1;
    int m_rows = 1;
    std::vector<int> m_first; ///< of each cell, in m_members
    std::vector<int> m_members;
};

/// The same boxes, for lines of either direction.
struct Surroundings
{
    explicit Surroundings(const std::vector<Rect> &rects);

    Obstacles upright;
    Obstacles level; ///< transposed
};

} // namespace squall::layout
