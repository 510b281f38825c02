#include "models/keystep.h"

#include "core/pg/connection.h"
#include "models/rowstretch.h"
#include "models/tidrange.h"

#include <algorithm>
#include <limits>

namespace squall::models {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

/// So many marks are compared with a position in one statement.
constexpr qsizetype pivots = 64;
/// So few blocks hold fewer rows than `longestStep`.
constexpr qint64 blocksPassed = 32;

/// For a column of ours beside those of the order.
QString unusedName(const RowOrder &order)
{
    QString name = u"n"_s;
    while (
        std::any_of(order.begin(), order.end(), [&](const OrderTerm &term) { return term.column == name; }))
        name += u'n';
    return name;
}

RowPosition keysAt(const pg::RowBatch &reply, int row)
{
    RowPosition position;
    for (int column = 0; column < reply.columnCount(); ++column) {
        const auto value = reply.cell(row, column);
        position.push_back(value ? Query::Parameter(value->toByteArray()) : std::nullopt);
    }
    return position;
}

std::vector<RowStretch> stretchesFrom(const RowSource &source, const RowOrder &order, const KeyMark &mark)
{
    return rowStretches(source, order, {.from = mark.position, .inclusive = true});
}

/// The row that `rows` others of a stretch stand before; empty when it has fewer.
Result<RowPosition> passOver(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                             RowStretch stretch, qint64 rows, milliseconds atMost)
{
    const auto offset = stretch.parameter(QByteArray::number(rows));
    const auto reply = connection.fetchReadOnly({u"select "_s + keyColumns(order) + fromRelation(source) +
                                                     stretch.text + u" offset "_s + offset + u" limit 1"_s,
                                                 std::move(stretch.parameters)},
                                                atMost);
    if (!reply)
        return reply.error();
    return reply->rowCount() > 0 ? keysAt(*reply, 0) : RowPosition();
}

/// How many rows a stretch has, `most` at most.
Result<qint64> countUpTo(pg::Connection &connection, const RowSource &source, RowStretch stretch, qint64 most,
                         milliseconds atMost)
{
    const auto limit = stretch.parameter(QByteArray::number(most));
    const auto reply = connection.fetchReadOnly({u"select coalesce(sum(s.one), 0) from (select 1 as one"_s +
                                                     fromRelation(source) + stretch.text + u" limit "_s +
                                                     limit + u") as s"_s,
                                                 std::move(stretch.parameters)},
                                                atMost);
    if (!reply)
        return reply.error();
    return reply->text(0, 0).toLongLong();
}

Result<KeyStep> stepRows(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                         const KeyMark &from, qint64 rows, milliseconds atMost)
{
    qint64 left = std::min(rows, longestStep);
    const qint64 goal = from.row + left;
    for (const auto &stretch : stretchesFrom(source, order, from)) {
        auto position = passOver(connection, source, order, stretch, left, atMost);
        if (!position)
            return position.error();
        if (!position->empty())
            return KeyStep{{goal, std::move(*position)}};
        const auto passed = countUpTo(connection, source, stretch, left, atMost);
        if (!passed)
            return passed.error();
        left -= *passed;
    }
    return KeyStep{{goal - left}, true};
}

Result<KeyStep> stepBlocks(pg::Connection &connection, const RowSource &source, const KeyMark &from,
                           qint64 blocks, milliseconds atMost)
{
    if (!scansTidRanges(connection))
        return Error{.code = Error::Code::Unsupported, .message = {}};
    const auto heaps = readHeaps(connection, source);
    if (!heaps)
        return heaps.error();
    const auto step = heaps->forward(from.position.empty() ? heaps->begin() : from.position, true, blocks);
    const auto passed =
        countUpTo(connection, source, heaps->stretch(source, step, connection.serverVersion()),
                  std::numeric_limits<int>::max(), atMost);
    if (!passed)
        return passed.error();
    return KeyStep{{from.row + *passed, step.next.value_or(heaps->end())}, !step.next};
}

/// Goes on by few blocks at a time to the ones that hold the row, then by row.
Result<RowPosition> positionOnDisk(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                                   KeyMark mark, qint64 row)
{
    const auto heaps = readHeaps(connection, source);
    if (!heaps)
        return heaps.error();
    if (mark.position.empty())
        mark.position = heaps->begin();
    while (true) {
        const auto step = stepBlocks(connection, source, mark, blocksPassed, {});
        if (!step)
            return step.error();
        if (step->mark.row > row) {
            auto stretch = heaps->stretch(source, heaps->between(mark.position, step->mark.position),
                                          connection.serverVersion());
            stretch.text += orderBy(order);
            return passOver(connection, source, order, std::move(stretch), row - mark.row, {});
        }
        if (step->atEnd)
            return RowPosition();
        mark = step->mark;
    }
}

/// How many of the marks stand before the position, by the order itself: the server sorts them together.
Result<qsizetype> marksBefore(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                              const QList<KeyMark> &marks, const RowPosition &position)
{
    RowStretch text;
    const auto row = [&](const RowPosition &values, qsizetype number) {
        QStringList cells;
        for (size_t i = 0; i < order.size(); ++i) {
            text.parameters.push_back(values[i]);
            cells << u'$' + QString::number(text.parameters.size()) + u"::"_s + order[i].type;
        }
        return u'(' + cells.join(u", ") + u", "_s + QString::number(number) + u')';
    };
    // Taken from the relation, the columns bring their collations along.
    const auto number = unusedName(order);
    QStringList rows{row(position, -1)};
    for (qsizetype i = 0; i < marks.size(); ++i)
        rows << row(marks[i].position, i);
    const auto reply = connection.fetchReadOnly(
        {u"select t."_s + number + u" from (select "_s + keyColumns(order) + u", 0 as "_s + number +
             fromRelation(source) + u" where false union all values "_s + rows.join(u", ") + u") as t"_s +
             orderBy(order),
         std::move(text.parameters)});
    if (!reply)
        return reply.error();
    int before = 0;
    while (before < reply->rowCount() && reply->text(before, 0) != u"-1")
        ++before;
    return before;
}

/// The last mark that stands before the position, found in ever smaller parts of the map.
Result<KeyMark> markBefore(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                           const KeyMap &map, const RowPosition &position)
{
    const auto &marks = map.marks();
    qsizetype first = 0; // stands before it, or at it
    qsizetype end = marks.size();
    while (end - first > 1) {
        const qsizetype stride = (end - first - 2) / pivots + 1;
        QList<KeyMark> some;
        for (qsizetype i = first + stride; i < end; i += stride)
            some.push_back(marks[i]);
        const auto before = marksBefore(connection, source, order, some, position);
        if (!before)
            return before.error();
        first += *before * stride;
        end = std::min(end, first + stride);
    }
    return marks[first];
}

/// The place of the position among the rows of a stretch, from 0; -1 when it is not among the first `most`.
Result<qint64> placeIn(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                       RowStretch stretch, const RowPosition &position, qint64 most)
{
    const auto place = unusedName(order);
    const auto limit = stretch.parameter(QByteArray::number(most));
    QStringList same;
    for (size_t i = 0; i < order.size(); ++i) {
        const auto name = rowColumn(order[i].column);
        same << (position[i] ? name + u" = "_s + stretch.parameter(*position[i]) + u"::"_s + order[i].type
                             : name + u" is null"_s);
    }
    const auto reply = connection.fetchReadOnly(
        {u"select t."_s + place + u" from (select "_s + keyColumns(order) + u", row_number() over ("_s +
             orderBy(order).trimmed() + u") as "_s + place + fromRelation(source) + stretch.text +
             u" limit "_s + limit + u") as t where "_s + same.join(u" and "),
         std::move(stretch.parameters)});
    if (!reply)
        return reply.error();
    return reply->rowCount() > 0 ? reply->text(0, 0).toLongLong() - 1 : -1;
}

} // namespace

Result<KeyStep> stepKeys(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                         const KeyMark &from, qint64 amount, milliseconds atMost)
{
    return isPhysical(order) ? stepBlocks(connection, source, from, amount, atMost)
                             : stepRows(connection, source, order, from, amount, atMost);
}

Result<RowPosition> positionOfRow(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                                  const KeyMark &from, qint64 row)
{
    if (isPhysical(order))
        return positionOnDisk(connection, source, order, from, row);
    KeyMark mark = from;
    while (mark.row < row || mark.position.empty()) {
        const auto step = stepRows(connection, source, order, mark, row - mark.row, {});
        if (!step)
            return step.error();
        if (step->atEnd)
            return RowPosition();
        mark = step->mark;
    }
    return mark.position;
}

Result<qint64> rowOfPosition(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                             const KeyMap &map, const RowPosition &position)
{
    const auto mark = markBefore(connection, source, order, map, position);
    if (!mark)
        return mark.error();
    if (!map.isComplete() && mark->row == map.rows())
        return -1;
    const qint64 most = map.after(mark->row) - mark->row + 1;
    if (isPhysical(order)) {
        const auto heaps = readHeaps(connection, source);
        if (!heaps)
            return heaps.error();
        const auto step = heaps->between(mark->position.empty() ? heaps->begin() : mark->position, position);
        const auto passed =
            countUpTo(connection, source, heaps->stretch(source, step, connection.serverVersion()), most, {});
        if (!passed)
            return passed.error();
        return mark->row + *passed;
    }
    qint64 passed = 0;
    for (const auto &stretch : stretchesFrom(source, order, *mark)) {
        const auto place = placeIn(connection, source, order, stretch, position, most - passed);
        if (!place)
            return place.error();
        if (*place >= 0)
            return mark->row + passed + *place;
        const auto rows = countUpTo(connection, source, stretch, most - passed, {});
        if (!rows)
            return rows.error();
        passed += *rows;
        if (passed >= most)
            break;
    }
    return -1;
}

} // namespace squall::models
