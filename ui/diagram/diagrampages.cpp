#include "ui/diagram/diagrampages.h"

#include <QString>

#include <algorithm>

namespace squall::ui {

namespace {

/// Of a page, for the highest or widest box: where they are as large as a page, each of them may need one.
constexpr double mostOfPage = 0.75;
constexpr double overlap = 24; ///< units of the picture
constexpr double around = 8;   ///< a box that is whole
/// A hair too much is no reason for a page.
constexpr double tolerance = 0.01;

using Span = std::pair<double, double>;

/// Where the pages begin, one after the other, so that each span is whole on one.
std::vector<double> starts(const std::vector<Span> &spans, const Span &area, double length)
{
    std::vector<double> starts{area.first};
    while (starts.back() + length < area.second - tolerance) {
        const double end = starts.back() + length;
        double next = end - overlap;
        for (const auto &[first, last] : spans) {
            if (first - around > starts.back() && first < end && last + around > end)
                next = std::min(next, first - around);
        }
        starts.push_back(next);
    }
    return starts;
}

std::vector<Span> across(const std::vector<QRectF> &rects)
{
    std::vector<Span> spans(rects.size());
    std::transform(rects.begin(), rects.end(), spans.begin(),
                   [](const QRectF &rect) { return Span(rect.left(), rect.right()); });
    return spans;
}

std::vector<Span> down(const std::vector<QRectF> &rects)
{
    std::vector<Span> spans(rects.size());
    std::transform(rects.begin(), rects.end(), spans.begin(),
                   [](const QRectF &rect) { return Span(rect.top(), rect.bottom()); });
    return spans;
}

/// The scale at which no box is more than most of a page.
double readableWhole(const PageTask &task, const QSizeF &room)
{
    double scale = task.scale;
    for (const auto &box : task.boxes) {
        scale = std::min(
            {scale, room.width() * mostOfPage / box.width(), room.height() * mostOfPage / box.height()});
    }
    return scale;
}

DiagramPages pagesAt(const PageTask &task, const QSizeF &room, double scale)
{
    DiagramPages made;
    made.scale = scale;
    const QSizeF page = room / made.scale;
    made.xs = starts(across(task.boxes), {task.area.left(), task.area.right()}, page.width());
    made.ys = starts(down(task.boxes), {task.area.top(), task.area.bottom()}, page.height());
    for (std::size_t row = 0; row < made.ys.size(); ++row) {
        for (std::size_t column = 0; column < made.xs.size(); ++column) {
            const QRectF seen(QPointF(made.xs[column], made.ys[row]), page);
            const auto shows = [&](const QRectF &each) { return each.intersects(seen); };
            if (std::any_of(task.boxes.begin(), task.boxes.end(), shows) ||
                std::any_of(task.lines.begin(), task.lines.end(), shows))
                made.pages.push_back(
                    {.seen = seen, .column = static_cast<int>(column), .row = static_cast<int>(row)});
        }
    }
    return made;
}

/// Of two with about the same letters, the one with fewer pages.
bool isBetter(const DiagramPages &one, const DiagramPages &other)
{
    return one.pages.size() != other.pages.size() ? one.pages.size() < other.pages.size()
                                                  : one.scale > other.scale;
}

DiagramPages pagesOn(const PageTask &task, const QSizeF &room, bool landscape)
{
    constexpr int steps = 4;
    const double whole = std::min(room.width() / task.area.width(), room.height() / task.area.height());
    if (whole >= task.scale) {
        auto made = pagesAt(task, room, std::min(whole, std::max(task.scale, task.largest)));
        made.landscape = landscape;
        return made;
    }
    const double most = readableWhole(task, room);
    const double least = std::min(task.least, most);
    auto best = pagesAt(task, room, most);
    for (int step = 1; step <= steps && least < most; ++step) {
        auto smaller = pagesAt(task, room, most + (least - most) * step / steps);
        if (isBetter(smaller, best))
            best = std::move(smaller);
    }
    best.landscape = landscape;
    return best;
}

} // namespace

QString DiagramPage::name() const
{
    constexpr int letters = 26;
    QString name;
    for (int rest = column; rest >= 0; rest = rest / letters - 1)
        name.prepend(QChar(u'A' + rest % letters));
    return name + QString::number(row + 1);
}

DiagramPages diagramPages(const PageTask &task)
{
    const auto upright = pagesOn(task, task.room, false);
    const auto lying = pagesOn(task, task.lying, true);
    // Fewer pages of letters that nobody can read are no gain.
    constexpr double muchSmaller = 0.75;
    if (lying.scale < upright.scale * muchSmaller)
        return upright;
    if (upright.scale < lying.scale * muchSmaller)
        return lying;
    return isBetter(lying, upright) ? lying : upright;
}

} // namespace squall::ui
