#include "models/rowquery.h"

#include "models/rowfilter.h"
#include "models/rowstretch.h"

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;
using Cut = ColumnType::Cut;

namespace {

bool isOrderedBy(const RowOrder &order, const QString &name)
{
    return std::any_of(order.begin(), order.end(),
                       [&](const OrderTerm &term) { return term.column == name; });
}

/// What tells rows apart has to be whole.
Cut cutOf(const RowSource &source, const RowColumn &column)
{
    return source.key.contains(column.name) ? Cut::Never : column.traits.cut;
}

/// The column of a term that is not shown; nullptr for system columns.
const RowColumn *hiddenColumn(const RowSource &source, const OrderTerm &term)
{
    return source.indexOf(term.column) < 0 ? source.find(term.column) : nullptr;
}

QString shownExpression(const RowColumn &shown, Cut cut)
{
    const auto name = rowColumn(shown.name);
    switch (cut) {
    case Cut::Never: return name;
    case Cut::Text: return u"left(%1, %2)"_s.arg(name, QString::number(cutLength));
    case Cut::AsText: return u"left(%1::text, %2)"_s.arg(name, QString::number(cutLength));
    case Cut::Printed:
        return u"case when %1 is not null then left(concat(%1), %2) end"_s.arg(name,
                                                                               QString::number(cutLength));
    case Cut::Bytes: return u"substring(%1 from 1 for %2)"_s.arg(name, QString::number(cutLength / 2));
    }
    return name;
}

/// NULL for a value that came whole. Bytes are counted first: that needs no decompression.
QString lengthExpression(const RowColumn &shown, Cut cut)
{
    const auto name = rowColumn(shown.name);
    if (cut == Cut::Bytes)
        return u"case when octet_length(%1) > %2 then octet_length(%1) end"_s.arg(
            name, QString::number(cutLength / 2));
    return u"case when octet_length(%1) > %2 then nullif(greatest(length(%1), %2), %2) end"_s.arg(
        cut == Cut::AsText    ? name + u"::text"_s
        : cut == Cut::Printed ? u"concat(%1)"_s.arg(name)
                              : name,
        QString::number(cutLength));
}

} // namespace

QString keyType(const RowSource &source, const QString &column)
{
    if (const auto *found = source.find(column))
        return found->type;
    return column == u"ctid" ? u"tid"_s : u"oid"_s;
}

RowOrder rowOrder(const RowSource &source, const std::vector<SortKey> &sort)
{
    RowOrder order;
    for (const auto &key : sort) {
        const auto *sorted = source.find(key.column);
        if (!sorted || isOrderedBy(order, key.column))
            continue;
        order.push_back({.column = key.column,
                         .type = sorted->type,
                         .descending = key.descending,
                         .nullsFirst = key.nullsFirst.value_or(key.descending),
                         .nullable = !sorted->notNull});
    }
    const bool descending = !order.empty() && order.back().descending;
    for (const auto &name : source.key) {
        if (isOrderedBy(order, name))
            continue;
        order.push_back({.column = name,
                         .type = keyType(source, name),
                         .descending = descending,
                         .nullsFirst = descending});
    }
    return order;
}

std::vector<Query> pageQueries(const RowSource &source, const RowOrder &order, const PageRequest &request)
{
    std::vector<Query> queries;
    for (auto &stretch : rowStretches(source, order, request))
        queries.push_back(limited(source, order, std::move(stretch), request.limit));
    return queries;
}

RowLayout rowLayout(const RowSource &source, const RowOrder &order)
{
    RowLayout layout;
    int next = static_cast<int>(source.columns.size());
    for (const auto &shown : source.columns)
        layout.lengths.push_back(cutOf(source, shown) == Cut::Never ? -1 : next++);
    for (const auto &term : order) {
        const int index = source.indexOf(term.column);
        const auto *hidden = hiddenColumn(source, term);
        layout.positions.push_back(index >= 0 ? index : next++);
        layout.cuts.push_back(index >= 0 ? layout.lengths[static_cast<size_t>(index)]
                              : hidden && cutOf(source, *hidden) != Cut::Never ? next++
                                                                               : -1);
    }
    // Every order ends with what is missing of the key.
    for (const auto &name : source.key) {
        const auto term = std::find_if(order.begin(), order.end(),
                                       [&](const OrderTerm &each) { return each.column == name; });
        layout.identity.push_back(layout.positions[static_cast<size_t>(term - order.begin())]);
    }
    if (const auto *deleted = deletedColumn(source)) {
        const int index = source.indexOf(deleted->name);
        layout.deleted = index >= 0 ? index : next++;
    }
    return layout;
}

QString rowExpressions(const RowSource &source, const RowOrder &order)
{
    QStringList expressions;
    for (const auto &shown : source.columns)
        expressions << shownExpression(shown, cutOf(source, shown));
    for (const auto &shown : source.columns) {
        if (const auto cut = cutOf(source, shown); cut != Cut::Never)
            expressions << lengthExpression(shown, cut);
    }
    for (const auto &term : order) {
        const auto *hidden = hiddenColumn(source, term);
        const auto cut = hidden ? cutOf(source, *hidden) : Cut::Never;
        if (hidden)
            expressions << shownExpression(*hidden, cut);
        else if (source.indexOf(term.column) < 0)
            expressions << rowColumn(term.column);
        if (cut != Cut::Never)
            expressions << lengthExpression(*hidden, cut);
    }
    if (const auto *deleted = deletedColumn(source); deleted && source.indexOf(deleted->name) < 0)
        expressions << rowColumn(deleted->name);
    return expressions.join(u", ");
}

QString selectRows(const RowSource &source, const RowOrder &order)
{
    return u"select "_s + rowExpressions(source, order) + fromRelation(source);
}

Query fromRows(const RowSource &source)
{
    Query query{fromRelation(source)};
    if (source.condition) {
        query.text += u" where ("_s + source.condition->text + u')';
        query.parameters = source.condition->parameters;
    }
    return query;
}

} // namespace squall::models
