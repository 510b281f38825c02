#include "core/pg/rowbatch.h"

#include "core/pg/decodetext.h"

#include <string>

namespace squall::pg {

struct RowBatch::Body
{
    std::vector<Field> fields;
    std::string buffer;
    /// Where each cell ends in the buffer; the sign bit marks NULL. Row by row.
    std::vector<quint64> ends;
    QByteArray commandTag;
    bool last = false;
};

namespace {
constexpr quint64 nullBit = quint64(1) << 63;
}

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
    const quint64 end = m_body->ends[index];
    if (end & nullBit)
        return std::nullopt;
    const quint64 begin = index == 0 ? 0 : m_body->ends[index - 1] & ~nullBit;
    return QByteArrayView(m_body->buffer.data() + begin, static_cast<qsizetype>(end - begin));
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
    m_body->ends.push_back(m_body->buffer.size());
}

void RowBatchBuilder::addNull()
{
    m_body->ends.push_back(m_body->buffer.size() | nullBit);
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
    m_body->commandTag = commandTag;
    m_body->last = last;
    RowBatch batch;
    batch.m_body = std::exchange(m_body, std::move(next));
    return batch;
}

} // namespace squall::pg
