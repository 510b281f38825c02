#include "core/sql/complete/completer_p.h"

#include "core/base/quote.h"

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

struct Follower
{
    Clause clause;
    QStringView words;
};

constexpr Follower selectClauses[] = {
    {Clause::From, u"from"},      {Clause::Where, u"where"},   {Clause::GroupBy, u"group by"},
    {Clause::Having, u"having"},  {Clause::Window, u"window"}, {Clause::OrderBy, u"order by"},
    {Clause::Limit, u"limit"},    {Clause::Offset, u"offset"}, {Clause::Fetch, u"fetch first"},
    {Clause::For, u"for update"},
};
constexpr Follower updateClauses[] = {{Clause::Set, u"set"},
                                      {Clause::From, u"from"},
                                      {Clause::Where, u"where"},
                                      {Clause::Returning, u"returning"}};
constexpr Follower deleteClauses[] = {
    {Clause::From, u"using"}, {Clause::Where, u"where"}, {Clause::Returning, u"returning"}};

std::span<const Follower> clausesOf(const Operand &operand)
{
    switch (operand.type) {
    case Operand::Type::Update: return updateClauses;
    case Operand::Type::Delete: return deleteClauses;
    case Operand::Type::Insert:
    case Operand::Type::Merge: return {};
    case Operand::Type::Values:
    case Operand::Type::Nested:
    case Operand::Type::Table: return std::span(selectClauses).subspan(5);
    case Operand::Type::Select: break;
    }
    return selectClauses;
}

} // namespace

/// Where a query could begin; `writing`: it could be any statement.
void Completer::offerQueryStart(bool writing)
{
    m_offers.keywords({u"select", u"with", u"values", u"table"}, 60);
    if (writing || (m_place.query && m_place.query->outerQuery))
        m_offers.keywords({u"insert into", u"update", u"delete from", u"merge into"}, 50);
}

/// The clauses that can come after one: those that are not there yet and whose turn is before the next that
/// is.
void Completer::offerFollowing(Clause clause, int weight)
{
    if (!m_place.operand)
        return;
    const auto &operand = *m_place.operand;
    const auto known = clausesOf(operand);
    auto at =
        std::find_if(known.begin(), known.end(), [&](const auto &each) { return each.clause == clause; });
    at = at == known.end() ? known.begin() : at + 1;
    bool open = true;
    const auto list = [&](auto first, auto last) {
        for (; first != last && open; ++first) {
            const auto *there = operand.find(first->clause);
            open = !there || there->keyword < m_outline.cursor();
            if (!there)
                m_offers.keyword(first->words, weight--);
        }
    };
    const auto order =
        std::find_if(at, known.end(), [](const auto &each) { return each.clause == Clause::OrderBy; });
    const bool isRows = operand.type != Operand::Type::Update && operand.type != Operand::Type::Delete;
    list(at, order);
    if (!operand.query->fills || operand.type != Operand::Type::Values)
        list(order, known.end());
    const bool last = operand.range.last >= operand.query->range.last;
    const bool combines = clause <= Clause::Having || clause == Clause::Values;
    if (isRows && open && last && combines)
        m_offers.keywords({u"union all", u"union", u"except", u"intersect"}, weight - 10);
    if (const auto *insert = operand.query->fills; insert && last && open) {
        if (!insert->find(Clause::Conflict))
            m_offers.keywords({u"on conflict"}, weight - 2);
        m_offers.keywords({u"returning"}, weight - 3);
    }
    const bool writes = operand.type == Operand::Type::Insert || operand.type == Operand::Type::Merge;
    if (writes && clause != Clause::Returning) {
        if (operand.type == Operand::Type::Merge)
            m_offers.keywords({u"when matched then", u"when not matched then"}, weight);
        if (!operand.find(Clause::Returning))
            m_offers.keywords({u"returning"}, weight - 4);
    }
}

void Completer::offerTargetColumns(const QStringList &without, int weight)
{
    const auto *relation = target();
    if (!relation)
        return;
    for (const auto &column : *relation->columns) {
        const bool computed = column.generated != catalog::Column::Generated::No;
        if (computed || without.contains(column.name))
            continue;
        const bool required = column.notNull && !column.defaultSql && !column.identity;
        m_offers.add(
            column.name, weight,
            {Type::Column, quote(column.name), required ? column.type + u" not null"_s : column.type});
    }
}

/// After the table of an INSERT: its columns as a list, and what gives the rows.
void Completer::offerInsertStart(bool columnsDue)
{
    const auto *relation = target();
    if (columnsDue && relation) {
        QStringList names;
        for (const auto &column : *relation->columns) {
            const bool givenByServer = column.identity ||
                                       column.generated != catalog::Column::Generated::No ||
                                       (column.defaultSql && column.defaultSql->startsWith(u"nextval("_s));
            if (!givenByServer)
                names << quote(column.name);
        }
        const auto list = u'(' + names.join(u", "_s) + u')';
        m_offers.add(list, 80, {Type::Snippet, list + u' ' + m_offers.cased(u"values") + u" ()"_s, {}, 1});
    }
    m_offers.keywords({u"values ()", u"select"}, 60);
    m_offers.keywords({u"default values", u"overriding system value", u"overriding user value", u"with"}, 40);
    if (columnsDue)
        m_offers.keywords({u"as"}, 30);
}

void Completer::offerConflict()
{
    const auto *relation = target();
    const auto *table = relation ? relation->table : nullptr;
    if (m_place.wanted == Wanted::ConflictTarget) {
        for (const auto &index : table ? table->indexes : std::vector<catalog::Index>()) {
            if (!index.unique)
                continue;
            QStringList names;
            for (const auto &key : index.keys)
                names << (key.column.isEmpty() ? key.expression : quote(key.column));
            m_offers.add(names.join(u", "_s), 90, {Type::Column, names.join(u", "_s), index.name});
        }
        return offerTargetColumns({}, 50);
    }
    if (m_place.wanted == Wanted::ConflictConstraint) {
        for (const auto &constraint : table ? table->constraints : std::vector<catalog::Constraint>()) {
            using Kind = catalog::Constraint::Type;
            if (constraint.type == Kind::PrimaryKey || constraint.type == Kind::Unique ||
                constraint.type == Kind::Exclusion)
                m_offers.add(constraint.name, 60,
                             {Type::Name, quote(constraint.name), constraint.columns.join(u", "_s)});
        }
        return;
    }
    for (const auto &index : table ? table->indexes : std::vector<catalog::Index>()) {
        QStringList names;
        for (const auto &key : index.keys)
            names << (key.column.isEmpty() ? key.expression : quote(key.column));
        if (index.unique && index.predicate.isEmpty())
            m_offers.add(u"("_s + names.join(u", "_s), 70,
                         {Type::Snippet, u'(' + names.join(u", "_s) + u')', index.name});
    }
    m_offers.keywords({u"do nothing", u"on constraint", u"do update set"}, 60);
}

} // namespace squall::sql
