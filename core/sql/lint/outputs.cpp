#include "core/sql/lint/names.h"

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

struct BuiltIn
{
    QStringView parsed; ///< as the parser names it
    QStringView text;   ///< as format_type does
};

constexpr BuiltIn builtIns[] = {
    {u"int2", u"smallint"},
    {u"int4", u"integer"},
    {u"int8", u"bigint"},
    {u"float4", u"real"},
    {u"float8", u"double precision"},
    {u"numeric", u"numeric"},
    {u"bool", u"boolean"},
    {u"text", u"text"},
    {u"varchar", u"character varying"},
    {u"bpchar", u"character"},
    {u"date", u"date"},
    {u"timestamp", u"timestamp without time zone"},
    {u"timestamptz", u"timestamp with time zone"},
    {u"uuid", u"uuid"},
    {u"json", u"json"},
    {u"jsonb", u"jsonb"},
    {u"bytea", u"bytea"},
    {u"interval", u"interval"},
};

/// The name that the server gives an output without one; nothing where this does not know.
std::optional<QString> givenName(const Node &value)
{
    if (value.is(u"ColumnRef"))
        return value.names(u"fields").constLast();
    if (value.is(u"FuncCall"))
        return value.names(u"funcname").constLast();
    if (value.is(u"TypeCast")) {
        const auto *argument = value.child(u"arg");
        const auto inner = argument ? givenName(*argument) : std::nullopt;
        if (inner && *inner != u"?column?")
            return inner;
        const auto *type = value.child(u"typeName");
        return type ? std::optional(type->names(u"names").constLast()) : std::nullopt;
    }
    if (value.is(u"CoalesceExpr"))
        return u"coalesce"_s;
    if (value.is(u"A_ArrayExpr"))
        return u"array"_s;
    if (value.isAny({u"A_Const", u"BoolExpr", u"NullTest", u"ParamRef", u"BooleanTest"}) ||
        (value.is(u"A_Expr") && value.text(u"kind") != u"AEXPR_NULLIF"))
        return u"?column?"_s;
    return {};
}

} // namespace

QString builtInType(const Node &typeName)
{
    const auto names = typeName.names(u"names");
    if (names.isEmpty() || typeName.has(u"arrayBounds") || (names.size() > 1 && names[0] != u"pg_catalog"))
        return {};
    const auto found = std::find_if(std::begin(builtIns), std::end(builtIns),
                                    [&](const BuiltIn &each) { return each.parsed == names.back(); });
    return found == std::end(builtIns) ? QString() : found->text.toString();
}

KnownColumns Names::outputs(const std::vector<const Node *> &items, const NameLevel &level) const
{
    KnownColumns found{.complete = true};
    for (const auto *item : items)
        addOutput(found, *item, level);
    return found;
}

void Names::addOutput(KnownColumns &found, const Node &item, const NameLevel &level) const
{
    const auto *value = item.child(u"val");
    if (!value) {
        found.complete = false;
        return;
    }
    const auto name = item.text(u"name");
    if (value->is(u"ColumnRef")) {
        const auto path = value->names(u"fields");
        if (path.constLast() == u"*")
            return addStar(found, path, level);
        const auto meaning = this->meaning(*value);
        KnownColumn column{.name = path.constLast()};
        if (meaning.kind == NameMeaning::Kind::Column) {
            column = *meaning.column;
            if (meaning.source->optional)
                column.nulls = KnownColumn::Nulls::Possible;
            // FULL and RIGHT joins make their common columns from both sides.
            if (meaning.level->natural || meaning.level->merged.contains(column.name))
                column.nulls = KnownColumn::Nulls::Unknown;
        }
        column.name = name.isEmpty() ? path.constLast() : name;
        found.columns.push_back(column);
        return;
    }
    KnownColumn column{.name = name};
    if (value->is(u"FuncCall") && value->names(u"funcname") == QStringList{u"count"_s}) {
        column.type = u"bigint"_s;
        column.nulls = KnownColumn::Nulls::Never;
    } else if (value->is(u"TypeCast") && value->has(u"typeName")) {
        column.type = builtInType(*value->child(u"typeName"));
    }
    if (name.isEmpty()) {
        const auto given = givenName(*value);
        column.name = given.value_or(QString());
        found.complete = found.complete && given;
    }
    found.columns.push_back(column);
}

void Names::addStar(KnownColumns &found, const QStringList &path, const NameLevel &level) const
{
    const bool all = path.size() == 1;
    // Which columns are one depends on the joins.
    if (path.size() > 2 || (all && (level.natural || !level.merged.isEmpty())))
        found.complete = false;
    bool any = false;
    for (const auto &source : level.sources) {
        if (!all && source.name != path.front())
            continue;
        any = true;
        found.complete = found.complete && source.columns.complete;
        for (auto column : source.columns.columns) {
            if (source.optional)
                column.nulls = KnownColumn::Nulls::Possible;
            found.columns.push_back(std::move(column));
        }
    }
    found.complete = found.complete && any;
}

} // namespace squall::sql
