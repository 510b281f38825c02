#include "models/rowwindowmodel.h"

#include "core/pg/sessionpool.h"
#include "models/rowfilter.h"

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

/// Rows kept around what is looked at, in rows and in bytes.
constexpr int mostRows = 8 * RowWindowModel::pageRows;
constexpr qsizetype mostBytes = 48 << 20;
/// So many rows are loaded ahead of what is looked at.
constexpr int prefetchRows = RowWindowModel::pageRows;
/// Rows this near are read on to; further ones are jumped to.
constexpr qint64 nearRows = 2 * RowWindowModel::pageRows;
/// A read that nobody waits for any more is given up after this long; before that it is cheaper to let it
/// end.
constexpr int patienceMs = 250;

QString toolTip(const RowColumn &column)
{
    QString text = column.name + u'\n' + column.type;
    if (column.notNull)
        text += u" not null"_s;
    if (!column.references.isEmpty())
        text += u"\n→ "_s + column.references;
    return column.comment.isEmpty() ? text : text + u"\n\n"_s + column.comment;
}

/// Whether its values read otherwise in another session's time zone.
bool hasZone(const QString &type)
{
    return type.startsWith(u"timestamp") && type.contains(u"with time zone");
}

/// Where `fetched` has the columns of `shown`; nothing when it lacks one.
std::optional<std::vector<int>> placesOf(const RowSource &shown, const RowSource &fetched)
{
    std::vector<int> places;
    for (const auto &column : shown.columns) {
        places.push_back(fetched.indexOf(column.name));
        if (places.back() < 0)
            return std::nullopt;
    }
    return places;
}

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

/// The column of a reply that marks rows as deleted; -1 when none is read.
int placeOfDeletion(const RowSource &source)
{
    const auto *column = deletedColumn(source);
    return column ? source.indexOf(column->name) : -1;
}

/// A time, or true.
bool isDeletion(const std::optional<QByteArrayView> &value)
{
    return value && *value != "f";
}

} // namespace

RowWindowModel::RowWindowModel(pg::SessionPool &sessions, QObject *parent)
    : WindowModel(parent)
    , m_sessions(sessions)
{
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
    m_places = *placesOf(source, source);
    std::erase_if(m_sort, [&](const SortKey &key) { return !source.find(key.column); });
    m_source = m_fetched = m_next = std::move(next);
    m_deleted = placeOfDeletion(*m_fetched);
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
    const auto places = placesOf(*source, *m_fetched);
    if (!places) {
        readAgain();
        return;
    }
    beginResetModel();
    m_source = m_next;
    m_places = *places;
    endResetModel();
    emit windowChanged();
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
    m_truncated = false;
    m_estimate = m_source->condition ? -1 : m_source->estimate;
    m_wantedFirst = 0;
    read(Goal::Start, 0);
    setState(State::Loading);
    estimate();
}

void RowWindowModel::reload()
{
    m_spread = {};
    m_countExact = false;
    readAgain();
    estimate();
}

void RowWindowModel::readAgain()
{
    const bool nearStart = m_wantedFirst < pageRows && m_atStart;
    const qint64 anchor = std::clamp(m_wantedFirst, m_first, std::max(m_first, loadedEnd() - 1));
    if (nearStart || !canJump() || !m_inOrder || m_window.rowCount() == 0)
        read(Goal::Start, 0);
    else
        read(Goal::Again, anchor);
}

void RowWindowModel::need(qint64 first, int count)
{
    m_wantedFirst = std::max<qint64>(0, first);
    m_wantedCount = std::max(1, count);
    if (m_state == State::Ready && !m_applying)
        advance();
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
    if (far && canJump()) {
        const bool fromStart = m_wantedFirst < pageRows;
        const bool fromEnd = m_wantedFirst + m_wantedCount > m_total - pageRows;
        read(fromStart ? Goal::Start : fromEnd ? Goal::End : Goal::Jump, m_wantedFirst);
    } else if (end + prefetchRows > loadedEnd() && !m_atEnd && !m_reading.isRunning()) {
        read(Goal::Forward, loadedEnd());
    } else if (m_wantedFirst - prefetchRows < m_first && !m_atStart && !m_reading.isRunning()) {
        read(Goal::Backward, m_first);
    }
}

RowPosition RowWindowModel::positionOf(qint64 row) const
{
    const auto place = m_window.at(static_cast<int>(row - m_first));
    return positionAt(place.batch, place.row, m_layout);
}

edit::RowIdentity RowWindowModel::identityOf(int row) const
{
    edit::RowIdentity identity;
    if (row < 0 || row >= m_window.rowCount())
        return identity;
    const auto place = m_window.at(row);
    for (qsizetype part = 0; part < m_source->key.size(); ++part) {
        const auto value = place.batch.cell(place.row, m_layout.identity[static_cast<size_t>(part)]);
        identity.parts.emplace_back(m_source->key[part], value.value_or(QByteArrayView()).toByteArray());
    }
    return identity;
}

edit::RowValues RowWindowModel::valuesOf(int row) const
{
    edit::RowValues values;
    const auto place = m_window.at(row);
    for (size_t column = 0; column < m_fetched->columns.size(); ++column) {
        const int length = m_layout.lengths[column];
        if (length >= 0 && place.batch.cell(place.row, length))
            continue;
        const auto value = place.batch.cell(place.row, static_cast<int>(column));
        values.insert(m_fetched->columns[column].name,
                      value ? Query::Parameter(value->toByteArray()) : std::nullopt);
    }
    return values;
}

void RowWindowModel::read(Goal goal, qint64 row)
{
    PageRequest request{.limit = limit()};
    if (goal == Goal::Forward)
        request.from = positionOf(loadedEnd() - 1);
    else if (goal == Goal::Backward)
        request.from = positionOf(m_first);
    else if (goal == Goal::Again)
        request.from = positionOf(row);
    if (goal == Goal::Backward || goal == Goal::End)
        request.travel = Travel::Backward;
    const double fraction = static_cast<double>(row) / static_cast<double>(std::max<qint64>(1, m_total));

    m_goal = goal;
    m_goalRow = row;
    m_readingSince.start();
    const bool joins = goal == Goal::Forward || goal == Goal::Backward;
    const auto source = joins ? m_fetched : m_next;
    auto work = [source, order = m_order, spread = m_spread, goal, request,
                 fraction](pg::Connection &connection) -> Result<Reading> {
        Reading reading{.rows = {}, .spread = spread, .timeZone = {}};
        if (goal == Goal::Jump || goal == Goal::Again) {
            auto around =
                goal == Goal::Again
                    ? readAround(connection, *source, *order, *request.from, request.limit)
                    : readAtFraction(connection, *source, *order, reading.spread, fraction, request.limit);
            if (!around)
                return around.error();
            reading.rows = std::move(*around);
            reading.timeZone = QString::fromUtf8(connection.parameterStatus("TimeZone"));
            return reading;
        }
        auto page = readPage(connection, *source, *order, request);
        if (!page)
            return page.error();
        (request.travel == Travel::Forward ? reading.rows.after : reading.rows.before) = std::move(*page);
        reading.timeZone = QString::fromUtf8(connection.parameterStatus("TimeZone"));
        return reading;
    };
    m_reading.run(m_sessions.run(std::move(work)), [this, goal, row, source](const Result<Reading> &reading) {
        receive(goal, row, source, reading);
    });
}

void RowWindowModel::receive(Goal goal, qint64 row, const Source &source, const Result<Reading> &reading)
{
    if (!reading) {
        m_error = reading.error();
        m_state = m_inOrder && m_window.rowCount() > 0 ? State::Ready : State::Failed;
        emit stateChanged();
        return;
    }
    const bool replaces = goal != Goal::Forward && goal != Goal::Backward;
    if (replaces && !placesOf(*m_next, *source)) {
        // Meanwhile a column was asked for that these rows lack.
        read(goal, row);
        return;
    }
    const bool hadError = std::exchange(m_error, std::nullopt).has_value();
    m_applying = true;
    m_spread = reading->spread;
    if (std::exchange(m_timeZone, reading->timeZone) != reading->timeZone && columnCount() > 0)
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    const auto &[before, after] = reading->rows;
    switch (goal) {
    case Goal::Start:
        m_numbered = true;
        m_atStart = true;
        m_atEnd = after.reachedEnd || !canJump();
        m_truncated = !canJump() && !after.reachedEnd;
        replaceRows(reading->rows, 0, source);
        break;
    case Goal::End:
        m_numbered = m_countExact;
        m_atStart = before.reachedEnd;
        m_atEnd = true;
        replaceRows(reading->rows, m_total - before.rowCount(), source);
        break;
    case Goal::Jump:
    case Goal::Again:
        m_numbered = m_numbered && goal == Goal::Again;
        m_atStart = before.reachedEnd;
        m_atEnd = after.reachedEnd;
        replaceRows(reading->rows, row - before.rowCount(), source);
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
    settle();
    m_applying = false;
    setState(State::Ready);
    if (hadError)
        emit stateChanged();
    advance();
}

void RowWindowModel::replaceRows(const RowSurroundings &rows, qint64 first, const Source &source)
{
    const bool otherColumns = m_source != m_next;
    const int old = m_window.rowCount();
    const int count = rows.before.rowCount() + rows.after.rowCount();
    if (otherColumns)
        beginResetModel();
    else if (old > 0)
        beginRemoveRows({}, 0, old - 1);
    m_window = {};
    if (!otherColumns && old > 0)
        endRemoveRows();
    m_first = first;
    m_source = m_next;
    m_fetched = source;
    m_deleted = placeOfDeletion(*m_fetched);
    m_places = *placesOf(*m_source, *m_fetched);
    m_layout = rowLayout(*m_fetched, *m_order);
    m_inOrder = true;
    if (!otherColumns && count > 0)
        beginInsertRows({}, 0, count - 1);
    m_window.append(rows.after);
    m_window.prepend(rows.before);
    if (otherColumns)
        endResetModel();
    else if (count > 0)
        endInsertRows();
}

void RowWindowModel::addAfter(const RowPage &page)
{
    if (const int count = page.rowCount(); count > 0) {
        beginInsertRows({}, m_window.rowCount(), m_window.rowCount() + count - 1);
        m_window.append(page);
        endInsertRows();
    }
    trimFront();
}

void RowWindowModel::addBefore(const RowPage &page)
{
    if (const int count = page.rowCount(); count > 0) {
        beginInsertRows({}, 0, count - 1);
        m_window.prepend(page);
        m_first -= count;
        endInsertRows();
    }
    trimBack();
}

bool RowWindowModel::isFull() const
{
    return m_window.rowCount() > mostRows || m_window.bytes() > mostBytes;
}

void RowWindowModel::trimFront()
{
    while (isFull()) {
        const int rows = m_window.frontRows(pageRows);
        if (rows == 0 || m_first + rows > m_wantedFirst)
            return;
        beginRemoveRows({}, 0, rows - 1);
        m_window.dropFront();
        m_first += rows;
        endRemoveRows();
        m_atStart = false;
    }
}

void RowWindowModel::trimBack()
{
    while (isFull()) {
        const int rows = m_window.backRows(pageRows);
        if (rows == 0 || loadedEnd() - rows < m_wantedFirst + m_wantedCount)
            return;
        beginRemoveRows({}, m_window.rowCount() - rows, m_window.rowCount() - 1);
        m_window.dropBack();
        endRemoveRows();
        m_atEnd = false;
    }
}

/// Brings numbers and count in line with the ends that were seen.
void RowWindowModel::settle()
{
    qint64 delta = 0;
    if (m_atStart) {
        delta = -m_first;
        m_numbered = true;
    } else if (m_first < 1) {
        // There are rows before the first one, so that it cannot have that number.
        delta = pageRows - m_first;
        m_numbered = false;
    }
    if (delta != 0) {
        m_first += delta;
        m_wantedFirst = std::max<qint64>(0, m_wantedFirst + delta);
        m_total = std::max(m_total, loadedEnd());
        emit renumbered(delta);
    }
    if (m_atEnd) {
        m_total = loadedEnd();
        m_countExact = m_numbered && !m_truncated;
    } else if (!m_countExact) {
        m_total = std::max({m_estimate, loadedEnd(), m_total});
    }
    emit windowChanged();
}

void RowWindowModel::estimate()
{
    auto work = [source = m_source](pg::Connection &connection) { return estimateRows(connection, *source); };
    m_estimating.run(m_sessions.run(std::move(work)), [this](const Result<qint64> &rows) {
        if (!rows) // An estimate is a nicety: what matters will fail too, and say so.
            return;
        m_estimate = *rows;
        if (!m_countExact && !m_atEnd)
            m_total = std::max(m_estimate, loadedEnd());
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

int RowWindowModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_window.rowCount();
}

int RowWindowModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_source->columns.size());
}

QVariant RowWindowModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto [batch, row] = m_window.at(index.row());
    const int column = m_places[static_cast<size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole: return batch.text(row, column);
    case DimmedRole: return m_deleted >= 0 && isDeletion(batch.cell(row, m_deleted));
    case NullRole: return !batch.cell(row, column).has_value();
    case TypeKindRole:
        return QVariant::fromValue(m_fetched->columns[static_cast<size_t>(column)].traits.kind);
    case FullLengthRole: {
        const int length = m_layout.lengths[static_cast<size_t>(column)];
        const auto text = length < 0 ? std::nullopt : batch.cell(row, length);
        return text ? text->toByteArray().toLongLong() : qint64(-1);
    }
    default: return {};
    }
}

QVariant RowWindowModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const auto &column = m_source->columns[static_cast<size_t>(section)];
    switch (role) {
    case Qt::DisplayRole: return column.name;
    case Qt::ToolTipRole: return toolTip(column);
    case TypeNameRole: return shortTypeName(column.type);
    case TypeKindRole: return QVariant::fromValue(column.traits.kind);
    case PrimaryKeyRole: return column.primaryKey;
    case ReferenceRole: return column.references;
    case GeneratedRole: return column.generated;
    case SortableRole: return column.traits.sortable;
    case NotNullRole: return column.notNull;
    case ZoneRole: return hasZone(column.type) ? m_timeZone : QString();
    case SortRole: {
        const auto found = std::find_if(m_sort.begin(), m_sort.end(),
                                        [&](const SortKey &key) { return key.column == column.name; });
        return found == m_sort.end() ? 0 : found->descending ? -1 : 1;
    }
    default: return {};
    }
}

} // namespace squall::models
