#include "models/diagram/diagramnotes.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace squall::models {

namespace {

constexpr double around = 8;
constexpr double step = 24;
constexpr int mostRings = 60;
const QSizeF usualSize(208, 72);

double distance(const QRectF &one, const QRectF &other)
{
    const double across = std::max({0.0, one.left() - other.right(), other.left() - one.right()});
    const double down = std::max({0.0, one.top() - other.bottom(), other.top() - one.bottom()});
    return std::hypot(across, down);
}

/// As far from a table's nearest sides as it was when that lay elsewhere, or was of another size.
QPointF beside(const QRectF &note, const QRectF &before, const QRectF &now)
{
    const bool isRight = note.center().x() > before.center().x();
    const bool isBelow = note.center().y() > before.center().y();
    return {isRight ? note.left() - before.right() + now.right() : note.left() - before.left() + now.left(),
            isBelow ? note.top() - before.bottom() + now.bottom() : note.top() - before.top() + now.top()};
}

/// As near as there is room.
QPointF freeSpot(const QRectF &wanted, const std::vector<QRectF> &taken)
{
    const auto isFree = [&](QPointF at) {
        const auto rect = QRectF(at, wanted.size()).adjusted(-around, -around, around, around);
        return std::none_of(taken.begin(), taken.end(),
                            [&](const QRectF &each) { return each.intersects(rect); });
    };
    if (isFree(wanted.topLeft()))
        return wanted.topLeft();
    for (int ring = 1; ring <= mostRings; ++ring) {
        for (int along = -ring; along <= ring; ++along) {
            for (const auto way :
                 {QPointF(along, -ring), QPointF(along, ring), QPointF(-ring, along), QPointF(ring, along)}) {
                if (isFree(wanted.topLeft() + way * step))
                    return wanted.topLeft() + way * step;
            }
        }
    }
    return wanted.topLeft();
}

QPointF followed(const QRectF &note, const DiagramPlaces &before, const DiagramPlaces &now)
{
    double least = std::numeric_limits<double>::infinity();
    ObjectId nearest;
    for (auto place = before.begin(); place != before.end(); ++place) {
        if (!now.contains(place.key()))
            continue;
        const double away = distance(note, place.value());
        // Of those that are as near, always the same.
        if (away < least || (away == least && place.key() < nearest)) {
            least = away;
            nearest = place.key();
        }
    }
    if (!std::isfinite(least))
        return note.topLeft();
    return beside(note, before[nearest], now[nearest]);
}

} // namespace

std::vector<DiagramNote> placedNotes(std::vector<DiagramNote> notes, DiagramDetail detail,
                                     const std::array<DiagramPlaces, 3> &before, const DiagramPlaces &now,
                                     bool anew)
{
    std::vector<QRectF> taken;
    for (const auto &place : now)
        taken.push_back(place);
    for (auto &note : notes) {
        auto &place = note.place(detail);
        if (!place.isEmpty() && !anew)
            continue;
        const auto source = std::find_if(note.places.begin(), note.places.end(),
                                         [](const QRectF &each) { return !each.isEmpty(); });
        const auto from = !place.isEmpty() ? static_cast<std::size_t>(detail)
                                           : static_cast<std::size_t>(source - note.places.begin());
        const auto was = from < note.places.size() ? note.places[from] : QRectF(QPointF(), usualSize);
        const auto wanted = from < before.size() ? followed(was, before[from], now) : was.topLeft();
        place = {freeSpot({wanted, was.size()}, taken), was.size()};
        taken.push_back(place);
    }
    return notes;
}

} // namespace squall::models
