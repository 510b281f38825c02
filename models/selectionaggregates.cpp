#include "models/selectionaggregates.h"

#include "models/cellrole.h"
#include "models/valuehistogram.h"

#include <algorithm>
#include <utility>

namespace squall::models {

namespace {

/// About a millisecond's worth.
constexpr int cellsPerStep = 2000;
constexpr int averageDigits = 6;

} // namespace

SelectionAggregates::SelectionAggregates(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(0);
    m_timer.callOnTimeout(this, &SelectionAggregates::step);
}

void SelectionAggregates::add(const WindowModel *model, std::vector<CellBlock> blocks)
{
    m_model = model;
    m_blocks = std::move(blocks);
    m_result = {};
    m_block = 0;
    m_numbers = m_times = 0;
    m_sum = {};
    for (const auto &block : m_blocks)
        m_result.cells += (block.bottom - block.top + 1) * (block.right - block.left + 1);
    if (m_blocks.empty() || !model) {
        m_result.cells = 0;
        m_timer.stop();
        emit finished();
        return;
    }
    m_row = std::max(m_blocks.front().top, model->firstRow());
    m_column = m_blocks.front().left;
    m_timer.start();
}

/// Stands on a loaded cell; false when there is none any more.
bool SelectionAggregates::next()
{
    const qint64 end = m_model->firstRow() + m_model->rowCount();
    while (m_block < m_blocks.size()) {
        const auto &block = m_blocks[m_block];
        m_row = std::max(m_row, m_model->firstRow());
        if (m_column <= std::min(block.right, m_model->columnCount() - 1) && m_row <= block.bottom &&
            m_row < end)
            return true;
        if (m_row < block.bottom && m_row + 1 < end) {
            ++m_row;
            m_column = block.left;
            continue;
        }
        if (++m_block < m_blocks.size()) {
            m_row = m_blocks[m_block].top;
            m_column = m_blocks[m_block].left;
        }
    }
    return false;
}

void SelectionAggregates::step()
{
    for (int cell = 0; cell < cellsPerStep; ++cell) {
        if (!m_model || !next()) {
            finish();
            return;
        }
        const auto earlier = m_blocks.begin() + static_cast<std::ptrdiff_t>(m_block);
        const bool known = std::any_of(m_blocks.begin(), earlier, [&](const CellBlock &block) {
            return block.contains(m_row, m_column);
        });
        if (known)
            --m_result.cells;
        else
            look(m_row, m_column);
        ++m_column;
    }
}

void SelectionAggregates::look(qint64 row, int column)
{
    ++m_result.loaded;
    const auto index = m_model->index(static_cast<int>(row - m_model->firstRow()), column);
    if (index.data(NullRole).toBool())
        return;
    ++m_result.values;
    const auto kind = index.data(TypeKindRole).value<TypeKind>();
    if (kind == TypeKind::Number)
        lookAtNumber(index.data().toString().toLatin1());
    else if (kind == TypeKind::Time)
        lookAtTime(index.data().toString());
}

void SelectionAggregates::lookAtNumber(const QByteArray &text)
{
    const auto number = Decimal::parse(text);
    if (!number)
        return;
    if (m_numbers == 0 || number->compare(m_least) < 0)
        m_least = *number;
    if (m_numbers == 0 || number->compare(m_greatest) > 0)
        m_greatest = *number;
    m_sum += *number;
    ++m_numbers;
}

void SelectionAggregates::lookAtTime(const QString &text)
{
    const auto place = measure(text, TypeKind::Time);
    if (!place)
        return;
    if (m_times == 0 || *place < m_earliest) {
        m_earliest = *place;
        m_minimum = text.toUtf8();
    }
    if (m_times == 0 || *place > m_latest) {
        m_latest = *place;
        m_maximum = text.toUtf8();
    }
    ++m_times;
}

void SelectionAggregates::finish()
{
    m_timer.stop();
    if (m_numbers > 0 && m_numbers == m_result.values) {
        m_result.sum = m_sum.toText();
        m_result.average = m_sum.dividedBy(m_numbers, averageDigits).toText();
        m_result.minimum = m_least.toText();
        m_result.maximum = m_greatest.toText();
    } else if (m_times > 0 && m_times == m_result.values) {
        m_result.minimum = m_minimum;
        m_result.maximum = m_maximum;
    }
    emit finished();
}

} // namespace squall::models
