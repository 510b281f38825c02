#include "core/sql/lint/inspection.h"

#include <QRegularExpression>

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

const QString wholeNumbers[] = {u"smallint"_s, u"integer"_s, u"bigint"_s};

bool isWhole(const QString &type)
{
    return std::find(std::begin(wholeNumbers), std::end(wholeNumbers), type) != std::end(wholeNumbers);
}

void addConjuncts(std::vector<const Node *> &found, const Node *condition)
{
    if (!condition)
        return;
    if (condition->is(u"BoolExpr") && condition->text(u"boolop") == u"AND_EXPR") {
        for (const auto *each : condition->list(u"args"))
            addConjuncts(found, each);
    } else {
        found.push_back(condition);
    }
}

} // namespace

std::vector<const Node *> conjuncts(const Node *condition)
{
    std::vector<const Node *> found;
    addConjuncts(found, condition);
    return found;
}

QString operatorOf(const Node &expression)
{
    if (!expression.is(u"A_Expr") || expression.text(u"kind") != u"AEXPR_OP")
        return {};
    const auto names = expression.names(u"name");
    return names.isEmpty() ? QString() : names.back();
}

bool isComparison(const QString &sign)
{
    return QStringList{u"="_s, u"<>"_s, u"<"_s, u">"_s, u"<="_s, u">="_s}.contains(sign);
}

NameMeaning columnOf(const Inspection &in, const Node *expression)
{
    return expression && expression->is(u"ColumnRef") ? in.names.meaning(*expression) : NameMeaning();
}

QString typeOf(const Inspection &in, const Node *expression)
{
    if (!expression)
        return {};
    if (expression->is(u"ColumnRef")) {
        const auto meaning = in.names.meaning(*expression);
        return meaning.kind == NameMeaning::Kind::Column ? meaning.column->type : QString();
    }
    if (expression->integer())
        return u"integer"_s;
    if (expression->is(u"TypeCast") && expression->has(u"typeName"))
        return builtInType(*expression->child(u"typeName"));
    if (expression->is(u"FuncCall") && expression->names(u"funcname") == QStringList{u"count"_s})
        return u"bigint"_s;
    if (QStringView(u"+-*/").contains(operatorOf(*expression)) && !operatorOf(*expression).isEmpty()) {
        const auto left = typeOf(in, expression->child(u"lexpr"));
        const auto right = typeOf(in, expression->child(u"rexpr"));
        return isWhole(left) && isWhole(right) ? (left == right ? left : u"bigint"_s) : QString();
    }
    return {};
}

std::optional<QString> plainDate(const Node *expression)
{
    static const QRegularExpression form(u"^\\d{4}-\\d{1,2}-\\d{1,2}$"_s);
    if (!expression)
        return {};
    if (expression->is(u"TypeCast") && expression->has(u"typeName"))
        return plainDate(expression->child(u"arg"));
    const auto text = expression->string();
    return text && form.match(*text).hasMatch() ? text : std::nullopt;
}

bool mayAggregate(const Inspection &in, const Node &expression)
{
    bool found = false;
    walk(expression, [&](const Node &each) {
        if (each.is(u"SelectStmt"))
            return false;
        if (each.is(u"GroupingFunc"))
            found = true;
        if (!each.is(u"FuncCall"))
            return !found;
        const auto name = each.names(u"funcname").constLast();
        static const QSet<QString> plain{u"lower"_s,  u"upper"_s,     u"length"_s,     u"now"_s,
                                         u"abs"_s,    u"round"_s,     u"date_trunc"_s, u"coalesce"_s,
                                         u"btrim"_s,  u"extract"_s,   u"date_part"_s,  u"to_char"_s,
                                         u"substr"_s, u"substring"_s, u"concat"_s,     u"left"_s};
        const auto known = in.catalog ? in.catalog->routines(name) : std::span<const Routine>();
        const bool called = std::none_of(known.begin(), known.end(), [](const Routine &routine) {
            return routine.type != Routine::Type::Function || !routine.system;
        });
        found = found || !(plain.contains(name) || (called && !known.empty()));
        return !found;
    });
    return found;
}

bool isConstant(const Node &expression)
{
    bool constant = true;
    walk(expression, [&](const Node &each) {
        constant = constant && !each.isAny({u"ColumnRef", u"SelectStmt", u"FuncCall"});
        return constant;
    });
    return constant;
}

std::vector<const Node *> columnsIn(const Node &expression)
{
    std::vector<const Node *> found;
    walk(expression, [&](const Node &each) {
        if (each.is(u"ColumnRef"))
            found.push_back(&each);
        return !each.is(u"SelectStmt");
    });
    return found;
}

const Node *around(const Node &node, QStringView type)
{
    for (const auto *each = node.parent(); each; each = each->parent()) {
        if (each->is(type))
            return each;
    }
    return nullptr;
}

QString textOf(const Inspection &in, const Node &node)
{
    return in.tree.span(node).in(in.tree.text()).toString().simplified();
}

std::optional<qint64> rowsOf(const Relation *relation)
{
    if (!relation || !relation->table || relation->table->size->rows < 0)
        return {};
    return relation->table->size->rows;
}

bool beginsIndex(const Relation *relation, const QString &column, QStringView method)
{
    if (!relation || !relation->table)
        return false;
    const auto &indexes = relation->table->indexes;
    return std::any_of(indexes.begin(), indexes.end(), [&](const catalog::Index &each) {
        return each.valid && each.predicate.isEmpty() && each.method == method && !each.keys.empty() &&
               each.keys.front().column == column;
    });
}

} // namespace squall::sql
