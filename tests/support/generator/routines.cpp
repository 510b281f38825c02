#include "tests/support/generator/generator.h"

namespace squall::test::generator {

using namespace Qt::StringLiterals;

/// What checks, defaults, generated columns and indexes call.
void Generator::makeExpressionFunctions()
{
    const auto make = [this](const char *arguments, const char *result, const char *body,
                             const char *attributes) {
        const auto in = schema();
        const auto name = sql(ident(in), ".", ident(m_names.fresh(u"functions "_s + in)));
        emitSql(sql("CREATE FUNCTION ", name, arguments, " RETURNS ", result, " ", attributes,
                    " AS $squall$ ", body, " $squall$"));
        remember(u"FUNCTION"_s, name + QString::fromUtf8(arguments), {u"EXECUTE"_s});
        return name;
    };
    m_integerFunction = make("(integer)", "integer", "select $1 + 1 -- 100% 'quoted'",
                             "LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE");
    m_textFunction =
        make("(text)", "text", "select pg_catalog.lower($1)", "LANGUAGE sql IMMUTABLE LEAKPROOF COST 5");
    m_testFunction = make("(integer)", "boolean", "begin return $1 is null or $1 > -100000000; end",
                          "LANGUAGE plpgsql IMMUTABLE");
    m_triggerFunction = make("()", "trigger", "begin return coalesce(new, old); end",
                             "LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp");
}

/// PL/pgSQL has names of its own for arguments: $1.
QString Generator::argumentName(const QString &function)
{
    for (;;) {
        const auto name = m_names.fresh(sql("arguments ", function));
        if (!name.startsWith(u'$'))
            return ident(name);
    }
}

void Generator::makeFunctions()
{
    const std::vector<const char *> attributes = {"IMMUTABLE",
                                                  "STABLE",
                                                  "VOLATILE",
                                                  "STRICT",
                                                  "IMMUTABLE LEAKPROOF STRICT",
                                                  "PARALLEL SAFE",
                                                  "PARALLEL RESTRICTED",
                                                  "COST 0.5",
                                                  "COST 12345",
                                                  "SECURITY DEFINER",
                                                  "SET search_path = ''",
                                                  "SET search_path = \"$user\", \"a,b\", public",
                                                  "SET work_mem = '8MB' SET DateStyle = 'ISO, DMY'",
                                                  "SET application_name = 'it''s \\ 100%'"};
    for (int count = m_random.between(3, 6); count > 0; --count) {
        const auto in = schema();
        const auto name = sql(ident(in), ".", ident(m_names.fresh(u"functions "_s + in)));
        const auto first = type();
        const auto second = type();
        const auto a = argumentName(name);
        const auto b = argumentName(name);
        const auto with = m_random.pick(attributes);
        QString signature;
        switch (m_random.below(since(14) ? 7 : 5)) {
        case 0: // overloads
            emitSql(sql("CREATE FUNCTION ", name, "(", a, " text) RETURNS text LANGUAGE sql ", with,
                        " AS $squall$ select 'text'::text $squall$"));
            signature = u"(integer, VARIADIC text[])"_s;
            emitSql(sql("CREATE FUNCTION ", name, "(", a, " integer, VARIADIC ", b,
                        " text[] DEFAULT '{}') RETURNS text LANGUAGE sql ", with,
                        " AS 'select ''it''''s \\ %1''::text'"));
            break;
        case 1:
            signature = sql("(", first.sql, ", ", second.sql, ")");
            emitSql(sql("CREATE FUNCTION ", name, "(", a, " ", first.sql, ", ", b, " ", second.sql,
                        " DEFAULT ", second.sample, ") RETURNS ", second.sql, " LANGUAGE plpgsql ", with,
                        " AS $squall$\nbegin\n\treturn null; -- $$ nested $$\nend\n$squall$"));
            break;
        case 2:
            signature = u"(integer, INOUT integer)"_s;
            emitSql(sql("CREATE FUNCTION ", name, "(integer, OUT ", a, " text, INOUT ", b,
                        " integer) LANGUAGE sql ", with, " AS $squall$ select 'x'::text, 1 $squall$"));
            break;
        case 3:
            signature = sql("(", first.sql, ")");
            emitSql(sql("CREATE FUNCTION ", name, "(", a, " ", first.sql, ") RETURNS TABLE(", b,
                        " integer, \"other %1\" text) LANGUAGE sql ROWS 7 ", with,
                        " AS $squall$ select 1, 'x'::text $squall$"));
            break;
        case 4:
            signature = u"(anyelement, anyarray)"_s;
            emitSql(sql("CREATE FUNCTION ", name, "(", a, " anyelement, ", b,
                        " anyarray) RETURNS SETOF anyelement LANGUAGE sql ROWS 10 ", with,
                        " AS $squall$ select $1 $squall$"));
            break;
        case 5:
            signature = u"(integer, integer)"_s;
            emitSql(sql("CREATE FUNCTION ", name, "(", a, " integer, ", b, " integer DEFAULT 1 + ",
                        m_integerFunction, "(2)) RETURNS integer LANGUAGE sql ", with, " RETURN ",
                        m_integerFunction, "(", a, ") + ", b));
            break;
        default:
            signature = u"(text)"_s;
            emitSql(sql("CREATE FUNCTION ", name, "(", a, " text) RETURNS text LANGUAGE sql ", with,
                        " BEGIN ATOMIC SELECT 1; SELECT ", m_textFunction, "(", a, ") AS \"r;1\"; END"));
            break;
        }
        remember(u"FUNCTION"_s, name + signature, {u"EXECUTE"_s});
    }
}

/// Functions that need tables or views.
void Generator::makeRelationFunctions()
{
    for (int count = 2; count > 0; --count) {
        const auto &table = m_random.pick(m_tables);
        const auto in = schema();
        const auto name = sql(ident(in), ".", ident(m_names.fresh(u"functions "_s + in)));
        const auto body = sql("select * from ", table.sql());
        if (m_random.chance(50)) {
            emitSql(sql("CREATE FUNCTION ", name, "() RETURNS SETOF ", table.sql(),
                        " LANGUAGE sql STABLE ROWS 99 ",
                        since(14) && m_random.chance(60) ? sql("BEGIN ATOMIC ", body, "; END")
                                                         : sql("AS $squall$ ", body, " $squall$")));
            remember(u"FUNCTION"_s, name + u"()"_s, {u"EXECUTE"_s});
        } else {
            emitSql(sql("CREATE FUNCTION ", name, "(", table.sql(),
                        ") RETURNS integer LANGUAGE plpgsql AS $squall$ begin return 1; end $squall$"));
            remember(u"FUNCTION"_s, sql(name, "(", table.sql(), ")"), {u"EXECUTE"_s});
        }
    }
}

void Generator::makeProcedures()
{
    for (int count = m_random.below(3); count > 0; --count) {
        const auto in = schema();
        const auto name = sql(ident(in), ".", ident(m_names.fresh(u"functions "_s + in)));
        const auto &table = m_random.pick(m_tables);
        if (since(14) && m_random.chance(50)) {
            emitSql(sql("CREATE PROCEDURE ", name,
                        "(IN integer, OUT result text) LANGUAGE plpgsql AS $squall$ begin result := 'x'; end "
                        "$squall$"));
            remember(u"PROCEDURE"_s, name + u"(integer, OUT text)"_s, {u"EXECUTE"_s});
        } else {
            const auto body =
                table.kind == Table::Kind::Foreign ? u"select 1"_s : sql("delete from ", table.sql());
            emitSql(sql("CREATE PROCEDURE ", name,
                        "(\"first arg\" integer DEFAULT 3, INOUT \"b%\" text DEFAULT NULL) LANGUAGE sql SET "
                        "lock_timeout = '1s' ",
                        "AS $squall$ ", body, "; select 'x'::text $squall$"));
            remember(u"PROCEDURE"_s, name + u"(integer, INOUT text)"_s, {u"EXECUTE"_s});
        }
        if (since(14) && m_random.chance(50)) {
            const auto atomic = sql(ident(in), ".", ident(m_names.fresh(u"functions "_s + in)));
            emitSql(sql("CREATE PROCEDURE ", atomic, "(a integer) LANGUAGE sql BEGIN ATOMIC DELETE FROM ",
                        table.sql(), " WHERE ($1 = 1); END"));
            remember(u"PROCEDURE"_s, atomic + u"(integer)"_s, {u"EXECUTE"_s});
        }
    }
}

void Generator::makeAggregates()
{
    const auto helper = [this](const char *signature, const char *result, const char *body) {
        const auto in = schema();
        const auto name = sql(ident(in), ".", ident(m_names.fresh(u"functions "_s + in)));
        emitSql(sql("CREATE FUNCTION ", name, signature, " RETURNS ", result,
                    " LANGUAGE sql IMMUTABLE AS $squall$ ", body, " $squall$"));
        return name;
    };
    const auto aggregate = [this](const QString &arguments, const QString &identity,
                                  const QString &definition) {
        const auto in = schema();
        const auto name = sql(ident(in), ".", ident(m_names.fresh(u"functions "_s + in)));
        emitSql(sql("CREATE AGGREGATE ", name, "(", arguments, ") (", definition, ")"));
        remember(u"AGGREGATE"_s, sql(name, "(", identity, ")"));
        m_named.back().granted =
            sql("FUNCTION ", name, "(",
                QString(identity).replace(u" ORDER BY "_s, u", "_s).replace(u"*"_s, u""_s), ")");
        m_named.back().rights = QStringList{u"EXECUTE"_s};
    };
    if (m_random.chance(70)) {
        const auto add = helper("(integer, integer)", "integer", "select $1 + $2");
        aggregate(u"integer"_s, u"integer"_s,
                  sql("sfunc = ", add, ", stype = integer, initcond = '0', parallel = safe, combinefunc = ",
                      add, ", sspace = 16"));
        aggregate(u"integer"_s, u"integer"_s,
                  sql("sfunc = pg_catalog.int4larger, stype = integer, sortop = OPERATOR(pg_catalog.>)"));
    }
    if (m_random.chance(50)) {
        const auto forward = helper("(bigint, integer)", "bigint", "select $1 + $2");
        const auto inverse = helper("(bigint, integer)", "bigint", "select $1 - $2");
        const auto finish = helper("(bigint)", "text", "select $1::text");
        aggregate(u"\"the value\" integer"_s, u"integer"_s,
                  sql("sfunc = ", forward, ", stype = bigint, finalfunc = ", finish,
                      ", finalfunc_modify = shareable, initcond = '1', msfunc = ", forward, ", minvfunc = ",
                      inverse, ", mstype = bigint, mfinalfunc = ", finish, ", minitcond = '2'"));
    }
    if (m_random.chance(40)) {
        const auto collect = helper("(text[], text)", "text[]", "select pg_catalog.array_append($1, $2)");
        const auto finish = helper("(text[], double precision)", "text", "select $1[1]");
        aggregate(u"double precision ORDER BY text"_s, u"double precision ORDER BY text"_s,
                  sql("sfunc = ", collect, ", stype = text[], initcond = '{}', finalfunc = ", finish));
    }
    if (m_random.chance(40))
        aggregate(u"*"_s, u"*"_s, u"sfunc = pg_catalog.int8inc, stype = bigint, initcond = '0'"_s);
    if (m_random.chance(30)) {
        aggregate(
            u"VARIADIC \"any\" ORDER BY VARIADIC \"any\""_s, u"VARIADIC \"any\" ORDER BY VARIADIC \"any\""_s,
            u"sfunc = pg_catalog.ordered_set_transition_multi, stype = internal, finalfunc = pg_catalog.rank_final, finalfunc_extra, hypothetical"_s);
        m_named.back().granted.clear();
        m_named.back().rights.clear();
    }
}

} // namespace squall::test::generator
