#include "core/sql/complete/completer_p.h"

#include "core/base/quote.h"

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

constexpr int ownColumn = 70;
constexpr int outerColumn = 55;
constexpr int linkedColumn = 45; ///< more than others, when a foreign key ties it to the other side
constexpr int sameType = 12;
constexpr int equalType = 18;
constexpr int sameName = 10;
constexpr qsizetype mostNames = 50;

/// What people call most of what the server has.
constexpr char16_t popularFunctions[] =
    u"count sum min max avg now lower upper date_trunc length round row_number string_agg array_agg "
    u"jsonb_agg "
    "jsonb_build_object to_char concat abs unnest replace substring trim lag lead rank age gen_random_uuid "
    "generate_series";

bool ties(const CompletionCatalog &catalog, const ScopeColumn &a, const ScopeColumn &b)
{
    if (!a.relation || !b.relation || !a.column || !b.column)
        return false;
    const auto matches = [](const Link &link, const ScopeColumn &from, const ScopeColumn &to) {
        if (link.from != from.relation || link.to != to.relation)
            return false;
        const auto at = link.columns.indexOf(from.column->name);
        return at >= 0 && link.referencedColumns.value(at) == to.column->name;
    };
    const auto &links = catalog.links(*a.relation);
    return std::any_of(links.begin(), links.end(),
                       [&](const Link &link) { return matches(link, a, b) || matches(link, b, a); });
}

/// A type without its length.
QStringView baseOf(QStringView type)
{
    return type.left(type.indexOf(u'('));
}

} // namespace

int Completer::columnWeight(const ScopeColumn &column, const ScopeSource &source,
                            const ExpressionPlace &place) const
{
    auto weight = source.depth == 0 ? ownColumn : outerColumn;
    if (place.other && ties(m_catalog, column, *place.other))
        weight += linkedColumn;
    else if (!column.type.isEmpty() && baseOf(column.type) == baseOf(place.otherType))
        weight += equalType;
    else if (comparesWith(column.type, place.otherType))
        weight += sameType;
    // Nobody compares a column with itself, but with its namesake.
    if (&column == place.other)
        weight -= equalType;
    else if (place.other && column.name == place.other->name)
        weight += sameName;
    return weight;
}

void Completer::offerColumns(const ExpressionPlace &place)
{
    const auto &sources = visible();
    const auto count = [&](const QString &name) {
        return std::count_if(sources.begin(), sources.end(),
                             [&](const ScopeSource &each) { return each.depth == 0 && each.find(name); });
    };
    const auto own =
        std::count_if(sources.begin(), sources.end(), [](const auto &each) { return each.depth == 0; });
    const bool joining = own > 1 && (m_place.clause == Clause::From || m_place.clause == Clause::MergeOn);
    QSet<QString> merged;
    for (const auto &source : sources) {
        for (const auto &name : source.source->usingColumns)
            merged.insert(name);
    }
    for (const auto &source : sources) {
        for (const auto &column : source.columns) {
            if (column.name.isEmpty() || !m_offers.fits(column.name))
                continue;
            const bool single =
                !joining && source.depth == 0 && (merged.contains(column.name) || count(column.name) == 1);
            const auto text = single || source.name.isEmpty()
                                  ? quote(column.name)
                                  : quote(source.name) + u'.' + quote(column.name);
            const auto note =
                sources.size() > 1 && single ? column.type + u" · "_s + source.name : column.type;
            m_offers.add(column.name, columnWeight(column, source, place), {Type::Column, text, note});
        }
    }
    for (const auto &source : sources) {
        if (!source.name.isEmpty())
            m_offers.add(
                source.name, sources.size() > 1 ? 50 : 35,
                {Type::Alias, quote(source.name), source.relation ? source.relation->text : QString()});
    }
}

void Completer::offerLabels(const QString &type, int weight)
{
    if (const auto *labels = m_catalog.enumOf(type)) {
        for (const auto &label : labels->labels)
            m_offers.add(label, weight, {Type::Value, quoteLiteral(label), labels->name});
    }
    if (type == u"boolean")
        m_offers.keywords({u"true", u"false"}, weight - 10);
}

/// The column that a value in VALUES is for.
const catalog::Column *Completer::insertedColumn(const ExpressionPlace &place)
{
    const auto *operand = m_place.operand;
    if (m_place.clause != Clause::Values || place.brackets.size() != 1 || !operand)
        return nullptr;
    if (operand->type == Operand::Type::Values)
        operand = operand->query->fills;
    if (!operand || !operand->hasTarget)
        return nullptr;
    const auto *relation = m_scope.sources(*operand).front().relation;
    const auto at = place.brackets.back().argument;
    if (!relation)
        return nullptr;
    if (!operand->insertColumns.isEmpty())
        return catalog::findColumn(*relation->columns, operand->insertColumns.value(at));
    return static_cast<size_t>(at) < relation->columns->size()
               ? &(*relation->columns)[static_cast<size_t>(at)]
               : nullptr;
}

void Completer::offerValues(const ExpressionPlace &place)
{
    offerLabels(place.otherType, 130);
    if (const auto *column = insertedColumn(place)) {
        offerLabels(column->type, 130);
        m_offers.keywords({u"default"}, 75);
        if (!column->notNull)
            m_offers.keywords({u"null"}, 74);
    }
    if (m_place.clause == Clause::Set && place.brackets.empty() && m_outline.follows(m_at, u"="))
        m_offers.keywords({u"default", u"null"}, 50);
    if (place.caseAt && m_outline.follows(m_at, u"when")) {
        auto end = *place.caseAt + 1;
        while (end < m_at && !m_outline.is(end, u"when"))
            end = m_outline.after(end);
        offerLabels(m_scope.typeOf({*place.caseAt + 1, end}, visible()), 130);
    }
    if (!place.brackets.empty()) {
        const auto &call = place.brackets.back();
        for (const auto &routine : m_catalog.routines(call.name)) {
            if (routine.system)
                continue;
            const auto argument = argumentsOf(routine.arguments).value(call.argument);
            offerLabels(argument.mid(argument.lastIndexOf(u' ') + 1), 130);
        }
    }
}

void Completer::offerOperands(const ExpressionPlace &place)
{
    const auto clause = m_place.clause;
    const bool begins = m_at == place.begin && place.brackets.empty();
    if (clause == Clause::From || clause == Clause::MergeOn) {
        const bool due = m_at == place.begin || m_outline.follows(m_at, u"and");
        if (due && place.brackets.empty())
            offerConditions(140);
    }
    for (const auto &word : place.caseWords) {
        if (word == u"when" && m_outline.follows(m_at, u"case"))
            m_offers.keyword(word, 100);
    }
    offerValues(place);
    if (clause == Clause::GroupBy && place.brackets.empty())
        offerGrouping();
    if ((clause == Clause::OrderBy || clause == Clause::Having) && place.brackets.empty())
        offerOutputs();
    const bool combined = clause == Clause::OrderBy && m_place.query->operands.size() > 1;
    if (!combined)
        offerColumns(place);
    const bool listed = clause == Clause::Select || clause == Clause::Returning;
    if (listed && begins)
        m_offers.add(u"*"_s, 76, {Type::Operator, u"*"_s});
    const bool empty = clause == Clause::Select && visible().empty();
    if (empty)
        offerAnyColumns();
    const bool aggregates = clause == Clause::Select || clause == Clause::Having || clause == Clause::OrderBy;
    offerFunctions(aggregates);
    offerOperandWords(place);
    if (listed && begins && m_outline.follows(m_at, u"select"))
        m_offers.keywords({u"distinct", u"distinct on ()", u"all"}, 45);
}

void Completer::offerOperandWords(const ExpressionPlace &place)
{
    const bool condition = m_place.clause == Clause::Where || m_place.clause == Clause::From ||
                           m_place.clause == Clause::Having || m_place.clause == Clause::MergeOn;
    if (condition)
        m_offers.keywords({u"not", u"exists ()", u"not exists ()"}, 45);
    m_offers.keywords({u"case", u"null", u"true", u"false"}, 40);
    m_offers.keywords({u"coalesce()", u"nullif()", u"greatest()", u"least()", u"current_date",
                       u"current_timestamp", u"interval", u"array[]", u"any ()", u"all ()", u"cast()",
                       u"extract()", u"row()", u"current_user", u"current_time", u"localtimestamp",
                       u"session_user", u"not", u"exists ()"},
                      30);
    if (m_place.clause == Clause::GroupBy)
        m_offers.keywords({u"rollup ()", u"cube ()", u"grouping sets ()"}, 25);
    const bool aggregated = !place.brackets.empty() && m_at == place.first;
    if (aggregated) {
        const auto overloads = m_catalog.routines(place.brackets.back().name);
        if (!overloads.empty() && overloads.front().type == Routine::Type::Aggregate)
            m_offers.keywords({u"distinct"}, 66);
        if (place.brackets.back().name == u"count")
            m_offers.add(u"*"_s, 80, {Type::Operator, u"*"_s});
        m_offers.keywords(
            {u"select"},
            place.brackets.back().name == u"exists" || place.brackets.back().name == u"in" ? 72 : 20);
    }
}

/// Before anybody said where from: the columns of any table.
void Completer::offerAnyColumns()
{
    if (m_offers.written().isEmpty())
        return;
    const auto &names = m_catalog.columnNames();
    const auto written = m_offers.written().toLower();
    auto found = std::lower_bound(names.begin(), names.end(), written);
    for (qsizetype i = 0; i < mostNames && found != names.end() && found->startsWith(written); ++i, ++found)
        m_offers.add(*found, 35, {Type::Column, quote(*found)});
}

void Completer::offerFunctions(bool aggregates)
{
    static const auto names = QString::fromUtf16(popularFunctions).split(u' ');
    static const QSet<QString> popular(names.begin(), names.end());
    const bool called = m_outline.is(m_outline.cursor(), u"(");
    for (const auto &routine : m_catalog.routines()) {
        const bool known = popular.contains(routine.name);
        const bool over = routine.type == Routine::Type::Aggregate || routine.type == Routine::Type::Window;
        if (!m_offers.fits(routine.name) || !routine.called || (over && !aggregates) ||
            routine.type == Routine::Type::Procedure ||
            (routine.system && !known && m_offers.written().isEmpty()))
            continue;
        const auto brackets = called ? QString() : u"()"_s;
        const int back = called || routine.arguments.isEmpty() ? 0 : 1;
        const auto note = u'(' + routine.arguments + u") → "_s + routine.result;
        m_offers.add(routine.name, (routine.system ? known ? 28 : 12 : 32) - (over ? 0 : 1),
                     {Type::Function, routine.text + brackets, note, back});
        if (routine.name == u"count" && !called)
            m_offers.add(u"count"_s, 29, {Type::Function, u"count(*)"_s, u"→ bigint"_s});
    }
}

void Completer::offerTypes(const QStringList &qualifier)
{
    for (int weight = 120; const auto &type : m_catalog.types()) {
        const bool plain = type.id.kind == Kind::BaseType;
        if (!qualifier.isEmpty() && type.id.schema != qualifier.back())
            continue;
        m_offers.add(type.id.name, plain ? weight-- : 90,
                     {Type::DataType, qualifier.isEmpty() ? type.text : quote(type.id.name), type.note});
    }
}

} // namespace squall::sql
