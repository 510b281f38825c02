#include "models/rowwindowmodel.h"

#include <algorithm>

// The rows in RowWindowModel's window, and their numbers.

namespace squall::models {

namespace {

/// Rows kept around what is looked at, in rows and in bytes.
constexpr int mostRows = 8 * RowWindowModel::pageRows;
constexpr qsizetype mostBytes = 48 << 20;

} // namespace

RowPlace RowWindowModel::placeOf(qint64 row) const
{
    const auto place = m_window.at(static_cast<int>(row - m_first));
    return placeAt(place.batch, place.row, *m_fetched, m_layout);
}

void RowWindowModel::replaceRows(const RowSurroundings &rows, qint64 first, const Source &source)
{
    const bool otherColumns = m_source != m_next;
    const int old = m_window.rowCount();
    const int count = rows.before.rowCount() + rows.after.rowCount();
    if (otherColumns)
        beginResetModel();
    else if (old > 0)
        beginRemoveRows({}, 0, old - 1);
    m_window = {};
    if (!otherColumns && old > 0)
        endRemoveRows();
    if (!otherColumns && count > 0)
        beginInsertRows({}, 0, count - 1);
    fillWindow(rows, first, source);
    if (otherColumns)
        endResetModel();
    else if (count > 0)
        endInsertRows();
}

void RowWindowModel::fillWindow(const RowSurroundings &rows, qint64 first, const Source &source)
{
    if (m_fetched->columns != source->columns)
        m_moved.clear();
    m_first = first;
    m_lookedEnd = m_lookedFirst;
    m_source = m_next;
    m_fetched = source;
    m_places = *m_source->placesIn(*m_fetched);
    m_layout = rowLayout(*m_fetched, *m_order);
    m_inOrder = true;
    m_shownSort = m_sort;
    m_shownCondition = m_source->condition;
    m_numbering.cancel();
    m_numberFrom = 0;
    m_window.append(rows.after);
    m_window.prepend(rows.before);
    compareRows(0, m_window.rowCount());
}

void RowWindowModel::addAfter(const RowPage &page)
{
    if (const int count = page.rowCount(); count > 0) {
        beginInsertRows({}, m_window.rowCount(), m_window.rowCount() + count - 1);
        m_window.append(page);
        compareRows(m_window.rowCount() - count, count);
        endInsertRows();
    }
    trimFront();
}

void RowWindowModel::addBefore(const RowPage &page)
{
    if (const int count = page.rowCount(); count > 0) {
        beginInsertRows({}, 0, count - 1);
        m_window.prepend(page);
        m_first -= count;
        compareRows(0, count);
        endInsertRows();
    }
    trimBack();
}

bool RowWindowModel::isFull() const
{
    return m_window.rowCount() > mostRows || m_window.bytes() > mostBytes;
}

void RowWindowModel::trimFront()
{
    while (isFull()) {
        const int rows = m_window.frontRows(pageRows);
        if (rows == 0 || m_first + rows > m_wantedFirst)
            return;
        beginRemoveRows({}, 0, rows - 1);
        m_window.dropFront();
        m_first += rows;
        endRemoveRows();
        m_atStart = false;
    }
}

void RowWindowModel::trimBack()
{
    while (isFull()) {
        const int rows = m_window.backRows(pageRows);
        if (rows == 0 || loadedEnd() - rows < m_wantedFirst + m_wantedCount)
            return;
        beginRemoveRows({}, m_window.rowCount() - rows, m_window.rowCount() - 1);
        m_window.dropBack();
        endRemoveRows();
        m_atEnd = false;
    }
}

/// Remembers what is looked at, for what the next refresh has to say about it.
void RowWindowModel::look()
{
    const qint64 first = std::clamp(m_wantedFirst, m_first, loadedEnd());
    const qint64 end = std::clamp(m_wantedFirst + m_wantedCount, first, loadedEnd());
    for (qint64 row = first; row < end && canJump(); ++row) {
        if (row >= m_lookedFirst && row < m_lookedEnd)
            continue;
        const int inside = static_cast<int>(row - m_first);
        const auto place = m_window.at(inside);
        m_moved.saw(keyOf(inside), place.batch, place.row, static_cast<int>(m_fetched->columns.size()));
    }
    m_lookedFirst = first;
    m_lookedEnd = end;
}

void RowWindowModel::compareRows(int first, int count)
{
    for (int row = first; row < first + count && m_moved.isComparing(); ++row) {
        const auto place = m_window.at(row);
        m_moved.compare(keyOf(row), place.batch, place.row, static_cast<int>(m_fetched->columns.size()));
    }
}

/// Brings numbers and count in line with the ends that were seen.
void RowWindowModel::settle()
{
    if (m_atStart) {
        m_numbered = true;
        renumber(-m_first);
    } else if (m_first < 1) {
        // There are rows before the first one, so that it cannot have that number.
        m_numbered = false;
        renumber(pageRows - m_first);
    }
    if (m_atEnd) {
        if (m_countExact && !m_numbered)
            renumber(m_total - loadedEnd());
        m_total = loadedEnd();
        m_countExact = m_numbered && (m_bound == Bound::None);
    } else if (!m_countExact) {
        m_total = std::max({m_estimate, loadedEnd(), m_total});
    } else {
        m_total = std::max(m_total, loadedEnd());
    }
    emit windowChanged();
}

void RowWindowModel::renumber(qint64 delta)
{
    if (delta == 0)
        return;
    m_first += delta;
    m_lookedFirst += delta;
    m_seenFirst += delta;
    m_lookedEnd += delta;
    m_wantedFirst = std::max<qint64>(0, m_wantedFirst + delta);
    m_total = std::max(m_total, loadedEnd());
    emit renumbered(delta);
}

/// Somebody has gone through all rows.
void RowWindowModel::setExactCount(qint64 rows)
{
    if (m_atEnd && m_numbered) // The window has seen both ends, and later.
        return;
    m_countExact = true;
    m_total = std::max<qint64>(rows, m_window.rowCount());
    if (m_atEnd && m_bound == Bound::None) {
        m_numbered = true;
        renumber(m_total - loadedEnd());
    }
    m_total = std::max(m_total, loadedEnd());
    emit windowChanged();
}

} // namespace squall::models
