#include "models/tidrange.h"

#include "core/pg/connection.h"

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 firstSpan = 16;
constexpr qint64 longestSpan = 16384;
constexpr int tidRangeScanVersion = 140000;

RowOrder travelled(RowOrder order, Travel travel)
{
    for (auto &term : order)
        term.descending = travel == Travel::Backward;
    return order;
}

} // namespace

bool scansTidRanges(const pg::Connection &connection)
{
    return connection.serverVersion() >= tidRangeScanVersion;
}

Result<RowPage> readByTid(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                          const PageRequest &request)
{
    const auto heaps = readHeaps(connection, source);
    if (!heaps)
        return heaps.error();
    const bool forward = request.travel == Travel::Forward;
    const bool given = request.from && !request.from->empty();
    const auto along = travelled(order, request.travel);
    RowPage page{.batches = {}, .travel = request.travel};
    auto place = given ? *request.from : forward ? heaps->begin() : heaps->end();
    qint64 span = firstSpan;
    for (bool first = true;; first = false) {
        const auto step = forward ? heaps->forward(place, !(first && given) || request.inclusive, span)
                                  : heaps->backward(place, span);
        auto stretch = heaps->stretch(source, step, connection.serverVersion());
        stretch.text += orderBy(along);
        const auto reply =
            connection.fetchReadOnly(limited(source, order, std::move(stretch), request.limit));
        if (!reply)
            return reply.error();
        if (reply->rowCount() > 0)
            page.batches.push_back(*reply);
        page.reachedEnd = !step.next && reply->rowCount() < request.limit;
        if (page.rowCount() >= request.limit || !step.next)
            return page;
        place = *step.next;
        span = std::min(span * 2, longestSpan);
    }
}

} // namespace squall::models
