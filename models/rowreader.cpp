#include "models/rowreader.h"

#include "core/pg/connection.h"
#include "models/tidrange.h"
#include "models/wholerow.h"

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

edit::RowIdentity identityAt(const pg::RowBatch &batch, int row, const RowSource &source,
                             const RowLayout &layout)
{
    edit::RowIdentity identity;
    for (qsizetype part = 0; part < source.key.size(); ++part) {
        const auto value = batch.cell(row, layout.identity[static_cast<size_t>(part)]);
        identity.parts.emplace_back(source.key[part], value.value_or(QByteArrayView()).toByteArray());
    }
    return identity;
}

RowPlace placeAt(const pg::RowBatch &batch, int row, const RowSource &source, const RowLayout &layout)
{
    RowPlace place;
    for (size_t term = 0; term < layout.positions.size(); ++term) {
        const auto value = batch.cell(row, layout.positions[term]);
        place.position.push_back(value ? Query::Parameter(value->toByteArray()) : std::nullopt);
        if (layout.cuts[term] >= 0 && batch.cell(row, layout.cuts[term]))
            place.cut.push_back(term);
    }
    if (!place.cut.empty())
        place.row = identityAt(batch, row, source, layout);
    return place;
}

Result<RowPosition> wholePosition(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                                  const RowPlace &place)
{
    auto position = place.position;
    for (const size_t term : place.cut) {
        auto value = readWholeValue(connection, source, place.row, order[term].column);
        if (value)
            position[term] = *std::move(value);
        else if (value.error().code != Error::Code::NotFound)
            return value.error();
    }
    return position;
}

} // namespace squall::models
