#include "core/edit/viewsource.h"

#include "core/edit/deparsed.h"

#include <algorithm>
#include <functional>

namespace squall::edit {

using namespace Qt::StringLiterals;

namespace {

constexpr int viewDepth = 16;

/// Functions of the database's own that give one value, whatever their arguments.
bool isOwnScalar(const catalog::Snapshot &snapshot, const QString &schema, const QString &name)
{
    using Type = catalog::Function::Type;
    bool found = false;
    for (const auto &function : snapshot.functions) {
        if (function.schema != schema || function.name != name)
            continue;
        found = true;
        if (function.type != Type::Function || function.result.startsWith(u"SETOF ") ||
            function.result.startsWith(u"TABLE("))
            return false;
    }
    return found;
}

/// Whether an expression gives one value for each row: what might be an aggregate or make rows is not known
/// to.
bool isScalar(const catalog::Snapshot &snapshot, SqlTokens tokens)
{
    static const QStringList known{
        u"lower"_s,      u"upper"_s,     u"length"_s, u"round"_s, u"trunc"_s,  u"abs"_s,      u"ceil"_s,
        u"floor"_s,      u"concat"_s,    u"now"_s,    u"left"_s,  u"right"_s,  u"btrim"_s,    u"replace"_s,
        u"concat_ws"_s,  u"to_char"_s,   u"md5"_s,    u"age"_s,   u"format"_s, u"timezone"_s, u"initcap"_s,
        u"date_trunc"_s, u"date_part"_s, u"ltrim"_s,  u"rtrim"_s, u"power"_s,  u"sqrt"_s,     u"sign"_s};
    if (!tokens.empty() && tokens.front().isKeyword(u"SELECT"))
        return true;
    for (size_t i = 1; i < tokens.size(); ++i) {
        const auto &name = tokens[i - 1];
        if (!tokens[i].isSymbol(u"(") || !name.isName() || name.isUpperWord())
            continue;
        const auto before = i >= 2 ? tokens[i - 2] : SqlToken{};
        const bool own =
            before.isSymbol(u".") && i >= 3 && isOwnScalar(snapshot, tokens[i - 3].text, name.text);
        if (!before.isSymbol(u"::") && !own && (before.isSymbol(u".") || !known.contains(name.text)))
            return false;
    }
    return true;
}

std::optional<ObjectId> relationNamed(const catalog::Snapshot &snapshot, const catalog::QualifiedName &name)
{
    if (const auto *table = catalog::findTable(snapshot, name))
        return catalog::idOf(*table);
    if (const auto *view = catalog::findView(snapshot, name); view && !view->materialized)
        return catalog::idOf(*view);
    return std::nullopt;
}

/// Reads one definition.
class Reader
{
public:
    Reader(const catalog::Snapshot &snapshot, const catalog::View &view)
        : m_snapshot(snapshot)
        , m_view(view)
    {
    }

    std::optional<ViewSource> read()
    {
        const auto scanned = deparsedTokens(m_view.definition);
        const SqlTokens tokens = scanned;
        if (tokens.empty() || !tokens.front().isKeyword(u"SELECT"))
            return std::nullopt;
        for (const auto *word : {u"GROUP", u"HAVING", u"WINDOW", u"UNION", u"INTERSECT", u"EXCEPT", u"LIMIT",
                                 u"OFFSET", u"FETCH"}) {
            if (findOutside(tokens, word) < tokens.size())
                return std::nullopt;
        }
        const auto from = findOutside(tokens, u"FROM");
        const auto where = std::min(
            {findOutside(tokens, u"WHERE"), findOutside(tokens, u"ORDER"), findOutside(tokens, u"FOR")});
        if (from >= where || !readFrom(tokens.subspan(from + 1, where - from - 1)))
            return std::nullopt;
        if (const auto condition = findOutside(tokens, u"WHERE"); condition < tokens.size()) {
            const auto end = std::min(findOutside(tokens, u"ORDER"), findOutside(tokens, u"FOR"));
            readCondition(tokens.subspan(condition + 1, end - condition - 1));
        }
        if (!readTargets(tokens.subspan(1, from - 1)))
            return std::nullopt;
        return m_source;
    }

private:
    bool readFrom(SqlTokens tokens)
    {
        const auto items = splitList(tokens);
        return std::all_of(items.begin(), items.end(),
                           [this](SqlTokens item) { return readItem(item, false); });
    }

    /// One relation, or a join of two items.
    bool readItem(SqlTokens item, bool optional)
    {
        item = withoutParentheses(item);
        // Joins lean to the left: the last one is the outermost.
        size_t join = item.size();
        for (size_t next = findOutside(item, u"JOIN"); next < item.size();
             next += 1 + findOutside(item.subspan(next + 1), u"JOIN"))
            join = next;
        if (join == item.size())
            return readRelation(item, optional);
        const bool left = join > 0 && item[join - 1].isKeyword(u"LEFT");
        const bool cross = join > 0 && item[join - 1].isKeyword(u"CROSS");
        if (join > 0 && (item[join - 1].isKeyword(u"RIGHT") || item[join - 1].isKeyword(u"FULL") ||
                         item[join - 1].isKeyword(u"NATURAL")))
            return false;
        const auto right = item.subspan(join + 1);
        const auto on = findOutside(right, u"ON");
        if ((on == right.size() && !cross) ||
            !readItem(item.first(left || cross ? join - 1 : join), optional))
            return false;
        const auto boundary = static_cast<int>(m_source.relations.size());
        if (!readItem(right.first(on), optional || left))
            return false;
        if (on == right.size())
            return true;
        const auto known = static_cast<std::ptrdiff_t>(m_source.equalities.size());
        readCondition(right.subspan(on + 1));
        if (left)
            keepAcross(known, boundary);
        return true;
    }

    /// The condition of a left join says nothing about its left side alone.
    void keepAcross(std::ptrdiff_t first, int boundary)
    {
        auto &all = m_source.equalities;
        const auto isAcross = [&](const ViewSource::Equality &equality) {
            return equality.one.relation >= boundary || equality.other.relation >= boundary;
        };
        all.erase(std::remove_if(all.begin() + first, all.end(), std::not_fn(isAcross)), all.end());
    }

    bool readRelation(SqlTokens item, bool optional)
    {
        if (!item.empty() && item.front().isKeyword(u"ONLY"))
            return false;
        if (item.size() < 3 || item.size() > 4 || !item[0].isName() || !item[1].isSymbol(u".") ||
            !item[2].isName() || !item.back().isName())
            return false;
        const auto id = relationNamed(m_snapshot, {item[0].text, item[2].text});
        if (!id)
            return false;
        m_source.relations.push_back({.id = *id, .alias = item.back().text, .optional = optional});
        return true;
    }

    std::optional<ViewSource::Column> columnAt(SqlTokens tokens) const
    {
        const auto &relations = m_source.relations;
        if (tokens.size() == 1 && tokens[0].isName() && !tokens[0].isUpperWord() && relations.size() == 1)
            return ViewSource::Column{0, tokens[0].text};
        if (tokens.size() != 3 || !tokens[0].isName() || !tokens[1].isSymbol(u".") || !tokens[2].isName())
            return std::nullopt;
        for (size_t i = 0; i < relations.size(); ++i) {
            if (relations[i].alias == tokens[0].text)
                return ViewSource::Column{static_cast<int>(i), tokens[2].text};
        }
        return std::nullopt;
    }

    /// The equalities among what all has to be true.
    void readCondition(SqlTokens tokens)
    {
        tokens = withoutParentheses(tokens);
        if (findOutside(tokens, u"OR") < tokens.size())
            return;
        const auto conjunction = findOutside(tokens, u"AND");
        if (conjunction < tokens.size()) {
            // BETWEEN has an AND of its own; its halves are no equalities.
            readCondition(tokens.first(conjunction));
            readCondition(tokens.subspan(conjunction + 1));
            return;
        }
        const auto equals =
            std::find_if(tokens.begin(), tokens.end(), [](const auto &t) { return t.isSymbol(u"="); });
        const auto position = static_cast<size_t>(equals - tokens.begin());
        if (position >= tokens.size())
            return;
        const auto one = columnAt(tokens.first(position));
        const auto other = columnAt(tokens.subspan(position + 1));
        if (one && other)
            m_source.equalities.push_back({*one, *other});
    }

    bool readTargets(SqlTokens tokens)
    {
        const auto targets = splitList(tokens);
        if (targets.size() != m_view.columns.size() || findOutside(tokens, u"DISTINCT") == 0)
            return false;
        for (size_t i = 0; i < targets.size(); ++i) {
            const auto as = findOutside(targets[i], u"AS");
            const auto expression = withoutParentheses(targets[i].first(as));
            if (const auto column = columnAt(expression))
                m_source.columns.insert(m_view.columns[i].name, *column);
            else if (!isScalar(m_snapshot, expression))
                return false;
        }
        return true;
    }

    const catalog::Snapshot &m_snapshot;
    const catalog::View &m_view;
    ViewSource m_source;
};

std::optional<ColumnOrigin> originOf(const catalog::Snapshot &snapshot, const ObjectId &relation,
                                     const QString &column, int depth)
{
    const auto *view = catalog::findView(snapshot, {relation.schema, relation.name});
    if (!view)
        return ColumnOrigin{relation, column};
    const auto source = depth < viewDepth ? viewSource(snapshot, *view) : std::nullopt;
    if (!source || !source->columns.contains(column))
        return std::nullopt;
    const auto &shown = source->columns[column];
    return originOf(snapshot, source->relations[static_cast<size_t>(shown.relation)].id, shown.name,
                    depth + 1);
}

} // namespace

std::optional<ViewSource> viewSource(const catalog::Snapshot &snapshot, const catalog::View &view)
{
    return Reader(snapshot, view).read();
}

std::optional<ColumnOrigin> originOf(const catalog::Snapshot &snapshot, const ObjectId &relation,
                                     const QString &column)
{
    return originOf(snapshot, relation, column, 0);
}

} // namespace squall::edit
