#include "models/tablefilter.h"

#include "core/pg/sessionpool.h"
#include "models/rowwindowmodel.h"

#include <algorithm>

namespace squall::models {

using Op = FilterOperator;

TableFilter::TableFilter(pg::SessionPool &sessions, RowWindowModel &rows, QObject *parent)
    : QObject(parent)
    , m_sessions(sessions)
    , m_rows(rows)
    , m_source(rows.source())
{
    connect(&rows, &RowWindowModel::stateChanged, this, &TableFilter::watchRows);
    connect(&rows, &RowWindowModel::stateChanged, this, &TableFilter::busyChanged);
    connect(this, &TableFilter::changed, this, &TableFilter::busyChanged);
    connect(this, &TableFilter::faultChanged, this, &TableFilter::busyChanged);
}

TableFilter::~TableFilter() = default;

bool TableFilter::isBusy() const
{
    return m_checking.isRunning() ||
           (!m_filter.isEmpty() && m_rows.state() == RowWindowModel::State::Loading);
}

bool TableFilter::stop()
{
    if (!m_checking.isRunning())
        return isBusy() && m_rows.stop();
    m_checking.cancel();
    setFault(FilterFault{.place = {},
                         .error = {.code = Error::Code::Cancelled,
                                   .message = tr("Stopped. The rows are still those from before.")}});
    emit busyChanged();
    return true;
}

void TableFilter::setSnapshot(const catalog::SnapshotPtr &snapshot)
{
    const bool first = !m_snapshot;
    m_snapshot = snapshot;
    if (const auto source = snapshot ? rowSource(*snapshot, m_source.id) : std::nullopt)
        m_source = *source;
    if (!first && !m_filter.isEmpty())
        apply(m_filter);
}

void TableFilter::use(const Query &condition)
{
    m_blaming.cancel();
    m_faultOfRows = false;
    setFault(std::nullopt);
    const auto next = condition.text.isEmpty() ? std::nullopt : std::optional(condition);
    const bool otherRows = next != m_rows.source().condition;
    m_rows.setCondition(next);
    emit applied(otherRows);
    emit busyChanged();
}

void TableFilter::start(const RowFilter &filter)
{
    const auto sql = filterSql(filter, source());
    if (sql.fault) {
        apply(filter);
        return;
    }
    m_checking.cancel();
    m_filter = filter;
    use(sql.condition);
    emit changed();
}

void TableFilter::apply(const RowFilter &filter)
{
    m_filter = filter;
    m_checking.cancel();
    auto sql = filterSql(filter, source());
    if (sql.fault) {
        setFault(sql.fault);
    } else if (sql.condition.text.isEmpty()) {
        use(sql.condition);
    } else {
        setFault(std::nullopt);
        auto work = [filter, source = source()](pg::Connection &connection) {
            return checkFilter(connection, filter, source);
        };
        m_checking.run(m_sessions.run(std::move(work)),
                       [this, condition = sql.condition](const std::optional<FilterFault> &fault) {
                           if (fault)
                               setFault(fault);
                           else
                               use(condition);
                       });
    }
    emit changed();
}

void TableFilter::filterBy(const QString &column, FilterOperator op, const std::optional<QString> &value)
{
    FilterCondition condition{.column = column, .op = op};
    if (!value)
        condition.op = op == Op::NotEqual || op == Op::IsNotNull ? Op::IsNotNull : Op::IsNull;
    else if (valueCount(op) != 0)
        condition.values = {*value};
    auto next = m_filter;
    auto &members = next.conditions.members;
    if (next.conditions.any && members.size() > 1)
        next.conditions = {.any = false, .members = {FilterNode(next.conditions)}};
    else
        next.conditions.any = false;
    const auto same = [&](const FilterNode &node) {
        return node.condition() && *node.condition() == condition;
    };
    if (std::none_of(members.begin(), members.end(), same))
        members.emplace_back(condition);
    apply(next);
}

void TableFilter::filterByValue(const QString &column, const QString &value)
{
    const auto *about = m_source.find(column);
    if (about && about->traits.kind == TypeKind::Boolean)
        filterBy(column, value.startsWith(u't') ? Op::IsTrue : Op::IsFalse, value);
    else
        filterBy(column, Op::Equal, value);
}

/// What the server only finds out on a row comes back from reading them.
void TableFilter::watchRows()
{
    // Until they are here, the rows tell about what they were before.
    if (m_rows.state() == RowWindowModel::State::Loading)
        return;
    const auto &error = m_rows.error();
    if (!error) {
        m_blaming.cancel();
        if (std::exchange(m_faultOfRows, false))
            setFault(std::nullopt);
        return;
    }
    if (m_filter.isEmpty() || m_fault || error->code != Error::Code::Server || !m_rows.source().condition)
        return;
    auto work = [filter = m_filter, source = source(), error = *error](pg::Connection &connection) {
        return blame(connection, filter, source, error);
    };
    m_blaming.run(m_sessions.run(std::move(work)), [this](const FilterFault &fault) {
        m_faultOfRows = true;
        setFault(fault);
    });
}

void TableFilter::setFault(const std::optional<FilterFault> &fault)
{
    if (fault == m_fault)
        return;
    m_fault = fault;
    emit faultChanged();
}

void TableFilter::requestValues(const QString &column, const QString &typed)
{
    const int index = source().indexOf(column);
    if (index < 0 || !m_snapshot)
        return;
    auto request = offerRequest(*m_snapshot, source().id, column);
    request.typed = typed;
    if (!typed.isEmpty() && !request.reference)
        return;
    auto known = knownValues(*m_snapshot, source().columns[static_cast<size_t>(index)]);
    if (!known.empty()) {
        emit offered(column, known);
        return;
    }
    auto work = [request = std::move(request)](pg::Connection &connection) {
        return readOfferedValues(connection, request);
    };
    m_offering[column].run(m_sessions.run(std::move(work)),
                           [this, column](const Result<std::vector<OfferedValue>> &values) {
                               if (values) // Offers are a nicety.
                                   emit offered(column, *values);
                           });
}

} // namespace squall::models
