#pragma once

#include "models/rowquery.h"

#include <QList>

namespace squall::models {

/// A place with a known number: `row` rows come before the first one at or after `position`; without a
/// position that is the beginning.
struct KeyMark
{
    qint64 row = 0;
    RowPosition position = {};
};

/// Where the rows of one order are, as marks some thousand rows apart. Bounded: when there are too many,
/// every second one goes.
class KeyMap
{
public:
    static constexpr qsizetype mostMarks = 16384;
    static constexpr qsizetype mostBytes = 8 << 20;

    /// The next mark, of a higher row.
    void add(const KeyMark &mark);
    /// There are no rows after these.
    void end(qint64 rows);

    /// Whether `row` lies between the marks.
    bool covers(qint64 row) const { return m_complete ? row < m_rows : row <= m_rows; }
    /// Rows up to the last mark; all of them once the map is complete.
    qint64 rows() const { return m_rows; }
    bool isComplete() const { return m_complete; }
    /// The last mark at or before `row`.
    const KeyMark &before(qint64 row) const;
    /// The row of the mark that follows `row`, or the end of the map.
    qint64 after(qint64 row) const;
    /// The mark where the map goes on.
    const KeyMark &last() const { return m_marks.back(); }
    const QList<KeyMark> &marks() const { return m_marks; }
    qsizetype bytes() const { return m_bytes; }

private:
    void thin();

    QList<KeyMark> m_marks = {KeyMark()};
    qsizetype m_bytes = 0;
    qint64 m_rows = 0;
    bool m_complete = false;
};

} // namespace squall::models
