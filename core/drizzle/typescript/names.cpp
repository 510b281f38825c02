#include "core/drizzle/typescript/names.h"

#include "core/drizzle/catalogof.h"
#include "core/drizzle/typescript/casing.h"
#include "core/drizzle/typescript/text.h"

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView reservedNames =
    u"abstract any arguments as async await bigint boolean break case catch class const continue debugger "
    "declare default delete do else enum eval export extends false finally for from function get if "
    "implements import in infer infinity instanceof interface is keyof let module namespace nan never new "
    "null number object of package private protected public readonly require return set static string super "
    "switch symbol this throw true try type typeof undefined unique unknown var void while with yield "
    "exports globalThis constructor prototype Infinity NaN Symbol Object Array String Number Boolean "
    "Uint8Array BigInt Date "
    // drizzle-orm, and what stands for something in the files
    "AnyPgColumn PgTableExtraConfigValue bigserial bit char check cidr customType date decimal "
    "doublePrecision foreignKey geometry halfvec index inet integer interval json jsonb line macaddr "
    "macaddr8 "
    "many numeric one pgEnum pgMaterializedView pgPolicy pgRole pgSchema pgSequence pgTable pgView point "
    "primaryKey real relations serial smallint smallserial sparsevec sql table text time timestamp "
    "uniqueIndex uuid varchar vector";

/// What drizzle-orm or JavaScript keeps in the object of a table.
constexpr QStringView reservedKeys = u"_ $inferSelect $inferInsert enableRLS getSQL shouldOmitSQLParens "
                                     "constructor prototype __proto__ then";

QSet<QString> wordSet(QStringView words)
{
    const auto list = words.toString().split(u' ', Qt::SkipEmptyParts);
    return {list.begin(), list.end()};
}

/// A name that may stand for itself.
QString plainName(const QString &name, bool camel, const QString &otherwise)
{
    QString made = camel ? camelCase(name) : QString();
    if (!camel) {
        for (const auto letter : name)
            made += isTsName(u'_' + QString(letter)) ? letter : u'_';
        if (made.count(u'_') == made.size())
            made.clear();
    }
    if (made.isEmpty())
        return otherwise;
    return isTsName(made) ? made : u'_' + made;
}

QHash<QString, QString> columnKeys(const Members<Column> &columns, bool camel,
                                   const QHash<QString, QString> &known)
{
    static const auto reserved = wordSet(reservedKeys);
    QSet<QString> taken = reserved;
    QHash<QString, QString> keys;
    for (const auto &[name, column] : columns) {
        if (const auto key = known.value(name); !key.isEmpty() && !taken.contains(key)) {
            taken.insert(key);
            keys.insert(name, key);
        }
    }
    for (const auto &[name, column] : columns) {
        if (keys.contains(name))
            continue;
        const auto wanted = camel ? plainName(name, true, u"column"_s) : name;
        auto key = wanted;
        for (int number = 1; taken.contains(key); ++number)
            key = wanted + (camel ? QString() : u"_"_s) + QString::number(number);
        taken.insert(key);
        keys.insert(name, key);
    }
    return keys;
}

class Naming
{
public:
    Naming(const NameStyle &style, const SchemaNames &known, SchemaNames &names)
        : m_style(style)
        , m_known(known)
        , m_names(names)
    {
    }

    /// Before any other name is made.
    void keepKnown(const Snapshot &snapshot)
    {
        keep(snapshot.tables, m_known.tables, m_names.tables);
        keep(snapshot.views, m_known.views, m_names.views);
        keep(snapshot.enums, m_known.enums, m_names.enums);
    }

    void addRelations(const Snapshot &snapshot)
    {
        for (const auto &[key, table] : snapshot.tables) {
            if (!m_names.tables.contains(key))
                m_names.tables.insert(key, take(schemaOf(table.schema), table.name, u"table"_s));
            m_names.columns.insert(key, columnKeys(table.columns, m_style.camel, m_known.columns.value(key)));
        }
        for (const auto &[key, view] : snapshot.views) {
            if (!m_names.views.contains(key))
                m_names.views.insert(key, take(schemaOf(view.schema), view.name, u"view"_s));
            m_names.columns.insert(key, columnKeys(view.columns, m_style.camel, m_known.columns.value(key)));
        }
    }

    void addOthers(const Snapshot &snapshot)
    {
        for (const auto &[key, type] : snapshot.enums) {
            if (!m_names.enums.contains(key))
                m_names.enums.insert(key, take(schemaOf(type.schema), type.name, u"enum"_s));
        }
        for (const auto &[key, sequence] : snapshot.sequences)
            m_names.sequences.insert(key, take(schemaOf(sequence.schema), sequence.name, u"sequence"_s));
        for (const auto &[key, role] : snapshot.roles)
            m_names.roles.insert(key, take({}, role.name, u"role"_s));
    }

    void addSchema(const QString &schema)
    {
        if (schema != schemaOf({}) && !m_names.schemas.contains(schema))
            m_names.schemas.insert(schema, take({}, schema, u"schema"_s));
    }

    void addCustomType(const QString &type) { m_names.customTypes.insert(type, take({}, type, u"type"_s)); }

private:
    template<typename Value>
    void keep(const Members<Value> &objects, const QHash<QString, QString> &known,
              QHash<QString, QString> &names)
    {
        for (const auto &[key, object] : objects) {
            const auto name = known.value(key);
            if (isTsName(name) && m_scope.takeWhole(name))
                names.insert(key, name);
        }
    }

    /// Objects of other schemas carry the schema's name, as drizzle-kit has it.
    QString take(const QString &schema, const QString &name, const QString &kind)
    {
        auto wanted = plainName(name, m_style.camel, kind);
        if (!schema.isEmpty() && schema != schemaOf({}))
            wanted += u"In"_s + capitalised(plainName(schema, m_style.camel, u"schema"_s));
        return m_scope.take(wanted, m_style.camel ? capitalised(kind) : u'_' + kind);
    }

    const NameStyle &m_style;
    const SchemaNames &m_known;
    SchemaNames &m_names;
    NameScope m_scope;
};

} // namespace

NameScope::NameScope()
    : m_taken(wordSet(reservedNames))
{
}

QString NameScope::take(const QString &wanted, const QString &suffix)
{
    auto name = wanted;
    if (m_taken.contains(name))
        name += suffix;
    const auto base = name;
    for (int number = 2; m_taken.contains(name); ++number)
        name = base + QString::number(number);
    m_taken.insert(name);
    return name;
}

bool NameScope::takeWhole(const QString &name)
{
    if (m_taken.contains(name))
        return false;
    m_taken.insert(name);
    return true;
}

SchemaNames namesOf(const Snapshot &snapshot, const Snapshot &outside, const QStringList &customTypes,
                    const NameStyle &style, const SchemaNames &known)
{
    SchemaNames names;
    Naming naming(style, known, names);
    naming.keepKnown(snapshot);
    naming.keepKnown(outside);
    naming.addRelations(snapshot);
    naming.addRelations(outside);
    naming.addOthers(snapshot);
    naming.addOthers(outside);
    for (const auto &[key, name] : snapshot.schemas)
        naming.addSchema(name);
    for (const auto *each : {&snapshot, &outside}) {
        for (const auto &[key, table] : each->tables)
            naming.addSchema(schemaOf(table.schema));
        for (const auto &[key, view] : each->views)
            naming.addSchema(schemaOf(view.schema));
        for (const auto &[key, type] : each->enums)
            naming.addSchema(schemaOf(type.schema));
        for (const auto &[key, sequence] : each->sequences)
            naming.addSchema(schemaOf(sequence.schema));
    }
    for (const auto &type : customTypes)
        naming.addCustomType(type);
    return names;
}

QString placeOf(const QString &schema, const QString &name)
{
    return schemaOf(schema) + u'.' + name;
}

} // namespace squall::drizzle
