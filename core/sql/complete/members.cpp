#include "core/sql/complete/completer_p.h"

#include "core/base/quote.h"

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

/// What stands behind a dot in an expression.
void Completer::offerMembers(const QStringList &qualifier)
{
    const auto place = expressionPlace();
    const auto &name = qualifier.back();
    bool found = false;
    const bool listed = m_place.clause == Clause::Select || m_place.clause == Clause::Returning;
    for (const auto &source : visible()) {
        if (source.name != name || found)
            continue;
        found = true;
        for (const auto &column : source.columns) {
            if (!column.name.isEmpty())
                m_offers.add(column.name, columnWeight(column, source, place),
                             {Type::Column, quote(column.name), column.type});
        }
        if (listed || (!place.brackets.empty() && place.brackets.back().name == u"count"))
            m_offers.add(u"*"_s, 30, {Type::Operator, u"*"_s});
    }
    if (found)
        return;
    if (const auto *relation = m_catalog.relation(qualifier)) {
        for (const auto &column : *relation->columns)
            m_offers.add(column.name, 60, {Type::Column, quote(column.name), column.type});
    }
    for (const auto &routine : m_catalog.routines()) {
        if (routine.id.schema == name && routine.called && m_offers.fits(routine.name))
            m_offers.add(routine.name, 50,
                         {Type::Function, quote(routine.name) + u"()"_s,
                          u'(' + routine.arguments + u") → "_s + routine.result,
                          routine.arguments.isEmpty() ? 0 : 1});
    }
    offerRelations(qualifier, 30);
}

bool Completer::isAggregated(Range item) const
{
    for (auto i = item.first; i < item.last; ++i) {
        if (!m_outline.is(i, u"(") || i == item.first)
            continue;
        const auto overloads = m_catalog.routines(m_outline.at(i - 1).word);
        if (!overloads.empty() && overloads.front().type != Routine::Type::Function)
            return true;
    }
    return false;
}

/// What the select list has that is not aggregated, each and all together.
void Completer::offerGrouping()
{
    if (!m_place.operand || m_place.operand->type != Operand::Type::Select)
        return;
    QStringList all;
    for (const auto &range : m_place.operand->items) {
        const auto item = m_scope.item(range);
        if (item.star || isAggregated(item.expression))
            continue;
        const bool plain = !m_scope.pathIn(item.expression).isEmpty();
        const auto text = item.aliased && !plain
                              ? quote(item.name)
                              : m_outline.text(item.expression.first, item.expression.last).toString();
        all << text;
    }
    QStringList there;
    for (auto i = m_place.range.first; i < m_at;) {
        auto end = i;
        while (end < m_at && !m_outline.is(end, u","))
            end = m_outline.after(end);
        there << m_outline.text(i, end).toString();
        i = end + 1;
    }
    for (const auto &each : there)
        all.removeOne(each);
    if (all.size() > 1)
        m_offers.add(all.join(u", "_s), 135, {Type::Snippet, all.join(u", "_s)});
    for (const auto &text : all) {
        const auto dot = text.lastIndexOf(u'.');
        m_offers.add(fit(m_offers.written(), text) ? text : text.mid(dot + 1), 130, {Type::Column, text});
    }
}

/// What the query gives: names for ORDER BY, aggregates for HAVING.
void Completer::offerOutputs()
{
    const auto &operands = m_place.query->operands;
    if (m_place.clause == Clause::OrderBy && operands.size() > 1) {
        for (const auto &column : m_scope.columns(*m_place.query))
            m_offers.add(column.name, 90, {Type::Column, quote(column.name), column.type});
        return;
    }
    if (!m_place.operand)
        return;
    for (const auto &range : m_place.operand->items) {
        const auto item = m_scope.item(range);
        const auto text = m_outline.text(item.expression.first, item.expression.last).toString();
        if (m_place.clause == Clause::OrderBy && item.aliased)
            m_offers.add(item.name, 90, {Type::Alias, quote(item.name), text});
        else if (isAggregated(item.expression))
            m_offers.add(text, 88, {Type::Function, text});
    }
}

std::vector<Signature> Completer::signatures(int &argument)
{
    std::vector<Signature> found;
    if (m_place.wanted != Place::Wanted::Expression)
        return found;
    const auto place = expressionPlace();
    if (place.brackets.empty())
        return found;
    const auto &bracket = place.brackets.back();
    argument = bracket.argument;
    for (const auto &routine : m_catalog.routines(bracket.name)) {
        const auto arguments = argumentsOf(routine.arguments);
        QStringList in;
        std::copy_if(arguments.begin(), arguments.end(), std::back_inserter(in),
                     [](const QString &each) { return !each.startsWith(u"OUT "_s); });
        found.push_back({routine.name, in, routine.result});
    }
    const auto *column = insertedColumn(place);
    if (found.empty() && column) {
        const auto *operand =
            m_place.operand->type == Operand::Type::Values ? m_place.operand->query->fills : m_place.operand;
        const auto *relation = m_scope.sources(*operand).front().relation;
        Signature row{relation->id.name, {}};
        for (const auto &each : *relation->columns) {
            if (operand->insertColumns.isEmpty())
                row.arguments << each.name + u' ' + each.type;
        }
        for (const auto &name : operand->insertColumns) {
            const auto *each = catalog::findColumn(*relation->columns, name);
            row.arguments << (each ? name + u' ' + each->type : name);
        }
        found.push_back(row);
    }
    if (found.empty())
        argument = -1;
    return found;
}

void Completer::offerStrings()
{
    if (m_place.wanted != Place::Wanted::Expression)
        return;
    const auto place = expressionPlace();
    if (!place.brackets.empty()) {
        const auto &bracket = place.brackets.back();
        const bool unit =
            bracket.argument == 0 && (bracket.name == u"date_trunc" || bracket.name == u"date_part");
        for (int weight = 60; unit && weight >= 50; --weight) {
            static constexpr QStringView units[] = {u"day",    u"month",   u"year",      u"hour",
                                                    u"week",   u"quarter", u"minute",    u"second",
                                                    u"decade", u"century", u"millennium"};
            const auto name = units[60 - weight].toString();
            m_offers.add(name, weight, {Type::Value, quoteLiteral(name)});
        }
    }
    if (place.operandDue)
        offerValues(place);
}

/// `select *`, `select u.*`: all the columns by name.
std::optional<std::pair<qsizetype, QString>> Completer::expansion()
{
    const bool listed = m_place.wanted == Place::Wanted::Expression &&
                        (m_place.clause == Clause::Select || m_place.clause == Clause::Returning);
    if (!listed || !m_outline.follows(m_at, u"*") || !endsOperand(m_at - 1) ||
        !expressionPlace().brackets.empty())
        return {};
    auto first = m_at - 1;
    const auto qualifier = qualifierBefore(m_outline, first);
    first -= static_cast<size_t>(2 * qualifier.size());
    const auto &sources = visible();
    const auto own =
        std::count_if(sources.begin(), sources.end(), [](const auto &each) { return each.depth == 0; });
    QStringList names;
    QSet<QString> merged;
    for (const auto &source : sources) {
        if (source.depth > 0 || (!qualifier.isEmpty() && source.name != qualifier.back()))
            continue;
        for (const auto &column : source.columns) {
            const bool twice = qualifier.isEmpty() && source.source->usingColumns.contains(column.name);
            if (column.name.isEmpty() || twice)
                continue;
            const bool bare = qualifier.isEmpty() && own == 1;
            names << (bare ? quote(column.name) : quote(source.name) + u'.' + quote(column.name));
        }
    }
    if (names.isEmpty())
        return {};
    return std::pair(m_outline.at(first).token.start, names.join(u", "_s));
}

} // namespace squall::sql
