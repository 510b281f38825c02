#include "models/rowquery.h"

#include "core/base/quote.h"

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;
using Cut = ColumnType::Cut;

namespace {

QString column(const QString &name)
{
    // Always qualified: a bare name in ORDER BY would mean the output column first.
    return u"t."_s + quote(name);
}

bool isOrderedBy(const RowOrder &order, const QString &name)
{
    return std::any_of(order.begin(), order.end(),
                       [&](const OrderTerm &term) { return term.column == name; });
}

Cut cutOf(const RowColumn &shown, const RowOrder &order)
{
    return isOrderedBy(order, shown.name) ? Cut::Never : shown.traits.cut;
}

QString shownExpression(const RowColumn &shown, Cut cut)
{
    const auto name = column(shown.name);
    switch (cut) {
    case Cut::Never: return name;
    case Cut::Text: return u"left(%1, %2)"_s.arg(name, QString::number(cutLength));
    case Cut::AsText: return u"left(%1::text, %2)"_s.arg(name, QString::number(cutLength));
    case Cut::Bytes: return u"substring(%1 from 1 for %2)"_s.arg(name, QString::number(cutLength / 2));
    }
    return name;
}

/// NULL for a value that came whole. Bytes are counted first: that needs no decompression.
QString lengthExpression(const RowColumn &shown, Cut cut)
{
    const auto name = column(shown.name);
    if (cut == Cut::Bytes)
        return u"case when octet_length(%1) > %2 then octet_length(%1) end"_s.arg(
            name, QString::number(cutLength / 2));
    return u"case when octet_length(%1) > %2 then nullif(greatest(length(%1), %2), %2) end"_s.arg(
        cut == Cut::AsText ? name + u"::text"_s : name, QString::number(cutLength));
}

QString orderBy(const RowOrder &order)
{
    QStringList terms;
    for (const auto &term : order) {
        QString text = column(term.column) + (term.descending ? u" desc"_s : QString());
        if (term.nullable && term.nullsFirst != term.descending)
            text += term.nullsFirst ? u" nulls first"_s : u" nulls last"_s;
        terms << text;
    }
    return terms.isEmpty() ? QString() : u" order by "_s + terms.join(u", ");
}

RowOrder reversed(RowOrder order)
{
    for (auto &term : order) {
        term.descending = !term.descending;
        term.nullsFirst = !term.nullsFirst;
    }
    return order;
}

/// Conditions and the parameters they refer to.
class Condition
{
public:
    Condition(const RowSource &source, const RowOrder &order, const RowPosition &position)
        : m_order(order)
        , m_position(position)
    {
        if (source.condition) {
            m_parts << u'(' + source.condition->text + u')';
            m_parameters = source.condition->parameters;
        }
    }

    void equal(size_t first, size_t end)
    {
        for (size_t i = first; i < end; ++i)
            m_parts << (m_position[i] ? name(i) + u" = "_s + value(i) : name(i) + u" is null"_s);
    }
    void after(size_t first, size_t end, bool inclusive)
    {
        QStringList names;
        QStringList values;
        for (size_t i = first; i < end; ++i) {
            names << name(i);
            values << value(i);
        }
        const QString comparison =
            (m_order[first].descending ? u"<"_s : u">"_s) + (inclusive ? u"="_s : QString());
        if (names.size() == 1)
            m_parts << names.front() + u' ' + comparison + u' ' + values.front();
        else
            m_parts << u"(%1) %2 (%3)"_s.arg(names.join(u", "), comparison, values.join(u", "));
    }
    void isNull(size_t i, bool null) { m_parts << name(i) + (null ? u" is null"_s : u" is not null"_s); }

    Query query(const QString &select, const QString &tail, int limit) &&
    {
        const QString where = m_parts.isEmpty() ? QString() : u" where "_s + m_parts.join(u" and ");
        m_parameters.emplace_back(QByteArray::number(limit));
        return {select + where + tail + u" limit $"_s + QString::number(m_parameters.size()), m_parameters};
    }

private:
    QString name(size_t i) const { return column(m_order[i].column); }
    QString value(size_t i)
    {
        m_parameters.push_back(m_position[i]);
        return u'$' + QString::number(m_parameters.size()) + u"::"_s + m_order[i].type;
    }

    const RowOrder &m_order;
    const RowPosition &m_position;
    QStringList m_parts;
    std::vector<Query::Parameter> m_parameters;
};

/// Ranges of terms that one row comparison can serve: same direction, and no NULL but in the first.
std::vector<std::pair<size_t, size_t>> comparable(const RowOrder &order, const RowPosition &position)
{
    std::vector<std::pair<size_t, size_t>> groups;
    for (size_t i = 0; i < position.size(); ++i) {
        const bool joins = i > 0 && !order[i].nullable && order[i].descending == order[i - 1].descending &&
                           position[i - 1].has_value();
        if (joins)
            groups.back().second = i + 1;
        else
            groups.emplace_back(i, i + 1);
    }
    return groups;
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
    const auto select = selectRows(source, order);
    const auto travelled = request.travel == Travel::Forward ? order : reversed(order);
    const auto tail = orderBy(travelled);
    const RowPosition position = request.from.value_or(RowPosition());
    const auto finish = [&](Condition condition) {
        return std::move(condition).query(select, tail, request.limit);
    };
    if (position.empty())
        return {finish(Condition(source, travelled, position))};

    std::vector<Query> queries;
    const auto groups = comparable(travelled, position);
    for (auto group = groups.rbegin(); group != groups.rend(); ++group) {
        const auto [first, end] = *group;
        const bool inclusive = request.inclusive && group == groups.rbegin();
        const auto &term = travelled[first];
        Condition prefix(source, travelled, position);
        prefix.equal(0, first);
        if (position[first]) {
            Condition rest = prefix;
            rest.after(first, end, inclusive);
            queries.push_back(finish(std::move(rest)));
        }
        const bool nullsFollow = position[first] ? term.nullable && !term.nullsFirst : inclusive;
        if (nullsFollow) {
            Condition nulls = prefix;
            nulls.isNull(first, true);
            queries.push_back(finish(std::move(nulls)));
        }
        if (!position[first] && term.nullsFirst) {
            Condition values = prefix;
            values.isNull(first, false);
            queries.push_back(finish(std::move(values)));
        }
    }
    return queries;
}

RowLayout rowLayout(const RowSource &source, const RowOrder &order)
{
    RowLayout layout;
    int next = static_cast<int>(source.columns.size());
    for (const auto &shown : source.columns)
        layout.lengths.push_back(cutOf(shown, order) == Cut::Never ? -1 : next++);
    for (const auto &term : order) {
        const int index = source.indexOf(term.column);
        layout.positions.push_back(index >= 0 ? index : next++);
    }
    // Every order ends with what is missing of the key.
    for (const auto &name : source.key) {
        const auto term = std::find_if(order.begin(), order.end(),
                                       [&](const OrderTerm &each) { return each.column == name; });
        layout.identity.push_back(layout.positions[static_cast<size_t>(term - order.begin())]);
    }
    return layout;
}

QString selectRows(const RowSource &source, const RowOrder &order)
{
    QStringList expressions;
    for (const auto &shown : source.columns)
        expressions << shownExpression(shown, cutOf(shown, order));
    for (const auto &shown : source.columns) {
        if (const auto cut = cutOf(shown, order); cut != Cut::Never)
            expressions << lengthExpression(shown, cut);
    }
    for (const auto &term : order) {
        if (source.indexOf(term.column) < 0)
            expressions << column(term.column);
    }
    return u"select %1 from %2 as t"_s.arg(expressions.join(u", "), quote(source.id.schema, source.id.name));
}

Query fromRows(const RowSource &source)
{
    Query query{u" from %1 as t"_s.arg(quote(source.id.schema, source.id.name))};
    if (source.condition) {
        query.text += u" where ("_s + source.condition->text + u')';
        query.parameters = source.condition->parameters;
    }
    return query;
}

} // namespace squall::models
