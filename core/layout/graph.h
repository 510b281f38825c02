#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <functional>
#include <optional>
#include <vector>

/// Where the boxes of a diagram lie and how the lines between them run. Knows nothing of tables.
namespace squall::layout {

/// Something to place. Its number is its place in `Graph::boxes`.
struct Box
{
    QSizeF size;
    /// Boxes of one group (a schema) are kept together where the edges do not say otherwise; -1: of none.
    int group = -1;
    /// Where lines can end, as heights below the top of the box: the middles of its rows.
    std::vector<qreal> ports = {};

    bool operator==(const Box &) const = default;
};

/// One end of an edge: at the height of a port, left or right, or anywhere around the box.
struct End
{
    static constexpr int anywhere = -1;

    int box = 0;
    int port = anywhere; ///< place in `Box::ports`

    bool operator==(const End &) const = default;
};

/// Both ends may be of one box, and several edges may join the same two.
struct Edge
{
    End from;
    End to;

    bool operator==(const Edge &) const = default;
};

struct Graph
{
    std::vector<Box> boxes;
    std::vector<Edge> edges;

    bool operator==(const Graph &) const = default;
};

struct Options
{
    qreal aspect = 1.6;   ///< width by height that the whole should have
    qreal columnGap = 64; ///< least room between boxes that lie side by side
    qreal rowGap = 36;    ///< and between those above each other
    qreal stub = 20;      ///< what a line runs straight at each end, for what is drawn there
    qreal lineGap = 8;    ///< between lines that run beside each other
};

enum class Side { Left, Right, Top, Bottom };

/// How the line of an edge runs: from `points.front()` at the border of its first box to `points.back()` at
/// that of its second, each piece level or upright, no two pieces in one direction. Its first and last piece
/// are as long as the stub where there is room.
struct Route
{
    std::vector<QPointF> points = {};
    Side leaves = Side::Right;
    Side enters = Side::Left;

    bool operator==(const Route &) const = default;
};

/// Top left corners, by box.
using Positions = std::vector<QPointF>;

/// A graph, laid out.
struct Picture
{
    Positions positions;
    std::vector<Route> routes; ///< by edge
    QRectF bounds = {};        ///< of boxes and lines

    bool operator==(const Picture &) const = default;
};

/// Says whether nobody wants the answer any more. Asked every few milliseconds, by the thread that works.
using Cancelled = std::function<bool()>;

} // namespace squall::layout
