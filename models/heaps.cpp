#include "models/heaps.h"

#include "core/base/quote.h"
#include "core/pg/connection.h"

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

constexpr int tidRangeScanVersion = 140000;

QByteArray tidText(qint64 block)
{
    return '(' + QByteArray::number(block) + ",0)";
}

qint64 blockOf(const QByteArray &tid)
{
    return tid.mid(1, tid.indexOf(',') - 1).toLongLong();
}

const QByteArray &tidOf(const RowPosition &position)
{
    return *position.back();
}

} // namespace

Heaps::Heaps(std::vector<Heap> heaps, bool several)
    : m_heaps(std::move(heaps))
    , m_several(several)
{
    if (m_heaps.empty())
        m_heaps.push_back({"0", 0});
}

qint64 Heaps::blocks() const
{
    qint64 sum = 0;
    for (const auto &heap : m_heaps)
        sum += heap.blocks;
    return sum;
}

RowPosition Heaps::position(size_t heap, qint64 block) const
{
    if (m_several)
        return {m_heaps[heap].oid, tidText(block)};
    return {tidText(block)};
}

RowPosition Heaps::position(qint64 block) const
{
    size_t heap = 0;
    while (heap + 1 < m_heaps.size() && block >= m_heaps[heap].blocks)
        block -= m_heaps[heap++].blocks;
    return position(heap, block);
}

RowPosition Heaps::end() const
{
    return position(m_heaps.size() - 1, m_heaps.back().blocks);
}

/// The next one when that table is gone.
size_t Heaps::heapOf(const RowPosition &position) const
{
    if (!m_several)
        return 0;
    const auto oid = position.front()->toUInt();
    size_t heap = 0;
    while (heap + 1 < m_heaps.size() && m_heaps[heap].oid.toUInt() < oid)
        ++heap;
    return heap;
}

Heaps::Step Heaps::forward(const RowPosition &from, bool inclusive, qint64 blocks) const
{
    Step step{.first = heapOf(from), .low = tidOf(from), .inclusive = inclusive};
    step.last = step.first;
    const qint64 begin = blockOf(step.low);
    qint64 end = begin + blocks;
    if (end < m_heaps[step.first].blocks) {
        step.high = tidText(end);
        step.next = position(step.first, end);
        return step;
    }
    end = m_heaps[step.first].blocks;
    // From the middle of a large table the blocks before would be looked through in the others, too.
    for (qint64 sum = end; begin == 0 && step.last + 1 < m_heaps.size(); ++step.last) {
        sum += m_heaps[step.last + 1].blocks;
        if (sum > blocks)
            break;
        end = m_heaps[step.last + 1].blocks;
    }
    step.high = tidText(end);
    if (step.last + 1 < m_heaps.size())
        step.next = position(step.last + 1, 0);
    return step;
}

Heaps::Step Heaps::backward(const RowPosition &until, qint64 blocks) const
{
    Step step{.last = heapOf(until), .high = tidOf(until)};
    step.first = step.last;
    qint64 sum = blockOf(step.high);
    step.low = tidText(std::max<qint64>(0, sum - blocks));
    if (sum > blocks) {
        step.next = position(step.first, sum - blocks);
        return step;
    }
    for (; step.first > 0; --step.first) {
        sum += m_heaps[step.first - 1].blocks;
        if (sum > blocks)
            break;
    }
    if (step.first > 0)
        step.next = position(step.first - 1, m_heaps[step.first - 1].blocks);
    return step;
}

Heaps::Step Heaps::between(const RowPosition &from, const RowPosition &until) const
{
    return {.first = heapOf(from), .last = heapOf(until), .low = tidOf(from), .high = tidOf(until)};
}

/// No table of the step is looked through further than this.
qint64 Heaps::mostBlocks(const Step &step) const
{
    qint64 most = blockOf(step.high) + 1;
    for (size_t heap = step.first; heap < step.last; ++heap)
        most = std::max(most, m_heaps[heap].blocks);
    return most;
}

RowStretch Heaps::stretch(const RowSource &source, const Step &step, int serverVersion) const
{
    RowStretch stretch;
    QStringList parts;
    if (source.condition) {
        parts << u'(' + source.condition->text + u')';
        stretch.parameters = source.condition->parameters;
    }
    const auto tid = [&](const QByteArray &value) { return stretch.parameter(value) + u"::tid"_s; };
    const auto oid = [&](size_t heap) { return stretch.parameter(m_heaps[heap].oid) + u"::oid"_s; };
    const auto low = (step.inclusive ? u"t.ctid >= "_s : u"t.ctid > "_s) + tid(step.low);
    const auto high = u"t.ctid < "_s + tid(step.high);
    qint64 firstBlock = blockOf(step.low);
    qint64 lastBlock = blockOf(step.high);
    if (step.first == step.last) {
        if (m_several)
            parts << u"t.tableoid = "_s + oid(step.first);
        parts << low << high;
    } else {
        const auto first = oid(step.first);
        const auto last = oid(step.last);
        firstBlock = 0;
        lastBlock = mostBlocks(step);
        parts << u"t.tableoid >= "_s + first << u"t.tableoid <= "_s + last
              << u"(t.tableoid > "_s + first + u" or "_s + low + u')'
              << u"(t.tableoid < "_s + last + u" or "_s + high + u')'
              << u"t.ctid < "_s + tid(tidText(lastBlock));
    }
    // Before 14 a range of tids is a scan of the whole table; a list of them is not. A block of 32 KB, the
    // largest there is, holds fewer than 1170 rows.
    if (serverVersion < tidRangeScanVersion) {
        parts << u"t.ctid = any(array(select format('(%s,%s)', b, o)::tid from generate_series("_s +
                     stretch.parameter(QByteArray::number(firstBlock)) + u"::bigint, "_s +
                     stretch.parameter(QByteArray::number(lastBlock)) +
                     u"::bigint) b, generate_series(1, 1170) o))"_s;
    }
    stretch.text = u" where "_s + parts.join(u" and ");
    return stretch;
}

Result<Heaps> readHeaps(pg::Connection &connection, const RowSource &source)
{
    const bool several = source.key.contains(u"tableoid"_s);
    const auto reply = connection.fetchReadOnly(
        {several
             ? u"with recursive part(oid) as (select $1::regclass::oid union"
               " select i.inhrelid from pg_catalog.pg_inherits i join part on i.inhparent = part.oid)"
               " select part.oid, pg_catalog.pg_relation_size(part.oid::regclass) /"
               " pg_catalog.current_setting('block_size')::bigint"
               " from part join pg_catalog.pg_class c using (oid) where c.relkind = 'r' order by part.oid"_s
             : u"select $1::regclass::oid, pg_catalog.pg_relation_size($1::regclass) /"
               " pg_catalog.current_setting('block_size')::bigint"_s,
         {quote(source.id.schema, source.id.name).toUtf8()}});
    if (!reply)
        return reply.error();
    std::vector<Heaps::Heap> heaps;
    for (int row = 0; row < reply->rowCount(); ++row)
        heaps.push_back({reply->text(row, 0).toUtf8(), reply->text(row, 1).toLongLong()});
    return Heaps(std::move(heaps), several);
}

bool isPhysical(const RowOrder &order)
{
    const bool own = order.size() == 1 && order.front().column == u"ctid";
    const bool several =
        order.size() == 2 && order.front().column == u"tableoid" && order.back().column == u"ctid";
    return (own || several) && !order.front().descending;
}

} // namespace squall::models
