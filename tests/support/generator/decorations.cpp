#include "tests/support/generator/generator.h"

namespace squall::test::generator {

using namespace Qt::StringLiterals;

void Generator::makeComments()
{
    const std::vector<QString> texts = {u"it's"_s,  u"two\nlines"_s,    u"back\\slash"_s,  u"100% %1 $1"_s,
                                        u"имя 😀"_s, u"-- ; /* */ $$"_s, QString(300, u'x')};
    for (const auto &object : m_named) {
        if (m_random.chance(35))
            emitSql(sql("COMMENT ON ", object.address, " IS ", literal(m_random.pick(texts))));
    }
    for (const auto &table : m_tables) {
        for (const auto &column : table.columns) {
            if (m_random.chance(12))
                emitSql(sql("COMMENT ON COLUMN ", table.sql(), ".", ident(column.name), " IS ",
                            literal(m_random.pick(texts))));
        }
    }
}

void Generator::makeOwners()
{
    for (const auto &object : m_named) {
        if (!object.owned.isEmpty() && m_random.chance(25))
            emitSql(sql("ALTER ", object.owned, " OWNER TO ", ident(role())));
    }
}

QString Generator::grantee()
{
    return m_random.chance(30) ? u"PUBLIC"_s : ident(role());
}

void Generator::makePrivileges()
{
    for (const auto &object : m_named) {
        if (object.granted.isEmpty() || !m_random.chance(35))
            continue;
        if (m_random.chance(30))
            emitSql(sql("REVOKE ALL ON ", object.granted, " FROM PUBLIC"));
        if (m_random.chance(10))
            emitSql(sql("REVOKE ALL ON ", object.granted, " FROM ", ident(role())));
        const auto to = grantee();
        const auto rights =
            m_random.some(std::vector<QString>(object.rights.begin(), object.rights.end()), 3);
        QStringList list(rights.begin(), rights.end());
        if (!since(17))
            list.removeAll(u"MAINTAIN"_s);
        emitSql(sql("GRANT ", list.isEmpty() || m_random.chance(20) ? u"ALL"_s : joined(list), " ON ",
                    object.granted, " TO ", to,
                    to != u"PUBLIC"_s && m_random.chance(30) ? " WITH GRANT OPTION" : ""));
    }
    for (const auto &table : m_tables) {
        if (table.columns.empty() || !m_random.chance(25))
            continue;
        emitSql(sql("GRANT SELECT (", ident(table.columns.front().name), "), UPDATE (",
                    ident(table.columns.back().name), ") ON TABLE ", table.sql(), " TO ", grantee()));
    }
    if (m_random.chance(20))
        emitSql(sql("GRANT USAGE ON ALL SEQUENCES IN SCHEMA ", ident(schema()), " TO ", grantee()));
    if (m_random.chance(30)) {
        // A grantor who is not the owner.
        const auto to = ident(m_schemas.back());
        emitSql(sql("GRANT USAGE ON SCHEMA ", to, " TO ", ident(m_roles[0]), " WITH GRANT OPTION"));
        emitSql(sql("SET ROLE ", ident(m_roles[0])));
        emitSql(sql("GRANT USAGE ON SCHEMA ", to, " TO ", ident(m_roles[1])));
        emitSql(u"RESET ROLE"_s);
    }
}

void Generator::makeDefaultPrivileges()
{
    if (!m_random.chance(50))
        return;
    const std::vector<QString> changes = {u"GRANT SELECT, INSERT ON TABLES"_s, u"GRANT ALL ON SEQUENCES"_s,
                                          u"GRANT EXECUTE ON FUNCTIONS"_s, u"GRANT USAGE ON TYPES"_s};
    for (int count = m_random.between(1, 3); count > 0; --count) {
        emitSql(sql("ALTER DEFAULT PRIVILEGES FOR ROLE ", ident(role()),
                    m_random.chance(50) ? sql(" IN SCHEMA ", ident(schema())) : QString(), " ",
                    m_random.pick(changes), " TO ", grantee()));
    }
    if (m_random.chance(50))
        emitSql(sql("ALTER DEFAULT PRIVILEGES FOR ROLE ", ident(role()),
                    " REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC"));
    if (m_random.chance(40))
        emitSql(sql("ALTER DEFAULT PRIVILEGES FOR ROLE ", ident(role()), " GRANT USAGE ON SCHEMAS TO ",
                    grantee(), ""));
}

} // namespace squall::test::generator
