#include "core/sql/complete/completer_p.h"

#include "core/base/quote.h"

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

constexpr int joinWeight = 110;
constexpr int commonTableWeight = 90;
constexpr int relationWeight = 60;
constexpr int mostJoins = 150;

/// The first letters of the words in a name.
QString initials(const QString &name)
{
    QString letters;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const bool begins = name[i].isLetter() && (i == 0 || !name[i - 1].isLetterOrNumber() ||
                                                   (name[i].isUpper() && name[i - 1].isLower()));
        if (begins)
            letters += name[i].toLower();
    }
    return letters;
}

/// The relations that a source's columns come from, in the order in which they are met.
std::vector<const Relation *> originsOf(const ScopeSource &source)
{
    std::vector<const Relation *> origins;
    for (const auto &column : source.columns) {
        if (column.relation && std::find(origins.begin(), origins.end(), column.relation) == origins.end())
            origins.push_back(column.relation);
    }
    return origins;
}

} // namespace

/// A short name that nothing else in this query has and that needs no quotes.
QString Completer::newAlias(const QString &name) const
{
    QStringList taken;
    for (const auto *operand = m_place.operand; operand; operand = operand->query->outer) {
        for (const auto &source : operand->sources)
            taken << source.alias << source.path.value(source.path.size() - 1);
    }
    const auto letters = initials(name);
    const auto base = letters.isEmpty() ? u"t"_s : letters;
    auto alias = base;
    for (int number = 2; taken.contains(alias) || quote(alias) != alias; ++number)
        alias = base + QString::number(number);
    return alias;
}

/// Whether this query gives its sources short names, as far as it has any.
bool Completer::usesAliases() const
{
    const auto &sources = m_place.operand->sources;
    return sources.empty() || std::any_of(sources.begin(), sources.end(),
                                          [](const Source &source) { return !source.alias.isEmpty(); });
}

void Completer::offerRelations(const QStringList &qualifier, int weight, bool writable)
{
    for (const auto &relation : m_catalog.relations()) {
        const auto &id = relation.id;
        if (!qualifier.isEmpty() ? id.schema != qualifier.back()
                                 : relation.system && m_offers.written().size() < 2)
            continue;
        if (!m_offers.fits(id.name) || (writable && id.kind == Kind::MaterializedView))
            continue;
        const bool partition = relation.table && relation.table->isPartition();
        const int less = (relation.system ? 45 : 0) + (partition ? 15 : 0) +
                         (relation.table || relation.system ? 0 : 2) +
                         (relation.text.contains(u'.') && qualifier.isEmpty() ? 5 : 0);
        m_offers.add(id.name, weight - less,
                     {Type::Table, qualifier.isEmpty() ? relation.text : quote(id.name), id.schema});
    }
    if (!qualifier.isEmpty())
        return;
    for (const auto &schema : m_catalog.schemas())
        m_offers.add(schema, weight - 30, {Type::Schema, quote(schema)});
}

/// What FROM can read.
void Completer::offerSources(const QStringList &qualifier)
{
    if (qualifier.isEmpty()) {
        for (const auto *table : m_scope.tables(m_place.query)) {
            if (!table->range.touches(m_outline.cursor()) || m_place.query->outerQuery == nullptr ||
                m_place.query->outerQuery->recursive)
                m_offers.add(table->name, commonTableWeight, {Type::Table, quote(table->name), u"with"_s});
        }
    }
    offerRelations(qualifier, relationWeight);
    for (const auto &routine : m_catalog.routines()) {
        const bool inSchema = qualifier.isEmpty() || routine.id.schema == qualifier.back();
        if (!routine.returnsRows || !inSchema || !m_offers.fits(routine.name))
            continue;
        m_offers.add(routine.name, routine.system ? 15 : 40,
                     {Type::Function, (qualifier.isEmpty() ? routine.text : quote(routine.name)) + u"()"_s,
                      routine.arguments + u" → "_s + routine.result, 1});
    }
    if (qualifier.isEmpty() && m_outline.follows(m_at, u"("))
        m_offers.keywords({u"select", u"with", u"values"}, 70);
    if (qualifier.isEmpty())
        m_offers.keywords({u"lateral ()", u"only", u"(select )", u"rows from ()"}, 20);
}

/// The condition by which a foreign key ties two sources; `forward`: it is the left one's.
QString Completer::condition(const Link &link, bool forward, const ScopeSource &left,
                             const ScopeSource &right) const
{
    const auto side = [](const ScopeSource &source, const Relation *relation, const QString &name) {
        const auto found =
            std::find_if(source.columns.begin(), source.columns.end(), [&](const auto &column) {
                return column.relation == relation && column.column && column.column->name == name;
            });
        return found == source.columns.end() ? QString() : quote(source.name) + u'.' + quote(found->name);
    };
    QStringList parts;
    for (qsizetype i = 0; i < link.columns.size(); ++i) {
        const auto from = side(forward ? left : right, link.from, link.columns[i]);
        const auto to = side(forward ? right : left, link.to, link.referencedColumns.value(i));
        if (from.isEmpty() || to.isEmpty())
            return {};
        parts << (forward ? from + u" = "_s + to : to + u" = "_s + from);
    }
    return parts.join(u' ' + m_offers.cased(u"and") + u' ');
}

/// The conditions under which two sources belong together by their foreign keys.
QStringList Completer::conditions(const ScopeSource &left, const ScopeSource &right) const
{
    const auto others = originsOf(right);
    QStringList all;
    QStringList backward;
    for (const auto *relation : originsOf(left)) {
        for (const auto &link : m_catalog.links(*relation)) {
            const auto fits = [&](const Relation *other) {
                return std::find(others.begin(), others.end(), other) != others.end();
            };
            if (link.from == relation && fits(link.to))
                all << condition(link, true, left, right);
            if (link.to == relation && fits(link.from))
                backward << condition(link, false, left, right);
        }
    }
    all += backward;
    all.removeAll(QString());
    all.removeDuplicates();
    return all;
}

/// Tables that a foreign key ties to what is already there, with the condition.
void Completer::offerJoins()
{
    if (m_place.named || m_outline.is(m_outline.cursor(), u"on"))
        return;
    const auto &sources = m_scope.sources(*m_place.operand);
    for (auto left = sources.rbegin(); left != sources.rend(); ++left) {
        for (const auto *relation : originsOf(*left)) {
            for (const auto &link : m_catalog.links(*relation)) {
                // To what is referenced there is one row, so that is what is joined most.
                if (link.from == relation)
                    offerJoin(link, true, *left, joinWeight);
                if (link.to == relation)
                    offerJoin(link, false, *left, joinWeight - 5);
            }
        }
    }
}

void Completer::offerJoin(const Link &link, bool forward, const ScopeSource &left, int weight)
{
    const auto *other = forward ? link.to : link.from;
    const auto &name = other->id.name;
    if (left.name.isEmpty() || (other->table && other->table->isPartition()) || !m_offers.fits(name))
        return;
    // Half a schema may refer to one table: what nobody uses is offered once more letters tell which.
    if (++m_joins > mostJoins && m_offers.rank(name) == 0)
        return;
    const bool taken = std::any_of(
        m_place.operand->sources.begin(), m_place.operand->sources.end(),
        [&](const Source &source) { return !source.path.isEmpty() && source.path.back() == name; });
    ScopeSource right{.name = usesAliases() || taken ? newAlias(name) : name, .relation = other};
    for (const auto &column : *other->columns)
        right.columns.push_back({column.name, column.type, &column, other});
    const auto joining = condition(link, forward, left, right);
    const auto written = right.name == name ? other->text : other->text + u' ' + right.name;
    if (!joining.isEmpty())
        m_offers.add(name, taken ? weight - 10 : weight,
                     {Type::Join, written + u' ' + m_offers.cased(u"on") + u' ' + joining, other->id.schema});
}

/// What could join a source with those before it.
void Completer::offerConditions(int weight)
{
    if (!m_place.operand)
        return;
    const auto &sources = m_scope.sources(*m_place.operand);
    if (m_place.source >= sources.size())
        return;
    const auto &right = sources[m_place.source];
    for (size_t i = m_place.source; i-- > 0;) {
        const auto &left = sources[i];
        auto found = conditions(left, right);
        if (found.isEmpty())
            found = sameNames(left, right);
        for (const auto &condition : found)
            m_offers.add(condition, weight - static_cast<int>(m_place.source - i), {Type::Join, condition});
    }
}

/// Without a foreign key: `user_id` and the `id` of users, or columns of one name.
QStringList Completer::sameNames(const ScopeSource &left, const ScopeSource &right) const
{
    QStringList found;
    const auto refersTo = [&](const ScopeSource &one, const ScopeSource &other) {
        const auto table = other.relation ? other.relation->id.name : other.name;
        for (const auto &column : one.columns) {
            if (!column.name.endsWith(u"_id"_s) || !other.find(u"id"_s))
                continue;
            const auto stem = column.name.chopped(3);
            if (table == stem || table == stem + u's' || table == stem + u"es"_s ||
                (stem.endsWith(u'y') && table == stem.chopped(1) + u"ies"_s))
                return column.name;
        }
        return QString();
    };
    const auto side = [](const ScopeSource &source, const QString &column) {
        return quote(source.name) + u'.' + quote(column);
    };
    if (const auto column = refersTo(left, right); !column.isEmpty())
        found << side(left, column) + u" = "_s + side(right, u"id"_s);
    if (const auto column = refersTo(right, left); !column.isEmpty())
        found << side(left, u"id"_s) + u" = "_s + side(right, column);
    for (const auto &column : left.columns) {
        if (column.name.endsWith(u"_id"_s) && right.find(column.name))
            found << side(left, column.name) + u" = "_s + side(right, column.name);
    }
    if (found.isEmpty() && left.find(u"id"_s) && right.find(u"id"_s) && (!left.relation || !right.relation))
        found << side(left, u"id"_s) + u" = "_s + side(right, u"id"_s);
    return found;
}

void Completer::offerAfterRelation()
{
    const auto &source = m_place.operand->sources[m_place.source];
    const auto &resolved = m_scope.sources(*m_place.operand)[m_place.source];
    const bool bare = !source.natural && !source.cross;
    if (source.joined && bare && !m_place.conditioned) {
        m_offers.keywords({u"on", u"using ()"}, 100);
        for (size_t i = m_place.source; i-- > 0;) {
            const auto &left = m_scope.sources(*m_place.operand)[i];
            for (const auto &condition : conditions(left, resolved))
                m_offers.add(u"on "_s + condition, 110,
                             {Type::Join, m_offers.cased(u"on") + u' ' + condition});
        }
    }
    if (!m_place.named) {
        const auto alias = source.path.isEmpty() ? u"t"_s : newAlias(source.path.back());
        m_offers.add(alias, 85, {Type::Alias, alias});
        m_offers.keywords({u"as"}, 50);
    }
    m_offers.keywords({u"join", u"left join"}, 75);
    offerFollowing(Clause::From, 73);
    m_offers.keywords({u"inner join", u"right join", u"full join", u"cross join", u"cross join lateral ()",
                       u"left join lateral ()", u"natural join", u"tablesample"},
                      40);
}

void Completer::offerUsing()
{
    const auto &sources = m_scope.sources(*m_place.operand);
    const auto &right = sources[m_place.source];
    for (size_t i = m_place.source; i-- > 0;) {
        for (const auto &column : right.columns) {
            if (!sources[i].find(column.name) || right.source->usingColumns.contains(column.name))
                continue;
            const bool key = column.name.endsWith(u"id"_s);
            m_offers.add(column.name, key ? 80 : 60, {Type::Column, quote(column.name), column.type});
        }
    }
}

} // namespace squall::sql
