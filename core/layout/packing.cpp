#include "core/layout/packing.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace squall::layout {

namespace {

/// How many widths of the whole are tried.
constexpr int trials = 12;
/// Of the width at which all would fit without gaps: the first and the last one tried.
constexpr double narrowest = 0.85;
constexpr double widest = 1.6;

/// The lower border of what is placed: steps from left to right.
struct Step
{
    double left;
    double width;
    double top;
};

class Skyline
{
public:
    explicit Skyline(double width)
        : m_width(width)
        , m_steps{{0, width, 0}}
    {
    }

    /// As far up as possible, then as far to the left.
    QPointF place(const QSizeF &size)
    {
        QPointF best(0, std::numeric_limits<double>::infinity());
        for (std::size_t i = 0; i < m_steps.size(); ++i) {
            const double left = m_steps[i].left;
            if (i > 0 && left + size.width() > m_width)
                break;
            double top = 0;
            for (auto j = i; j < m_steps.size() && m_steps[j].left < left + size.width(); ++j)
                top = std::max(top, m_steps[j].top);
            if (top < best.y())
                best = {left, top};
        }
        cover(best.x(), size.width(), best.y() + size.height());
        return best;
    }

private:
    void cover(double left, double width, double top)
    {
        const double right = left + width;
        std::vector<Step> steps;
        bool placed = false;
        for (const auto &step : m_steps) {
            const double end = step.left + step.width;
            if (step.left < left)
                steps.push_back({step.left, std::min(end, left) - step.left, step.top});
            if (end > left && !placed) {
                steps.push_back({left, width, top});
                placed = true;
            }
            if (end > right) {
                const double from = std::max(step.left, right);
                steps.push_back({from, end - from, step.top});
            }
        }
        m_steps = std::move(steps);
    }

    double m_width;
    std::vector<Step> m_steps;
};

} // namespace

std::vector<QPointF> pack(const std::vector<QSizeF> &sizes, double aspect)
{
    double area = 0;
    double least = 0;
    for (const auto &size : sizes) {
        area += size.width() * size.height();
        least = std::max(least, size.width());
    }
    std::vector<QPointF> best(sizes.size());
    double bestCost = std::numeric_limits<double>::infinity();
    for (int trial = 0; trial < trials; ++trial) {
        const double share = narrowest + (widest - narrowest) * trial / (trials - 1);
        const double width = std::max(least, std::sqrt(area * aspect) * share);
        Skyline skyline(width);
        std::vector<QPointF> places;
        QSizeF whole;
        for (const auto &size : sizes) {
            places.push_back(skyline.place(size));
            whole = whole.expandedTo({places.back().x() + size.width(), places.back().y() + size.height()});
        }
        // What it takes on a screen of that aspect.
        const double cost = std::max(whole.width(), whole.height() * aspect);
        if (cost < bestCost) {
            bestCost = cost;
            best = std::move(places);
        }
    }
    return best;
}

} // namespace squall::layout
