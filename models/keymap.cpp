#include "models/keymap.h"

#include <algorithm>

namespace squall::models {

namespace {

qsizetype bytesOf(const KeyMark &mark)
{
    qsizetype bytes = sizeof(KeyMark);
    for (const auto &value : mark.position)
        bytes += static_cast<qsizetype>(sizeof(Query::Parameter)) + (value ? value->size() : 0);
    return bytes;
}

bool isBefore(qint64 row, const KeyMark &mark)
{
    return row < mark.row;
}

} // namespace

void KeyMap::add(const KeyMark &mark)
{
    if (mark.row == m_rows)
        m_bytes -= bytesOf(m_marks.takeLast()); // Nothing lay between them.
    m_marks.push_back(mark);
    m_bytes += bytesOf(mark);
    m_rows = mark.row;
    if (m_marks.size() > mostMarks || m_bytes > mostBytes)
        thin();
}

void KeyMap::end(qint64 rows)
{
    m_rows = rows;
    m_complete = true;
}

const KeyMark &KeyMap::before(qint64 row) const
{
    return *(std::upper_bound(m_marks.begin() + 1, m_marks.end(), row, isBefore) - 1);
}

qint64 KeyMap::after(qint64 row) const
{
    const auto next = std::upper_bound(m_marks.begin(), m_marks.end(), row, isBefore);
    return next == m_marks.end() ? m_rows : next->row;
}

/// The beginning and the last mark stay.
void KeyMap::thin()
{
    QList<KeyMark> kept;
    m_bytes = 0;
    for (qsizetype i = 0; i < m_marks.size(); ++i) {
        if (i % 2 == 0 || i + 1 == m_marks.size()) {
            m_bytes += bytesOf(m_marks[i]);
            kept.push_back(m_marks[i]);
        }
    }
    m_marks.swap(kept);
}

} // namespace squall::models
