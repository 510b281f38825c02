#include "core/sql/lint/inspection.h"

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

/// The constants of a select list by their place.
std::vector<std::optional<QString>> constantsOf(const Node &select)
{
    std::vector<std::optional<QString>> found;
    for (const auto *item : select.list(u"targetList")) {
        const auto *value = item->child(u"val");
        const auto text = value ? value->string() : std::nullopt;
        const auto number = value ? value->integer() : std::nullopt;
        found.push_back(text ? text : number ? std::optional(QString::number(*number)) : std::nullopt);
    }
    return found;
}

/// Whether the server makes an expression's value of nothing but what a GROUP BY lists.
bool isGrouped(const Inspection &in, const Node &select, const Node &expression)
{
    QStringList keys;
    for (const auto *key : select.list(u"groupClause"))
        keys << textOf(in, *key);
    const auto columns = columnsIn(expression);
    return !columns.empty() && std::all_of(columns.begin(), columns.end(), [&](const Node *each) {
        return each->is(u"ColumnRef") && keys.contains(textOf(in, *each));
    });
}

bool hasSubquery(const Node &expression)
{
    bool found = false;
    walk(expression, [&](const Node &each) {
        found = found || each.is(u"SubLink");
        return !found;
    });
    return found;
}

/// The first place in a statement that can be pointed at.
Span whole(const Inspection &in, const Node &statement, QStringView word)
{
    const auto *relation = statement.child(u"relation");
    return relation ? in.tree.wordBefore(*relation, word) : in.tree.span(statement);
}

} // namespace

Objections offsetWithoutOrder(const Inspection &in)
{
    Objections found;
    for (const auto &node : in.tree.nodes()) {
        const auto *offset = node.is(u"SelectStmt") ? node.child(u"limitOffset") : nullptr;
        if (offset && !node.has(u"sortClause") && offset->integer() != 0 &&
            (node.has(u"fromClause") || node.has(u"larg")))
            found.push_back({in.tree.wordBefore(*offset, u"offset"),
                             Inspection::tr("Without ORDER BY nobody knows which rows OFFSET leaves out.")});
    }
    return found;
}

Objections distinctOnWithoutOrder(const Inspection &in)
{
    Objections found;
    for (const auto &node : in.tree.nodes()) {
        const auto keys = node.is(u"SelectStmt") ? node.list(u"distinctClause") : std::vector<const Node *>();
        if (!keys.empty() && !node.has(u"sortClause"))
            found.push_back(
                {in.tree.wordBefore(*keys.front(), u"distinct"),
                 Inspection::tr("Without ORDER BY it is left to chance which row DISTINCT ON keeps.")});
    }
    return found;
}

/// An empty DISTINCT has one entry that is nothing, which the tree leaves out; then only the text tells.
Objections distinctWithGroup(const Inspection &in)
{
    Objections found;
    for (const auto &node : in.tree.nodes()) {
        const auto items = node.is(u"SelectStmt") ? node.list(u"targetList") : std::vector<const Node *>();
        if (items.empty() || !node.has(u"groupClause") || node.has(u"distinctClause"))
            continue;
        const auto word = in.tree.wordBefore(*items.front(), u"distinct");
        const auto gap = in.tree.text().mid(word.end(), in.tree.span(*items.front()).start - word.end());
        if (word.in(in.tree.text()).compare(u"distinct", Qt::CaseInsensitive) != 0 ||
            !gap.trimmed().isEmpty())
            continue;
        QStringList outputs;
        for (const auto *item : items) {
            if (const auto *value = item->child(u"val"))
                outputs << textOf(in, *value);
        }
        const auto keys = node.list(u"groupClause");
        if (std::all_of(keys.begin(), keys.end(), [&](const Node *key) {
                return key->is(u"ColumnRef") && outputs.contains(textOf(in, *key));
            }))
            found.push_back(
                {word, Inspection::tr("GROUP BY gives each of these rows once: DISTINCT does nothing.")});
    }
    return found;
}

Objections havingWithoutAggregate(const Inspection &in)
{
    Objections found;
    for (const auto &node : in.tree.nodes()) {
        const auto *having =
            node.is(u"SelectStmt") && node.has(u"groupClause") ? node.child(u"havingClause") : nullptr;
        for (const auto *each : conjuncts(having)) {
            if (!mayAggregate(in, *each) && !hasSubquery(*each) && isGrouped(in, node, *each))
                found.push_back(
                    {in.tree.span(*each),
                     Inspection::tr(
                         "This needs no groups: in WHERE it keeps rows from being grouped at all.")});
        }
    }
    return found;
}

Objections unionOfDifferent(const Inspection &in)
{
    Objections found;
    for (const auto &node : in.tree.nodes()) {
        if (!node.is(u"SelectStmt") || node.text(u"op") != u"SETOP_UNION" || node.flag(u"all"))
            continue;
        const auto *left = node.child(u"larg");
        const auto *right = node.child(u"rarg");
        if (!left || !right || !left->has(u"fromClause") || !right->has(u"fromClause"))
            continue;
        const auto one = constantsOf(*left);
        const auto other = constantsOf(*right);
        for (size_t i = 0; i < one.size() && i < other.size(); ++i) {
            if (one[i] && other[i] && *one[i] != *other[i]) {
                found.push_back(
                    {in.tree.wordBefore(*right->list(u"targetList").front(), u"union"),
                     Inspection::tr("No row of one side equals one of the other: UNION ALL need not compare "
                                    "them.")});
                break;
            }
        }
    }
    return found;
}

Objections insertSelectStar(const Inspection &in)
{
    Objections found;
    for (const auto &node : in.tree.nodes()) {
        const auto *select = node.is(u"InsertStmt") ? node.child(u"selectStmt") : nullptr;
        if (!select || select->has(u"larg"))
            continue;
        for (const auto *item : select->list(u"targetList")) {
            const auto *value = item->child(u"val");
            if (value && value->is(u"ColumnRef") && value->names(u"fields").constLast() == u"*")
                found.push_back({in.tree.nameSpan(*value),
                                 Inspection::tr("Columns go by their order here: name them on both sides.")});
        }
    }
    return found;
}

Objections updateWithoutWhere(const Inspection &in)
{
    Objections found;
    for (const auto &node : in.tree.nodes()) {
        if (node.is(u"UpdateStmt") && !node.has(u"whereClause") && !node.has(u"fromClause") &&
            node.has(u"relation"))
            found.push_back(
                {whole(in, node, u"update"), Inspection::tr("Without WHERE every row of “%1” changes.")
                                                 .arg(node.child(u"relation")->text(u"relname"))});
    }
    return found;
}

Objections deleteWithoutWhere(const Inspection &in)
{
    Objections found;
    for (const auto &node : in.tree.nodes()) {
        if (node.is(u"DeleteStmt") && !node.has(u"whereClause") && !node.has(u"usingClause") &&
            node.has(u"relation"))
            found.push_back(
                {whole(in, node, u"delete"), Inspection::tr("Without WHERE every row of “%1” is deleted.")
                                                 .arg(node.child(u"relation")->text(u"relname"))});
    }
    return found;
}

} // namespace squall::sql
