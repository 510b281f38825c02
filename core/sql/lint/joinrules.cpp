#include "core/sql/lint/inspection.h"

#include <QHash>

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

using Kind = NameMeaning::Kind;

/// Which sources of one level an expression speaks of; nothing when a name in it is not certain.
std::optional<QSet<const KnownSource *>> sourcesIn(const Inspection &in, const Node &expression,
                                                   const NameLevel &level)
{
    QSet<const KnownSource *> found;
    bool sure = true;
    walk(expression, [&](const Node &each) {
        if (!each.is(u"ColumnRef"))
            return true;
        const auto path = each.names(u"fields");
        const auto meaning = in.names.meaning(each);
        if (meaning.source && meaning.level == &level) {
            found.insert(meaning.source);
        } else if (!meaning.level && path.size() > 1) {
            const auto named =
                std::find_if(level.sources.begin(), level.sources.end(),
                             [&](const auto &source) { return source.name == path[path.size() - 2]; });
            if (named != level.sources.end())
                found.insert(&*named);
            else
                sure = false;
        } else if (!meaning.source) {
            sure = false;
        }
        return true;
    });
    return sure ? std::optional(found) : std::nullopt;
}

/// Sources in groups that conditions tie together.
class Ties
{
public:
    void tie(const KnownSource *one, const KnownSource *other) { m_group[root(one)] = root(other); }
    bool areTied(const KnownSource *one, const KnownSource *other) { return root(one) == root(other); }

private:
    const KnownSource *root(const KnownSource *source)
    {
        while (m_group.contains(source) && m_group[source] != source)
            source = m_group[source];
        return source;
    }

    QHash<const KnownSource *, const KnownSource *> m_group;
};

const KnownSource *sourceOf(const NameLevel &level, const Node &item)
{
    const auto found = std::find_if(level.sources.begin(), level.sources.end(),
                                    [&](const KnownSource &each) { return each.node == &item; });
    return found == level.sources.end() ? nullptr : &*found;
}

/// The sources in an item of FROM.
std::vector<const KnownSource *> under(const NameLevel &level, const Node &item)
{
    if (const auto *own = sourceOf(level, item))
        return {own};
    std::vector<const KnownSource *> found;
    for (const auto *slot : {u"larg", u"rarg", u"relation"}) {
        if (const auto *part = item.child(slot)) {
            const auto more = under(level, *part);
            found.insert(found.end(), more.begin(), more.end());
        }
    }
    return found;
}

/// Whether it has no more than one row by its nature, so that joining it with everything is fine.
bool isOneRow(const Inspection &in, const KnownSource &source)
{
    if (!source.query || !source.query->is(u"SelectStmt"))
        return false;
    const auto &select = *source.query;
    if (!select.has(u"fromClause") && !select.has(u"larg") && !select.has(u"valuesLists"))
        return true;
    const auto *limit = select.child(u"limitCount");
    if (limit && limit->integer() == 1)
        return true;
    const auto items = select.list(u"targetList");
    return !select.has(u"groupClause") &&
           std::any_of(items.begin(), items.end(), [&](const Node *each) { return mayAggregate(in, *each); });
}

/// Whether conditions on it alone may leave one row: it is compared with a value by `=`.
bool isPicked(const Inspection &in, const NameLevel &level, const KnownSource &source)
{
    const auto all = conjuncts(level.statement->child(u"whereClause"));
    return std::any_of(all.begin(), all.end(), [&](const Node *each) {
        if (operatorOf(*each) != u"=")
            return false;
        const auto spoken = sourcesIn(in, *each, level);
        if (!spoken || *spoken != QSet{&source})
            return false;
        const auto columns = columnsIn(*each);
        const auto meaning = columnOf(in, columns.empty() ? nullptr : columns.front());
        if (meaning.kind != Kind::Column || !source.relation || !source.relation->table)
            return true;
        const auto &indexes = source.relation->table->indexes;
        return std::any_of(indexes.begin(), indexes.end(), [&](const catalog::Index &index) {
            return index.unique && !index.keys.empty() && index.keys.front().column == meaning.column->name;
        });
    });
}

void tieByConditions(const Inspection &in, const NameLevel &level, const Node *condition, Ties &ties,
                     bool &sure)
{
    for (const auto *each : conjuncts(condition)) {
        const auto spoken = sourcesIn(in, *each, level);
        sure = sure && spoken;
        if (!spoken)
            continue;
        for (const auto *source : *spoken)
            ties.tie(source, *spoken->begin());
    }
}

/// All joins ties their sides: what they leave out is another rule's.
void tieByJoins(const NameLevel &level, const Node &item, Ties &ties)
{
    const auto parts = under(level, item);
    for (const auto *each : parts)
        ties.tie(each, parts.front());
}

std::vector<const Node *> itemsOf(const NameLevel &level)
{
    std::vector<const Node *> items;
    for (const auto *slot : {u"relation", u"fromClause", u"usingClause"}) {
        for (const auto *item : level.statement->list(slot))
            items.push_back(item);
    }
    return items;
}

} // namespace

Objections crossJoin(const Inspection &in)
{
    Objections found;
    for (const auto &level : in.names.levels()) {
        const auto items = level.statement->is(u"InsertStmt") ? std::vector<const Node *>() : itemsOf(level);
        if (items.size() < 2)
            continue;
        Ties ties;
        bool sure = true;
        tieByConditions(in, level, level.statement->child(u"whereClause"), ties, sure);
        for (const auto *item : items)
            tieByJoins(level, *item, ties);
        const auto first = under(level, *items.front());
        for (size_t i = 1; i < items.size() && sure && !first.empty(); ++i) {
            const auto parts = under(level, *items[i]);
            const bool fine =
                parts.empty() || std::any_of(parts.begin(), parts.end(), [&](const KnownSource *each) {
                    return each->dependent || isOneRow(in, *each) || isPicked(in, level, *each);
                });
            // An update's own table has to be tied to each of the others, directly or not.
            const bool tied =
                fine ||
                std::any_of(
                    items.begin(), items.begin() + static_cast<std::ptrdiff_t>(i), [&](const Node *before) {
                        const auto other = under(level, *before);
                        return !other.empty() &&
                               (other.front()->dependent || ties.areTied(other.front(), parts.front()) ||
                                isOneRow(in, *other.front()) || isPicked(in, level, *other.front()));
                    });
            const bool laterTied =
                tied || std::any_of(items.begin() + static_cast<std::ptrdiff_t>(i) + 1, items.end(),
                                    [&](const Node *after) {
                                        const auto other = under(level, *after);
                                        return !other.empty() && ties.areTied(other.front(), parts.front());
                                    });
            if (!laterTied)
                found.push_back(
                    {in.tree.nameSpan(*parts.front()->node),
                     Inspection::tr("Nothing links “%1” with the rest: every row meets every other.")
                         .arg(parts.front()->name)});
        }
    }
    return found;
}

Objections joinLinksNothing(const Inspection &in)
{
    Objections found;
    for (const auto &level : in.names.levels()) {
        for (const auto *top : level.statement->list(u"fromClause")) {
            walk(*top, [&](const Node &join) {
                if (!join.is(u"JoinExpr"))
                    return !join.is(u"RangeSubselect");
                const auto *condition = join.child(u"quals");
                const auto *right = join.child(u"rarg");
                if (!condition || !right || columnsIn(*condition).empty() || join.has(u"alias"))
                    return true;
                const auto spoken = sourcesIn(in, *condition, level);
                const auto joined = under(level, *right);
                const auto onRight = [&](const KnownSource *each) {
                    return std::find(joined.begin(), joined.end(), each) != joined.end();
                };
                if (!spoken || joined.empty() || joined.front()->dependent)
                    return true;
                const auto count = std::count_if(spoken->begin(), spoken->end(), onRight);
                if (count > 0 && count < spoken->size())
                    return true;
                // An inner join may be linked by WHERE as well.
                Ties ties;
                bool sure = true;
                tieByConditions(in, level, level.statement->child(u"whereClause"), ties, sure);
                const bool elsewhere =
                    std::any_of(level.sources.begin(), level.sources.end(), [&](const auto &each) {
                        return !onRight(&each) && ties.areTied(&each, joined.front());
                    });
                if (sure && !elsewhere && !isOneRow(in, *joined.front()))
                    found.push_back(
                        {in.tree.span(*condition),
                         Inspection::tr("This condition does not link “%1” with what it is joined to.")
                             .arg(joined.front()->name)});
                return true;
            });
        }
    }
    return found;
}

Objections outerJoinUndone(const Inspection &in)
{
    Objections found;
    for (const auto &level : in.names.levels()) {
        for (const auto *each : conjuncts(level.statement->child(u"whereClause"))) {
            const bool like = each->is(u"A_Expr") && each->text(u"kind") == u"AEXPR_LIKE";
            const bool list = each->is(u"A_Expr") && each->text(u"kind") == u"AEXPR_IN";
            if (!isComparison(operatorOf(*each)) && !like && !list)
                continue;
            const auto meaning = columnOf(in, each->child(u"lexpr"));
            if (meaning.kind != Kind::Column || meaning.level != &level || !meaning.source->optional ||
                level.merged.contains(meaning.column->name) || level.natural)
                continue;
            const auto *other = each->child(u"rexpr");
            if (!other || other->isNull())
                continue;
            found.push_back(
                {in.tree.span(*each->child(u"lexpr")),
                 Inspection::tr(
                     "Where “%1” has no row this is not true: the outer join becomes an inner one.")
                     .arg(meaning.source->name)});
        }
    }
    return found;
}

Objections countOfOuterJoin(const Inspection &in)
{
    Objections found;
    for (const auto &level : in.names.levels()) {
        const auto &select = *level.statement;
        if (!select.is(u"SelectStmt") || !select.has(u"groupClause") || level.sources.size() != 2 ||
            !level.sources[1].optional || level.sources[0].optional)
            continue;
        const auto keys = select.list(u"groupClause");
        const bool byFirst = std::all_of(keys.begin(), keys.end(), [&](const Node *key) {
            const auto meaning = columnOf(in, key);
            return meaning.kind == Kind::Column && meaning.source == &level.sources[0];
        });
        if (!byFirst)
            continue;
        for (const auto *item : select.list(u"targetList")) {
            const auto *call = item->child(u"val");
            if (call && call->is(u"FuncCall") && call->flag(u"agg_star") && !call->has(u"agg_filter") &&
                !call->has(u"over"))
                found.push_back(
                    {in.tree.span(*call),
                     Inspection::tr("count(*) is 1 where “%1” has no row: count one of its columns.")
                         .arg(level.sources[1].name)});
        }
    }
    return found;
}

} // namespace squall::sql
