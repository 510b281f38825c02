#include "core/sql/complete/utility.h"

#include "core/base/quote.h"
#include "core/sql/complete/completer_p.h"
#include "core/sql/complete/grammar.h"
#include "core/sql/complete/statements.h"

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

using Type = Suggestion::Type;

constexpr int nameWeight = 60;

/// Offers what statements name.
class Names
{
public:
    Names(const Outline &outline, const CompletionCatalog &catalog, Offers &offers)
        : m_outline(outline)
        , m_catalog(catalog)
        , m_offers(offers)
        , m_completer(outline, m_syntax, catalog, offers)
        , m_qualifier(Completer::qualifierBefore(outline, outline.cursor()))
    {
    }

    void offer(const Expected &expected)
    {
        using Offer = void (Names::*)(const Expected &);
        static const QHash<QString, Offer> known = {
            {u"table"_s, &Names::relations},       {u"relation"_s, &Names::relations},
            {u"view"_s, &Names::relations},        {u"materialized"_s, &Names::relations},
            {u"column"_s, &Names::columns},        {u"columnpath"_s, &Names::columnPath},
            {u"expression"_s, &Names::expression}, {u"type"_s, &Names::types},
            {u"usertype"_s, &Names::userTypes},    {u"rowtype"_s, &Names::rowTypes},
            {u"label"_s, &Names::labels},          {u"constraint"_s, &Names::parts},
            {u"trigger"_s, &Names::parts},         {u"policy"_s, &Names::parts},
            {u"index"_s, &Names::parts},           {u"sequence"_s, &Names::sequences},
            {u"schema"_s, &Names::schemas},        {u"role"_s, &Names::roles},
            {u"setting"_s, &Names::settings},      {u"extension"_s, &Names::extensions},
            {u"function"_s, &Names::routines},     {u"procedure"_s, &Names::routines},
            {u"signature"_s, &Names::routines},    {u"triggerfunction"_s, &Names::routines},
            {u"query"_s, &Names::query},
        };
        if (const auto found = known.value(expected.what))
            (this->*found)(expected);
    }

private:
    void name(const QString &schema, const QString &name, Type type, const QString &note = {})
    {
        if (!m_qualifier.isEmpty() && schema != m_qualifier.back())
            return;
        const bool plain =
            !m_qualifier.isEmpty() || schema.isEmpty() || m_catalog.searchPath().contains(schema);
        m_offers.add(name, nameWeight, {type, plain ? quote(name) : quote(schema, name), note});
    }

    void relations(const Expected &expected)
    {
        for (const auto &relation : m_catalog.relations()) {
            const auto kind = relation.id.kind;
            const bool table = kind == Kind::Table || kind == Kind::ForeignTable;
            const bool view = kind == Kind::View || kind == Kind::MaterializedView;
            const bool wanted = expected.what == u"relation" || (expected.what == u"table" && table) ||
                                (expected.what == u"view" && view && kind == Kind::View) ||
                                (expected.what == u"materialized" && kind == Kind::MaterializedView);
            const bool shown = relation.system
                                   ? !m_qualifier.isEmpty() && m_qualifier.back() == relation.id.schema
                                   : m_qualifier.isEmpty() || m_qualifier.back() == relation.id.schema;
            if (wanted && shown)
                m_offers.add(relation.id.name, nameWeight - (relation.text.contains(u'.') ? 5 : 0),
                             {Type::Table, m_qualifier.isEmpty() ? relation.text : quote(relation.id.name),
                              relation.id.schema});
        }
        schemaPrefixes();
    }

    /// A schema, as far as it is only the beginning of a name.
    void schemaPrefixes()
    {
        if (!m_qualifier.isEmpty())
            return;
        for (const auto &schema : m_catalog.schemas())
            m_offers.add(schema, nameWeight - 30, {Type::Schema, quote(schema)});
    }

    void columns(const Expected &expected)
    {
        const auto *relation = m_catalog.relation(expected.about);
        const auto written = columnsWritten(expected.start);
        if (const auto *type = relation ? nullptr : m_catalog.compositeOf(expected.about.join(u'.'))) {
            for (const auto &attribute : type->attributes)
                name({}, attribute.name, Type::Column, attribute.type);
        }
        for (const auto &column : relation ? *relation->columns : std::vector<catalog::Column>()) {
            if (!written.contains(column.name))
                name({}, column.name, Type::Column, column.type);
        }
        if (expected.about.isEmpty()) {
            for (const auto &column : columnsDefined())
                name({}, column, Type::Column);
        }
    }

    /// What the list around the cursor has already.
    QStringList columnsWritten(size_t start) const
    {
        QStringList names;
        const auto level = m_outline.level(start);
        for (auto i = level; level > 0 && i < m_outline.at(level - 1).end; ++i) {
            if (m_outline.isName(i))
                names << m_outline.at(i).word;
        }
        return names;
    }

    /// The columns of the table that this statement creates.
    QStringList columnsDefined() const
    {
        QStringList names;
        size_t open = 0;
        while (open < m_outline.size() && !m_outline.is(open, u"("))
            ++open;
        if (open >= m_outline.size())
            return names;
        for (auto i = open + 1; i < m_outline.at(open).end; i = m_outline.after(i)) {
            if ((i == open + 1 || m_outline.follows(i, u",")) && m_outline.isName(i))
                names << m_outline.at(i).word;
        }
        return names;
    }

    void columnPath(const Expected &expected)
    {
        const auto *relation = m_qualifier.isEmpty() ? nullptr : m_catalog.relation(m_qualifier);
        if (!relation)
            return relations({.what = u"relation"_s, .start = expected.start});
        for (const auto &column : *relation->columns)
            m_offers.add(column.name, nameWeight, {Type::Column, quote(column.name), column.type});
    }

    /// An expression about one relation, as if it stood in a WHERE.
    void expression(const Expected &expected)
    {
        Syntax syntax;
        auto &query = syntax.queries.emplace_back();
        auto &operand = syntax.operands.emplace_back();
        operand.query = &query;
        query.operands.push_back(&operand);
        if (!expected.about.isEmpty())
            operand.sources.push_back({.path = expected.about});
        syntax.place = {.wanted = Place::Wanted::Expression,
                        .query = &query,
                        .operand = &operand,
                        .clause = Clause::Set,
                        .range = {expected.start, m_outline.cursor()}};
        Completer(m_outline, syntax, m_catalog, m_offers).offer();
        if (expected.about.isEmpty()) {
            for (const auto &column : columnsDefined())
                name({}, column, Type::Column);
        }
    }

    void types(const Expected &) { m_completer.offerTypes(m_qualifier); }

    void userTypes(const Expected &)
    {
        for (const auto &type : m_catalog.types()) {
            if (type.id.kind != Kind::BaseType)
                name(type.id.schema, type.id.name, Type::DataType, type.note);
        }
        schemaPrefixes();
    }

    void rowTypes(const Expected &expected)
    {
        relations({.what = u"relation"_s, .start = expected.start});
        m_completer.offerTypes(m_qualifier);
    }

    /// Labels of the enum named last.
    void labels(const Expected &expected)
    {
        QStringList path;
        for (size_t i = 2; i < expected.start && path.isEmpty(); ++i) {
            const auto *type = m_catalog.enumOf(m_outline.text(2, i + 1).toString());
            if (!type)
                continue;
            path << type->name;
            for (const auto &label : type->labels)
                m_offers.add(label, nameWeight, {Type::Value, quoteLiteral(label), type->name});
        }
    }

    /// What belongs to tables: to the one named before or after it, or else to any.
    void parts(const Expected &expected)
    {
        auto about = expected.about;
        for (auto i = expected.start; i < m_outline.size() && about.isEmpty(); ++i) {
            if (m_outline.is(i, u"on") && m_outline.isName(i + 1))
                about = {m_outline.at(i + 1).word};
        }
        const auto *only = m_catalog.relation(about);
        const auto each = [&](const auto &list, const QString &schema, const QString &note) {
            for (const auto &part : list)
                name(schema, part.name, Type::Name, note);
        };
        for (const auto &relation : m_catalog.relations()) {
            if (!relation.table || (only && only != &relation))
                continue;
            const auto &table = *relation.table;
            if (expected.what == u"constraint")
                each(table.constraints, {}, table.name);
            else if (expected.what == u"trigger")
                each(table.triggers, {}, table.name);
            else if (expected.what == u"policy")
                each(table.policies, {}, table.name);
            else
                each(table.indexes, table.schema, table.name);
        }
        const auto views = only ? std::vector<catalog::View>() : m_catalog.snapshot().views;
        for (const auto &view : views) {
            if (expected.what == u"index")
                each(view.indexes, view.schema, view.name);
        }
    }

    void sequences(const Expected &)
    {
        for (const auto &sequence : m_catalog.snapshot().sequences)
            name(sequence.schema, sequence.name, Type::Name);
        schemaPrefixes();
    }

    void schemas(const Expected &)
    {
        for (const auto &schema : m_catalog.schemas())
            m_offers.add(schema, nameWeight, {Type::Schema, quote(schema)});
    }

    void roles(const Expected &)
    {
        for (const auto &role : m_catalog.snapshot().roles)
            m_offers.add(role.name, nameWeight, {Type::Name, quote(role.name)});
        m_offers.keywords({u"current_user", u"session_user"}, 30);
    }

    void settings(const Expected &)
    {
        for (const auto &setting : m_catalog.settings())
            m_offers.add(setting, nameWeight, {Type::Name, setting});
    }

    void extensions(const Expected &)
    {
        for (const auto &extension : m_catalog.snapshot().extensions)
            m_offers.add(extension.name, nameWeight, {Type::Name, quote(extension.name), extension.version});
    }

    void routines(const Expected &expected)
    {
        for (const auto &routine : m_catalog.routines()) {
            const bool procedure = routine.type == Routine::Type::Procedure;
            const bool trigger = expected.what == u"triggerfunction";
            const bool wanted = expected.what == u"procedure" ? procedure : !trigger || !routine.called;
            const bool inSchema = m_qualifier.isEmpty() || routine.id.schema == m_qualifier.back();
            if (routine.system || !wanted || !inSchema)
                continue;
            const auto text = m_qualifier.isEmpty() ? routine.text : quote(routine.name);
            const bool named = expected.what == u"signature" || expected.what == u"function";
            const auto identity = routine.id.name.mid(routine.name.size());
            m_offers.add(routine.name, nameWeight,
                         {Type::Function, text + (named ? identity : u"()"_s), routine.arguments,
                          procedure && !named && !routine.arguments.isEmpty() ? 1 : 0});
        }
        schemaPrefixes();
    }

    void query(const Expected &) { m_offers.keywords({u"select", u"with", u"values", u"table"}, nameWeight); }

    const Outline &m_outline;
    const CompletionCatalog &m_catalog;
    Offers &m_offers;
    Syntax m_syntax;
    Completer m_completer;
    QStringList m_qualifier;
};

bool beginsQuery(const Outline &outline, size_t at)
{
    return outline.isAny(
        at, {u"select", u"with", u"values", u"insert", u"update", u"delete", u"merge", u"table"});
}

} // namespace

void offerUtility(const Outline &outline, const CompletionCatalog &catalog, Offers &offers)
{
    static const Grammar grammar(QStringView(utilityStatements, std::size(utilityStatements) - 1));
    Names names(outline, catalog, offers);
    for (int weight = 55; const auto &expected : grammar.expectedAt(outline, outline.cursor())) {
        if (!expected.what.isEmpty())
            names.offer(expected);
        else if (expected.word.front().isLetter())
            offers.keyword(expected.word, weight--);
    }
}

std::pair<size_t, size_t> embeddedQuery(const Outline &outline)
{
    const auto cursor = outline.cursor();
    for (size_t i = 1; i < cursor; ++i) {
        if (outline.opensQuery(i) && cursor > i + 1 && cursor <= outline.at(i).end)
            return {i + 1, outline.at(i).end};
    }
    for (size_t i = 1; i < cursor; i = outline.after(i)) {
        const bool body = outline.isAnyBefore(i, {u"as", u"atomic", u"do", u"instead", u"also"}) ||
                          (outline.follows(i, u"for") && outline.is(0, u"declare"));
        if (body && beginsQuery(outline, i) && i + 1 <= cursor)
            return {i, outline.size()};
    }
    return {0, 0};
}

} // namespace squall::sql
