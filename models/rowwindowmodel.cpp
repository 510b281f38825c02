#include "models/rowwindowmodel.h"

#include "core/pg/sessionpool.h"
#include "models/heaps.h"

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

/// Rows that are read of a jump before all others, at least.
constexpr int jumpRows = 30;
/// So many rows are loaded ahead of what is looked at.
constexpr int prefetchRows = RowWindowModel::pageRows;
/// Rows this near are read on to; further ones are jumped to.
constexpr qint64 nearRows = 2 * RowWindowModel::pageRows;
/// A read that nobody waits for any more is given up after this long; before that it is cheaper to let it
/// end.
constexpr int patienceMs = 250;

/// The same relation, column by column, whatever is shown of it and where.
bool isRearranged(const RowSource &one, const RowSource &other)
{
    const auto without = [](RowSource source) {
        source.columns.clear();
        source.hidden.clear();
        return source;
    };
    const auto all = [](const RowSource &source) {
        auto columns = source.columns;
        columns.insert(columns.end(), source.hidden.begin(), source.hidden.end());
        std::sort(columns.begin(), columns.end(),
                  [](const RowColumn &a, const RowColumn &b) { return a.name < b.name; });
        return columns;
    };
    return without(one) == without(other) && all(one) == all(other);
}

} // namespace

RowWindowModel::RowWindowModel(pg::SessionPool &sessions, QObject *parent)
    : WindowModel(parent)
    , m_sessions(sessions)
    , m_mapper(sessions)
{
    connect(&m_mapper, &KeyMapper::grown, this, &RowWindowModel::followMap);
}

RowWindowModel::~RowWindowModel() = default;

void RowWindowModel::setSource(const RowSource &source)
{
    auto next = std::make_shared<RowSource>(source);
    next->condition = m_condition;
    if (*next == *m_next && m_state != State::Empty)
        return;
    if (m_state != State::Empty && isRearranged(*m_next, *next)) {
        rearrange(next);
        return;
    }
    beginResetModel();
    m_places = *source.placesIn(source);
    std::erase_if(m_sort, [&](const SortKey &key) { return !source.find(key.column); });
    m_source = m_fetched = m_next = std::move(next);
    m_moved.clear();
    m_window = {};
    m_first = 0;
    m_total = 0;
    endResetModel();
    startOver();
}

void RowWindowModel::setCondition(const std::optional<Query> &condition)
{
    if (condition == m_condition)
        return;
    m_condition = condition;
    if (m_state == State::Empty)
        return;
    const auto conditioned = [&](const Source &source) {
        auto copy = std::make_shared<RowSource>(*source);
        copy->condition = condition;
        return copy;
    };
    const bool inPlace = m_source == m_next;
    m_next = conditioned(m_next);
    m_source = inPlace ? m_next : conditioned(m_source);
    m_total = loadedEnd(); // What is known about other rows says nothing about these.
    startOver();
    emit windowChanged();
}

/// What is loaded is only shown otherwise; what is not comes with the same rows read once more.
void RowWindowModel::rearrange(const Source &source)
{
    m_next = source;
    const auto places = source->placesIn(*m_fetched);
    if (!places) {
        readAgain();
        return;
    }
    beginResetModel();
    m_source = m_next;
    m_places = *places;
    endResetModel();
    emit windowChanged();
    if (m_state == State::Failed) // Perhaps for the sake of a column that is hidden now.
        readAgain();
}

void RowWindowModel::setSort(const std::vector<SortKey> &sort)
{
    if (sort == m_sort)
        return;
    m_sort = sort;
    if (columnCount() > 0)
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    emit sortChanged();
    m_wantedFirst = 0;
    startOver();
}

void RowWindowModel::toggleSort(int column, bool add)
{
    const auto &name = m_source->columns[static_cast<size_t>(column)].name;
    auto sort = add ? m_sort : std::vector<SortKey>();
    const auto is = [&](const SortKey &key) { return key.column == name; };
    const auto before = std::find_if(m_sort.begin(), m_sort.end(), is);
    const bool ascending = before != m_sort.end() && !before->descending;
    const auto place = std::find_if(sort.begin(), sort.end(), is);
    if (before == m_sort.end() || ascending) {
        const SortKey key{.column = name, .descending = ascending};
        if (place == sort.end())
            sort.push_back(key);
        else
            *place = key;
    } else if (place != sort.end()) {
        sort.erase(place);
    }
    setSort(sort);
}

void RowWindowModel::startOver()
{
    m_order = std::make_shared<RowOrder>(rowOrder(*m_source, m_sort));
    m_inOrder = false;
    m_spread = {};
    m_countExact = false;
    m_bound = Bound::None;
    m_unkeyedRows = boundedRows;
    m_list.reset();
    m_relist = false;
    restartBackground();
    m_toEstimate = true;
    m_estimate = m_source->condition ? -1 : m_source->estimate;
    m_wantedFirst = 0;
    read(Goal::Start, 0);
    setState(State::Loading);
}

void RowWindowModel::reloadWhenSeen()
{
    m_outdated = !m_shown;
    if (m_shown)
        reload();
}

void RowWindowModel::reload()
{
    m_outdated = false;
    m_moved.refresh();
    m_spread = {};
    m_countExact = m_list != nullptr;
    m_relist = m_list != nullptr;
    restartBackground();
    m_toEstimate = true;
    m_reloading = true;
    readAgain();
    emit reloading();
}

/// What is looked at, by its key.
void RowWindowModel::readAgain()
{
    const bool atTop = m_wantedFirst == 0 && m_atStart;
    const qint64 anchor = std::clamp(m_wantedFirst, m_first, std::max(m_first, loadedEnd() - 1));
    if ((atTop && !m_list) || !canJump() || !canPage() || !m_inOrder || m_window.rowCount() == 0)
        read(Goal::Start, 0);
    else
        read(Goal::Again, anchor);
}

void RowWindowModel::need(qint64 first, int count)
{
    m_wantedFirst = std::max<qint64>(0, first);
    m_wantedCount = std::max(1, count);
    if (m_wantedFirst >= m_first && m_wantedFirst < loadedEnd())
        m_seenFirst = m_wantedFirst;
    if (m_state == State::Ready && !m_applying) {
        look();
        if (m_wantedFirst != m_stoppedAt) {
            m_stoppedAt = -1;
            advance();
        }
    }
}

/// Long enough to wonder; a read that nobody notices is none of Esc's business.
bool RowWindowModel::isWaitedFor() const
{
    return m_reading.isRunning() && (!m_inOrder || m_readingSince.hasExpired(patienceMs));
}

void RowWindowModel::advance()
{
    const qint64 end = std::min(m_wantedFirst + m_wantedCount, m_total);
    const bool far = m_wantedFirst > loadedEnd() + nearRows || end < m_first - nearRows;
    if (m_reading.isRunning()) {
        const bool stale = far && std::abs(m_goalRow - m_wantedFirst) > nearRows;
        if (!stale || m_readingSince.elapsed() < patienceMs)
            return;
    }
    if (!canPage())
        return;
    if (far && m_list) {
        read(Goal::Jump, std::min(m_wantedFirst, m_list->size()));
    } else if (far && canJump()) {
        const bool fromStart = m_wantedFirst < pageRows;
        const bool fromEnd = m_wantedFirst + m_wantedCount > m_total - pageRows;
        read(fromStart ? Goal::Start : fromEnd ? Goal::End : Goal::Jump, m_wantedFirst);
    } else if (end + prefetchRows > loadedEnd() && !m_atEnd && !m_reading.isRunning()) {
        read(Goal::Forward, loadedEnd());
    } else if (m_wantedFirst - prefetchRows < m_first && !m_atStart && !m_reading.isRunning()) {
        read(Goal::Backward, m_first);
    }
}

RowRequest RowWindowModel::request(Goal goal, qint64 row) const
{
    RowRequest request{.goal = goal, .row = row, .limit = limit(), .spread = m_spread};
    if (m_list && goal != Goal::Start)
        return listedRequest(std::move(request));
    switch (goal) {
    case Goal::Start:
        // The key alone has its index, and what lies on disk needs none.
        request.assess = canJump() && (!m_sort.empty() || m_source->condition ||
                                       (m_source->key.size() > 1 && !isPhysical(*m_order)));
        request.unservedLimit = boundedRows;
        request.mostBytes = !canJump() && m_unkeyedRows > boundedRows ? mostUnkeyedBytes : 0;
        break;
    case Goal::End: break;
    case Goal::Forward: request.from = placeOf(loadedEnd() - 1); break;
    case Goal::Backward: request.from = placeOf(m_first); break;
    case Goal::Again: request.from = placeOf(row); break;
    case Goal::Jump:
        if (m_mapper.map().covers(row))
            request.mark = m_mapper.map().before(row);
        // What is seen of it comes first, what lies around it next.
        request.limit = std::max(jumpRows, m_wantedCount);
        request.fraction = static_cast<double>(row) / static_cast<double>(std::max<qint64>(1, m_total));
        break;
    }
    return request;
}

void RowWindowModel::read(Goal goal, qint64 row)
{
    m_goalRow = row;
    m_stoppedAt = -1;
    m_readingSince.start();
    m_numbering.cancel();
    const bool joins = goal == Goal::Forward || goal == Goal::Backward;
    const auto source = joins ? m_fetched : m_next;
    auto work = [source, order = m_order, request = request(goal, row)](pg::Connection &connection) {
        return readRows(connection, *source, *order, request);
    };
    m_reading.run(m_sessions.run(std::move(work)),
                  [this, goal, row, source](const Result<RowReading> &reading) {
                      receive(goal, row, source, reading);
                  });
}

void RowWindowModel::receive(Goal goal, qint64 row, const Source &source, const Result<RowReading> &reading)
{
    if (!reading) {
        fail(reading.error());
        return;
    }
    const bool replaces = goal != Goal::Forward && goal != Goal::Backward;
    if (replaces && !m_next->placesIn(*source)) {
        // Meanwhile a column was asked for that these rows lack.
        read(goal, row);
        return;
    }
    const bool hadError = std::exchange(m_error, std::nullopt).has_value();
    m_applying = true;
    m_spread = reading->spread;
    if (std::exchange(m_timeZone, reading->timeZone) != reading->timeZone && columnCount() > 0)
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    place(goal, row, source, *reading);
    settle();
    look();
    m_applying = false;
    setState(State::Ready);
    if (hadError)
        emit stateChanged();
    if (replaces && std::exchange(m_reloading, false))
        emit reloaded();
    advance();
    updateBackground();
    if (std::exchange(m_toEstimate, false))
        estimate();
}

void RowWindowModel::fail(const Error &error)
{
    m_error = error;
    forgetUnkeyed();
    m_state = m_inOrder && m_window.rowCount() > 0 ? State::Ready : State::Failed;
    if (std::exchange(m_reloading, false))
        emit reloaded();
    emit stateChanged();
}

/// Puts what came where it belongs.
void RowWindowModel::place(Goal goal, qint64 row, const Source &source, const RowReading &reading)
{
    const auto &[before, after] = reading.rows;
    switch (goal) {
    case Goal::Start:
        m_bound = after.reachedEnd  ? Bound::None
                  : !canJump()      ? (after.rowCount() < m_unkeyedRows || m_unkeyedRows >= mostUnkeyedRows
                                           ? Bound::Full
                                           : Bound::Unkeyed)
                  : !reading.served ? Bound::Sorting
                                    : Bound::None;
        m_list.reset();
        m_numbered = true;
        m_atStart = true;
        m_atEnd = after.reachedEnd || m_bound != Bound::None;
        replaceRows(reading.rows, 0, source);
        break;
    case Goal::End:
        m_numbered = m_countExact;
        m_atStart = before.reachedEnd;
        m_atEnd = true;
        replaceRows(reading.rows, m_total - before.rowCount(), source);
        break;
    case Goal::Jump:
    case Goal::Again:
        m_numbered = reading.exact;
        m_atStart = before.reachedEnd;
        m_atEnd = after.reachedEnd;
        replaceRows(reading.rows, row - before.rowCount(), source);
        break;
    case Goal::Forward:
        m_atEnd = after.reachedEnd;
        addAfter(after);
        break;
    case Goal::Backward:
        m_atStart = before.reachedEnd;
        addBefore(before);
        break;
    }
    if (m_list)
        forgetMissing(reading.missing, goal == Goal::End ? m_list->size() : row);
}

/// After the first rows, which are waited for.
void RowWindowModel::estimate()
{
    auto work = [source = m_source](pg::Connection &connection) { return estimateRows(connection, *source); };
    m_estimating.run(m_sessions.run(std::move(work)), [this](const Result<qint64> &rows) {
        if (!rows) // An estimate is a nicety: what matters will fail too, and say so.
            return;
        m_estimate = *rows;
        if (!m_countExact && !m_atEnd)
            m_total = std::max({m_estimate, loadedEnd(), m_mapper.map().rows()});
        emit windowChanged();
    });
}

void RowWindowModel::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    emit stateChanged();
}

} // namespace squall::models
