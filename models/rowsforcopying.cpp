// What a RowWindowModel says of its rows to who reads them elsewhere.
#include "core/pg/sessionpool.h"
#include "models/rowwindowmodel.h"
#include "models/wholerow.h"

namespace squall::models {

namespace {

constexpr int rowsAtOnce = 10'000;

} // namespace

std::optional<WholeRowsRequest> RowWindowModel::wholeRows(qint64 first, qint64 last,
                                                          const QStringList &columns) const
{
    WholeRowsRequest request{.source = *m_fetched, .order = *m_order};
    request.source.columns.clear();
    request.source.hidden.clear();
    for (const auto *each : {&m_fetched->columns, &m_fetched->hidden}) {
        for (const auto &column : *each) {
            if (columns.contains(column.name))
                continue;
            request.source.hidden.push_back(column);
            request.source.hidden.back().traits.cut = ColumnType::Cut::Never;
        }
    }
    for (const auto &name : columns) {
        const auto *column = m_fetched->find(name);
        if (!column || !m_inOrder)
            return std::nullopt;
        request.source.columns.push_back(*column);
        request.source.columns.back().traits.cut = ColumnType::Cut::Never;
    }
    // Where no index serves the order, reading on would sort all rows once a page.
    request.inPages = canJump() && canPage() && !m_list;
    const auto count = static_cast<int>(last - first + 1);
    if (!request.inPages && count > rowsAtOnce)
        return std::nullopt;
    const bool loaded = first >= m_first && first < loadedEnd();
    if (first == 0)
        request.pieces = {{.limit = count}};
    else if (!canJump() || m_window.rowCount() == 0)
        return std::nullopt;
    else if (loaded) {
        request.from = placeOf(first);
        request.pieces = {{.inclusive = true, .limit = count}};
    } else if (first < m_first && last >= m_first && request.inPages) {
        request.from = placeOf(m_first);
        request.pieces = {{.travel = Travel::Backward, .limit = static_cast<int>(m_first - first)},
                          {.inclusive = true, .limit = static_cast<int>(last - m_first + 1)}};
    } else if (request.inPages && m_mapper.map().covers(first)) {
        request.mark = m_mapper.map().before(first);
        request.first = first;
        request.pieces = {{.inclusive = true, .limit = count}};
    } else {
        return std::nullopt;
    }
    return request;
}

QFuture<Result<Query::Parameter>> RowWindowModel::wholeValue(const edit::RowIdentity &row,
                                                             const QString &column) const
{
    return m_sessions.run([source = m_source, row, column](pg::Connection &connection) {
        return readWholeValue(connection, *source, row, column);
    });
}

WholeRow RowWindowModel::loadedRow(int row, const QStringList &columns) const
{
    WholeRow whole{.identity = identityOf(row)};
    const auto place = m_window.at(row);
    for (const auto &name : columns) {
        const int column = m_fetched->indexOf(name);
        const auto value = column < 0 ? std::nullopt : place.batch.cell(place.row, column);
        whole.values.push_back(value ? Query::Parameter(value->toByteArray()) : std::nullopt);
    }
    return whole;
}

} // namespace squall::models
