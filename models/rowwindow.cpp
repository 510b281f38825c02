#include "models/rowwindow.h"

#include <algorithm>

namespace squall::models {

RowWindow::Place RowWindow::at(int row) const
{
    const auto next = std::upper_bound(m_starts.begin(), m_starts.end(), row);
    const auto index = static_cast<size_t>(next - m_starts.begin()) - 1;
    const auto &slice = m_slices[index];
    const int inside = row - m_starts[index];
    return {slice.batch, slice.reversed ? slice.batch.rowCount() - 1 - inside : inside};
}

void RowWindow::append(const RowPage &page)
{
    for (const auto &batch : page.batches)
        m_slices.push_back({batch, false});
    count();
}

void RowWindow::prepend(const RowPage &page)
{
    for (const auto &batch : page.batches)
        m_slices.push_front({batch, true});
    count();
}

int RowWindow::frontRows(int kept) const
{
    const int rows = m_slices.empty() ? 0 : m_slices.front().batch.rowCount();
    return m_rows - rows >= kept ? rows : 0;
}

int RowWindow::backRows(int kept) const
{
    const int rows = m_slices.empty() ? 0 : m_slices.back().batch.rowCount();
    return m_rows - rows >= kept ? rows : 0;
}

void RowWindow::dropFront()
{
    m_slices.pop_front();
    count();
}

void RowWindow::dropBack()
{
    m_slices.pop_back();
    count();
}

void RowWindow::count()
{
    m_starts.clear();
    m_rows = 0;
    m_bytes = 0;
    for (const auto &slice : m_slices) {
        m_starts.push_back(m_rows);
        m_rows += slice.batch.rowCount();
        m_bytes += slice.batch.bytes();
    }
}

} // namespace squall::models
