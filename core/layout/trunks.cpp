#include "core/layout/trunks.h"

#include <cmath>
#include <tuple>

namespace squall::layout {

namespace {

constexpr double same = 0.01;

double lengthOf(const Span &span)
{
    return span.to - span.from;
}

Span common(const Span &a, const Span &b)
{
    return {std::max(a.from, b.from), std::min(a.to, b.to)};
}

/// The longest of them stands for all. One that could not move for the sake of its stub does not hold the
/// others.
Piece trunkOf(const std::vector<Piece> &pieces, double at)
{
    const auto longest = std::max_element(pieces.begin(), pieces.end(), [](const Piece &a, const Piece &b) {
        return lengthOf(a.span) < lengthOf(b.span);
    });
    auto trunk = *longest;
    for (const auto &piece : pieces) {
        if (&piece != &*longest)
            trunk.others.emplace_back(piece.course, piece.index);
        trunk.span = {std::min(trunk.span.from, piece.span.from), std::max(trunk.span.to, piece.span.to)};
        trunk.room = common(trunk.room, piece.room);
        trunk.free = common(trunk.free, piece.free);
    }
    if (trunk.room.empty())
        trunk.room = trunk.free;
    if (trunk.room.empty())
        trunk.room = {at, at};
    trunk.at = std::clamp(at, trunk.room.from, trunk.room.to);
    return trunk;
}

/// Onto a piece that stays, where it can go there.
void join(Piece &piece, const std::vector<Piece> &fixed, const std::vector<Course> &courses)
{
    for (const auto &other : fixed) {
        if (courses[other.course].bundle == courses[piece.course].bundle && piece.room.from <= other.at &&
            other.at <= piece.room.to && piece.span.from < other.span.to && other.span.from < piece.span.to) {
            piece.at = other.at;
            piece.room = {other.at, other.at};
            return;
        }
    }
}

} // namespace

std::vector<Piece> withTrunks(const std::vector<Piece> &pieces, const std::vector<Course> &courses)
{
    std::vector<Piece> result;
    std::vector<Piece> bundled;
    std::vector<Piece> fixed;
    for (const auto &piece : pieces) {
        const auto &course = courses[piece.course];
        if (course.bundle < 0 || course.isFixed)
            result.push_back(piece);
        else
            bundled.push_back(piece);
        if (course.bundle >= 0 && course.isFixed)
            fixed.push_back(piece);
    }
    const auto bundleOf = [&](const Piece &piece) { return courses[piece.course].bundle; };
    const auto atOf = [&](const Piece &piece) { return courses[piece.course].at[piece.index]; };
    std::sort(bundled.begin(), bundled.end(), [&](const Piece &a, const Piece &b) {
        return std::tuple(bundleOf(a), atOf(a), a.span.from, a.course, a.index) <
               std::tuple(bundleOf(b), atOf(b), b.span.from, b.course, b.index);
    });
    for (std::size_t i = 0; i < bundled.size();) {
        std::vector<Piece> together{bundled[i]};
        double to = bundled[i].span.to;
        for (++i; i < bundled.size() && bundleOf(bundled[i]) == bundleOf(together.front()) &&
                  atOf(bundled[i]) - atOf(together.front()) < same && bundled[i].span.from <= to + same;
             ++i) {
            to = std::max(to, bundled[i].span.to);
            together.push_back(bundled[i]);
        }
        result.push_back(trunkOf(together, atOf(together.front())));
        join(result.back(), fixed, courses);
    }
    return result;
}

} // namespace squall::layout
