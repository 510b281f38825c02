#include "tests/support/generator/generator.h"

namespace squall::test::generator {

using namespace Qt::StringLiterals;

namespace {

const std::vector<std::pair<QString, Ability>> methods = {
    {u"btree"_s, Btree}, {u"btree"_s, Btree}, {u"btree"_s, Btree},   {u"hash"_s, Hash},
    {u"gin"_s, Gin},     {u"gist"_s, Gist},   {u"spgist"_s, SpGist}, {u"brin"_s, Brin}};

} // namespace

QString Generator::expressionKey(const std::vector<Column> &columns)
{
    if (const auto text = column(columns, TextLike); text && m_random.chance(60)) {
        return m_random.chance(50)
                   ? sql("lower(", ident(text->name), "::text)")
                   : sql("(", m_textFunction, "(", ident(text->name), "::text) || 'é%1'::text)");
    }
    const auto number = column(columns, Number);
    if (!number)
        return {};
    return m_random.chance(50) ? sql("(", ident(number->name), " + 1)")
                               : sql(m_integerFunction, "(", ident(number->name), "::integer)");
}

QString Generator::indexKey(const QString &method, const Column &column, bool &expression)
{
    auto text = ident(column.name);
    expression = false;
    const auto &kind = column.type;
    if (kind.can & Collatable && (method == u"btree"_s || method == u"spgist"_s) && m_random.chance(25))
        text += sql(" COLLATE ", m_random.pick(m_collations));
    if (method == u"gin"_s && kind.sql == u"jsonb"_s && m_random.chance(50))
        text += u" jsonb_path_ops"_s;
    if (method == u"btree"_s && kind.sql == u"text"_s && m_random.chance(30))
        text += u" text_pattern_ops"_s;
    if (since(13) && method == u"gist"_s && kind.sql == u"tsvector"_s && m_random.chance(60))
        text += u" tsvector_ops (siglen = 100)"_s;
    if (since(13) && method == u"gist"_s && kind.sql.endsWith(u"ltree"_s) && m_random.chance(60))
        text += sql(" ", inExtension(u"ltree"_s, u"gist_ltree_ops"_s), " (siglen = 32)");
    if (method == u"brin"_s && kind.sql == u"integer"_s && since(14) && m_random.chance(60))
        text += m_random.chance(50)
                    ? u" int4_minmax_multi_ops (values_per_range = 16)"_s
                    : u" int4_bloom_ops (n_distinct_per_range = 50, false_positive_rate = 0.02)"_s;
    if (method == u"btree"_s) {
        const std::vector<QString> orders = {
            {}, {}, {}, u" DESC"_s, u" DESC NULLS LAST"_s, u" NULLS FIRST"_s};
        text += m_random.pick(orders);
    }
    return text;
}

void Generator::makeIndexes(const QString &relation, const QString &schema,
                            const std::vector<Column> &columns, bool partitioned)
{
    for (int count = m_random.below(5); count > 0; --count) {
        const auto &[method, ability] = m_random.pick(methods);
        const bool single = method == u"hash"_s || method == u"spgist"_s;
        QStringList keys;
        int expressionAt = 0;
        for (int wanted = single ? 1 : m_random.between(1, 3); wanted > 0; --wanted) {
            bool expression = false;
            if (method == u"btree"_s && m_random.chance(30)) {
                if (const auto key = expressionKey(columns); !key.isEmpty()) {
                    keys.append(key);
                    expressionAt = static_cast<int>(keys.size());
                }
            } else if (const auto key = column(columns, ability)) {
                keys.append(indexKey(method, *key, expression));
            }
        }
        if (method == u"gist"_s && has(u"pg_trgm"_s)) {
            if (const auto text = column(columns, TextLike); text && text->type.sql == u"text"_s)
                keys = QStringList{sql(ident(text->name), " ", inExtension(u"pg_trgm"_s, u"gist_trgm_ops"_s),
                                       since(13) ? " (siglen = 64)" : "")};
        }
        if (keys.isEmpty())
            continue;
        const bool btree = method == u"btree"_s;
        const bool unique = btree && !partitioned && m_random.chance(20);
        const auto name = someName(schema);
        auto statement = sql("CREATE ", unique ? "UNIQUE " : "", "INDEX ", ident(name), " ON ", relation,
                             " USING ", method, " (", joined(keys), ")");
        const auto extra = column(columns, {});
        const bool mayInclude = btree || (method == u"gist"_s) || (method == u"spgist"_s && since(14));
        if (extra && mayInclude && m_random.chance(20))
            statement += sql(" INCLUDE (", ident(extra->name), ")");
        if (unique && since(15) && m_random.chance(30))
            statement += u" NULLS NOT DISTINCT"_s;
        if (m_random.chance(25)) {
            if (btree)
                statement += since(13) && m_random.chance(50)
                                 ? u" WITH (fillfactor = 70, deduplicate_items = off)"_s
                                 : u" WITH (fillfactor = 50)"_s;
            else if (method == u"gin"_s)
                statement += u" WITH (fastupdate = off, gin_pending_list_limit = 128)"_s;
            else if (method == u"brin"_s)
                statement += u" WITH (pages_per_range = 64, autosummarize = true)"_s;
            else if (method == u"gist"_s)
                statement += u" WITH (buffering = on)"_s;
        }
        if (m_random.chance(30))
            statement += sql(" WHERE ", predicate(stored(columns)));
        emitSql(statement);
        const auto qualified = sql(ident(schema), ".", ident(name));
        m_named.push_back({sql("INDEX ", qualified), {}, {}});
        if (expressionAt > 0 && m_random.chance(50))
            emitSql(sql("ALTER INDEX ", qualified, " ALTER COLUMN ", expressionAt, " SET STATISTICS ",
                        m_random.between(1, 999)));
        if (btree && !partitioned && !statement.contains(u" WHERE "_s) && m_random.chance(10))
            emitSql(sql("ALTER TABLE ", relation, " CLUSTER ON ", ident(name)));
    }
    if (has(u"bloom"_s) && !partitioned) {
        const auto number = column(columns, Number);
        if (number && number->type.sql == u"integer"_s)
            emitSql(sql("CREATE INDEX ", ident(someName(schema)), " ON ", relation, " USING bloom (",
                        ident(number->name), ") WITH (length = 80, col1 = 2)"));
    }
}

/// An index on the parent alone, to which only this partition's is attached.
void Generator::makePartialAttachment(const Table &table)
{
    if (table.kind != Table::Kind::Partition || !m_random.chance(15))
        return;
    const auto key = column(table.columns, Btree);
    if (!key)
        return;
    for (const auto &parent : m_tables) {
        if (parent.sql() != table.parent)
            continue;
        const auto above = someName(parent.schema);
        const auto below = someName(table.schema);
        emitSql(sql("CREATE INDEX ", ident(above), " ON ONLY ", parent.sql(), " (", ident(key->name), ")"));
        emitSql(sql("CREATE INDEX ", ident(below), " ON ", table.sql(), " (", ident(key->name),
                    ") WITH (fillfactor = 66)"));
        emitSql(sql("ALTER INDEX ", ident(parent.schema), ".", ident(above), " ATTACH PARTITION ",
                    ident(table.schema), ".", ident(below)));
    }
}

void Generator::makeStatistics(const Table &table)
{
    if (!m_random.chance(35) || table.kind == Table::Kind::Typed)
        return;
    QStringList columns;
    for (int count = 3; count > 0; --count) {
        const auto key = column(table.columns, Btree);
        if (key && !columns.contains(ident(key->name)))
            columns.append(ident(key->name));
    }
    if (columns.size() < 2)
        return;
    if (since(14) && m_random.chance(50)) {
        if (const auto expression = expressionKey(table.columns); !expression.isEmpty())
            columns.append(sql("(", expression, ")"));
    }
    const std::vector<QString> kinds = {
        {}, u" (ndistinct)"_s, u" (dependencies, mcv)"_s, u" (ndistinct, dependencies, mcv)"_s};
    const auto in = schema();
    const auto name = sql(ident(in), ".", ident(m_names.fresh(u"statistics "_s + in)));
    emitSql(sql("CREATE STATISTICS ", name, m_random.pick(kinds), " ON ", joined(columns), " FROM ",
                table.sql()));
    if (since(13) && m_random.chance(40))
        emitSql(sql("ALTER STATISTICS ", name, " SET STATISTICS 321"));
    remember(u"STATISTICS"_s, name);
}

void Generator::makeReplicaIdentity(const Table &table)
{
    if (table.kind == Table::Kind::Foreign || !m_random.chance(25))
        return;
    const auto key = column(table.columns, Btree);
    if (key && key->notNull && key->plain && table.kind == Table::Kind::Ordinary && !table.inheritance &&
        m_random.chance(60)) {
        const auto name = ident(someName(table.schema));
        emitSql(sql("CREATE UNIQUE INDEX ", name, " ON ", table.sql(), " (", ident(key->name), ")"));
        emitSql(sql("ALTER TABLE ", table.sql(), " REPLICA IDENTITY USING INDEX ", name));
    } else {
        emitSql(
            sql("ALTER TABLE ", table.sql(), " REPLICA IDENTITY ", m_random.chance(50) ? "FULL" : "NOTHING"));
    }
}

} // namespace squall::test::generator
