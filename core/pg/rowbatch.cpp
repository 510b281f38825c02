#include "core/pg/rowbatch.h"

#include "core/pg/decodetext.h"

#include <string>

namespace squall::pg {

namespace {

/// Where cells end in a buffer, and which are NULL. In half the room as long as the buffer is shorter than
/// 2 GiB, which only a whole reply can exceed.
class CellEnds
{
public:
    size_t size() const { return m_far.empty() ? m_near.size() : m_far.size(); }

    void add(size_t end, bool null)
    {
        if (m_far.empty() && end < nearNull) {
            m_near.push_back(static_cast<quint32>(end) | (null ? nearNull : 0));
            return;
        }
        if (m_far.empty())
            widen();
        m_far.push_back(end | (null ? farNull : 0));
    }

    quint64 at(size_t cell) const
    {
        return m_far.empty() ? m_near[cell] & ~nearNull : m_far[cell] & ~farNull;
    }
    bool isNull(size_t cell) const
    {
        return m_far.empty() ? (m_near[cell] & nearNull) != 0 : (m_far[cell] & farNull) != 0;
    }

    void reserve(size_t cells) { m_near.reserve(cells); }
    size_t capacity() const { return m_far.empty() ? m_near.capacity() : m_far.capacity(); }
    void shrink()
    {
        m_near.shrink_to_fit();
        m_far.shrink_to_fit();
    }

private:
    static constexpr quint32 nearNull = quint32(1) << 31;
    static constexpr quint64 farNull = quint64(1) << 63;

    void widen()
    {
        m_far.reserve(m_near.size() + 1);
        for (const auto end : m_near)
            m_far.push_back((end & ~nearNull) | (end & nearNull ? farNull : 0));
        m_near = {};
    }

    std::vector<quint32> m_near;
    std::vector<quint64> m_far;
};

/// Room that was taken for more than came is given back when it is worth the copy.
bool isWasteful(size_t used, size_t taken)
{
    return taken - used > used / 16;
}

} // namespace

struct RowBatch::Body
{
    std::vector<Field> fields;
    std::string buffer;
    CellEnds ends; ///< row by row
    QByteArray commandTag;
    bool last = false;
};

RowBatch::RowBatch()
    : m_body(std::make_shared<Body>())
{
}

int RowBatch::rowCount() const
{
    return m_body->fields.empty() ? 0 : static_cast<int>(m_body->ends.size() / m_body->fields.size());
}

int RowBatch::columnCount() const
{
    return static_cast<int>(m_body->fields.size());
}

const std::vector<Field> &RowBatch::fields() const
{
    return m_body->fields;
}

std::optional<QByteArrayView> RowBatch::cell(int row, int column) const
{
    const size_t index = static_cast<size_t>(row) * m_body->fields.size() + static_cast<size_t>(column);
    if (m_body->ends.isNull(index))
        return std::nullopt;
    const quint64 begin = index == 0 ? 0 : m_body->ends.at(index - 1);
    return QByteArrayView(m_body->buffer.data() + begin,
                          static_cast<qsizetype>(m_body->ends.at(index) - begin));
}

QString RowBatch::text(int row, int column) const
{
    const auto bytes = cell(row, column);
    return bytes ? decodeText(*bytes) : QString();
}

QByteArray RowBatch::commandTag() const
{
    return m_body->commandTag;
}

bool RowBatch::isLast() const
{
    return m_body->last;
}

qsizetype RowBatch::bytes() const
{
    return static_cast<qsizetype>(m_body->buffer.size());
}

RowBatchBuilder::RowBatchBuilder(std::vector<Field> fields)
    : m_body(std::make_shared<RowBatch::Body>())
{
    m_body->fields = std::move(fields);
}

void RowBatchBuilder::addCell(QByteArrayView text)
{
    m_body->buffer.append(text.data(), static_cast<size_t>(text.size()));
    m_body->ends.add(m_body->buffer.size(), false);
}

void RowBatchBuilder::addNull()
{
    m_body->ends.add(m_body->buffer.size(), true);
}

int RowBatchBuilder::rowCount() const
{
    return m_body->fields.empty() ? 0 : static_cast<int>(m_body->ends.size() / m_body->fields.size());
}

qsizetype RowBatchBuilder::bytes() const
{
    return static_cast<qsizetype>(m_body->buffer.size());
}

RowBatch RowBatchBuilder::take(const QByteArray &commandTag, bool last)
{
    auto next = std::make_shared<RowBatch::Body>();
    next->fields = m_body->fields;
    if (!last) {
        // The next batch is likely to be as large.
        next->buffer.reserve(m_body->buffer.size() + m_body->buffer.size() / 32);
        next->ends.reserve(m_body->ends.size());
    }
    if (isWasteful(m_body->buffer.size(), m_body->buffer.capacity()))
        m_body->buffer.shrink_to_fit();
    if (isWasteful(m_body->ends.size(), m_body->ends.capacity()))
        m_body->ends.shrink();
    m_body->commandTag = commandTag;
    m_body->last = last;
    RowBatch batch;
    batch.m_body = std::exchange(m_body, std::move(next));
    return batch;
}

} // namespace squall::pg
