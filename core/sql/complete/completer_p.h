#pragma once

#include "core/sql/complete/offers.h"
#include "core/sql/scope/scope.h"

namespace squall::sql {

/// A call or another bracket around the cursor inside one expression.
struct Bracket
{
    size_t open = 0;
    QString name = {}; ///< the word before it
    int argument = 0;  ///< in which of its arguments the cursor stands
};

/// Where the cursor stands in an expression.
struct ExpressionPlace
{
    std::vector<Bracket> brackets; ///< from the outside
    size_t first = 0;              ///< where the innermost bracket, or else the clause, begins
    size_t begin = 0;              ///< and the innermost argument
    bool operandDue = true;
    bool compared = false;              ///< an operand stands on both sides of a comparison
    QStringList caseWords = {};         ///< that can go on with an open CASE
    std::optional<size_t> caseAt = {};  ///< where that begins
    const ScopeColumn *other = nullptr; ///< what the operand is compared with
    QString otherType = {};
};

/// Finds what could stand at the cursor of a query.
class Completer
{
public:
    Completer(const Outline &outline, const Syntax &syntax, const CompletionCatalog &catalog, Offers &offers);

    void offer();
    std::vector<Signature> signatures(int &argument);
    /// What fits into a string that is being written.
    void offerStrings();
    /// What stands for the `*` before the cursor, and where that begins.
    std::optional<std::pair<qsizetype, QString>> expansion();

    // What expressions in other statements need too.
    void offerFunctions(bool aggregates);
    void offerTypes(const QStringList &qualifier);
    void offerRelations(const QStringList &qualifier, int weight, bool writable = false);
    static QStringList qualifierBefore(const Outline &outline, size_t at);

private:
    using Wanted = Place::Wanted;
    using Type = Suggestion::Type;

    void offerBehind(const QStringList &qualifier);

    // Expressions
    ExpressionPlace expressionPlace();
    bool endsOperand(size_t at) const;
    void findComparison(ExpressionPlace &place);
    void findCase(ExpressionPlace &place) const;
    void offerExpression();
    bool offerSpecial(const ExpressionPlace &place);
    bool offerClauseWords(const ExpressionPlace &place);
    void offerLimits(size_t count);
    bool offerInBracket(const ExpressionPlace &place);
    bool offerInWindow(const ExpressionPlace &place, bool window);
    void offerOperands(const ExpressionPlace &place);
    void offerOperandWords(const ExpressionPlace &place);
    void offerOperators(const ExpressionPlace &place);
    void offerContinuation(Clause clause, bool compared);
    const Routine *callBefore() const;
    void offerColumns(const ExpressionPlace &place);
    void offerValues(const ExpressionPlace &place);
    void offerLabels(const QString &type, int weight);
    void offerAnyColumns();
    void offerMembers(const QStringList &qualifier);
    void offerGrouping();
    void offerOutputs();
    int columnWeight(const ScopeColumn &column, const ScopeSource &source,
                     const ExpressionPlace &place) const;
    const catalog::Column *insertedColumn(const ExpressionPlace &place);

    // Relations and joins
    void offerSources(const QStringList &qualifier);
    void offerJoins();
    void offerConditions(int weight);
    void offerJoin(const Link &link, bool forward, const ScopeSource &left, int weight);
    QString condition(const Link &link, bool forward, const ScopeSource &left,
                      const ScopeSource &right) const;
    QStringList conditions(const ScopeSource &left, const ScopeSource &right) const;
    QStringList sameNames(const ScopeSource &left, const ScopeSource &right) const;
    void offerAfterRelation();
    void offerUsing();
    QString newAlias(const QString &name) const;
    bool usesAliases() const;

    // Clauses and writing
    void offerQueryStart(bool writing);
    void offerFollowing(Clause clause, int weight);
    void offerConflict();
    void offerTargetColumns(const QStringList &without, int weight);
    void offerInsertStart(bool columnsDue);

    const std::vector<ScopeSource> &visible();
    const Relation *target();
    bool isAggregated(Range item) const;

    const Outline &m_outline;
    const Syntax &m_syntax;
    const Place &m_place;
    const CompletionCatalog &m_catalog;
    Offers &m_offers;
    Scope m_scope;
    std::optional<std::vector<ScopeSource>> m_visible;
    int m_joins = 0; ///< offered so far
    size_t m_at;     ///< before what is being written, its qualifier included
};

} // namespace squall::sql
