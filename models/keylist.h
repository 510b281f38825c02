#pragma once

#include "core/pg/rowbatch.h"
#include "models/rowquery.h"

#include <memory>
#include <vector>

namespace squall::models {

/// The keys of all rows in some order, one after the other in as few bytes as they need.
class KeyList
{
public:
    /// Keys and bytes beyond which a list is not worth its memory.
    static constexpr qint64 mostKeys = 5'000'000;
    static constexpr qsizetype mostBytes = 128 << 20;

    explicit KeyList(int parts);

    int parts() const { return m_parts; }
    qint64 size() const { return m_size; }
    qsizetype bytes() const;
    bool isFull() const { return m_size >= mostKeys || bytes() >= mostBytes; }

    /// One key, as it stands in the columns of a reply; none of them is NULL.
    void append(const pg::RowBatch &batch, int row);
    /// The keys from `first` to before `end`, part by part.
    std::vector<RowPosition> keys(qint64 first, qint64 end) const;
    /// Where a key stands; -1 when it does not.
    qint64 indexOf(const RowPosition &key) const;
    /// Takes these out, given in ascending order.
    void remove(const std::vector<qint64> &indexes);

private:
    const char *at(qint64 index) const;
    const char *skip(const char *key) const;
    void index();

    int m_parts;
    qint64 m_size = 0;
    QByteArray m_bytes;
    std::vector<qsizetype> m_starts; ///< of every `stride`th key
};

/// Some keys of a list to be read: from row `row` on, and those before it, nearest first.
struct ListedKeys
{
    qint64 row = 0;
    std::vector<RowPosition> after = {};
    std::vector<RowPosition> before = {};
};

} // namespace squall::models
