#include "core/sql/complete/completer_p.h"

#include "core/base/quote.h"

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

Completer::Completer(const Outline &outline, const Syntax &syntax, const CompletionCatalog &catalog,
                     Offers &offers)
    : m_outline(outline)
    , m_syntax(syntax)
    , m_place(syntax.place)
    , m_catalog(catalog)
    , m_offers(offers)
    , m_scope(outline, syntax, catalog)
    , m_at(outline.cursor())
{
}

/// The names before a dot that stands before `at`.
QStringList Completer::qualifierBefore(const Outline &outline, size_t at)
{
    QStringList names;
    while (at >= 2 && outline.is(at - 1, u".") && (outline.isName(at - 2) || outline.isWord(at - 2))) {
        names.prepend(outline.at(at - 2).word);
        at -= 2;
    }
    return names;
}

const std::vector<ScopeSource> &Completer::visible()
{
    if (!m_visible)
        m_visible = m_place.operand ? m_scope.visibleAt(*m_place.operand, m_place.visible)
                                    : std::vector<ScopeSource>();
    return *m_visible;
}

const Relation *Completer::target()
{
    if (!m_place.operand || !m_place.operand->hasTarget)
        return nullptr;
    return m_scope.sources(*m_place.operand).front().relation;
}

/// What stands behind a dot.
void Completer::offerBehind(const QStringList &qualifier)
{
    const auto wanted = m_place.wanted;
    m_at -= static_cast<size_t>(2 * qualifier.size());
    const bool expression = wanted == Wanted::Expression || wanted == Wanted::SetColumn;
    if (wanted == Wanted::DataType || (expression && m_outline.follows(m_at, u"::")))
        return offerTypes(qualifier);
    if (expression)
        return offerMembers(qualifier);
    const bool writes = wanted == Wanted::AfterInsertTarget || wanted == Wanted::AfterTarget ||
                        wanted == Wanted::AfterMergeTarget || wanted == Wanted::Target;
    if (writes)
        return offerRelations(qualifier, 60, true);
    offerSources(qualifier);
}

void Completer::offer()
{
    const auto qualifier = qualifierBefore(m_outline, m_at);
    if (!qualifier.isEmpty())
        return offerBehind(qualifier);
    switch (m_place.wanted) {
    case Wanted::Nothing:
    case Wanted::Statement: return;
    case Wanted::QueryStart: return offerQueryStart(!m_place.query || !m_place.query->outer);
    case Wanted::SetOperand: return m_offers.keywords({u"all", u"select", u"distinct", u"values"}, 60);
    case Wanted::WithName: return m_offers.keywords({u"recursive"}, 60);
    case Wanted::WithAs:
        return m_offers.keywords({u"as ()", u"as materialized ()", u"as not materialized ()"}, 60);
    case Wanted::WithQuery: return m_offers.keywords({u"()", u"materialized", u"not materialized"}, 60);
    case Wanted::AfterWith:
        return m_offers.keywords({u"select", u"insert into", u"update", u"delete from", u"merge into"}, 60);
    case Wanted::Expression: return offerExpression();
    case Wanted::Relation: return offerSources({});
    case Wanted::Joined: offerJoins(); return offerSources({});
    case Wanted::JoinWord:
        return m_offers.keywords(
            {u"join", u"outer join", u"inner join", u"left join", u"right join", u"full join"}, 60);
    case Wanted::AfterRelation: return offerAfterRelation();
    case Wanted::NewAlias: {
        const auto &source = m_place.operand->sources[m_place.source];
        if (!source.path.isEmpty())
            m_offers.add(newAlias(source.path.back()), 60, {Type::Alias, newAlias(source.path.back())});
        return;
    }
    case Wanted::DataType: return offerTypes({});
    case Wanted::UsingColumn: return offerUsing();
    case Wanted::Target: return offerRelations({}, 60, true);
    case Wanted::InsertColumn: return offerTargetColumns(m_place.operand->insertColumns, 60);
    case Wanted::AfterInsertTarget: return offerInsertStart(true);
    case Wanted::AfterInsertColumns: return offerInsertStart(false);
    case Wanted::SetColumn: return offerTargetColumns({}, 60);
    case Wanted::AfterTarget:
        return m_offers.keywords(
            m_place.operand->type == Operand::Type::Update
                ? std::initializer_list<QStringView>{u"set", u"as"}
                : std::initializer_list<QStringView>{u"where", u"using", u"returning", u"as"},
            60);
    case Wanted::ConflictTarget:
    case Wanted::AfterConflict:
    case Wanted::ConflictConstraint: return offerConflict();
    case Wanted::AfterMergeTarget: return m_offers.keywords({u"using", u"as"}, 60);
    case Wanted::Keywords:
        for (const auto &words : m_place.keywords)
            m_offers.keyword(words, 60);
        return;
    }
}

} // namespace squall::sql
