#include "models/tidrange.h"

#include "core/base/quote.h"
#include "core/pg/connection.h"

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 firstSpan = 16;
constexpr qint64 longestSpan = 16384;
constexpr int tidRangeScanVersion = 140000;

QByteArray tidText(qint64 block)
{
    return '(' + QByteArray::number(block) + ",0)";
}

/// Rows from `low` (itself only when `inclusive`) up to before `high`.
struct Range
{
    QByteArray low;
    bool inclusive = true;
    QByteArray high;
};

Query rangeQuery(const RowSource &source, const RowOrder &order, const Range &range,
                 const PageRequest &request, int serverVersion)
{
    Query query{selectRows(source, order)};
    if (source.condition)
        query.parameters = source.condition->parameters;
    const auto parameter = [&](const QByteArray &value) {
        query.parameters.emplace_back(value);
        return u'$' + QString::number(query.parameters.size());
    };
    query.text += source.condition ? u" where ("_s + source.condition->text + u") and"_s : u" where"_s;
    query.text += (range.inclusive ? u" t.ctid >= "_s : u" t.ctid > "_s) + parameter(range.low) + u"::tid"_s;
    query.text += u" and t.ctid < "_s + parameter(range.high) + u"::tid"_s;
    // Before 14 a range of tids is a scan of the whole table; a list of them is not. A block of 32 KB, the
    // largest there is, holds fewer than 1170 rows.
    if (serverVersion < tidRangeScanVersion) {
        query.text += u" and t.ctid = any(array(select format('(%s,%s)', b, o)::tid from generate_series("_s +
                      parameter(QByteArray::number(blockOf(range.low))) + u"::bigint, "_s +
                      parameter(QByteArray::number(blockOf(range.high))) +
                      u"::bigint) b, generate_series(1, 1170) o))"_s;
    }
    query.text +=
        request.travel == Travel::Backward ? u" order by t.ctid desc limit "_s : u" order by t.ctid limit "_s;
    query.text += parameter(QByteArray::number(request.limit));
    return query;
}

/// The next range to look at, after `block` and `span` more blocks in the direction of travel.
Range nextRange(const PageRequest &request, bool first, qint64 block, qint64 next)
{
    const bool given = first && request.from && !request.from->empty();
    if (request.travel == Travel::Forward) {
        return {given ? *request.from->front() : tidText(block), !given || request.inclusive, tidText(next)};
    }
    return {tidText(next), true, given ? *request.from->front() : tidText(block)};
}

} // namespace

bool isPhysical(const RowOrder &order)
{
    return order.size() == 1 && order.front().column == u"ctid" && !order.front().descending;
}

qint64 blockOf(const QByteArray &tid)
{
    return tid.mid(1, tid.indexOf(',') - 1).toLongLong();
}

bool scansTidRanges(const pg::Connection &connection)
{
    return connection.serverVersion() >= tidRangeScanVersion;
}

RowPosition blockPosition(qint64 block)
{
    return {tidText(block)};
}

Result<qint64> blockCount(pg::Connection &connection, const RowSource &source)
{
    const auto reply = connection.fetchReadOnly(
        {u"select pg_relation_size($1::regclass) / current_setting('block_size')::bigint"_s,
         {quote(source.id.schema, source.id.name).toUtf8()}});
    if (!reply)
        return reply.error();
    return reply->text(0, 0).toLongLong();
}

Result<RowPage> readByTid(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                          const PageRequest &request)
{
    const auto blocks = blockCount(connection, source);
    if (!blocks)
        return blocks.error();
    const bool forward = request.travel == Travel::Forward;
    const bool given = request.from && !request.from->empty();
    RowPage page{.batches = {}, .travel = request.travel};
    qint64 block = given ? blockOf(*request.from->front()) : forward ? 0 : *blocks;
    qint64 span = firstSpan;
    for (bool first = true;; first = false) {
        const qint64 next = forward ? block + span : std::max<qint64>(0, block - span);
        const auto reply = connection.fetchReadOnly(rangeQuery(
            source, order, nextRange(request, first, block, next), request, connection.serverVersion()));
        if (!reply)
            return reply.error();
        if (reply->rowCount() > 0)
            page.batches.push_back(*reply);
        if (page.rowCount() >= request.limit)
            return page;
        page.reachedEnd = forward ? next >= *blocks : next == 0;
        if (page.reachedEnd)
            return page;
        block = next;
        span = std::min(span * 2, longestSpan);
    }
}

} // namespace squall::models
