#include "models/query/chartdata.h"

#include <algorithm>
#include <cmath>

namespace squall::models {

namespace {

using Scale = ChartColumn::Scale;

constexpr size_t mostMeasures = 4;
/// More lines of one colour each nobody tells apart at first sight.
constexpr qsizetype mostParts = 6;
constexpr qsizetype fewCategories = 6;

/// The columns of a table by what they are good for.
struct Columns
{
    explicit Columns(const ChartTable &table)
    {
        for (size_t i = 0; i < table.columns.size(); ++i) {
            const auto &column = table.columns[i];
            const auto number = static_cast<int>(i);
            switch (column.scale()) {
            case Scale::Time: times.push_back(number); break;
            case Scale::Number: (column.isIdentifier() ? identifiers : measures).push_back(number); break;
            case Scale::Category: categories.push_back(number); break;
            }
        }
    }

    std::vector<int> first(size_t most) const
    {
        return {measures.begin(),
                measures.begin() + static_cast<std::ptrdiff_t>(std::min(most, measures.size()))};
    }

    std::vector<int> times;
    std::vector<int> measures;
    std::vector<int> identifiers;
    std::vector<int> categories;
};

const ChartColumn &at(const ChartTable &table, int column)
{
    return table.columns[static_cast<size_t>(column)];
}

bool comesTwice(const ChartColumn &column)
{
    auto values = column.values();
    std::sort(values.begin(), values.end());
    return std::adjacent_find(values.begin(), values.end()) != values.end();
}

/// A category that says of which line a point is: the same time comes once for each of them.
int partsOf(const ChartTable &table, const Columns &columns, int time)
{
    if (!comesTwice(at(table, time)))
        return -1;
    for (const int category : columns.categories) {
        const auto parts = at(table, category).labels().size();
        if (parts >= 2 && parts <= mostParts)
            return category;
    }
    return -1;
}

bool isShare(const ChartTable &table, int category, int measure)
{
    const auto &values = at(table, measure).values();
    const auto slices = at(table, category).labels().size();
    return slices >= 2 && slices <= fewCategories && static_cast<size_t>(slices) == values.size() &&
           std::all_of(values.begin(), values.end(), [](double value) { return value > 0; });
}

} // namespace

ChartChoice suggestedChart(const ChartTable &table)
{
    const Columns columns(table);
    if (!columns.times.empty() && !columns.measures.empty()) {
        const int time = columns.times.front();
        const int parts = partsOf(table, columns, time);
        return {.kind = ChartKind::Line,
                .x = time,
                .series = columns.first(parts >= 0 ? 1 : mostMeasures),
                .splitBy = parts};
    }
    if (!columns.categories.empty() && !columns.measures.empty()) {
        const int category = columns.categories.front();
        const bool share = columns.measures.size() == 1 && isShare(table, category, columns.measures.front());
        return {.kind = share ? ChartKind::Pie : ChartKind::Bar,
                .x = category,
                .series = columns.first(share ? 1 : mostMeasures)};
    }
    if (columns.measures.size() >= 2)
        return {.kind = ChartKind::Scatter, .x = columns.measures[0], .series = {columns.measures[1]}};
    if (columns.measures.size() == 1) {
        // An identifier at least puts the rows in an order.
        const int x = columns.identifiers.empty() ? -1 : columns.identifiers.front();
        return {.kind = ChartKind::Line, .x = x, .series = columns.measures};
    }
    // Without numbers the rows are counted.
    const int x = !columns.categories.empty()    ? columns.categories.front()
                  : !columns.times.empty()       ? columns.times.front()
                  : !columns.identifiers.empty() ? columns.identifiers.front()
                                                 : -1;
    const bool time = columns.categories.empty() && !columns.times.empty();
    return {.kind = time ? ChartKind::Line : ChartKind::Bar, .x = x};
}

ChartChoice withKind(const ChartTable &table, ChartChoice choice, ChartKind kind)
{
    const Columns columns(table);
    choice.kind = kind;
    const bool isNumber = choice.x >= 0 && at(table, choice.x).scale() != Scale::Category;
    if (kind == ChartKind::Scatter && !isNumber) {
        // Numbers that go with others need one of them for x, best one that was not drawn yet.
        const auto isFree = [&](int column) {
            return std::find(choice.series.begin(), choice.series.end(), column) == choice.series.end();
        };
        const auto &measures = columns.measures;
        const auto free = std::find_if(measures.begin(), measures.end(), isFree);
        if (measures.size() >= 2)
            choice.x = free != measures.end() ? *free : measures.front();
        std::erase(choice.series, choice.x);
        if (choice.series.empty() && measures.size() >= 2)
            choice.series = {measures[choice.x == measures[0] ? 1 : 0]};
    }
    if (kind == ChartKind::Pie) {
        if (choice.series.size() > 1)
            choice.series.erase(choice.series.begin() + 1, choice.series.end());
        choice.splitBy = -1;
        if (isNumber && !columns.categories.empty())
            choice.x = columns.categories.front();
    }
    return choice;
}

} // namespace squall::models
