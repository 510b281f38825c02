#include "models/movedcells.h"

#include "models/rowquery.h"

namespace squall::models {

namespace {

/// Stands for a value that is not compared.
constexpr size_t anyValue = ~size_t(0);

/// A value that is longer may come cut one time and whole the next.
std::vector<size_t> hashes(const pg::RowBatch &batch, int row, int columns)
{
    std::vector<size_t> cells;
    cells.reserve(static_cast<size_t>(columns));
    for (int column = 0; column < columns; ++column) {
        const auto value = batch.cell(row, column);
        cells.push_back(value ? qHash(value->first(std::min<qsizetype>(value->size(), cutLength)), 1) : 0);
    }
    return cells;
}

} // namespace

void MovedCells::saw(const QByteArray &key, const pg::RowBatch &batch, int row, int columns)
{
    if (columns == 0)
        return;
    auto &cells = m_seen.rows[key];
    if (cells.empty())
        m_seen.order.push_back(key);
    cells = hashes(batch, row, columns);
    while (m_seen.order.size() * static_cast<size_t>(columns) > mostCells) {
        m_seen.rows.remove(m_seen.order.front());
        m_seen.order.pop_front();
    }
}

void MovedCells::wrote(const QByteArray &key, const std::vector<int> &columns)
{
    const auto row = m_seen.rows.find(key);
    if (row == m_seen.rows.end())
        return;
    for (const int column : columns) {
        if (static_cast<size_t>(column) < row->size())
            (*row)[static_cast<size_t>(column)] = anyValue;
    }
}

void MovedCells::refresh()
{
    m_before = std::exchange(m_seen, {});
    m_moved.clear();
}

void MovedCells::compare(const QByteArray &key, const pg::RowBatch &batch, int row, int columns)
{
    const auto before = m_before.rows.constFind(key);
    if (before == m_before.rows.cend() || before->size() != static_cast<size_t>(columns))
        return;
    const auto now = hashes(batch, row, columns);
    QBitArray moved(columns);
    for (int column = 0; column < columns; ++column) {
        const auto was = (*before)[static_cast<size_t>(column)];
        if (was != anyValue && was != now[static_cast<size_t>(column)])
            moved.setBit(column);
    }
    if (moved.count(true) > 0)
        m_moved.insert(key, moved);
}

void MovedCells::clear()
{
    *this = {};
}

bool MovedCells::isMoved(const QByteArray &key, int column) const
{
    const auto row = m_moved.constFind(key);
    return row != m_moved.cend() && column < row->size() && row->testBit(column);
}

} // namespace squall::models
