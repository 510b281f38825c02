#include "core/sql/lint/inspection.h"

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

using Kind = NameMeaning::Kind;

/// How many rows it takes before reading them all is worth a word.
constexpr qint64 manyRows = 1000;

const Node *left(const Node &expression)
{
    return expression.child(u"lexpr");
}

const Node *right(const Node &expression)
{
    return expression.child(u"rexpr");
}

bool isNegated(const Node &node)
{
    const auto *parent = node.parent();
    return parent && parent->is(u"BoolExpr") && parent->text(u"boolop") == u"NOT_EXPR";
}

/// Whether a condition of the subquery keeps NULL of that column out.
bool excludesNull(const Inspection &in, const Node &select, const KnownColumn &column)
{
    const auto isColumn = [&](const Node *each) {
        const auto meaning = columnOf(in, each);
        return meaning.kind == Kind::Column && meaning.column->name == column.name;
    };
    const auto all = conjuncts(select.child(u"whereClause"));
    return std::any_of(all.begin(), all.end(), [&](const Node *each) {
        if (each->is(u"NullTest"))
            return each->text(u"nulltesttype") == u"IS_NOT_NULL" && isColumn(each->child(u"arg"));
        // Every operator that people use is strict; what is no comparison may not be.
        return each->is(u"A_Expr") && (isColumn(left(*each)) || isColumn(right(*each)));
    });
}

struct Matching
{
    const Node *column = nullptr;
    QString pattern;
};

/// `column LIKE 'pattern'`
std::optional<Matching> likeOf(const Node &node)
{
    if (!node.is(u"A_Expr") || node.text(u"kind") != u"AEXPR_LIKE" || !left(node) || !right(node))
        return {};
    const auto pattern = right(node)->string();
    if (!pattern || pattern->contains(u'\\'))
        return {};
    return Matching{left(node), *pattern};
}

} // namespace

Objections compareWithNull(const Inspection &in)
{
    Objections found;
    for (const auto &node : in.tree.nodes()) {
        const auto sign = operatorOf(node);
        if (!isComparison(sign) || !left(node) || !right(node) || around(node, u"CreateFunctionStmt"))
            continue;
        if (!left(node)->isNull() && !right(node)->isNull())
            continue;
        found.push_back(
            {in.tree.span(node), sign == u"<>" ? Inspection::tr("“<> NULL” is never true: use IS NOT NULL.")
                                 : sign == u"=" ? Inspection::tr("“= NULL” is never true: use IS NULL.")
                                                : Inspection::tr("A comparison with NULL is never true.")});
    }
    return found;
}

Objections caseNull(const Inspection &in)
{
    Objections found;
    for (const auto &node : in.tree.nodes()) {
        if (!node.is(u"CaseExpr") || !node.has(u"arg"))
            continue;
        for (const auto *when : node.list(u"args")) {
            if (const auto *value = when->child(u"expr"); value && value->isNull())
                found.push_back({in.tree.nameSpan(*value),
                                 Inspection::tr("WHEN NULL never matches: CASE compares with “=”.")});
        }
    }
    return found;
}

Objections nullInList(const Inspection &in)
{
    Objections found;
    for (const auto &node : in.tree.nodes()) {
        const auto kind = node.is(u"A_Expr") ? node.text(u"kind") : QString();
        const auto *list = kind.isEmpty() ? nullptr : right(node);
        if (!list || (kind != u"AEXPR_IN" && kind != u"AEXPR_OP_ANY" && kind != u"AEXPR_OP_ALL"))
            continue;
        const auto values = list->isNull()             ? std::vector{list}
                            : list->is(u"List")        ? list->list(u"items")
                            : list->is(u"A_ArrayExpr") ? list->list(u"elements")
                                                       : std::vector<const Node *>();
        const auto null =
            std::find_if(values.begin(), values.end(), [](const Node *each) { return each->isNull(); });
        if (null == values.end())
            continue;
        const bool never =
            list->isNull() || (node.names(u"name").constLast() == u"<>" && kind != u"AEXPR_OP_ANY");
        found.push_back({in.tree.nameSpan(**null),
                         never ? Inspection::tr("With NULL in the list this is never true.")
                               : Inspection::tr("NULL in the list matches nothing: add “OR … IS NULL”.")});
    }
    return found;
}

Objections notInNullable(const Inspection &in)
{
    Objections found;
    for (const auto &node : in.tree.nodes()) {
        const auto type = node.is(u"SubLink") ? node.text(u"subLinkType") : QString();
        const auto sign = node.names(u"operName");
        const bool notIn = type == u"ANY_SUBLINK" && sign.isEmpty() && isNegated(node);
        const bool notAll = type == u"ALL_SUBLINK" && sign == QStringList{u"<>"_s};
        const auto *select = notIn || notAll ? node.child(u"subselect") : nullptr;
        if (!select || select->has(u"larg"))
            continue;
        const auto &columns = in.names.output(*select).columns;
        if (columns.size() != 1 || columns.front().nulls != KnownColumn::Nulls::Possible)
            continue;
        const auto items = select->list(u"targetList");
        const auto meaning = columnOf(in, items.empty() ? nullptr : items.front()->child(u"val"));
        if (meaning.kind != Kind::Column || excludesNull(in, *select, *meaning.column))
            continue;
        found.push_back({in.tree.nameSpan(*items.front()),
                         Inspection::tr("“%1” can be NULL, and then NOT IN finds no row at all.")
                             .arg(meaning.column->name)});
    }
    return found;
}

Objections likeWithoutWildcard(const Inspection &in)
{
    Objections found;
    for (const auto &node : in.tree.nodes()) {
        const auto like = likeOf(node);
        if (!like || like->pattern.contains(u'%') || like->pattern.contains(u'_'))
            continue;
        found.push_back(
            {in.tree.nameSpan(*right(node)),
             Inspection::tr("Without % or _ this matches only exactly “%1”.").arg(like->pattern)});
    }
    return found;
}

Objections leadingWildcard(const Inspection &in)
{
    Objections found;
    for (const auto &node : in.tree.nodes()) {
        const auto like = likeOf(node);
        if (!like || !like->pattern.startsWith(u'%') || like->pattern == u"%")
            continue;
        const auto meaning = columnOf(in, like->column);
        if (meaning.kind != Kind::Column || rowsOf(meaning.column->relation).value_or(0) < manyRows)
            continue;
        const auto *column = meaning.column;
        const auto name = column->column->name;
        if (!beginsIndex(column->relation, name) || beginsIndex(column->relation, name, u"gin") ||
            beginsIndex(column->relation, name, u"gist"))
            continue;
        found.push_back(
            {in.tree.nameSpan(*right(node)),
             Inspection::tr("A pattern that begins with % cannot use the index on “%1”.").arg(name)});
    }
    return found;
}

Objections sameOnBothSides(const Inspection &in)
{
    Objections found;
    for (const auto &node : in.tree.nodes()) {
        if (!isComparison(operatorOf(node)) || !left(node) || !right(node) || !left(node)->is(u"ColumnRef") ||
            !right(node)->is(u"ColumnRef"))
            continue;
        if (left(node)->names(u"fields") == right(node)->names(u"fields"))
            found.push_back({in.tree.span(node),
                             Inspection::tr("“%1” is compared with itself.").arg(textOf(in, *left(node)))});
    }
    return found;
}

Objections betweenTimes(const Inspection &in)
{
    Objections found;
    for (const auto &node : in.tree.nodes()) {
        if (!node.is(u"A_Expr") || node.text(u"kind") != u"AEXPR_BETWEEN" || !right(node))
            continue;
        const auto bounds = right(node)->list(u"items");
        const auto last = bounds.size() == 2 ? plainDate(bounds[1]) : std::nullopt;
        if (!last || !typeOf(in, left(node)).startsWith(u"timestamp"))
            continue;
        found.push_back({in.tree.span(*bounds[1]),
                         Inspection::tr("This ends at midnight, when %1 begins: the day itself is left out.")
                             .arg(*last)});
    }
    return found;
}

namespace {

/// The column that a function, cast or extract of a condition hides, if that is all there is to it.
const Node *wrappedColumn(const Node &side)
{
    if (!side.isAny({u"FuncCall", u"TypeCast"}) || side.has(u"over"))
        return nullptr;
    const auto columns = columnsIn(side);
    return columns.size() == 1 ? columns.front() : nullptr;
}

/// Whether any index of the table has an expression: it may be just this one.
bool hasExpressionOn(const catalog::Table &table, const QString &column)
{
    return std::any_of(table.indexes.begin(), table.indexes.end(), [&](const catalog::Index &index) {
        return std::any_of(index.keys.begin(), index.keys.end(),
                           [&](const catalog::IndexKey &key) { return key.expression.contains(column); });
    });
}

} // namespace

Objections functionOnIndexed(const Inspection &in)
{
    Objections found;
    for (const auto &node : in.tree.nodes()) {
        for (const auto *each :
             conjuncts(node.is(u"SelectStmt") || node.is(u"UpdateStmt") || node.is(u"DeleteStmt")
                           ? node.child(u"whereClause")
                           : nullptr)) {
            if (!isComparison(operatorOf(*each)) || operatorOf(*each) == u"<>" || !left(*each) ||
                !right(*each) || !isConstant(*right(*each)))
                continue;
            const auto *wrapped = wrappedColumn(*left(*each));
            const auto meaning = columnOf(in, wrapped);
            if (meaning.kind != Kind::Column || !meaning.column->column ||
                rowsOf(meaning.column->relation).value_or(0) < manyRows)
                continue;
            const auto name = meaning.column->column->name;
            if (!beginsIndex(meaning.column->relation, name) ||
                hasExpressionOn(*meaning.column->relation->table, name))
                continue;
            found.push_back(
                {in.tree.span(*left(*each)), Inspection::tr("The index on “%1” does not serve “%2”.")
                                                 .arg(name, textOf(in, *left(*each)))});
        }
    }
    return found;
}

Objections localTimeNow(const Inspection &in)
{
    const auto isNow = [](const Node *each) {
        while (each && each->is(u"A_Expr"))
            each = left(*each);
        return each &&
               ((each->is(u"FuncCall") && each->names(u"funcname").constLast() == u"now") ||
                (each->is(u"SQLValueFunction") && each->text(u"op").startsWith(u"SVFOP_CURRENT_TIMESTAMP")));
    };
    Objections found;
    for (const auto &node : in.tree.nodes()) {
        if (!isComparison(operatorOf(node)))
            continue;
        for (const auto &[one, other] :
             {std::pair(left(node), right(node)), std::pair(right(node), left(node))}) {
            if (typeOf(in, one) == u"timestamp without time zone" && isNow(other))
                found.push_back(
                    {in.tree.span(*other),
                     Inspection::tr("“%1” has no time zone: what this compares with depends on the "
                                    "session's TimeZone.")
                         .arg(textOf(in, *one))});
        }
    }
    return found;
}

Objections integerDivision(const Inspection &in)
{
    const auto isWhole = [&](const Node *each) {
        const auto type = typeOf(in, each);
        return type == u"integer" || type == u"bigint" || type == u"smallint";
    };
    const auto isCount = [](const Node *each) {
        return each->is(u"FuncCall") && each->names(u"funcname") == QStringList{u"count"_s};
    };
    Objections found;
    for (const auto &node : in.tree.nodes()) {
        if (operatorOf(node) != u"/" || !isWhole(left(node)) || !isWhole(right(node)))
            continue;
        const auto top = left(node)->integer();
        const auto bottom = right(node)->integer();
        const bool numbers = top && bottom && *bottom != 0 && *top % *bottom != 0;
        const auto *cast =
            node.parent() && node.parent()->is(u"TypeCast") ? node.parent()->child(u"typeName") : nullptr;
        const auto target = cast ? builtInType(*cast) : QString();
        const bool cutFirst = target == u"numeric" || target == u"real" || target == u"double precision";
        if (numbers || cutFirst || isCount(right(node)) || (isCount(left(node)) && !bottom))
            found.push_back(
                {in.tree.span(node),
                 cutFirst ? Inspection::tr("The fraction is cut off before the cast: cast one of the sides.")
                          : Inspection::tr("Whole numbers are divided: the fraction is cut off.")});
    }
    return found;
}

} // namespace squall::sql
