#include "models/diagram/aligning.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>

namespace squall::models {

namespace {

constexpr double gap = 24;  ///< between two that are moved apart
constexpr double least = 8; ///< between two that need not be

double onGrid(double value)
{
    return std::round(value / diagramGrid) * diagramGrid;
}

/// A box as what lies along the line, which is upright for boxes that get the same left side.
struct Piece
{
    double at = 0; ///< along the line
    double length = 0;
    double side = 0; ///< beside the line
    double width = 0;

    double end() const { return at + length; }
    double middle() const { return at + length / 2; }
    bool meets(const Piece &other, double room) const
    {
        return at < other.end() + room && other.at < end() + room && side < other.side + other.width &&
               other.side < side + width;
    }
};

bool isUpright(Alignment alignment)
{
    return alignment == Alignment::Left || alignment == Alignment::Center || alignment == Alignment::Right ||
           alignment == Alignment::Down;
}

Piece pieceOf(const QRectF &rect, bool upright)
{
    return upright ? Piece{rect.top(), rect.height(), rect.left(), rect.width()}
                   : Piece{rect.left(), rect.width(), rect.top(), rect.height()};
}

QPointF cornerOf(const Piece &piece, bool upright)
{
    return upright ? QPointF(piece.side, piece.at) : QPointF(piece.at, piece.side);
}

/// The smallest that holds all.
Piece around(const std::vector<Piece> &pieces)
{
    Piece all = pieces.front();
    for (const auto &piece : pieces) {
        const double end = std::max(all.end(), piece.end());
        const double width = std::max(all.side + all.width, piece.side + piece.width);
        all.at = std::min(all.at, piece.at);
        all.side = std::min(all.side, piece.side);
        all.length = end - all.at;
        all.width = width - all.side;
    }
    return all;
}

void putOnLine(std::vector<Piece> &pieces, Alignment alignment)
{
    const auto all = around(pieces);
    for (auto &piece : pieces) {
        const double room = all.width - piece.width;
        if (alignment == Alignment::Left || alignment == Alignment::Top)
            piece.side = all.side;
        else if (alignment == Alignment::Right || alignment == Alignment::Bottom)
            piece.side = all.side + room;
        else
            piece.side = std::round(all.side + room / 2);
    }
}

/// As they follow each other, with what room there is between them spread evenly.
void spread(std::vector<Piece> &pieces, const std::vector<std::size_t> &order)
{
    const auto all = around(pieces);
    const double filled = std::accumulate(pieces.begin(), pieces.end(), 0.0,
                                          [](double sum, const auto &each) { return sum + each.length; });
    const double between =
        std::max(gap, (all.length - filled) / std::max(1.0, static_cast<double>(pieces.size()) - 1));
    double next = all.at;
    for (const std::size_t each : order) {
        pieces[each].at = std::round(next);
        next += pieces[each].length + between;
    }
}

/// Moves on, one after the other, what would lie on something.
void moveApart(std::vector<Piece> &pieces, const std::vector<std::size_t> &order,
               const std::vector<Piece> &others)
{
    std::vector<Piece> placed;
    for (const std::size_t each : order) {
        auto &piece = pieces[each];
        for (bool moved = true; moved;) {
            moved = false;
            const auto pass = [&](const Piece &other, double room) {
                if (!piece.meets(other, room))
                    return;
                // Never back: what is on the grid already would not come on.
                piece.at = std::ceil((other.end() + gap) / diagramGrid) * diagramGrid;
                moved = true;
            };
            for (const auto &other : placed)
                pass(other, least);
            for (const auto &other : others)
                pass(other, 0);
        }
        placed.push_back(piece);
    }
}

} // namespace

std::vector<QPointF> aligned(const std::vector<QRectF> &boxes, const std::vector<QRectF> &others,
                             Alignment alignment)
{
    if (boxes.empty())
        return {};
    const bool upright = isUpright(alignment);
    std::vector<Piece> pieces;
    std::vector<Piece> taken;
    pieces.reserve(boxes.size());
    taken.reserve(others.size());
    for (const auto &box : boxes)
        pieces.push_back(pieceOf(box, upright));
    for (const auto &other : others)
        taken.push_back(pieceOf(other, upright));
    std::vector<std::size_t> order(pieces.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
        return pieces[one].middle() < pieces[other].middle();
    });
    if (alignment == Alignment::Across || alignment == Alignment::Down)
        spread(pieces, order);
    else
        putOnLine(pieces, alignment);
    moveApart(pieces, order, taken);
    std::vector<QPointF> corners;
    corners.reserve(pieces.size());
    for (const auto &piece : pieces)
        corners.push_back(cornerOf(piece, upright));
    return corners;
}

namespace {

/// A side of the held one that can be brought in line with the same side of another one.
struct Match
{
    double by = 0;
    double at = 0; ///< where both are then
    const QRectF *other = nullptr;
};

std::optional<Match> nearest(const QRectF &moved, const std::vector<QRectF> &others, double reach,
                             bool across)
{
    std::optional<Match> best;
    for (const auto &other : others) {
        const std::array<std::pair<double, double>, 2> sides =
            across
                ? std::array{std::pair(moved.left(), other.left()), std::pair(moved.right(), other.right())}
                : std::array{std::pair(moved.top(), other.top()), std::pair(moved.bottom(), other.bottom())};
        for (const auto &[own, its] : sides) {
            const double by = its - own;
            if (std::abs(by) <= reach && (!best || std::abs(by) < std::abs(best->by)))
                best = Match{by, its, &other};
        }
    }
    return best;
}

} // namespace

Snap snapped(const QRectF &held, QPointF by, const std::vector<QRectF> &others, double reach)
{
    const auto moved = held.translated(by);
    const auto across = nearest(moved, others, reach, true);
    const auto down = nearest(moved, others, reach, false);
    Snap snap{.by = {across ? by.x() + across->by : onGrid(moved.left()) - held.left(),
                     down ? by.y() + down->by : onGrid(moved.top()) - held.top()}};
    const auto there = held.translated(snap.by);
    if (across)
        snap.guides.emplace_back(across->at, std::min(there.top(), across->other->top()), across->at,
                                 std::max(there.bottom(), across->other->bottom()));
    if (down)
        snap.guides.emplace_back(std::min(there.left(), down->other->left()), down->at,
                                 std::max(there.right(), down->other->right()), down->at);
    return snap;
}

} // namespace squall::models
