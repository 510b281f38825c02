#include "core/layout/piece.h"

#include <cmath>

namespace squall::layout {

namespace {

constexpr double same = 0.01;
/// How far a piece is moved at most.
constexpr double reach = 120;
constexpr double openRoom = 60;
/// How far two routes are followed that run upon each other.
constexpr int deepest = 12;

int signOf(double value)
{
    return value > same ? 1 : value < -same ? -1 : 0;
}

/// Where the course turns at an end of a piece, across it: -1, 1, or 0 where it ends.
int turnAt(const Course &course, int piece, bool forward)
{
    const int next = forward ? piece + 1 : piece - 1;
    if (next < 0 || next >= course.count())
        return 0;
    return signOf(course.end(next, forward) - course.at[piece]);
}

/// Two courses that leave a corner in the same direction, on pieces that lie upon each other.
struct Pair
{
    const Course &a;
    int pieceA;
    bool forwardA;
    const Course &b;
    int pieceB;
    bool forwardB;
};

/// Whether a's piece should have the greater coordinate (1), the smaller (-1), or that is all the same (0).
int preference(const Pair &pair, int direction, int depth)
{
    const double endA = pair.a.end(pair.pieceA, pair.forwardA) * direction;
    const double endB = pair.b.end(pair.pieceB, pair.forwardB) * direction;
    const int turnA = turnAt(pair.a, pair.pieceA, pair.forwardA);
    const int turnB = turnAt(pair.b, pair.pieceB, pair.forwardB);
    if (endA < endB - same)
        return turnA;
    if (endB < endA - same)
        return -turnB;
    if (turnA != turnB)
        return turnA > turnB ? 1 : -1;
    if (turnA == 0 || depth >= deepest)
        return 0;
    const Pair next{pair.a, pair.pieceA + (pair.forwardA ? 1 : -1), pair.forwardA,
                    pair.b, pair.pieceB + (pair.forwardB ? 1 : -1), pair.forwardB};
    return preference(next, turnA, depth + 1) * (direction < 0 ? turnA : -turnA);
}

/// What a piece's end says about another piece that runs beside it: as `crossingsBefore`, for `a`.
int endAgainst(const Course &course, int piece, bool forward, const Piece &other)
{
    const double end = course.end(piece, forward);
    if (end <= other.span.from + same || end >= other.span.to - same)
        return 0;
    return turnAt(course, piece, forward);
}

/// The same for both ends of all that lie upon it.
int endsAgainst(const std::vector<Course> &courses, const Piece &piece, const Piece &other)
{
    int more = 0;
    for (const bool forward : {false, true}) {
        more += endAgainst(courses[piece.course], piece.index, forward, other);
        for (const auto &[course, index] : piece.others)
            more += endAgainst(courses[course], index, forward, other);
    }
    return more;
}

/// Keeps a piece next to the end of a route away from the box, so that the stub stays as long as it should
/// be.
void keepStub(Span &room, const Course &course, int piece, double stub)
{
    if (piece == 1) {
        if (course.leaves == Side::Right || course.leaves == Side::Bottom)
            room.from = std::max(room.from, course.start + stub);
        else
            room.to = std::min(room.to, course.start - stub);
    }
    if (piece == course.count() - 2) {
        if (course.enters == Side::Right || course.enters == Side::Bottom)
            room.from = std::max(room.from, course.finish + stub);
        else
            room.to = std::min(room.to, course.finish - stub);
    }
}

struct Rooms
{
    Span room;
    Span free;
};

Rooms roomsOf(const Course &course, int piece, const Obstacles &around, const Options &options)
{
    const double at = course.at[piece];
    const bool isFirst = piece == 0;
    const bool isLast = piece == course.count() - 1;
    if (course.isFixed || (isFirst && course.first.empty()) || (isLast && course.last.empty()))
        return {{at, at}, {at, at}};
    auto span = course.span(piece);
    if (isFirst || isLast) {
        // The box at which it ends is no obstacle to it.
        const double step = std::min(1.0, (span.to - span.from) / 2);
        span = {span.from + step, span.to - step};
    }
    const auto free = around.across(at, span, reach);
    const double distance = std::min(options.lineGap, (free.to - free.from) / 4);
    Span room{free.from + distance, free.to - distance};
    if (isFirst)
        room = {std::max(room.from, course.first.from), std::min(room.to, course.first.to)};
    if (isLast)
        room = {std::max(room.from, course.last.from), std::min(room.to, course.last.to)};
    const auto withoutStubs = room;
    keepStub(room, course, piece, options.stub);
    // Where nothing is on one side it stays near to what is on the other.
    const bool opensUp = free.to >= at + reach;
    const bool opensDown = free.from <= at - reach;
    if (opensUp && !opensDown)
        room.to = std::min(room.to, room.from + openRoom);
    else if (opensDown && !opensUp)
        room.from = std::max(room.from, room.to - openRoom);
    return {room.from <= room.to ? room : Span{at, at}, withoutStubs};
}

} // namespace

std::vector<Piece> piecesOf(const std::vector<Course> &courses, bool upright, const Obstacles &around,
                            const Options &options, const Cancelled &cancelled)
{
    constexpr int coursesBetweenQuestions = 64;
    std::vector<Piece> pieces;
    for (int i = 0; i < static_cast<int>(courses.size()); ++i) {
        if (i % coursesBetweenQuestions == 0 && cancelled && cancelled())
            break;
        const auto &course = courses[i];
        for (int piece = 0; piece < course.count(); ++piece) {
            if (course.isUpright(piece) != upright)
                continue;
            const auto [room, free] = roomsOf(course, piece, around, options);
            pieces.push_back(
                {i, piece, std::clamp(course.at[piece], room.from, room.to), course.span(piece), room, free});
        }
    }
    return pieces;
}

int crossingsBefore(const std::vector<Course> &courses, const Piece &a, const Piece &b)
{
    const auto &courseA = courses[a.course];
    const auto &courseB = courses[b.course];
    int more = 0;
    more += endsAgainst(courses, a, b);
    more -= endsAgainst(courses, b, a);
    for (const bool forwardA : {false, true}) {
        for (const bool forwardB : {false, true}) {
            const double end = courseA.end(a.index, forwardA);
            if (std::abs(end - courseB.end(b.index, forwardB)) > same)
                continue;
            const int turnA = turnAt(courseA, a.index, forwardA);
            const int turnB = turnAt(courseB, b.index, forwardB);
            const bool atFrom = end <= a.span.from + same;
            if (atFrom != (end <= b.span.from + same))
                continue;
            if (turnA != turnB) {
                more += turnA > turnB ? 1 : -1;
            } else if (turnA != 0) {
                const Pair pair{courseA, a.index + (forwardA ? 1 : -1), forwardA,
                                courseB, b.index + (forwardB ? 1 : -1), forwardB};
                more += preference(pair, turnA, 0) * (atFrom ? turnA : -turnA);
            }
        }
    }
    return more;
}

} // namespace squall::layout
