#pragma once

#include "core/sql/scope/outline.h"
#include "core/sql/scope/syntax.h"

namespace squall::sql {

/// Walks over the pieces of a query once; where it passes the cursor it notes what belongs there.
class Parser
{
public:
    using Wanted = Place::Wanted;

    Parser(const Outline &outline, Syntax &syntax)
        : m_outline(outline)
        , m_syntax(syntax)
        , m_cursorLevel(outline.level(outline.cursor()))
    {
    }

    /// Reads the query in a range; `context` says what it can see.
    Query *query(Range range, Query context);

private:
    // Queries
    size_t commonTables(Query &query, size_t at);
    size_t commonTable(Query &query, size_t at);
    size_t operand(Query &query, size_t at);
    Operand &newOperand(Query &query, Operand::Type type, Range range);
    size_t endOfOperand(size_t at, size_t last) const;

    // Reading
    void select(Operand &operand);
    void values(Operand &operand);
    void nested(Operand &operand);
    void tableCommand(Operand &operand);
    void items(Operand &operand, Range range);
    std::vector<ClauseRange> clausesIn(Range range) const;
    void readClauses(Operand &operand);
    void expression(Operand &operand, const ClauseRange &clause, size_t visible = everySource);
    void subqueries(Operand &operand, Range range, size_t visible);

    // FROM
    void from(Operand &operand, Range range);
    size_t joinWords(Operand &operand, size_t at, size_t last, Source &source);
    size_t source(Operand &operand, size_t at, size_t last, Source source);
    size_t named(Operand &operand, size_t at, size_t last, Source &source);
    size_t alias(Operand &operand, size_t at, size_t last);
    size_t columnAliases(Operand &operand, size_t at);
    Place afterSource(Operand &operand, bool named) const;
    size_t joinCondition(Operand &operand, size_t at, size_t last);
    size_t endOfSource(size_t at, size_t last) const;

    // Writing
    size_t target(Operand &operand, size_t at, Wanted after);
    void insert(Operand &operand);
    size_t insertColumns(Operand &operand, size_t at, size_t last);
    void conflict(Operand &operand, Range range);
    void update(Operand &operand);
    void remove(Operand &operand);
    void merge(Operand &operand);
    void mergeWhen(Operand &operand, Range range);
    void assignments(Operand &operand, Range range);
    void returning(Operand &operand, Range range);

    size_t path(size_t at, size_t last, QStringList &names) const;
    QStringList namesIn(size_t open) const;
    size_t find(Range range, std::initializer_list<QStringView> words) const;

    /// Notes what belongs to a place between the same brackets, if the cursor stands there.
    void mark(size_t at, Place place);
    void markAll(Range range, Place place);
    Place place(Wanted wanted, Operand &operand) const;
    Place words(Operand *operand, Query *query, QStringList keywords) const;

    const Outline &m_outline;
    Syntax &m_syntax;
    size_t m_cursorLevel;
    size_t m_level = 0; ///< of the brackets whose contents are read
};

} // namespace squall::sql
