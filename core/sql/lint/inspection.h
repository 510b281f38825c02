#pragma once

#include "core/sql/lint/names.h"
#include "core/sql/mark.h"

#include <QCoreApplication>

namespace squall::sql {

/// What a rule looks at.
struct Inspection
{
    const SyntaxTree &tree;
    const Names &names;
    const CompletionCatalog *catalog; ///< may be none

    Q_DECLARE_TR_FUNCTIONS(squall::sql::Lint)
};

/// A place that a rule objects to, in words about it.
struct Objection
{
    Span span;
    QString message;
};

using Objections = std::vector<Objection>;

// What an expression is.

/// The parts of a condition that all have to hold.
std::vector<const Node *> conjuncts(const Node *condition);
/// `=`, `<`, `||`, …; empty when it is no operator's expression.
QString operatorOf(const Node &expression);
bool isComparison(const QString &sign);
/// The column that an expression is, unchanged.
NameMeaning columnOf(const Inspection &in, const Node *expression);
/// The type as format_type spells it, as far as it is certain.
QString typeOf(const Inspection &in, const Node *expression);
/// Its value as a date without a time: a string that is one, or a cast of it.
std::optional<QString> plainDate(const Node *expression);
/// Whether somewhere in it an aggregate is called, or a function that may be one.
bool mayAggregate(const Inspection &in, const Node &expression);
/// Whether it is made of constants and parameters only.
bool isConstant(const Node &expression);
/// The columns that stand in it, those of subqueries left out.
std::vector<const Node *> columnsIn(const Node &expression);
/// Whether an expression stands inside another node of that type.
const Node *around(const Node &node, QStringView type);
/// As it stands in the text.
QString textOf(const Inspection &in, const Node &node);
/// Rows of a table as the planner believes; nothing when nobody counted.
std::optional<qint64> rowsOf(const Relation *relation);
/// Whether an index that is no expression's and covers all rows begins with the column.
bool beginsIndex(const Relation *relation, const QString &column, QStringView method = u"btree");

// The rules: what each means stands in lint.cpp.

Objections unknownRelation(const Inspection &in);
Objections unknownColumn(const Inspection &in);
Objections unknownFunction(const Inspection &in);
Objections ambiguousColumn(const Inspection &in);
Objections outerColumn(const Inspection &in);

Objections compareWithNull(const Inspection &in);
Objections caseNull(const Inspection &in);
Objections nullInList(const Inspection &in);
Objections notInNullable(const Inspection &in);
Objections likeWithoutWildcard(const Inspection &in);
Objections leadingWildcard(const Inspection &in);
Objections sameOnBothSides(const Inspection &in);
Objections betweenTimes(const Inspection &in);
Objections functionOnIndexed(const Inspection &in);
Objections localTimeNow(const Inspection &in);
Objections integerDivision(const Inspection &in);

Objections crossJoin(const Inspection &in);
Objections joinLinksNothing(const Inspection &in);
Objections outerJoinUndone(const Inspection &in);
Objections countOfOuterJoin(const Inspection &in);

Objections offsetWithoutOrder(const Inspection &in);
Objections distinctOnWithoutOrder(const Inspection &in);
Objections distinctWithGroup(const Inspection &in);
Objections havingWithoutAggregate(const Inspection &in);
Objections unionOfDifferent(const Inspection &in);
Objections insertSelectStar(const Inspection &in);
Objections updateWithoutWhere(const Inspection &in);
Objections deleteWithoutWhere(const Inspection &in);

Objections truncateCascade(const Inspection &in);
Objections dropCascade(const Inspection &in);
Objections rewritesTable(const Inspection &in);
Objections indexBlocksWrites(const Inspection &in);
Objections blankPadded(const Inspection &in);

} // namespace squall::sql
