#include "core/sql/lint/lint.h"

#include "core/sql/lint/inspection.h"

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

using enum Mark::Severity;

struct Rule
{
    const char *id;
    Mark::Severity severity;
    Objections (*objections)(const Inspection &in);
    const char *explanation;
};

const Rule rules[] = {
    {"unknown-relation", Error, unknownRelation,
     QT_TRANSLATE_NOOP(
         "squall::sql::Lint",
         "The schema that was read last has no such table or view. If it was made since, read it again.")},
    {"unknown-column", Error, unknownColumn,
     QT_TRANSLATE_NOOP("squall::sql::Lint", "None of the tables that can be named here has such a column.")},
    {"unknown-function", Error, unknownFunction,
     QT_TRANSLATE_NOOP("squall::sql::Lint", "No function, aggregate or window function has this name.")},
    {"ambiguous-column", Error, ambiguousColumn,
     QT_TRANSLATE_NOOP(
         "squall::sql::Lint",
         "More than one table here has such a column. Put the table's name or alias and a dot before it.")},
    {"outer-column", Warning, outerColumn,
     QT_TRANSLATE_NOOP(
         "squall::sql::Lint",
         "A name that a subquery's tables do not have is looked up outside. The condition is then true for "
         "every row as long as the subquery finds any: a DELETE with it deletes everything.")},
    {"compare-with-null", Warning, compareWithNull,
     QT_TRANSLATE_NOOP(
         "squall::sql::Lint",
         "A comparison with NULL gives NULL, which counts as not true. IS NULL, IS NOT NULL and IS DISTINCT "
         "FROM ask what is meant.")},
    {"case-null", Warning, caseNull,
     QT_TRANSLATE_NOOP(
         "squall::sql::Lint",
         "CASE x WHEN y compares with “=”, and nothing equals NULL. Write CASE WHEN x IS NULL THEN ….")},
    {"null-in-list", Warning, nullInList,
     QT_TRANSLATE_NOOP(
         "squall::sql::Lint",
         "Nothing equals NULL: IN never finds it, and NOT IN is never true where the list has one.")},
    {"not-in-nullable", Warning, notInNullable,
     QT_TRANSLATE_NOOP(
         "squall::sql::Lint",
         "As soon as the subquery gives one NULL, NOT IN is true for no row. Use NOT EXISTS, or add IS NOT "
         "NULL to the subquery.")},
    {"like-without-wildcard", Hint, likeWithoutWildcard,
     QT_TRANSLATE_NOOP(
         "squall::sql::Lint",
         "LIKE compares the whole value. If that is meant, “=” says so and can use every index; if not, put "
         "% around the text.")},
    {"leading-wildcard", Hint, leadingWildcard,
     QT_TRANSLATE_NOOP(
         "squall::sql::Lint",
         "An ordinary index knows how values begin. For text anywhere in a value make an index with pg_trgm: "
         "USING gin (column gin_trgm_ops).")},
    {"same-on-both-sides", Warning, sameOnBothSides,
     QT_TRANSLATE_NOOP(
         "squall::sql::Lint",
         "This says nothing but that the value is not NULL, or never holds. Most likely one side belongs to "
         "another table.")},
    {"between-times", Warning, betweenTimes,
     QT_TRANSLATE_NOOP(
         "squall::sql::Lint",
         "A date without a time is its first moment. For whole days write “>= first day AND < day after the "
         "last”.")},
    {"function-on-indexed", Hint, functionOnIndexed,
     QT_TRANSLATE_NOOP(
         "squall::sql::Lint",
         "An index on a column serves conditions on the column itself. Compare it with a range instead, or "
         "make an index on the expression.")},
    {"local-time-now", Warning, localTimeNow,
     QT_TRANSLATE_NOOP(
         "squall::sql::Lint",
         "now() is a moment. To be compared with a timestamp without time zone it becomes the clock time of "
         "the session's TimeZone. Say which one: now() AT TIME ZONE 'UTC'.")},
    {"integer-division", Warning, integerDivision,
     QT_TRANSLATE_NOOP(
         "squall::sql::Lint",
         "Division of whole numbers gives a whole number. Cast one side, or multiply by 1.0 or 100.0 "
         "first.")},
    {"cross-join", Warning, crossJoin,
     QT_TRANSLATE_NOOP(
         "squall::sql::Lint",
         "Tables with a comma between them are multiplied with each other unless WHERE links them. "
         "If that is "
         "meant, CROSS JOIN says so.")},
    {"join-links-nothing", Warning, joinLinksNothing,
     QT_TRANSLATE_NOOP(
         "squall::sql::Lint",
         "The condition of a join names columns of only one side, so every row of the other meets each of "
         "them. Most likely an alias is the wrong one.")},
    {"outer-join-undone", Warning, outerJoinUndone,
     QT_TRANSLATE_NOOP(
         "squall::sql::Lint",
         "WHERE comes after the join, and a row without a partner has NULL there. Put the condition into ON, "
         "or write JOIN.")},
    {"count-outer-join", Warning, countOfOuterJoin,
     QT_TRANSLATE_NOOP(
         "squall::sql::Lint",
         "A row without a partner is a row as well, and count(*) counts it. count(column) counts what is not "
         "NULL.")},
    {"offset-without-order", Warning, offsetWithoutOrder,
     QT_TRANSLATE_NOOP(
         "squall::sql::Lint",
         "The server gives rows in whatever order is quickest, another one each time. Pages overlap "
         "and leave "
         "out rows until ORDER BY fixes it.")},
    {"distinct-on-without-order", Warning, distinctOnWithoutOrder,
     QT_TRANSLATE_NOOP(
         "squall::sql::Lint",
         "DISTINCT ON keeps the first row of each group. ORDER BY the same columns first, then by what "
         "decides.")},
    {"distinct-with-group", Hint, distinctWithGroup,
     QT_TRANSLATE_NOOP(
         "squall::sql::Lint",
         "Groups differ from each other already. DISTINCT only makes the server sort or hash once more.")},
    {"having-without-aggregate", Hint, havingWithoutAggregate,
     QT_TRANSLATE_NOOP(
         "squall::sql::Lint",
         "HAVING is for conditions on aggregates. What concerns a row alone belongs into WHERE, before the "
         "work of grouping.")},
    {"union-of-different", Hint, unionOfDifferent,
     QT_TRANSLATE_NOOP(
         "squall::sql::Lint",
         "UNION looks for duplicates among all rows. The two sides differ by a constant, so only duplicates "
         "within one side could go.")},
    {"insert-select-star", Warning, insertSelectStar,
     QT_TRANSLATE_NOOP(
         "squall::sql::Lint",
         "The star gives the columns in the order in which they were made, and one more as soon as one is "
         "added. Values then land in the wrong column without an error.")},
    {"update-without-where", Warning, updateWithoutWhere,
     QT_TRANSLATE_NOOP("squall::sql::Lint", "If all rows are meant, WHERE true says so and silences this.")},
    {"delete-without-where", Warning, deleteWithoutWhere,
     QT_TRANSLATE_NOOP(
         "squall::sql::Lint",
         "If all rows are meant, TRUNCATE is quicker, or WHERE true says so and silences this.")},
    {"truncate-cascade", Warning, truncateCascade,
     QT_TRANSLATE_NOOP(
         "squall::sql::Lint",
         "CASCADE empties every table with a foreign key to these, whatever its rows refer to.")},
    {"drop-cascade", Warning, dropCascade,
     QT_TRANSLATE_NOOP(
         "squall::sql::Lint",
         "CASCADE drops views, foreign keys and whatever else depends on it. Without it the server "
         "lists them "
         "first.")},
    {"rewrites-table", Warning, rewritesTable,
     QT_TRANSLATE_NOOP(
         "squall::sql::Lint",
         "The table is locked against everything until every row is written, and its indexes with it. Add an "
         "empty column, fill it in batches, then switch.")},
    {"index-blocks-writes", Warning, indexBlocksWrites,
     QT_TRANSLATE_NOOP(
         "squall::sql::Lint",
         "CREATE INDEX keeps writers waiting until it is done. CONCURRENTLY takes longer and lets them work; "
         "it cannot run inside a transaction.")},
    {"blank-padded", Hint, blankPadded,
     QT_TRANSLATE_NOOP(
         "squall::sql::Lint",
         "char(n) stores blanks up to n characters, and comparisons and casts treat them in ways that "
         "surprise. It saves nothing.")},
};

QString translated(const char *sentence)
{
    return Inspection::tr(sentence);
}

bool setsSearchPath(const SyntaxTree &tree)
{
    return std::any_of(tree.nodes().begin(), tree.nodes().end(), [](const Node &node) {
        return node.is(u"VariableSetStmt") && node.text(u"name") == u"search_path";
    });
}

} // namespace

Marks lint(QStringView statement, const CompletionCatalog *catalog, const QSet<QString> &made)
{
    const auto tree = SyntaxTree::read(statement);
    if (!tree || setsSearchPath(*tree))
        return {};
    const Names names(*tree, catalog, made);
    const Inspection in{*tree, names, catalog};
    Marks found;
    for (const auto &rule : rules) {
        for (auto &objection : rule.objections(in)) {
            if (objection.span.length > 0)
                found.push_back({objection.span, rule.severity, objection.message,
                                 translated(rule.explanation), QString::fromLatin1(rule.id)});
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Mark &one, const Mark &other) { return one.span.start < other.span.start; });
    return found;
}

std::vector<LintRule> lintRules()
{
    std::vector<LintRule> all;
    for (const auto &rule : rules)
        all.push_back({QString::fromLatin1(rule.id), rule.severity, translated(rule.explanation)});
    return all;
}

QSet<QString> relationsMadeBy(QStringView statement)
{
    QSet<QString> found;
    const auto tree = SyntaxTree::read(statement);
    if (!tree)
        return found;
    for (const auto &node : tree->nodes()) {
        if (node.isAny({u"CreateStmt", u"CreateForeignTableStmt"}) && node.has(u"relation"))
            found.insert(node.child(u"relation")->text(u"relname"));
        else if (node.is(u"IntoClause") && node.has(u"rel"))
            found.insert(node.child(u"rel")->text(u"relname"));
        else if (node.is(u"ViewStmt") && node.has(u"view"))
            found.insert(node.child(u"view")->text(u"relname"));
        else if (node.is(u"RenameStmt"))
            found.insert(node.text(u"newname"));
        else if (node.is(u"AlterTableStmt") && node.has(u"relation"))
            // Its columns are no longer those that were read.
            found.insert(node.child(u"relation")->text(u"relname"));
    }
    return found;
}

} // namespace squall::sql
