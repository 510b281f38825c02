#include "tests/support/generator/generator.h"
#include "tests/support/schemagenerator.h"

namespace squall::test {

using namespace generator;

QString generateSchema(quint32 seed, int serverVersion)
{
    return Generator(seed, serverVersion, needsNormalising(seed)).run();
}

bool needsNormalising(quint32 seed)
{
    return seed % 4 == 0;
}

} // namespace squall::test

namespace squall::test::generator {

using namespace Qt::StringLiterals;

Generator::Generator(quint32 seed, int version, bool unstable)
    : m_random(seed)
    , m_names(m_random)
    , m_version(version)
    , m_unstable(unstable)
{
    m_script = sql("-- seed ", int(seed), ", PostgreSQL ", version, "\n",
                   "SET client_min_messages = warning;\nSET search_path = '';\n");
}

QString Generator::run()
{
    makeRoles();
    makeSchemas();
    makeExtensions();
    makeAccessMethods();
    fillBaseTypes();
    makeCollations();
    makeExpressionFunctions();
    makeEnums();
    makeDomains();
    makeComposites();
    makeRanges();
    makeDomains();
    makeSequences();
    makeFunctions();

    for (int count = m_random.between(2, 5); count > 0; --count)
        makeTable();
    makeTypedTable();
    makeInheritance();
    for (int count = m_random.between(1, 2); count > 0; --count)
        makePartitioned();
    for (auto &table : m_tables) {
        makeColumnAlterations(table);
        makeKeys(table);
        makeNotNulls(table);
        makeChecks(table);
        makeExclusion(table);
        makeOwnedSequence(table);
    }
    makeTemporalKeys();
    for (auto &table : m_tables)
        makeForeignKeys(table);
    for (const auto &table : m_tables) {
        if (table.kind != Table::Kind::Partition || m_random.chance(20))
            makeIndexes(table.sql(), table.schema, table.columns, table.kind == Table::Kind::Partitioned);
        makePartialAttachment(table);
        makeStatistics(table);
        makeReplicaIdentity(table);
    }

    for (int count = m_random.between(2, 4); count > 0; --count)
        makeView();
    makeRecursiveView();
    makeMaterializedView();
    makeRelationFunctions();
    makeView();
    makeProcedures();
    makeAggregates();
    makeOperators();
    makeOperatorClasses();
    makeCasts();
    makeLanguages();
    for (const auto &table : m_tables) {
        makeTriggers(table);
        makeRules(table);
        makePolicies(table);
    }
    for (const auto &view : m_views)
        makeViewTriggers(view);
    makeForeignData();
    makeTextSearch();
    makePublications();
    makeSubscriptions();
    makeComments();
    makeOwners();
    makePrivileges();
    makeDefaultPrivileges();
    makeEntangled();
    makeEventTriggers();
    return m_script;
}

const Type &Generator::type(Abilities wanted)
{
    std::vector<const Type *> fitting;
    for (const auto &candidate : m_types) {
        if ((candidate.can & wanted) == wanted)
            fitting.push_back(&candidate);
    }
    return *m_random.pick(fitting);
}

std::optional<Column> Generator::column(const std::vector<Column> &columns, Abilities wanted)
{
    std::vector<Column> fitting;
    for (const auto &candidate : columns) {
        if ((candidate.type.can & wanted) == wanted && !candidate.virtualValue)
            fitting.push_back(candidate);
    }
    if (fitting.empty())
        return std::nullopt;
    return m_random.pick(fitting);
}

void Generator::remember(const QString &kind, const QString &name, const QStringList &rights, bool owned)
{
    Named named;
    named.address = sql(kind, " ", name);
    if (owned)
        named.owned = named.address;
    if (!rights.isEmpty())
        named.granted = named.address;
    named.rights = rights;
    m_named.push_back(named);
}

QString Generator::inExtension(const QString &extension, const QString &name) const
{
    Q_ASSERT(has(extension));
    return sql(ident(m_extensionSchema), ".", name);
}

void Generator::makeRoles()
{
    m_roles = {u"squall r1"_s, u"Rôle \"2\""_s, u"r3"_s};
    for (const auto &name : m_roles) {
        emitSql(sql("DO $do$ BEGIN IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = ",
                    literal(name), ") THEN CREATE ROLE ", ident(name),
                    "; END IF; EXCEPTION WHEN duplicate_object OR unique_violation ", "THEN NULL; END $do$"));
    }
}

void Generator::makeSchemas()
{
    m_schemas = {u"public"_s};
    for (int count = m_random.between(1, 3); count > 0; --count) {
        const auto name = m_names.fresh(u"schemas"_s);
        emitSql(sql("CREATE SCHEMA ", ident(name)));
        m_schemas.push_back(name);
        remember(u"SCHEMA"_s, ident(name), {u"USAGE"_s, u"CREATE"_s});
    }
}

void Generator::makeAccessMethods()
{
    if (m_random.chance(25)) {
        m_tableMethod = ident(m_names.fresh(u"methods"_s));
        emitSql(sql("CREATE ACCESS METHOD ", m_tableMethod,
                    " TYPE TABLE HANDLER pg_catalog.heap_tableam_handler"));
        remember(u"ACCESS METHOD"_s, m_tableMethod, {}, false);
    }
    if (m_random.chance(15)) {
        const auto name = ident(m_names.fresh(u"methods"_s));
        emitSql(sql("CREATE ACCESS METHOD ", name, " TYPE INDEX HANDLER pg_catalog.bthandler"));
        remember(u"ACCESS METHOD"_s, name, {}, false);
    }
}

void Generator::makeExtensions()
{
    m_extensionSchema = schema();
    const std::vector<QString> known = {u"btree_gist"_s,   u"btree_gin"_s, u"pg_trgm"_s, u"citext"_s,
                                        u"hstore"_s,       u"ltree"_s,     u"bloom"_s,   u"cube"_s,
                                        u"postgres_fdw"_s, u"unaccent"_s};
    for (const auto &name : m_random.some(known, m_random.below(6))) {
        emitSql(sql("CREATE EXTENSION ", ident(name), " SCHEMA ", ident(m_extensionSchema)));
        m_extensions.append(name);
        if (m_random.chance(30))
            m_named.push_back({sql("EXTENSION ", ident(name)), {}, {}});
    }
}

} // namespace squall::test::generator
