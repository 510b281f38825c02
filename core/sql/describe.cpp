#include "core/sql/describe.h"

#include "core/base/quote.h"
#include "core/sql/complete/around.h"
#include "core/sql/complete/body.h"
#include "core/sql/scope/parse.h"
#include "core/sql/scope/scope.h"

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

using Suggested = Suggestion::Type;

bool isNameToken(const Token &token)
{
    return token.type == Token::Type::Word || token.type == Token::Type::QuotedIdentifier;
}

QString definitionOf(const Relation &relation, const catalog::Snapshot &snapshot)
{
    const auto *view = catalog::findView(snapshot, {relation.id.schema, relation.id.name});
    return view && !relation.system ? view->definition : QString();
}

/// Finds what one name means.
class Describer
{
public:
    /// `first`: the piece where the name with its qualifiers begins; `part`: which of its parts is asked
    /// about.
    Describer(const Outline &outline, const CompletionCatalog &catalog, size_t first, size_t part)
        : m_outline(outline)
        , m_catalog(catalog)
        , m_syntax(parseQuery(outline, queryAround(outline, first)))
        , m_scope(outline, m_syntax, catalog)
        , m_first(first)
    {
        for (size_t i = 0; i <= part; ++i)
            m_path << outline.at(first + 2 * i).word;
        m_last = first + 2 * part;
        m_whole = !outline.is(m_last + 1, u".");
    }

    std::optional<Description> describe()
    {
        using Wanted = Place::Wanted;
        const auto &place = m_syntax.place;
        if (m_outline.is(m_last + 1, u"(") && place.wanted != Wanted::Target)
            if (auto found = routine())
                return found;
        switch (place.wanted) {
        case Wanted::Relation:
        case Wanted::Joined:
        case Wanted::Target: return readFrom();
        case Wanted::AfterRelation:
            return place.operand ? alias(place.operand->sources[place.source]) : std::nullopt;
        case Wanted::SetColumn:
        case Wanted::InsertColumn:
        case Wanted::UsingColumn:
        case Wanted::ConflictTarget:
        case Wanted::Expression: return inExpression();
        default: return anything();
        }
    }

private:
    static Range queryAround(const Outline &outline, size_t at)
    {
        size_t first = 0;
        for (size_t i = 0; i < at && !beginsQuery(outline, first); ++i) {
            if (beginsQuery(outline, i + 1))
                first = i + 1;
        }
        return {first, outline.size()};
    }

    static bool beginsQuery(const Outline &outline, size_t at)
    {
        return outline.isAny(at,
                             {u"select", u"with", u"values", u"insert", u"update", u"delete", u"merge"}) ||
               outline.opensQuery(at);
    }

    Description answer(Suggested kind, QString name) const
    {
        const auto &token = m_outline.at(m_last).token;
        return {.start = token.start, .length = token.length, .kind = kind, .name = std::move(name)};
    }

    Description about(const Relation &relation) const
    {
        auto found = answer(Suggested::Table, relation.text);
        found.comment = relation.comment;
        found.definition = definitionOf(relation, m_catalog.snapshot());
        if (!relation.system)
            found.object = relation.id;
        return found;
    }

    Description about(const ScopeColumn &column) const
    {
        auto found = answer(Suggested::Column, column.name);
        found.type = column.type;
        if (column.column && column.relation) {
            found.comment = column.column->comment;
            found.definition = column.column->defaultSql.value_or(QString());
            if (!column.relation->system)
                found.object = catalog::partOf(column.relation->id, Kind::Column, column.column->name);
        }
        return found;
    }

    Description about(const CommonTable &table) const
    {
        auto found = answer(Suggested::Table, table.name);
        if (table.query)
            found.definition = m_outline.text(table.query->range.first, table.query->range.last).toString();
        found.declared = m_outline.at(table.range.first).token.start;
        return found;
    }

    std::optional<Description> schema() const
    {
        if (m_path.size() != 1 || !m_catalog.schemas().contains(m_path.front()))
            return {};
        auto found = answer(Suggested::Schema, m_path.front());
        found.object = ObjectId{Kind::Schema, {}, m_path.front()};
        return found;
    }

    std::optional<Description> readFrom()
    {
        if (!m_whole)
            return schema();
        if (m_path.size() == 1) {
            for (const auto *table : m_scope.tables(m_syntax.place.query)) {
                if (table->name == m_path.front())
                    return about(*table);
            }
        }
        if (const auto *relation = m_catalog.relation(m_path))
            return about(*relation);
        return {};
    }

    std::optional<Description> alias(const Source &source)
    {
        if (source.alias != m_path.back() && (source.path.isEmpty() || source.path.back() != m_path.back()))
            return {};
        auto found = answer(Suggested::Alias, m_path.back());
        if (const auto *relation = m_catalog.relation(source.path)) {
            found = about(*relation);
            found.kind = Suggested::Alias;
            found.name = m_path.back();
            found.type = relation->text;
        }
        found.declared = m_outline.at(source.range.first).token.start;
        return found;
    }

    std::optional<Description> inExpression()
    {
        const auto &place = m_syntax.place;
        if (!place.operand)
            return anything();
        const auto visible = m_scope.visibleAt(*place.operand, place.visible);
        if (m_outline.follows(m_first, u"::"))
            return type();
        const auto *column = m_whole ? m_scope.find(m_path, visible) : nullptr;
        if (column)
            return about(*column);
        const auto source = std::find_if(visible.begin(), visible.end(),
                                         [&](const auto &each) { return each.name == m_path.back(); });
        if (source != visible.end() && source->source && m_path.size() == 1)
            return alias(*source->source);
        return anything();
    }

    std::optional<Description> type() const
    {
        const auto text = m_path.size() > 1 ? quote(m_path.front(), m_path.back()) : quote(m_path.back());
        const auto &types = m_catalog.types();
        const auto known = std::find_if(types.begin(), types.end(), [&](const DataType &each) {
            return each.text == text || quote(each.id.schema, each.id.name) == text;
        });
        if (known == types.end())
            return {};
        auto found = answer(Suggested::DataType, known->text);
        found.definition = known->note;
        if (known->id.kind != Kind::BaseType)
            found.object = known->id;
        return found;
    }

    std::optional<Description> routine()
    {
        const Routine *known = nullptr;
        QStringList signatures;
        for (const auto &each : m_catalog.routines(m_path.back())) {
            if (m_path.size() > 1 && each.id.schema != m_path.front())
                continue;
            known = known ? known : &each;
            signatures << each.name + u'(' + each.arguments + u") → "_s + each.result;
        }
        if (!known)
            return {};
        auto found = answer(Suggested::Function, known->text);
        // Which of several is called shows in what it is given.
        const auto &place = m_syntax.place;
        const auto visible =
            place.operand ? m_scope.visibleAt(*place.operand, place.visible) : std::vector<ScopeSource>();
        const bool called = m_outline.is(m_last + 1, u"(");
        const auto result =
            called ? m_scope.typeOf({m_first, m_outline.after(m_last + 1)}, visible) : QString();
        found.type = result.isEmpty() ? known->result : result;
        found.comment = known->comment;
        found.definition = signatures.join(u'\n');
        if (!known->system)
            found.object = known->id;
        return found;
    }

    /// Where the place says nothing about what stands there.
    std::optional<Description> anything()
    {
        if (!m_whole)
            return schema();
        if (const auto *relation = m_catalog.relation(m_path))
            return about(*relation);
        if (const auto *relation =
                m_path.size() > 1 ? m_catalog.relation(m_path.mid(0, m_path.size() - 1)) : nullptr) {
            if (const auto *column = catalog::findColumn(*relation->columns, m_path.back()))
                return about(ScopeColumn{column->name, column->type, column, relation});
        }
        if (auto found = type())
            return found;
        const bool keyword = m_path.size() == 1 && needsQuotes(m_path.front());
        return keyword ? std::nullopt : routine();
    }

    const Outline &m_outline;
    const CompletionCatalog &m_catalog;
    Syntax m_syntax;
    Scope m_scope;
    size_t m_first;
    size_t m_last = 0;
    bool m_whole = true; ///< nothing comes behind the part that is asked about
    QStringList m_path;
};

std::optional<Description> describe(QStringView text, const std::vector<Token> &tokens, qsizetype position,
                                    const CompletionCatalog &catalog)
{
    const auto touches = [&](const Token &token) {
        return token.start <= position && position <= token.end();
    };
    const auto token = std::find_if(tokens.begin(), tokens.end(),
                                    [&](const Token &each) { return isNameToken(each) && touches(each); });
    if (token == tokens.end()) {
        const auto string = std::find_if(tokens.begin(), tokens.end(), [&](const Token &each) {
            return each.type == Token::Type::String && touches(each) && each.in(text).startsWith(u'$');
        });
        if (string == tokens.end())
            return {};
        const auto body = bodyOf(*string, text);
        const auto script = asQueries(body.text);
        auto inner = tokensAround(script, position - body.start);
        dropControl(inner, script, position - body.start);
        auto found = describe(script, inner, position - body.start, catalog);
        if (found) {
            found->start += body.start;
            found->declared += found->declared < 0 ? 0 : body.start;
        }
        return found;
    }
    const Outline whole(text, tokens, token->start);
    auto first = whole.cursor();
    size_t part = 0;
    while (first >= 2 && whole.is(first - 1, u".") && isNameToken(whole.at(first - 2).token)) {
        first -= 2;
        ++part;
    }
    const Outline outline(text, tokens, whole.at(first).token.start);
    return Describer(outline, catalog, first, part).describe();
}

} // namespace

std::optional<Description> describeAt(QStringView text, qsizetype position, const CompletionCatalog &catalog)
{
    return describe(text, tokensAround(text, position), position, catalog);
}

} // namespace squall::sql
