#include "core/layout/spacing.h"

#include <set>
#include <tuple>
#include <utility>

namespace squall::layout {

namespace {

/// A span of a bundle; -1: of none.
using Bundled = std::pair<int, Span>;

/// Those of one bundle that touch as one.
std::vector<Span> merged(std::vector<Bundled> spans)
{
    std::sort(spans.begin(), spans.end(), [](const Bundled &a, const Bundled &b) {
        return std::tie(a.first, a.second.from, a.second.to) < std::tie(b.first, b.second.from, b.second.to);
    });
    std::vector<Span> result;
    int last = -1;
    for (const auto &[bundle, span] : spans) {
        if (bundle >= 0 && bundle == last && span.from <= result.back().to)
            result.back().to = std::max(result.back().to, span.to);
        else
            result.push_back(span);
        last = bundle;
    }
    return result;
}

/// How many of the spans lie beside each other at most.
int mostAtOnce(const std::vector<Span> &spans)
{
    std::vector<std::pair<double, int>> changes;
    for (const auto &span : spans) {
        changes.emplace_back(span.from, 1);
        changes.emplace_back(span.to, -1);
    }
    std::sort(changes.begin(), changes.end());
    int now = 0;
    int most = 0;
    for (const auto &[at, change] : changes) {
        now += change;
        most = std::max(most, now);
    }
    return most;
}

/// The column between whose left border and the next one's `x` lies.
int columnAt(const Columns &columns, double x)
{
    int column = 0;
    while (column + 1 < columns.count() && columns.left(column + 1) <= x)
        ++column;
    return column;
}

/// The box in a column below which `y` lies; -1 where it lies above all.
int boxAbove(const Columns &columns, int column, double y)
{
    int above = -1;
    for (const int box : columns.column(column)) {
        if (columns.rect(box).bottom <= y)
            above = box;
    }
    return above;
}

} // namespace

void makeRoom(Columns &columns, const std::vector<Course> &courses, const Options &options)
{
    std::vector<std::vector<Bundled>> upright(columns.count());
    std::vector<int> passing(columns.positions().size(), 0);
    std::set<std::pair<int, int>> bundlesPassing;
    for (const auto &course : courses) {
        for (int piece = 0; piece < course.count(); ++piece) {
            const auto span = course.span(piece);
            if (course.isUpright(piece)) {
                upright[columnAt(columns, course.at[piece])].emplace_back(course.bundle, span);
                continue;
            }
            for (int i = columnAt(columns, span.from); i < columns.count() && columns.left(i) < span.to;
                 ++i) {
                if (span.from > columns.left(i) || span.to < columns.right(i))
                    continue;
                if (const int box = boxAbove(columns, i, course.at[piece]);
                    box >= 0 && (course.bundle < 0 || bundlesPassing.emplace(box, course.bundle).second))
                    ++passing[box];
            }
        }
    }
    for (int column = 0; column + 1 < columns.count(); ++column) {
        const int lines = mostAtOnce(merged(upright[column]));
        columns.setGapAfter(column,
                            std::max(options.columnGap, 2 * options.stub + (lines + 1) * options.lineGap));
    }
    for (std::size_t box = 0; box < passing.size(); ++box)
        columns.setGapBelow(static_cast<int>(box),
                            std::max(options.rowGap, (passing[box] + 1) * options.lineGap));
}

} // namespace squall::layout
