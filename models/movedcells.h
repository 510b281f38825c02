#pragma once

#include "core/pg/rowbatch.h"

#include <QBitArray>
#include <QHash>

#include <deque>
#include <vector>

namespace squall::models {

/// Which cells hold another value than when they were looked at before the last refresh. Rows are told by the
/// values of their key; of each value only a hash is kept, and only of the rows seen last.
class MovedCells
{
public:
    static constexpr size_t mostCells = 1'000'000;

    /// A row that is or was looked at, its first `columns` columns.
    void saw(const QByteArray &key, const pg::RowBatch &batch, int row, int columns);
    /// These cells were written here: their next value is no news.
    void wrote(const QByteArray &key, const std::vector<int> &columns);
    /// From now on rows are compared with what was seen until now; earlier marks are gone.
    void refresh();
    bool isComparing() const { return !m_before.rows.isEmpty(); }
    void compare(const QByteArray &key, const pg::RowBatch &batch, int row, int columns);
    void clear();

    bool isEmpty() const { return m_moved.isEmpty(); }
    bool isMoved(const QByteArray &key, int column) const;

private:
    struct Look
    {
        QHash<QByteArray, std::vector<size_t>> rows;
        std::deque<QByteArray> order; ///< oldest first
    };

    Look m_seen;
    Look m_before;
    QHash<QByteArray, QBitArray> m_moved;
};

} // namespace squall::models
