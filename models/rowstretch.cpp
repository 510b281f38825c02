#include "models/rowstretch.h"

#include "core/base/quote.h"

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

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
    /// At or after the row that another statement gives the keys of.
    void from(const QString &statement)
    {
        QStringList names;
        for (size_t i = 0; i < m_order.size(); ++i)
            names << name(i);
        const auto row = names.size() == 1 ? names.front() : u'(' + names.join(u", ") + u')';
        m_parts << row + (m_order.front().descending ? u" <= ("_s : u" >= ("_s) + statement + u')';
    }
    void isNull(size_t i, bool null) { m_parts << name(i) + (null ? u" is null"_s : u" is not null"_s); }

    /// The condition with what orders the rows.
    RowStretch stretch() &&
    {
        const QString where = m_parts.isEmpty() ? QString() : u" where "_s + m_parts.join(u" and ");
        return {where + orderBy(m_order), std::move(m_parameters)};
    }

private:
    QString name(size_t i) const { return rowColumn(m_order[i].column); }
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

/// Whether one row comparison serves the whole order, wherever it begins.
bool isOneStretch(const RowOrder &order)
{
    return !order.empty() && std::all_of(order.begin(), order.end(), [&](const OrderTerm &term) {
        return !term.nullable && term.descending == order.front().descending;
    });
}

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

/// What follows `position` once the terms before the group are equal: those after it in the group's order,
/// and the NULLs of its first term, or all values when that one is NULL now.
void addGroup(std::vector<RowStretch> &stretches, const Condition &prefix, const OrderTerm &term,
              const RowPosition &position, std::pair<size_t, size_t> group, bool inclusive)
{
    const auto [first, end] = group;
    if (position[first]) {
        Condition rest = prefix;
        rest.after(first, end, inclusive);
        stretches.push_back(std::move(rest).stretch());
    }
    const bool nullsFollow = position[first] ? term.nullable && !term.nullsFirst : inclusive;
    if (nullsFollow) {
        Condition nulls = prefix;
        nulls.isNull(first, true);
        stretches.push_back(std::move(nulls).stretch());
    }
    if (!position[first] && term.nullsFirst) {
        Condition values = prefix;
        values.isNull(first, false);
        stretches.push_back(std::move(values).stretch());
    }
}

} // namespace

QString keyColumns(const RowOrder &order)
{
    QStringList columns;
    for (const auto &term : order)
        columns << rowColumn(term.column);
    return columns.join(u", ");
}

QString fromRelation(const RowSource &source)
{
    return u" from "_s + quote(source.id.schema, source.id.name) + u" as t"_s;
}

QString RowStretch::parameter(const QByteArray &value)
{
    parameters.emplace_back(value);
    return u'$' + QString::number(parameters.size());
}

QString rowColumn(const QString &name)
{
    return u"t."_s + quote(name);
}

QString orderBy(const RowOrder &order)
{
    QStringList terms;
    for (const auto &term : order) {
        QString text = rowColumn(term.column) + (term.descending ? u" desc"_s : QString());
        if (term.nullable && term.nullsFirst != term.descending)
            text += term.nullsFirst ? u" nulls first"_s : u" nulls last"_s;
        terms << text;
    }
    return terms.isEmpty() ? QString() : u" order by "_s + terms.join(u", ");
}

std::vector<RowStretch> rowStretches(const RowSource &source, const RowOrder &order,
                                     const PageRequest &request)
{
    const auto travelled = request.travel == Travel::Forward ? order : reversed(order);
    const RowPosition position = request.from.value_or(RowPosition());
    if (position.empty())
        return {Condition(source, travelled, position).stretch()};

    std::vector<RowStretch> stretches;
    const auto groups = comparable(travelled, position);
    for (auto group = groups.rbegin(); group != groups.rend(); ++group) {
        Condition prefix(source, travelled, position);
        prefix.equal(0, group->first);
        addGroup(stretches, prefix, travelled[group->first], position, *group,
                 request.inclusive && group == groups.rbegin());
    }
    return stretches;
}

Query limited(const RowSource &source, const RowOrder &order, RowStretch stretch, int limit)
{
    const auto rows = stretch.parameter(QByteArray::number(limit));
    return {selectRows(source, order) + stretch.text + u" limit "_s + rows, std::move(stretch.parameters)};
}

std::optional<RowStretch> stretchFromRow(const RowSource &source, const RowOrder &order,
                                         const RowPosition &from, qint64 passed)
{
    if (!isOneStretch(order))
        return std::nullopt;
    auto found = rowStretches(source, order, {.from = from, .inclusive = true}).front();
    const auto offset = found.parameter(QByteArray::number(passed));
    // Both halves begin with the source's condition, and share its parameters.
    Condition rows(source, order, from);
    rows.from(u"select "_s + keyColumns(order) + fromRelation(source) + found.text + u" offset "_s + offset +
              u" limit 1"_s);
    return RowStretch{std::move(rows).stretch().text, std::move(found.parameters)};
}

} // namespace squall::models
