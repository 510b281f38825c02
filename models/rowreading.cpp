#include "models/rowreading.h"

#include "core/pg/connection.h"
#include "models/heaps.h"
#include "models/keystep.h"
#include "models/listedrows.h"
#include "models/rowstretch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace squall::models {

using namespace Qt::StringLiterals;
using Goal = RowRequest::Goal;

namespace {

/// In the planner's unit, about what reading 150,000 short rows in a row costs.
constexpr double mostCost = 5000;
/// So much more for each partition that has to be opened.
constexpr double costOfPart = 20;

int leavesOf(const QJsonObject &plan)
{
    int leaves = 0;
    const auto parts = plan[u"Plans"_s].toArray();
    for (const auto &part : parts)
        leaves += leavesOf(part.toObject());
    return parts.isEmpty() ? 1 : leaves;
}

Result<RowSurroundings> surroundings(const Result<RowPage> &page)
{
    if (!page)
        return page.error();
    RowSurroundings rows;
    rows.before.travel = Travel::Backward;
    (page->travel == Travel::Forward ? rows.after : rows.before) = *page;
    return rows;
}

Result<RowReading> readStart(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                             const RowRequest &request)
{
    RowReading reading{.spread = request.spread};
    PageRequest first{.limit = request.limit};
    if (request.assess) {
        const auto served = isServed(connection, source, order, request.limit);
        if (!served)
            return served.error();
        reading.served = *served;
        first.limit = *served ? request.limit : request.unservedLimit;
    }
    const auto rows = surroundings(request.mostBytes > 0
                                       ? readFirst(connection, source, order, first.limit, request.mostBytes)
                                       : readPage(connection, source, order, first));
    if (!rows)
        return rows.error();
    reading.rows = *rows;
    return reading;
}

/// The rows from number `row` on; usually in one statement, which finds the row and reads from there.
Result<RowPage> readFromRow(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                            const RowRequest &request)
{
    const auto &mark = *request.mark;
    const qint64 passed = request.row - mark.row;
    auto stretch = passed <= longestStep && !isPhysical(order)
                       ? stretchFromRow(source, order, mark.position, passed)
                       : std::nullopt;
    if (stretch)
        return readStretch(connection, source, order, std::move(*stretch), request.limit);
    const auto position = positionOfRow(connection, source, order, mark, request.row);
    if (!position)
        return position.error();
    if (position->empty())
        return RowPage{.batches = {}, .reachedEnd = true};
    return readPage(connection, source, order,
                    {.from = *position, .inclusive = true, .limit = request.limit});
}

Result<RowReading> readJump(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                            const RowRequest &request)
{
    RowReading reading{.spread = request.spread};
    const auto rows = [&]() -> Result<RowSurroundings> {
        if (!request.mark)
            return readAtFraction(connection, source, order, reading.spread, request.fraction, request.limit);
        auto page = readFromRow(connection, source, order, request);
        if (page && page->rowCount() == 0) // Rows have gone since the map was made.
            page = readPage(connection, source, order, {.travel = Travel::Backward, .limit = request.limit});
        else
            reading.exact = true;
        return surroundings(page);
    }();
    if (!rows)
        return rows.error();
    reading.rows = *rows;
    return reading;
}

/// The end, or what is next to a row.
Result<RowReading> readNear(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                            const RowRequest &request)
{
    PageRequest page{.limit = request.limit};
    if (request.goal != Goal::End) {
        const auto from = wholePosition(connection, source, order, request.from);
        if (!from)
            return from.error();
        page.from = *from;
    }
    if (request.goal == Goal::Backward || request.goal == Goal::End)
        page.travel = Travel::Backward;
    const auto rows = request.goal == Goal::Again
                          ? readAround(connection, source, order, *page.from, request.limit)
                          : surroundings(readPage(connection, source, order, page));
    if (!rows)
        return rows.error();
    return RowReading{.rows = *rows, .spread = request.spread};
}

} // namespace

Result<RowReading> readRows(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                            const RowRequest &request)
{
    auto reading = request.listed                ? readListed(connection, source, order, *request.listed)
                   : request.goal == Goal::Start ? readStart(connection, source, order, request)
                   : request.goal == Goal::Jump  ? readJump(connection, source, order, request)
                                                 : readNear(connection, source, order, request);
    if (!reading)
        return reading.error();
    reading->timeZone = QString::fromUtf8(connection.parameterStatus("TimeZone"));
    return reading;
}

Result<bool> isServed(pg::Connection &connection, const RowSource &source, const RowOrder &order, int limit)
{
    auto query = pageQueries(source, order, {.limit = limit}).front();
    query.text.prepend(u"explain (format json) "_s);
    const auto reply = connection.fetchReadOnly(query);
    if (!reply)
        return reply.error();
    const auto plan = QJsonDocument::fromJson(reply->text(0, 0).toUtf8())[0][u"Plan"_s].toObject();
    return plan[u"Total Cost"_s].toDouble() <= mostCost + costOfPart * leavesOf(plan);
}

} // namespace squall::models
