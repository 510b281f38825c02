#include "tests/support/generator/generator.h"

namespace squall::test::generator {

using namespace Qt::StringLiterals;

void Generator::fillBaseTypes()
{
    const Abilities scalar = Abilities(Btree) | Hash | Brin;
    const Abilities number = scalar | Number;
    const Abilities text = scalar | Collatable | Toastable | TextLike;
    const Abilities range = Abilities(Btree) | Hash | Gist | SpGist | Toastable | Range | Brin;
    const Abilities array = Abilities(Btree) | Hash | Gin | Toastable;
    m_types = {
        {u"integer"_s, u"42"_s, number},
        {u"integer"_s, u"(-1)"_s, number},
        {u"bigint"_s, u"9000000000"_s, number},
        {u"smallint"_s, u"7::smallint"_s, number},
        {u"numeric(10,2)"_s, u"1.50"_s, number | Toastable},
        {u"numeric"_s, u"0"_s, number | Toastable},
        {u"real"_s, u"1.5::real"_s, number},
        {u"double precision"_s, u"'NaN'::double precision"_s, number},
        {u"text"_s, u"'it''s 100%'::text"_s, text | SpGist},
        {u"text"_s, u"''::text"_s, text | SpGist},
        {u"character varying(40)"_s, u"E'back\\\\slash'::varchar"_s, text},
        {u"character varying"_s, u"'имя'::varchar"_s, text},
        {u"character(5)"_s, u"'ab'::bpchar"_s, text},
        {u"name"_s, u"'n'::name"_s, Abilities(Btree) | Hash},
        {u"\"char\""_s, u"'c'::\"char\""_s, Abilities(Btree) | Hash},
        {u"boolean"_s, u"false"_s, Abilities(Btree) | Hash},
        {u"date"_s, u"'2024-02-29'::date"_s, scalar},
        {u"time(3) without time zone"_s, u"'12:00'::time"_s, scalar},
        {u"timestamp without time zone"_s, u"'2024-02-29 12:00'::timestamp"_s, scalar},
        {u"timestamp(3) with time zone"_s, u"CURRENT_TIMESTAMP"_s, scalar},
        {u"interval"_s, u"'1 day'::interval"_s, scalar},
        {u"interval day to second(3)"_s, u"'2 days'::interval"_s, scalar},
        {u"uuid"_s, u"'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid"_s, scalar},
        {u"bytea"_s, u"'\\xdeadbeef'::bytea"_s, Abilities(Btree) | Hash | Toastable},
        {u"jsonb"_s, u"'{\"a\": [1, 2]}'::jsonb"_s, Abilities(Btree) | Hash | Gin | Toastable},
        {u"json"_s, u"'{}'::json"_s, Toastable},
        {u"inet"_s, u"'10.0.0.0/8'::inet"_s, Abilities(Btree) | Hash | SpGist | Brin},
        {u"point"_s, u"'(1,2)'::point"_s, Abilities(Gist) | SpGist},
        {u"box"_s, u"'(1,2),(3,4)'::box"_s, Abilities(Gist) | SpGist},
        {u"tsvector"_s, u"'a b'::tsvector"_s, Abilities(Gin) | Gist | Toastable},
        {u"bit(4)"_s, u"'1010'::\"bit\""_s, Abilities(Btree)},
        {u"bit varying(9)"_s, u"'1'::varbit"_s, Abilities(Btree) | Toastable},
        {u"money"_s, u"1::money"_s, Abilities(Btree)},
        {u"oid"_s, u"1::oid"_s, scalar},
        {u"int4range"_s, u"'[1,5)'::int4range"_s, range},
        {u"tstzrange"_s, u"'empty'::tstzrange"_s, range},
        {u"daterange"_s, u"NULL::daterange"_s, range},
        {u"integer[]"_s, u"'{1,2}'::integer[]"_s, array},
        {u"text[]"_s, u"ARRAY['a', 'b,c']"_s, array | Collatable},
        {u"numeric(6,1)[]"_s, u"'{}'::numeric[]"_s, array},
        {u"timestamp(0) with time zone[]"_s, u"'{}'::timestamptz[]"_s, array},
    };
    if (since(14))
        m_types.push_back(
            {u"int4multirange"_s, u"'{}'::int4multirange"_s, Abilities(Btree) | Hash | Toastable | Gist});
    if (has(u"citext"_s))
        m_types.push_back({inExtension(u"citext"_s, u"citext"_s), u"NULL"_s,
                           Abilities(Btree) | Hash | Collatable | Toastable});
    if (has(u"hstore"_s))
        m_types.push_back({inExtension(u"hstore"_s, u"hstore"_s), u"NULL"_s,
                           Abilities(Btree) | Hash | Gin | Gist | Toastable});
    if (has(u"ltree"_s))
        m_types.push_back(
            {inExtension(u"ltree"_s, u"ltree"_s), u"NULL"_s, Abilities(Btree) | Gist | Toastable});
}

void Generator::makeCollations()
{
    m_collations = {u"pg_catalog.\"C\""_s, u"pg_catalog.\"POSIX\""_s};
    std::vector<QString> definitions = {
        u"(locale = 'C')"_s, u"(lc_collate = 'C', lc_ctype = 'C')"_s,
        u"(provider = icu, locale = 'de-u-co-phonebk')"_s,
        u"(provider = icu, locale = 'und-u-ks-level2', deterministic = false)"_s};
    if (since(16))
        definitions.push_back(u"(provider = icu, locale = 'und', rules = '&a < b <<< ''x''')"_s);
    if (since(17))
        definitions.push_back(u"(provider = builtin, locale = 'C.UTF-8')"_s);
    for (const auto &definition : m_random.some(definitions, m_random.below(4))) {
        const auto in = schema();
        const auto name = sql(ident(in), ".", ident(someName(in)));
        emitSql(sql("CREATE COLLATION ", name, " ", definition));
        // Non-deterministic ones bar pattern matching, which is all over the place.
        if (!definition.contains(u"false"_s))
            m_collations.push_back(name);
        remember(u"COLLATION"_s, name);
    }
}

void Generator::makeEnums()
{
    for (int count = m_random.between(1, 3); count > 0; --count) {
        const auto in = schema();
        const auto name = sql(ident(in), ".", ident(someName(in)));
        const auto scope = sql("enum ", name);
        const bool empty = m_random.chance(8);
        QStringList labels;
        for (int label = empty ? 0 : m_random.between(1, 6); label > 0; --label)
            labels.append(literal(m_names.fresh(scope)));
        emitSql(sql("CREATE TYPE ", name, " AS ENUM (", joined(labels), ")"));
        if (m_random.chance(40))
            emitSql(sql("ALTER TYPE ", name, " ADD VALUE ", literal(m_names.fresh(scope)),
                        empty ? QString() : sql(" BEFORE ", labels.first())));
        const auto sample = empty ? u"NULL"_s : sql(labels.last(), "::", name);
        m_types.push_back({name, sample, Abilities(Btree) | Hash});
        m_types.push_back(
            {sql(name, "[]"), sql("'{}'::", name, "[]"), Abilities(Btree) | Hash | Gin | Toastable});
        remember(u"TYPE"_s, name, {u"USAGE"_s});
    }
}

void Generator::makeDomains()
{
    for (int count = m_random.between(1, 2); count > 0; --count) {
        const auto base = type();
        const auto in = schema();
        const auto name = sql(ident(in), ".", ident(someName(in)));
        auto statement = sql("CREATE DOMAIN ", name, " AS ", base.sql);
        if (base.can & Collatable && m_random.chance(30))
            statement += sql(" COLLATE ", m_random.pick(m_collations));
        if (m_random.chance(30))
            statement += sql(" DEFAULT ", base.sample);
        const bool notNull = m_random.chance(15);
        if (notNull)
            statement += since(17) && m_random.chance(50)
                             ? sql(" CONSTRAINT ", ident(m_names.fresh(name)), " NOT NULL")
                             : u" NOT NULL"_s;
        if (m_random.chance(50))
            statement +=
                sql(" CONSTRAINT ", ident(m_names.fresh(name)), " CHECK (VALUE IS NOT NULL OR 1 > 0)");
        if (base.can & Number && m_random.chance(60))
            statement += sql(" CHECK (", m_testFunction, "(VALUE::integer) AND VALUE > (-5))");
        if (base.can & TextLike && m_random.chance(60))
            statement += sql(" CHECK (length(VALUE) < 100 AND VALUE::text <> 'it''s')");
        emitSql(statement);
        if (m_random.chance(30)) {
            const auto constraint = ident(m_names.fresh(name));
            emitSql(sql("ALTER DOMAIN ", name, " ADD CONSTRAINT ", constraint,
                        " CHECK (VALUE IS DISTINCT FROM NULL) NOT VALID"));
            m_named.push_back({sql("CONSTRAINT ", constraint, " ON DOMAIN ", name), {}, {}});
        }
        auto can = base.can & ~Abilities(Range | Gist | SpGist | Gin);
        // What an extension or an array compares with is not found through a domain everywhere.
        if (base.sql.endsWith(u"[]"_s) || base.sample == u"NULL"_s)
            can = base.can & Toastable;
        m_types.push_back({name, base.sample == u"NULL"_s ? base.sample : sql("(", base.sample, ")::", name),
                           can | Domain});
        m_types.push_back({sql(name, "[]"), sql("'{}'::", name, "[]"), Toastable});
        Named named = {sql("DOMAIN ", name), sql("DOMAIN ", name), sql("DOMAIN ", name), {u"USAGE"_s}};
        m_named.push_back(named);
    }
}

void Generator::makeComposites()
{
    for (int count = m_random.between(1, 2); count > 0; --count) {
        const auto in = schema();
        const auto name = sql(ident(in), ".", ident(someName(in)));
        QStringList attributes;
        std::vector<QString> attributeNames;
        for (int attribute = m_random.below(4); attribute >= 0; --attribute) {
            const auto kind = type();
            attributeNames.push_back(ident(m_names.fresh(sql("type ", name))));
            attributes.append(sql(attributeNames.back(), " ", kind.sql,
                                  kind.can & Collatable && m_random.chance(25)
                                      ? sql(" COLLATE ", m_random.pick(m_collations))
                                      : QString()));
        }
        if (m_random.chance(5)) {
            attributes.clear();
            attributeNames.clear();
        }
        emitSql(sql("CREATE TYPE ", name, " AS (", joined(attributes), ")"));
        if (attributes.size() > 1 && m_random.chance(30)) {
            emitSql(sql("ALTER TYPE ", name, " DROP ATTRIBUTE ", attributeNames.front()));
            attributeNames.erase(attributeNames.begin());
        }
        if (!attributes.isEmpty() && m_random.chance(50))
            m_named.push_back({sql("COLUMN ", name, ".", attributeNames.back()), {}, {}});
        if (!attributes.isEmpty())
            m_composites.push_back(name);
        m_types.push_back({name, u"NULL"_s, Toastable});
        m_types.push_back({sql(name, "[]"), sql("'{}'::", name, "[]"), Toastable});
        remember(u"TYPE"_s, name, {u"USAGE"_s});
    }
}

void Generator::makeRanges()
{
    // Its constructors are functions.
    const auto typeName = [this](const QString &in) {
        for (;;) {
            const auto name = someName(in);
            if (m_names.take(u"functions "_s + in, name))
                return sql(ident(in), ".", ident(name));
        }
    };
    for (int count = m_random.below(3); count > 0; --count) {
        const auto in = schema();
        const auto name = typeName(in);
        QStringList options = {u"subtype = double precision"_s};
        if (m_random.chance(30)) {
            options = {u"subtype = text"_s, sql("collation = ", m_random.pick(m_collations))};
            if (m_random.chance(40))
                options.append(u"subtype_opclass = pg_catalog.text_pattern_ops"_s);
        } else if (m_random.chance(60)) {
            const auto difference = sql(ident(in), ".", ident(m_names.fresh(u"functions "_s + in)));
            emitSql(sql("CREATE FUNCTION ", difference,
                        "(double precision, double precision) RETURNS double precision ",
                        "LANGUAGE sql IMMUTABLE STRICT AS $squall$ SELECT $1 - $2 $squall$"));
            options.append(sql("subtype_diff = ", difference));
        }
        // A name that the server makes itself may be cut in the middle of a character.
        if (since(14) && (name.toUtf8().size() > 40 || m_random.chance(50)))
            options.append(sql("multirange_type_name = ", typeName(in)));
        emitSql(sql("CREATE TYPE ", name, " AS RANGE (", joined(options), ")"));
        m_types.push_back(
            {name, sql("'empty'::", name), Abilities(Btree) | Hash | Gist | SpGist | Toastable | Range});
        remember(u"TYPE"_s, name, {u"USAGE"_s});
    }
}

} // namespace squall::test::generator
