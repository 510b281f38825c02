#include "models/rowreader.h"

#include "core/pg/connection.h"
#include "models/tidrange.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

constexpr int streamedRows = 10'000;

} // namespace

int RowPage::rowCount() const
{
    int rows = 0;
    for (const auto &batch : batches)
        rows += batch.rowCount();
    return rows;
}

Result<RowPage> readPage(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                         const PageRequest &request)
{
    if (isPhysical(order))
        return readByTid(connection, source, order, request);
    RowPage page{.batches = {}, .travel = request.travel};
    for (const auto &query : pageQueries(source, order, request)) {
        const auto reply = connection.fetchReadOnly(query);
        if (!reply)
            return reply.error();
        if (reply->rowCount() > 0)
            page.batches.push_back(*reply);
        if (page.rowCount() >= request.limit)
            return page;
    }
    page.reachedEnd = true;
    return page;
}

Result<RowPage> readFirst(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                          int limit, qsizetype mostBytes)
{
    const auto query = pageQueries(source, order, {.limit = limit}).front();
    RowPage page;
    qsizetype bytes = 0;
    const auto done = connection.transaction(
        [&](pg::Connection &c) -> Result<Done> {
            auto batch = c.start(query, streamedRows);
            while (batch) {
                bytes += batch->bytes();
                if (batch->rowCount() > 0)
                    page.batches.push_back(*batch);
                if (batch->isLast() || bytes >= mostBytes) {
                    page.reachedEnd = batch->isLast() && page.rowCount() < limit;
                    c.stop();
                    return Done{};
                }
                batch = c.more();
            }
            return batch.error();
        },
        pg::TransactionMode::ReadOnlySnapshot);
    if (!done)
        return done.error();
    return page;
}

Result<RowPage> readStretch(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                            RowStretch stretch, int limit)
{
    const auto reply = connection.fetchReadOnly(limited(source, order, std::move(stretch), limit));
    if (!reply)
        return reply.error();
    RowPage page{.batches = {}, .reachedEnd = reply->rowCount() < limit};
    if (reply->rowCount() > 0)
        page.batches.push_back(*reply);
    return page;
}

Result<RowSurroundings> readAround(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                                   const RowPosition &position, int limit)
{
    auto after = readPage(connection, source, order,
                          {.travel = Travel::Forward, .from = position, .inclusive = true, .limit = limit});
    if (!after)
        return after.error();
    auto before =
        readPage(connection, source, order, {.travel = Travel::Backward, .from = position, .limit = limit});
    if (!before)
        return before.error();
    return RowSurroundings{std::move(*before), std::move(*after)};
}

Result<qint64> estimateRows(pg::Connection &connection, const RowSource &source)
{
    auto query = fromRows(source);
    query.text.prepend(u"explain (format json) select 1");
    const auto reply = connection.fetchReadOnly(query);
    if (!reply)
        return reply.error();
    const auto plan = QJsonDocument::fromJson(reply->text(0, 0).toUtf8())[0][u"Plan"_s];
    return static_cast<qint64>(plan[u"Plan Rows"_s].toDouble(-1));
}

RowPosition positionAt(const pg::RowBatch &batch, int row, const RowLayout &layout)
{
    RowPosition position;
    for (const int column : layout.positions) {
        const auto value = batch.cell(row, column);
        position.push_back(value ? Query::Parameter(value->toByteArray()) : std::nullopt);
    }
    return position;
}

} // namespace squall::models
