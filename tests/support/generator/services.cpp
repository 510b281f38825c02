#include "tests/support/generator/generator.h"

#include <QRegularExpression>

namespace squall::test::generator {

using namespace Qt::StringLiterals;

void Generator::makeForeignData()
{
    if (!m_random.chance(70))
        return;
    auto wrapper = u"postgres_fdw"_s;
    if (!has(wrapper) || m_random.chance(50)) {
        wrapper = m_names.fresh(u"wrappers"_s);
        emitSql(sql("CREATE FOREIGN DATA WRAPPER ", ident(wrapper),
                    m_random.chance(50) ? " OPTIONS (\"Opt %1\" 'va''l\\ue', debug 'true')" : ""));
        m_named.push_back({sql("FOREIGN DATA WRAPPER ", ident(wrapper)),
                           {},
                           sql("FOREIGN DATA WRAPPER ", ident(wrapper)),
                           {u"USAGE"_s}});
    }
    const bool real = wrapper == u"postgres_fdw"_s;
    for (int count = m_random.between(1, 2); count > 0; --count) {
        const auto server = ident(m_names.fresh(u"servers"_s));
        emitSql(sql("CREATE SERVER ", server, m_random.chance(40) ? " TYPE 'it''s' VERSION '1.0%'" : "",
                    " FOREIGN DATA WRAPPER ", ident(wrapper),
                    real ? " OPTIONS (host 'nowhere.invalid', dbname 'a b''c', fetch_size '50')"
                    : m_random.chance(50) ? " OPTIONS (host 'x y')"
                                          : ""));
        m_named.push_back(
            {sql("SERVER ", server), sql("SERVER ", server), sql("FOREIGN SERVER ", server), {u"USAGE"_s}});
        emitSql(sql("CREATE USER MAPPING FOR ", m_random.chance(50) ? u"PUBLIC"_s : ident(role()), " SERVER ",
                    server, m_random.chance(60) ? " OPTIONS (user 'u''s\\er%1')" : ""));
        makeForeignTable(server);
    }
}

void Generator::makeForeignTable(const QString &server)
{
    const bool real = has(u"postgres_fdw"_s) && m_script.contains(u"fetch_size '50'"_s);
    Table table;
    table.schema = schema();
    table.name = someName(table.schema);
    table.kind = Table::Kind::Foreign;
    QStringList columns;
    for (int count = m_random.between(1, 4); count > 0; --count) {
        auto column = newColumn(table);
        auto text = sql(ident(column.name), " ", column.type.sql);
        if (m_random.chance(40))
            text += u" OPTIONS (column_name 'a ''b%1')"_s;
        if (column.type.can & Collatable && m_random.chance(20))
            text += sql(" COLLATE ", m_random.pick(m_collations));
        if (m_random.chance(30))
            text += sql(" DEFAULT ", column.type.sample);
        if (m_random.chance(30))
            text += u" NOT NULL"_s;
        columns.append(text);
        table.columns.push_back(column);
    }
    if (m_random.chance(40))
        columns.append(
            sql("CONSTRAINT ", ident(constraintName(table)), " CHECK (", predicate(table.columns), ")"));
    emitSql(sql("CREATE FOREIGN TABLE ", table.sql(), " (", joined(columns), ") SERVER ", server,
                m_random.chance(60) ? (real ? " OPTIONS (schema_name 's', table_name 'a''b%1')"
                                            : " OPTIONS (table_name 'a''b%1')")
                                    : ""));
    if (m_random.chance(30))
        emitSql(sql("ALTER FOREIGN TABLE ", table.sql(), " ALTER COLUMN ", ident(table.columns.front().name),
                    " SET STATISTICS 3"));
    remember(u"FOREIGN TABLE"_s, table.sql(), {u"SELECT"_s, u"UPDATE"_s});
    m_named.back().granted = sql("TABLE ", table.sql());
    m_named.push_back({sql("COLUMN ", table.sql(), ".", ident(table.columns.front().name)), {}, {}});
    if (m_random.chance(30)) {
        const auto name = ident(m_names.fresh(u"triggers "_s + table.sql()));
        emitSql(sql("CREATE TRIGGER ", name, " BEFORE INSERT ON ", table.sql(),
                    " FOR EACH ROW EXECUTE FUNCTION ", m_triggerFunction, "()"));
    }
}

void Generator::makeDictionaries(std::vector<QString> &dictionaries)
{
    const std::vector<QString> definitions = {
        u"TEMPLATE = pg_catalog.simple, stopwords = 'english', accept = false"_s,
        u"TEMPLATE = pg_catalog.snowball, language = 'english'"_s,
        u"TEMPLATE = pg_catalog.synonym, synonyms = 'synonym_sample', casesensitive = "_s +
            // 12 keeps a number as a text, which it does not take again.
            (since(13) ? u"1"_s : u"true"_s),
        u"TEMPLATE = pg_catalog.ispell, dictfile = 'ispell_sample', afffile = 'ispell_sample'"_s,
        u"TEMPLATE = pg_catalog.simple"_s};
    for (const auto &definition : m_random.some(definitions, m_random.between(1, 3))) {
        const auto in = schema();
        const auto name = sql(ident(in), ".", ident(m_names.fresh(u"dictionaries "_s + in)));
        emitSql(sql("CREATE TEXT SEARCH DICTIONARY ", name, " (", definition, ")"));
        dictionaries.push_back(name);
        remember(u"TEXT SEARCH DICTIONARY"_s, name);
    }
    if (!m_random.chance(40))
        return;
    const auto in = schema();
    const auto base = sql(ident(in), ".", ident(m_names.fresh(u"templates "_s + in)));
    emitSql(sql("CREATE TEXT SEARCH TEMPLATE ", base, " (INIT = dsimple_init, LEXIZE = dsimple_lexize)"));
    remember(u"TEXT SEARCH TEMPLATE"_s, base, {}, false);
    const auto own = sql(ident(in), ".", ident(m_names.fresh(u"dictionaries "_s + in)));
    emitSql(sql("CREATE TEXT SEARCH DICTIONARY ", own, " (TEMPLATE = ", base, ")"));
    dictionaries.push_back(own);
}

void Generator::makeTextSearch()
{
    if (!m_random.chance(50))
        return;
    std::vector<QString> dictionaries = {u"pg_catalog.simple"_s};
    makeDictionaries(dictionaries);
    const auto in = schema();
    auto parser = u"pg_catalog.\"default\""_s;
    if (m_random.chance(40)) {
        parser = sql(ident(in), ".", ident(m_names.fresh(u"parsers "_s + in)));
        emitSql(sql("CREATE TEXT SEARCH PARSER ", parser,
                    " (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = "
                    "prsd_lextype, HEADLINE = prsd_headline)"));
        remember(u"TEXT SEARCH PARSER"_s, parser, {}, false);
    }
    const auto name = sql(ident(in), ".", ident(m_names.fresh(u"configurations "_s + in)));
    if (m_random.chance(30)) {
        emitSql(sql("CREATE TEXT SEARCH CONFIGURATION ", name, " (COPY = pg_catalog.english)"));
        emitSql(sql("ALTER TEXT SEARCH CONFIGURATION ", name, " DROP MAPPING FOR email, url"));
    } else {
        emitSql(sql("CREATE TEXT SEARCH CONFIGURATION ", name, " (PARSER = ", parser, ")"));
        emitSql(sql("ALTER TEXT SEARCH CONFIGURATION ", name,
                    " ADD MAPPING FOR asciiword, word, \"int\" WITH ", m_random.pick(dictionaries)));
        emitSql(sql("ALTER TEXT SEARCH CONFIGURATION ", name, " ADD MAPPING FOR email WITH ",
                    dictionaries.back(), ", pg_catalog.english_stem"));
    }
    remember(u"TEXT SEARCH CONFIGURATION"_s, name);
    for (const auto &table : m_tables) {
        const auto text = column(table.columns, TextLike);
        if (!text || table.kind != Table::Kind::Ordinary)
            continue;
        emitSql(sql("CREATE INDEX ", ident(someName(table.schema)), " ON ", table.sql(),
                    " USING gin (to_tsvector(", literal(name), "::regconfig, ", ident(text->name),
                    "::text))"));
        return;
    }
}

void Generator::makePublications()
{
    QStringList tables;
    for (const auto &table : m_tables) {
        if (!since(13) && table.isPartitioned())
            continue;
        if (table.unlogged || !table.parent.isEmpty() || tables.size() >= 3 || table.columns.empty())
            continue;
        auto text = sql("TABLE ", table.inheritance ? "ONLY " : "", table.sql());
        if (since(15) && !table.isPartitioned() && m_random.chance(40)) {
            QStringList columns;
            for (const auto &column : m_random.some(table.columns, 3)) {
                if (column.plain)
                    columns.append(ident(column.name));
            }
            if (!columns.isEmpty())
                text += sql(" (", joined(columns), ")");
        }
        const auto &first = table.columns.front();
        if (since(15) && m_random.chance(40) && !table.isPartitioned() && first.plain &&
            first.type.can & Number && !(first.type.can & Domain))
            text += sql(" WHERE (", ident(first.name), " IS NOT NULL)");
        tables.append(text);
    }
    const std::vector<QString> options = {
        {},
        {},
        u" WITH (publish = 'insert, truncate')"_s,
        since(13) ? u" WITH (publish = '', publish_via_partition_root = true)"_s : u" WITH (publish = '')"_s};
    const auto make = [&](const QString &what, bool owned) {
        const auto name = ident(m_names.fresh(u"publications"_s));
        emitSql(sql("CREATE PUBLICATION ", name, what, m_random.pick(options)));
        remember(u"PUBLICATION"_s, name, {}, owned);
    };
    if (m_random.chance(30))
        make(u" FOR ALL TABLES"_s, false);
    if (m_random.chance(20))
        make({}, true);
    if (!tables.isEmpty() && m_random.chance(60)) {
        // Before 15 the keyword stood once, ahead of them all.
        const auto list = since(15) ? joined(tables)
                                    : u"TABLE "_s + joined(QStringList(tables).replaceInStrings(
                                                        QRegularExpression(u"^TABLE "_s), QString()));
        make(u" FOR "_s + list, true);
    }
    if (since(15) && m_random.chance(30))
        make(sql(" FOR TABLES IN SCHEMA ", ident(m_schemas.back())), false);
    if (since(18) && m_random.chance(30)) {
        const auto name = ident(m_names.fresh(u"publications"_s));
        emitSql(
            sql("CREATE PUBLICATION ", name, " FOR ALL TABLES WITH (publish_generated_columns = stored)"));
    }
}

void Generator::makeSubscriptions()
{
    if (!m_random.chance(30))
        return;
    const auto name = ident(m_names.fresh(u"subscriptions"_s));
    QStringList options = {u"connect = false"_s, u"slot_name = NONE"_s};
    if (m_random.chance(40))
        options.append(u"synchronous_commit = 'remote_apply'"_s);
    if (since(14) && m_random.chance(40))
        options.append(u"binary = true"_s);
    if (since(14) && m_random.chance(40))
        options.append(u"streaming = on"_s);
    if (since(15) && m_random.chance(40))
        options.append(u"disable_on_error = true"_s);
    if (since(16) && m_random.chance(40))
        options.append(u"origin = none, run_as_owner = true, password_required = false"_s);
    emitSql(sql("CREATE SUBSCRIPTION ", name,
                " CONNECTION 'dbname=''a b'' host=''nowhere.invalid''' PUBLICATION \"pub %1\", other WITH (",
                joined(options), ")"));
    remember(u"SUBSCRIPTION"_s, name, {}, false);
}

} // namespace squall::test::generator
