#include "core/layout/columns.h"

#include <cmath>
#include <numeric>
#include <tuple>

namespace squall::layout {

namespace {

/// Columns are not filled without gaps: by how much they become higher than their boxes.
constexpr double slack = 1.12;

int columnCountFor(const Graph &graph, const Options &options)
{
    double height = 0;
    double width = 0;
    double tallest = 0;
    for (const auto &box : graph.boxes) {
        height += box.size.height() + options.rowGap;
        width += box.size.width() + options.columnGap;
        tallest = std::max(tallest, box.size.height());
    }
    const auto boxes = static_cast<double>(graph.boxes.size());
    height *= slack;
    width /= boxes;
    const double wanted = std::sqrt(options.aspect * height / width);
    // More columns than the tallest box leaves room for would be empty.
    const double most = std::max(1.0, std::ceil(height / std::max(1.0, tallest)));
    return static_cast<int>(std::clamp(std::round(wanted), 1.0, std::min(most, boxes)));
}

/// The values nearest to `wanted` that do not fall (pooling adjacent violators).
std::vector<double> risen(const std::vector<double> &wanted, const std::vector<double> &weights)
{
    struct Block
    {
        double sum;
        double weight;
        int count;
        double mean() const { return sum / weight; }
    };
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        Block block{wanted[i] * weights[i], weights[i], 1};
        while (!blocks.empty() && blocks.back().mean() >= block.mean()) {
            block.sum += blocks.back().sum;
            block.weight += blocks.back().weight;
            block.count += blocks.back().count;
            blocks.pop_back();
        }
        blocks.push_back(block);
    }
    std::vector<double> values;
    for (const auto &block : blocks)
        values.insert(values.end(), block.count, block.mean());
    return values;
}

} // namespace

Columns::Columns(const Graph &graph, const std::vector<QPointF> &points, const Options &options)
    : m_graph(&graph)
    , m_columns(columnCountFor(graph, options))
    , m_columnOf(graph.boxes.size())
    , m_placeOf(graph.boxes.size())
    , m_tops(graph.boxes.size())
    , m_gapsBelow(graph.boxes.size(), options.rowGap)
    , m_widths(m_columns.size())
    , m_gaps(m_columns.size(), options.columnGap)
    , m_lefts(m_columns.size())
{
    deal(points, options);
    placeColumns();
}

void Columns::deal(const std::vector<QPointF> &points, const Options &options)
{
    std::vector<int> order(points.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](int a, int b) {
        return std::tuple(points[a].x(), points[a].y(), a) < std::tuple(points[b].x(), points[b].y(), b);
    });
    double whole = 0;
    for (const int box : order)
        whole += height(box) + options.rowGap;
    double sum = 0;
    for (const int box : order) {
        const double middle = sum + (height(box) + options.rowGap) / 2;
        const int column = std::min(count() - 1, static_cast<int>(middle / std::max(1.0, whole) * count()));
        m_columns[column].push_back(box);
        sum += height(box) + options.rowGap;
    }
    std::erase_if(m_columns, [](const auto &column) { return column.empty(); });
    m_widths.resize(m_columns.size());
    m_gaps.resize(m_columns.size());
    m_lefts.resize(m_columns.size());
    for (int column = 0; column < count(); ++column) {
        auto &boxes = m_columns[column];
        std::sort(boxes.begin(), boxes.end(),
                  [&](int a, int b) { return std::tuple(points[a].y(), a) < std::tuple(points[b].y(), b); });
        double top = -heightOfColumn(column) / 2;
        for (const int box : boxes) {
            m_tops[box] = top;
            top += height(box) + m_gapsBelow[box];
        }
        number(column);
    }
}

void Columns::number(int column)
{
    m_widths[column] = 0;
    for (int i = 0; i < static_cast<int>(m_columns[column].size()); ++i) {
        const int box = m_columns[column][i];
        m_columnOf[box] = column;
        m_placeOf[box] = i;
        m_widths[column] = std::max(m_widths[column], m_graph->boxes[box].size.width());
    }
}

void Columns::placeColumns()
{
    double left = 0;
    for (int column = 0; column < count(); ++column) {
        m_lefts[column] = left;
        left += m_widths[column] + m_gaps[column];
    }
}

double Columns::heightOfColumn(int column) const
{
    double sum = 0;
    for (const int box : m_columns[column])
        sum += height(box) + m_gapsBelow[box];
    return sum;
}

Positions Columns::positions() const
{
    Positions positions;
    for (std::size_t i = 0; i < m_tops.size(); ++i)
        positions.emplace_back(m_lefts[m_columnOf[i]], m_tops[i]);
    return positions;
}

void Columns::swap(int one, int other)
{
    const int columns[] = {m_columnOf[one], m_columnOf[other]};
    std::swap(m_columns[columns[0]][m_placeOf[one]], m_columns[columns[1]][m_placeOf[other]]);
    const double middleOfOne = m_tops[one] + height(one) / 2;
    m_tops[one] = m_tops[other] + height(other) / 2 - height(one) / 2;
    m_tops[other] = middleOfOne - height(other) / 2;
    for (const int column : columns) {
        number(column);
        restack(column);
    }
    placeColumns();
}

void Columns::moveTo(int box, int column, int place)
{
    const int from = m_columnOf[box];
    m_columns[from].erase(m_columns[from].begin() + m_placeOf[box]);
    m_columns[column].insert(m_columns[column].begin() + place, box);
    for (const int changed : {from, column}) {
        number(changed);
        restack(changed);
    }
    placeColumns();
}

void Columns::setTops(int column, const std::vector<double> &wanted, const std::vector<double> &weights)
{
    const auto &boxes = m_columns[column];
    std::vector<double> offsets;
    std::vector<double> shifted;
    double offset = 0;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        offsets.push_back(offset);
        shifted.push_back(wanted[i] - offset);
        offset += height(boxes[i]) + m_gapsBelow[boxes[i]];
    }
    const auto values = risen(shifted, weights);
    for (std::size_t i = 0; i < boxes.size(); ++i)
        m_tops[boxes[i]] = values[i] + offsets[i];
}

void Columns::restack(int column)
{
    std::vector<double> wanted;
    for (const int box : m_columns[column])
        wanted.push_back(m_tops[box]);
    setTops(column, wanted, std::vector<double>(wanted.size(), 1));
}

void Columns::setGapAfter(int column, double gap)
{
    m_gaps[column] = gap;
    placeColumns();
}

} // namespace squall::layout
