#include "models/listedrows.h"

#include "core/base/quote.h"
#include "core/pg/connection.h"
#include "models/arrayparameter.h"
#include "models/rowstretch.h"

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

constexpr int batchRows = 10'000;

/// One part of each key.
std::vector<QByteArray> partsOf(const std::vector<RowPosition> &keys, size_t part)
{
    std::vector<QByteArray> values;
    values.reserve(keys.size());
    for (const auto &key : keys)
        values.push_back(*key[part]);
    return values;
}

QString keyName(qsizetype part)
{
    return u"k.k"_s + QString::number(part);
}

/// The rows with these keys, in the keys' order, each with the number of its key in the last column.
Query listedQuery(const RowSource &source, const RowOrder &order, const std::vector<RowPosition> &keys)
{
    Query query;
    QStringList arrays;
    QStringList names;
    QStringList conditions;
    for (qsizetype part = 0; part < source.key.size(); ++part) {
        query.parameters.emplace_back(arrayParameter(partsOf(keys, static_cast<size_t>(part))));
        arrays << u'$' + QString::number(part + 1) + u"::"_s + keyType(source, source.key[part]) + u"[]"_s;
        names << u'k' + QString::number(part);
        conditions << rowColumn(source.key[part]) + u" = "_s + keyName(part);
    }
    query.text = u"select "_s + rowExpressions(source, order) + u", k.n from unnest("_s + arrays.join(u", ") +
                 u") with ordinality as k("_s + names.join(u", ") + u", n) join "_s +
                 quote(source.id.schema, source.id.name) + u" as t on "_s + conditions.join(u" and ") +
                 u" order by k.n"_s;
    return query;
}

/// Which of `count` keys have no row, by the last column of the reply.
std::vector<qint64> missingOf(const pg::RowBatch &reply, size_t count)
{
    std::vector<qint64> missing;
    qint64 next = 0;
    const int numbers = reply.columnCount() - 1;
    for (int row = 0; row < reply.rowCount(); ++row) {
        const qint64 number = reply.text(row, numbers).toLongLong() - 1;
        for (; next < number; ++next)
            missing.push_back(next);
        ++next;
    }
    for (; next < static_cast<qint64>(count); ++next)
        missing.push_back(next);
    return missing;
}

} // namespace

bool canList(const RowSource &source)
{
    return std::all_of(source.key.begin(), source.key.end(), [&](const QString &name) {
        const int index = source.indexOf(name);
        return index < 0 || source.columns[static_cast<size_t>(index)].traits.kind != TypeKind::Array;
    });
}

Result<CollectedKeys> collectKeys(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                                  const edit::RowIdentity &wanted)
{
    QStringList columns;
    for (const auto &name : source.key)
        columns << rowColumn(name);
    auto query = fromRows(source);
    query.parameters.emplace_back(QByteArray::number(KeyList::mostKeys + 1));
    query.text = u"select "_s + columns.join(u", ") + query.text + orderBy(order) + u" limit $"_s +
                 QString::number(query.parameters.size());
    auto keys = std::make_shared<KeyList>(static_cast<int>(source.key.size()));
    const auto done = connection.transaction(
        [&](pg::Connection &c) -> Result<Done> {
            auto batch = c.start(query, batchRows);
            while (batch) {
                for (int row = 0; row < batch->rowCount() && keys; ++row) {
                    if (keys->isFull())
                        keys.reset();
                    else
                        keys->append(*batch, row);
                }
                if (batch->isLast() || !keys) {
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
    CollectedKeys collected{std::move(keys)};
    if (collected.keys && wanted.isValid()) {
        RowPosition key;
        for (const auto &[name, value] : wanted.parts)
            key.emplace_back(value);
        collected.place = collected.keys->indexOf(key);
    }
    return collected;
}

Result<RowReading> readListed(pg::Connection &connection, const RowSource &source, const RowOrder &order,
                              const ListedKeys &keys)
{
    RowReading reading{.exact = true};
    reading.rows.before.travel = Travel::Backward;
    const auto read = [&](const std::vector<RowPosition> &some, RowPage &page,
                          const auto &rowOf) -> Result<Done> {
        if (some.empty())
            return Done{};
        const auto reply = connection.fetchReadOnly(listedQuery(source, order, some));
        if (!reply)
            return reply.error();
        for (const qint64 index : missingOf(*reply, some.size()))
            reading.missing.push_back(rowOf(index));
        if (reply->rowCount() > 0)
            page.batches.push_back(*reply);
        return Done{};
    };
    const auto after = read(keys.after, reading.rows.after, [&](qint64 index) { return keys.row + index; });
    if (!after)
        return after.error();
    const auto before =
        read(keys.before, reading.rows.before, [&](qint64 index) { return keys.row - 1 - index; });
    if (!before)
        return before.error();
    std::sort(reading.missing.begin(), reading.missing.end());
    return reading;
}

} // namespace squall::models
