#pragma once

#include "models/query/charttable.h"

#include <vector>

namespace squall::models {

enum class ChartKind : unsigned char { Line, Bar, Scatter, Pie };

/// What somebody wants to see of a table.
struct ChartChoice
{
    ChartKind kind = ChartKind::Bar;
    int x = -1; ///< a column; -1: the number of the row
    /// Columns of numbers; none: how many rows there are.
    std::vector<int> series = {};
    int splitBy = -1; ///< a column whose every value makes a series of its own of the first one; -1: none

    bool operator==(const ChartChoice &) const = default;
};

struct ChartPoint
{
    double x = 0; ///< of categories: their number
    double y = 0; ///< NaN: nothing is there

    bool operator==(const ChartPoint &) const = default;
};

struct ChartSeries
{
    QString name = {};
    std::vector<ChartPoint> points = {}; ///< of lines by x
};

/// What is drawn, few enough points to be drawn at once.
struct Chart
{
    ChartKind kind = ChartKind::Bar;
    ChartColumn::Scale scale = ChartColumn::Scale::Category; ///< of x
    std::optional<int> zone = {};                            ///< of x, when it is a time with one
    QString xTitle = {};
    QString yTitle = {};
    QStringList categories = {}; ///< of a scale of categories
    std::vector<ChartSeries> series = {};
    /// Whatever of the rows is not drawn as it is, said in sentences.
    QStringList remarks = {};
    /// Why nothing is drawn; empty when something is.
    QString refusal = {};

    struct Extent
    {
        double from = 0;
        double to = 0;
    };
    Extent x() const;
    Extent y() const;
};

/// So much is drawn at most.
constexpr size_t mostSeries = 8;
constexpr size_t mostLinePoints = 2000; ///< a series
constexpr size_t mostScatterPoints = 5000;
constexpr size_t mostBars = 60;
constexpr size_t mostSlices = 8;

/// What most people would want to see: a line over time, bars of categories, a pie of few of them, else how
/// numbers go with numbers.
ChartChoice suggestedChart(const ChartTable &table);
/// The same with another kind, and with columns that this kind can show.
ChartChoice withKind(const ChartTable &table, ChartChoice choice, ChartKind kind);

Chart makeChart(const ChartTable &table, const ChartChoice &choice);

} // namespace squall::models
