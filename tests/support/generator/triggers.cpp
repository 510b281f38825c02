#include "tests/support/generator/generator.h"

namespace squall::test::generator {

using namespace Qt::StringLiterals;

void Generator::makeTriggers(const Table &table)
{
    if (!m_random.chance(50) || table.columns.empty())
        return;
    const bool family = table.isPartitioned() || !table.parent.isEmpty() || table.inheritance;
    for (int count = m_random.between(1, 3); count > 0; --count) {
        const auto name = ident(constraintName(table));
        const auto &column = m_random.pick(table.columns);
        const auto of = column.virtualValue ? QString() : sql(" OF ", ident(column.name));
        const auto call = sql(" EXECUTE FUNCTION ", m_triggerFunction,
                              m_random.chance(40) ? "('it''s', '100%1', '', '\\')" : "()");
        QString statement;
        switch (m_random.below(family ? 4 : 6)) {
        case 0:
            statement =
                sql("CREATE TRIGGER ", name, since(13) || !table.isPartitioned() ? " BEFORE" : " AFTER",
                    " INSERT OR UPDATE", of, " ON ", table.sql(), " FOR EACH ROW", call);
            break;
        case 1:
            statement = sql("CREATE TRIGGER ", name, " AFTER INSERT OR DELETE OR UPDATE ON ", table.sql(),
                            " FOR EACH STATEMENT", call);
            break;
        case 2:
            statement = sql("CREATE TRIGGER ", name, " AFTER DELETE ON ", table.sql(),
                            " REFERENCING OLD TABLE AS \"old %1\" FOR EACH STATEMENT", call);
            break;
        case 3:
            statement = sql("CREATE TRIGGER ", name, " AFTER UPDATE", of, " ON ", table.sql(),
                            " FOR EACH ROW WHEN (OLD.", ident(column.name), " IS NOT NULL AND NEW.",
                            ident(column.name), " IS NULL)", call);
            break;
        case 4:
            statement = sql("CREATE CONSTRAINT TRIGGER ", name, " AFTER INSERT OR UPDATE ON ", table.sql(),
                            m_random.chance(50) ? sql(" FROM ", m_random.pick(m_tables).sql()) : QString(),
                            m_random.pick(std::vector<QString>{
                                {}, u" DEFERRABLE"_s, u" DEFERRABLE INITIALLY DEFERRED"_s}),
                            " FOR EACH ROW", call);
            break;
        default:
            statement = sql("CREATE TRIGGER ", name, " AFTER UPDATE ON ", table.sql(),
                            " REFERENCING NEW TABLE AS newer OLD TABLE AS older FOR EACH ROW", call);
            break;
        }
        emitSql(statement);
        m_named.push_back({sql("TRIGGER ", name, " ON ", table.sql()), {}, {}});
        if (m_random.chance(30))
            emitSql(sql(
                "ALTER TABLE ", table.sql(), " ",
                m_random.pick(std::vector<QString>{u"DISABLE"_s, u"ENABLE REPLICA"_s, u"ENABLE ALWAYS"_s}),
                " TRIGGER ", name));
        // 12 calls a partition's own copy internal, and pg_dump there passes over its state as well.
        if (!since(13) || !table.isPartitioned() || !statement.contains(u"EACH ROW"_s))
            continue;
        for (const auto &child : m_tables) {
            if (child.parent == table.sql() && child.kind == Table::Kind::Partition && m_random.chance(20))
                emitSql(sql("ALTER TABLE ", child.sql(), " DISABLE TRIGGER ", name));
        }
    }
}

void Generator::makeViewTriggers(const View &view)
{
    if (m_random.chance(30)) {
        const auto name = ident(m_names.fresh(u"triggers "_s + view.sql()));
        emitSql(sql("CREATE TRIGGER ", name, " INSTEAD OF INSERT OR UPDATE ON ", view.sql(),
                    " FOR EACH ROW EXECUTE FUNCTION ", m_triggerFunction, "('a b')"));
        m_named.push_back({sql("TRIGGER ", name, " ON ", view.sql()), {}, {}});
    }
    if (m_random.chance(30)) {
        const auto name = ident(m_names.fresh(u"rules "_s + view.sql()));
        emitSql(sql("CREATE RULE ", name, " AS ON DELETE TO ", view.sql(), " DO INSTEAD ",
                    m_random.chance(50) ? "NOTHING" : "(NOTIFY \"chan %1\", 'it''s'; SELECT 1 AS x)"));
        m_named.push_back({sql("RULE ", name, " ON ", view.sql()), {}, {}});
    }
}

void Generator::makeRules(const Table &table)
{
    if (table.kind != Table::Kind::Ordinary || table.columns.empty() || !m_random.chance(30))
        return;
    const auto name = ident(m_names.fresh(u"rules "_s + table.scope()));
    const auto column = ident(m_random.pick(table.columns).name);
    const std::vector<QString> bodies = {
        u"ON UPDATE TO %t WHERE (OLD.%c IS NULL AND NEW.%c IS NOT NULL) DO ALSO SELECT 1 AS done"_s,
        u"ON DELETE TO %t DO INSTEAD NOTHING"_s, u"ON INSERT TO %t DO ALSO NOTIFY somebody"_s,
        u"ON INSERT TO %t WHERE (NEW.%c IS NULL) DO INSTEAD (SELECT 1 AS a; DELETE FROM %t WHERE false)"_s};
    auto body = m_random.pick(bodies);
    body.replace(u"%t"_s, u"\x01"_s).replace(u"%c"_s, column).replace(u"\x01"_s, table.sql());
    emitSql(sql("CREATE RULE ", name, " AS ", body));
    m_named.push_back({sql("RULE ", name, " ON ", table.sql()), {}, {}});
    if (m_random.chance(40))
        emitSql(
            sql("ALTER TABLE ", table.sql(), " ",
                m_random.pick(std::vector<QString>{u"DISABLE"_s, u"ENABLE REPLICA"_s, u"ENABLE ALWAYS"_s}),
                " RULE ", name));
}

void Generator::makePolicies(const Table &table)
{
    if (table.columns.empty() || table.kind == Table::Kind::Foreign || !m_random.chance(35))
        return;
    if (m_random.chance(70))
        emitSql(sql("ALTER TABLE ", table.sql(), " ENABLE ROW LEVEL SECURITY"));
    if (m_random.chance(40))
        emitSql(sql("ALTER TABLE ", table.sql(), " FORCE ROW LEVEL SECURITY"));
    for (int count = m_random.between(1, 3); count > 0; --count) {
        const auto name = ident(m_names.fresh(u"policies "_s + table.sql()));
        const auto command =
            m_random.pick(std::vector<QString>{u"ALL"_s, u"SELECT"_s, u"INSERT"_s, u"UPDATE"_s, u"DELETE"_s});
        auto statement = sql("CREATE POLICY ", name, " ON ", table.sql(),
                             m_random.chance(30) ? " AS RESTRICTIVE" : "", " FOR ", command);
        if (m_random.chance(60))
            statement += m_random.chance(50) ? sql(" TO ", ident(role()))
                                             : sql(" TO ", ident(m_roles[0]), ", ", ident(m_roles[1]));
        const auto first =
            command == u"INSERT"_s ? QString() : sql(" USING (", predicate(table.columns), ")");
        const bool mayCheck = command != u"SELECT"_s && command != u"DELETE"_s;
        const auto second = mayCheck && m_random.chance(60)
                                ? sql(" WITH CHECK (", m_testFunction, "(1) AND CURRENT_USER <> 'x'::name)")
                                : QString();
        emitSql(sql(statement, first, second));
        m_named.push_back({sql("POLICY ", name, " ON ", table.sql()), {}, {}});
    }
}

/// At the very end: they would fire for what follows.
void Generator::makeEventTriggers()
{
    if (!m_random.chance(40))
        return;
    const auto in = schema();
    const auto function = sql(ident(in), ".", ident(m_names.fresh(u"functions "_s + in)));
    emitSql(sql("CREATE FUNCTION ", function,
                "() RETURNS event_trigger LANGUAGE plpgsql AS $squall$ begin null; end $squall$"));
    const std::vector<QString> events = {u"ddl_command_start"_s,
                                         u"ddl_command_end WHEN TAG IN ('CREATE TABLE', 'ALTER TABLE')"_s,
                                         u"sql_drop"_s, u"table_rewrite"_s};
    for (int count = m_random.between(1, 2); count > 0; --count) {
        const auto name = ident(m_names.fresh(u"event triggers"_s));
        emitSql(sql("CREATE EVENT TRIGGER ", name, " ON ", m_random.pick(events), " EXECUTE FUNCTION ",
                    function, "()"));
        emitSql(sql("COMMENT ON EVENT TRIGGER ", name, " IS 'fires'"));
        if (m_random.chance(60))
            emitSql(sql(
                "ALTER EVENT TRIGGER ", name, " ",
                m_random.pick(std::vector<QString>{u"DISABLE"_s, u"ENABLE REPLICA"_s, u"ENABLE ALWAYS"_s})));
    }
}

} // namespace squall::test::generator
