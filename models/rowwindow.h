#pragma once

#include "models/rowreader.h"

#include <deque>

namespace squall::models {

/// The loaded rows, as stretches of replies that lie next to each other.
class RowWindow
{
public:
    struct Place
    {
        const pg::RowBatch &batch;
        int row;
    };

    int rowCount() const { return m_rows; }
    qsizetype bytes() const { return m_bytes; }
    Place at(int row) const;

    /// Rows that follow the last one, read forward.
    void append(const RowPage &page);
    /// Rows ahead of the first one, read backward.
    void prepend(const RowPage &page);

    // Whole replies leave at a time. How many rows that are, nothing when `kept` rows would not remain.
    int frontRows(int kept) const;
    int backRows(int kept) const;
    void dropFront();
    void dropBack();

private:
    struct Slice
    {
        pg::RowBatch batch;
        bool reversed = false;
    };

    void count();

    std::deque<Slice> m_slices;
    /// Where each slice begins.
    std::vector<int> m_starts;
    int m_rows = 0;
    qsizetype m_bytes = 0;
};

} // namespace squall::models
