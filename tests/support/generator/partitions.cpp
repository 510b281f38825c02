#include "tests/support/generator/generator.h"

namespace squall::test::generator {

using namespace Qt::StringLiterals;

namespace {

const QStringList rights = {u"SELECT"_s, u"INSERT"_s, u"UPDATE"_s, u"DELETE"_s};
constexpr int deepest = 1;

} // namespace

void Generator::makePartitioned()
{
    Table table;
    table.schema = schema();
    table.name = someName(table.schema);
    table.kind = Table::Kind::Partitioned;
    auto key = newColumn(table);
    key.type = type(Number);
    while (key.type.can & Domain || key.type.sql.contains(u"numeric"_s))
        key.type = type(Number);
    key.notNull = m_random.chance(50);
    auto second = newColumn(table);
    second.type =
        Type{u"text"_s, u"'x'::text"_s, Abilities(Btree) | Hash | TextLike | Collatable | Toastable};
    table.columns = {key, second};
    QStringList columns = {sql(ident(key.name), " ", key.type.sql, key.notNull ? " NOT NULL" : ""),
                           sql(ident(second.name), " text")};
    for (int count = m_random.between(0, 4); count > 0; --count) {
        auto column = newColumn(table);
        columns.append(columnSql(table, column, false));
        table.columns.push_back(column);
    }
    const auto strategy = m_random.pick(std::vector<QString>{u"LIST"_s, u"RANGE"_s, u"HASH"_s});
    QStringList keys = {ident(key.name)};
    table.partitionKey = {key.name};
    if (strategy == u"HASH"_s && m_random.chance(40)) {
        keys.append(sql(ident(second.name), " COLLATE pg_catalog.\"C\""));
        // Unique keys would need the same collation.
        table.mayHaveKeys = false;
    } else if (strategy != u"RANGE"_s && m_random.chance(20)) {
        keys = QStringList{sql("(", ident(key.name), " + 1)")};
        table.mayHaveKeys = false;
    } else if (m_random.chance(20)) {
        keys = QStringList{sql(ident(key.name), key.type.sql == u"integer"_s ? " int4_ops" : "")};
    }
    emitSql(sql("CREATE TABLE ", table.sql(), " (\n  ", columns.join(u",\n  "_s), "\n) PARTITION BY ",
                strategy, " (", joined(keys), ")"));
    remember(u"TABLE"_s, table.sql(), rights);
    m_tables.push_back(table);
    makePartitions(table, strategy, key.type, 0);
}

void Generator::makePartitions(const Table &parent, const QString &strategy, const Type &keyType, int depth)
{
    std::vector<QString> bounds;
    if (strategy == u"LIST"_s)
        bounds = {u"FOR VALUES IN (1)"_s, u"FOR VALUES IN (2, 3, NULL)"_s, u"DEFAULT"_s};
    else if (strategy == u"RANGE"_s)
        bounds = {u"FOR VALUES FROM (MINVALUE) TO (0)"_s, u"FOR VALUES FROM (0) TO ('10')"_s, u"DEFAULT"_s};
    else
        bounds = {u"FOR VALUES WITH (MODULUS 2, REMAINDER 0)"_s,
                  u"FOR VALUES WITH (modulus 4, remainder 1)"_s};
    for (const auto &bound : m_random.some(bounds, m_random.between(1, 3))) {
        Table table;
        table.schema = m_random.chance(70) ? parent.schema : schema();
        table.name = someName(table.schema);
        table.kind = Table::Kind::Partition;
        table.parent = parent.sql();
        table.columns = parent.columns;
        const bool again = depth < deepest && !parent.mayHaveKeys && m_random.chance(50);
        const auto by =
            again ? u" PARTITION BY HASH ("_s + ident(parent.columns[1].name) + u")"_s : QString();
        if (again) {
            table.kind = Table::Kind::Partitioned;
            table.mayHaveKeys = false;
        }
        if (m_random.chance(30)) {
            emitSql(sql("CREATE TABLE ", table.sql(), " (LIKE ", parent.sql(),
                        " INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING CONSTRAINTS INCLUDING STORAGE)",
                        by, storageParameters(again)));
            emitSql(sql("ALTER TABLE ", parent.sql(), " ATTACH PARTITION ", table.sql(), " ", bound));
        } else {
            const auto own = m_random.chance(30)
                                 ? sql(" (", ident(parent.columns[1].name), " DEFAULT 'own', CHECK (",
                                       ident(parent.columns[1].name), " <> 'never'))")
                                 : QString();
            emitSql(sql("CREATE TABLE ", table.sql(), " PARTITION OF ", parent.sql(), own, " ", bound, by,
                        storageParameters(again)));
        }
        remember(u"TABLE"_s, table.sql(), rights);
        m_tables.push_back(table);
        if (again)
            makePartitions(table, u"HASH"_s, keyType, depth + 1);
    }
}

} // namespace squall::test::generator
