#include "core/pg/sessionpool.h"
#include "models/keystep.h"
#include "models/rowwindowmodel.h"

#include <algorithm>
#include <limits>

// What goes on behind RowWindowModel's rows: the map of keys, the list of keys, counting.

namespace squall::models {

using namespace Qt::StringLiterals;

void RowWindowModel::setShown(bool shown)
{
    m_shown = shown;
    if (!shown)
        m_collecting.cancel();
    else if (m_outdated && m_state != State::Empty)
        reload();
    updateBackground();
}

/// What was found out about other rows, or the same ones earlier, is void.
void RowWindowModel::restartBackground()
{
    m_mapper.reset(m_next, m_order);
    m_numbering.cancel();
    m_counting.cancel();
    m_countError.reset();
    m_collecting.cancel();
    m_estimating.cancel();
}

void RowWindowModel::updateBackground()
{
    const bool ready = m_shown && m_state == State::Ready && m_inOrder && canJump();
    const bool sorted = m_bound == Bound::Sorting || m_list;
    m_mapper.setActive(ready && canPage() && !sorted && !(m_atStart && m_atEnd));
    if (ready && !m_numbered && !sorted)
        findNumber();
    const bool wantsList = m_bound == Bound::Sorting || m_relist;
    if (ready && wantsList && !m_collecting.isRunning() && !m_reading.isRunning())
        collect();
}

void RowWindowModel::followMap()
{
    const auto &map = m_mapper.map();
    if (map.isComplete()) {
        setExactCount(map.rows());
    } else if (map.rows() > m_total) {
        m_total = map.rows();
        emit windowChanged();
    }
    if (!m_numbered)
        findNumber();
}

/// Asks where the window stands as soon as the map may know.
void RowWindowModel::findNumber()
{
    const auto &map = m_mapper.map();
    const bool reached =
        map.isComplete() || (map.rows() > 0 && map.rows() >= std::max(m_numberFrom, m_first));
    if (!reached || m_numberFrom < 0 || m_numbering.isRunning() || m_reading.isRunning() ||
        m_window.rowCount() == 0)
        return;
    // Next time when the map is a good part longer; once it is complete there is no next time.
    m_numberFrom = map.isComplete() ? -1 : map.rows() + map.rows() / 4;
    auto work = [source = m_next, order = m_order, map,
                 place = placeOf(m_first)](pg::Connection &connection) -> Result<qint64> {
        const auto position = wholePosition(connection, *source, *order, place);
        if (!position)
            return position.error();
        return rowOfPosition(connection, *source, *order, map, *position);
    };
    m_numbering.run(m_sessions.run(std::move(work)), [this, first = m_first](const Result<qint64> &row) {
        if (row && *row >= 0) {
            m_numbered = true;
            renumber(*row - first);
            emit windowChanged();
        } else {
            findNumber();
        }
    });
}

void RowWindowModel::count()
{
    if (m_countExact || m_counting.isRunning())
        return;
    m_countError.reset();
    auto query = fromRows(*m_source);
    query.text.prepend(u"select count(*)"_s);
    auto work = [query](pg::Connection &connection) -> Result<qint64> {
        const auto reply = connection.fetchReadOnly(query);
        if (!reply)
            return reply.error();
        return reply->text(0, 0).toLongLong();
    };
    m_counting.run(m_sessions.run(std::move(work)), [this](const Result<qint64> &rows) {
        if (!rows)
            m_countError = rows.error();
        else if (isTruncated())
            m_estimate = *rows;
        else
            setExactCount(*rows);
        updateBackground();
        emit stateChanged();
    });
    emit stateChanged();
}

bool RowWindowModel::canStop() const
{
    return isWaitedFor() || m_collecting.isRunning() || m_counting.isRunning();
}

bool RowWindowModel::stop()
{
    if (!canStop())
        return false;
    const bool reading = isWaitedFor();
    const bool collecting = m_collecting.isRunning();
    m_counting.cancel();
    m_collecting.cancel();
    m_relist = false;
    if (collecting && !m_list)
        m_bound = Bound::Stopped;
    if (reading && m_inOrder)
        stopReading();
    else if (reading)
        stopSorting();
    emit stateChanged();
    return true;
}

int RowWindowModel::unkeyedRowsNext() const
{
    return m_bound == Bound::Unkeyed && !isReadingUnkeyed() ? std::min(mostUnkeyedRows, 10 * m_unkeyedRows)
                                                            : 0;
}

/// What reading all of them takes altogether is little more than reading them once.
void RowWindowModel::readUnkeyed()
{
    if (const int rows = unkeyedRowsNext(); rows > 0) {
        m_unkeyedRows = rows;
        read(Goal::Start, 0);
        emit stateChanged();
    }
}

/// Those that were to come do not.
void RowWindowModel::forgetUnkeyed()
{
    while (m_unkeyedRows > boundedRows && m_unkeyedRows / 10 >= m_window.rowCount())
        m_unkeyedRows /= 10;
}

/// The rows that are here stay, and where one was among them.
void RowWindowModel::stopReading()
{
    m_reading.cancel();
    forgetUnkeyed();
    const bool elsewhere = m_wantedFirst >= loadedEnd() || m_wantedFirst + m_wantedCount <= m_first;
    if (elsewhere)
        m_wantedFirst = std::clamp(m_seenFirst, m_first, std::max(m_first, loadedEnd() - 1));
    m_stoppedAt = m_wantedFirst;
    if (std::exchange(m_reloading, false))
        emit reloaded();
    if (elsewhere)
        emit returned(m_wantedFirst);
    updateBackground();
}

void RowWindowModel::stopSorting()
{
    m_reading.cancel();
    if (m_window.rowCount() == 0 || m_shownCondition != m_source->condition) {
        fail({.code = Error::Code::Cancelled, .message = tr("Stopped.")});
        return;
    }
    m_sort = m_shownSort;
    m_order = std::make_shared<RowOrder>(rowOrder(*m_source, m_sort));
    m_inOrder = true;
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    emit sortChanged();
    readAgain();
}

/// Has the server sort all rows, for a list of their keys.
void RowWindowModel::collect()
{
    if (!canList(*m_source)) {
        m_bound = Bound::TooMany;
        emit stateChanged();
        return;
    }
    const qint64 anchor = std::clamp(m_wantedFirst, m_first, std::max(m_first, loadedEnd() - 1));
    const auto identity = identityOf(static_cast<int>(anchor - m_first));
    auto work = [source = m_next, order = m_order, identity](pg::Connection &connection) {
        return collectKeys(connection, *source, *order, identity);
    };
    m_collecting.run(m_sessions.run(std::move(work)),
                     [this, anchor](const Result<CollectedKeys> &keys) { takeList(keys, anchor); });
    emit stateChanged();
}

/// The window is read again by the list: it may be newer than the rows.
void RowWindowModel::takeList(const Result<CollectedKeys> &collected, qint64 anchor)
{
    m_relist = false;
    if (!collected || !collected->keys) {
        if (!collected)
            m_error = collected.error();
        m_bound = collected ? Bound::TooMany : Bound::Failed;
        m_list.reset();
        emit stateChanged();
        return;
    }
    m_list = collected->keys;
    m_bound = Bound::None;
    m_countExact = true;
    m_total = std::max(m_list->size(), loadedEnd());
    if (collected->place >= 0)
        renumber(collected->place - anchor);
    emit stateChanged();
    emit windowChanged();
    read(Goal::Jump, std::clamp<qint64>(m_wantedFirst, 0, std::max<qint64>(0, m_list->size() - 1)));
}

RowRequest RowWindowModel::listedRequest(RowRequest request) const
{
    ListedKeys keys;
    const auto size = m_list->size();
    const auto after = [&](qint64 row) {
        keys.row = std::clamp<qint64>(row, 0, size);
        keys.after = m_list->keys(keys.row, std::min(size, keys.row + pageRows));
    };
    const auto before = [&](qint64 row) {
        keys.row = std::clamp<qint64>(row, 0, size);
        keys.before = m_list->keys(std::max<qint64>(0, keys.row - pageRows), keys.row);
        std::reverse(keys.before.begin(), keys.before.end());
    };
    switch (request.goal) {
    case Goal::Start: after(0); break;
    case Goal::End: before(size); break;
    case Goal::Forward: after(loadedEnd()); break;
    case Goal::Backward: before(m_first); break;
    case Goal::Jump:
    case Goal::Again:
        after(request.row);
        before(request.row);
        break;
    }
    request.listed = std::move(keys);
    return request;
}

/// Takes rows that are gone out of the list; those before `place` gave the window too high a number.
void RowWindowModel::forgetMissing(const std::vector<qint64> &rows, qint64 place)
{
    if (!rows.empty()) {
        m_list->remove(rows);
        renumber(rows.begin() - std::lower_bound(rows.begin(), rows.end(), place));
        m_total = m_list->size();
    }
    m_numbered = true;
    m_countExact = true;
    m_atStart = m_first == 0;
    m_atEnd = loadedEnd() >= m_list->size();
}

} // namespace squall::models
