#include "core/layout/spacing.h"

#include <cmath>

namespace squall::layout {

namespace {

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
    std::vector<std::vector<Span>> upright(columns.count());
    std::vector<int> passing(columns.positions().size(), 0);
    for (const auto &course : courses) {
        for (int piece = 0; piece < course.count(); ++piece) {
            const auto span = course.span(piece);
            if (course.isUpright(piece)) {
                upright[columnAt(columns, course.at[piece])].push_back(span);
                continue;
            }
            for (int i = columnAt(columns, span.from); i < columns.count() && columns.left(i) < span.to;
                 ++i) {
                if (span.from > columns.left(i) || span.to < columns.right(i))
                    continue;
                if (const int box = boxAbove(columns, i, course.at[piece]); box >= 0)
                    ++passing[box];
            }
        }
    }
    for (int column = 0; column + 1 < columns.count(); ++column) {
        const int lines = mostAtOnce(upright[column]);
        columns.setGapAfter(column,
                            std::max(options.columnGap, 2 * options.stub + (lines + 1) * options.lineGap));
    }
    for (std::size_t box = 0; box < passing.size(); ++box)
        columns.setGapBelow(static_cast<int>(box),
                            std::max(options.rowGap, (passing[box] + 1) * options.lineGap));
}

} // namespace squall::layout
