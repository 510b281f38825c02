#pragma once

#include "core/pg/rowbatch.h"
#include "core/transfer/rowset.h"

#include <QByteArray>

#include <functional>
#include <memory>

namespace squall::transfer {

enum class RowFormat : unsigned char {
    Aligned, ///< psql's table
    Records, ///< psql's `\x`
    Csv,
    Json,
    JsonLines,
    Markdown,
};

/// Writes the reply to one query while it arrives, and keeps no more of it than the rows by which a table
/// gets its widths.
class RowStream
{
public:
    using Sink = std::function<void(const QByteArray &)>;

    RowStream(RowFormat format, const std::vector<pg::Field> &fields, Sink sink);
    ~RowStream();
    RowStream(const RowStream &) = delete;
    RowStream &operator=(const RowStream &) = delete;

    void add(const pg::RowBatch &rows);
    /// After the last row.
    void finish();

    class Writer;

private:
    std::unique_ptr<Writer> m_writer;
};

} // namespace squall::transfer
