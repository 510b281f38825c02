#include "tests/support/generator/generator.h"

namespace squall::test::generator {

using namespace Qt::StringLiterals;

void Generator::makeOperators()
{
    if (!m_random.chance(60))
        return;
    const auto in = schema();
    const auto same = sql(ident(in), ".", ident(m_names.fresh(u"functions "_s + in)));
    const auto other = sql(ident(in), ".", ident(m_names.fresh(u"functions "_s + in)));
    const auto prefix = sql(ident(in), ".", ident(m_names.fresh(u"functions "_s + in)));
    emitSql(sql("CREATE FUNCTION ", same,
                "(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $squall$ select $1 = $2 $squall$"));
    emitSql(sql("CREATE FUNCTION ", other,
                "(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $squall$ select $1 <> $2 $squall$"));
    emitSql(sql("CREATE FUNCTION ", prefix,
                "(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $squall$ select -$1 $squall$"));
    const auto equal = sql(ident(in), ".===");
    const auto unequal = sql(ident(in), ".!==");
    emitSql(sql("CREATE OPERATOR ", equal, " (LEFTARG = text, RIGHTARG = text, FUNCTION = ", same,
                ", COMMUTATOR = OPERATOR(", equal, "), NEGATOR = OPERATOR(", unequal,
                "), RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES)"));
    emitSql(sql("CREATE OPERATOR ", unequal, " (LEFTARG = text, RIGHTARG = text, FUNCTION = ", other,
                ", COMMUTATOR = OPERATOR(", unequal, "), NEGATOR = OPERATOR(", equal,
                "), RESTRICT = neqsel, JOIN = neqjoinsel)"));
    emitSql(sql("CREATE OPERATOR ", ident(in), ".#-@ (RIGHTARG = integer, FUNCTION = ", prefix, ")"));
    remember(u"OPERATOR"_s, sql(equal, " (text, text)"));
    remember(u"OPERATOR"_s, sql(ident(in), ".#-@ (NONE, integer)"));
    if (m_random.chance(60)) {
        View view;
        view.schema = schema();
        view.name = someName(view.schema);
        view.columns = {{u"same"_s, {u"boolean"_s, u"false"_s, Abilities(Btree) | Hash}}};
        emitSql(sql("CREATE VIEW ", view.sql(), " AS SELECT 'a'::text OPERATOR(", equal,
                    ") 'b'::text AS same, OPERATOR(", ident(in), ".#-@) 3 AS minus"));
        m_views.push_back(view);
    }
}

void Generator::makeOperatorClasses()
{
    if (!m_random.chance(50))
        return;
    const auto in = schema();
    const auto family = sql(ident(in), ".", ident(m_names.fresh(u"families "_s + in)));
    const auto name = sql(ident(in), ".", ident(m_names.fresh(u"families "_s + in)));
    emitSql(sql("CREATE OPERATOR FAMILY ", family, " USING btree"));
    emitSql(sql("CREATE OPERATOR CLASS ", name, " FOR TYPE integer USING btree FAMILY ", family,
                " AS OPERATOR 1 < , OPERATOR 2 <= , OPERATOR 3 = , OPERATOR 4 >= , OPERATOR 5 > , ",
                "FUNCTION 1 btint4cmp(integer, integer)"));
    if (m_random.chance(60)) {
        emitSql(sql("ALTER OPERATOR FAMILY ", family,
                    " USING btree ADD OPERATOR 1 <(integer, bigint), OPERATOR 3 =(integer, bigint), FUNCTION "
                    "1 (integer, bigint) btint48cmp(integer, bigint)"));
    }
    const auto alone = sql(ident(in), ".", ident(m_names.fresh(u"families "_s + in)));
    emitSql(sql("CREATE OPERATOR CLASS ", alone,
                " FOR TYPE text USING hash AS OPERATOR 1 =, FUNCTION 1 hashtext(text)"));
    for (const auto &object :
         {sql("OPERATOR FAMILY ", family, " USING btree"), sql("OPERATOR CLASS ", name, " USING btree"),
          sql("OPERATOR CLASS ", alone, " USING hash")})
        m_named.push_back({object, object, {}});
    for (const auto &table : m_tables) {
        const auto key = column(table.columns, Number);
        if (!key || key->type.sql != u"integer"_s || table.isPartitioned())
            continue;
        emitSql(sql("CREATE INDEX ", ident(someName(table.schema)), " ON ", table.sql(), " (",
                    ident(key->name), " ", name, " DESC)"));
        return;
    }
}

void Generator::makeCasts()
{
    if (!m_random.chance(60))
        return;
    const auto in = schema();
    const auto source = sql(ident(in), ".", ident(someName(in)));
    const auto target = sql(ident(in), ".", ident(someName(in)));
    emitSql(sql("CREATE TYPE ", source, " AS (a integer)"));
    emitSql(sql("CREATE TYPE ", target, " AS ENUM ('one', 'two')"));
    const auto function = sql(ident(in), ".", ident(m_names.fresh(u"functions "_s + in)));
    emitSql(sql("CREATE FUNCTION ", function, "(", source, ") RETURNS ", target,
                " LANGUAGE sql IMMUTABLE AS $squall$ select 'one'::", target, " $squall$"));
    emitSql(sql("CREATE CAST (", source, " AS ", target, ") WITH FUNCTION ", function, "(", source, ")",
                m_random.chance(50) ? " AS ASSIGNMENT" : " AS IMPLICIT"));
    emitSql(sql("CREATE CAST (", target, " AS integer) WITH INOUT"));
    m_named.push_back({sql("CAST (", source, " AS ", target, ")"), {}, {}});
    m_named.push_back({sql("CAST (", target, " AS integer)"), {}, {}});
    remember(u"TYPE"_s, source, {u"USAGE"_s});
    if (m_random.chance(50)) {
        emitSql(sql("CREATE TRANSFORM FOR ", target,
                    " LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal))"));
        m_named.push_back({sql("TRANSFORM FOR ", target, " LANGUAGE sql"), {}, {}});
        const auto user = sql(ident(in), ".", ident(m_names.fresh(u"functions "_s + in)));
        emitSql(sql("CREATE FUNCTION ", user, "(", target,
                    ") RETURNS integer LANGUAGE sql TRANSFORM FOR TYPE ", target,
                    " AS $squall$ select 1 $squall$"));
    }
    if (m_random.chance(50)) {
        const auto conversion = sql(ident(in), ".", ident(m_names.fresh(u"conversions "_s + in)));
        emitSql(sql("CREATE ", m_random.chance(40) ? "DEFAULT " : "", "CONVERSION ", conversion,
                    " FOR 'LATIN1' TO 'UTF8' FROM pg_catalog.iso8859_1_to_utf8"));
        remember(u"CONVERSION"_s, conversion);
    }
}

void Generator::makeLanguages()
{
    if (!m_random.chance(40))
        return;
    m_names.take(u"languages"_s, u"c"_s);
    const auto name = ident(m_names.fresh(u"languages"_s));
    const bool trusted = m_random.chance(60);
    // PL/pgSQL under another name. Its own functions belong to an extension, so pg_dump would not name them.
    const auto home = schema();
    const auto handler = sql(ident(home), ".", ident(m_names.fresh(u"functions "_s + home)));
    const auto inlined = sql(ident(home), ".", ident(m_names.fresh(u"functions "_s + home)));
    const auto validator = sql(ident(home), ".", ident(m_names.fresh(u"functions "_s + home)));
    emitSql(sql("CREATE FUNCTION ", handler,
                "() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler'"));
    emitSql(sql("CREATE FUNCTION ", inlined,
                "(internal) RETURNS void LANGUAGE c STRICT AS '$libdir/plpgsql', 'plpgsql_inline_handler'"));
    emitSql(sql("CREATE FUNCTION ", validator,
                "(oid) RETURNS void LANGUAGE c STRICT AS '$libdir/plpgsql', 'plpgsql_validator'"));
    emitSql(sql("CREATE ", trusted ? "TRUSTED " : "", "LANGUAGE ", name, " HANDLER ", handler,
                m_random.chance(60) ? sql(" INLINE ", inlined, " VALIDATOR ", validator) : QString()));
    remember(u"LANGUAGE"_s, name, trusted ? QStringList{u"USAGE"_s} : QStringList{});
    const auto in = schema();
    const auto function = sql(ident(in), ".", ident(m_names.fresh(u"functions "_s + in)));
    emitSql(sql("CREATE FUNCTION ", function, "() RETURNS integer LANGUAGE ", name,
                " AS $squall$ begin return 1; end $squall$"));
    remember(u"FUNCTION"_s, function + u"()"_s, {u"EXECUTE"_s});
}

} // namespace squall::test::generator
