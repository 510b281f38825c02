#include "models/query/chartdata.h"

#include "models/query/chartreduction.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace squall::models {

using namespace Qt::StringLiterals;
using Scale = ChartColumn::Scale;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::Chart)
};

constexpr double none = std::numeric_limits<double>::quiet_NaN();

QString counted(size_t number)
{
    return QLocale().toString(static_cast<qulonglong>(number));
}

/// Makes a Chart of a table, step by step.
class Drawing
{
public:
    Drawing(const ChartTable &table, const ChartChoice &choice)
        : m_table(table)
        , m_choice(choice)
    {
        m_chart.kind = choice.kind;
    }

    Chart drawn()
    {
        if (m_table.rows == 0) {
            m_chart.refusal = Words::tr("There are no rows to draw.");
            return m_chart;
        }
        remarkOnRows();
        placeRows();
        nameAxes();
        collect();
        if (m_left > 0)
            remark(m_left == 1 ? Words::tr("1 row without a value is left out.")
                               : Words::tr("%1 rows without a value are left out.").arg(counted(m_left)));
        if (m_chart.kind == ChartKind::Pie)
            slice();
        else
            bound();
        const bool empty = std::all_of(m_chart.series.begin(), m_chart.series.end(),
                                       [](const ChartSeries &series) { return series.points.empty(); });
        if (empty && m_chart.refusal.isEmpty())
            m_chart.refusal = Words::tr("There are no values to draw.");
        return std::move(m_chart);
    }

private:
    const ChartColumn *column(int number) const
    {
        return number < 0 ? nullptr : &m_table.columns[static_cast<size_t>(number)];
    }

    void remark(const QString &sentence) { m_chart.remarks << sentence; }

    void remarkOnRows()
    {
        const auto read = counted(m_table.rows);
        if (static_cast<qint64>(m_table.rows) < m_table.allRows)
            remark(Words::tr("The first %1 of %2 rows are drawn.")
                       .arg(read, QLocale().toString(m_table.allRows)));
        else if (!m_table.isComplete)
            remark(Words::tr("The %1 rows that are read are drawn; there are more.").arg(read));
    }

    /// Bars and slices stand for categories, whatever their column holds.
    bool isDiscrete() const { return m_chart.kind == ChartKind::Bar || m_chart.kind == ChartKind::Pie; }

    /// Where each row lies on x.
    void placeRows()
    {
        const auto *x = column(m_choice.x);
        m_chart.scale = isDiscrete() ? Scale::Category : x ? x->scale() : Scale::Number;
        if (x)
            m_chart.zone = x->zone();
        m_places.resize(m_table.rows);
        if (m_chart.scale != Scale::Category && x) {
            m_places = x->values();
            return;
        }
        if (!x && m_chart.scale == Scale::Number) {
            std::iota(m_places.begin(), m_places.end(), 1.0);
            return;
        }
        std::map<QString, int> known;
        for (size_t row = 0; row < m_table.rows; ++row) {
            const auto label = x ? x->text(row) : QLocale().toString(static_cast<qulonglong>(row + 1));
            const auto [found, isNew] = known.try_emplace(label, static_cast<int>(known.size()));
            if (isNew)
                m_chart.categories << label;
            m_places[row] = found->second;
        }
    }

    void nameAxes()
    {
        const auto *x = column(m_choice.x);
        m_chart.xTitle = x ? x->name() : Words::tr("Row");
        const auto *y = m_choice.series.empty() ? nullptr : column(m_choice.series.front());
        if (m_choice.series.size() <= 1)
            m_chart.yTitle = y ? y->name() : Words::tr("Rows");
    }

    void collect()
    {
        const auto *split = column(m_choice.splitBy);
        if (split) {
            collectParts(*split);
        } else if (m_choice.series.empty()) {
            add(Words::tr("Rows"), nullptr, {});
        } else {
            for (const int number : m_choice.series)
                add(column(number)->name(), column(number), {});
        }
        keepLargest();
        for (auto &series : m_chart.series)
            merge(series);
        if (m_merged && !m_choice.series.empty())
            remark(Words::tr("Where several rows have the same %1, their values are added up.")
                       .arg(m_chart.xTitle));
    }

    void collectParts(const ChartColumn &split)
    {
        std::map<QString, size_t> known;
        std::vector<std::vector<size_t>> rows;
        QStringList names;
        for (size_t row = 0; row < m_table.rows; ++row) {
            const auto [found, isNew] = known.try_emplace(split.text(row), rows.size());
            if (isNew) {
                rows.emplace_back();
                names << found->first;
            }
            rows[found->second].push_back(row);
        }
        const auto *y = m_choice.series.empty() ? nullptr : column(m_choice.series.front());
        for (size_t part = 0; part < rows.size(); ++part)
            add(names[static_cast<qsizetype>(part)], y, rows[part]);
    }

    /// `rows`: none means all of them; without a column they are counted.
    void add(const QString &name, const ChartColumn *y, const std::vector<size_t> &rows)
    {
        ChartSeries series{.name = name};
        const auto take = [&](size_t row) {
            const double value = y ? y->values()[row] : 1;
            if (std::isnan(m_places[row]) || std::isnan(value))
                ++m_left;
            // A line shows where something is missing.
            if (!std::isnan(m_places[row]) && (!std::isnan(value) || m_chart.kind == ChartKind::Line))
                series.points.push_back({m_places[row], value});
        };
        if (rows.empty()) {
            for (size_t row = 0; row < m_table.rows; ++row)
                take(row);
        } else {
            std::for_each(rows.begin(), rows.end(), take);
        }
        m_chart.series.push_back(std::move(series));
    }

    void keepLargest()
    {
        const auto all = m_chart.series.size();
        if (all <= mostSeries)
            return;
        std::vector<double> sizes;
        for (const auto &series : m_chart.series)
            sizes.push_back(sizeOf(series));
        std::vector<ChartSeries> kept;
        for (const auto number : largest(sizes, mostSeries))
            kept.push_back(std::move(m_chart.series[number]));
        m_chart.series = std::move(kept);
        remark(Words::tr("The %1 largest of %2 series are drawn.").arg(counted(mostSeries), counted(all)));
    }

    /// One point for one place: of categories, and where rows are counted.
    void merge(ChartSeries &series)
    {
        if (m_chart.kind == ChartKind::Scatter && !m_choice.series.empty())
            return;
        std::stable_sort(series.points.begin(), series.points.end(),
                         [](const ChartPoint &one, const ChartPoint &other) { return one.x < other.x; });
        if (m_chart.scale != Scale::Category && !m_choice.series.empty())
            return;
        std::vector<ChartPoint> merged;
        for (const auto &point : series.points) {
            if (merged.empty() || merged.back().x != point.x) {
                merged.push_back(point);
                continue;
            }
            m_merged = true;
            auto &sum = merged.back().y;
            sum = std::isnan(sum) ? point.y : std::isnan(point.y) ? sum : sum + point.y;
        }
        series.points = std::move(merged);
    }

    void bound()
    {
        if (m_chart.scale == Scale::Category && m_chart.kind != ChartKind::Scatter)
            boundCategories();
        for (auto &series : m_chart.series) {
            const auto before = series.points.size();
            if (m_chart.kind == ChartKind::Line && before > mostLinePoints) {
                series.points = withExtremes(series.points, mostLinePoints / 2);
                m_reduced = true;
            } else if (m_chart.kind == ChartKind::Scatter &&
                       before > mostScatterPoints / m_chart.series.size()) {
                series.points = everySo(series.points, mostScatterPoints / m_chart.series.size());
                m_reduced = true;
            }
        }
        if (m_reduced && m_chart.kind == ChartKind::Line)
            remark(Words::tr("There are more points than can be seen: of each of %1 stretches of a line, its "
                             "lowest and its highest value are drawn.")
                       .arg(counted(mostLinePoints / 2)));
        else if (m_reduced)
            remark(Words::tr("There are more points than can be seen: %1 of them, evenly picked, are drawn.")
                       .arg(counted(mostScatterPoints)));
    }

    void boundCategories()
    {
        const auto all = static_cast<size_t>(m_chart.categories.size());
        const auto most = m_chart.kind == ChartKind::Line ? mostLinePoints : mostBars;
        if (all <= most)
            return;
        std::vector<double> sizes(all);
        for (const auto &series : m_chart.series) {
            for (const auto &point : series.points)
                sizes[static_cast<size_t>(point.x)] += std::isnan(point.y) ? 0 : std::abs(point.y);
        }
        keepCategories(largest(sizes, most));
        remark(Words::tr("The %1 largest of %2 are drawn.").arg(counted(most), counted(all)));
    }

    /// `kept` ascends.
    void keepCategories(const std::vector<size_t> &kept)
    {
        std::vector<int> now(static_cast<size_t>(m_chart.categories.size()), -1);
        QStringList names;
        for (const auto number : kept) {
            now[number] = static_cast<int>(names.size());
            names << m_chart.categories[static_cast<qsizetype>(number)];
        }
        m_chart.categories = names;
        for (auto &series : m_chart.series) {
            std::erase_if(series.points,
                          [&](const ChartPoint &point) { return now[static_cast<size_t>(point.x)] < 0; });
            for (auto &point : series.points)
                point.x = now[static_cast<size_t>(point.x)];
        }
    }

    /// The largest first, and what is small as one.
    void slice()
    {
        m_chart.series.resize(1);
        auto &points = m_chart.series.front().points;
        if (std::any_of(points.begin(), points.end(), [](const ChartPoint &point) { return point.y < 0; })) {
            m_chart.refusal = Words::tr("A pie has no room for negative values. Bars have.");
            return;
        }
        std::erase_if(points, [](const ChartPoint &point) { return !(point.y > 0); });
        std::stable_sort(points.begin(), points.end(),
                         [](const ChartPoint &one, const ChartPoint &other) { return one.y > other.y; });
        QStringList names;
        for (const auto &point : points)
            names << m_chart.categories[static_cast<qsizetype>(point.x)];
        if (points.size() > mostSlices) {
            const auto others = points.size() - mostSlices + 1;
            const auto first = points.begin() + static_cast<std::ptrdiff_t>(mostSlices) - 1;
            const double rest = std::accumulate(
                first, points.end(), 0.0, [](double sum, const ChartPoint &point) { return sum + point.y; });
            points.erase(first + 1, points.end());
            points.back().y = rest;
            names.resize(static_cast<qsizetype>(mostSlices) - 1);
            names << Words::tr("%n others", nullptr, static_cast<int>(others));
        }
        for (size_t i = 0; i < points.size(); ++i)
            points[i].x = static_cast<double>(i);
        m_chart.categories = names;
    }

    const ChartTable &m_table;
    const ChartChoice &m_choice;
    Chart m_chart;
    std::vector<double> m_places; ///< of the rows on x
    size_t m_left = 0;
    bool m_merged = false;
    bool m_reduced = false;
};

Chart::Extent extentOf(const Chart &chart, double ChartPoint::*coordinate)
{
    Chart::Extent extent{none, none};
    for (const auto &series : chart.series) {
        for (const auto &point : series.points) {
            // fmin and fmax pass over what is no number.
            extent.from = std::fmin(extent.from, point.*coordinate);
            extent.to = std::fmax(extent.to, point.*coordinate);
        }
    }
    if (std::isnan(extent.from))
        return {0, 0};
    return extent;
}

} // namespace

Chart::Extent Chart::x() const
{
    if (scale == Scale::Category)
        return {-0.5, static_cast<double>(categories.size()) - 0.5};
    return extentOf(*this, &ChartPoint::x);
}

Chart::Extent Chart::y() const
{
    auto extent = extentOf(*this, &ChartPoint::y);
    // A bar's length is its value.
    if (kind == ChartKind::Bar || kind == ChartKind::Pie) {
        extent.from = std::min(extent.from, 0.0);
        extent.to = std::max(extent.to, 0.0);
    }
    return extent;
}

Chart makeChart(const ChartTable &table, const ChartChoice &choice)
{
    return Drawing(table, choice).drawn();
}

} // namespace squall::models
